//! Durations in several parts: `3'47''`, `3 min 47`, `21 h 20`, `0:03:47`. A duration in
//! one part (`1 280 min`) is a plain figure with a unit.

use rust_decimal::Decimal;

use super::Unit;
use super::amount::{Amount, Shape};
use super::expression::{Failure, Parser};
use super::lexer::Kind;
use super::literal::Literal;
use super::quantity::ReadErrorKind;
use super::unit_words;

type Outcome = Result<Amount, Failure>;

/// One part of a duration, and how many tokens it takes.
struct Part {
    value: Decimal,
    unit: Unit,
    decimals: u32,
    length: usize,
}

/// The duration in several parts that starts here, if one does.
pub fn clock(parser: &mut Parser<'_>) -> Option<Outcome> {
    if let Some(clock) = colons(parser) {
        return Some(clock);
    }
    let first = first_part(parser)?;
    let joined = follows(parser, first.length)?;
    if first.decimals > 0 {
        parser.advance(joined);
        return Some(Err((ReadErrorKind::BadClock, parser.place())));
    }
    Some(parts(parser, first))
}

/// The first part, when it is in hours or minutes.
fn first_part(parser: &Parser<'_>) -> Option<Part> {
    let Some(Kind::Number(literal)) = parser.peek() else { return None };
    let (unit, length) = unit_at(parser, 1)?;
    let part = Part { value: literal.value, unit, decimals: literal.decimals, length: 1 + length };
    (unit != Unit::Second).then_some(part)
}

/// The unit of time `ahead` tokens further: `m` is understood here only, where it cannot mean anything else.
fn unit_at(parser: &Parser<'_>, ahead: usize) -> Option<(Unit, usize)> {
    if matches!(parser.peek_at(ahead), Some(Kind::Word(word)) if word == "m") {
        return Some((Unit::Minute, 1));
    }
    let found = unit_words::find(parser.rest().get(ahead..)?)?;
    let unit = found.unit.filter(|unit| unit.is_duration())?;
    Some((unit, found.length))
}

/// Where the number of the next part stands, after an optional `et`.
fn follows(parser: &Parser<'_>, ahead: usize) -> Option<usize> {
    let and = matches!(parser.peek_at(ahead), Some(Kind::Word(word)) if word == "et");
    let number = ahead + usize::from(and);
    matches!(parser.peek_at(number), Some(Kind::Number(_))).then_some(number)
}

fn parts(parser: &mut Parser<'_>, first: Part) -> Outcome {
    let mut seconds = seconds(&first, parser)?;
    let mut last = first;
    let mut length = last.length;
    while let Some(number) = follows(parser, length) {
        parser.advance(number);
        let part = next_part(parser, last.unit)?;
        let more = self::seconds(&part, parser)?;
        seconds = seconds.checked_add(more).ok_or((ReadErrorKind::Overflow, parser.place()))?;
        length = part.length;
        last = part;
        if last.decimals > 0 {
            break;
        }
    }
    parser.advance(length);
    let clock = Amount::literal(seconds, last.decimals, false);
    Ok(Amount { unit: Some(Unit::Second), shape: Shape::Clock, ..clock })
}

/// A part after the first: below 60, in a smaller unit, which may be left out.
fn next_part(parser: &Parser<'_>, above: Unit) -> Result<Part, Failure> {
    let bad = (ReadErrorKind::BadClock, parser.place());
    let Some(Kind::Number(literal)) = parser.peek() else { return Err(bad) };
    let (unit, length) = match (unit_at(parser, 1), above) {
        (Some((unit, length)), _) => (unit, length),
        (None, Unit::Hour) => (Unit::Minute, 0),
        (None, Unit::Minute) => (Unit::Second, 0),
        (None, _) => return Err(bad),
    };
    let smaller = matches!(
        (above, unit),
        (Unit::Hour, Unit::Minute | Unit::Second) | (Unit::Minute, Unit::Second)
    );
    let whole = literal.decimals == 0 || unit == Unit::Second;
    if !smaller || !whole || literal.value >= Decimal::from(60) || literal.thousands.is_some() {
        return Err(bad);
    }
    Ok(Part { value: literal.value, unit, decimals: literal.decimals, length: 1 + length })
}

fn seconds(part: &Part, parser: &Parser<'_>) -> Result<Decimal, Failure> {
    Unit::convert(part.value, part.unit, Unit::Second)
        .ok_or((ReadErrorKind::Overflow, parser.place()))
}

/// `0:03:47`: three parts, the last two of two digits. `5:4` is a division, but `3:47` is
/// minutes and seconds (or `21:20` hours and minutes) where a duration is expected.
fn colons(parser: &mut Parser<'_>) -> Option<Outcome> {
    let first = number(parser, 0)?;
    let second = colon_part(parser, 1)?;
    let third = colon_part(parser, 3);
    let units: &[Unit] = match (third.is_some(), parser.expected_duration()) {
        (true, _) => &[Unit::Hour, Unit::Minute, Unit::Second],
        (false, Some(Unit::Hour)) => &[Unit::Hour, Unit::Minute],
        (false, Some(_)) => &[Unit::Minute, Unit::Second],
        (false, None) => return None,
    };
    let values = [Some(first), Some(second), third];
    let mut total = Decimal::ZERO;
    for (index, (value, unit)) in values.into_iter().flatten().zip(units).enumerate() {
        if index > 0 && value >= Decimal::from(60) {
            parser.advance(2 * index);
            return Some(Err((ReadErrorKind::BadClock, parser.place())));
        }
        let part = Unit::convert(value, *unit, Unit::Second);
        match part.and_then(|part| total.checked_add(part)) {
            Some(sum) => total = sum,
            None => return Some(Err((ReadErrorKind::Overflow, parser.place()))),
        }
    }
    parser.advance(2 * units.len() - 1);
    let clock = Amount::literal(total, 0, false);
    Some(Ok(Amount { unit: Some(Unit::Second), shape: Shape::Clock, ..clock }))
}

fn number(parser: &Parser<'_>, ahead: usize) -> Option<Decimal> {
    match parser.peek_at(ahead) {
        Some(Kind::Number(Literal { value, bare_digits: Some(_), .. })) => Some(*value),
        _ => None,
    }
}

/// A colon and two digits, without a blank.
fn colon_part(parser: &Parser<'_>, ahead: usize) -> Option<Decimal> {
    let tokens = parser.rest().get(ahead..ahead + 2)?;
    match tokens {
        [colon, number] if colon.kind == Kind::Colon && colon.tight && number.tight => {
            match &number.kind {
                Kind::Number(Literal { value, bare_digits: Some(2), .. }) => Some(*value),
                _ => None,
            }
        }
        _ => None,
    }
}
