//! Where a learner stands: in an item, a question, a subject.

use super::{History, Item, Record, Way, items, points::counted};
use crate::model::{Question, Subject, Writing};

/// ○ not begun, in progress, done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    NotBegun,
    InProgress { done: usize, total: usize },
    Done,
}

impl State {
    /// The state after `done` of `total`.
    pub fn from_counts(begun: bool, done: usize, total: usize) -> State {
        match (begun, done) {
            (_, done) if done == total && total > 0 => State::Done,
            (false, 0) => State::NotBegun,
            _ => State::InProgress { done, total },
        }
    }
}

/// The learner is through with this item: solved or revealed; a text is through once handed in, an
/// RCS once its grid is filled in.
pub fn done(item: &Item, record: &Record) -> bool {
    match item {
        Item::Number(_) | Item::Choice(..) => record.solved() || record.revealed(),
        Item::Writing(..) => !record.attempts.is_empty() || record.revealed(),
        Item::Rcs(..) => record.levels.iter().all(Option::is_some),
    }
}

/// How the learner got there, once through. Points counted by hand may complete a text that no
/// check found right; a text with points missing has no way.
pub fn way(item: &Item, record: &Record) -> Option<Way> {
    match item {
        Item::Number(_) | Item::Choice(..) => {
            record.way.or_else(|| record.revealed().then_some(Way::Revealed))
        }
        Item::Writing(_, writing) => record.way.or_else(|| by_hand(writing, record)),
        Item::Rcs(..) if !done(item, record) => None,
        Item::Rcs(..) if record.rungs.is_empty() => Some(Way::Alone),
        Item::Rcs(..) => Some(Way::AfterHelp),
    }
}

fn by_hand(writing: &Writing, record: &Record) -> Option<Way> {
    let (got, needed) = counted(writing, record);
    match (record.attempts.len(), record.revealed_after) {
        (0, None) => None,
        (0, Some(_)) | (_, Some(0)) => Some(Way::Revealed),
        _ if got < needed => None,
        _ if !record.rungs.is_empty() => Some(Way::AfterHelp),
        (1, _) => Some(Way::Alone),
        _ => Some(Way::AfterError),
    }
}

/// The state of a question.
pub fn question_state(question: &Question, history: &History) -> State {
    let (mut begun, mut finished, mut total) = (false, 0, 0);
    for item in items(question) {
        total += 1;
        if let Some(record) = history.record(item.id()) {
            begun |= !record.untouched();
            finished += usize::from(done(&item, record));
        }
    }
    State::from_counts(begun, finished, total)
}

/// The state of a subject, in questions.
pub fn subject_state(subject: &Subject, history: &History) -> State {
    let (mut begun, mut finished, mut total) = (false, 0, 0);
    for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
        let state = question_state(question, history);
        total += 1;
        begun |= state != State::NotBegun;
        finished += usize::from(state == State::Done);
    }
    State::from_counts(begun, finished, total)
}
