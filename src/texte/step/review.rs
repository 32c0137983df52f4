//! A rédaction handed in: the expected points, each open to dispute, and points of one's own.

use crate::number::french::count;
use crate::number::french::sentence;
use crate::session::{Changes, PointState, Walk, WritingState};
use crate::texte::page::Speech;
use crate::texte::words::index;

/// The text in hand is the one handed in.
pub fn handed_in(walk: &Walk) -> bool {
    walk.writing().is_some_and(|state| state.submitted == Some(state.text))
}

/// The marks, point by point.
pub fn announce(walk: &Walk, speech: &mut Speech) {
    let Some(state) = walk.writing() else { return };
    speech.say(total(&state));
    let mut group = None;
    for (at, point) in state.points.iter().enumerate() {
        if group != point.point.group.as_deref() {
            group = point.point.group.as_deref();
            speech.say(group.unwrap_or("Autres points"));
        }
        speech.say(format!("{}. {}\u{a0}: {}", at + 1, word(point), point.point.expected));
    }
    for (at, own) in state.own_points.iter().enumerate() {
        let word = if own.counted { "Compté" } else { "Écarté" };
        speech.say(format!(
            "{}. {word}, point à vous\u{a0}: {}",
            state.points.len() + at + 1,
            own.text
        ));
    }
    speech.say(
        "Le tuteur cherche des mots, il ne remplace pas un correcteur\u{a0}: si une idée est bien dans votre \
         texte, «\u{a0}compter\u{a0}» et son numéro la comptent.",
    );
    if state.asked.open {
        speech.say("Toute idée pertinente est acceptée\u{a0}: «\u{a0}ajouter\u{a0}» suivi de la vôtre la compte.");
    }
}

/// `1 point compté sur 2 attendus : presque.`
fn total(state: &WritingState) -> String {
    let word = match state.counted {
        counted if counted >= state.needed => "juste",
        0 => "faux",
        _ => "presque",
    };
    let expected = if state.needed >= 2 { "attendus" } else { "attendu" };
    let counted = count(state.counted, "point compté", "points comptés");
    format!("{counted} sur {} {expected}\u{a0}: {word}.", state.needed)
}

fn word(point: &PointState) -> &'static str {
    match (point.counted, point.contested) {
        (true, false) => "Reconnu",
        (true, true) => "Compté par vous",
        (false, true) => "Écarté par vous",
        (false, false) => "Non reconnu",
    }
}

pub const PROMPT: &str = "Entrée pour continuer, ou «\u{a0}compter\u{a0}», «\u{a0}pourquoi\u{a0}», «\u{a0}modèle\u{a0}», «\u{a0}écrire\u{a0}»\u{a0}:";

/// Why a point counts, and where it was recognised.
pub fn why(rest: &str, walk: &Walk, speech: &mut Speech) {
    let Some(state) = walk.writing() else { return };
    let Some(point) = index(rest, state.points.len()).map(|at| &state.points[at]) else {
        speech.say(format!(
            "Tapez «\u{a0}pourquoi\u{a0}» et le numéro d’un point attendu, de 1 à {}.",
            state.points.len()
        ));
        return;
    };
    speech.say(format!("{}\u{a0}: {}", word(point), point.point.expected));
    if !point.point.why.is_empty() {
        speech.say(point.point.why.as_str());
    }
    let found = point.evidence.clone().and_then(|range| state.submitted?.get(range));
    if let Some(words) = found {
        speech.say(format!("Reconnu dans\u{a0}: «\u{a0}{}\u{a0}».", words.replace('\n', " ")));
    }
}

/// Counts a point, or sets it aside: the learner has the last word.
pub fn mark(
    rest: &str,
    wanted: bool,
    walk: &mut Walk,
    now_ms: i64,
    speech: &mut Speech,
) -> Changes {
    let Some(state) = walk.writing() else { return Changes::none() };
    let keys = state.points.iter().map(|point| (point.point.id.clone(), point.counted));
    let own = state.own_points.iter().map(|own| (own.id.clone(), own.counted));
    let all: Vec<(String, bool)> = keys.chain(own).collect();
    let Some(at) = index(rest, all.len()) else {
        let verb = if wanted { "compter" } else { "écarter" };
        speech.say(format!(
            "Tapez «\u{a0}{verb}\u{a0}» et le numéro d’un point, de 1 à {}.",
            all.len()
        ));
        return Changes::none();
    };
    let (id, counted) = &all[at];
    let done = if wanted { "compté" } else { "écarté" };
    if *counted == wanted {
        let already = if wanted { "déjà compté" } else { "déjà laissé de côté" };
        speech.say(format!("Le point {} est {already}.", at + 1));
        return Changes::none();
    }
    let changes = walk.contest(id, now_ms);
    let now = walk.writing().map(|state| total(&state)).unwrap_or_default();
    speech.say(format!("Point {} {done} par vous. {now}", at + 1));
    changes
}

/// Adds a point of the learner's own.
pub fn add(rest: &str, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    let open = walk.writing().is_some_and(|state| state.asked.open);
    if !open {
        speech.say("Ici, seuls les points attendus comptent.");
        return Changes::none();
    }
    if rest.is_empty() {
        speech.say("Tapez «\u{a0}ajouter\u{a0}» suivi de votre idée.");
        return Changes::none();
    }
    let changes = walk.add_point(rest, now_ms);
    if !changes.is_empty() {
        let now = walk.writing().map(|state| total(&state)).unwrap_or_default();
        speech.say(format!("Point ajouté et compté\u{a0}: {} {now}", sentence(rest)));
    }
    changes
}
