//! What the lines of the accueil say.

use ratatui::text::Line;

use super::{Home, PAGES, Row};
use crate::model::question_number;
use crate::session::SubjectLine;
use crate::tui::keys::Context;
use crate::tui::msg::{Action, Size};
use crate::tui::seat::Seat;
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::state;

impl Home {
    /// Three lines for someone who opens the tutor for the first time.
    pub(super) fn welcome(&self, width: usize, size: Size) -> Vec<Line<'static>> {
        if !self.newcomer || size.height < 14 {
            return Vec::new();
        }
        let mut lines = Lines::new(width);
        let name = |action| self.keys.name(Context::Home, action);
        let (up, down, help) = (name(Action::Up), name(Action::Down), name(Action::Help));
        let kept = if self.seat == Seat::Guest {
            "rien ne sera gardé après vous"
        } else {
            "rien n’est jamais perdu"
        };
        for words in [
            "Bienvenue\u{a0}! Entraînez-vous sur de vrais sujets de l’épreuve E5, pas à pas."
                .to_owned(),
            format!(
                "Choisissez un sujet avec {up} et {down}, puis Entrée. La souris marche aussi."
            ),
            format!("{help} explique tout, Échap revient en arrière\u{a0}; {kept}."),
        ] {
            lines.paragraph(&words, Theme::default().text());
        }
        lines.push(Line::default());
        lines.lines
    }

    pub(super) fn paper_words(&self, at: usize, narrow: bool) -> (String, String) {
        let Some(subject) = self.subject(at) else { return Default::default() };
        let fold = if self.unfolded == Some(at) { "▾" } else { "▸" };
        let total: usize = subject.dossiers.iter().map(|d| d.questions.len()).sum();
        let state = if narrow {
            state::short(subject.state, total)
        } else {
            state::subject(subject.state, total)
        };
        (format!("{fold} {}  {}", subject.session, subject.title), state)
    }

    pub(super) fn question_words(&self, row: Row, narrow: bool) -> (String, String) {
        let Some(line) = self.question(row) else { return Default::default() };
        let number = question_number(&line.place.question);
        let shown = if narrow { state::short_question } else { state::question };
        let state = shown(line.state, line.way);
        let indent = if narrow { " " } else { "    " };
        (format!("{indent}{number:<4} {}", line.title), state)
    }

    /// The words of a row in large type, and what goes below them.
    pub(super) fn large_words(&self, row: Row) -> (String, String) {
        match row {
            Row::Resume => ("Reprendre".to_owned(), self.resume_words()),
            Row::Paper(at) => {
                let named =
                    |subject: &SubjectLine| format!("{} {}", subject.session, subject.title);
                (self.subject(at).map_or_else(String::new, named), self.paper_words(at, false).1)
            }
            Row::Page(at) => (PAGES[at].1.to_owned(), PAGES[at].2.to_owned()),
            row => {
                let Some(line) = self.question(row) else { return Default::default() };
                let number = question_number(&line.place.question);
                (format!("{number} {}", line.title), state::question(line.state, line.way))
            }
        }
    }

    pub(super) fn resume_words(&self) -> String {
        let Some(place) = &self.outline.resume else { return String::new() };
        let subject = self.outline.subjects.iter().find(|s| s.id == place.subject);
        let Some(subject) = subject else { return String::new() };
        let questions = subject.dossiers.iter().flat_map(|d| &d.questions);
        let title = questions.into_iter().find(|q| &q.place == place).map_or("", |q| &q.title);
        let number = question_number(&place.question);
        format!("{} {} · {number} {title}", subject.title, subject.session)
    }
}
