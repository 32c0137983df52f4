//! A pane's content: lines, where the focus is among them, and what a click on them means.

use std::ops::Range;

use super::lines::Lines;
use super::pane::Stretch;

/// Something that can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Cell {
        row: usize,
        column: usize,
    },
    Option(usize),
    Point(usize),
    Level {
        criterion: usize,
        level: usize,
    },
    /// The mark of a drawing that is not shown, or its title.
    Drawing,
}

/// Where a spot lies: one line, some columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub line: usize,
    pub columns: Range<usize>,
    pub spot: Spot,
}

/// Lines with their focus and their targets.
#[derive(Debug, Default)]
pub struct Column {
    pub lines: Lines,
    pub targets: Vec<Target>,
    /// The lines to keep in sight.
    pub focus: Option<Range<usize>>,
    /// Tables whose headings stay in sight.
    pub tables: Vec<Stretch>,
    /// Where the verdict begins, to show it once it has just been given.
    pub verdict: Option<usize>,
    /// Where the last rung of help begins, to show it once it has just been asked for.
    pub rung: Option<usize>,
    /// The lines of what is drawn of the results.
    pub drawing: Option<Range<usize>>,
}

impl Column {
    pub fn new(width: usize) -> Self {
        Column { lines: Lines::new(width), ..Column::default() }
    }

    /// Makes every line from `start` on, over its whole width, a target.
    pub fn target_since(&mut self, start: usize, spot: Spot) {
        let whole = 0..self.lines.width;
        let lines = start..self.lines.len();
        self.targets.extend(lines.map(|line| Target { line, columns: whole.clone(), spot }));
    }

    /// Keeps the lines from `start` on in sight, and what was to be kept already.
    pub fn focus_since(&mut self, start: usize) {
        let from = self.focus.as_ref().map_or(start, |range| range.start.min(start));
        self.focus = Some(from..self.lines.len());
    }

    pub fn spot_at(&self, line: usize, column: usize) -> Option<Spot> {
        let hit = |t: &&Target| t.line == line && t.columns.contains(&column);
        self.targets.iter().find(hit).map(|target| target.spot)
    }
}
