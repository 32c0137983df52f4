//! The tutor line by line: numbered menus, one prompt at a time, words as commands. For screen
//! readers, dumb terminals, pipes and scripts.
//!
//! [`run()`] reads lines and writes lines; [`Session`] is the same without input and output. It works on
//! the walks, the journal and the drafts of the full-screen tutor, so that one goes on where the
//! other stopped. Choosing it and opening the journal is `cli`'s work.

mod annex;
mod chart;
mod command;
mod help;
mod home;
mod hunt;
mod input;
mod memo;
mod page;
mod profile;
mod progress;
mod question;
mod search;
mod session;
mod step;
mod summary;
mod words;

use std::io::{self, BufRead, ErrorKind, Write};
use std::sync::Arc;

pub use page::Layout;
pub use session::Session;

use page::Speech;

use crate::model::{Catalogue, Entry};
use crate::progress::Report;
use crate::store::Shelf;

/// Runs a whole sitting: until the learner quits, the input ends or the reader of the output goes away,
/// none of which is an error. `clock` gives the present moment, in milliseconds since 1970.
///
/// # Errors
/// When the input cannot be read or the output written; what was done until then is recorded.
pub fn run(
    input: impl BufRead,
    output: impl Write,
    catalogue: Arc<Catalogue>,
    shelf: &mut Shelf,
    opening: Opening,
    clock: impl FnMut() -> i64,
) -> io::Result<()> {
    let (loaded, unread) = match shelf.journal().load() {
        Ok(loaded) => (loaded, None),
        Err(error) => (Default::default(), Some(error)),
    };
    let mut notices = opening.notices;
    notices.extend(profile::who(shelf));
    notices.extend(unread.map(|error| format!("{error}.")));
    let mut session = Session::new(
        catalogue,
        loaded.history(),
        loaded.drafts,
        shelf.journal().records(),
        &opening.why,
        &notices,
    );
    session.set_offset(opening.offset_ms);
    let mut sitting =
        Sitting { input, output, shelf, session, layout: opening.layout, clock, told: None };
    let ended = sitting.rounds();
    let now = (sitting.clock)();
    sitting.session.leave(now);
    sitting.keep();
    match ended.and_then(|()| sitting.speak()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        ended => ended,
    }
}

/// An entry of the mémo, read line by line.
pub fn entry_lines(entry: &Entry, catalogue: &Catalogue) -> Vec<String> {
    spoken(|speech| memo::read(entry, catalogue, speech))
}

/// Entries of the mémo by chapter, numbered.
pub fn list_lines(entries: &[&Entry], catalogue: &Catalogue) -> Vec<String> {
    spoken(|speech| memo::names(entries, catalogue, speech))
}

/// Progress, read line by line.
pub fn progress_lines(report: &Report) -> Vec<String> {
    spoken(|speech| progress::read(report, speech))
}

fn spoken(read: impl FnOnce(&mut Speech)) -> Vec<String> {
    let mut speech = Speech::default();
    read(&mut speech);
    speech.take()
}

/// Lines as they are written: clean, and wrapped where a terminal shows them.
pub fn written(lines: &[String], layout: Layout) -> String {
    let mut text = Vec::new();
    for line in lines {
        // Memory does not refuse.
        let _ = page::write_line(&mut text, line, layout);
    }
    String::from_utf8(text).unwrap_or_default()
}

/// How a sitting begins.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    pub layout: Layout,
    /// Why this mode was chosen, where nobody asked for it.
    pub why: String,
    /// What local time is ahead of UTC, in milliseconds.
    pub offset_ms: i64,
    /// Things to know first: nothing can be kept, a file could not be read.
    pub notices: Vec<String>,
}

struct Sitting<'a, I, O, C> {
    input: I,
    output: O,
    shelf: &'a mut Shelf,
    session: Session,
    layout: Layout,
    clock: C,
    /// The last failure told, so as not to tell it at every line.
    told: Option<String>,
}

impl<I: BufRead, O: Write, C: FnMut() -> i64> Sitting<'_, I, O, C> {
    fn rounds(&mut self) -> io::Result<()> {
        loop {
            self.keep();
            if let Some(ask) = self.session.ask() {
                profile::obey(ask, self.shelf, &mut self.session);
            }
            self.speak()?;
            if self.session.ended() {
                return Ok(());
            }
            page::write_prompt(&mut self.output, &self.session.prompt(), self.layout)?;
            let Some(line) = input::next_line(&mut self.input)? else {
                if self.layout.typed {
                    writeln!(self.output)?;
                }
                self.session.end();
                return self.speak();
            };
            let now = (self.clock)();
            if let Some(words) = line.mended {
                self.session.tell(words);
            }
            self.session.take(&line.text, now);
        }
    }

    /// Writes down what was done, before it is told.
    fn keep(&mut self) {
        let changes = self.session.changes();
        let failure = self.shelf.journal_mut().record(&changes.events, &changes.drafts).err();
        let failure = failure.map(|error| {
            format!("{error}. Continuez\u{a0}: le tuteur essaiera encore à chaque réponse.")
        });
        if let Some(words) = failure.as_ref().filter(|_| failure != self.told) {
            self.session.tell(words);
        }
        self.told = failure;
    }

    fn speak(&mut self) -> io::Result<()> {
        for line in self.session.speech() {
            page::write_line(&mut self.output, &line, self.layout)?;
        }
        self.output.flush()
    }
}
