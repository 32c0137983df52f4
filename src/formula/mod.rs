//! Expression trees: parse (with places), evaluate over named cells, explain, enumerate slips.
//!
//! Judging an answer is `check`'s work; resolving names against a paper is `content`'s.

pub mod copy;
mod dimension;
mod error;
mod eval;
mod expand;
pub mod explain;
mod functions;
mod lex;
mod names;
mod parse;
mod scan;
pub mod slips;
mod text;
mod thresholds;
mod value;

#[cfg(test)]
mod eval_tests;
#[cfg(test)]
mod parse_tests;
#[cfg(test)]
mod testing;

pub use dimension::Dimension;
pub use error::{EvalError, EvalErrorKind, FormulaError, NameError};
pub use eval::{evaluate, exact};
pub use names::{Name, Names};
pub use parse::{MAX_DEPTH, MAX_LENGTH, MAX_NODES, parse};
pub use slips::{Slip, SlipCode};
pub use value::{Data, Figure, Value};
