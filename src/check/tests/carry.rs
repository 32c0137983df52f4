//! Carried errors: through any depth, through branches that join, and the gate.

use std::collections::BTreeMap;

use super::super::testing::{Bench, dec, id, told};
use super::super::{Context, Judgement, judge};
use crate::model::Numeric;

fn paper() -> Bench {
    Bench::default()
        .with("fiches", "500", "500")
        .with("utiles", "fiches * 80 %", "400")
        .with("minutes", "utiles * 7 min", "2 800 min")
        .with("heures", "minutes / 1", "46,67 h")
        .with("taux", "223 / 452", "49,3 %")
        .with("avant", "47 / 452", "10,40 %")
        .with("apres", "24 / 450", "5,33 %")
}

fn judged(paper: &Bench, item: &Numeric, own: &[(&str, &str)], raw: &str) -> Judgement {
    let own: BTreeMap<_, _> = own.iter().map(|(name, value)| (id(name), dec(value))).collect();
    judge(item, &Context::new(paper).carrying(&own).through(paper), raw)
}

#[track_caller]
fn carries(item: &str, own: &[(&str, &str)], raw: &str, expected: &str, carried: bool) -> String {
    let paper = paper();
    let judgement = judged(&paper, &paper.items[&id(item)], own, raw);
    assert_eq!(
        (told(&judgement).as_str(), judgement.carried),
        (expected, carried),
        "{}",
        judgement.message
    );
    judgement.message
}

#[test]
fn the_next_step_follows_from_ones_own_result() {
    let message = carries("minutes", &[("utiles", "100")], "700", "juste", true);
    assert!(message.contains("«\u{a0}utiles\u{a0}» (100)"), "{message}");
    assert!(!message.contains("2\u{a0}800"), "{message}");
    carries("minutes", &[("utiles", "100")], "2 800", "juste", false);
    carries("minutes", &[("utiles", "100")], "701", "faux", false);
    carries("minutes", &[("utiles", "400")], "700", "faux", false);
}

#[test]
fn through_steps_left_blank_at_any_depth() {
    carries("heures", &[("fiches", "300")], "28", "juste", true);
    carries("heures", &[("fiches", "300"), ("minutes", "600")], "10 h", "juste", true);
}

#[test]
fn two_branches_joined_are_both_named() {
    let paper = paper();
    let gap = paper.item("ecart", "points(avant, apres)", "−5,06 points");
    let own = [("avant", "12.5"), ("apres", "6.25")];
    let judgement = judged(&paper, &gap, &own, "-6,25");
    assert_eq!((told(&judgement).as_str(), judgement.carried), ("juste", true));
    assert!(judgement.message.contains("avant") && judgement.message.contains("apres"));
    let one = judged(&paper, &gap, &[("avant", "12.5")], "-7,17");
    assert_eq!((told(&one).as_str(), one.carried), ("juste", true));
}

#[test]
fn ones_own_right_rounding_is_no_error() {
    let paper = paper();
    let gap = paper.item("ecart", "points(avant, apres)", "−5,06 points");
    let judgement = judged(&paper, &gap, &[("avant", "10.4"), ("apres", "5.3")], "-5,1");
    assert_eq!((told(&judgement).as_str(), judgement.carried), ("juste", false));
    let judgement = judged(&paper, &gap, &[("avant", "10.4"), ("apres", "5.3")], "-5,10");
    assert_eq!(
        (told(&judgement).as_str(), judgement.carried),
        ("juste arrondi-intermediaire", false)
    );
    // The corrigé's own rounding needs no result of the learner's.
    let judgement = judged(&paper, &gap, &[], "-5,07");
    assert_eq!(told(&judgement), "juste arrondi-intermediaire");
}

#[test]
fn absurd_figures_are_pointed_out_and_not_carried() {
    let paper = paper();
    let twice = paper.item("double", "taux * 200", "99");
    let judgement = judged(&paper, &twice, &[("taux", "340")], "680");
    assert_eq!((told(&judgement).as_str(), judgement.carried), ("faux", false));
    assert!(judgement.message.contains("ne peut pas valoir 340"), "{}", judgement.message);
    let judgement = judged(&paper, &twice, &[("taux", "60")], "120");
    assert_eq!((told(&judgement).as_str(), judgement.carried), ("juste", true));

    let each = paper.item("part", "2 000 € / utiles", "5,00 €");
    let judgement = judged(&paper, &each, &[("utiles", "0")], "3");
    assert_eq!(told(&judgement), "faux");
    assert!(judgement.message.contains("utiles"), "{}", judgement.message);
}
