//! The drawings of results: where they teach, never before the figures are found, never over the answer.

use tuteur_ndrc::tui::{Effect, Theme};

use crate::play::Play;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (40, 12)];

/// From the accueil to the tables of the NPS, and all their figures but the last.
const NPS: &str = "3<down><down><down><down><down><enter>";
const TABLE: &str = "89<enter>8<enter>3<enter>89<enter>8<enter>";

/// The title of a drawing, and the mark of one that is not shown.
const SHOWN: &str = "En dessin";
const HIDDEN: &str = "Ctrl+G";

fn nps(width: u16, height: u16, theme: Theme) -> Play {
    let play = Play::shipped_in(width, height, theme).keys(NPS);
    // Side by side the answer has the keys at once.
    let there = if width >= 110 { "" } else { "<tab>" };
    play.keys(there).keys("<f8>")
}

#[test]
fn a_table_found_is_drawn() {
    for (width, height) in SIZES {
        let table = nps(width, height, Theme::Colours).keys(TABLE);
        assert!(!table.text().contains(SHOWN), "one figure is missing: {}", table.text());
        assert!(!table.text().contains("▂▅█"), "{}", table.text());
        let found = table.keys("3<enter>");
        assert!(found.text().contains("Juste"), "{}", found.text());
        insta::assert_snapshot!(format!("drawn_found_{width}x{height}"), found.picture());
        let toggled = found.keys("<c-g>");
        insta::assert_snapshot!(format!("drawn_table_{width}x{height}"), toggled.picture());
    }
}

#[test]
fn a_score_is_drawn_under_its_groups() {
    for (width, height) in SIZES {
        let score = nps(width, height, Theme::Colours).keys(TABLE).keys("3<enter><enter>");
        assert!(!score.text().contains("▂▅█"), "{}", score.text());
        let found = score.keys("-86<enter>");
        let drawn = if found.text().contains(SHOWN) { found } else { found.keys("<c-g>") };
        insta::assert_snapshot!(format!("drawn_nps_{width}x{height}"), drawn.picture());
    }
    let plain = nps(80, 24, Theme::Plain).keys(TABLE).keys("3<enter><enter>-86<enter><c-g>");
    insta::assert_snapshot!("drawn_nps_plain", plain.picture());
}

#[test]
fn a_score_alone_tells_nothing_of_its_groups() {
    let score = nps(80, 24, Theme::Colours).keys("<f8>-86<enter><c-g>");
    let text = score.text();
    assert!(text.contains(SHOWN) && text.contains('●'), "{text}");
    assert!(!text.contains("89"), "{text}");
}

#[test]
fn a_result_shown_is_drawn_too() {
    let shown = Play::open(120, 36).keys("<down><enter><f2><f2><f2><f2>");
    assert!(!shown.text().contains(SHOWN), "{}", shown.text());
    let shown = shown.keys("<f2>");
    assert!(shown.text().contains("▂▅█ Ctrl+G"), "{}", shown.text());
}

#[test]
fn the_drawing_comes_and_goes_and_records_nothing() {
    let right = Play::open(80, 24).keys("<down><enter><tab>-0,44<enter>");
    let before = right.text();
    assert!(before.contains(HIDDEN) && before.contains("✓ Juste"), "{before}");
    let kept = right.effects.len();
    let drawn = right.keys("<c-g>");
    assert!(drawn.text().contains("T1 ███"), "{}", drawn.text());
    assert!(drawn.effects[kept..].iter().all(|effect| !matches!(effect, Effect::Keep(_))));
    assert_eq!(drawn.keys("<c-g>").text(), before);
    let clicked = Play::open(80, 24).keys("<down><enter><tab>-0,44<enter>").click("À voir en");
    assert!(clicked.text().contains("T1 ███"), "{}", clicked.text());
    let closed = clicked.click(SHOWN);
    assert_eq!(closed.text(), before);
}

#[test]
fn the_summary_of_a_finished_question_draws_its_tables() {
    let keys = "<down><enter><tab>-0,44<enter><enter>49,3<enter>57,8<enter>53,3<enter><enter>2<enter><enter>";
    let written = "La fréquentation stagne et le rebond augmente.<c-s><enter>";
    for (width, height) in SIZES {
        let open = if width >= 110 { keys.replace("<tab>", "") } else { keys.to_owned() };
        let summary = Play::open(width, height).keys(&open).keys(written).keys("<end>");
        assert!(summary.text().contains("Bilan"), "{}", summary.text());
        insta::assert_snapshot!(format!("drawn_summary_{width}x{height}"), summary.picture());
    }
}

#[test]
fn every_page_opens_from_its_row_by_key_or_mouse() {
    let open = || Play::shipped(80, 24);
    let list = "Projeter une question";
    for wall in [open().click("F11"), open().keys("<end><up><enter>")] {
        assert!(wall.text().contains(list), "{}", wall.text());
        assert!(wall.keys("<esc>").text().contains("Tuteur NDRC"));
    }
    for hunt in [open().click("Trouver l’erreur  la"), open().keys("<end><up><up><enter>")] {
        assert!(hunt.text().contains("C’est ici"), "{}", hunt.text());
    }
}
