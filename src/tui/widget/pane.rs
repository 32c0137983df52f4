//! A column of lines seen through a window: which lines show, and the bar that says where one is.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::text;
use crate::number::french::count;
use crate::tui::msg::Action;
use crate::tui::theme::Theme;

/// The first line to show so that the window stays inside the text.
pub fn clamp(first: usize, total: usize, height: usize) -> usize {
    first.min(total.saturating_sub(height))
}

/// The first line to show once an action moved a text of `total` lines.
pub fn scrolled(first: usize, action: Action, total: usize, height: usize) -> usize {
    let page = height.saturating_sub(1).max(1);
    let first = match action {
        Action::Up => first.saturating_sub(1),
        Action::Down => first + 1,
        Action::PageUp => first.saturating_sub(page),
        Action::PageDown => first + page,
        Action::Home => 0,
        Action::End => total,
        _ => first,
    };
    clamp(first, total, height)
}

/// The first line to show so that `row` is in sight, moving as little as possible.
pub fn follow(first: usize, row: usize, height: usize) -> usize {
    if row < first {
        row
    } else if height > 0 && row >= first + height {
        row + 1 - height
    } else {
        first
    }
}

/// The lines a table takes: headings, then rows. Headings stay in sight while their rows do; so
/// does the row in hand, even beyond the table, where what is said of it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stretch {
    pub start: usize,
    /// How many lines the headings take, the rule under them included.
    pub headings: usize,
    /// The first line of each row.
    pub rows: Vec<usize>,
    pub end: usize,
    pub row: Option<Range<usize>>,
}

impl Stretch {
    /// Rows whose figures stand in some lines.
    fn rows_in(&self, lines: Range<usize>) -> usize {
        self.rows.iter().filter(|row| lines.contains(row)).count()
    }
}

/// What stands on a row of a window in place of the line that would scroll there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Line(usize),
    /// The rule under the headings, which tells how many rows are out of sight below it.
    Rule(usize, usize),
    /// A line of its own that tells how many rows are out of sight there.
    Hidden(usize),
}

/// Rows that must be left to scroll under lines kept on top.
const SCROLLING: usize = 4;

/// What is kept on top of a window of `height` that begins at `first`, from its first row on.
pub fn kept(tables: &[Stretch], first: usize, height: usize) -> Vec<Kept> {
    let above = tables.iter().rfind(|table| table.start < first);
    above.map_or_else(Vec::new, |table| kept_of(table, first, height))
}

fn kept_of(table: &Stretch, first: usize, height: usize) -> Vec<Kept> {
    let top = table.start + table.headings;
    let rows_show = first + table.headings < table.end;
    let Some(row) = &table.row else {
        let room = table.headings + 1 < height;
        return if rows_show && room { headings(table, first + table.headings) } else { vec![] };
    };
    if row.start >= first + table.headings {
        let room = table.headings + SCROLLING <= height;
        return if room { headings(table, first + table.headings) } else { vec![] };
    }
    let row_lines = row.clone().map(Kept::Line);
    let whole: Vec<Kept> =
        headings(table, row.start.max(top)).into_iter().chain(row_lines).collect();
    let whole = marked(whole, table, row.end, first);
    let alone = marked(row.clone().map(Kept::Line).collect(), table, row.end, first);
    match height.checked_sub(SCROLLING) {
        Some(room) if whole.len() <= room => whole,
        Some(room) if alone.len() <= room && row.start < first => alone,
        _ => Vec::new(),
    }
}

/// The headings of a table; their rule tells the rows out of sight down to the line `shown`.
fn headings(table: &Stretch, shown: usize) -> Vec<Kept> {
    let top = table.start + table.headings;
    let hidden = table.rows_in(top..shown);
    let line =
        |at| if at + 1 == top && hidden > 0 { Kept::Rule(at, hidden) } else { Kept::Line(at) };
    (table.start..top).map(line).collect()
}

/// What is kept, and a line more where rows are out of sight between the row in hand, which ends
/// at `after`, and what scrolls below.
fn marked(mut kept: Vec<Kept>, table: &Stretch, after: usize, first: usize) -> Vec<Kept> {
    let hidden = |kept: usize| table.rows_in(after..first + kept);
    if hidden(kept.len()) > 0 {
        kept.push(Kept::Hidden(hidden(kept.len() + 1)));
    }
    kept
}

/// The smallest window start from which line `row` shows under the lines kept on top, or an
/// earlier one.
pub fn under(tables: &[Stretch], row: usize, height: usize) -> usize {
    let seen = |first: &usize| *first + kept(tables, *first, height).len() <= row;
    (0..=row).rev().find(seen).unwrap_or(0)
}

/// The line of the text that row `y` of a window shows; `None` for one that only tells what is out
/// of sight.
pub fn line_at(tables: &[Stretch], first: usize, height: usize, y: usize) -> Option<usize> {
    match kept(tables, first, height).get(y) {
        Some(Kept::Line(line) | Kept::Rule(line, _)) => Some(*line),
        Some(Kept::Hidden(_)) => None,
        None => Some(first + y),
    }
}

/// The lines seen through a window of `height` from `first`, the headings of a table that begins
/// above kept on top. Rows out of sight between what is kept and what scrolls are counted there.
pub fn window<'a>(
    lines: &[Line<'a>],
    tables: &[Stretch],
    first: usize,
    height: usize,
) -> Vec<Line<'a>> {
    let first = clamp(first, lines.len(), height);
    let end = (first + height).min(lines.len());
    let mut shown = lines.get(first..end).unwrap_or_default().to_vec();
    let kept = kept(tables, first, height);
    let rule = tables.iter().rfind(|table| table.start < first);
    let rule = rule.and_then(|table| lines.get((table.start + table.headings).checked_sub(1)?));
    let style = rule.map_or_else(Style::new, |rule| rule.style);
    for (line, kept) in shown.iter_mut().zip(kept) {
        *line = match kept {
            Kept::Line(at) => lines[at].clone(),
            Kept::Rule(at, hidden) => told_on(&lines[at], hidden),
            Kept::Hidden(hidden) => Line::styled(told(hidden), style),
        };
    }
    shown
}

/// `⋯ 3 lignes`.
fn told(hidden: usize) -> String {
    format!("⋯ {}", count(hidden, "ligne", "lignes"))
}

/// A rule that begins with the number of rows out of sight under it.
fn told_on<'a>(rule: &Line<'a>, hidden: usize) -> Line<'a> {
    let told = told(hidden);
    let rest = rule.width().saturating_sub(text::width(&told) + 1);
    Line::styled(format!("{told} {}", "─".repeat(rest)), rule.style)
}

/// Draws the lines from `first` on, and a bar on the right edge when some are out of sight.
pub fn draw(lines: &[Line<'_>], first: usize, theme: Theme, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    let first = clamp(first, lines.len(), height);
    let body = Rect { width: area.width.saturating_sub(1), ..area };
    for (line, row) in lines.iter().skip(first).zip(body.rows()) {
        line.render(row, buf);
    }
    draw_bar(lines.len(), first, theme, area, buf);
}

/// The scroll bar alone: a thumb whose size and place are those of the window in the text.
pub fn draw_bar(total: usize, first: usize, theme: Theme, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    if total <= height || area.width == 0 || height == 0 {
        return;
    }
    let thumb = (height * height / total).max(1);
    let travel = height - thumb;
    let start = (first * travel).div_ceil(total - height).min(travel);
    let x = area.right() - 1;
    for y in 0..height {
        let inside = (start..start + thumb).contains(&y);
        let (sign, style) = if inside { ("┃", theme.accent()) } else { ("│", theme.quiet()) };
        buf.set_string(x, area.y + y as u16, sign, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_inside_the_text() {
        assert_eq!(clamp(0, 10, 4), 0);
        assert_eq!(clamp(6, 10, 4), 6);
        assert_eq!(clamp(7, 10, 4), 6);
        assert_eq!(clamp(7, 3, 4), 0);
    }

    #[test]
    fn following_moves_as_little_as_possible() {
        assert_eq!(follow(3, 5, 4), 3);
        assert_eq!(follow(3, 7, 4), 4);
        assert_eq!(follow(3, 1, 4), 1);
        assert_eq!(follow(3, 9, 0), 3);
    }

    #[test]
    fn the_thumb_reaches_both_ends() {
        let area = Rect::new(0, 0, 5, 4);
        for (first, row) in [(0, 0), (96, 3)] {
            let mut buf = Buffer::empty(area);
            draw_bar(100, first, Theme::Plain, area, &mut buf);
            assert_eq!(buf[(4, row)].symbol(), "┃");
        }
    }

    /// A table of two lines of headings and five rows, the third of two lines, from line 1 on;
    /// what follows it is from line 9 on.
    fn table(row: Option<Range<usize>>) -> [Stretch; 1] {
        [Stretch { start: 1, headings: 2, rows: vec![3, 4, 5, 7, 8], end: 9, row }]
    }

    #[track_caller]
    fn shows(row: Option<Range<usize>>, first: usize, height: usize, expected: &str) {
        let names = "before|names|────────────|a|b|c|c’|d|e|after|1|2|3|4|5|6";
        let lines: Vec<Line> = names.split('|').map(Line::raw).collect();
        let shown = window(&lines, &table(row), first, height);
        let shown: Vec<String> = shown.iter().map(ToString::to_string).collect();
        assert_eq!(shown.join("|"), expected, "from {first}");
    }

    #[test]
    fn rows_out_of_sight_under_headings_are_counted_on_their_rule() {
        shows(None, 1, 6, "names|────────────|a|b|c|c’");
        shows(None, 2, 6, "names|⋯ 1\u{a0}ligne ──|b|c|c’|d");
        shows(None, 4, 6, "names|⋯ 3\u{a0}lignes ─|c’|d|e|after");
        // Past the rows, nothing is kept.
        shows(None, 7, 6, "d|e|after|1|2|3");
    }

    #[test]
    fn rows_out_of_sight_around_the_row_in_hand_are_counted() {
        let row = Some(4..5);
        shows(row.clone(), 1, 9, "names|────────────|a|b|c|c’|d|e|after");
        shows(row.clone(), 2, 9, "names|⋯ 1\u{a0}ligne ──|b|c|c’|d|e|after|1");
        shows(row.clone(), 3, 9, "names|⋯ 1\u{a0}ligne ──|b|⋯ 1\u{a0}ligne|d|e|after|1|2");
        shows(row.clone(), 6, 9, "names|⋯ 1\u{a0}ligne ──|b|⋯ 3\u{a0}lignes|1|2|3|4|5");
        // A lower window keeps the row alone, then nothing.
        shows(row.clone(), 6, 7, "b|⋯ 2\u{a0}lignes|e|after|1|2|3");
        shows(row, 6, 5, "c’|d|e|after|1");
        // No row is out of sight below the last one: the text that scrolls there is text.
        shows(Some(8..9), 7, 9, "names|⋯ 4\u{a0}lignes ─|e|1|2|3|4|5|6");
    }

    #[test]
    fn a_click_on_a_kept_line_is_one_on_the_line_it_shows() {
        let table = table(Some(4..5));
        let at = |y| line_at(&table, 3, 9, y);
        assert_eq!([0, 1, 2, 3, 4].map(at), [Some(1), Some(2), Some(4), None, Some(7)]);
    }
}
