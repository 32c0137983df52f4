//! The réflexion commerciale structurée: its timer and its self-assessment.

use super::{Changes, Walk};
use crate::check::rcs::{self, Mark};
use crate::model::{ItemId, Level, Rcs};
use crate::progress::{Item, Levels, What};
use crate::session::Timer;

/// What a screen shows of an RCS.
#[derive(Debug, Clone, PartialEq)]
pub struct RcsState<'a> {
    pub asked: &'a Rcs,
    /// The text in the editor.
    pub text: &'a str,
    /// The text handed in last.
    pub submitted: Option<&'a str>,
    pub timer: Timer,
    /// The level of each criterion, in the order of the grid.
    pub levels: Levels,
    /// Once every criterion has its level.
    pub mark: Option<Mark>,
}

impl Walk {
    /// The RCS of the step on screen.
    pub fn rcs(&self) -> Option<RcsState<'_>> {
        let (id, asked) = self.focused_rcs()?;
        let record = self.record(id);
        let levels = record.map(|record| record.levels).unwrap_or_default();
        Some(RcsState {
            asked,
            text: self.draft(id),
            submitted: record.and_then(|record| record.text.as_deref()),
            timer: self.timer(),
            levels,
            mark: rcs::mark(&levels),
        })
    }

    /// Sets the level of one criterion (0 to 7), or takes it back.
    pub fn set_level(&mut self, criterion: usize, level: Option<Level>, now_ms: i64) -> Changes {
        let Some(state) = self.rcs() else { return Changes::none() };
        let mut levels = state.levels;
        match levels.get_mut(criterion) {
            Some(now) if *now != level => *now = level,
            _ => return Changes::none(),
        }
        let Some((id, _)) = self.focused_rcs() else { return Changes::none() };
        self.record_one(id.clone(), What::Levels(levels), now_ms)
    }

    /// The timer of this question's RCS.
    pub fn timer(&self) -> Timer {
        self.timer_id().map_or(Timer::Off, |id| Timer::from_text(self.draft(&id)))
    }

    /// Starts the timer with the suggested time, puts it on hold, or lets it go on.
    pub fn toggle_timer(&mut self, now_ms: i64) -> Changes {
        let Some((_, asked)) = self.focused_rcs() else { return Changes::none() };
        let timer = match self.timer() {
            Timer::Off => Timer::start(asked.minutes, now_ms),
            running @ Timer::Running { .. } => running.pause(now_ms),
            paused @ Timer::Paused { .. } => paused.resume(now_ms),
        };
        self.set_timer(timer, now_ms)
    }

    /// Puts the timer back to its start.
    pub fn stop_timer(&mut self, now_ms: i64) -> Changes {
        self.set_timer(Timer::Off, now_ms)
    }

    /// To call when the question is left: time does not run away from it.
    pub fn leave(&mut self, now_ms: i64) -> Changes {
        let timer = self.timer();
        self.set_timer(timer.pause(now_ms), now_ms)
    }

    fn set_timer(&mut self, timer: Timer, now_ms: i64) -> Changes {
        match self.timer_id() {
            Some(id) => self.keep(id, timer.to_text(), now_ms),
            None => Changes::none(),
        }
    }

    /// The timer is kept as a draft beside that of the text.
    fn timer_id(&self) -> Option<ItemId> {
        crate::progress::items(self.question()).find_map(|item| match item {
            Item::Rcs(id, _) => Some(ItemId(format!("{id}#minuteur"))),
            _ => None,
        })
    }

    fn focused_rcs(&self) -> Option<(&ItemId, &Rcs)> {
        match self.focus()? {
            Item::Rcs(id, rcs) => Some((id, rcs)),
            _ => None,
        }
    }
}
