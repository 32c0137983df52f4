//! The optional timer of an RCS, as data: the present moment is always passed in.

/// A countdown that can be put on hold and kept as a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Timer {
    #[default]
    Off,
    /// Runs out at this moment.
    Running { deadline_ms: i64 },
    /// On hold, with this much left.
    Paused { left_ms: i64 },
}

impl Timer {
    /// Starts with this much time.
    pub fn start(minutes: u32, now_ms: i64) -> Timer {
        Timer::Running { deadline_ms: now_ms.saturating_add(i64::from(minutes) * 60_000) }
    }

    /// Milliseconds left, never negative; `None` when off.
    pub fn left_ms(self, now_ms: i64) -> Option<i64> {
        match self {
            Timer::Off => None,
            Timer::Running { deadline_ms } => Some(deadline_ms.saturating_sub(now_ms).max(0)),
            Timer::Paused { left_ms } => Some(left_ms),
        }
    }

    pub fn pause(self, now_ms: i64) -> Timer {
        match self {
            Timer::Running { .. } => {
                Timer::Paused { left_ms: self.left_ms(now_ms).unwrap_or_default() }
            }
            other => other,
        }
    }

    pub fn resume(self, now_ms: i64) -> Timer {
        match self {
            Timer::Paused { left_ms } => {
                Timer::Running { deadline_ms: now_ms.saturating_add(left_ms) }
            }
            other => other,
        }
    }

    /// The text kept among the drafts; empty when off.
    pub fn to_text(self) -> String {
        match self {
            Timer::Off => String::new(),
            Timer::Running { deadline_ms } => format!("fin {deadline_ms}"),
            Timer::Paused { left_ms } => format!("reste {left_ms}"),
        }
    }

    pub fn from_text(text: &str) -> Timer {
        let number = |text: &str| text.trim().parse().ok();
        match text.split_once(' ') {
            Some(("fin", ms)) => {
                number(ms).map_or(Timer::Off, |deadline_ms| Timer::Running { deadline_ms })
            }
            Some(("reste", ms)) => {
                number(ms).map_or(Timer::Off, |left_ms| Timer::Paused { left_ms })
            }
            _ => Timer::Off,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_keeps_what_is_left() {
        let timer = Timer::start(45, 1_000);
        assert_eq!(timer.left_ms(1_000), Some(45 * 60_000));
        let paused = timer.pause(61_000);
        assert_eq!(paused.left_ms(999_000_000), Some(44 * 60_000));
        assert_eq!(paused.resume(2_000_000).left_ms(2_000_000), Some(44 * 60_000));
        assert_eq!(timer.left_ms(i64::MAX), Some(0));
        assert_eq!(Timer::Off.pause(5), Timer::Off);
    }

    #[test]
    fn texts_read_back() {
        for timer in [Timer::Off, Timer::start(1, 7), Timer::Paused { left_ms: 12 }] {
            assert_eq!(Timer::from_text(&timer.to_text()), timer);
        }
        for text in ["fin", "fin x", "autre 3"] {
            assert_eq!(Timer::from_text(text), Timer::Off);
        }
    }
}
