//! The figures of a paper as a hurried eye took them: one is not what it should be.

use crate::formula::{Data, Figure};
use crate::model::{CellRef, ItemId, Operand};

/// A paper where one operand stands for another figure.
pub(super) struct Altered<'a> {
    pub data: &'a dyn Data,
    pub operand: Operand,
    pub figure: Figure,
}

impl Data for Altered<'_> {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        match &self.operand {
            Operand::Cell(altered) if altered == cell => Some(self.figure.clone()),
            _ => self.data.cell(cell),
        }
    }

    fn item(&self, item: &ItemId) -> Option<Figure> {
        match &self.operand {
            Operand::Item(altered) if altered == item => Some(self.figure.clone()),
            _ => self.data.item(item),
        }
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        self.data.neighbours(cell)
    }

    fn item_neighbours(&self, item: &ItemId) -> Vec<ItemId> {
        self.data.item_neighbours(item)
    }
}
