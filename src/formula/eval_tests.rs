//! Values in the units asked, the algebra of dimensions, and its refusals.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::testing::{Sheet, dec};
use super::{EvalErrorKind, exact};
use crate::model::{Expr, Literal, Node, Op};
use crate::number::Unit;

fn sheet() -> Sheet {
    Sheet::with(&[
        ("appels", "400", Unit::Count, 0),
        ("rdv", "20", Unit::Count, 0),
        ("duree", "1280", Unit::Minute, 0),
        ("heures", "22", Unit::Hour, 0),
        ("taux-t1", "49.336283185840707965", Unit::Percent, 1),
        ("taux-t4", "53.333333333333333333", Unit::Percent, 1),
        ("promoteurs", "3", Unit::Percent, 0),
        ("detracteurs", "89", Unit::Percent, 0),
        ("budget", "2", Unit::KiloEuro, 0),
        ("gain", "5", Unit::Points, 0),
    ])
}

#[track_caller]
fn gives(source: &str, unit: Unit, expected: &str) {
    let sheet = sheet();
    let value = exact(&sheet.parse(source).expr, unit, &sheet).map(|v| v.to_string());
    assert_eq!(value.as_deref(), Ok(expected), "{source}");
}

#[track_caller]
fn refuses(source: &str, unit: Unit, part: &str, message: &str) {
    let sheet = sheet();
    let error = exact(&sheet.parse(source).expr, unit, &sheet).expect_err(source);
    assert_eq!(&source[error.span.clone()], part, "{source}: {error}");
    let said = error.to_string().replace('\u{a0}', " ");
    assert!(said.contains(message), "{source}: {said}");
}

#[test]
fn rates_and_changes_are_percentages() {
    gives("rebonds / visiteurs", Unit::Percent, "49.336283185840707965");
    gives("rebonds / visiteurs", Unit::Number, "0.49336283185840708");
    gives("evolution(visiteurs[T1], visiteurs[T4])", Unit::Percent, "-0.44247787610619469");
    gives("(450 - 452) / 452", Unit::Percent, "-0.44247787610619469");
    gives("part(ca[T1], somme(ca))", Unit::Percent, "46.974201811362180953");
}

#[test]
fn half_written_percentages_are_fractions() {
    gives("1 - 20 %", Unit::Percent, "80");
    gives("fichier * (1 - perte)", Unit::Count, "400");
    gives("500 * 80 %", Unit::Count, "400");
    gives("100 % - perte", Unit::Percent, "80");
    gives("1 - commandes / paniers", Unit::Percent, "18.965517241379310345");
    gives("(1 + 70 %) * (1 + 18 %) - 1", Unit::Percent, "100.6");
    gives("100 € * 20 * 80 %", Unit::Euro, "1600");
}

#[test]
fn differences_of_percentages_are_points() {
    gives("points(taux-t1, taux-t4)", Unit::Points, "3.997050147492625368");
    gives("taux-t4 - taux-t1", Unit::Points, "3.997050147492625368");
    gives("promoteurs - detracteurs", Unit::Points, "-86");
    gives("(3 - 89) / 100", Unit::Points, "-86");
    gives("gain + gain", Unit::Points, "10");
    gives("promoteurs + gain", Unit::Percent, "8");
    gives("conversion[T4] - conversion[T1]", Unit::Points, "-5.07");
}

#[test]
fn money_and_time_convert() {
    gives("panier-moyen * commandes", Unit::Euro, "2053.9");
    gives("ca / commandes", Unit::Euro, "43.7");
    gives("appels * appel + rdv * saisie", Unit::Minute, "1280");
    gives("duree", Unit::Hour, "21.333333333333333333");
    gives("duree / 60 min", Unit::Hour, "21.333333333333333333");
    gives("cout * heures", Unit::Euro, "374");
    gives("17 €/h * 22 h", Unit::Euro, "374");
    gives("17 €/h * 22 h + 1 200 €", Unit::Euro, "1574");
    gives("374 € / 22 h", Unit::EuroPerHour, "17");
    gives("budget + 500 €", Unit::Euro, "2500");
    gives("budget", Unit::Euro, "2000");
    gives("appels / heures", Unit::Number, "18.181818181818181818");
    gives("10,50 € * 30,4", Unit::Euro, "319.2");
    gives("10 € * 30 jours", Unit::Euro, "300");
    gives("43,7 * 47", Unit::Euro, "2053.9");
}

#[test]
fn roundings_act_in_the_unit_shown() {
    gives("plafond(duree)", Unit::Hour, "22");
    gives("plancher(duree)", Unit::Hour, "21");
    gives("cout * plafond(heures(duree))", Unit::Euro, "374");
    gives("minutes(heures)", Unit::Minute, "1320");
    gives("arrondi(taux-t4, 1)", Unit::Percent, "53.3");
    gives("arrondi(0 - 2,5)", Unit::Number, "-3");
    gives("plafond(17 €/h * 22 h)", Unit::Euro, "374");
    gives("plafond(-1,5)", Unit::Number, "-1");
}

#[test]
fn means_extremes_and_lookups() {
    gives("moyenne_ponderee(note, effectif)", Unit::Mark(5), "2.65");
    gives("moyenne(note)", Unit::Mark(5), "3");
    gives("somme(visiteurs)", Unit::Count, "1629");
    gives("min(ca)", Unit::Euro, "357.6");
    gives("max(3, 5, 4)", Unit::Number, "5");
    gives("abs(2 - 5)", Unit::Number, "3");
    gives("coefficient(visiteurs[T2], visiteurs[T1])", Unit::Times, "1.390769230769230769");
    for (days, expected) in [("16", "0"), ("15", "0"), ("14,9", "3"), ("10,1", "3"), ("10", "5")] {
        let source = format!("bareme({days}, >= 15: 0, > 10 et < 15: 3, sinon: 5)");
        gives(&source, Unit::Number, expected);
    }
    gives("bareme(delai, >= 15: 0, > 10: 3, sinon: 5)", Unit::Number, "3");
    gives("bareme(rebonds / visiteurs, < 49 %: 1, sinon: 2)", Unit::Number, "2");
}

#[test]
fn what_does_not_go_together_is_refused_at_its_place() {
    refuses(
        "ca + 20 %",
        Unit::Euro,
        "ca + 20 %",
        "on ne peut pas additionner un montant en euros et un pourcentage",
    );
    refuses("2 * (visiteurs - perte)", Unit::Count, "visiteurs - perte", "(1 + 20 %)");
    refuses("ca + 3 h", Unit::Euro, "ca + 3 h", "une durée");
    refuses("ca / visiteurs", Unit::Percent, "ca / visiteurs", "un montant en euros");
    refuses(
        "evolution(ca[T1], ca[T4])",
        Unit::Points,
        "evolution(ca[T1], ca[T4])",
        "seul un écart",
    );
    refuses(
        "points(promoteurs, detracteurs)",
        Unit::Percent,
        "points(promoteurs, detracteurs)",
        "en points, pas en %",
    );
    refuses(
        "points(visiteurs, rebonds)",
        Unit::Points,
        "points(visiteurs, rebonds)",
        "deux pourcentages",
    );
    refuses("ca / zero", Unit::Euro, "ca / zero", "division par zéro");
    refuses(
        "moyenne_ponderee(note, ca)",
        Unit::Number,
        "moyenne_ponderee(note, ca)",
        "5 valeurs pour 4 effectifs",
    );
    refuses("heures(ca)", Unit::Hour, "heures(ca)", "un montant en euros");
    refuses("ca * ca * ca * ca * ca", Unit::Euro, "ca * ca * ca * ca * ca", "trop de fois");
    refuses("ca / 2 + 5", Unit::Euro, "ca / 2 + 5", "donnez une unité");
}

#[test]
fn overflow_is_an_error() {
    let sheet = sheet();
    let formula = sheet.parse("9 999 999 999 999 999 * 9 999 999 999 999 999");
    let error = exact(&formula.expr, Unit::Number, &sheet).unwrap_err();
    assert_eq!(error.kind, EvalErrorKind::Overflow);
}

/// A rational, reduced.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rational(i128, i128);

fn rational(n: i128, d: i128) -> Option<Rational> {
    fn gcd(a: i128, b: i128) -> i128 {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    let g = gcd(n.abs(), d.abs()).max(1) * d.signum();
    (d != 0).then(|| Rational(n / g, d / g))
}

fn oracle(expr: &Expr) -> Option<Rational> {
    match &expr.node {
        Node::Literal(l) => rational(l.value.mantissa(), 10i128.pow(l.value.scale())),
        Node::Negate(inner) => oracle(inner).and_then(|r| rational(-r.0, r.1)),
        Node::Binary(op, a, b) => {
            let (Rational(a, b), Rational(c, d)) = (oracle(a)?, oracle(b)?);
            let (cross, other) = (a.checked_mul(d)?, c.checked_mul(b)?);
            let below = b.checked_mul(d)?;
            match op {
                Op::Add => rational(cross.checked_add(other)?, below),
                Op::Subtract => rational(cross.checked_sub(other)?, below),
                Op::Multiply => rational(a.checked_mul(c)?, below),
                Op::Divide => rational(cross, other),
            }
        }
        _ => None,
    }
}

fn literal(value: i64, decimals: u32) -> Expr {
    let value = Decimal::new(value, decimals);
    Expr { node: Node::Literal(Literal { value, unit: None, decimals }), span: 0..0 }
}

fn trees() -> impl Strategy<Value = Expr> {
    let leaf = (-999i64..=999, 0u32..=2).prop_map(|(v, d)| literal(v, d));
    leaf.prop_recursive(4, 24, 2, |inner| {
        let ops =
            prop_oneof![Just(Op::Add), Just(Op::Subtract), Just(Op::Multiply), Just(Op::Divide)];
        (ops, inner.clone(), inner).prop_map(|(op, a, b)| Expr {
            node: Node::Binary(op, Box::new(a), Box::new(b)),
            span: 0..0,
        })
    })
}

proptest! {
    /// Where the exact value ends within 12 decimals, ours is that value; else it is within a hair.
    #[test]
    fn evaluation_agrees_with_rationals(tree in trees()) {
        let sheet = Sheet::default();
        let ours = exact(&tree, Unit::Number, &sheet);
        match (oracle(&tree), ours) {
            (Some(Rational(n, d)), Ok(ours)) if n.abs() < 10i128.pow(9) && d < 10i128.pow(9) => {
                let expected = (Decimal::from(n) / Decimal::from(d)).round_dp(18);
                prop_assert!((ours - expected).abs() <= dec("0.000000000001"), "{ours} {expected}");
                let ends = 10i128.pow(12) % d == 0;
                let hair = |d: Decimal| d.round_dp(12).normalize();
                prop_assert!(!ends || hair(ours) == hair(expected), "{ours} {expected}");
            }
            (Some(Rational(n, d)), Err(error)) => {
                prop_assert!(n.abs() > 10i128.pow(20) || d > 10i128.pow(9), "{error} for {n}/{d}");
            }
            _ => {}
        }
    }
}
