//! What a wrong answer most likely did: the author's traps first, then the slips of the formula
//! and of the figure, the specific before the generic. Nothing is named by chance: a slip must
//! give the value that was typed, to the precision it was typed with.

use rust_decimal::Decimal;

use super::answer::{Answer, Finding};
use super::placed::Kinship;
use super::slip::{self, Slip, Tier};
use super::tolerance::{Fit, Target, Typed, distance, step_of};
use super::{SlipCode, Verdict, wording};
use crate::model::Tolerance;
use crate::number::rounding::round;

/// How many times smaller than the value the last decimal must be for a match to mean
/// something: among small whole numbers any value is some slip's.
const FINE: u32 = 5;
const FINE_FOR_GENERIC: u32 = 12;

/// Decimals two computations are told apart with.
const EXACT: u32 = 10;

/// A wrong answer, with what explains it.
pub(super) fn diagnose(answer: &Answer) -> Finding {
    let slips = slip::all(answer);
    let named = explaining(answer, &slips);
    let nearest = nearest(answer, &slips);
    if let Some(first) = named.first() {
        let sentences: Vec<&str> = named.iter().map(|slip| slip.sentence.as_str()).collect();
        let finding = Finding::new(Verdict::Wrong, None, sentences.join(" Ou bien\u{a0}: "));
        return Finding { slip: Some(first.code), nearest, ..finding };
    }
    let slip = foreign_unit(answer).then_some(SlipCode::Unit);
    Finding { slip, nearest, ..Finding::new(Verdict::Wrong, None, wording::undiagnosed(answer)) }
}

/// The likeliest slip that gives the answer, and the next one where it is just as likely.
fn explaining<'a>(answer: &Answer, slips: &'a [Slip]) -> Vec<&'a Slip> {
    let mut fitting = slips.iter().filter(|slip| gives(answer, slip));
    let Some(first) = fitting.next() else { return Vec::new() };
    let second = fitting
        .find(|slip| slip.code != first.code)
        .filter(|slip| slip.tier == first.tier && matches!(slip.tier, Tier::Specific(_)));
    std::iter::once(first).chain(second).collect()
}

/// Whether a slip leads to the answer, by the rule answers are judged with.
fn gives(answer: &Answer, slip: &Slip) -> bool {
    let item = answer.item;
    let fit = answer.fit_with(slip.value, item.unit, slip.decimals, &Tolerance::Default);
    let (Some((kinship, fit)), Some(typed)) = (fit, typed(answer)) else { return false };
    if kinship == Kinship::Foreign {
        return false;
    }
    match slip.tier {
        Tier::Trap => matches!(fit, Fit::Right | Fit::Truncated),
        // Digits are swapped in what is written, not in what it rounds to.
        _ if slip.code == SlipCode::SwappedDigits => typed.value == slip.value,
        _ if matches!(slip.code, SlipCode::PowerOfTen | SlipCode::Factor100) => {
            moved_comma(answer, typed, slip)
        }
        Tier::Specific(_) => same(typed, slip) || means(fit, typed, slip, FINE),
        Tier::Generic(_) => means(fit, typed, slip, FINE_FOR_GENERIC),
    }
}

/// Whether the digits typed are those of the right value: moved back, the figure is right.
fn moved_comma(answer: &Answer, typed: Typed, slip: &Slip) -> bool {
    let item = answer.item;
    let back = item.exact.checked_div(slip.value).map(|factor| round(factor, EXACT));
    let target = Target::new(item.exact, item.decimals, &Tolerance::Default);
    is_fine(typed.value, typed.step, FINE)
        && back
            .and_then(|factor| typed.scaled(factor))
            .is_some_and(|typed| target.fit(typed) != Fit::Off)
}

/// Whether a match could hardly be an accident.
fn means(fit: Fit, typed: Typed, slip: &Slip, fine: u32) -> bool {
    let step = step_of(slip.decimals);
    match fit {
        Fit::Right if same(typed, slip) => is_fine(typed.value, typed.step, fine),
        Fit::Right => is_fine(typed.value, typed.step.max(step), fine),
        // A coarse truncation would double what a slip explains.
        Fit::Truncated => typed.step <= step && is_fine(typed.value, step, fine),
        Fit::TooCoarse => is_fine(typed.value, typed.step, fine.max(FINE_FOR_GENERIC)),
        Fit::Off => false,
    }
}

/// Whether the very value of the slip was typed, to the last decimal written.
fn same(typed: Typed, slip: &Slip) -> bool {
    let gap = distance(typed.value, slip.value).map(|gap| round(gap, EXACT));
    gap.is_some_and(|gap| gap.is_zero())
}

/// Whether a step is small beside a value.
fn is_fine(value: Decimal, step: Decimal, fine: u32) -> bool {
    step.checked_mul(Decimal::from(fine)).is_some_and(|grain| grain <= value.abs())
}

fn typed(answer: &Answer) -> Option<Typed> {
    Some(answer.placed(answer.item.unit)?.typed)
}

fn foreign_unit(answer: &Answer) -> bool {
    answer.placed(answer.item.unit).is_some_and(|placed| placed.kinship == Kinship::Foreign)
}

/// The sentence of the slip nearest to the answer, within a tenth of it.
fn nearest(answer: &Answer, slips: &[Slip]) -> Option<String> {
    let value = answer.value()?;
    let near = slips.iter().filter_map(|slip| Some((distance(slip.value, value)?, slip)));
    let (gap, slip) = near.min_by(|(a, _), (b, _)| a.cmp(b))?;
    (gap.checked_mul(Decimal::TEN)? <= value.abs()).then(|| slip.sentence.clone())
}
