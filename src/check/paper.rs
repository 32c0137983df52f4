//! A whole paper as the source of figures: cells of its annexes, results of its steps, and who
//! stands beside whom in a table.

use std::collections::HashMap;

use super::Steps;
use crate::formula::{Data, Figure};
use crate::model::{
    AnnexBody, Cell, CellRef, Grid, GridCell, ItemId, Numeric, StepKind, Subject, Table,
};
use crate::number::Unit;

/// Every figure of one subject, by name.
#[derive(Default)]
pub struct Paper<'a> {
    cells: HashMap<CellRef, Figure>,
    items: HashMap<&'a ItemId, (&'a Numeric, Figure)>,
    tables: HashMap<&'a str, &'a Table>,
    /// The grid an item belongs to.
    grids: HashMap<&'a ItemId, &'a Grid>,
}

impl<'a> Paper<'a> {
    pub fn new(subject: &'a Subject) -> Self {
        let mut paper = Paper::default();
        for annex in &subject.annexes {
            if let AnnexBody::Table(table) = &annex.body {
                paper.add_table(&annex.id, table);
            }
        }
        let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
        for step in questions.flat_map(|question| &question.steps) {
            match &step.kind {
                StepKind::Number(item) => paper.add_item(item, item.label.clone(), None),
                StepKind::Grid(grid) => paper.add_grid(grid),
                StepKind::Choice(_) | StepKind::Writing(_) | StepKind::Rcs(_) => {}
            }
        }
        paper
    }

    /// Every numeric item of the paper, in no particular order.
    pub fn items(&self) -> impl Iterator<Item = &'a Numeric> {
        self.items.values().map(|(item, _)| *item)
    }

    fn add_table(&mut self, annex: &'a str, table: &'a Table) {
        self.tables.insert(annex, table);
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let Cell::Figure { quantity, .. } = cell else { continue };
                let figure = Figure {
                    value: quantity.value,
                    unit: quantity.unit.unwrap_or(Unit::Number),
                    decimals: quantity.decimals,
                    label: row.label.clone(),
                    place: Some(column.label.clone()),
                };
                self.cells.insert(cell_ref(annex, &row.id, &column.id), figure);
            }
        }
    }

    fn add_grid(&mut self, grid: &'a Grid) {
        for row in &grid.rows {
            for (column, cell) in grid.columns.iter().zip(&row.cells) {
                if let GridCell::Blank(item) = cell {
                    self.add_item(item, row.label.clone(), Some(column.clone()));
                    self.grids.insert(&item.id, grid);
                }
            }
        }
    }

    fn add_item(&mut self, item: &'a Numeric, label: String, place: Option<String>) {
        let Numeric { exact: value, unit, decimals, .. } = *item;
        self.items.insert(&item.id, (item, Figure { value, unit, decimals, label, place }));
    }
}

fn cell_ref(table: &str, row: &str, column: &str) -> CellRef {
    CellRef { table: table.to_owned(), row: row.to_owned(), column: column.to_owned() }
}

impl Data for Paper<'_> {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        self.cells.get(cell).cloned()
    }

    fn item(&self, item: &ItemId) -> Option<Figure> {
        self.items.get(item).map(|(_, figure)| figure.clone())
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        let Some(table) = self.tables.get(cell.table.as_str()) else { return Vec::new() };
        let beside = table.rows.iter().flat_map(|row| {
            table.columns.iter().map(|column| cell_ref(&cell.table, &row.id, &column.id))
        });
        beside
            .filter(|other| (other.row == cell.row) != (other.column == cell.column))
            .filter(|other| self.cells.contains_key(other))
            .collect()
    }

    fn item_neighbours(&self, item: &ItemId) -> Vec<ItemId> {
        let Some(blanks) = self.grids.get(item).map(|grid| blanks(grid)) else {
            return Vec::new();
        };
        let Some(&(row, column, _)) = blanks.iter().find(|(_, _, id)| *id == item) else {
            return Vec::new();
        };
        let beside = blanks.iter().filter(|(r, c, _)| (*r == row) != (*c == column));
        beside.map(|(_, _, id)| (*id).clone()).collect()
    }

    fn adjacent(&self, cell: &CellRef, other: &CellRef) -> bool {
        let Some(table) = self.tables.get(cell.table.as_str()) else { return false };
        let at = |cell: &CellRef| {
            let row = table.rows.iter().position(|row| row.id == cell.row)?;
            let column = table.columns.iter().position(|column| column.id == cell.column)?;
            Some((row, column))
        };
        at(cell).zip(at(other)).is_some_and(|(a, b)| touch(a, b))
    }

    fn adjacent_items(&self, item: &ItemId, other: &ItemId) -> bool {
        let Some(blanks) = self.grids.get(item).map(|grid| blanks(grid)) else { return false };
        let at = |wanted: &ItemId| {
            blanks.iter().find(|(_, _, id)| *id == wanted).map(|(row, column, _)| (*row, *column))
        };
        at(item).zip(at(other)).is_some_and(|(a, b)| touch(a, b))
    }
}

/// The blanks of a grid with their row and column.
fn blanks(grid: &Grid) -> Vec<(usize, usize, &ItemId)> {
    let blanks = grid.rows.iter().enumerate().flat_map(|(row, cells)| {
        cells.cells.iter().enumerate().filter_map(move |(column, cell)| match cell {
            GridCell::Blank(item) => Some((row, column, &item.id)),
            GridCell::Empty | GridCell::Given(_) => None,
        })
    });
    blanks.collect()
}

/// Whether two places are one above the other, or side by side.
fn touch(a: (usize, usize), b: (usize, usize)) -> bool {
    a.0.abs_diff(b.0) + a.1.abs_diff(b.1) == 1
}

impl Steps for Paper<'_> {
    fn numeric(&self, id: &ItemId) -> Option<&Numeric> {
        self.items.get(id).map(|(item, _)| *item)
    }
}
