//! Drawing the whole interface: the screen in sight, what covers it, its edges.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::{App, Overlay, Screen};
use crate::tui::coming::Coming;
use crate::tui::keys::Context;
use crate::tui::msg::{Action, Size};
use crate::tui::screen::frame::{self, Frame, SMALLEST};
use crate::tui::screen::why;
use crate::tui::widget::bar::{self, Hint};
use crate::tui::widget::text;

impl App {
    /// The size it was last told.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Draws the whole interface. Changes nothing.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        self.compose(area, buf);
        self.theme.paint(buf);
    }

    /// The key bar: the bindings of the context that apply now, in the words of the moment.
    pub(super) fn hints(&self) -> Vec<Hint> {
        let context = self.context();
        let mut hints = bar::hints(self.keymap(), context);
        self.name_the_way_back(&mut hints);
        match (&self.overlay, &self.screen) {
            (None, _) if !self.pages.is_empty() => self.pages.hints(hints, self.size),
            (None, Screen::Home) => self.home.hints(hints),
            (None, Screen::Question(question)) => question.hints(hints, self.size),
            (None, Screen::Summary(summary)) => summary.hints(hints),
            // The wall has no room for a key bar, its title tells the keys.
            (None, Screen::Projection(..)) if context == Context::Projection => Vec::new(),
            (None, Screen::Projection(..)) => hints,
            (Some(Overlay::Why(_)), Screen::Question(question)) if !question.walk().why_hides() => {
                hints.into_iter().filter(|hint| hint.action != Action::Why).collect()
            }
            (Some(_), _) => hints,
        }
    }

    fn compose(&self, area: Rect, buf: &mut Buffer) {
        let size = Size { width: area.width, height: area.height };
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return frame::too_small(size, self.theme, buf);
        }
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Help(help)), _) => help.draw(self.theme, size, buf),
            _ if !self.pages.is_empty() => self.pages.draw(self.theme, size, buf),
            (_, Screen::Home) => self.home.draw(&self.catalogue, self.theme, size, buf),
            (_, Screen::Question(question)) => question.draw(self.now_ms, size, buf),
            (_, Screen::Summary(summary)) => summary.draw(size, buf),
            (_, Screen::Projection(projection, _)) => projection.draw(self.now_ms, size, buf),
        }
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Why(first)), Screen::Question(question)) => {
                why::draw(question.walk(), *first, self.theme, size, buf);
            }
            (Some(Overlay::Ask(asked)), _) => {
                asked.asked().draw(&self.hints(), self.theme, size, buf);
            }
            (Some(Overlay::Palette(palette)), _) => palette.draw(self.theme, size, buf),
            _ => {}
        }
        self.draw_edges(size, buf);
    }

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

    fn draw_edges(&self, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let waiting = self.coming.as_ref().and_then(Coming::notice);
        if let Some(notice) = self.notice.as_deref().or(waiting) {
            self.draw_notice(notice, frame.bar, buf);
        }
        let hints = self.hints();
        if !hints.is_empty() {
            // The wall writes on this line too.
            Clear.render(frame.bar, buf);
        }
        bar::draw(&hints, self.theme, frame.bar, buf);
    }
}
