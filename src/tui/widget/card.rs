//! A small framed window over the screen, for a question or an explanation.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::pane;
use crate::tui::msg::Size;
use crate::tui::theme::Theme;

/// Columns for the text of a card that would like `wanted`.
pub fn room(size: Size, wanted: usize) -> usize {
    wanted.min(usize::from(size.width).saturating_sub(8)).max(1)
}

/// Draws the lines in a frame at the middle of the screen; those that do not fit are left out.
pub fn draw(title: &str, lines: &[Line<'_>], theme: Theme, size: Size, buf: &mut Buffer) {
    let widest = lines.iter().map(Line::width).max().unwrap_or(0).max(title.chars().count());
    let width = (widest as u16 + 7).min(size.width);
    let padding = u16::from(size.height >= 14);
    let height = (lines.len() as u16 + 2 + 2 * padding).min(size.height.saturating_sub(1));
    let area = Rect {
        x: (size.width - width) / 2,
        y: (size.height.saturating_sub(1) - height) / 2,
        width,
        height,
    };
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.accent())
        .padding(Padding::symmetric(2, padding));
    let block = if title.is_empty() {
        block
    } else {
        block.title(Line::styled(format!(" {title} "), theme.heading()))
    };
    Clear.render(area, buf);
    let inner = block.inner(area);
    block.render(area, buf);
    // The bar takes the column of the right padding.
    let inner =
        Rect { width: (inner.width + 1).min(area.right().saturating_sub(inner.x)), ..inner };
    pane::draw(lines, 0, theme, inner, buf);
}
