//! Small turns of French: counts, states and verdicts in words.

use crate::check::Verdict;
use crate::check::rcs::Mark;
use crate::number::Unit;
use crate::number::french::{count, hundredths};
use crate::progress::State;
use crate::session::Standing;

/// Words quoted inside a sentence, without their full stop.
pub fn quoted(text: &str) -> String {
    format!("«\u{a0}{}\u{a0}»", text.trim().trim_end_matches('.'))
}

/// What was typed, said back: its beginning where it is long.
pub fn typed(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("«\u{a0}{}…\u{a0}»", &text[..end]),
        None => format!("«\u{a0}{text}\u{a0}»"),
    }
}

/// A command that does not exist, and the one it looks like.
pub fn unknown_command(line: &str, near: Option<&str>) -> String {
    let line = typed(line);
    match near {
        Some(name) => {
            format!(
                "Commande inconnue\u{a0}: {line}. Vouliez-vous dire «\u{a0}{name}\u{a0}»\u{a0}?"
            )
        }
        None => format!("Commande inconnue\u{a0}: {line}. «\u{a0}aide\u{a0}» en donne la liste."),
    }
}

/// `question 1.1`, `RCS`.
pub fn question_name(number: &str) -> String {
    if number == "rcs" { "RCS".to_owned() } else { format!("question {number}") }
}

/// The state of a question or of a step, in answers.
pub fn state(state: State) -> String {
    match state {
        State::NotBegun => "à faire".to_owned(),
        State::InProgress { done, total } => {
            format!("{} sur {total}", count(done, "réponse faite", "réponses faites"))
        }
        State::Done => "terminée".to_owned(),
    }
}

/// The state of a figure.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Untouched => "à faire",
        Standing::Helped => "à faire, aide vue",
        Standing::Wrong => "faux",
        Standing::Close => "presque",
        Standing::Solved => "juste",
        Standing::Carried => "juste, erreur reportée",
        Standing::Revealed => "résultat montré",
    }
}

/// The word a verdict begins with.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "Juste",
        Verdict::Close => "Presque",
        Verdict::Wrong => "Faux",
        Verdict::Neutral => "À préciser",
    }
}

/// A verdict and its sentence, the word said once.
pub fn told(word: &str, message: &str) -> String {
    if message.is_empty() {
        format!("{word}.")
    } else if message.starts_with(word) {
        message.to_owned()
    } else {
        format!("{word}. {message}")
    }
}

/// `, en %`: the unit an answer is asked in; nothing where it is a plain number.
pub fn asked_in(unit: Unit) -> String {
    match unit {
        Unit::Number | Unit::Count => String::new(),
        Unit::Mark(most) => format!(", sur {most}"),
        Unit::Times => ", en nombre de fois".to_owned(),
        Unit::Day => ", en jours".to_owned(),
        unit => format!(", en\u{a0}{}", unit.symbol()),
    }
}

/// A mark out of 10: `6,5 sur 10`.
pub fn mark(mark: Mark) -> String {
    format!("{} sur 10", hundredths(mark.quarters * 25))
}

/// A number from 1 typed after a command, as an index.
pub fn index(typed: &str, total: usize) -> Option<usize> {
    let n: usize = typed.trim().trim_end_matches('.').parse().ok()?;
    (1..=total).contains(&n).then(|| n - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_is_said_once() {
        assert_eq!(told("Juste", "Juste."), "Juste.");
        assert_eq!(told("Juste", ""), "Juste.");
        assert_eq!(told("Faux", "Vous avez inversé."), "Faux. Vous avez inversé.");
    }

    #[test]
    fn what_is_typed_is_said_back_in_few_words() {
        assert_eq!(typed(" abc "), "«\u{a0}abc\u{a0}»");
        assert_eq!(typed(&"é".repeat(100_000)).chars().count(), 65);
    }

    #[test]
    fn marks_are_french() {
        assert_eq!(mark(Mark { quarters: 26 }), "6,5 sur 10");
    }

    #[test]
    fn only_numbers_of_the_list_are_indices() {
        assert_eq!(index("1", 3), Some(0));
        assert_eq!(index(" 3. ", 3), Some(2));
        for typed in ["0", "4", "", "1.1", "-1", "x"] {
            assert_eq!(index(typed, 3), None, "{typed}");
        }
    }
}
