//! What a screen shows of one figure.

use super::{Changes, Walk};
use crate::check::{Judgement, Verdict, Why};
use crate::model::{ItemId, Numeric, StepKind};
use crate::progress::{Item, Record, Rung, Way, What, way};

/// How far a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Untouched,
    /// Help was seen, nothing answered yet.
    Helped,
    /// Faux.
    Wrong,
    /// Presque.
    Close,
    /// Juste.
    Solved,
    /// Juste, on the learner's own earlier results.
    Carried,
    /// The result was shown and no right answer given before.
    Revealed,
}

/// One figure, as a `calcul` or as a cell.
#[derive(Debug, Clone, Copy)]
pub struct NumberState<'a> {
    pub item: &'a Numeric,
    /// The field, as typed.
    pub draft: &'a str,
    pub standing: Standing,
    pub way: Option<Way>,
    /// What the check said: of an answer that was not an attempt, else of the last attempt.
    pub judgement: Option<&'a Judgement>,
    /// The field changed since that answer.
    pub edited: bool,
    pub attempts: usize,
}

impl Walk {
    /// The state of a figure of this question.
    pub fn number(&self, id: &ItemId) -> Option<NumberState<'_>> {
        match self.find_item(id)? {
            Item::Number(item) => Some(self.number_state(item)),
            _ => None,
        }
    }

    /// The state of the figure in focus.
    pub fn focused_number(&self) -> Option<NumberState<'_>> {
        match self.focus()? {
            Item::Number(item) => Some(self.number_state(item)),
            _ => None,
        }
    }

    /// The state of a figure that is already at hand, as in drawing a table.
    pub fn number_state<'a>(&'a self, item: &'a Numeric) -> NumberState<'a> {
        let record = self.record(&item.id);
        let last = record.and_then(Record::last);
        let noticed = self.notice.as_ref().filter(|(id, _)| *id == item.id).map(|(_, said)| said);
        let draft = self.draft(&item.id);
        NumberState {
            item,
            draft,
            standing: record.map_or(Standing::Untouched, standing),
            way: record.and_then(|record| way(&Item::Number(item), record)),
            judgement: noticed.or_else(|| self.judgements.get(&item.id)),
            edited: noticed.is_none() && last.is_some_and(|answer| answer.raw != draft),
            attempts: record.map_or(0, |record| record.attempts.len()),
        }
    }

    /// "Pourquoi ?" of the figure in focus.
    pub fn why(&self) -> Option<&Why> {
        let item = self.focus()?.id();
        let noticed = self.notice.as_ref().filter(|(id, _)| id == item).map(|(_, said)| said);
        noticed.or_else(|| self.judgements.get(item)).map(|judgement| &judgement.why)
    }

    /// What "Pourquoi ?" shows now, each part behind its label: what is accepted stays hidden as
    /// long as it would give the answer away.
    pub fn why_rows(&self) -> Vec<(&'static str, &str)> {
        let Some(why) = self.why() else { return Vec::new() };
        let known = self.result_known();
        let rows = [
            ("Lu", &why.read_as, true),
            ("Écart", &why.rough, !known),
            ("Accepté", &why.interval, known),
            ("Écart", &why.distance, known),
            ("Piste", &why.nearest_slip, !self.slip_is_said()),
        ];
        let shown = rows.into_iter().filter(|(.., shown)| *shown);
        shown.filter_map(|(label, words, _)| Some((label, words.as_deref()?))).collect()
    }

    /// There is something left to show, which would give the answer away.
    pub fn why_hides(&self) -> bool {
        !self.result_known() && self.why().is_some_and(|why| why.interval.is_some())
    }

    /// The verdict itself already names the nearest slip.
    fn slip_is_said(&self) -> bool {
        let judgement = self.focused_number().and_then(|state| state.judgement);
        judgement
            .is_some_and(|said| said.why.nearest_slip.as_deref() == Some(said.message.as_str()))
    }

    /// Whether what is accepted can be shown without giving anything away: the answer is right, or
    /// the result was seen already.
    pub fn result_known(&self) -> bool {
        let record = self.focus().and_then(|item| self.record(item.id()));
        record.is_some_and(|record| record.revealed() || record.solved() && !record.carried())
    }

    /// Shows the result of the figure in focus, whatever rungs were skipped: it is remembered.
    pub fn show_result(&mut self, now_ms: i64) -> Changes {
        match self.focus() {
            Some(item) if !self.result_known() => {
                self.record_one(item.id().clone(), What::Help(Rung::Result), now_ms)
            }
            _ => Changes::none(),
        }
    }

    /// What the result means, free once it is known: of the figure in focus, or of the whole table
    /// once every blank is done.
    pub fn conclusion(&self) -> Option<&str> {
        let text = match self.focus()? {
            Item::Number(item) => &item.reasoning,
            Item::Choice(_, choice) => &choice.reasoning,
            Item::Writing(_, writing) => &writing.reasoning,
            Item::Rcs(_, rcs) => &rcs.reasoning,
        };
        let item = self.focus()?;
        let known = self.record(item.id()).is_some_and(|r| crate::progress::done(&item, r));
        (known && !text.is_empty()).then_some(text.as_str())
    }

    /// What the finished table shows.
    pub fn grid_conclusion(&self) -> Option<&str> {
        match &self.step()?.kind {
            StepKind::Grid(grid)
                if self.step_state(self.step) == crate::progress::State::Done
                    && !grid.reasoning.is_empty() =>
            {
                Some(&grid.reasoning)
            }
            _ => None,
        }
    }
}

fn standing(record: &Record) -> Standing {
    let last = record.last().and_then(|answer| answer.verdict.verdict());
    if record.way.is_none() && record.revealed() {
        Standing::Revealed
    } else if record.carried() {
        Standing::Carried
    } else if record.solved() {
        Standing::Solved
    } else {
        match last {
            Some(Verdict::Close) => Standing::Close,
            Some(_) => Standing::Wrong,
            None if record.attempts.is_empty() && record.rungs.is_empty() => Standing::Untouched,
            None if record.attempts.is_empty() => Standing::Helped,
            None => Standing::Wrong,
        }
    }
}
