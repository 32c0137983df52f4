//! The cursor of a table to complete: it stands on blanks only.

use super::{Changes, Walk};
use crate::model::{Grid, GridCell, ItemId, StepKind};
use crate::progress::{Item, done};

/// Where to move in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GridMove {
    Up,
    Down,
    Left,
    Right,
    /// The next blank in reading order.
    Next,
    Previous,
    /// The next blank that is not done, round to the start if need be.
    NextUnfinished,
}

impl Walk {
    /// The table of the step on screen.
    pub fn grid(&self) -> Option<&Grid> {
        match &self.step()?.kind {
            StepKind::Grid(grid) => Some(grid),
            _ => None,
        }
    }

    /// Row and column of the cursor, in the table of the step on screen.
    pub fn grid_cursor(&self) -> Option<(usize, usize)> {
        blanks(self.grid()?).nth(self.cursor_of(self.step)).map(|(row, column, _)| (row, column))
    }

    /// Moves the cursor; stays where there is no blank that way.
    pub fn move_cell(&mut self, to: GridMove, now_ms: i64) -> Changes {
        match self.target(to) {
            Some(index) => self.place_cursor(index, now_ms),
            None => Changes::none(),
        }
    }

    /// Puts the cursor on a blank by row and column; nothing when it is not one.
    pub fn goto_cell(&mut self, row: usize, column: usize, now_ms: i64) -> Changes {
        let at = |grid: &Grid| blanks(grid).position(|(r, c, _)| (r, c) == (row, column));
        match self.grid().and_then(at) {
            Some(index) => self.place_cursor(index, now_ms),
            None => Changes::none(),
        }
    }

    fn place_cursor(&mut self, index: usize, now_ms: i64) -> Changes {
        if index != self.cursor_of(self.step) {
            self.notice = None;
        }
        self.cursors.insert(self.step, index);
        self.keep_position(now_ms)
    }

    pub(super) fn cursor_of(&self, step: usize) -> usize {
        self.cursors.get(&step).copied().unwrap_or_default()
    }

    /// Puts the cursor on an item of the step on screen, for an answer given by name.
    pub(super) fn focus_on(&mut self, id: &ItemId, now_ms: i64) -> Changes {
        let at = |grid: &Grid| blanks(grid).position(|(_, _, blank)| blank == id);
        match self.grid().and_then(at) {
            Some(index) => self.place_cursor(index, now_ms),
            None => Changes::none(),
        }
    }

    fn target(&self, to: GridMove) -> Option<usize> {
        let grid = self.grid()?;
        let cells: Vec<_> = blanks(grid).collect();
        let now = self.cursor_of(self.step);
        let (row, column, _) = *cells.get(now)?;
        let mut places = cells.iter().enumerate().map(|(index, (r, c, _))| (index, *r, *c));
        match to {
            GridMove::Next => (now + 1 < cells.len()).then_some(now + 1),
            GridMove::Previous => now.checked_sub(1),
            GridMove::NextUnfinished => self.next_unfinished(now),
            GridMove::Left => places.rev().find(|(_, r, c)| *r == row && *c < column).map(first),
            GridMove::Right => places.find(|(_, r, c)| *r == row && *c > column).map(first),
            GridMove::Up => {
                let above = places.filter(|(_, r, _)| *r < row);
                above.min_by_key(|(_, r, c)| (row - r, c.abs_diff(column))).map(first)
            }
            GridMove::Down => {
                let below = places.filter(|(_, r, _)| *r > row);
                below.min_by_key(|(_, r, c)| (r - row, c.abs_diff(column))).map(first)
            }
        }
    }

    fn next_unfinished(&self, now: usize) -> Option<usize> {
        let items = Item::of_step(self.step()?);
        let open = |index: &usize| {
            let item = &items[*index];
            !self.record(item.id()).is_some_and(|record| done(item, record))
        };
        (now + 1..items.len()).chain(0..now).find(open)
    }
}

fn first((index, _, _): (usize, usize, usize)) -> usize {
    index
}

/// The blanks in reading order: row, column, name.
fn blanks(grid: &Grid) -> impl Iterator<Item = (usize, usize, &ItemId)> {
    grid.rows.iter().enumerate().flat_map(|(r, row)| {
        row.cells.iter().enumerate().filter_map(move |(c, cell)| match cell {
            GridCell::Blank(numeric) => Some((r, c, &numeric.id)),
            GridCell::Empty | GridCell::Given(_) => None,
        })
    })
}
