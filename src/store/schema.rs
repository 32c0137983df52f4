//! The tables, and how an older journal is brought up to date.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::error::{Act, Cause, Error};

/// Each entry brings the journal from one version to the next; entries are never changed once published.
const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('schema', '0');
    -- `profil` is for shared machines; empty for the only learner of this one.
    CREATE TABLE events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        profil TEXT NOT NULL DEFAULT '',
        at_ms INTEGER NOT NULL,
        item TEXT NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT NOT NULL
    );
    CREATE TRIGGER events_stay BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
    CREATE TABLE drafts (
        profil TEXT NOT NULL DEFAULT '',
        item TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (profil, item)
    ) WITHOUT ROWID;
",
    "
    -- What was recorded before there were profiles belongs to number 0, whose `profil` is empty.
    -- A number is never given again, so that a terminal still open on a profile that is gone cannot
    -- write into another one's.
    CREATE TABLE profiles (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE
    );
    INSERT INTO profiles VALUES (0, 'Moi', 'moi');
    CREATE INDEX events_by_profile ON events (profil);
    -- Settings in `meta` are those of the machine; these come before them.
    CREATE TABLE settings (
        profil TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (profil, key)
    ) WITHOUT ROWID;
",
];

/// The version this program writes.
pub const VERSION: u32 = MIGRATIONS.len() as u32;

/// From this version on a journal knows several learners.
pub const WITH_PROFILES: u32 = 2;

/// Creates the tables or brings them up to date; refuses a later version and another program's file.
pub fn prepare(connection: &mut Connection, path: &Path) -> Result<(), Error> {
    if check(connection, path)? == VERSION {
        return Ok(());
    }
    let failed = |error: &rusqlite::Error| Error::sqlite(Act::Open, path, error);
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|error| failed(&error))?;
    // Another terminal may have done it while this one waited.
    let from = check(&transaction, path)?;
    for (index, migration) in MIGRATIONS.iter().enumerate().skip(from as usize) {
        transaction.execute_batch(migration).map_err(|error| failed(&error))?;
        transaction
            .execute("UPDATE meta SET value = ?1 WHERE key = 'schema'", [(index + 1).to_string()])
            .map_err(|error| failed(&error))?;
    }
    transaction.commit().map_err(|error| failed(&error))
}

/// The version of a journal; 0 for an empty file.
pub fn check(connection: &Connection, path: &Path) -> Result<u32, Error> {
    let refused = |cause| Error { act: Act::Open, path: path.to_owned(), cause };
    match version(connection).map_err(|error| Error::sqlite(Act::Open, path, &error))? {
        Some(found) if found > VERSION => {
            Err(refused(Cause::FutureVersion { found, known: VERSION }))
        }
        Some(found) => Ok(found),
        None => Err(refused(Cause::NotAJournal)),
    }
}

/// `None` for a database that is not a journal.
fn version(connection: &Connection) -> rusqlite::Result<Option<u32>> {
    let tables: u32 =
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if tables == 0 {
        return Ok(Some(0));
    }
    let ours = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'";
    if connection.query_row(ours, [], |_| Ok(())).optional()?.is_none() {
        return Ok(None);
    }
    let text: Option<String> = connection
        .query_row("SELECT value FROM meta WHERE key = 'schema'", [], |row| row.get(0))
        .optional()?;
    Ok(text.and_then(|text| text.parse().ok()))
}
