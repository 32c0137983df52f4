//! Trouver l'erreur played by keys and by clicks, from everywhere it can be opened.

use tuteur_ndrc::progress::{Hunted, What};
use tuteur_ndrc::tui::Context;

use crate::play::Play;
use crate::views::answering;

#[track_caller]
fn shows(play: &Play, words: &str) {
    let screen = play.text();
    assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
}

fn hunts(play: &Play) -> Vec<&Hunted> {
    let hunted = play.events.iter().filter_map(|event| match &event.what {
        What::Hunt(hunted) => Some(hunted),
        _ => None,
    });
    hunted.collect()
}

/// Points at each place in turn until the right one is found.
fn found(mut play: Play, next: &str) -> Play {
    for _ in 0..20 {
        play = play.keys("<enter>");
        if play.text().contains("C’est bien là") {
            return play;
        }
        shows(&play, "✗ C");
        play = play.keys(next);
    }
    panic!("never found:\n{}", play.text());
}

/// Gives each name in turn until all is told.
fn named(mut play: Play) -> Play {
    for name in ["1", "2", "3", "4"] {
        if play.text().contains("Le bon calcul") {
            break;
        }
        play = play.keys(name);
    }
    shows(&play, "Le bon calcul");
    play
}

#[test]
fn a_calcul_is_hunted_from_its_step_and_left_where_it_was() {
    let play = answering(80, 24, 0).keys("12<f9>");
    assert_eq!(play.app.context(), Context::Hunt);
    shows(&play, "Un élève a rendu cette copie");
    shows(&play, "Évolution des visiteurs");
    let play = named(found(play, "<down>"));
    shows(&play, "Entrée Autre copie");
    let hunted = hunts(&play);
    assert_eq!(hunted.len(), 1);
    assert!(hunted[0].found.is_some());
    assert_eq!(hunted[0].shown, ["evolution"]);
    let play = play.keys("<esc>");
    assert_eq!(play.app.context(), Context::Number);
    shows(&play, "│ 12 ");
    assert_eq!(hunts(&play).len(), 1, "recorded once");
}

#[test]
fn what_a_copy_showed_counts_as_help() {
    let play = named(found(answering(80, 24, 0).keys("<f9>"), "<down>")).keys("<esc>");
    let play = play.keys("-0,44<enter>");
    shows(&play, "✓ Juste");
    let play = play.keys("<f8><f8><f8><f8>");
    shows(&play, "avec de l’aide");
}

#[test]
fn a_table_is_hunted_cell_by_cell() {
    let play = answering(80, 24, 1).keys("<c-f>");
    shows(&play, "Un élève a rempli ce tableau");
    let play = named(found(play, "<right>"));
    let hunted = hunts(&play);
    assert!(hunted[0].shown.len() >= 2, "the other cells were right: {hunted:?}");
}

#[test]
fn giving_up_shows_the_place_then_the_name() {
    let play = answering(120, 36, 0).keys("<f9><f2>");
    shows(&play, "L’erreur est");
    shows(&play, "✗");
    let play = play.keys("<f2>");
    shows(&play, "◆ Voici l’erreur");
    assert_eq!((hunts(&play)[0].found, hunts(&play)[0].named), (None, None));
    let play = play.keys("<enter>");
    shows(&play, "✓ 0 sur 1");
    shows(&play, "Un élève a re");
}

#[test]
fn the_accueil_the_summary_and_the_palette_lead_there() {
    let home = Play::open(80, 24).keys("e");
    assert_eq!(home.app.context(), Context::Hunt);
    let home = home.keys("<esc>");
    assert_eq!(home.app.context(), Context::Home);
    let question = home.keys("<down>e");
    shows(&question, "1.1");
    let palette = answering(80, 24, 2).keys("<c-p>erreur copie<enter>");
    assert_eq!(palette.app.context(), Context::Hunt);
}

#[test]
fn a_question_without_figures_says_so() {
    let play = Play::open(80, 24).keys("<down><down>e");
    assert_eq!(play.app.context(), Context::Home);
    shows(&play, "Rien ne se calcule ici");
}

#[test]
fn the_annexes_can_be_read_while_hunting() {
    let play = answering(40, 12, 0).keys("<f9>");
    assert!(!play.text().contains("Mesurez la performance"));
    let play = play.keys("<tab><home>");
    assert_eq!(play.app.context(), Context::HuntReading);
    shows(&play, "Mesurez la performance");
    assert_eq!(play.keys("<enter>").app.context(), Context::Hunt);
}

#[test]
fn the_mouse_points_and_names() {
    let play = answering(120, 36, 0).keys("<f9>").click("Évolution des visiteurs\u{a0}:");
    assert!(play.text().contains("bien là") || play.text().contains("✗ Cette ligne"));
    let play = play.keys("<f2>").click("1. ").click("2. ").click("3. ");
    let refused = play.text().matches("✗ ").count() >= 3;
    assert!(refused || play.text().contains("Le bon calcul"), "{}", play.text());
}

#[test]
fn hunting_looks_right() {
    for (width, height) in [(80, 24), (120, 36), (40, 12)] {
        let lines = answering(width, height, 0).keys("<f9>");
        insta::assert_snapshot!(format!("hunt_lines_{width}x{height}"), lines.picture());
        let table = answering(width, height, 1).keys("<f9><enter><right><enter><f2>");
        insta::assert_snapshot!(format!("hunt_table_{width}x{height}"), table.picture());
        let told = lines.keys("<f2><f2>");
        insta::assert_snapshot!(format!("hunt_told_{width}x{height}"), told.picture());
    }
}
