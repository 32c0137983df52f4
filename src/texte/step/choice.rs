//! A choice: numbered proposals, answered by their numbers, explained once answered.

use super::{Reply, help};
use crate::progress::Way;
use crate::session::{Changes, ChoiceState, Walk};
use crate::texte::page::Speech;
use crate::texte::words::{self, index, told};

pub fn announce(walk: &Walk, speech: &mut Speech) {
    let Some(state) = walk.choice() else { return };
    for (at, option) in state.options.iter().enumerate() {
        let picked = if option.picked { " (choisi)" } else { "" };
        speech.say(format!("{}. {}{picked}", at + 1, option.option.text));
    }
    if let Some(judgement) = &state.judgement {
        speech.say(told(words::verdict(judgement.verdict), &judgement.message));
    }
}

pub fn prompt(walk: &Walk) -> String {
    let Some(state) = walk.choice() else { return String::new() };
    let n = state.options.len();
    if over(walk) {
        "Entrée pour continuer\u{a0}:".to_owned()
    } else if state.several {
        format!("Tous les bons numéros, de 1 à {n}, séparés par des espaces\u{a0}:")
    } else {
        format!("Numéro, de 1 à {n}\u{a0}:")
    }
}

pub fn over(walk: &Walk) -> bool {
    walk.choice().is_some_and(|state| {
        let said = state.judgement.as_ref().map(|judgement| judgement.verdict);
        let untouched = state.options.iter().all(|option| !option.picked);
        let right = said == Some(crate::check::Verdict::Right);
        state.done && (right || untouched || state.way == Some(Way::Revealed))
    })
}

/// A line of numbers is the whole answer.
pub fn answer(line: &str, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Reply {
    let Some(state) = walk.choice() else { return Reply::nothing() };
    let Some(wanted) = numbers(line, state.options.len()) else {
        speech.say(format!(
            "{} n’est pas un numéro de la liste\u{a0}: tapez un numéro de 1 à {}.",
            words::typed(line),
            state.options.len()
        ));
        return Reply::nothing();
    };
    if !state.several && wanted.len() > 1 {
        speech.say("Une seule réponse est demandée.");
        return Reply::nothing();
    }
    let known = walk.conclusion().is_some();
    let changes = pick(&wanted, walk, now_ms).and(walk.submit_choice(now_ms));
    let read: Vec<String> = wanted.iter().map(|option| (option + 1).to_string()).collect();
    speech.say(format!("Lu\u{a0}: {}.", read.join(", ")));
    verdict(walk, speech);
    if !known {
        help::conclude(walk, speech);
    }
    changes.into()
}

/// The indices a line gives, in order, each once; `None` where one is not of the list.
fn numbers(line: &str, total: usize) -> Option<Vec<usize>> {
    let words = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '+'));
    let words = words.filter(|word| !word.is_empty() && *word != "et");
    let mut wanted = words.map(|word| index(word, total)).collect::<Option<Vec<usize>>>()?;
    wanted.sort_unstable();
    wanted.dedup();
    (!wanted.is_empty()).then_some(wanted)
}

/// Brings the picks to exactly these.
fn pick(wanted: &[usize], walk: &mut Walk, now_ms: i64) -> Changes {
    let Some(state) = walk.choice() else { return Changes::none() };
    let toggles: Vec<usize> = match state.several {
        false => wanted.to_vec(),
        true => (0..state.options.len())
            .filter(|at| state.options[*at].picked != wanted.contains(at))
            .collect(),
    };
    toggles.into_iter().fold(Changes::none(), |all, at| all.and(walk.pick(at, now_ms)))
}

fn verdict(walk: &Walk, speech: &mut Speech) {
    let Some(state) = walk.choice() else { return };
    if let Some(judgement) = &state.judgement {
        speech.say(told(words::verdict(judgement.verdict), &judgement.message));
    }
    explain(&state, speech);
}

fn explain(state: &ChoiceState, speech: &mut Speech) -> bool {
    let mut said = false;
    for (at, option) in state.options.iter().enumerate().filter(|(_, option)| option.explained) {
        let word = if option.option.right { "à retenir" } else { "à écarter" };
        speech.say(format!(
            "{}. {}, {word}\u{a0}: {}",
            at + 1,
            option.option.text,
            option.option.why
        ));
        said = true;
    }
    said
}

pub fn why(walk: &Walk, speech: &mut Speech) {
    if !walk.choice().is_some_and(|state| explain(&state, speech)) {
        speech.say("Répondez d’abord\u{a0}: chaque proposition choisie sera expliquée.");
    }
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_are_read_however_they_are_parted() {
        assert_eq!(numbers("1 3", 4), Some(vec![0, 2]));
        assert_eq!(numbers("3, 1 et 3", 4), Some(vec![0, 2]));
        assert_eq!(numbers("2", 4), Some(vec![1]));
        for line in ["", "5", "0", "1 x", "et"] {
            assert_eq!(numbers(line, 4), None, "{line}");
        }
    }
}
