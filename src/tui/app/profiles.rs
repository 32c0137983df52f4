//! The profiles, as the whole interface meets them: the page opens, the loop is asked, someone else
//! sits down.

use std::sync::Arc;

use super::{App, Effect, Look};
use crate::progress::Moment;
use crate::store::ProfileLine;
use crate::tui::coming::Coming;
use crate::tui::screen::profiles::Profiles;
use crate::tui::seat::{Ask, Seat, Seating};

impl App {
    /// Opens the page; the list comes from the journal.
    pub(super) fn open_profiles(&mut self) -> Vec<Effect> {
        if self.pages.profiles().is_none() {
            let moment = Moment { now_ms: self.now_ms, offset_ms: self.offset_ms };
            self.pages.open_profiles(Profiles::new(
                self.look.seat.clone(),
                moment,
                self.keymap().clone(),
            ));
        }
        vec![Effect::Profiles(Ask::List)]
    }

    /// Keeps what is in hand before someone else may take the place.
    pub(super) fn ask_profiles(&mut self, ask: Ask) -> Vec<Effect> {
        let mut effects = match ask {
            Ask::Sit(_) | Ask::Erase(_) => self.put_by(),
            Ask::List | Ask::Rename(..) => Vec::new(),
        };
        effects.push(Effect::Profiles(ask));
        effects
    }

    /// Someone sits down. All begins anew but the papers, the window and the hour: of whoever sat
    /// before, nothing is left.
    pub fn seat(&mut self, seating: Seating) {
        let Seating { seat, history, drafts, preferences, data, notice } = seating;
        let look = Look { preferences, abilities: self.look.abilities, data, seat };
        *self = App {
            catalogue: Arc::clone(&self.catalogue),
            coming: self.coming.take().map(|_| Coming::default()),
            now_ms: self.now_ms,
            offset_ms: self.offset_ms,
            library: self.library.take(),
            notice,
            ..App::early(self.contents.clone(), history, drafts, self.theme, self.size)
        };
        self.set_look(look);
    }

    /// Who there is, and who sits, with a sentence on what was done.
    pub fn list_profiles(&mut self, lines: Vec<ProfileLine>, seat: Seat, told: Option<String>) {
        self.pages.tell_seat(&seat);
        self.home.tell_seat(&seat);
        if let Some(page) = self.pages.profiles() {
            page.list(lines, seat.clone(), self.size);
        }
        self.look.seat = seat;
        self.notice = told.or(self.notice.take());
    }

    /// What was asked of the profiles was not done.
    pub fn refuse_profile(&mut self, why: String) {
        let left = match self.pages.profiles() {
            Some(page) => page.refuse(why),
            None => Some(why),
        };
        self.notice = left.or(self.notice.take());
    }
}
