//! What the walk asks the check, and when it asks again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::Walk;
use crate::check::{Judgement, writing};
use crate::model::{ItemId, Numeric, Writing};
use crate::progress::Item;

impl Walk {
    /// Judges an answer as it stood before event number `order`.
    pub(super) fn judge(&self, item: &Numeric, raw: &str, order: u64) -> Judgement {
        let own = self.own_results(item, order);
        let _ = (raw, own);
        todo!()
    }

    /// Asks the check again about the last answer of an item.
    pub(super) fn refresh(&mut self, id: &ItemId) {
        let Some(record) = self.record(id) else { return };
        let Some(attempt) = record.attempts.last().cloned() else {
            self.judgements.remove(id);
            self.marks.remove(id);
            return;
        };
        match self.find_item(id) {
            Some(Item::Number(item)) => {
                let judgement = self.judge(item, &attempt.answer.raw, attempt.order);
                self.judgements.insert(id.clone(), judgement);
            }
            Some(Item::Writing(_, asked)) => {
                let marks = writing::analyse(asked, &attempt.answer.raw);
                self.marks.insert(id.clone(), marks);
            }
            _ => {}
        }
    }

    /// Asks the check again about every last answer.
    pub(super) fn refresh_all(&mut self) {
        let ids: Vec<ItemId> =
            crate::progress::items(self.question()).map(|item| item.id().clone()).collect();
        ids.iter().for_each(|id| self.refresh(id));
    }

    /// The learner's own results, each the last one given before event number `order`.
    fn own_results(&self, item: &Numeric, order: u64) -> BTreeMap<ItemId, Decimal> {
        if !self.uses_own_results() {
            return BTreeMap::new();
        }
        let value = |(id, record): (&ItemId, &crate::progress::Record)| {
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
pub(super) fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
