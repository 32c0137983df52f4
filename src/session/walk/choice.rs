//! A choice: picking options, then submitting them.

use super::{Changes, Walk, judging};
use crate::check::{ChoiceJudgement, Verdict, judge_choice};
use crate::model::{Choice, ChoiceOption, ItemId};
use crate::progress::{Answer, Item, Pick, Record, Way, What, done, way};

/// What a screen shows of one option.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OptionState<'a> {
    pub option: &'a ChoiceOption,
    pub picked: bool,
    /// Why it is right or wrong: shown once submitted, for the options submitted; for all once done.
    pub explained: bool,
}

/// What a screen shows of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceState<'a> {
    pub several: bool,
    pub options: Vec<OptionState<'a>>,
    /// The check of the options submitted last, until the picks change.
    pub judgement: Option<ChoiceJudgement>,
    pub way: Option<Way>,
    pub done: bool,
}

impl Walk {
    /// The choice of the step on screen.
    pub fn choice(&self) -> Option<ChoiceState<'_>> {
        let (id, choice) = self.focused_choice()?;
        let item = Item::Choice(id, choice);
        let record = self.record(id);
        let picked = self.picks(id, choice);
        let submitted = record.map(|record| resolve(choice, &record.picked)).unwrap_or_default();
        let answered = record.is_some_and(|record| !record.attempts.is_empty());
        let done = record.is_some_and(|record| done(&item, record));
        let state = |(index, option)| OptionState {
            option,
            picked: picked.contains(&index),
            explained: done || answered && submitted.contains(&index),
        };
        Some(ChoiceState {
            several: choice.several,
            options: choice.options.iter().enumerate().map(state).collect(),
            judgement: (answered && submitted == picked).then(|| judge_choice(choice, &picked)),
            way: record.and_then(|record| way(&item, record)),
            done,
        })
    }

    /// Picks an option, or puts it back; where one is asked, it takes the place of the other.
    pub fn pick(&mut self, option: usize, now_ms: i64) -> Changes {
        let Some((id, choice)) = self.focused_choice() else { return Changes::none() };
        if option >= choice.options.len() {
            return Changes::none();
        }
        let mut picked = self.picks(id, choice);
        match (choice.several, picked.iter().position(|p| *p == option)) {
            (true, Some(at)) => {
                picked.remove(at);
            }
            (true, None) => picked.push(option),
            (false, _) => picked = vec![option],
        }
        picked.sort_unstable();
        let id = id.clone();
        self.keep(id, numbers(&picked), now_ms)
    }

    /// Submits the options picked; nothing when there are none.
    pub fn submit_choice(&mut self, now_ms: i64) -> Changes {
        let Some((id, choice)) = self.focused_choice() else { return Changes::none() };
        let picked = self.picks(id, choice);
        let verdict = judge_choice(choice, &picked).verdict;
        if verdict == Verdict::Neutral {
            return Changes::none();
        }
        let (id, answer, picks) =
            (id.clone(), answer_of(choice, &picked, verdict), picks_of(choice, &picked));
        let chosen = self.record_one(id.clone(), What::Choice { picked: picks }, now_ms);
        chosen.and(self.record_one(id, What::Answer(answer), now_ms))
    }

    fn focused_choice(&self) -> Option<(&ItemId, &Choice)> {
        match self.focus()? {
            Item::Choice(id, choice) => Some((id, choice)),
            _ => None,
        }
    }

    /// The options picked now: those being picked, else those submitted.
    fn picks(&self, id: &ItemId, choice: &Choice) -> Vec<usize> {
        let draft = self.draft(id);
        if draft.is_empty() {
            let picked = self.record(id).map(|record: &Record| resolve(choice, &record.picked));
            return picked.unwrap_or_default();
        }
        let known = |index: &usize| *index < choice.options.len();
        draft.split(' ').filter_map(|n| n.parse().ok()).filter(known).collect()
    }
}

/// The picks of the journal, in the options of today: by text first, for options may have moved.
pub(super) fn resolve(choice: &Choice, picked: &[Pick]) -> Vec<usize> {
    let at = |pick: &Pick| {
        let same = choice.options.iter().position(|option| option.text == pick.text);
        same.or_else(|| (pick.index < choice.options.len()).then_some(pick.index))
    };
    let mut indices: Vec<usize> = picked.iter().filter_map(at).collect();
    indices.sort_unstable();
    indices.dedup();
    indices
}

pub(super) fn answer_of(choice: &Choice, picked: &[usize], verdict: Verdict) -> Answer {
    let texts: Vec<&str> = picked
        .iter()
        .filter_map(|index| choice.options.get(*index))
        .map(|option| option.text.as_str())
        .collect();
    Answer { key: Some(key_of(choice)), ..Answer::new(&texts.join(" · "), verdict) }
}

pub(super) fn key_of(choice: &Choice) -> String {
    let options: Vec<_> = choice.options.iter().map(|o| (&o.text, o.right)).collect();
    judging::fingerprint(&format!("{} {options:?}", choice.several))
}

fn picks_of(choice: &Choice, picked: &[usize]) -> Vec<Pick> {
    let pick = |index: &usize| {
        choice.options.get(*index).map(|o| Pick { index: *index, text: o.text.clone() })
    };
    picked.iter().filter_map(pick).collect()
}

/// "-" stands for no option, since an empty draft is no draft.
fn numbers(picked: &[usize]) -> String {
    let words: Vec<String> = picked.iter().map(ToString::to_string).collect();
    if words.is_empty() { "-".to_owned() } else { words.join(" ") }
}
