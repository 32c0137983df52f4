//! A folder of data and the journal open in it: going from one learner's to another's, and what is
//! done to the profiles themselves.

use std::path::{Path, PathBuf};

use super::disk::{Disk, FILE};
use super::error::Error;
use super::journal::Journal;
use super::profile::{Name, ProfileId, ProfileLine, Who};

/// The data folder, where there is one, and the journal in hand.
pub struct Shelf {
    folder: Option<PathBuf>,
    journal: Journal,
    guest: bool,
}

impl Shelf {
    /// Opens the journal of a learner; where that fails the sitting goes on in memory, and the error
    /// says why.
    pub fn open(folder: Option<&Path>, who: &Who) -> (Shelf, Option<Error>) {
        let (journal, error) = match folder {
            Some(folder) => Journal::open_or_memory(folder, who),
            None => (Journal::in_memory(), None),
        };
        let folder = folder.map(Path::to_owned);
        (Shelf { folder, journal, guest: *who == Who::Guest }, error)
    }

    /// Nothing is kept because a guest wants it so.
    pub fn guest(&self) -> bool {
        self.guest
    }

    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    pub fn journal_mut(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// Takes another learner's journal in hand.
    ///
    /// # Errors
    /// When the last writes of the one in hand are refused, or the other cannot be opened: the one
    /// in hand stays. On a disk that refused from the start, the other is taken for what can be read.
    pub fn switch(&mut self, who: &Who) -> Result<(), Error> {
        self.journal.flush()?;
        let (next, refused) = match &self.folder {
            Some(folder) => Journal::open_or_memory(folder, who),
            None => (Journal::in_memory(), None),
        };
        if let Some(error) = refused {
            let readable = !self.journal.records() && next.owner().is_some();
            if !readable {
                return Err(error);
            }
        }
        self.guest = *who == Who::Guest;
        let former = std::mem::replace(&mut self.journal, next);
        // All of it is written: what is left to fail loses nothing.
        let _ = former.close();
        Ok(())
    }

    /// Every profile of the folder; nothing is made where there is none yet.
    ///
    /// # Errors
    /// When the journal is there and cannot be read.
    pub fn profiles(&self) -> Result<Vec<ProfileLine>, Error> {
        if let Journal::Disk { disk, .. } = &self.journal {
            return disk.profiles();
        }
        let Some(folder) = self.folder.as_deref().filter(|folder| folder.join(FILE).exists())
        else {
            return Ok(Vec::new());
        };
        let disk = Disk::open_read_only(folder, &Who::Last)?;
        disk.map_or_else(|| Ok(Vec::new()), |disk| disk.profiles())
    }

    /// Gives a profile another name.
    ///
    /// # Errors
    /// When the disk refuses, the profile is gone or the name is taken.
    pub fn rename(&mut self, id: ProfileId, name: &Name) -> Result<(), Error> {
        self.with_disk(|disk| disk.rename(id, name))
    }

    /// Erases a profile and everything kept of it. Where it is the one in hand, another one is taken,
    /// in memory if it cannot be opened: true then.
    ///
    /// # Errors
    /// When the disk refuses or the profile is gone already.
    pub fn erase(&mut self, id: ProfileId) -> Result<bool, Error> {
        self.with_disk(|disk| disk.erase(id))?;
        if self.journal.owner().is_none_or(|owner| owner.profile.id != id) {
            return Ok(false);
        }
        let Some(folder) = &self.folder else { return Ok(false) };
        // What waits belongs to nobody any more.
        self.journal = Journal::open_or_memory(folder, &Who::Last).0;
        Ok(true)
    }

    /// Works on the file in hand, or opens it for that where nobody's journal is.
    fn with_disk(&mut self, act: impl FnOnce(&mut Disk) -> Result<(), Error>) -> Result<(), Error> {
        if let Journal::Disk { disk, .. } = &mut self.journal {
            return act(disk);
        }
        let Some(folder) = &self.folder else { return Ok(()) };
        let mut disk = Disk::open(folder, &Who::Last)?;
        act(&mut disk)?;
        disk.close()
    }

    /// Writes what waits and closes the file.
    ///
    /// # Errors
    /// As [`Journal::close`].
    pub fn close(self) -> Result<(), Error> {
        self.journal.close()
    }
}

#[cfg(test)]
#[path = "shelf_tests.rs"]
mod tests;
