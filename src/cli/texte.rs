//! The tutor line by line: when it is chosen, and what it runs on.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::output::{Outcome, complain};
use crate::content::Diagnostic;
use crate::model::Catalogue;
use crate::store::{Shelf, Who};
use crate::texte::{self, Layout, Opening};

/// Widest line on a terminal: longer ones are tiring to read.
const WIDEST: usize = 100;

/// Whether this mode is to be used, and why where nobody asked for it.
pub fn chosen(asked: bool) -> Option<&'static str> {
    if asked {
        Some("")
    } else if !io::stdin().is_terminal() {
        Some("l’entrée n’est pas un terminal")
    } else if !io::stdout().is_terminal() {
        Some("la sortie n’est pas un terminal")
    } else if is_simple(env::var_os("TERM").as_deref()) {
        Some("le terminal est simple")
    } else {
        None
    }
}

/// A terminal that says it cannot place its cursor, or says nothing where terminals have a name.
fn is_simple(term: Option<&OsStr>) -> bool {
    match term.and_then(OsStr::to_str) {
        Some("dumb" | "unknown" | "network" | "emacs") => true,
        Some(name) => name.is_empty() && cfg!(unix),
        None => term.is_none() && cfg!(unix),
    }
}

/// Runs a sitting on standard input and output.
pub fn run(
    catalogue: Catalogue,
    problems: &[Diagnostic],
    data: Option<&Path>,
    who: &Who,
    why: &str,
) -> Outcome {
    let (mut shelf, lost) = open(data, who);
    let notices = lost.into_iter().chain(unread(problems)).collect();
    let opening =
        Opening { layout: layout(), why: why.to_owned(), offset_ms: offset_ms(), notices };
    let (input, output) = (io::stdin().lock(), io::stdout().lock());
    let ended = texte::run(input, output, Arc::new(catalogue), &mut shelf, opening, now_ms);
    if let Err(error) = shelf.close() {
        complain(&format!("erreur\u{a0}: {error}"));
        return Outcome::Findings;
    }
    match ended {
        Ok(()) => Outcome::Done,
        Err(_) => {
            complain("erreur\u{a0}: lecture ou écriture interrompue");
            Outcome::Findings
        }
    }
}

/// The journal; where it cannot be opened the sitting goes on, and the sentence says why.
fn open(data: Option<&Path>, who: &Who) -> (Shelf, Option<String>) {
    let (shelf, refused) = Shelf::open(data, who);
    let lost = match refused {
        Some(error) => {
            let rest = "Vous pouvez continuer, mais cette séance ne sera pas gardée.";
            Some(format!("{error}. {rest}"))
        }
        None if data.is_none() && *who != Who::Guest => {
            Some("Aucun dossier de données\u{a0}: cette séance ne sera pas gardée.".to_owned())
        }
        None => None,
    };
    (shelf, lost)
}

/// One line for the files that could not be read.
fn unread(problems: &[Diagnostic]) -> Option<String> {
    let remedy = "la commande «\u{a0}tuteur-ndrc valider\u{a0}» les présente.";
    match problems.len() {
        0 => None,
        1 => Some(format!("1\u{a0}problème dans un fichier d’exercices\u{a0}: {remedy}")),
        n => Some(format!("{n}\u{a0}problèmes dans les fichiers d’exercices\u{a0}: {remedy}")),
    }
}

/// What local time is ahead of UTC now, in milliseconds.
pub fn offset_ms() -> i64 {
    let offset = jiff::tz::TimeZone::system().to_offset(jiff::Timestamp::now());
    i64::from(offset.seconds()) * 1000
}

/// How lines are set on standard output.
pub fn layout() -> Layout {
    if !io::stdout().is_terminal() {
        return Layout::default();
    }
    let columns = crate::tui::columns().map_or(80, usize::from).min(WIDEST);
    Layout { columns: Some(columns), typed: io::stdin().is_terminal() }
}

/// The present moment, in milliseconds since 1970.
pub fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_without_a_name_or_that_says_so_is_simple() {
        let simple = |term: Option<&str>| is_simple(term.map(OsStr::new));
        for term in [None, Some(""), Some("dumb"), Some("unknown")] {
            assert!(simple(term), "{term:?}");
        }
        for term in ["xterm-256color", "linux", "screen", "vt100", "dumber"] {
            assert!(!simple(Some(term)), "{term}");
        }
    }
}
