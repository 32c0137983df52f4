//! The figures known so far: cells of the annexes, results of the steps already lowered.

use std::collections::{HashMap, HashSet};

use crate::formula::{Data, Figure};
use crate::model::{Cell, CellRef, ItemId, Table};

/// Where the formulas of a paper take their figures from while it is loaded.
#[derive(Default)]
pub(super) struct Sheet {
    cells: HashMap<CellRef, Figure>,
    items: HashMap<ItemId, Figure>,
    /// Items whose own problem has been told: what depends on them stays silent.
    failed: HashSet<ItemId>,
}

impl Sheet {
    /// Adds the figures of an annex table.
    pub fn add_table(&mut self, annex: &str, table: &Table) {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let Cell::Figure { quantity, .. } = cell else { continue };
                let name = CellRef {
                    table: annex.to_owned(),
                    row: row.id.clone(),
                    column: column.id.clone(),
                };
                let figure = Figure {
                    value: quantity.value,
                    unit: quantity.unit.unwrap_or(crate::number::Unit::Number),
                    decimals: quantity.decimals,
                    label: row.label.clone(),
                    place: Some(column.label.clone()),
                };
                self.cells.insert(name, figure);
            }
        }
    }

    pub fn add_item(&mut self, id: ItemId, figure: Figure) {
        self.items.insert(id, figure);
    }

    pub fn fail(&mut self, id: ItemId) {
        self.failed.insert(id);
    }

    pub fn has_failed(&self, id: &ItemId) -> bool {
        self.failed.contains(id)
    }
}

impl Data for Sheet {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        self.cells.get(cell).cloned()
    }

    fn item(&self, item: &ItemId) -> Option<Figure> {
        self.items.get(item).cloned()
    }

    /// Neighbours serve diagnosis only.
    fn neighbours(&self, _cell: &CellRef) -> Vec<CellRef> {
        Vec::new()
    }
}
