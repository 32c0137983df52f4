//! Half-typed answers, kept as typed so that everything resumes exactly where it was.

use std::collections::HashMap;

use crate::model::ItemId;

/// The text of one input at one moment. An empty text erases it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub at_ms: i64,
    pub item: ItemId,
    pub text: String,
}

/// The latest draft of every input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    by_item: HashMap<ItemId, Draft>,
}

impl Drafts {
    pub fn get(&self, item: &ItemId) -> Option<&str> {
        self.by_item.get(item).map(|draft| draft.text.as_str())
    }

    /// Keeps `draft` in place of the one before; an empty text erases.
    pub fn set(&mut self, draft: Draft) {
        if draft.text.is_empty() {
            self.by_item.remove(&draft.item);
        } else {
            self.by_item.insert(draft.item.clone(), draft);
        }
    }

    /// The input touched last.
    pub fn latest(&self) -> Option<&Draft> {
        self.by_item.values().max_by(|a, b| (a.at_ms, &a.item).cmp(&(b.at_ms, &b.item)))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Draft> {
        self.by_item.values()
    }
}

impl FromIterator<Draft> for Drafts {
    fn from_iter<I: IntoIterator<Item = Draft>>(drafts: I) -> Self {
        let mut kept = Drafts::default();
        drafts.into_iter().for_each(|draft| kept.set(draft));
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(at_ms: i64, item: &str, text: &str) -> Draft {
        Draft { at_ms, item: ItemId(item.to_owned()), text: text.to_owned() }
    }

    #[test]
    fn the_last_text_stays_and_an_empty_one_erases() {
        let drafts: Drafts =
            [draft(1, "a", "x"), draft(3, "b", "y"), draft(2, "a", "z"), draft(4, "b", "")]
                .into_iter()
                .collect();
        assert_eq!(drafts.get(&ItemId("a".into())), Some("z"));
        assert_eq!(drafts.get(&ItemId("b".into())), None);
        assert_eq!(drafts.latest().map(|d| d.at_ms), Some(2));
    }
}
