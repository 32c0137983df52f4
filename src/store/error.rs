//! What can go wrong with the journal, named after the act, in sentences for the learner.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// A failure, with what was being done and to which file.
#[derive(Debug)]
pub struct Error {
    pub act: Act,
    pub path: PathBuf,
    pub cause: Cause,
}

/// What was being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    CreateDirectory,
    Open,
    Read,
    Append,
    SaveDraft,
    SaveSetting,
    ReadProfiles,
    SaveProfile,
    EraseProfile,
    Close,
}

/// Why it failed.
#[derive(Debug)]
pub enum Cause {
    ReadOnly,
    Denied,
    DiskFull,
    Corrupt,
    /// Another program holds the file.
    Busy,
    /// Written by a later version of the tutor.
    FutureVersion {
        found: u32,
        known: u32,
    },
    /// A database of something else.
    NotAJournal,
    /// The path is not one of a directory, or does not exist.
    NoSuchPlace,
    /// The profile was erased, from another terminal perhaps.
    ProfileGone,
    /// Another profile has this name.
    NameTaken,
    Other(String),
}

impl Error {
    pub(super) fn sqlite(act: Act, path: &Path, error: &rusqlite::Error) -> Self {
        Error { act, path: path.to_owned(), cause: Cause::of_sqlite(error) }
    }

    pub(super) fn io(act: Act, path: &Path, error: &io::Error) -> Self {
        Error { act, path: path.to_owned(), cause: Cause::of_io(error) }
    }
}

impl Cause {
    fn of_sqlite(error: &rusqlite::Error) -> Self {
        // Nothing here asks for a row that may be missing, but the profile's own.
        if matches!(error, rusqlite::Error::QueryReturnedNoRows) {
            return Cause::ProfileGone;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly) => Cause::ReadOnly,
            Some(ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied) => {
                Cause::Denied
            }
            Some(ErrorCode::DiskFull) => Cause::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Cause::Corrupt,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Cause::Busy,
            Some(ErrorCode::CannotOpen) => Cause::NoSuchPlace,
            _ => Cause::Other(printable(&error.to_string())),
        }
    }

    fn of_io(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::ReadOnlyFilesystem => Cause::ReadOnly,
            io::ErrorKind::PermissionDenied => Cause::Denied,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Cause::DiskFull,
            io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::AlreadyExists
            | io::ErrorKind::InvalidFilename => Cause::NoSuchPlace,
            _ => Cause::Other(printable(&error.to_string())),
        }
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Act::CreateDirectory => "Impossible de créer le dossier de données",
            Act::Open => "Impossible d’ouvrir le journal de progression",
            Act::Read => "Impossible de lire le journal de progression",
            Act::Append => "Impossible d’écrire dans le journal de progression",
            Act::SaveDraft => "Impossible d’enregistrer le texte en cours dans",
            Act::SaveSetting => "Impossible d’enregistrer ce réglage dans",
            Act::ReadProfiles => "Impossible de lire les profils dans",
            Act::SaveProfile => "Impossible d’enregistrer le profil dans",
            Act::EraseProfile => "Impossible de supprimer le profil de",
            Act::Close => "Impossible de fermer proprement le journal de progression",
        })
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::ReadOnly => f.write_str("le support est en lecture seule"),
            Cause::Denied => f.write_str("les droits d’accès ne le permettent pas"),
            Cause::DiskFull => f.write_str("le disque est plein"),
            Cause::Corrupt => f.write_str(
                "le fichier est abîmé. Renommez-le pour repartir d’un journal neuf, il ne sera pas effacé",
            ),
            Cause::Busy => f.write_str("un autre programme l’occupe"),
            Cause::FutureVersion { found, known } => write!(
                f,
                "il a été écrit par une version plus récente du tuteur (format {found}, celle-ci connaît le format {known}). Mettez le tuteur à jour"
            ),
            Cause::NotAJournal => f.write_str("ce fichier appartient à un autre programme"),
            Cause::NoSuchPlace => {
                f.write_str("cet emplacement n’existe pas ou n’est pas un dossier utilisable")
            }
            Cause::ProfileGone => f.write_str("Ce profil a été supprimé"),
            Cause::NameTaken => f.write_str("Ce nom est déjà celui d’un autre profil"),
            Cause::Other(detail) => f.write_str(detail),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // These two are no fault of the file's.
        if matches!(self.cause, Cause::ProfileGone | Cause::NameTaken) {
            return self.cause.fmt(f);
        }
        let path = printable(&self.path.display().to_string());
        write!(f, "{} «\u{a0}{path}\u{a0}»\u{a0}: {}", self.act, self.cause)
    }
}

impl std::error::Error for Error {}

/// Text that a terminal shows as it is: control and direction characters are replaced.
fn printable(text: &str) -> String {
    let unsafe_char = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if unsafe_char(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_carry_the_path_made_harmless() {
        let path = PathBuf::from("/tmp/\u{1b}[31mx\u{202e}/journal.sqlite");
        let error = Error { act: Act::Append, path, cause: Cause::DiskFull };
        assert_eq!(
            error.to_string(),
            "Impossible d’écrire dans le journal de progression «\u{a0}/tmp/\u{fffd}[31mx\u{fffd}/journal.sqlite\u{a0}»\u{a0}: le disque est plein"
        );
    }
}
