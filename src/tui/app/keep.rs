//! What a question asks for, and keeping what was done.

use super::{App, Effect, Overlay, Screen};
use crate::session::Changes;
use crate::tui::screen::question::Asked;
use crate::tui::screen::summary::SummaryScreen;

impl App {
    pub(super) fn obey_question(&mut self, asked: Asked) -> Vec<Effect> {
        match asked {
            Asked::Nothing => Vec::new(),
            Asked::Keep(changes) => self.keep(changes),
            Asked::Tell(changes, notice) => {
                self.notify(notice);
                self.keep(changes)
            }
            Asked::Why => {
                self.overlay = Some(Overlay::Why(0));
                Vec::new()
            }
            Asked::Finish(changes) => {
                let effects = self.keep(changes);
                if let Screen::Question(question) = &self.screen {
                    let summary = SummaryScreen::new(question.walk(), &self.catalogue, self.theme);
                    self.screen = Screen::Summary(Box::new(summary));
                }
                effects
            }
            Asked::Leave(changes) => {
                let mut effects = self.keep(changes);
                effects.extend(self.go_back());
                effects
            }
        }
    }

    /// Folds changes into what is known here, and passes them on to be written.
    pub(super) fn keep(&mut self, changes: Changes) -> Vec<Effect> {
        if changes.is_empty() {
            return Vec::new();
        }
        changes.events.iter().for_each(|event| self.history.apply(event));
        changes.drafts.iter().for_each(|draft| self.drafts.set(draft.clone()));
        if let Screen::Question(question) = &mut self.screen {
            question.take_note(&changes.events);
        }
        vec![Effect::Keep(changes)]
    }
}
