//! Figures as explanations and diagnoses print them.

use rust_decimal::Decimal;

use super::{Data, Figure, Value};
use crate::model::{Expr, Literal, Node, Operand};
use crate::number::rounding::round;
use crate::number::{Unit, french};

pub(super) use french::NO_BREAK as NBSP;

/// Decimals of an intermediate result that does not end.
const SHOWN_DECIMALS: u32 = 4;

/// `1 080`, `− 0,44`: `decimals` decimals, the sign apart as on a board.
pub(super) fn decimal(value: Decimal, decimals: u32) -> String {
    french::decimal(value, decimals)
}

/// `1 080 €`, `49,3 %`, `4 points`, `452`, the sign apart.
pub(super) fn quantity(value: Decimal, unit: Unit, decimals: u32) -> String {
    french::quantity(value, unit, decimals)
}

/// A figure as it stands inside a computation, where marks and coefficients are bare.
pub(super) fn operand(value: Decimal, unit: Unit, decimals: u32) -> String {
    match unit {
        Unit::Times | Unit::Mark(_) => decimal(value, decimals),
        _ => quantity(value, unit, decimals),
    }
}

pub(super) fn figure(figure: &Figure) -> String {
    operand(figure.value, figure.unit, figure.decimals)
}

pub(super) fn literal(literal: &Literal) -> String {
    operand(literal.value, literal.unit.unwrap_or(Unit::Number), literal.decimals)
}

/// An intermediate result and whether it had to be rounded.
pub(super) struct Shown {
    pub text: String,
    pub exact: bool,
}

/// An intermediate result in the unit it is naturally shown in; at least `least` decimals
/// where it does not end. `None` where no unit fits (euros multiplied by euros).
pub(super) fn intermediate(value: &Value, least: u32) -> Option<Shown> {
    let amount = value.shown_value().ok()?;
    let unit = if value.dimension.is_rate() { Unit::Number } else { value.shown };
    let limit = match unit {
        Unit::Hour | Unit::Percent | Unit::Points => 2,
        _ => SHOWN_DECIMALS,
    };
    let decimals = significant(amount, limit.max(least));
    let exact = round(amount, decimals) == amount;
    let decimals =
        if exact { amount.normalize().scale().max(money(unit, amount)) } else { decimals };
    Some(Shown { text: operand(amount, unit, decimals), exact })
}

/// `12,50 €` rather than `12,5 €`, but `12 €`.
fn money(unit: Unit, amount: Decimal) -> u32 {
    if unit == Unit::Euro && !amount.fract().is_zero() { 2 } else { 0 }
}

/// `decimals`, or as many as it takes to show two significant digits.
fn significant(amount: Decimal, decimals: u32) -> u32 {
    let tenth = Decimal::new(1, 1);
    let mut shown = decimals;
    while shown < 12
        && !amount.is_zero()
        && amount.abs() < Decimal::new(10, shown)
        && amount.abs() < tenth
    {
        shown += 1;
    }
    shown
}

/// The figure of a leaf: one operand. In a table of one column, the row says it all.
pub(super) fn leaf_figure(expr: &Expr, data: &dyn Data) -> Option<Figure> {
    match &expr.node {
        Node::Operand(Operand::Cell(cell)) => {
            let figure = data.cell(cell)?;
            let alone = figure.place.is_some()
                && !data.neighbours(cell).iter().any(|other| other.row == cell.row);
            Some(Figure { place: figure.place.filter(|_| !alone), ..figure })
        }
        Node::Operand(Operand::Item(item)) => data.item(item),
        _ => None,
    }
}
