//! What a learner reads on the board. No-break spaces are written as plain ones here.

use super::{Heading, in_words, steps, with_figures};
use crate::formula::testing::Sheet;
use crate::number::Unit;

fn sheet() -> Sheet {
    Sheet::with(&[
        ("appels", "400", Unit::Count, 0),
        ("rdv", "20", Unit::Count, 0),
        ("duree", "1280", Unit::Minute, 0),
        ("taux-depart", "49.336283185840707965", Unit::Percent, 1),
        ("taux-fin", "53.333333333333333333", Unit::Percent, 1),
        ("conversion-t1", "10.398230088495575221", Unit::Percent, 1),
        ("conversion-t4", "5.333333333333333333", Unit::Percent, 2),
        ("perte", "-12.5", Unit::Euro, 1),
    ])
}

struct Case {
    label: &'static str,
    formula: &'static str,
    unit: Unit,
    decimals: u32,
    words: &'static [&'static str],
    figures: &'static str,
    steps: &'static [&'static str],
}

#[track_caller]
fn explains(case: &Case) {
    let sheet = sheet();
    let formula = sheet.parse(case.formula);
    let heading = Heading { label: case.label, unit: case.unit, decimals: case.decimals };
    let plain = |lines: Vec<String>| -> Vec<String> {
        lines.iter().map(|l| l.replace('\u{a0}', " ")).collect()
    };
    assert_eq!(plain(in_words(&formula, &sheet, &heading)), case.words, "{}", case.formula);
    let figures = with_figures(&formula, &sheet, &heading).unwrap_or_default();
    assert_eq!(figures.replace('\u{a0}', " "), case.figures, "{}", case.formula);
    assert_eq!(plain(steps(&formula, &sheet, &heading)), case.steps, "{}", case.formula);
}

#[test]
fn a_rate() {
    explains(&Case {
        label: "Taux de rebond",
        formula: "rebonds / visiteurs",
        unit: Unit::Percent,
        decimals: 1,
        words: &["Taux de rebond = Rebonds ÷ Visiteurs"],
        figures: "223 ÷ 452",
        steps: &["223 ÷ 452 ≈ 0,4934", "0,4934 × 100 ≈ 49,3 %"],
    });
}

#[test]
fn a_change() {
    explains(&Case {
        label: "Évolution des visiteurs",
        formula: "evolution(visiteurs[T1], visiteurs[T4])",
        unit: Unit::Percent,
        decimals: 2,
        words: &[
            "Évolution des visiteurs = (valeur finale − valeur de départ) ÷ valeur de départ",
            "valeur de départ : Visiteurs T1 ; valeur finale : Visiteurs T4",
        ],
        figures: "(450 − 452) ÷ 452",
        steps: &["450 − 452 = − 2", "− 2 ÷ 452 ≈ − 0,0044", "− 0,0044 × 100 ≈ − 0,44 %"],
    });
}

#[test]
fn a_change_of_products_written_out() {
    explains(&Case {
        label: "Évolution du CA",
        formula: "(panier-moyen[T4] * commandes[T4] - panier-moyen[T1] * commandes[T1]) / (panier-moyen[T1] * commandes[T1])",
        unit: Unit::Percent,
        decimals: 2,
        words: &[
            "Évolution du CA = (valeur finale − valeur de départ) ÷ valeur de départ",
            "valeur de départ : Panier moyen T1 × Commandes T1 ; valeur finale : Panier moyen T4 × Commandes T4",
        ],
        figures: "(45,0 € × 24 − 43,7 € × 47) ÷ (43,7 € × 47)",
        steps: &[
            "45,0 € × 24 = 1 080 €",
            "43,7 € × 47 = 2 053,90 €",
            "1 080 € − 2 053,90 € = − 973,90 €",
            "− 973,90 € ÷ 2 053,90 € ≈ − 0,4742",
            "− 0,4742 × 100 ≈ − 47,42 %",
        ],
    });
}

#[test]
fn points() {
    explains(&Case {
        label: "Évolution du taux",
        formula: "points(taux-depart, taux-fin)",
        unit: Unit::Points,
        decimals: 1,
        words: &["Évolution du taux = taux-fin − taux-depart"],
        figures: "53,3 % − 49,3 %",
        steps: &["53,3 % − 49,3 % = + 4,0 points"],
    });
    // Typed as printed, 5,33 − 10,4 would give another answer.
    explains(&Case {
        label: "Écart",
        formula: "conversion-t4 - conversion-t1",
        unit: Unit::Points,
        decimals: 2,
        words: &["Écart = conversion-t4 − conversion-t1"],
        figures: "5,3333 % − 10,3982 %",
        steps: &["5,3333 % − 10,3982 % ≈ − 5,06 points"],
    });
}

#[test]
fn money_and_time() {
    explains(&Case {
        label: "Coût salarié",
        formula: "cout * 22 h",
        unit: Unit::Euro,
        decimals: 0,
        words: &["Coût salarié = Coût horaire × 22 h"],
        figures: "17 €/h × 22 h",
        steps: &["17 €/h × 22 h = 374 €"],
    });
    explains(&Case {
        label: "Temps nécessaire",
        formula: "plafond(appels * appel + rdv * saisie)",
        unit: Unit::Hour,
        decimals: 0,
        words: &[
            "Temps nécessaire = appels × Durée d’un appel + rdv × Durée d’une saisie, arrondi à l’entier supérieur",
        ],
        figures: "400 × 3 min + 20 × 4 min, arrondi à l’entier supérieur",
        steps: &[
            "400 × 3 min = 1 200 min",
            "20 × 4 min = 80 min",
            "1 200 min + 80 min = 1 280 min",
            "1 280 min ÷ 60 ≈ 21,33 h",
            "21,33 h, arrondi à l’entier supérieur : 22 h",
        ],
    });
    explains(&Case {
        label: "Temps",
        formula: "heures(duree)",
        unit: Unit::Hour,
        decimals: 2,
        words: &["Temps = duree, en heures"],
        figures: "1 280 min ÷ 60",
        steps: &["1 280 min ÷ 60 ≈ 21,33 h"],
    });
}

#[test]
fn parentheses_stand_only_where_they_are_needed() {
    explains(&Case {
        label: "Fiches utiles",
        formula: "(fichier * (1 - 20 %))",
        unit: Unit::Count,
        decimals: 0,
        words: &["Fiches utiles = Fiches × (1 − 20 %)"],
        figures: "500 × (1 − 20 %)",
        steps: &["1 − 20 % = 80 %", "500 × 80 % = 400"],
    });
    explains(&Case {
        label: "X",
        formula: "3 - (2 - 1) + (4 * 5) / (6 / 2)",
        unit: Unit::Number,
        decimals: 2,
        words: &["X = 3 − (2 − 1) + 4 × 5 ÷ (6 ÷ 2)"],
        figures: "3 − (2 − 1) + 4 × 5 ÷ (6 ÷ 2)",
        steps: &["2 − 1 = 1", "6 ÷ 2 = 3", "4 × 5 ÷ 3 ≈ 6,6667", "3 − 1 + 6,6667 ≈ 8,67"],
    });
    explains(&Case {
        label: "Marge",
        formula: "ca[T4] - perte",
        unit: Unit::Euro,
        decimals: 1,
        words: &["Marge = CA T4 − perte"],
        figures: "1 080,0 € − (− 12,5 €)",
        steps: &["1 080,0 € − (− 12,5 €) = 1 092,5 €"],
    });
}

#[test]
fn series_are_written_out() {
    explains(&Case {
        label: "Note moyenne",
        formula: "moyenne_ponderee(note, effectif)",
        unit: Unit::Mark(5),
        decimals: 2,
        words: &["Note moyenne = somme des produits « Note × Effectif » ÷ somme de « Effectif »"],
        figures: "(1 × 30 + 2 × 23 + 3 × 14 + 4 × 18 + 5 × 15) ÷ (30 + 23 + 14 + 18 + 15)",
        steps: &[
            "1 × 30 = 30",
            "2 × 23 = 46",
            "3 × 14 = 42",
            "4 × 18 = 72",
            "5 × 15 = 75",
            "30 + 46 + 42 + 72 + 75 = 265",
            "30 + 23 + 14 + 18 + 15 = 100",
            "265 ÷ 100 = 2,65/5",
        ],
    });
    explains(&Case {
        label: "Part du T1",
        formula: "part(ca[T1], somme(ca))",
        unit: Unit::Percent,
        decimals: 2,
        words: &["Part du T1 = CA T1 ÷ somme de « CA »"],
        figures: "2 053,9 € ÷ (2 053,9 € + 357,6 € + 880,9 € + 1 080,0 €)",
        steps: &[
            "2 053,9 € + 357,6 € + 880,9 € + 1 080,0 € = 4 372,40 €",
            "2 053,9 € ÷ 4 372,40 € ≈ 0,4697",
            "0,4697 × 100 ≈ 46,97 %",
        ],
    });
    explains(&Case {
        label: "Visiteurs par mois",
        formula: "somme(visiteurs) / 12",
        unit: Unit::Count,
        decimals: 0,
        words: &["Visiteurs par mois = somme de « Visiteurs » ÷ 12"],
        figures: "(452 + 325 + 402 + 450) ÷ 12",
        steps: &["452 + 325 + 402 + 450 = 1 629", "1 629 ÷ 12 ≈ 136"],
    });
    explains(&Case {
        label: "Meilleur trimestre",
        formula: "max(ca)",
        unit: Unit::Euro,
        decimals: 1,
        words: &["Meilleur trimestre = la plus grande valeur de « CA »"],
        figures: "la plus grande valeur entre 2 053,9 € ; 357,6 € ; 880,9 € ; 1 080,0 €",
        steps: &[
            "la plus grande valeur entre 2 053,9 € ; 357,6 € ; 880,9 € ; 1 080,0 € = 2 053,9 €",
        ],
    });
}

#[test]
fn a_figure_read_off_a_table_is_not_given_away() {
    explains(&Case {
        label: "Visiteurs au T1",
        formula: "visiteurs[T1]",
        unit: Unit::Count,
        decimals: 0,
        words: &["Visiteurs au T1 : se lit directement, « Visiteurs, T1 »"],
        figures: "",
        steps: &["452"],
    });
}

#[test]
fn headings_that_look_like_figures_are_not_left_alone() {
    explains(&Case {
        label: "Mécontents",
        formula: "effectif[1] + effectif[2]",
        unit: Unit::Count,
        decimals: 0,
        words: &["Mécontents = Effectif (1) + Effectif (2)"],
        figures: "30 + 23",
        steps: &["30 + 23 = 53"],
    });
}

#[test]
fn a_lookup() {
    explains(&Case {
        label: "Score du délai",
        formula: "bareme(delai, >= 15: 0, > 10 et < 15: 3, sinon: 5)",
        unit: Unit::Number,
        decimals: 0,
        words: &[
            "Score du délai : barème selon « Délai »",
            "≥ 15 → 0",
            "> 10 et < 15 → 3",
            "sinon → 5",
        ],
        figures: "où se situe 12 jours dans le barème ?",
        steps: &["12 jours : > 10 et < 15 → 3"],
    });
}

#[test]
fn a_formula_without_value_has_no_steps() {
    let sheet = sheet();
    let heading = Heading { label: "X", unit: Unit::Euro, decimals: 0 };
    assert!(steps(&sheet.parse("ca / zero"), &sheet, &heading).is_empty());
}

/// What is written on the board is what a learner may type: the reader finds the same value.
#[test]
fn the_substitution_reads_back_as_the_value() {
    use crate::formula::exact;
    use crate::number::rounding::round;
    use crate::number::{Reading, read};
    let sheet = sheet();
    for (source, unit) in [
        ("rebonds / visiteurs", Unit::Number),
        ("(450 - 452) / 452", Unit::Number),
        ("3 - (2 - 1) + (4 * 5) / (6 / 2)", Unit::Number),
        ("2 * (3 + 4) / (5 - 1) - (1 + 2) * 3", Unit::Number),
        ("100 / (5 * 4) / 2", Unit::Number),
        ("moyenne(visiteurs)", Unit::Number),
        ("panier-moyen * commandes", Unit::Euro),
        ("fichier * (1 - 20 %)", Unit::Number),
        ("ca[T4] - ca[T1]", Unit::Euro),
        ("-(2 + 3) * 4", Unit::Number),
        ("2 - -3", Unit::Number),
    ] {
        let formula = sheet.parse(source);
        let heading = Heading { label: "", unit, decimals: 12 };
        let board = with_figures(&formula, &sheet, &heading).unwrap();
        let Reading::Quantity(quantity) = read(&board) else { panic!("{source}: {board}") };
        let value = exact(&formula.expr, unit, &sheet).unwrap();
        assert_eq!(round(quantity.value, 12), round(value, 12), "{source}: {board}");
    }
}

proptest::proptest! {
    /// Parentheses are neither missing nor misplaced, whatever the tree.
    #[test]
    fn any_arithmetic_reads_back(source in "[1-9]( [-+*/] \\(?[1-9]( [-+*/] [1-9]\\)){0,1}){1,6}") {
        use crate::number::{Reading, read};
        let sheet = sheet();
        if let Ok(formula) = crate::formula::parse(&source, &sheet)
            && let Ok(value) = crate::formula::exact(&formula.expr, Unit::Number, &sheet)
        {
            let heading = Heading { label: "", unit: Unit::Number, decimals: 12 };
            let board = with_figures(&formula, &sheet, &heading).unwrap();
            let Reading::Quantity(quantity) = read(&board) else { panic!("{source}: {board}") };
            let gap = (quantity.value - value).abs();
            proptest::prop_assert!(gap < crate::formula::testing::dec("0.000000000001"), "{source}: {board}");
        }
    }
}
