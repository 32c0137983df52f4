//! Quantities: reading what was typed, units, French printing. Knows nothing else.
//!
//! One reader serves the learner's field, the author's figures and the headless
//! command, so the three can never disagree. Judging a quantity is `check`'s work.
//!
//! A text goes through [`normalise`] (look-alikes become one character), [`lexer`]
//! and [`literal`] (tokens), [`expression`] with [`unit_words`], [`duration`] and
//! [`amount`] (a value with its unit), and [`reading`] (the outcome).

mod amount;
mod computation;
mod duration;
mod expression;
pub mod french;
mod lexer;
mod literal;
mod message;
mod normalise;
mod nouns;
mod quantity;
mod reading;
pub mod rounding;
mod typeset;
mod unit;
mod unit_words;

#[cfg(test)]
mod tests;

pub use quantity::{Form, Quantity, ReadError, ReadErrorKind, Reading};
pub use reading::{read, read_as};
pub use unit::{Family, Unit};
