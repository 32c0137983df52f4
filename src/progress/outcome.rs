//! A verdict as the journal keeps it: known ones, and those of a version to come.

use crate::check::Verdict;

/// The outcome of an answer. A verdict this version does not know is kept as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Known(Verdict),
    Other(String),
}

const CODES: [(Verdict, &str); 4] = [
    (Verdict::Right, "juste"),
    (Verdict::Close, "presque"),
    (Verdict::Wrong, "faux"),
    (Verdict::Neutral, "neutre"),
];

impl Outcome {
    /// The name written in the journal.
    pub fn code(&self) -> &str {
        match self {
            Outcome::Known(verdict) => {
                CODES.iter().find(|(known, _)| known == verdict).map_or("", |(_, code)| code)
            }
            Outcome::Other(code) => code,
        }
    }

    /// Reads a name back; an unknown one is kept.
    pub fn from_code(code: &str) -> Self {
        CODES.iter().find(|(_, known)| *known == code).map_or_else(
            || Outcome::Other(code.to_owned()),
            |(verdict, _)| Outcome::Known(*verdict),
        )
    }

    pub fn verdict(&self) -> Option<Verdict> {
        match self {
            Outcome::Known(verdict) => Some(*verdict),
            Outcome::Other(_) => None,
        }
    }

    pub fn is(&self, verdict: Verdict) -> bool {
        *self == Outcome::Known(verdict)
    }
}

impl From<Verdict> for Outcome {
    fn from(verdict: Verdict) -> Self {
        Outcome::Known(verdict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for code in ["juste", "presque", "faux", "neutre", "à revoir", ""] {
            assert_eq!(Outcome::from_code(code).code(), code);
        }
        assert_eq!(Outcome::from_code("faux"), Outcome::Known(Verdict::Wrong));
        assert_eq!(Outcome::from_code("brillant").verdict(), None);
    }
}
