//! What stands around every screen: the line of notices and the key bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::App;
use crate::tui::coming::Coming;
use crate::tui::msg::Size;
use crate::tui::screen::frame::{self, Frame};
use crate::tui::widget::{bar, text};

impl App {
    /// A notice stands just above the key bar, over as many lines as it needs.
    fn draw_notice(&self, notice: &str, bar: Rect, buf: &mut Buffer) {
        let area = frame::inset(bar, 1);
        let lines = text::wrap(notice, usize::from(area.width));
        let height = (lines.len() as u16).min(bar.y);
        let over = Rect { y: bar.y - height, height, ..bar };
        Clear.render(over, buf);
        for (line, row) in lines.into_iter().zip(frame::inset(over, 1).rows()) {
            Line::styled(line, self.theme.warning()).render(row, buf);
        }
    }

    pub(super) fn draw_edges(&self, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let waiting = self.coming.as_ref().and_then(Coming::notice);
        if let Some(notice) = self.notice.as_deref().or(waiting) {
            self.draw_notice(notice, frame.bar, buf);
        }
        bar::draw(&self.hints(), self.theme, frame.bar, buf);
    }
}
