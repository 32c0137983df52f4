//! Figures accepted besides the expected one: those an author lists, other routes, and the
//! figure a corrigé misprints.

use super::answer::{Answer, Finding};
use super::placed::Kinship;
use super::tolerance::Fit;
use super::{Remark, Verdict, wording};
use crate::formula;
use crate::model::{Accepted, AcceptedValue, Tolerance};
use crate::number::french;

/// The printed figure, where it is not the rounding of its formula.
pub(super) fn misprint(answer: &Answer) -> Option<Finding> {
    let printed = answer.item.printed.as_ref()?;
    let reason = printed.erratum.as_ref()?;
    let item = answer.item;
    let fit = answer.fit_with(printed.value, item.unit, item.decimals, &Tolerance::Default)?;
    is_right(fit).then(|| {
        let message = wording::misprint(item, reason);
        Finding::new(Verdict::Right, Some(Remark::Erratum), message)
    })
}

/// The values and the routes an author lists.
pub(super) fn others(answer: &Answer) -> Option<Finding> {
    listed(answer).or_else(|| routes(answer))
}

fn listed(answer: &Answer) -> Option<Finding> {
    let mut confused = None;
    for accepted in &answer.item.accepted {
        match against(answer, accepted) {
            Some((Kinship::Same | Kinship::Converted, Fit::Right | Fit::Truncated)) => {
                return Some(welcomed(accepted));
            }
            Some((Kinship::PercentPoints, Fit::Right | Fit::Truncated)) => {
                confused = confused.or_else(|| Some(other_unit(answer)));
            }
            _ => {}
        }
    }
    confused
}

fn against(answer: &Answer, accepted: &Accepted) -> Option<(Kinship, Fit)> {
    let item = answer.item;
    match &accepted.value {
        AcceptedValue::Figure { value, unit, decimals } => {
            answer.fit_with(*value, *unit, *decimals, &Tolerance::Default)
        }
        AcceptedValue::Between(low, high) => {
            let range = Tolerance::Between(*low, *high);
            answer.fit_with(item.exact, item.unit, item.decimals, &range)
        }
        AcceptedValue::Formula { exact, unit, decimals, .. } => {
            answer.fit_with(*exact, *unit, *decimals, &Tolerance::Default)
        }
    }
}

fn welcomed(accepted: &Accepted) -> Finding {
    let remark = if accepted.erratum { Remark::Erratum } else { Remark::OtherAccepted };
    let message = format!("Juste. {}", french::sentence(&accepted.remark));
    Finding::new(Verdict::Right, Some(remark), message)
}

fn other_unit(answer: &Answer) -> Finding {
    let message = wording::percent_points(answer.item.unit);
    Finding::new(Verdict::Close, Some(Remark::PercentPoints), message)
}

fn routes(answer: &Answer) -> Option<Finding> {
    let item = answer.item;
    item.routes.iter().find_map(|route| {
        let exact = formula::exact(&route.expr, item.unit, answer.context.data).ok()?;
        is_right(answer.fit(exact)?).then(|| {
            Finding::new(Verdict::Right, Some(Remark::OtherAccepted), wording::other_route(route))
        })
    })
}

/// Right or truncated, in a unit that compares.
pub(super) fn is_right((kinship, fit): (Kinship, Fit)) -> bool {
    matches!(kinship, Kinship::Same | Kinship::Converted)
        && matches!(fit, Fit::Right | Fit::Truncated)
}
