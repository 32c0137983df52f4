//! The fold over all events.

use std::collections::{BTreeMap, HashMap};

use super::{Event, Hunted, Hunts, Record, SlipLog, What};
use crate::check::Verdict;
use crate::model::ItemId;

/// What all events so far come to. Folding the same events gives the same history.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    records: HashMap<ItemId, Record>,
    slips: SlipLog,
    hunts: Hunts,
    /// Answers by quarter of an hour since 1970, UTC: every local time is ahead by whole quarters.
    quarters: BTreeMap<i64, u32>,
    last: Option<(i64, ItemId)>,
    order: u64,
}

impl History {
    /// Folds events in the order of the journal.
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut history = History::default();
        events.into_iter().for_each(|event| history.apply(event));
        history
    }

    /// Folds one more event in.
    pub fn apply(&mut self, event: &Event) {
        self.order += 1;
        if let What::Answer(answer) = &event.what
            && let Some(slip) = &answer.slip
        {
            self.slips.add(slip, event.at_ms);
        }
        if let What::Hunt(hunted) = &event.what {
            return self.hunted(&event.item, hunted);
        }
        if is_answer(&event.what) {
            *self.quarters.entry(event.at_ms.div_euclid(QUARTER)).or_default() += 1;
        }
        if event.what == What::Restart {
            self.restart(&event.item);
        } else {
            let record = self.records.entry(event.item.clone()).or_default();
            record.apply(self.order, event.at_ms, &event.what);
        }
        self.last = Some((event.at_ms, event.item.clone()));
    }

    /// Somebody else's copy is no work on the question, but what it showed is help.
    fn hunted(&mut self, item: &ItemId, hunted: &Hunted) {
        self.hunts.add(hunted);
        for name in &hunted.shown {
            let shown = ItemId(format!("{}/{name}", item.question()));
            self.records.entry(shown).or_default().seen_in_copy = true;
        }
    }

    fn restart(&mut self, question: &ItemId) {
        for (item, record) in &mut self.records {
            if item == question || item.question() == question.0 {
                record.restart();
            }
        }
    }

    /// What is known of an item (or of a question, for what concerns it whole).
    pub fn record(&self, item: &ItemId) -> Option<&Record> {
        self.records.get(item)
    }

    pub fn records(&self) -> impl Iterator<Item = (&ItemId, &Record)> {
        self.records.iter()
    }

    /// The item worked on last, and when.
    pub fn last(&self) -> Option<(i64, &ItemId)> {
        self.last.as_ref().map(|(at_ms, item)| (*at_ms, item))
    }

    /// Slip codes, the most frequent first.
    pub fn slips(&self) -> Vec<(&str, u32)> {
        self.slips.counts()
    }

    /// The same over time.
    pub fn slip_log(&self) -> &SlipLog {
        &self.slips
    }

    /// What was found in other people's copies.
    pub fn hunts(&self) -> &Hunts {
        &self.hunts
    }

    /// When answers were given (milliseconds since 1970, to the quarter of an hour) and how many,
    /// in order.
    pub fn moments(&self) -> impl Iterator<Item = (i64, u32)> {
        self.quarters.iter().map(|(quarter, answers)| (quarter.saturating_mul(QUARTER), *answers))
    }

    /// Number of events folded.
    pub fn len(&self) -> u64 {
        self.order
    }

    pub fn is_empty(&self) -> bool {
        self.order == 0
    }

    /// The records of one subject, to go on folding its events.
    pub fn of_subject(&self, subject: &str) -> History {
        let within = |item: &ItemId| item.0.split('/').next() == Some(subject);
        History {
            records: self
                .records
                .iter()
                .filter(|(item, _)| within(item))
                .map(|(item, record)| (item.clone(), record.clone()))
                .collect(),
            slips: SlipLog::default(),
            hunts: Hunts::default(),
            quarters: BTreeMap::new(),
            last: None,
            order: self.order,
        }
    }
}

/// An answer that was judged, or an RCS handed in.
fn is_answer(what: &What) -> bool {
    match what {
        What::Answer(answer) => !answer.verdict.is(Verdict::Neutral),
        What::Text(_) => true,
        _ => false,
    }
}

/// A quarter of an hour, in milliseconds.
const QUARTER: i64 = 900_000;

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
