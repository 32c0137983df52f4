//! What a wrong answer most likely did: the author's traps first, then the slips of the formula
//! and of the figure, the specific before the generic. Nothing is named by chance: a slip must
//! give the value that was typed, to the precision it was typed with.

use rust_decimal::Decimal;

use super::answer::{Answer, Finding};
use super::placed::Kinship;
use super::slip::{self, Slip, Tier};
use super::tolerance::{Fit, Typed, distance};
use super::{SlipCode, Verdict, wording};
use crate::model::{Numeric, Tolerance};

/// A generic slip is believed where the answer is written this finely, relative to its size:
/// among small whole numbers any value is some slip's.
const FINE: u32 = 50;

/// A wrong answer, with what explains it.
pub(super) fn diagnose(answer: &Answer) -> Finding {
    let slips = slips(answer);
    let named = explaining(answer, &slips);
    let mut finding = match named.first() {
        Some(first) => {
            let message = named.iter().map(|slip| slip.sentence.as_str()).collect::<Vec<_>>();
            let finding = Finding::new(Verdict::Wrong, None, message.join(" Ou bien\u{a0}: "));
            Finding { slip: Some(first.code), ..finding }
        }
        None => Finding::new(Verdict::Wrong, None, wording::undiagnosed(answer)),
    };
    if finding.slip.is_none() && foreign_unit(answer) {
        finding.slip = Some(SlipCode::Unit);
    }
    finding
}

/// Every slip that could be named for an item, in order of likelihood, without those that lead
/// to an accepted value.
pub(super) fn slips(answer: &Answer) -> Vec<Slip> {
    let item = answer.item;
    let traps = item.traps.iter().map(|trap| Slip {
        code: SlipCode::Trap,
        value: trap.value,
        decimals: item.decimals,
        sentence: wording::sentence(&trap.sentence),
        tier: Tier::Trap,
    });
    let mut slips: Vec<Slip> = traps.collect();
    slips.extend(slip::of_figure(item));
    slips.retain(|slip| slip.tier == Tier::Trap || !is_accepted(item, slip.value));
    slips.sort_by_key(|slip| slip.tier);
    slips
}

/// The slips of the best tier that give the answer: two at most, when both say something else.
fn explaining<'a>(answer: &Answer, slips: &'a [Slip]) -> Vec<&'a Slip> {
    let mut fitting = slips.iter().filter(|slip| gives(answer, slip));
    let Some(first) = fitting.next() else { return Vec::new() };
    let second = fitting.find(|slip| {
        slip.tier == first.tier && slip.tier == Tier::Specific && slip.code != first.code
    });
    std::iter::once(first).chain(second).collect()
}

/// Whether a slip leads to the answer, by the rule answers are judged with.
fn gives(answer: &Answer, slip: &Slip) -> bool {
    let item = answer.item;
    let Some((kinship, fit)) =
        answer.fit_with(slip.value, item.unit, slip.decimals, &Tolerance::Default)
    else {
        return false;
    };
    let fits = match fit {
        Fit::Right | Fit::Truncated => true,
        Fit::TooCoarse => written_finely(answer),
        Fit::Off => false,
    };
    fits && kinship != Kinship::Foreign && (slip.tier != Tier::Generic || written_finely(answer))
}

/// Whether the last written decimal is small beside the value.
fn written_finely(answer: &Answer) -> bool {
    let placed = answer.placed(answer.item.unit);
    placed.is_some_and(|placed| {
        let Typed { value, step } = placed.typed;
        step.checked_mul(Decimal::from(FINE)).is_some_and(|grain| grain <= value.abs())
    })
}

fn is_accepted(item: &Numeric, value: Decimal) -> bool {
    let target = super::tolerance::Target::new(item.exact, item.decimals, &item.tolerance);
    target.fit(Typed::exact(value)) != Fit::Off
}

fn foreign_unit(answer: &Answer) -> bool {
    answer.placed(answer.item.unit).is_some_and(|placed| placed.kinship == Kinship::Foreign)
}

/// The known slip nearest to the answer, within a tenth of it, whatever it was judged.
pub(super) fn nearest(answer: &Answer) -> Option<Slip> {
    let value = answer.value()?;
    let slips = slips(answer);
    let near = slips.into_iter().filter_map(|slip| Some((distance(slip.value, value)?, slip)));
    let (gap, slip) = near.min_by(|(a, _), (b, _)| a.cmp(b))?;
    (gap.checked_mul(Decimal::TEN)? <= value.abs()).then_some(slip)
}
