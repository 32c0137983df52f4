//! Annexes: tables of figures with their units and origins, tables of words, texts.

use std::collections::HashSet;

use super::figure;
use super::slug::slug;
use crate::content::code::Code;
use crate::content::file::{FileAnnex, FileColumn, FileTable, FileText, FileTextTable};
use crate::content::located::Located;
use crate::content::report::Report;
use crate::model::{Annex, AnnexBody, Cell, CellOrigin, Column, Row, Table, TextTable};
use crate::number::{Quantity, Unit};

/// The annexes of a paper, in its order.
pub(super) fn annexes(report: &Report, annexes: &[FileAnnex]) -> Vec<Annex> {
    let mut seen = HashSet::new();
    annexes
        .iter()
        .map(|annex| {
            unique(report, &mut seen, annex.id(), "annexe");
            match annex {
                FileAnnex::Tableau(table) => table_annex(report, table),
                FileAnnex::Grille(table) => text_table(report, table),
                FileAnnex::Texte(text) => text_annex(report, text),
            }
        })
        .collect()
}

/// Tells of an id already taken in its family.
pub(in crate::content) fn unique(
    report: &Report,
    seen: &mut HashSet<String>,
    id: &Located,
    what: &str,
) {
    if !seen.insert(id.text.clone()) {
        let message =
            format!("{what}\u{a0}: l’identifiant «\u{a0}{}\u{a0}» est déjà pris", id.text);
        report.push(
            report
                .at(id, Code::DuplicateId, message)
                .help("Choisissez-en un autre\u{a0}: la progression y est attachée."),
        );
    }
}

fn table_annex(report: &Report, file: &FileTable) -> Annex {
    let columns = columns(report, &file.colonnes);
    let units: Vec<Option<Unit>> =
        file.colonnes.iter().map(|column| figure::unit(report, column.unite.as_ref())).collect();
    let mut seen: HashSet<String> = columns.iter().map(|column| column.id.clone()).collect();
    let mut rows = Vec::new();
    for row in &file.lignes {
        unique(report, &mut seen, &row.id, "ligne ou colonne");
        let unit = figure::unit(report, row.unite.as_ref());
        if row.valeurs.len() != columns.len() {
            report.push(cell_count(report, &row.id, row.valeurs.len(), columns.len()));
        }
        let cells = row
            .valeurs
            .iter()
            .zip(&units)
            .map(|(value, column)| cell(report, value, unit.or(*column).unwrap_or(Unit::Number)))
            .collect();
        rows.push(Row { id: figure::id(report, &row.id), label: report.text(&row.libelle), cells });
    }
    let table = Table { corner: report.optional_text(&file.coin), columns, rows };
    reconstruction(report, file, &table);
    Annex {
        id: figure::id(report, &file.id),
        title: report.text(&file.titre),
        source: report.maybe(file.source.as_ref()),
        reconstruction: report.maybe(file.reconstitution.as_ref()),
        notes: report.texts(&file.notes),
        body: AnnexBody::Table(table),
    }
}

/// A reconstructed figure must be explained to the learner who sees its mark.
fn reconstruction(report: &Report, file: &FileTable, table: &Table) {
    let marked = table.rows.iter().flat_map(|row| &row.cells).any(|cell| {
        matches!(cell, Cell::Figure { origin: CellOrigin::Deduced | CellOrigin::Chosen, .. })
    });
    if marked && file.reconstitution.is_none() {
        report.push(
            report
                .at(&file.id, Code::EmptyText, "chiffres reconstitués sans explication")
                .help("Ajoutez reconstitution: \"…\"\u{a0}: comment les chiffres marqués * et ** ont été retrouvés."),
        );
    }
}

/// Columns with their ids, told where two are alike or where a label gives none.
pub(super) fn columns(report: &Report, columns: &[FileColumn]) -> Vec<Column> {
    let mut seen = HashSet::new();
    columns
        .iter()
        .map(|column| {
            let id = match &column.id {
                Some(id) => figure::id(report, id),
                None => slug(&column.libelle.text),
            };
            let place = column.id.as_ref().unwrap_or(&column.libelle);
            if id.is_empty() {
                report.push(
                    report
                        .at(place, Code::BadId, "ce libellé ne donne pas d’identifiant")
                        .help("Ajoutez id: \"…\" à la colonne."),
                );
            } else if !seen.insert(id.clone()) {
                let message = format!("deux colonnes ont l’identifiant «\u{a0}{id}\u{a0}»");
                report.push(
                    report
                        .at(place, Code::DuplicateId, message)
                        .help("Ajoutez id: \"…\" à l’une d’elles."),
                );
            }
            Column { id, label: report.text(&column.libelle) }
        })
        .collect()
}

pub(super) fn cell_count(
    report: &Report,
    place: &Located,
    found: usize,
    expected: usize,
) -> crate::content::Diagnostic {
    let message = format!("{found} valeurs pour {expected} colonnes");
    report
        .at(place, Code::CellCount, message)
        .help("Une valeur par colonne\u{a0}; \"\" pour un chiffre inconnu.")
}

fn cell(report: &Report, value: &Located, unit: Unit) -> Cell {
    let text = value.text.trim();
    if text.is_empty() {
        return Cell::Missing;
    }
    if let Some(words) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        report.optional_text(value);
        return Cell::Text(crate::number::french::typeset(words));
    }
    let (figure, origin) = match (text.strip_suffix("**"), text.strip_suffix('*')) {
        (Some(figure), _) => (figure, CellOrigin::Chosen),
        (None, Some(figure)) => (figure, CellOrigin::Deduced),
        (None, None) => (text, CellOrigin::Printed),
    };
    match figure::read_figure(report, value, figure.trim_end()) {
        Some(quantity) => {
            let quantity = Quantity { unit: quantity.unit.or(Some(unit)), ..quantity };
            Cell::Figure { quantity, origin }
        }
        None => Cell::Missing,
    }
}

fn text_table(report: &Report, file: &FileTextTable) -> Annex {
    for row in &file.lignes {
        if row.len() != file.colonnes.len() {
            let place = row.first().unwrap_or(&file.id);
            report.push(cell_count(report, place, row.len(), file.colonnes.len()));
        }
    }
    let cells = |row: &Vec<Located>| row.iter().map(|cell| report.optional_text(cell)).collect();
    Annex {
        id: figure::id(report, &file.id),
        title: report.text(&file.titre),
        source: report.maybe(file.source.as_ref()),
        reconstruction: None,
        notes: report.texts(&file.notes),
        body: AnnexBody::TextTable(TextTable {
            columns: file.colonnes.iter().map(|label| report.optional_text(label)).collect(),
            rows: file.lignes.iter().map(cells).collect(),
        }),
    }
}

fn text_annex(report: &Report, file: &FileText) -> Annex {
    Annex {
        id: figure::id(report, &file.id),
        title: report.text(&file.titre),
        source: report.maybe(file.source.as_ref()),
        reconstruction: None,
        notes: Vec::new(),
        body: AnnexBody::Text(report.texts(&file.paragraphes)),
    }
}
