//! "Pourquoi ?": how an answer was read, what is accepted, how far it was.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use crate::session::Walk;
use crate::tui::msg::Size;
use crate::tui::theme::Theme;
use crate::tui::widget::card;
use crate::tui::widget::lines::Lines;

pub fn draw(walk: &Walk, theme: Theme, size: Size, buf: &mut Buffer) {
    let Some(why) = walk.why() else { return };
    let mut lines = Lines::new(card::room(size, 64));
    let rows = [
        ("Lu", &why.read_as),
        ("Accepté", &why.interval),
        ("Écart", &why.distance),
        ("Piste", &why.nearest_slip),
    ];
    for (label, words) in rows {
        if let Some(words) = words {
            let lead = vec![Span::styled(format!("{label:<10}"), theme.quiet())];
            lines.hanging(lead, words, theme.text());
        }
    }
    if lines.is_empty() {
        lines.push(Line::styled("Rien à ajouter au verdict.", theme.text()));
    }
    card::draw("Pourquoi\u{a0}?", &lines.lines, theme, size, buf);
}
