//! A text of a file and the place it stands at, so that a problem found later can point at it.

use std::ops::Range;

use ron::value::RawValue;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// A string literal of a RON document and where it stands.
///
/// Every text, figure, formula and reference is kept this way; the position survives because
/// the raw value borrows from the document that is being parsed. A field left out is the
/// default: an empty text without a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

    /// Bytes of `document` that a part of the text takes. Where the literal holds escapes other
    /// than a backslash and one character, the whole literal.
    pub fn part(&self, document: &str, part: &Range<usize>) -> Range<usize> {
        let whole = self.span(document);
        let quoted = document.get(whole.clone()).unwrap_or_default();
        let Some(open) = quoted.find('"') else { return whole };
        let place = |at| raw_offset(&quoted[open + 1..], &self.text, at, quoted.starts_with('r'));
        match (place(part.start), place(part.end)) {
            (Some(start), Some(end)) => {
                let base = whole.start + open + 1;
                base + start..base + end
            }
            _ => whole,
        }
    }

    /// True where the author left the field out.
    pub fn is_absent(&self) -> bool {
        self.length == 0
    }
}

impl<'de> Deserialize<'de> for Located {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: &'de RawValue = Deserialize::deserialize(deserializer)?;
        let literal = raw.trim().get_ron();
        if !literal.starts_with(['"', 'r']) {
            return Err(D::Error::custom(UNQUOTED));
        }
        let text = read_literal(literal).map_err(D::Error::custom)?;
        Ok(Located { text, address: literal.as_ptr() as usize, length: literal.len() })
    }
}

/// Where byte `at` of `text` stands in `inside`, the literal it was read from.
fn raw_offset(inside: &str, text: &str, at: usize, raw: bool) -> Option<usize> {
    let mut written = inside.char_indices();
    for (i, c) in text.char_indices() {
        let (place, first) = written.next()?;
        if i >= at {
            return (i == at).then_some(place);
        }
        let shown = if first == '\\' && !raw { written.next()?.1 } else { first };
        if shown != c {
            return None;
        }
    }
    (at == text.len()).then(|| written.next().map(|(place, _)| place))?
}

/// The message of a value that should have been a string; `ron_error` words it for the author.
pub(super) const UNQUOTED: &str = "texte attendu entre guillemets droits";

/// Most literals hold no escape: those are sliced, the others go through RON again.
fn read_literal(literal: &str) -> Result<String, ron::Error> {
    let plain = literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match plain {
        Some(text) if !text.contains(['\\', '"']) => Ok(text.to_owned()),
        _ => ron::from_str(literal).map_err(|error| error.code),
    }
}
