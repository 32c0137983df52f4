//! The one-line field of a figure as drawn: its label, what is typed, the unit, how it is read.

use ratatui::text::{Line, Span};

use super::Look;
use super::echo::{echo, unit_beside};
use super::field::Field;
use crate::model::Numeric;
use crate::session::NumberState;
use crate::tui::widget::big::Big;
use crate::tui::widget::lines::{LARGE, Lines};
use crate::tui::widget::text;

/// How a field is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Bare,
    /// There are rows to spare for a frame.
    Framed,
    /// In large type, and so is its reading where there is room for it.
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
            && let Some(lines) = self.lay_large(label, field, item, example, reading, look)
        {
            return lines;
        }
        let framed = self.form == Form::Framed;
        let unit = unit_beside(item.unit);
        let edge = look.theme.field(look.focused);
        let (open, close) = match (framed, label.is_empty()) {
            (true, _) => ("│ ", " │"),
            (false, true) => ("› ", ""),
            (false, false) => (" › ", ""),
        };
        let around = text::width(label) + text::width(open) + text::width(close);
        let taken = around + text::width(unit) + 4 + READING;
        let room = self.width.saturating_sub(taken).clamp(NARROWEST, WIDEST);
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

    /// The label above, what is typed in large type over a rule, its reading below; `None` where
    /// it does not fit.
    fn lay_large(
        self,
        label: &str,
        field: &Field,
        item: &Numeric,
        example: &str,
        large: bool,
        look: Look,
    ) -> Option<Lines> {
        let theme = look.theme;
        let mut lines = Lines::new(self.width);
        if !label.is_empty() {
            lines.paragraph(label.trim_end(), theme.strong());
        }
        let edge = theme.field(look.focused);
        let unit = unit_beside(item.unit);
        let beside = large_field(field, unit, look, &mut lines).is_some();
        if !beside {
            large_field(field, "", look, &mut lines)?;
        }
        let unit = if beside { "" } else { unit };
        let rule = "━".repeat(self.width.saturating_sub(text::width(unit) + 1));
        lines.push(Line::from(vec![Span::styled(rule, edge), Span::raw(format!(" {unit}"))]));
        let read = reading(field, item, example, look);
        let style = read.style.patch(theme.strong());
        if !large || !lines.large(&[], &read.content, 1, style) {
            lines.hanging(Vec::new(), &read.content, style);
        }
        Some(lines)
    }
}

/// How what is typed is read; an example where nothing is.
fn reading(field: &Field, item: &Numeric, example: &str, look: Look) -> Span<'static> {
    echo(field.text(), item.unit, look.theme).unwrap_or_else(|| {
        let example = if field.text().trim().is_empty() { example } else { "" };
        Span::styled(example.to_owned(), look.theme.quiet())
    })
}

/// What is typed, its cursor and its unit in large type.
fn large_field(field: &Field, unit: &str, look: Look, lines: &mut Lines) -> Option<()> {
    let typed = field.text();
    let end = typed.chars().count();
    let gap = if unit.is_empty() { "" } else { "\u{a0}" };
    let big = Big::typed(&format!("{typed} {gap}{unit}"), lines.width, &LARGE)?;
    let cursor = typed.get(..field.place())?.chars().count();
    let marked = match look.focused {
        true if field.selected() => 0..end,
        true => cursor..cursor + 1,
        false => 0..0,
    };
    let style = |at: usize| match at {
        at if marked.contains(&at) => look.theme.selected(),
        at if at <= end => look.theme.strong(),
        _ => look.theme.quiet(),
    };
    lines.lines.extend(big.styled(style));
    Some(())
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
