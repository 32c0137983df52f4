//! `projeter`: a question on the classroom wall. Nothing is read from the journal, nothing is
//! written to it.

use super::args::{Library, ProjeterArgs};
use super::output::{self, Outcome};
use super::paths;
use crate::model::{Catalogue, Subject};
use crate::session::Place;
use crate::session::projection::Scope;
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
    let (paper, question) = match words.split_once('/') {
        Some((paper, question)) => (paper, Some(question)),
        None => (words, None),
    };
    let subject = subject(catalogue, paper)?;
    let questions = || subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let number = match question {
        None => questions().next().map(|first| first.number.as_str()),
        Some(number) => {
            let found = questions().find(|q| q.number.eq_ignore_ascii_case(number));
            Some(found.ok_or_else(|| unknown_question(subject, number))?.number.as_str())
        }
    };
    let place = number.map(|number| Place::new(&subject.id, number));
    Ok(Wall { place, list: question.is_none(), ..Wall::default() })
}

/// The paper of this id, else the only one whose id holds these letters (`2024`, `novatech`).
fn subject<'a>(catalogue: &'a Catalogue, words: &str) -> Result<&'a Subject, String> {
    let wanted = words.to_lowercase();
    if let Some(exact) = catalogue.subjects.iter().find(|subject| subject.id == wanted) {
        return Ok(exact);
    }
    let mut close = catalogue.subjects.iter().filter(|s| s.id.to_lowercase().contains(&wanted));
    match (close.next(), close.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(format!("aucun sujet «\u{a0}{words}\u{a0}». {}", known(catalogue, ""))),
        (Some(_), Some(_)) => Err(format!(
            "plusieurs sujets répondent à «\u{a0}{words}\u{a0}». {}",
            known(catalogue, &wanted)
        )),
    }
}

fn known(catalogue: &Catalogue, part: &str) -> String {
    let ids = catalogue.subjects.iter().map(|subject| subject.id.as_str());
    let ids: Vec<&str> = ids.filter(|id| id.to_lowercase().contains(part)).collect();
    format!("Sujets possibles\u{a0}: {}", ids.join(", "))
}

fn unknown_question(subject: &Subject, number: &str) -> String {
    let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let numbers: Vec<&str> = questions.map(|question| question.number.as_str()).collect();
    format!(
        "pas de question «\u{a0}{number}\u{a0}» dans {}. Questions possibles\u{a0}: {}",
        subject.id,
        numbers.join(", ")
    )
}
