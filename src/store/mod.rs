//! The journal on disk: SQLite, an append-only table of events, the drafts and the profiles.
//!
//! Everything shown is derived from the events by `progress`; nothing derived is stored. When the disk
//! refuses, the session goes on in memory and what could not be written is tried again.
//!
//! Events are never changed, and only ever erased with the whole profile they belong to: on a shared
//! machine a learner may ask for that (GDPR, article 17), so marking the profile as gone is not enough.

mod disk;
mod error;
mod journal;
mod owner;
mod profile;
mod row;
mod schema;
mod shelf;

pub use error::{Act, Cause, Error};
pub use journal::{Journal, Loaded};
pub use owner::Owner;
pub use profile::{LONGEST_NAME, Name, NameError, Profile, ProfileId, ProfileLine, Who};
pub use shelf::Shelf;
