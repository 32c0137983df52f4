//! The learner's journal, as the loop sees it: opened once, written as things happen.

use std::path::Path;

use crate::progress::{Drafts, History};
use crate::session::Changes;
use crate::store::Journal;
use crate::tui::preferences::Preferences;

/// What was found on the disk.
pub struct Opened {
    pub history: History,
    pub drafts: Drafts,
    pub journal: Keeper,
    pub preferences: Preferences,
    /// Something the learner must know: nothing can be kept, the journal is of a later version.
    pub notice: Option<String>,
}

/// Writes changes down.
pub struct Keeper {
    journal: Journal,
    /// What the journal holds of the settings.
    kept: Preferences,
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
    let preferences = Preferences::read(|name| journal.setting(name).ok().flatten());
    Opened {
        history: loaded.history(),
        drafts: loaded.drafts,
        preferences: preferences.clone(),
        journal: Keeper { journal, kept: preferences },
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

    /// Keeps the settings that changed for the next times; a failure is one French sentence.
    pub fn remember(&mut self, preferences: Preferences) -> Result<(), String> {
        for (setting, before) in preferences.settings().iter().zip(self.kept.settings()) {
            if *setting != before {
                self.journal
                    .keep_setting(setting.0, &setting.1)
                    .map_err(|error| format!("{error}. Le réglage vaut pour cette séance."))?;
            }
        }
        self.kept = preferences;
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::Keymap;
    use crate::tui::theme::ThemeChoice;

    #[test]
    fn settings_are_found_again_at_the_next_opening() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keymap::from_text("home.memo f10");
        assert_eq!(keys.changes(), 1);
        let chosen = Preferences { theme: ThemeChoice::Dark, large: true, calm: false, keys };
        let mut opened = open(Some(folder.path()));
        assert_eq!(opened.preferences, Preferences::default());
        opened.journal.remember(Preferences { calm: true, ..chosen.clone() }).unwrap();
        opened.journal.remember(chosen.clone()).unwrap();
        opened.journal.close().unwrap();
        assert_eq!(open(Some(folder.path())).preferences, chosen);
        let mut nowhere = open(None);
        nowhere.journal.remember(chosen).unwrap();
    }
}
