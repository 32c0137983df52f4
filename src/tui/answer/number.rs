//! A calcul: one field, its unit beside it, and under it how the answer is read.

use ratatui::text::{Line, Span};

use super::echo::{echo, unit_beside};
use super::field::Field;
use super::{Look, Reply, verdict};
use crate::model::CellRef;
use crate::session::{Changes, NumberState, Standing, Walk};
use crate::tui::msg::Action;
use crate::tui::widget::column::Column;
use crate::tui::widget::text;

/// Columns of the field on a comfortable screen.
const WIDEST: usize = 36;

#[derive(Debug)]
pub struct NumberAnswer {
    field: Field,
}

impl NumberAnswer {
    pub fn new(walk: &Walk) -> Self {
        NumberAnswer { field: Field::new(draft(walk)) }
    }

    pub fn update(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        if action != Action::Enter {
            let typed = self.field.update(action);
            return if typed { self.typed(walk, now_ms).into() } else { Reply::default() };
        }
        match walk.focused_number() {
            Some(state) if over(&state) => Reply::go_on(),
            Some(_) => walk.answer(self.field.text(), now_ms).into(),
            None => Reply::default(),
        }
    }

    pub fn paste(&mut self, text: &str, walk: &mut Walk, now_ms: i64) -> Changes {
        self.field.insert(text);
        self.typed(walk, now_ms)
    }

    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// Puts a figure of the annexes at the cursor.
    pub fn take(&mut self, cell: CellRef, typed: &str, walk: &mut Walk, now_ms: i64) -> Changes {
        let start = self.field.place();
        self.field.insert(typed);
        walk.take_figure(cell, start..self.field.place(), self.field.text(), now_ms)
    }

    fn typed(&self, walk: &mut Walk, now_ms: i64) -> Changes {
        walk.type_text(self.field.text(), now_ms)
    }

    pub fn show(&self, walk: &Walk, look: Look, column: &mut Column) {
        let Some(state) = walk.focused_number() else { return };
        let start = column.lines.len();
        self.show_field(&state, walk, look, column);
        verdict::show_number(&state, look, column);
        verdict::show_taken(&state, walk, look, column);
        column.focus_since(start);
        verdict::show_help(walk, look, column);
    }

    fn show_field(&self, state: &NumberState, walk: &Walk, look: Look, column: &mut Column) {
        let unit = unit_beside(state.item.unit);
        let room = column.lines.width.saturating_sub(text::width(unit) + 7).min(WIDEST);
        let framed = look.height >= 11;
        let style = look.theme.field(look.focused);
        let (left, right) = if framed { ("│ ", " │ ") } else { ("› ", "  ") };
        if framed {
            let edge = "─".repeat(room + 2);
            column.lines.push(Line::styled(format!("╭{edge}╮"), style));
        }
        column.field = Some(column.lines.len());
        let mut spans = vec![Span::styled(left, style)];
        spans.extend(field_spans(&self.field, room, look));
        spans.push(Span::styled(right, style));
        spans.push(Span::raw(unit));
        column.lines.push(Line::from(spans));
        if framed {
            let edge = "─".repeat(room + 2);
            column.lines.push(Line::styled(format!("╰{edge}╯"), style));
        }
        match echo(self.field.text(), state.item.unit, look.theme) {
            Some(read) => {
                let lead = vec![Span::raw("  ")];
                column.lines.hanging(lead, &read.content, read.style);
            }
            None => column.lines.push(Line::styled(
                text::shorten(example(walk), column.lines.width),
                look.theme.quiet(),
            )),
        }
    }

    pub fn label(&self, action: Action, label: &'static str, walk: &Walk) -> Option<&'static str> {
        let state = walk.focused_number()?;
        match action {
            Action::Enter if over(&state) => Some(super::next_label(walk)),
            Action::Why if walk.why().is_none() => None,
            Action::Carry => super::carry::label(walk),
            Action::NextStep | Action::Hint | Action::Pick if over(&state) => None,
            _ => Some(label),
        }
    }
}

/// What may be typed, said while nothing is.
fn example(walk: &Walk) -> &'static str {
    if walk.has_figures() {
        "  ex. 12,5 · (450−452)/452 · ↑ relève un chiffre de l’annexe"
    } else {
        "  ex. 12,5 · 359/1400 · (450−452)/452"
    }
}

/// The answer is known and the field holds nothing else to check.
pub fn over(state: &NumberState) -> bool {
    match state.standing {
        Standing::Solved | Standing::Carried => !state.edited,
        Standing::Revealed => state.draft.is_empty() || !state.edited && state.attempts > 0,
        _ => false,
    }
}

/// The text of a field and its cursor, over exactly `room` columns.
pub fn field_spans(field: &Field, room: usize, look: Look) -> Vec<Span<'static>> {
    let (shown, cursor) = field.view(room);
    let shown = text::clean(&shown);
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

fn draft(walk: &Walk) -> &str {
    walk.focused_number().map_or("", |state| state.draft)
}
