//! From the text of a formula to its value, every problem told at its place.

use rust_decimal::Decimal;

use super::board::Here;
use super::scope::Scope;
use super::sheet::Sheet;
use super::walk;
use crate::content::code::Code;
use crate::content::located::Located;
use crate::content::report::Report;
use crate::formula::{self, Data, EvalErrorKind, Figure};
use crate::model::{Formula, Node, Operand};
use crate::number::Unit;

/// A formula with its names resolved. `None` once told.
pub(super) fn parse(
    report: &Report,
    scope: &Scope,
    here: Option<&Here>,
    text: &Located,
) -> Option<Formula> {
    match formula::parse(&text.text, &scope.view(here)) {
        Ok(formula) => Some(formula),
        Err(error) => {
            let problem = report.inside(text, &error.span, Code::BadFormula, error.message);
            report.push(match error.help {
                Some(help) => problem.help(help),
                None => problem,
            });
            None
        }
    }
}

/// The value of a formula in `unit`. `None` once told, or where an item it takes was told.
pub(super) fn evaluate(
    report: &Report,
    sheet: &Sheet,
    formula: &Formula,
    text: &Located,
    unit: Unit,
) -> Option<Decimal> {
    if walk::items(formula).iter().any(|item| sheet.has_failed(item)) {
        return None;
    }
    let error = match formula::exact(&formula.expr, unit, sheet) {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    let problem = match error.kind {
        EvalErrorKind::Dimensions(sentence) => report
            .inside(text, &error.span, Code::BadUnit, sentence)
            .help(format!("L’unité attendue est «\u{a0}{}\u{a0}»\u{a0}: elle vient du chiffre imprimé, sinon de unite.", unit.name())),
        kind => {
            let message = format!("cette formule n’a pas de valeur\u{a0}: {kind}");
            report.inside(text, &error.span, Code::NoValue, message)
        }
    };
    report.push(problem);
    None
}

/// The figure a formula reads off an annex, where it does nothing else.
pub(super) fn read_off(sheet: &Sheet, formula: &Formula) -> Option<Figure> {
    match &formula.expr.node {
        Node::Operand(Operand::Cell(cell)) => sheet.cell(cell),
        _ => None,
    }
}
