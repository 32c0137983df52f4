//! Judging one figure: the rules of `docs/judging.md`, in their order. Diagnosing a wrong
//! answer is `diagnosis`'s work, following the learner's own earlier results is `carried`'s.

use super::answer::{Answer, Finding};
use super::placed::Kinship;
use super::tolerance::Fit;
use super::{Context, Judgement, Remark, Verdict, Why};
use super::{accepted, carried, diagnosis, form, path, why, wording};
use crate::model::Numeric;
use crate::number::french;
use crate::number::{self, ReadErrorKind, Reading};

/// Judges what was typed for an item.
pub fn judge(item: &Numeric, context: &Context, raw: &str) -> Judgement {
    judge_reading(item, context, number::read_as(raw, item.unit))
}

/// Judges a text that was read already, in the item's unit.
pub fn judge_reading(item: &Numeric, context: &Context, reading: Reading) -> Judgement {
    let quantity = match &reading {
        Reading::Quantity(quantity) => quantity,
        _ => return unread(reading),
    };
    let answer = Answer { item, context, quantity };
    let finding = softened(&answer, find(&answer));
    Judgement {
        verdict: finding.verdict,
        value: answer.value(),
        remark: finding.remark,
        slip: finding.slip,
        carried: finding.carried,
        message: finding.message,
        why: why::explain(&answer, finding.nearest),
        reading,
    }
}

/// The first rule that applies decides.
fn find(answer: &Answer) -> Finding {
    by_rules(answer).unwrap_or_else(|| diagnosis::diagnose(answer))
}

/// What the rules say; `None` for an answer that is wrong, whatever explains it.
pub(super) fn by_rules(answer: &Answer) -> Option<Finding> {
    let rules: [fn(&Answer) -> Option<Finding>; 9] = [
        expected,
        accepted::misprint,
        truncated,
        accepted::others,
        path::rounded,
        too_coarse,
        form::confused,
        form::decimal_form,
        carried::follow,
    ];
    rules.iter().find_map(|rule| rule(answer))
}

fn fits_as(answer: &Answer, wanted: Fit) -> Option<Kinship> {
    let (kinship, fit) = answer.fit(answer.item.exact)?;
    let comparable = matches!(kinship, Kinship::Same | Kinship::Converted);
    (fit == wanted && comparable).then_some(kinship)
}

fn expected(answer: &Answer) -> Option<Finding> {
    let kinship = fits_as(answer, Fit::Right)?;
    let remark = (kinship == Kinship::Converted).then_some(Remark::Converted);
    Some(Finding::new(Verdict::Right, remark, wording::right(answer)))
}

fn truncated(answer: &Answer) -> Option<Finding> {
    fits_as(answer, Fit::Truncated)?;
    Some(Finding::new(Verdict::Right, Some(Remark::Truncated), wording::truncated(answer)))
}

/// The very value of a trap, or of a simple mean, is that rather than a coarse rounding.
fn too_coarse(answer: &Answer) -> Option<Finding> {
    fits_as(answer, Fit::TooCoarse)?;
    if let Some(trapped) = diagnosis::trapped(answer) {
        return Some(trapped);
    }
    let message = wording::too_coarse(answer.item);
    Some(Finding::new(Verdict::Close, Some(Remark::TooCoarse), message))
}

/// The soft note on the dot, where nothing more important is to be said.
fn softened(answer: &Answer, mut finding: Finding) -> Finding {
    let counts = matches!(finding.verdict, Verdict::Right | Verdict::Close);
    if answer.quantity.dot && counts && finding.remark.is_none() {
        finding.remark = Some(Remark::Dot);
        finding.message.push_str(wording::DOT);
    }
    finding
}

/// Blank, unreadable and ambiguous answers are no attempt.
fn unread(reading: Reading) -> Judgement {
    let (remark, message) = match &reading {
        Reading::Unreadable(error) if error.kind == ReadErrorKind::Blank => {
            (Remark::Blank, wording::BLANK.to_owned())
        }
        Reading::Unreadable(error) => (Remark::Unreadable, french::sentence(&error.message())),
        Reading::Ambiguous { thousands, decimal } => {
            (Remark::Ambiguous, wording::ambiguous(thousands, decimal))
        }
        Reading::Quantity(_) => (Remark::Unreadable, String::new()),
    };
    Judgement {
        verdict: Verdict::Neutral,
        reading,
        value: None,
        remark: Some(remark),
        slip: None,
        carried: false,
        message,
        why: Why::default(),
    }
}
