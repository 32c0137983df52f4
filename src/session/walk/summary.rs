//! The end of a question: how each item was got, what to remember.

use super::Walk;
use crate::check::Verdict;
use crate::model::{ItemId, Question, QuestionEntry};
use crate::progress::{Earned, Item, Record, Way, done, earned, items, way};

/// One item of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine<'a> {
    pub id: &'a ItemId,
    pub label: &'a str,
    pub done: bool,
    pub way: Option<Way>,
    pub attempts: usize,
    /// The verdict on the last answer.
    pub last: Option<Verdict>,
    /// Codes of the slips made on the way, in order.
    pub slips: Vec<&'a str>,
}

/// A slip of the printed corrigé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErratumLine<'a> {
    /// The figure or sentence as printed.
    pub printed: &'a str,
    /// What is right, where it is a sentence; a figure's stays in the item.
    pub right: Option<&'a str>,
    pub explanation: &'a str,
}

/// The end-of-question summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary<'a> {
    pub items: Vec<ItemLine<'a>>,
    /// Indicative, even where the scale is official.
    pub points: Earned,
    /// None before every item is done: they quote figures.
    pub errata: Vec<ErratumLine<'a>>,
    /// What to remember; empty before every item is done, since it quotes figures too.
    pub remember: &'a str,
}

impl Summary<'_> {
    /// How many items were got this way.
    pub fn count(&self, way: Way) -> usize {
        self.items.iter().filter(|line| line.way == Some(way)).count()
    }

    /// The items that did not come by themselves: what to work on again.
    pub fn to_rework(&self) -> impl Iterator<Item = &ItemLine<'_>> {
        self.items.iter().filter(|item| match item.way {
            Some(way) => way != Way::Alone,
            None => item.done || item.attempts > 0,
        })
    }

    /// How many items are done without being right: a text with points missing.
    pub fn partial(&self) -> usize {
        self.items.iter().filter(|item| item.done && item.way.is_none()).count()
    }

    /// How many items are not done.
    pub fn left(&self) -> usize {
        self.items.iter().filter(|line| !line.done).count()
    }
}

impl Walk {
    /// The summary as it stands, at any time.
    pub fn summary(&self) -> Summary<'_> {
        let question = self.question();
        let items: Vec<ItemLine> = question
            .steps
            .iter()
            .flat_map(|step| Item::of_step(step).into_iter().map(move |item| (step, item)))
            .map(|(step, item)| self.line(&step.prompt, item))
            .collect();
        let finished = items.iter().all(|line| line.done);
        Summary {
            items,
            points: earned(&QuestionEntry::of(question), &self.history),
            errata: if finished { errata(question) } else { Vec::new() },
            remember: if finished { &question.summary } else { "" },
        }
    }

    fn line<'a>(&'a self, prompt: &'a str, item: Item<'a>) -> ItemLine<'a> {
        let record = self.record(item.id());
        let attempts = record.map(|record| record.attempts.as_slice()).unwrap_or_default();
        ItemLine {
            id: item.id(),
            label: match item {
                Item::Number(numeric) if !numeric.label.is_empty() => &numeric.label,
                _ => prompt,
            },
            done: record.is_some_and(|record| done(&item, record)),
            way: record.and_then(|record| way(&item, record)),
            attempts: attempts.len(),
            last: record.and_then(Record::last).and_then(|answer| answer.verdict.verdict()),
            slips: attempts.iter().filter_map(|a| a.answer.slip.as_deref()).collect(),
        }
    }
}

/// The slips of the corrigé in this question: of its sentences, then of its figures.
fn errata(question: &Question) -> Vec<ErratumLine<'_>> {
    let sentences = question.errata.iter().map(|erratum| ErratumLine {
        printed: &erratum.printed,
        right: Some(&erratum.right),
        explanation: &erratum.explanation,
    });
    let figures = items(question).filter_map(|item| match item {
        Item::Number(numeric) => {
            let printed = numeric.printed.as_ref()?;
            Some(ErratumLine {
                printed: &printed.text,
                right: None,
                explanation: printed.erratum.as_deref()?,
            })
        }
        _ => None,
    });
    sentences.chain(figures).collect()
}
