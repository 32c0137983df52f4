//! Cells by name over the shipped site of 2024: the rate of T1 and the change of its visitors.

use super::*;
use crate::check::Paper;
use crate::content;
use crate::model::Subject;

fn subject() -> Subject {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    catalogue.subjects.into_iter().find(|s| s.id.starts_with("2024")).unwrap()
}

/// What is said of these cells (`row/column`) taken for the item of this label in question 1.1.
#[track_caller]
fn said(label: &str, cells: &[&str]) -> Option<String> {
    let subject = subject();
    let paper = Paper::new(&subject);
    let here = |item: &&Numeric| item.label == label && item.id.question().ends_with("/1.1");
    let item = paper.items().find(here).unwrap_or_else(|| panic!("no {label}"));
    let taken: Vec<CellRef> = cells
        .iter()
        .map(|name| {
            let (row, column) = name.split_once('/').unwrap();
            CellRef { table: "site".into(), row: row.into(), column: column.into() }
        })
        .collect();
    foreign_figures(item, &Context::new(&paper).through(&paper), &taken)
        .map(|text| text.replace('\u{a0}', " "))
}

const RATE: &str = "Taux de rebond, T1";

#[test]
fn cells_of_the_formula_are_welcome() {
    assert_eq!(said(RATE, &[]), None);
    assert_eq!(said(RATE, &["rebonds/t1", "visiteurs/t1", "rebonds/t1"]), None);
    assert_eq!(said("Taux de rebond, Évolution T1 → T4", &["rebonds/t1", "visiteurs/t4"]), None);
}

#[test]
fn a_foreign_cell_is_named_with_the_half_of_the_way_that_was_right() {
    assert_eq!(
        said(RATE, &["rebonds/t1", "visiteurs/t2"]).as_deref(),
        Some(
            "Vous avez pris « Visiteurs, T2 » (325) : ce chiffre n’entre pas dans ce calcul. La ligne est la bonne, la colonne est à revoir."
        )
    );
    assert_eq!(
        said(RATE, &["paniers/t1"]).as_deref(),
        Some(
            "Vous avez pris « Paniers créés, T1 » (58) : ce chiffre n’entre pas dans ce calcul. La colonne est la bonne, la ligne est à revoir."
        )
    );
    let elsewhere = said(RATE, &["panier-moyen/t4"]).unwrap();
    assert!(elsewhere.ends_with("Relisez ce que demande la question."), "{elsewhere}");
}

#[test]
fn several_foreign_cells_are_named_together_and_once() {
    let told = said(RATE, &["rebonds/t2", "visiteurs/t2", "rebonds/t2"]).unwrap();
    assert!(told.contains("T2 » (188) et « Visiteurs, T2 » (325) : ces chiffres"), "{told}");
}

#[test]
fn the_same_figure_found_elsewhere_is_no_mistake() {
    // 24 paniers abandonnés and 24 commandes at T4.
    assert_eq!(said("Taux d’abandon de panier, T4", &["commandes/t4"]), None);
}

#[test]
fn nothing_is_said_of_the_right_cells() {
    let told = said(RATE, &["visiteurs/t2"]).unwrap();
    assert!(!told.contains("452") && !told.contains("49,3"), "{told}");
}
