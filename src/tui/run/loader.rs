//! Reads the papers while the first screen already shows.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::inputs::Wake;
use crate::content::Diagnostic;
use crate::model::Catalogue;
use crate::tui::msg::{Input, Loaded};

/// Reads everything there is to learn from, and says what could not be read.
pub type Load = Box<dyn FnOnce() -> (Catalogue, Vec<Diagnostic>) + Send>;

/// Reads on a thread of its own, which ends with the papers.
pub fn start(load: Load, to: Sender<Wake>) -> io::Result<()> {
    let read = move || {
        // Without papers there is nothing to go on with; the panic itself is already told.
        let input = catch_unwind(AssertUnwindSafe(load)).map_or(Input::Terminate, arrived);
        let _ = to.send(Wake::Input(input));
    };
    thread::Builder::new().name("sujets".into()).spawn(read)?;
    Ok(())
}

fn arrived((catalogue, problems): (Catalogue, Vec<Diagnostic>)) -> Input {
    Input::Loaded(Loaded { catalogue: Arc::new(catalogue), notice: notice(&problems) })
}

/// One line for the files that could not be read.
fn notice(problems: &[Diagnostic]) -> Option<String> {
    let remedy = "la commande «\u{a0}tuteur-ndrc valider\u{a0}» les présente";
    match problems.len() {
        0 => None,
        1 => Some(format!("1\u{a0}problème dans un fichier d’exercices\u{a0}: {remedy}")),
        n => Some(format!("{n}\u{a0}problèmes dans les fichiers d’exercices\u{a0}: {remedy}")),
    }
}
