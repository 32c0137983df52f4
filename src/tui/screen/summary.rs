//! Bilan: how each item of a question was got, what to remember, where the corrigé slips.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::frame::{self, Frame};
use crate::check::Verdict;
use crate::model::Catalogue;
use crate::model::question_number;
use crate::number::french::{count, hundredths};
use crate::progress::Way;
use crate::session::{ItemLine, Place, Summary, Walk};
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{chart, pane, rows, state, text};

/// The summary of a question just worked.
#[derive(Debug)]
pub struct SummaryScreen {
    walk: Walk,
    next: Option<Place>,
    theme: Theme,
    large: bool,
    first: usize,
}

impl SummaryScreen {
    pub fn new(walk: &Walk, catalogue: &Catalogue, theme: Theme) -> Self {
        let next = walk.place().following(catalogue);
        SummaryScreen { walk: walk.clone(), next, theme, large: false, first: 0 }
    }

    /// Shows itself in a theme, in large type or not.
    pub fn wear(&mut self, theme: Theme, large: bool) {
        (self.theme, self.large) = (theme, large);
    }

    pub fn place(&self) -> &Place {
        self.walk.place()
    }

    /// The first step left undone, to go back to.
    pub fn unfinished(&self) -> Option<usize> {
        self.walk.first_unfinished()
    }

    /// The question that follows in the paper.
    pub fn next(&self) -> Option<Place> {
        self.next.clone()
    }

    pub fn update(&mut self, action: Action, size: Size) {
        let height = usize::from(Frame::new(frame::area(size)).body.height);
        let total = self.lines(size).len();
        self.first = pane::scrolled(self.first, action, total, height);
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) {
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press => {}
        }
    }

    pub fn hints(&self, hints: Vec<Hint>) -> Vec<Hint> {
        let named = |mut hint: Hint| {
            if hint.action == Action::Enter && self.next.is_none() {
                hint.label = "Accueil";
            }
            if hint.action == Action::Resume && self.walk.finished() {
                return None;
            }
            (hint.action != Action::Back || self.next.is_some()).then_some(hint)
        };
        hints.into_iter().filter_map(named).collect()
    }

    pub fn draw(&self, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let question = self.walk.question();
        let number = question_number(&question.number);
        let title = format!("Bilan  ›  {number}  {}", question.title);
        let right = Line::styled(self.points(), self.theme.strong());
        let room = usize::from(size.width).saturating_sub(right.width() + 4);
        let left = vec![Span::styled(text::shorten(&title, room), self.theme.heading())];
        frame::header(left, right, frame.header, buf);
        let body = frame::inset(frame.body, 2);
        pane::draw(&self.lines(size), self.first, self.theme, body, buf);
    }

    fn points(&self) -> String {
        let earned = self.walk.summary().points;
        format!("{} / {} points", hundredths(earned.hundredths), hundredths(earned.of_hundredths))
    }

    fn lines(&self, size: Size) -> Vec<Line<'static>> {
        let theme = self.theme;
        let summary = self.walk.summary();
        let mut lines = Lines::new(usize::from(size.width).saturating_sub(6).min(100));
        let height = usize::from(Frame::new(frame::area(size)).body.height);
        let large = rows::in_hand(self.large, height).min(1);
        if lines.large(&[], &self.points(), large, theme.heading()) {
            lines.gap();
        }
        lines.paragraph(&headline(&summary), theme.strong());
        if !summary.points.official {
            lines.paragraph("Barème indicatif\u{a0}: l’officiel n’est pas publié.", theme.quiet());
        }
        lines.gap();
        push_counts(&summary, large > 0, theme, &mut lines);
        push_to_rework(&summary, large > 0, theme, &mut lines);
        if summary.left() > 0 {
            lines.gap();
            let words = "Ce qu’il faut retenir, et les erreurs éventuelles du corrigé imprimé, \
                         s’afficheront ici une fois la question terminée.";
            lines.paragraph(words, theme.quiet());
        } else {
            push_lessons(&summary, theme, &mut lines);
            push_drawings(&self.walk, theme, &mut lines);
        }
        lines.lines
    }
}

/// What to remember and where the corrigé slips: both would give away what is left to do.
fn push_lessons(summary: &Summary, theme: Theme, lines: &mut Lines) {
    if !summary.remember.is_empty() {
        lines.gap();
        lines.rule("À retenir", theme.heading(), theme.quiet());
        lines.paragraph(summary.remember, theme.text());
    }
    if !summary.errata.is_empty() {
        lines.gap();
        lines.rule("Le corrigé imprimé s’est trompé", theme.heading(), theme.quiet());
        for erratum in &summary.errata {
            let printed = match erratum.right {
                Some(right) => format!("«\u{a0}{}\u{a0}» → {right}", erratum.printed),
                None => format!("«\u{a0}{}\u{a0}»", erratum.printed),
            };
            lines.paragraph(&printed, theme.strong());
            lines.paragraph(erratum.explanation, theme.text());
            lines.gap();
        }
    }
}

/// What the figures of the question look like.
fn push_drawings(walk: &Walk, theme: Theme, lines: &mut Lines) {
    let charts = walk.all_charts();
    if charts.is_empty() {
        return;
    }
    lines.gap();
    lines.rule("En dessin", theme.heading(), theme.quiet());
    lines.lines.extend(chart::small(&charts, lines.width, theme));
}

fn headline(summary: &Summary) -> String {
    let total = summary.items.len();
    let alone = summary.count(Way::Alone);
    let full = summary.points.hundredths >= summary.points.of_hundredths;
    match summary.left() {
        0 if alone == total && full => {
            "Tout juste, du premier coup et sans aide\u{a0}: bravo\u{a0}!".to_owned()
        }
        0 => format!(
            "Question terminée\u{a0}: {} sur {total} du premier coup et sans aide.",
            count(alone, "réponse", "réponses")
        ),
        left => format!("Il reste {} à faire.", count(left, "réponse", "réponses")),
    }
}

/// How many items were got each way, one line per way that occurred.
fn push_counts(summary: &Summary, air: bool, theme: Theme, lines: &mut Lines) {
    let counted = Way::ALL.map(|way| (sign(Some(way)), way.told(), summary.count(way)));
    let others = [
        (("≈", Verdict::Close), "en partie", summary.partial()),
        (("○", Verdict::Neutral), "à faire", summary.left()),
    ];
    for ((sign, verdict), words, n) in counted.into_iter().chain(others) {
        if n == 0 {
            continue;
        }
        if air {
            lines.gap();
        }
        if lines.width < 60 {
            let lead = vec![Span::styled(format!("{sign} {n:>2} "), theme.verdict(verdict))];
            lines.hanging(lead, words, theme.text());
            continue;
        }
        lines.push(Line::from(vec![
            Span::styled(format!("{sign} {n:>3}  "), theme.verdict(verdict)),
            Span::styled(format!("{words:<30}"), theme.text()),
            Span::styled(state::gauge(n, summary.items.len(), 20), theme.accent()),
        ]));
    }
}

/// The items that did not come by themselves: what to work on again.
fn push_to_rework(summary: &Summary, air: bool, theme: Theme, lines: &mut Lines) {
    let items: Vec<&ItemLine> = summary.to_rework().collect();
    if items.is_empty() {
        return;
    }
    lines.gap();
    lines.rule("À retravailler", theme.heading(), theme.quiet());
    for item in items {
        if air {
            lines.gap();
        }
        let (sign, verdict) = match (item.way, item.done) {
            (None, false) if item.last != Some(Verdict::Close) => ("✗", Verdict::Wrong),
            (None, _) => ("≈", Verdict::Close),
            (way, _) => sign(way),
        };
        let words = match item.way {
            Some(way) => way.label(),
            None if verdict == Verdict::Wrong => "faux",
            None => "presque",
        };
        let room = lines.width.saturating_sub(18).max(8);
        lines.push(Line::from(vec![
            Span::styled(format!("{sign} "), theme.verdict(verdict)),
            Span::styled(text::pad(&text::shorten(item.label, room), room), theme.text()),
            Span::styled(text::pad_left(words, 16), theme.quiet()),
        ]));
    }
}

fn sign(way: Option<Way>) -> (&'static str, Verdict) {
    match way {
        Some(Way::Revealed) => ("◆", Verdict::Neutral),
        Some(_) => ("✓", Verdict::Right),
        None => ("○", Verdict::Neutral),
    }
}
