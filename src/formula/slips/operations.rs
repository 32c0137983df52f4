//! One operation for another, and a term or a factor left out.

use super::bench::Bench;
use super::rank;
use super::shapes::{is_whole, replaced};
use super::story::Story;
use super::walk::Rebuild;
use crate::formula::eval::is_constant;
use crate::formula::expand::{addends, change, factors, join};
use crate::model::{Expr, Node, Op};

/// Longest sum whose terms are tried one by one; beyond, "one is missing" explains too much.
const MANY_TERMS: usize = 12;

/// The slips of the node `expr`. Inner links of a chain are left to its outermost one.
pub(super) fn of_node(bench: &mut Bench, expr: &Expr, rebuild: Rebuild, root: bool) {
    let Node::Binary(op, left, right) = &expr.node else { return };
    if change(expr).is_some() {
        return;
    }
    swaps(bench, *op, left, right, rebuild, root);
    precedence(bench, *op, left, right, rebuild, root);
    match op {
        Op::Add | Op::Subtract => forgotten_terms(bench, expr, rebuild, root),
        Op::Multiply | Op::Divide => forgotten_factors(bench, expr, rebuild, root),
    }
}

fn swaps(bench: &mut Bench, op: Op, left: &Expr, right: &Expr, rebuild: Rebuild, root: bool) {
    let order = if root { rank::SWAPPED } else { rank::SWAPPED_INSIDE };
    let swap = |bench: &mut Bench, done: Op, a: &Expr, b: &Expr| {
        let story =
            Story::Swapped { done, expected: op, left: bench.mention(a), right: bench.mention(b) };
        bench.tree(rebuild(join(done, a.clone(), b.clone())), story, order);
    };
    match op {
        // In a longer sum, one sign alone is nobody's slip.
        Op::Add if addends(left).len() > 1 => {}
        Op::Add => swap(bench, Op::Subtract, left, right),
        Op::Subtract => swap(bench, Op::Add, left, right),
        Op::Multiply => {
            swap(bench, Op::Divide, left, right);
            if root && !is_constant(left) {
                swap(bench, Op::Divide, right, left);
            }
            if root {
                swap(bench, Op::Add, left, right);
            }
        }
        Op::Divide => {
            swap(bench, Op::Multiply, left, right);
            if root {
                swap(bench, Op::Subtract, left, right);
                swap(bench, Op::Subtract, right, left);
                swap(bench, Op::Add, left, right);
            }
        }
    }
}

/// `(a + b) ÷ c` typed without its parentheses, `a + b × c` keyed in from left to right.
pub(super) fn precedence(
    bench: &mut Bench,
    op: Op,
    left: &Expr,
    right: &Expr,
    rebuild: Rebuild,
    root: bool,
) {
    let weak = |op: Op| matches!(op, Op::Add | Op::Subtract);
    // `1 − 20 %` is one thing, and has slips of its own.
    if [left, right].into_iter().any(is_remainder) {
        return;
    }
    let mut out_of_turn = |wrong: Expr, first: Op, expected: Op| {
        let story = Story::Precedence { first, expected };
        bench.tree(rebuild(wrong.clone()), story.clone(), rank::PRECEDENCE);
        if root && bench.is_percent() {
            bench.bare(wrong, story, rank::PRECEDENCE);
        }
    };
    match (&left.node, &right.node) {
        (Node::Binary(inner, a, b), _) if weak(*inner) && !weak(op) => {
            let late = join(op, (**b).clone(), right.clone());
            out_of_turn(join(*inner, (**a).clone(), late), op, *inner);
        }
        (_, Node::Binary(inner, a, b)) if weak(*inner) && !weak(op) => {
            let early = join(op, left.clone(), (**a).clone());
            out_of_turn(join(*inner, early, (**b).clone()), op, *inner);
        }
        (_, Node::Binary(inner, a, b)) if weak(op) && !weak(*inner) => {
            let early = join(op, left.clone(), (**a).clone());
            out_of_turn(join(*inner, early, (**b).clone()), op, *inner);
        }
        _ => {}
    }
}

fn is_remainder(expr: &Expr) -> bool {
    matches!(&expr.node, Node::Binary(_, one, other) if is_whole(one) || is_whole(other))
}

fn forgotten_terms(bench: &mut Bench, expr: &Expr, rebuild: Rebuild, root: bool) {
    let chain = addends(expr);
    if chain.len() > MANY_TERMS {
        return;
    }
    for (index, (_, term)) in chain.iter().enumerate() {
        // `1 − p` without its 1 is a complement, which has a sentence of its own.
        if is_constant(term) && !is_constant(expr) {
            continue;
        }
        let mut rest: Option<Expr> = None;
        for (i, (minus, e)) in chain.iter().enumerate() {
            let e = (*e).clone();
            rest = match (rest, i == index) {
                (rest, true) => rest,
                (None, _) if *minus => {
                    let span = e.span.clone();
                    Some(Expr { node: Node::Negate(Box::new(e)), span })
                }
                (None, _) => Some(e),
                (Some(left), _) => Some(join(if *minus { Op::Subtract } else { Op::Add }, left, e)),
            };
        }
        if let Some(rest) = rest {
            let story = Story::ForgottenTerm { term: bench.mention(term) };
            bench.tree(
                rebuild(rest),
                story,
                if root { rank::FORGOTTEN } else { rank::FORGOTTEN_INSIDE },
            );
        }
    }
}

fn forgotten_factors(bench: &mut Bench, expr: &Expr, rebuild: Rebuild, root: bool) {
    let chain = factors(expr);
    for (index, (divided, factor)) in chain.iter().enumerate() {
        if *divided && chain.len() == 2 && !is_constant(factor) {
            continue; // The undivided numerator is told by the shape of the rate.
        }
        let mention = bench.mention(factor);
        let story = if *divided {
            Story::ForgottenDivisor { divisor: mention }
        } else if chain.iter().any(|(d, _)| *d) && chain.len() == 2 {
            continue; // 1 ÷ t is nobody's slip.
        } else {
            Story::ForgottenFactor { factor: mention }
        };
        bench.tree(
            rebuild(replaced(&chain, index, None)),
            story,
            if root { rank::FORGOTTEN } else { rank::FORGOTTEN_INSIDE },
        );
    }
}
