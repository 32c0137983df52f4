//! The slips of the items already judged, kept for those who judge many answers to few items:
//! they depend on the paper, not on the answer.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::slip::Slip;
use crate::model::ItemId;

/// At most one entry for each item of the papers it is used with.
#[derive(Default)]
pub struct Memory {
    slips: RefCell<HashMap<ItemId, Rc<[Slip]>>>,
}

impl Memory {
    /// The slips of an item, made up at the first call.
    pub(super) fn of(&self, item: &ItemId, make: impl FnOnce() -> Rc<[Slip]>) -> Rc<[Slip]> {
        if let Some(known) = self.slips.borrow().get(item) {
            return Rc::clone(known);
        }
        let made = make();
        self.slips.borrow_mut().insert(item.clone(), Rc::clone(&made));
        made
    }
}
