//! What evaluation works with: amounts with a dimension, and where figures come from.

use rust_decimal::Decimal;

use crate::model::{CellRef, ItemId};
use crate::number::Unit;

/// A figure an operand stands for, with what explanations need to name it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value in `unit`.
    pub value: Decimal,
    pub unit: Unit,
    /// Decimals to show it with.
    pub decimals: u32,
    /// "Visiteurs, T1".
    pub label: String,
}

/// Where the figures of a formula come from: a paper, a paper with the learner's own results, a test.
pub trait Data {
    fn cell(&self, cell: &CellRef) -> Option<Figure>;
    fn item(&self, item: &ItemId) -> Option<Figure>;
    /// The same formula one row or one column away: cells that share a table with `cell`, for diagnosis.
    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef>;
}

/// An amount in the base unit of its dimension: euros, seconds, fractions (0.2564 for 25,64 %).
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub amount: Decimal,
    pub dimension: Dimension,
}

/// What an amount measures, so that adding euros to a percentage is an error with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// A pure number: counts, coefficients, quotients of like amounts.
    Pure,
    /// A percentage, held as a fraction.
    Fraction,
    /// A difference of percentages, held as a fraction.
    Points,
    /// Euros to the power `money`, seconds to the power `time`.
    Physical {
        money: i8,
        time: i8,
    },
    Days,
    Months,
    Mark(u8),
}

/// Why a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvalError {
    DivisionByZero,
    Overflow,
    /// An operand has no figure (missing cell, unknown step).
    MissingFigure(String),
    /// Two dimensions that do not go together, with the French sentence.
    Dimensions(String),
}
