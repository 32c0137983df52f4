//! "Pourquoi ?": how an answer was read and how far it was; what is accepted once it is known, or
//! asked for in full knowledge that it counts as a result shown.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use crate::session::Walk;
use crate::tui::msg::Size;
use crate::tui::theme::Theme;
use crate::tui::widget::card;
use crate::tui::widget::lines::Lines;

/// Columns of the labels on the left.
const LABEL: usize = 10;

pub fn draw(walk: &Walk, theme: Theme, size: Size, buf: &mut Buffer) {
    if walk.why().is_none() {
        return;
    }
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
    card::draw("Pourquoi\u{a0}?", &lines.lines, theme, size, buf);
}
