//! The corrigé's own path: the value reached by rounding earlier results, and the two sides of a
//! difference of rates, to the decimals that are printed.

use rust_decimal::Decimal;

use super::accepted::is_right;
use super::answer::{Answer, Finding};
use super::own;
use super::{Context, Remark, Verdict, tree, wording};
use crate::formula::{self, Data, Figure};
use crate::model::{CellRef, Expr, Function, ItemId, Literal, Node, Op};
use crate::number::rounding::round;
use crate::number::{Family, Unit};

pub(super) fn rounded(answer: &Answer) -> Option<Finding> {
    let item = answer.item;
    let data = Printed { context: answer.context };
    let expr = &item.formula.expr;
    let earlier = tree::items(expr);
    if !earlier.is_empty() && reaches(answer, expr, &data) {
        let shown: Vec<String> =
            earlier.iter().filter_map(|id| data.item(id)).map(|f| shown(&f)).collect();
        return Some(found(answer, &format!("des résultats arrondis ({})", shown.join(", "))));
    }
    let (sides, parts) = rounded_sides(expr, item.unit, item.decimals, answer.context.data)?;
    reaches(answer, &sides, answer.context.data)
        .then(|| found(answer, &format!("de deux taux arrondis ({parts})")))
}

fn reaches(answer: &Answer, expr: &Expr, data: &dyn Data) -> bool {
    let item = answer.item;
    formula::exact(expr, item.unit, data)
        .ok()
        .filter(|exact| *exact != item.exact)
        .and_then(|exact| answer.fit(exact))
        .is_some_and(is_right)
}

fn found(answer: &Answer, from: &str) -> Finding {
    let message = format!(
        "Juste, en partant {from}. Sans arrondir avant la fin\u{a0}: {}.",
        wording::expected(answer.item)
    );
    Finding::new(Verdict::Right, Some(Remark::RoundedPath), message)
}

fn shown(figure: &Figure) -> String {
    format!(
        "{}\u{a0}: {}",
        figure.full_label(),
        wording::figure(figure.value, figure.decimals, figure.unit)
    )
}

/// A paper whose earlier results are the figures the corrigé prints.
struct Printed<'a> {
    context: &'a Context<'a>,
}

impl Data for Printed<'_> {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        self.context.data.cell(cell)
    }

    fn item(&self, id: &ItemId) -> Option<Figure> {
        let exact = own::figure(self.context, id)?;
        let printed = self.context.steps.numeric(id).and_then(|item| item.printed.as_ref());
        let value =
            printed.map_or_else(|| round(exact.value, exact.decimals), |printed| printed.value);
        Some(Figure { value, ..exact })
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        self.context.data.neighbours(cell)
    }
}

/// A difference of two computed rates, each rounded first; with what they were rounded to.
fn rounded_sides(
    expr: &Expr,
    unit: Unit,
    decimals: u32,
    data: &dyn Data,
) -> Option<(Expr, String)> {
    if !matches!(unit.family(), Family::Percent | Family::Points) {
        return None;
    }
    let mut parts = Vec::new();
    let mut side = |expr: &Expr| {
        if tree::is_leaf(expr) {
            return Some(expr.clone());
        }
        let value = round(formula::exact(expr, Unit::Percent, data).ok()?, decimals);
        parts.push(wording::figure(value, decimals, Unit::Percent));
        Some(percentage(expr, value, decimals))
    };
    let node = match &expr.node {
        Node::Binary(op @ (Op::Add | Op::Subtract), left, right) => {
            Node::Binary(*op, Box::new(side(left)?), Box::new(side(right)?))
        }
        Node::Call(Function::Points, arguments) => {
            Node::Call(Function::Points, arguments.iter().map(side).collect::<Option<_>>()?)
        }
        _ => return None,
    };
    (!parts.is_empty()).then(|| (Expr { node, span: expr.span.clone() }, parts.join(" et ")))
}

fn percentage(expr: &Expr, value: Decimal, decimals: u32) -> Expr {
    let literal = Literal { value, unit: Some(Unit::Percent), decimals };
    Expr { node: Node::Literal(literal), span: expr.span.clone() }
}
