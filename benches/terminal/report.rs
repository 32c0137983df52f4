//! Which programs are measured, and the table they give.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::measure::{self, Keys, Rest, Starts};
use crate::program::Recipe;
use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::content;
use tuteur_ndrc::model::{ItemId, StepEntry};
use tuteur_ndrc::progress::{Answer, Event, What};
use tuteur_ndrc::store::Journal;

/// From the accueil to a field of the first question of the 2021 paper, already begun.
const TO_A_FIELD: &[(&str, &str)] = &[("1", "Replier"), ("\x1b[B", "Ouvrir"), ("\r", "Vérifier")];
/// From the accueil to the text of the first question of the 2021 paper.
const TO_A_TEXT: &[(&str, &str)] = &[
    ("1", "Replier"),
    ("\x1b[B", "Ouvrir"),
    ("\r", "Vérifier"),
    // Back to its first step, wherever it was left, and on to the last one.
    ("\x1b[18~\x1b[18~\x1b[18~\x1b[18~\x1b[18~\x1b[18~\x1b[18~\x1b[18~", "Étape 1 sur 8"),
    ("\x1b[19~\x1b[19~\x1b[19~\x1b[19~\x1b[19~\x1b[19~\x1b[19~", "Rédaction"),
];
/// Through help, a question and back: every one draws another screen.
const CHANGES: &[(&str, &str)] = &[
    ("\x1bOP", "Fermer"),
    ("\x1b", "Épreuve E5"),
    ("1", "Replier"),
    ("\x1b[B\r", "Vérifier"),
    ("\x1b[19~", "Étape"),
    ("\x1b", "Épreuve E5"),
];

/// Measures everything and prints the table.
pub fn print() {
    let (new, worked) = (folder(), folder());
    fill(worked.path());
    let smallest = Recipe { path: smallest(), arguments: vec![] };
    let (first_run, later) = (tutor(new.path()), tutor(worked.path()));
    let path = [(&smallest, "\x1b"), (&first_run, "q"), (&later, "q")];
    let starts = measure::starts(&path);
    let mut small = measure::open(&smallest, &[]);
    let (small_keys, small_rest) = (measure::keys(&mut small), measure::rest(&small));
    let home = measure::rest(&measure::open(&later, &[]));
    let mut field = measure::open(&later, TO_A_FIELD);
    let (keys, question) = (measure::keys(&mut field), measure::rest(&field));
    let changes = measure::changes(&later, CHANGES);
    let pasted = [TO_A_FIELD, TO_A_TEXT].map(|path| {
        let mut program = measure::open(&later, path);
        (measure::paste(&mut program), measure::rest(&program))
    });
    let signalled = measure::signalled(&later, TO_A_FIELD);
    println!("\n| measure | goal | tutor | smallest |\n|---|---:|---:|---:|");
    print_starts(&starts);
    print_keys(&keys, &small_keys);
    let largest = changes.iter().max().copied().unwrap_or(0);
    row("bytes of the largest change of screen", "≤ 8 000", &largest.to_string(), "");
    print_rest("accueil", &home, "≤ 8", Some(&small_rest));
    print_rest("question, after 200 keys", &question, "≤ 8", None);
    let [(field, _), (text, after)] = &pasted;
    row("1 MB pasted into a field, then help, ms", "≤ 1 000", &format!("{field:.0}"), "");
    row("1 MB pasted into a text, then help, ms", "≤ 1 000", &format!("{text:.0}"), "");
    print_rest("after that paste", after, "≤ 12", None);
    row(
        "gone after TERM, HUP, INT or QUIT, ms: the longest",
        "≤ 200",
        &format!("{signalled:.1}"),
        "",
    );
    let (ours, theirs) = (measure::file_mb(&later), measure::file_mb(&smallest));
    row("program file, MB", "≤ 5", &format!("{ours:.1}"), &format!("{theirs:.1}"));
    println!("\nBytes of each change of screen: {changes:?}");
}

fn row(measure: &str, goal: &str, ours: &str, theirs: &str) {
    println!("| {measure} | {goal} | {ours} | {theirs} |");
}

fn print_starts(starts: &[Starts]) {
    let [small, first, later] = starts else { return };
    let two = |times: &[f64]| format!("{:.1} ({:.1})", percent(times, 50), percent(times, 90));
    let goal = |times: &[f64]| format!("≤ {:.1}", 2.0 * percent(times, 50));
    let (s, limit) = (two(&small.stable), goal(&small.stable));
    row("first stable screen, ms: median (p90), first run", &limit, &two(&first.stable), &s);
    row("the same with a journal of 1 000 events", &limit, &two(&later.stable), &s);
    row("first byte, ms", "", &two(&later.first_byte), &two(&small.first_byte));
    row("leaving, ms", "≤ 5", &two(&later.leaving), &two(&small.leaving));
}

fn print_keys(ours: &Keys, theirs: &Keys) {
    let two = |times: &[f64]| format!("{:.2} ({:.2})", percent(times, 50), percent(times, 95));
    row("key to frame, ms: median (p95)", "≤ 1", &two(&ours.latency), &two(&theirs.latency));
    let (a, b) = (format!("{:.0}", ours.cpu_us), format!("{:.0}", theirs.cpu_us));
    row("CPU per key, µs", "≤ 800", &a, &b);
    let (a, b) = (format!("{:.0}", ours.bytes), format!("{:.0}", theirs.bytes));
    row("bytes per typed character", "≤ 300", &a, &b);
}

fn print_rest(place: &str, ours: &Rest, goal: &str, theirs: Option<&Rest>) {
    let memory =
        |rest: &Rest| format!("{:.1} ({:.1}; {:.1})", rest.rss_mib, rest.own_mib, rest.peak_mib);
    let other = theirs.map(memory).unwrap_or_default();
    let what = format!("{place}: resident MiB (of its own; at most)");
    row(&what, goal, &memory(ours), &other);
    let other = theirs.map(|rest| rest.wake_ups.to_string()).unwrap_or_default();
    row(&format!("{place}: wake-ups in 5 s"), "0", &ours.wake_ups.to_string(), &other);
}

fn percent(sorted: &[f64], part: usize) -> f64 {
    let at = (sorted.len() * part / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or(0.0)
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn tutor(data: &Path) -> Recipe {
    let data = data.to_str().expect("a UTF-8 path").to_owned();
    let arguments = vec!["--donnees".to_owned(), data];
    Recipe { path: env!("CARGO_BIN_EXE_tuteur-ndrc").into(), arguments }
}

/// Builds the program of comparison with the profile of the tutor, beside it.
fn smallest() -> PathBuf {
    let build = ["build", "--quiet", "--release", "--locked", "--example", "smallest"];
    let status = Command::new(env!("CARGO")).args(build).status().expect("cargo runs");
    assert!(status.success(), "the program of comparison does not build");
    let beside = Path::new(env!("CARGO_BIN_EXE_tuteur-ndrc")).parent().expect("a folder");
    beside.join("examples/smallest")
}

/// A journal of a thousand answers, over every figure there is.
fn fill(data: &Path) {
    let contents = content::contents();
    let steps = contents.subjects.iter().flat_map(|s| s.questions()).flat_map(|q| &q.steps);
    let figures: Vec<&ItemId> = steps
        .flat_map(|step| match step {
            StepEntry::Number(id) => std::slice::from_ref(id),
            StepEntry::Grid(ids) => ids,
            StepEntry::Choice(_) | StepEntry::Writing(..) | StepEntry::Rcs(_) => &[],
        })
        .collect();
    let event = |(n, item): (i64, &&ItemId)| Event {
        at_ms: 1_700_000_000_000 + n * 60_000,
        item: (*item).clone(),
        what: What::Answer(Answer::new("12,5 %", Verdict::Wrong)),
    };
    let events: Vec<Event> = (0..1000).zip(figures.iter().cycle()).map(event).collect();
    let mut journal = Journal::open(data).expect("a journal");
    journal.record(&events, &[]).expect("a record");
    journal.close().expect("an end");
}
