//! A quantity as it was written, and the three outcomes of reading one.

use rust_decimal::Decimal;

use super::{Unit, rounding};

/// A value, its unit if one was written, and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The value in `unit` (25.64 for `25,64 %`).
    pub value: Decimal,
    /// The unit as written; `None` for a bare number or a bare expression.
    /// A [`Form::Clock`] is always in seconds, so that its value is exact.
    pub unit: Option<Unit>,
    /// Number of decimals as written: `9,80` has two, an expression has none of its own (0).
    pub decimals: u32,
    pub form: Form,
    /// The dot was used as the decimal mark: accepted, with a soft note.
    pub dot: bool,
}

/// How a quantity was written, since reading a percentage depends on form, never on size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One literal: `25,64`, `25,64 %`, `2 000 €`, `2,5·10^3`, `(86)`.
    Literal,
    /// A computation; exact, so its number of decimals says nothing about rounding.
    ///
    /// `scaled` tells that where a percentage is expected the value already is one: it is
    /// multiplied by 100 (`359/1400*100`) or is in `%` (`45 % + 5 %`). Where it is false the
    /// value is a ratio (`359/1400`, and `1-20%`, which is 0.8, that is 80 %).
    Expression { scaled: bool },
    /// A duration in several parts: `3 min 47 s`, `21 h 20`, `0:03:47`.
    Clock,
}

/// What came of reading a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    Quantity(Quantity),
    /// `1.234`: thousands or decimals. Never guessed.
    Ambiguous {
        thousands: Quantity,
        decimal: Quantity,
    },
    Unreadable(ReadError),
}

/// Why a text could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    pub kind: ReadErrorKind,
    /// Index, in characters of the raw text, of the first one that could not be read.
    pub at: usize,
    /// What stands there, made safe to show on a terminal; empty when nothing does.
    pub found: String,
}

/// The reasons a text is not a quantity. The French sentence is `ReadError::message`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadErrorKind {
    Blank,
    TooLong,
    TooDeep,
    TooManyDigits,
    NotANumber,
    BadGrouping,
    TwoCommas,
    UnexpectedCharacter,
    UnknownUnit,
    MissingOperand,
    UnclosedParenthesis,
    UnopenedParenthesis,
    MisplacedPercent,
    DivisionByZero,
    Overflow,
    MixedUnits,
    /// `21 h 80`, `3 min 75`, `1,5 h 20`.
    BadClock,
    /// `2^0,5`, `2^x`.
    BadPower,
}

impl Reading {
    /// The quantity, when there is exactly one reading.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Quantity(quantity) => Some(quantity),
            Self::Ambiguous { .. } | Self::Unreadable(_) => None,
        }
    }
}

impl Quantity {
    /// The value in `expected`, by the form of what was written and never by its size:
    /// a bare number is in the expected unit, a bare expression that is not `scaled` is a
    /// ratio where a percentage is expected, a written unit is converted inside its family.
    /// `None` when the written unit does not convert.
    pub fn value_in(&self, expected: Unit) -> Option<Decimal> {
        match (self.unit, self.form) {
            (None, Form::Expression { scaled: false }) if expected.is_percentlike() => {
                self.value.checked_mul(Decimal::ONE_HUNDRED).map(rounding::settle)
            }
            (None, _) => Some(self.value),
            (Some(unit), _) => Unit::convert(self.value, unit, expected),
        }
    }
}

impl ReadError {
    /// An error at a place, without the character that stands there.
    pub fn new(kind: ReadErrorKind, at: usize) -> Self {
        Self { kind, at, found: String::new() }
    }
}
