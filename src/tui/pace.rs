//! How time that runs is told: to the second, or to the minute where nothing must move by itself.

/// The step of every clock on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pace {
    #[default]
    Seconds,
    Minutes,
}

impl Pace {
    /// That of someone who wants nothing to move, or of anyone else.
    pub fn of(calm: bool) -> Pace {
        if calm { Pace::Minutes } else { Pace::Seconds }
    }

    fn step_ms(self) -> i64 {
        match self {
            Pace::Seconds => 1_000,
            Pace::Minutes => 60_000,
        }
    }

    /// Whole steps left: what has begun counts, so that a countdown begins whole and ends on zero.
    fn steps(self, left_ms: i64) -> i64 {
        left_ms.max(0).saturating_add(self.step_ms() - 1) / self.step_ms()
    }

    /// Time left as on a clock: `1:59`, or `2 min`.
    pub fn clock(self, left_ms: i64) -> String {
        let steps = self.steps(left_ms);
        match self {
            Pace::Seconds => format!("{}:{:02}", steps / 60, steps % 60),
            Pace::Minutes => format!("{steps} min"),
        }
    }

    /// Time left in a sentence: `44 min 59`, or `45 min`.
    pub fn words(self, left_ms: i64) -> String {
        let steps = self.steps(left_ms);
        match self {
            Pace::Seconds => format!("{}\u{a0}min\u{a0}{:02}", steps / 60, steps % 60),
            Pace::Minutes => format!("{steps}\u{a0}min"),
        }
    }

    /// Milliseconds until what is told changes; `None` once time has run out.
    pub fn next_change(self, left_ms: i64) -> Option<i64> {
        (left_ms > 0).then(|| left_ms - (self.steps(left_ms) - 1) * self.step_ms())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_begins_whole_and_ends_on_zero() {
        for (left, clock, words) in [
            (120_000, "2:00", "2\u{a0}min\u{a0}00"),
            (119_001, "2:00", "2\u{a0}min\u{a0}00"),
            (119_000, "1:59", "1\u{a0}min\u{a0}59"),
            (1, "0:01", "0\u{a0}min\u{a0}01"),
            (0, "0:00", "0\u{a0}min\u{a0}00"),
        ] {
            assert_eq!(Pace::Seconds.clock(left), clock);
            assert_eq!(Pace::Seconds.words(left), words);
        }
        for (left, clock) in
            [(120_000, "2 min"), (60_001, "2 min"), (60_000, "1 min"), (1, "1 min"), (0, "0 min")]
        {
            assert_eq!(Pace::Minutes.clock(left), clock);
            assert_eq!(Pace::Minutes.words(left), clock.replace(' ', "\u{a0}"));
        }
    }

    #[test]
    fn one_wakes_when_what_is_told_changes_and_never_more_often_than_the_step() {
        for pace in [Pace::Seconds, Pace::Minutes] {
            assert_eq!(pace.next_change(0), None);
            assert_eq!(pace.next_change(-5), None);
            for left in (1..400_000).step_by(777) {
                let wait = pace.next_change(left).unwrap();
                assert!((1..=pace.step_ms()).contains(&wait));
                assert_ne!(pace.clock(left), pace.clock(left - wait));
                assert_eq!(pace.clock(left), pace.clock(left - wait + 1));
            }
            assert_eq!(pace.next_change(120_000), Some(pace.step_ms()));
        }
    }
}
