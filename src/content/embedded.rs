//! What ships inside the program: one row per file of `exercises/`, in the order of their names.

use super::source::SourceFile;

/// Names and texts. `tests/exercises.rs` holds this list against the folder.
const FILES: &[(&str, &str)] = &[];

/// The papers and the lexicon of the program itself.
pub fn embedded() -> Vec<SourceFile> {
    FILES.iter().map(|(name, text)| SourceFile::new(*name, *text)).collect()
}
