//! The four operations behind the named functions: `evolution(a, b)` becomes `(b − a) ÷ a`, a
//! series becomes its terms. Explanations and slips then see one shape, however it was written.

use rust_decimal::Decimal;

use crate::model::{Expr, Function, Literal, Node, Op, Operand};

/// The same computation written with operations; only roundings, extremes, `abs`, conversions
/// and lookups remain as they are.
pub(super) fn expand(expr: &Expr) -> Expr {
    let node = match &expr.node {
        Node::Binary(op, a, b) => binary(*op, expand(a), expand(b)),
        Node::Negate(inner) => Node::Negate(Box::new(expand(inner))),
        Node::Call(function, arguments) => return expand_call(expr, *function, arguments),
        Node::Lookup { subject, bands, otherwise } => Node::Lookup {
            subject: Box::new(expand(subject)),
            bands: bands.clone(),
            otherwise: otherwise.clone(),
        },
        other => other.clone(),
    };
    Expr { node, span: expr.span.clone() }
}

fn binary(op: Op, a: Expr, b: Expr) -> Node {
    Node::Binary(op, Box::new(a), Box::new(b))
}

/// An operation built by us, placed where the operands are.
pub(super) fn join(op: Op, a: Expr, b: Expr) -> Expr {
    let span = a.span.start.min(b.span.start)..a.span.end.max(b.span.end);
    Expr { node: binary(op, a, b), span }
}

/// A whole number that stands in a formula we built.
pub(super) fn whole(value: usize, like: &Expr) -> Expr {
    let literal = Literal { value: Decimal::from(value), unit: None, decimals: 0 };
    Expr { node: Node::Literal(literal), span: like.span.clone() }
}

fn expand_call(expr: &Expr, function: Function, arguments: &[Expr]) -> Expr {
    let pair = |op| match arguments {
        [a, b] => Some(match op {
            Function::Change => {
                join(Op::Divide, join(Op::Subtract, expand(b), expand(a)), expand(a))
            }
            Function::Share => join(Op::Divide, expand(a), expand(b)),
            Function::Points => join(Op::Subtract, expand(b), expand(a)),
            _ => join(Op::Divide, expand(b), expand(a)),
        }),
        _ => None,
    };
    let expanded = match function {
        Function::Change | Function::Share | Function::Points | Function::Coefficient => {
            pair(function)
        }
        Function::Sum => total(terms(arguments)),
        Function::Mean => {
            let terms = terms(arguments);
            let count = whole(terms.len(), expr);
            total(terms).map(|sum| join(Op::Divide, sum, count))
        }
        Function::WeightedMean => weighted(arguments),
        _ => None,
    };
    let expanded = expanded.unwrap_or_else(|| {
        let series = matches!(function, Function::Minimum | Function::Maximum);
        let arguments =
            if series { terms(arguments) } else { arguments.iter().map(expand).collect() };
        Expr { node: Node::Call(function, arguments), span: expr.span.clone() }
    });
    Expr { span: expr.span.clone(), ..expanded }
}

/// The terms of the arguments of a series function, one expression each.
pub(super) fn terms(arguments: &[Expr]) -> Vec<Expr> {
    let mut terms = Vec::new();
    for argument in arguments {
        let at = |operand| Expr { node: Node::Operand(operand), span: argument.span.clone() };
        match &argument.node {
            Node::Operand(Operand::Cells(cells)) => {
                terms.extend(cells.iter().cloned().map(|c| at(Operand::Cell(c))));
            }
            Node::Operand(Operand::Items(items)) => {
                terms.extend(items.iter().cloned().map(|i| at(Operand::Item(i))));
            }
            _ => terms.push(expand(argument)),
        }
    }
    terms
}

/// The sum of the terms, from left to right.
pub(super) fn total(terms: Vec<Expr>) -> Option<Expr> {
    terms.into_iter().reduce(|a, b| join(Op::Add, a, b))
}

/// Σ(v × n) ÷ Σ n.
fn weighted(arguments: &[Expr]) -> Option<Expr> {
    let [values, weights] = arguments else { return None };
    let (values, weights) =
        (terms(std::slice::from_ref(values)), terms(std::slice::from_ref(weights)));
    if values.len() != weights.len() {
        return None;
    }
    let products =
        values.into_iter().zip(weights.clone()).map(|(v, n)| join(Op::Multiply, v, n)).collect();
    Some(join(Op::Divide, total(products)?, total(weights)?))
}

/// The terms of a chain of additions and subtractions, `true` for a subtracted one.
pub(super) fn addends(expr: &Expr) -> Vec<(bool, &Expr)> {
    match &expr.node {
        Node::Binary(op @ (Op::Add | Op::Subtract), a, b) => {
            let mut chain = addends(a);
            chain.push((*op == Op::Subtract, b));
            chain
        }
        _ => vec![(false, expr)],
    }
}

/// The factors of a chain of products and quotients, `true` for a divisor.
pub(super) fn factors(expr: &Expr) -> Vec<(bool, &Expr)> {
    match &expr.node {
        Node::Binary(op @ (Op::Multiply | Op::Divide), a, b) => {
            let mut chain = factors(a);
            chain.push((*op == Op::Divide, b));
            chain
        }
        _ => vec![(false, expr)],
    }
}

/// Whether two expressions compute the same thing, wherever they are written.
pub(super) fn same(a: &Expr, b: &Expr) -> bool {
    match (&a.node, &b.node) {
        (Node::Literal(x), Node::Literal(y)) => x.value == y.value && x.unit == y.unit,
        (Node::Operand(x), Node::Operand(y)) => x == y,
        (Node::Negate(x), Node::Negate(y)) => same(x, y),
        (Node::Binary(p, a, b), Node::Binary(q, c, d)) => p == q && same(a, c) && same(b, d),
        (Node::Call(f, x), Node::Call(g, y)) => {
            f == g && x.len() == y.len() && x.iter().zip(y).all(|(a, b)| same(a, b))
        }
        _ => false,
    }
}

/// Start and end of a change, where the expanded expression is `(b − a) ÷ a`.
pub(super) fn change(expr: &Expr) -> Option<(&Expr, &Expr)> {
    let Node::Binary(Op::Divide, gap, base) = &expr.node else { return None };
    let Node::Binary(Op::Subtract, to, from) = &gap.node else { return None };
    same(from, base).then_some((from, to))
}
