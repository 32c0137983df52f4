//! One connection to the journal's file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{
    Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params,
};

use super::error::{Act, Cause, Error};
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

/// An open journal.
pub struct Disk {
    connection: Connection,
    path: PathBuf,
}

impl Disk {
    /// Opens the journal of a directory, creating both if need be.
    pub fn open(directory: &Path) -> Result<Disk, Error> {
        std::fs::create_dir_all(directory)
            .map_err(|error| Error::io(Act::CreateDirectory, directory, &error))?;
        let path = directory.join(FILE);
        // Turning the log on needs the file for oneself, and SQLite does not always wait for that.
        let mut left = TRIES;
        loop {
            match Disk::try_open(path.clone()) {
                Err(Error { cause: Cause::Busy, .. }) if left > 0 => std::thread::sleep(PAUSE),
                outcome => return outcome,
            }
            left -= 1;
        }
    }

    fn try_open(path: PathBuf) -> Result<Disk, Error> {
        let failed = |error: &rusqlite::Error| Error::sqlite(Act::Open, &path, error);
        let mut connection = Connection::open(&path).map_err(|error| failed(&error))?;
        settle(&connection).map_err(|error| failed(&error))?;
        schema::prepare(&mut connection, &path)?;
        // A file on a read-only medium opens without complaint: ask now rather than at the first answer.
        connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .and_then(Transaction::rollback)
            .map_err(|error| failed(&error))?;
        Ok(Disk { connection, path })
    }

    /// Opens a journal that cannot be written, for what it holds.
    pub fn open_read_only(directory: &Path) -> Result<Disk, Error> {
        let path = directory.join(FILE);
        let opened = read_only(&path).map_err(|error| Error::sqlite(Act::Open, &path, &error));
        let connection = opened?;
        schema::check(&connection, &path)?;
        Ok(Disk { connection, path })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends events and keeps drafts, all or nothing.
    pub fn write(&mut self, events: &[Event], drafts: &[Draft]) -> Result<(), Error> {
        let act = if events.is_empty() { Act::SaveDraft } else { Act::Append };
        let written = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .and_then(|transaction| write_all(transaction, events, drafts));
        written.map_err(|error| Error::sqlite(act, &self.path, &error))
    }

    /// A setting kept before.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        let sql = "SELECT value FROM meta WHERE key = ?1";
        let key = setting_key(name);
        let found = self.connection.query_row(sql, [key], |row| row.get(0)).optional();
        found.map_err(|error| Error::sqlite(Act::Read, &self.path, &error))
    }

    /// Keeps a setting in place of the one before.
    pub fn keep_setting(&mut self, name: &str, value: &str) -> Result<(), Error> {
        let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)
                   ON CONFLICT (key) DO UPDATE SET value = ?2";
        let kept = self.connection.execute(sql, [&setting_key(name), value]);
        kept.map(drop).map_err(|error| Error::sqlite(Act::SaveSetting, &self.path, &error))
    }

    /// Every event, in the order they were appended.
    pub fn events(&self) -> Result<Vec<Event>, Error> {
        let sql = "SELECT at_ms, item, kind, detail FROM events WHERE profil = '' ORDER BY seq";
        self.rows(sql, |row| {
            let (kind, detail): (String, String) = (row.get(2)?, row.get(3)?);
            let what = row::read(&kind, &detail);
            Ok(Event { at_ms: row.get(0)?, item: ItemId(row.get(1)?), what })
        })
    }

    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        let sql = "SELECT at_ms, item, text FROM drafts WHERE profil = ''";
        self.rows(sql, |row| {
            Ok(Draft { at_ms: row.get(0)?, item: ItemId(row.get(1)?), text: row.get(2)? })
        })
    }

    /// Brings everything into the one file and closes it.
    pub fn close(self) -> Result<(), Error> {
        let Disk { connection, path } = self;
        connection.close().map_err(|(_, error)| Error::sqlite(Act::Close, &path, &error))
    }

    fn rows<T>(
        &self,
        sql: &str,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        self.connection
            .prepare(sql)
            .and_then(|mut query| query.query_map([], read)?.collect())
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

/// Settings stand beside the version of the journal, under a name of their own.
fn setting_key(name: &str) -> String {
    format!("reglage.{name}")
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
    transaction: Transaction<'_>,
    events: &[Event],
    drafts: &[Draft],
) -> rusqlite::Result<()> {
    for event in events {
        let (kind, detail) = row::write(&event.what);
        transaction
            .prepare_cached(
                "INSERT INTO events (at_ms, item, kind, detail) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![event.at_ms, event.item.0, kind, detail])?;
    }
    for draft in drafts {
        write_draft(&transaction, draft)?;
    }
    transaction.commit()
}

fn write_draft(transaction: &Transaction<'_>, draft: &Draft) -> rusqlite::Result<()> {
    if draft.text.is_empty() {
        let sql = "DELETE FROM drafts WHERE profil = '' AND item = ?1";
        transaction.prepare_cached(sql)?.execute([&draft.item.0])?;
    } else {
        let sql = "INSERT INTO drafts (item, at_ms, text) VALUES (?1, ?2, ?3)
                   ON CONFLICT (profil, item) DO UPDATE SET at_ms = ?2, text = ?3";
        transaction.prepare_cached(sql)?.execute(params![draft.item.0, draft.at_ms, draft.text])?;
    }
    Ok(())
}
