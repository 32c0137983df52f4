//! Worked copies: a formula worked out as on an exam paper, right, or with one slip that every
//! later line follows from. Which copy is shown, and whether it may be, is `session`'s to say.

mod altered;
mod plant;

use rust_decimal::Decimal;

use self::altered::Altered;
pub use self::plant::same_digits;
use super::expand::expand;
use super::explain::{Heading, Precise, steps_of};
use super::slips::{self, SlipCode, strip};
use super::text::{self, NBSP, leaf_figure};
use super::{Data, Figure};
use crate::model::{Expr, Formula, Function, Node, Operand};
use crate::number::{Unit, french};

/// Most figures listed before the computation; a longer series is read in the computation itself.
const MOST_FIGURES: usize = 6;

/// A copy with one wrong line.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    pub lines: Vec<String>,
    /// The line where the slip is; those after it follow from it.
    pub wrong: usize,
    /// The result it comes to, in the unit asked, not rounded.
    pub value: Decimal,
    pub code: SlipCode,
    /// What was done and what is to be done, without a final full stop.
    pub sentence: String,
}

/// The copy of somebody who made no mistake: the figures taken, result after result, the answer.
/// Empty where nothing is computed.
pub fn right(formula: &Formula, data: &dyn Data, heading: &Heading) -> Vec<String> {
    Desk::new(formula, &Precise::of(&expand(&formula.expr), data, heading), heading)
        .map(|desk| desk.right)
        .unwrap_or_default()
}

/// Every copy with one slip that can be seen and that changes the result, always in the same order.
/// Empty where nothing is computed.
pub fn wrong(formula: &Formula, data: &dyn Data, heading: &Heading) -> Vec<Copy> {
    let precise = Precise::of(&expand(&formula.expr), data, heading);
    let Some(desk) = Desk::new(formula, &precise, heading) else { return Vec::new() };
    let mut copies: Vec<Copy> = Vec::new();
    let known = slips::enumerate(formula, heading.unit, heading.decimals, data);
    let planted = known.iter().filter_map(|slip| desk.plant(slip));
    for copy in planted.chain(desk.miscopied_figures()).chain(desk.early_roundings()) {
        let visible = desk.answer(copy.value) != desk.answer(desk.value);
        if visible && !copies.iter().any(|other| other.lines == copy.lines) {
            copies.push(copy);
        }
    }
    copies
}

/// What copies of one formula are written with.
struct Desk<'a> {
    data: &'a dyn Data,
    heading: &'a Heading<'a>,
    /// The formula as four operations, and what it comes to.
    whole: Expr,
    value: Decimal,
    /// The formula under its rounding, and that rounding.
    core: Expr,
    rounding: Option<(Function, Option<Expr>)>,
    /// The operands listed before the computation.
    listed: Vec<Expr>,
    right: Vec<String>,
}

impl<'a> Desk<'a> {
    fn new(formula: &Formula, data: &'a dyn Data, heading: &'a Heading<'a>) -> Option<Self> {
        let whole = expand(&formula.expr);
        let value = super::exact(&whole, heading.unit, data).ok()?;
        let (core, rounding) = strip(whole.clone());
        if plant::is_leaf(&core) {
            return None;
        }
        let mut listed = operands(&whole);
        if listed.len() > MOST_FIGURES {
            listed.clear();
        }
        let mut desk =
            Desk { data, heading, whole, value, core, rounding, listed, right: Vec::new() };
        desk.right = desk.page(data, &desk.steps(&desk.whole, data), value);
        (!desk.right.is_empty()).then_some(desk)
    }

    fn steps(&self, expr: &Expr, data: &dyn Data) -> Vec<String> {
        steps_of(expr, data, self.heading, None)
    }

    /// The figures taken, the lines of the computation, then the answer; nothing without the lines.
    fn page(&self, data: &dyn Data, steps: &[String], value: Decimal) -> Vec<String> {
        if steps.is_empty() {
            return Vec::new();
        }
        let taken = self.listed.iter().filter_map(|operand| {
            let figure = leaf_figure(operand, data)?;
            Some(said(&figure.full_label(), &text::figure(&figure)))
        });
        let mut lines: Vec<String> = taken.collect();
        lines.extend_from_slice(steps);
        lines.push(said(self.heading.label, &self.answer(value)));
        lines
    }

    /// The answer as the last line gives it.
    fn answer(&self, value: Decimal) -> String {
        let Heading { unit, decimals, .. } = *self.heading;
        match unit {
            Unit::Points => french::signed(value, unit, decimals),
            _ => french::quantity(value, unit, decimals),
        }
    }

    /// The figures of the paper, one of them read otherwise.
    fn altered(&self, operand: &Operand, figure: Figure) -> Altered<'a> {
        Altered { data: self.data, operand: operand.clone(), figure }
    }

    /// A copy whose first line that a right one does not have is the wrong one.
    fn copy(
        &self,
        lines: Vec<String>,
        value: Decimal,
        code: SlipCode,
        sentence: String,
    ) -> Option<Copy> {
        let wrong = lines.iter().position(|line| !self.right.contains(line))?;
        Some(Copy { lines, wrong, value, code, sentence })
    }

    /// A computation the right copy has too, were its result written otherwise.
    fn is_right(&self, line: &str) -> bool {
        let work = work_of(line);
        self.right.iter().any(|known| line == known || work.is_some() && work_of(known) == work)
    }
}

/// What a line computes: `450 − 452` of `450 − 452 = − 2`.
fn work_of(line: &str) -> Option<&str> {
    line.split_once(" = ").or_else(|| line.split_once(" ≈ ")).map(|(work, _)| work)
}

/// `Visiteurs, T1 : 452`.
fn said(label: &str, figure: &str) -> String {
    format!("{label}{NBSP}: {figure}")
}

/// The distinct operands of an expression, from left to right.
fn operands(expr: &Expr) -> Vec<Expr> {
    let mut found: Vec<Expr> = Vec::new();
    slips::each_node(expr, &mut |e, _, _| {
        let single = matches!(e.node, Node::Operand(Operand::Cell(_) | Operand::Item(_)));
        if single && !found.iter().any(|known| known.node == e.node) {
            found.push(e.clone());
        }
    });
    found
}

#[cfg(test)]
mod tests;
