//! Columns of figures: each with its value above and its name below, readable without colour.

use ratatui::text::{Line, Span};

use super::text;
use crate::tui::theme::Theme;

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub name: String,
    pub value: u32,
    /// The one that matters now.
    pub strong: bool,
}

const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The columns over at most `width`, bars of `height` lines; the oldest (leftmost) are left out
/// where there is no room for all.
pub fn columns(bars: &[Bar], width: usize, height: usize, theme: Theme) -> Vec<Line<'static>> {
    let slot = bars.iter().map(|bar| text::width(&bar.name)).max().unwrap_or(0).max(4) + 1;
    let shown = &bars[bars.len() - (width / slot).min(bars.len())..];
    let most = shown.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
    let mut lines = Vec::new();
    for row in (0..height).rev() {
        let cells = shown.iter().map(|bar| {
            let eighths = eighths(bar.value, most, height);
            let top = eighths.div_ceil(8);
            let style = if bar.strong { theme.accent() } else { theme.text() };
            // The value stands just above its bar.
            let (words, style) = if row == top && bar.value > 0 {
                (bar.value.to_string(), theme.strong())
            } else {
                let part = eighths.saturating_sub(row * 8).min(8);
                (EIGHTHS[part].repeat(3), style)
            };
            Span::styled(centred(&words, slot), style)
        });
        lines.push(Line::from(cells.collect::<Vec<_>>()));
    }
    lines.push(Line::styled("─".repeat(shown.len() * slot), theme.quiet()));
    let names = shown.iter().map(|bar| {
        let style = if bar.strong { theme.strong() } else { theme.quiet() };
        Span::styled(centred(&bar.name, slot), style)
    });
    lines.push(Line::from(names.collect::<Vec<_>>()));
    lines
}

/// Height of a bar in eighths of a line, one line being kept for the value. Whatever is not
/// nothing shows.
fn eighths(value: u32, most: u32, height: usize) -> usize {
    let room = height.saturating_sub(1) as u64 * 8;
    let share = (u64::from(value) * room).div_ceil(u64::from(most.max(1)));
    share.min(room) as usize
}

fn centred(words: &str, columns: usize) -> String {
    let left = columns.saturating_sub(text::width(words)).div_ceil(2);
    text::pad(&format!("{}{words}", " ".repeat(left)), columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(values: &[u32], width: usize) -> Vec<String> {
        let bar = |(at, value): (usize, &u32)| Bar {
            name: format!("s{at}"),
            value: *value,
            strong: false,
        };
        let bars: Vec<Bar> = values.iter().enumerate().map(bar).collect();
        let lines = columns(&bars, width, 3, Theme::Plain);
        lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn a_value_stands_above_its_bar_and_nothing_has_none() {
        let expected = [
            "  8",
            " ███        4    1",
            " ███       ███  ▂▂▂",
            "────────────────────",
            "  s0   s1   s2   s3",
        ];
        assert_eq!(shown(&[8, 0, 4, 1], 20), expected);
    }

    #[test]
    fn the_oldest_give_way() {
        assert_eq!(shown(&[1, 2, 3], 10).last().map(String::as_str), Some("  s1   s2"));
        assert_eq!(shown(&[], 10).len(), 5);
        assert_eq!(shown(&[1], 0).len(), 5);
    }

    #[test]
    fn a_huge_value_fills_the_height_and_no_more() {
        assert_eq!(eighths(u32::MAX, u32::MAX, 4), 24);
        assert_eq!(eighths(1, u32::MAX, 4), 1);
        assert_eq!(eighths(0, 0, 4), 0);
        assert_eq!(eighths(5, 5, 0), 0);
    }
}
