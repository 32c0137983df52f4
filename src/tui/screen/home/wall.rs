//! What the row in hand puts on the classroom wall.

use super::{Home, Row, Wish};

impl Home {
    /// The question in hand on the wall; the list of all of them from a paper.
    pub(super) fn project(&self) -> Option<Wish> {
        match self.rows().get(self.selected).copied()? {
            Row::Resume => self.outline.resume.clone().map(|place| Wish::Project(place, false)),
            Row::Paper(at) | Row::Dossier(at, _) => {
                let mut dossiers = self.subject(at)?.dossiers.iter();
                let first = dossiers.find_map(|dossier| dossier.questions.first())?;
                Some(Wish::Project(first.place.clone(), true))
            }
            row @ Row::Question(..) => {
                self.question(row).map(|question| Wish::Project(question.place.clone(), false))
            }
            Row::Space | Row::Page(_) => None,
        }
    }
}
