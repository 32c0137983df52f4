//! Days of the calendar, counted from 1 January 1970. Which day it is enters from above.

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i64,
    pub month: u8,
    pub day: u8,
}

/// Milliseconds in a day.
pub(super) const DAY: i64 = 86_400_000;

/// A moment in the learner's own time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970, UTC.
    pub now_ms: i64,
    /// What local time is ahead of UTC, in milliseconds.
    pub offset_ms: i64,
}

impl Moment {
    /// The learner's day, in days since 1 January 1970.
    pub fn day(self) -> i64 {
        self.now_ms.saturating_add(self.offset_ms).div_euclid(DAY)
    }

    /// The learner's date.
    pub fn date(self) -> Date {
        Date::of(self.day())
    }
}

impl Date {
    /// The date that many days after 1 January 1970.
    ///
    /// Howard Hinnant's `civil_from_days`: eras of 400 years, years from March so that the leap day
    /// comes last.
    pub fn of(days: i64) -> Date {
        // No calendar goes further; beyond it the sums would overflow.
        let days = days.clamp(-400_000_000, 400_000_000) + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march + 2) / 5 + 1;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Date { year, month: month as u8, day: day as u8 }
    }

    /// `2026-11-16`, for files.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `16/11/2026`.
    pub fn french(self) -> String {
        format!("{:02}/{:02}/{}", self.day, self.month, self.year)
    }

    /// `16/11`.
    pub fn short(self) -> String {
        format!("{:02}/{:02}", self.day, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_date() {
        for (days, iso) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (59, "1970-03-01"),
            (789, "1972-02-29"),
            (790, "1972-03-01"),
            (11_016, "2000-02-29"),
            (20_773, "2026-11-16"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(Date::of(days).iso(), iso, "{days}");
        }
        assert_eq!(Date::of(20_773).french(), "16/11/2026");
        assert_eq!(Date::of(20_773).short(), "16/11");
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut before = Date::of(-200_000);
        for days in -199_999..200_000 {
            let date = Date::of(days);
            let next_day = date.day == before.day + 1 && date.month == before.month;
            let next_month = date.day == 1
                && (before.day >= 28)
                && (date.month == before.month + 1 || date.month == 1 && before.month == 12);
            assert!(next_day || next_month, "{before:?} {date:?}");
            before = date;
        }
        let _ = (Date::of(i64::MIN), Date::of(i64::MAX));
    }

    #[test]
    fn the_day_is_the_learner_s() {
        let at = |now_ms, offset_ms| Moment { now_ms, offset_ms }.day();
        assert_eq!(at(DAY - 1, 0), 0);
        assert_eq!(at(DAY - 1, 1), 1);
        assert_eq!(at(0, -1), -1);
        let _ = at(i64::MAX, i64::MAX);
    }
}
