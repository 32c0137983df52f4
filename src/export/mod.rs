//! Plain data to the formats other programs read: one file and one row of [`FORMATS`] each.
//!
//! Choosing what is exported and where it goes is the caller's work.

mod json;
mod progress;

pub use progress::{
    PROGRESS_FORMATS, ProgressFile, ProgressFormat, progress_files, progress_format,
};

use crate::model::Catalogue;

/// A format of `exporter`.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for, in a few French words.
    pub about: &'static str,
    /// The whole file.
    pub write: fn(&Catalogue) -> Vec<u8>,
}

/// Every format, each once.
pub const FORMATS: &[Format] = &[Format {
    name: "json",
    about: "tout le catalogue, pour d’autres programmes\u{a0}; schéma dans docs/export-json.md",
    write: json::write,
}];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// A character that a terminal obeys, or that turns a text around.
fn obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found() {
        for (n, row) in FORMATS.iter().enumerate() {
            assert!(FORMATS.iter().skip(n + 1).all(|other| other.name != row.name), "{}", row.name);
            assert!(format(row.name).is_some_and(|found| found.about == row.about));
        }
        assert!(format("JSON").is_none() && format("").is_none());
        for (n, row) in PROGRESS_FORMATS.iter().enumerate() {
            assert!(PROGRESS_FORMATS.iter().skip(n + 1).all(|other| other.name != row.name));
            assert!(progress_format(row.name).is_some_and(|found| found.about == row.about));
        }
    }
}
