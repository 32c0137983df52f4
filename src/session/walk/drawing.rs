//! What can be drawn of the question without telling anything that is still to be found.

use super::Walk;
use crate::model::ItemId;
use crate::progress::Item;
use crate::session::chart::{self, Chart};

impl Walk {
    /// The charts of the step on screen, made of the figures known so far.
    pub fn charts(&self) -> Vec<Chart> {
        let Some(step) = self.step() else { return Vec::new() };
        // Asked at every frame: most often nothing is found yet.
        if !Item::of_step(step).iter().any(|item| self.knows(item.id())) {
            return Vec::new();
        }
        chart::of_step(self.subject(), self.question(), step, &|id| self.knows(id))
    }

    /// The charts of the whole question, for the summary.
    pub fn all_charts(&self) -> Vec<Chart> {
        chart::of_question(self.subject(), self.question(), &|id| self.knows(id))
    }

    /// Whether the expected figure was found, or shown: a result right only on one's own earlier
    /// results is another figure.
    fn knows(&self, id: &ItemId) -> bool {
        self.record(id)
            .is_some_and(|record| record.revealed() || record.solved() && !record.carried())
    }
}
