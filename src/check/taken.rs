//! Figures taken from the annexes that a computation does not use: said by name, since it is known
//! where they were taken, and never by what should have been taken instead.

use std::collections::BTreeSet;

use super::{Context, tree};
use crate::formula::Figure;
use crate::model::{AcceptedValue, CellRef, Expr, ItemId, Node, Numeric, Operand};
use crate::number::french;

/// What is to be said of the cells that were taken into an answer; `None` where all of them have
/// their place in it, by one route or another and through any earlier step.
pub fn foreign_figures(item: &Numeric, context: &Context, taken: &[CellRef]) -> Option<String> {
    let used = used(item, context);
    let mut foreign: Vec<(&CellRef, Figure)> = Vec::new();
    for cell in taken.iter().filter(|cell| !used.contains(cell)) {
        let Some(figure) = context.data.cell(cell) else { continue };
        let same = |other: &&CellRef| {
            let other = context.data.cell(other);
            other.is_some_and(|other| (other.value, other.unit) == (figure.value, figure.unit))
        };
        let known = foreign.iter().any(|(other, _)| *other == cell);
        if !known && used.iter().find(same).is_none() {
            foreign.push((cell, figure));
        }
    }
    match &foreign[..] {
        [] => None,
        [(cell, figure)] => Some(format!(
            "Vous avez pris {}\u{a0}: ce chiffre n’entre pas dans ce calcul. {}",
            named(figure),
            direction(cell, &used)
        )),
        [all @ .., (_, last)] => {
            let all: Vec<String> = all.iter().map(|(_, figure)| named(figure)).collect();
            Some(format!(
                "Vous avez pris {} et {}\u{a0}: ces chiffres n’entrent pas dans ce calcul.",
                all.join(", "),
                named(last)
            ))
        }
    }
}

/// `« Visiteurs, T2 » (325)`.
fn named(figure: &Figure) -> String {
    let value = french::quantity(figure.value, figure.unit, figure.decimals);
    format!("«\u{a0}{}\u{a0}» ({value})", figure.full_label())
}

/// Which half of the way to the cell was right.
fn direction(cell: &CellRef, used: &BTreeSet<CellRef>) -> &'static str {
    let same = |part: fn(&CellRef) -> &String| {
        used.iter().any(|other| other.table == cell.table && part(other) == part(cell))
    };
    match (same(|c| &c.row), same(|c| &c.column)) {
        (true, false) => "La ligne est la bonne, la colonne est à revoir.",
        (false, true) => "La colonne est la bonne, la ligne est à revoir.",
        _ => "Relisez ce que demande la question.",
    }
}

/// The cells an item is computed from, directly or through earlier items, by any accepted route.
fn used(item: &Numeric, context: &Context) -> BTreeSet<CellRef> {
    let mut found = BTreeSet::new();
    let mut seen: BTreeSet<ItemId> = BTreeSet::new();
    let mut waiting: Vec<&Numeric> = vec![item];
    while let Some(item) = waiting.pop() {
        if !seen.insert(item.id.clone()) {
            continue;
        }
        let accepted = item.accepted.iter().filter_map(|accepted| match &accepted.value {
            AcceptedValue::Formula { formula, .. } => Some(formula),
            _ => None,
        });
        for formula in std::iter::once(&item.formula).chain(&item.routes).chain(accepted) {
            collect(&formula.expr, &mut found);
            let earlier = tree::items(&formula.expr).into_iter();
            waiting.extend(earlier.filter_map(|id| context.steps.numeric(id)));
        }
    }
    found
}

fn collect(expr: &Expr, found: &mut BTreeSet<CellRef>) {
    match &expr.node {
        Node::Operand(Operand::Cell(cell)) => {
            found.insert(cell.clone());
        }
        Node::Operand(Operand::Cells(cells)) => found.extend(cells.iter().cloned()),
        Node::Operand(Operand::Item(_) | Operand::Items(_)) | Node::Literal(_) => {}
        Node::Negate(inner) => collect(inner, found),
        Node::Binary(_, left, right) => {
            collect(left, found);
            collect(right, found);
        }
        Node::Call(_, arguments) => arguments.iter().for_each(|e| collect(e, found)),
        Node::Lookup { subject, bands, otherwise } => {
            collect(subject, found);
            bands.iter().for_each(|band| collect(&band.value, found));
            collect(otherwise, found);
        }
    }
}

#[cfg(test)]
#[path = "taken_tests.rs"]
mod tests;
