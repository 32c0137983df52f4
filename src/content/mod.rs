//! Text to model: sources, the file's own types, lowering, lint, diagnostics with line and column.
//!
//! The validator is this loader plus rules, never a second reader. A bad file is a list of
//! problems; the sound files still open.

mod file;
mod located;
