//! The polarity of every word of a sentence: affirmed, negated, or either.
//!
//! A heuristic of surface words: it takes negations in the order students write them, cancels double
//! ones ("ne manque pas de"), and leaves what it cannot tell open both ways.

use super::boundary::{Reach, Sentence};
use super::cues::{self, Cue};

/// How a word may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Polarity {
    pub affirmed: bool,
    pub negated: bool,
}

const AFFIRMED: Polarity = Polarity { affirmed: true, negated: false };
const NEGATED: Polarity = Polarity { affirmed: false, negated: true };
const EITHER: Polarity = Polarity { affirmed: true, negated: true };

const VERBAL: Reach = Reach { words: 9, articles: false, verbal: true };
const LIST: Reach = Reach { words: 9, articles: false, verbal: false };
const LACK: Reach = Reach { words: 12, articles: true, verbal: false };
const NEAR: Reach = Reach { words: 2, articles: false, verbal: false };

/// The polarity of each token of a sentence.
pub fn polarities(sentence: &Sentence) -> Vec<Polarity> {
    let mut marks = vec![AFFIRMED; sentence.len()];
    for at in 0..sentence.len() {
        if adverb(sentence, at) {
            mark_adverb(sentence, at, &mut marks);
        }
    }
    let verbal = marks.clone();
    for at in 0..sentence.len() {
        mark_word(sentence, at, &verbal, &mut marks);
    }
    marks
}

/// The word at `at` denies as `pas` does.
fn adverb(s: &Sentence, at: usize) -> bool {
    let word = s.word(at);
    if cues::cue(word) != Some(Cue::Adverb) {
        return false;
    }
    match word {
        "pas" => denies(s, at),
        "plus" | "personne" => {
            ne_before(s, at).is_some_and(|ne| !(ne..at).any(|i| s.word(i) == "pas"))
        }
        "jamais" => s.word_before(at, 1) != "que",
        "rien" => s.word(at + 1) != "que",
        _ => s.word_before(at, 1) != "sans",
    }
}

/// "Pas seulement", "pas mal de", "n’oublions pas" deny nothing.
fn denies(s: &Sentence, at: usize) -> bool {
    let recalled =
        |word: &str| ["oubli", "neglig", "hesit"].iter().any(|stem| word.starts_with(stem));
    !matches!(s.word(at + 1), "seulement" | "que" | "uniquement" | "mal" | "simplement")
        && !matches!(s.word_before(at, 1), "un" | "premier" | "pourquoi")
        && !recalled(s.word(at + 1))
        && !recalled(s.word_before(at, 1))
}

/// The `ne` that goes with the word at `at`.
fn ne_before(s: &Sentence, at: usize) -> Option<usize> {
    let from = s.start(at).max(at.saturating_sub(6));
    (from..at).rev().find(|i| cues::is_ne(s.word(*i)))
}

fn mark_adverb(s: &Sentence, at: usize, marks: &mut [Polarity]) {
    let ne = ne_before(s, at);
    let reach = if ne.is_some() { VERBAL } else { LIST };
    let end = s.end(at, reach);
    let from = ne.unwrap_or(at);
    marks[from..end].fill(NEGATED);
    marks[at] = EITHER;
    if let Some(ne) = ne {
        marks[ne] = EITHER;
    } else if at > 0 && s.before(at) == super::token::Break::None && s.word(at) == "pas" {
        // "On voit pas": spoken French drops the `ne`.
        marks[at - 1] = EITHER;
    }
    let predicate = (from..end).take(8).any(|i| cues::tells_existence(s.word(i)));
    if predicate {
        let start = s.start(from);
        marks[start..from].fill(EITHER);
    }
}

/// Marks what a word such as `sans` or `absent` denies, knowing what `pas` and its kind deny.
fn mark_word(s: &Sentence, at: usize, verbal: &[Polarity], marks: &mut [Polarity]) {
    let range = match cues::cue(s.word(at)) {
        Some(Cue::Forward) if !idle(s, at) => at + 1..s.end(at, lack(s, at)),
        Some(Cue::Manque) if looks_forward(s, at) => at + 1..s.end(at, LACK),
        Some(Cue::Manque | Cue::Backward) => s.start(at)..at,
        Some(Cue::Near) if s.word(at) == "non" && cues::tells_existence(s.word(at + 1)) => {
            s.start(at)..at + 2
        }
        Some(Cue::Near) if !idle(s, at) => at + 1..s.end(at, NEAR),
        _ => return,
    };
    // Denied in its turn, the word denies no more: "ne manque pas de", "pas sans".
    let denied = verbal[at] == NEGATED;
    marks[range].fill(if denied { AFFIRMED } else { NEGATED });
}

fn lack(s: &Sentence, at: usize) -> Reach {
    if s.word(at) == "sans" { LIST } else { LACK }
}

/// "Un peu", "sans oublier", "non seulement", "faute" without "de" deny nothing.
fn idle(s: &Sentence, at: usize) -> bool {
    let (before, next) = (s.word_before(at, 1), s.word(at + 1));
    match s.word(at) {
        "peu" => matches!(before, "un" | "a" | "depuis" | "sous") || next == "a",
        "sans" => matches!(next, "oublier" | "compter" | "doute" | "cesse" | "arret" | "parler"),
        "non" => next == "seulement",
        "mal" => before == "pas",
        "faute" | "prive" | "privee" | "oubli" => !matches!(next, "de" | "d"),
        "suppression" | "disparition" => !matches!(next, "de" | "d" | "du" | "des"),
        _ => false,
    }
}

/// "Manque de photos", "il manque un panier" against "le panier manque".
fn looks_forward(s: &Sentence, at: usize) -> bool {
    let next = s.word(at + 1);
    let opens = matches!(
        next,
        "de" | "d"
            | "du"
            | "des"
            | "un"
            | "une"
            | "le"
            | "la"
            | "les"
            | "l"
            | "aussi"
            | "cruellement"
    );
    let denied = matches!(next, "pas" | "plus" | "jamais");
    opens
        || denied
        || s.before(at + 1) == super::token::Break::Colon
        || matches!(s.word_before(at, 1), "il" | "y")
}
