//! What the walk asks the check, and when it asks again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::Walk;
use crate::check::writing::{self, PointMark};
use crate::check::{self, Context, Judgement, Paper};
use crate::model::{ItemId, Numeric, Writing};
use crate::progress::{Item, Record, items};

/// What the check says of the last answer of an item.
#[derive(Default)]
struct Said {
    judgement: Option<Judgement>,
    marks: Option<Vec<PointMark>>,
}

impl Walk {
    /// Judges an answer as it stood before event number `order`.
    pub(super) fn judge(&self, item: &Numeric, raw: &str, order: u64) -> Judgement {
        self.judge_on(&Paper::new(self.subject()), item, raw, order)
    }

    fn judge_on(&self, paper: &Paper, item: &Numeric, raw: &str, order: u64) -> Judgement {
        let own = self.own_results(item, order);
        check::judge(item, &Context::new(paper).through(paper).carrying(&own), raw)
    }

    /// Asks the check again about the last answer of an item.
    pub(super) fn refresh(&mut self, id: &ItemId) {
        let paper = Paper::new(self.subject());
        let said = self.find_item(id).map(|item| self.said(&paper, &item));
        self.judgements.remove(id);
        self.marks.remove(id);
        self.learn(id.clone(), said.unwrap_or_default());
    }

    /// Asks the check again about every last answer.
    pub(super) fn refresh_all(&mut self) {
        let paper = Paper::new(self.subject());
        let all: Vec<(ItemId, Said)> = items(self.question())
            .map(|item| (item.id().clone(), self.said(&paper, &item)))
            .collect();
        self.judgements.clear();
        self.marks.clear();
        all.into_iter().for_each(|(id, said)| self.learn(id, said));
    }

    fn said(&self, paper: &Paper, item: &Item) -> Said {
        let attempt = self.record(item.id()).and_then(|record| record.attempts.last());
        match (item, attempt) {
            (Item::Number(asked), Some(attempt)) => {
                let raw = &attempt.answer.raw;
                Said {
                    judgement: Some(self.judge_on(paper, asked, raw, attempt.order)),
                    marks: None,
                }
            }
            (Item::Writing(_, asked), Some(attempt)) => {
                let marks = writing::analyse(asked, &attempt.answer.raw);
                Said { judgement: None, marks: Some(marks) }
            }
            _ => Said::default(),
        }
    }

    fn learn(&mut self, id: ItemId, said: Said) {
        if let Some(judgement) = said.judgement {
            self.judgements.insert(id, judgement);
        } else if let Some(marks) = said.marks {
            self.marks.insert(id, marks);
        }
    }

    /// The learner's own results, each the last one given before event number `order`.
    fn own_results(&self, item: &Numeric, order: u64) -> BTreeMap<ItemId, Decimal> {
        if !self.uses_own_results() {
            return BTreeMap::new();
        }
        let value = |(id, record): (&ItemId, &Record)| {
            let value = record.last_before(order)?.value.as_deref()?;
            Some((id.clone(), Decimal::from_str_exact(value).ok()?))
        };
        self.history.records().filter_map(value).filter(|(id, _)| *id != item.id).collect()
    }
}

/// Fingerprint of what a figure accepts: another one means the file was corrected.
pub(super) fn key_of_number(item: &Numeric) -> String {
    let accepted: Vec<_> = item.accepted.iter().map(|accepted| &accepted.value).collect();
    let mut text = String::new();
    let _ = write!(
        text,
        "{} {} {:?} {:?} {} {:?} {:?}",
        item.exact.normalize(),
        item.decimals,
        item.unit,
        item.tolerance,
        item.unsigned,
        item.printed.as_ref().map(|printed| printed.value.normalize()),
        accepted,
    );
    fingerprint(&text)
}

/// Fingerprint of how key points are recognised, engine included.
pub(super) fn key_of_writing(asked: &Writing) -> String {
    let mut text = format!("{} {:?}", writing::VERSION, asked.enough);
    for point in &asked.points {
        let _ = write!(text, "\n{} {}", point.id, point.patterns.join("\n"));
    }
    fingerprint(&text)
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
pub(in crate::session) fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
