//! The answer pane: the question asked and the field stay in sight, what is said about them scrolls.
//!
//! Both stand on top where there is room for them. In a low pane the field alone stays, at the
//! bottom, and the question scrolls with the rest. A step without a field scrolls whole.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::QuestionScreen;
use super::layout::Layout;
use crate::tui::answer::{Form, Look, Slot};
use crate::tui::widget::column::Column;
use crate::tui::widget::lines::Lines;

/// The answer pane cut in three, from top to bottom.
#[derive(Debug, Default)]
pub struct Answering {
    pub head: Lines,
    pub column: Column,
    /// Where the column shows.
    pub body: Rect,
    pub foot: Lines,
    /// The rows of the screen where a figure is typed, and how its field is drawn.
    pub typed: Option<(Range<u16>, Form)>,
}

/// What stays on top and at the bottom of the pane.
struct Fixed {
    head: Lines,
    foot: Lines,
    /// The lines of the head (of the foot, where the head is empty) where a figure is typed.
    lines: Range<usize>,
    form: Form,
}

/// Rows left to the column under or over a field that stays.
const LEAST: usize = 3;
/// Rows from which a step without a field is in large type.
const LARGE: usize = 14;
/// From this many rows empty lines part the field from what stands around it.
const AIRY: usize = 16;

impl QuestionScreen {
    pub(super) fn answering(&self, layout: &Layout, now_ms: i64) -> Answering {
        let area = layout.answer;
        if self.large
            && let Some(answering) = self.answering_large(area, now_ms)
        {
            return answering;
        }
        let width = usize::from(area.width).saturating_sub(2);
        let mut prompt = Lines::new(width);
        if let Some(step) = self.walk.step() {
            prompt.paragraph(&step.prompt, self.theme.strong());
        }
        let Some(Fixed { head, foot, lines, form }) =
            self.fixed(&prompt, usize::from(area.height), now_ms)
        else {
            return self.whole(prompt, area, now_ms);
        };
        let mut column = Column::new(width);
        if head.is_empty() {
            column.lines.lines.append(&mut prompt.lines);
            column.lines.gap();
        }
        self.answer.show(&self.walk, Look { large: false, ..self.look(now_ms) }, &mut column);
        let (above, below) = (head.len() as u16, foot.len() as u16);
        let height = area.height.saturating_sub(above + below);
        self.push_drawing(&mut column, usize::from(height));
        let body = Rect { y: area.y + above, height, ..area };
        let top = if head.is_empty() { body.bottom() } else { area.y };
        let typed = Some((top + lines.start as u16..top + lines.end as u16, form));
        Answering { head, column, body, foot, typed }
    }

    /// What stays on top and at the bottom; nothing for a step without a field.
    fn fixed(&self, prompt: &Lines, height: usize, now_ms: i64) -> Option<Fixed> {
        let width = prompt.width;
        let look = self.look(now_ms);
        let field = |form| self.answer.field(&self.walk, look, Slot { width, form });
        let bare = field(Form::Bare);
        if bare.is_empty() {
            return None;
        }
        for form in [Form::Framed, Form::Bare] {
            let field = field(form);
            let mut head = prompt.clone();
            if height >= AIRY {
                head.gap();
            }
            let typed = self.answer.typed_lines(Slot { width, form }, &self.walk);
            let lines = head.len() + typed.start..head.len() + typed.end;
            head.lines.extend(field.lines);
            if height >= AIRY {
                head.lines.push(Line::default());
            }
            if head.len() * 2 <= height {
                return Some(Fixed { head, foot: Lines::new(width), lines, form });
            }
        }
        let form = Form::Bare;
        let lines = self.answer.typed_lines(Slot { width, form }, &self.walk);
        let foot = if bare.len() + LEAST <= height { bare } else { first_lines(bare, 1) };
        Some(Fixed { head: Lines::new(width), foot, lines, form })
    }

    /// A step without a field; an editor takes what the column leaves of the pane.
    fn whole(&self, prompt: Lines, area: Rect, now_ms: i64) -> Answering {
        let rows = usize::from(area.height);
        let large = self.large && rows >= LARGE;
        let look = Look { large, height: rows, ..self.look(now_ms) };
        let written = |top: Lines| {
            let mut column = Column { lines: top, ..Column::default() };
            column.lines.gap();
            self.answer.show(&self.walk, look, &mut column);
            column
        };
        let edits = self.answer.edits();
        // An editor needs the rows that a large heading would take.
        let spare = if edits { rows / 3 } else { rows / 2 };
        let top = self.walk.step().filter(|_| large);
        let top = top.and_then(|step| self.top(&step.prompt, prompt.width, spare));
        let column = top.map(written).filter(|column| column.lines.len() <= rows);
        let column = column.unwrap_or_else(|| written(prompt));
        let height = if edits {
            let most = (area.height / 2).min(area.height.saturating_sub(6)).max(1);
            (column.lines.len() as u16).min(most).min(area.height)
        } else {
            area.height
        };
        Answering { column, body: Rect { height, ..area }, ..Answering::default() }
    }
}

fn first_lines(mut lines: Lines, count: usize) -> Lines {
    lines.lines.truncate(count);
    lines
}
