//! Picking figures in the annexes: where they stand, how one moves among them, how each is
//! written into a computation. Which of them were taken is `taking`'s.

mod taking;

pub use taking::Takings;

use crate::model::{AnnexBody, Cell, CellRef, Question, Subject};
use crate::number::{Form, Quantity, Unit, french};

/// Every figure beside a question, in the order its annexes show them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    all: Vec<Place>,
}

#[derive(Debug, Clone, PartialEq)]
struct Place {
    cell: CellRef,
    /// Counted over all the tables, so that one leads to the next.
    line: usize,
    column: usize,
    typed: String,
}

/// Where to move among figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
}

impl Figures {
    pub fn of(subject: &Subject, question: &Question) -> Figures {
        let mut figures = Figures::default();
        let mut line = 0;
        for id in &question.annexes {
            let annex = subject.annexes.iter().find(|annex| &annex.id == id);
            let Some(AnnexBody::Table(table)) = annex.map(|annex| &annex.body) else { continue };
            for row in &table.rows {
                let cells = table.columns.iter().zip(&row.cells).enumerate();
                figures.all.extend(cells.filter_map(|(column, (heading, cell))| match cell {
                    Cell::Figure { quantity, .. } => Some(Place {
                        cell: CellRef {
                            table: id.clone(),
                            row: row.id.clone(),
                            column: heading.id.clone(),
                        },
                        line,
                        column,
                        typed: typed(quantity),
                    }),
                    Cell::Text(_) | Cell::Missing => None,
                }));
                line += 1;
            }
        }
        figures
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn first(&self) -> Option<&CellRef> {
        self.all.first().map(|place| &place.cell)
    }

    /// What a learner would type for a figure.
    pub fn typed(&self, cell: &CellRef) -> Option<&str> {
        self.all.iter().find(|place| place.cell == *cell).map(|place| place.typed.as_str())
    }

    /// The figure that way; the same one where there is none, the first one from nowhere.
    pub fn moved(&self, from: &CellRef, toward: Toward) -> Option<&CellRef> {
        let Some(now) = self.all.iter().find(|place| place.cell == *from) else {
            return self.first();
        };
        let row = |place: &&Place| place.line == now.line;
        let all = self.all.iter();
        let to = match toward {
            Toward::First => self.all.first(),
            Toward::Last => self.all.last(),
            Toward::Left => all.filter(row).rev().find(|place| place.column < now.column),
            Toward::Right => all.filter(row).find(|place| place.column > now.column),
            Toward::Up => all
                .filter(|place| place.line < now.line)
                .min_by_key(|place| (now.line - place.line, place.column.abs_diff(now.column))),
            Toward::Down => all
                .filter(|place| place.line > now.line)
                .min_by_key(|place| (place.line - now.line, place.column.abs_diff(now.column))),
        };
        Some(&to.unwrap_or(now).cell)
    }
}

/// A figure as it goes into a computation: without its unit, but for `%`, which changes its value;
/// a negative one keeps its sign to itself.
fn typed(quantity: &Quantity) -> String {
    let decimals = match quantity.form {
        Form::Literal => quantity.decimals,
        _ => quantity.value.normalize().scale(),
    };
    let mut figure = french::decimal(quantity.value, decimals);
    if quantity.unit == Some(Unit::Percent) {
        figure.push_str("\u{a0}%");
    }
    if quantity.value.is_sign_negative() && !quantity.value.is_zero() {
        return format!("({figure})");
    }
    figure
}

#[cfg(test)]
mod tests;
