//! What every screen looks like, at the three sizes that matter.

use tuteur_ndrc::progress::{Drafts, History};
use tuteur_ndrc::tui::Theme;

use crate::play::Play;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (40, 12)];

/// The keys that lead to the nth question of the sample paper (its first row is the paper).
fn to_question(n: usize) -> String {
    format!("{}<enter>", "<down>".repeat(n))
}

fn looks(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let picture = Play::open(width, height).keys(keys).picture();
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), picture);
    }
}

#[test]
fn home() {
    looks("home", "");
    looks("home_question", "<down>");
}

#[test]
fn number() {
    let open = to_question(1);
    // Where the document comes first, Enter leads to the answer; elsewhere it checks a blank field.
    looks("document", &open);
    for (width, height) in SIZES {
        let typed = answering(width, height, 0).keys("<f8><f7>(450-452)/452");
        insta::assert_snapshot!(format!("number_typed_{width}x{height}"), typed.picture());
    }
}

#[test]
fn number_judged() {
    for (width, height) in SIZES {
        let play = answering(width, height, 0);
        let wrong = play.keys("12<enter>");
        insta::assert_snapshot!(format!("number_wrong_{width}x{height}"), wrong.picture());
        let helped = wrong.keys("<f2><f2><f2>");
        insta::assert_snapshot!(format!("number_helped_{width}x{height}"), helped.picture());
        let why = helped.keys("<f3>");
        insta::assert_snapshot!(format!("number_why_{width}x{height}"), why.picture());
        let right = answering(width, height, 0).keys("-0,44<enter>");
        insta::assert_snapshot!(format!("number_right_{width}x{height}"), right.picture());
    }
}

#[test]
fn grid() {
    for (width, height) in SIZES {
        let play = answering(width, height, 1).keys("223/452<enter>12<enter>");
        insta::assert_snapshot!(format!("grid_{width}x{height}"), play.picture());
    }
}

#[test]
fn choice() {
    for (width, height) in SIZES {
        let read = answering(width, height, 2).keys("<tab>");
        insta::assert_snapshot!(format!("document_choice_{width}x{height}"), read.picture());
        let play = answering(width, height, 2).keys("1<enter>");
        insta::assert_snapshot!(format!("choice_wrong_{width}x{height}"), play.picture());
    }
}

#[test]
fn writing() {
    for (width, height) in SIZES {
        let play = answering(width, height, 3).keys("La fréquentation stagne.");
        insta::assert_snapshot!(format!("writing_{width}x{height}"), play.picture());
        let review = play.keys("<c-s>");
        insta::assert_snapshot!(format!("review_{width}x{height}"), review.picture());
        let model = review.keys("m");
        insta::assert_snapshot!(format!("model_{width}x{height}"), model.picture());
        let compare = if width > 40 { model.keys("<tab>") } else { model };
        insta::assert_snapshot!(format!("compare_{width}x{height}"), compare.picture());
    }
}

#[test]
fn rcs() {
    for (width, height) in SIZES {
        let play = rcs_open(width, height).keys("I. Des atouts<f9>").wait(61);
        insta::assert_snapshot!(format!("rcs_{width}x{height}"), play.picture());
        let marking = play.keys("<c-s><right><right><down><right>");
        insta::assert_snapshot!(format!("marking_{width}x{height}"), marking.picture());
        let plan = marking.keys("m");
        insta::assert_snapshot!(format!("plan_{width}x{height}"), plan.picture());
    }
}

#[test]
fn summary_help_and_leaving() {
    for (width, height) in SIZES {
        let play = answering(width, height, 0).keys("12<enter>-0,44<c-w>-0,44<enter>");
        let summary = play.keys("<f8><f8><f8><f8>");
        insta::assert_snapshot!(format!("summary_{width}x{height}"), summary.picture());
        let leaving = summary.keys("<c-c>");
        insta::assert_snapshot!(format!("leaving_{width}x{height}"), leaving.picture());
        let help = Play::open(width, height).keys("?");
        insta::assert_snapshot!(format!("help_{width}x{height}"), help.picture());
    }
}

#[test]
fn palette() {
    looks("palette", "<c-p>");
    looks("palette_found", "<c-p>rebond taux");
    looks("palette_nothing", "<c-p>zzz");
}

#[test]
fn memo() {
    looks("memo", "m");
    looks("memo_found", "mcout");
    looks("memo_nothing", "mzzz");
    looks("entry", "mrebond<enter>");
    looks("entry_link", "mrebond<enter><tab><tab><tab>");
    looks("entry_notion", "mnetiq<enter>");
}

#[test]
fn progress() {
    looks("progress_empty", "p");
    for (width, height) in SIZES {
        let play = at_work(width, height).keys("<esc>p");
        insta::assert_snapshot!(format!("progress_{width}x{height}"), play.picture());
        let skills = play.keys("<tab><down>");
        insta::assert_snapshot!(format!("skills_{width}x{height}"), skills.picture());
    }
}

/// A question with a slip, some help and right answers behind it.
pub fn at_work(width: u16, height: u16) -> Play {
    let play = answering(width, height, 0).keys("0,44<enter><c-w>-0,44<enter>");
    play.keys("<f8><f2>49,3<enter>325/188<enter><c-w>57,8<enter>")
}

#[test]
fn settings() {
    looks("settings", "g");
    looks("settings_keys", "g<end>");
    looks("settings_profile", "g<home>");
}

#[test]
fn without_colours() {
    let play = Play::with(80, 24, Theme::Plain, History::default(), Drafts::default());
    let picture = play.keys("<down><enter><enter>12<enter>").picture();
    assert!(
        !picture.contains(['A', 'a', 'G', 'Y', 'R'].map(|c| c).as_slice())
            || styles_plain(&picture)
    );
    insta::assert_snapshot!("number_wrong_plain", picture);
}

/// The style map holds no colour.
fn styles_plain(picture: &str) -> bool {
    let (_, styles) = picture.split_once("┄┄┄ styles").unwrap();
    styles.chars().all(|c| matches!(c, 'B' | 'q' | 'r' | 'u' | 'U' | ' ' | '\n'))
}

/// The answer of the nth step of the first question, in focus.
pub fn answering(width: u16, height: u16, step: usize) -> Play {
    let play = Play::open(width, height).keys(&to_question(1));
    let play = if width >= 110 { play } else { play.keys("<f6>") };
    play.keys(&"<f8>".repeat(step))
}

pub fn rcs_open(width: u16, height: u16) -> Play {
    let play = Play::open(width, height).keys(&to_question(2));
    if width >= 110 { play } else { play.keys("<f6>") }
}
