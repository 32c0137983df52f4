//! Roundings on the way: to the wrong whole number, or of an intermediate result.

use rust_decimal::Decimal;

use super::bench::Bench;
use super::rank;
use super::story::Story;
use crate::formula::eval::{combine, is_constant, literal_value};
use crate::formula::expand::expand;
use crate::formula::text::leaf_figure;
use crate::formula::{Data, EvalError, EvalErrorKind, Value, evaluate, exact};
use crate::model::{Expr, Formula, Function, Node};
use crate::number::Unit;

/// A whole number rounded the other way, or not rounded at all.
pub(super) fn of_root(bench: &mut Bench, expr: &Expr) {
    let Some((function, _)) = bench.rounding.clone() else { return };
    let up_expected = match function {
        Function::Ceiling => true,
        Function::Floor => false,
        _ => return,
    };
    let Ok(unrounded) = exact(expr, bench.unit, bench.data) else { return };
    let other = if up_expected { unrounded.floor() } else { unrounded.ceil() };
    bench.value(Some(other), Story::Whole { up_expected }, rank::WHOLE);
    bench.value(Some(unrounded), Story::Unrounded { up_expected }, rank::WHOLE + 1);
}

/// Results reached by rounding on the way, coarsest first.
pub(super) fn early(bench: &mut Bench, formula: &Formula) {
    for places in 0..=2 {
        let value = rounded_path(formula, bench.unit, bench.data, places).ok();
        bench.value(value, Story::EarlyRounding, rank::EARLY_ROUNDING);
    }
}

/// The value reached when every intermediate result is rounded to `places` decimals in the unit
/// it is shown in (percentages as percentages), as on paper. Figures of the annexes are taken as
/// printed, results of earlier steps as they are shown; the last operation is exact.
pub fn rounded_path(
    formula: &Formula,
    unit: Unit,
    data: &dyn Data,
    places: u32,
) -> Result<Decimal, EvalError> {
    let expr = expand(&formula.expr);
    let value = outer(&expr, data, places)?;
    value.in_unit(unit).map_err(|e| e.at(expr.span.clone()))
}

fn outer(expr: &Expr, data: &dyn Data, places: u32) -> Result<Value, EvalError> {
    match &expr.node {
        Node::Binary(op, a, b) => {
            let (left, right) = (inner(a, data, places)?, inner(b, data, places)?);
            let constant = (is_constant(a), is_constant(b));
            combine(*op, &left, &right, constant).map_err(|e| e.at(expr.span.clone()))
        }
        Node::Negate(x) => outer(x, data, places).map(|v| Value { amount: -v.amount, ..v }),
        _ => evaluate(expr, data),
    }
}

fn inner(expr: &Expr, data: &dyn Data, places: u32) -> Result<Value, EvalError> {
    let at = |e: EvalErrorKind| e.at(expr.span.clone());
    match &expr.node {
        Node::Literal(literal) => literal_value(literal).map_err(at),
        Node::Operand(_) => {
            let value = evaluate(expr, data)?;
            match leaf_figure(expr, data) {
                Some(figure) => value.rounded_to(figure.decimals).map_err(at),
                None => Ok(value),
            }
        }
        _ => outer(expr, data, places)?.rounded_to(places).map_err(at),
    }
}
