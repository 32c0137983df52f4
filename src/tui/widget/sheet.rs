//! A table of figures: aligned, with headings that wrap and a first column that never leaves.
//!
//! Where it is wider than its place, whole columns scroll sideways and the table says how many
//! are out of sight on each side, under its headings and below it.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::Stretch;
use super::text;
use crate::tui::theme::Theme;

/// Spaces between two columns.
const GAP: usize = 2;

/// A table ready to be laid out.
#[derive(Debug, Default, Clone)]
pub struct Sheet {
    pub corner: String,
    pub columns: Vec<String>,
    pub rows: Vec<SheetRow>,
}

#[derive(Debug, Default, Clone)]
pub struct SheetRow {
    pub label: String,
    pub cells: Vec<SheetCell>,
}

#[derive(Debug, Default, Clone)]
pub struct SheetCell {
    pub text: String,
    /// A sign set after the figure without disturbing its alignment (`*`, `✓`).
    pub mark: String,
    pub style: Style,
    pub mark_style: Style,
}

/// Where a cell landed, from the top left corner of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub row: usize,
    pub column: usize,
    pub x: usize,
    pub y: usize,
    pub width: usize,
}

/// A table cut into lines.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Laid {
    pub lines: Vec<Line<'static>>,
    /// How many of the first lines are headings.
    pub headings: usize,
    pub places: Vec<Place>,
    /// The first line of each row.
    pub rows: Vec<usize>,
    /// Columns out of sight on the left and on the right.
    pub before: usize,
    pub after: usize,
    /// Empty lines between two rows.
    air: usize,
}

impl Laid {
    /// The line under a row, whose label may take several.
    pub fn below(&self, row: usize) -> usize {
        let next = self.places.iter().find(|place| place.row > row);
        next.map_or(self.lines.len(), |place| place.y - self.air)
    }

    /// The same with an empty line between two rows, where it still takes at most `room` lines.
    pub fn aired(mut self, room: usize) -> Self {
        let more = self.rows.len().saturating_sub(1);
        if self.lines.len() + more > room {
            return self;
        }
        for y in self.rows.iter().skip(1).rev() {
            self.lines.insert(*y, Line::default());
        }
        self.rows.iter_mut().enumerate().for_each(|(nth, y)| *y += nth);
        self.places.iter_mut().for_each(|place| place.y += place.row);
        Laid { air: 1, ..self }
    }

    /// The table in a text where it begins at line `start`, the lines of the row in hand known.
    pub fn stretch(&self, start: usize, row: Option<Range<usize>>) -> Stretch {
        let rows = self.rows.iter().map(|y| start + y).collect();
        Stretch { start, headings: self.headings, rows, end: start + self.lines.len(), row }
    }
}

/// The widths chosen for a given place.
struct Widths {
    label: usize,
    columns: Vec<usize>,
    marks: Vec<usize>,
}

impl Sheet {
    /// Lays the table out in `width` columns, leaving out the first `first` columns if it is too wide.
    pub fn lay(&self, width: usize, first: usize, theme: Theme) -> Laid {
        let widths = self.widths(width);
        let first = first.min(self.last_first(&widths, width));
        let shown = self.shown(&widths, width, first);
        let mut laid =
            Laid { before: first, after: self.columns.len() - shown.end, ..Laid::default() };
        self.push_headings(&mut laid, &widths, shown.clone(), theme);
        for (at, row) in self.rows.iter().enumerate() {
            push_row(&mut laid, &widths, shown.clone(), at, row);
        }
        laid
    }

    /// The smallest number of columns to leave out so that `column` is in sight.
    pub fn first_to_show(&self, width: usize, column: usize, first: usize) -> usize {
        let widths = self.widths(width);
        let mut first = first.min(column).min(self.last_first(&widths, width));
        while first < column && !self.shown(&widths, width, first).contains(&column) {
            first += 1;
        }
        first
    }

    /// The largest useful number of columns to leave out.
    pub fn furthest(&self, width: usize) -> usize {
        self.last_first(&self.widths(width), width)
    }

    fn last_first(&self, widths: &Widths, width: usize) -> usize {
        let all = self.columns.len();
        (0..all).find(|first| self.shown(widths, width, *first).end == all).unwrap_or(0)
    }

    fn shown(&self, widths: &Widths, width: usize, first: usize) -> Range<usize> {
        let mut used = widths.label;
        let mut end = first;
        while end < widths.columns.len() {
            used += GAP + widths.columns[end];
            if used > width && end > first {
                break;
            }
            end += 1;
        }
        first..end
    }

    fn widths(&self, width: usize) -> Widths {
        let labels = self.rows.iter().map(|row| text::width(&row.label)).max().unwrap_or(0);
        let label = labels.max(text::width(&self.corner));
        let marks: Vec<usize> = (0..self.columns.len()).map(|at| self.mark_width(at)).collect();
        let widest: Vec<usize> =
            (0..self.columns.len()).map(|at| self.cell_width(at) + marks[at]).collect();
        let full: Vec<usize> =
            self.columns.iter().zip(&widest).map(|(h, w)| text::width(h).max(*w)).collect();
        let total = |label: usize, columns: &[usize]| {
            label + columns.iter().map(|column| column + GAP).sum::<usize>()
        };
        if total(label, &full) <= width {
            return Widths { label, columns: full, marks };
        }
        let tight: Vec<usize> =
            self.columns.iter().zip(&widest).map(|(h, w)| longest_word(h).max(*w)).collect();
        // The labels give way before a column goes out of sight, down to a readable width.
        let words = self.rows.iter().map(|row| longest_word(&row.label)).max().unwrap_or(0);
        let readable = words.max(width / 5).max(10).min(width);
        let spare = width.saturating_sub(total(0, &tight));
        let narrow = if spare >= readable { spare } else { (width * 2 / 5).max(10).min(width) };
        Widths { label: label.min(narrow), columns: tight, marks }
    }

    fn cell_width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
        cells.map(|cell| text::width(&cell.text)).max().unwrap_or(0)
    }

    fn mark_width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
        let wide = |cell: &SheetCell| text::width(&cell.mark) + usize::from(stands_apart(cell));
        cells.map(wide).max().unwrap_or(0)
    }

    fn push_headings(&self, laid: &mut Laid, widths: &Widths, shown: Range<usize>, theme: Theme) {
        let corner = text::wrap(&self.corner, widths.label.max(1));
        let columns: Vec<Vec<String>> = shown
            .clone()
            .map(|at| text::wrap(&self.columns[at], widths.columns[at].max(1)))
            .collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or(1).max(corner.len());
        for line in 0..height {
            let at = |lines: &[String]| {
                let above = height - lines.len();
                line.checked_sub(above).and_then(|i| lines.get(i)).cloned().unwrap_or_default()
            };
            let mut written = text::pad(&at(&corner), widths.label);
            for (lines, column) in columns.iter().zip(shown.clone()) {
                let room = widths.columns[column] - widths.marks[column];
                let heading = if text::width(&at(lines)) > room {
                    text::pad_left(&at(lines), widths.columns[column])
                } else {
                    text::pad_left(&at(lines), room) + &" ".repeat(widths.marks[column])
                };
                written.push_str(&" ".repeat(GAP));
                written.push_str(&heading);
            }
            laid.lines.push(Line::styled(written, theme.strong()));
        }
        let across = widths.label + shown.map(|at| widths.columns[at] + GAP).sum::<usize>();
        laid.lines.push(rule(across, laid.before, laid.after, theme));
        laid.headings = laid.lines.len();
    }
}

/// The line under the headings, which never leave: `← 1 ────── → 2` where columns are out of sight.
fn rule(across: usize, before: usize, after: usize, theme: Theme) -> Line<'static> {
    let mark = |n: usize, words: String| if n > 0 { words } else { String::new() };
    let left = mark(before, format!("← {before} "));
    let right = mark(after, format!(" → {after}"));
    let dashes = across.saturating_sub(text::width(&left) + text::width(&right));
    Line::from(vec![
        Span::styled(left, theme.accent()),
        Span::raw("─".repeat(dashes)),
        Span::styled(right, theme.accent()),
    ])
    .style(theme.quiet())
}

fn push_row(laid: &mut Laid, widths: &Widths, shown: Range<usize>, at: usize, row: &SheetRow) {
    let y = laid.lines.len();
    laid.rows.push(y);
    let label = text::wrap(&row.label, widths.label.max(1));
    for (nth, part) in label.iter().enumerate() {
        let mut spans = vec![Span::raw(text::pad(part, widths.label))];
        if nth > 0 {
            laid.lines.push(Line::from(spans));
            continue;
        }
        let mut x = widths.label;
        for column in shown.clone() {
            x += GAP;
            let wide = widths.columns[column];
            let cell = row.cells.get(column).cloned().unwrap_or_default();
            let room = wide - widths.marks[column];
            spans.push(Span::raw(" ".repeat(GAP)));
            spans.push(Span::styled(text::pad_left(&cell.text, room), cell.style));
            if widths.marks[column] > 0 {
                let apart = if stands_apart(&cell) { " " } else { "" };
                let mark = format!("{apart}{}", cell.mark);
                let mark = text::pad(&mark, widths.marks[column]);
                spans.push(Span::styled(mark, cell.mark_style));
            }
            laid.places.push(Place { row: at, column, x, y, width: wide });
            x += wide;
        }
        laid.lines.push(Line::from(spans));
    }
}

/// A star sticks to its figure, other signs stand one space away.
fn stands_apart(cell: &SheetCell) -> bool {
    !cell.mark.is_empty() && !cell.mark.starts_with('*')
}

fn longest_word(heading: &str) -> usize {
    heading.split(' ').map(text::width).max().unwrap_or(0).min(14)
}

/// `◂ 2 colonnes avant · 1 après ▸`, or nothing where all is in sight.
pub fn sideways(laid: &Laid) -> Option<String> {
    let columns = |n: usize| crate::number::french::count(n, "colonne", "colonnes");
    match (laid.before, laid.after) {
        (0, 0) => None,
        (0, after) => Some(format!("→ {} à droite", columns(after))),
        (before, 0) => Some(format!("← {} à gauche", columns(before))),
        (before, after) => {
            Some(format!("← {} à gauche · {} à droite →", columns(before), columns(after)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Sheet {
        let row = |label: &str, cells: &[(&str, &str)]| SheetRow {
            label: label.to_owned(),
            cells: cells
                .iter()
                .map(|(text, mark)| SheetCell {
                    text: (*text).to_owned(),
                    mark: (*mark).to_owned(),
                    ..SheetCell::default()
                })
                .collect(),
        };
        Sheet {
            corner: "Donnée".to_owned(),
            columns: ["T1", "T2", "Évolution T1 à T2"].map(str::to_owned).to_vec(),
            rows: vec![
                row("Visiteurs", &[("452", ""), ("325", "**"), ("−28,1 %", "")]),
                row("Paniers abandonnés", &[("11", ""), ("1 212", "*"), ("", "")]),
            ],
        }
    }

    fn shown(laid: &Laid) -> Vec<String> {
        laid.lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn figures_line_up_on_the_right_and_marks_stand_aside() {
        assert_eq!(
            shown(&sample().lay(60, 0, Theme::Plain)),
            [
                "Donnée               T1     T2    Évolution T1 à T2",
                "───────────────────────────────────────────────────",
                "Visiteurs           452    325**            −28,1 %",
                "Paniers abandonnés   11  1 212*",
            ]
        );
    }

    #[test]
    fn a_narrow_place_wraps_headings_then_scrolls_whole_columns() {
        let laid = sample().lay(40, 0, Theme::Plain);
        assert_eq!((laid.before, laid.after), (0, 0));
        assert_eq!(laid.headings, 3);
        let laid = sample().lay(26, 9, Theme::Plain);
        assert_eq!((laid.before, laid.after), (2, 0));
        assert!(laid.lines[laid.headings - 1].to_string().starts_with("← 2 ──"), "{laid:?}");
        let laid = sample().lay(26, 0, Theme::Plain);
        assert_eq!((laid.before, laid.after), (0, 1));
        assert!(laid.lines[laid.headings - 1].to_string().ends_with("── → 1"), "{laid:?}");
        let rule = |width| sample().lay(width, 1, Theme::Plain).lines[0].width();
        assert!(rule(26) <= 26, "the marks take no more room");
        assert_eq!(sample().first_to_show(26, 2, 0), 2);
        assert_eq!(sample().first_to_show(60, 2, 0), 0);
    }

    #[test]
    fn rows_stand_apart_where_the_table_still_fits() {
        let laid = sample().lay(60, 0, Theme::Plain);
        assert_eq!(laid.clone().aired(4), laid);
        let aired = laid.aired(5);
        let lines = shown(&aired);
        assert_eq!((lines[2].starts_with("Visiteurs"), lines[3].as_str()), (true, ""));
        assert!(lines[4].starts_with("Paniers"), "{lines:?}");
        assert_eq!(aired.rows, [2, 4]);
        assert!(aired.places.iter().all(|place| place.y == aired.rows[place.row]));
        assert_eq!((aired.below(0), aired.below(1)), (3, 5));
    }

    #[test]
    fn any_width_is_laid_out() {
        for width in 0..80 {
            for first in 0..5 {
                let laid = sample().lay(width, first, Theme::Plain);
                assert!(!laid.places.is_empty());
            }
        }
    }
}
