//! The answer pane in large type: the heading of the step, the question asked, what is typed and
//! how it is read are drawn large as far as the pane has rows for them.
//!
//! What is typed comes first, then its reading, then the heading, then the question: what finds no
//! room stays in the type of the terminal. A pane too low for the field is arranged as any other.

use ratatui::layout::Rect;

use super::QuestionScreen;
use super::answering::Answering;
use crate::model::StepKind;
use crate::tui::answer::{Form, Look, Slot};
use crate::tui::widget::column::Column;
use crate::tui::widget::lines::{LARGE_ROWS, Lines};
use crate::tui::widget::text;

/// Rows of a field in large type with its rule.
const FIELD: usize = LARGE_ROWS + 1;
/// Rows left to what is said of a figure.
const SAID: usize = 5;
/// Rows left to a table, a short and a long one.
const TABLE: (usize, usize) = (9, 16);
/// From this many rows the verdict of a pane is large.
const VERDICT: usize = 8;
/// Rows from which what is being written is repeated in large type under the editor.
const MAGNIFIED: u16 = 11;
/// Lines of a question that are still read at one glance in large type.
const SHORT: usize = 3;

impl QuestionScreen {
    /// The pane of a step with a field; `None` where it is too low for large type.
    pub(super) fn answering_large(&self, area: Rect, now_ms: i64) -> Option<Answering> {
        let (step, look) = (self.walk.step()?, self.look(now_ms));
        let width = usize::from(area.width).saturating_sub(2);
        let height = usize::from(area.height);
        let (label, least) = match &step.kind {
            StepKind::Grid(grid) => (1, (grid.rows.len() + 3).clamp(TABLE.0, TABLE.1)),
            _ => (0, SAID),
        };
        // The field, one line to say how it is read, one of air.
        let spare = height.checked_sub(label + FIELD + 2 + least)?;
        let top = |spare| self.top(&step.prompt, width, spare);
        let more = spare.checked_sub(LARGE_ROWS - 1);
        let (head, reading) = match more.and_then(top) {
            Some(head) => (Some(head), true),
            None => (top(spare), false),
        };
        let slot = Slot { width, form: Form::Large { reading } };
        let field = self.answer.field(&self.walk, look, slot);
        let lines = self.answer.typed_lines(slot, &self.walk);
        if field.is_empty() {
            return None;
        }
        let mut column = Column::new(width);
        let mut head = head.unwrap_or_else(|| {
            column.lines.paragraph(&step.prompt, look.theme.strong());
            column.lines.gap();
            Lines::new(width)
        });
        let top = area.y + head.len() as u16;
        let typed = Some((top + lines.start as u16..top + lines.end as u16, slot.form));
        head.lines.extend(field.lines);
        head.gap();
        let body = below(area, head.len());
        let height = usize::from(body.height);
        let look = Look { large: height >= VERDICT, height, ..look };
        self.answer.show(&self.walk, look, &mut column);
        self.push_drawing(&mut column, height);
        Some(Answering { head, column, body, foot: Lines::new(width), typed })
    }

    /// What the column leaves of the pane to the editor, and in large type to the words around its
    /// cursor (no rows where there is no room for them).
    pub(super) fn editor_places(&self, pane: Rect, column: Rect) -> (Rect, Rect) {
        let rows = pane.bottom().saturating_sub(column.bottom());
        let large = if self.large && rows >= MAGNIFIED { LARGE_ROWS as u16 } else { 0 };
        let width = pane.width.saturating_sub(1);
        let editor = Rect { y: column.bottom(), height: rows - large, width, ..pane };
        (editor, Rect { y: editor.bottom(), height: large, ..editor })
    }

    /// The heading of the step and the question asked, over at most `spare` lines; `None` where
    /// even the question in the type of the terminal takes more.
    pub(super) fn top(&self, prompt: &str, width: usize, spare: usize) -> Option<Lines> {
        let style = self.theme.strong();
        let small = text::wrap(prompt, width).len() + 1;
        let mut spare = spare.checked_sub(small)?;
        let mut lines = Lines::new(width);
        if spare > LARGE_ROWS && lines.large(&[], &self.heading(), 1, self.theme.heading()) {
            lines.gap();
            spare -= LARGE_ROWS + 1;
        }
        let most = ((spare + small - 1) / LARGE_ROWS).min(SHORT);
        lines.headline(prompt, most, style);
        lines.gap();
        Some(lines)
    }

    /// `Étape 2 sur 5`, or what kind of step it is where it is the only one.
    fn heading(&self) -> String {
        let title = self.step_title();
        title.split(" · ").next().unwrap_or_default().to_owned()
    }
}

/// What is left of a pane under `rows` rows.
fn below(area: Rect, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
