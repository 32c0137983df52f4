//! Sums the loader verifies: parts that make 100 %, changes that cancel out.

use super::compute;
use super::context::Context;
use super::figure;
use super::walk;
use crate::content::code::Code;
use crate::content::file::FileCheck;
use crate::model::Check;
use crate::number::Unit;
use crate::number::french;
use crate::number::rounding::round;

/// Verifies each check at the precision it is written with.
pub(super) fn checks(context: &Context, checks: &[FileCheck]) -> Vec<Check> {
    checks.iter().filter_map(|file| check(context, file)).collect()
}

fn check(context: &Context, file: &FileCheck) -> Option<Check> {
    let report = context.report;
    let formula = compute::parse(report, &context.scope, None, &file.formule)?;
    let expected = figure::quantity(report, &file.vaut)?;
    let natural =
        || crate::formula::evaluate(&formula.expr, &context.sheet).map(|value| value.shown).ok();
    let unit = expected.unit.or_else(natural).unwrap_or(Unit::Number);
    let value = compute::evaluate(report, &context.sheet, &formula, &file.formule, unit)?;
    let found = round(value, expected.decimals);
    if found != expected.value {
        let shown = french::quantity(found, unit, expected.decimals);
        let message =
            format!("ce contrôle donne {shown} au lieu de {}", french::typeset(&file.vaut.text));
        report.push(
            report
                .at(&file.vaut, Code::CheckFails, message)
                .help("Un chiffre du tableau, ou ce contrôle, est à corriger."),
        );
    }
    Some(Check { items: walk::items(&formula), sentence: report.text(&file.phrase) })
}
