//! A table to complete: the exam's own table, the blank in hand filled in on a line below it.

use std::ops::Range;

use ratatui::text::Line;

use super::field::Field;
use super::large::LargeField;
use super::number::{field_of, is_judged, nothing_written, over};
use super::taken::Taken;
use super::{Form, Look, Reply, Slot, taken, verdict};
use crate::check::Verdict;
use crate::model::{CellRef, Grid, GridCell, ItemId, Numeric};
use crate::number::{self, Reading, Unit, french};
use crate::progress::{Rung, State};
use crate::session::{Changes, GridMove, Standing, Walk};
use crate::tui::msg::Action;
use crate::tui::theme::Theme;
use crate::tui::widget::column::{Column, Spot, Target};
use crate::tui::widget::lines::Lines;
use crate::tui::widget::sheet::{self, Sheet, SheetCell, SheetRow};
use crate::tui::widget::text;

/// From this width the label and the field share a line.
const ROOMY: usize = 60;
/// Columns of a short field with its unit and its reading.
const BESIDE: usize = 40;

#[derive(Debug)]
pub struct GridAnswer {
    field: Field,
    /// Columns left out on the left of a table too wide.
    first: usize,
    /// The blank was just found right and stays for its remark: what is typed is for the next one.
    settled: bool,
    /// The blank found right just before, whose interpretation shows while the next is in hand.
    found: Option<ItemId>,
    /// The figure of the annexes taken last.
    taken: Taken,
}

impl GridAnswer {
    pub fn new(walk: &Walk) -> Self {
        let mut grid = GridAnswer {
            field: Field::default(),
            first: 0,
            settled: false,
            found: None,
            taken: Taken::default(),
        };
        grid.reload(walk);
        grid
    }

    pub fn update(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        let to = match action {
            Action::Enter => return self.enter(walk, now_ms),
            Action::Up => GridMove::Up,
            Action::Down => GridMove::Down,
            Action::Left => GridMove::Left,
            Action::Right => GridMove::Right,
            Action::NextField => GridMove::Next,
            Action::PreviousField => GridMove::Previous,
            Action::Home | Action::End => return self.far(action, walk, now_ms).into(),
            other => {
                let moved = match other {
                    Action::Type(_) if self.settled => {
                        self.travel(GridMove::NextUnfinished, walk, now_ms)
                    }
                    _ => Changes::none(),
                };
                let typed = self.field.update(other);
                let changes = if typed { self.typed(walk, now_ms) } else { Changes::none() };
                return moved.and(changes).into();
            }
        };
        self.travel(to, walk, now_ms).into()
    }

    fn travel(&mut self, to: GridMove, walk: &mut Walk, now_ms: i64) -> Changes {
        let changes = walk.move_cell(to, now_ms);
        self.reload(walk);
        changes
    }

    fn far(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Changes {
        let Some(grid) = walk.grid() else { return Changes::none() };
        let blanks = places(grid);
        let place = if action == Action::Home { blanks.first() } else { blanks.last() };
        match place.copied() {
            Some((row, column)) => self.click(row, column, walk, now_ms),
            None => Changes::none(),
        }
    }

    /// Checks the blank; a plain right answer moves on to the next one by itself.
    fn enter(&mut self, walk: &mut Walk, now_ms: i64) -> Reply {
        let Some(state) = walk.focused_number() else { return Reply::default() };
        if over(&state) {
            if done(walk) {
                return Reply::go_on();
            }
            return self.travel(GridMove::NextUnfinished, walk, now_ms).into();
        }
        if let Some(reply) = nothing_written(&self.field) {
            return reply;
        }
        let changes = walk.answer(self.field.text(), now_ms);
        let Some(state) = walk.focused_number() else { return changes.into() };
        let right = state.judgement.filter(|judgement| judgement.verdict == Verdict::Right);
        let plain = right.is_some_and(|judgement| judgement.remark.is_none());
        let settled = right.is_some() && !done(walk);
        if !plain || !settled {
            self.reload(walk);
            self.settled = settled;
            return changes.into();
        }
        let notice = format!("✓ {}\u{a0}: juste", state.item.label);
        let found = state.item.id.clone();
        let changes = changes.and(self.travel(GridMove::NextUnfinished, walk, now_ms));
        self.found = Some(found);
        Reply { changes, go_on: false, notice: Some(notice) }
    }

    pub fn click(&mut self, row: usize, column: usize, walk: &mut Walk, now_ms: i64) -> Changes {
        let changes = walk.goto_cell(row, column, now_ms);
        self.reload(walk);
        changes
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

    fn typed(&mut self, walk: &mut Walk, now_ms: i64) -> Changes {
        self.found = None;
        walk.type_text(self.field.text(), now_ms)
    }

    fn reload(&mut self, walk: &Walk) {
        self.settled = false;
        self.found = None;
        self.field = field_of(walk);
    }

    pub fn settle(&mut self, walk: &Walk, width: usize) {
        if let (Some(grid), Some((_, column))) = (walk.grid(), walk.grid_cursor()) {
            let sheet = table(grid, walk, None, Theme::Plain);
            self.first = sheet.first_to_show(width, column, self.first);
        }
    }

    pub fn show(&self, walk: &Walk, look: Look, column: &mut Column) {
        let Some(grid) = walk.grid() else { return };
        let cursor = walk.grid_cursor();
        let sheet = table(grid, walk, cursor, look.theme);
        let laid = sheet.lay(column.lines.width, self.first, look.theme).aired(look.air());
        let start = column.lines.len();
        let mut row = None;
        for place in &laid.places {
            let spot = Spot::Cell { row: place.row, column: place.column };
            let columns = place.x..place.x + place.width;
            column.targets.push(Target { line: start + place.y, columns, spot });
            if cursor == Some((place.row, place.column)) {
                row = Some(start + place.y..start + laid.below(place.row));
            }
        }
        column.focus = row.clone();
        let told = sheet::sideways(&laid);
        column.tables.push(laid.stretch(start, row));
        column.lines.lines.extend(laid.lines);
        if let Some(told) = told {
            column.lines.push(Line::styled(told, look.theme.accent()));
        }
        self.show_said(walk, look, column);
    }

    /// The label of the blank, the field and its reading: on one line, or the label above.
    pub fn field(&self, walk: &Walk, look: Look, slot: Slot) -> Lines {
        let Some(state) = walk.focused_number() else { return Lines::default() };
        let slot = self.slot(slot, state.item).judged(&state);
        if let Form::Large { .. } = slot.form {
            return slot.lay(&state.item.label, &self.field, state.item, "", look);
        }
        if label_lines(slot, walk) == 0 {
            let label = label(walk, state.item, label_room(slot));
            return slot.lay(&label, &self.field, state.item, "", look);
        }
        let mut lines = Lines::new(slot.width);
        lines.push(Line::styled(label(walk, state.item, slot.width), look.theme.strong()));
        lines.lines.extend(slot.lay("", &self.field, state.item, "", look).lines);
        lines
    }

    /// A blank has no frame, and is large only where it fits.
    fn slot(&self, slot: Slot, item: &Numeric) -> Slot {
        let form = if slot.form == Form::Framed { Form::Bare } else { slot.form };
        Slot { form, ..slot }.fitting(&self.field, item)
    }

    /// The lines of the field where the figure is typed.
    pub fn typed_lines(&self, slot: Slot, walk: &Walk) -> Range<usize> {
        let Some(state) = walk.focused_number() else { return 0..0 };
        match self.slot(slot, state.item).form {
            Form::Large { .. } => LargeField::lines(&state.item.label, slot.width),
            Form::Bare | Form::Framed => label_lines(slot, walk)..label_lines(slot, walk) + 1,
        }
    }

    pub fn click_field(&mut self, x: usize, slot: Slot, walk: &Walk) {
        let Some(state) = walk.focused_number() else { return };
        let slot = self.slot(slot, state.item);
        let label = match label_lines(slot, walk) {
            0 => label(walk, state.item, label_room(slot)),
            _ => String::new(),
        };
        self.settled = false;
        slot.click(&label, state.item, x, &mut self.field);
    }

    fn show_said(&self, walk: &Walk, look: Look, column: &mut Column) {
        let Some(state) = walk.focused_number() else { return };
        let start = column.lines.len();
        super::carry::show(walk, look, column);
        verdict::show_number(&state, look, column);
        verdict::show_taken(&state, walk, look, column);
        if column.lines.len() > start {
            column.focus_since(start);
        }
        verdict::show_help(walk, look, column);
        self.show_found(walk, look, column);
        if let Some(words) = walk.grid_conclusion() {
            column.lines.gap();
            column.lines.push(Line::styled("Ce que montre le tableau", look.theme.heading()));
            column.lines.paragraph(words, look.theme.text());
        }
    }

    /// What the blank found just before means: the next one is ready meanwhile.
    fn show_found(&self, walk: &Walk, look: Look, column: &mut Column) {
        let found = self.found.as_ref().and_then(|id| walk.number(id));
        let Some(item) = found.map(|state| state.item).filter(|item| !item.reasoning.is_empty())
        else {
            return;
        };
        column.lines.gap();
        let heading = format!("{}\u{a0}: {}", Rung::Interpretation.label(), item.label);
        column.lines.paragraph(&heading, look.theme.heading());
        column.lines.paragraph(&item.reasoning, look.theme.text());
    }

    pub fn label(&self, action: Action, label: &'static str, walk: &Walk) -> Option<&'static str> {
        let state = walk.focused_number()?;
        match action {
            Action::Enter if over(&state) && done(walk) => Some(super::next_label(walk)),
            Action::Enter if over(&state) => Some("Case à faire"),
            Action::Why if walk.why().is_none() => None,
            Action::Carry => super::carry::label(walk),
            Action::NextStep if done(walk) => None,
            Action::Hint | Action::Pick if over(&state) => None,
            _ => Some(label),
        }
    }
}

/// Lines of the label above the field, where it is not beside it.
fn label_lines(slot: Slot, walk: &Walk) -> usize {
    let room = label_room(slot);
    let long = |numeric: &Numeric| text::width(&numeric.label) > room;
    let blank = |cell: &GridCell| matches!(cell, GridCell::Blank(numeric) if long(numeric));
    let cells = || walk.grid().into_iter().flat_map(|grid| grid.rows.iter().flat_map(|r| &r.cells));
    // The same for all blanks, so that the field does not move from one to the next.
    usize::from(slot.width < ROOMY || cells().any(blank))
}

/// Columns of a label beside its field, which keeps a readable width and its reading.
fn label_room(slot: Slot) -> usize {
    (slot.width * 2 / 5).max(slot.width.saturating_sub(BESIDE))
}

/// The name of a blank in at most `room` columns: its column is never what is cut.
fn label(walk: &Walk, item: &Numeric, room: usize) -> String {
    let whole = &item.label;
    let place = walk.grid().zip(walk.grid_cursor());
    let cut = place.and_then(|(grid, (_, column))| {
        let column = grid.columns.get(column).filter(|column| !column.is_empty())?;
        let row = whole.strip_suffix(column.as_str())?;
        let left = room.checked_sub(text::width(column) + 2).filter(|left| *left >= 6)?;
        Some(format!("{}, {column}", text::shorten(row.trim_end_matches([' ', ',']), left)))
    });
    match cut {
        Some(cut) if text::width(whole) > room => cut,
        _ => text::shorten(whole, room),
    }
}

fn places(grid: &Grid) -> Vec<(usize, usize)> {
    let rows = grid.rows.iter().enumerate();
    rows.flat_map(|(row, cells)| {
        let columns = cells.cells.iter().enumerate();
        columns.filter(|(_, cell)| matches!(cell, GridCell::Blank(_))).map(move |(c, _)| (row, c))
    })
    .collect()
}

/// The table with what is given, what was answered and what is being typed.
fn table(grid: &Grid, walk: &Walk, cursor: Option<(usize, usize)>, theme: Theme) -> Sheet {
    let cell = |row: usize, column: usize, cell: &GridCell| match cell {
        GridCell::Empty => SheetCell::default(),
        GridCell::Given(words) => {
            SheetCell { text: words.clone(), style: theme.text(), ..SheetCell::default() }
        }
        GridCell::Blank(numeric) => blank(numeric, walk, cursor == Some((row, column)), theme),
    };
    let rows = grid.rows.iter().enumerate().map(|(row, line)| SheetRow {
        label: line.label.clone(),
        cells: line.cells.iter().enumerate().map(|(at, c)| cell(row, at, c)).collect(),
    });
    Sheet { corner: grid.corner.clone(), columns: grid.columns.clone(), rows: rows.collect() }
}

/// An answer as it was read, `−0,44 %` for `(450-452)/452`; as typed where it cannot be read.
fn read(typed: &str, unit: Unit) -> String {
    match number::read_as(typed, unit) {
        Reading::Quantity(quantity) => french::echo_as(&quantity, unit),
        Reading::Ambiguous { .. } | Reading::Unreadable(_) => typed.to_owned(),
    }
}

/// Longest answer shown in its cell; the line below shows all of it.
const SHOWN: usize = 10;

fn blank(numeric: &Numeric, walk: &Walk, focused: bool, theme: Theme) -> SheetCell {
    let state = walk.number_state(numeric);
    let settled = is_judged(&state);
    let standing = if settled { state.standing } else { Standing::Untouched };
    let (mark, verdict) = verdict::standing(standing);
    let text = match state.draft {
        "" if focused => "      ".to_owned(),
        "" => "······".to_owned(),
        typed if focused || !settled => text::shorten(typed, SHOWN),
        typed => text::shorten(&read(typed, numeric.unit), SHOWN),
    };
    let style = match (focused, state.draft) {
        (true, _) => theme.selected(),
        (false, "") => theme.quiet(),
        _ => theme.text(),
    };
    // A place is kept for the sign, so that the table does not move as it fills.
    let mark = if mark.is_empty() { " " } else { mark };
    SheetCell { text, mark: mark.to_owned(), style, mark_style: theme.verdict(verdict) }
}

fn done(walk: &Walk) -> bool {
    walk.step_state(walk.step_index()) == State::Done
}
