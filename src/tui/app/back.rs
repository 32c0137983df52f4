//! Where a question leads back to: the entry of the mémo it was opened from, else the accueil.

use super::{App, Effect, Screen};
use crate::session::Place;
use crate::tui::msg::Action;
use crate::tui::pages::Pages;
use crate::tui::screen::summary::SummaryScreen;
use crate::tui::widget::bar::Hint;

/// What was in sight when a question was opened from an entry.
#[derive(Debug)]
pub(super) struct Origin {
    /// The entry, over the pages it was reached by.
    pages: Pages,
    below: Below,
}

/// The screen the pages stood over.
#[derive(Debug)]
enum Below {
    Home,
    Question(Place),
    Summary(Place),
}

impl App {
    /// Closes the pages for a question they lead to; an entry is found again on the way back.
    pub(super) fn turn_from_pages(&mut self) -> Vec<Effect> {
        let changes = self.pages.leave(self.now_ms);
        let pages = std::mem::take(&mut self.pages);
        if pages.show_entry() {
            let below = match &self.screen {
                Screen::Question(question) => Below::Question(question.place().clone()),
                Screen::Summary(summary) => Below::Summary(summary.place().clone()),
                Screen::Home | Screen::Projection(..) => Below::Home,
            };
            self.origins.push(Origin { pages, below });
        } else {
            self.origins.clear();
        }
        self.keep(changes)
    }

    /// Leaves a question: back to where it was opened from.
    pub(super) fn go_back(&mut self) -> Vec<Effect> {
        let Some(Origin { pages, below }) = self.origins.pop() else { return self.go_home() };
        let mut effects = self.go_home();
        match below {
            Below::Home => {}
            Below::Question(place) => effects.extend(self.open(&place)),
            Below::Summary(place) => {
                effects.extend(self.open(&place));
                self.show_summary();
            }
        }
        self.pages = pages;
        self.pages.prefer(&self.look.preferences);
        self.pages.come_back(&self.history, self.size);
        effects
    }

    /// The summary in place of the question it sums up.
    pub(super) fn show_summary(&mut self) {
        if let Screen::Question(question) = &self.screen {
            let summary = SummaryScreen::new(question.walk(), &self.catalogue, self.theme);
            self.screen = Screen::Summary(Box::new(summary));
        }
    }

    /// The key that leads back says where.
    pub(super) fn name_the_way_back(&self, hints: &mut [Hint]) {
        let leads_to_an_entry = self.overlay.is_none()
            && self.pages.is_empty()
            && matches!(self.screen, Screen::Question(_) | Screen::Summary(_))
            && !self.origins.is_empty();
        let back = |hint: &&mut Hint| hint.action == Action::Back && hint.label == "Accueil";
        if leads_to_an_entry {
            hints.iter_mut().filter(back).for_each(|hint| hint.label = "Fiche");
        }
    }
}
