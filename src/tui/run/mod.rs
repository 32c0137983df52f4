//! The loop: draw, wait, update, obey. The only owner of the terminal and of the journal.
//!
//! It sleeps until something happens; keys already waiting share one draw.

mod background;
mod exports;
mod ink;
mod inputs;
mod joined;
mod journal;
mod loader;
mod painter;
mod terminal;

use std::fmt;
use std::io::{self, Write};
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use self::background::Expected;
use self::inputs::Wake;
use self::journal::Answer;
pub use self::loader::Load;
use self::terminal::Screen;
pub use self::terminal::columns;
use super::app::{App, Effect, Look};
use super::msg::{Input, Size};
use super::seat::Seating;
use super::theme::{Abilities, Theme};
use crate::model::{Catalogue, Contents};
use crate::session::projection::Scope;
use crate::session::{Changes, Place};
use crate::store::Who;

/// What the screens are opened on.
pub struct Options {
    /// What the first screen lists, before the papers are read.
    pub contents: Contents,
    pub load: Load,
    /// The folder of the user's data, where one is known.
    pub data: Option<PathBuf>,
    /// Whose progress to open there.
    pub who: Who,
}

/// What to put on the classroom wall.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wall {
    pub place: Option<Place>,
    /// The list of questions first, the selection on `place`.
    pub list: bool,
    /// How much of a question is shown.
    pub scope: Scope,
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
    let (journal, seating) = journal::open(options.data.as_deref(), &options.who);
    let Seating { seat, history, drafts, preferences, data, notice } = seating;
    let mut app = App::early(options.contents, history, drafts, Theme::default(), hall.size);
    app.set_look(Look { seat, preferences, data, abilities: abilities() });
    if let Some(notice) = notice {
        app.notify(notice);
    }
    if hall.screen.draw(&app).is_err() {
        return Ok(());
    }
    loader::start(options.load, hall.to.clone()).map_err(Error::OpenTerminal)?;
    hall.sit(app, journal, options.data)
}

/// Opens a projection and nothing else. The learner's journal stays closed: nothing private is
/// shown and nothing is recorded.
pub fn project(catalogue: Catalogue, wall: &Wall) -> Result<(), Error> {
    let mut hall = Hall::enter()?;
    let (journal, _) = journal::open(None, &Who::Guest);
    let (history, drafts) = Default::default();
    let mut app = App::new(Arc::new(catalogue), history, drafts, Theme::default(), hall.size);
    app.set_look(Look { abilities: abilities(), ..Look::default() });
    let app = app.at_scope(wall.scope).guest(wall.place.as_ref(), wall.list);
    if hall.screen.draw(&app).is_err() {
        return Ok(());
    }
    hall.sit(app, journal, None)
}

/// The terminal taken, and what wakes the program.
struct Hall {
    screen: Screen,
    size: Size,
    to: Sender<Wake>,
    wakes: Receiver<Wake>,
    expected: Expected,
}

impl Hall {
    fn enter() -> Result<Hall, Error> {
        if !terminal::is_interactive() {
            return Err(Error::NotATerminal);
        }
        let screen = Screen::open().map_err(Error::OpenTerminal)?;
        let (to, wakes) = mpsc::channel();
        let expected = Expected::default();
        inputs::listen(&to, expected.clone()).map_err(Error::OpenTerminal)?;
        let (width, height) = screen.size().map_err(Error::OpenTerminal)?;
        Ok(Hall { screen, size: Size { width, height }, to, wakes, expected })
    }

    /// Stays until the end.
    fn sit(
        self,
        mut app: App,
        journal: journal::Keeper,
        data: Option<PathBuf>,
    ) -> Result<(), Error> {
        app.set_offset(offset_ms());
        let Hall { screen, expected, wakes, .. } = self;
        let unwritten = Changes::none();
        let mut desk = Desk { app, screen, journal, data, told: None, expected, unwritten };
        desk.ask_ground();
        while desk.round(&wakes) {}
        desk.close()
    }
}

/// Everything the loop works with.
struct Desk {
    app: App,
    screen: Screen,
    journal: journal::Keeper,
    /// The folder of the user's data, where one is known.
    data: Option<PathBuf>,
    /// The last failure told, so as not to tell it at every key.
    told: Option<String>,
    expected: Expected,
    /// What changed since the journal was last written to.
    unwritten: Changes,
}

impl Desk {
    /// Waits, takes all that waits, draws once. False when the program must end.
    fn round(&mut self, wakes: &Receiver<Wake>) -> bool {
        let Some(first) = self.wait(wakes) else { return false };
        let waiting = std::iter::once(first).chain(wakes.try_iter().take(JOINED));
        for wake in joined::join(waiting) {
            if !self.take(wake) {
                return false;
            }
        }
        self.write_down();
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
            Effect::Export(files) => {
                self.app.notify(exports::write(self.data.as_deref(), &files));
                true
            }
            Effect::Remember(preferences) => {
                if let Err(failure) = self.journal.remember(preferences) {
                    self.app.notify(failure);
                }
                self.ask_ground();
                true
            }
            Effect::Keep(changes) => {
                self.unwritten = mem::take(&mut self.unwritten).and(changes);
                true
            }
            Effect::Profiles(ask) => {
                // What the one who leaves did is theirs.
                self.write_down();
                match self.journal.ask(ask) {
                    Answer::Seated(seating) => self.app.seat(*seating),
                    Answer::Listed(lines, seat, told) => self.app.list_profiles(lines, seat, told),
                    Answer::Refused(why) => self.app.refuse_profile(why),
                }
                self.ask_ground();
                true
            }
        }
    }

    /// Writes down what changed since the last time: keys joined into one draw are one write too.
    fn write_down(&mut self) {
        let changes = mem::take(&mut self.unwritten);
        if changes.is_empty() {
            return;
        }
        let failure = self.journal.keep(&changes).err();
        if failure.is_some() && failure != self.told {
            self.app.notify(failure.clone().unwrap_or_default());
        }
        self.told = failure;
    }

    /// Asks the terminal for its background where the theme hangs on it; nobody waits.
    fn ask_ground(&mut self) {
        if cfg!(unix) && self.app.asks_ground() && self.expected.begin() {
            self.screen.send(background::QUESTION);
        }
    }

    /// Puts the terminal back first: what remains to be said is said there.
    fn close(mut self) -> Result<(), Error> {
        self.write_down();
        drop(self.screen);
        // The process ends: what the screens held need not be given back piece by piece.
        mem::forget(self.app);
        self.journal.close().map_err(Error::CloseJournal)
    }

    fn suspend(&mut self) -> bool {
        self.write_down();
        self.screen.release();
        if cfg!(unix) {
            // Nobody is left wondering where the tutor went; a closed terminal reads nothing.
            let _ =
                writeln!(io::stdout(), "Tuteur NDRC est en pause\u{a0}: tapez fg pour y revenir.");
        }
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

/// What this terminal can show.
fn abilities() -> Abilities {
    Abilities::of(|name| std::env::var(name).ok())
}
