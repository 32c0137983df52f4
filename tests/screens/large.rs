//! Large type on the learner's own screens: what it looks like, where the mouse hits, that it
//! gives way where there is no room.

use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::progress::What;
use tuteur_ndrc::tui::{Context, Input, Look, Mouse, MouseKind, Preferences, Size};

use crate::play::Play;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (40, 12)];
/// What large type is drawn with, apart from the bar of the selection.
const BLOCKS: &[char] = &['▀', '▄', '█', '▐', '▛', '▜', '▙', '▟', '▘', '▝', '▖', '▗', '▞', '▚'];

fn large(play: Play) -> Play {
    let mut play = play;
    let preferences = Preferences { large: true, ..Preferences::default() };
    play.app.set_look(Look { preferences, ..Look::default() });
    play
}

fn open(width: u16, height: u16) -> Play {
    large(Play::open(width, height))
}

/// The answer of the nth step of the first question, in focus.
fn answering(width: u16, height: u16, step: usize) -> Play {
    open(width, height).keys("<down><enter><f6>").keys(&"<f8>".repeat(step))
}

fn looks(name: &str, play: impl Fn(u16, u16) -> Play) {
    for (width, height) in SIZES {
        let picture = play(width, height).picture();
        insta::assert_snapshot!(format!("large_{name}_{width}x{height}"), picture);
    }
}

#[track_caller]
fn shows(play: &Play, words: &str) {
    let screen = play.text();
    assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
}

fn press(mut play: Play, x: u16, y: u16) -> Play {
    play.input(Input::Mouse(Mouse { kind: MouseKind::Press, x, y }));
    play
}

/// The first line of the screen that holds these words.
#[track_caller]
fn line(play: &Play, words: &str) -> u16 {
    let screen = play.text();
    let at = screen.lines().position(|line| line.contains(words));
    at.unwrap_or_else(|| panic!("`{words}` is not on the screen:\n{screen}")) as u16
}

/// The lines of the screen drawn with blocks.
fn drawn(play: &Play) -> usize {
    play.text().lines().filter(|line| line.contains(BLOCKS)).count()
}

#[test]
fn lists() {
    looks("home", open);
    looks("home_question", |width, height| open(width, height).keys("<down>"));
    looks("memo", |width, height| open(width, height).keys("m<down>"));
    looks("entry", |width, height| open(width, height).keys("mrebond<enter>"));
    looks("entry_link", |width, height| open(width, height).keys("mrebond<enter><tab><tab>"));
}

#[test]
fn questions() {
    looks("document", |width, height| open(width, height).keys("<down><enter>"));
    looks("number_typed", |w, h| answering(w, h, 0).keys("(450-452)/452"));
    looks("number_wrong", |w, h| answering(w, h, 0).keys("12<enter>"));
    looks("number_result", |w, h| answering(w, h, 0).keys("12<enter><f2><f2><f2><f2><f2>"));
    looks("grid", |w, h| answering(w, h, 1).keys("223/452<enter>12<enter>"));
    looks("choice_wrong", |w, h| answering(w, h, 2).keys("1<enter>"));
    looks("writing", |w, h| answering(w, h, 3).keys("La fréquentation stagne."));
    looks("review", |w, h| answering(w, h, 3).keys("La fréquentation stagne.<c-s>"));
    looks("summary", |w, h| answering(w, h, 0).keys("-0,44<enter><f8><f8><f8><f8>"));
    let rcs = |w, h| open(w, h).keys("<down><down><enter><f6>I. Des atouts<c-s>");
    looks("marking", |w, h| rcs(w, h).keys(&"<right><right><down>".repeat(8)));
    looks("hunt", |w, h| open(w, h).keys("<down>e"));
}

#[test]
fn progress() {
    let page = |w, h| large(crate::views::at_work(w, h)).keys("<esc>p");
    looks("progress", page);
    looks("skills", |w, h| page(w, h).keys("<tab><down>"));
    let play = page(80, 24).keys("<tab>");
    let row = line(&play, "Taux de rebond");
    let entry = press(play, 6, row);
    assert_eq!(entry.app.context(), Context::Entry);
    shows(&entry, "Mémo  ›  Taux de rebond");
}

#[test]
fn one_pane_shows_at_a_time() {
    for (width, height) in [(60, 20), (80, 24), (140, 45)] {
        let play = open(width, height).keys("<down><enter><pagedown>");
        assert_eq!(play.app.context(), Context::Statement);
        shows(&play, "Panier moyen");
        let play = play.keys("<f6>");
        assert_eq!(play.app.context(), Context::Number);
        assert!(!play.text().contains("Panier moyen"), "{}", play.text());
        shows(&play.keys("<f6>"), "Panier moyen");
    }
}

#[test]
fn a_small_screen_keeps_the_type_of_the_terminal() {
    for (width, height) in [(40, 12), (30, 8), (100, 12)] {
        let play = answering(width, height, 0).keys("12<enter>");
        shows(&play, "✗ Faux");
        assert_eq!(drawn(&play), 0, "{}", play.text());
        assert_eq!(drawn(&answering(width, height, 1).keys("12<enter>")), 0);
        assert_eq!(drawn(&answering(width, height, 2).keys("1<enter>")), 0);
        assert_eq!(drawn(&answering(width, height, 3).keys("Un texte.")), 0);
        assert_eq!(drawn(&open(width, height)), 0);
    }
}

#[test]
fn what_is_too_long_is_shown_whole_in_the_type_of_the_terminal() {
    let play = answering(80, 24, 0);
    let short = play.keys("450-452");
    assert!(drawn(&short) >= 8, "the field and its reading:\n{}", short.text());
    let long = short.keys("+1+1+1+1+1+1+1+1+1");
    shows(&long, "+1+1+1+1+1");
    assert!(drawn(&long) <= 4, "{}", long.text());
    // Erasing makes it large again.
    assert!(drawn(&long.keys(&"<back>".repeat(18))) >= 8);
}

#[test]
fn the_mouse_hits_the_row_it_points_at() {
    // The first paper is large: a click on any of its rows unfolds it, then folds it.
    let play = large(Play::shipped(80, 24));
    let first = line(&play, "▌");
    assert_eq!(drawn(&play), 4, "{}", play.text());
    let play = press(play, 8, first + 2);
    shows(&play, "1.1");
    let play = press(play, 8, first + 4);
    assert!(!play.text().contains("1.1"), "{}", play.text());
    // A row below the large one, and the air that goes with it.
    for below in [0, 1] {
        let row = line(&play, "Novatech") + below;
        let play = press(large(Play::shipped(80, 24)), 12, row);
        shows(&play, "Entrée Replier");
        shows(&play.keys("<down>"), "▾ 2023  Novatech");
    }
    let play = open(80, 24).keys("m<down>");
    let row = line(&play, "Coût par clic");
    let entry = press(play, 6, row);
    assert_eq!(entry.app.context(), Context::Entry);
    shows(&entry, "Mémo  ›  Coût par clic");
}

#[test]
fn the_mouse_hits_options_and_cells_between_empty_lines() {
    let play = answering(80, 24, 2).click("Non, davantage").keys("<enter>");
    let verdicts: Vec<Verdict> = play
        .events
        .iter()
        .filter_map(|event| match &event.what {
            What::Answer(answer) => answer.verdict.verdict(),
            _ => None,
        })
        .collect();
    assert_eq!(verdicts, [Verdict::Right]);
    let play = answering(120, 36, 1);
    shows(&play, "Taux de rebond, T1");
    let row = line(&play, "54,7");
    let cells: Vec<u16> = play
        .text()
        .lines()
        .nth(usize::from(row))
        .unwrap()
        .chars()
        .enumerate()
        .filter_map(|(at, c)| (c == '·').then_some(at as u16))
        .collect();
    let play = press(play, *cells.last().unwrap(), row);
    shows(&play, "Taux de rebond, T4");
}

#[test]
fn a_click_in_a_large_field_puts_the_cursor_on_its_sign() {
    for (step, label) in [(0, "De combien"), (1, "Taux de rebond, T1")] {
        let play = answering(80, 24, step).keys("450-452");
        let top = line(&play, label) + if step == 0 { 2 } else { 1 };
        // Four columns a sign, four rows high: the second sign, on its last row.
        let play = press(play, 1 + 4 + 2, top + 3).keys("9");
        shows(&play.resize(40, 12), "4950-452");
    }
}

#[test]
fn the_row_in_hand_of_a_long_list_stays_in_sight() {
    for (width, height) in [(40, 12), (80, 24), (120, 36)] {
        let mut play = large(Play::shipped(width, height)).keys("1m");
        for _ in 0..80 {
            play = play.keys("<down>");
            assert!(play.text().contains('▌'), "{}", play.text());
        }
        let mut play = play.keys("<esc>");
        for _ in 0..14 {
            play = play.keys("<down>");
            assert!(play.text().contains('▌'), "{}", play.text());
        }
    }
}

#[test]
fn what_is_written_is_repeated_large_around_the_cursor() {
    let play = answering(80, 24, 3);
    let before = drawn(&play);
    let play = play.keys("La fréquentation stagne");
    assert_eq!(drawn(&play), before + 4, "{}", play.text());
    shows(&play, "La fréquentation stagne");
    // A click above it still goes to the text.
    let play = play.click("fréquentation").keys("X");
    shows(&play, "La Xfréquentation stagne");
}

#[test]
fn turning_it_on_in_a_question_loses_nothing() {
    let play = crate::views::answering(80, 24, 1).keys("49,3<enter>57");
    let play = large(play);
    assert_eq!(play.app.context(), Context::Grid);
    shows(&play, "Taux de rebond, T2");
    shows(&play, "= 57\u{a0}%");
    shows(&play, "49,3\u{a0}% ✓");
}

#[test]
fn a_huge_paste_is_one_bounded_event() {
    for step in [0, 1, 3] {
        let play = answering(80, 24, step).paste(&"motmot".repeat(160_000));
        let play = play.keys("x").paste(&"mot ".repeat(250_000)).keys("<left>x");
        shows(&play, "Énoncé");
    }
}

#[test]
fn every_size_is_drawn() {
    let screens = [
        open(80, 24),
        open(80, 24).keys("<down><enter>"),
        answering(80, 24, 0).keys("12<enter><f2><f2><f2><f2>"),
        answering(80, 24, 0).keys("œuf"),
        answering(80, 24, 1).keys("12<enter>"),
        answering(80, 24, 2).keys("<enter>"),
        answering(80, 24, 3).keys("texte"),
        answering(80, 24, 3).keys("texte<c-s>m"),
        open(80, 24).keys("<down><down><enter><f6>texte<c-s>"),
        answering(80, 24, 0).keys("<f8><f8><f8><f8>"),
        open(80, 24).keys("m"),
        open(80, 24).keys("mrebond<enter><tab>"),
        open(80, 24).keys("<down>e<enter>"),
        open(80, 24).keys("g"),
        open(80, 24).keys("p"),
        large(crate::views::at_work(80, 24)).keys("<esc>p"),
        large(crate::views::at_work(80, 24)).keys("<esc>p<tab><down>"),
    ];
    for mut play in screens {
        for width in (1..40).step_by(3).chain([30, 31, 80, 109, 110, 500]) {
            for height in (1..32).step_by(3).chain([8, 12, 24, 36, 200]) {
                play.input(Input::Resize(Size { width, height }));
                let _ = play.text();
            }
        }
    }
}
