//! Going on with one's own earlier results or with the corrigé's: where it matters, and the choice.

use super::{Changes, Walk};
use crate::check::Verdict;
use crate::model::{Expr, ItemId, Node, Numeric, Operand};
use crate::progress::{Carry, Item, Record, Rung, What};

impl Walk {
    /// Goes on with one's own earlier results, or with the corrigé's. The corrigé's results under
    /// the figure in focus are then shown, and remembered as such.
    pub fn use_own_results(&mut self, own: bool, now_ms: i64) -> Changes {
        if own == self.uses_own_results() {
            return Changes::none();
        }
        let carry = if own { Carry::Mine } else { Carry::Corrige };
        let shown: Vec<ItemId> = match own {
            true => Vec::new(),
            false => self.wrong_sources().iter().map(|item| item.id.clone()).collect(),
        };
        let mut changes = self.record_one(self.place.id(), What::ChooseCarry(carry), now_ms);
        for item in shown {
            if !self.record(&item).is_some_and(Record::revealed) {
                changes = changes.and(self.record_one(item, What::Help(Rung::Result), now_ms));
            }
        }
        self.refresh_all();
        changes
    }

    /// Whether the learner's own earlier results count in this question; they do until told otherwise.
    pub fn uses_own_results(&self) -> bool {
        self.record(&self.place.id()).and_then(|record| record.carry) != Some(Carry::Corrige)
    }

    /// The earlier figures that the one in focus is computed from and whose last answer is wrong:
    /// only then does the choice of results change anything.
    pub fn wrong_sources(&self) -> Vec<&Numeric> {
        let Some(Item::Number(item)) = self.focus() else { return Vec::new() };
        let mut sources = Vec::new();
        collect(&item.formula.expr, &mut sources);
        let wrong = |id: &&ItemId| {
            let last = self.record(id).and_then(Record::last);
            last.is_some_and(|answer| answer.verdict.verdict() == Some(Verdict::Wrong))
        };
        let numeric = |id: &ItemId| match self.find_item(id)? {
            Item::Number(item) => Some(item),
            _ => None,
        };
        let mut found: Vec<&Numeric> =
            sources.into_iter().filter(wrong).filter_map(numeric).collect();
        found.dedup_by(|a, b| a.id == b.id);
        found
    }
}

/// The earlier results a formula rests on.
fn collect<'a>(expr: &'a Expr, into: &mut Vec<&'a ItemId>) {
    match &expr.node {
        Node::Operand(Operand::Item(item)) => into.push(item),
        Node::Operand(Operand::Items(items)) => into.extend(items),
        Node::Literal(_) | Node::Operand(_) => {}
        Node::Negate(inner) => collect(inner, into),
        Node::Binary(_, left, right) => {
            collect(left, into);
            collect(right, into);
        }
        Node::Call(_, inner) => inner.iter().for_each(|expr| collect(expr, into)),
        Node::Lookup { subject, bands, otherwise } => {
            collect(subject, into);
            bands.iter().for_each(|band| collect(&band.value, into));
            collect(otherwise, into);
        }
    }
}
