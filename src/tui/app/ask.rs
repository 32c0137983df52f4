//! What is done only once one was told what it costs: seeing what is accepted, starting again.

use super::{App, Effect, Screen, why};

impl App {
    /// A second "Pourquoi ?" shows what is accepted, and says so to the journal; a third closes.
    pub(super) fn why_again(&mut self) -> Vec<Effect> {
        let changes = match &mut self.screen {
            Screen::Question(question) if why::hides(question.walk()) => {
                question.show_result(self.now_ms)
            }
            _ => {
                self.overlay = None;
                return Vec::new();
            }
        };
        self.keep(changes)
    }

    /// The question on screen from its start; what was answered stays in the history.
    pub(super) fn restart(&mut self) -> Vec<Effect> {
        self.overlay = None;
        let place = match &self.screen {
            Screen::Question(question) => question.place().clone(),
            Screen::Summary(summary) => summary.place().clone(),
            _ => return Vec::new(),
        };
        let mut effects = self.open(&place);
        if let Screen::Question(question) = &mut self.screen {
            let changes = question.restart(self.now_ms, self.size);
            effects.extend(self.keep(changes));
        }
        effects
    }
}
