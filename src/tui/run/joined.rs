//! What waits together: a long run of characters is one input, whatever brought it.
//!
//! A terminal that does not mark its pastes sends them as keys, thousands at once. Taken one by one,
//! each would lay the whole text out again.

use super::inputs::Wake;
use crate::tui::msg::{Code, Input, Key};

/// From this many characters on a run is joined: nobody types as much between two frames.
const RUN: usize = 16;

/// The same wakes in the same order, long runs of characters joined.
pub fn join(waiting: impl Iterator<Item = Wake>) -> Vec<Wake> {
    let mut joined = Vec::new();
    let mut run = String::new();
    for wake in waiting {
        match character(&wake) {
            Some(c) => run.push(c),
            None => {
                end(&mut run, &mut joined);
                joined.push(wake);
            }
        }
    }
    end(&mut run, &mut joined);
    joined
}

fn end(run: &mut String, joined: &mut Vec<Wake>) {
    let run = std::mem::take(run);
    if run.chars().nth(RUN - 1).is_some() {
        joined.push(Wake::Input(Input::Typed(run)));
    } else {
        joined.extend(run.chars().map(|c| Wake::Input(Input::Key(Key::typing(c)))));
    }
}

fn character(wake: &Wake) -> Option<char> {
    match wake {
        Wake::Input(Input::Key(key)) if *key == Key::plain(Code::Enter) => Some('\n'),
        Wake::Input(Input::Key(Key {
            code: Code::Char(c),
            ctrl: false,
            alt: false,
            shift: false,
        })) if !c.is_control() => Some(*c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key) -> Wake {
        Wake::Input(Input::Key(key))
    }

    fn typed(text: &str) -> impl Iterator<Item = Wake> {
        text.chars().map(|c| key(Key::typing(c)))
    }

    #[track_caller]
    fn joins(wakes: impl Iterator<Item = Wake>, expected: &[Wake]) {
        assert_eq!(format!("{:?}", join(wakes)), format!("{expected:?}"));
    }

    #[test]
    fn a_long_run_is_one_input_and_a_short_one_is_its_keys() {
        let long = "seize caractères";
        assert_eq!(long.chars().count(), RUN);
        joins(typed(long), &[Wake::Input(Input::Typed(long.to_owned()))]);
        let short: Vec<Wake> = typed(&long[1..]).collect();
        joins(typed(&long[1..]), &short);
        joins(std::iter::empty(), &[]);
    }

    #[test]
    fn anything_else_keeps_its_place() {
        let lines = "une ligne\nune autre";
        let wakes =
            typed(lines).chain([key(Key::ctrl('z'))]).chain(typed("ab")).chain([Wake::Stop]);
        let run = Wake::Input(Input::Typed(lines.to_owned()));
        let (a, b) = (key(Key::char('a')), key(Key::char('b')));
        joins(wakes, &[run, key(Key::ctrl('z')), a, b, Wake::Stop]);
    }
}
