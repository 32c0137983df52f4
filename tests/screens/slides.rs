//! Every kind of slide on the classroom wall, at the sizes of screens and of far readers.

use crate::play::Play;

const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 36), (40, 12)];

/// From the accueil to the wall with the first question of the sample, or the second.
const FIRST: &str = "<down><f11>";
const SECOND: &str = "<down><down><f11>";

#[track_caller]
fn looks(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let play = Play::open(width, height).keys(keys);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), play.picture());
    }
}

/// Reveals until the stage is this one.
#[track_caller]
fn reveals(name: &str, keys: &str, stage: &str) {
    for (width, height) in SIZES {
        let mut play = Play::open(width, height).keys(keys);
        let shown = |play: &Play| play.text().lines().next().is_some_and(|top| top.contains(stage));
        for _ in 0..80 {
            if shown(&play) {
                break;
            }
            play = play.keys(" ");
        }
        assert!(shown(&play), "« {stage} » never comes:\n{}", play.text());
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), play.picture());
    }
}

#[test]
fn the_statement_and_the_help() {
    reveals("slide_statement", FIRST, "Énoncé");
    reveals("slide_hint", FIRST, "Indice");
    reveals("slide_method", FIRST, "Méthode");
    reveals("slide_meaning", FIRST, "Interprétation");
}

#[test]
fn a_choice_and_a_text() {
    reveals("slide_choice", FIRST, "À vous   étape 3");
    reveals("slide_choice_vote", FIRST, "À main levée   étape 3");
    reveals("slide_choice_result", FIRST, "Résultat   étape 3");
    reveals("slide_why", FIRST, "Pourquoi");
    reveals("slide_text", FIRST, "À vous   étape 4");
    reveals("slide_model", FIRST, "Réponse possible");
    reveals("slide_erratum", FIRST, "Erratum");
    reveals("slide_remember", FIRST, "À retenir");
}

#[test]
fn an_rcs() {
    looks("slide_rcs", &format!("{SECOND}<down>"));
    reveals("slide_plan", &format!("{SECOND}<down>"), "Plan");
    looks("slide_last", &format!("{FIRST}<end>"));
}

#[test]
fn around_the_slides() {
    looks("slide_jump", &format!("{FIRST}g"));
    looks("slide_countdown", &format!("{FIRST}<down>c"));
    looks("slide_annex_over", &format!("{FIRST}<down>a"));
    looks("slide_help", &format!("{FIRST}?"));
    looks("slide_blank", &format!("{FIRST}b"));
}
