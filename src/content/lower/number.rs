//! One figure: its formula, its printed form, and everything accepted around it.

use rust_decimal::Decimal;

use super::accepted;
use super::board::Here;
use super::compute;
use super::context::Context;
use super::figure;
use crate::content::code::Code;
use crate::content::file::{FileAccepted, FileTolerance, FileTrap};
use crate::content::located::Located;
use crate::formula::{self, Figure};
use crate::model::{Formula, ItemId, Numeric, Printed, Tolerance};
use crate::number::french;
use crate::number::rounding::round;
use crate::number::{Quantity, Unit};

/// What an author wrote of a figure, from a step or from a cell and its row.
pub(super) struct Draft<'a> {
    pub id: ItemId,
    /// Where to tell of what the figure lacks.
    pub place: &'a Located,
    /// "Taux de rebond".
    pub label: String,
    /// "T1".
    pub heading: Option<String>,
    pub here: Option<Here>,
    pub skill: Option<&'a Located>,
    pub formula: &'a Located,
    pub printed: Option<&'a Located>,
    pub unit: Option<&'a Located>,
    pub decimals: Option<u32>,
    pub tolerance: &'a FileTolerance,
    pub accepted: &'a [FileAccepted],
    pub routes: &'a [Located],
    pub traps: &'a [FileTrap],
    pub erratum: Option<&'a Located>,
    pub unsigned: bool,
    pub hints: &'a [Located],
    pub method: Option<&'a Located>,
    pub reasoning: &'a Located,
}

/// The figure computed, with what its accepted values are read in.
pub(super) struct Computed {
    pub exact: Decimal,
    pub unit: Unit,
    pub decimals: u32,
}

/// Completes a draft whose formula is parsed. `None` where it has no value; its problems are told.
pub(super) fn complete(context: &mut Context, draft: &Draft, formula: Formula) -> Option<Numeric> {
    let report = context.report;
    let printed = draft.printed.and_then(|text| Some((text, figure::quantity(report, text)?)));
    let read_off = compute::read_off(&context.sheet, &formula);
    let unit = unit(context, draft, &formula, printed.as_ref().map(|(_, quantity)| quantity));
    let exact = compute::evaluate(report, &context.sheet, &formula, draft.formula, unit)?;
    let decimals = decimals(context, draft, printed.as_ref().map(|(_, q)| q), read_off.as_ref());
    let computed = Computed { exact, unit, decimals };
    let tolerance = accepted::tolerance(report, draft, &computed);
    let printed = printed.and_then(|(text, quantity)| {
        compare(context, draft, &computed, &tolerance, text, &quantity)
    });
    let place = draft.heading.clone();
    let shown = Figure { value: exact, unit, decimals, label: draft.label.clone(), place };
    context.sheet.add_item(draft.id.clone(), shown);
    Some(Numeric {
        id: draft.id.clone(),
        label: match &draft.heading {
            Some(heading) => format!("{}, {heading}", draft.label),
            None => draft.label.clone(),
        },
        unit,
        exact,
        decimals,
        printed,
        tolerance,
        accepted: accepted::accepted(context, draft, &computed),
        routes: accepted::routes(context, draft, &computed),
        traps: accepted::traps(context, draft, &computed),
        unsigned: draft.unsigned,
        read_off: read_off.is_some(),
        formula,
        skill: context.skill(draft.skill),
        hints: report.texts(draft.hints),
        method: report.maybe(draft.method),
        reasoning: report.text(draft.reasoning),
    })
}

/// The unit of the printed figure, else of the step, row or column, else of the formula.
fn unit(context: &Context, draft: &Draft, formula: &Formula, printed: Option<&Quantity>) -> Unit {
    let named = figure::unit(context.report, draft.unit);
    let natural = || formula::evaluate(&formula.expr, &context.sheet).map(|value| value.shown).ok();
    printed.and_then(|quantity| quantity.unit).or(named).or_else(natural).unwrap_or(Unit::Number)
}

fn decimals(
    context: &Context,
    draft: &Draft,
    printed: Option<&Quantity>,
    read_off: Option<&Figure>,
) -> u32 {
    let whole =
        matches!(draft.tolerance, FileTolerance::EntierParExces | FileTolerance::EntierParDefaut);
    let known = draft
        .decimals
        .or(printed.map(|quantity| quantity.decimals))
        .or(read_off.map(|figure| figure.decimals))
        .or(whole.then_some(0));
    if known.is_none() && draft.printed.is_none() {
        let problem = context
            .report
            .at(draft.place, Code::NoUnit, "on ne sait pas combien de décimales sont attendues")
            .help("Ajoutez imprime: \"…\", le chiffre tel que le corrigé l’imprime, sinon unite et decimales.");
        context.report.push(problem);
    }
    known.unwrap_or(0)
}

/// The printed figure against its formula: the heart of the loader.
fn compare(
    context: &Context,
    draft: &Draft,
    computed: &Computed,
    tolerance: &Tolerance,
    text: &Located,
    quantity: &Quantity,
) -> Option<Printed> {
    let report = context.report;
    let value = figure::value_in(report, text, computed.unit)?;
    let right = is_right(value, quantity.decimals, draft.unsigned, computed, tolerance);
    match (right, draft.erratum) {
        (false, None) => {
            let found = french::quantity(round(computed.exact, quantity.decimals), computed.unit, quantity.decimals);
            let finer = quantity.decimals + 2;
            let exact = french::quantity(round(computed.exact, finer), computed.unit, finer);
            let printed = french::quantity(value, computed.unit, quantity.decimals);
            report.push(
                report
                    .at(text, Code::PrintMismatch, format!("la formule donne {found} ({exact}), le fichier imprime {printed}"))
                    .help("Corrigez la formule ou le chiffre\u{a0}; si le corrigé imprime bien ce chiffre, ajoutez erratum: \"pourquoi\"."),
            );
        }
        (true, Some(erratum)) => report.push(
            report
                .at(erratum, Code::NeedlessErratum, "erratum déclaré, mais le chiffre imprimé est bien l’arrondi de la formule")
                .help("Retirez erratum\u{a0}; une remarque sur la phrase du corrigé va dans errata: […], à la question."),
        ),
        _ => {}
    }
    Some(Printed { text: french::typeset(&text.text), value, erratum: report.maybe(draft.erratum) })
}

fn is_right(
    value: Decimal,
    decimals: u32,
    unsigned: bool,
    computed: &Computed,
    tolerance: &Tolerance,
) -> bool {
    let same = |a: Decimal, b: Decimal| a == b || (unsigned && a.abs() == b.abs());
    match tolerance {
        Tolerance::WholeUp => same(value, computed.exact.ceil()),
        Tolerance::WholeDown => same(value, computed.exact.floor()),
        Tolerance::Between(low, high) => *low <= value && value <= *high,
        Tolerance::OneOf(values) => values.iter().any(|one| same(*one, value)),
        _ => same(value, round(computed.exact, decimals)),
    }
}
