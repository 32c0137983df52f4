//! How much was answered when, in the learner's own days and weeks.

use super::date::DAY;
use super::{Date, History};

/// A week, from its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Days from 1 January 1970 to its Monday.
    pub monday: i64,
    pub answers: u32,
    /// Days of the week with at least one answer.
    pub days: u32,
}

impl Week {
    /// Its Monday.
    pub fn date(&self) -> Date {
        Date::of(self.monday)
    }
}

/// The last `weeks` weeks, the oldest first, the one of `now_ms` last. `offset_ms` is what local
/// time is ahead of UTC.
pub fn activity(history: &History, now_ms: i64, offset_ms: i64, weeks: usize) -> Vec<Week> {
    let today = now_ms.saturating_add(offset_ms).div_euclid(DAY);
    let this = monday(today);
    let first = this - 7 * (weeks as i64 - 1);
    let mut found: Vec<Week> =
        (0..weeks as i64).map(|n| Week { monday: first + 7 * n, answers: 0, days: 0 }).collect();
    let mut last_day = None;
    for (at_ms, answers) in history.moments() {
        let day = at_ms.saturating_add(offset_ms).div_euclid(DAY);
        let place = usize::try_from((monday(day) - first) / 7);
        let week = place.ok().filter(|_| day >= first).and_then(|at| found.get_mut(at));
        let Some(week) = week else { continue };
        week.answers += answers;
        if last_day != Some(day) {
            week.days += 1;
            last_day = Some(day);
        }
    }
    found
}

/// The Monday of a day's week; 1 January 1970 was a Thursday.
fn monday(day: i64) -> i64 {
    day - (day + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Verdict;
    use crate::model::ItemId;
    use crate::progress::{Answer, Event, What};

    const HOUR: i64 = DAY / 24;
    /// Monday 16 November 2026, midnight UTC.
    const MONDAY: i64 = 20_773 * DAY;

    fn history(times: &[i64]) -> History {
        let event = |at_ms: &i64| Event {
            at_ms: *at_ms,
            item: ItemId::new("s", "1.1", "a"),
            what: What::Answer(Answer::new("x", Verdict::Wrong)),
        };
        History::replay(&times.iter().map(event).collect::<Vec<_>>())
    }

    #[track_caller]
    fn counts(times: &[i64], offset: i64, expected: &[(u32, u32)]) {
        let weeks = activity(&history(times), MONDAY + 3 * DAY, offset, 2);
        let found: Vec<(u32, u32)> = weeks.iter().map(|week| (week.answers, week.days)).collect();
        assert_eq!(found, expected);
        assert_eq!(weeks[1].monday, 20_773);
    }

    #[test]
    fn answers_fall_in_their_week_and_day() {
        counts(&[], 0, &[(0, 0), (0, 0)]);
        counts(&[MONDAY, MONDAY + HOUR, MONDAY + 2 * DAY], 0, &[(0, 0), (3, 2)]);
        counts(&[MONDAY - 1], 0, &[(1, 1), (0, 0)]);
        counts(&[MONDAY - 7 * DAY, MONDAY - 7 * DAY - 1], 0, &[(1, 1), (0, 0)]);
    }

    #[test]
    fn days_are_those_of_the_learner() {
        // Half past eleven on Sunday in London is half past midnight on Monday in Paris.
        counts(&[MONDAY - HOUR / 2], HOUR, &[(0, 0), (1, 1)]);
        counts(&[MONDAY + HOUR / 2], -HOUR, &[(1, 1), (0, 0)]);
    }

    #[test]
    fn absurd_times_are_survived() {
        assert_eq!(activity(&history(&[i64::MIN, i64::MAX]), i64::MAX, DAY, 3).len(), 3);
    }
}
