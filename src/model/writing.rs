//! Free text: the points a marker looks for, and a model answer.

/// A written answer (rédaction).
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    pub points: Vec<KeyPoint>,
    /// How many points earn full marks; all of them where `None`.
    pub enough: Option<usize>,
    /// "Toute réponse pertinente est acceptée": the learner may add a point of their own and count it.
    pub open: bool,
    /// The model answer, one paragraph each.
    pub model: Vec<String>,
    pub skill: Option<String>,
    pub hints: Vec<String>,
    pub reasoning: String,
}

/// One expected point.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPoint {
    /// Unique within the step.
    pub id: String,
    /// The heading it belongs to ("En-tête · points forts").
    pub group: Option<String>,
    /// The point in one sentence.
    pub expected: String,
    /// Why it counts.
    pub why: String,
    /// Ways a student may put it; see `docs/format.md` for the little language.
    pub patterns: Vec<String>,
}
