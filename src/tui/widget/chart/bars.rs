//! Bars of figures compared with one another.

use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Brush;
use crate::session::chart::Point;
use crate::tui::theme::Theme;
use crate::tui::widget::text;

/// Ends of a bar, in eighths of a column.
const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// Heights of a column one row tall, in eighths.
const HEIGHTS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Where a figure of zero stands among figures that go both ways.
const AXIS: &str = "│";

/// Columns left to a bar at least: names give way to it.
const LEAST: usize = 8;

pub fn most(points: &[Point]) -> Decimal {
    points.iter().map(|point| point.value).max().unwrap_or_default()
}

/// `Visiteurs  ██ ▅▅ ▇▇ ██  452 → 450`.
pub fn spark(
    label: &str,
    widest: usize,
    points: &[Point],
    width: usize,
    theme: Theme,
) -> Line<'static> {
    let most = most(points);
    let columns: Vec<String> = points
        .iter()
        .map(|point| {
            let eighths = scaled(point.value, most, 8).max(usize::from(!point.value.is_zero()));
            HEIGHTS[eighths.min(8)].to_string().repeat(2)
        })
        .collect();
    let shown = |point: Option<&Point>| point.map_or("", |point| point.shown.as_str()).to_owned();
    let ends = format!("{} → {}", shown(points.first()), shown(points.last()));
    let mut spans = vec![
        Span::styled(text::pad(&text::shorten(label, widest), widest + 2), theme.text()),
        Span::styled(columns.join(" "), theme.accent()),
    ];
    let used: usize = spans.iter().map(Span::width).sum();
    if used + 2 + text::width(&ends) <= width {
        spans.push(Span::styled(format!("  {ends}"), theme.quiet()));
    }
    Line::from(spans)
}

/// How the columns of a line are shared: names, bars, figures.
struct Share {
    names: usize,
    room: usize,
    figures: usize,
}

impl Share {
    fn new(points: &[Point], brush: Brush) -> Share {
        let widest = |of: fn(&Point) -> &str| {
            points.iter().map(|point| text::width(of(point))).max().unwrap_or(0)
        };
        let figures = widest(|point| &point.shown);
        let left = brush.width.saturating_sub(figures + LEAST + 2);
        let names = widest(|point| &point.heading).min(brush.width / 2).min(left.max(LEAST));
        let room = brush.width.saturating_sub(names + figures + 2).clamp(1, brush.longest);
        Share { names, room, figures }
    }

    fn name(&self, heading: &str) -> String {
        text::pad(&text::shorten(heading, self.names), self.names + 1)
    }
}

/// One bar a point on a scale from zero to `most`, its name before it, its figure after it.
pub fn upward(points: &[Point], most: Decimal, brush: Brush) -> Vec<Line<'static>> {
    let share = Share::new(points, brush);
    let lines = points.iter().flat_map(|point| {
        let bar = bar(scaled(point.value, most, share.room * 8));
        let figure = format!(" {}", point.shown);
        thickened(&share, point, vec![Span::styled(bar, brush.theme.accent())], figure, brush)
    });
    lines.collect()
}

/// One bar a point, to the right of an axis or, below zero, to its left.
pub fn both_ways(points: &[Point], brush: Brush) -> Vec<Line<'static>> {
    let least = points.iter().map(|point| point.value).min().unwrap_or_default();
    if !least.is_sign_negative() || least.is_zero() {
        return upward(points, most(points), brush);
    }
    let share = Share::new(points, brush);
    let (below, above) = (-least, most(points).max(Decimal::ZERO));
    let room = share.room.saturating_sub(1).max(2);
    let left = match above.is_zero() {
        true => room,
        false => scaled(below, below + above, room).clamp(1, room - 1),
    };
    let right = room - left;
    // One scale for both sides: what a column stands for.
    let column = (below / Decimal::from(left)).max(above / Decimal::from(right.max(1)));
    let (below, above) = (column * Decimal::from(left), column * Decimal::from(right));
    let style = brush.theme.accent();
    let lines = points.iter().flat_map(|point| {
        let falls = point.value.is_sign_negative() && !point.value.is_zero();
        let (before, after) = match falls {
            true => (scaled(-point.value, below, left).max(1), String::new()),
            false => (0, bar(scaled(point.value, above, right * 8))),
        };
        let bar = vec![
            Span::styled(text::pad_left(&"█".repeat(before), left), style),
            Span::styled(AXIS, brush.theme.quiet()),
            Span::styled(text::pad(&after, right), style),
        ];
        let figure = format!(" {}", text::pad_left(&point.shown, share.figures));
        thickened(&share, point, bar, figure, brush)
    });
    lines.collect()
}

/// The lines of a bar: the first one is named and tells the figure.
fn thickened(
    share: &Share,
    point: &Point,
    bar: Vec<Span<'static>>,
    figure: String,
    brush: Brush,
) -> Vec<Line<'static>> {
    let line = |row: usize| {
        let name = if row == 0 { point.heading.as_str() } else { "" };
        let mut spans = vec![Span::styled(share.name(name), brush.theme.text())];
        spans.extend(bar.iter().cloned());
        if row == 0 {
            spans.push(Span::styled(figure.clone(), brush.theme.strong()));
        }
        Line::from(spans)
    };
    (0..brush.thick.max(1)).map(line).collect()
}

/// `value` on a scale from zero to `most`, as a whole number of `units`.
pub fn scaled(value: Decimal, most: Decimal, units: usize) -> usize {
    let share = value.checked_div(most).unwrap_or_default();
    let scaled = share.checked_mul(Decimal::from(units)).unwrap_or_default();
    scaled.round().to_usize().unwrap_or(0)
}

fn bar(eighths: usize) -> String {
    let mut bar = "█".repeat(eighths / 8);
    if !eighths.is_multiple_of(8) {
        bar.push(EIGHTHS[eighths % 8]);
    }
    bar
}
