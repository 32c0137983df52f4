//! The overview: papers, autonomy, weeks and slips, on one screen where there is room.

use ratatui::text::{Line, Span};

use crate::check::Verdict;
use crate::progress::{PaperReport, Report, SlipReport, Way};
use crate::tui::theme::Theme;
use crate::tui::widget::histogram::{self, Bar};
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{state, text};

/// Weeks shown, where there is room for them.
const WEEKS: usize = 8;
/// Lines of the bars of the weeks, the value included.
const HEIGHT: usize = 5;
/// Slips listed.
const SLIPS: usize = 5;
/// From this many columns the blocks stand in two columns.
const TWO: usize = 72;
/// From this many columns a block counts in words.
const ROOMY: usize = 46;
/// Columns between the two.
const GUTTER: usize = 4;

/// The figures of the overview.
#[derive(Debug)]
pub struct Overview {
    headline: String,
    papers: Vec<Paper>,
    ways: [usize; 4],
    weeks: Vec<Bar>,
    slips: Vec<(&'static str, u32)>,
}

#[derive(Debug)]
struct Paper {
    name: String,
    done: usize,
    total: usize,
}

impl Overview {
    pub fn new(report: &Report) -> Self {
        let weeks = report.last_weeks(WEEKS);
        let bars = weeks.iter().enumerate().map(|(at, week)| Bar {
            name: week.date().short(),
            value: week.answers,
            strong: at + 1 == weeks.len(),
        });
        let paper = |paper: &PaperReport| Paper {
            name: format!("{}  {}", paper.session, paper.title),
            done: paper.done,
            total: paper.total,
        };
        let known = |slip: &SlipReport| Some((slip.title?, slip.times));
        Overview {
            headline: report.headline(),
            papers: report.papers.iter().map(paper).collect(),
            ways: report.ways,
            weeks: bars.collect(),
            slips: report.slips.iter().filter_map(known).take(SLIPS).collect(),
        }
    }

    /// The blocks, one below the other where `large` lines of large type are granted, and the
    /// first words of the headline large.
    pub fn lines(&self, width: usize, large: usize, theme: Theme) -> Lines {
        let mut lines = Lines::new(width);
        let answers = self.headline.split(" en tout").next().unwrap_or_default();
        if lines.large(&[], answers, large, theme.heading()) {
            lines.gap();
        }
        lines.paragraph(&self.headline, theme.text());
        lines.gap();
        if width < TWO || large > 0 {
            for block in [Self::papers, Self::autonomy, Self::activity, Self::slips] {
                lines.gap();
                lines.lines.extend(block(self, width, theme).lines);
            }
            return lines;
        }
        let left_width = (width - GUTTER) / 2;
        let right_width = width - GUTTER - left_width;
        let mut left = self.papers(left_width, theme);
        left.gap();
        left.lines.extend(self.autonomy(left_width, theme).lines);
        let mut right = self.activity(right_width, theme);
        right.gap();
        right.lines.extend(self.slips(right_width, theme).lines);
        lines.lines.extend(beside(left, right));
        lines
    }

    fn papers(&self, width: usize, theme: Theme) -> Lines {
        let mut lines = titled("Questions terminées", width, theme);
        for paper in &self.papers {
            let (right, gauge) = if width >= ROOMY {
                (format!("{:>2} sur {}", paper.done, paper.total), 10)
            } else {
                (format!("{}/{}", paper.done, paper.total), 6)
            };
            let room = width.saturating_sub(gauge + text::width(&right) + 4);
            lines.push(Line::from(vec![
                Span::styled(text::pad(&text::shorten(&paper.name, room), room), theme.text()),
                Span::raw("  "),
                Span::styled(state::gauge(paper.done, paper.total, gauge), theme.accent()),
                Span::styled(format!("  {right}"), theme.text()),
            ]));
        }
        lines
    }

    fn autonomy(&self, width: usize, theme: Theme) -> Lines {
        let mut lines = titled("Comment vous y arrivez", width, theme);
        let total: usize = self.ways.iter().sum();
        if total == 0 {
            lines.paragraph("Aucune réponse juste pour l’instant.", theme.text());
            return lines;
        }
        for way in Way::ALL {
            let n = self.ways[way as usize];
            let (sign, verdict) = match way {
                Way::Revealed => ("◆", Verdict::Neutral),
                _ => ("✓", Verdict::Right),
            };
            let gauge = width.saturating_sub(27).min(20);
            lines.push(Line::from(vec![
                Span::styled(format!("{sign} "), theme.verdict(verdict)),
                Span::styled(text::pad(way.label(), 16), theme.text()),
                Span::styled(state::gauge(n, total, gauge), theme.accent()),
                Span::styled(format!("  {n:>4}"), theme.text()),
            ]));
        }
        lines
    }

    fn activity(&self, width: usize, theme: Theme) -> Lines {
        let mut lines = titled("Réponses par semaine", width, theme);
        histogram::columns(&self.weeks, width, HEIGHT, theme)
            .into_iter()
            .for_each(|line| lines.push(line));
        lines
    }

    fn slips(&self, width: usize, theme: Theme) -> Lines {
        let mut lines = titled("Erreurs les plus fréquentes", width, theme);
        if self.slips.is_empty() {
            lines.paragraph("Aucune erreur reconnue pour l’instant.", theme.text());
        }
        for (title, n) in &self.slips {
            let right = format!("{n}\u{a0}fois");
            let room = width.saturating_sub(text::width(&right) + 2);
            lines.push(Line::from(vec![
                Span::styled(text::pad(&text::shorten(title, room), room), theme.text()),
                Span::styled(format!("  {right}"), theme.strong()),
            ]));
        }
        lines
    }
}

fn titled(title: &str, width: usize, theme: Theme) -> Lines {
    let mut lines = Lines::new(width);
    lines.rule(title, theme.heading(), theme.quiet());
    lines
}

/// Two blocks side by side.
fn beside(left: Lines, right: Lines) -> Vec<Line<'static>> {
    let width = left.width;
    let rows = left.len().max(right.len());
    let mut right = right.lines.into_iter();
    let mut left = left.lines.into_iter();
    let row = |_| {
        let mut line = left.next().unwrap_or_default();
        let gap = width.saturating_sub(line.width()) + GUTTER;
        line.spans.push(Span::raw(" ".repeat(gap)));
        // A line's own style must not run over its neighbour.
        let style = std::mem::take(&mut line.style);
        line.spans.iter_mut().for_each(|span| span.style = style.patch(span.style));
        if let Some(other) = right.next() {
            let style = other.style;
            line.spans.extend(other.spans.into_iter().map(|mut span| {
                span.style = style.patch(span.style);
                span
            }));
        }
        line
    };
    (0..rows).map(row).collect()
}
