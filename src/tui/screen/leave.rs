//! The questions asked before something that is not undone by a key: leaving, starting again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::tui::msg::{Action, Size};
use crate::tui::seat::Seat;
use crate::tui::theme::Theme;
use crate::tui::widget::bar::{self, Hint};
use crate::tui::widget::card::{self, Place};
use crate::tui::widget::lines::Lines;

/// What is about to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    Leave,
    /// A guest leaves: nothing was kept.
    LeaveForGood,
    /// A projection opened by itself ends with the program.
    LeaveWall,
    Restart,
}

/// A question as it is put: what is asked, and what would come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub question: String,
    pub told: String,
}

impl Question {
    /// The one to put to whoever works.
    pub fn leave(seat: &Seat) -> Question {
        if *seat == Seat::Guest { Question::LeaveForGood } else { Question::Leave }
    }

    pub fn asked(self) -> Asked {
        let (question, told) = match self {
            Question::Leave => (
                "Quitter le tuteur\u{a0}?",
                "Tout est enregistré\u{a0}: vous reprendrez exactement ici.",
            ),
            Question::LeaveForGood => (
                "Quitter le tuteur\u{a0}?",
                "Vous êtes invité\u{a0}: rien de cette séance n’est gardé.",
            ),
            Question::LeaveWall => (
                "Quitter la projection\u{a0}?",
                "Une projection n’enregistre rien\u{a0}: vous pourrez la rouvrir sur la même question.",
            ),
            Question::Restart => (
                "Recommencer cette question\u{a0}?",
                "Les champs et les textes repartent de zéro. Vos réponses déjà données restent dans \
                 votre progression.",
            ),
        };
        Asked { question: question.to_owned(), told: told.to_owned() }
    }
}

impl Asked {
    fn lines(&self, theme: Theme, size: Size) -> Vec<Line<'static>> {
        let mut lines = Lines::new(card::room(size, 44));
        lines.paragraph(&self.question, theme.strong());
        lines.gap();
        lines.paragraph(&self.told, theme.text());
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
    pub fn draw(&self, hints: &[Hint], theme: Theme, size: Size, buf: &mut Buffer) {
        let lines = self.lines(theme, size);
        card::draw("", &lines, 0, theme, size, buf);
        let answers = Self::answers(&Place::of("", &lines, size));
        Clear.render(answers, buf);
        bar::draw(hints, theme, answers, buf);
    }

    /// What a click means: an answer, or beside the card to leave all as it is.
    pub fn action_at(&self, hints: &[Hint], x: u16, y: u16, size: Size) -> Option<Action> {
        let place = Place::of("", &self.lines(Theme::Plain, size), size);
        let answers = Self::answers(&place);
        match (x, y).into() {
            at if answers.contains(at) => bar::action_at(hints, answers.width, x - answers.x),
            at if place.whole.contains(at) => None,
            _ => Some(Action::Back),
        }
    }
}
