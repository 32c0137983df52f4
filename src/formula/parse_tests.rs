//! What authors write, and what they are told when it cannot be read.

use proptest::prelude::*;

use super::testing::Sheet;
use super::{FormulaError, MAX_DEPTH, MAX_LENGTH, parse};
use crate::model::{Expr, Node, Op, Operand};

/// The tree as fully parenthesised text.
fn shape(expr: &Expr) -> String {
    match &expr.node {
        Node::Literal(l) => match l.unit {
            Some(unit) => format!("{}{unit:?}", l.value),
            None => l.value.to_string(),
        },
        Node::Operand(Operand::Cell(c)) => format!("{}@{}", c.row, c.column),
        Node::Operand(Operand::Cells(c)) => format!("{}@*", c[0].row),
        Node::Operand(Operand::Item(id)) => id.to_string(),
        Node::Operand(Operand::Items(_)) => "items".into(),
        Node::Negate(inner) => format!("-{}", shape(inner)),
        Node::Binary(op, a, b) => {
            let sign = match op {
                Op::Add => '+',
                Op::Subtract => '-',
                Op::Multiply => '*',
                Op::Divide => '/',
            };
            format!("({}{sign}{})", shape(a), shape(b))
        }
        Node::Call(function, arguments) => {
            format!("{function:?}[{}]", arguments.iter().map(shape).collect::<Vec<_>>().join(" "))
        }
        Node::Lookup { subject, bands, otherwise } => {
            format!("lookup[{} {} {}]", shape(subject), bands.len(), shape(otherwise))
        }
    }
}

#[track_caller]
fn reads(source: &str, expected: &str) {
    let sheet = Sheet::with(&[
        ("heures", "22", crate::number::Unit::Hour, 0),
        ("2e-relance", "5", crate::number::Unit::Count, 0),
    ]);
    assert_eq!(shape(&sheet.parse(source).expr), expected, "{source}");
}

#[test]
fn operators_names_and_figures_are_read() {
    reads("rebonds / visiteurs", "(rebonds@T1/visiteurs@T1)");
    reads("ca[T4] - ca[T1]", "(ca@T4-ca@T1)");
    reads("ca [ T4 ]−ca[T1]", "(ca@T4-ca@T1)");
    reads("site.visiteurs[T2]", "visiteurs@T2");
    reads("panier-moyen × commandes", "(panier-moyen@T1*commandes@T1)");
    reads("ca ÷ commandes : 2", "((ca@T1/commandes@T1)/2)");
    reads("1 + 2 * 3", "(1+(2*3))");
    reads("(1 + 2) * 3", "((1+2)*3)");
    reads("1 - 2 - 3", "((1-2)-3)");
    reads("-ca[T1] + 2", "(-ca@T1+2)");
    reads("etape(\"2.3/heures\") * 17 €/h", "(s/2.3/heures*17EuroPerHour)");
    reads("2e-relance * 2", "(s/1/2e-relance*2)");
}

#[test]
fn literals_are_in_french_notation() {
    reads("1 200 €", "1200Euro");
    reads("1\u{202f}000\u{a0}000", "1000000");
    reads("2,74 %", "2.74Percent");
    reads("60 min", "60Minute");
    reads("3min", "3Minute");
    reads("500 * 20 %", "(500*20Percent)");
    reads("17 €/h", "17EuroPerHour");
    reads("17 € / heures", "(17Euro/s/1/heures)");
    reads("50-20", "(50-20)");
    reads("1,2 M€", "1.2MegaEuro");
    reads("2 points", "2Points");
    reads("0,5 * 3 h", "(0.5*3Hour)");
}

#[test]
fn functions_take_values_and_series() {
    reads("evolution(ca[T1], ca[T4])", "Change[ca@T1 ca@T4]");
    reads("Évolution(ca[T1]; ca[T4])", "Change[ca@T1 ca@T4]");
    reads("somme(ca)", "Sum[ca@*]");
    reads("somme(ca[T1], ca[T2])", "Sum[ca@T1 ca@T2]");
    reads("somme(ca * 2)", "Sum[(ca@T1*2)]");
    reads("moyenne_ponderee(note, effectif)", "WeightedMean[note@* effectif@*]");
    reads("arrondi(ca / commandes, 2)", "Round[(ca@T1/commandes@T1) 2]");
    reads("min(1, 2)", "Minimum[1 2]");
    reads("plafond(heures)", "Ceiling[s/1/heures]");
    reads("bareme(delai, >= 15: 0, > 10 et < 15: 3, sinon: 5)", "lookup[delai@Valeur 2 5]");
    reads("bareme(delai, ≥ 15 : 0 ; sinon : 5 : 2)", "lookup[delai@Valeur 1 (5/2)]");
}

/// The faulty part, the message and the remedy, or an empty string.
#[track_caller]
fn refuses(source: &str, part: &str, message: &str, help: &str) {
    let FormulaError { span, message: said, help: remedy } =
        parse(source, &Sheet::default()).expect_err(source);
    assert_eq!(&source[span], part, "{source}: {said}");
    assert!(said.replace('\u{a0}', " ").contains(message), "{source}: {said}");
    let remedy = remedy.unwrap_or_default().replace('\u{a0}', " ");
    assert!(remedy.contains(help) && remedy.is_empty() == help.is_empty(), "{source}: {remedy}");
}

#[test]
fn every_fault_has_a_place_and_a_remedy() {
    refuses("", "", "vide", "");
    refuses("ca +", "", "à la fin", "");
    refuses("* 2", "*", "avant ce signe", "");
    refuses("(ca", "(", "pas fermée", "ajoutez");
    refuses("ca)", ")", "sans avoir été ouverte", "");
    refuses("ca 2", "2", "manque une opération", "");
    refuses("ca[T4", "[", "crochet", "]");
    refuses("ca[]", "[]", "vides", "ca[T4]");
    refuses("2.74 * ca", ".", "virgule", "2,74");
    refuses("ca %", "%", "qu’après un nombre", "multipliez");
    refuses("ca $ 2", "$", "« $ »", "");
    refuses("ca \u{1b} 2", "\u{1b}", "U+001B", "");
    refuses("\"x\"", "\"x\"", "guillemets", "");
    refuses("ca > 2", ">", "bareme", "");
    refuses("1, 2", ",", "séparateur", "");
    refuses(
        "99999999999999999999999999999999999999999",
        "99999999999999999999999999999999999999999",
        "trop de chiffres",
        "",
    );
}

#[test]
fn names_and_functions_that_do_not_exist_get_advice() {
    refuses("ventes / 2", "ventes", "inconnu", "");
    refuses(
        "ca-commandes",
        "ca-commandes",
        "inconnu",
        "espaces autour du signe moins : « ca - commandes »",
    );
    refuses("panier-moyen-ca[T1]", "panier-moyen-ca[T1]", "inconnu", "« panier-moyen - ca »");
    refuses("evolutoin(ca, ca)", "evolutoin", "n’existe pas", "evolution");
    refuses("xyzzyx(ca)", "xyzzyx", "n’existe pas", "moyenne_ponderee");
    refuses(
        "evolution(ca)",
        "evolution(ca)",
        "attend 2 valeurs, pas 1",
        "evolution(départ, arrivée)",
    );
    refuses("somme()", "somme()", "au moins 1 valeur,", "somme(ligne)");
    refuses("arrondi(ca, 2, 3)", "arrondi(ca, 2, 3)", "au plus 2", "arrondi(x, 2)");
    refuses("arrondi(ca, commandes)", "commandes", "entier", "arrondi");
    refuses("etape(heures)", "heures", "guillemets", "2.3/heures");
    refuses("etape(\"heures\")", "\"heures\"", "il manque la question", "2.3/heures");
    refuses("bareme(delai, >= 15: 0)", ")", "sinon", "sinon");
    refuses("bareme(delai, 15: 0, sinon: 1)", "15", "condition", ">= 15");
    refuses("bareme(delai, > 1 et > 2: 0, sinon: 1)", ">", "même côté", "");
    refuses("bareme(delai, > ca: 0, sinon: 1)", "ca", "une borne est un nombre", "");
}

#[test]
fn length_depth_and_size_are_bounded() {
    let sheet = Sheet::default();
    let nested = |n: usize| format!("{}1{}", "(".repeat(n), ")".repeat(n));
    assert!(parse(&nested(MAX_DEPTH - 1), &sheet).is_ok());
    assert!(parse(&nested(MAX_DEPTH), &sheet).unwrap_err().message.contains("parenthèses"));
    assert!(parse(&"-".repeat(500), &sheet).unwrap_err().message.contains("parenthèses"));
    assert!(parse(&format!("1{}", "+1".repeat(99)), &sheet).is_ok());
    assert!(
        parse(&format!("1{}", "+1".repeat(100)), &sheet)
            .unwrap_err()
            .message
            .contains("opérations")
    );
    assert!(parse(&" ".repeat(MAX_LENGTH + 1), &sheet).unwrap_err().message.contains("longue"));
}

proptest! {
    #[test]
    fn parsing_never_panics(source in ".{0,80}") {
        if let Err(error) = parse(&source, &Sheet::default()) {
            prop_assert!(source.get(error.span).is_some());
        }
    }

    #[test]
    fn parsing_near_formulas_never_panics(source in "(ca|[(),;:+−*/ ]|[0-9]{1,4}|,|%|€|min|-|\\[T1\\]|somme\\(|bareme\\(|> |etape\\(|\"|sinon|et|é|\\.){0,30}") {
        if let Err(error) = parse(&source, &Sheet::default()) {
            prop_assert!(source.get(error.span).is_some());
        }
    }
}
