//! "Pourquoi ?": how an answer was read and how far it was; what is accepted once it is known, or
//! asked for in full knowledge that it counts as a result shown.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use crate::session::Walk;
use crate::tui::msg::{Action, Size};
use crate::tui::theme::Theme;
use crate::tui::widget::card::{self, Place};
use crate::tui::widget::lines::Lines;
use crate::tui::widget::pane;

/// Columns of the labels on the left.
const LABEL: usize = 10;

const TITLE: &str = "Pourquoi\u{a0}?";

/// Draws the explanation from line `first` on.
pub fn draw(walk: &Walk, first: usize, theme: Theme, size: Size, buf: &mut Buffer) {
    if walk.why().is_some() {
        card::draw(TITLE, &lines(walk, theme, size).lines, first, theme, size, buf);
    }
}

/// The line to begin with after a movement.
pub fn scroll(walk: &Walk, first: usize, action: Action, size: Size) -> usize {
    let lines = lines(walk, Theme::Plain, size).lines;
    let height = usize::from(Place::of(TITLE, &lines, size).text.height);
    let to = match action {
        Action::Up => first.saturating_sub(1),
        Action::Down => first + 1,
        _ => first,
    };
    pane::clamp(to, lines.len(), height)
}

/// Whether a click falls beside the card, which closes it.
pub fn beside(walk: &Walk, x: u16, y: u16, size: Size) -> bool {
    let lines = lines(walk, Theme::Plain, size).lines;
    !Place::of(TITLE, &lines, size).whole.contains((x, y).into())
}

fn lines(walk: &Walk, theme: Theme, size: Size) -> Lines {
    let mut lines = Lines::new(card::room(size, 64));
    for (label, words) in walk.why_rows() {
        let lead = vec![Span::styled(format!("{label:<LABEL$}"), theme.quiet())];
        lines.hanging(lead, words, theme.text());
    }
    if lines.is_empty() {
        lines.push(Line::styled("Rien à ajouter au verdict.", theme.text()));
    } else if walk.why_hides() {
        lines.gap();
        let words = "L’intervalle accepté donnerait la réponse\u{a0}: le voir compte comme résultat \
                     montré.";
        lines.paragraph(words, theme.quiet());
    }
    lines
}
