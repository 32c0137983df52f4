//! `progres`: a learner's progress as a text, a table or a document. The journal is only read.

use std::path::Path;

use super::args::{Library, ProgresArgs};
use super::output::{Outcome, complain, print_bytes, write_file};
use super::{paths, texte as lines};
use crate::content;
use crate::export;
use crate::progress::{History, Moment, Report};
use crate::store::{Journal, Who};
use crate::texte;

/// Writes progress as it stands now.
pub fn run(args: &ProgresArgs, library: &Library) -> Outcome {
    let data = paths::data_folder(library);
    let who = match super::who(library) {
        Ok(who) => who,
        Err(why) => return super::refused_name(why),
    };
    let history = match history(data.as_deref(), &who) {
        Ok(history) => history,
        Err(sentence) => {
            complain(&format!("erreur\u{a0}: {sentence}"));
            return Outcome::Findings;
        }
    };
    let layers = paths::layers(library, data.as_deref());
    let (catalogue, _) = content::catalogue(&layers.sources);
    let moment = Moment { now_ms: lines::now_ms(), offset_ms: lines::offset_ms() };
    let report = Report::new(&catalogue, &history, moment);
    let layout = if args.sortie.is_none() { lines::layout() } else { texte::Layout::default() };
    let bytes = match export::progress_format(&args.format) {
        Some(format) => (format.write)(&report),
        None => texte::written(&texte::progress_lines(&report), layout).into_bytes(),
    };
    match &args.sortie {
        Some(path) => write_file(path, &bytes),
        None => print_bytes(&bytes),
    }
}

/// What was recorded; nothing where nobody answered yet.
fn history(data: Option<&Path>, who: &Who) -> Result<History, String> {
    let Some(folder) = data else { return Ok(History::default()) };
    let found = Journal::read(folder, who).map_err(|error| error.to_string())?;
    match (found, who) {
        (Some(loaded), _) => Ok(loaded.history()),
        (None, Who::Named(name)) => {
            Err(format!("aucun profil «\u{a0}{}\u{a0}» dans ces données", name.as_str()))
        }
        (None, _) => Ok(History::default()),
    }
}
