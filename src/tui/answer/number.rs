//! A calcul: one field, its unit beside it, and under it how the answer is read.

use std::ops::Range;

use super::field::Field;
use super::large::LargeField;
use super::taken::Taken;
use super::{Form, Look, Reply, Slot, taken, verdict};
use crate::check::Verdict;
use crate::model::CellRef;
use crate::session::{Changes, NumberState, Standing, Walk};
use crate::tui::msg::Action;
use crate::tui::widget::column::Column;
use crate::tui::widget::lines::Lines;

/// From this width the example is a long one.
const ROOMY: usize = 60;

#[derive(Debug)]
pub struct NumberAnswer {
    field: Field,
    /// The figure of the annexes taken last.
    taken: Taken,
}

impl NumberAnswer {
    pub fn new(walk: &Walk) -> Self {
        NumberAnswer { field: field_of(walk), taken: Taken::default() }
    }

    pub fn update(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        if action != Action::Enter {
            let typed = self.field.update(action);
            return if typed { self.typed(walk, now_ms).into() } else { Reply::default() };
        }
        match walk.focused_number() {
            Some(state) if over(&state) => Reply::go_on(),
            Some(_) => {
                if let Some(reply) = nothing_written(&self.field) {
                    return reply;
                }
                let changes = walk.answer(self.field.text(), now_ms);
                self.field = field_of(walk);
                changes.into()
            }
            None => Reply::default(),
        }
    }

    pub fn paste(&mut self, text: &str, walk: &mut Walk, now_ms: i64) -> Changes {
        self.field.type_over(text);
        self.typed(walk, now_ms)
    }

    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// Puts a figure of the annexes at the cursor.
    pub fn take(&mut self, cell: CellRef, typed: &str, walk: &mut Walk, now_ms: i64) -> Reply {
        match self.taken.put(typed, &mut self.field) {
            Some(span) => walk.take_figure(cell, span, self.field.text(), now_ms).into(),
            None => Reply { notice: Some(taken::SIGN_FIRST.to_owned()), ..Reply::default() },
        }
    }

    fn typed(&self, walk: &mut Walk, now_ms: i64) -> Changes {
        walk.type_text(self.field.text(), now_ms)
    }

    pub fn field(&self, walk: &Walk, look: Look, slot: Slot) -> Lines {
        let Some(state) = walk.focused_number() else { return Lines::default() };
        let example = match (slot.width >= ROOMY, walk.has_figures()) {
            (true, true) => "ex. (450−452)/452 · ↑ relève un chiffre",
            (true, false) => "ex. 12,5 · 359/1400 · (450−452)/452",
            (false, _) => "ex. 12,5 · 359/1400",
        };
        slot.judged(&state).lay("", &self.field, state.item, example, look)
    }

    /// The lines of the field where the figure is typed.
    pub fn typed_lines(&self, slot: Slot, walk: &Walk) -> Range<usize> {
        let item = walk.focused_number().map(|state| state.item);
        match item.map_or(slot.form, |item| slot.fitting(&self.field, item).form) {
            Form::Large { .. } => LargeField::lines("", slot.width),
            Form::Framed => 1..2,
            Form::Bare => 0..1,
        }
    }

    pub fn click_field(&mut self, x: usize, slot: Slot, walk: &Walk) {
        if let Some(state) = walk.focused_number() {
            slot.fitting(&self.field, state.item).click("", state.item, x, &mut self.field);
        }
    }

    pub fn show(&self, walk: &Walk, look: Look, column: &mut Column) {
        let Some(state) = walk.focused_number() else { return };
        let start = column.lines.len();
        super::carry::show(walk, look, column);
        verdict::show_number(&state, look, column);
        verdict::show_taken(&state, walk, look, column);
        column.focus_since(start);
        verdict::show_help(walk, look, column);
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

/// The answer is known and the field holds nothing else to check.
pub fn over(state: &NumberState) -> bool {
    match state.standing {
        Standing::Solved | Standing::Carried => is_judged(state),
        Standing::Revealed => state.draft.is_empty() || !state.edited && state.attempts > 0,
        _ => false,
    }
}

/// The field of the figure in focus. What was judged, whatever the verdict, is selected: typing
/// takes its place.
pub fn field_of(walk: &Walk) -> Field {
    let Some(state) = walk.focused_number() else { return Field::default() };
    let mut field = Field::new(state.draft);
    if is_judged(&state) || puzzles(&state) {
        field.select();
    }
    field
}

/// The verdict known is that of the text as it stands.
pub fn is_judged(state: &NumberState) -> bool {
    state.attempts > 0 && !state.edited && !puzzles(state)
}

/// The answer was handed in and could not be judged.
fn puzzles(state: &NumberState) -> bool {
    state.judgement.is_some_and(|said| said.verdict == Verdict::Neutral)
}

/// What Enter says of an empty field: nothing was answered, so nothing is judged.
pub fn nothing_written(field: &Field) -> Option<Reply> {
    let blank = field.text().trim().is_empty();
    let notice = "Rien n’est écrit\u{a0}: tapez votre réponse, puis Entrée.";
    blank.then(|| Reply { notice: Some(notice.to_owned()), ..Reply::default() })
}
