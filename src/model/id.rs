//! Names that stay the same when wording changes: progress is keyed by them.

use std::fmt;

/// The full name of one answerable thing: `subject/question/item`,
/// as in `2024-autour-des-plantes/1.1/taux-rebond-t1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(pub String);

impl ItemId {
    /// Joins the three parts of a name.
    pub fn new(subject: &str, question: &str, item: &str) -> Self {
        ItemId(format!("{subject}/{question}/{item}"))
    }

    /// The last part, unique within its question.
    pub fn local(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// `subject/question`, the question this item belongs to.
    pub fn question(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(question, _)| question)
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One figure of an annex table, by ids.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellRef {
    pub table: String,
    pub row: String,
    pub column: String,
}
