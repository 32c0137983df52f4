//! The help ladder: one rung at a time, on request, and remembered.

use std::rc::Rc;

use super::{Changes, Walk};
use crate::check::{self, Paper};
use crate::formula::explain::{self, Heading};
use crate::model::{Choice, Numeric, Rcs, Writing};
use crate::progress::{Item, Rung, What};

/// A rung and what it says, one paragraph each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RungText {
    pub rung: Rung,
    pub paragraphs: Vec<String>,
}

impl Walk {
    /// The whole ladder of the item in focus; rungs with nothing to say are left out.
    pub fn ladder(&self) -> Rc<[RungText]> {
        let Some(item) = self.focus() else { return Rc::new([]) };
        // A ladder depends on the file alone, and the key bar asks for it at every frame.
        if let Some(known) = self.ladders.borrow().get(item.id()) {
            return Rc::clone(known);
        }
        let ladder: Rc<[RungText]> = ladder_of(item, &Paper::new(self.subject())).into();
        self.ladders.borrow_mut().insert(item.id().clone(), Rc::clone(&ladder));
        ladder
    }

    /// The rungs seen so far.
    pub fn seen_rungs(&self) -> Vec<RungText> {
        let seen = self.rungs_asked();
        self.ladder().iter().filter(|rung| seen.contains(&rung.rung)).cloned().collect()
    }

    /// The next rung and how many are left with it, for the key bar; `None` at the top.
    pub fn next_rung_label(&self) -> Option<(Rung, usize)> {
        let seen = self.rungs_asked();
        let left: Vec<Rung> = self
            .ladder()
            .iter()
            .map(|rung| rung.rung)
            .filter(|rung| !seen.contains(rung))
            .collect();
        left.first().map(|rung| (*rung, left.len()))
    }

    /// Climbs one rung.
    pub fn next_rung(&mut self, now_ms: i64) -> Changes {
        let (Some((rung, _)), Some(item)) = (self.next_rung_label(), self.focus()) else {
            return Changes::none();
        };
        self.record_one(item.id().clone(), What::Help(rung), now_ms)
    }

    fn rungs_asked(&self) -> &[Rung] {
        let record = self.focus().and_then(|item| self.record(item.id()));
        record.map(|record| record.rungs.as_slice()).unwrap_or_default()
    }

    /// The expected figure with the decimals a candidate gives it, as the ladder and the table show it.
    pub fn expected_text(&self, item: &Numeric) -> String {
        check::shown(item)
    }
}

/// The whole ladder of an item; rungs with nothing to say are left out.
pub(in crate::session) fn ladder_of(item: Item, paper: &Paper) -> Vec<RungText> {
    let mut rungs = match item {
        Item::Number(item) => number_rungs(item, paper),
        Item::Choice(_, choice) => choice_rungs(choice),
        Item::Writing(_, writing) => writing_rungs(writing),
        Item::Rcs(_, rcs) => rcs_rungs(rcs),
    };
    rungs.retain(|rung| !rung.paragraphs.is_empty());
    rungs
}

fn number_rungs(item: &Numeric, paper: &Paper) -> Vec<RungText> {
    let heading = Heading { label: &item.label, unit: item.unit, decimals: item.decimals };
    let mut rungs = hints(&item.hints);
    let method = match &item.method {
        Some(method) => paragraphs(method),
        None => explain::in_words(&item.formula, paper, &heading),
    };
    rungs.push(RungText { rung: Rung::Method, paragraphs: method });
    let laid_out = explain::with_figures(&item.formula, paper, &heading).into_iter().collect();
    rungs.push(RungText { rung: Rung::Substitution, paragraphs: laid_out });
    let mut result = explain::steps(&item.formula, paper, &heading);
    result.push(format!("{}\u{a0}: {}", item.label, check::shown(item)));
    rungs.push(RungText { rung: Rung::Result, paragraphs: result });
    rungs.push(interpretation(&item.reasoning));
    rungs
}

fn choice_rungs(choice: &Choice) -> Vec<RungText> {
    let right = choice.options.iter().filter(|option| option.right);
    let answer = right
        .map(|option| format!("{}\u{a0}: {}", option.text.trim_end_matches('.'), option.why))
        .collect();
    let mut rungs = hints(&choice.hints);
    rungs.push(RungText { rung: Rung::Result, paragraphs: answer });
    rungs.push(interpretation(&choice.reasoning));
    rungs
}

fn writing_rungs(writing: &Writing) -> Vec<RungText> {
    let mut rungs = hints(&writing.hints);
    rungs.push(RungText { rung: Rung::Result, paragraphs: writing.model.clone() });
    rungs.push(interpretation(&writing.reasoning));
    rungs
}

fn rcs_rungs(rcs: &Rcs) -> Vec<RungText> {
    let mut rungs = hints(&rcs.hints);
    rungs.push(RungText { rung: Rung::Method, paragraphs: paragraphs(&rcs.problem) });
    rungs.push(RungText { rung: Rung::Result, paragraphs: plan(rcs) });
    rungs.push(interpretation(&rcs.reasoning));
    rungs
}

/// The model plan, from introduction to conclusion.
fn plan(rcs: &Rcs) -> Vec<String> {
    let mut lines = paragraphs(&rcs.introduction);
    for (number, part) in rcs.parts.iter().enumerate() {
        lines.push(format!("{}. {}", number + 1, part.title));
        for idea in &part.ideas {
            lines.push(format!("– {}\u{a0}: {} {}", idea.title, idea.argument, idea.example));
        }
    }
    lines.extend(paragraphs(&rcs.conclusion));
    lines
}

pub(super) fn hints(hints: &[String]) -> Vec<RungText> {
    let rung = |(n, hint): (usize, &String)| RungText {
        rung: Rung::Hint(n),
        paragraphs: paragraphs(hint),
    };
    hints.iter().enumerate().map(rung).collect()
}

pub(super) fn interpretation(reasoning: &str) -> RungText {
    RungText { rung: Rung::Interpretation, paragraphs: paragraphs(reasoning) }
}

/// One paragraph, or none where there is nothing to say.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}
