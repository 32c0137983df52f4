//! Points earned, indicative: what an examiner would give, whatever help was taken short of the result.

use super::{Answer, History, Item, Record, Way};
use crate::check::{Verdict, rcs};
use crate::model::{Question, StepKind, Writing};

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
pub fn credit(item: &Item, record: &Record) -> u32 {
    match item {
        Item::Number(_) | Item::Choice(..) => checked(record),
        Item::Writing(_, writing) => written(writing, record),
        Item::Rcs(..) => rcs::mark(&record.levels).map_or(0, |mark| mark.quarters * FULL / 40),
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

fn written(writing: &Writing, record: &Record) -> u32 {
    match (record.last_unaided(), counted_in(writing, record, record.last_unaided())) {
        (None, _) | (_, (_, 0)) => 0,
        (Some(_), (got, needed)) => (got.min(needed) as u32) * FULL / needed as u32,
    }
}

/// Key points counted for the learner (recognised, contested, added) and how many earn full marks.
pub fn counted(writing: &Writing, record: &Record) -> (usize, usize) {
    counted_in(writing, record, record.last())
}

fn counted_in(writing: &Writing, record: &Record, text: Option<&Answer>) -> (usize, usize) {
    let found = |id: &String| text.is_some_and(|answer| answer.points.contains(id));
    let holds = |id: &String| record.marks.get(id).copied().unwrap_or_else(|| found(id));
    let expected = writing.points.iter().filter(|point| holds(&point.id)).count();
    let own = record.own_points.iter().filter(|own| writing.open && own.counted).count();
    (expected + own, writing.enough.unwrap_or(writing.points.len()).min(writing.points.len()))
}

/// Points earned on a question. Steps weigh by the work they ask for: a table more than one figure.
pub fn earned(question: &Question, history: &History) -> Earned {
    let (mut got, mut total) = (0u64, 0u64);
    for step in &question.steps {
        let items = Item::of_step(step);
        let weight = weight(&step.kind, items.len());
        let credits =
            items.iter().map(|item| history.record(item.id()).map_or(0, |r| credit(item, r)));
        got += u64::from(credits.sum::<u32>()) * weight / items.len().max(1) as u64;
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

fn weight(kind: &StepKind, items: usize) -> u64 {
    match kind {
        StepKind::Number(_) | StepKind::Choice(_) => 2,
        StepKind::Grid(_) => 2 + items as u64 / 2,
        StepKind::Writing(_) | StepKind::Rcs(_) => 4,
    }
}
