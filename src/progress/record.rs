//! What is known of one item: attempts, help seen, and the way it was solved.

use std::collections::BTreeMap;

use super::{Answer, Carry, Levels, Pick, Rung, What};
use crate::check::Verdict;

/// The four ways to have got there (the journal, the reviews and a teacher's report use these).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// Right at the first try, without help.
    Alone,
    AfterError,
    AfterHelp,
    Revealed,
}

impl Way {
    pub const ALL: [Way; 4] = [Way::Alone, Way::AfterError, Way::AfterHelp, Way::Revealed];

    pub fn code(self) -> &'static str {
        ["seul", "apres-erreur", "apres-aide", "revele"][self as usize]
    }

    pub fn label(self) -> &'static str {
        ["seul", "après erreur", "après aide", "résultat montré"][self as usize]
    }

    /// The same behind "une réponse".
    pub fn told(self) -> &'static str {
        [
            "du premier coup et sans aide",
            "après une erreur",
            "avec de l’aide",
            "avec le résultat montré",
        ][self as usize]
    }
}

/// An answer and its place in the order of all events.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    pub order: u64,
    pub at_ms: i64,
    pub answer: Answer,
}

/// A point the learner added, and whether it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPoint {
    pub id: String,
    pub text: String,
    pub counted: bool,
}

/// An earlier round of a question worked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// When the last event of the round happened.
    pub at_ms: i64,
    pub attempts: usize,
    pub way: Option<Way>,
}

/// Everything the current round says of one item, and what earlier rounds came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    pub attempts: Vec<Attempt>,
    /// Rungs asked for, in order, each once.
    pub rungs: Vec<Rung>,
    /// How many attempts there were when the result was first shown.
    pub revealed_after: Option<usize>,
    /// Set by the first right answer.
    pub way: Option<Way>,
    pub picked: Vec<Pick>,
    /// Contested key points.
    pub marks: BTreeMap<String, bool>,
    pub own_points: Vec<OwnPoint>,
    pub levels: Levels,
    /// The RCS handed in last.
    pub text: Option<String>,
    /// Only in the record of a question.
    pub carry: Option<Carry>,
    /// The right result was shown in somebody else's copy.
    pub seen_in_copy: bool,
    pub last_ms: i64,
    pub past: Vec<Past>,
}

impl Record {
    /// The last answer given.
    pub fn last(&self) -> Option<&Answer> {
        self.attempts.last().map(|attempt| &attempt.answer)
    }

    /// The last answer given before the event number `order`.
    pub fn last_before(&self, order: u64) -> Option<&Answer> {
        self.attempts.iter().rev().find(|a| a.order < order).map(|a| &a.answer)
    }

    /// The best verdict so far, among those this version knows.
    pub fn best(&self) -> Option<Verdict> {
        let rank = |verdict: &Verdict| match verdict {
            Verdict::Right => 3,
            Verdict::Close => 2,
            Verdict::Wrong => 1,
            Verdict::Neutral => 0,
        };
        self.attempts.iter().filter_map(|a| a.answer.verdict.verdict()).max_by_key(rank)
    }

    /// A right answer was given, on the corrigé's figures or on carried ones.
    pub fn solved(&self) -> bool {
        self.attempts.iter().any(|attempt| is_right(&attempt.answer))
    }

    /// The right answer came from the learner's own earlier results only.
    pub fn carried(&self) -> bool {
        let mut right = self.attempts.iter().filter(|a| is_right(&a.answer)).peekable();
        right.peek().is_some() && right.all(|attempt| attempt.answer.carried)
    }

    /// The result was shown.
    pub fn revealed(&self) -> bool {
        self.revealed_after.is_some()
    }

    /// The last answer given before the result was shown.
    pub fn last_unaided(&self) -> Option<&Answer> {
        let attempts = self.revealed_after.unwrap_or(self.attempts.len());
        self.attempts[..attempts].last().map(|attempt| &attempt.answer)
    }

    /// Nothing happened yet in this round.
    pub fn untouched(&self) -> bool {
        let fresh = Record {
            past: self.past.clone(),
            last_ms: self.last_ms,
            seen_in_copy: self.seen_in_copy,
            ..Record::default()
        };
        *self == fresh
    }

    /// Folds one event in.
    pub(super) fn apply(&mut self, order: u64, at_ms: i64, what: &What) {
        self.last_ms = at_ms;
        match what {
            What::Answer(answer) => self.attempt(order, at_ms, answer),
            What::Regrade(answer) => self.regrade(answer),
            What::Help(rung) => self.help(*rung),
            What::Mark { point, counted } => self.mark(point, *counted),
            What::OwnPoint { text } => self.own_point(text),
            What::Choice { picked } => self.picked.clone_from(picked),
            What::Levels(levels) => self.levels = *levels,
            What::ChooseCarry(carry) => self.carry = Some(*carry),
            What::Text(text) => self.text = Some(text.clone()),
            What::Restart => self.restart(),
            What::Hunt(_) | What::Other { .. } => {}
        }
    }

    fn attempt(&mut self, order: u64, at_ms: i64, answer: &Answer) {
        if answer.verdict.is(Verdict::Neutral) {
            return;
        }
        if is_right(answer) && !self.solved() {
            self.way = Some(self.way_of_success());
        }
        self.attempts.push(Attempt { order, at_ms, answer: answer.clone() });
    }

    fn way_of_success(&self) -> Way {
        if self.revealed() {
            Way::Revealed
        } else if !self.rungs.is_empty() || self.seen_in_copy {
            Way::AfterHelp
        } else if !self.attempts.is_empty() {
            Way::AfterError
        } else {
            Way::Alone
        }
    }

    fn regrade(&mut self, answer: &Answer) {
        let Some(last) = self.attempts.last_mut() else { return };
        last.answer = answer.clone();
        if !self.solved() {
            self.way = None;
        } else if self.way.is_none() {
            let now = self.attempts.pop();
            self.way = Some(self.way_of_success());
            self.attempts.extend(now);
        }
    }

    fn help(&mut self, rung: Rung) {
        if !self.rungs.contains(&rung) {
            self.rungs.push(rung);
        }
        if rung >= Rung::Result && !self.revealed() {
            self.revealed_after = Some(self.attempts.len());
        }
    }

    fn mark(&mut self, point: &str, counted: bool) {
        match self.own_points.iter_mut().find(|own| own.id == point) {
            Some(own) => own.counted = counted,
            None => {
                self.marks.insert(point.to_owned(), counted);
            }
        }
    }

    fn own_point(&mut self, text: &str) {
        let id = format!("propre-{}", self.own_points.len() + 1);
        self.own_points.push(OwnPoint { id, text: text.to_owned(), counted: true });
    }

    /// Closes the round and opens a new one.
    pub(super) fn restart(&mut self) {
        if self.untouched() {
            return;
        }
        let past = Past { at_ms: self.last_ms, attempts: self.attempts.len(), way: self.way };
        let mut rounds = std::mem::take(&mut self.past);
        rounds.push(past);
        *self = Record { past: rounds, last_ms: self.last_ms, ..Record::default() };
    }
}

/// Right, on the corrigé's figures or on the learner's own.
fn is_right(answer: &Answer) -> bool {
    answer.verdict.is(Verdict::Right) || answer.carried
}
