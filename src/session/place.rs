//! Where a question is, by names that stay the same.

use crate::model::{Catalogue, Dossier, ItemId, Question, Subject};

/// A question of a subject.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// Id of the subject.
    pub subject: String,
    /// Number of the question: `1.1`, `rcs`.
    pub question: String,
}

impl Place {
    pub fn new(subject: &str, question: &str) -> Self {
        Place { subject: subject.to_owned(), question: question.to_owned() }
    }

    /// The place of an item, or of a question's own id.
    pub fn of(item: &ItemId) -> Option<Place> {
        let mut parts = item.0.split('/');
        match (parts.next(), parts.next()) {
            (Some(subject), Some(question)) => Some(Place::new(subject, question)),
            _ => None,
        }
    }

    /// The name of the question as a whole, which events about it carry.
    pub fn id(&self) -> ItemId {
        ItemId(format!("{}/{}", self.subject, self.question))
    }

    /// Finds the question in a catalogue.
    pub fn find<'a>(
        &self,
        catalogue: &'a Catalogue,
    ) -> Option<(&'a Subject, &'a Dossier, &'a Question)> {
        let (subject, dossier, question) = self.indices(catalogue)?;
        let subject = catalogue.subjects.get(subject)?;
        let dossier = subject.dossiers.get(dossier)?;
        Some((subject, dossier, dossier.questions.get(question)?))
    }

    /// The question that follows in the paper; `None` after the last one.
    pub fn following(&self, catalogue: &Catalogue) -> Option<Place> {
        let (subject, ..) = self.find(catalogue)?;
        let mut questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
        questions.find(|question| question.number == self.question)?;
        questions.next().map(|question| Place::new(&self.subject, &question.number))
    }

    pub(super) fn indices(&self, catalogue: &Catalogue) -> Option<(usize, usize, usize)> {
        let subject = catalogue.subjects.iter().position(|s| s.id == self.subject)?;
        let dossiers = catalogue.subjects[subject].dossiers.iter().enumerate();
        dossiers.into_iter().find_map(|(index, dossier)| {
            let question = dossier.questions.iter().position(|q| q.number == self.question)?;
            Some((subject, index, question))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_an_item_is_its_question() {
        let item = ItemId::new("2024-x", "1.1", "taux-t1");
        assert_eq!(Place::of(&item), Some(Place::new("2024-x", "1.1")));
        assert_eq!(Place::of(&Place::new("2024-x", "rcs").id()), Some(Place::new("2024-x", "rcs")));
        assert_eq!(Place::of(&ItemId("seul".into())), None);
    }
}
