//! While the papers are still being read: what was asked for and what was typed after it.

use super::msg::{Action, Code, Input};
use crate::session::Place;

/// Inputs kept for what is not there yet: more than anyone types meanwhile.
const HELD: usize = 256;

/// What was asked for and needs the papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    Question(Place),
    /// A page, by the action that opens it.
    Page(Action),
    /// A question on the classroom wall, or the list of all with the selection on it.
    Wall(Option<Place>, bool),
}

/// What waits for the papers.
#[derive(Debug, Default)]
pub struct Coming {
    wish: Option<Sought>,
    held: Vec<Input>,
}

impl Coming {
    pub fn wish_for(&mut self, sought: Sought) {
        self.wish = Some(sought);
        self.held.clear();
    }

    /// Keeps what is meant for what was asked for, and gives back what is not: leaving and the
    /// rest of the world go on. `Escape` and the mouse mean a change of mind.
    pub fn hold(&mut self, input: Input) -> Option<Input> {
        if self.wish.is_none() {
            return Some(input);
        }
        match &input {
            Input::Key(key) if key.code == Code::Escape => {
                self.wish = None;
                None
            }
            Input::Mouse(_) => {
                self.wish = None;
                Some(input)
            }
            Input::Key(key) if key.ctrl => Some(input),
            Input::Key(_) | Input::Typed(_) | Input::Paste(_) => {
                if self.held.len() < HELD {
                    self.held.push(input);
                }
                None
            }
            Input::Resize(_)
            | Input::Tick
            | Input::Terminate
            | Input::Loaded(_)
            | Input::Background(_) => Some(input),
        }
    }

    /// What the learner is told meanwhile.
    pub fn notice(&self) -> Option<&'static str> {
        self.wish.as_ref().map(|sought| match sought {
            Sought::Question(_) => "Lecture des sujets… La question s’ouvre dès qu’ils sont prêts.",
            Sought::Wall(..) => "Lecture des sujets… La projection s’ouvre dès qu’ils sont prêts.",
            Sought::Page(_) => "Lecture des sujets… La page s’ouvre dès qu’ils sont prêts.",
        })
    }

    /// What was asked for, and what is to be played on it.
    pub fn granted(self) -> Option<(Sought, Vec<Input>)> {
        self.wish.map(|sought| (sought, self.held))
    }
}
