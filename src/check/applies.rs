//! When a known slip *applies* to a step: the one place that says which figures may be named
//! after a mistake, and which are left in silence. `docs/diagnostics.md` gives the rule in words.

use rust_decimal::Decimal;

use super::slip::{Slip, Tier};
use crate::model::Numeric;
use crate::number::rounding::round;

/// How many units of the last decimal a generic slip must be worth.
const FEWEST_UNITS: u32 = 12;

/// How many units the very digits of a swap must be worth: three digits.
const FEWEST_UNITS_OF_DIGITS: u32 = 100;

/// How many units a moved comma must be worth where it had to be rounded: two digits.
const FEWEST_UNITS_OF_A_COMMA: u32 = 10;

/// Generic slips may explain one in so many of the figures a learner could plausibly have typed.
const ONE_IN: u32 = 33;

/// Plausible wrong figures: from a tenth of the right one to three times it.
const LARGEST_SHARE: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// The slips that mean something for figures written to `step` (zero for an exact value),
/// in the order given.
///
/// A specific slip always does, unless nothing of it is left at that precision. Generic ones,
/// the likelier first, do as long as they stay rare among the figures that could be typed.
pub(super) fn telling<'a>(slips: &'a [Slip], item: &Numeric, step: Decimal) -> Vec<&'a Slip> {
    let largest = item.exact.abs().checked_mul(LARGEST_SHARE).unwrap_or(Decimal::MAX);
    let smallest = item.exact.abs() / Decimal::TEN;
    let mut left = units(largest - smallest, step) / Decimal::from(ONE_IN);
    slips
        .iter()
        .filter(|slip| survives(slip, step))
        .filter(|slip| {
            let plausible = smallest <= slip.value.abs() && slip.value.abs() <= largest;
            if !matches!(slip.tier, Tier::Generic(_)) || !plausible {
                return true;
            }
            left -= Decimal::ONE;
            left >= Decimal::ZERO
        })
        .collect()
}

/// Whether enough digits of a slip are left at that precision.
fn survives(slip: &Slip, step: Decimal) -> bool {
    let size = units(slip.value, step);
    let at_least = |units: u32| size >= Decimal::from(units);
    match slip.tier {
        Tier::Trap => true,
        _ if slip.is_digit_swap() => at_least(FEWEST_UNITS_OF_DIGITS),
        // One digit, rounded, is not enough to know the others by.
        Tier::Specific(_) if slip.is_known_by_digits() => {
            at_least(FEWEST_UNITS_OF_A_COMMA) || slip.value.is_zero() || is_whole(slip.value, step)
        }
        Tier::Specific(_) => slip.value.is_zero() || at_least(1),
        Tier::Generic(_) => at_least(FEWEST_UNITS),
    }
}

/// How many units of the last decimal a value is worth, to the nearest; without bound where
/// nothing was rounded.
fn units(value: Decimal, step: Decimal) -> Decimal {
    value.abs().checked_div(step).map_or(Decimal::MAX, |units| round(units, 0))
}

fn is_whole(value: Decimal, step: Decimal) -> bool {
    value.checked_rem(step).is_none_or(|rest| rest.is_zero())
}
