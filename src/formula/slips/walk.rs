//! Visiting every node of a formula together with the way to put a wrong one in its place.

use crate::model::{Expr, Node};

/// Puts a node back into the whole formula.
pub(in crate::formula) type Rebuild<'a> = &'a dyn Fn(Expr) -> Expr;

/// Calls `visit` with each node, the outermost first, and its [`Rebuild`]; `bool` is true for the root.
pub(in crate::formula) fn each_node(expr: &Expr, visit: &mut dyn FnMut(&Expr, Rebuild, bool)) {
    descend(expr, &|wrong| wrong, true, visit);
}

fn descend(expr: &Expr, rebuild: Rebuild, root: bool, visit: &mut dyn FnMut(&Expr, Rebuild, bool)) {
    visit(expr, rebuild, root);
    let around = |node| Expr { node, span: expr.span.clone() };
    match &expr.node {
        Node::Negate(inner) => {
            descend(inner, &|w| rebuild(around(Node::Negate(Box::new(w)))), false, visit);
        }
        Node::Binary(op, a, b) => {
            let left = |w| rebuild(around(Node::Binary(*op, Box::new(w), b.clone())));
            descend(a, &left, false, visit);
            let right = |w| rebuild(around(Node::Binary(*op, a.clone(), Box::new(w))));
            descend(b, &right, false, visit);
        }
        Node::Call(function, arguments) => {
            for (index, argument) in arguments.iter().enumerate() {
                let put = |w| {
                    let mut changed = arguments.clone();
                    changed[index] = w;
                    rebuild(around(Node::Call(*function, changed)))
                };
                descend(argument, &put, false, visit);
            }
        }
        Node::Lookup { subject, bands, otherwise } => {
            let put = |w| {
                rebuild(around(Node::Lookup {
                    subject: Box::new(w),
                    bands: bands.clone(),
                    otherwise: otherwise.clone(),
                }))
            };
            descend(subject, &put, false, visit);
        }
        Node::Literal(_) | Node::Operand(_) => {}
    }
}

/// The formula with every operand passed through `change`.
pub(super) fn map_leaves(expr: &Expr, change: &dyn Fn(&Expr) -> Option<Expr>) -> Expr {
    if let Some(changed) = change(expr) {
        return changed;
    }
    let map = |e: &Expr| map_leaves(e, change);
    let node = match &expr.node {
        Node::Negate(inner) => Node::Negate(Box::new(map(inner))),
        Node::Binary(op, a, b) => Node::Binary(*op, Box::new(map(a)), Box::new(map(b))),
        Node::Call(function, arguments) => {
            Node::Call(*function, arguments.iter().map(map).collect())
        }
        Node::Lookup { subject, bands, otherwise } => Node::Lookup {
            subject: Box::new(map(subject)),
            bands: bands.clone(),
            otherwise: otherwise.clone(),
        },
        leaf => leaf.clone(),
    };
    Expr { node, span: expr.span.clone() }
}
