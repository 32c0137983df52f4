//! Taking figures from the annexes into a computation, by keys and by clicks.

use tuteur_ndrc::progress::What;
use tuteur_ndrc::tui::Context;

use crate::play::Play;
use crate::views::answering;

#[track_caller]
fn shows(play: &Play, words: &str) {
    let screen = play.text();
    assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
}

fn answers(play: &Play) -> Vec<&str> {
    let answers = play.events.iter().filter_map(|event| match &event.what {
        What::Answer(answer) => Some(answer.raw.as_str()),
        _ => None,
    });
    answers.collect()
}

#[test]
fn a_whole_computation_is_picked_without_typing_a_figure() {
    let play = answering(80, 24, 0).keys("(<up><end>");
    assert_eq!(play.app.context(), Context::Picking);
    let play = play.keys("<home><right><right><right> -<home> )/<enter>");
    assert_eq!(play.app.context(), Context::Number);
    shows(&play, "(450-452)/452");
    shows(&play, "= −\u{a0}0,44\u{a0}%");
    let play = play.keys("<enter>");
    shows(&play, "✓ Juste");
    assert_eq!(answers(&play), ["(450-452)/452"]);
}

#[test]
fn the_cell_is_remembered_and_named_when_it_has_no_place_there() {
    let play = answering(120, 36, 0).keys("(<f5><right><enter>-452)/452");
    shows(&play, "(325-452)/452");
    let play = play.keys("<enter>");
    shows(&play, "✗ Faux");
    shows(&play, "Visiteurs, T2");
    assert_eq!(answers(&play), ["(325-452)/452"]);
    // Typed by hand, nothing is known of where the figure comes from but what it leads to.
    let known = answering(120, 36, 0).keys("<f5><down><enter>/7<enter>");
    shows(&known, "Vous avez pris «\u{a0}Visites d’une seule page, T1\u{a0}»");
    shows(&known, "colonne est la bonne, la ligne est à revoir");
    let typed = answering(120, 36, 0).keys("223/7<enter>");
    assert!(!typed.text().contains("Vous avez pris"));
}

#[test]
fn a_figure_that_was_changed_is_no_longer_the_one_taken() {
    let play = answering(120, 36, 0).keys("<f5><down><enter>4/7<enter>");
    shows(&play, "2234/7");
    assert!(!play.text().contains("Vous avez pris"), "{}", play.text());
    let again = play.keys("<c-w><f5><enter>/7<enter>");
    shows(&again, "Vous avez pris");
    assert!(!again.keys("5").text().contains("Vous avez pris"), "gone once edited");
}

#[test]
fn escape_comes_back_without_picking() {
    let play = answering(80, 24, 0).keys("12<f5><down><esc>-");
    assert_eq!(play.app.context(), Context::Number);
    shows(&play, "12");
    // The next time, the cursor is where it was left.
    shows(&play.keys("<f5><enter>"), "12-223");
}

#[test]
fn two_figures_picked_in_a_row_never_run_into_one() {
    // The second takes the place of the first; a typed one is left alone.
    let play = answering(80, 24, 0).keys("<f5><enter><f5><down><enter>");
    shows(&play, "│ 223 ");
    let play = answering(80, 24, 0).keys("750<f5><enter>");
    shows(&play, "Tapez d’abord un signe\u{a0}: +, −, × ou ÷.");
    shows(&play, "│ 750 ");
}

#[test]
fn the_blanks_of_a_table_are_filled_from_the_annexes() {
    let play = answering(80, 24, 1).keys("<f5><down><enter>/<f5><up><enter>");
    shows(&play, "223/452");
    let play = play.keys("<enter>");
    shows(&play, "✓ Taux de rebond, T1");
}

#[test]
fn a_click_on_a_figure_puts_it_into_the_answer() {
    let play = answering(120, 36, 0).click("325").keys("-").click("43,7");
    assert_eq!(play.app.context(), Context::Number);
    shows(&play, "325-43,7");
    // Beside the figures, a click goes on reading.
    assert_eq!(play.click("Le site par").app.context(), Context::Statement);
}

#[test]
fn a_narrow_screen_shows_the_annexes_and_what_is_typed() {
    let play = answering(40, 12, 0).keys("7/<f5>");
    shows(&play, "› 7");
    shows(&play, "452");
    shows(&play.keys(" *"), "› 7/452*");
    let play = answering(40, 12, 0).keys("<f5><end><enter>");
    shows(&play, "45");
    assert_eq!(play.app.context(), Context::Number);
}

#[test]
fn the_field_stays_in_sight_below_the_annexes() {
    let play = answering(80, 24, 0).keys("223/7<enter><f5>");
    shows(&play, "› 223/7");
    let play = answering(80, 24, 1).keys("223/7<enter><f5>");
    shows(&play, "T1 › 223/7");
}

#[test]
fn a_text_takes_no_figures() {
    let play = answering(80, 24, 2).keys("<f5>");
    assert_eq!(play.app.context(), Context::Choice);
    let play = answering(80, 24, 3).keys("<c-o>");
    assert_eq!(play.app.context(), Context::Editor);
}

#[test]
fn picking_looks_right() {
    for (width, height) in [(80, 24), (120, 36), (40, 12)] {
        let play = answering(width, height, 0).keys("(<f5><right><down>");
        insta::assert_snapshot!(format!("picking_{width}x{height}"), play.picture());
        let told = answering(width, height, 0).keys("<f5><down><enter>/7<enter>");
        insta::assert_snapshot!(format!("picked_wrong_{width}x{height}"), told.picture());
    }
}
