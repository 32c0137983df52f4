//! The lexicon (mémo): indicators and notions, each with its formula, reading and traps.

/// One indicator or notion.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Also the name of the skill.
    pub id: String,
    pub name: String,
    pub synonyms: Vec<String>,
    /// Chapter of the mémo ("Site et e-commerce").
    pub chapter: String,
    /// The fraction in words; empty for a notion that is not computed.
    pub formula: String,
    /// Unit in words ("%", "points, de −100 à +100"); empty for a notion.
    pub unit: String,
    pub direction: Direction,
    /// What it says and how to read it.
    pub reading: Vec<String>,
    /// Definitions that vary by author ("divisé par les visites ou par les visiteurs").
    pub variants: Vec<String>,
    pub thresholds: Vec<Threshold>,
    pub traps: Vec<String>,
    pub example: Option<Example>,
    /// Ids of related entries.
    pub related: Vec<String>,
}

/// Whether a high value is good news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    HigherIsBetter,
    LowerIsBetter,
    /// A notion, or an indicator whose reading depends on the context.
    Depends,
}

/// A benchmark and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Threshold {
    pub text: String,
    pub source: String,
    pub year: Option<u16>,
}

/// A worked example: the statement, the computation and its result, checked by the loader.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    pub statement: String,
    /// An expression in French notation, as a learner would type it.
    pub computation: String,
    pub result: String,
    /// The computation gives this result to the last decimal; it is rounded otherwise.
    pub exact: bool,
}

impl Example {
    /// What stands between the computation and its result.
    pub fn equals(&self) -> char {
        if self.exact { '=' } else { '≈' }
    }
}
