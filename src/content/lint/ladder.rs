//! Every step helps to the end of its ladder: hints, reasoning, model, reasons.

use crate::content::code::Code;
use crate::content::file::{FileCell, FileChoice, FileGrid, FileRcs, FileStep, FileWriting};
use crate::content::located::Located;
use crate::content::report::Report;
use crate::model::CRITERIA;

use super::pattern::pattern;

/// The rules of each kind of step.
pub(super) fn steps(report: &Report, steps: &[FileStep]) {
    for step in steps {
        match step {
            FileStep::Calcul(number) => {
                hints(report, &number.id, &number.indices);
                reasoning(report, &number.id, &[&number.raisonnement]);
            }
            FileStep::Completer(grid) => self::grid(report, grid),
            FileStep::Choix(choice) => self::choice(report, choice),
            FileStep::Redaction(writing) => self::writing(report, writing),
            FileStep::Rcs(rcs) => self::rcs(report, rcs),
        }
    }
}

fn hints(report: &Report, place: &Located, hints: &[Located]) {
    if hints.is_empty() {
        report.push(
            report
                .at(place, Code::NoHint, "aucun indice")
                .help("Ajoutez indices: [\"…\"]\u{a0}: une piste qui ne donne pas le résultat."),
        );
    }
}

fn reasoning(report: &Report, place: &Located, texts: &[&Located]) {
    if texts.iter().all(|text| text.text.trim().is_empty()) {
        report.push(report.at(place, Code::NoReasoning, "pas de raisonnement").help(
            "Ajoutez raisonnement: \"…\"\u{a0}: ce que le résultat veut dire pour l’entreprise.",
        ));
    }
}

fn grid(report: &Report, grid: &FileGrid) {
    for row in &grid.lignes {
        let mut unaided = false;
        let mut unexplained = false;
        for cell in &row.cellules {
            let (own_hints, own_reasoning) = match cell {
                FileCell::Vide | FileCell::Donnee(_) => continue,
                FileCell::Chiffre(_) => (false, false),
                FileCell::Cellule(blank) => {
                    (!blank.indices.is_empty(), !blank.raisonnement.is_absent())
                }
            };
            unaided |= !own_hints && row.indices.is_empty();
            unexplained |= !own_reasoning && row.raisonnement.is_absent();
        }
        if unaided {
            hints(report, &row.id, &[]);
        }
        if unexplained {
            reasoning(report, &row.id, &[&grid.raisonnement]);
        }
    }
}

fn choice(report: &Report, choice: &FileChoice) {
    hints(report, &choice.id, &choice.indices);
    reasoning(report, &choice.id, &[&choice.raisonnement]);
    let right = choice.options.iter().filter(|option| option.juste).count();
    let problem = match (right, choice.plusieurs) {
        (0, _) => Some(("aucune option juste", "Ajoutez juste: true à la bonne option.")),
        (2.., false) => Some((
            "plusieurs options justes pour un choix unique",
            "Ajoutez plusieurs: true, ou n’en gardez qu’une.",
        )),
        _ if choice.options.len() < 2 => Some(("une seule option", "Proposez-en au moins deux.")),
        _ => None,
    };
    if let Some((message, help)) = problem {
        report.push(report.at(&choice.id, Code::NoRightOption, message).help(help));
    }
    for option in &choice.options {
        if option.pourquoi.text.trim().is_empty() {
            report.push(
                report
                    .at(&option.pourquoi, Code::NoWhy, "option sans explication")
                    .help("Dites pourquoi elle est juste ou fausse."),
            );
        }
    }
}

fn writing(report: &Report, writing: &FileWriting) {
    hints(report, &writing.id, &writing.indices);
    reasoning(report, &writing.id, &[&writing.raisonnement]);
    if writing.points.is_empty() {
        report.push(
            report
                .at(&writing.id, Code::NoKeyPoint, "aucun point clé")
                .help("Ajoutez points: [(…)]\u{a0}: ce qu’un correcteur cherche."),
        );
    }
    if writing.modele.is_empty() {
        report.push(
            report
                .at(&writing.id, Code::NoModel, "pas de réponse modèle")
                .help("Ajoutez modele: [\"…\"]."),
        );
    }
    for point in &writing.points {
        if point.reconnaitre.is_empty() {
            report.push(
                report
                    .at(&point.id, Code::BadPattern, "ce point ne sera jamais reconnu")
                    .help("Ajoutez reconnaitre: [\"…\"]\u{a0}: des mots qu’un élève emploierait."),
            );
        }
        point.reconnaitre.iter().for_each(|text| pattern(report, text));
    }
}

fn rcs(report: &Report, rcs: &FileRcs) {
    hints(report, &rcs.id, &rcs.indices);
    reasoning(report, &rcs.id, &[&rcs.raisonnement]);
    if rcs.reperes.len() != CRITERIA.len() {
        let message = format!("{} repères pour {} critères", rcs.reperes.len(), CRITERIA.len());
        report.push(
            report
                .at(&rcs.id, Code::Benchmarks, message)
                .help("Un repère par critère de la grille, dans son ordre."),
        );
    }
    if rcs.parties.iter().all(|part| part.idees.is_empty()) {
        report.push(
            report
                .at(&rcs.id, Code::NoModel, "plan sans idée")
                .help("Ajoutez parties: [(titre: …, idees: [(…)])]."),
        );
    }
}
