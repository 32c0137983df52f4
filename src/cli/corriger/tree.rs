//! The forms a computation of bare figures may take for slips to be sought in it: people write
//! `× 100` and leave units out, papers leave the one to the unit asked and print the others.

use rust_decimal::Decimal;

use crate::model::{Expr, Literal, Node, Op};
use crate::number::Unit;

/// The tree as it is written, then as a paper would write it; the first with the right value
/// is the one to work with.
pub fn forms(expr: &Expr, unit: Unit) -> Vec<Expr> {
    let mut forms = vec![expr.clone()];
    if unit.is_percentlike() {
        forms.extend(without_hundred(expr));
        forms.push(with_unit(expr, Unit::Percent));
    }
    forms.push(with_unit(expr, unit));
    forms
}

/// The tree without its `× 100`, wherever it stands in the chain; `x × 100 − 100` is `x − 1`.
fn without_hundred(expr: &Expr) -> Option<Expr> {
    let Node::Binary(op, left, right) = &expr.node else { return None };
    let (inner, other) = match op {
        Op::Multiply if is_hundred(right) => return Some((**left).clone()),
        Op::Multiply if is_hundred(left) => return Some((**right).clone()),
        Op::Multiply => match without_hundred(left) {
            Some(inner) => (inner, (**right).clone()),
            None => ((**left).clone(), without_hundred(right)?),
        },
        Op::Divide => (without_hundred(left)?, (**right).clone()),
        Op::Add | Op::Subtract => {
            let one = is_hundred(right).then(|| one(right));
            (without_hundred(left)?, one.or_else(|| without_hundred(right))?)
        }
    };
    Some(Expr {
        node: Node::Binary(*op, Box::new(inner), Box::new(other)),
        span: expr.span.clone(),
    })
}

/// The tree whose terms are in `unit`: the first bare figure of each of them is given it.
fn with_unit(expr: &Expr, unit: Unit) -> Expr {
    let node = match &expr.node {
        Node::Literal(literal) if literal.unit.is_none() => {
            Node::Literal(Literal { unit: Some(unit), ..literal.clone() })
        }
        Node::Binary(op @ (Op::Add | Op::Subtract), a, b) => {
            Node::Binary(*op, Box::new(with_unit(a, unit)), Box::new(with_unit(b, unit)))
        }
        Node::Binary(op, a, b) => Node::Binary(*op, Box::new(with_unit(a, unit)), b.clone()),
        Node::Negate(inner) => Node::Negate(Box::new(with_unit(inner, unit))),
        other => other.clone(),
    };
    Expr { node, span: expr.span.clone() }
}

fn is_hundred(expr: &Expr) -> bool {
    matches!(&expr.node, Node::Literal(l) if l.value == Decimal::ONE_HUNDRED && l.unit.is_none())
}

fn one(like: &Expr) -> Expr {
    let literal = Literal { value: Decimal::ONE, unit: None, decimals: 0 };
    Expr { node: Node::Literal(literal), span: like.span.clone() }
}
