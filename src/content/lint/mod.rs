//! Rules a paper must follow to teach well, each with its remedy: the part of the validator
//! that reads over an author's shoulder.

mod figures;
mod ladder;
mod leak;
mod paper;
mod pattern;

use super::file::FileQuestion;
use super::report::Report;
use crate::model::{Annex, Question};

pub(super) use paper::paper;
pub(super) use pattern::pattern;

/// The rules of one question.
pub(super) fn question(
    report: &Report,
    annexes: &[Annex],
    file: &FileQuestion,
    question: &Question,
) {
    ladder::steps(report, &file.etapes);
    leak::question(report, annexes, file, question);
}
