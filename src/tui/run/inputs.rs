//! What wakes the program: one thread reads the terminal, one waits for signals, both feed one channel.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event;

use super::background::{Expected, Sieve};
use crate::tui::keys;
use crate::tui::msg::Input;

/// One reason to wake up.
#[derive(Debug)]
pub enum Wake {
    Input(Input),
    /// Stop as the shell asks (Ctrl-Z from outside, `kill -TSTP`).
    Stop,
    /// Continue after a stop.
    Continue,
    /// The terminal has another size.
    Resized,
}

/// Starts both threads. They end with the process.
pub fn listen(to: &Sender<Wake>, expected: Expected) -> io::Result<()> {
    signals(to.clone())?;
    let to = to.clone();
    thread::Builder::new().name("clavier".into()).spawn(move || {
        let mut sieve = Sieve::new(expected);
        // Once nobody listens any more the process ends, and this thread with it.
        let mut pass = |input| drop(to.send(Wake::Input(input)));
        while hear(&mut sieve, &mut pass).is_ok() {}
        pass(Input::Terminate);
    })?;
    Ok(())
}

/// How long a key that may begin the terminal's reply waits for the next one.
const PATIENCE: Duration = Duration::from_millis(50);

/// Waits for one event and passes what it means.
fn hear(sieve: &mut Sieve, pass: &mut impl FnMut(Input)) -> io::Result<()> {
    if sieve.is_holding() && !event::poll(PATIENCE)? {
        sieve.give_back(pass);
        return Ok(());
    }
    if let Some(input) = keys::input(event::read()?) {
        sieve.take(input, pass);
    }
    Ok(())
}

#[cfg(unix)]
fn signals(to: Sender<Wake>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

    // The keyboard's reader tells of new sizes too, but only once it reads: one that comes while
    // the program starts would be missed.
    let mut signals = signal_hook::iterator::Signals::new([
        SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH,
    ])?;
    thread::Builder::new().name("signaux".into()).spawn(move || {
        for signal in signals.forever() {
            let wake = match signal {
                SIGTSTP => Wake::Stop,
                SIGCONT => Wake::Continue,
                SIGWINCH => Wake::Resized,
                _ => Wake::Input(Input::Terminate),
            };
            let ends = matches!(wake, Wake::Input(_));
            if to.send(wake).is_err() {
                return;
            }
            if ends {
                insist(signal);
            }
        }
    })?;
    Ok(())
}

/// How long the program gets to leave by itself once it is told to.
#[cfg(unix)]
const GRACE: Duration = Duration::from_secs(1);

/// A terminal that takes no bytes any more (frozen, out of reach) holds the loop in a write: the
/// signal then ends the process as it would have, all that was done being on the disk already.
#[cfg(unix)]
fn insist(signal: i32) {
    thread::sleep(GRACE);
    let _ = crossterm::terminal::disable_raw_mode();
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

#[cfg(not(unix))]
fn signals(_to: Sender<Wake>) -> io::Result<()> {
    Ok(())
}

/// Stops the process as the default handler of Ctrl-Z would; returns once it is continued.
#[cfg(unix)]
pub fn stop() {
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

#[cfg(not(unix))]
pub fn stop() {}
