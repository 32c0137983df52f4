//! The one-line field of a figure as drawn: its label, what is typed, the unit, how it is read.

use ratatui::text::{Line, Span};

use super::Look;
use super::echo::{echo, unit_beside};
use super::field::Field;
use crate::model::Numeric;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::text;

/// The room a field gets.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    pub width: usize,
    /// There are rows to spare for a frame.
    pub framed: bool,
}

/// Columns kept free for the reading, beside the field.
const READING: usize = 18;
/// Columns of a comfortable field.
const WIDEST: usize = 28;
const NARROWEST: usize = 8;

impl Slot {
    /// A field behind `label`; `example` stands where nothing is typed yet.
    pub fn lay(
        self,
        label: &str,
        field: &Field,
        item: &Numeric,
        example: &str,
        look: Look,
    ) -> Lines {
        let unit = unit_beside(item.unit);
        let edge = look.theme.field(look.focused);
        let (open, close) = self.edges(label);
        let room = self.room(label, item);
        let mut line =
            vec![Span::styled(label.to_owned(), look.theme.strong()), Span::styled(open, edge)];
        let mut typed = spans(field, room, look);
        if !self.framed {
            let line = look.theme.underlined();
            typed.iter_mut().for_each(|span| span.style = span.style.patch(line));
        }
        line.extend(typed);
        line.push(Span::styled(close, edge));
        if !unit.is_empty() {
            line.push(Span::raw(format!(" {unit}")));
        }
        let read = echo(field.text(), item.unit, look.theme).unwrap_or_else(|| {
            let example = if field.text().trim().is_empty() { example } else { "" };
            Span::styled(example.to_owned(), look.theme.quiet())
        });
        let mut lines = Lines::new(self.width);
        let frame = |left, right| format!("{left}{}{right}", "─".repeat(room + 2));
        if self.framed {
            lines.push(Line::styled(frame("╭", "╮"), edge));
        }
        let used: usize = line.iter().map(Span::width).sum();
        let beside = used + 3 + read.width() <= self.width;
        if beside {
            line.extend([Span::raw("   "), read.clone()]);
        }
        lines.push(Line::from(line));
        if self.framed {
            lines.push(Line::styled(frame("╰", "╯"), edge));
        }
        if !beside {
            lines.hanging(vec![Span::raw("  ")], &read.content, read.style);
        }
        lines
    }
}

impl Slot {
    /// Columns of the typed text.
    fn room(self, label: &str, item: &Numeric) -> usize {
        let (open, close) = self.edges(label);
        let around = text::width(label) + text::width(open) + text::width(close);
        let taken = around + text::width(unit_beside(item.unit)) + 4 + READING;
        self.width.saturating_sub(taken).clamp(NARROWEST, WIDEST)
    }

    fn edges(self, label: &str) -> (&'static str, &'static str) {
        match (self.framed, label.is_empty()) {
            (true, _) => ("│ ", " │"),
            (false, true) => ("› ", ""),
            (false, false) => (" › ", ""),
        }
    }

    /// Puts the cursor where one clicked, in columns from the left of the field.
    pub fn click(self, label: &str, item: &Numeric, x: usize, field: &mut Field) {
        let start = text::width(label) + text::width(self.edges(label).0);
        let room = self.room(label, item);
        if (start..start + room).contains(&x) {
            field.click(x - start, room);
        }
    }
}

/// The text of a field and its cursor, over exactly `room` columns.
pub fn spans(field: &Field, room: usize, look: Look) -> Vec<Span<'static>> {
    let (shown, cursor) = field.view(room);
    let shown = text::clean(&shown);
    if field.selected() && look.focused {
        let rest = " ".repeat(room.saturating_sub(text::width(&shown)));
        return vec![Span::styled(shown, look.theme.selected()), Span::raw(rest)];
    }
    let padded = text::pad(&shown, room);
    if !look.focused {
        return vec![Span::styled(padded, look.theme.text())];
    }
    let mut at = 0;
    let (mut before, mut under, mut after) = (String::new(), String::new(), String::new());
    for c in padded.chars() {
        let wide = text::width(&c.to_string());
        let part = match at {
            at if at < cursor => &mut before,
            at if at == cursor && under.is_empty() => &mut under,
            _ => &mut after,
        };
        part.push(c);
        at += wide;
    }
    vec![
        Span::styled(before, look.theme.strong()),
        Span::styled(under, look.theme.selected()),
        Span::styled(after, look.theme.strong()),
    ]
}
