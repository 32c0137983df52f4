//! A question: its number, the annexes it cites, its points and its steps.

use std::collections::HashSet;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::annex::unique;
use super::context::Context;
use super::figure;
use super::slug::{is_number, nearest};
use super::step;
use crate::content::code::Code;
use crate::content::file::{FileGrid, FilePoints, FileQuestion, FileStep};
use crate::content::located::Located;
use crate::content::report::Report;
use crate::model::{Annex, Erratum, Points, Question};

/// Lowers a question; `seen` holds the numbers already taken.
pub(super) fn question(
    context: &mut Context,
    annexes: &[Annex],
    file: &FileQuestion,
    seen: &mut HashSet<String>,
) -> Question {
    let report = context.report;
    unique(report, seen, &file.numero, "question");
    if !is_number(&file.numero.text) {
        let message = format!("numéro refusé «\u{a0}{}\u{a0}»", file.numero.text);
        report.push(
            report
                .at(&file.numero, Code::BadId, message)
                .help("Écrivez \"1.1\", \"2.3\" ou \"rcs\"."),
        );
    }
    let cited = cited(report, annexes, &file.annexes);
    context.scope.enter(&file.numero.text, cited.clone(), file.etapes.iter().flat_map(names));
    let name = format!("{}/{}", context.subject, file.numero.text);
    let mut seen = HashSet::new();
    let steps =
        file.etapes.iter().map(|file| step::step(context, file, &name, &mut seen)).collect();
    let errata = file.errata.iter().map(|erratum| Erratum {
        printed: report.text(&erratum.imprime),
        right: report.text(&erratum.juste),
        explanation: report.text(&erratum.explication),
    });
    Question {
        number: file.numero.text.clone(),
        title: report.text(&file.titre),
        statement: report.texts(&file.enonce),
        annexes: cited,
        points: points(report, &file.bareme),
        steps,
        summary: report.text(&file.bilan),
        errata: errata.collect(),
    }
}

/// The names a step will pose, so that a name used too early is told as such.
fn names(step: &FileStep) -> Vec<String> {
    let mut names = vec![step.id().text.clone()];
    if let FileStep::Completer(FileGrid { lignes, .. }) = step {
        names.extend(lignes.iter().map(|row| row.id.text.clone()));
    }
    names
}

fn cited(report: &Report, annexes: &[Annex], cited: &[Located]) -> Vec<String> {
    let mut ids = Vec::new();
    for id in cited {
        if annexes.iter().any(|annex| annex.id == id.text) {
            ids.push(id.text.clone());
            continue;
        }
        let message = format!("l’annexe «\u{a0}{}\u{a0}» n’existe pas", id.text);
        let names = annexes.iter().map(|annex| annex.id.as_str());
        let problem = report.at(id, Code::UnknownAnnex, message);
        report.push(match nearest(&id.text, names) {
            Some(name) => problem.help(format!("Vouliez-vous dire «\u{a0}{name}\u{a0}»\u{a0}?")),
            None => problem.help("Donnez l’id d’une annexe du sujet."),
        });
    }
    ids
}

/// Points in quarters, between nothing and the whole paper.
fn points(report: &Report, file: &FilePoints) -> Points {
    let (text, official) = match file {
        FilePoints::Officiel(text) => (text, true),
        FilePoints::Indicatif(text) => (text, false),
    };
    let value = figure::quantity(report, text).map(|quantity| quantity.value);
    let quarters = value.and_then(|value| value.checked_mul(Decimal::from(4)));
    match quarters.filter(|q| q.is_integer()).and_then(|q| q.to_u32()) {
        Some(quarters) if quarters <= 160 => Points { quarters, official },
        _ => {
            if value.is_some() {
                let message = "barème refusé\u{a0}: de 0 à 40 points, au quart de point près";
                report.push(report.at(text, Code::BadPoints, message));
            }
            Points { quarters: 0, official }
        }
    }
}
