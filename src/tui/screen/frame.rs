//! What all screens share: the header, the line of notices and the key bar around a body.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::msg::Size;
use crate::tui::theme::Theme;
use crate::tui::widget::text;

/// Smallest screen the tutor works on.
pub const SMALLEST: Size = Size { width: 30, height: 8 };

/// From this width the document stands beside the answer.
pub const WIDE: u16 = 110;

/// The parts of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub header: Rect,
    pub body: Rect,
    /// One line above the key bar, for notices; empty on the smallest screens.
    pub notice: Rect,
    pub bar: Rect,
}

impl Frame {
    /// Cuts an area: header and an empty line (where there is room), body, notice, key bar.
    pub fn new(area: Rect) -> Frame {
        let air = u16::from(area.height >= 16);
        let notice = u16::from(area.height >= 14);
        let line = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        let bar = area.height.saturating_sub(1);
        let top = 1 + air;
        Frame {
            header: line(0, 1.min(area.height)),
            body: line(top.min(bar), bar.saturating_sub(top + notice)),
            notice: line(bar.saturating_sub(notice), notice),
            bar: line(bar, 1.min(area.height)),
        }
    }
}

/// The area of the whole screen.
pub fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

/// `area` with columns left free on both sides.
pub fn inset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width / 2);
    Rect { x: area.x + columns, width: area.width - 2 * columns, ..area }
}

/// A header: where one is on the left, how far along on the right.
pub fn header(left: Vec<Span<'_>>, right: Line<'_>, area: Rect, buf: &mut Buffer) {
    let area = inset(area, 1);
    let taken = (right.width() as u16).min(area.width);
    let room = area.width.saturating_sub(taken + 2);
    Line::from(left).render(Rect { width: room, ..area }, buf);
    let right_area = Rect { x: area.right() - taken, width: taken, ..area };
    right.render(right_area, buf);
}

/// Says what size is needed, on a screen that is too small for anything else.
pub fn too_small(size: Size, theme: Theme, buf: &mut Buffer) {
    let needed = format!(
        "Fenêtre trop petite\u{a0}: agrandissez-la à {} colonnes sur {} lignes au moins.",
        SMALLEST.width, SMALLEST.height
    );
    let lines = text::wrap(&needed, usize::from(size.width));
    for (line, row) in lines.into_iter().zip(area(size).rows()) {
        Line::styled(line, theme.text()).render(row, buf);
    }
}
