//! The events of a learner's work, one row of the journal each.

use super::{Hunted, Outcome};
use crate::model::{ItemId, Level};

/// Something the learner did.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Milliseconds since 1970, UTC; given by the caller.
    pub at_ms: i64,
    /// The item concerned; a question's id (`subject/question`) for what concerns a whole question.
    pub item: ItemId,
    pub what: What,
}

/// The kinds of event. One this version does not know is kept, never lost.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// An answer to a figure, a text handed in, or a choice (with its picks in a `Choice` just before).
    Answer(Answer),
    /// A rung of the help ladder was asked for.
    Help(Rung),
    /// The learner contested the recognition of a key point.
    Mark {
        point: String,
        counted: bool,
    },
    /// A point of the learner's own.
    OwnPoint {
        text: String,
    },
    /// The options picked in a choice.
    Choice {
        picked: Vec<Pick>,
    },
    /// The self-assessment of an RCS, in the order of the official grid.
    Levels(Levels),
    /// Going on with one's own earlier results, or with the corrigé's (item: the question).
    ChooseCarry(Carry),
    /// An RCS handed in.
    Text(String),
    /// The file changed since: the last answer, judged again from its raw text.
    Regrade(Answer),
    /// The question is worked again from the start (item: the question).
    Restart,
    /// A slip was looked for in a copy.
    Hunt(Hunted),
    Other {
        kind: String,
        detail: String,
    },
}

pub type Levels = [Option<Level>; 8];

/// An answer as typed, and what the check said of it. Codes are kept as text so
/// that one of a later version reads back.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub raw: String,
    pub verdict: Outcome,
    pub remark: Option<String>,
    pub slip: Option<String>,
    /// Right given the learner's own earlier results.
    pub carried: bool,
    /// The value understood, in the item's unit: a plain decimal with a dot.
    pub value: Option<String>,
    /// Key points recognised in a text, by id.
    pub points: Vec<String>,
    /// Fingerprint of what was expected; another one means the file was corrected since.
    pub key: Option<String>,
}

impl Answer {
    /// An answer without particulars.
    pub fn new(raw: &str, verdict: impl Into<Outcome>) -> Self {
        Answer {
            raw: raw.to_owned(),
            verdict: verdict.into(),
            remark: None,
            slip: None,
            carried: false,
            value: None,
            points: Vec::new(),
            key: None,
        }
    }
}

/// An option of a choice. The text finds it again when options were moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    pub index: usize,
    pub text: String,
}

/// Whose earlier results the following steps use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carry {
    Mine,
    Corrige,
}

impl Carry {
    pub fn code(self) -> &'static str {
        match self {
            Carry::Mine => "mes-resultats",
            Carry::Corrige => "corrige",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Carry::Mine, Carry::Corrige].into_iter().find(|carry| carry.code() == code)
    }
}

/// A rung of the help ladder, from the vaguest to the most explicit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rung {
    /// The n-th hint, from 0.
    Hint(usize),
    /// The formula in words.
    Method,
    /// The formula with this question's figures.
    Substitution,
    /// The result, the right options, the model answer or the model plan.
    Result,
    /// What the corrigé makes of it.
    Interpretation,
}

impl Rung {
    /// The name written in the journal.
    pub fn code(self) -> String {
        match self {
            Rung::Hint(n) => format!("indice-{}", n + 1),
            Rung::Method => "methode".to_owned(),
            Rung::Substitution => "calcul".to_owned(),
            Rung::Result => "resultat".to_owned(),
            Rung::Interpretation => "interpretation".to_owned(),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "methode" => Some(Rung::Method),
            "calcul" => Some(Rung::Substitution),
            "resultat" => Some(Rung::Result),
            "interpretation" => Some(Rung::Interpretation),
            _ => {
                let number: usize = code.strip_prefix("indice-")?.parse().ok()?;
                number.checked_sub(1).map(Rung::Hint)
            }
        }
    }

    /// The name shown on screen.
    pub fn label(self) -> String {
        match self {
            Rung::Hint(n) => format!("Indice {}", n + 1),
            Rung::Method => "Méthode".to_owned(),
            Rung::Substitution => "Calcul posé".to_owned(),
            Rung::Result => "Résultat".to_owned(),
            Rung::Interpretation => "Interprétation".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rungs_read_back() {
        for rung in [
            Rung::Hint(0),
            Rung::Hint(11),
            Rung::Method,
            Rung::Substitution,
            Rung::Result,
            Rung::Interpretation,
        ] {
            assert_eq!(Rung::from_code(&rung.code()), Some(rung));
        }
        for code in ["indice-0", "indice-", "indice-x", "solution", ""] {
            assert_eq!(Rung::from_code(code), None, "{code:?}");
        }
    }

    #[test]
    fn carries_read_back() {
        for carry in [Carry::Mine, Carry::Corrige] {
            assert_eq!(Carry::from_code(carry.code()), Some(carry));
        }
        assert_eq!(Carry::from_code("autre"), None);
    }
}
