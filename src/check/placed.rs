//! What an answer amounts to in the unit of what is asked: conversion inside a family,
//! the form of percentages, and units that do not go together.

use rust_decimal::Decimal;

use super::tolerance::{Target, Typed};
use crate::number::{Form, Quantity, Unit};

/// An answer brought to the unit of a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub kinship: Kinship,
    /// The value, counted in the smaller of the two units so that nothing is divided.
    pub typed: Typed,
    /// How many of the smaller unit make one of the target's.
    pub target_factor: Decimal,
}

/// How the unit of an answer stands to the one that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinship {
    Same,
    /// Another unit of the same family.
    Converted,
    /// Percent for points or points for percent: the figure is compared as it is.
    PercentPoints,
    /// Nothing in common: the figure is compared as it is, to name the mistake.
    Foreign,
}

impl Placed {
    /// Reads `quantity` against `target`; a quantity without a unit is in `beside`, the unit
    /// printed beside the field. `None` where the amounts overflow.
    pub fn new(quantity: &Quantity, beside: Unit, target: Unit) -> Option<Self> {
        let unit = quantity.unit.unwrap_or(beside);
        let kinship = kinship(unit, target, quantity);
        let (typed_factor, target_factor) = match kinship {
            Kinship::Converted => factors(unit, target)?,
            _ => (Decimal::ONE, Decimal::ONE),
        };
        let typed = written(quantity, unit, target)?.scaled(typed_factor)?;
        Some(Placed { kinship, typed, target_factor })
    }

    /// The target counted in the same unit as `typed`.
    pub fn target(&self, target: &Target) -> Option<Target> {
        if self.target_factor == Decimal::ONE {
            return Some(target.clone());
        }
        target.scaled(self.target_factor)
    }

    /// The value in the target's unit; `None` where the two units do not convert.
    pub fn value(&self) -> Option<Decimal> {
        match self.kinship {
            Kinship::Same => Some(self.typed.value),
            Kinship::Converted => self.typed.value.checked_div(self.target_factor),
            Kinship::PercentPoints | Kinship::Foreign => None,
        }
    }

    /// The same answer with the other sign.
    pub fn opposite(&self) -> Self {
        let typed = Typed { value: -self.typed.value, ..self.typed };
        Placed { typed, ..self.clone() }
    }

    /// The same answer a hundred times smaller.
    pub fn hundredth(&self) -> Option<Self> {
        let value = self.typed.value.checked_div(Decimal::ONE_HUNDRED)?;
        Some(Placed { typed: Typed { value, ..self.typed }, ..self.clone() })
    }

    /// The same answer a hundred times larger, as if a fraction had been written for a percentage.
    pub fn hundredfold(&self) -> Option<Self> {
        Some(Placed { typed: self.typed.scaled(Decimal::ONE_HUNDRED)?, ..self.clone() })
    }
}

/// A bare computation without `%` nor `× 100` is a ratio: that is told from its form, never
/// from its size.
pub fn is_bare_ratio(quantity: &Quantity, beside: Unit) -> bool {
    quantity.unit.is_none()
        && beside.is_percentlike()
        && quantity.form == Form::Expression { scaled: false }
}

/// The value and the step of a quantity, in `unit`.
fn written(quantity: &Quantity, unit: Unit, target: Unit) -> Option<Typed> {
    Some(match quantity.form {
        Form::Literal => Typed::literal(quantity.value, quantity.decimals),
        Form::Clock => clock(quantity, target),
        Form::Expression { .. } if is_bare_ratio(quantity, unit) => {
            Typed::exact(quantity.value.checked_mul(Decimal::ONE_HUNDRED)?)
        }
        Form::Expression { .. } => Typed::exact(quantity.value),
    })
}

/// A duration in parts, in seconds. Where hours are asked nobody writes the seconds, so whole
/// minutes were rounded to the minute.
fn clock(quantity: &Quantity, target: Unit) -> Typed {
    let minute = Decimal::from(60);
    let whole_minutes = quantity.value.checked_rem(minute).is_some_and(|rest| rest.is_zero());
    if target == Unit::Hour && whole_minutes {
        return Typed { value: quantity.value, step: minute };
    }
    Typed::literal(quantity.value, quantity.decimals)
}

fn kinship(typed: Unit, target: Unit, quantity: &Quantity) -> Kinship {
    use Unit::{Percent, Points};
    let computed = matches!(quantity.form, Form::Expression { .. });
    match (typed, target) {
        _ if typed == target || typed.is_plain() && target.is_plain() => Kinship::Same,
        // A difference of percentages, written as a computation, is in points already.
        (Percent, Points) if computed => Kinship::Same,
        (Percent, Points) | (Points, Percent) => Kinship::PercentPoints,
        _ if factors(typed, target).is_some() => Kinship::Converted,
        _ => Kinship::Foreign,
    }
}

/// By how much to multiply each of two units of one family to count both in the smaller.
fn factors(typed: Unit, target: Unit) -> Option<(Decimal, Decimal)> {
    let (typed_size, target_size) = (size(typed)?, size(target)?);
    if typed.family() != target.family() {
        return None;
    }
    let smaller = typed_size.min(target_size);
    Some((Decimal::from(typed_size / smaller), Decimal::from(target_size / smaller)))
}

/// How many of the smallest unit of its family a unit holds, in the families whose units are
/// whole multiples of one another.
fn size(unit: Unit) -> Option<u32> {
    Some(match unit {
        Unit::Euro | Unit::Second => 1,
        Unit::KiloEuro => 1_000,
        Unit::MegaEuro => 1_000_000,
        Unit::Minute => 60,
        Unit::Hour => 3_600,
        // 15/20 is 7,5/10: the larger the maximum, the smaller the mark's unit.
        Unit::Mark(max) if max > 0 && LARGEST_MARK.is_multiple_of(u32::from(max)) => {
            LARGEST_MARK / u32::from(max)
        }
        _ => return None,
    })
}

/// A multiple of every maximum in use.
const LARGEST_MARK: u32 = 100;
