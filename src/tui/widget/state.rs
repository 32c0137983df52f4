//! How far along one is, always with a sign and words.

use crate::number::french::count;
use crate::progress::{State, Way};

/// The sign of what one is through with: `✓`, `≈` in part, `◆` shown by the help.
pub fn done(way: Option<Way>) -> &'static str {
    match way {
        None => "≈",
        Some(Way::Revealed) => "◆",
        Some(_) => "✓",
    }
}

/// `✓ terminée`, `≈ en partie`, `◆ résultat montré`, `◐ 3 sur 20`, `○ à faire`: the state of a question.
pub fn question(state: State, way: Option<Way>) -> String {
    let words = match (state, way) {
        (State::NotBegun, _) => return "○ à faire".to_owned(),
        (State::InProgress { done, total }, _) => return format!("◐ {done} sur {total}"),
        (State::Done, None) => "en partie",
        (State::Done, Some(Way::Revealed)) => "résultat montré",
        (State::Done, Some(_)) => "terminée",
    };
    format!("{} {words}", done(way))
}

/// The same in few columns.
pub fn short_question(state: State, way: Option<Way>) -> String {
    match state {
        State::Done => done(way).to_owned(),
        other => short(other, 0),
    }
}

/// A small gauge and the count of questions finished.
pub fn subject(state: State, total: usize) -> String {
    let done = match state {
        State::NotBegun => 0,
        State::InProgress { done, .. } => done,
        State::Done => total,
    };
    let sign = match state {
        State::NotBegun => return format!("○ {}", count(total, "question", "questions")),
        State::InProgress { .. } => "◐",
        State::Done => "✓",
    };
    format!("{} {sign} {done} sur {total}", gauge(done, total, 10))
}

/// `✓`, `◐ 3/20`, `○`: a state in few columns; `total` is shown where nothing is begun, unless 0.
pub fn short(state: State, total: usize) -> String {
    match state {
        State::NotBegun if total > 0 => format!("○ 0/{total}"),
        State::NotBegun => "○".to_owned(),
        State::InProgress { done, total } => format!("◐ {done}/{total}"),
        State::Done => "✓".to_owned(),
    }
}

/// `━━━───────`: a full part and an empty part.
pub fn gauge(done: usize, total: usize, width: usize) -> String {
    let full = (done.min(total) * width + total / 2).checked_div(total).unwrap_or(0);
    format!("{}{}", "━".repeat(full), "─".repeat(width - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gauge_is_always_as_wide() {
        assert_eq!(gauge(0, 8, 10), "──────────");
        assert_eq!(gauge(3, 8, 10), "━━━━──────");
        assert_eq!(gauge(8, 8, 10), "━━━━━━━━━━");
        assert_eq!(gauge(0, 0, 4), "────");
    }

    #[test]
    fn states_are_said_in_words() {
        assert_eq!(question(State::InProgress { done: 3, total: 20 }, None), "◐ 3 sur 20");
        assert_eq!(question(State::Done, None), "≈ en partie");
        assert_eq!(question(State::Done, Some(Way::AfterHelp)), "✓ terminée");
        assert_eq!(short_question(State::Done, Some(Way::Revealed)), "◆");
        assert_eq!(subject(State::NotBegun, 8), "○ 8\u{a0}questions");
        assert_eq!(subject(State::Done, 2), "━━━━━━━━━━ ✓ 2 sur 2");
    }
}
