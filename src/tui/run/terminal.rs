//! The terminal, taken and always given back: at the end, on an error, on a panic, on a signal.

use std::io::{self, IsTerminal, Write};
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::painter::Painter;
use crate::tui::app::App;

/// The screen while the program owns it; dropping it gives it back.
pub struct Screen {
    painter: Painter,
}

/// Both ends must be a terminal: the program draws on one and reads the other.
pub fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// How wide the terminal is, for what writes lines on it; `None` where it cannot be told.
pub fn columns() -> Option<u16> {
    crossterm::terminal::size().ok().map(|(columns, _)| columns).filter(|columns| *columns > 0)
}

impl Screen {
    /// Takes the terminal. A panic from here on gives it back before its message is printed.
    pub fn open() -> io::Result<Self> {
        // Without this, crossterm answers `NO_COLOR` with a reset that also drops bold and
        // reverse; our own theme decides instead.
        crossterm::style::force_color_output(true);
        guard(leave);
        enter()?;
        Ok(Screen { painter: Painter::default() })
    }

    /// Brings the screen up to date: one write, and none where nothing changed.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        let frame = self.painter.frame(app)?;
        // A panic elsewhere gave the terminal back: what it says must stay in sight.
        if frame.is_empty() || !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        write(frame)
    }

    /// Writes a sequence that draws nothing. A failure shows at the next draw.
    pub fn send(&mut self, sequence: &[u8]) {
        let _ = write(sequence);
    }

    /// The size of the terminal now.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        crossterm::terminal::size()
    }

    /// Gives the terminal back for a while.
    pub fn release(&mut self) {
        leave();
    }

    /// Takes the terminal again and forgets what was on it.
    pub fn retake(&mut self) -> io::Result<()> {
        enter()?;
        self.painter.forget();
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// From here on a panic calls `leave` first, so that its message lands on a terminal given back.
fn guard(leave: impl Fn() + Send + Sync + 'static) {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        leave();
        previous(info);
        // Where panics do not unwind, the process would go on to abort: a second, frightening
        // message from the shell.
        if cfg!(panic = "abort") {
            process::exit(PANICKED);
        }
    }));
}

/// What a panicking program answers the shell, unwinding or not.
const PANICKED: i32 = 101;

/// The terminal is ours. Given back a second time, it would put the cursor back where it was at
/// first, and what was said since (a panic's message) would be written over.
static TAKEN: AtomicBool = AtomicBool::new(false);

fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    mouse(true)
}

/// Everything is tried, nothing is reported: there may be no terminal left to report to.
fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = mouse(false);
    let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// Clicks and wheel only: reports of every move would wake the program for nothing.
#[cfg(unix)]
fn mouse(on: bool) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(if on { b"\x1b[?1000h\x1b[?1006h" } else { b"\x1b[?1006l\x1b[?1000l" })?;
    out.flush()
}

#[cfg(not(unix))]
fn mouse(on: bool) -> io::Result<()> {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    let mut out = io::stdout();
    if on {
        execute!(out, EnableMouseCapture)?
    } else {
        execute!(out, DisableMouseCapture)?
    }
    out.flush()
}
