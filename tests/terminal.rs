//! What the program promises of any terminal, on the program itself: sizes, pastes, idle silence,
//! signals, and a terminal that takes nothing any more.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic)]

mod support;

use std::io::Write;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, NativePtySystem, PtySize, PtySystem};
use support::terminal::{Start, Terminal};

const MEGABYTE: usize = 1 << 20;

fn start(data: &Path) -> Terminal {
    let start = Start { arguments: &[], data, columns: 80, rows: 24, environment: &[] };
    Terminal::start(&start)
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// How a screen is reached from a fresh start.
type Open = fn(&mut Terminal);

/// Types, then waits for some words, one pair after another.
fn walk(terminal: &mut Terminal, path: &[(&str, &str)]) {
    for (keys, words) in path {
        terminal.send(keys);
        terminal.wait(words);
    }
}

const F1: &str = "\x1bOP";
const F8: &str = "\x1b[19~";
/// From the accueil to the answer of the first question of the 2021 paper.
const ANSWER: &[(&str, &str)] = &[
    ("", "Arbre Cadeau"),
    ("1", "Replier"),
    ("\x1b[B", "Ouvrir"),
    ("\r", "Répondre"),
    ("\r", "Vérifier"),
];

/// From the accueil to the first step of a kind, in the nth question of the 2021 paper.
fn to_step(terminal: &mut Terminal, question: usize, kind: &str) {
    walk(terminal, &[("", "Arbre Cadeau"), ("1", "Replier"), ("\x1b[B", "Ouvrir")]);
    for _ in 1..question {
        terminal.send("\x1b[B");
    }
    walk(terminal, &[("\r", "Répondre"), ("\r", "Étape 1 sur")]);
    for step in 1..20 {
        let screen = terminal.wait(&format!("Étape {step} sur"));
        if screen.contains(kind) {
            return;
        }
        terminal.send(F8);
    }
    panic!("no step is a `{kind}`");
}

fn paste(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

/// Bytes written so far, once nothing has come for a while.
fn settled(terminal: &Terminal) -> usize {
    let mut before = usize::MAX;
    loop {
        let now = terminal.written().len();
        if now == before {
            return now;
        }
        before = now;
        sleep(Duration::from_millis(150));
    }
}

#[test]
fn nothing_is_written_while_nothing_changes() {
    let data = folder();
    let mut terminal = start(data.path());
    walk(&mut terminal, ANSWER);
    let before = settled(&terminal);
    // Keys that mean nothing here or anywhere, a released button, a click on nothing, focus.
    let nothing = [
        "\x1b[34~",
        "\x1b[57358u",
        "\x1b[99~",
        "\x1b[1;8P",
        "\x1bz",
        "\x1d",
        "\x1b[I",
        "\x1b[O",
        "\x1b[<0;40;1m",
        "\x1b[<2;40;1M",
        "\x1b[<0;30;2M",
        "\x1b[<35;3;3M",
        "\x1bOz",
        "\x1b[?1;2c",
        "\x1b[3;4R",
    ];
    for keys in nothing {
        terminal.send(keys);
        sleep(Duration::from_millis(20));
        let written = terminal.written();
        let told = String::from_utf8_lossy(&written[before..]).into_owned();
        assert_eq!(written.len(), before, "{keys:?} wrote {told:?}");
    }
    sleep(Duration::from_millis(1200));
    assert_eq!(terminal.written().len(), before);
    walk(&mut terminal, &[("42", "42")]);
}

#[test]
fn every_frame_is_one_synchronized_update() {
    let data = folder();
    let mut terminal = start(data.path());
    walk(&mut terminal, ANSWER);
    walk(&mut terminal, &[("42\r", "✗"), ("?", "Fermer"), ("\x1b", "Vérifier")]);
    let written = String::from_utf8_lossy(&terminal.written()).into_owned();
    let (begun, ended) =
        (written.matches("\x1b[?2026h").count(), written.matches("\x1b[?2026l").count());
    assert!(begun > 5 && begun == ended, "{begun} begun, {ended} ended");
    // Nothing is drawn outside of them, and only a whole new screen is cleared first.
    for outside in written.split("\x1b[?2026h").map(|part| part.rsplit("\x1b[?2026l").next()) {
        let drawn = !outside.unwrap_or_default().is_ascii();
        assert!(!drawn, "{outside:?}");
    }
    assert_eq!(written.matches("\x1b[2J").count(), 1);
}

#[test]
fn sizes_change_in_a_storm_while_one_types() {
    let data = folder();
    let mut terminal = start(data.path());
    walk(&mut terminal, ANSWER);
    let sizes =
        [(1, 1), (500, 200), (2, 60), (200, 2), (30, 8), (29, 8), (80, 24), (109, 30), (110, 30)];
    for n in 0..180_u16 {
        let (columns, rows) = match sizes.get(usize::from(n)) {
            Some(size) => *size,
            None => (1 + n * 37 % 500, 1 + n * 53 % 200),
        };
        terminal.resize(columns, rows);
        terminal.send(["1", "2", "\x7f", "3"][usize::from(n % 4)]);
        if n % 5 == 0 {
            sleep(Duration::from_millis(3));
        }
    }
    terminal.resize(80, 24);
    let typed: String = "13".repeat(45);
    terminal.send("=");
    terminal.wait(&format!("{}=", &typed[typed.len() - 10..]));
    // What shows is what a screen of this size drawn afresh shows.
    settled(&terminal);
    let after = terminal.screen();
    terminal.resize(81, 25);
    settled(&terminal);
    terminal.resize(80, 24);
    settled(&terminal);
    assert_eq!(after, terminal.screen());
    terminal.send("\x03\r");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_megabyte_is_pasted_into_every_kind_of_field() {
    let fields: [(&str, Open); 7] = [
        ("case", |terminal| walk(terminal, ANSWER)),
        ("calcul", |terminal| to_step(terminal, 1, "· Calcul")),
        ("rédaction", |terminal| to_step(terminal, 1, "· Rédaction")),
        ("choix", |terminal| to_step(terminal, 1, "· Choix")),
        ("point", |terminal| {
            to_step(terminal, 2, "· Rédaction");
            walk(terminal, &[("Un texte.", "Un texte."), ("\x13", "t Texte"), ("a", "Renoncer")]);
        }),
        ("mémo", |terminal| walk(terminal, &[("", "Arbre Cadeau"), ("m", "fiches")])),
        ("palette", |terminal| walk(terminal, &[("", "Arbre Cadeau"), ("\x10", "résultats")])),
    ];
    for (name, open) in fields {
        let data = folder();
        let mut terminal = start(data.path());
        open(&mut terminal);
        let begun = Instant::now();
        terminal.send(&paste(&"mot 12,5 % ".repeat(MEGABYTE / 11)));
        // The next key is answered: a second in a release build, which this one is not.
        walk(&mut terminal, &[(F1, "Fermer")]);
        assert!(begun.elapsed() < Duration::from_secs(8), "{name}: {:?}", begun.elapsed());
        terminal.send("\x1b");
        terminal.wait_gone("Fermer");
        terminal.signal("TERM");
        terminal.end();
    }
}

#[test]
fn a_signal_is_obeyed_at_once_on_every_kind_of_screen() {
    let screens: [Open; 5] = [
        |terminal| walk(terminal, &[("", "Arbre Cadeau")]),
        |terminal| {
            walk(terminal, ANSWER);
            walk(terminal, &[("42", "42")]);
        },
        |terminal| walk(terminal, &[("", "Arbre Cadeau"), ("\x10", "résultats")]),
        |terminal| {
            walk(terminal, ANSWER);
            walk(terminal, &[("\x03", "Quitter le tuteur")]);
        },
        |terminal| {
            walk(terminal, ANSWER);
            walk(terminal, &[("\x1b[23~", "1.1")]);
        },
    ];
    for (n, open) in screens.into_iter().enumerate() {
        for signal in ["TERM", "HUP", "INT", "QUIT"] {
            // The machine may be busy with something else: the best of three counts.
            let best = (0..3).map(|_| end_by(signal, open)).find(|took| took.as_millis() < 200);
            assert!(best.is_some(), "screen {n}, {signal}: not gone in 0.2 s");
        }
    }
}

fn end_by(signal: &str, open: Open) -> Duration {
    let data = folder();
    let mut terminal = start(data.path());
    open(&mut terminal);
    let pid = terminal.pid().to_string();
    let signalled = std::process::Command::new("kill").args([&format!("-{signal}"), &pid]).status();
    let asked = Instant::now();
    assert!(signalled.expect("kill runs").success());
    terminal.end();
    asked.elapsed()
}

#[test]
fn a_terminal_that_takes_nothing_any_more_does_not_keep_the_program() {
    let data = folder();
    let size = PtySize { rows: 200, cols: 200, pixel_width: 0, pixel_height: 0 };
    let pair = NativePtySystem::default().openpty(size).expect("a pseudo-terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tuteur-ndrc"));
    command.args(["--donnees", data.path().to_str().expect("a UTF-8 path")]);
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    let mut keys = pair.master.take_writer().expect("a writer");
    // Nobody reads what is drawn: help comes and goes until the program waits in a write.
    for _ in 0..200 {
        let _ = keys.write_all(b"?").and_then(|()| keys.flush());
        sleep(Duration::from_millis(2));
    }
    sleep(Duration::from_millis(500));
    assert!(child.try_wait().expect("a process").is_none(), "it waits");
    let pid = child.process_id().expect("a running process").to_string();
    let status = std::process::Command::new("kill").args(["-TERM", &pid]).status();
    assert!(status.expect("kill runs").success());
    let asked = Instant::now();
    while child.try_wait().expect("a process").is_none() {
        let waited = asked.elapsed();
        if waited > Duration::from_secs(10) {
            let _ = child.kill();
            panic!("still there after {waited:?}");
        }
        sleep(Duration::from_millis(10));
    }
}

#[test]
fn keys_that_come_all_at_once_are_joined() {
    let data = folder();
    let mut terminal = start(data.path());
    to_step(&mut terminal, 1, "· Rédaction");
    let before = settled(&terminal);
    let begun = Instant::now();
    // A paste from a terminal that does not say it is one.
    terminal.send(&"mot ".repeat(2_000));
    walk(&mut terminal, &[(F1, "Fermer")]);
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    let written = terminal.written().len() - before;
    assert!(written < 400_000, "{written} bytes for 8 000 keys");
}
