//! The question asked before leaving the tutor.

use ratatui::buffer::Buffer;

use crate::tui::msg::Size;
use crate::tui::theme::Theme;
use crate::tui::widget::card;
use crate::tui::widget::lines::Lines;

pub fn draw(theme: Theme, size: Size, buf: &mut Buffer) {
    let mut lines = Lines::new(card::room(size, 44));
    lines.paragraph("Quitter le tuteur\u{a0}?", theme.strong());
    lines.gap();
    lines.paragraph("Tout est enregistré\u{a0}: vous reprendrez exactement ici.", theme.text());
    card::draw("", &lines.lines, theme, size, buf);
}
