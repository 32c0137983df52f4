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

/// Where a card of these lines stands, and where its text does.
pub struct Place {
    pub whole: Rect,
    pub text: Rect,
}

impl Place {
    pub fn of(title: &str, lines: &[Line<'_>], size: Size) -> Place {
        let widest = lines.iter().map(Line::width).max().unwrap_or(0).max(title.chars().count());
        let width = (widest as u16 + 7).min(size.width);
        let padding = u16::from(size.height >= 14);
        let height = (lines.len() as u16 + 2 + 2 * padding).min(size.height.saturating_sub(1));
        let whole = Rect {
            x: (size.width - width) / 2,
            y: (size.height.saturating_sub(1) - height) / 2,
            width,
            height,
        };
        let inner = block(title, Theme::Plain, size).inner(whole);
        // The bar takes the column of the right padding.
        let width = (inner.width + 1).min(whole.right().saturating_sub(inner.x));
        Place { whole, text: Rect { width, ..inner } }
    }
}

fn block(title: &str, theme: Theme, size: Size) -> Block<'_> {
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.accent())
        .padding(Padding::symmetric(2, u16::from(size.height >= 14)));
    match title {
        "" => block,
        title => block.title(Line::styled(format!(" {title} "), theme.heading())),
    }
}

/// Draws the lines from `first` on in a frame at the middle of the screen.
pub fn draw(
    title: &str,
    lines: &[Line<'_>],
    first: usize,
    theme: Theme,
    size: Size,
    buf: &mut Buffer,
) {
    let place = Place::of(title, lines, size);
    Clear.render(place.whole, buf);
    block(title, theme, size).render(place.whole, buf);
    pane::draw(lines, first, theme, place.text, buf);
}
