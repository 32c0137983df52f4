//! What is accepted or expected beside the exact figure: tolerance, other values, routes, traps.

use rust_decimal::Decimal;

use super::compute;
use super::context::Context;
use super::figure;
use super::number::{Computed, Draft};
use crate::content::code::Code;
use crate::content::file::{FileAccepted, FileTolerance, FileTrap};
use crate::content::located::Located;
use crate::content::report::Report;
use crate::model::{Accepted, AcceptedValue, Formula, Tolerance, Trap};
use crate::number::Unit;
use crate::number::french;
use crate::number::rounding::round;

/// The tolerance in the item's unit; the default one where it is wrong, once told.
pub(super) fn tolerance(report: &Report, draft: &Draft, computed: &Computed) -> Tolerance {
    let unit = computed.unit;
    match draft.tolerance {
        FileTolerance::Defaut => Some(Tolerance::Default),
        FileTolerance::Absolue(text) => positive(report, text, unit).map(Tolerance::Absolute),
        FileTolerance::Relative(text) => positive(report, text, Unit::Percent)
            .and_then(|value| value.checked_div(Decimal::ONE_HUNDRED))
            .map(Tolerance::Relative),
        FileTolerance::Decimales(n) => Some(Tolerance::Decimals(*n)),
        FileTolerance::Entre(low, high) => between(report, low, high, computed),
        FileTolerance::EntierParExces => Some(Tolerance::WholeUp),
        FileTolerance::EntierParDefaut => Some(Tolerance::WholeDown),
        FileTolerance::Parmi(values) => {
            let values: Vec<Decimal> =
                values.iter().filter_map(|text| figure::value_in(report, text, unit)).collect();
            (!values.is_empty()).then_some(Tolerance::OneOf(values))
        }
    }
    .unwrap_or(Tolerance::Default)
}

fn positive(report: &Report, text: &Located, unit: Unit) -> Option<Decimal> {
    let value = figure::value_in(report, text, unit)?;
    if value <= Decimal::ZERO {
        let message = "la tolérance doit être plus grande que zéro";
        report.push(report.at(text, Code::BadTolerance, message));
        return None;
    }
    Some(value)
}

fn between(
    report: &Report,
    low: &Located,
    high: &Located,
    computed: &Computed,
) -> Option<Tolerance> {
    let bounds = range(report, low, high, computed.unit)?;
    let expected = round(computed.exact, computed.decimals);
    if expected < bounds.0 || expected > bounds.1 {
        let value = french::quantity(expected, computed.unit, computed.decimals);
        let message = format!("la valeur de la formule, {value}, n’est pas dans cet intervalle");
        report.push(report.at(low, Code::BadTolerance, message));
    }
    Some(Tolerance::Between(bounds.0, bounds.1))
}

fn range(report: &Report, low: &Located, high: &Located, unit: Unit) -> Option<(Decimal, Decimal)> {
    let bounds = (figure::value_in(report, low, unit)?, figure::value_in(report, high, unit)?);
    if bounds.0 >= bounds.1 {
        report.push(report.at(
            high,
            Code::BadTolerance,
            "la borne haute n’est pas au-dessus de la borne basse",
        ));
        return None;
    }
    Some(bounds)
}

/// Other accepted figures; those in error are left out, once told.
pub(super) fn accepted(context: &Context, draft: &Draft, computed: &Computed) -> Vec<Accepted> {
    draft.accepted.iter().filter_map(|file| one_accepted(context, draft, computed, file)).collect()
}

fn one_accepted(
    context: &Context,
    draft: &Draft,
    computed: &Computed,
    file: &FileAccepted,
) -> Option<Accepted> {
    let report = context.report;
    let (value, remark, erratum) = match file {
        FileAccepted::Valeur { valeur, remarque, erratum } => {
            let quantity = figure::quantity(report, valeur)?;
            let unit = quantity.unit.unwrap_or(computed.unit);
            if !erratum {
                already_right(report, valeur, quantity.value, unit, quantity.decimals, computed);
            }
            (
                AcceptedValue::Figure { value: quantity.value, unit, decimals: quantity.decimals },
                remarque,
                erratum,
            )
        }
        FileAccepted::Entre { min, max, remarque, erratum } => {
            let (low, high) = range(report, min, max, computed.unit)?;
            (AcceptedValue::Between(low, high), remarque, erratum)
        }
        FileAccepted::Formule { formule, imprime, remarque, erratum } => (
            accepted_formula(context, draft, computed, formule, imprime.as_ref())?,
            remarque,
            erratum,
        ),
    };
    Some(Accepted { value, remark: report.text(remark), erratum: *erratum })
}

fn accepted_formula(
    context: &Context,
    draft: &Draft,
    computed: &Computed,
    text: &Located,
    printed: Option<&Located>,
) -> Option<AcceptedValue> {
    let report = context.report;
    let formula = compute::parse(report, &context.scope, draft.here.as_ref(), text)?;
    let printed = printed.and_then(|printed| Some((printed, figure::quantity(report, printed)?)));
    let unit = printed.as_ref().and_then(|(_, quantity)| quantity.unit).unwrap_or(computed.unit);
    let decimals = printed.as_ref().map_or(computed.decimals, |(_, quantity)| quantity.decimals);
    let exact = compute::evaluate(report, &context.sheet, &formula, text, unit)?;
    match printed {
        Some((place, quantity)) if round(exact, decimals) != quantity.value => {
            let value = french::quantity(round(exact, decimals), unit, decimals);
            let message = format!("cette formule donne {value}, pas le chiffre imprimé");
            report.push(
                report
                    .at(place, Code::PrintMismatch, message)
                    .help("Donnez le chiffre imprimé par Valeur(…, erratum: true)."),
            );
        }
        _ => already_right(report, text, exact, unit, decimals, computed),
    }
    Some(AcceptedValue::Formula { formula, exact, unit, decimals })
}

/// Advice only: what is accepted is right anyway, so its remark would never show.
fn already_right(
    report: &Report,
    place: &Located,
    value: Decimal,
    unit: Unit,
    decimals: u32,
    computed: &Computed,
) {
    if unit == computed.unit && decimals >= computed.decimals && same(value, computed) {
        report.push(
            report
                .at(
                    place,
                    Code::AcceptedIsRight,
                    "cette valeur est déjà juste\u{a0}: sa remarque ne s’affichera pas",
                )
                .help("Une autre façon de trouver le même résultat va dans voies: […]."),
        );
    }
}

fn same(value: Decimal, computed: &Computed) -> bool {
    round(value, computed.decimals) == round(computed.exact, computed.decimals)
}

/// Other ways to the same figure.
pub(super) fn routes(context: &Context, draft: &Draft, computed: &Computed) -> Vec<Formula> {
    draft.routes.iter().filter_map(|text| route(context, draft, computed, text)).collect()
}

fn route(context: &Context, draft: &Draft, computed: &Computed, text: &Located) -> Option<Formula> {
    let report = context.report;
    let formula = compute::parse(report, &context.scope, draft.here.as_ref(), text)?;
    let value = compute::evaluate(report, &context.sheet, &formula, text, computed.unit)?;
    if !same(value, computed) {
        let shown = |value| {
            french::quantity(round(value, computed.decimals), computed.unit, computed.decimals)
        };
        let message =
            format!("cette voie donne {}, la formule {}", shown(value), shown(computed.exact));
        report.push(
            report
                .at(text, Code::RouteMismatch, message)
                .help("Une voie mène au même résultat\u{a0}; une autre valeur admise va dans accepte: [Formule(…)]."),
        );
    }
    Some(formula)
}

/// The mistakes the author expects.
pub(super) fn traps(context: &Context, draft: &Draft, computed: &Computed) -> Vec<Trap> {
    let mut traps: Vec<Trap> = Vec::new();
    for file in draft.traps {
        let Some((place, trap)) = trap(context, draft, computed, file) else { continue };
        let report = context.report;
        if same(trap.value, computed) {
            report.push(
                report
                    .at(place, Code::TrapIsRight, "ce piège mène à la bonne réponse")
                    .help("Retirez-le, ou corrigez sa formule."),
            );
        } else if traps.iter().any(|other| {
            round(other.value, computed.decimals) == round(trap.value, computed.decimals)
        }) {
            report.push(report.at(
                place,
                Code::SameTrap,
                "deux pièges mènent à la même valeur\u{a0}: seul le premier sera nommé",
            ));
        }
        traps.push(trap);
    }
    traps
}

fn trap<'a>(
    context: &Context,
    draft: &Draft,
    computed: &Computed,
    file: &'a FileTrap,
) -> Option<(&'a Located, Trap)> {
    let report = context.report;
    match file {
        FileTrap::Formule { formule, phrase } => {
            let formula = compute::parse(report, &context.scope, draft.here.as_ref(), formule)?;
            let value =
                compute::evaluate(report, &context.sheet, &formula, formule, computed.unit)?;
            Some((formule, Trap { value, sentence: report.text(phrase) }))
        }
        FileTrap::Valeur { valeur, phrase } => {
            let value = figure::value_in(report, valeur, computed.unit)?;
            Some((valeur, Trap { value, sentence: report.text(phrase) }))
        }
    }
}
