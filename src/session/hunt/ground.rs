//! Where copies are taken from, and drawing one copy after another.

use super::{Hunt, in_question, in_subject};
use crate::model::Catalogue;
use crate::session::Place;

/// How many seeds are tried for a copy that is not the one just seen.
const RETRIES: u64 = 12;

/// Where copies are taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A paper, by id.
    Paper(String),
    /// A question, beginning with one of its steps.
    Question(Place, Option<usize>),
}

impl Ground {
    /// The copy of a seed, and the question it is of; `None` where nothing is computed.
    pub fn draw(&self, catalogue: &Catalogue, seed: u64) -> Option<(Hunt, Place)> {
        let copy = match self {
            Ground::Paper(id) => {
                let subject = catalogue.subjects.iter().find(|subject| subject.id == *id)?;
                in_subject(subject, seed)
            }
            Ground::Question(place, step) => {
                let (subject, _, question) = place.find(catalogue)?;
                in_question(subject, question, *step, seed)
            }
        }?;
        let place = Place::of(&copy.item)?;
        Some((copy, place))
    }

    /// Another copy after one that was played, from any step of the question; `None` where all are
    /// alike.
    pub fn another(&mut self, catalogue: &Catalogue, seen: &Hunt) -> Option<(Hunt, Place)> {
        if let Ground::Question(_, step) = self {
            *step = None;
        }
        let seeds = (1..=RETRIES).map(|more| seen.seed.wrapping_add(more));
        let mut copies = seeds.filter_map(|seed| self.draw(catalogue, seed));
        copies.find(|(copy, _)| copy.sheet != seen.sheet)
    }
}
