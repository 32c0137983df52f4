//! Moving between steps, and remembering where one was.

use super::{Changes, Walk};
use crate::model::Step;
use crate::progress::{Item, State, Way, done, standing};

impl Walk {
    pub fn step_index(&self) -> usize {
        self.step
    }

    pub fn step_count(&self) -> usize {
        self.question().steps.len()
    }

    /// The step on screen; `None` in a question without steps.
    pub fn step(&self) -> Option<&Step> {
        self.step_at(self.step)
    }

    /// To the next step; nothing on the last one.
    pub fn next(&mut self, now_ms: i64) -> Changes {
        self.goto(self.step + 1, now_ms)
    }

    /// To the step before; nothing on the first one.
    pub fn previous(&mut self, now_ms: i64) -> Changes {
        match self.step.checked_sub(1) {
            Some(step) => self.goto(step, now_ms),
            None => Changes::none(),
        }
    }

    /// To a step by index; nothing when there is none.
    pub fn goto(&mut self, step: usize, now_ms: i64) -> Changes {
        if step >= self.step_count() || step == self.step {
            return Changes::none();
        }
        self.step = step;
        self.notice = None;
        self.keep_position(now_ms)
    }

    /// The state of one step, in items.
    pub fn step_state(&self, index: usize) -> State {
        let items = self.step_at(index).map(Item::of_step).unwrap_or_default();
        let known = || items.iter().filter_map(|item| Some((item, self.record(item.id())?)));
        let finished = known().filter(|(item, record)| done(*item, record)).count();
        let begun = known().any(|(_, record)| !record.untouched());
        State::from_counts(begun, finished, items.len())
    }

    /// How a step that is done stands: shown by the help where some of it is, `None` where some of it
    /// is right in part only.
    pub fn step_way(&self, index: usize) -> Option<Way> {
        let items = self.step_at(index).map(Item::of_step).unwrap_or_default();
        let mut ways = items.iter().map(|item| standing(item, self.record(item.id())?));
        ways.try_fold(Way::Alone, |least, got| Some(least.max(got?)))
    }

    /// Something was done or typed in this question.
    pub fn begun(&self) -> bool {
        (0..self.step_count()).any(|step| self.step_state(step) != State::NotBegun)
            || !self.draft(&self.place.id()).is_empty()
            || self.focus().is_some_and(|item| !self.draft(item.id()).is_empty())
    }

    /// The entry of the lexicon on what is asked now. That of a choice may be its answer: it waits
    /// until the choice is made.
    pub fn skill(&self) -> Option<&str> {
        let item = self.focus()?;
        let told = !matches!(item, Item::Choice(..)) || self.step_state(self.step) == State::Done;
        item.skill().filter(|_| told)
    }

    /// The first step that is not done, if any: where to go after the last one.
    pub fn first_unfinished(&self) -> Option<usize> {
        (0..self.step_count()).find(|step| self.step_state(*step) != State::Done)
    }

    /// Every step is done: the summary can be shown.
    pub fn finished(&self) -> bool {
        self.step_count() > 0 && self.first_unfinished().is_none()
    }

    /// The position is a draft of the question: the step's name, then the cells under the cursors.
    pub(super) fn keep_position(&mut self, now_ms: i64) -> Changes {
        let Some(step) = self.step() else { return Changes::none() };
        let mut words = vec![step.id.local().to_owned()];
        let mut cursors: Vec<_> = self.cursors.iter().collect();
        cursors.sort_unstable();
        for (step, index) in cursors {
            let items = self.step_at(*step).map(Item::of_step).unwrap_or_default();
            words.extend(items.get(*index).map(|item| item.id().local().to_owned()));
        }
        self.keep(self.place.id(), words.join(" "), now_ms)
    }

    pub(super) fn restore_position(&mut self) {
        let text = self.draft(&self.place.id()).to_owned();
        let mut words = text.split(' ');
        let at = words.next().unwrap_or_default();
        let steps = &self.question().steps;
        let step = steps.iter().position(|step| step.id.local() == at).unwrap_or_default();
        let cells: Vec<&str> = words.collect();
        let mut cursors = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let items = Item::of_step(step);
            let under = items.iter().position(|item| cells.contains(&item.id().local()));
            cursors.extend(under.filter(|_| items.len() > 1).map(|cell| (index, cell)));
        }
        self.step = step;
        self.cursors = cursors.into_iter().collect();
    }
}
