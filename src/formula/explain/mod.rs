//! A formula in words, with its figures, and result after result, as a teacher writes it on the board.
//!
//! The wording of hints and of the interpretation is the author's; judging is `check`'s.

mod figures;
mod layout;
mod names;
mod precision;
mod steps;
mod words;

pub use figures::with_figures;
pub(super) use precision::Precise;
pub use steps::steps;
pub(super) use steps::{Forged, bare_steps, steps_of};
pub(super) use words::expression_in_words;
pub use words::in_words;

use crate::number::Unit;

/// What is computed: the left-hand side of the lines, and how the result is given.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'a> {
    /// "Taux de rebond".
    pub label: &'a str,
    pub unit: Unit,
    /// Decimals of the result.
    pub decimals: u32,
}

#[cfg(test)]
mod tests;
