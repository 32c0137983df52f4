//! Points earned, indicative: what an examiner would give, whatever help was taken short of the result.

use super::ask::{Ask, Expected, asks};
use super::{Answer, History, Record, Way};
use crate::check::{Verdict, rcs};
use crate::model::{QuestionEntry, StepEntry};

/// The whole of an item, in thousandths.
const FULL: u32 = 1000;
/// A right method on one's own earlier result: examiners do not count the same error twice.
const CARRIED: u32 = 1000;
/// The right value, in the wrong form or too coarsely rounded.
const CLOSE: u32 = 500;

/// Points of a question in hundredths of a point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Earned {
    pub hundredths: u32,
    pub of_hundredths: u32,
    /// The scale itself is the official one.
    pub official: bool,
}

/// What an item earned, in thousandths. Nothing once the result was shown before a right answer.
pub fn credit<'a>(item: impl Into<Ask<'a>>, record: &Record) -> u32 {
    match item.into() {
        Ask::Checked => checked(record),
        Ask::Writing(expected) => written(&expected, record),
        Ask::Rcs => rcs::mark(&record.levels).map_or(0, |mark| mark.quarters * FULL / 40),
    }
}

fn checked(record: &Record) -> u32 {
    if record.way.is_none() && record.revealed() || record.way == Some(Way::Revealed) {
        0
    } else if record.carried() {
        CARRIED
    } else if record.solved() {
        FULL
    } else if record.best() == Some(Verdict::Close) {
        CLOSE
    } else {
        0
    }
}

fn written(expected: &Expected, record: &Record) -> u32 {
    match (record.last_unaided(), counted_in(expected, record, record.last_unaided())) {
        (None, _) | (_, (_, 0)) => 0,
        (Some(_), (got, needed)) => (got.min(needed) as u32) * FULL / needed as u32,
    }
}

/// Key points counted for the learner (recognised, contested, added) and how many earn full marks.
pub fn counted<'a>(writing: impl Into<Expected<'a>>, record: &Record) -> (usize, usize) {
    counted_in(&writing.into(), record, record.last())
}

fn counted_in(expected: &Expected, record: &Record, text: Option<&Answer>) -> (usize, usize) {
    let found = |id: &str| text.is_some_and(|answer| answer.points.iter().any(|p| p == id));
    let holds = |id: &str| record.marks.get(id).copied().unwrap_or_else(|| found(id));
    let counted = expected.points.iter().filter(|id| holds(id)).count();
    let own = record.own_points.iter().filter(|own| expected.open && own.counted).count();
    (counted + own, expected.enough)
}

/// Points earned on a question. Steps weigh by the work they ask for: a table more than one figure.
pub fn earned(question: &QuestionEntry, history: &History) -> Earned {
    let (mut got, mut total) = (0u64, 0u64);
    for step in &question.steps {
        let items = asks(step);
        let (weight, count) = (weight(step), items.len().max(1) as u64);
        let credit = |(id, ask)| history.record(id).map_or(0, |record| credit(ask, record));
        got += u64::from(items.into_iter().map(credit).sum::<u32>()) * weight / count;
        total += u64::from(FULL) * weight;
    }
    let of = u64::from(question.points.quarters) * 25;
    let hundredths = (of * got).checked_div(total).unwrap_or(0);
    Earned {
        hundredths: u32::try_from(hundredths).unwrap_or(u32::MAX),
        of_hundredths: u32::try_from(of).unwrap_or(u32::MAX),
        official: question.points.official,
    }
}

fn weight(step: &StepEntry) -> u64 {
    match step {
        StepEntry::Number(_) | StepEntry::Choice(_) => 2,
        StepEntry::Grid(blanks) => 2 + blanks.len() as u64 / 2,
        StepEntry::Writing(..) | StepEntry::Rcs(_) => 4,
    }
}
