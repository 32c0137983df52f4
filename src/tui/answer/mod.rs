//! One input per step kind: what it shows, which keys it reads, what it asks of the walk.

mod carry;
mod choice;
mod echo;
mod editor;
mod field;
mod grid;
mod large;
mod number;
mod rcs;
mod slot;
mod taken;
mod verdict;
mod writing;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use self::choice::ChoiceAnswer;
pub use self::editor::Editor;
pub use self::field::Field;
use self::grid::GridAnswer;
use self::number::NumberAnswer;
use self::rcs::RcsAnswer;
pub use self::rcs::mark as rcs_mark;
pub use self::slot::{Form, Slot};
use self::writing::WritingAnswer;
use super::keys::{Context, Keymap};
use super::msg::Action;
use super::pace::Pace;
use super::theme::Theme;
use super::widget::column::{Column, Spot};
use super::widget::lines::Lines;
use crate::model::{CellRef, StepKind};
use crate::session::{Changes, Walk};

/// The input of the step on screen.
#[derive(Debug)]
pub enum Answer {
    Number(NumberAnswer),
    Grid(GridAnswer),
    Choice(ChoiceAnswer),
    Writing(Box<WritingAnswer>),
    Rcs(Box<RcsAnswer>),
    /// A question without steps.
    Nothing,
}

/// What came of an action.
#[derive(Debug, Default)]
pub struct Reply {
    pub changes: Changes,
    /// The step is over: go to the next one.
    pub go_on: bool,
    /// One line to show for a moment.
    pub notice: Option<String>,
}

impl From<Changes> for Reply {
    fn from(changes: Changes) -> Self {
        Reply { changes, ..Reply::default() }
    }
}

impl Reply {
    fn go_on() -> Self {
        Reply { go_on: true, ..Reply::default() }
    }
}

/// Rows from which a list in large type has air and draws large what is in hand.
const APART: usize = 14;

/// How much room and light an input gets.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    pub theme: Theme,
    pub focused: bool,
    pub now_ms: i64,
    pub pace: Pace,
    pub keys: &'a Keymap,
    /// What matters most in large type, the rest with air around it.
    pub large: bool,
    /// Rows in which the column shows, where they are known.
    pub height: usize,
}

impl Look<'_> {
    /// Lines within which a table gets air.
    fn air(self) -> usize {
        if self.large { self.height } else { 0 }
    }

    /// What is listed is one line apart.
    fn apart(self) -> bool {
        self.air() >= APART
    }

    /// Lines of large type for what is in hand.
    fn in_hand(self) -> usize {
        usize::from(self.apart())
    }
}

impl Answer {
    /// The input for the step on screen, filled with what was typed before.
    pub fn new(walk: &Walk) -> Self {
        match walk.step().map(|step| &step.kind) {
            Some(StepKind::Number(_)) => Answer::Number(NumberAnswer::new(walk)),
            Some(StepKind::Grid(_)) => Answer::Grid(GridAnswer::new(walk)),
            Some(StepKind::Choice(_)) => Answer::Choice(ChoiceAnswer::new(walk)),
            Some(StepKind::Writing(_)) => Answer::Writing(Box::new(WritingAnswer::new(walk))),
            Some(StepKind::Rcs(_)) => Answer::Rcs(Box::new(RcsAnswer::new(walk))),
            None => Answer::Nothing,
        }
    }

    pub fn context(&self) -> Context {
        match self {
            Answer::Number(_) => Context::Number,
            Answer::Grid(_) => Context::Grid,
            Answer::Choice(_) => Context::Choice,
            Answer::Writing(writing) => writing.context(),
            Answer::Rcs(rcs) => rcs.context(),
            Answer::Nothing => Context::Document,
        }
    }

    pub fn update(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        match self {
            Answer::Number(number) => number.update(action, walk, now_ms),
            Answer::Grid(grid) => grid.update(action, walk, now_ms),
            Answer::Choice(choice) => choice.update(action, walk, now_ms),
            Answer::Writing(writing) => writing.update(action, walk, now_ms),
            Answer::Rcs(rcs) => rcs.update(action, walk, now_ms),
            Answer::Nothing => Reply::default(),
        }
    }

    pub fn paste(&mut self, text: &str, walk: &mut Walk, now_ms: i64) -> Reply {
        match self {
            Answer::Number(number) => number.paste(text, walk, now_ms).into(),
            Answer::Grid(grid) => grid.paste(text, walk, now_ms).into(),
            Answer::Writing(writing) => writing.paste(text, walk, now_ms),
            Answer::Rcs(rcs) => rcs.paste(text, walk, now_ms),
            Answer::Choice(_) | Answer::Nothing => Reply::default(),
        }
    }

    /// Puts a figure of the annexes into the field.
    pub fn take(&mut self, cell: CellRef, typed: &str, walk: &mut Walk, now_ms: i64) -> Reply {
        match self {
            Answer::Number(number) => number.take(cell, typed, walk, now_ms),
            Answer::Grid(grid) => grid.take(cell, typed, walk, now_ms),
            _ => Reply::default(),
        }
    }

    /// What stands in the one-line field of the answer.
    pub fn typed(&self) -> &str {
        match self {
            Answer::Number(number) => number.text(),
            Answer::Grid(grid) => grid.text(),
            _ => "",
        }
    }

    pub fn click(&mut self, spot: Spot, walk: &mut Walk, now_ms: i64) -> Changes {
        match (self, spot) {
            (Answer::Grid(grid), Spot::Cell { row, column }) => {
                grid.click(row, column, walk, now_ms)
            }
            (Answer::Choice(choice), Spot::Option(option)) => choice.pick(option, walk, now_ms),
            (Answer::Writing(writing), Spot::Point(point)) => writing.pick(point, walk, now_ms),
            (Answer::Rcs(rcs), Spot::Level { criterion, level }) => {
                rcs.pick(criterion, level, walk, now_ms)
            }
            _ => Changes::none(),
        }
    }

    /// The field where a figure is typed and how it is read: it stays in sight whatever scrolls.
    /// Empty for the kinds of step that have none.
    pub fn field(&self, walk: &Walk, look: Look, slot: Slot) -> Lines {
        match self {
            Answer::Number(number) => number.field(walk, look, slot),
            Answer::Grid(grid) => grid.field(walk, look, slot),
            _ => Lines::default(),
        }
    }

    /// The lines of the field where a figure is typed.
    pub fn typed_lines(&self, slot: Slot, walk: &Walk) -> Range<usize> {
        match self {
            Answer::Number(number) => number.typed_lines(slot, walk),
            Answer::Grid(grid) => grid.typed_lines(slot, walk),
            _ => 0..0,
        }
    }

    /// Puts the cursor of the field where one clicked, in columns from the left of the pane.
    pub fn click_field(&mut self, x: usize, slot: Slot, walk: &Walk) {
        match self {
            Answer::Number(number) => number.click_field(x, slot, walk),
            Answer::Grid(grid) => grid.click_field(x, slot, walk),
            _ => {}
        }
    }

    /// Writes the rest of the input and what the check said into the column.
    pub fn show(&self, walk: &Walk, look: Look, column: &mut Column) {
        match self {
            Answer::Number(number) => number.show(walk, look, column),
            Answer::Grid(grid) => grid.show(walk, look, column),
            Answer::Choice(choice) => choice.show(walk, look, column),
            Answer::Writing(writing) => writing.show(walk, look, column),
            Answer::Rcs(rcs) => rcs.show(walk, look, column),
            Answer::Nothing => {}
        }
    }

    /// Keeps the focused column of a table in sight.
    pub fn settle(&mut self, walk: &Walk, width: usize) {
        if let Answer::Grid(grid) = self {
            grid.settle(walk, width);
        }
    }

    /// The editor that takes the rest of the pane, in the steps and moments that have one.
    fn editor(&self) -> Option<&Editor> {
        match self {
            Answer::Writing(writing) => writing.editor(),
            Answer::Rcs(rcs) => rcs.editor(),
            _ => None,
        }
    }

    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        match self {
            Answer::Writing(writing) => writing.editor_mut(),
            Answer::Rcs(rcs) => rcs.editor_mut(),
            _ => None,
        }
    }

    /// A text was handed in and is being read again.
    pub fn reviewing(&self) -> bool {
        match self {
            Answer::Writing(writing) => writing.reviewing(),
            Answer::Rcs(rcs) => rcs.reviewing(),
            _ => false,
        }
    }

    /// The text handed in, in lines of at most `columns`.
    pub fn handed_in(&self, walk: &Walk, look: Look, columns: usize) -> Vec<Line<'static>> {
        match self {
            Answer::Writing(writing) => writing.handed_in(walk, look, columns),
            Answer::Rcs(rcs) => rcs.handed_in(walk, look, columns),
            _ => Vec::new(),
        }
    }

    /// First row of the editor, its rows and how many fit, where they do not all.
    pub fn written(&self) -> Option<(usize, usize, usize)> {
        self.editor().map(Editor::window).filter(|(_, total, height)| total > height)
    }

    /// What is typed goes somewhere: a field, an editor.
    pub fn has_field(&self) -> bool {
        matches!(self, Answer::Number(_) | Answer::Grid(_)) || self.edits()
    }

    /// Nothing is written in it yet.
    pub fn is_blank(&self) -> bool {
        match self.editor() {
            Some(editor) => editor.text().is_empty(),
            None => self.typed().is_empty(),
        }
    }

    pub fn edits(&self) -> bool {
        self.editor().is_some()
    }

    /// Draws the editor in the place left to it.
    pub fn draw_editor(&self, walk: &Walk, look: Look, area: Rect, buf: &mut Buffer) {
        if let Some(editor) = self.editor() {
            let told = match self {
                Answer::Rcs(rcs) => rcs.told(walk, look),
                _ => String::new(),
            };
            editor.draw(&told, look, area, buf);
        }
    }

    /// Draws what is being written around the cursor in large type.
    pub fn magnify(&self, look: Look, area: Rect, buf: &mut Buffer) {
        if let Some(editor) = self.editor() {
            editor.magnify(look, area, buf);
        }
    }

    /// Whether the label of a binding must change, or the binding does not apply now.
    pub fn label(&self, action: Action, label: &'static str, walk: &Walk) -> Option<&'static str> {
        match self {
            Answer::Number(number) => number.label(action, label, walk),
            Answer::Grid(grid) => grid.label(action, label, walk),
            Answer::Choice(choice) => choice.label(action, label, walk),
            Answer::Writing(writing) => writing.label(action, label, walk),
            Answer::Rcs(rcs) => rcs.label(action, label, walk),
            Answer::Nothing => Some(label),
        }
    }
}

/// Passes a key to an editor and keeps the draft, as typed; says when the text is full.
fn write(editor: &mut Editor, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
    let adds = matches!(action, Action::Type(_) | Action::Enter);
    if adds && editor.full() {
        return Reply { notice: Some(editor::FULL.to_owned()), ..Reply::default() };
    }
    match editor.update(action) {
        true => walk.type_text(&editor.text(), now_ms).into(),
        false => Reply::default(),
    }
}

fn paste(editor: &mut Editor, text: &str, walk: &mut Walk, now_ms: i64) -> Reply {
    let whole = editor.insert(text);
    let changes = walk.type_text(&editor.text(), now_ms);
    let notice = (!whole).then(|| editor::FULL.to_owned());
    Reply { changes, notice, ..Reply::default() }
}

/// What Enter leads to once a step is over.
fn next_label(walk: &Walk) -> &'static str {
    if walk.step_index() + 1 < walk.step_count() { "Étape suivante" } else { "Bilan" }
}

/// The place of the text inside the frame of an editor.
pub fn text_area(area: Rect) -> Rect {
    Editor::inner(area)
}
