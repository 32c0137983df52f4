//! The mémo read aloud: an entry found by its name, and all it says; also for the command line.

use super::page::Speech;
use super::words::{question_name, quoted, typed};
use crate::model::{Catalogue, Direction, Entry, Threshold};
use crate::number::french::sentence;
use crate::number::french::{count, printed};
use crate::session::lexicon::{Found, find, number, related};
use crate::session::uses;

/// Obeys `mémo`: the entry or the list that some words find; the whole list for none.
pub fn obey(catalogue: &Catalogue, words: &str, speech: &mut Speech) {
    let all = matches!(super::command::fold(words).as_str(), "tout" | "liste");
    match find(&catalogue.lexicon, if all { "" } else { words }) {
        _ if catalogue.lexicon.is_empty() => {
            speech.say("Le mémo est vide\u{a0}: aucun lexique n’a pu être lu.");
        }
        Found::Entry(entry) => read(entry, catalogue, speech),
        Found::Several(entries) => list(&entries, catalogue, speech),
        Found::Nothing => speech.say(format!(
            "Aucune fiche du mémo ne correspond à {}. «\u{a0}mémo tout\u{a0}» en donne la liste.",
            typed(words)
        )),
    }
}

/// The entry of a skill, in the step that trains it.
pub fn of_skill(catalogue: &Catalogue, skill: Option<&str>, speech: &mut Speech) {
    let known = |skill: &str| catalogue.lexicon.iter().find(|entry| entry.id == skill);
    match skill.and_then(known) {
        Some(entry) => read(entry, catalogue, speech),
        None => speech.say(
            "Cette étape n’a pas d’indicateur à montrer. «\u{a0}mémo\u{a0}» suivi d’un mot cherche une fiche, \
             «\u{a0}mémo tout\u{a0}» en donne la liste.",
        ),
    }
}

/// Names, by chapter, each behind the number that opens it.
pub fn list(entries: &[&Entry], catalogue: &Catalogue, speech: &mut Speech) {
    names(entries, catalogue, speech);
    speech.say(format!(
        "{}. «\u{a0}mémo\u{a0}» suivi d’un numéro ou d’un nom lit la fiche.",
        count(entries.len(), "fiche", "fiches")
    ));
}

/// The names alone.
pub fn names(entries: &[&Entry], catalogue: &Catalogue, speech: &mut Speech) {
    let mut chapter = "";
    for entry in entries {
        if entry.chapter != chapter {
            chapter = &entry.chapter;
            speech.say(chapter);
        }
        let more = match entry.synonyms.is_empty() {
            true => String::new(),
            false => format!(" ({})", entry.synonyms.join(", ")),
        };
        speech.say(format!("{}. {}{more}", number(&catalogue.lexicon, entry), entry.name));
    }
}

/// All an entry says.
pub fn read(entry: &Entry, catalogue: &Catalogue, speech: &mut Speech) {
    speech.gap();
    speech.say(format!("Mémo\u{a0}: {}", sentence(&entry.name)));
    if !entry.synonyms.is_empty() {
        speech.say(format!("On dit aussi\u{a0}: {}.", entry.synonyms.join(", ")));
    }
    if !entry.formula.is_empty() {
        speech.say(format!("Formule\u{a0}: {} = {}.", entry.name, entry.formula));
    }
    measure(entry, speech);
    part("Lecture", &entry.reading, speech);
    part("D’un auteur à l’autre", &entry.variants, speech);
    let thresholds: Vec<String> = entry.thresholds.iter().map(threshold).collect();
    part("Repères", &thresholds, speech);
    part("Pièges", &entry.traps, speech);
    if let Some(example) = &entry.example {
        speech.say("Exemple");
        speech.say(sentence(&example.statement));
        let (worked, equals) = (printed(&example.computation), example.equals());
        speech.say(format!("{worked} {equals} {}.", example.result));
    }
    links(entry, catalogue, speech);
}

fn measure(entry: &Entry, speech: &mut Speech) {
    if !entry.unit.is_empty() {
        speech.say(format!("Unité\u{a0}: {}.", entry.unit));
    }
    match entry.direction {
        Direction::HigherIsBetter => speech.say("Plus c’est haut, mieux c’est."),
        Direction::LowerIsBetter => speech.say("Plus c’est bas, mieux c’est."),
        Direction::Depends if entry.formula.is_empty() => {}
        Direction::Depends => speech.say("Bon ou mauvais selon le contexte."),
    }
}

fn part(title: &str, sentences: &[String], speech: &mut Speech) {
    if !sentences.is_empty() {
        speech.say(title);
        sentences.iter().for_each(|words| speech.say(sentence(words)));
    }
}

fn threshold(threshold: &Threshold) -> String {
    let text = threshold.text.trim_end_matches('.');
    match threshold.year {
        Some(year) => format!("{text} (source\u{a0}: {}, {year})", threshold.source),
        None => format!("{text} (source\u{a0}: {})", threshold.source),
    }
}

/// The entries near it and the questions that use it.
fn links(entry: &Entry, catalogue: &Catalogue, speech: &mut Speech) {
    let near: Vec<String> = related(entry, catalogue)
        .map(|near| format!("{} ({})", near.name, number(&catalogue.lexicon, near)))
        .collect();
    if !near.is_empty() {
        speech.say(format!("Voir aussi\u{a0}: {}.", near.join(", ")));
    }
    let questions = uses(catalogue, &entry.id);
    if !questions.is_empty() {
        speech.say("Dans les sujets");
    }
    for place in questions {
        if let Some((subject, _, question)) = place.find(catalogue) {
            speech.say(format!(
                "{} {}, {}, {}",
                subject.title,
                subject.session,
                question_name(&question.number),
                quoted(&question.title)
            ));
        }
    }
}
