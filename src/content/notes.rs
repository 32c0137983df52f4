//! What an author may like to know of a sound paper and nobody has to act on: mistakes of one
//! step that lead to one figure, mistakes that the right answer hides. The rule is `check`'s.

use super::code::Code;
use super::diagnostic::Diagnostic;
use super::file::{FileCell, FileGrid, FileStep, FileSubject};
use super::located::Located;
use super::report::Report;
use super::source::SourceFile;
use super::{lexicon, lower, parse};
use crate::check::{Collision, Context, Known, Paper, survey};
use crate::model::{Grid, GridCell, Numeric, StepKind, Subject};
use crate::number::french;

/// The notes of a paper, in the order of the file; none for a file that does not open.
pub fn notes(source: &SourceFile) -> Vec<Diagnostic> {
    if lexicon::is_lexicon(source) {
        return Vec::new();
    }
    let Ok(file) = parse::parse::<FileSubject>(source) else { return Vec::new() };
    let reading = Report::new(source);
    let subject = lower::subject(&reading, &file, &Default::default());
    let report = Report::new(source);
    let paper = Paper::new(&subject);
    for (place, item) in items(&file, &subject) {
        of_item(&report, place, item, &paper);
    }
    report.into_problems()
}

/// Every figure of a paper with the place it is written at.
fn items<'a>(file: &'a FileSubject, subject: &'a Subject) -> Vec<(&'a Located, &'a Numeric)> {
    let mut found = Vec::new();
    for (file, dossier) in file.dossiers.iter().zip(&subject.dossiers) {
        for (file, question) in file.questions.iter().zip(&dossier.questions) {
            for (file, step) in file.etapes.iter().zip(&question.steps) {
                match (file, &step.kind) {
                    (FileStep::Calcul(file), StepKind::Number(item)) => {
                        found.push((file.imprime.as_ref().unwrap_or(&file.id), &**item));
                    }
                    (FileStep::Completer(file), StepKind::Grid(grid)) => {
                        found.extend(cells(file, grid));
                    }
                    _ => {}
                }
            }
        }
    }
    found
}

fn cells<'a>(file: &'a FileGrid, grid: &'a Grid) -> Vec<(&'a Located, &'a Numeric)> {
    let rows = file.lignes.iter().zip(&grid.rows);
    let cells = rows.flat_map(|(file, row)| {
        file.cellules.iter().zip(&row.cells).filter_map(|(cell, blank)| {
            let GridCell::Blank(item) = blank else { return None };
            let place = match cell {
                FileCell::Chiffre(figure) => figure,
                FileCell::Cellule(blank) => {
                    blank.imprime.as_ref().or(blank.formule.as_ref()).unwrap_or(&file.id)
                }
                FileCell::Vide | FileCell::Donnee(_) => &file.id,
            };
            Some((place, &**item))
        })
    });
    cells.collect()
}

fn of_item(report: &Report, place: &Located, item: &Numeric, paper: &Paper) {
    let survey = survey(item, &Context::new(paper).through(paper));
    for collision in &survey.collisions {
        report.push(shared(report, place, item, collision));
    }
    for known in survey.hidden.iter().filter(|known| known.specific) {
        let message = format!(
            "«\u{a0}{}\u{a0}»\u{a0}: l’erreur «\u{a0}{}\u{a0}» donne {}, que rien ne distingue d’une bonne réponse",
            item.label,
            known.code.code(),
            figure(item, known),
        );
        report.push(
            report
                .at(place, Code::HiddenSlip, message)
                .help("Une décimale de plus, ou une tolérance plus étroite, les séparerait."),
        );
    }
}

fn shared(report: &Report, place: &Located, item: &Numeric, collision: &Collision) -> Diagnostic {
    let names: Vec<String> = collision
        .slips
        .iter()
        .map(|known| format!("«\u{a0}{}\u{a0}»", known.code.code()))
        .collect();
    let message = format!(
        "«\u{a0}{}\u{a0}»\u{a0}: {} erreurs donnent {}, {}",
        item.label,
        names.len(),
        figure(item, collision.likelier()),
        names.join(", "),
    );
    let sentences: Vec<&str> =
        collision.slips.iter().map(|known| known.sentence.as_str()).collect();
    report.at(place, Code::Collision, message).help(format!(
        "Le premier nom est retenu. Un piège sur cette valeur trancherait. {}",
        sentences.join(" / ")
    ))
}

fn figure(item: &Numeric, known: &Known) -> String {
    french::quantity(known.figure, item.unit, known.decimals)
}
