//! What a computation carries: a value, its unit, and the marks of form that decide how a
//! percentage is read. One function for each operation; the order of operations is `expression`'s work.

use rust_decimal::Decimal;

use super::quantity::ReadErrorKind::{self, DivisionByZero, MixedUnits, Overflow};
use super::{Family, Unit};

/// A partial result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// In `unit`.
    pub value: Decimal,
    pub unit: Option<Unit>,
    pub shape: Shape,
    /// Decimals as written, for a literal.
    pub decimals: u32,
    pub dot: bool,
    /// Multiplied by 100: in percent already where a percentage is expected.
    pub scaled: bool,
    /// A division took part.
    pub divided: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Literal,
    Clock,
    Computed,
}

type Outcome = Result<Amount, ReadErrorKind>;

/// What an amount is to a product: a number, a fraction, or something with a dimension.
enum Role {
    Plain,
    Percent,
    Of(Unit),
}

impl Amount {
    pub fn literal(value: Decimal, decimals: u32, dot: bool) -> Self {
        let shape = Shape::Literal;
        Self { value, unit: None, shape, decimals, dot, scaled: false, divided: false }
    }

    fn role(&self) -> Role {
        match self.unit {
            None => Role::Plain,
            Some(unit) if unit.is_plain() => Role::Plain,
            Some(Unit::Percent) => Role::Percent,
            Some(unit) => Role::Of(unit),
        }
    }

    /// The value with a percentage taken as a fraction.
    fn fraction(&self) -> Result<Decimal, ReadErrorKind> {
        match self.unit {
            Some(Unit::Percent) => div_values(self.value, Decimal::ONE_HUNDRED),
            _ => Ok(self.value),
        }
    }

    /// The bare literal 100, which scales what it multiplies.
    fn is_hundred(&self) -> bool {
        self.unit.is_none() && self.shape == Shape::Literal && self.value == Decimal::ONE_HUNDRED
    }

    fn computed(self, other: &Self, value: Decimal, unit: Option<Unit>) -> Self {
        Self {
            value,
            unit,
            shape: Shape::Computed,
            decimals: 0,
            dot: self.dot || other.dot,
            scaled: self.scaled || other.scaled,
            divided: self.divided || other.divided,
        }
    }
}

pub fn negate(amount: Amount) -> Amount {
    Amount { value: -amount.value, ..amount }
}

/// `left + right`. A bare number takes the unit beside it, except beside a percentage,
/// which is a fraction there (`1 − 20 %` is 0.8).
pub fn add(left: Amount, right: Amount) -> Outcome {
    let unit = match (left.unit, right.unit) {
        (None, None) => None,
        (Some(Unit::Percent), Some(Unit::Points)) | (Some(Unit::Points), Some(Unit::Percent)) => {
            let value = add_values(left.value, right.value)?;
            return Ok(left.computed(&right, value, Some(Unit::Percent)));
        }
        (Some(Unit::Percent), None) | (None, Some(Unit::Percent)) => {
            let value = add_values(left.fraction()?, right.fraction()?)?;
            return Ok(left.computed(&right, value, None));
        }
        (None, unit) | (unit, None) => {
            // `21 h 20 + 5`: five of what?
            if left.shape == Shape::Clock || right.shape == Shape::Clock {
                return Err(MixedUnits);
            }
            unit
        }
        (unit, Some(_)) => unit,
    };
    let added = match (unit, right.unit) {
        (Some(to), Some(from)) => Unit::convert(right.value, from, to).ok_or(MixedUnits)?,
        _ => right.value,
    };
    Ok(left.computed(&right, add_values(left.value, added)?, unit))
}

pub fn subtract(left: Amount, right: Amount) -> Outcome {
    add(left, negate(right))
}

/// `left × right`. Something with a unit, taken a number of times or in part, keeps its unit.
pub fn multiply(left: Amount, right: Amount) -> Outcome {
    use Role::{Of, Percent, Plain};
    if let Some(percentage) = times_hundred_percent(&left, &right) {
        return percentage;
    }
    let plain = |value| left.computed(&right, value, None);
    let mut product = match (left.role(), right.role()) {
        (Plain | Percent, Plain | Percent) => {
            plain(mul_values(left.fraction()?, right.fraction()?)?)
        }
        (Of(unit), Plain | Percent) | (Plain | Percent, Of(unit)) => {
            let value = mul_values(left.fraction()?, right.fraction()?)?;
            left.computed(&right, value, Some(unit))
        }
        (Of(a), Of(b)) => {
            let (value, unit) = multiply_units((left.value, a), (right.value, b))?;
            left.computed(&right, value, Some(unit))
        }
    };
    product.scaled |= left.is_hundred() || right.is_hundred();
    Ok(product)
}

/// `0,2564 × 100 %` is 25.64 %: the customary way of turning a ratio into a percentage.
fn times_hundred_percent(left: &Amount, right: &Amount) -> Option<Outcome> {
    let hundred = |amount: &Amount| {
        amount.unit == Some(Unit::Percent)
            && amount.shape == Shape::Literal
            && amount.value == Decimal::ONE_HUNDRED
    };
    let plain = |amount: &Amount| matches!(amount.role(), Role::Plain);
    let ratio = match (plain(left), plain(right)) {
        (true, _) if hundred(right) => left.value,
        (_, true) if hundred(left) => right.value,
        _ => return None,
    };
    let value = mul_values(ratio, Decimal::ONE_HUNDRED);
    Some(value.map(|value| left.computed(right, value, Some(Unit::Percent))))
}

fn multiply_units(
    (left, a): (Decimal, Unit),
    (right, b): (Decimal, Unit),
) -> Result<(Decimal, Unit), ReadErrorKind> {
    let product = || mul_values(left, right);
    let is_length = |unit: Unit| matches!(unit.family(), Family::Days | Family::Months);
    match (a, b) {
        // Multiplied before it is converted, so that whole euros stay whole.
        (Unit::EuroPerHour, time) | (time, Unit::EuroPerHour) if time.is_duration() => {
            Ok((converted(product()?, time, Unit::Hour)?, Unit::Euro))
        }
        // `450 € × 3 mois`, `7 h × 12 jours`: so much each month, each day.
        (unit, length) | (length, unit) if is_length(length) && !is_length(unit) => {
            Ok((product()?, unit))
        }
        _ => Err(MixedUnits),
    }
}

/// `left ÷ right`; `expected` settles what a unit written after a quotient belongs to.
pub fn divide(left: Amount, right: Amount, expected: Option<Unit>) -> Outcome {
    use Role::{Of, Percent, Plain};
    if right.value.is_zero() {
        return Err(DivisionByZero);
    }
    let quotient = |a, b, unit| div_values(a, b).map(|value| left.computed(&right, value, unit));
    let mut result = match (left.role(), right.role()) {
        (Plain, Plain) => quotient(left.value, right.value, None),
        (Percent, Plain) => quotient(left.value, right.value, Some(Unit::Percent)),
        (Percent, Percent) => quotient(left.value, right.value, None),
        // `359*100/1400 %`: the sign is that of the whole.
        (Plain, Percent) if left.scaled => quotient(left.value, right.value, Some(Unit::Percent)),
        // `100 / 80 %` is 125; where a percentage is expected, `359/1400 %` is 25.64 %.
        (Plain, Percent) => {
            let whole = quotient(left.value, right.fraction()?, None)?;
            Ok(Amount { scaled: true, ..whole })
        }
        (Of(unit), Plain | Percent) => quotient(left.value, right.fraction()?, Some(unit)),
        // `2053,9/47 €`: the unit is that of the whole, unless another is expected.
        (Plain, Of(unit)) if right.shape != Shape::Clock => {
            let whole = expected.is_none_or(|expected| expected.family() == unit.family());
            quotient(left.value, right.value, whole.then_some(unit))
        }
        (Of(a), Of(b)) => {
            let (value, unit) = divide_units((left.value, a), (right.value, b))?;
            Ok(left.computed(&right, value, unit))
        }
        _ => Err(MixedUnits),
    }?;
    result.divided = true;
    if !matches!(right.role(), Percent) {
        result.scaled = left.scaled && !right.scaled;
    }
    Ok(result)
}

fn divide_units(
    (left, a): (Decimal, Unit),
    (right, b): (Decimal, Unit),
) -> Result<(Decimal, Option<Unit>), ReadErrorKind> {
    if let Some(right) = Unit::convert(right, b, a) {
        if right.is_zero() {
            return Err(DivisionByZero);
        }
        return Ok((div_values(left, right)?, None));
    }
    match (a.family(), b.family()) {
        (Family::Money, Family::Duration) => {
            let euros = converted(left, a, Unit::Euro)?;
            let seconds = converted(right, b, Unit::Second)?;
            let an_hour = mul_values(euros, Decimal::from(3_600))?;
            Ok((div_values(an_hour, seconds)?, Some(Unit::EuroPerHour)))
        }
        (Family::Money, Family::HourlyCost) => {
            Ok((div_values(converted(left, a, Unit::Euro)?, right)?, Some(Unit::Hour)))
        }
        (Family::Money | Family::Duration, Family::Days | Family::Months) => {
            Ok((div_values(left, right)?, Some(a)))
        }
        _ => Err(MixedUnits),
    }
}

/// `base ^ exponent`, for a whole exponent small enough to be of use.
pub fn power(base: Amount, exponent: i32) -> Outcome {
    if !matches!(base.role(), Role::Plain | Role::Percent) || exponent.abs() > 64 {
        return Err(ReadErrorKind::BadPower);
    }
    let fraction = base.fraction()?;
    let mut value = Decimal::ONE;
    for _ in 0..exponent.abs() {
        value = mul_values(value, fraction)?;
    }
    if exponent < 0 {
        value = div_values(Decimal::ONE, value)?;
    }
    Ok(Amount { scaled: false, ..base.computed(&base, value, None) })
}

fn converted(value: Decimal, from: Unit, to: Unit) -> Result<Decimal, ReadErrorKind> {
    Unit::convert(value, from, to).ok_or(Overflow)
}

fn add_values(a: Decimal, b: Decimal) -> Result<Decimal, ReadErrorKind> {
    a.checked_add(b).ok_or(Overflow)
}

pub fn mul_values(a: Decimal, b: Decimal) -> Result<Decimal, ReadErrorKind> {
    a.checked_mul(b).ok_or(Overflow)
}

fn div_values(a: Decimal, b: Decimal) -> Result<Decimal, ReadErrorKind> {
    if b.is_zero() {
        return Err(DivisionByZero);
    }
    a.checked_div(b).ok_or(Overflow)
}
