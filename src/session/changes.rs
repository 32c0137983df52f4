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

    /// These changes, then `others`. Of an input only the later draft is left.
    pub fn and(mut self, others: Changes) -> Self {
        self.events.extend(others.events);
        self.drafts.retain(|draft| others.drafts.iter().all(|later| later.item != draft.item));
        self.drafts.extend(others.drafts);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ItemId;

    #[test]
    fn of_drafts_of_one_input_the_later_one_is_left() {
        let draft = |item: &str, text: &str| Draft {
            at_ms: 0,
            item: ItemId::new("sujet", "1.1", item),
            text: text.to_owned(),
        };
        let of = |drafts| Changes { events: vec![], drafts };
        let typed = of(vec![draft("a", "1"), draft("b", "2")]);
        let both = typed.and(of(vec![draft("a", "12")])).and(Changes::none());
        assert_eq!(both.drafts, [draft("b", "2"), draft("a", "12")]);
    }
}
