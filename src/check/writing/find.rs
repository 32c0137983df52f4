//! Looking for a pattern in the sentences of a text.

use std::ops::Range;

use super::boundary::Sentence;
use super::cues;
use super::lexicon::{Hit, Lexicon};
use super::negation::{Polarity, polarities};
use super::pattern::{Asked, Pattern, Phrase, Term};
use super::token::Text;

/// Tokens at most between the first and the last word of a match: run-on sentences hold several ideas.
const WINDOW: usize = 32;

/// A text ready to be searched.
pub struct Search<'a> {
    text: &'a Text,
    /// Words of patterns each form of the text stands for.
    hits: Vec<Vec<Hit>>,
    /// Words of patterns that the token and the next one, written as one, stand for.
    joined: Vec<Option<usize>>,
    /// One per token of each sentence.
    polarities: Vec<Vec<Polarity>>,
    /// Words of patterns that deny by themselves.
    denying: Vec<bool>,
}

/// A phrase found in a sentence: its tokens, from the first to the last, excluded.
#[derive(Debug, Clone)]
struct Found {
    tokens: Range<usize>,
    polarity: Polarity,
    asked: Asked,
    /// The phrase itself holds a word that denies.
    denies: bool,
}

impl<'a> Search<'a> {
    pub fn new(text: &'a Text, lexicon: &Lexicon) -> Self {
        let pair = |at: usize| {
            let next = text.tokens.get(at + 1)?;
            let both = format!("{}{}", text.folded(at), text.forms[next.form].folded);
            lexicon.exact(&both)
        };
        Search {
            text,
            hits: text.forms.iter().map(|form| lexicon.hits(form)).collect(),
            joined: (0..text.tokens.len()).map(pair).collect(),
            polarities: text
                .sentences
                .iter()
                .map(|tokens| polarities(&Sentence::new(text, tokens)))
                .collect(),
            denying: lexicon.folded_words().map(cues::is_cue).collect(),
        }
    }

    /// Bytes of the first sentence part where the pattern is found.
    pub fn find(&self, pattern: &Pattern) -> Option<Range<usize>> {
        (0..self.text.sentences.len()).find_map(|sentence| self.find_in(pattern, sentence))
    }

    fn find_in(&self, pattern: &Pattern, sentence: usize) -> Option<Range<usize>> {
        let found: Vec<(Asked, Vec<Found>)> = pattern
            .terms
            .iter()
            .map(|term| (term.asked, self.occurrences(term, sentence)))
            .collect();
        let required = || found.iter().filter(|(asked, _)| *asked != Asked::Absent);
        // A pattern that names the absence ("manque photos", "!photos site") leaves its other words free.
        let free = required().any(|(_, found)| found.iter().any(names_absence));
        let places: Vec<Vec<Range<usize>>> = required()
            .map(|(_, found)| {
                let fitting = found.iter().filter(|found| fits(found, free));
                fitting.map(|found| found.tokens.clone()).collect()
            })
            .collect();
        let excluded = |stretch: &Range<usize>| {
            let clauses = self.clauses(sentence, stretch);
            let absent = found.iter().filter(|(asked, _)| *asked == Asked::Absent);
            absent.flat_map(|(_, found)| found).any(|word| clauses.contains(&word.tokens.start))
        };
        let stretch = tightest(&places, |stretch| !excluded(stretch))?;
        Some(self.bytes(sentence, stretch))
    }

    /// The clauses that hold a stretch.
    fn clauses(&self, sentence: usize, stretch: &Range<usize>) -> Range<usize> {
        let sentence = Sentence::new(self.text, &self.text.sentences[sentence]);
        let last = stretch.end.saturating_sub(1);
        sentence.clause_start(stretch.start)..sentence.clause_end(last)
    }

    /// Where any alternative of the term is found.
    fn occurrences(&self, term: &Term<usize>, sentence: usize) -> Vec<Found> {
        let tokens = &self.text.sentences[sentence];
        let all = |start: usize| {
            let phrases = term.alternatives.iter();
            phrases.filter_map(move |phrase| self.phrase_at(phrase, sentence, start))
        };
        (0..tokens.len()).flat_map(all).collect()
    }

    fn phrase_at(&self, phrase: &Phrase<usize>, sentence: usize, start: usize) -> Option<Found> {
        let (end, opposite) = self
            .words_at(&phrase.words, sentence, start)
            .or_else(|| self.joined_at(phrase, sentence, start))?;
        let polarity = self.polarities[sentence][start];
        let flipped = Polarity { affirmed: polarity.negated, negated: polarity.affirmed };
        Some(Found {
            tokens: start..end,
            asked: phrase.asked,
            polarity: if opposite { flipped } else { polarity },
            denies: phrase.words.iter().any(|word| self.denying[*word]),
        })
    }

    /// The words in a row from `start`, fillers aside: the end, and whether a contrary was found.
    fn words_at(&self, words: &[usize], sentence: usize, start: usize) -> Option<(usize, bool)> {
        let tokens = &self.text.sentences[sentence];
        let mut at = start;
        let mut contrary = false;
        for (rank, word) in words.iter().enumerate() {
            let mut skipped = 0;
            while rank > 0 && skipped < 2 && at < tokens.len() && self.skips(*word, tokens[at]) {
                at += 1;
                skipped += 1;
            }
            let (end, opposite) = self.word_at(*word, tokens, at)?;
            contrary |= opposite;
            at = end;
        }
        Some((at, contrary))
    }

    fn skips(&self, word: usize, token: usize) -> bool {
        cues::is_filler(self.text.folded(token)) && self.hit(word, token).is_none()
    }

    /// The word at this place, in one token or two.
    fn word_at(&self, word: usize, tokens: &[usize], at: usize) -> Option<(usize, bool)> {
        let token = *tokens.get(at)?;
        if let Some(hit) = self.hit(word, token) {
            return Some((at + 1, hit.opposite));
        }
        let next = tokens.get(at + 1) == Some(&(token + 1));
        (next && self.joined[token] == Some(word)).then_some((at + 2, false))
    }

    /// The words of the phrase written as one.
    fn joined_at(
        &self,
        phrase: &Phrase<usize>,
        sentence: usize,
        at: usize,
    ) -> Option<(usize, bool)> {
        self.word_at(phrase.joined?, &self.text.sentences[sentence], at)
    }

    fn hit(&self, word: usize, token: usize) -> Option<Hit> {
        let hits = &self.hits[self.text.tokens[token].form];
        hits.iter().find(|hit| hit.word == word).copied()
    }

    fn bytes(&self, sentence: usize, tokens: Range<usize>) -> Range<usize> {
        let sentence = &self.text.sentences[sentence];
        // The heading of a list may lie far above: the line itself is the evidence.
        let ranges = sentence[tokens].iter().map(|token| &self.text.tokens[*token].range);
        let own = sentence.last().map_or(0, |last| line_start(sentence, *last));
        let kept: Vec<_> =
            ranges.filter(|range| range.start >= self.text.tokens[own].range.start).collect();
        let start =
            kept.iter().map(|range| range.start).min().unwrap_or(self.text.tokens[own].range.start);
        let end =
            kept.iter().map(|range| range.end).max().unwrap_or(self.text.tokens[own].range.end);
        start..end
    }
}

/// The first token of the run that ends the sentence: what comes before it is a heading.
fn line_start(sentence: &[usize], last: usize) -> usize {
    let run =
        sentence.iter().rev().zip((0..=last).rev()).take_while(|(token, n)| *token == n).last();
    run.map_or(last, |(token, _)| *token)
}

fn names_absence(found: &Found) -> bool {
    match found.asked {
        Asked::Affirmed | Asked::Absent => found.denies,
        Asked::Negated => found.polarity.negated,
        Asked::Either => true,
    }
}

fn fits(found: &Found, free: bool) -> bool {
    match found.asked {
        Asked::Negated => found.polarity.negated || found.denies,
        Asked::Affirmed => free && !lacks(found) || found.polarity.affirmed,
        Asked::Either | Asked::Absent => true,
    }
}

/// A word that denies and is denied: "ne manque pas".
fn lacks(found: &Found) -> bool {
    found.denies && !found.polarity.affirmed
}

/// The shortest stretch that holds one occurrence of every term and is allowed.
fn tightest(
    required: &[Vec<Range<usize>>],
    allowed: impl Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let starts = required.iter().flatten().map(|range| range.start);
    starts
        .filter_map(|start| stretch_from(start, required))
        .filter(|stretch| stretch.len() <= WINDOW && allowed(stretch))
        .min_by_key(Range::len)
}

/// The shortest stretch that starts at `start`.
fn stretch_from(start: usize, required: &[Vec<Range<usize>>]) -> Option<Range<usize>> {
    let mut end = start;
    for occurrences in required {
        let next =
            occurrences.iter().filter(|range| range.start >= start).map(|range| range.end).min();
        end = end.max(next?);
    }
    Some(start..end)
}
