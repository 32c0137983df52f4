//! The tutor line by line: when it is chosen, and what it runs on.

use std::env;
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
    } else if env::var_os("TERM").is_some_and(|term| term == "dumb") {
        Some("le terminal est simple")
    } else {
        None
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
    let opening = Opening { layout: layout(), why: why.to_owned(), notices };
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

fn layout() -> Layout {
    if !io::stdout().is_terminal() {
        return Layout::default();
    }
    let columns = crate::tui::columns().map_or(80, usize::from).min(WIDEST);
    Layout { columns: Some(columns), typed: io::stdin().is_terminal() }
}

/// The present moment, in milliseconds since 1970.
fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
