//! One answer being judged: the item, its surroundings, and the quantity that was read.

use rust_decimal::Decimal;

use super::placed::{Kinship, Placed};
use super::tolerance::{Fit, Target};
use super::{Context, Remark, SlipCode, Verdict};
use crate::model::{Numeric, Tolerance};
use crate::number::{Quantity, Unit};

/// An answer and what it is judged against.
pub(super) struct Answer<'a> {
    pub item: &'a Numeric,
    pub context: &'a Context<'a>,
    pub quantity: &'a Quantity,
}

/// What one of the rules of judging found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Finding {
    pub verdict: Verdict,
    pub remark: Option<Remark>,
    pub slip: Option<SlipCode>,
    pub carried: bool,
    pub message: String,
    /// The sentence of the known slip nearest to a wrong answer.
    pub nearest: Option<String>,
}

impl Finding {
    pub fn new(verdict: Verdict, remark: Option<Remark>, message: impl Into<String>) -> Self {
        Finding {
            verdict,
            remark,
            slip: None,
            carried: false,
            message: message.into(),
            nearest: None,
        }
    }
}

impl Answer<'_> {
    /// The answer brought to `unit`, a bare number being in the item's own unit.
    pub fn placed(&self, unit: Unit) -> Option<Placed> {
        Placed::new(self.quantity, self.item.unit, unit)
    }

    /// How the answer stands to a value in `unit`, under the item's tolerance.
    pub fn fit(&self, exact: Decimal) -> Option<(Kinship, Fit)> {
        self.fit_with(exact, self.item.unit, self.item.decimals, &self.item.tolerance)
    }

    /// How the answer stands to any value: the better of both signs where the prompt carries it.
    pub fn fit_with(
        &self,
        exact: Decimal,
        unit: Unit,
        decimals: u32,
        tolerance: &Tolerance,
    ) -> Option<(Kinship, Fit)> {
        let placed = self.placed(unit)?;
        let target = Target::new(exact, decimals, tolerance);
        let fit = self.signs(placed).filter_map(|placed| {
            let fit = placed.target(&target)?.fit(placed.typed);
            Some((placed.kinship, fit))
        });
        fit.min_by_key(|(_, fit)| rank(*fit))
    }

    /// The answer, and its opposite where both signs are accepted.
    pub fn signs(&self, placed: Placed) -> impl Iterator<Item = Placed> + use<> {
        let opposite = self.item.unsigned.then(|| placed.opposite());
        std::iter::once(placed).chain(opposite)
    }

    /// The value as understood, in the item's unit.
    pub fn value(&self) -> Option<Decimal> {
        self.placed(self.item.unit)?.value()
    }
}

/// From the best fit to the worst.
fn rank(fit: Fit) -> u8 {
    match fit {
        Fit::Right => 0,
        Fit::Truncated => 1,
        Fit::TooCoarse => 2,
        Fit::Off => 3,
    }
}
