//! Which questions train a skill.

use super::Place;
use crate::model::Catalogue;
use crate::progress::items;

/// The questions with a step on this entry of the lexicon, in the order of the catalogue.
pub fn uses(catalogue: &Catalogue, skill: &str) -> Vec<Place> {
    let mut places = Vec::new();
    for subject in &catalogue.subjects {
        let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
        for question in questions {
            if items(question).any(|item| item.skill() == Some(skill)) {
                places.push(Place::new(&subject.id, &question.number));
            }
        }
    }
    places
}
