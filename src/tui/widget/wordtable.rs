//! A table of words: columns that share the width, cells that wrap; records where it is too narrow.

use ratatui::text::{Line, Span};

use super::lines::Lines;
use super::text;
use crate::tui::theme::Theme;

const GAP: usize = 3;
/// Under this many columns per cell, rows become records.
const NARROWEST: usize = 12;

pub fn lay(
    columns: &[String],
    rows: &[Vec<String>],
    width: usize,
    theme: Theme,
) -> Vec<Line<'static>> {
    lay_with(columns, rows, width, theme, false)
}

/// The same, every row one line apart from the next.
pub fn lay_aired(
    columns: &[String],
    rows: &[Vec<String>],
    width: usize,
    theme: Theme,
) -> Vec<Line<'static>> {
    lay_with(columns, rows, width, theme, true)
}

fn lay_with(
    columns: &[String],
    rows: &[Vec<String>],
    width: usize,
    theme: Theme,
    aired: bool,
) -> Vec<Line<'static>> {
    let widths = share(columns, rows, width);
    if widths.iter().any(|column| *column < NARROWEST) && columns.len() > 1 {
        let natural = natural(columns, rows);
        if natural.iter().zip(&widths).any(|(natural, given)| given < natural) {
            return records(columns, rows, width, theme);
        }
    }
    let mut lines = vec![];
    push_row(columns, &widths, theme.strong(), &mut lines);
    let across = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    lines.push(Line::styled("─".repeat(across), theme.quiet()));
    for (at, row) in rows.iter().enumerate() {
        let tall = push_row(row, &widths, theme.text(), &mut lines);
        if (aired || tall > 1) && at + 1 < rows.len() {
            lines.push(Line::default());
        }
    }
    lines
}

/// The width of every column: natural where all fit, else what is left shared by need.
fn share(columns: &[String], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let mut widths = natural(columns, rows);
    let room = width.saturating_sub(GAP * columns.len().saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max() else { break };
        if *widest <= 1 {
            break;
        }
        *widest -= 1;
    }
    widths
}

fn natural(columns: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let widest = |at: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(at));
        cells.map(|cell| text::width(cell)).max().unwrap_or(0).max(text::width(&columns[at]))
    };
    (0..columns.len()).map(widest).collect()
}

fn push_row(
    cells: &[String],
    widths: &[usize],
    style: ratatui::style::Style,
    lines: &mut Vec<Line<'static>>,
) -> usize {
    let wrapped: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| text::wrap(cell, *width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for (nth, (part, width)) in wrapped.iter().zip(widths).enumerate() {
            if nth > 0 {
                line.push_str(&" ".repeat(GAP));
            }
            line.push_str(&text::pad(part.get(at).map_or("", String::as_str), *width));
        }
        lines.push(Line::styled(line, style));
    }
    height
}

fn records(
    columns: &[String],
    rows: &[Vec<String>],
    width: usize,
    theme: Theme,
) -> Vec<Line<'static>> {
    let mut lines = Lines::new(width);
    for row in rows {
        lines.gap();
        for (at, (column, cell)) in columns.iter().zip(row).enumerate() {
            if at == 0 {
                lines.paragraph(cell, theme.strong());
            } else if !cell.is_empty() {
                let lead = vec![Span::styled(format!("{column}\u{a0}: "), theme.quiet())];
                let narrow = text::width(column) + 3 > width / 2;
                if narrow {
                    lines.push(Line::from(lead));
                    lines.paragraph(cell, theme.text());
                } else {
                    lines.hanging(lead, cell, theme.text());
                }
            }
        }
    }
    lines.lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> (Vec<String>, Vec<Vec<String>>) {
        let words = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        (
            words(&["Zone", "Ce qu’on y voit"]),
            vec![words(&["En-tête", "Le logo, un bandeau"]), words(&["Pied", "Des liens"])],
        )
    }

    fn shown(width: usize) -> Vec<String> {
        let (columns, rows) = table();
        let lines = lay(&columns, &rows, width, Theme::Plain);
        lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn wide_enough_it_is_a_table() {
        assert_eq!(
            shown(40),
            [
                "Zone      Ce qu’on y voit",
                "─────────────────────────────",
                "En-tête   Le logo, un bandeau",
                "Pied      Des liens",
            ]
        );
    }

    #[test]
    fn rows_stand_apart_on_demand() {
        let (columns, rows) = table();
        let lines = lay_aired(&columns, &rows, 40, Theme::Plain);
        assert_eq!((lines.len(), lines[3].width()), (5, 0));
    }

    #[test]
    fn too_narrow_it_is_a_list_of_records() {
        let lines = shown(14);
        assert_eq!(lines[0], "En-tête");
        assert!(lines.contains(&"Pied".to_owned()), "{lines:?}");
    }

    #[test]
    fn any_width_is_laid_out() {
        for width in 0..60 {
            assert!(!shown(width).is_empty());
        }
    }
}
