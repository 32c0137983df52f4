//! The whole catalogue as one JSON document. `docs/export-json.md` is its schema; a change that
//! is not an added key raises [`SCHEMA`].
//!
//! Texts are those a learner sees, figures are plain decimals in strings, so that no digit
//! passes through a float. Nothing is judged or computed here.

mod annex;
mod lexicon;
mod links;
mod number;
mod operands;
mod question;
mod step;
mod tolerance;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::obeyed;
use crate::check::Paper;
use crate::model::{Catalogue, Subject};
use crate::number::Unit;

/// The version of the schema.
pub const SCHEMA: u32 = 1;

/// The document, indented, with a final line break.
pub fn write(catalogue: &Catalogue) -> Vec<u8> {
    let mut text = format!("{:#}", document(catalogue));
    text.push('\n');
    neutral(&text).into_bytes()
}

fn document(catalogue: &Catalogue) -> Value {
    json!({
        "schema": SCHEMA,
        "logiciel": { "nom": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "totaux": totals(catalogue),
        "sujets": catalogue.subjects.iter().map(subject).collect::<Vec<_>>(),
        "lexique": catalogue.lexicon.iter().map(lexicon::entry).collect::<Vec<_>>(),
        "liens": links::all(catalogue),
    })
}

fn totals(catalogue: &Catalogue) -> Value {
    let questions = || catalogue.subjects.iter().flat_map(links::questions);
    let steps = || questions().flat_map(|question| &question.steps);
    json!({
        "sujets": catalogue.subjects.len(),
        "questions": questions().count(),
        "etapes": steps().count(),
        "chiffres": steps().flat_map(links::numbers).count(),
        "fiches": catalogue.lexicon.len(),
    })
}

fn subject(subject: &Subject) -> Value {
    let paper = Paper::new(subject);
    let dossiers = subject.dossiers.iter().map(|dossier| {
        let questions = dossier.questions.iter();
        let questions = questions.map(|question| question::question(&subject.id, question, &paper));
        json!({ "titre": dossier.title, "questions": questions.collect::<Vec<_>>() })
    });
    json!({
        "id": subject.id,
        "titre": subject.title,
        "session": subject.session,
        "source": subject.source,
        "contexte": subject.context,
        "annexes": subject.annexes.iter().map(annex::annex).collect::<Vec<_>>(),
        "dossiers": dossiers.collect::<Vec<_>>(),
    })
}

/// A plain decimal: a dot, no zeros after the last digit, no exponent.
pub(super) fn plain(value: Decimal) -> String {
    let value = value.normalize();
    if value.is_zero() { "0".to_owned() } else { value.to_string() }
}

/// The symbol of a unit; null for a plain number and for a count.
fn symbol(unit: Unit) -> Option<&'static str> {
    Some(unit.symbol()).filter(|symbol| !symbol.is_empty())
}

/// The same document without a character that a terminal obeys or that turns the text around:
/// they can only stand inside strings, where an escape says the same.
pub(super) fn neutral(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && obeyed(c) {
            safe.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_plain() {
        for (value, text) in [
            ("0.00", "0"),
            ("-0.0", "0"),
            ("1400.500", "1400.5"),
            ("-86", "-86"),
            ("0.000000000000000001", "0.000000000000000001"),
            ("49.336283185840707965", "49.336283185840707965"),
        ] {
            assert_eq!(plain(value.parse().unwrap()), text);
        }
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped_and_reads_back() {
        let hostile = json!({ "a": "x\u{1b}[2J\u{9b}31m\u{7f}\u{202e}\n\u{2066}é\u{a0}!" });
        let safe = neutral(&format!("{hostile:#}"));
        assert!(!safe.chars().any(|c| c != '\n' && obeyed(c)), "{safe:?}");
        assert_eq!(serde_json::from_str::<Value>(&safe).unwrap(), hostile);
        assert!(safe.contains("é\u{a0}!"));
    }
}
