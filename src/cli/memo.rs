//! `memo`: an entry of the lexicon, or the list of those some words find, on standard output.

use super::args::{Library, MemoArgs};
use super::output::{Outcome, complain, print};
use super::{paths, texte as lines};
use crate::content::{self, printable};
use crate::session::lexicon::{Found, find};
use crate::texte;

/// Prints what the words find; finding nothing is told on standard error and ends in findings.
pub fn run(args: &MemoArgs, library: &Library) -> Outcome {
    let layers = paths::layers(library, paths::data_folder(library).as_deref());
    let (catalogue, _) = content::catalogue(&layers.sources);
    let words = args.termes.join(" ");
    let told = match find(&catalogue.lexicon, &words) {
        Found::Entry(entry) => texte::entry_lines(entry, &catalogue),
        Found::Several(entries) if !entries.is_empty() => texte::list_lines(&entries, &catalogue),
        Found::Several(_) => {
            complain("erreur\u{a0}: le mémo est vide, aucun lexique n’a pu être lu");
            return Outcome::Findings;
        }
        Found::Nothing => {
            complain(&format!(
                "Aucune fiche du mémo ne correspond à «\u{a0}{}\u{a0}». La commande «\u{a0}tuteur-ndrc memo\u{a0}» en donne la \
                 liste.",
                printable(&words)
            ));
            return Outcome::Findings;
        }
    };
    print(&texte::written(&told, lines::layout()))
}
