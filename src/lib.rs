//! The map of the tutor, from what an exam is to what a learner sees.
//!
//! Rooms are listed bottom up; each may look only into the rooms above it in
//! this list that `ARCHITECTURE.md` names (`tests/layering.rs` holds the table).

pub mod model;
pub mod number;

pub mod check;
pub mod content;
pub mod formula;

pub mod progress;
pub mod session;

pub mod export;

#[cfg(feature = "tui")]
pub mod cli;
#[cfg(feature = "tui")]
pub mod store;
#[cfg(feature = "tui")]
pub mod texte;
#[cfg(feature = "tui")]
pub mod tui;
