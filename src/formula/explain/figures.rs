//! The substitution: the formula with this question's figures, and never its result.

use super::Heading;
use super::layout::{Hold, Piece, lay, rounding_words, unwrapped};
use super::precision::Precise;
use crate::formula::expand::expand;
use crate::formula::text::{self, NBSP, leaf_figure};
use crate::formula::{Data, evaluate};
use crate::model::{Expr, Formula, Function, Node};
use crate::number::Unit;

/// The formula with its figures: `(450 − 452) ÷ 452`. `None` where nothing is computed: the
/// figure is read off a table, and writing it would give the answer.
pub fn with_figures(formula: &Formula, data: &dyn Data, heading: &Heading) -> Option<String> {
    let expr = expand(&formula.expr);
    let data: &dyn Data = &Precise::of(&expr, data, heading);
    match &expr.node {
        Node::Operand(_) | Node::Literal(_) => None,
        Node::Call(function, arguments) => {
            let x = arguments.first()?;
            let places = arguments.get(1).map(|p| figures(p, data).text);
            match rounding_words(*function, places.as_deref()) {
                Some(rounding) => Some(format!("{}, {rounding}", figures(x, data).text)),
                None => Some(unwrapped(figures(&expr, data))),
            }
        }
        Node::Lookup { subject, .. } => {
            Some(format!("où se situe {} dans le barème{NBSP}?", figures(subject, data).text))
        }
        _ => Some(figures(&expr, data).text),
    }
}

/// An expanded expression with its figures.
fn figures(expr: &Expr, data: &dyn Data) -> Piece {
    lay(expr, &|e| leaf(e, data).or_else(|| conversion(e, data)))
}

/// The text of a figure or of a literal.
pub(super) fn leaf(expr: &Expr, data: &dyn Data) -> Option<Piece> {
    match &expr.node {
        Node::Literal(literal) => Some(Piece::atom(text::literal(literal))),
        Node::Operand(_) => Some(Piece::atom(
            leaf_figure(expr, data).map_or_else(|| "…".into(), |f| text::figure(&f)),
        )),
        _ => None,
    }
}

/// `heures(x)` and `minutes(x)` as the division or the multiplication they stand for.
fn conversion(expr: &Expr, data: &dyn Data) -> Option<Piece> {
    let Node::Call(function, arguments) = &expr.node else { return None };
    let to = conversion_unit(*function)?;
    let x = arguments.first()?;
    let from = evaluate(x, data).ok()?.shown;
    let piece = figures(x, data);
    let Some((sign, by)) = factor(from, to) else { return Some(piece) };
    let wrapped = if piece.hold == Hold::Sum { format!("({})", piece.text) } else { piece.text };
    Some(Piece { text: format!("{wrapped} {sign} {by}"), hold: Hold::Product })
}

pub(super) fn conversion_unit(function: Function) -> Option<Unit> {
    match function {
        Function::Hours => Some(Unit::Hour),
        Function::Minutes => Some(Unit::Minute),
        _ => None,
    }
}

/// The operation that takes a figure from one unit to another of its family.
pub(super) fn factor(from: Unit, to: Unit) -> Option<(char, String)> {
    let by = |a: u32| text::decimal(a.into(), 0);
    Some(match (from, to) {
        (Unit::Minute, Unit::Hour) | (Unit::Second, Unit::Minute) => ('÷', by(60)),
        (Unit::Hour, Unit::Minute) | (Unit::Minute, Unit::Second) => ('×', by(60)),
        (Unit::Second, Unit::Hour) => ('÷', by(3_600)),
        (Unit::Hour, Unit::Second) => ('×', by(3_600)),
        (Unit::Euro, Unit::KiloEuro) | (Unit::KiloEuro, Unit::MegaEuro) => ('÷', by(1_000)),
        (Unit::KiloEuro, Unit::Euro) | (Unit::MegaEuro, Unit::KiloEuro) => ('×', by(1_000)),
        (Unit::Euro, Unit::MegaEuro) => ('÷', by(1_000_000)),
        (Unit::MegaEuro, Unit::Euro) => ('×', by(1_000_000)),
        _ => return None,
    })
}
