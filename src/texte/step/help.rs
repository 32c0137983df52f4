//! The help ladder, one rung at a time, and what a result means once it is known.

use super::grid;
use crate::progress::Rung;
use crate::session::{Changes, RungText, Walk};
use crate::texte::page::Speech;

/// Climbs one rung and reads it.
pub fn next_rung(walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    let Some((rung, _)) = walk.next_rung_label() else {
        speech.say("Toute l’aide a été donnée\u{a0}; «\u{a0}consigne\u{a0}» la relit.");
        return Changes::none();
    };
    let finished = grid::done(walk);
    let changes = walk.next_rung(now_ms);
    if let Some(climbed) = walk.ladder().iter().find(|known| known.rung == rung) {
        read(climbed, speech);
    }
    if let Some((next, _)) = walk.next_rung_label() {
        speech.say(format!("Ensuite, «\u{a0}indice\u{a0}» donnera\u{a0}: {}.", name(next)));
    }
    if walk.grid().is_some() && grid::done(walk) && !finished {
        grid::conclude(walk, speech);
    }
    changes
}

fn name(rung: Rung) -> &'static str {
    match rung {
        Rung::Hint(_) => "un autre indice",
        Rung::Method => "la méthode",
        Rung::Substitution => "le calcul posé",
        Rung::Result => "le résultat",
        Rung::Interpretation => "l’interprétation",
    }
}

fn read(rung: &RungText, speech: &mut Speech) {
    match rung.paragraphs.as_slice() {
        [only] if !only.contains('\n') => {
            speech.say(format!("{}\u{a0}: {only}", rung.rung.label()))
        }
        paragraphs => {
            speech.say(rung.rung.label());
            speech.paragraphs(paragraphs);
        }
    }
}

/// Names the help already seen.
pub fn announce(walk: &Walk, speech: &mut Speech) {
    let seen: Vec<String> = walk.seen_rungs().iter().map(|rung| rung.rung.label()).collect();
    if !seen.is_empty() {
        speech.say(format!(
            "Aide déjà vue\u{a0}: {}\u{a0}; «\u{a0}consigne\u{a0}» la relit.",
            seen.join(", ")
        ));
    }
}

/// Reads the help already seen, and what the result means once it is known.
pub fn seen(walk: &Walk, speech: &mut Speech) {
    walk.seen_rungs().iter().for_each(|rung| read(rung, speech));
    conclude(walk, speech);
}

/// What the result means, where it is known and was not read as help.
pub fn conclude(walk: &Walk, speech: &mut Speech) {
    let explained = walk.seen_rungs().iter().any(|rung| rung.rung == Rung::Interpretation);
    if let Some(words) = walk.conclusion().filter(|_| !explained) {
        speech.say(format!("À retenir\u{a0}: {words}"));
    }
}
