//! What stands around every screen: the line of notices and the key bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::{App, Overlay, Screen, why};
use crate::tui::coming::Coming;
use crate::tui::keys::{self, Context};
use crate::tui::msg::{Action, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::widget::bar::{self, Hint};
use crate::tui::widget::text;

impl App {
    /// The key bar: the bindings of the context that apply now, in the words of the moment.
    pub(super) fn hints(&self) -> Vec<Hint> {
        let context = self.context();
        let shown = keys::bindings(context).filter(|binding| !binding.bar.is_empty());
        let hints = shown
            .map(|binding| Hint {
                key: keys::name(binding.keys[0]),
                label: binding.bar,
                action: binding.action,
            })
            .collect();
        match (&self.overlay, &self.screen) {
            (None, Screen::Home) => self.home.hints(hints),
            (None, Screen::Question(question)) => question.hints(hints, self.size),
            (None, Screen::Summary(summary)) => summary.hints(hints),
            // The wall has no room for a key bar, its title tells the keys.
            (None, Screen::Projection(..)) if context == Context::Projection => Vec::new(),
            (None, Screen::Projection(..)) => hints,
            (Some(Overlay::Why), Screen::Question(question)) if !why::hides(question.walk()) => {
                hints.into_iter().filter(|hint| hint.action != Action::Why).collect()
            }
            (Some(_), _) => hints,
        }
    }

    /// Keeps what matters in sight at the new size.
    pub(super) fn resized(&mut self) {
        match &mut self.screen {
            Screen::Question(question) => question.resized(self.size),
            Screen::Projection(projection, _) => projection.resized(self.size),
            Screen::Home | Screen::Summary(_) => {}
        }
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

    pub(super) fn draw_edges(&self, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let waiting = self.coming.as_ref().and_then(Coming::notice);
        if let Some(notice) = self.notice.as_deref().or(waiting) {
            self.draw_notice(notice, frame.bar, buf);
        }
        bar::draw(&self.hints(), self.theme, frame.bar, buf);
    }
}
