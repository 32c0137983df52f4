//! The loop: draw, wait, update, obey. The only owner of the terminal and of the journal.
//!
//! It sleeps until something happens; keys already waiting share one draw.

mod inputs;
mod journal;
mod loader;
mod terminal;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use self::inputs::Wake;
pub use self::loader::Load;
use self::terminal::Screen;
pub use self::terminal::columns;
use super::app::{App, Effect, Look};
use super::msg::{Input, Size};
use super::preferences::Preferences;
use super::theme::{Abilities, Theme};
use crate::model::{Catalogue, Contents};
use crate::session::Place;

/// What the screens are opened on.
pub struct Options {
    /// What the first screen lists, before the papers are read.
    pub contents: Contents,
    pub load: Load,
    /// The folder of the user's data, where one is known.
    pub data: Option<PathBuf>,
}

/// What to put on the classroom wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wall {
    pub place: Option<Place>,
    /// The list of questions first, the selection on `place`.
    pub list: bool,
}

/// Why the tutor could not run.
#[derive(Debug)]
pub enum Error {
    /// Standard input or output is not a terminal.
    NotATerminal,
    OpenTerminal(io::Error),
    /// The last changes could not be written; the sentence says why.
    CloseJournal(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotATerminal => f.write_str(
                "le tuteur a besoin d’un terminal\u{a0}: lancez-le sans redirection, ou utilisez une \
                 sous-commande (--help les présente)",
            ),
            Error::CloseJournal(sentence) => f.write_str(sentence),
            Error::OpenTerminal(source) => write!(f, "impossible d’ouvrir le terminal\u{a0}: {source}"),
        }
    }
}

impl std::error::Error for Error {}

/// Most keys joined into one draw, so that an endless stream still shows something.
const JOINED: usize = 4096;

/// Opens the tutor full screen and returns when it is left, the terminal given back.
pub fn run(options: Options) -> Result<(), Error> {
    let mut hall = Hall::enter()?;
    let desk = journal::open(options.data.as_deref());
    let theme = Theme::default();
    let mut app = App::early(options.contents, desk.history, desk.drafts, theme, hall.size);
    let records = desk.journal.records();
    app.set_look(look(desk.preferences, options.data.as_deref().filter(|_| records)));
    if let Some(notice) = desk.notice {
        app.notify(notice);
    }
    if hall.screen.draw(&app).is_err() {
        return Ok(());
    }
    loader::start(options.load, hall.to.clone()).map_err(Error::OpenTerminal)?;
    hall.sit(app, desk.journal)
}

/// Opens a projection and nothing else. The learner's journal stays closed: nothing private is
/// shown and nothing is recorded.
pub fn project(catalogue: Catalogue, wall: &Wall) -> Result<(), Error> {
    let mut hall = Hall::enter()?;
    let desk = journal::open(None);
    let theme = Theme::default();
    let mut app = App::new(Arc::new(catalogue), desk.history, desk.drafts, theme, hall.size);
    app.set_look(look(desk.preferences, None));
    let app = app.guest(wall.place.as_ref(), wall.list);
    if hall.screen.draw(&app).is_err() {
        return Ok(());
    }
    hall.sit(app, desk.journal)
}

/// The terminal taken, and what wakes the program.
struct Hall {
    screen: Screen,
    size: Size,
    to: Sender<Wake>,
    wakes: Receiver<Wake>,
}

impl Hall {
    fn enter() -> Result<Hall, Error> {
        if !terminal::is_interactive() {
            return Err(Error::NotATerminal);
        }
        let screen = Screen::open().map_err(Error::OpenTerminal)?;
        let (to, wakes) = mpsc::channel();
        inputs::listen(&to).map_err(Error::OpenTerminal)?;
        let (width, height) = screen.size().map_err(Error::OpenTerminal)?;
        Ok(Hall { screen, size: Size { width, height }, to, wakes })
    }

    /// Stays until the end.
    fn sit(self, mut app: App, journal: journal::Keeper) -> Result<(), Error> {
        app.set_offset(offset_ms());
        let mut desk = Desk { app, screen: self.screen, journal, told: None };
        while desk.round(&self.wakes) {}
        desk.close()
    }
}

/// Everything the loop works with.
struct Desk {
    app: App,
    screen: Screen,
    journal: journal::Keeper,
    /// The last failure told, so as not to tell it at every key.
    told: Option<String>,
}

impl Desk {
    /// Waits, takes all that waits, draws once. False when the program must end.
    fn round(&mut self, wakes: &Receiver<Wake>) -> bool {
        let Some(first) = self.wait(wakes) else { return false };
        let waiting = std::iter::once(first).chain(wakes.try_iter().take(JOINED));
        for wake in waiting {
            if !self.take(wake) {
                return false;
            }
        }
        // A terminal that cannot be written to is gone.
        self.screen.draw(&self.app).is_ok()
    }

    fn wait(&self, wakes: &Receiver<Wake>) -> Option<Wake> {
        let Some(ms) = self.app.next_tick(now_ms()) else { return wakes.recv().ok() };
        match wakes.recv_timeout(Duration::from_millis(ms.unsigned_abs())) {
            Ok(wake) => Some(wake),
            Err(RecvTimeoutError::Timeout) => Some(Wake::Input(Input::Tick)),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn take(&mut self, wake: Wake) -> bool {
        match wake {
            Wake::Input(input) => {
                let effects = self.app.update(now_ms(), input);
                effects.into_iter().all(|effect| self.obey(effect))
            }
            Wake::Stop => self.suspend(),
            Wake::Continue => self.come_back(),
            Wake::Resized => {
                self.measure();
                true
            }
        }
    }

    fn obey(&mut self, effect: Effect) -> bool {
        match effect {
            Effect::Quit => false,
            Effect::Suspend => self.suspend(),
            Effect::Remember(preferences) => {
                if let Err(failure) = self.journal.remember(preferences) {
                    self.app.notify(failure);
                }
                true
            }
            Effect::Keep(changes) => {
                let failure = self.journal.keep(&changes).err();
                if failure.is_some() && failure != self.told {
                    self.app.notify(failure.clone().unwrap_or_default());
                }
                self.told = failure;
                true
            }
        }
    }

    /// Puts the terminal back first: what remains to be said is said there.
    fn close(self) -> Result<(), Error> {
        drop(self.screen);
        self.journal.close().map_err(Error::CloseJournal)
    }

    fn suspend(&mut self) -> bool {
        self.screen.release();
        inputs::stop();
        self.come_back()
    }

    fn come_back(&mut self) -> bool {
        let Ok(()) = self.screen.retake() else { return false };
        self.measure();
        true
    }

    fn measure(&mut self) {
        if let Ok((width, height)) = self.screen.size() {
            self.app.update(now_ms(), Input::Resize(Size { width, height }));
        }
    }
}

/// The present moment, in milliseconds since 1970.
fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// What local time is ahead of UTC now, in milliseconds.
fn offset_ms() -> i64 {
    let offset = jiff::tz::TimeZone::system().to_offset(jiff::Timestamp::now());
    i64::from(offset.seconds()) * 1000
}

/// What was chosen before, on this terminal; the folder is shown in the settings.
fn look(preferences: Preferences, data: Option<&Path>) -> Look {
    let abilities = Abilities::of(|name| std::env::var(name).ok());
    Look { preferences, abilities, data: data.map(|folder| folder.display().to_string()) }
}
