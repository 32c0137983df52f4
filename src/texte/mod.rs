//! The tutor line by line: numbered menus, one prompt at a time, words as commands. For screen
//! readers, dumb terminals, pipes and scripts.
//!
//! [`run()`] reads lines and writes lines; [`Session`] is the same without input and output. It works on
//! the walks, the journal and the drafts of the full-screen tutor, so that one goes on where the
//! other stopped. Choosing it and opening the journal is `cli`'s work.

mod annex;
mod command;
mod help;
mod home;
mod input;
mod page;
mod profile;
mod question;
mod session;
mod step;
mod summary;
mod words;

use std::io::{self, BufRead, ErrorKind, Write};
use std::sync::Arc;

pub use page::Layout;
pub use session::Session;

use crate::model::Catalogue;
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
    let session = Session::new(
        catalogue,
        loaded.history(),
        loaded.drafts,
        shelf.journal().records(),
        &opening.why,
        &notices,
    );
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

/// How a sitting begins.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    pub layout: Layout,
    /// Why this mode was chosen, where nobody asked for it.
    pub why: String,
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
            self.session.take(&line, now);
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
