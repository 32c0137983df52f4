//! The figures of a formula: digits in French notation and the unit that follows them.

use rust_decimal::Decimal;

use super::FormulaError;
use crate::model::Literal;
use crate::number::Unit;

/// Units as authors write them after a figure, longest first where one begins another.
const UNITS: &[(&str, Unit)] = &[
    ("points", Unit::Points),
    ("point", Unit::Points),
    ("pts", Unit::Points),
    ("pt", Unit::Points),
    ("fois", Unit::Times),
    ("euros", Unit::Euro),
    ("euro", Unit::Euro),
    ("k€", Unit::KiloEuro),
    ("M€", Unit::MegaEuro),
    ("€/h", Unit::EuroPerHour),
    ("€", Unit::Euro),
    ("%", Unit::Percent),
    ("secondes", Unit::Second),
    ("minutes", Unit::Minute),
    ("heures", Unit::Hour),
    ("jours", Unit::Day),
    ("jour", Unit::Day),
    ("mois", Unit::Month),
    ("min", Unit::Minute),
    ("s", Unit::Second),
    ("h", Unit::Hour),
];

/// Blanks that may stand between groups of three digits or before a unit.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// Whether `c` may go on an identifier.
pub(super) fn continues_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Reads the figure at the start of `text`; `start` is its place in the source.
/// Gives the literal and the number of bytes read.
pub(super) fn literal(text: &str, start: usize) -> Result<(Literal, usize), FormulaError> {
    let whole_end = whole_digits(text);
    let mut digits: String = text[..whole_end].chars().filter(char::is_ascii_digit).collect();
    let mut end = whole_end;
    let mut decimals = 0;
    let rest = &text[whole_end..];
    let after = |c| rest.strip_prefix(c).map_or("", |tail: &str| tail);
    let fraction = leading_digits(after(','));
    if leading_digits(after('.')) > 0 {
        let at = start + whole_end;
        return Err(FormulaError::new(at..at + 1, "le signe décimal est la virgule").help(
            format!("écrivez «\u{a0}{},{}\u{a0}»", &text[..whole_end], first_digits(after('.'))),
        ));
    }
    if fraction > 0 {
        digits.push_str(&after(',')[..fraction]);
        decimals = fraction as u32;
        end += 1 + fraction;
    }
    let value = decimal(&digits, decimals)
        .ok_or_else(|| FormulaError::new(start..start + end, "ce nombre a trop de chiffres"))?;
    let (unit, length) = unit_after(&text[end..]);
    Ok((Literal { value, unit, decimals }, end + length))
}

fn first_digits(text: &str) -> &str {
    &text[..leading_digits(text)]
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Length of the whole part: digits, then groups of exactly three after one blank each.
fn whole_digits(text: &str) -> usize {
    let mut end = leading_digits(text);
    if end > 3 {
        return end;
    }
    while let Some(blank) = text[end..].chars().next().filter(|c| is_blank(*c)) {
        let group = &text[end + blank.len_utf8()..];
        if leading_digits(group) != 3 {
            break;
        }
        end += blank.len_utf8() + 3;
    }
    end
}

fn decimal(digits: &str, decimals: u32) -> Option<Decimal> {
    let mantissa: i128 = digits.parse().ok()?;
    Decimal::try_from_i128_with_scale(mantissa, decimals).ok()
}

/// The unit that follows a figure, and the bytes it takes with the blanks before it.
fn unit_after(text: &str) -> (Option<Unit>, usize) {
    let blanks: usize = text.chars().take_while(|c| is_blank(*c)).map(char::len_utf8).sum();
    let rest = &text[blanks..];
    for (symbol, unit) in UNITS {
        if let Some(tail) = rest.strip_prefix(symbol)
            && !(symbol.ends_with(char::is_alphabetic) && goes_on(tail))
        {
            return (Some(*unit), blanks + symbol.len());
        }
    }
    (None, 0)
}

/// Whether what follows makes a longer word or a call, so that `3 minutes-totales` is not a unit.
fn goes_on(tail: &str) -> bool {
    let mut chars = tail.chars();
    match chars.next() {
        Some('-') => chars.next().is_some_and(char::is_alphabetic),
        Some('(' | '[' | '.') => true,
        Some(c) => continues_word(c),
        None => false,
    }
}
