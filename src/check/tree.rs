//! Walking the tree of a formula: which earlier items it leans on, and its overall shape.

use crate::model::{Expr, Function, ItemId, Node, Op, Operand};

/// The earlier items a formula names, each once, in reading order.
pub fn items(expr: &Expr) -> Vec<&ItemId> {
    let mut found = Vec::new();
    collect(expr, &mut found);
    found
}

fn collect<'a>(expr: &'a Expr, found: &mut Vec<&'a ItemId>) {
    let mut add = |id: &'a ItemId| {
        if !found.contains(&id) {
            found.push(id);
        }
    };
    match &expr.node {
        Node::Literal(_) | Node::Operand(Operand::Cell(_) | Operand::Cells(_)) => {}
        Node::Operand(Operand::Item(id)) => add(id),
        Node::Operand(Operand::Items(ids)) => ids.iter().for_each(add),
        Node::Negate(inner) => collect(inner, found),
        Node::Binary(_, left, right) => {
            collect(left, found);
            collect(right, found);
        }
        Node::Call(_, arguments) => arguments.iter().for_each(|argument| collect(argument, found)),
        Node::Lookup { subject, bands, otherwise } => {
            collect(subject, found);
            bands.iter().for_each(|band| collect(&band.value, found));
            collect(otherwise, found);
        }
    }
}

/// Whether the result is a change or a difference, whose sign and size are free.
pub(super) fn is_change(expr: &Expr) -> bool {
    match &expr.node {
        Node::Call(Function::Change | Function::Points, _) | Node::Binary(Op::Subtract, ..) => true,
        Node::Binary(Op::Divide | Op::Multiply, left, right) => is_change(left) || is_change(right),
        Node::Negate(inner) => is_change(inner),
        Node::Call(Function::Round | Function::Ceiling | Function::Floor, arguments) => {
            arguments.first().is_some_and(is_change)
        }
        _ => false,
    }
}

/// Whether nothing is left to compute: a figure, or the name of one.
pub(super) fn is_leaf(expr: &Expr) -> bool {
    matches!(expr.node, Node::Literal(_) | Node::Operand(_))
}
