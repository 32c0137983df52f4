//! What evaluation works with: amounts with a dimension, and where figures come from.

use rust_decimal::Decimal;

use super::{Dimension, EvalErrorKind};
use crate::model::{CellRef, ItemId};
use crate::number::Unit;
use crate::number::rounding::{self, round};

/// Decimals kept in a result: more than any paper prints, few enough that a quotient that
/// was multiplied back (17 €/h × 22 h) is whole again.
const KEPT_DECIMALS: u32 = 18;

/// A figure an operand stands for, with what explanations need to name it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value in `unit`.
    pub value: Decimal,
    pub unit: Unit,
    /// Decimals to show it with.
    pub decimals: u32,
    /// What it is: "Visiteurs".
    pub label: String,
    /// Which one, in a table: "T1".
    pub place: Option<String>,
}

impl Figure {
    /// "Visiteurs, T1".
    pub fn full_label(&self) -> String {
        match &self.place {
            Some(place) => format!("{}, {place}", self.label),
            None => self.label.clone(),
        }
    }

    /// The figure as an amount.
    pub fn to_value(&self) -> Result<Value, EvalErrorKind> {
        Value::new(self.value, self.unit)
    }
}

/// Where the figures of a formula come from: a paper, a paper with the learner's own results, a test.
pub trait Data {
    fn cell(&self, cell: &CellRef) -> Option<Figure>;
    fn item(&self, item: &ItemId) -> Option<Figure>;
    /// Figures of the same table in the same row or the same column, in table order, `cell`
    /// itself left out: what a hurried eye may have taken instead.
    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef>;
    /// Results of the same row or the same column of an earlier grid, in grid order, `item`
    /// itself left out.
    fn item_neighbours(&self, item: &ItemId) -> Vec<ItemId> {
        let _ = item;
        Vec::new()
    }
    /// Whether two neighbours touch: the next row, the next column.
    fn adjacent(&self, cell: &CellRef, other: &CellRef) -> bool {
        let _ = (cell, other);
        false
    }
    /// The same of two results of an earlier grid.
    fn adjacent_items(&self, item: &ItemId, other: &ItemId) -> bool {
        let _ = (item, other);
        false
    }
}

/// An amount in the base unit of its dimension: euros, seconds, fractions (0.2564 for 25,64 %).
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub amount: Decimal,
    pub dimension: Dimension,
    /// The unit it is naturally shown and rounded in: hours for a sum of hours.
    pub shown: Unit,
}

impl Value {
    /// `value` as written in `unit`.
    pub fn new(value: Decimal, unit: Unit) -> Result<Self, EvalErrorKind> {
        let amount = value.checked_mul(base(unit)).ok_or(EvalErrorKind::Overflow)?;
        Ok(Value { amount, dimension: Dimension::of(unit), shown: unit })
    }

    /// The value counted in `unit`: percentages and points × 100, seconds as hours…
    ///
    /// A plain number fits every unit, since annexes often leave the unit to the heading;
    /// euros asked as a percentage, or a rate asked in points, do not.
    pub fn in_unit(&self, unit: Unit) -> Result<Decimal, EvalErrorKind> {
        if self.dimension.is_rate() && matches!(unit, Unit::Number | Unit::Count) {
            let amount =
                self.amount.checked_mul(base(self.shown)).ok_or(EvalErrorKind::Overflow)?;
            return tidy(amount);
        }
        let divisor = match self.dimension.fits(unit)? {
            Fit::Converts => base(unit),
            Fit::AsIs => Decimal::ONE,
        };
        tidy(self.amount.checked_div(divisor).ok_or(EvalErrorKind::Overflow)?)
    }

    /// The value in the unit it is shown in.
    pub fn shown_value(&self) -> Result<Decimal, EvalErrorKind> {
        self.in_unit(self.shown)
    }

    /// The same amount, rounded by `rounding` in the unit it is shown in.
    pub(super) fn rounded(&self, rounding: fn(Decimal) -> Decimal) -> Result<Value, EvalErrorKind> {
        let rounded = rounding(self.shown_value()?);
        let amount = rounded.checked_mul(base(self.shown)).ok_or(EvalErrorKind::Overflow)?;
        Ok(Value { amount, ..self.clone() })
    }

    /// The same amount, with `decimals` decimals in the unit it is shown in, half away from zero.
    pub(super) fn rounded_to(&self, decimals: u32) -> Result<Value, EvalErrorKind> {
        let rounded = round(self.shown_value()?, decimals);
        let amount = rounded.checked_mul(base(self.shown)).ok_or(EvalErrorKind::Overflow)?;
        Ok(Value { amount, ..self.clone() })
    }
}

/// Whether an amount asked in a unit must be converted or is taken as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Converts,
    AsIs,
}

/// How many base units `unit` is worth.
pub(super) fn base(unit: Unit) -> Decimal {
    match unit {
        Unit::Percent | Unit::Points => Decimal::new(1, 2),
        Unit::KiloEuro => Decimal::from(1_000),
        Unit::MegaEuro => Decimal::from(1_000_000),
        Unit::Minute => Decimal::from(60),
        Unit::Hour => Decimal::from(3_600),
        Unit::EuroPerHour => Decimal::ONE / Decimal::from(3_600),
        _ => Decimal::ONE,
    }
}

/// Drops the last digits, which only non-terminating intermediates leave, and trailing zeros.
pub(super) fn tidy(value: Decimal) -> Result<Decimal, EvalErrorKind> {
    Ok(round(rounding::settle(value), KEPT_DECIMALS).normalize())
}
