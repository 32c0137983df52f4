//! Rules a paper must follow to teach well, each with its remedy: the part of the validator
//! that reads over an author's shoulder.

mod figures;
mod ladder;
mod leak;
mod paper;
mod pattern;

use super::file::FileSubject;
use super::report::Report;
use crate::model::Subject;

/// The rules of a paper, question by question, then as a whole. `subject` is what `file` was
/// lowered to.
pub(super) fn paper(report: &Report, file: &FileSubject, subject: &Subject) {
    let files = file.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    for (file, question) in files.zip(questions) {
        ladder::steps(report, &file.etapes);
        leak::question(report, &subject.annexes, file, question);
    }
    paper::paper(report, file, subject);
}
