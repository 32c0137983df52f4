//! The two menus: the papers, and the questions of one paper, each with its state.

use super::page::Speech;
use super::words::{index, question_name, state};
use crate::model::Catalogue;
use crate::number::french::count;
use crate::progress::State;
use crate::session::{Outline, Place, QuestionLine, SubjectLine};

/// Reads the list of papers.
pub fn papers(outline: &Outline, speech: &mut Speech) {
    speech.gap();
    if outline.subjects.is_empty() {
        speech.say("Aucun sujet n’a pu être ouvert. La commande «\u{a0}tuteur-ndrc valider\u{a0}» dit pourquoi.");
        return;
    }
    speech.say("Sujets");
    for (at, subject) in outline.subjects.iter().enumerate() {
        speech.say(format!(
            "{}. {}, session {}\u{a0}: {}.",
            at + 1,
            subject.title,
            subject.session,
            progress(subject)
        ));
    }
    if let Some(words) = resume(outline) {
        speech.say(format!("«\u{a0}reprendre\u{a0}» retourne où vous en étiez\u{a0}: {words}."));
    }
}

fn progress(subject: &SubjectLine) -> String {
    let total = questions(subject).count();
    match subject.state {
        State::NotBegun => format!("{}, à faire", count(total, "question", "questions")),
        State::InProgress { done, .. } => {
            format!(
                "commencé, {} sur {total}",
                count(done, "question terminée", "questions terminées")
            )
        }
        State::Done => "terminé".to_owned(),
    }
}

fn resume(outline: &Outline) -> Option<String> {
    let place = outline.resume.as_ref()?;
    let subject = outline.subjects.iter().find(|subject| subject.id == place.subject)?;
    let question = questions(subject).find(|question| question.place == *place)?;
    let number = question_name(&place.question);
    Some(format!("{} {}, {number}, {}", subject.title, subject.session, question.title))
}

fn questions(subject: &SubjectLine) -> impl Iterator<Item = &QuestionLine> {
    subject.dossiers.iter().flat_map(|dossier| &dossier.questions)
}

/// Reads the questions of a paper.
pub fn paper(subject: &SubjectLine, speech: &mut Speech) {
    speech.gap();
    speech.say(format!("{}, session {}", subject.title, subject.session));
    let mut n = 0;
    for (at, dossier) in subject.dossiers.iter().enumerate() {
        speech.say(format!("Dossier {}\u{a0}: {}", at + 1, dossier.title));
        for question in &dossier.questions {
            n += 1;
            let name = question_name(&question.place.question).replacen('q', "Q", 1);
            speech.say(format!(
                "{n}. {name}, {}\u{a0}: {}.",
                question.title,
                state(question.state)
            ));
        }
    }
}

pub fn papers_prompt(outline: &Outline) -> String {
    match outline.subjects.len() {
        0 => "Commande\u{a0}:".to_owned(),
        1 => "Sujet, 1\u{a0}:".to_owned(),
        n => format!("Sujet, de 1 à {n}\u{a0}:"),
    }
}

pub fn paper_prompt(subject: &SubjectLine) -> String {
    match questions(subject).count() {
        0 => "Commande\u{a0}:".to_owned(),
        1 => "Question, 1\u{a0}:".to_owned(),
        n => format!("Question, de 1 à {n}\u{a0}:"),
    }
}

/// The paper a line names, by its place in the list or by its session where only one has it.
pub fn chosen_paper(outline: &Outline, typed: &str) -> Option<usize> {
    if let Some(at) = index(typed, outline.subjects.len()) {
        return Some(at);
    }
    let mut same = outline
        .subjects
        .iter()
        .enumerate()
        .filter(|(_, subject)| subject.session.to_string() == typed);
    let (at, _) = same.next()?;
    same.next().is_none().then_some(at)
}

/// The question a line names, by its place in the list or by its own number: `1.1`, `rcs`.
pub fn chosen_question(subject: &SubjectLine, typed: &str) -> Option<Place> {
    let all: Vec<&QuestionLine> = questions(subject).collect();
    let by_place = index(typed, all.len()).map(|at| all[at]);
    let named = || all.iter().copied().find(|q| q.place.question.eq_ignore_ascii_case(typed));
    by_place.or_else(named).map(|question| question.place.clone())
}

/// Reads what a paper is about.
pub fn context(catalogue: &Catalogue, subject: &SubjectLine, speech: &mut Speech) {
    if let Some(subject) = catalogue.subjects.iter().find(|known| known.id == subject.id) {
        speech.paragraphs(&subject.context);
        speech.say(format!("Source\u{a0}: {}", subject.source));
    }
}
