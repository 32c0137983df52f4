//! The real program in a pseudo-terminal: type, wait for words on the screen, signal, read what is left.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem};

/// How long a screen may take to come: generous, since test machines are shared.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long nothing must be written for a screen to be called finished.
const QUIET: Duration = Duration::from_millis(150);

/// A running program and the terminal it believes in.
pub struct Terminal {
    parser: Arc<Mutex<vt100::Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

/// What the program is started with.
pub struct Start<'a> {
    pub arguments: &'a [&'a str],
    pub data: &'a Path,
    pub columns: u16,
    pub rows: u16,
    pub environment: &'a [(&'a str, &'a str)],
}

impl Terminal {
    /// Starts the program with its journal in `start.data`.
    pub fn start(start: &Start) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tuteur-ndrc"));
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.args(["--donnees", start.data.to_str().expect("a UTF-8 path")]);
        command.args(start.arguments);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        command.env_remove("COLORFGBG");
        command.env_remove("COLORTERM");
        for (name, value) in start.environment {
            command.env(name, value);
        }
        Terminal::spawn(command, start.columns, start.rows)
    }

    /// Starts any program in a terminal of this size.
    pub fn spawn(command: CommandBuilder, columns: u16, rows: u16) -> Terminal {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = NativePtySystem::default().openpty(size).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let cell = |n| NonZeroU16::new(n).expect("a size above zero");
        let parser = Arc::new(Mutex::new(vt100::Parser::new(cell(rows), cell(columns), 0)));
        let raw = Arc::new(Mutex::new(Vec::new()));
        read_along(pair.master.try_clone_reader().expect("a reader"), parser.clone(), raw.clone());
        let keys = pair.master.take_writer().expect("a writer");
        Terminal { parser, raw, keys, child, master: pair.master }
    }

    /// The text of the screen as it is now.
    pub fn screen(&self) -> String {
        self.parser.lock().expect("the parser").screen().contents()
    }

    /// Looks at the screen, cells and styles.
    pub fn look<T>(&self, eye: impl FnOnce(&vt100::Screen) -> T) -> T {
        eye(self.parser.lock().expect("the parser").screen())
    }

    /// Every byte the program wrote so far.
    pub fn written(&self) -> Vec<u8> {
        self.raw.lock().expect("the bytes").clone()
    }

    /// Types a text, byte for byte.
    pub fn send(&mut self, text: &str) {
        self.keys.write_all(text.as_bytes()).expect("the terminal takes keys");
        self.keys.flush().expect("the terminal takes keys");
    }

    /// Waits until `words` are on the screen and answers the screen; fails after a while.
    #[track_caller]
    pub fn wait(&self, words: &str) -> String {
        self.wait_for(words, |screen| screen.contains(words))
    }

    /// Waits until `words` are gone from the screen.
    #[track_caller]
    pub fn wait_gone(&self, words: &str) -> String {
        self.wait_for(words, |screen| !screen.contains(words))
    }

    #[track_caller]
    fn wait_for(&self, words: &str, done: impl Fn(&str) -> bool) -> String {
        let (came, screen) = self.comes(done);
        assert!(came, "waited for `{words}` in vain:\n{screen}");
        screen
    }

    /// Whether such a screen comes, and the last one seen.
    pub fn comes(&self, done: impl Fn(&str) -> bool) -> (bool, String) {
        let end = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen();
            let came = done(&screen);
            if came || Instant::now() >= end {
                return (came, screen);
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the program writes more than the first `bytes`, given some time.
    pub fn writes_after(&self, bytes: usize) -> bool {
        let end = Instant::now() + PATIENCE;
        while self.written().len() <= bytes {
            if Instant::now() >= end {
                return false;
            }
            thread::sleep(Duration::from_millis(2));
        }
        true
    }

    /// Waits until nothing more is written.
    pub fn settle(&self) {
        let (mut known, mut since) = (self.written().len(), Instant::now());
        while since.elapsed() < QUIET {
            thread::sleep(Duration::from_millis(5));
            let now = self.written().len();
            if now != known {
                (known, since) = (now, Instant::now());
            }
        }
    }

    /// Changes the size of the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let cell = |n| NonZeroU16::new(n).expect("a size above zero");
        self.parser.lock().expect("the parser").screen_mut().set_size(cell(rows), cell(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the terminal takes a size");
    }

    /// The process number, to signal it.
    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a running process")
    }

    /// Sends a signal by name (`TERM`, `KILL`, `STOP`…).
    pub fn signal(&self, name: &str) {
        let status = std::process::Command::new("kill")
            .args([format!("-{name}"), self.pid().to_string()])
            .status()
            .expect("kill runs");
        assert!(status.success(), "signal {name} was not delivered");
    }

    /// Waits for the end and answers the exit code.
    #[track_caller]
    pub fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("the process can be waited for") {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the program does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_along(
    mut out: Box<dyn Read + Send>,
    parser: Arc<Mutex<vt100::Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
) {
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(n @ 1..) = out.read(&mut bytes) {
            parser.lock().expect("the parser").process(&bytes[..n]);
            raw.lock().expect("the bytes").extend_from_slice(&bytes[..n]);
        }
    });
}
