//! Rules of the whole paper: annexes that serve, points that add up.

use std::collections::HashSet;

use crate::content::code::Code;
use crate::content::file::FileSubject;
use crate::content::report::Report;
use crate::model::Subject;

/// Quarters of a point of a whole paper, and of its RCS.
const PAPER: u32 = 40 * 4;
const RCS: u32 = 10 * 4;

pub(super) fn paper(report: &Report, file: &FileSubject, subject: &Subject) {
    unused(report, file);
    total(report, file, subject);
}

fn unused(report: &Report, file: &FileSubject) {
    let cited: HashSet<&str> = file
        .dossiers
        .iter()
        .flat_map(|dossier| &dossier.questions)
        .flat_map(|question| &question.annexes)
        .map(|annex| annex.text.as_str())
        .collect();
    for annex in &file.annexes {
        let id = annex.id();
        if !cited.contains(id.text.as_str()) {
            let message = format!("aucune question ne cite l’annexe «\u{a0}{}\u{a0}»", id.text);
            report.push(
                report
                    .at(id, Code::UnusedAnnex, message)
                    .help("Citez-la dans annexes: […] d’une question, ou retirez-la."),
            );
        }
    }
}

fn total(report: &Report, file: &FileSubject, subject: &Subject) {
    let questions = || subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let is_rcs = |question: &&crate::model::Question| {
        question.steps.iter().any(|step| matches!(step.kind, crate::model::StepKind::Rcs(_)))
    };
    let all: u32 = questions().map(|question| question.points.quarters).sum();
    let rcs: u32 = questions().filter(is_rcs).map(|question| question.points.quarters).sum();
    let points = |quarters: u32| {
        let value = rust_decimal::Decimal::from(quarters) / rust_decimal::Decimal::from(4);
        value.normalize().to_string().replace('.', ",")
    };
    if all != PAPER || rcs != RCS {
        let message = format!(
            "barème de {} points, dont {} pour la RCS, au lieu de 40 dont 10",
            points(all),
            points(rcs)
        );
        report.push(report.at(&file.id, Code::Total, message).help(
            "Ajustez bareme à chaque question\u{a0}; sans importance pour un exercice isolé.",
        ));
    }
}
