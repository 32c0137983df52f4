//! What an operation leaves to record.

use crate::progress::{Draft, Event};

/// Events to append and drafts to keep, in order. Often empty.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "changes that are not recorded are lost"]
pub struct Changes {
    pub events: Vec<Event>,
    pub drafts: Vec<Draft>,
}

impl Changes {
    pub fn none() -> Self {
        Changes::default()
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.drafts.is_empty()
    }

    /// These changes, then `others`.
    pub fn and(mut self, others: Changes) -> Self {
        self.events.extend(others.events);
        self.drafts.extend(others.drafts);
        self
    }
}
