//! Opening the search for an error from wherever one is.

use super::{App, Effect, Screen};
use crate::session::hunt::Ground;
use crate::tui::screen::hunt::HuntScreen;

impl App {
    /// A copy to read: of the step in hand, of the question or of the paper selected.
    pub(super) fn open_hunt(&mut self) -> Vec<Effect> {
        let ground = match &self.screen {
            Screen::Home => self.home.ground(),
            Screen::Question(question) => {
                let step = question.walk().step_index();
                Some(Ground::Question(question.place().clone(), Some(step)))
            }
            Screen::Summary(summary) => Some(Ground::Question(summary.place().clone(), None)),
            Screen::Projection(..) => None,
        };
        let seed = self.now_ms.unsigned_abs();
        let opened =
            ground.and_then(|ground| HuntScreen::open(&self.catalogue, ground, seed, self.size));
        match opened {
            Some(hunt) => self.pages.open_hunt(hunt, self.size),
            None => self.notify("Rien ne se calcule ici\u{a0}: choisissez une autre question."),
        }
        Vec::new()
    }
}
