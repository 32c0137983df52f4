//! A program in a pseudo-terminal of 80 × 24: what it writes, and when.

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{MasterPty, NativePtySystem, PtyPair, PtySize, PtySystem};

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// What is run.
pub struct Recipe {
    pub path: PathBuf,
    pub arguments: Vec<String>,
}

/// Some bytes and the moment they came.
struct Chunk {
    at: Instant,
    bytes: Vec<u8>,
}

/// What came after an act: how much, and when the last of it.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    pub bytes: usize,
    pub last: Duration,
}

/// A running program.
pub struct Program {
    child: Child,
    chunks: Receiver<Chunk>,
    keys: Box<dyn Write + Send>,
    screen: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

/// A start: the running program and the time to its first byte and to its first stable screen.
pub struct Started {
    pub program: Program,
    pub first_byte: Duration,
    pub stable: Duration,
}

impl Program {
    /// Starts a program and waits until it has written nothing for `quiet`.
    pub fn start(recipe: &Recipe, quiet: Duration) -> Started {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let PtyPair { slave, master } =
            NativePtySystem::default().openpty(size).expect("a terminal");
        let chunks = read_along(&*master);
        let name = master.tty_name().expect("a terminal with a name");
        let mut command = Command::new(&recipe.path);
        command.args(&recipe.arguments).env("TERM", "xterm-256color").env_remove("NO_COLOR");
        command.stdin(end(&name)).stdout(end(&name)).stderr(end(&name));
        let begun = Instant::now();
        let child = command.spawn().expect("the program starts");
        drop(command);
        drop(slave);
        let cell = |n| NonZeroU16::new(n).expect("a size");
        let screen = vt100::Parser::new(cell(ROWS), cell(COLUMNS), 0);
        let keys = master.take_writer().expect("a writer");
        let mut program = Program { child, chunks, keys, screen, _master: master };
        let (first, stable) = program.first_screen(quiet);
        Started { program, first_byte: first - begun, stable: stable - begun }
    }

    /// When the first byte came, and the last one that changed the picture.
    fn first_screen(&mut self, quiet: Duration) -> (Instant, Instant) {
        let first = self.chunks.recv_timeout(Duration::from_secs(20)).expect("a first byte");
        let (begun, mut stable) = (first.at, first.at);
        let mut next = Some(first);
        while let Some(chunk) = next {
            let before = self.screen.screen().state_formatted();
            self.screen.process(&chunk.bytes);
            if self.screen.screen().state_formatted() != before {
                stable = chunk.at;
            }
            next = self.chunks.recv_timeout(quiet).ok();
        }
        (begun, stable)
    }

    /// Types, and waits until nothing has come for `quiet`.
    pub fn send(&mut self, keys: &str, quiet: Duration) -> Answer {
        let sent = Instant::now();
        self.keys.write_all(keys.as_bytes()).expect("the terminal takes keys");
        let mut answer = Answer { bytes: 0, last: Duration::ZERO };
        let mut patience = Duration::from_secs(2);
        while let Ok(chunk) = self.chunks.recv_timeout(patience) {
            self.screen.process(&chunk.bytes);
            answer = Answer { bytes: answer.bytes + chunk.bytes.len(), last: chunk.at - sent };
            patience = quiet;
        }
        answer
    }

    /// Types until some words are on the screen.
    pub fn reach(&mut self, keys: &str, words: &str) {
        self.send(keys, Duration::from_millis(150));
        let screen = self.text();
        assert!(screen.contains(words), "`{words}` did not come:\n{screen}");
    }

    /// Signals the program and answers how long the end takes.
    pub fn signalled(mut self, name: &str) -> Duration {
        let pid = self.pid().to_string();
        let kill = Command::new("kill").args([&format!("-{name}"), &pid]).status();
        let sent = Instant::now();
        assert!(kill.expect("kill runs").success());
        self.child.wait().expect("an end");
        sent.elapsed()
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Types the last key and answers how long the end takes.
    pub fn leave(mut self, keys: &str) -> Duration {
        let sent = Instant::now();
        self.keys.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.child.wait().expect("an end");
        sent.elapsed()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn end(name: &Path) -> Stdio {
    let file = OpenOptions::new().read(true).write(true).open(name);
    file.expect("the other end of the terminal").into()
}

fn read_along(master: &dyn MasterPty) -> Receiver<Chunk> {
    let (to, chunks) = mpsc::channel();
    let mut out = master.try_clone_reader().expect("a reader");
    thread::spawn(move || {
        let mut bytes = vec![0; 1 << 16];
        while let Ok(n @ 1..) = out.read(&mut bytes) {
            let chunk = Chunk { at: Instant::now(), bytes: bytes[..n].to_vec() };
            if to.send(chunk).is_err() {
                return;
            }
        }
    });
    chunks
}
