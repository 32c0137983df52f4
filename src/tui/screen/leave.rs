//! The questions asked before something that is not undone by a key: leaving, starting again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::tui::msg::{Action, Size};
use crate::tui::theme::Theme;
use crate::tui::widget::bar::{self, Hint};
use crate::tui::widget::card::{self, Place};
use crate::tui::widget::lines::Lines;

/// What is about to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    Leave,
    Restart,
}

impl Question {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Question::Leave => (
                "Quitter le tuteur\u{a0}?",
                "Tout est enregistré\u{a0}: vous reprendrez exactement ici.",
            ),
            Question::Restart => (
                "Recommencer cette question\u{a0}?",
                "Les champs et les textes repartent de zéro. Vos réponses déjà données restent dans \
                 votre progression.",
            ),
        }
    }

    fn lines(self, theme: Theme, size: Size) -> Vec<Line<'static>> {
        let (question, told) = self.words();
        let mut lines = Lines::new(card::room(size, 44));
        lines.paragraph(question, theme.strong());
        lines.gap();
        lines.paragraph(told, theme.text());
        // The answers stand on the last line.
        lines.lines.extend([Line::default(), Line::default()]);
        lines.lines
    }

    /// Where the answers stand; they begin where the words do.
    fn answers(place: &Place) -> Rect {
        let Rect { x, y, width, height } = place.text;
        Rect { x: x - 1, y: y + height.saturating_sub(1), width: width + 1, height: height.min(1) }
    }

    /// Draws the question, and its answers as the key bar has them.
    pub fn draw(self, hints: &[Hint], theme: Theme, size: Size, buf: &mut Buffer) {
        let lines = self.lines(theme, size);
        card::draw("", &lines, 0, theme, size, buf);
        let answers = Self::answers(&Place::of("", &lines, size));
        Clear.render(answers, buf);
        bar::draw(hints, theme, answers, buf);
    }

    /// What a click means: an answer, or beside the card to leave all as it is.
    pub fn action_at(self, hints: &[Hint], x: u16, y: u16, size: Size) -> Option<Action> {
        let place = Place::of("", &self.lines(Theme::Plain, size), size);
        let answers = Self::answers(&place);
        match (x, y).into() {
            at if answers.contains(at) => bar::action_at(hints, answers.width, x - answers.x),
            at if place.whole.contains(at) => None,
            _ => Some(Action::Back),
        }
    }
}
