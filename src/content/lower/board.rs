//! Tables seen as lines that formulas may name: annexes and grids alike.

use crate::formula::NameError;
use crate::model::{Annex, AnnexBody, CellRef, Column, ItemId, Operand, Table};

use super::slug::slug;

/// An id and the label an author may write instead between brackets.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub id: String,
    pub label: String,
}

/// What stands in one case of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Case {
    Cell(CellRef),
    Item(ItemId),
    /// Shown by a grid, but no figure a formula can take.
    Given,
    Empty,
}

/// A table by its lines.
#[derive(Debug, Clone)]
pub(super) struct Board {
    pub name: String,
    pub rows: Vec<Heading>,
    pub columns: Vec<Heading>,
    /// One list per row, one case per column.
    pub cases: Vec<Vec<Case>>,
}

/// The cell a formula is written for.
#[derive(Debug, Clone)]
pub(super) struct Here {
    pub item: ItemId,
    pub row: String,
    pub column: String,
}

/// A row or a column: each case under the heading that tells it from the others.
struct Line<'a> {
    name: &'a str,
    cases: Vec<(&'a Heading, &'a Case)>,
}

/// What a name met in a board.
pub(super) enum Found {
    Operand(Operand),
    /// The case holds nothing a formula can take: an annex may hold it.
    Given,
    Nothing,
}

impl Board {
    /// An annex of figures; other annexes have no line.
    pub fn of_annex(annex: &Annex) -> Option<Board> {
        match &annex.body {
            AnnexBody::Table(table) => Some(Board::of_table(&annex.id, table)),
            AnnexBody::TextTable(_) | AnnexBody::Text(_) => None,
        }
    }

    fn of_table(name: &str, table: &Table) -> Board {
        let cell = |row: &str, column: &Column| {
            Case::Cell(CellRef {
                table: name.to_owned(),
                row: row.to_owned(),
                column: column.id.clone(),
            })
        };
        let heading =
            |id: &str, label: &str| Heading { id: id.to_owned(), label: label.to_owned() };
        Board {
            name: name.to_owned(),
            rows: table.rows.iter().map(|row| heading(&row.id, &row.label)).collect(),
            columns: table
                .columns
                .iter()
                .map(|column| heading(&column.id, &column.label))
                .collect(),
            cases: table
                .rows
                .iter()
                .map(|row| table.columns.iter().map(|column| cell(&row.id, column)).collect())
                .collect(),
        }
    }

    /// Names of all lines.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().chain(&self.columns).map(|heading| heading.id.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.names().any(|line| line == name)
    }

    fn line(&self, name: &str) -> Option<Line<'_>> {
        if let Some((heading, cases)) =
            self.rows.iter().zip(&self.cases).find(|(h, _)| h.id == name)
        {
            return Some(Line {
                name: &heading.id,
                cases: self.columns.iter().zip(cases).collect(),
            });
        }
        let at = self.columns.iter().position(|heading| heading.id == name)?;
        let cases = self.rows.iter().zip(self.cases.iter().filter_map(|row| row.get(at))).collect();
        Some(Line { name: &self.columns[at].id, cases })
    }

    /// What `name`, with or without a selector, stands for in this table.
    pub fn find(
        &self,
        name: &str,
        selector: Option<&str>,
        series: bool,
        here: Option<&Here>,
    ) -> Result<Found, NameError> {
        let Some(line) = self.line(name) else { return Ok(Found::Nothing) };
        match selector {
            Some(selector) => line.select(selector, here),
            None if series => Ok(line.series(here)),
            None => line.implicit(here),
        }
    }
}

impl Line<'_> {
    fn select(&self, selector: &str, here: Option<&Here>) -> Result<Found, NameError> {
        let wanted = slug(selector);
        let case = self.cases.iter().find(|(heading, _)| {
            heading.id == selector
                || heading.label == selector
                || heading.id == wanted
                || slug(&heading.label) == wanted
        });
        match case {
            Some((_, case)) => Ok(take(case, here)),
            None => Err(NameError {
                message: format!(
                    "«\u{a0}{}\u{a0}» n’a pas de case «\u{a0}{selector}\u{a0}»",
                    self.name
                ),
                help: Some(format!("Cases\u{a0}: {}.", self.labels())),
            }),
        }
    }

    /// The whole line, the cell being computed left out.
    fn series(&self, here: Option<&Here>) -> Found {
        let mut cells = Vec::new();
        let mut items = Vec::new();
        for (_, case) in &self.cases {
            match case {
                Case::Cell(cell) => cells.push(cell.clone()),
                Case::Item(item) if here.is_some_and(|here| here.item == *item) => {}
                Case::Item(item) => items.push(item.clone()),
                Case::Given => return Found::Given,
                Case::Empty => {}
            }
        }
        if items.is_empty() && cells.is_empty() {
            Found::Given
        } else if items.is_empty() {
            Found::Operand(Operand::Cells(cells))
        } else {
            Found::Operand(Operand::Items(items))
        }
    }

    fn implicit(&self, here: Option<&Here>) -> Result<Found, NameError> {
        if let [(_, only)] = self.cases.as_slice() {
            return Ok(take(only, here));
        }
        let under = |id: &str| self.cases.iter().find(|(heading, _)| heading.id == id);
        match here.and_then(|here| under(&here.column).or_else(|| under(&here.row))) {
            Some((_, case)) => Ok(take(case, here)),
            None => Err(NameError {
                message: format!("quelle case de «\u{a0}{}\u{a0}»\u{a0}?", self.name),
                help: Some(format!(
                    "Précisez-la entre crochets\u{a0}: {}[…], parmi {}.",
                    self.name,
                    self.labels()
                )),
            }),
        }
    }

    fn labels(&self) -> String {
        let labels: Vec<&str> = self
            .cases
            .iter()
            .map(|(heading, _)| {
                if heading.label.chars().count() <= 20 {
                    heading.label.as_str()
                } else {
                    heading.id.as_str()
                }
            })
            .collect();
        labels.join(", ")
    }
}

/// A cell never means itself: its name then means the annex.
fn take(case: &Case, here: Option<&Here>) -> Found {
    match case {
        Case::Cell(cell) => Found::Operand(Operand::Cell(cell.clone())),
        Case::Item(item) if here.is_some_and(|here| here.item == *item) => Found::Given,
        Case::Item(item) => Found::Operand(Operand::Item(item.clone())),
        Case::Given | Case::Empty => Found::Given,
    }
}
