//! A column of lines seen through a window: which lines show, and the bar that says where one is.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::tui::theme::Theme;

/// The first line to show so that the window stays inside the text.
pub fn clamp(first: usize, total: usize, height: usize) -> usize {
    first.min(total.saturating_sub(height))
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub start: usize,
    pub headings: usize,
    pub end: usize,
    pub row: Option<Range<usize>>,
}

/// Rows that must be left to scroll under lines kept on top.
const SCROLLING: usize = 4;

/// The lines kept on top of a window of `height` that begins at `first`, from its first row on.
pub fn kept(tables: &[Stretch], first: usize, height: usize) -> Vec<usize> {
    let above = tables.iter().rfind(|table| table.start < first);
    above.map_or_else(Vec::new, |table| kept_of(table, first, height))
}

fn kept_of(table: &Stretch, first: usize, height: usize) -> Vec<usize> {
    let headings: Vec<usize> = (table.start..table.start + table.headings).collect();
    let rows_show = first + table.headings < table.end;
    let Some(row) = &table.row else {
        let room = table.headings + 1 < height;
        return if rows_show && room { headings } else { Vec::new() };
    };
    if row.start >= first + table.headings {
        return if table.headings + SCROLLING <= height { headings } else { Vec::new() };
    }
    let whole: Vec<usize> = headings.into_iter().chain(row.clone()).collect();
    match height.checked_sub(SCROLLING) {
        Some(room) if whole.len() <= room => whole,
        Some(room) if row.len() <= room && row.start < first => row.clone().collect(),
        _ => Vec::new(),
    }
}

/// The smallest window start from which line `row` shows under the lines kept on top, or an
/// earlier one.
pub fn under(tables: &[Stretch], row: usize, height: usize) -> usize {
    let seen = |first: &usize| *first + kept(tables, *first, height).len() <= row;
    (0..=row).rev().find(seen).unwrap_or(0)
}

/// The line of the text that row `y` of a window shows.
pub fn line_at(tables: &[Stretch], first: usize, height: usize, y: usize) -> usize {
    kept(tables, first, height).get(y).copied().unwrap_or(first + y)
}

/// The lines seen through a window of `height` from `first`, the headings of a table that begins
/// above kept on top.
pub fn window<'a>(
    lines: &[Line<'a>],
    tables: &[Stretch],
    first: usize,
    height: usize,
) -> Vec<Line<'a>> {
    let first = clamp(first, lines.len(), height);
    let end = (first + height).min(lines.len());
    let mut shown = lines.get(first..end).unwrap_or_default().to_vec();
    for (line, at) in shown.iter_mut().zip(kept(tables, first, height)) {
        *line = lines[at].clone();
    }
    shown
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
}
