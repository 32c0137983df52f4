//! Small charts in blocks, every bar with its name and its figure: no colour is needed to read them.

mod bars;
mod stacked;

use ratatui::text::{Line, Span};

use super::text;
use crate::session::chart::{Chart, Whole};
use crate::tui::theme::Theme;

/// Longest bar read from near: beyond it the eye no longer compares.
const LONGEST: usize = 60;

/// What a chart is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct Brush {
    pub width: usize,
    /// Rows of one bar.
    pub thick: usize,
    /// Columns of one bar at most.
    pub longest: usize,
    pub theme: Theme,
}

/// A chart drawn large: one bar a line at least.
pub fn large(chart: &Chart, brush: Brush) -> Vec<Line<'static>> {
    match chart {
        Chart::Evolution { label, points } => {
            let mut lines = titled(label, brush);
            lines.extend(bars::upward(points, bars::most(points), brush));
            lines
        }
        Chart::Compared { label, points } => {
            let mut lines = titled(label, brush);
            lines.extend(bars::both_ways(points, brush));
            lines
        }
        Chart::Parts { labels, wholes } if labels.len() <= stacked::FILLS.len() => {
            stacked::parts(labels, wholes, brush)
        }
        Chart::Parts { wholes, .. } => listed(wholes, brush),
        Chart::Nps(nps) => stacked::nps(nps, brush),
    }
}

/// Wholes of too many parts for one bar each: one bar a part.
fn listed(wholes: &[Whole], brush: Brush) -> Vec<Line<'static>> {
    // One scale for all: they are compared with one another.
    let scale = wholes.iter().map(|whole| bars::most(&whole.shares)).max().unwrap_or_default();
    let mut lines: Vec<Line> = Vec::new();
    for whole in wholes {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(titled(&whole.heading, brush));
        lines.extend(bars::upward(&whole.shares, scale, brush));
    }
    lines
}

/// Charts one under the other in a narrow place: a row that evolves takes one line.
pub fn small(charts: &[Chart], width: usize, theme: Theme) -> Vec<Line<'static>> {
    let label_of = |chart: &Chart| match chart {
        Chart::Evolution { label, .. } => text::width(label),
        _ => 0,
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
                lines.push(bars::spark(label, widest, points, width, theme));
            }
            other => lines.extend(large(other, Brush { width, thick: 1, longest: LONGEST, theme })),
        }
    }
    lines
}

fn titled(title: &str, brush: Brush) -> Vec<Line<'static>> {
    if title.is_empty() {
        return Vec::new();
    }
    let lines = text::wrap(title, brush.width).into_iter();
    lines.map(|line| Line::styled(line, brush.theme.strong())).collect()
}

fn hanging(lead: Span<'static>, words: &str, brush: Brush) -> Vec<Line<'static>> {
    let mut lines = super::lines::Lines::new(brush.width);
    lines.hanging(vec![lead], words, brush.theme.text());
    lines.lines
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::session::chart::{Nps, Point};

    fn thin(width: usize) -> Brush {
        Brush { width, thick: 1, longest: LONGEST, theme: Theme::Plain }
    }

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
            written(&large(&chart, thin(16))),
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
            written(&large(&chart, thin(20))),
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
    fn what_falls_goes_the_other_way() {
        let points = points(&[("Clics", 20), ("Ventes", -10), ("Vues", 0)]);
        let chart = Chart::Compared { label: "Évolution".into(), points };
        assert_eq!(
            written(&large(&chart, thin(20))),
            ["Évolution", "Clics     │█████  20", "Ventes  ██│      -10", "Vues      │        0"]
        );
    }

    #[test]
    fn bars_thicken_and_are_named_once() {
        let points = points(&[("A", 2), ("B", 1)]);
        let chart = Chart::Compared { label: String::new(), points };
        let brush = Brush { thick: 2, ..thin(9) };
        assert_eq!(written(&large(&chart, brush)), ["A █████ 2", "  █████", "B ██▌ 1", "  ██▌"]);
    }

    fn nps(groups: bool, score: Option<i64>) -> Chart {
        let groups = groups.then(|| {
            let mut groups = points(&[("Détracteurs", 50), ("Passifs", 20), ("Promoteurs", 30)]);
            let [c, b, a] = [groups.pop().unwrap(), groups.pop().unwrap(), groups.pop().unwrap()];
            [a, b, c]
        });
        let score = score.map(|score| points(&[("NPS", score)]).remove(0));
        Chart::Nps(Box::new(Nps { groups, score }))
    }

    #[test]
    fn a_score_stands_on_its_scale_under_the_groups_it_opposes() {
        assert_eq!(
            written(&large(&nps(true, Some(-20)), thin(30))),
            [
                "███████████████▒▒▒▒▒▒░░░░░░░░░",
                "█ Détracteurs\u{a0}50",
                "▒ Passifs\u{a0}20   ░ Promoteurs\u{a0}30",
                "",
                "NPS\u{a0}: -20",
                "−\u{a0}100 ├─────●─┼───────┤ +\u{a0}100",
            ]
        );
        assert_eq!(large(&nps(true, None), thin(30)).len(), 3, "no score before it is found");
        for (score, at) in [(-100, 6), (0, 14), (100, 22)] {
            let line = large(&nps(false, Some(score)), thin(30)).pop().unwrap().to_string();
            assert_eq!(line.chars().position(|c| c == '●'), Some(at), "{score}: {line}");
        }
    }

    #[test]
    fn no_line_is_wider_than_its_place() {
        let long = "Un libellé beaucoup trop long pour un écran étroit";
        let compared = Chart::Compared {
            label: long.into(),
            points: points(&[(long, -30), ("B", 1), (long, 2000)]),
        };
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
        let charts = [&charts[..], &[nps(true, Some(-20)), compared]].concat();
        for width in 24..100 {
            let lines = charts.iter().flat_map(|chart| large(chart, thin(width)));
            for line in lines.chain(small(&charts, width, Theme::Plain)) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}
