//! What is being written around the cursor, in large type.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::Editor;
use crate::tui::answer::Look;
use crate::tui::widget::big::{Big, Type, likened};

impl Editor {
    /// The words around the cursor that `letters` signs hold, and where the cursor is among them.
    pub(super) fn around(&self, letters: usize) -> Option<(String, usize)> {
        let (before, after) = self.text.as_str().split_at(self.text.cursor());
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = after.split('\n').next().unwrap_or_default();
        let line: Vec<char> = before.chars().chain(after.chars()).collect();
        let column = before.chars().count();
        let drawn = |part: &[char]| likened(&String::from_iter(part));
        let reach = line.len().min(column + letters);
        let end = (column..reach).find(|at| line[*at].is_whitespace()).unwrap_or(reach);
        let begins = |at: &usize| *at == 0 || line[*at - 1].is_whitespace();
        // A space follows, where the cursor stands at the end of the text.
        let fits = |at: &usize| drawn(&line[*at..end]).chars().count() < letters;
        let start = (column.saturating_sub(letters)..=column).filter(begins).find(fits)?;
        let before = drawn(&line[start..column]);
        let cursor = before.chars().count();
        Some((before + &drawn(&line[column..end]), cursor))
    }

    /// Draws the words around the cursor in large type.
    pub fn magnify(&self, look: Look, area: Rect, buf: &mut Buffer) {
        const TYPE: [Type; 1] = [Type::Quarter];
        if area.is_empty() {
            return;
        }
        let width = usize::from(area.width);
        let around = self.around(width / usize::from(Type::Quarter.letter().0));
        let Some((words, cursor)) = around else { return };
        let Some(big) = Big::typed(&format!("{words} "), width, &TYPE) else { return };
        let style = |at| match at {
            at if at == cursor && look.focused => look.theme.selected(),
            _ => look.theme.strong(),
        };
        for (line, row) in big.styled(style).into_iter().zip(area.rows()) {
            line.render(row, buf);
        }
    }
}
