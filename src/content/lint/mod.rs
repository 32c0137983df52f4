//! Rules a paper must follow to teach well, each with its remedy: the part of the validator
//! that reads over an author's shoulder.

mod figures;
mod ladder;
mod leak;
mod paper;
mod pattern;

use super::file::{FileQuestion, FileSubject};
use super::report::Report;
use crate::model::{Annex, Question, Subject};

/// The rules of a paper and of each of its questions.
pub(super) fn paper(report: &Report, file: &FileSubject, subject: &Subject) {
    let files = file.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    for (file, question) in files.zip(questions) {
        self::question(report, &subject.annexes, file, question);
    }
    paper::paper(report, file, subject);
}

fn question(report: &Report, annexes: &[Annex], file: &FileQuestion, question: &Question) {
    ladder::steps(report, &file.etapes);
    leak::question(report, annexes, file, question);
}
