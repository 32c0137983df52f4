//! Moving among shipped figures, writing them, and forgetting those that were changed.

use proptest::prelude::*;

use super::*;
use crate::content;
use crate::model::Catalogue;
use crate::number::{self, Reading};

fn shipped() -> Catalogue {
    content::catalogue(&[content::embedded()]).0
}

fn cell(name: &str) -> CellRef {
    let (row, column) = name.split_once('/').unwrap();
    CellRef { table: "site".into(), row: row.into(), column: column.into() }
}

#[test]
fn every_figure_of_every_question_is_reached_and_reads_back() {
    let catalogue = shipped();
    let mut seen = 0;
    for subject in &catalogue.subjects {
        let paper = crate::check::Paper::new(subject);
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            let figures = Figures::of(subject, question);
            for place in &figures.all {
                seen += 1;
                let figure = crate::formula::Data::cell(&paper, &place.cell).unwrap();
                let Reading::Quantity(read) = number::read_as(&place.typed, figure.unit) else {
                    panic!("{}", place.typed)
                };
                assert_eq!(read.value, figure.value, "{:?} {}", place.cell, place.typed);
                let sum = format!("{}-1", place.typed);
                assert!(number::read(&sum).quantity().is_some() || sum.contains('%'), "{sum}");
            }
            walks_everywhere(&figures);
        }
    }
    assert!(seen > 300, "{seen}");
}

/// From the first figure, arrows lead to every other one.
fn walks_everywhere(figures: &Figures) {
    let Some(first) = figures.first() else { return };
    let mut reached = vec![first.clone()];
    let mut next = 0;
    while let Some(from) = reached.get(next).cloned() {
        for toward in [Toward::Up, Toward::Down, Toward::Left, Toward::Right] {
            let to = figures.moved(&from, toward).unwrap().clone();
            if !reached.contains(&to) {
                reached.push(to);
            }
        }
        next += 1;
    }
    assert_eq!(reached.len(), figures.all.len());
}

#[test]
fn arrows_stop_at_the_edges_and_skip_what_is_no_figure() {
    let catalogue = shipped();
    let subject = catalogue.subjects.iter().find(|s| s.id.starts_with("2024")).unwrap();
    let question = &subject.dossiers[0].questions[0];
    let figures = Figures::of(subject, question);
    let moved = |from: &str, toward| {
        let to = figures.moved(&cell(from), toward).unwrap();
        format!("{}/{}", to.row, to.column)
    };
    assert_eq!(moved("visiteurs/t1", Toward::Left), "visiteurs/t1");
    assert_eq!(moved("visiteurs/t1", Toward::Up), "visiteurs/t1");
    assert_eq!(moved("visiteurs/t1", Toward::Right), "visiteurs/t2");
    assert_eq!(moved("visiteurs/t3", Toward::Down), "rebonds/t3");
    assert_eq!(moved("produits-par-panier/t1", Toward::Right), "produits-par-panier/t4");
    assert_eq!(moved("inconnue/t1", Toward::Right), "visiteurs/t1");
    assert_eq!(figures.typed(&cell("panier-moyen/t1")), Some("43,7"));
}

fn taking(parts: &[(&str, Option<&str>)]) -> Takings {
    let mut takings = Takings::default();
    let mut text = String::new();
    for (part, from) in parts {
        let start = text.len();
        text.push_str(part);
        match from {
            Some(name) => takings.take(cell(name), start..text.len(), &text),
            None => takings.follow(&text),
        }
    }
    takings
}

fn names(takings: &Takings) -> Vec<String> {
    takings.cells().iter().map(|cell| format!("{}/{}", cell.row, cell.column)).collect()
}

const RATE: &[(&str, Option<&str>)] =
    &[("(", None), ("223", Some("rebonds/t1")), (")/", None), ("452", Some("visiteurs/t1"))];

#[test]
fn figures_are_remembered_while_their_text_is_untouched() {
    let mut takings = taking(RATE);
    assert_eq!(names(&takings), ["rebonds/t1", "visiteurs/t1"]);
    takings.follow("((223)/452");
    takings.follow("((223)/452×100");
    assert_eq!(names(&takings), ["rebonds/t1", "visiteurs/t1"]);
    takings.follow("((223)/42×100");
    assert_eq!(names(&takings), ["rebonds/t1"]);
    takings.follow("");
    assert_eq!(names(&takings), Vec::<String>::new());
}

#[test]
fn a_digit_against_a_figure_makes_another_one() {
    let mut takings = taking(RATE);
    takings.follow("(223)/4523");
    assert_eq!(names(&takings), ["rebonds/t1"]);
    takings.follow("(223)/452");
    assert_eq!(names(&takings), ["rebonds/t1", "visiteurs/t1"], "taken back in time");
    takings.follow("(1223)/452");
    assert_eq!(names(&takings), ["visiteurs/t1"]);
}

#[test]
fn a_figure_taken_twice_is_one_cell() {
    let twice =
        taking(&[("452", Some("visiteurs/t1")), ("−", None), ("452", Some("visiteurs/t1"))]);
    assert_eq!(names(&twice), ["visiteurs/t1"]);
}

proptest! {
    #[test]
    fn whatever_is_typed_what_is_remembered_stands_in_the_text(
        texts in prop::collection::vec("[0-9é(/ ,]{0,12}", 1..12),
    ) {
        let mut takings = taking(RATE);
        for text in texts {
            takings.follow(&text);
            for (cell, span) in &takings_of(&takings) {
                let put = if cell.row == "rebonds" { "223" } else { "452" };
                prop_assert_eq!(text.get(span.clone()), Some(put), "{}", text);
            }
        }
    }
}

fn takings_of(takings: &Takings) -> Vec<(CellRef, std::ops::Range<usize>)> {
    takings.spans().map(|(cell, span)| (cell.clone(), span.clone())).collect()
}
