//! What a wrong answer most likely did: the author's traps first, then the slips of the formula
//! and of the figure, the specific before the generic. Nothing is named by chance: a slip must
//! give the value that was typed, to the precision it was typed with.

use rust_decimal::Decimal;

use super::answer::{Answer, Finding};
use super::own::{self, Own};
use super::placed::{Kinship, Placed};
use super::slip::{self, Slip, Tier};
use super::tolerance::{Fit, Target, Typed, distance, round_to, step_of};
use super::{Context, SlipCode, Verdict, applies, carried, undiagnosed, wording};
use crate::formula;
use crate::model::{ItemId, Numeric, Tolerance};
use crate::number::rounding::{round, truncate};

/// Decimals two computations are told apart with.
const EXACT: u32 = 10;

/// A wrong answer, with what explains it.
pub(super) fn diagnose(answer: &Answer) -> Finding {
    let slips = slip::all(answer);
    let named = explaining(answer, &slips);
    let nearest = nearest(answer, &slips);
    if let Some(first) = named.first() {
        let finding = Finding::new(Verdict::Wrong, None, wording::explained(&named));
        return Finding { slip: Some(first.code), nearest, ..finding };
    }
    if let Some(finding) = on_own_figures(answer) {
        return Finding { nearest, ..finding };
    }
    let slip = foreign_unit(answer).then_some(SlipCode::Unit);
    Finding { slip, nearest, ..Finding::new(Verdict::Wrong, None, undiagnosed::sentence(answer)) }
}

/// A slip made on the learner's own earlier results: both are told.
fn on_own_figures(answer: &Answer) -> Option<Finding> {
    let context = answer.context;
    if !own::results_behind(context, answer.item).iter().any(|id| differs(answer, id)) {
        return None;
    }
    let own = Own::new(context, carried::absurd_results(answer));
    let item = answer.item;
    let exact = formula::exact(&item.formula.expr, item.unit, &own).ok()?;
    let item = Numeric { exact, traps: Vec::new(), ..item.clone() };
    let context = Context { data: &own, memory: None, ..*context };
    let carried = Answer { item: &item, context: &context, quantity: answer.quantity };
    let slips: Vec<Slip> =
        slip::all(&carried).iter().filter(|slip| slip.is_specific()).cloned().collect();
    let named = explaining(&carried, &slips);
    let first = named.first()?;
    let message = wording::on_own_figures(&wording::explained(&named));
    Some(Finding { slip: Some(first.code), ..Finding::new(Verdict::Wrong, None, message) })
}

fn differs(answer: &Answer, id: &ItemId) -> bool {
    let right = own::figure(answer.context, id).map(|figure| figure.value);
    answer.context.own.get(id).copied() != right
}

/// What is told of an answer that rounds the right value coarsely, and is the very value of a
/// mistake that is easily made there.
pub(super) fn trapped(answer: &Answer) -> Option<Finding> {
    let typed = answer.placed(answer.item.unit).filter(|p| p.target_factor == Decimal::ONE)?.typed;
    let slips = slip::all(answer);
    let slip = slips.iter().find(|slip| {
        (slip.tier == Tier::Trap || slip.code == SlipCode::SimpleMean)
            && same(typed.value, slip.value)
    })?;
    let finding = Finding::new(Verdict::Wrong, None, slip.sentence.clone());
    Some(Finding { slip: Some(slip.code), ..finding })
}

/// The likeliest slip that gives the answer, and the next one where it is just as likely.
fn explaining<'a>(answer: &Answer, slips: &'a [Slip]) -> Vec<&'a Slip> {
    let Some(placed) = answer.placed(answer.item.unit) else { return Vec::new() };
    let foreign = placed.kinship == Kinship::Foreign;
    let told: Vec<Told> = answer.signs(placed).filter_map(Told::new).collect();
    let grain = told.first().map_or(Decimal::ZERO, |told| told.grain);
    let telling = applies::telling(slips, answer.item, grain);
    // `−973,9 €` where a rate is asked: the gap itself keeps its unit.
    let may = |slip: &Slip| !foreign || slip.code == SlipCode::Difference;
    let mut fitting =
        telling.iter().filter(|slip| may(slip) && told.iter().any(|told| told.is(slip)));
    let Some(first) = fitting.next() else {
        if foreign {
            return Vec::new();
        }
        let moved = |slip: &&&Slip| told.iter().any(|told| told.is_moved(answer.item, slip));
        return telling.iter().find(moved).copied().into_iter().collect();
    };
    let second = fitting.find(|slip| slip.sentence != first.sentence);
    std::iter::once(first).chain(second.filter(|slip| slip.tier == first.tier)).copied().collect()
}

/// An answer as slips are compared with it.
struct Told {
    typed: Typed,
    /// How many of the unit it is counted in make one of the item's.
    factor: Decimal,
    /// Its last decimal, in the item's unit; zero for an exact value.
    grain: Decimal,
}

impl Told {
    fn new(placed: Placed) -> Option<Self> {
        let grain = placed.typed.step.checked_div(placed.target_factor)?;
        Some(Told { typed: placed.typed, factor: placed.target_factor, grain })
    }

    /// Whether the slip gives the answer: its rounding to the decimals typed, or its very value.
    fn is(&self, slip: &Slip) -> bool {
        let Some(value) = slip.value.checked_mul(self.factor) else { return false };
        if same(self.typed.value, value) {
            return true;
        }
        // Digits are swapped in what is written, not in what it rounds to.
        if slip.is_digit_swap() {
            return false;
        }
        let printed = step_of(slip.decimals).checked_mul(self.factor).unwrap_or_default();
        let step = if self.typed.step.is_zero() { printed } else { self.typed.step };
        round_to(value, step).is_some_and(|rounded| same(self.rounded(step), rounded))
            || slip.tier == Tier::Trap && step <= printed && self.cuts(slip)
    }

    /// What was typed; the result of a computation to the decimals that are printed.
    fn rounded(&self, step: Decimal) -> Decimal {
        let computed = self.typed.step.is_zero().then(|| round_to(self.typed.value, step));
        computed.flatten().unwrap_or(self.typed.value)
    }

    /// The value of an author's trap, cut instead of rounded.
    fn cuts(&self, slip: &Slip) -> bool {
        truncate(slip.value, slip.decimals)
            .checked_mul(self.factor)
            .is_some_and(|value| same(self.typed.value, value))
    }

    /// The right value rounded first, its comma moved after.
    fn is_moved(&self, item: &Numeric, slip: &Slip) -> bool {
        let power = matches!(slip.code, SlipCode::PowerOfTen | SlipCode::Factor100);
        if !power || self.factor != Decimal::ONE {
            return false;
        }
        let target = Target::new(item.exact, item.decimals, &Tolerance::Default);
        let back = item.exact.checked_div(slip.value).map(|factor| round(factor, EXACT));
        back.and_then(|factor| self.typed.scaled(factor))
            .is_some_and(|typed| matches!(target.fit(typed), Fit::Right | Fit::Truncated))
    }
}

/// Whether two values are one, but for the noise of divisions.
fn same(a: Decimal, b: Decimal) -> bool {
    distance(a, b).is_some_and(|gap| round(gap, EXACT).is_zero())
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
