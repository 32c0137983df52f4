//! Where a learner stands: in an item, a question, a subject.

use super::ask::{Ask, Expected, asks};
use super::{History, Record, Way, points::counted};
use crate::model::{Level, QuestionEntry, SubjectEntry};

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
pub fn done<'a>(item: impl Into<Ask<'a>>, record: &Record) -> bool {
    match item.into() {
        Ask::Checked => record.solved() || record.revealed(),
        Ask::Writing(_) => !record.attempts.is_empty() || record.revealed(),
        Ask::Rcs => graded(record),
    }
}

fn graded(record: &Record) -> bool {
    record.levels.iter().all(Option::is_some)
}

/// Every criterion of the grid is at least satisfying: short of that, the text is to be reworked.
fn satisfying(record: &Record) -> bool {
    record.levels.iter().all(|level| level.is_some_and(|level| level >= Level::Good))
}

/// How the learner got there, once through. Points counted by hand may complete a text that no
/// check found right; a text with points missing has no way, nor has an RCS with a poor criterion.
pub fn way<'a>(item: impl Into<Ask<'a>>, record: &Record) -> Option<Way> {
    match item.into() {
        Ask::Checked => record.way.or_else(|| record.revealed().then_some(Way::Revealed)),
        Ask::Writing(expected) => record.way.or_else(|| by_hand(expected, record)),
        Ask::Rcs if !satisfying(record) => None,
        Ask::Rcs if record.rungs.is_empty() => Some(Way::Alone),
        Ask::Rcs => Some(Way::AfterHelp),
    }
}

fn by_hand(expected: Expected, record: &Record) -> Option<Way> {
    let (got, needed) = counted(expected, record);
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
pub fn question_state(question: &QuestionEntry, history: &History) -> State {
    let (mut begun, mut finished, mut total) = (false, 0, 0);
    for (id, ask) in question.steps.iter().flat_map(asks) {
        total += 1;
        if let Some(record) = history.record(id) {
            begun |= !record.untouched();
            finished += usize::from(done(ask, record));
        }
    }
    State::from_counts(begun, finished, total)
}

/// How an item stands now: one found after its result was shown is found.
pub fn standing<'a>(item: impl Into<Ask<'a>>, record: &Record) -> Option<Way> {
    match way(item, record)? {
        Way::Revealed if record.solved() => Some(Way::AfterHelp),
        way => Some(way),
    }
}

/// How a question that is done stands: as the least of its items.
pub fn question_way(question: &QuestionEntry, history: &History) -> Option<Way> {
    let mut items = question.steps.iter().flat_map(asks);
    let stands = |(id, ask)| standing(ask, history.record(id)?);
    items.try_fold(Way::Alone, |least, item| Some(least.max(stands(item)?)))
}

/// The state of a subject, in questions.
pub fn subject_state(subject: &SubjectEntry, history: &History) -> State {
    let (mut begun, mut finished, mut total) = (false, 0, 0);
    for question in subject.questions() {
        let state = question_state(question, history);
        total += 1;
        begun |= state != State::NotBegun;
        finished += usize::from(state == State::Done);
    }
    State::from_counts(begun, finished, total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn rcs(levels: [Option<Level>; 8], expected: (bool, Option<Way>)) {
        let record = Record { levels, ..Record::default() };
        assert_eq!((done(Ask::Rcs, &record), way(Ask::Rcs, &record)), expected, "{levels:?}");
    }

    #[test]
    fn a_structured_reflection_is_got_when_no_criterion_is_poor() {
        let good = [Some(Level::Good); 8];
        rcs(good, (true, Some(Way::Alone)));
        let mut one_poor = good;
        one_poor[3] = Some(Level::Poor);
        rcs(one_poor, (true, None));
        let mut unfinished = good;
        unfinished[7] = None;
        rcs(unfinished, (false, None));
    }
}
