//! How many decimals earlier results are written with, so that a line holds when a learner
//! types it as it stands: `5,3333 % − 10,3982 %`, not `5,33 % − 10,4 %`, for `− 5,06 points`.

use rust_decimal::Decimal;

use crate::formula::dimension::Dimension;
use crate::formula::{Data, Figure, evaluate};
use crate::model::{CellRef, Expr, ItemId};
use crate::number::Unit;
use crate::number::rounding::round;

/// Most decimals an earlier result is written with.
const MOST: u32 = 8;
/// The line must hold to this many decimals, in the unit it is read in.
const HOLDS_TO: u32 = 2;

/// The same figures, earlier results shown with as many more decimals as it takes.
pub(in crate::formula) struct Precise<'a> {
    data: &'a dyn Data,
    /// Fewest decimals of an earlier result that has so many.
    least: u32,
    /// Earlier results are rounded as they are shown: only to try how many decimals it takes.
    rounded: bool,
}

impl<'a> Precise<'a> {
    /// The fewest decimals with which `expr` gives what it gives exactly.
    pub fn of(expr: &Expr, data: &'a dyn Data) -> Precise<'a> {
        let exact = read(expr, data);
        let holds =
            |least: &u32| read(expr, &Precise { data, least: *least, rounded: true }) == exact;
        let least = (0..MOST).find(holds).unwrap_or(MOST);
        Precise { data, least, rounded: false }
    }
}

/// The result as a learner reads it, to [`HOLDS_TO`] decimals.
fn read(expr: &Expr, data: &dyn Data) -> Option<Decimal> {
    let value = evaluate(expr, data).ok()?;
    let unit = if value.dimension == Dimension::Ratio { Unit::Percent } else { value.shown };
    value.in_unit(unit).ok().map(|v| round(v, HOLDS_TO))
}

impl Data for Precise<'_> {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        self.data.cell(cell)
    }

    fn item(&self, item: &ItemId) -> Option<Figure> {
        let figure = self.data.item(item)?;
        let own = figure.value.normalize().scale().max(figure.decimals);
        let decimals = figure.decimals.max(self.least).min(own);
        let value = if self.rounded { round(figure.value, decimals) } else { figure.value };
        Some(Figure { value, decimals, ..figure })
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        self.data.neighbours(cell)
    }
}
