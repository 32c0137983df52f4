//! Each slip is found in every shape a formula may be written in, and its sentence helps
//! without giving the result.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Slip, SlipCode, digit_swaps, enumerate, rounded_path};
use crate::formula::testing::{Sheet, dec};
use crate::formula::{exact, parse, text};
use crate::number::Unit;
use crate::number::rounding::round;

fn sheet() -> Sheet {
    Sheet::with(&[
        ("duree", "1280", Unit::Minute, 0),
        ("taux-1", "49.336283185840707965", Unit::Percent, 1),
        ("taux-4", "53.333333333333333333", Unit::Percent, 1),
        ("promoteurs", "3", Unit::Count, 0),
        ("passifs", "8", Unit::Count, 0),
        ("detracteurs", "89", Unit::Count, 0),
    ])
}

/// Sums, products and calls over the sheet, as a careless author may write them.
const FORMULAS: &str = r"(evolution\(|part\(|\(|somme\()?(ca|visiteurs\[T2\]|20 %|12|duree|taux-1|note)( [-+*/,] |\) [-+*/] )(ca\[T4\]|commandes|3,5|0|taux-4|effectif)\)?( [-+*/] (paniers|2 €|100 %|ca))?";

fn slips(source: &str, unit: Unit, decimals: u32) -> Vec<Slip> {
    let sheet = sheet();
    enumerate(&sheet.parse(source), unit, decimals, &sheet)
}

/// In each of the formulas, the first slip that explains `typed` has this code.
#[track_caller]
fn explains(sources: &[&str], unit: Unit, typed: &str, code: SlipCode) {
    let typed = dec(typed);
    for source in sources {
        let decimals = typed.scale();
        let all = slips(source, unit, decimals);
        let found: Vec<_> =
            all.iter().filter(|s| round(s.value, decimals) == typed).map(Slip::code).collect();
        assert_eq!(found.first(), Some(&code), "{source} = {typed}: {found:?}");
    }
}

const CHANGE: &[&str] = &[
    "evolution(ca[T1], ca[T4])",
    "(ca[T4] - ca[T1]) / ca[T1]",
    "(1 080 - 2 053,9) / 2 053,9",
    "(1 080 € - 2 053,9 €) / 2 053,9 €",
];

#[test]
fn slips_of_a_change() {
    explains(CHANGE, Unit::Percent, "-90.18", SlipCode::FinalBase);
    explains(CHANGE, Unit::Percent, "-973.9", SlipCode::Difference);
    explains(CHANGE, Unit::Percent, "52.58", SlipCode::Coefficient);
    explains(CHANGE, Unit::Percent, "0.53", SlipCode::Coefficient);
    explains(CHANGE, Unit::Percent, "90.18", SlipCode::Inverse);
    explains(CHANGE, Unit::Percent, "47.42", SlipCode::Sign);
    explains(CHANGE, Unit::Percent, "-0.47", SlipCode::Factor100);
    explains(CHANGE, Unit::Percent, "-4741.71", SlipCode::Factor100);
    explains(CHANGE, Unit::Percent, "-4.74", SlipCode::PowerOfTen);
    explains(CHANGE, Unit::Percent, "-74.42", SlipCode::SwappedDigits);
}

#[test]
fn the_other_periods_and_rows_of_a_change() {
    let change = &CHANGE[..2];
    explains(change, Unit::Percent, "-57.11", SlipCode::NeighbourCell); // T3 for T4
    explains(change, Unit::Percent, "-0.44", SlipCode::NeighbourCell); // visiteurs for ca
    explains(change, Unit::Percent, "86.35", SlipCode::AddedRates);
}

const RATE: &[&str] =
    &["rebonds[T1] / visiteurs[T1]", "part(rebonds[T1], visiteurs[T1])", "223 / 452"];

#[test]
fn slips_of_a_rate() {
    explains(RATE, Unit::Percent, "202.7", SlipCode::Inverse);
    explains(RATE, Unit::Percent, "2.03", SlipCode::Inverse);
    explains(RATE, Unit::Percent, "50.7", SlipCode::Complement);
    explains(RATE, Unit::Percent, "0.49", SlipCode::Factor100);
    explains(RATE, Unit::Percent, "223", SlipCode::ForgottenTerm);
    explains(RATE, Unit::Percent, "675", SlipCode::Sum);
    explains(RATE, Unit::Percent, "229", SlipCode::Subtraction);
    explains(RATE, Unit::Percent, "100796", SlipCode::Product);
    explains(&RATE[..2], Unit::Percent, "57.8", SlipCode::NeighbourCell); // all of T2
    explains(&RATE[..2], Unit::Percent, "68.6", SlipCode::NeighbourCell); // visiteurs T2
    explains(&RATE[..2], Unit::Percent, "384.5", SlipCode::NeighbourCell); // paniers
}

#[test]
fn slips_of_gaps_and_of_changes_of_rates() {
    let gap = &["points(taux-1, taux-4)", "taux-4 - taux-1"];
    explains(gap, Unit::Points, "8.1", SlipCode::PercentPoints);
    explains(gap, Unit::Points, "-4.0", SlipCode::Sign);
    explains(gap, Unit::Points, "102.7", SlipCode::Sum);
    let change = &["evolution(taux-1, taux-4)", "(taux-4 - taux-1) / taux-1"];
    explains(change, Unit::Percent, "4.0", SlipCode::PercentPoints);
    let nps = &[
        "(promoteurs - detracteurs) / (promoteurs + passifs + detracteurs)",
        "(3 - 89) / (3 + 8 + 89)",
    ];
    explains(nps, Unit::Points, "-93", SlipCode::WrongTotal);
    explains(nps, Unit::Points, "86", SlipCode::Sign);
    explains(&["(promoteurs - detracteurs) / 100"], Unit::Points, "-93", SlipCode::WrongTotal);
}

#[test]
fn slips_of_means() {
    let mean = &[
        "moyenne_ponderee(note, effectif)",
        "(note[1]*effectif[1]+note[2]*effectif[2]+note[3]*effectif[3]+note[4]*effectif[4]+note[5]*effectif[5]) / somme(effectif)",
        "(1*30+2*23+3*14+4*18+5*15) / (30+23+14+18+15)",
    ];
    explains(mean, Unit::Mark(5), "3.00", SlipCode::SimpleMean);
    explains(mean, Unit::Mark(5), "53", SlipCode::WrongTotal);
    explains(mean, Unit::Mark(5), "265", SlipCode::ForgottenTerm);
    explains(&["somme(commandes) / somme(visiteurs)"], Unit::Percent, "5.98", SlipCode::SimpleMean);
    explains(
        &["moyenne(visiteurs)", "somme(visiteurs) / 4"],
        Unit::Count,
        "1629",
        SlipCode::ForgottenTerm,
    );
}

#[test]
fn slips_of_products() {
    let product = &["fichier * (1 - perte)", "500 * (1 - 20 %)"];
    explains(product, Unit::Count, "100", SlipCode::Complement);
    explains(product, Unit::Count, "600", SlipCode::Sum);
    explains(product, Unit::Count, "500", SlipCode::ForgottenTerm);
    explains(&["fichier * perte", "500 * 20 %"], Unit::Count, "400", SlipCode::Complement);
    explains(&["500 * 20 %"], Unit::Count, "10000", SlipCode::PowerOfTen);
    explains(&["500 * 20 %"], Unit::Count, "2500", SlipCode::Division);
    explains(&["100 € * 20 * 80 %"], Unit::Euro, "2000", SlipCode::ForgottenTerm);
    explains(&["panier-moyen[T1] * commandes[T1]"], Unit::Euro, "0.93", SlipCode::Division);
}

#[test]
fn slips_of_sums_and_durations() {
    let total = &["17 €/h * 22 h + 1 200 €", "374 € + 1 200 €"];
    explains(total, Unit::Euro, "1200", SlipCode::ForgottenTerm);
    explains(total, Unit::Euro, "-826", SlipCode::Subtraction);
    explains(&["plafond(duree)"], Unit::Hour, "21", SlipCode::WholeRounding);
    explains(&["plafond(duree)"], Unit::Hour, "21.33", SlipCode::WholeRounding);
    explains(&["plancher(duree)"], Unit::Hour, "22", SlipCode::WholeRounding);
    explains(&["duree", "1 280 min"], Unit::Hour, "21.55", SlipCode::DecimalHours);
    explains(&["duree"], Unit::Hour, "21.20", SlipCode::DecimalHours);
    explains(&["duree"], Unit::Hour, "1280", SlipCode::Unit);
    explains(&["ca[T1]"], Unit::Euro, "357.6", SlipCode::NeighbourCell);
    explains(&["coefficient(ca[T1], ca[T4])"], Unit::Times, "-0.47", SlipCode::Coefficient);
    explains(&["coefficient(ca[T1], ca[T4])"], Unit::Times, "-47.42", SlipCode::Coefficient);
}

#[test]
fn early_roundings() {
    let sheet = sheet();
    let formula = sheet.parse("(rebonds[T4] / visiteurs[T4]) * 1 000");
    let path = rounded_path(&formula, Unit::Number, &sheet, 2).unwrap();
    assert_eq!(path, dec("530"));
    explains(
        &["(rebonds[T4] / visiteurs[T4]) * 1 000"],
        Unit::Number,
        "530.0",
        SlipCode::EarlyRounding,
    );
    let points = sheet.parse("points(taux-1, taux-4)");
    assert_eq!(rounded_path(&points, Unit::Points, &sheet, 2).unwrap(), dec("4"));
}

#[test]
fn digits_are_swapped_two_by_two() {
    let swaps = |value: &str, decimals| -> Vec<String> {
        digit_swaps(dec(value), decimals).iter().map(Decimal::to_string).collect()
    };
    assert_eq!(swaps("25.64", 2), ["52.64", "26.54", "25.46"]);
    assert_eq!(swaps("-0.44", 2), ["-4.04"]);
    assert_eq!(swaps("11", 0), Vec::<String>::new());
    assert_eq!(swaps("1200", 0), ["2100", "1020"]);
}

/// The sentence of the first slip of that code.
#[track_caller]
fn says(source: &str, unit: Unit, code: SlipCode, expected: &str) {
    let all = slips(source, unit, 2);
    let slip = all.iter().find(|s| s.code() == code).unwrap_or_else(|| panic!("{source}"));
    assert_eq!(slip.sentence().replace('\u{a0}', " "), expected);
}

#[test]
fn sentences_use_the_figures_of_the_question() {
    let change = "evolution(ca[T1], ca[T4])";
    says(
        change,
        Unit::Percent,
        SlipCode::FinalBase,
        "Vous avez divisé par la valeur finale, « CA, T4 » (1 080,0 €) : un taux d’évolution se rapporte toujours à la valeur de départ, ici « CA, T1 » (2 053,9 €)",
    );
    says(
        change,
        Unit::Percent,
        SlipCode::Sign,
        "Seul le signe est à revoir : de « CA, T1 » (2 053,9 €) à « CA, T4 » (1 080,0 €), est-ce une hausse ou une baisse ?",
    );
    says(
        "rebonds / visiteurs",
        Unit::Percent,
        SlipCode::NeighbourCell,
        "Le calcul est le bon, mais avec les chiffres de « T2 ». La question porte sur « T1 »",
    );
    says(
        "visiteurs[T1]",
        Unit::Count,
        SlipCode::NeighbourCell,
        "Vous avez probablement lu « Visiteurs, T2 » (325) au lieu de « Visiteurs, T1 » : suivez la ligne et la colonne du doigt",
    );
    says(
        "fichier * (1 - 20 %)",
        Unit::Count,
        SlipCode::Complement,
        "Vous avez appliqué 20 % directement. C’est la partie à écarter : calculez d’abord la part qui reste",
    );
    says(
        "1 000 / (452 + 325)",
        Unit::Percent,
        SlipCode::Inverse,
        "Vous avez divisé « 452 + 325 » par 1 000 : le rapport est à l’envers. Ce que l’on compte se place au numérateur, ce à quoi on le rapporte au dénominateur",
    );
}

const EVERYTHING: &[(&str, Unit, u32)] = &[
    ("evolution(ca[T1], ca[T4])", Unit::Percent, 2),
    ("rebonds / visiteurs", Unit::Percent, 1),
    ("points(conversion[T1], conversion[T4])", Unit::Points, 2),
    ("moyenne_ponderee(note, effectif)", Unit::Mark(5), 2),
    ("fichier * (1 - perte) * 3 min", Unit::Hour, 2),
    ("plafond(duree)", Unit::Hour, 0),
    ("17 €/h * 22 h + 1 200 €", Unit::Euro, 0),
    ("1 - commandes / paniers", Unit::Percent, 2),
    ("panier-moyen * commandes", Unit::Euro, 1),
    ("visiteurs[T3]", Unit::Count, 0),
    ("coefficient(ca[T1], ca[T2])", Unit::Times, 2),
    ("bareme(delai, >= 15: 0, > 10: 3, sinon: 5)", Unit::Number, 0),
    ("(promoteurs - detracteurs) / (promoteurs + passifs + detracteurs)", Unit::Points, 0),
];

#[test]
fn no_slip_falls_on_the_right_value_nor_tells_it() {
    let sheet = sheet();
    for (source, unit, decimals) in EVERYTHING {
        let right = exact(&sheet.parse(source).expr, *unit, &sheet).unwrap();
        let answer = text::quantity(right, *unit, *decimals).replace('−', "").trim().to_string();
        for slip in slips(source, *unit, *decimals) {
            assert_ne!(round(slip.value, *decimals), round(right, *decimals), "{source}: {slip:?}");
            let sentence = slip.sentence();
            let told = sentence.match_indices(&answer).any(|(at, found)| {
                let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == ',');
                !digit(sentence[..at].chars().next_back())
                    && !digit(sentence[at + found.len()..].chars().next())
            });
            assert!(!told, "{source}: {sentence}");
            assert!(!sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
            assert!(sentence.starts_with(char::is_uppercase), "{sentence}");
        }
    }
}

#[test]
fn the_order_is_deterministic_and_specific_slips_come_first() {
    for (source, unit, decimals) in EVERYTHING {
        let first = slips(source, *unit, *decimals);
        assert!(first.len() > 3, "{source}");
        assert_eq!(first, slips(source, *unit, *decimals));
        assert!(first.windows(2).all(|pair| pair[0].rank <= pair[1].rank));
    }
}

proptest! {
    /// Whatever an author writes, slips are found in bounded number and none is right.
    #[test]
    fn any_formula_has_sound_slips(source in FORMULAS, decimals in 0u32..4) {
        let sheet = sheet();
        let Ok(formula) = parse(&source, &sheet) else { return Ok(()) };
        for unit in [Unit::Percent, Unit::Points, Unit::Number, Unit::Euro, Unit::Hour] {
            let slips = enumerate(&formula, unit, decimals, &sheet);
            let Ok(right) = exact(&formula.expr, unit, &sheet) else {
                prop_assert!(slips.is_empty());
                continue;
            };
            prop_assert!(slips.len() < 400, "{source}: {}", slips.len());
            for slip in slips {
                prop_assert!(round(slip.value, decimals) != round(right, decimals));
                prop_assert!(!slip.sentence().is_empty());
            }
        }
    }
}

#[test]
fn a_formula_without_value_has_no_slips() {
    assert!(slips("ca / zero", Unit::Euro, 0).is_empty());
}
