//! A learner's progress for spreadsheets and other programs. `docs/progres.md` is the manual of both
//! formats.

mod csv;
mod json;

use crate::check::writing::fold;
use crate::progress::Report;

/// A format of progress.
pub struct ProgressFormat {
    /// Its name on the command line, and the ending of its files.
    pub name: &'static str,
    /// What it is for, in a few French words.
    pub about: &'static str,
    /// The whole file.
    pub write: fn(&Report) -> Vec<u8>,
}

/// Every format, each once.
pub const PROGRESS_FORMATS: &[ProgressFormat] = &[
    ProgressFormat { name: "csv", about: "un tableau pour tableur", write: csv::write },
    ProgressFormat { name: "json", about: "pour d’autres programmes", write: json::write },
];

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressFile {
    /// `progres-2026-11-16.csv`.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The report in every format, named after its learner, where there are several, and its day.
pub fn progress_files(report: &Report, learner: Option<&str>) -> Vec<ProgressFile> {
    let day = report.date.iso();
    let whose = learner.map(plain).filter(|name| !name.is_empty());
    let stem = whose.map_or_else(|| "progres".to_owned(), |name| format!("progres-{name}"));
    let file = |format: &ProgressFormat| ProgressFile {
        name: format!("{stem}-{day}.{}", format.name),
        bytes: (format.write)(report),
    };
    PROGRESS_FORMATS.iter().map(file).collect()
}

/// The format of that name.
pub fn progress_format(name: &str) -> Option<&'static ProgressFormat> {
    PROGRESS_FORMATS.iter().find(|format| format.name == name)
}

/// A name as any disk takes it: `Zoé M.` gives `zoe-m`.
fn plain(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_learners_are_plain_in_names_of_files() {
        for (name, file) in [
            ("Zoé M.", "zoe-m"),
            ("../../etc/passwd", "etc-passwd"),
            ("Cœur d’or", "coeur-d-or"),
            ("王", ""),
        ] {
            assert_eq!(plain(name), file);
        }
    }
}
