//! The gate of carried errors: a figure that cannot be, for its unit, is pointed out and not
//! carried, so that a careless or a convenient early value does not make the rest easy.

use rust_decimal::Decimal;

use super::tree;
use super::wording::short_figure;
use crate::formula::Figure;
use crate::model::Numeric;
use crate::number::Unit;
use crate::number::french::sentence;

/// A rise beyond this is not believed, unless the right one is of that order.
const LARGEST_RISE: u32 = 300;

/// How many times larger or smaller than the right figure is beyond belief.
const BEYOND_BELIEF: u32 = 1_000;

/// Why a learner's own result cannot be; `None` where it may be carried. `right` is the figure
/// of the corrigé, `item` the step it belongs to where it is known.
pub fn absurd(right: &Figure, item: Option<&Numeric>, own: Decimal) -> Option<String> {
    let reason = by_unit(right, item, own).or_else(|| by_size(right.value, own))?;
    let own = short_figure(own, right.decimals.max(own.scale().min(4)), right.unit);
    let label = right.full_label();
    Some(format!("«\u{a0}{label}\u{a0}» ne peut pas valoir {own}\u{a0}: {reason}"))
        .map(|text| sentence(&text))
}

fn by_unit(right: &Figure, item: Option<&Numeric>, own: Decimal) -> Option<&'static str> {
    let negative = own.is_sign_negative() && !own.is_zero();
    let change = item.is_some_and(|item| tree::is_change(&item.formula.expr));
    let may_be_negative = change || right.value.is_sign_negative();
    match right.unit {
        Unit::Percent => percent(right.value, item.is_some() && !change, own),
        Unit::Points if own.abs() > Decimal::ONE_HUNDRED => {
            Some("un écart en points va de −100 à +100")
        }
        Unit::Mark(max) if negative || own > Decimal::from(max) => {
            Some("la note sort de son barème")
        }
        Unit::Count | Unit::Number | Unit::Times if negative && !may_be_negative => {
            Some("un nombre ne peut pas être négatif")
        }
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Month
            if negative && !may_be_negative =>
        {
            Some("une durée ne peut pas être négative")
        }
        Unit::Euro | Unit::KiloEuro | Unit::MegaEuro | Unit::EuroPerHour
            if negative && !may_be_negative =>
        {
            Some("un montant de ce genre ne peut pas être négatif")
        }
        _ => None,
    }
}

fn percent(right: Decimal, share: bool, own: Decimal) -> Option<&'static str> {
    let hundred = Decimal::ONE_HUNDRED;
    let within = |value: Decimal| Decimal::ZERO <= value && value <= hundred;
    if share && within(right) && !within(own) {
        return Some("un tel taux va de 0 à 100\u{a0}%");
    }
    if own < -hundred {
        return Some("rien ne peut baisser de plus de 100\u{a0}%");
    }
    let largest = right.abs().checked_mul(Decimal::TEN)?.max(Decimal::from(LARGEST_RISE));
    (own > largest).then_some("ce taux est démesuré")
}

/// Why an answer cannot be, whatever was computed; `None` where it may. A mark or a part off
/// its scale is told, and nothing that the right figure would give away.
pub(super) fn beyond(item: &Numeric, value: Decimal) -> Option<&'static str> {
    let part = item.unit == Unit::Percent && tree::is_part(&item.formula.expr);
    match item.unit {
        Unit::Mark(max) if value > Decimal::from(max) => Some("la note sort de son barème"),
        Unit::Points if value.abs() > Decimal::ONE_HUNDRED => {
            Some("un écart entre deux pourcentages ne dépasse pas 100\u{a0}points")
        }
        Unit::Percent
            if part && item.exact <= Decimal::ONE_HUNDRED && value > Decimal::ONE_HUNDRED =>
        {
            Some(
                "le numérateur est plus petit que le dénominateur, le rapport reste sous 100\u{a0}%",
            )
        }
        Unit::Percent
            if tree::is_rate_of_change(&item.formula.expr) && value < -Decimal::ONE_HUNDRED =>
        {
            Some("rien ne peut baisser de plus de 100\u{a0}%")
        }
        _ => None,
    }
}

fn by_size(right: Decimal, own: Decimal) -> Option<&'static str> {
    let (right, own) = (right.abs(), own.abs());
    if right.is_zero() {
        return None;
    }
    if own.is_zero() {
        return Some("ce n’est pas nul");
    }
    let times = Decimal::from(BEYOND_BELIEF);
    let too_large = right.checked_mul(times).is_some_and(|bound| own >= bound);
    let too_small = own.checked_mul(times).is_some_and(|bound| bound <= right);
    (too_large || too_small).then_some("l’ordre de grandeur n’est pas le bon")
}
