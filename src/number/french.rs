//! Printing figures the French way: decimal comma, U+00A0 between thousands and before the
//! unit, true minus. What is printed here, the reader reads back.

use rust_decimal::Decimal;

pub use super::computation::printed;
pub use super::typeset::typeset;
use super::{Form, Quantity, Unit, rounding};

/// The no-break space of everything shown: U+00A0, never U+202F, where terminals may break lines.
pub const NO_BREAK: char = '\u{a0}';
/// The true minus sign.
pub const MINUS: char = '−';

/// Decimals the echo gives to a percentage, an amount of money or a mark, and to any other figure.
const ECHO_DECIMALS: (u32, u32) = (2, 4);

/// A number with exactly `decimals` decimals, rounded half away from zero: `1 400,50`, `− 0,4`.
pub fn decimal(value: Decimal, decimals: u32) -> String {
    let rounded = rounding::round(value, decimals);
    format!("{}{}", minus(rounded), magnitude(rounded, decimals))
}

/// A number with all its significant decimals and no zero after them: `21,3333`, `1 400`.
pub fn exact(value: Decimal) -> String {
    let value = value.normalize();
    decimal(value, value.scale())
}

/// A figure with its unit: `25,64 %`, `2 053,90 €`, `1,5 point`, `2,3 points`, `15/20`.
pub fn quantity(value: Decimal, unit: Unit, decimals: u32) -> String {
    format!("{}{}", decimal(value, decimals), suffix(rounding::round(value, decimals), unit))
}

/// A figure with its sign apart, for an evolution: `+ 4,0 points`, `− 86`, `0,0 %`.
pub fn signed(value: Decimal, unit: Unit, decimals: u32) -> String {
    let rounded = rounding::round(value, decimals);
    let positive = rounded.is_sign_positive() && !rounded.is_zero();
    let sign = if positive { "+\u{a0}" } else { minus(rounded) };
    format!("{sign}{}{}", magnitude(rounded, decimals), suffix(rounded, unit))
}

/// A duration to the nearest second, in hours, minutes and seconds: `21 h 20 min`, `3 min 47 s`, `45 s`.
pub fn clock(seconds: Decimal) -> String {
    let rounded = rounding::round(seconds, 0);
    let total = rounded.abs();
    let (sixty, hour) = (Decimal::from(60), Decimal::from(3_600));
    let part = |value: Decimal, name: &str| format!("{}\u{a0}{name}", decimal(value, 0));
    let hours = rounding::floor(total.checked_div(hour).unwrap_or_default());
    let rest = total.checked_rem(hour).unwrap_or_default();
    let minutes = rounding::floor(rest.checked_div(sixty).unwrap_or_default());
    let left = rest.checked_rem(sixty).unwrap_or_default();
    let mut parts = Vec::new();
    if !hours.is_zero() {
        parts.push(part(hours, "h"));
    }
    if !minutes.is_zero() {
        parts.push(part(minutes, "min"));
    }
    if !left.is_zero() || parts.is_empty() {
        parts.push(part(left, "s"));
    }
    format!("{}{}", minus(rounded), parts.join("\u{a0}"))
}

/// A sentence begins with a capital, accents included.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}

/// How many there are of something: `1 étape`, `2 étapes`. The noun takes its plural from 2 on.
pub fn count(n: usize, singular: &str, plural: &str) -> String {
    let noun = if n >= 2 { plural } else { singular };
    format!("{}{NO_BREAK}{noun}", group(&n.to_string()))
}

/// Points of an exam, counted in hundredths: `7,25` for 725, `6` for 600.
pub fn hundredths(points: u32) -> String {
    exact(Decimal::new(i64::from(points), 2))
}

/// A full sentence: its capital, and a full stop where nothing ends it.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let end = if text.ends_with(['.', '!', '?', '…', ':']) { "" } else { "." };
    format!("{}{end}", capital(text))
}

/// The sign of a negative figure, apart from its digits.
fn minus(value: Decimal) -> &'static str {
    if value.is_sign_negative() && !value.is_zero() { "−\u{a0}" } else { "" }
}

/// How a quantity was understood, for the live echo: `25,64 %`, `1 400,50 €`, `3 min 47 s`.
///
/// A literal keeps its decimals as written; a computation is rounded.
pub fn echo(quantity: &Quantity) -> String {
    match quantity.form {
        Form::Clock => clock(quantity.value),
        Form::Literal => self::quantity(quantity.value, unit_of(quantity), quantity.decimals),
        Form::Expression { .. } => computed(quantity.value, unit_of(quantity)),
    }
}

/// The echo where `expected` is asked for: a bare figure is shown with the unit it takes,
/// so that `359/1400` is echoed `25,64 %` where a percentage is expected.
pub fn echo_as(quantity: &Quantity, expected: Unit) -> String {
    let bare = quantity.unit.is_none_or(Unit::is_plain);
    match (quantity.value_in(expected), quantity.form) {
        (Some(value), Form::Expression { .. }) if bare => computed(value, expected),
        (Some(value), Form::Literal) if bare => self::quantity(value, expected, quantity.decimals),
        _ => echo(quantity),
    }
}

/// The word that agrees with a number: singular below 2, as French has it (`1,5 point`).
pub fn plural<'a>(number: impl Into<Decimal>, one: &'a str, several: &'a str) -> &'a str {
    if number.into().abs() >= Decimal::TWO { several } else { one }
}

fn unit_of(quantity: &Quantity) -> Unit {
    quantity.unit.unwrap_or(Unit::Number)
}

/// A computed value: as many decimals as it has, within reason.
fn computed(value: Decimal, unit: Unit) -> String {
    let (short, long) = ECHO_DECIMALS;
    let most = match unit {
        Unit::Number | Unit::Count | Unit::Times => long,
        Unit::KiloEuro | Unit::MegaEuro => long,
        _ => short,
    };
    let rounded = rounding::round(value, most).normalize();
    // Cents come in pairs: 43,70 €.
    let cents = unit == Unit::Euro && rounded.scale() == 1;
    quantity(rounded, unit, if cents { 2 } else { rounded.scale() })
}

/// What follows the digits: the unit, agreeing with the number.
fn suffix(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Number | Unit::Count => String::new(),
        Unit::Points => format!("\u{a0}{}", plural(value, "point", "points")),
        Unit::Day => format!("\u{a0}{}", plural(value, "jour", "jours")),
        Unit::Mark(maximum) => format!("/{maximum}"),
        _ => format!("\u{a0}{}", unit.symbol()),
    }
}

/// The digits of a rounded value, without sign: groups of three, comma, padded with zeros.
fn magnitude(rounded: Decimal, decimals: u32) -> String {
    let text = rounded.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let grouped = group(whole);
    let width = usize::try_from(decimals).unwrap_or(0);
    let fraction = fraction.get(..width.min(fraction.len())).unwrap_or(fraction);
    match width {
        0 => grouped,
        _ => format!("{grouped},{fraction:0<width$}"),
    }
}

fn group(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(NO_BREAK);
        }
        grouped.push(digit);
    }
    grouped
}
