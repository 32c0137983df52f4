//! The real program in a real pseudo-terminal: first run, resuming, being killed, stopped and
//! signalled, and the terminal given back each time.
#![cfg(unix)]
#![allow(clippy::expect_used)]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use support::terminal::{Start, Terminal};
use tuteur_ndrc::model::Contents;
use tuteur_ndrc::store::Who;
use tuteur_ndrc::tui;

const LEFT_ALTERNATE: &str = "\x1b[?1049l";

fn start(data: &Path) -> Terminal {
    start_with(data, &[])
}

fn start_as(data: &Path, arguments: &[&str]) -> Terminal {
    Terminal::start(&Start { arguments, data, columns: 80, rows: 24, environment: &[] })
}

fn start_with(data: &Path, environment: &[(&str, &str)]) -> Terminal {
    let start = Start { arguments: &[], data, columns: 80, rows: 24, environment };
    Terminal::start(&start)
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// From the accueil to the answer of the first question of the 2021 paper.
fn to_first_answer(terminal: &mut Terminal) {
    terminal.wait("Arbre Cadeau");
    terminal.send("1");
    terminal.wait("Replier");
    terminal.send("\x1b[B");
    terminal.wait("Ouvrir");
    terminal.send("\r");
    terminal.wait("Répondre");
    terminal.send("\r");
    terminal.wait("Vérifier");
}

fn given_back(terminal: &Terminal) -> bool {
    let written = String::from_utf8_lossy(&terminal.written()).into_owned();
    written.rfind(LEFT_ALTERNATE) > written.rfind("\x1b[?1049h")
        && written.rfind("\x1b[?2004l") > written.rfind("\x1b[?2004h")
        && written.rfind("\x1b[?1000l") > written.rfind("\x1b[?1000h")
        && written.rfind("\x1b[?25h") > written.rfind("\x1b[?25l")
}

#[test]
fn first_run_welcomes_and_q_leaves() {
    let data = folder();
    let mut terminal = start(data.path());
    terminal.wait("Bienvenue");
    terminal.send("?");
    terminal.wait("Chaque question se travaille");
    terminal.send("q");
    terminal.wait("Bienvenue");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert!(given_back(&terminal));
}

#[test]
fn an_answer_is_found_again_after_leaving() {
    let data = folder();
    let mut terminal = start(data.path());
    to_first_answer(&mut terminal);
    terminal.send("12\r");
    terminal.wait("✗");
    terminal.send("\x03");
    terminal.wait("Quitter le tuteur");
    terminal.send("\r");
    assert_eq!(terminal.end(), 0);

    let mut terminal = start(data.path());
    terminal.wait("Reprendre");
    terminal.send("r");
    let screen = terminal.wait("✗");
    assert!(screen.contains("12"), "{screen}");
}

#[test]
fn a_half_typed_answer_survives_a_kill() {
    let data = folder();
    let mut terminal = start(data.path());
    to_first_answer(&mut terminal);
    terminal.send("(50297-37");
    terminal.wait("(50297-37");
    // The draft is written before the next draw.
    terminal.send("9");
    terminal.wait("(50297-379");
    terminal.signal("KILL");
    terminal.end();

    let mut terminal = start(data.path());
    terminal.wait("Reprendre");
    terminal.send("r");
    terminal.wait("(50297-379");
}

#[test]
fn signals_give_the_terminal_back_at_once() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let data = folder();
        let mut terminal = start(data.path());
        to_first_answer(&mut terminal);
        terminal.send("42");
        terminal.wait("42");
        let asked = Instant::now();
        terminal.signal(signal);
        terminal.end();
        assert!(asked.elapsed() < Duration::from_secs(2), "{signal}: {:?}", asked.elapsed());
        assert!(given_back(&terminal), "{signal}");

        let mut terminal = start(data.path());
        terminal.wait("Reprendre");
        terminal.send("r");
        terminal.wait("42");
    }
}

#[test]
fn control_z_stops_and_continuing_draws_again() {
    let data = folder();
    let mut terminal = start(data.path());
    terminal.wait("Bienvenue");
    terminal.send("\x1a");
    wait_until(|| state_of(terminal.pid()) == 'T', "the program stops");
    assert!(given_back(&terminal));
    terminal.wait("en pause\u{a0}: tapez fg");
    terminal.signal("CONT");
    wait_until(|| !given_back(&terminal), "the terminal is taken again");
    terminal.wait("Bienvenue");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    assert!(given_back(&terminal));
}

#[test]
fn a_new_size_is_drawn() {
    let data = folder();
    let mut terminal = start(data.path());
    terminal.wait("Bienvenue");
    terminal.resize(20, 5);
    terminal.wait("trop");
    terminal.resize(120, 36);
    terminal.wait("Bienvenue");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn no_color_writes_no_colour_but_keeps_attributes() {
    let data = folder();
    let mut terminal = start_with(data.path(), &[("NO_COLOR", "1")]);
    terminal.wait("Bienvenue");
    terminal.send("q");
    terminal.end();
    let written = String::from_utf8_lossy(&terminal.written()).into_owned();
    assert!(!written.contains("\x1b[36m") && !written.contains("38;5;"), "{written:?}");
    assert!(written.contains("\x1b[1m"), "bold is kept");
}

#[test]
fn without_a_terminal_the_text_mode_says_why_and_ends_well() {
    let data = folder();
    let output = Command::new(env!("CARGO_BIN_EXE_tuteur-ndrc"))
        .arg("--donnees")
        .arg(data.path())
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("l’entrée n’est pas un terminal"), "{told}");
    assert!(output.stderr.is_empty());
}

#[test]
fn a_simple_terminal_gets_lines_without_any_escape() {
    let data = folder();
    let named = |name| [("TERM", name)];
    let (dumb, nameless) = (named("dumb"), named(""));
    let ways = [(&["--texte"][..], &[][..]), (&[], &dumb), (&[], &nameless)];
    for (arguments, environment) in ways {
        let start = Start { arguments, data: data.path(), columns: 60, rows: 24, environment };
        let mut terminal = Terminal::start(&start);
        terminal.wait("Sujet, de 1 à");
        terminal.send("2024\r");
        terminal.wait("Question, de 1 à");
        terminal.send("1.1\r");
        terminal.wait("séparés par des espaces");
        terminal.send("quitter\r");
        assert_eq!(terminal.end(), 0);
        let written = terminal.written();
        assert!(!written.contains(&0x1b), "{}", String::from_utf8_lossy(&written));
    }
}

/// The tutor of this test program, whose papers are read by code that panics. Run by the test
/// below in a terminal of its own.
#[test]
#[ignore = "takes over the terminal"]
fn a_tutor_that_panics() {
    let load = Box::new(|| panic!("les sujets manquent"));
    let options = tui::Options { contents: Contents::default(), load, data: None, who: Who::Last };
    let _ = tui::run(options);
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let program = std::env::current_exe().expect("this test program");
    let mut command = CommandBuilder::new(program);
    command.args(["--exact", "a_tutor_that_panics", "--ignored", "--nocapture"]);
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    let mut terminal = Terminal::spawn(command, 80, 24);
    terminal.end();
    wait_until(|| given_back(&terminal), "the terminal is given back");
    let screen = terminal.wait("les sujets manquent");
    assert!(!screen.contains("Tuteur NDRC"), "told on the shell's own screen:\n{screen}");
    let written = String::from_utf8_lossy(&terminal.written()).into_owned();
    assert!(written.find(LEFT_ALTERNATE) < written.find("les sujets manquent"), "{written:?}");
}

#[track_caller]
fn wait_until(done: impl Fn() -> bool, what: &str) {
    let end = Instant::now() + Duration::from_secs(20);
    while !done() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The state letter of a process (`T` when stopped), as `ps` gives it.
fn state_of(pid: u32) -> char {
    let output = Command::new("ps").args(["-o", "state=", "-p", &pid.to_string()]).output();
    let output = output.expect("ps runs");
    String::from_utf8_lossy(&output.stdout).trim().chars().next().unwrap_or('?')
}

#[test]
fn a_theme_is_worn_and_found_again() {
    let data = folder();
    let deep = [("COLORTERM", "truecolor")];
    let mut terminal = start_with(data.path(), &deep);
    terminal.wait("Arbre Cadeau");
    let ground = |terminal: &Terminal| terminal.look(|s| s.cell(10, 40).map(vt100::Cell::bgcolor));
    assert_eq!(ground(&terminal), Some(vt100::Color::Default));
    terminal.send("g");
    terminal.wait("Apparence");
    terminal.send("\x1b[B\r");
    terminal.wait("● Sombre");
    // The words may come before the rest of their frame.
    let coloured = || matches!(ground(&terminal), Some(vt100::Color::Rgb(..)));
    wait_until(coloured, "a dark background");
    let dark = ground(&terminal);
    terminal.send("\x03\r");
    assert_eq!(terminal.end(), 0);

    let terminal = start_with(data.path(), &deep);
    terminal.wait("Arbre Cadeau");
    wait_until(|| ground(&terminal) == dark, "the same background");
}

const ASKS_GROUND: &str = "\x1b]11;?\x1b\\";

fn asked_ground(terminal: &Terminal) -> bool {
    String::from_utf8_lossy(&terminal.written()).contains(ASKS_GROUND)
}

/// The colour of the mark before the selected row of the accueil.
fn accent(terminal: &Terminal) -> Option<vt100::Color> {
    terminal.look(|screen| {
        let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let mut cells = cells.filter_map(|(row, column)| screen.cell(row, column));
        cells.find(|cell| cell.contents() == "▌").map(vt100::Cell::fgcolor)
    })
}

#[test]
fn the_terminal_is_asked_for_its_background_after_the_first_frame_and_believed() {
    let data = folder();
    let mut terminal = start(data.path());
    terminal.wait("Arbre Cadeau");
    wait_until(|| asked_ground(&terminal), "the question");
    let written = String::from_utf8_lossy(&terminal.written()).into_owned();
    assert!(written.find(ASKS_GROUND) > written.find("Arbre Cadeau"), "{written:?}");
    let own = accent(&terminal);
    assert_eq!(own, Some(vt100::Color::Idx(6)));
    // Typed before, cut by two reads, typed after: the reply is none of it.
    terminal.send("m");
    terminal.wait("Mémo");
    terminal.send("n\x1b]11;rgb:ffff/ff");
    std::thread::sleep(Duration::from_millis(10));
    terminal.send("ff/eeee\x1b\\ps");
    terminal.wait("Net Promoter Score");
    terminal.send("\x1b");
    terminal.wait_gone("Net Promoter Score");
    terminal.send("\x1b");
    terminal.wait("Arbre Cadeau");
    wait_until(|| accent(&terminal).is_some_and(|colour| Some(colour) != own), "darker colours");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_terminal_that_never_tells_is_not_waited_for_and_keeps_its_keys() {
    let data = folder();
    let mut terminal = start(data.path());
    wait_until(|| asked_ground(&terminal), "the question");
    terminal.send("m\x1b]11;rgb");
    // Not a reply after all: what was typed is in the field, and Escape works as ever.
    terminal.wait("11;rgb");
    terminal.send("\x1b");
    terminal.wait_gone("11;rgb");
    terminal.send("\x03\r");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn what_already_tells_the_background_is_not_asked_again() {
    let silent = [("TERM", "linux"), ("NO_COLOR", "1"), ("COLORFGBG", "15;0")];
    for told in silent {
        let data = folder();
        let mut terminal = start_with(data.path(), &[told]);
        terminal.wait("Arbre Cadeau");
        terminal.send("q");
        assert_eq!(terminal.end(), 0);
        assert!(!asked_ground(&terminal), "{told:?}");
    }
}

#[test]
fn learners_of_one_machine_go_from_one_to_another() {
    let data = folder();
    let mut terminal = start_as(data.path(), &["--profil", "Léa"]);
    terminal.wait("Nouveau profil");
    to_first_answer(&mut terminal);
    terminal.send("12\r");
    terminal.wait("✗");
    terminal.send("\x1b");
    terminal.wait("Reprendre");
    terminal.send("u");
    terminal.wait("1\u{a0}réponse");
    terminal.send("nTom\r");
    terminal.wait("Tom · u changer");
    terminal.wait("Bienvenue");
    terminal.send("u");
    terminal.wait("rien n’est lu");
    terminal.send("\x1b[A\r");
    terminal.wait("Léa · u changer");
    terminal.wait("Reprendre");
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);

    // The last one opens again; a guest opens nobody's.
    let mut terminal = start(data.path());
    terminal.wait("Léa · u changer");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let mut terminal = start_as(data.path(), &["--invite"]);
    terminal.wait("rien n’est gardé");
    terminal.wait("Bienvenue");
    terminal.send("q");
    terminal.wait("Vous êtes invité");
    terminal.send("\r");
    assert_eq!(terminal.end(), 0);
}
