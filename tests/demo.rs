//! The README's demonstration: its scenario is read line by line, and what was recorded from it is
//! sound, complete, and shows what the program shows today. The recording itself is made by
//! `cargo test --locked --test captures -- --ignored`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::cast::{self, Cast};
use support::scenario::{self, Scenario};
use support::svg::DARK;
use support::{motion, xml};
use tuteur_ndrc::content;
use tuteur_ndrc::progress::{Drafts, History};
use tuteur_ndrc::tui::{App, Input, Size, Theme};

/// What to do when the recording is not the one of today's program.
const AGAIN: &str = "refaites-la : cargo test --locked --test captures -- --ignored";

fn asset(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn told() -> Scenario {
    scenario::read(&asset("demo.scenario")).unwrap_or_else(|refused| panic!("{refused}"))
}

fn recorded() -> Cast {
    cast::read(&asset("demo.cast")).unwrap_or_else(|refused| panic!("{refused}"))
}

/// Reads a scenario that opens as it should, then goes on with `lines`.
fn after_opening(lines: &str) -> Result<Scenario, String> {
    scenario::read(&format!("titre Un essai\nécran 80×24\nattend Bienvenue\n{lines}"))
}

#[test]
fn a_scenario_is_laid_out_in_time() {
    let scenario = after_opening(
        "# une remarque\n\nlégende Un\npause 1,5\ntouche F2 m\nimage\nattend Mémo\ntape 1,\npause 2",
    );
    let scenario = scenario.unwrap();
    assert_eq!((scenario.columns, scenario.rows), (80, 24));
    assert_eq!(scenario.first, ["Bienvenue"]);
    assert_eq!(scenario.captions, [(0, "Un".to_owned())]);
    let strokes: Vec<(usize, u32, String)> =
        scenario.strokes.iter().map(|s| (s.line, s.at, scenario::bytes(s.key))).collect();
    assert_eq!(strokes[..2], [(8, 1800, "\x1bOQ".into()), (8, 2100, "m".into())]);
    assert_eq!(scenario.strokes[1].brings, ["Mémo"]);
    assert_eq!(scenario.still, 2100);
    // A hand takes its time, the same each time.
    assert!((110..=260).contains(&(strokes[2].1 - 2100)), "{strokes:?}");
    assert_eq!(scenario.end, strokes[3].1 + 2000);
    assert_eq!((strokes[2].0, &*strokes[2].2, &*strokes[3].2), (11, "1", ","));
}

#[track_caller]
fn refused(lines: &str, message: &str) {
    let refused = after_opening(lines).expect_err("refused");
    assert_eq!(refused.replace('\u{a0}', " "), message, "{lines}");
}

#[test]
fn a_line_that_cannot_be_played_is_refused_where_it_stands() {
    refused("dance", "ligne 4 : « dance » attend un complément");
    refused("dance vite", "ligne 4 : mot inconnu « dance »");
    refused("touche Entre", "ligne 4 : touche inconnue « Entre »");
    refused("touche F2 F13", "ligne 4 : touche inconnue « F13 »");
    refused("touche", "ligne 4 : « touche » attend un complément");
    refused("tape", "ligne 4 : « tape » attend un complément");
    refused("tape a\u{1b}[2J", "ligne 4 : un caractère de contrôle n’a pas sa place ici");
    refused("\n\npause vite", "ligne 6 : « vite » n’est pas une durée en secondes (ex. 1,5)");
    refused("pause 1.5", "ligne 4 : « 1.5 » n’est pas une durée en secondes (ex. 1,5)");
    refused("pause 1,555", "ligne 4 : « 1,555 » n’est pas une durée en secondes (ex. 1,5)");
    refused("pause -1", "ligne 4 : « -1 » n’est pas une durée en secondes (ex. 1,5)");
    refused("pause 0", "ligne 4 : une pause dure plus de 0 s");
    refused("pause 20,01", "ligne 4 : une pause dure 20 s au plus");
    refused("image ici", "ligne 4 : « image » se passe de complément");
    refused("image\nimage", "ligne 5 : déjà dit plus haut");
    refused("titre Encore", "ligne 4 : déjà dit plus haut");
    refused("écran 90×30", "ligne 4 : déjà dit plus haut");
    refused(&"pause 20\n".repeat(7), "ligne 10 : l’enregistrement dépasse 120 s");
    refused("touche a\npause 1", "il manque « image »");
    refused("image\ntouche a", "le scénario doit finir par une pause");
    refused("image\npause 1", "le scénario doit finir par une pause");
}

#[test]
fn a_scenario_opens_with_a_sound_screen() {
    for (text, message) in [
        ("touche a", "ligne 1 : « écran » doit venir d’abord"),
        ("écran 80", "ligne 1 : « 80 » n’est pas une taille (ex. 112×30)"),
        ("écran 80x24", "ligne 1 : « 80x24 » n’est pas une taille (ex. 112×30)"),
        ("écran 29×24", "ligne 1 : « 29×24 » est hors de 30×8 à 200×60"),
        ("écran 80×61", "ligne 1 : « 80×61 » est hors de 30×8 à 200×60"),
        ("écran 80×24", "il manque « titre »"),
        ("", "il manque « titre »"),
        ("titre T", "il manque « écran »"),
        (
            "titre T\nécran 80×24\nimage\ntouche a\npause 1",
            "il manque un premier « attend », avant toute touche",
        ),
    ] {
        let refused = scenario::read(text).expect_err("refused");
        assert_eq!(refused.replace('\u{a0}', " "), message, "{text}");
    }
}

#[test]
fn the_recording_is_the_scenario_s() {
    let (scenario, cast) = (told(), recorded());
    assert_eq!(cast.header["width"], scenario.columns);
    assert_eq!(cast.header["height"], scenario.rows);
    assert_eq!(cast.header["title"], scenario.title);
    assert!((25_000..=45_000).contains(&cast.end), "{} ms", cast.end);
    assert_eq!(cast.end, scenario.end, "{AGAIN}");
    assert_eq!(cast.captions, scenario.captions, "{AGAIN}");
    let moments: Vec<u32> = cast.shots.iter().map(|shot| shot.at).collect();
    let strokes = scenario.strokes.iter().map(|stroke| stroke.at);
    assert_eq!(moments, std::iter::once(0).chain(strokes).collect::<Vec<_>>(), "{AGAIN}");
    for (stroke, shot) in scenario.strokes.iter().zip(&cast.shots[1..]) {
        let screen = shot.screen.contents();
        for words in &stroke.brings {
            assert!(screen.contains(words), "ligne {} : {words}\n{screen}", stroke.line);
        }
    }
}

#[test]
fn what_the_picture_says_is_set_the_french_way() {
    let scenario = told();
    for words in scenario.captions.iter().map(|(_, words)| words).chain([&scenario.title]) {
        for mark in [" :", " ;", " ?", " !", " %", "'", "« ", " »"] {
            assert!(!words.contains(mark), "`{mark}` in {words}");
        }
        assert!(words.chars().count() < usize::from(scenario.columns), "{words}");
    }
}

#[test]
fn the_recording_shows_what_the_program_shows() {
    let (scenario, cast) = (told(), recorded());
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    let size = Size { width: scenario.columns, height: scenario.rows };
    let (history, drafts) = (History::default(), Drafts::default());
    let mut app = App::new(Arc::new(catalogue), history, drafts, Theme::Colours, size);
    same(&app, &cast.shots[0].screen, 0);
    for (stroke, shot) in scenario.strokes.iter().zip(&cast.shots[1..]) {
        app.update(i64::from(stroke.at), Input::Key(stroke.key));
        same(&app, &shot.screen, stroke.line);
    }
}

/// The recorded screen holds what the program draws now.
#[track_caller]
fn same(app: &App, screen: &vt100::Screen, line: usize) {
    let (rows, columns) = support::svg::size(screen);
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    app.draw(area, &mut buffer);
    for (at, row) in buffer.content.chunks(usize::from(columns)).enumerate() {
        let now: String = row.iter().map(|cell| cell.symbol()).collect();
        let then = screen.rows(0, columns).nth(at).unwrap_or_default();
        assert_eq!(then.trim_end(), now.trim_end(), "scénario, ligne {line} ; {AGAIN}");
    }
}

#[test]
fn the_picture_is_drawn_from_the_recording() {
    let picture = asset("demo.svg");
    assert!(picture == motion::draw(&recorded(), &DARK, told().still), "demo.svg : {AGAIN}");
    assert!(picture.len() < 400_000, "{} bytes", picture.len());
}

#[test]
fn every_picture_is_well_formed_and_asks_for_nothing_outside() {
    for name in ["accueil", "aide", "demo", "memo", "projection", "question"] {
        let picture = asset(&format!("{name}.svg"));
        xml::well_formed(&picture).unwrap_or_else(|broken| panic!("{name}.svg: {broken}"));
        let links = picture.matches("http").count();
        assert_eq!(links, 1, "{name}.svg names more than its own namespace");
        assert!(!picture.contains("<script") && !picture.contains("<image"), "{name}.svg");
    }
}

#[test]
fn the_picture_moves_only_for_those_who_want_it_to() {
    let picture = asset("demo.svg");
    let (still, moving) =
        picture.split_once("@media (prefers-reduced-motion:no-preference)").unwrap();
    assert!(!still.contains("animation") && !still.contains("@keyframes"));
    let (rules, body) = moving.split_once("</style>").unwrap();
    assert!(rules.contains("animation-name") && !body.contains("animation"));
    // Without motion: one state per row at most, and a whole screen with its caption.
    let shown = |class: &str| still.contains(&format!(".{class}{{visibility:visible}}"));
    let rows = body.split("<g transform").skip(1).map(|row| {
        let states = row.lines().filter(|line| line.starts_with("<g class=\"k "));
        let class = |line: &str| line.split(['"', ' ']).nth(3).unwrap_or_default().to_owned();
        states.filter(|line| shown(&class(line))).count()
    });
    let rows: Vec<usize> = rows.collect();
    assert!(rows.iter().all(|states| *states <= 1), "{rows:?}");
    assert!(rows.iter().sum::<usize>() > 15, "{rows:?}");
    assert_eq!(rows.last(), Some(&1), "the caption");
}

#[test]
fn broken_pictures_are_told_from_sound_ones() {
    xml::well_formed("<svg a=\"1\"><style>.k{a:b}</style><g><path d=\"M0\"/>a&amp;b</g></svg>\n")
        .unwrap();
    for broken in [
        "",
        "texte",
        "<svg>",
        "<svg></g>",
        "<svg><g></svg></g>",
        "<svg a=1></svg>",
        "<svg a=\"1></svg>",
        "<svg>a & b</svg>",
        "<svg></svg><svg></svg>",
        "<svg>\u{1}</svg>",
        "<svg a=\"1\" a=\"2\"></svg>",
        "<svg a=\"<\"></svg>",
    ] {
        assert!(xml::well_formed(broken).is_err(), "{broken}");
    }
}

#[test]
fn broken_recordings_are_told_from_sound_ones() {
    let header = "{\"version\":2,\"width\":20,\"height\":5}";
    let read = |events: &str| cast::read(&format!("{header}\n{events}"));
    let cast =
        read("[0.0,\"o\",\"a\"]\n[0.5,\"m\",\"Un\"]\n[1.25,\"o\",\"b\"]\n[2,\"o\",\"\"]").unwrap();
    assert_eq!((cast.shots.len(), cast.shots[1].at, cast.end), (2, 1250, 2000));
    assert_eq!(cast.shots[1].screen.contents(), "ab");
    assert_eq!(cast.captions, [(500, "Un".to_owned())]);
    for broken in ["[1]", "{}", "[1,\"x\",\"a\"]", "[1,\"o\",\"a\"]\n[0.9,\"o\",\"b\"]", "[1,\"o\""]
    {
        assert!(read(broken).is_err(), "{broken}");
    }
    for header in [
        "",
        "{}",
        "{\"version\":1,\"width\":20,\"height\":5}",
        "{\"version\":2,\"width\":0,\"height\":5}",
    ] {
        assert!(cast::read(header).is_err(), "{header}");
    }
}
