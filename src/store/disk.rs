//! One connection to the journal's file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};

use super::error::{Act, Cause, Error};
use super::owner::{self, Owner};
use super::profile::{Name, Profile, ProfileId, ProfileLine, Who};
use super::{row, schema};
use crate::model::ItemId;
use crate::progress::{Draft, Event};

/// The file in the data directory.
pub const FILE: &str = "journal.sqlite";

/// How long to wait for another terminal, which never holds the file longer than one append.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often, and how long apart, to try again to open a journal another terminal is opening or closing.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(10);

/// The journal of one profile, open.
pub struct Disk {
    connection: Connection,
    path: PathBuf,
    owner: Owner,
}

impl Disk {
    /// Opens the journal of a directory for a learner, creating what there is not.
    pub fn open(directory: &Path, who: &Who) -> Result<Disk, Error> {
        std::fs::create_dir_all(directory)
            .map_err(|error| Error::io(Act::CreateDirectory, directory, &error))?;
        let path = directory.join(FILE);
        // Turning the log on needs the file for oneself, and SQLite does not always wait for that.
        let mut left = TRIES;
        loop {
            match Disk::try_open(path.clone(), who) {
                Err(Error { cause: Cause::Busy, .. }) if left > 0 => std::thread::sleep(PAUSE),
                outcome => return outcome,
            }
            left -= 1;
        }
    }

    fn try_open(path: PathBuf, who: &Who) -> Result<Disk, Error> {
        let failed = |error: &rusqlite::Error| Error::sqlite(Act::Open, &path, error);
        let mut connection = Connection::open(&path).map_err(|error| failed(&error))?;
        settle(&connection).map_err(|error| failed(&error))?;
        schema::prepare(&mut connection, &path)?;
        // A file on a read-only medium opens without complaint: ask now rather than at the first answer.
        let entered = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .and_then(|transaction| {
                let owner = owner::enter(&transaction, who)?;
                transaction.commit()?;
                Ok(owner)
            });
        let taken = || Error { act: Act::SaveProfile, path: path.clone(), cause: Cause::NameTaken };
        let owner = entered.map_err(|error| failed(&error))?.ok_or_else(taken)?;
        Ok(Disk { connection, path, owner })
    }

    /// Opens a journal that cannot be written, for what it holds of a learner; `None` where it holds
    /// nothing of them.
    pub fn open_read_only(directory: &Path, who: &Who) -> Result<Option<Disk>, Error> {
        let path = directory.join(FILE);
        let failed = |error: &rusqlite::Error| Error::sqlite(Act::Open, &path, error);
        let connection = read_only(&path).map_err(|error| failed(&error))?;
        let owner = if schema::check(&connection, &path)? < schema::WITH_PROFILES {
            Some(before_profiles()).filter(|first| first.is(who))
        } else {
            owner::look_for(&connection, who).map_err(|error| failed(&error))?
        };
        Ok(owner.map(|owner| Disk { connection, path, owner }))
    }

    pub fn owner(&self) -> &Owner {
        &self.owner
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends events and keeps drafts, all or nothing.
    pub fn write(&mut self, events: &[Event], drafts: &[Draft]) -> Result<(), Error> {
        let act = if events.is_empty() { Act::SaveDraft } else { Act::Append };
        let id = self.owner.profile.id;
        let written = self.transact(|transaction| {
            let profile = owner::by_number(transaction, id)?;
            write_all(transaction, &profile.id.column(), events, drafts)
        });
        written.map_err(|error| Error::sqlite(act, &self.path, &error))
    }

    /// A setting kept before; the machine's where the learner chose none.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        let sql = "SELECT coalesce(
            (SELECT value FROM settings WHERE profil = ?1 AND key = ?2),
            (SELECT value FROM meta WHERE key = ?3))";
        let keys = [self.column(), name.to_owned(), machine_key(name)];
        let found = self.connection.query_row(sql, keys, |row| row.get(0));
        found.map_err(|error| Error::sqlite(Act::Read, &self.path, &error))
    }

    /// Keeps a setting in place of the one before. The only learner of a machine also sets what
    /// the next ones begin with.
    pub fn keep_setting(&mut self, name: &str, value: &str) -> Result<(), Error> {
        let id = self.owner.profile.id;
        let kept = self.transact(|transaction| {
            let column = owner::by_number(transaction, id)?.id.column();
            let sql = "INSERT INTO settings (profil, key, value) VALUES (?1, ?2, ?3)
                       ON CONFLICT (profil, key) DO UPDATE SET value = ?3";
            transaction.execute(sql, [column.as_str(), name, value])?;
            if owner::alone(transaction)? {
                let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)
                           ON CONFLICT (key) DO UPDATE SET value = ?2";
                transaction.execute(sql, [&machine_key(name), value])?;
            }
            Ok(())
        });
        kept.map_err(|error| Error::sqlite(Act::SaveSetting, &self.path, &error))
    }

    /// Every event of the learner, in the order they were appended.
    pub fn events(&self) -> Result<Vec<Event>, Error> {
        let sql = "SELECT at_ms, item, kind, detail FROM events WHERE profil = ?1 ORDER BY seq";
        self.rows(sql, |row| {
            let what = row::read(row.get_ref(2)?.as_str()?, row.get_ref(3)?.as_str()?);
            Ok(Event { at_ms: row.get(0)?, item: ItemId(row.get(1)?), what })
        })
    }

    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        let sql = "SELECT at_ms, item, text FROM drafts WHERE profil = ?1";
        self.rows(sql, |row| {
            Ok(Draft { at_ms: row.get(0)?, item: ItemId(row.get(1)?), text: row.get(2)? })
        })
    }

    /// Every profile of the journal, in the order of their names.
    pub fn profiles(&self) -> Result<Vec<ProfileLine>, Error> {
        let failed = |error: rusqlite::Error| Error::sqlite(Act::ReadProfiles, &self.path, &error);
        if schema::check(&self.connection, &self.path)? < schema::WITH_PROFILES {
            let line = owner::line(&self.connection, self.owner.profile.clone());
            return line.map(|line| vec![line]).map_err(failed);
        }
        owner::lines(&self.connection).map_err(failed)
    }

    /// Gives a profile another name.
    pub fn rename(&mut self, id: ProfileId, name: &Name) -> Result<(), Error> {
        let renamed = self.transact(|transaction| owner::rename(transaction, id, name));
        match renamed.map_err(|error| Error::sqlite(Act::SaveProfile, &self.path, &error))? {
            true if self.owner.profile.id == id => self.owner.profile.name = name.clone(),
            true => {}
            false => {
                let (act, path) = (Act::SaveProfile, self.path.clone());
                return Err(Error { act, path, cause: Cause::NameTaken });
            }
        }
        Ok(())
    }

    /// Erases a profile and everything kept of it, on the disk too: what was written is overwritten.
    pub fn erase(&mut self, id: ProfileId) -> Result<(), Error> {
        let erased = self
            .connection
            .pragma_update(None, "secure_delete", true)
            .and_then(|()| self.transact(|transaction| owner::erase(transaction, id)));
        erased.map_err(|error| Error::sqlite(Act::EraseProfile, &self.path, &error))?;
        // Drafts rewritten long ago still stand in the slack of the file, the rows in its log. Another
        // terminal may be reading both: the last one to close empties the log.
        let _ = self.connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
        Ok(())
    }

    /// Brings everything into the one file and closes it.
    pub fn close(self) -> Result<(), Error> {
        let Disk { connection, path, .. } = self;
        connection.close().map_err(|(_, error)| Error::sqlite(Act::Close, &path, &error))
    }

    fn column(&self) -> String {
        self.owner.profile.id.column()
    }

    /// Does all of it or nothing, while no other terminal writes.
    fn transact<T>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = act(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    fn rows<T>(
        &self,
        sql: &str,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        self.connection
            .prepare(sql)
            .and_then(|mut query| query.query_map([self.column()], read)?.collect())
            .map_err(|error| Error::sqlite(Act::Read, &self.path, &error))
    }

    #[cfg(test)]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

/// SQLite wants a file beside the journal even to read it; where none can be made, the journal must be
/// declared unchanging, which holds as long as no other terminal has a log open.
fn read_only(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let tables = |connection: &Connection| {
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))
    };
    let plain = Connection::open_with_flags(path, flags)?;
    if tables(&plain).is_ok() || path.with_extension("sqlite-wal").exists() {
        return Ok(plain);
    }
    let uri = format!("file:{}?immutable=1", escaped(path));
    Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)
}

/// The machine's settings stand beside the version of the journal, under a name of their own.
fn machine_key(name: &str) -> String {
    format!("reglage.{name}")
}

/// The only learner of a journal of version 1.
fn before_profiles() -> Owner {
    let profile = Profile { id: ProfileId::FIRST, name: Name::unnamed() };
    Owner { profile, created: false, alone: true }
}

/// A path as SQLite reads it in a URI.
fn escaped(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

/// Write-ahead log: a reader never waits for a writer, and an append costs no wait for the disk. What
/// was appended survives the end of the program in any way; a power cut may cost the last moments, never the file.
fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.set_prepared_statement_cache_capacity(8);
    Ok(())
}

fn write_all(
    transaction: &Transaction<'_>,
    profile: &str,
    events: &[Event],
    drafts: &[Draft],
) -> rusqlite::Result<()> {
    for event in events {
        let (kind, detail) = row::write(&event.what);
        let sql =
            "INSERT INTO events (profil, at_ms, item, kind, detail) VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = params![profile, event.at_ms, event.item.0, kind, detail];
        transaction.prepare_cached(sql)?.execute(row)?;
    }
    drafts.iter().try_for_each(|draft| write_draft(transaction, profile, draft))
}

fn write_draft(
    transaction: &Transaction<'_>,
    profile: &str,
    draft: &Draft,
) -> rusqlite::Result<()> {
    if draft.text.is_empty() {
        let sql = "DELETE FROM drafts WHERE profil = ?1 AND item = ?2";
        transaction.prepare_cached(sql)?.execute([profile, &draft.item.0])?;
    } else {
        let sql = "INSERT INTO drafts (profil, item, at_ms, text) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (profil, item) DO UPDATE SET at_ms = ?3, text = ?4";
        let row = params![profile, draft.item.0, draft.at_ms, draft.text];
        transaction.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}
