//! The learner's journal, as the loop sees it: opened once, written as things happen.

use std::path::Path;

use crate::progress::{Drafts, History};
use crate::session::Changes;

/// What was found on the disk.
pub struct Opened {
    pub history: History,
    pub drafts: Drafts,
    pub journal: Keeper,
    /// Something the learner must know: nothing can be kept, the journal is of a later version.
    pub notice: Option<String>,
}

/// Writes changes down.
pub struct Keeper;

pub fn open(_data: Option<&Path>) -> Opened {
    Opened { history: History::default(), drafts: Drafts::default(), journal: Keeper, notice: None }
}

impl Keeper {
    /// Appends events and keeps drafts; a failure is one French sentence.
    pub fn keep(&mut self, _changes: &Changes) -> Result<(), String> {
        Ok(())
    }
}
