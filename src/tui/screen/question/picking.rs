//! Picking a figure in the annexes while an answer is typed: the keys go to a cell of the document,
//! and what is picked goes into the field.

use super::layout::{Layout, Pane};
use super::{Asked, QuestionScreen};
use crate::model::{CellRef, StepKind};
use crate::session::pick::Toward;
use crate::tui::msg::{Action, Mouse, Size};
use crate::tui::widget::pane;

/// The cell the picker stands on, and whether it has the keys.
#[derive(Debug, Clone, Default)]
pub struct Picker {
    pub on: bool,
    at: Option<CellRef>,
}

impl Picker {
    /// The cell to show, while there is something to pick.
    pub fn cursor(&self) -> Option<&CellRef> {
        self.at.as_ref().filter(|_| self.on)
    }
}

impl QuestionScreen {
    /// Whether the answer in hand takes figures.
    pub(super) fn computes(&self) -> bool {
        let step = self.walk.step().map(|step| &step.kind);
        matches!(step, Some(StepKind::Number(_) | StepKind::Grid(_)))
    }

    /// Gives the keys to the cells of the annexes, beginning where one was last.
    pub(super) fn begin_picking(&mut self, size: Size) -> Asked {
        if !self.computes() || self.focus != Pane::Answer {
            return Asked::Nothing;
        }
        let figures = self.walk.figures();
        let known = self.pick.at.as_ref().filter(|cell| figures.typed(cell).is_some());
        let Some(at) = known.or(figures.first()).cloned() else {
            let told = "Les annexes de cette question n’ont pas de chiffre à relever.";
            return Asked::Tell(crate::session::Changes::none(), told.to_owned());
        };
        self.pick = Picker { on: true, at: Some(at) };
        self.settle(size);
        Asked::Nothing
    }

    /// Obeys an action while picking; what is typed goes on into the field.
    pub(super) fn picking(&mut self, action: Action, now_ms: i64, size: Size) -> Asked {
        let asked = match action {
            Action::Back | Action::Pick | Action::SwitchPane => {
                self.pick.on = false;
                Asked::Nothing
            }
            Action::Enter => {
                self.pick.on = false;
                self.take_at_cursor(now_ms)
            }
            Action::Toggle => self.take_at_cursor(now_ms),
            Action::Type(_) | Action::Erase => self.answer(action, now_ms, size),
            other => {
                self.move_picker(other);
                Asked::Nothing
            }
        };
        self.settle(size);
        asked
    }

    fn move_picker(&mut self, action: Action) {
        let toward = match action {
            Action::Up => Toward::Up,
            Action::Down => Toward::Down,
            Action::Left => Toward::Left,
            Action::Right => Toward::Right,
            Action::Home => Toward::First,
            Action::End => Toward::Last,
            _ => return,
        };
        let figures = self.walk.figures();
        if let Some(at) = &self.pick.at {
            self.pick.at = figures.moved(at, toward).cloned();
        }
    }

    fn take_at_cursor(&mut self, now_ms: i64) -> Asked {
        match self.pick.at.clone() {
            Some(cell) => self.take(cell, now_ms),
            None => Asked::Nothing,
        }
    }

    fn take(&mut self, cell: CellRef, now_ms: i64) -> Asked {
        let figures = self.walk.figures();
        let Some(typed) = figures.typed(&cell) else { return Asked::Nothing };
        super::told(self.answer.take(cell, typed, &mut self.walk, now_ms))
    }

    /// A click on a figure while an answer is typed puts it there.
    pub(super) fn pick_at(&mut self, layout: &Layout, mouse: Mouse, now_ms: i64) -> Option<Asked> {
        if self.focus != Pane::Answer || !self.computes() {
            return None;
        }
        let area = layout.document;
        let document = self.document(area);
        let height = usize::from(area.height);
        let first = pane::clamp(self.document_first, document.lines.len(), height);
        let line = pane::line_at(&document.tables, first, height, usize::from(mouse.y - area.y))?;
        let column = usize::from(mouse.x - area.x);
        let hit =
            |spot: &&super::document::Spot| spot.line == line && spot.columns.contains(&column);
        let cell = document.figures.iter().find(hit)?.cell.clone();
        self.pick.at = Some(cell.clone());
        Some(self.take(cell, now_ms))
    }

    /// Brings the picked cell in sight, below the headings of its table.
    pub(super) fn follow_picker(&mut self, layout: &Layout) {
        let Some(cursor) = self.pick.cursor() else { return };
        let document = self.document(layout.document);
        let Some(spot) = document.figures.iter().find(|spot| spot.cell == *cursor) else { return };
        let height = usize::from(layout.document.height);
        let first = pane::follow(self.document_first, spot.line, height);
        self.document_first = first.min(pane::under(&document.tables, spot.line, height));
    }
}
