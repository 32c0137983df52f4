//! Text to model: sources, the file's own types, lowering, lint, diagnostics with line and column.
//!
//! The validator is this loader plus rules, never a second reader. A bad file is a list of
//! problems; the sound files still open.

mod catalogue;
mod code;
mod contents;
mod diagnostic;
mod embedded;
mod file;
mod lexicon;
mod lint;
mod located;
mod lower;
mod notes;
mod parse;
mod report;
mod ron_error;
mod source;
mod trail;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use catalogue::{catalogue, validate};
pub use code::{Code, Severity};
pub use contents::{contents, contents_text};
pub use diagnostic::{Diagnostic, printable};
pub use embedded::embedded;
pub use lexicon::{LoadedLexicon, is_lexicon, load_lexicon};
pub use notes::notes;
pub use source::{MAX_BYTES, SourceFile, read_file, read_folder, reason};

use crate::model::Subject;

/// A paper, where its file has no error, and the problems of the file.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub subject: Option<Subject>,
    pub problems: Vec<Diagnostic>,
}

/// Reads a paper without a lexicon: the names of its skills are not checked.
pub fn load(source: &SourceFile) -> Loaded {
    load_with(source, &HashSet::new())
}

/// Reads a paper. `skills` holds the ids of the lexicon; where it is empty, the names of
/// skills are not checked.
pub fn load_with(source: &SourceFile, skills: &HashSet<String>) -> Loaded {
    read(source, skills, true)
}

/// Reads a paper; `rules` asks for those of good writing, which change nothing to what is read.
fn read(source: &SourceFile, skills: &HashSet<String>, rules: bool) -> Loaded {
    let file = match parse::parse::<file::FileSubject>(source) {
        Ok(file) => file,
        Err(problem) => return Loaded { subject: None, problems: vec![*problem] },
    };
    let report = report::Report::new(source);
    let subject = lower::subject(&report, &file, skills);
    if rules {
        lint::paper(&report, &file, &subject);
    }
    let problems = report.into_problems();
    let sound = problems.iter().all(|problem| problem.severity != Severity::Error);
    Loaded { subject: sound.then_some(subject), problems }
}
