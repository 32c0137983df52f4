//! `progres`: a learner's progress as a text, a table or a document. The journal is only read.

use std::path::Path;

use super::args::{Library, ProgresArgs};
use super::output::{Outcome, complain, print_bytes, write_file};
use super::{paths, texte as lines};
use crate::content;
use crate::export;
use crate::progress::{History, Moment, Report};
use crate::store::Journal;
use crate::texte;

/// Writes progress as it stands now.
pub fn run(args: &ProgresArgs, library: &Library) -> Outcome {
    let data = paths::data_folder(library);
    let history = match history(data.as_deref()) {
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

/// What was recorded; nothing where there is no journal yet.
fn history(data: Option<&Path>) -> Result<History, String> {
    let Some(folder) = data else { return Ok(History::default()) };
    let loaded = Journal::read(folder).map_err(|error| error.to_string())?;
    Ok(loaded.history())
}
