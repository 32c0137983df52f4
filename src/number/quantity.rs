//! A quantity as it was written, and the three outcomes of reading one.

use rust_decimal::Decimal;

use super::Unit;

/// A value, its unit if one was written, and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The value in `unit` (25.64 for `25,64 %`).
    pub value: Decimal,
    /// The unit as written; `None` for a bare number or a bare expression.
    pub unit: Option<Unit>,
    /// Number of decimals as written: `9,80` has two, an expression has none of its own.
    pub decimals: u32,
    pub form: Form,
    /// The dot was used as the decimal mark: accepted, with a soft note.
    pub dot: bool,
}

/// How a quantity was written, since reading a percentage depends on form, never on size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One literal: `25,64`, `25,64 %`, `2 000 €`.
    Literal,
    /// A computation; exact, so its number of decimals says nothing about rounding.
    /// `scaled` when it carries `%` or is multiplied by 100.
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
}

/// The reasons a text is not a quantity. The French sentence is `ReadError::message`.
#[derive(Debug, Clone, PartialEq, Eq)]
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
}
