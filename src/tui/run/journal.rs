//! The learner's journal, as the loop sees it: opened once, written as things happen.

use std::path::Path;

use crate::progress::{Drafts, History};
use crate::session::Changes;
use crate::store::Journal;
use crate::tui::theme::ThemeChoice;

/// The name of the setting that holds the theme.
const THEME: &str = "theme";

/// What was found on the disk.
pub struct Opened {
    pub history: History,
    pub drafts: Drafts,
    pub journal: Keeper,
    pub theme: ThemeChoice,
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
        Some(folder) => Journal::open_or_memory(folder, &crate::store::Who::Last),
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
    let theme = journal.setting(THEME).ok().flatten();
    Opened {
        history: loaded.history(),
        drafts: loaded.drafts,
        theme: theme.and_then(|code| ThemeChoice::from_code(&code)).unwrap_or_default(),
        journal: Keeper { journal },
        notice,
    }
}

impl Keeper {
    /// Appends events and keeps drafts; a failure is one French sentence.
    pub fn keep(&mut self, changes: &Changes) -> Result<(), String> {
        self.journal.record(&changes.events, &changes.drafts).map_err(|error| {
            format!("{error}. Continuez\u{a0}: le tuteur essaiera encore à chaque réponse.")
        })
    }

    /// Keeps a theme for the next times; a failure is one French sentence.
    pub fn remember(&mut self, theme: ThemeChoice) -> Result<(), String> {
        self.journal
            .keep_setting(THEME, theme.code())
            .map_err(|error| format!("{error}. Le thème est changé pour cette séance."))
    }

    /// Whether work is recorded.
    pub fn records(&self) -> bool {
        self.journal.records()
    }

    /// Writes what still waits. A failure is a French sentence for the shell.
    pub fn close(self) -> Result<(), String> {
        self.journal.close().map_err(|error| error.to_string())
    }
}
