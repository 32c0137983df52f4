//! Answering a figure.

use super::{Changes, Walk, judging};
use crate::check::{Judgement, Verdict};
use crate::model::{ItemId, Numeric};
use crate::progress::{Answer, Item, What};

impl Walk {
    /// Answers the figure in focus. What is unreadable or blank records nothing but the draft, and
    /// says why in [`NumberState::judgement`](super::NumberState::judgement).
    pub fn answer(&mut self, raw: &str, now_ms: i64) -> Changes {
        let Some(Item::Number(item)) = self.focus() else { return Changes::none() };
        let item = item.clone();
        self.answer_item(&item, raw, now_ms)
    }

    /// Answers a blank of the table on screen by name, and puts the cursor there.
    pub fn answer_cell(&mut self, cell: &ItemId, raw: &str, now_ms: i64) -> Changes {
        let moved = self.focus_on(cell, now_ms);
        match self.focus() {
            Some(Item::Number(item)) if item.id == *cell => {
                let item = item.clone();
                moved.and(self.answer_item(&item, raw, now_ms))
            }
            _ => moved,
        }
    }

    fn answer_item(&mut self, item: &Numeric, raw: &str, now_ms: i64) -> Changes {
        let kept = self.keep(item.id.clone(), raw.to_owned(), now_ms);
        let judgement = self.judge(item, raw, self.history.len() + 1);
        self.follow_typing(&item.id, raw);
        self.tell_of_takings(item, &judgement);
        if judgement.verdict == Verdict::Neutral {
            self.notice = Some((item.id.clone(), judgement));
            return kept;
        }
        self.notice = None;
        let answer = answer_of(item, raw, &judgement);
        let changes = self.record_one(item.id.clone(), What::Answer(answer), now_ms);
        self.refresh(&item.id);
        kept.and(changes)
    }
}

/// The row of the journal for a judgement.
pub(super) fn answer_of(item: &Numeric, raw: &str, judgement: &Judgement) -> Answer {
    Answer {
        raw: raw.to_owned(),
        verdict: judgement.verdict.into(),
        remark: judgement.remark.map(|remark| remark.code().to_owned()),
        slip: judgement.slip.map(|slip| slip.code().to_owned()),
        carried: judgement.carried,
        value: judgement.value.map(|value| value.normalize().to_string()),
        points: Vec::new(),
        key: Some(judging::key_of_number(item)),
    }
}
