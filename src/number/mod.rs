//! Quantities: reading what was typed, units, French printing. Knows nothing else.
//!
//! One reader serves the learner's field, the author's figures and the headless
//! command, so the three can never disagree. Judging a quantity is `check`'s work.

mod quantity;
mod unit;

pub use quantity::{Form, Quantity, ReadError, ReadErrorKind, Reading};
pub use unit::{Family, Unit};
