//! A list cut into lines: a row takes one or, in large type, several with air below it.

use std::ops::Range;

use ratatui::text::Line;

use super::lines::Lines;
use super::pane;

/// Rows of a list being written, and the lines each takes.
#[derive(Debug, Default)]
pub struct Rows {
    pub lines: Lines,
    places: Vec<Range<usize>>,
    /// An empty line follows each row.
    aired: bool,
    /// Lines out of these are left empty: they are not looked at.
    seen: Range<usize>,
}

/// Rows of the screen from which a list in large type draws what is in hand large over one line,
/// and over two.
const ROOMY: [usize; 2] = [12, 18];

/// Lines of large type for the row in hand of a list of `height` rows.
pub fn in_hand(large: bool, height: usize) -> usize {
    ROOMY.iter().filter(|rows| large && height >= **rows).count()
}

impl Rows {
    /// A list `width` columns wide, seen through `height` lines from `first` on.
    pub fn new(width: usize, aired: bool, first: usize, height: usize) -> Self {
        let seen = first..first.saturating_add(height);
        Rows { lines: Lines::new(width), places: Vec::new(), aired, seen }
    }

    /// Writes a row of several lines.
    pub fn row(&mut self, write: impl FnOnce(&mut Lines)) {
        let start = self.lines.len();
        write(&mut self.lines);
        self.end(start);
    }

    /// Writes a row of one line, made only where it is seen.
    pub fn line(&mut self, make: impl FnOnce(usize) -> Line<'static>) {
        let start = self.lines.len();
        let seen = self.seen.contains(&start);
        self.lines.push(if seen { make(self.lines.width) } else { Line::raw(" ") });
        self.end(start);
    }

    /// Writes an empty row, or leaves the one above with its air.
    pub fn space(&mut self) {
        let start = self.lines.len();
        if !self.aired {
            self.lines.push(Line::default());
        }
        self.places.push(start..self.lines.len());
    }

    fn end(&mut self, start: usize) {
        if self.aired {
            self.lines.push(Line::default());
        }
        self.places.push(start..self.lines.len());
    }

    /// How many rows are written.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// The row that a line belongs to.
    pub fn at(&self, line: usize) -> Option<usize> {
        self.places.iter().position(|place| place.contains(&line))
    }

    /// The smallest move from `first` after which the rows `from` to `row` show through `height`
    /// lines, `row` before all.
    pub fn follow(&self, first: usize, from: usize, row: usize, height: usize) -> usize {
        let lines = |row: usize| self.places.get(row).cloned().unwrap_or_default();
        let first = pane::follow(first, lines(from).start, height);
        // The air below the last line may stay out of sight.
        let end = lines(row).end.saturating_sub(1 + usize::from(self.aired));
        let first = pane::follow(first, end.max(lines(row).start), height);
        let first = pane::follow(first, lines(row).start, height);
        pane::clamp(first, self.lines.len(), height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A heading, two rows of one line, one of three, one of one.
    fn list(aired: bool) -> Rows {
        let mut rows = Rows::new(20, aired, 0, 4);
        for name in ["titre", "a", "b"] {
            rows.line(|_| Line::raw(name));
        }
        rows.row(|lines| (0..3).for_each(|_| lines.push("c")));
        rows.space();
        rows.line(|_| Line::raw("d"));
        rows
    }

    #[test]
    fn lines_belong_to_rows() {
        let at = |aired, lines: &[usize]| {
            let list = list(aired);
            lines.iter().map(|line| list.at(*line)).collect::<Vec<_>>()
        };
        assert_eq!(
            at(false, &[0, 2, 3, 5, 6, 7, 8]),
            [0, 2, 3, 3, 4, 5, 9].map(|n| (n < 9).then_some(n))
        );
        assert_eq!(
            at(true, &[0, 1, 2, 6, 9, 10, 12]),
            [0, 0, 1, 3, 3, 5, 9].map(|n| (n < 9).then_some(n))
        );
    }

    #[test]
    fn lines_out_of_sight_are_not_made() {
        let list = list(false);
        let shown: Vec<String> = list.lines.lines.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["titre", "a", "b", "c", "c", "c", "", " "]);
    }

    #[test]
    fn the_row_in_hand_is_followed_whole() {
        let plain = list(false);
        assert_eq!(plain.follow(0, 0, 1, 4), 0);
        assert_eq!(plain.follow(0, 2, 3, 4), 2);
        assert_eq!(plain.follow(4, 2, 3, 4), 2);
        assert_eq!(plain.follow(5, 0, 1, 4), 0);
        assert_eq!(plain.follow(0, 3, 3, 2), 3, "its first line where it does not fit");
        let aired = list(true);
        assert_eq!(aired.follow(0, 3, 3, 4), 5);
        assert_eq!(aired.follow(0, 5, 5, 4), 7);
    }

    #[test]
    fn the_row_in_hand_is_large_where_there_is_room() {
        let lines = [11, 12, 17, 18].map(|height| in_hand(true, height));
        assert_eq!((lines, in_hand(false, 50)), ([0, 1, 1, 2], 0));
    }
}
