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
mod parse;
mod report;
mod ron_error;
mod source;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use catalogue::{catalogue, validate};
pub use code::{Code, Severity};
pub use contents::{contents, contents_text};
pub use diagnostic::{Diagnostic, printable};
pub use embedded::embedded;
pub use lexicon::{LoadedLexicon, is_lexicon, load_lexicon};
pub use source::{MAX_BYTES, SourceFile, read_file, read_folder};

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

/// Reads a paper and reads over its author's shoulder. `skills` holds the ids of the lexicon;
/// where it is empty, the names of skills are not checked.
pub fn load_with(source: &SourceFile, skills: &HashSet<String>) -> Loaded {
    read(source, skills, Rules::All)
}

/// Reads a paper to work on it: the rules that only help its author are left to [`validate`].
fn open(source: &SourceFile, skills: &HashSet<String>) -> Loaded {
    read(source, skills, Rules::Sound)
}

/// Which rules a paper is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    /// It can be worked on: names, figures and formulas hold.
    Sound,
    /// It also teaches well.
    All,
}

fn read(source: &SourceFile, skills: &HashSet<String>, rules: Rules) -> Loaded {
    let file = match parse::parse::<file::FileSubject>(source) {
        Ok(file) => file,
        Err(problem) => return Loaded { subject: None, problems: vec![problem] },
    };
    let report = report::Report::new(source);
    let subject = lower::subject(&report, &file, skills);
    if rules == Rules::All {
        lint::paper(&report, &file, &subject);
    }
    let problems = report.into_problems();
    let sound = problems.iter().all(|problem| problem.severity != Severity::Error);
    Loaded { subject: sound.then_some(subject), problems }
}
