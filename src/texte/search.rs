//! Searching everything from a menu: questions by their title, entries of the mémo by their name.

use super::command::fold;
use super::page::Speech;
use super::words::{question_name, typed};
use super::{memo, words};
use crate::model::{Catalogue, Question, Subject};
use crate::session::lexicon::{Found, find};

/// Most questions told.
const MOST: usize = 20;

/// Tells what a word finds, and how to open it.
pub fn read(catalogue: &Catalogue, word: &str, speech: &mut Speech) {
    let wanted = fold(word);
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    if wanted.is_empty() {
        speech.say("Tapez «\u{a0}chercher\u{a0}» suivi d’un mot, par exemple «\u{a0}chercher rebond\u{a0}».");
        return;
    }
    let found = questions(catalogue, &wanted);
    for (subject, question) in found.iter().take(MOST) {
        speech.say(format!(
            "{} {}, {}, {}. «\u{a0}ouvrir {}/{}\u{a0}» l’ouvre.",
            subject.title,
            subject.session,
            question_name(&question.number),
            words::quoted(&question.title),
            subject.id,
            question.number
        ));
    }
    if found.len() > MOST {
        speech.say(format!("Et {} de plus\u{a0}: ajoutez un mot.", found.len() - MOST));
    }
    let entries = match find(&catalogue.lexicon, word) {
        Found::Entry(entry) => vec![entry],
        Found::Several(entries) => entries,
        Found::Nothing => Vec::new(),
    };
    if !entries.is_empty() {
        speech.say("Dans le mémo");
        memo::list(&entries, catalogue, speech);
    } else if found.is_empty() {
        speech.say(format!("Rien ne correspond à {}.", typed(word)));
    }
}

/// The questions whose paper and title hold every word.
fn questions<'a>(catalogue: &'a Catalogue, wanted: &[&str]) -> Vec<(&'a Subject, &'a Question)> {
    let all = catalogue.subjects.iter().flat_map(|subject| {
        let dossiers = subject.dossiers.iter();
        dossiers.flat_map(|dossier| &dossier.questions).map(move |question| (subject, question))
    });
    let holds = |(subject, question): &(&Subject, &Question)| {
        let text =
            format!("{} {} {} {}", subject.title, subject.session, question.number, question.title);
        let text = fold(&text);
        wanted.iter().all(|word| text.contains(word))
    };
    all.filter(holds).collect()
}
