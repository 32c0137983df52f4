//! One written number: groups of three digits, decimal mark, exponent, and the `1.234`
//! that could be two numbers. Signs and units are `expression`'s work.

use rust_decimal::Decimal;

use super::normalise::{BLANK, GAP, Glyph};
use super::quantity::ReadErrorKind;

/// Most digits an exact decimal carries, zeros in front left out.
const MOST_DIGITS: usize = 28;

/// A number as written, without sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    pub value: Decimal,
    pub decimals: u32,
    /// The decimal mark is a dot.
    pub dot: bool,
    /// `1.234`: the value if the dot groups thousands.
    pub thousands: Option<Decimal>,
    /// How many digits were typed, when they are all there is (the parts of a clock).
    pub bare_digits: Option<usize>,
}

/// What [`scan`] found at the start of some glyphs.
pub struct Scan {
    /// The number, or why it is not one and how many glyphs further.
    pub value: Result<Literal, (ReadErrorKind, usize)>,
    pub length: usize,
}

/// Digits in a row and the sign before them.
#[derive(Debug, Clone, Copy)]
struct Run {
    mark: Option<char>,
    start: usize,
    length: usize,
}

/// How the marks of a number cut it: how many runs make its whole part.
struct Layout {
    whole: usize,
    dot: bool,
    ambiguous: bool,
}

/// Reads the number at the start of `glyphs`, if one starts there.
pub fn scan(glyphs: &[Glyph]) -> Option<Scan> {
    let runs = runs(glyphs)?;
    let end = runs.last().map_or(0, |run| run.start + run.length);
    let trailing = trailing_mark(glyphs, end, &runs);
    let exponent = if trailing == 0 { exponent(glyphs, end) } else { None };
    let length = end + trailing + exponent.map_or(0, |(_, length)| length);
    let value = layout(&runs).and_then(|layout| {
        if layout.whole > 1 && at(glyphs, 0) == Some('0') {
            return Err((ReadErrorKind::BadGrouping, runs.get(1).map_or(0, |run| run.start)));
        }
        let exponent = exponent.map(|(power, _)| power);
        number(glyphs, &runs, &layout, exponent).map_err(|kind| match kind {
            ReadErrorKind::Overflow => (kind, end),
            _ => (kind, surplus(glyphs, length)),
        })
    });
    Some(Scan { value, length })
}

fn digits_at(glyphs: &[Glyph], start: usize) -> usize {
    glyphs.iter().skip(start).take_while(|glyph| glyph.c.is_ascii_digit()).count()
}

fn at(glyphs: &[Glyph], index: usize) -> Option<char> {
    glyphs.get(index).map(|glyph| glyph.c)
}

/// The runs of digits and the marks between them, as far as they hold together.
fn runs(glyphs: &[Glyph]) -> Option<Vec<Run>> {
    let first = digits_at(glyphs, 0);
    let mut runs = vec![Run { mark: None, start: 0, length: first }];
    let mut end = first;
    while let Some(mark) = at(glyphs, end) {
        let length = digits_at(glyphs, end + 1);
        if length == 0 || !holds_together(glyphs, mark, end, length) {
            break;
        }
        runs.push(Run { mark: Some(mark), start: end + 1, length });
        end += 1 + length;
    }
    (end > 0).then_some(runs)
}

/// An apostrophe groups digits only before exactly three of them; otherwise it means minutes.
fn holds_together(glyphs: &[Glyph], mark: char, end: usize, length: usize) -> bool {
    match mark {
        BLANK => end > 0,
        ',' | '.' => true,
        '\'' => {
            let next = end + 1 + length;
            let minutes = match at(glyphs, next) {
                Some('"') => true,
                Some('\'') => digits_at(glyphs, next + 1) != 3,
                _ => false,
            };
            end > 0 && length == 3 && !minutes
        }
        _ => false,
    }
}

/// `5,` and `5.` are 5, and so is the price `5.-` of a Swiss keyboard.
fn trailing_mark(glyphs: &[Glyph], end: usize, runs: &[Run]) -> usize {
    let marked = runs.iter().any(|run| matches!(run.mark, Some(',' | '.')));
    if marked || !matches!(at(glyphs, end), Some(',' | '.')) {
        return 0;
    }
    let dashes = glyphs.iter().skip(end + 1).take_while(|glyph| glyph.c == '-').count();
    let over = at(glyphs, end + 1 + dashes).is_none_or(|c| matches!(c, BLANK | GAP));
    let ends = (1..=2).contains(&dashes) && over && digits_at(glyphs, end + 2 + dashes) == 0;
    1 + if ends { dashes } else { 0 }
}

/// `E3`, `e+03`, `E-2` right after the digits: the power and how many glyphs it takes.
fn exponent(glyphs: &[Glyph], end: usize) -> Option<(Option<i32>, usize)> {
    if at(glyphs, end) != Some('e') {
        return None;
    }
    let sign = usize::from(matches!(at(glyphs, end + 1), Some('+' | '-')));
    let digits = digits_at(glyphs, end + 1 + sign);
    if digits == 0 {
        return None;
    }
    let text: String = glyphs.iter().skip(end + 1).take(sign + digits).map(|g| g.c).collect();
    Some((text.parse().ok(), 1 + sign + digits))
}

/// Decides what the marks mean, or says which glyph breaks the number.
fn layout(runs: &[Run]) -> Result<Layout, (ReadErrorKind, usize)> {
    let marks: Vec<(usize, char)> = runs
        .iter()
        .enumerate()
        .filter_map(|(index, run)| run.mark.filter(|c| matches!(c, ',' | '.')).map(|c| (index, c)))
        .collect();
    match marks.as_slice() {
        [] => groups(runs, runs.len()).map(|()| Layout::whole(runs.len())),
        [(index, mark)] => one_mark(runs, *index, *mark == '.'),
        _ => several_marks(runs, &marks),
    }
}

impl Layout {
    fn whole(whole: usize) -> Self {
        Self { whole, dot: false, ambiguous: false }
    }
}

/// The one mark is decimal, unless it is the dot of `1.234`.
fn one_mark(runs: &[Run], index: usize, dot: bool) -> Result<Layout, (ReadErrorKind, usize)> {
    groups(runs, index)?;
    // Decimals may be grouped by three too (3,141 593): blanks only, and full groups.
    let decimals = runs.get(index..).unwrap_or_default();
    if let Some(bad) = decimals.iter().skip(1).find(|run| run.length != 3) {
        return Err((ReadErrorKind::BadGrouping, bad.start));
    }
    if decimals.len() > 1 && decimals.first().is_some_and(|run| run.length != 3) {
        let second = decimals.get(1).map_or(0, |run| run.start);
        return Err((ReadErrorKind::BadGrouping, second));
    }
    Ok(Layout { whole: index, dot, ambiguous: dot && runs.len() == 2 && three_after(runs) })
}

/// One to three digits, then exactly three: what a group of thousands looks like.
fn three_after(runs: &[Run]) -> bool {
    let lengths: Vec<usize> = runs.iter().map(|run| run.length).collect();
    matches!(lengths.as_slice(), [1..=3, 3])
}

/// `1.234,5`, `1.234.567`, `1,234.5`: marks that leave one reading only.
fn several_marks(runs: &[Run], marks: &[(usize, char)]) -> Result<Layout, (ReadErrorKind, usize)> {
    let last = marks.last().copied().unwrap_or((0, ','));
    let group = marks.first().map_or('.', |(_, mark)| *mark);
    let second =
        marks.get(1).and_then(|(index, _)| runs.get(*index)).map_or(0, |run| run.start - 1);
    let kind = if marks.get(1).is_some_and(|(_, mark)| *mark == ',' && group == ',') {
        ReadErrorKind::TwoCommas
    } else {
        ReadErrorKind::BadGrouping
    };
    let decimal = last.1 != group;
    let whole = if decimal { last.0 } else { runs.len() };
    let regular = runs
        .get(1..whole)
        .unwrap_or_default()
        .iter()
        .all(|run| run.mark == Some(group) && run.length == 3)
        && runs.first().is_some_and(|run| (1..=3).contains(&run.length));
    let one_reading =
        regular && (decimal || group == '.') && (!decimal || last.0 + 1 == runs.len());
    if one_reading {
        Ok(Layout { whole, dot: decimal && last.1 == '.', ambiguous: false })
    } else {
        Err((kind, second))
    }
}

/// Blanks or apostrophes between the first `count` runs: one to three digits, then threes.
fn groups(runs: &[Run], count: usize) -> Result<(), (ReadErrorKind, usize)> {
    let grouped = runs.get(1..count).unwrap_or_default();
    let first = runs.first().map_or(0, |run| run.length);
    let sign = grouped.first().and_then(|run| run.mark);
    let bad = grouped.iter().find(|run| first > 3 || run.length != 3 || run.mark != sign);
    bad.map_or(Ok(()), |run| Err((ReadErrorKind::BadGrouping, run.start)))
}

/// The digits of some runs, one after the other.
fn text(glyphs: &[Glyph], runs: &[Run]) -> String {
    let digits = runs.iter().flat_map(|run| glyphs.iter().skip(run.start).take(run.length));
    digits.map(|glyph| glyph.c).collect()
}

fn number(
    glyphs: &[Glyph],
    runs: &[Run],
    layout: &Layout,
    exponent: Option<Option<i32>>,
) -> Result<Literal, ReadErrorKind> {
    let (whole, decimals) = runs.split_at(layout.whole.min(runs.len()));
    let (whole, fraction) = (text(glyphs, whole), text(glyphs, decimals));
    let power = exponent.unwrap_or(Some(0)).ok_or(ReadErrorKind::Overflow)?;
    let value = exact(&whole, &fraction, power)?;
    let ambiguous = layout.ambiguous && exponent.is_none() && !whole.starts_with('0');
    let written = i64::try_from(fraction.len()).unwrap_or(0) - i64::from(power);
    Ok(Literal {
        value,
        decimals: u32::try_from(written.max(0)).unwrap_or(0),
        dot: layout.dot,
        thousands: ambiguous.then(|| exact(&(whole.clone() + &fraction), "", 0)).transpose()?,
        bare_digits: (runs.len() == 1 && exponent.is_none()).then_some(whole.len()),
    })
}

/// The exact value of `whole,fraction` × 10^`power`.
fn exact(whole: &str, fraction: &str, power: i32) -> Result<Decimal, ReadErrorKind> {
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    if digits.len() > MOST_DIGITS {
        return Err(ReadErrorKind::TooManyDigits);
    }
    let mantissa: i128 = if digits.is_empty() {
        0
    } else {
        digits.parse().map_err(|_| ReadErrorKind::TooManyDigits)?
    };
    let scale = i64::try_from(fraction.len()).unwrap_or(i64::MAX).saturating_sub(power.into());
    let number = |scale| Decimal::try_from_i128_with_scale(mantissa, scale).ok();
    match u32::try_from(scale) {
        Ok(scale) => number(scale).ok_or(ReadErrorKind::TooManyDigits),
        Err(_) if mantissa == 0 => Ok(Decimal::ZERO),
        Err(_) => raised(mantissa, scale.unsigned_abs()).ok_or(ReadErrorKind::Overflow),
    }
}

fn raised(mantissa: i128, power: u64) -> Option<Decimal> {
    let factor = 10_i128.checked_pow(u32::try_from(power).ok()?)?;
    Decimal::try_from_i128_with_scale(mantissa.checked_mul(factor)?, 0).ok()
}

/// Where the first digit too many stands.
fn surplus(glyphs: &[Glyph], length: usize) -> usize {
    let digits = glyphs.iter().take(length).enumerate().filter(|(_, g)| g.c.is_ascii_digit());
    let significant = digits.skip_while(|(_, glyph)| glyph.c == '0');
    significant.map(|(index, _)| index).nth(MOST_DIGITS).unwrap_or(0)
}
