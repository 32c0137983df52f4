//! The learner's journal, as the loop sees it: opened, written as things happen, left for another's.

use std::path::Path;

use crate::session::Changes;
use crate::store::{Cause, Error, ProfileLine, Shelf, Who};
use crate::tui::preferences::Preferences;
use crate::tui::seat::{Ask, Seat, Seating};

/// Writes changes down.
pub struct Keeper {
    shelf: Shelf,
    /// What the journal holds of the settings.
    kept: Preferences,
}

/// What came of something asked of the profiles.
pub enum Answer {
    /// Someone sits down.
    Seated(Box<Seating>),
    /// Who there is now, and who sits; with a sentence on what was done.
    Listed(Vec<ProfileLine>, Seat, Option<String>),
    /// Nothing was done; the sentence says why.
    Refused(String),
}

/// Opens the journal of a learner in a folder. Where that fails the session goes on, and the notice
/// says why.
pub fn open(data: Option<&Path>, who: &Who) -> (Keeper, Seating) {
    let (shelf, refused) = Shelf::open(data, who);
    let mut keeper = Keeper { shelf, kept: Preferences::default() };
    let mut seating = keeper.seating();
    if let Some(error) = refused {
        seating.notice = Some(unkept(&error));
    }
    (keeper, seating)
}

impl Keeper {
    /// Who sits, and all that was kept of them.
    fn seating(&mut self) -> Seating {
        let journal = self.shelf.journal();
        let (loaded, unread) = match journal.load() {
            Ok(loaded) => (loaded, None),
            Err(error) => (Default::default(), Some(error)),
        };
        self.kept = Preferences::read(|name| journal.setting(name).ok().flatten());
        let folder = self.shelf.folder().filter(|_| journal.records());
        Seating {
            seat: self.seat(),
            history: loaded.history(),
            drafts: loaded.drafts,
            preferences: self.kept.clone(),
            data: folder.map(|folder| folder.display().to_string()),
            notice: unread.map(|error| unkept(&error)).or_else(|| self.notice()),
        }
    }

    fn seat(&self) -> Seat {
        match self.shelf.journal().owner() {
            _ if self.shelf.guest() => Seat::Guest,
            None => Seat::Nobody,
            Some(owner) => Seat::Learner { profile: owner.profile.clone(), alone: owner.alone },
        }
    }

    /// What there is to know of the journal in hand.
    fn notice(&self) -> Option<String> {
        let journal = self.shelf.journal();
        match journal.owner() {
            _ if self.shelf.guest() => None,
            _ if self.shelf.folder().is_none() => {
                Some("Aucun dossier de données\u{a0}: cette séance ne sera pas gardée.".to_owned())
            }
            Some(owner) if owner.created => {
                Some(format!("Nouveau profil «\u{a0}{}\u{a0}».", owner.profile.name))
            }
            _ if !journal.records() => Some("Cette séance ne sera pas gardée.".to_owned()),
            _ => None,
        }
    }

    /// Does what is asked of the profiles.
    pub fn ask(&mut self, ask: Ask) -> Answer {
        let done = match ask {
            Ask::List => self.listed(None),
            Ask::Sit(who) => self.shelf.switch(&who).map(|()| self.seated()),
            Ask::Rename(id, name) => self.shelf.rename(id, &name).and_then(|()| {
                self.listed(Some(format!("Le profil s’appelle «\u{a0}{name}\u{a0}».")))
            }),
            Ask::Erase(id) => self.shelf.erase(id).and_then(|own| {
                let told = "Le profil et tout ce qui en était gardé sont effacés.".to_owned();
                if own { Ok(self.seated_after(&told)) } else { self.listed(Some(told)) }
            }),
        };
        done.unwrap_or_else(|error| Answer::Refused(format!("{error}.")))
    }

    fn listed(&mut self, told: Option<String>) -> Result<Answer, Error> {
        let lines = self.shelf.profiles()?;
        let seat = match self.seat() {
            Seat::Learner { profile, .. } => Seat::Learner { profile, alone: lines.len() < 2 },
            seat => seat,
        };
        Ok(Answer::Listed(lines, seat, told))
    }

    fn seated(&mut self) -> Answer {
        let mut seating = self.seating();
        let welcome = match &seating.seat {
            Seat::Nobody => None,
            Seat::Guest => {
                Some("Vous êtes invité\u{a0}: rien n’est lu, rien n’est gardé.".to_owned())
            }
            Seat::Learner { profile, .. } => {
                Some(format!("Profil «\u{a0}{}\u{a0}».", profile.name))
            }
        };
        seating.notice = seating.notice.or(welcome);
        Answer::Seated(Box::new(seating))
    }

    fn seated_after(&mut self, told: &str) -> Answer {
        let mut seating = self.seating();
        let next = match &seating.seat {
            Seat::Learner { profile, .. } => {
                format!(" Vous êtes maintenant sur «\u{a0}{}\u{a0}».", profile.name)
            }
            Seat::Guest | Seat::Nobody => String::new(),
        };
        seating.notice = Some(seating.notice.unwrap_or_else(|| format!("{told}{next}")));
        Answer::Seated(Box::new(seating))
    }

    /// Appends events and keeps drafts; a failure is one French sentence.
    pub fn keep(&mut self, changes: &Changes) -> Result<(), String> {
        let kept = self.shelf.journal_mut().record(&changes.events, &changes.drafts);
        kept.map_err(|error| match error.cause {
            Cause::ProfileGone => {
                format!(
                    "{error} depuis une autre fenêtre\u{a0}: vos réponses ne sont plus gardées."
                )
            }
            _ => format!("{error}. Continuez\u{a0}: le tuteur essaiera encore à chaque réponse."),
        })
    }

    /// Keeps the settings that changed for the next times; a failure is one French sentence.
    pub fn remember(&mut self, preferences: Preferences) -> Result<(), String> {
        for (setting, before) in preferences.settings().iter().zip(self.kept.settings()) {
            if *setting != before {
                self.shelf
                    .journal_mut()
                    .keep_setting(setting.0, &setting.1)
                    .map_err(|error| format!("{error}. Le réglage vaut pour cette séance."))?;
            }
        }
        self.kept = preferences;
        Ok(())
    }

    /// Writes what still waits. A failure is a French sentence for the shell.
    pub fn close(self) -> Result<(), String> {
        self.shelf.close().map_err(|error| error.to_string())
    }
}

fn unkept(error: &Error) -> String {
    format!("{error}. Vous pouvez continuer, mais cette séance ne sera pas gardée.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Name;
    use crate::tui::keys::Keymap;
    use crate::tui::theme::ThemeChoice;

    fn sit(keeper: &mut Keeper, who: Who) -> Seating {
        match keeper.ask(Ask::Sit(who)) {
            Answer::Seated(seating) => *seating,
            Answer::Listed(..) => panic!("listed"),
            Answer::Refused(why) => panic!("{why}"),
        }
    }

    #[test]
    fn settings_are_found_again_at_the_next_opening() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keymap::from_text("home.memo f10");
        assert_eq!(keys.changes(), 1);
        let chosen = Preferences { theme: ThemeChoice::Dark, large: true, calm: false, keys };
        let open = || open(Some(folder.path()), &Who::Last);
        let (mut keeper, seating) = open();
        assert_eq!(seating.preferences, Preferences::default());
        keeper.remember(Preferences { calm: true, ..chosen.clone() }).unwrap();
        keeper.remember(chosen.clone()).unwrap();
        keeper.close().unwrap();
        assert_eq!(open().1.preferences, chosen);
        let (mut nowhere, _) = super::open(None, &Who::Last);
        nowhere.remember(chosen).unwrap();
    }

    #[test]
    fn settings_changed_by_one_learner_are_not_anothers() {
        let folder = tempfile::tempdir().unwrap();
        let named = |name: &str| Who::Named(Name::read(name).unwrap());
        let (mut keeper, _) = open(Some(folder.path()), &named("Léa"));
        sit(&mut keeper, named("Tom"));
        let chosen = Preferences { large: true, ..Preferences::default() };
        keeper.remember(chosen.clone()).unwrap();
        // What is kept is compared with this learner's, not with the former one's.
        assert_eq!(sit(&mut keeper, named("Léa")).preferences, Preferences::default());
        keeper.remember(chosen.clone()).unwrap();
        sit(&mut keeper, Who::Guest);
        keeper.remember(Preferences { calm: true, ..chosen.clone() }).unwrap();
        assert_eq!(sit(&mut keeper, named("Léa")).preferences, chosen);
    }

    #[test]
    fn one_is_told_who_sits_and_what_was_done() {
        let folder = tempfile::tempdir().unwrap();
        let name = |name: &str| Name::read(name).unwrap();
        let (mut keeper, seating) = open(Some(folder.path()), &Who::Named(name("Léa")));
        assert_eq!(seating.notice.as_deref(), Some("Nouveau profil «\u{a0}Léa\u{a0}»."));
        let told = |seating: &Seating| seating.notice.clone().unwrap().replace('\u{a0}', " ");
        let tom = sit(&mut keeper, Who::New(name("Tom")));
        assert_eq!(told(&tom), "Nouveau profil « Tom ».");
        assert_eq!(told(&sit(&mut keeper, Who::Named(name("lea")))), "Profil « Léa ».");
        let guest = sit(&mut keeper, Who::Guest);
        assert_eq!(told(&guest), "Vous êtes invité : rien n’est lu, rien n’est gardé.");
        assert_eq!((guest.seat, guest.data), (Seat::Guest, None));
        sit(&mut keeper, Who::Named(name("Tom")));
        let Answer::Refused(why) = keeper.ask(Ask::Sit(Who::New(name("LÉA")))) else { panic!() };
        assert_eq!(why, "Ce nom est déjà celui d’un autre profil.");
        let Answer::Seated(left) = keeper.ask(Ask::Erase(tom.seat.id().unwrap())) else { panic!() };
        assert!(told(&left).ends_with("Vous êtes maintenant sur « Léa »."), "{}", told(&left));
        let Answer::Listed(lines, seat, _) = keeper.ask(Ask::List) else { panic!() };
        assert_eq!(lines.len(), 1);
        assert!(matches!(seat, Seat::Learner { alone: true, .. }));
    }
}
