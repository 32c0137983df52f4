//! Every figure is worked out again from the exported text alone.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde_json::Value;
use tuteur_ndrc::number::{self, Form, rounding};

use super::{cells, decimal, exported, figures, list, questions, unit, word};

#[test]
fn every_figure_has_its_formula_its_help_and_its_result() {
    for item in figures(exported()) {
        let id = &item["id"];
        for key in [
            "libelle",
            "formule",
            "formule_en_mots",
            "formule_en_chiffres",
            "resultat",
            "methode",
            "raisonnement",
        ] {
            assert!(!word(&item[key]).trim().is_empty(), "{id}: {key}");
        }
        assert!(!list(&item["indices"]).is_empty(), "{id}: indices");
        assert!(!list(&item["calcul"]).is_empty(), "{id}: calcul");
        // Several values may be right, and the sign may be set apart.
        let bare = |text: &str| text.replace(['\u{a0}', '+'], "");
        let last = bare(word(list(&item["calcul"]).last().unwrap()));
        let ends = last.ends_with(&bare(word(&item["resultat"])));
        assert!(ends || item["tolerance"]["parmi"].is_array(), "{id}: {last}");
    }
}

#[test]
fn the_exact_value_rounds_to_the_printed_figure_or_an_erratum_says_why() {
    let mut errata = 0;
    for item in figures(exported()) {
        let id = &item["id"];
        let exact = decimal(&item["valeur_exacte"]);
        let decimals = u32::try_from(item["decimales"].as_u64().unwrap()).unwrap();
        let rounded = decimal(&item["valeur_arrondie"]);
        assert_eq!(rounded, rounding::round(exact, decimals), "{id}");
        let Some(printed) = item["valeur_imprimee"].as_str() else {
            assert!(item["imprime"].is_null() && item["erratum"].is_null(), "{id}");
            continue;
        };
        let printed: Decimal = printed.parse().unwrap();
        let agrees = printed == rounded
            || (item["signe_libre"] == true && printed.abs() == rounded.abs())
            || inside(&item["tolerance"], printed)
            || (item["tolerance"]["entier"] == "exces" && printed == exact.ceil())
            || (item["tolerance"]["entier"] == "defaut" && printed == exact.floor());
        errata += usize::from(!agrees);
        assert!(
            agrees != item["erratum"].is_string() || inside(&item["tolerance"], printed),
            "{id}: {exact} printed {printed}, erratum {}",
            item["erratum"]
        );
    }
    assert!(errata > 10, "{errata} printed figures have an erratum");
}

fn inside(limits: &Value, value: Decimal) -> bool {
    match (&limits["entre"], &limits["parmi"]) {
        (Value::Array(ends), _) => decimal(&ends[0]) <= value && value <= decimal(&ends[1]),
        (_, Value::Array(values)) => values.iter().any(|each| decimal(each) == value),
        _ => false,
    }
}

#[test]
fn the_accepted_interval_holds_the_expected_value() {
    for item in figures(exported()) {
        let exact = decimal(&item["valeur_exacte"]);
        let limits = &item["intervalle"];
        assert!(
            inside(limits, exact) || inside(limits, exact.ceil()) || inside(limits, exact.floor()),
            "{}: {limits}",
            item["id"]
        );
        if item["tolerance"].is_null() {
            let (low, high) = (decimal(&limits["entre"][0]), decimal(&limits["entre"][1]));
            let unit = Decimal::new(1, item["decimales"].as_u64().unwrap() as u32);
            assert_eq!(rounding::round(high - low, 10), unit, "{}", item["id"]);
        }
    }
}

/// The substitution is a computation anyone can type: the reader works it out again, without the
/// engine of formulas.
#[test]
fn the_formula_in_figures_gives_the_exact_value() {
    let root = exported();
    let (mut checked, mut wrong, mut unread) = (0, Vec::new(), Vec::new());
    for item in figures(root) {
        let expected = unit(&item["unite"]);
        let written = word(&item["formule_en_chiffres"]);
        let reading = number::read_as(written, expected);
        let Some(quantity) = reading.quantity().filter(|q| q.form != Form::Literal) else {
            unread.push(format!("{}: {written}", item["id"]));
            continue;
        };
        let Some(value) = quantity.value_in(expected) else {
            unread.push(format!("{}: {written} in {expected:?}", item["id"]));
            continue;
        };
        // Earlier results are shown rounded: then only the digits asked for agree.
        let exact = decimal(&item["valeur_exacte"]);
        let rounded = list(&item["operandes"]).iter().any(|operand| operand["chiffre"].is_string());
        let close = (value - exact).abs() <= Decimal::new(1, 8) || rounded && close(item, value);
        if !close {
            wrong.push(format!("{}: {written} = {value}, not {exact}", item["id"]));
        }
        checked += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked * 2 > figures(root).count(), "{}", unread.join("\n"));
}

/// Within one unit of the last decimal asked for.
fn close(item: &Value, value: Decimal) -> bool {
    let decimals = item["decimales"].as_u64().unwrap() as u32;
    (value - decimal(&item["valeur_exacte"])).abs() <= Decimal::new(1, decimals)
}

#[test]
fn operands_are_figures_of_the_annexes_and_of_the_steps() {
    let root = exported();
    let items: HashMap<&str, &Value> =
        figures(root).map(|item| (word(&item["id"]), item)).collect();
    for subject in list(&root["sujets"]) {
        let cells = cells(subject);
        let figures =
            questions(subject).flat_map(|q| list(&q["etapes"])).flat_map(|s| list(&s["chiffres"]));
        for item in figures {
            let operands = list(&item["operandes"]);
            if item["lu"] == true {
                assert_eq!(operands.len(), 1, "{}", item["id"]);
                assert!(operands[0]["annexe"].is_string(), "{}", item["id"]);
            }
            for operand in operands {
                let found = match operand["chiffre"].as_str() {
                    Some(id) => items.get(id).map(|item| (&item["valeur_exacte"], &item["unite"])),
                    None => {
                        let place = ["annexe", "ligne", "colonne"].map(|key| word(&operand[key]));
                        cells.get(&place).map(|cell| (&cell["valeur"], &cell["unite"]))
                    }
                };
                assert_eq!(
                    found,
                    Some((&operand["valeur"], &operand["unite"])),
                    "{}: {operand}",
                    item["id"]
                );
                assert!(!word(&operand["libelle"]).is_empty());
            }
        }
    }
}
