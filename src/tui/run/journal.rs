//! The learner's journal, as the loop sees it: opened once, written as things happen.

use std::path::Path;

use crate::progress::{Drafts, History};
use crate::session::Changes;
use crate::store::Journal;

/// What was found on the disk.
pub struct Opened {
    pub history: History,
    pub drafts: Drafts,
    pub journal: Keeper,
    /// Something the learner must know: nothing can be kept, the journal is of a later version.
    pub notice: Option<String>,
}

/// Writes changes down.
pub struct Keeper {
    journal: Journal,
}

/// Opens the journal of a folder. Where that fails the session goes on, and the sentence says why.
pub fn open(data: Option<&Path>) -> Opened {
    let (journal, refused) = match data {
        Some(folder) => Journal::open_or_memory(folder),
        None => (Journal::in_memory(), None),
    };
    let (loaded, unread) = match journal.load() {
        Ok(loaded) => (loaded, None),
        Err(error) => (Default::default(), Some(error)),
    };
    let notice = refused.or(unread).map(|error| {
        let rest = "Vous pouvez continuer, mais cette séance ne sera pas gardée.";
        format!("{error}. {rest}")
    });
    let notice = notice.or_else(|| {
        let lost = "Aucun dossier de données\u{a0}: cette séance ne sera pas gardée.";
        data.is_none().then(|| lost.to_owned())
    });
    Opened { history: loaded.history(), drafts: loaded.drafts, journal: Keeper { journal }, notice }
}

impl Keeper {
    /// Appends events and keeps drafts; a failure is one French sentence.
    pub fn keep(&mut self, changes: &Changes) -> Result<(), String> {
        self.journal.record(&changes.events, &changes.drafts).map_err(|error| {
            format!("{error}. Continuez\u{a0}: le tuteur essaiera encore à chaque réponse.")
        })
    }

    /// Writes what still waits. A failure is a French sentence for the shell.
    pub fn close(self) -> Result<(), String> {
        self.journal.close().map_err(|error| error.to_string())
    }
}
