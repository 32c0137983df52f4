//! The journal as the program uses it: on disk, or in memory when the disk refuses.

use std::path::{Path, PathBuf};

use super::disk::{Disk, FILE};
use super::error::Error;
use super::owner::Owner;
use super::profile::Who;
use crate::progress::{Draft, Drafts, Event, History};

/// Where a learner's work is recorded.
pub enum Journal {
    /// On disk, with what could not be written yet.
    Disk { disk: Box<Disk>, waiting: Waiting },
    /// Nowhere: a guest, or a disk that refuses. What was recorded before is still shown.
    Memory { before: Loaded, owner: Option<Owner> },
}

/// What a journal holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loaded {
    pub events: Vec<Event>,
    pub drafts: Drafts,
}

/// Writes that failed, tried again with the next one.
#[derive(Debug, Default)]
pub struct Waiting {
    events: Vec<Event>,
    drafts: Vec<Draft>,
}

impl Loaded {
    pub fn history(&self) -> History {
        History::replay(&self.events)
    }
}

impl Journal {
    /// Opens the journal of a directory for whoever had it open last, creating both if need be.
    ///
    /// # Errors
    /// As [`Journal::open_for`].
    pub fn open(directory: &Path) -> Result<Journal, Error> {
        Journal::open_for(directory, &Who::Last)
    }

    /// Opens the journal of a directory for a learner, creating what there is not; for a guest,
    /// nothing is opened.
    ///
    /// # Errors
    /// When it cannot be created, read or written, nothing on disk is changed then; when the profile
    /// is gone, or the name of a new one is taken.
    pub fn open_for(directory: &Path, who: &Who) -> Result<Journal, Error> {
        if *who == Who::Guest {
            return Ok(Journal::in_memory());
        }
        let disk = Box::new(Disk::open(directory, who)?);
        Ok(Journal::Disk { disk, waiting: Waiting::default() })
    }

    /// Everything a directory holds of a learner, nothing being written there; `None` where it holds
    /// nothing of them, as for a guest.
    ///
    /// # Errors
    /// When there is a journal that cannot be read.
    pub fn read(directory: &Path, who: &Who) -> Result<Option<Loaded>, Error> {
        if *who == Who::Guest || !directory.join(FILE).exists() {
            return Ok(None);
        }
        Disk::open_read_only(directory, who)?.map(|disk| load(&disk)).transpose()
    }

    /// A journal that forgets everything.
    pub fn in_memory() -> Journal {
        Journal::Memory { before: Loaded::default(), owner: None }
    }

    /// Opens the journal of a directory for a learner; where that fails, goes on in memory with what
    /// can still be read of them, and says why.
    pub fn open_or_memory(directory: &Path, who: &Who) -> (Journal, Option<Error>) {
        match Journal::open_for(directory, who) {
            Ok(journal) => (journal, None),
            Err(error) => (read_only(directory, who), Some(error)),
        }
    }

    /// Whose journal it is; nobody's for a guest, or where nothing of the learner could be read.
    pub fn owner(&self) -> Option<&Owner> {
        match self {
            Journal::Disk { disk, .. } => Some(disk.owner()),
            Journal::Memory { owner, .. } => owner.as_ref(),
        }
    }

    /// Whether work is recorded.
    pub fn records(&self) -> bool {
        matches!(self, Journal::Disk { .. })
    }

    /// The file, if there is one.
    pub fn path(&self) -> Option<PathBuf> {
        match self {
            Journal::Disk { disk, .. } => Some(disk.path().to_owned()),
            Journal::Memory { .. } => None,
        }
    }

    /// Everything recorded so far.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn load(&self) -> Result<Loaded, Error> {
        match self {
            Journal::Disk { disk, .. } => load(disk),
            Journal::Memory { before, .. } => Ok(before.clone()),
        }
    }

    /// Appends events and keeps drafts, in one transaction.
    ///
    /// # Errors
    /// When the disk refuses: nothing is lost, all of it is tried again with the next write and at closing.
    pub fn record(&mut self, events: &[Event], drafts: &[Draft]) -> Result<(), Error> {
        match self {
            Journal::Disk { disk, waiting } => waiting.write(disk, events, drafts),
            Journal::Memory { .. } => Ok(()),
        }
    }

    /// Appends events.
    ///
    /// # Errors
    /// As [`Journal::record`].
    pub fn append(&mut self, events: &[Event]) -> Result<(), Error> {
        self.record(events, &[])
    }

    /// Keeps a draft.
    ///
    /// # Errors
    /// As [`Journal::record`].
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), Error> {
        self.record(&[], std::slice::from_ref(draft))
    }

    /// A setting kept before; nothing where nothing is recorded.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        match self {
            Journal::Disk { disk, .. } => disk.setting(name),
            Journal::Memory { .. } => Ok(None),
        }
    }

    /// Keeps a setting for the next times; forgotten where nothing is recorded.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep_setting(&mut self, name: &str, value: &str) -> Result<(), Error> {
        match self {
            Journal::Disk { disk, .. } => disk.keep_setting(name, value),
            Journal::Memory { .. } => Ok(()),
        }
    }

    /// How many writes wait for the disk.
    pub fn waiting(&self) -> usize {
        match self {
            Journal::Disk { waiting, .. } => waiting.events.len() + waiting.drafts.len(),
            Journal::Memory { .. } => 0,
        }
    }

    /// Writes what waits.
    ///
    /// # Errors
    /// When the disk still refuses: it waits on.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.record(&[], &[])
    }

    /// Writes what waits and closes the file.
    ///
    /// # Errors
    /// When the last writes are refused: they are lost then, and the sentence says so.
    pub fn close(self) -> Result<(), Error> {
        match self {
            Journal::Disk { mut disk, mut waiting } => {
                let flushed = waiting.write(&mut disk, &[], &[]);
                disk.close().and(flushed)
            }
            Journal::Memory { .. } => Ok(()),
        }
    }
}

impl Waiting {
    fn write(&mut self, disk: &mut Disk, events: &[Event], drafts: &[Draft]) -> Result<(), Error> {
        if self.events.is_empty() && self.drafts.is_empty() {
            if events.is_empty() && drafts.is_empty() {
                return Ok(());
            }
            return disk.write(events, drafts).inspect_err(|_| self.keep(events, drafts));
        }
        self.keep(events, drafts);
        disk.write(&self.events, &self.drafts)?;
        *self = Waiting::default();
        Ok(())
    }

    /// Only the latest draft of an input matters.
    fn keep(&mut self, events: &[Event], drafts: &[Draft]) {
        self.events.extend_from_slice(events);
        for draft in drafts {
            self.drafts.retain(|kept| kept.item != draft.item);
            self.drafts.push(draft.clone());
        }
    }
}

/// What can be read of a learner where nothing can be written.
fn read_only(directory: &Path, who: &Who) -> Journal {
    let Ok(Some(disk)) = Disk::open_read_only(directory, who) else { return Journal::in_memory() };
    let before = load(&disk).unwrap_or_default();
    Journal::Memory { before, owner: Some(disk.owner().clone()) }
}

fn load(disk: &Disk) -> Result<Loaded, Error> {
    Ok(Loaded { events: disk.events()?, drafts: disk.drafts()?.into_iter().collect() })
}

#[cfg(test)]
#[path = "journal_tests.rs"]
mod tests;
