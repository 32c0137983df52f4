//! Annexes and tables read aloud: one line per row, every figure behind its heading.

use super::command::fold;
use super::page::Speech;
use super::words::{index, typed};
use crate::model::{Annex, AnnexBody, Cell, CellOrigin, Question, Row, Subject, Table, TextTable};
use crate::number::french;
use crate::number::french::count;

/// The annexes of a question, in its order.
pub fn of<'a>(subject: &'a Subject, question: &'a Question) -> Vec<&'a Annex> {
    let find = |id: &String| subject.annexes.iter().find(|annex| annex.id == *id);
    question.annexes.iter().filter_map(find).collect()
}

/// Obeys `annexes`: the only one, the one asked for, all of them, or the list.
pub fn obey(annexes: &[&Annex], asked: &str, speech: &mut Speech) {
    match (annexes, asked) {
        ([], _) => speech.say("Cette question n’a pas d’annexe."),
        ([only], "") => read(only, speech),
        (_, "") => list(annexes, speech),
        (all, asked) if matches!(fold(asked).as_str(), "tout" | "toutes") => {
            all.iter().for_each(|annex| read(annex, speech));
        }
        (all, asked) => match index(asked, all.len()) {
            Some(at) => read(all[at], speech),
            None => speech.say(format!(
                "Il n’y a pas d’annexe {}\u{a0}: {}.",
                typed(asked),
                count(all.len(), "annexe", "annexes")
            )),
        },
    }
}

/// The titles, numbered.
pub fn list(annexes: &[&Annex], speech: &mut Speech) {
    for (at, annex) in annexes.iter().enumerate() {
        speech.say(format!("Annexe {}\u{a0}: {}, {}.", at + 1, annex.title, size(annex)));
    }
    if annexes.len() > 1 {
        speech.say(
            "«\u{a0}annexe 1\u{a0}» lit la première, «\u{a0}annexes tout\u{a0}» les lit toutes.",
        );
    } else {
        speech.say("«\u{a0}annexe\u{a0}» la lit.");
    }
}

fn size(annex: &Annex) -> String {
    match &annex.body {
        AnnexBody::Table(table) => count(table.rows.len(), "ligne", "lignes"),
        AnnexBody::TextTable(table) => count(table.rows.len(), "ligne", "lignes"),
        AnnexBody::Text(paragraphs) => count(paragraphs.len(), "paragraphe", "paragraphes"),
    }
}

/// A whole annex.
pub fn read(annex: &Annex, speech: &mut Speech) {
    speech.gap();
    speech.say(format!("Annexe\u{a0}: {}.", annex.title.trim_end_matches('.')));
    if let Some(source) = &annex.source {
        speech.say(format!("Source\u{a0}: {source}"));
    }
    rows(annex).into_iter().for_each(|row| speech.say(row));
    legend(annex, speech);
    if let Some(how) = &annex.reconstruction {
        speech.say(format!("Comment\u{a0}: {how}"));
    }
    speech.paragraphs(&annex.notes);
}

/// The rows of the annexes where a word occurs.
pub fn search(annexes: &[&Annex], word: &str, speech: &mut Speech) {
    let wanted = fold(word);
    if wanted.is_empty() {
        speech.say("Tapez «\u{a0}chercher\u{a0}» suivi d’un mot, par exemple «\u{a0}chercher visiteurs\u{a0}».");
        return;
    }
    let mut found = 0;
    for (at, annex) in annexes.iter().enumerate() {
        for row in rows(annex).into_iter().filter(|row| fold(row).contains(&wanted)) {
            found += 1;
            speech.say(format!("Annexe {}. {row}", at + 1));
        }
    }
    if found == 0 {
        speech.say(format!("Aucune ligne des annexes ne contient {}.", typed(word)));
    }
}

fn rows(annex: &Annex) -> Vec<String> {
    match &annex.body {
        AnnexBody::Table(table) => table.rows.iter().map(|row| figures(table, row)).collect(),
        AnnexBody::TextTable(table) => table.rows.iter().map(|row| sentences(table, row)).collect(),
        AnnexBody::Text(paragraphs) => paragraphs.clone(),
    }
}

/// `Visiteurs : T1 452 ; T2 325 (reconstitué, choisi)`.
fn figures(table: &Table, row: &Row) -> String {
    let cells = table.columns.iter().zip(&row.cells);
    let cells: Vec<String> =
        cells.map(|(column, cell)| format!("{} {}", column.label, figure(cell))).collect();
    format!("{}\u{a0}: {}.", row.label, cells.join("\u{a0}; "))
}

fn figure(cell: &Cell) -> String {
    match cell {
        Cell::Figure { quantity, origin } => {
            let figure = french::echo(quantity);
            match origin {
                CellOrigin::Printed => figure,
                CellOrigin::Deduced => format!("{figure} (reconstitué)"),
                CellOrigin::Chosen => format!("{figure} (reconstitué, choisi)"),
            }
        }
        Cell::Text(words) => words.clone(),
        Cell::Missing => "non donné".to_owned(),
    }
}

/// What the words behind a figure mean, in a table that has some.
fn legend(annex: &Annex, speech: &mut Speech) {
    if has(annex, CellOrigin::Deduced) {
        speech.say("Reconstitué\u{a0}: retrouvé à partir du corrigé, seule valeur possible.");
    }
    if has(annex, CellOrigin::Chosen) {
        speech.say(
            "Reconstitué, choisi\u{a0}: plusieurs valeurs conviennent, celle-ci est un choix.",
        );
    }
}

fn has(annex: &Annex, wanted: CellOrigin) -> bool {
    let AnnexBody::Table(table) = &annex.body else { return false };
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| matches!(cell, Cell::Figure { origin, .. } if *origin == wanted))
}

/// The first cell names the row; a row of one cell is a sentence.
fn sentences(table: &TextTable, row: &[String]) -> String {
    let Some((first, rest)) = row.split_first() else { return String::new() };
    let headings = table.columns.iter().skip(1);
    let cells = headings.zip(rest).filter(|(_, cell)| !cell.is_empty());
    let cells: Vec<String> = cells
        .map(|(column, cell)| format!("{column}\u{a0}: {}", cell.trim_end_matches('.')))
        .collect();
    if cells.is_empty() { first.clone() } else { format!("{first}. {}.", cells.join("\u{a0}; ")) }
}
