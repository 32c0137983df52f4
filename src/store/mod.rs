//! The journal on disk: SQLite, an append-only table of events, and the drafts.
//!
//! Everything shown is derived from the events by `progress`; nothing derived is stored. When the disk
//! refuses, the session goes on in memory and what could not be written is tried again.

mod disk;
mod error;
mod journal;
mod row;
mod schema;

pub use error::{Act, Cause, Error};
pub use journal::{Journal, Loaded};
