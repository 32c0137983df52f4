//! Small charts in blocks, every bar with its name and its figure: no colour is needed to read them.

use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::text;
use crate::session::chart::{Chart, Point, Whole};
use crate::tui::theme::Theme;

/// What tells the parts of a stacked bar apart.
const FILLS: [char; 4] = ['█', '▒', '▓', '░'];

/// Ends of a bar, in eighths of a column.
const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// Heights of a column one row tall, in eighths.
const HEIGHTS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Longest bar: beyond it the eye no longer compares.
const LONGEST: usize = 60;

/// A chart drawn large: one bar a line.
pub fn large(chart: &Chart, width: usize, theme: Theme) -> Vec<Line<'static>> {
    match chart {
        Chart::Evolution { label, points } => {
            let mut lines = titled(label, width, theme);
            lines.extend(bars(points, most(points), width, theme));
            lines
        }
        Chart::Parts { labels, wholes } if labels.len() <= FILLS.len() => {
            let mut lines: Vec<Line> =
                wholes.iter().flat_map(|whole| stacked(whole, width, theme)).collect();
            lines.push(Line::default());
            lines.extend(labels.iter().zip(FILLS).flat_map(|(label, fill)| {
                let lead = Span::styled(format!("{fill}{fill} "), theme.accent());
                hanging(lead, label, width, theme)
            }));
            lines
        }
        Chart::Parts { wholes, .. } => {
            // One scale for all: they are compared with one another.
            let scale = wholes.iter().map(|whole| most(&whole.shares)).max().unwrap_or_default();
            let list = |whole: &Whole| {
                let mut lines = titled(&whole.heading, width, theme);
                lines.extend(bars(&whole.shares, scale, width, theme));
                lines.push(Line::default());
                lines
            };
            let mut lines: Vec<Line> = wholes.iter().flat_map(list).collect();
            lines.pop();
            lines
        }
    }
}

/// Charts one under the other in a narrow place: a row that evolves takes one line.
pub fn small(charts: &[Chart], width: usize, theme: Theme) -> Vec<Line<'static>> {
    let label_of = |chart: &Chart| match chart {
        Chart::Evolution { label, .. } => text::width(label),
        Chart::Parts { .. } => 0,
    };
    let widest = charts.iter().map(label_of).max().unwrap_or(0).min(width / 2);
    let mut lines = Vec::new();
    let mut before: Option<bool> = None;
    for chart in charts {
        let row = matches!(chart, Chart::Evolution { .. });
        if before.is_some_and(|before| !(before && row)) {
            lines.push(Line::default());
        }
        before = Some(row);
        match chart {
            Chart::Evolution { label, points } => {
                lines.push(spark(label, widest, points, width, theme));
            }
            parts => lines.extend(large(parts, width, theme)),
        }
    }
    lines
}

/// `Visiteurs  ██ ▅▅ ▇▇ ██  452 → 450`.
fn spark(
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

/// One bar a point on a scale from zero to `most`, its name before it, its figure after it.
fn bars(points: &[Point], most: Decimal, width: usize, theme: Theme) -> Vec<Line<'static>> {
    let widest = |of: fn(&Point) -> &str| {
        points.iter().map(|point| text::width(of(point))).max().unwrap_or(0)
    };
    let figures = widest(|point| &point.shown);
    let names = widest(|point| &point.heading).min(width / 2);
    let room = width.saturating_sub(names + figures + 2).clamp(1, LONGEST);
    let line = |point: &Point| {
        let bar = bar(scaled(point.value, most, room * 8));
        Line::from(vec![
            Span::styled(text::pad(&text::shorten(&point.heading, names), names + 1), theme.text()),
            Span::styled(bar, theme.accent()),
            Span::styled(format!(" {}", point.shown), theme.strong()),
        ])
    };
    points.iter().map(line).collect()
}

/// A whole in one bar, its shares written under it.
fn stacked(whole: &Whole, width: usize, theme: Theme) -> Vec<Line<'static>> {
    let room = width.clamp(1, LONGEST);
    let mut lines = titled(&whole.heading, width, theme);
    let mut bar = String::new();
    let (mut sum, mut drawn) = (Decimal::ZERO, 0);
    for (share, fill) in whole.shares.iter().zip(FILLS) {
        sum += share.value;
        let mut end = scaled(sum, Decimal::ONE_HUNDRED, room).min(room);
        // A share that exists is seen.
        if !share.value.is_zero() && end == drawn && drawn < room {
            end += 1;
        }
        bar.extend(std::iter::repeat_n(fill, end - drawn));
        drawn = end;
    }
    lines.push(Line::styled(bar, theme.accent()));
    let shares = whole.shares.iter().zip(FILLS);
    let shares: Vec<String> =
        shares.map(|(share, fill)| format!("{fill}\u{a0}{}", share.shown)).collect();
    let written = text::wrap(&shares.join("\u{a0}\u{a0} "), width);
    lines.extend(written.into_iter().map(|line| Line::styled(line, theme.strong())));
    lines
}

fn titled(title: &str, width: usize, theme: Theme) -> Vec<Line<'static>> {
    text::wrap(title, width).into_iter().map(|line| Line::styled(line, theme.strong())).collect()
}

fn hanging(lead: Span<'static>, words: &str, width: usize, theme: Theme) -> Vec<Line<'static>> {
    let mut lines = super::lines::Lines::new(width);
    lines.hanging(vec![lead], words, theme.text());
    lines.lines
}

fn most(points: &[Point]) -> Decimal {
    points.iter().map(|point| point.value).max().unwrap_or_default()
}

/// `value` on a scale from zero to `most`, as a whole number of `units`.
fn scaled(value: Decimal, most: Decimal, units: usize) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[(&str, i64)]) -> Vec<Point> {
        let point = |(heading, value): &(&str, i64)| Point {
            heading: (*heading).to_owned(),
            value: Decimal::from(*value),
            shown: value.to_string(),
        };
        values.iter().map(point).collect()
    }

    fn written(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn a_row_evolves_from_zero() {
        let points = points(&[("T1", 80), ("T2", 40), ("T3", 0), ("T4", 5)]);
        let chart = Chart::Evolution { label: "Visiteurs".into(), points };
        assert_eq!(
            written(&large(&chart, 16, Theme::Plain)),
            ["Visiteurs", "T1 ██████████ 80", "T2 █████ 40", "T3  0", "T4 ▋ 5"]
        );
        assert_eq!(written(&small(&[chart], 40, Theme::Plain)), ["Visiteurs  ██ ▄▄    ▁▁  80 → 5"]);
    }

    #[test]
    fn a_whole_is_shared_and_every_share_is_seen() {
        let shares = points(&[("A", 1), ("B", 59), ("C", 40)]);
        let chart = Chart::Parts {
            labels: ["Homme", "Femme", "Autre"].map(String::from).to_vec(),
            wholes: vec![Whole { heading: "2021".into(), shares }],
        };
        assert_eq!(
            written(&large(&chart, 20, Theme::Plain)),
            [
                "2021",
                "█▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓",
                "█\u{a0}1\u{a0}\u{a0} ▒\u{a0}59\u{a0}\u{a0} ▓\u{a0}40",
                "",
                "██ Homme",
                "▒▒ Femme",
                "▓▓ Autre"
            ]
        );
    }

    #[test]
    fn no_line_is_wider_than_its_place() {
        let long = "Un libellé beaucoup trop long pour un écran étroit";
        let charts = [
            Chart::Evolution {
                label: long.into(),
                points: points(&[("T1", 8), ("T2", 4), ("T3", 1)]),
            },
            Chart::Parts {
                labels: vec![long.into(); 5],
                wholes: vec![Whole {
                    heading: long.into(),
                    shares: points(&[(long, 20), ("B", 20), ("C", 20), ("D", 20), ("E", 20)]),
                }],
            },
        ];
        for width in 24..100 {
            let lines = charts.iter().flat_map(|chart| large(chart, width, Theme::Plain));
            for line in lines.chain(small(&charts, width, Theme::Plain)) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}
