//! The measures of one program.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::process;
use crate::program::{Program, Recipe};

const STARTS: usize = 25;
const KEYS: usize = 200;
const IDLE: Duration = Duration::from_secs(5);
/// A screen that has not moved for so long is stable.
const STABLE: Duration = Duration::from_millis(200);
/// So long after the last byte, the frame of a key is over.
const FRAME: Duration = Duration::from_millis(20);

/// Times of many starts, in milliseconds, sorted.
#[derive(Default)]
pub struct Starts {
    pub first_byte: Vec<f64>,
    pub stable: Vec<f64>,
    pub leaving: Vec<f64>,
}

/// What one key costs, over many.
pub struct Keys {
    /// In milliseconds, sorted.
    pub latency: Vec<f64>,
    pub cpu_us: f64,
    pub bytes: f64,
}

/// The program left alone.
pub struct Rest {
    pub rss_mib: f64,
    pub own_mib: f64,
    pub peak_mib: f64,
    /// Over five seconds.
    pub wake_ups: u64,
}

/// Starts several programs in turn, so that a busy moment of the machine falls on all of them.
pub fn starts(recipes: &[(&Recipe, &str)]) -> Vec<Starts> {
    let mut all: Vec<Starts> = recipes.iter().map(|_| Starts::default()).collect();
    for _ in 0..STARTS {
        for ((recipe, leave), starts) in recipes.iter().zip(&mut all) {
            let started = Program::start(recipe, STABLE);
            starts.first_byte.push(ms(started.first_byte));
            starts.stable.push(ms(started.stable));
            starts.leaving.push(ms(started.program.leave(leave)));
        }
    }
    for starts in &mut all {
        for times in [&mut starts.first_byte, &mut starts.stable, &mut starts.leaving] {
            times.sort_by(f64::total_cmp);
        }
    }
    all
}

/// Opens a program and brings it where the keys of `path` lead; each step names what must show.
pub fn open(recipe: &Recipe, path: &[(&str, &str)]) -> Program {
    let mut program = Program::start(recipe, STABLE).program;
    path.iter().for_each(|(keys, words)| program.reach(keys, words));
    program
}

/// Types and erases a digit again and again.
pub fn keys(program: &mut Program) -> Keys {
    let before = process::cpu_ns(program.pid());
    let mut answers = Vec::new();
    for n in 0..KEYS {
        answers.push(program.send(if n % 2 == 0 { "4" } else { "\x7f" }, FRAME));
    }
    let cpu = process::cpu_ns(program.pid()) - before;
    let mut latency: Vec<f64> = answers.iter().map(|answer| ms(answer.last)).collect();
    latency.sort_by(f64::total_cmp);
    let bytes: usize = answers.iter().map(|answer| answer.bytes).sum();
    Keys { latency, cpu_us: cpu as f64 / 1000.0 / KEYS as f64, bytes: bytes as f64 / KEYS as f64 }
}

/// Bytes of each change of screen along a path.
pub fn changes(recipe: &Recipe, path: &[(&str, &str)]) -> Vec<usize> {
    let mut program = Program::start(recipe, STABLE).program;
    let change = |(keys, words): &(&str, &str)| {
        let answer = program.send(keys, STABLE);
        assert!(program.text().contains(words), "`{words}` did not come:\n{}", program.text());
        answer.bytes
    };
    path.iter().map(change).collect()
}

pub fn rest(program: &Program) -> Rest {
    sleep(Duration::from_secs(1));
    let before = process::sleeps(program.pid());
    sleep(IDLE);
    let wake_ups = process::sleeps(program.pid()) - before;
    let (now, peak) = process::memory_kib(program.pid());
    let mib = |kib: u64| kib as f64 / 1024.0;
    let own = process::own_kib(program.pid());
    Rest { rss_mib: mib(now), own_mib: mib(own), peak_mib: mib(peak), wake_ups }
}

/// Pastes a megabyte, asks for help, and answers when its page shows, in milliseconds.
pub fn paste(program: &mut Program) -> f64 {
    let huge = format!("\x1b[200~{}\x1b[201~\x1bOP", "mot 12,5 % ".repeat((1 << 20) / 11));
    let answer = program.send(&huge, STABLE);
    assert!(program.text().contains("Fermer"), "{}", program.text());
    ms(answer.last)
}

/// The longest end after a signal, in milliseconds.
pub fn signalled(recipe: &Recipe, path: &[(&str, &str)]) -> f64 {
    let ends = ["TERM", "HUP", "INT", "QUIT"].map(|name| ms(open(recipe, path).signalled(name)));
    ends.into_iter().fold(0.0, f64::max)
}

/// Size of the program file, in millions of bytes.
pub fn file_mb(recipe: &Recipe) -> f64 {
    fs::metadata(&recipe.path).map_or(0.0, |data| data.len() as f64 / 1e6)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
