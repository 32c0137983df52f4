//! The classroom wall: one reveal a key, large enough, nothing recorded.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tuteur_ndrc::content;
use tuteur_ndrc::progress::{Drafts, History};
use tuteur_ndrc::session::Place;
use tuteur_ndrc::tui::{App, Code, Effect, Input, Key, Size, Theme};

use crate::play::Play;

const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 36), (40, 12)];

/// From the accueil to the wall with the first question of the sample.
const ON_WALL: &str = "<down><f11>";

fn looks(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let picture = Play::open(width, height).keys(ON_WALL).keys(keys).picture();
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), picture);
    }
}

#[test]
fn the_reveal_of_a_figure() {
    looks("wall_title", "");
    looks("wall_annex", "  ");
    looks("wall_vote", "<down> 12<tab>7");
    looks("wall_substitution", "<down>     ");
    looks("wall_result", "<down> 12<tab>7     ");
    looks("wall_mistake", "<down> 12<tab>7      ");
}

#[test]
fn tables_choices_and_points() {
    looks("wall_table_blank", "<down><down> ");
    looks("wall_row", "<down><down><down>    ");
    looks("wall_points", "<down><down><down><down><down><down>   ");
}

#[test]
fn light_and_without_colours() {
    let light = Play::open(60, 20).keys(ON_WALL).keys("t ").picture();
    insta::assert_snapshot!("wall_light", light);
    let plain = Play::with(60, 20, Theme::Plain, History::default(), Drafts::default());
    insta::assert_snapshot!("wall_plain", plain.keys(ON_WALL).keys("t<down> ").picture());
}

#[test]
fn a_clicker_goes_both_ways() {
    let open = || Play::open(80, 24).keys(ON_WALL);
    let title = open().text();
    for (there, back) in [("<pagedown>", "<pageup>"), (" ", "<left>"), ("<right>", "<pageup>")] {
        let gone = open().keys(there);
        assert!(gone.text().contains("Énoncé"), "{there}: {}", gone.text());
        assert_eq!(gone.keys(back).text(), title, "{there} {back}");
    }
    assert_eq!(open().keys("<pageup>").text(), title);
}

#[test]
fn the_screen_goes_blank_and_any_key_brings_it_back_where_it_was() {
    for key in ["b", "."] {
        let shown = Play::open(60, 20).keys(ON_WALL).keys("  ");
        let before = shown.text();
        let blank = shown.keys(key);
        assert_eq!(blank.text().trim(), "");
        assert_eq!(blank.keys(" ").text(), before);
    }
}

#[test]
fn annexes_stand_before_the_slide_and_go() {
    let slide = Play::open(80, 24).keys(ON_WALL).keys("<down> ");
    let before = slide.text();
    let annex = slide.keys("a");
    assert!(annex.text().contains("Visiteurs"), "{}", annex.text());
    let next = annex.keys(" ");
    assert!(next.text().contains("La page d’accueil"), "{}", next.text());
    // The arrows page the annexes, nothing moves under them.
    let paged = next.keys("<up>");
    assert!(paged.text().contains("Visiteurs"), "{}", paged.text());
    assert_eq!(paged.keys("<down>np<end><home>3e<esc>").text(), before);
    let again = Play::open(80, 24).keys(ON_WALL).keys("<down> a<down><down><pagedown>a");
    assert_eq!(again.text(), before);
}

#[test]
fn the_countdown_is_seen_and_runs_out() {
    let play = Play::open(40, 12).keys(ON_WALL).keys("c");
    assert!(play.next_tick().is_some_and(|ms| (1..=1000).contains(&ms)));
    assert!(play.text().contains("1:00"), "{}", play.text());
    let later = play.wait(58);
    assert!(later.text().contains("0:01"), "{}", later.text());
    let over = later.wait(10);
    assert!(over.text().contains("0:00"));
    assert_eq!(over.next_tick(), None);
    assert!(over.keys("c").text().contains("2:00"));
}

#[test]
fn any_question_is_reached_from_the_list() {
    let play = Play::open(80, 24).keys(ON_WALL).keys("g");
    assert!(play.text().contains("Projeter une question"));
    let rcs = play.keys("<end><enter> ");
    assert!(rcs.text().contains("Énoncé"), "{}", rcs.text());
    let plan = rcs.keys("<end>");
    assert!(plan.text().contains("Interprétation") || plan.text().contains("À retenir"));
}

#[test]
fn a_step_is_reached_from_the_list_and_by_its_key() {
    let list = Play::open(60, 20).keys(ON_WALL).keys("nng");
    insta::assert_snapshot!("wall_steps_60x20", list.picture());
    let third = list.keys("<down><enter>");
    assert!(third.text().contains("étape 3 sur 4 · 1/"), "{}", third.text());
    assert!(third.keys("p").text().contains("étape 2 sur 4 · 1/"));
    let clicked = Play::open(60, 20).keys(ON_WALL).keys("g").click("étape 4");
    assert!(clicked.text().contains("étape 4 sur 4 · 1/"), "{}", clicked.text());
}

#[test]
fn shipped_slides_read_from_the_last_row() {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    let catalogue = Arc::new(catalogue);
    let slides = [
        ("long_annex", "faur", "1.1", 2, 1),
        ("prompt", "2023", "2.3", 3, 0),
        ("counted", "2023", "2.3", 4, 0),
        ("method", "2023", "2.3", 7, 0),
    ];
    for (name, paper, question, reveals, annexes) in slides {
        let named =
            |id: &str, title: &str| id.contains(paper) || title.to_lowercase().contains(paper);
        let subject = catalogue.subjects.iter().find(|it| named(&it.id.to_string(), &it.title));
        let place = Place::new(&subject.unwrap().id, question);
        for (width, height) in [(60, 20), (80, 24), (120, 36)] {
            let size = Size { width, height };
            let (history, drafts) = (History::default(), Drafts::default());
            let app = App::new(Arc::clone(&catalogue), history, drafts, Theme::Colours, size);
            let mut app = app.guest(Some(&place), false);
            for key in " ".repeat(reveals + annexes).chars().chain("12".chars()) {
                app.update(0, Input::Key(Key::char(key)));
            }
            let mut picture = Buffer::empty(Rect::new(0, 0, width, height));
            app.draw(picture.area, &mut picture);
            let row = |y| (0..width).map(|x| picture[(x, y)].symbol()).collect::<String>();
            let rows: Vec<String> = (0..height).map(|y| row(y).trim_end().to_owned()).collect();
            insta::assert_snapshot!(format!("wall_{name}_{width}x{height}"), rows.join("\n"));
        }
    }
}

/// A table in its essential: blank, a row, whole.
const ESSENTIAL: &str = "enn ";

#[test]
fn the_essential_goes_from_question_to_result_to_conclusion() {
    looks("wall_essential", "e");
    looks("wall_essential_table", &format!("{ESSENTIAL} "));
    let play = Play::open(80, 24).keys(ON_WALL).keys("en");
    assert!(play.text().contains("À vous   étape 1 sur 4 · 1/3"), "{}", play.text());
    let result = play.keys(" ");
    assert!(result.text().contains("Résultat   étape 1 sur 4 · 2/3"), "{}", result.text());
    let end = result.keys(" ");
    assert!(end.text().contains("Interprétation   étape 1 sur 4 · 3/3"), "{}", end.text());
    assert!(end.keys(" ").text().contains("À vous   étape 2 sur 4"));
}

#[test]
fn the_scope_keeps_the_place_and_holds_for_the_next_questions() {
    let hint = Play::open(80, 24).keys(ON_WALL).keys("n  ");
    let before = hint.text();
    assert!(before.contains("Indice"), "{before}");
    let brief = hint.keys("e");
    assert!(brief.text().contains("À vous   étape 1 sur 4 · 1/3"), "{}", brief.text());
    let back = brief.keys("e");
    assert_eq!(back.text(), before);
    let next = back.keys("eg<end><enter>");
    assert!(next.text().contains("L’essentiel"), "{}", next.text());
    let again = next.keys("<esc>").keys("<f11>");
    assert!(again.text().contains("L’essentiel"), "{}", again.text());
}

#[test]
fn a_table_takes_the_room_of_a_very_large_wall() {
    let annex = Play::open(200, 50).keys(ON_WALL).keys("  ");
    insta::assert_snapshot!("wall_annex_200x50", annex.picture());
    let table = Play::open(200, 50).keys(ON_WALL).keys(ESSENTIAL);
    let blank = table.text();
    insta::assert_snapshot!("wall_essential_blank_200x50", table.picture());
    let filled = table.keys(" ").text();
    let line = |text: &str| text.lines().position(|line| line.contains("Taux de rebond"));
    assert_eq!(line(&blank), line(&filled), "the table keeps its shape");
}

#[test]
fn a_score_is_drawn_on_the_wall() {
    for (width, height) in SIZES {
        let play = Play::shipped_in(width, height, Theme::Colours);
        let wall = play.keys("3<down><down><down><down><down><f11>ennn  ");
        insta::assert_snapshot!(format!("wall_nps_{width}x{height}"), wall.picture());
    }
    let plain = Play::shipped_in(60, 20, Theme::Plain);
    let wall = plain.keys("3<down><down><down><down><down><f11>ennn  t");
    insta::assert_snapshot!("wall_nps_plain", wall.picture());
}

#[test]
fn a_paper_opens_the_list_and_a_question_comes_back_as_it_was() {
    let list = Play::open(80, 24).keys("<f11>");
    assert!(list.text().contains("Projeter une question"), "{}", list.text());
    assert!(list.keys("<esc>").text().contains("Tuteur NDRC"));
    let question = Play::open(80, 24).keys("<down><enter><enter>12");
    let before = question.text();
    let wall = question.keys("<f11>");
    assert_ne!(wall.text(), before);
    assert_eq!(wall.keys("   <esc>").text(), before);
}

#[test]
fn nothing_of_the_learner_is_shown() {
    let worked = Play::open(80, 24).keys("<down><enter><enter>12<enter>-0,44<enter><esc>");
    let fresh = Play::open(80, 24);
    let (mut worked, mut fresh) = (worked.keys("<f11>"), fresh.keys(ON_WALL));
    for _ in 0..60 {
        assert_eq!(worked.text(), fresh.text());
        (worked, fresh) = (worked.keys(" "), fresh.keys(" "));
    }
}

#[test]
fn nothing_is_recorded_over_every_shipped_question() {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    let catalogue = Arc::new(catalogue);
    let size = Size { width: 60, height: 20 };
    for subject in &catalogue.subjects {
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            let place = Place::new(&subject.id, &question.number);
            let (history, drafts) = (History::default(), Drafts::default());
            let app = App::new(Arc::clone(&catalogue), history, drafts, Theme::Colours, size);
            let mut app = app.guest(Some(&place), false);
            for key in "1 2ca  a.b t\t3 g".chars().chain(" ".repeat(30).chars()) {
                let key = if key == '\t' { Key::plain(Code::Tab) } else { Key::char(key) };
                assert_eq!(app.update(1000, Input::Key(key)), Vec::new());
            }
            let leave = [Code::Escape, Code::Escape, Code::Enter].map(Key::plain);
            let effects: Vec<Effect> =
                leave.into_iter().flat_map(|key| app.update(2000, Input::Key(key))).collect();
            assert!(effects.iter().all(|effect| *effect == Effect::Quit), "{effects:?}");
        }
    }
}

#[test]
fn a_guest_is_asked_before_leaving() {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    let size = Size { width: 60, height: 20 };
    let (history, drafts) = (History::default(), Drafts::default());
    let place = Place::new(&catalogue.subjects[0].id, "1.1");
    let app = App::new(Arc::new(catalogue), history, drafts, Theme::Colours, size);
    let mut app = app.guest(Some(&place), false);
    let key = |code| Input::Key(Key::plain(code));
    for code in [Code::PageDown, Code::Escape, Code::Escape, Code::Escape] {
        assert_eq!(app.update(0, key(code)), Vec::new());
    }
    let mut picture = Buffer::empty(Rect::new(0, 0, 60, 20));
    app.draw(picture.area, &mut picture);
    let row = |y| (0..60).map(|x| picture[(x, y)].symbol()).collect::<String>();
    let rows: Vec<String> = (0..20).map(row).collect();
    let shown = rows.join("\n");
    assert!(shown.contains("Quitter la projection") && !shown.contains("Tout est"), "{shown}");
    assert_eq!(rows[19].trim(), "Entrée Quitter   Échap Rester");
    assert_eq!(app.update(0, key(Code::Enter)), vec![Effect::Quit]);
}

#[test]
fn charts_are_drawn_on_demand_beside_the_question_and_on_the_wall() {
    for (width, height) in [(80, 24), (120, 36)] {
        let plain = Play::open(width, height).keys("<down><enter>");
        let before = plain.text();
        let drawn = plain.keys("<c-g>");
        insta::assert_snapshot!(format!("charts_{width}x{height}"), drawn.picture());
        assert_eq!(drawn.effects, Vec::new());
        let gone = drawn.keys("<c-g>");
        assert!(!gone.text().contains("██"), "{}", gone.text());
        assert_eq!(gone.keys("<pageup><pageup><pageup>").text(), before);
    }
    let wall = Play::open(60, 20).keys(ON_WALL).keys("d   ");
    insta::assert_snapshot!("wall_chart", wall.picture());
}
