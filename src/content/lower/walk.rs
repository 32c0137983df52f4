//! The items a formula depends on.

use crate::model::{Expr, Formula, ItemId, Node, Operand};

/// The items a formula takes, in the order of its text.
pub(super) fn items(formula: &Formula) -> Vec<ItemId> {
    let mut items = Vec::new();
    collect(&formula.expr, &mut items);
    items
}

fn collect(expr: &Expr, items: &mut Vec<ItemId>) {
    match &expr.node {
        Node::Literal(_) => {}
        Node::Operand(Operand::Item(item)) => items.push(item.clone()),
        Node::Operand(Operand::Items(series)) => items.extend(series.iter().cloned()),
        Node::Operand(Operand::Cell(_) | Operand::Cells(_)) => {}
        Node::Negate(inner) => collect(inner, items),
        Node::Binary(_, left, right) => {
            collect(left, items);
            collect(right, items);
        }
        Node::Call(_, args) => args.iter().for_each(|arg| collect(arg, items)),
        Node::Lookup { subject, bands, otherwise } => {
            collect(subject, items);
            bands.iter().for_each(|band| collect(&band.value, items));
            collect(otherwise, items);
        }
    }
}
