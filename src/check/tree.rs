//! Walking the tree of a formula: which earlier items it leans on, and its overall shape.

use rust_decimal::Decimal;

use crate::model::{Expr, Function, ItemId, Node, Op, Operand};
use crate::number::Unit;

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
        // What is left once a part is taken off is a part too.
        Node::Binary(Op::Subtract, one, part) if is_all(one) => is_change(part),
        Node::Call(Function::Change | Function::Points, _) | Node::Binary(Op::Subtract, ..) => true,
        Node::Binary(Op::Divide | Op::Multiply, left, right) => is_change(left) || is_change(right),
        Node::Negate(inner) => is_change(inner),
        Node::Call(Function::Round | Function::Ceiling | Function::Floor, arguments) => {
            arguments.first().is_some_and(is_change)
        }
        _ => false,
    }
}

/// Whether the result is a rate of change: a gap over its own start.
pub(super) fn is_rate_of_change(expr: &Expr) -> bool {
    match &expr.node {
        Node::Call(Function::Change, _) => true,
        Node::Binary(Op::Divide, gap, _) => matches!(gap.node, Node::Binary(Op::Subtract, ..)),
        Node::Binary(Op::Subtract, quotient, _) => {
            matches!(quotient.node, Node::Binary(Op::Divide, ..))
        }
        _ => false,
    }
}

/// Whether the result is the share of a part in a whole, as the formula tells it.
pub(super) fn is_part(expr: &Expr) -> bool {
    match &expr.node {
        Node::Call(Function::Share, _) => true,
        Node::Binary(Op::Divide, part, whole) => {
            !is_change(part) && !is_leaf(whole) || is_leaf(part) && is_leaf(whole)
        }
        _ => false,
    }
}

/// 1, or 100 %.
fn is_all(expr: &Expr) -> bool {
    matches!(&expr.node, Node::Literal(literal)
        if literal.value == Decimal::ONE && literal.unit.is_none()
            || literal.value == Decimal::ONE_HUNDRED && literal.unit == Some(Unit::Percent))
}

/// Whether the formula takes a figure of an annex.
pub(super) fn reads_cells(expr: &Expr) -> bool {
    match &expr.node {
        Node::Operand(operand) => matches!(operand, Operand::Cell(_) | Operand::Cells(_)),
        Node::Literal(_) => false,
        Node::Negate(inner) => reads_cells(inner),
        Node::Binary(_, left, right) => reads_cells(left) || reads_cells(right),
        Node::Call(_, arguments) => arguments.iter().any(reads_cells),
        Node::Lookup { subject, bands, otherwise } => {
            reads_cells(subject)
                || bands.iter().any(|band| reads_cells(&band.value))
                || reads_cells(otherwise)
        }
    }
}

/// Whether nothing is left to compute: a figure, or the name of one.
pub(super) fn is_leaf(expr: &Expr) -> bool {
    matches!(expr.node, Node::Literal(_) | Node::Operand(_))
}
