//! Names as an author writes them, and who says what they stand for.

use super::NameError;
use crate::model::Operand;

/// A name in a formula: `rebonds`, `ca[T4]`, `site.visiteurs[T1]`, `etape("2.3/heures")`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// `2.3` in `etape("2.3/heures")`: the step belongs to this question.
    pub question: Option<String>,
    /// `site` in `site.visiteurs[T1]`.
    pub table: Option<String>,
    pub name: String,
    /// What stands between the brackets, blanks trimmed: an id or a label.
    pub selector: Option<String>,
}

/// Resolves names: a paper, or a test.
pub trait Names {
    /// What `name` stands for. `series` is true where the name alone is an argument of a
    /// function that takes a series, so that `ca` means its whole row or column.
    fn resolve(&self, name: &Name, series: bool) -> Result<Operand, NameError>;
}
