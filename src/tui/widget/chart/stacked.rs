//! Wholes in one bar, their parts told apart by their filling, and the score of a recommendation.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::bars::scaled;
use super::{Brush, hanging, titled};
use crate::check::Verdict;
use crate::session::chart::{Nps, Point, Whole};
use crate::tui::widget::text;

/// What tells the parts of a stacked bar apart.
pub const FILLS: [char; 4] = ['█', '▒', '▓', '░'];

/// The same for detractors, passives, promoters: from the heaviest to the lightest.
const GROUPS: [char; 3] = ['█', '▒', '░'];

/// Wholes under one another; their parts are named once.
pub fn parts(labels: &[String], wholes: &[Whole], brush: Brush) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = wholes.iter().flat_map(|whole| one(whole, brush)).collect();
    lines.push(Line::default());
    lines.extend(labels.iter().zip(FILLS).flat_map(|(label, fill)| {
        let lead = Span::styled(format!("{fill}{fill} "), brush.theme.accent());
        hanging(lead, label, brush)
    }));
    lines
}

/// A whole in one bar, its shares written under it.
fn one(whole: &Whole, brush: Brush) -> Vec<Line<'static>> {
    let mut lines = titled(&whole.heading, brush);
    let style = brush.theme.accent();
    let spans = filled(&whole.shares, &FILLS.map(|fill| (fill, style)), brush);
    lines.extend(std::iter::repeat_n(Line::from(spans), brush.thick.max(1)));
    let shares = whole.shares.iter().zip(FILLS).filter(|(share, _)| !share.shown.is_empty());
    let shares: Vec<String> =
        shares.map(|(share, fill)| format!("{fill}\u{a0}{}", share.shown)).collect();
    let written = text::wrap(&shares.join("\u{a0}\u{a0} "), brush.width);
    lines.extend(written.into_iter().map(|line| Line::styled(line, brush.theme.strong())));
    lines
}

/// The bar of shares, each in its filling.
fn filled(shares: &[Point], fills: &[(char, Style)], brush: Brush) -> Vec<Span<'static>> {
    let room = brush.width.clamp(1, brush.longest);
    let (mut sum, mut drawn) = (Decimal::ZERO, 0);
    let mut spans = Vec::new();
    for (share, (fill, style)) in shares.iter().zip(fills) {
        sum += share.value;
        let mut end = scaled(sum, Decimal::ONE_HUNDRED, room).min(room);
        // A share that exists is seen.
        if !share.value.is_zero() && end <= drawn && drawn < room {
            end = drawn + 1;
        }
        let long = end.saturating_sub(drawn);
        spans.push(Span::styled(fill.to_string().repeat(long), *style));
        drawn += long;
    }
    spans
}

/// The groups in one bar, then the score on its scale.
pub fn nps(nps: &Nps, brush: Brush) -> Vec<Line<'static>> {
    let theme = brush.theme;
    let mut lines = Vec::new();
    if let Some(groups) = &nps.groups {
        let styles = [theme.verdict(Verdict::Wrong), theme.text(), theme.verdict(Verdict::Right)];
        let fills: Vec<(char, Style)> = GROUPS.into_iter().zip(styles).collect();
        let bar = Line::from(filled(groups, &fills, brush));
        lines.extend(std::iter::repeat_n(bar, brush.thick.max(1)));
        lines.extend(legend(groups, &fills, brush));
    }
    if let Some(score) = &nps.score {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let words = format!("{}\u{a0}: {}", score.heading, score.shown);
        lines.extend(titled(&words, brush));
        lines.push(scale(score.value, brush));
    }
    lines
}

/// `█ Détracteurs 89 %   ▒ Passifs 8 %   ░ Promoteurs 3 %`, cut between two groups.
fn legend(groups: &[Point], fills: &[(char, Style)], brush: Brush) -> Vec<Line<'static>> {
    const APART: usize = 3;
    let mut lines: Vec<Line> = Vec::new();
    for (group, (fill, style)) in groups.iter().zip(fills) {
        let words = format!("{}\u{a0}{}", group.heading, group.shown);
        let words = text::shorten(&words, brush.width.saturating_sub(2));
        let entry =
            [Span::styled(format!("{fill} "), *style), Span::styled(words, brush.theme.strong())];
        let wide: usize = entry.iter().map(Span::width).sum();
        match lines.last_mut().filter(|line| line.width() + APART + wide <= brush.width) {
            Some(line) => {
                line.spans.push(Span::raw(" ".repeat(APART)));
                line.spans.extend(entry);
            }
            None => lines.push(Line::from(entry.to_vec())),
        }
    }
    lines
}

/// `− 100 ├──●──────┼─────────┤ + 100`.
fn scale(score: Decimal, brush: Brush) -> Line<'static> {
    const ENDS: [&str; 2] = ["−\u{a0}100 ", " +\u{a0}100"];
    let around: usize = ENDS.iter().map(|end| text::width(end)).sum();
    let room = brush.width.min(brush.longest).saturating_sub(around).max(5);
    // An odd number of places: zero stands right in the middle.
    let last = (room - 1) / 2 * 2;
    let hundred = Decimal::ONE_HUNDRED;
    let from_least = score.clamp(-hundred, hundred) + hundred;
    let at = scaled(from_least, hundred + hundred, last).min(last);
    let sign = |place: usize| match place {
        0 => '├',
        place if place == last => '┤',
        place if place == last / 2 => '┼',
        _ => '─',
    };
    let track = |places: std::ops::Range<usize>| places.map(sign).collect::<String>();
    let quiet = brush.theme.quiet();
    Line::from(vec![
        Span::styled(format!("{}{}", ENDS[0], track(0..at)), quiet),
        Span::styled("●", brush.theme.heading()),
        Span::styled(format!("{}{}", track(at + 1..last + 1), ENDS[1]), quiet),
    ])
}
