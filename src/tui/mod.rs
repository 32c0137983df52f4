//! (to be written)

use std::path::PathBuf;

use crate::content::Diagnostic;
use crate::model::Catalogue;

/// What the screens are opened on.
pub struct Options {
    pub catalogue: Catalogue,
    /// What could not be read, to be told on the first screen.
    pub problems: Vec<Diagnostic>,
    /// The folder of the user's data, where one is known.
    pub data: Option<PathBuf>,
}

/// Opens the tutor.
///
/// # Errors
/// A French sentence where the terminal cannot be used.
pub fn run(options: Options) -> Result<(), String> {
    let _ = options;
    Err("le plein écran n’est pas encore disponible".to_owned())
}
