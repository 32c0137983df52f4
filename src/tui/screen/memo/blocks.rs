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
    push(entry, theme, &mut lines);
    let related: Vec<&str> = related(entry, catalogue).map(|entry| entry.name.as_str()).collect();
    if !related.is_empty() {
        lines.gap();
        labelled("Voir", &related.join(" · "), theme, &mut lines);
    }
    lines
}

/// All the blocks of an entry.
pub fn push(entry: &Entry, theme: Theme, lines: &mut Lines) {
    if !entry.synonyms.is_empty() {
        lines.paragraph(&entry.synonyms.join(" · "), theme.quiet());
    }
    push_formula(entry, theme, lines);
    push_measure(entry, theme, lines);
    section("Lecture", &entry.reading, "", theme, lines);
    section("D’un auteur à l’autre", &entry.variants, "· ", theme, lines);
    push_thresholds(&entry.thresholds, theme, lines);
    section("Pièges", &entry.traps, "! ", theme, lines);
    push_example(entry, theme, lines);
}

fn push_formula(entry: &Entry, theme: Theme, lines: &mut Lines) {
    if entry.formula.is_empty() {
        return;
    }
    lines.gap();
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

fn section(title: &str, parts: &[String], sign: &'static str, theme: Theme, lines: &mut Lines) {
    if parts.is_empty() {
        return;
    }
    lines.gap();
    lines.rule(title, theme.heading(), theme.quiet());
    for part in parts {
        let lead = if sign.is_empty() { vec![] } else { vec![Span::styled(sign, theme.accent())] };
        lines.hanging(lead, part, theme.text());
    }
}

fn push_thresholds(thresholds: &[Threshold], theme: Theme, lines: &mut Lines) {
    if thresholds.is_empty() {
        return;
    }
    lines.gap();
    lines.rule("Repères", theme.heading(), theme.quiet());
    for threshold in thresholds {
        lines.hanging(vec![Span::styled("· ", theme.accent())], &threshold.text, theme.text());
        let source = match threshold.year {
            Some(year) => format!("Source\u{a0}: {}, {year}", threshold.source),
            None => format!("Source\u{a0}: {}", threshold.source),
        };
        lines.hanging(vec![Span::raw("  ")], &source, theme.quiet());
    }
}

fn push_example(entry: &Entry, theme: Theme, lines: &mut Lines) {
    let Some(example) = &entry.example else { return };
    lines.gap();
    lines.rule("Exemple", theme.heading(), theme.quiet());
    lines.paragraph(&example.statement, theme.text());
    let worked =
        format!("{} {} {}", printed(&example.computation), example.equals(), example.result);
    lines.hanging(vec![Span::styled("→ ", theme.accent())], &worked, theme.strong());
}
