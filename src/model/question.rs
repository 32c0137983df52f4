//! From the whole catalogue down to one step of a question.

use super::{Annex, Entry, ItemId, Numeric, Rcs, Writing};

/// Everything there is to learn from: the papers, in chronological order, and the lexicon.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    pub subjects: Vec<Subject>,
    pub lexicon: Vec<Entry>,
}

/// One exam paper (sujet).
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    pub id: String,
    pub title: String,
    /// The exam session, a year.
    pub session: u16,
    /// What the paper rests on: official subject, or corrigé alone.
    pub source: String,
    /// The firm and the candidate's part, one paragraph each.
    pub context: Vec<String>,
    pub annexes: Vec<Annex>,
    /// The last one holds the RCS.
    pub dossiers: Vec<Dossier>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    pub title: String,
    pub questions: Vec<Question>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// `1.1`, or `rcs`: unique in its subject, never shown as an id.
    pub number: String,
    /// Three to six words for lists.
    pub title: String,
    /// The énoncé, one paragraph each.
    pub statement: Vec<String>,
    /// Ids of the annexes shown beside the steps.
    pub annexes: Vec<String>,
    pub points: Points,
    pub steps: Vec<Step>,
    /// What to remember, shown at the end of the question.
    pub summary: String,
    /// Slips of the corrigé's sentences; those of its figures are in the items.
    pub errata: Vec<Erratum>,
}

/// Points of a question, in quarters of a point, out of the 40 of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    pub quarters: u32,
    /// False where the official scale is unknown and this one is indicative.
    pub official: bool,
}

/// A slip of the printed corrigé.
#[derive(Debug, Clone, PartialEq)]
pub struct Erratum {
    pub printed: String,
    pub right: String,
    pub explanation: String,
}

/// One step (étape) of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub id: ItemId,
    pub prompt: String,
    pub kind: StepKind,
}

/// The kinds of step. Closed: adding one makes the compiler list what is missing.
#[derive(Debug, Clone, PartialEq)]
pub enum StepKind {
    Number(Box<Numeric>),
    Grid(Grid),
    Choice(Choice),
    Writing(Writing),
    Rcs(Rcs),
}

/// A table to complete.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub corner: String,
    /// Column labels.
    pub columns: Vec<String>,
    pub rows: Vec<GridRow>,
    pub checks: Vec<Check>,
    /// What the finished table shows, once every blank is done.
    pub reasoning: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    pub label: String,
    /// One cell per column.
    pub cells: Vec<GridCell>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum GridCell {
    /// Nothing is asked here.
    Empty,
    /// Given by the paper, shown as is.
    Given(String),
    Blank(Box<Numeric>),
}

/// A sum the loader verified over cells of the grid ("les parts font 100 %").
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    pub items: Vec<ItemId>,
    pub sentence: String,
}

/// One or several of N.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub several: bool,
    pub options: Vec<ChoiceOption>,
    pub skill: Option<String>,
    pub hints: Vec<String>,
    pub reasoning: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceOption {
    pub text: String,
    pub right: bool,
    /// Why it is right or wrong.
    pub why: String,
}

/// The number of a question as it is shown: `rcs` is written `RCS`, others stay as they are.
pub fn question_number(number: &str) -> &str {
    if number == "rcs" { "RCS" } else { number }
}
