//! A paper seen with the learner's own results in place of the corrigé's.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Context, tree};
use crate::formula::{self, Data, Figure};
use crate::model::{CellRef, ItemId, Numeric};

/// The figures of a paper, earlier results being the learner's own where there are some, and
/// recomputed from those where a step in between was left blank.
pub(super) struct Own<'a> {
    context: &'a Context<'a>,
    /// Results left to the corrigé.
    left_out: BTreeSet<ItemId>,
    /// What was recomputed, so that branches that join are walked once; `None` while a step
    /// is being recomputed, which ends a circle.
    recomputed: RefCell<BTreeMap<ItemId, Option<Decimal>>>,
}

impl<'a> Own<'a> {
    pub fn new(context: &'a Context<'a>, left_out: BTreeSet<ItemId>) -> Self {
        Own { context, left_out, recomputed: RefCell::new(BTreeMap::new()) }
    }

    fn recompute(&self, id: &ItemId) -> Option<Decimal> {
        let item = self.context.steps.numeric(id)?;
        if let Some(known) = self.recomputed.borrow().get(id) {
            return *known;
        }
        self.recomputed.borrow_mut().insert(id.clone(), None);
        let value = formula::exact(&item.formula.expr, item.unit, self).ok();
        self.recomputed.borrow_mut().insert(id.clone(), value);
        value
    }
}

impl Data for Own<'_> {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        self.context.data.cell(cell)
    }

    fn item(&self, id: &ItemId) -> Option<Figure> {
        let right = figure(self.context, id)?;
        let own = self.context.own.get(id).filter(|_| !self.left_out.contains(id)).copied();
        let untouched = own.is_none() && involved(self.context, id).is_empty();
        if untouched || self.left_out.contains(id) {
            return Some(right);
        }
        let value = own.or_else(|| self.recompute(id)).unwrap_or(right.value);
        Some(Figure { value, ..right })
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        self.context.data.neighbours(cell)
    }

    fn item_neighbours(&self, item: &ItemId) -> Vec<ItemId> {
        self.context.data.item_neighbours(item)
    }

    fn adjacent(&self, cell: &CellRef, other: &CellRef) -> bool {
        self.context.data.adjacent(cell, other)
    }

    fn adjacent_items(&self, item: &ItemId, other: &ItemId) -> bool {
        self.context.data.adjacent_items(item, other)
    }
}

/// The corrigé's figure of an earlier item.
pub(super) fn figure(context: &Context, id: &ItemId) -> Option<Figure> {
    context.data.item(id).or_else(|| context.steps.numeric(id).map(of_item))
}

fn of_item(item: &Numeric) -> Figure {
    Figure {
        value: item.exact,
        unit: item.unit,
        decimals: item.decimals,
        label: item.label.clone(),
        place: None,
    }
}

/// The learner's results an item rests on: its own if there is one, else those of the items its
/// formula leans on, through any depth.
fn involved(context: &Context, id: &ItemId) -> BTreeSet<ItemId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![id];
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        if context.own.contains_key(id) {
            found.insert(id.clone());
        } else if let Some(item) = context.steps.numeric(id) {
            waiting.extend(tree::items(&item.formula.expr));
        }
    }
    found
}

/// The learner's results that the formula of `item` rests on.
pub(super) fn results_behind(context: &Context, item: &Numeric) -> BTreeSet<ItemId> {
    tree::items(&item.formula.expr).into_iter().flat_map(|id| involved(context, id)).collect()
}
