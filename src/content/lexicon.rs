//! The lexicon's own file: entries, their links and their worked examples.

use super::diagnostic::Diagnostic;
use super::file::FileLexicon;
use super::parse::parse;
use super::source::SourceFile;
use crate::model::Entry;

/// The entries of a lexicon file and its problems.
#[derive(Debug, Clone, Default)]
pub struct LoadedLexicon {
    pub entries: Vec<Entry>,
    pub problems: Vec<Diagnostic>,
}

/// A lexicon file begins with `Lexique(`; every other file is a paper.
pub fn is_lexicon(source: &SourceFile) -> bool {
    let mut rest = source.text.trim_start();
    while let Some(comment) = rest.strip_prefix("//") {
        rest = comment.split_once('\n').map_or("", |(_, after)| after).trim_start();
    }
    rest.starts_with("Lexique")
}

/// Reads a lexicon.
pub fn load_lexicon(source: &SourceFile) -> LoadedLexicon {
    match parse::<FileLexicon>(source) {
        Ok(_) => LoadedLexicon::default(),
        Err(problem) => LoadedLexicon { entries: Vec::new(), problems: vec![problem] },
    }
}
