//! Why a formula cannot be read, and why it has no value. Each error has a place.

use std::fmt;
use std::ops::Range;

/// A fault in the text of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaError {
    /// Bytes of the source.
    pub span: Range<usize>,
    /// One French sentence without a final full stop.
    pub message: String,
    /// The remedy, where one is known.
    pub help: Option<String>,
}

impl FormulaError {
    pub(super) fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        FormulaError { span, message: message.into(), help: None }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A name that stands for nothing, or for too much; the parser adds the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError {
    pub message: String,
    pub help: Option<String>,
}

/// Why a formula has no value, and which part of it is at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvalError {
    pub kind: EvalErrorKind,
    /// Bytes of the formula's source.
    pub span: Range<usize>,
}

/// The reasons a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvalErrorKind {
    DivisionByZero,
    Overflow,
    /// An operand has no figure (missing cell, unknown step); its name.
    MissingFigure(String),
    /// A mean or a sum over nothing.
    EmptySeries,
    /// Two dimensions that do not go together, with the French sentence.
    Dimensions(String),
}

impl EvalErrorKind {
    /// Gives the error its place.
    pub fn at(self, span: Range<usize>) -> EvalError {
        EvalError { kind: self, span }
    }
}

impl fmt::Display for EvalErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EvalErrorKind::DivisionByZero => f.write_str("une division par zéro"),
            EvalErrorKind::Overflow => f.write_str("un résultat trop grand pour être calculé"),
            EvalErrorKind::MissingFigure(name) => {
                write!(f, "il n’y a pas de chiffre pour «\u{a0}{name}\u{a0}»")
            }
            EvalErrorKind::EmptySeries => f.write_str("une série sans aucun chiffre"),
            EvalErrorKind::Dimensions(sentence) => f.write_str(sentence),
        }
    }
}

impl fmt::Display for EvalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for EvalError {}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FormulaError {}
