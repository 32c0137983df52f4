//! `projeter`: a question on the classroom wall. Nothing is read from the journal, nothing is
//! written to it.

use super::args::{Library, ProjeterArgs};
use super::output::{self, Outcome};
use super::paths;
use crate::model::Catalogue;
use crate::session::projection::Scope;
use crate::session::{self, Place};
use crate::tui::{self, Wall};

/// Opens the projection of what the arguments name.
pub fn run(args: &ProjeterArgs, library: &Library) -> Outcome {
    let layers = paths::layers(library, paths::data_folder(library).as_deref());
    let (catalogue, _) = crate::content::catalogue(&layers.sources);
    let wall = match wanted(&catalogue, args.question.as_deref()) {
        Ok(wall) if args.essentiel => Wall { scope: Scope::Essential, ..wall },
        Ok(wall) => wall,
        Err(refusal) => {
            output::complain(&format!("erreur\u{a0}: {refusal}"));
            return Outcome::Misuse;
        }
    };
    super::ended(tui::project(catalogue, &wall))
}

/// What `SUJET[/QUESTION]` names: a question, a paper in the list, or the list.
fn wanted(catalogue: &Catalogue, words: Option<&str>) -> Result<Wall, String> {
    let Some(words) = words else { return Ok(Wall { list: true, ..Wall::default() }) };
    let (subject, question) = session::named(catalogue, words)?;
    let mut questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let shown = question.or_else(|| questions.next());
    let place = shown.map(|shown| Place::new(&subject.id, &shown.number));
    Ok(Wall { place, list: question.is_none(), ..Wall::default() })
}
