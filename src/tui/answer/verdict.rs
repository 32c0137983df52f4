//! What follows an answer: the verdict in a sign, a word and a sentence, then the help seen so far.

use ratatui::text::{Line, Span};

use super::{Look, echo};
use crate::check::Verdict;
use crate::progress::Rung;
use crate::session::{NumberState, RungText, Standing, Walk};
use crate::tui::widget::column::Column;
use crate::tui::widget::lines::Lines;

/// `✓ Juste`, `≈ Presque`, `✗ Faux`, `? À préciser`.
pub fn sign(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Right => ("✓", "Juste"),
        Verdict::Close => ("≈", "Presque"),
        Verdict::Wrong => ("✗", "Faux"),
        Verdict::Neutral => ("?", "À préciser"),
    }
}

/// The sign of a figure in a table, and the verdict it is coloured like.
pub fn standing(standing: Standing) -> (&'static str, Verdict) {
    match standing {
        Standing::Untouched | Standing::Helped => ("", Verdict::Neutral),
        Standing::Wrong => ("✗", Verdict::Wrong),
        Standing::Close => ("≈", Verdict::Close),
        Standing::Solved => ("✓", Verdict::Right),
        Standing::Carried => ("✓", Verdict::Right),
        Standing::Revealed => ("◆", Verdict::Neutral),
    }
}

/// The verdict on a figure, if there is one to show. It stays, in the background, while another
/// answer is being typed: one corrects oneself with the explanation in sight.
pub fn show_number(state: &NumberState, look: Look, column: &mut Column) {
    let Some(judgement) = state.judgement else {
        if state.standing == Standing::Revealed && state.draft.is_empty() {
            column.lines.gap();
            let words = "Résultat montré\u{a0}: vous pouvez encore le saisir pour vous exercer.";
            column.lines.hanging(vec![Span::raw("◆ ")], words, look.theme.text());
        }
        return;
    };
    let mut verdict = judgement.verdict;
    let (_, mut word) = sign(verdict);
    if judgement.carried {
        verdict = Verdict::Right;
        word = "Méthode juste";
    }
    if state.edited {
        let (sign, _) = sign(verdict);
        let said = beyond(&judgement.message, word);
        let words = format!("Essai précédent\u{a0}: {sign} {word}. {said}");
        column.lines.gap();
        column.lines.paragraph(&words, look.theme.quiet());
        return;
    }
    // The line under the field already says why it cannot be read.
    let told = echo::complaint(state.draft, state.item.unit);
    let message = if told.as_deref() == Some(&judgement.message) { "" } else { &judgement.message };
    show(verdict, word, message, look, column);
}

/// What is said of figures taken from the annexes that have no place in the answer.
pub fn show_taken(state: &NumberState, walk: &Walk, look: Look, column: &mut Column) {
    if let Some(told) = walk.foreign_figures().filter(|_| !state.edited) {
        column.lines.hanging(vec![Span::raw("  ")], told, look.theme.text());
    }
}

/// A verdict line: sign and word, then the sentence on the same line where it fits.
pub fn show(verdict: Verdict, word: &str, message: &str, look: Look, column: &mut Column) {
    let lines = &mut column.lines;
    lines.gap();
    column.verdict = Some(lines.len());
    let (sign, _) = sign(verdict);
    let style = look.theme.verdict(verdict);
    let said = format!("{sign} {word}");
    if !lines.large(&[], &said, usize::from(look.large), style) {
        lines.push(Line::styled(said, style));
    }
    let message = beyond(message, word);
    if !message.is_empty() {
        lines.hanging(vec![Span::raw("  ")], message, look.theme.text());
    }
}

/// What a message adds to the word of the verdict: "Juste." adds nothing, "Juste : 49,3 %." the
/// figure.
fn beyond<'a>(message: &'a str, word: &str) -> &'a str {
    let Some(rest) = message.strip_prefix(word) else { return message };
    let known = [".", "\u{a0}: "].iter().find_map(|after| rest.strip_prefix(after));
    known.unwrap_or(message).trim_start()
}

/// The rungs of the ladder seen so far, then what the result means once it is known.
pub fn show_help(walk: &Walk, look: Look, column: &mut Column) {
    show_rungs(walk, look, column);
    let explained = walk.seen_rungs().iter().any(|rung| rung.rung == Rung::Interpretation);
    if !explained && let Some(words) = walk.conclusion() {
        let lines = &mut column.lines;
        lines.gap();
        lines.push(Line::styled(Rung::Interpretation.label(), look.theme.heading()));
        lines.paragraph(words, look.theme.text());
    }
}

/// The rungs alone: over an editor, which needs the room.
pub fn show_rungs(walk: &Walk, look: Look, column: &mut Column) {
    let seen = walk.seen_rungs();
    let lines = &mut column.lines;
    if !seen.is_empty() {
        lines.gap();
        lines.rule("Aide", look.theme.quiet(), look.theme.quiet());
    }
    for rung in &seen {
        column.rung = Some(lines.len());
        show_rung(rung, walk, look, lines);
    }
}

fn show_rung(rung: &RungText, walk: &Walk, look: Look, lines: &mut Lines) {
    lines.push(Line::styled(rung.rung.label(), look.theme.heading()));
    for words in &rung.paragraphs {
        match (look.large, rung.rung) {
            (true, Rung::Substitution) => lines.headline(words, 2, look.theme.text()),
            _ => lines.paragraph(words, look.theme.text()),
        }
    }
    if let (true, Rung::Result, Some(state)) = (look.large, rung.rung, walk.focused_number()) {
        let figure = walk.expected_text(state.item);
        lines.large(&[], &figure, 1, look.theme.heading());
    }
    lines.gap();
}
