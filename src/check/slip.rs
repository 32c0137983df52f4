//! The slips an answer is compared with: the author's traps, those of the formula (`formula`
//! makes them), and those of the tolerance, which a formula does not know.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::SlipCode;
use super::answer::Answer;
use super::tolerance::{Fit, Target, Typed, step_of};
use crate::formula::slips::{self, Story};
use crate::model::{Numeric, Tolerance};
use crate::number::french::sentence;
use crate::number::rounding::{ceil, floor, round};

/// A mistake and the value it leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slip {
    pub code: SlipCode,
    /// In the item's unit.
    pub value: Decimal,
    /// Decimals it is told apart with.
    pub decimals: u32,
    /// What was probably done, and what to do instead.
    pub sentence: String,
    pub tier: Tier,
}

impl Slip {
    /// It names a step of the reasoning.
    pub fn is_specific(&self) -> bool {
        matches!(self.tier, Tier::Trap | Tier::Specific(_))
    }

    /// The right digits in the wrong order.
    pub fn is_digit_swap(&self) -> bool {
        self.code == SlipCode::SwappedDigits
    }

    /// The right digits, the comma elsewhere, or another unit: known by the digits alone. A × 100
    /// forgotten or done twice is not one.
    pub fn is_known_by_digits(&self) -> bool {
        self.tier == Tier::Specific(slips::rank::POWER_OF_TEN) || self.code == SlipCode::Unit
    }

    /// The value as a learner gives it.
    pub fn rounded(&self) -> Decimal {
        round(self.value, self.decimals)
    }
}

/// How much a slip says of what was done: the lower tier is named first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The author expects it.
    Trap,
    /// It names a step of the reasoning; the rank `formula` gives it.
    Specific(u8),
    /// It would fit many figures.
    Generic(u8),
}

/// Every slip of an item in order of likelihood, without those that lead to an accepted value.
pub(super) fn all(answer: &Answer) -> Rc<[Slip]> {
    let item = answer.item;
    let make = || {
        let target = Target::new(item.exact, item.decimals, &item.tolerance);
        let mut slips = candidates(answer);
        slips.retain(|slip| !is_accepted(item, &target, slip));
        slips.into()
    };
    answer.context.memory.map_or_else(make, |memory| memory.of(&item.id, make))
}

/// Every slip of an item in order of likelihood.
pub(super) fn candidates(answer: &Answer) -> Vec<Slip> {
    let item = answer.item;
    let traps = item.traps.iter().map(|trap| Slip {
        code: SlipCode::Trap,
        value: trap.value,
        decimals: item.decimals,
        sentence: sentence(&trap.sentence),
        tier: Tier::Trap,
    });
    let mut slips: Vec<Slip> = traps.collect();
    slips.extend(of_tolerance(item));
    slips.extend(of_formula(answer));
    slips.sort_by_key(|slip| slip.tier);
    slips
}

fn of_formula(answer: &Answer) -> impl Iterator<Item = Slip> {
    let item = answer.item;
    let slips = slips::enumerate(&item.formula, item.unit, item.decimals, answer.context.data);
    let unsigned = item.unsigned;
    let (decimals, exact) = (item.decimals, item.exact);
    slips.into_iter().filter(move |slip| !(unsigned && slip.code() == SlipCode::Sign)).map(
        move |slip| Slip {
            code: code(&slip, exact),
            value: slip.value,
            decimals: match slip.story {
                Story::Unrounded { .. } => decimals.max(2),
                _ => decimals,
            },
            sentence: sentence(&slip.sentence()),
            tier: if slip.rank < slips::rank::GENERIC {
                Tier::Specific(slip.rank)
            } else {
                Tier::Generic(slip.rank)
            },
        },
    )
}

/// A comma moved by two places has a name of its own, in every unit.
fn code(slip: &slips::Slip, exact: Decimal) -> SlipCode {
    let hundred = |large: Decimal, small: Decimal| {
        small.checked_mul(Decimal::ONE_HUNDRED).map(|large| round(large, 12))
            == Some(round(large, 12))
    };
    match slip.code() {
        SlipCode::PowerOfTen if hundred(slip.value, exact) || hundred(exact, slip.value) => {
            SlipCode::Factor100
        }
        code => code,
    }
}

/// A slip on the right value explains nothing: the author of a trap is told by `valider`.
fn is_accepted(item: &Numeric, target: &Target, slip: &Slip) -> bool {
    let value = Typed::exact(slip.value);
    if slip.tier == Tier::Trap {
        return target.fit(value) == Fit::Right;
    }
    let shown = Typed { value: slip.rounded(), step: step_of(slip.decimals) };
    let opposite = Typed { value: -value.value, ..value };
    target.fit(value) != Fit::Off
        || target.fit(shown) != Fit::Off
        || item.unsigned && target.fit(opposite) != Fit::Off
}

/// The whole number on the other side, and the figure left as it was.
fn of_tolerance(item: &Numeric) -> Vec<Slip> {
    let exact = round(item.exact, 12);
    let (other, way) = match item.tolerance {
        Tolerance::WholeUp => {
            (floor(exact), "tout ce qui est entamé compte\u{a0}: on arrondit à l’entier supérieur")
        }
        Tolerance::WholeDown => {
            (ceil(exact), "seul ce qui est complet compte\u{a0}: on arrondit à l’entier inférieur")
        }
        Tolerance::OneOf(ref values) if values.iter().all(Decimal::is_integer) => {
            return vec![whole(
                item,
                exact,
                "Le calcul est bon, mais cela ne se coupe pas\u{a0}: donnez un nombre entier."
                    .to_owned(),
            )];
        }
        _ => return Vec::new(),
    };
    let unrounded =
        whole(item, exact, format!("Le calcul est bon, il reste à arrondir. Ici, {way}."));
    vec![
        whole(item, other, format!("Vous avez arrondi dans l’autre sens. Ici, {way}.")),
        Slip { tier: Tier::Specific(1), ..unrounded },
    ]
}

/// Whole numbers one apart, and the figure between them, need decimals to be told apart.
fn whole(item: &Numeric, value: Decimal, sentence: String) -> Slip {
    let decimals = item.decimals.max(2);
    Slip { code: SlipCode::WholeRounding, value, decimals, sentence, tier: Tier::Specific(0) }
}
