//! Right values in the wrong form: percent for points, a fraction for a percentage, a duration
//! whose minutes stand as decimals.

use rust_decimal::Decimal;

use super::answer::{Answer, Finding};
use super::placed::{Kinship, Placed, is_bare_ratio};
use super::tolerance::{Fit, Target};
use super::{Remark, Verdict, wording};
use crate::number::{Form, Quantity, Unit};

/// The right figure in percent where points are asked, or the other way round; the right
/// duration written with a comma.
pub(super) fn confused(answer: &Answer) -> Option<Finding> {
    percent_points(answer).or_else(|| duration(answer))
}

fn percent_points(answer: &Answer) -> Option<Finding> {
    let (kinship, fit) = answer.fit(answer.item.exact)?;
    (kinship == Kinship::PercentPoints && fit != Fit::Off).then(|| {
        let message = wording::percent_points(answer.item.unit);
        Finding::new(Verdict::Close, Some(Remark::PercentPoints), message)
    })
}

/// `21,20` for 21 h 20, `3,47` for 3 min 47 s: the right duration, its last part put down as
/// decimals.
fn duration(answer: &Answer) -> Option<Finding> {
    let quantity = answer.quantity;
    if quantity.form != Form::Literal || quantity.decimals != 2 {
        return None;
    }
    let smaller: &[Unit] = match (quantity.unit, answer.item.unit) {
        (Some(Unit::Hour), _) | (None, Unit::Hour) => &[Unit::Minute],
        (Some(Unit::Minute), _) | (None, Unit::Second) => &[Unit::Second],
        (None, Unit::Minute) => &[Unit::Second, Unit::Minute],
        _ => return None,
    };
    let whole = quantity.value.trunc();
    let parts = quantity.value.checked_sub(whole)?.checked_mul(Decimal::ONE_HUNDRED)?;
    if parts.abs() >= Decimal::from(60) || parts.is_zero() {
        return None;
    }
    let total = whole.checked_mul(Decimal::from(60))?.checked_add(parts)?.normalize();
    smaller.iter().find(|unit| is_duration(answer, total, **unit)).map(|unit| {
        let message = wording::duration_form(whole, parts, *unit);
        Finding::new(Verdict::Close, Some(Remark::DurationForm), message)
    })
}

/// Whether so many minutes or seconds are the right duration.
fn is_duration(answer: &Answer, total: Decimal, unit: Unit) -> bool {
    let meant = Quantity { value: total, unit: Some(unit), decimals: 0, ..answer.quantity.clone() };
    let meant = Answer { quantity: &meant, ..*answer };
    let fit = meant.fit(answer.item.exact);
    fit.is_some_and(|(_, fit)| matches!(fit, Fit::Right | Fit::Truncated))
}

/// `0,2564` for 25,64 %, which the form of the answer alone cannot settle: no attempt.
pub(super) fn decimal_form(answer: &Answer) -> Option<Finding> {
    let item = answer.item;
    if answer.quantity.unit.is_some() || !item.unit.is_percentlike() {
        return None;
    }
    let placed = answer.placed(item.unit)?;
    let target = Target::new(item.exact, item.decimals, &item.tolerance);
    let right = |placed: &Placed| {
        answer.signs(placed.clone()).any(|placed| target.fit(placed.typed) != Fit::Off)
    };
    if is_bare_ratio(answer.quantity, item.unit) {
        // A computation such as `11,68 − 2,27`, in percentages that do not say so.
        return right(&placed.hundredth()?).then(|| {
            let message = wording::bare_computation(answer.quantity.value, item.unit);
            Finding::new(Verdict::Neutral, Some(Remark::DecimalForm), message)
        });
    }
    let larger = placed.hundredfold()?;
    right(&larger).then(|| {
        let message = wording::decimal_form(answer.quantity, larger.typed.value, item.unit);
        Finding::new(Verdict::Neutral, Some(Remark::DecimalForm), message)
    })
}
