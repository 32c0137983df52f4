//! Copies over the small paper of this room: what they look like, and where the slip stands.

use super::{Copy, right, work_of, wrong};
use crate::formula::explain::Heading;
use crate::formula::slips::SlipCode;
use crate::formula::testing::{Sheet, dec};
use crate::number::Unit;

fn heading(unit: Unit, decimals: u32) -> Heading<'static> {
    Heading { label: "Résultat", unit, decimals }
}

fn plain(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

fn copies(source: &str, unit: Unit, decimals: u32) -> Vec<Copy> {
    let sheet = Sheet::default();
    wrong(&sheet.parse(source), &sheet, &heading(unit, decimals))
}

/// The first copy with this slip is these lines, the wrong one marked by `!`.
#[track_caller]
fn plants(source: &str, unit: Unit, decimals: u32, code: SlipCode, lines: &[&str]) {
    let all = copies(source, unit, decimals);
    let copy = all.iter().find(|copy| copy.code == code);
    let copy = copy.unwrap_or_else(|| panic!("{source}: no {code:?}"));
    let mut shown = plain(&copy.lines);
    shown[copy.wrong].insert(0, '!');
    assert_eq!(shown, lines, "{source}");
}

const CHANGE: &str = "evolution(visiteurs[T1], visiteurs[T4])";
const RATE: &str = "rebonds[T1] / visiteurs[T1]";

#[test]
fn a_right_copy_takes_its_figures_then_computes_then_answers() {
    let sheet = Sheet::default();
    let lines = right(&sheet.parse(CHANGE), &sheet, &heading(Unit::Percent, 2));
    assert_eq!(
        plain(&lines),
        [
            "Visiteurs, T4 : 450",
            "Visiteurs, T1 : 452",
            "450 − 452 = − 2",
            "− 2 ÷ 452 ≈ − 0,0044",
            "− 0,0044 × 100 ≈ − 0,44 %",
            "Résultat : − 0,44 %",
        ]
    );
    let leaf = right(&sheet.parse("visiteurs[T1]"), &sheet, &heading(Unit::Count, 0));
    assert_eq!(leaf, Vec::<String>::new());
}

#[test]
fn what_follows_the_wrong_line_follows_from_it() {
    plants(
        "evolution(ca[T1], ca[T4])",
        Unit::Percent,
        2,
        SlipCode::FinalBase,
        &[
            "CA, T4 : 1 080,0 €",
            "CA, T1 : 2 053,9 €",
            "1 080,0 € − 2 053,9 € = − 973,90 €",
            "!− 973,90 € ÷ 1 080,0 € ≈ − 0,9018",
            "− 0,9018 × 100 ≈ − 90,18 %",
            "Résultat : − 90,18 %",
        ],
    );
    plants(
        RATE,
        Unit::Percent,
        1,
        SlipCode::NeighbourCell,
        &[
            "!Rebonds, T1 : 188",
            "Visiteurs, T1 : 452",
            "188 ÷ 452 ≈ 0,4159",
            "0,4159 × 100 ≈ 41,6 %",
            "Résultat : 41,6 %",
        ],
    );
    plants(
        RATE,
        Unit::Percent,
        1,
        SlipCode::Factor100,
        &["Rebonds, T1 : 223", "Visiteurs, T1 : 452", "223 ÷ 452 ≈ 0,4934", "!Résultat : 0,5 %"],
    );
    plants(
        RATE,
        Unit::Percent,
        1,
        SlipCode::Complement,
        &[
            "Rebonds, T1 : 223",
            "Visiteurs, T1 : 452",
            "223 ÷ 452 ≈ 0,4934",
            "!1 − 0,4934 ≈ 0,5066",
            "0,5066 × 100 ≈ 50,7 %",
            "Résultat : 50,7 %",
        ],
    );
}

#[test]
fn a_gap_taken_backwards_loses_its_sign_on_its_own_line() {
    plants(
        CHANGE,
        Unit::Percent,
        2,
        SlipCode::Sign,
        &[
            "Visiteurs, T4 : 450",
            "Visiteurs, T1 : 452",
            "!452 − 450 = 2",
            "2 ÷ 452 ≈ 0,0044",
            "0,0044 × 100 ≈ 0,44 %",
            "Résultat : 0,44 %",
        ],
    );
}

#[test]
fn rounding_too_soon_shows_where_it_was_done() {
    plants(
        "ca[T1] / visiteurs[T1] * commandes[T1]",
        Unit::Euro,
        2,
        SlipCode::EarlyRounding,
        &[
            "CA, T1 : 2 053,9 €",
            "Visiteurs, T1 : 452",
            "Commandes, T1 : 47",
            "!2 053,9 € ÷ 452 ≈ 5 €",
            "5 € × 47 = 235,00 €",
            "Résultat : 235,00 €",
        ],
    );
}

#[test]
fn a_whole_number_rounded_the_other_way() {
    plants(
        "plafond(fichier / commandes[T1])",
        Unit::Count,
        0,
        SlipCode::WholeRounding,
        &[
            "Fiches : 500",
            "Commandes, T1 : 47",
            "500 ÷ 47 ≈ 10,6383",
            "!10,6383, arrondi à l’entier inférieur : 10",
            "Résultat : 10",
        ],
    );
}

#[test]
fn every_copy_differs_from_the_right_one_by_its_wrong_line_first() {
    let sheet = Sheet::default();
    for (source, unit, decimals) in [
        (CHANGE, Unit::Percent, 2),
        (RATE, Unit::Percent, 1),
        ("panier-moyen[T1] * commandes[T1]", Unit::Euro, 1),
        ("moyenne_ponderee(note, effectif)", Unit::Mark(5), 2),
        ("somme(ca)", Unit::Euro, 1),
        ("fichier * (1 - perte)", Unit::Count, 0),
        ("heures(fichier * (1 - perte) * (appel + saisie))", Unit::Hour, 2),
        ("points(conversion[T1], conversion[T4])", Unit::Points, 2),
    ] {
        let title = heading(unit, decimals);
        let good = right(&sheet.parse(source), &sheet, &title);
        let all = copies(source, unit, decimals);
        assert!(all.len() >= 3, "{source}: {}", all.len());
        for copy in &all {
            let same =
                |a: &String, b: &String| a == b || work_of(a).is_some() && work_of(a) == work_of(b);
            let known = |line: &String| good.iter().any(|right| same(right, line));
            let new: Vec<bool> = copy.lines.iter().map(|line| !known(line)).collect();
            assert!(!good.contains(&copy.lines[copy.wrong]), "{source}: {copy:#?}");
            let rates = matches!(
                copy.code,
                SlipCode::AddedRates | SlipCode::SimpleMean | SlipCode::PercentPoints
            );
            assert!(rates || !new[..copy.wrong].contains(&true), "{source}: {copy:#?}");
            assert_ne!(copy.lines.last(), good.last(), "{source}: {copy:#?}");
            assert!(!copy.sentence.contains("ous avez"), "{}", copy.sentence);
            assert!(!copy.sentence.contains("otre "), "{}", copy.sentence);
        }
    }
}

#[test]
fn digits_swapped_in_a_figure_are_those_of_the_paper() {
    let all = copies(RATE, Unit::Percent, 1);
    let swapped: Vec<_> = all.iter().filter(|c| c.code == SlipCode::SwappedDigits).collect();
    assert!(swapped.iter().any(|c| c.lines[0].ends_with("232") && c.wrong == 0));
    assert!(swapped.iter().any(|c| c.wrong == c.lines.len() - 1 && c.value == dec("43.9")));
}
