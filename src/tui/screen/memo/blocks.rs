//! What an entry says, block by block: formula, reading, benchmarks, traps, example.

use ratatui::text::{Line, Span};

use super::formula::fraction;
use crate::model::{Catalogue, Direction, Entry, Threshold};
use crate::number::french::printed;
use crate::session::lexicon::related;
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;

/// An entry beside the list: everything but its links.
pub fn preview(entry: &Entry, catalogue: &Catalogue, width: usize, theme: Theme) -> Lines {
    let mut lines = Lines::new(width);
    lines.paragraph(&entry.name, theme.heading());
    push(entry, 0, theme, &mut lines);
    let related: Vec<&str> = related(entry, catalogue).map(|entry| entry.name.as_str()).collect();
    if !related.is_empty() {
        lines.gap();
        labelled("Voir", &related.join(" · "), theme, &mut lines);
    }
    lines
}

/// All the blocks of an entry, its formula and its example in large type where they take at most
/// `large` lines of it.
pub fn push(entry: &Entry, large: usize, theme: Theme, lines: &mut Lines) {
    if !entry.synonyms.is_empty() {
        lines.paragraph(&entry.synonyms.join(" · "), theme.quiet());
    }
    push_formula(entry, large, theme, lines);
    push_measure(entry, theme, lines);
    let air = large > 0;
    section("Lecture", &entry.reading, "", air, theme, lines);
    section("D’un auteur à l’autre", &entry.variants, "· ", air, theme, lines);
    push_thresholds(&entry.thresholds, air, theme, lines);
    section("Pièges", &entry.traps, "! ", air, theme, lines);
    push_example(entry, large, theme, lines);
}

fn push_formula(entry: &Entry, large: usize, theme: Theme, lines: &mut Lines) {
    if entry.formula.is_empty() {
        return;
    }
    lines.gap();
    if lines.large(&[], &format!("= {}", entry.formula), large, theme.strong()) {
        return;
    }
    let laid = fraction(&entry.formula).and_then(|f| f.lines(&entry.name, lines.width));
    match laid {
        Some(laid) => {
            laid.into_iter().for_each(|line| lines.push(Line::styled(line, theme.strong())))
        }
        None => {
            lines.hanging(vec![Span::styled("=  ", theme.strong())], &entry.formula, theme.strong())
        }
    }
}

fn push_measure(entry: &Entry, theme: Theme, lines: &mut Lines) {
    let direction = match entry.direction {
        Direction::HigherIsBetter => "↑ plus c’est haut, mieux c’est",
        Direction::LowerIsBetter => "↓ plus c’est bas, mieux c’est",
        Direction::Depends if entry.formula.is_empty() => return,
        Direction::Depends => "↕ selon le contexte",
    };
    lines.gap();
    if !entry.unit.is_empty() {
        labelled("Unité", &entry.unit, theme, lines);
    }
    labelled("Sens", direction, theme, lines);
}

fn labelled(label: &str, words: &str, theme: Theme, lines: &mut Lines) {
    lines.hanging(vec![Span::styled(format!("{label:<8}"), theme.quiet())], words, theme.text());
}

fn section(
    title: &str,
    parts: &[String],
    sign: &'static str,
    air: bool,
    theme: Theme,
    lines: &mut Lines,
) {
    if parts.is_empty() {
        return;
    }
    lines.gap();
    lines.rule(title, theme.heading(), theme.quiet());
    for part in parts {
        if air {
            lines.gap();
        }
        let lead = if sign.is_empty() { vec![] } else { vec![Span::styled(sign, theme.accent())] };
        lines.hanging(lead, part, theme.text());
    }
}

fn push_thresholds(thresholds: &[Threshold], air: bool, theme: Theme, lines: &mut Lines) {
    if thresholds.is_empty() {
        return;
    }
    lines.gap();
    lines.rule("Repères", theme.heading(), theme.quiet());
    for threshold in thresholds {
        if air {
            lines.gap();
        }
        lines.hanging(vec![Span::styled("· ", theme.accent())], &threshold.text, theme.text());
        let source = match threshold.year {
            Some(year) => format!("Source\u{a0}: {}, {year}", threshold.source),
            None => format!("Source\u{a0}: {}", threshold.source),
        };
        lines.hanging(vec![Span::raw("  ")], &source, theme.quiet());
    }
}

fn push_example(entry: &Entry, large: usize, theme: Theme, lines: &mut Lines) {
    let Some(example) = &entry.example else { return };
    lines.gap();
    lines.rule("Exemple", theme.heading(), theme.quiet());
    lines.paragraph(&example.statement, theme.text());
    let worked =
        format!("{} {} {}", printed(&example.computation), example.equals(), example.result);
    lines.hanging(vec![Span::styled("→ ", theme.accent())], &worked, theme.strong());
    lines.large(&[], &example.result, large.min(1), theme.heading());
}
