//! What judging an answer needs besides the item: the figures of the paper, and how far the
//! learner got on their own.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Memory;
use crate::formula::Data;
use crate::model::{ItemId, Numeric};

static NOTHING: BTreeMap<ItemId, Decimal> = BTreeMap::new();

/// Where the items a formula leans on are found, so that an error is carried through steps the
/// learner did not answer.
pub trait Steps {
    fn numeric(&self, id: &ItemId) -> Option<&Numeric>;
}

/// No earlier steps.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoSteps;

impl Steps for NoSteps {
    fn numeric(&self, _: &ItemId) -> Option<&Numeric> {
        None
    }
}

impl Steps for BTreeMap<&ItemId, &Numeric> {
    fn numeric(&self, id: &ItemId) -> Option<&Numeric> {
        self.get(id).copied()
    }
}

/// The surroundings of an answer.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Figures of the paper, and the corrigé's results of earlier steps.
    pub data: &'a dyn Data,
    /// The learner's own earlier results, each in its item's unit.
    pub own: &'a BTreeMap<ItemId, Decimal>,
    /// The earlier steps themselves.
    pub steps: &'a dyn Steps,
    /// Where the slips of items are kept from one answer to the next.
    pub memory: Option<&'a Memory>,
}

impl<'a> Context<'a> {
    /// A learner who has answered nothing yet.
    pub fn new(data: &'a dyn Data) -> Self {
        Context { data, own: &NOTHING, steps: &NoSteps, memory: None }
    }

    /// The same with the learner's own earlier results.
    pub fn carrying(self, own: &'a BTreeMap<ItemId, Decimal>) -> Self {
        Context { own, ..self }
    }

    /// The same keeping the slips of items; `memory` is of the same paper and no other.
    pub fn remembering(self, memory: &'a Memory) -> Self {
        Context { memory: Some(memory), ..self }
    }

    /// The same with the earlier steps, to recompute those the learner left blank.
    pub fn through(self, steps: &'a dyn Steps) -> Self {
        Context { steps, ..self }
    }
}
