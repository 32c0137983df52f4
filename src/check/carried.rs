//! Judging a later step on the learner's own earlier results (erreur reportée): the method has
//! its credit, and the sentence says which figure was carried.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::answer::{Answer, Finding};
use super::own::{self, Own};
use super::placed::Kinship;
use super::plausible;
use super::tolerance::{Fit, Target, Typed};
use super::wording::short_figure;
use super::{Remark, Verdict, wording};
use crate::formula::{self, EvalErrorKind};
use crate::model::{ItemId, Tolerance};

/// A learner's earlier result that is not the corrigé's.
struct Earlier {
    id: ItemId,
    /// « Taux de rebond, T1 » (48 %)
    shown: String,
    /// The corrigé would accept it too.
    right: bool,
    /// Why it is not carried.
    absurd: Option<String>,
}

pub(super) fn follow(answer: &Answer) -> Option<Finding> {
    let earlier = differing(answer);
    let absurd: BTreeSet<ItemId> =
        earlier.iter().filter(|one| one.absurd.is_some()).map(|one| one.id.clone()).collect();
    if earlier.len() > absurd.len() {
        let fit = fit_carried(answer, absurd.clone());
        if let Ok(Some(fit)) = fit {
            return Some(credited(answer, fit, &earlier));
        }
    }
    if absurd.is_empty() {
        return None;
    }
    match fit_carried(answer, BTreeSet::new()) {
        Ok(None) => None,
        // The answer follows from the absurd figure, or nothing can follow from it.
        Ok(Some(_)) | Err(EvalErrorKind::DivisionByZero) => Some(pointed_out(&earlier)),
        Err(_) => None,
    }
}

/// The learner's results behind the formula that cannot be.
pub(super) fn absurd_results(answer: &Answer) -> BTreeSet<ItemId> {
    let absurd = differing(answer).into_iter().filter(|one| one.absurd.is_some());
    absurd.map(|one| one.id).collect()
}

/// The learner's results behind the formula that are not exactly the corrigé's.
fn differing(answer: &Answer) -> Vec<Earlier> {
    let context = answer.context;
    let behind = own::results_behind(context, answer.item);
    behind
        .into_iter()
        .filter_map(|id| {
            let value = *context.own.get(&id)?;
            let right = own::figure(context, &id)?;
            let item = context.steps.numeric(&id);
            let tolerance = item.map_or(&Tolerance::Default, |item| &item.tolerance);
            let target = Target::new(right.value, right.decimals, tolerance);
            let fit = target.fit(Typed::literal(value, value.scale()));
            let decimals = value.normalize().scale().min(4).max(right.decimals.min(2));
            (value != right.value).then(|| Earlier {
                shown: format!(
                    "«\u{a0}{}\u{a0}» ({})",
                    right.full_label(),
                    short_figure(value, decimals, right.unit)
                ),
                right: matches!(fit, Fit::Right | Fit::Truncated),
                absurd: plausible::absurd(&right, item, value),
                id,
            })
        })
        .collect()
}

/// How the answer stands to what the learner's own results lead to, by any route; `None` where
/// it is off, or where they lead to the corrigé's figure.
fn fit_carried(answer: &Answer, left_out: BTreeSet<ItemId>) -> Result<Option<Fit>, EvalErrorKind> {
    let data = Own::new(answer.context, left_out);
    let item = answer.item;
    let lead = formula::exact(&item.formula.expr, item.unit, &data).map_err(|error| error.kind)?;
    let routes =
        item.routes.iter().filter_map(|route| formula::exact(&route.expr, item.unit, &data).ok());
    let fits = std::iter::once(lead).chain(routes).filter_map(|exact| one_fit(answer, exact));
    Ok(fits.min_by_key(|fit| *fit == Fit::TooCoarse))
}

fn one_fit(answer: &Answer, exact: Decimal) -> Option<Fit> {
    let item = answer.item;
    // A set or an interval is about the corrigé's figure: carried values are judged by rounding.
    let tolerance = match item.tolerance {
        Tolerance::Between(..) | Tolerance::OneOf(_) => &Tolerance::Default,
        ref same => same,
    };
    let (kinship, fit) = answer.fit_with(exact, item.unit, item.decimals, tolerance)?;
    let comparable = matches!(kinship, Kinship::Same | Kinship::Converted);
    (comparable && fit != Fit::Off && exact != item.exact).then_some(fit)
}

fn credited(answer: &Answer, fit: Fit, earlier: &[Earlier]) -> Finding {
    let carried: Vec<&Earlier> = earlier.iter().filter(|one| one.absurd.is_none()).collect();
    if carried.iter().all(|one| one.right) && fit != Fit::TooCoarse {
        let message = format!(
            "Juste, à partir de {} tel que vous l’avez arrondi. Sans arrondir avant la fin\u{a0}: {}.",
            list(&carried),
            wording::expected(answer.item)
        );
        return Finding::new(Verdict::Right, Some(Remark::RoundedPath), message);
    }
    let wrong: Vec<&Earlier> = carried.iter().copied().filter(|one| !one.right).collect();
    let wrong = if wrong.is_empty() { carried } else { wrong };
    let mut message = format!(
        "La méthode est juste\u{a0}: ce résultat découle de votre {}. C’est ce chiffre-là qui est à reprendre.",
        list(&wrong)
    );
    let (verdict, remark) = match fit {
        Fit::TooCoarse => {
            message = format!("{message} {}", wording::too_coarse(answer.item));
            (Verdict::Close, Some(Remark::TooCoarse))
        }
        Fit::Truncated => (Verdict::Right, Some(Remark::Truncated)),
        _ => (Verdict::Right, None),
    };
    Finding { carried: true, ..Finding::new(verdict, remark, message) }
}

fn pointed_out(earlier: &[Earlier]) -> Finding {
    let reasons: Vec<&str> = earlier.iter().filter_map(|one| one.absurd.as_deref()).collect();
    let message = format!(
        "{} Reprenez d’abord cette étape, ou continuez avec le chiffre du corrigé.",
        reasons.join(" ")
    );
    Finding::new(Verdict::Wrong, None, message)
}

fn list(earlier: &[&Earlier]) -> String {
    let shown: Vec<&str> = earlier.iter().map(|one| one.shown.as_str()).collect();
    match shown.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} et {last}", before.join(", ")),
        None => String::new(),
    }
}
