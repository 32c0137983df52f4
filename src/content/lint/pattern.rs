//! Patterns that could never recognise anything, or would recognise everything.

use crate::content::code::Code;
use crate::content::located::Located;
use crate::content::report::Report;

/// Tells of a pattern that cannot work; the language is that of `docs/format.md`.
pub(in crate::content) fn pattern(report: &Report, pattern: &Located) {
    if let Some((message, help)) = fault(&pattern.text) {
        report.push(report.at(pattern, Code::BadPattern, message).help(help));
    }
}

fn fault(pattern: &str) -> Option<(String, &'static str)> {
    let terms: Vec<&str> = pattern.split_whitespace().collect();
    if terms.is_empty() {
        return Some(("motif vide".to_owned(), "Écrivez au moins un mot."));
    }
    for term in &terms {
        let words = term.trim_start_matches(['!', '?', '-']);
        if term.len() - words.len() > 1 {
            return Some((
                format!("«\u{a0}{term}\u{a0}»\u{a0}: un seul signe devant un mot"),
                "Choisissez entre ! ? et -.",
            ));
        }
        if let Some(word) = words.split('|').find(|word| !word.chars().any(char::is_alphanumeric)) {
            let message =
                format!("«\u{a0}{term}\u{a0}»\u{a0}: «\u{a0}{word}\u{a0}» n’est pas un mot");
            return Some((message, "Séparez les mots par |, sans espace ni barre en trop."));
        }
    }
    let wanted: Vec<&str> = terms.iter().filter(|term| !term.starts_with('-')).copied().collect();
    if wanted.is_empty() {
        return Some((
            "motif sans mot à trouver".to_owned(),
            "Un mot précédé de - écarte une phrase\u{a0}; il en faut un qui la retienne.",
        ));
    }
    contradiction(&terms)
}

/// A word both wanted and excluded.
fn contradiction(terms: &[&str]) -> Option<(String, &'static str)> {
    let excluded: Vec<&str> = terms
        .iter()
        .filter_map(|term| term.strip_prefix('-'))
        .flat_map(|words| words.split('|'))
        .collect();
    let barred = terms.iter().filter(|term| !term.starts_with('-')).find(|term| {
        term.trim_start_matches(['!', '?']).split('|').all(|word| excluded.contains(&word))
    })?;
    let message = format!("«\u{a0}{barred}\u{a0}» est à la fois demandé et écarté");
    Some((message, "Retirez l’un des deux."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_patterns_pass() {
        for pattern in [
            "panier_moyen hausse|augmente",
            "!recherche",
            "?clair site",
            "prix -bas",
            "k€|ca",
            "e-mail",
            "c’est",
        ] {
            assert_eq!(fault(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn patterns_that_cannot_work_are_told() {
        for pattern in [
            "",
            "  ",
            "a||b",
            "|a",
            "a|",
            "!",
            "?",
            "-",
            "-prix",
            "!?a",
            "prix -prix",
            "… site",
            "a|b -a|b",
        ] {
            assert!(fault(pattern).is_some(), "{pattern}");
        }
    }
}
