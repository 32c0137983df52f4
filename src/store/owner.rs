//! The rows of the profiles: finding whose journal it is, making, renaming and erasing a profile.
//!
//! Everything here works in a transaction that the caller began, so that two terminals never answer
//! the same question differently.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::profile::{Name, Profile, ProfileId, ProfileLine, Who};

/// The key under which `meta` holds the number of the profile opened last.
const LAST: &str = "profil";

/// Who a journal was opened for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    pub profile: Profile,
    /// Made by this opening.
    pub created: bool,
    /// The only profile of the journal.
    pub alone: bool,
}

impl Owner {
    /// Whether this is who was asked for.
    pub fn is(&self, who: &Who) -> bool {
        match who {
            Who::Last => true,
            Who::This(id) => self.profile.id == *id,
            Who::Named(name) | Who::New(name) => self.profile.name.key() == name.key(),
            Who::Guest => false,
        }
    }
}

/// Finds or makes the profile asked for and remembers it as the last one; `None` where the name of
/// a new one is taken.
pub fn enter(connection: &Connection, who: &Who) -> rusqlite::Result<Option<Owner>> {
    let (profile, created) = match who {
        Who::New(name) if by_name(connection, name)?.is_some() => return Ok(None),
        Who::Named(name) | Who::New(name) => match by_name(connection, name)? {
            Some(profile) => (profile, false),
            None => (create(connection, name)?, true),
        },
        Who::This(id) => (by_number(connection, *id)?, false),
        Who::Last | Who::Guest => (last(connection)?, false),
    };
    remember(connection, profile.id)?;
    Ok(Some(Owner { alone: alone(connection)?, profile, created }))
}

/// Finds the profile asked for in a journal that cannot be written.
pub fn look_for(connection: &Connection, who: &Who) -> rusqlite::Result<Option<Owner>> {
    let profile = match who {
        Who::New(name) | Who::Named(name) => by_name(connection, name)?,
        Who::This(id) => Some(by_number(connection, *id)?),
        Who::Last | Who::Guest => Some(last(connection)?),
    };
    let alone = alone(connection)?;
    Ok(profile.map(|profile| Owner { profile, created: false, alone }))
}

/// Every profile with what is kept of it, in the order of their names.
pub fn lines(connection: &Connection) -> rusqlite::Result<Vec<ProfileLine>> {
    let mut query = connection.prepare("SELECT number, name FROM profiles ORDER BY key, number")?;
    let profiles: Vec<Profile> = query.query_map([], read)?.collect::<Result<_, _>>()?;
    profiles.into_iter().map(|profile| line(connection, profile)).collect()
}

/// What is kept of a profile.
pub fn line(connection: &Connection, profile: Profile) -> rusqlite::Result<ProfileLine> {
    let column = profile.id.column();
    let sql =
        "SELECT count(*) FILTER (WHERE kind = 'reponse'), max(seq) FROM events WHERE profil = ?1";
    let (answers, last): (i64, Option<i64>) =
        connection.query_row(sql, [&column], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let sql = "SELECT at_ms FROM events WHERE seq = ?1";
    let last_ms = match last {
        Some(seq) => Some(connection.query_row(sql, [seq], |row| row.get(0))?),
        None => None,
    };
    Ok(ProfileLine { profile, answers: u64::try_from(answers).unwrap_or(0), last_ms })
}

/// Gives a profile another name; false where another one has it.
pub fn rename(connection: &Connection, id: ProfileId, name: &Name) -> rusqlite::Result<bool> {
    by_number(connection, id)?;
    if by_name(connection, name)?.is_some_and(|other| other.id != id) {
        return Ok(false);
    }
    let sql = "UPDATE profiles SET name = ?2, key = ?3 WHERE number = ?1";
    connection.execute(sql, params![id.0, name.as_str(), name.key()])?;
    Ok(true)
}

/// Erases a profile and all that was kept of it. A journal always has one: after the last of them
/// comes an empty one.
pub fn erase(connection: &Connection, id: ProfileId) -> rusqlite::Result<()> {
    by_number(connection, id)?;
    for table in ["events", "drafts", "settings"] {
        connection.execute(&format!("DELETE FROM {table} WHERE profil = ?1"), [id.column()])?;
    }
    connection.execute("DELETE FROM profiles WHERE number = ?1", [id.0])?;
    let left: i64 = connection.query_row("SELECT count(*) FROM profiles", [], |row| row.get(0))?;
    if left == 0 {
        create(connection, &Name::unnamed())?;
    }
    Ok(())
}

/// Fails where the profile is gone.
pub fn by_number(connection: &Connection, id: ProfileId) -> rusqlite::Result<Profile> {
    let sql = "SELECT number, name FROM profiles WHERE number = ?1";
    connection.prepare_cached(sql)?.query_row([id.0], read)
}

/// No other profile is there.
pub fn alone(connection: &Connection) -> rusqlite::Result<bool> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM profiles LIMIT 2)";
    connection.query_row(sql, [], |row| Ok(row.get::<_, i64>(0)? < 2))
}

fn by_name(connection: &Connection, name: &Name) -> rusqlite::Result<Option<Profile>> {
    let sql = "SELECT number, name FROM profiles WHERE key = ?1";
    connection.query_row(sql, [name.key()], read).optional()
}

/// The profile opened last; where it is gone, the one that worked last, else the oldest.
fn last(connection: &Connection) -> rusqlite::Result<Profile> {
    let sql =
        "SELECT number, name FROM profiles JOIN meta ON meta.value = number WHERE meta.key = ?1";
    if let Some(profile) = connection.query_row(sql, [LAST], read).optional()? {
        return Ok(profile);
    }
    let sql = "SELECT number, name FROM profiles ORDER BY
        (SELECT max(seq) FROM events WHERE profil = iif(number = 0, '', number)) DESC, number LIMIT 1";
    connection.query_row(sql, [], read)
}

fn remember(connection: &Connection, id: ProfileId) -> rusqlite::Result<()> {
    let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = ?2 WHERE value <> ?2";
    connection.execute(sql, params![LAST, id.0.to_string()]).map(drop)
}

/// An unnamed profile all by itself takes the first name, as long as nothing is kept of it: whoever
/// names themselves on a new machine does not leave an empty "Moi" behind.
fn create(connection: &Connection, name: &Name) -> rusqlite::Result<Profile> {
    if let Some(profile) = unused(connection)? {
        rename(connection, profile.id, name)?;
        return Ok(Profile { name: name.clone(), ..profile });
    }
    let sql = "INSERT INTO profiles (name, key) VALUES (?1, ?2)";
    connection.execute(sql, [name.as_str(), &name.key()])?;
    Ok(Profile { id: ProfileId(connection.last_insert_rowid()), name: name.clone() })
}

fn unused(connection: &Connection) -> rusqlite::Result<Option<Profile>> {
    let Some(unnamed) = by_name(connection, &Name::unnamed())? else { return Ok(None) };
    if !alone(connection)? {
        return Ok(None);
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM events WHERE profil = ?1)
                   OR EXISTS (SELECT 1 FROM drafts WHERE profil = ?1)";
    let used: bool = connection.query_row(sql, [unnamed.id.column()], |row| row.get(0))?;
    Ok(Some(unnamed).filter(|_| !used))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Profile> {
    let (number, name): (i64, String) = (row.get(0)?, row.get(1)?);
    Ok(Profile { id: ProfileId(number), name: Name::kept(&name) })
}
