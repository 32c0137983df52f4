//! How many decimals earlier results are written with, so that a line holds when a learner
//! types it as it stands: `5,3333 % − 10,3982 %`, not `5,33 % − 10,4 %`, for `− 5,06 points`.

use rust_decimal::Decimal;

use super::Heading;
use crate::formula::{Data, Figure, exact};
use crate::model::{CellRef, Expr, ItemId};
use crate::number::rounding::round;

/// Most decimals an earlier result is written with.
const MOST: u32 = 8;

/// The same figures, earlier results written with as many more decimals as it takes, and worth
/// what is written: every line holds for whoever types it.
pub(in crate::formula) struct Precise<'a> {
    data: &'a dyn Data,
    /// Fewest decimals of an earlier result that has so many.
    least: u32,
}

impl<'a> Precise<'a> {
    /// The fewest decimals with which `expr` gives the answer that is asked.
    pub fn of(expr: &Expr, data: &'a dyn Data, heading: &Heading) -> Precise<'a> {
        let answer = answer(expr, data, heading);
        let holds =
            |least: &u32| answer == self::answer(expr, &Precise { data, least: *least }, heading);
        Precise { data, least: (0..MOST).find(holds).unwrap_or(MOST) }
    }
}

/// The result in the unit and to the decimals that are asked.
fn answer(expr: &Expr, data: &dyn Data, heading: &Heading) -> Option<Decimal> {
    exact(expr, heading.unit, data).ok().map(|value| round(value, heading.decimals))
}

impl Data for Precise<'_> {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        self.data.cell(cell)
    }

    fn item(&self, item: &ItemId) -> Option<Figure> {
        let figure = self.data.item(item)?;
        let own = figure.value.normalize().scale().max(figure.decimals);
        let decimals = figure.decimals.max(self.least).min(own);
        Some(Figure { value: round(figure.value, decimals), decimals, ..figure })
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        self.data.neighbours(cell)
    }
}
