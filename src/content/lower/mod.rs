//! From the file's own types to the model: ids, names and formulas resolved, every figure
//! recomputed, every problem collected.

mod accepted;
mod annex;
mod board;
mod checks;
mod compute;
mod context;
mod figure;
mod grid;
mod number;
mod question;
mod scope;
mod sheet;
mod slug;
mod step;
mod walk;

use std::collections::HashSet;

use super::code::Code;
use super::file::{FileAnnex, FileSubject};
use super::report::Report;
use crate::model::{Annex, AnnexBody, Dossier, Subject};
use board::Board;
use context::Context;
use scope::Scope;
use sheet::Sheet;

pub(super) use annex::unique;
pub(super) use figure::{id, quantity};
pub(super) use slug::nearest;

/// The format version this program reads.
const FORMAT: u32 = 1;

/// Lowers a paper. Its problems are in the report; the subject is whole only where none is an error.
pub(super) fn subject(report: &Report, file: &FileSubject, skills: &HashSet<String>) -> Subject {
    version(report, file.format, &file.id);
    let subject = id(report, &file.id);
    let annexes = annex::annexes(report, &file.annexes);
    let mut context =
        Context { report, scope: Scope::default(), sheet: Sheet::default(), skills, subject };
    learn_annexes(&mut context, &annexes);
    annex_checks(&mut context, &file.annexes);
    let numbers = file.dossiers.iter().flat_map(|dossier| &dossier.questions);
    context.scope.announce(numbers.map(|question| question.numero.text.clone()));
    let mut seen = HashSet::new();
    let mut dossiers = Vec::new();
    for dossier in &file.dossiers {
        let questions = dossier
            .questions
            .iter()
            .map(|file| question::question(&mut context, &annexes, file, &mut seen))
            .collect();
        dossiers.push(Dossier { title: report.text(&dossier.titre), questions });
    }
    Subject {
        id: context.subject,
        title: report.text(&file.titre),
        session: file.session,
        source: report.text(&file.source),
        context: report.texts(&file.contexte),
        annexes,
        dossiers,
    }
}

/// Tells of a format this program does not know.
pub(super) fn version(report: &Report, format: u32, place: &super::located::Located) {
    if format != FORMAT {
        let message = format!("format {format} inconnu\u{a0}: ce programme lit le format {FORMAT}");
        report.push(
            report
                .at(place, Code::Version, message)
                .help("Mettez le programme à jour, ou écrivez format: 1."),
        );
    }
}

fn learn_annexes(context: &mut Context, annexes: &[Annex]) {
    for annex in annexes {
        context.scope.boards.extend(Board::of_annex(annex));
        if let AnnexBody::Table(table) = &annex.body {
            context.sheet.add_table(&annex.id, table);
        }
    }
}

fn annex_checks(context: &mut Context, annexes: &[FileAnnex]) {
    for annex in annexes {
        if let FileAnnex::Tableau(table) = annex {
            context.scope.enter_annex(&table.id.text);
            checks::checks(context, &table.controles);
        }
    }
}
