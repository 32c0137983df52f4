//! A text of a file and the place it stands at, so that a problem found later can point at it.

use std::ops::Range;

use ron::value::RawValue;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// A string literal of a RON document and where it stands.
///
/// Figures, formulas and references are kept this way; the position survives because
/// the raw value borrows from the document that is being parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    pub text: String,
    address: usize,
    length: usize,
}

impl Located {
    /// Bytes of `document` this literal takes, quotes included. `document` must be the very
    /// string that was parsed; a text that does not lie in it gets an empty range at its start.
    pub fn span(&self, document: &str) -> Range<usize> {
        let start = self.address.wrapping_sub(document.as_ptr() as usize);
        match start.checked_add(self.length) {
            Some(end) if end <= document.len() => start..end,
            _ => 0..0,
        }
    }
}

impl<'de> Deserialize<'de> for Located {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: &'de RawValue = Deserialize::deserialize(deserializer)?;
        let literal = raw.trim().get_ron();
        if !literal.starts_with(['"', 'r']) {
            return Err(D::Error::custom(format!(
                "`{literal}` doit être écrit entre guillemets droits"
            )));
        }
        let text = ron::from_str(literal).map_err(|e| D::Error::custom(e.code))?;
        Ok(Located { text, address: literal.as_ptr() as usize, length: literal.len() })
    }
}
