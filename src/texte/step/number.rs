//! A figure: the answer read back, the verdict, what it means; also each blank of a table.

use super::Reply;
use super::help;
use crate::check::{Judgement, Verdict};
use crate::number::{self, Reading, french};
use crate::session::{Changes, NumberState, Standing, Walk};
use crate::texte::page::Speech;
use crate::texte::words::{self, asked_in, standing, told};

pub fn announce(walk: &Walk, speech: &mut Speech) {
    let Some(state) = walk.focused_number() else { return };
    if let Some(words) = given(&state) {
        speech.say(words);
    }
}

/// What was answered before, or typed and not sent.
pub fn given(state: &NumberState) -> Option<String> {
    let draft = state.draft.trim();
    match (state.attempts, state.edited) {
        (_, false) if state.standing == Standing::Revealed && draft.is_empty() => Some(
            "Résultat montré\u{a0}: vous pouvez encore le donner pour vous exercer.".to_owned(),
        ),
        (0, _) | (_, true) if draft.is_empty() => None,
        (0, _) | (_, true) => {
            Some(format!("Saisie en attente, pas encore jugée\u{a0}: {}.", words::typed(draft)))
        }
        _ => Some(format!(
            "Votre réponse\u{a0}: {}, {}.",
            read_back(draft, state),
            standing(state.standing)
        )),
    }
}

pub fn prompt(walk: &Walk) -> String {
    match walk.focused_number() {
        None => "Commande\u{a0}:".to_owned(),
        Some(state) if over_now(&state) => {
            "Entrée pour continuer, ou une autre réponse\u{a0}:".to_owned()
        }
        Some(state) => question(&state),
    }
}

/// `Taux de rebond, T1, en % :`.
pub fn question(state: &NumberState) -> String {
    let label = state.item.label.trim();
    // A calcul without a name of its own carries its question.
    let label = if label.is_empty() || label.contains('?') { "Réponse" } else { label };
    format!("{label}{}\u{a0}:", asked_in(state.item.unit))
}

pub fn over(walk: &Walk) -> bool {
    walk.focused_number().is_some_and(|state| over_now(&state))
}

/// The answer is known and nothing else waits to be checked.
pub fn over_now(state: &NumberState) -> bool {
    match state.standing {
        Standing::Solved | Standing::Carried => !state.edited,
        Standing::Revealed => state.draft.is_empty() || !state.edited && state.attempts > 0,
        _ => false,
    }
}

pub fn answer(line: &str, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Reply {
    let known = walk.conclusion().is_some();
    let changes = walk.answer(line, now_ms);
    verdict(walk, speech);
    if !known {
        help::conclude(walk, speech);
    }
    changes.into()
}

/// How the answer was read, then what it is worth.
pub fn verdict(walk: &Walk, speech: &mut Speech) {
    let Some(state) = walk.focused_number() else { return };
    let Some(judgement) = state.judgement else { return };
    if let Some(read) = read(state.draft, &state) {
        speech.say(format!("Lu\u{a0}: {read}."));
    }
    speech.say(told(word(judgement), &judgement.message));
    if judgement.verdict == Verdict::Neutral && !state.draft.contains(|c: char| c.is_ascii_digit())
    {
        speech.say("«\u{a0}aide\u{a0}» donne la liste des commandes.");
    }
    if judgement.carried {
        speech.say(
            "Vous continuez avec vos propres résultats\u{a0}; «\u{a0}corrigé\u{a0}» fait continuer avec ceux du corrigé.",
        );
    }
}

fn word(judgement: &Judgement) -> &'static str {
    match judgement.verdict {
        // A rounding carried along is no error, and its sentence begins with "Juste".
        _ if judgement.carried && !judgement.message.starts_with("Juste") => "Erreur reportée",
        verdict => words::verdict(verdict),
    }
}

/// An answer as it was understood, where it was.
fn read(typed: &str, state: &NumberState) -> Option<String> {
    match number::read_as(typed, state.item.unit) {
        Reading::Quantity(quantity) => Some(french::echo_as(&quantity, state.item.unit)),
        Reading::Ambiguous { .. } | Reading::Unreadable(_) => None,
    }
}

/// The same, as typed where it cannot be read.
pub fn read_back(typed: &str, state: &NumberState) -> String {
    read(typed, state).unwrap_or_else(|| words::typed(typed))
}

pub fn why(walk: &Walk, speech: &mut Speech) {
    if walk.why().is_none() {
        speech.say("Répondez d’abord\u{a0}: «\u{a0}pourquoi\u{a0}» expliquera le verdict.");
        return;
    }
    let rows = walk.why_rows();
    for (label, words) in &rows {
        speech.say(format!("{label}\u{a0}: {}.", words.trim_end_matches('.')));
    }
    if rows.is_empty() {
        speech.say("Rien à ajouter au verdict.");
    } else if walk.why_hides() {
        speech.say(
            "L’intervalle accepté donnerait la réponse\u{a0}: «\u{a0}pourquoi\u{a0}» une seconde fois le dit, et \
             compte comme résultat montré.",
        );
    }
}

/// Goes on with one's own results, or with the corrigé's, and judges again.
pub fn carry(own: bool, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    let before = said(walk);
    let changes = walk.use_own_results(own, now_ms);
    speech.say(match (own, changes.is_empty()) {
        (true, true) => "Vos propres résultats comptent déjà.",
        (true, false) => "Vos réponses sont jugées aussi à partir de vos propres résultats.",
        (false, true) => "Les résultats du corrigé comptent déjà.",
        (false, false) => "Vos réponses sont jugées à partir des résultats du corrigé.",
    });
    if said(walk) != before {
        verdict(walk, speech);
    }
    changes
}

/// The sentence of the last answer, where it still stands.
fn said(walk: &Walk) -> Option<String> {
    let state = walk.focused_number().filter(|state| !state.edited)?;
    state.judgement.map(|judgement| judgement.message.clone())
}
