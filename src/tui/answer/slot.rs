//! The one-line field of a figure as drawn: its label, what is typed, the unit, how it is read.

use ratatui::text::{Line, Span};

use super::Look;
use super::echo::{echo, unit_beside};
use super::field::Field;
use super::large::LargeField;
use crate::model::Numeric;
use crate::session::NumberState;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::text;

/// How a field is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Bare,
    /// There are rows to spare for a frame.
    Framed,
    /// In large type where it fits, and so is its reading if there is room for it.
    Large {
        reading: bool,
    },
}

/// The room a field gets.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    pub width: usize,
    pub form: Form,
}

/// Columns kept free for the reading, beside the field.
const READING: usize = 18;
/// Columns of a comfortable field.
const WIDEST: usize = 28;
const NARROWEST: usize = 8;

impl Slot {
    /// Once an answer is judged the verdict takes the room of its reading.
    pub fn judged(self, state: &NumberState) -> Self {
        let judged = state.judgement.is_some() && !state.edited;
        match self.form {
            Form::Large { .. } if judged => Slot { form: Form::Large { reading: false }, ..self },
            _ => self,
        }
    }

    /// The form a field really takes: one too long for large type stays in that of the terminal.
    pub fn fitting(self, field: &Field, item: &Numeric) -> Self {
        let large = matches!(self.form, Form::Large { .. });
        if large && LargeField::fit(field, item, self.width).is_none() {
            return Slot { form: Form::Bare, ..self };
        }
        self
    }

    /// A field behind `label`; `example` stands where nothing is typed yet.
    pub fn lay(
        self,
        label: &str,
        field: &Field,
        item: &Numeric,
        example: &str,
        look: Look,
    ) -> Lines {
        if let Form::Large { reading } = self.form
            && let Some(large) = LargeField::fit(field, item, self.width)
        {
            return large.lay(label, example, reading, self.width, look);
        }
        let framed = self.form == Form::Framed;
        let unit = unit_beside(item.unit);
        let edge = look.theme.field(look.focused);
        let (open, close) = self.edges(label);
        let room = self.room(label, item);
        let mut line =
            vec![Span::styled(label.to_owned(), look.theme.strong()), Span::styled(open, edge)];
        let mut typed = spans(field, room, look);
        if !framed {
            let line = look.theme.underlined();
            typed.iter_mut().for_each(|span| span.style = span.style.patch(line));
        }
        line.extend(typed);
        line.push(Span::styled(close, edge));
        if !unit.is_empty() {
            line.push(Span::raw(format!(" {unit}")));
        }
        let read = reading(field, item, example, look);
        let mut lines = Lines::new(self.width);
        let frame = |left, right| format!("{left}{}{right}", "─".repeat(room + 2));
        if framed {
            lines.push(Line::styled(frame("╭", "╮"), edge));
        }
        let used: usize = line.iter().map(Span::width).sum();
        let beside = used + 3 + read.width() <= self.width;
        if beside {
            line.extend([Span::raw("   "), read.clone()]);
        }
        lines.push(Line::from(line));
        if framed {
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
        match (self.form == Form::Framed, label.is_empty()) {
            (true, _) => ("│ ", " │"),
            (false, true) => ("› ", ""),
            (false, false) => (" › ", ""),
        }
    }

    /// Puts the cursor where one clicked, in columns from the left of the field.
    pub fn click(self, label: &str, item: &Numeric, x: usize, field: &mut Field) {
        if let (Form::Large { .. }, Some(large)) =
            (self.form, LargeField::fit(field, item, self.width))
        {
            let sign = large.sign_at(x);
            return field.click(sign, usize::MAX);
        }
        let start = text::width(label) + text::width(self.edges(label).0);
        let room = self.room(label, item);
        if (start..start + room).contains(&x) {
            field.click(x - start, room);
        }
    }
}

/// How what is typed is read; an example where nothing is.
pub fn reading(field: &Field, item: &Numeric, example: &str, look: Look) -> Span<'static> {
    echo(field.text(), item.unit, look.theme).unwrap_or_else(|| {
        let example = if field.text().trim().is_empty() { example } else { "" };
        Span::styled(example.to_owned(), look.theme.quiet())
    })
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
