//! `exporter`: the catalogue in a format other programs read, on standard output or in a file.
//! What a format holds is the work of `export`.

use super::args::{ExporterArgs, Library};
use super::output::{Outcome, complain, print_bytes, write_file};
use super::paths;
use crate::content::{self, Severity, printable};
use crate::export;

/// Exports what can be read; a file that cannot is told on standard error, and ends in findings.
pub fn run(args: &ExporterArgs, library: &Library) -> Outcome {
    let Some(format) = export::format(&args.format) else {
        complain(&format!(
            "erreur\u{a0}: format inconnu, «\u{a0}{}\u{a0}»",
            printable(&args.format)
        ));
        return Outcome::Findings;
    };
    let layers = paths::layers(library, paths::data_folder(library).as_deref());
    let (catalogue, mut problems) = content::catalogue(&layers.sources);
    problems.splice(0..0, layers.problems);
    problems.retain(|problem| problem.severity == Severity::Error);
    for problem in &problems {
        complain(&problem.render(false));
    }
    let bytes = (format.write)(&catalogue);
    let written = match &args.sortie {
        Some(path) => write_file(path, &bytes),
        None => print_bytes(&bytes),
    };
    if problems.is_empty() { written } else { Outcome::Findings }
}
