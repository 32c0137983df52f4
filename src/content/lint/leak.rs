//! No hint, prompt or énoncé may contain the figure it leads to.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::figures::{Mention, mentions};
use crate::content::code::Code;
use crate::content::file::{FileCell, FileGrid, FileQuestion, FileStep};
use crate::content::located::Located;
use crate::content::report::Report;
use crate::model::{
    Annex, AnnexBody, Cell, Expr, GridCell, Node, Numeric, Question, Step, StepKind,
};
use crate::number::{Unit, rounding::round};

/// Checks the texts a learner reads before answering, step by step.
pub(super) fn question(
    report: &Report,
    annexes: &[Annex],
    file: &FileQuestion,
    question: &Question,
) {
    let known = known_figures(annexes, question);
    for (file_step, step) in file.etapes.iter().zip(&question.steps) {
        let numbers = numbers(step);
        let guarded: Vec<&Numeric> =
            numbers.into_iter().filter(|number| !number.read_off).collect();
        let mut before: Vec<&Located> = file.enonce.iter().collect();
        before.push(file_step.prompt());
        for number in &guarded {
            let texts = before.iter().copied().chain(help(file_step, number));
            for text in texts {
                check(report, &known, number, text);
            }
        }
    }
}

fn numbers(step: &Step) -> Vec<&Numeric> {
    match &step.kind {
        StepKind::Number(number) => vec![number],
        StepKind::Grid(grid) => grid
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| match cell {
                GridCell::Blank(number) => Some(number.as_ref()),
                GridCell::Empty | GridCell::Given(_) => None,
            })
            .collect(),
        StepKind::Choice(_) | StepKind::Writing(_) | StepKind::Rcs(_) => Vec::new(),
    }
}

/// Hints and method written for one figure.
fn help<'a>(step: &'a FileStep, number: &Numeric) -> Vec<&'a Located> {
    match step {
        FileStep::Calcul(file) => file.indices.iter().chain(&file.methode).collect(),
        FileStep::Completer(grid) => cell_help(grid, number),
        FileStep::Choix(_) | FileStep::Redaction(_) | FileStep::Rcs(_) => Vec::new(),
    }
}

fn cell_help<'a>(grid: &'a FileGrid, number: &Numeric) -> Vec<&'a Located> {
    let local = number.id.local();
    let rows = grid.lignes.iter().filter(|row| {
        local.strip_prefix(row.id.text.as_str()).is_some_and(|rest| rest.starts_with('-'))
    });
    rows.flat_map(|row| {
        let own = row.cellules.iter().filter_map(|cell| match cell {
            FileCell::Cellule(blank) => Some(blank),
            _ => None,
        });
        let own = own.flat_map(|blank| blank.indices.iter().chain(&blank.methode));
        row.indices.iter().chain(&row.methode).chain(own)
    })
    .collect()
}

/// Figures the question gives anyway: cells of its annexes.
fn known_figures(annexes: &[Annex], question: &Question) -> HashSet<Decimal> {
    let cited = annexes.iter().filter(|annex| question.annexes.contains(&annex.id));
    let mut known = HashSet::new();
    for annex in cited {
        match &annex.body {
            AnnexBody::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    match cell {
                        Cell::Figure { quantity, .. } => {
                            known.insert(quantity.value.abs().normalize());
                        }
                        Cell::Text(words) => {
                            known.extend(mentions(words).into_iter().map(|m| m.value))
                        }
                        Cell::Missing => {}
                    }
                }
            }
            AnnexBody::TextTable(table) => {
                let words = table.rows.iter().flatten();
                known.extend(words.flat_map(|text| mentions(text)).map(|m| m.value));
            }
            AnnexBody::Text(paragraphs) => {
                known.extend(paragraphs.iter().flat_map(|text| mentions(text)).map(|m| m.value));
            }
        }
    }
    known
}

fn check(report: &Report, known: &HashSet<Decimal>, number: &Numeric, text: &Located) {
    let printed = number.printed.as_ref().map(|printed| printed.value.abs().normalize());
    let right = round(number.exact, number.decimals).abs().normalize();
    for mention in mentions(&text.text) {
        let given =
            known.contains(&mention.value) || in_formula(&number.formula.expr, mention.value);
        let gives = mention.value == right || printed == Some(mention.value);
        if gives && !given && telling(&mention, number.unit) {
            let message = format!("ce texte donne la réponse de «\u{a0}{}\u{a0}»", number.label);
            report.push(
                report
                    .inside(text, &mention.span, Code::Leak, message)
                    .help("Un indice, une consigne ou un énoncé ne contient jamais le résultat\u{a0}: reformulez."),
            );
        }
    }
}

fn in_formula(expr: &Expr, value: Decimal) -> bool {
    match &expr.node {
        Node::Literal(literal) => literal.value.abs().normalize() == value,
        Node::Operand(_) => false,
        Node::Negate(inner) => in_formula(inner, value),
        Node::Binary(_, left, right) => in_formula(left, value) || in_formula(right, value),
        Node::Call(_, args) => args.iter().any(|arg| in_formula(arg, value)),
        Node::Lookup { subject, bands, otherwise } => {
            let bounds = bands.iter().flat_map(|band| band.low.iter().chain(&band.high));
            in_formula(subject, value)
                || bounds.into_iter().any(|bound| bound.value.value.abs().normalize() == value)
                || bands.iter().any(|band| in_formula(&band.value, value))
                || in_formula(otherwise, value)
        }
    }
}

/// Whether a figure tells something: a year, a small count or a round percentage met by chance do not.
fn telling(mention: &Mention, unit: Unit) -> bool {
    if mention.decimals > 0 {
        return true;
    }
    let whole = mention.value;
    let hundred = Decimal::ONE_HUNDRED;
    let year =
        whole >= Decimal::from(1900) && whole <= Decimal::from(2100) && mention.unit.is_empty();
    if whole.is_zero() || (unit.is_percentlike() && whole == hundred) || year {
        return false;
    }
    let marked = match Unit::parse(&mention.unit) {
        Some(found) if !mention.unit.is_empty() => found.family() == unit.family(),
        _ => false,
    };
    marked || whole > hundred || (unit.is_plain() && whole >= Decimal::TEN)
}
