//! The mouse on a question: what a click means where it falls, and what the wheel moves.

use ratatui::layout::Rect;

use super::layout::{Layout, Pane};
use super::{Asked, QuestionScreen, view};
use crate::session::Changes;
use crate::tui::answer::{self, Editor, Slot};
use crate::tui::msg::{Mouse, MouseKind, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::widget::column::Spot;
use crate::tui::widget::pane;

impl QuestionScreen {
    pub fn mouse(&mut self, mouse: Mouse, now_ms: i64, size: Size) -> Asked {
        let layout = self.layout(size);
        let at = (mouse.x, mouse.y).into();
        let over_document = layout.document.contains(at);
        match mouse.kind {
            MouseKind::WheelUp | MouseKind::WheelDown => {
                self.wheel(mouse, over_document, size);
            }
            MouseKind::Press if over_document => {
                let picked = self.pick_at(&layout, mouse, now_ms);
                if picked.is_none() {
                    self.turn(Pane::Document, size);
                }
                self.settle(size);
                return picked.unwrap_or(Asked::Nothing);
            }
            MouseKind::Press if self.title_at(&layout, mouse, Pane::Document) => {
                self.turn(Pane::Document, size);
                self.settle(size);
            }
            MouseKind::Press if layout.answer.contains(at) => {
                self.turn(Pane::Answer, size);
                if self.spot_at(&layout, mouse) == Some(Spot::Drawing) {
                    self.draw_or_clear(size);
                    return Asked::Nothing;
                }
                let changes = self.click(&layout, mouse, now_ms);
                self.settle(size);
                return Asked::Keep(changes);
            }
            MouseKind::Press if self.title_at(&layout, mouse, Pane::Answer) => {
                self.turn(Pane::Answer, size);
                self.settle(size);
            }
            MouseKind::Press => {
                if let Some(step) = self.step_at(mouse, size) {
                    return Asked::Keep(self.go_to(step, now_ms, size));
                }
            }
        }
        Asked::Nothing
    }

    /// The step whose sign in the header is clicked.
    fn step_at(&self, mouse: Mouse, size: Size) -> Option<usize> {
        let header = frame::inset(Frame::new(frame::area(size)).header, 1);
        let marks = self.marks_room(size.width).filter(|_| mouse.y == header.y)?;
        let from = header.right().checked_sub(marks)?;
        let at = mouse.x.checked_sub(from)?;
        (mouse.x < header.right()).then_some(usize::from(at / view::MARK))
    }

    fn wheel(&mut self, mouse: Mouse, over_document: bool, size: Size) {
        const LINES: usize = 3;
        let down = mouse.kind == MouseKind::WheelDown;
        let layout = self.layout(size);
        if let Some((editor, _)) = self.editor_at(&layout, mouse) {
            return editor.wheel(if down { LINES as isize } else { -(LINES as isize) });
        }
        let (first, total, height) = if layout.text.contains((mouse.x, mouse.y).into()) {
            let total = self.handed_in(layout.text).len();
            (&mut self.text_first, total, layout.text.height)
        } else if over_document {
            let document = self.document(layout.document);
            (&mut self.document_first, document.lines.len(), layout.document.height)
        } else {
            let (column, place) = self.column(&layout, 0);
            (&mut self.answer_first, column.lines.len(), place.height)
        };
        *first = pane::clamp(*first, total, usize::from(height));
        let to = if down { *first + LINES } else { first.saturating_sub(LINES) };
        *first = pane::clamp(to, total, usize::from(height));
    }

    /// What is under the mouse in the column of the answer.
    fn spot_at(&self, layout: &Layout, mouse: Mouse) -> Option<Spot> {
        let (column, place) = self.column(layout, 0);
        if !place.contains((mouse.x, mouse.y).into()) {
            return None;
        }
        let first = self.first_shown(&column, place);
        let (height, y) = (usize::from(place.height), usize::from(mouse.y - place.y));
        let line = pane::line_at(&column.tables, first, height, y)?;
        column.spot_at(line, usize::from(mouse.x - place.x))
    }

    fn click(&mut self, layout: &Layout, mouse: Mouse, now_ms: i64) -> Changes {
        if let Some(spot) = self.spot_at(layout, mouse) {
            return self.answer.click(spot, &mut self.walk, now_ms);
        }
        let (_, place) = self.column(layout, now_ms);
        if place.contains((mouse.x, mouse.y).into()) {
            return Changes::none();
        }
        if let Some((editor, text)) = self.editor_at(layout, mouse) {
            editor.click(mouse.x - text.x, mouse.y - text.y);
            return Changes::none();
        }
        let answering = self.answering(layout, now_ms);
        if let Some((_, form)) = answering.typed.filter(|(rows, _)| rows.contains(&mouse.y)) {
            let width = usize::from(layout.answer.width).saturating_sub(2);
            let x = usize::from(mouse.x - layout.answer.x);
            self.answer.click_field(x, Slot { width, form }, &self.walk);
        }
        Changes::none()
    }

    /// The editor under the pointer, and where its text shows.
    fn editor_at(&mut self, layout: &Layout, mouse: Mouse) -> Option<(&mut Editor, Rect)> {
        let (_, place) = self.column(layout, 0);
        let text = answer::text_area(self.editor_places(layout.answer, place).0);
        let editor = self.answer.editor_mut();
        editor.filter(|_| text.contains((mouse.x, mouse.y).into())).map(|editor| (editor, text))
    }
}
