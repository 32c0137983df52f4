//! Patterns that could never recognise anything, or would recognise everything.

use crate::check::writing::check_pattern;
use crate::content::code::Code;
use crate::content::located::Located;
use crate::content::report::Report;

/// Tells of a pattern that cannot work; the language is that of `docs/format.md`.
pub(super) fn pattern(report: &Report, pattern: &Located) {
    if let Some((message, help)) = fault(&pattern.text) {
        report.push(report.at(pattern, Code::BadPattern, message).help(help));
    }
}

fn fault(pattern: &str) -> Option<(String, &'static str)> {
    if let Err(message) = check_pattern(pattern) {
        return Some((message, "Le petit langage des motifs est décrit dans docs/format.md."));
    }
    contradiction(&pattern.split_whitespace().collect::<Vec<_>>())
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
