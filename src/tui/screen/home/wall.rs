//! What the row in hand puts on the classroom wall.

use super::{Home, Row, Wish};

impl Home {
    /// The question in hand on the wall; the list of all of them from a paper, or from a row that
    /// is neither.
    pub(super) fn project(&self) -> Option<Wish> {
        match self.rows().get(self.selected).copied()? {
            Row::Resume => self.outline.resume.clone().map(|place| Wish::Project(place, false)),
            Row::Paper(at) | Row::Dossier(at, _) => self.list_from(at),
            row @ Row::Question(..) => {
                self.question(row).map(|question| Wish::Project(question.place.clone(), false))
            }
            Row::Space | Row::Page(_) => match &self.outline.resume {
                Some(place) => Some(Wish::Project(place.clone(), true)),
                None => self.list_from(self.unfolded.unwrap_or(0)),
            },
        }
    }

    /// The list of all questions, the selection on the first one of a paper.
    fn list_from(&self, paper: usize) -> Option<Wish> {
        let mut dossiers = self.subject(paper)?.dossiers.iter();
        let first = dossiers.find_map(|dossier| dossier.questions.first())?;
        Some(Wish::Project(first.place.clone(), true))
    }
}
