//! The answer pane: the question asked and the field stay in sight, what is said about them scrolls.
//!
//! Both stand on top where there is room for them. In a low pane the field alone stays, at the
//! bottom, and the question scrolls with the rest. A step without a field scrolls whole.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::QuestionScreen;
use super::layout::Layout;
use crate::tui::answer::Slot;
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
    /// The row of the screen where a figure is typed, and whether its field has a frame.
    pub typed: Option<(u16, bool)>,
}

/// What stays on top and at the bottom of the pane.
struct Fixed {
    head: Lines,
    foot: Lines,
    /// The line of the head (of the foot, where the head is empty) where a figure is typed.
    line: usize,
    framed: bool,
}

/// Rows left to the column under or over a field that stays.
const LEAST: usize = 3;
/// From this many rows empty lines part the field from what stands around it.
const AIRY: usize = 16;

impl QuestionScreen {
    pub(super) fn answering(&self, layout: &Layout, now_ms: i64) -> Answering {
        let area = layout.answer;
        let width = usize::from(area.width).saturating_sub(2);
        let mut prompt = Lines::new(width);
        if let Some(step) = self.walk.step() {
            prompt.paragraph(&step.prompt, self.theme.strong());
        }
        let Some(Fixed { head, foot, line, framed }) =
            self.fixed(&prompt, usize::from(area.height), now_ms)
        else {
            return self.whole(prompt, area, now_ms);
        };
        let mut column = Column::new(width);
        if head.is_empty() {
            column.lines.lines.append(&mut prompt.lines);
            column.lines.gap();
        }
        self.answer.show(&self.walk, self.look(now_ms), &mut column);
        let (above, below) = (head.len() as u16, foot.len() as u16);
        let height = area.height.saturating_sub(above + below);
        self.push_drawing(&mut column, usize::from(height));
        let body = Rect { y: area.y + above, height, ..area };
        let top = if head.is_empty() { body.bottom() } else { area.y };
        let typed = Some((top + line as u16, framed));
        Answering { head, column, body, foot, typed }
    }

    /// What stays on top and at the bottom; nothing for a step without a field.
    fn fixed(&self, prompt: &Lines, height: usize, now_ms: i64) -> Option<Fixed> {
        let width = prompt.width;
        let look = self.look(now_ms);
        let field = |framed| self.answer.field(&self.walk, look, Slot { width, framed });
        let bare = field(false);
        if bare.is_empty() {
            return None;
        }
        for framed in [true, false] {
            let field = field(framed);
            let mut head = prompt.clone();
            if height >= AIRY {
                head.gap();
            }
            let line = head.len() + self.answer.typed_line(Slot { width, framed });
            head.lines.extend(field.lines);
            if height >= AIRY {
                head.lines.push(Line::default());
            }
            if head.len() * 2 <= height {
                return Some(Fixed { head, foot: Lines::new(width), line, framed });
            }
        }
        let line = self.answer.typed_line(Slot { width, framed: false });
        let foot = if bare.len() + LEAST <= height { bare } else { first_lines(bare, 1) };
        Some(Fixed { head: Lines::new(width), foot, line, framed: false })
    }

    /// A step without a field; an editor takes what the column leaves of the pane.
    fn whole(&self, prompt: Lines, area: Rect, now_ms: i64) -> Answering {
        let mut column = Column { lines: prompt, ..Column::default() };
        column.lines.gap();
        self.answer.show(&self.walk, self.look(now_ms), &mut column);
        let height = if self.answer.edits() {
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
