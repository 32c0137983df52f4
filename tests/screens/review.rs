//! A text being written, then read again beside its model.

use tuteur_ndrc::tui::{Code, Context, Input, Key};

use crate::play::Play;
use crate::views::{answering, rcs_open};

#[track_caller]
fn shows(play: &Play, words: &str) {
    let screen = play.text();
    assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
}

#[track_caller]
fn hides(play: &Play, words: &str) {
    let screen = play.text();
    assert!(!screen.contains(words), "`{words}` is on the screen:\n{screen}");
}

/// The row where words stand.
#[track_caller]
fn row(play: &Play, words: &str) -> usize {
    let screen = play.text();
    screen
        .lines()
        .position(|line| line.contains(words))
        .unwrap_or_else(|| panic!("{words}: {screen}"))
}

fn reviewed(width: u16, height: u16) -> Play {
    answering(width, height, 3).keys("La fréquentation stagne.<c-s>")
}

#[test]
fn undoing_leaves_what_was_typed_elsewhere() {
    let mut play = answering(80, 24, 3).keys("un deux trois");
    play.input(Input::Key(Key { ctrl: true, ..Key::plain(Code::Left) }));
    let play = play.keys("Z");
    shows(&play, "un deux Ztrois");
    let play = play.keys("<c-z>");
    shows(&play, "un deux trois");
    shows(&play.keys("<c-y>"), "un deux Ztrois");
}

#[test]
fn a_line_and_a_word_are_erased_by_the_same_keys_in_a_text_and_in_a_field() {
    for step in [0, 3] {
        let play = answering(80, 24, step).keys("72 45<c-w>");
        shows(&play, "72 ");
        hides(&play, "72 45");
        hides(&play.keys("<c-u>"), "72 ");
    }
}

#[test]
fn a_long_text_has_a_bar_and_keeps_its_words_in_sight_when_full() {
    let bar = |play: &Play| row(play, "┃│");
    let play = answering(80, 24, 3).paste(&"mot ".repeat(40_000));
    shows(&play, "25\u{a0}000\u{a0}mots");
    shows(&play, "Le texte est plein");
    let end = bar(&play);
    let play = play.keys("<pageup>");
    shows(&play, "Page↑ Page↓");
    hides(&play, "plein");
    assert!(bar(&play) <= end);
}

#[test]
fn a_text_and_its_model_stand_side_by_side_on_a_wide_screen() {
    let play = reviewed(120, 36).keys("m");
    assert_eq!(row(&play, "Votre texte"), row(&play, "Une réponse possible"));
    assert_eq!(row(&play, "La fréquentation stagne."), row(&play, "La fréquentation stagne et"));
    assert!(row(&play, "1\u{a0}point compté sur 2") > row(&play, "La fréquentation stagne et"));
    shows(&play, "m Cacher");
    let play = play.keys("<down> ");
    shows(&play, "2\u{a0}points comptés sur 2");
    shows(&play, "Une réponse possible");
}

#[test]
fn a_text_and_its_model_are_one_key_away_on_a_narrow_one() {
    let play = reviewed(80, 24).keys("m");
    assert_eq!(play.app.context(), Context::Review);
    shows(&play, "Une réponse possible");
    shows(&play, "m Cacher");
    let play = play.keys("<down> ");
    shows(&play, "2\u{a0}points comptés sur 2");
    shows(&play, "Une réponse possible");
    let play = play.keys("t");
    shows(&play, "── Votre texte");
    shows(&play, "m Modèle");
    let play = play.keys("t");
    shows(&play, "Énoncé et annexes");
}

#[test]
fn escape_closes_the_model_before_the_question() {
    for (width, height) in [(80, 24), (120, 36), (40, 12)] {
        let play = reviewed(width, height).keys("m<esc>");
        hides(&play, "Une réponse possible");
        assert_eq!(play.app.context(), Context::Review, "{width}×{height}");
        assert_eq!(play.keys("<esc>").app.context(), Context::Home);
    }
}

#[test]
fn one_marks_oneself_with_ones_own_text_in_sight() {
    let wide = rcs_open(120, 36).keys("I. Des atouts<c-s>");
    assert_eq!(row(&wide, "Votre texte"), row(&wide, "Plan modèle"));
    shows(&wide, "I. Des atouts");
    shows(&wide.keys("<right>"), "[TI]");
    let narrow = rcs_open(80, 24).keys("I. Des atouts<c-s>");
    shows(&narrow, "Votre texte");
    shows(&narrow, "I. Des atouts");
    shows(&narrow, "m Modèle");
    let narrow = narrow.keys("m<right>");
    shows(&narrow, "Plan modèle");
    shows(&narrow, "[TI]");
    let narrow = narrow.keys("<pagedown>");
    shows(&narrow, "Une zone sans limite");
    shows(&narrow, "[TI]");
    shows(&narrow.keys("t"), "I. Des atouts");
}

#[test]
fn the_editor_gets_its_room_back() {
    let before = answering(80, 24, 3).keys("La fréquentation stagne.");
    let again = before.keys("<c-s>");
    let again = again.keys("<pagedown><pagedown>");
    shows(&again, "Interprétation");
    let play = again.keys("e");
    hides(&play, "Interprétation");
    assert!(row(&play, "mots ╯") - row(&play, "╭") >= 9, "{}", play.text());
}

#[test]
fn the_marks_of_the_steps_tell_what_is_partial() {
    shows(&reviewed(80, 24), "[≈]");
    shows(&reviewed(80, 24).keys("<down> "), "[✓]");
    let levels = |keys: &str| rcs_open(80, 24).keys("Un plan.<c-s>").keys(&keys.repeat(8));
    shows(&levels("3<down>"), "[✓]");
    shows(&levels("1<down>"), "[≈]");
    shows(&levels("1<down>").keys("<esc>"), "≈ en partie");
    shows(&levels("3<down>").keys("<esc>"), "✓ terminée");
}

#[test]
fn a_draft_is_kept_at_each_key() {
    let play = answering(80, 24, 3).keys("Rien n’est perd").again();
    shows(&play.keys("r"), "Rien n’est perd");
}
