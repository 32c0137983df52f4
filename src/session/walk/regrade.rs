//! Judging old answers again when the file was corrected since: the raw text decides, never the old verdict.

use super::{Changes, Walk, answer, choice, judging, writing};
use crate::check::judge_choice;
use crate::model::ItemId;
use crate::progress::{Answer, Item, What, items};

impl Walk {
    /// Judges again every last answer given under another version of what is expected. To call
    /// once after opening; returns nothing when all is as it was.
    pub fn regrade(&mut self, now_ms: i64) -> Changes {
        let stale: Vec<(ItemId, Answer)> =
            items(self.question()).filter_map(|item| self.judged_again(&item)).collect();
        let mut changes = Changes::none();
        for (id, answer) in stale {
            changes = changes.and(self.record_one(id, What::Regrade(answer), now_ms));
        }
        changes
    }

    fn judged_again(&self, item: &Item) -> Option<(ItemId, Answer)> {
        let record = self.record(item.id())?;
        let attempt = record.attempts.last()?;
        let old = &attempt.answer;
        let (key, new) = match item {
            Item::Number(asked) => {
                let judgement = self.judgements.get(&asked.id)?;
                (judging::key_of_number(asked), answer::answer_of(asked, &old.raw, judgement))
            }
            Item::Choice(_, asked) => {
                let picked = choice::resolve(asked, &record.picked);
                let verdict = judge_choice(asked, &picked).verdict;
                (choice::key_of(asked), choice::answer_of(asked, &picked, verdict))
            }
            Item::Writing(_, asked) => {
                (judging::key_of_writing(asked), writing::answer_of(asked, &old.raw))
            }
            Item::Rcs(..) => return None,
        };
        (old.key.as_deref() != Some(key.as_str())).then(|| (item.id().clone(), new))
    }
}
