//! Where keys are being read: in what stands before the screen, else on the screen itself.

use super::{App, Overlay, Screen};
use crate::tui::keys::Context;
use crate::tui::screen::leave::Question;

impl App {
    /// Where keys are being read.
    pub fn context(&self) -> Context {
        match &self.overlay {
            Some(Overlay::Palette(_)) => Context::Palette,
            Some(Overlay::Help(_)) => Context::Help,
            Some(Overlay::Why(_)) => Context::Why,
            Some(Overlay::Ask(Question::Restart)) => Context::Restart,
            Some(Overlay::Ask(_)) => Context::Leave,
            None => self.context_below(),
        }
    }

    /// The context of what the overlay covers.
    pub(super) fn context_below(&self) -> Context {
        self.pages.context().unwrap_or_else(|| match &self.screen {
            Screen::Home => Context::Home,
            Screen::Question(question) => question.context(),
            Screen::Summary(_) => Context::Summary,
            Screen::Projection(projection, _) => projection.context(),
        })
    }
}
