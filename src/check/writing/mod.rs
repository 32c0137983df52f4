//! Recognising key points in free text. What a text is worth is for the learner to contest.
//!
//! The text is cut into sentences of tokens, every token gets a polarity (affirmed, negated or
//! either), and every pattern of `docs/format.md` is looked for sentence by sentence.

mod boundary;
mod cues;
mod find;
mod fold;
mod lexicon;
mod negation;
mod pattern;
mod token;

use std::ops::Range;

pub use fold::fold;

use crate::model::Writing;

/// Changes with every change of the engine that may change a mark.
pub const VERSION: u32 = 1;

/// Bytes of a text that are looked at: far more than an exam copy holds.
const LONGEST: usize = 100_000;

/// Whether a key point was recognised, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointMark {
    pub id: String,
    pub found: bool,
    /// Bytes of the text where it was recognised.
    pub evidence: Option<Range<usize>>,
}

/// How many words a text has, as a marker would count them: signs standing alone are none.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Looks for every key point in a text. A pattern that does not parse finds nothing:
/// `content` refuses files that hold one.
pub fn analyse(writing: &Writing, text: &str) -> Vec<PointMark> {
    let text = token::Text::new(clip(text));
    let mut lexicon = lexicon::Lexicon::default();
    let points: Vec<(&String, Vec<pattern::Pattern>)> = writing
        .points
        .iter()
        .map(|point| {
            let patterns = point.patterns.iter().filter_map(|p| pattern::parse(p).ok());
            (&point.id, patterns.map(|parsed| parsed.intern(&mut lexicon)).collect())
        })
        .collect();
    let search = find::Search::new(&text, &lexicon);
    points
        .into_iter()
        .map(|(id, patterns)| {
            let evidence = patterns.iter().find_map(|pattern| search.find(pattern));
            PointMark { id: id.clone(), found: evidence.is_some(), evidence }
        })
        .collect()
}

/// Checks a pattern as an author wrote it; the error says what to change, in French.
pub fn check_pattern(pattern: &str) -> Result<(), String> {
    pattern::parse(pattern).map(|_| ())
}

fn clip(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests;
