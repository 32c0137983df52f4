//! What is said of the selected line, beside the list on a wide screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Home, Row};
use crate::model::Catalogue;
use crate::number::french::count;
use crate::tui::msg::{Mouse, MouseKind, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::pane;

/// How far the details are scrolled, and the line of the list they are of.
#[derive(Debug, Default)]
pub(super) struct Details {
    of: usize,
    first: usize,
}

/// Lines of a notch of the wheel.
const NOTCH: usize = 3;

impl Home {
    /// There is room for the details, and large type does not take it.
    pub(super) fn beside(&self, size: Size) -> bool {
        size.width >= frame::WIDE && !self.large
    }

    /// Where the details stand; nowhere on a narrow screen.
    pub(super) fn details_area(&self, size: Size) -> Option<Rect> {
        let body = frame::inset(Frame::new(frame::area(size)).body, 2);
        let list = self.list_area(size);
        let x = list.right() + 3;
        self.beside(size).then(|| Rect { x, width: body.right().saturating_sub(x), ..list })
    }

    /// Scrolls the details by a page, or by a notch of the wheel over them; false where the pointer
    /// is elsewhere.
    pub fn wheel_details(&mut self, mouse: Mouse, catalogue: &Catalogue, size: Size) -> bool {
        let over = |area: &Rect| area.contains((mouse.x, mouse.y).into());
        if mouse.kind == MouseKind::Press || self.details_area(size).filter(over).is_none() {
            return false;
        }
        self.scroll_details(mouse.kind == MouseKind::WheelDown, NOTCH, catalogue, size);
        true
    }

    pub fn scroll_details(&mut self, down: bool, by: usize, catalogue: &Catalogue, size: Size) {
        let Some(area) = self.details_area(size) else { return };
        let total = self.details(catalogue, Theme::Plain, area).len();
        let first = self.details_first();
        let to = if down { first + by } else { first.saturating_sub(by) };
        let first = pane::clamp(to, total, usize::from(area.height));
        self.details = Details { of: self.selected, first };
    }

    /// Another line of the list begins at the top of its own details.
    fn details_first(&self) -> usize {
        if self.details.of == self.selected { self.details.first } else { 0 }
    }

    pub(super) fn draw_details(
        &self,
        catalogue: &Catalogue,
        theme: Theme,
        area: Rect,
        buf: &mut Buffer,
    ) {
        pane::draw(&self.details(catalogue, theme, area), self.details_first(), theme, area, buf);
    }

    /// What the selected line holds, beside the list on a wide screen.
    fn details(&self, catalogue: &Catalogue, theme: Theme, area: Rect) -> Vec<Line<'static>> {
        let mut lines = Lines::new(usize::from(area.width).saturating_sub(2));
        match self.rows().get(self.selected).copied() {
            Some(Row::Paper(at)) => {
                let id = self.subject(at).map(|subject| subject.id.as_str());
                if let Some(subject) = catalogue.subjects.iter().find(|s| Some(&*s.id) == id) {
                    lines.paragraph(
                        &format!("{} {}", subject.title, subject.session),
                        theme.heading(),
                    );
                    lines.paragraph(&subject.source, theme.quiet());
                    lines.gap();
                    lines.paragraphs(&subject.context, theme.text());
                }
            }
            Some(row) => {
                let place = match row {
                    Row::Resume => self.outline.resume.as_ref(),
                    row => self.question(row).map(|question| &question.place),
                };
                if let Some((_, dossier, question)) = place.and_then(|p| p.find(catalogue)) {
                    lines.paragraph(&question.title, theme.heading());
                    lines.paragraph(&dossier.title, theme.quiet());
                    lines.gap();
                    lines.paragraphs(&question.statement, theme.text());
                    lines.gap();
                    lines.paragraph(&count(question.steps.len(), "étape", "étapes"), theme.quiet());
                }
            }
            None => {}
        }
        lines.lines
    }
}
