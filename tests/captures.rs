//! The README's pictures, drawn from the real program. They are remade by
//! `cargo test --locked --test captures -- --ignored`; plain test runs leave them alone.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::path::Path;

use support::svg::{self, DARK, LIGHT, Palette};
use support::terminal::{Start, Terminal};
use support::{cast, film, motion, scenario};

/// Keys are sent one by one; `⏎` is Enter, `⇥` is Tab, `↓` is the arrow.
fn play(terminal: &mut Terminal, keys: &str) {
    for key in keys.chars() {
        match key {
            '⏎' => press(terminal, "\r"),
            '⇥' => press(terminal, "\t"),
            '↓' => press(terminal, "\u{1b}[B"),
            key => press(terminal, &key.to_string()),
        }
    }
}

/// Sends a key and waits until the screen it leads to is whole.
fn press(terminal: &mut Terminal, key: &str) {
    let before = terminal.written().len();
    terminal.send(key);
    assert!(terminal.writes_after(before), "{key:?} changes nothing:\n{}", terminal.screen());
    terminal.settle();
}

fn picture(terminal: &Terminal, name: &str, title: &str, palette: &Palette) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let drawing = terminal.look(|screen| svg::draw(screen, palette, title));
    fs::write(folder.join(format!("{name}.svg")), drawing).unwrap();
}

fn open(data: &Path, columns: u16, rows: u16) -> Terminal {
    let start = Start { arguments: &[], data, columns, rows, environment: &[] };
    let terminal = Terminal::start(&start);
    terminal.wait("Autour des Plantes");
    terminal.settle();
    terminal
}

/// F2 as terminals send it.
const HELP: &str = "\u{1b}OQ";
/// F11: the classroom wall.
const WALL: &str = "\u{1b}[23~";
/// F8: the next step.
const NEXT: &str = "\u{1b}[19~";

#[test]
#[ignore = "writes assets/*.svg"]
fn pictures_of_the_readme() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = open(data.path(), 120, 36);
    play(&mut terminal, "5");
    play(&mut terminal, "↓⏎");
    terminal.wait("Étape 1 sur");
    terminal.settle();
    press(&mut terminal, NEXT);
    terminal.wait("Tableau à compléter");
    play(&mut terminal, "49,3⏎");
    play(&mut terminal, "188/325⏎");
    play(&mut terminal, "220/402⏎");
    play(&mut terminal, "240/452⏎");
    picture(&terminal, "question", "Une question d’Autour des Plantes", &DARK);
    press(&mut terminal, HELP);
    press(&mut terminal, HELP);
    picture(&terminal, "aide", "L’échelle d’aide", &LIGHT);
    play(&mut terminal, "\u{1b}");
    terminal.wait("Arbre Cadeau");
    picture(&terminal, "accueil", "L’accueil du tuteur", &DARK);
    play(&mut terminal, "m");
    play(&mut terminal, "rebond⏎");
    terminal.wait("Taux de rebond");
    picture(&terminal, "memo", "Une fiche du mémo", &LIGHT);
}

#[test]
#[ignore = "writes assets/*.svg"]
fn picture_of_the_wall() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = open(data.path(), 80, 24);
    play(&mut terminal, "5↓");
    press(&mut terminal, WALL);
    terminal.wait("Espace");
    terminal.settle();
    picture(&terminal, "projection", "Une question projetée", &DARK);
}

#[test]
#[ignore = "writes assets/demo.*"]
fn the_demonstration() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let scenario = scenario::read(&fs::read_to_string(assets.join("demo.scenario")).unwrap());
    let scenario = scenario.unwrap_or_else(|refused| panic!("demo.scenario, {refused}"));
    let data = tempfile::tempdir().unwrap();
    let shots = film::shoot(&scenario, data.path());
    let recording = cast::write(&scenario, &shots, &DARK);
    let picture = motion::draw(&cast::read(&recording).unwrap(), &DARK, scenario.still);
    fs::write(assets.join("demo.cast"), recording).unwrap();
    fs::write(assets.join("demo.svg"), picture).unwrap();
}
