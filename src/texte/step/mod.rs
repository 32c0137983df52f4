//! The step in hand: how it is announced, what a line typed there means. One file per kind.

mod choice;
mod grid;
mod help;
mod number;
mod rcs;
mod review;
mod text;

pub use self::grid::travel;
pub use self::help::{next_rung, seen};

use super::command::{Room, Word};
use super::page::Speech;
use super::words::{state, unknown_command};
use crate::model::StepKind;
use crate::number::french::count;
use crate::session::{Changes, Walk};

/// What the step remembers beside the walk.
#[derive(Debug, Default)]
pub struct Hand {
    /// Lines are lines of the text.
    pub composing: bool,
    /// "Pourquoi ?" was asked just before: asked again, it shows what is accepted.
    asked_why: bool,
    /// The criterion of the grid being asked.
    criterion: usize,
    /// The moment of the line in hand, in milliseconds since 1970.
    pub now_ms: i64,
}

/// What came of a line.
#[derive(Debug, Default)]
pub struct Reply {
    pub changes: Changes,
    /// The step is over: go to the next one.
    pub go_on: bool,
}

impl From<Changes> for Reply {
    fn from(changes: Changes) -> Self {
        Reply { changes, go_on: false }
    }
}

impl Reply {
    fn nothing() -> Self {
        Reply::default()
    }

    fn go_on() -> Self {
        Reply { go_on: true, ..Reply::default() }
    }
}

/// Where words are read, in the step in hand.
pub fn room(walk: &Walk) -> Room {
    match walk.step().map(|step| &step.kind) {
        Some(StepKind::Grid(_)) => Room::Cell,
        Some(StepKind::Choice(_)) => Room::Choice,
        Some(StepKind::Writing(_)) if review::handed_in(walk) => Room::Review,
        Some(StepKind::Writing(_)) => Room::Text,
        Some(StepKind::Rcs(_)) if rcs::handed_in(walk) => Room::Marking,
        Some(StepKind::Rcs(_)) => Room::Plan,
        Some(StepKind::Number(_)) | None => Room::Number,
    }
}

impl Hand {
    pub fn at(now_ms: i64) -> Hand {
        Hand { now_ms, ..Hand::default() }
    }

    /// Reads the step: its place, its kind, what is asked, where one stands in it.
    pub fn announce(&mut self, walk: &Walk, speech: &mut Speech) {
        let Some(step) = walk.step() else {
            speech.say("Cette question n’a pas d’étape.");
            return;
        };
        speech.gap();
        speech.say(format!(
            "Étape {} sur {}, {}\u{a0}: {}.",
            walk.step_index() + 1,
            walk.step_count(),
            kind(&step.kind),
            state(walk.step_state(walk.step_index()))
        ));
        speech.text(&step.prompt);
        match room(walk) {
            Room::Cell => grid::announce(walk, speech),
            Room::Choice => choice::announce(walk, speech),
            Room::Text | Room::Plan => text::announce(walk, self.now_ms, speech),
            Room::Review => review::announce(walk, speech),
            Room::Marking => self.announce_grid(walk, speech),
            _ => number::announce(walk, speech),
        }
        help::announce(walk, speech);
    }

    /// What is asked now.
    pub fn prompt(&self, walk: &Walk) -> String {
        if self.composing {
            return String::new();
        }
        match room(walk) {
            Room::Cell => grid::prompt(walk),
            Room::Choice => choice::prompt(walk),
            Room::Text | Room::Plan => text::prompt(walk),
            Room::Review => review::PROMPT.to_owned(),
            Room::Marking => self.grid_prompt(walk),
            _ => number::prompt(walk),
        }
    }

    /// Anything but "Pourquoi ?" was typed.
    pub fn forget_why(&mut self) {
        self.asked_why = false;
    }

    /// An empty line: on with what is over, else nothing but the prompt again.
    pub fn enter(&mut self, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Reply {
        match room(walk) {
            Room::Cell => grid::enter(walk, now_ms, speech),
            Room::Number if number::over(walk) => Reply::go_on(),
            Room::Choice if choice::over(walk) => Reply::go_on(),
            Room::Review => Reply::go_on(),
            Room::Marking if rcs::complete(walk) => Reply::go_on(),
            _ => Reply::nothing(),
        }
    }

    /// A line that is no command.
    pub fn answer(
        &mut self,
        line: &str,
        walk: &mut Walk,
        now_ms: i64,
        speech: &mut Speech,
    ) -> Reply {
        match room(walk) {
            Room::Cell => grid::answer(line, walk, now_ms, speech),
            Room::Choice => choice::answer(line, walk, now_ms, speech),
            Room::Text | Room::Plan => self.begin_with(line, walk, now_ms, speech),
            Room::Marking => self.level(line, walk, now_ms, speech),
            Room::Number if walk.step().is_some() => number::answer(line, walk, now_ms, speech),
            _ => {
                speech.say(unknown_command(line, None));
                Reply::nothing()
            }
        }
    }

    /// A command that belongs to the kind of the step.
    pub fn obey(
        &mut self,
        word: Word,
        rest: &str,
        walk: &mut Walk,
        now_ms: i64,
        speech: &mut Speech,
    ) -> Changes {
        let asked_why = std::mem::replace(&mut self.asked_why, word == Word::Why);
        match word {
            Word::Why if asked_why && walk.why_hides() => {
                let changes = walk.show_result(now_ms);
                number::why(walk, speech);
                changes
            }
            Word::Cells => grid::cells(rest, walk, now_ms, speech),
            Word::Mine => number::carry(true, walk, now_ms, speech),
            Word::Corrige => number::carry(false, walk, now_ms, speech),
            Word::HandIn => self.hand_in(walk, now_ms, speech),
            Word::Replace => text::replace(rest, walk, now_ms, speech),
            Word::Erase => text::erase(rest, walk, now_ms, speech),
            Word::Count => review::mark(rest, true, walk, now_ms, speech),
            Word::Discard => review::mark(rest, false, walk, now_ms, speech),
            Word::Add => review::add(rest, walk, now_ms, speech),
            Word::Timer => rcs::toggle_timer(walk, now_ms, speech),
            word => {
                self.tell(word, rest, walk, speech);
                Changes::none()
            }
        }
    }

    /// A command that changes nothing of the walk.
    fn tell(&mut self, word: Word, rest: &str, walk: &Walk, speech: &mut Speech) {
        match word {
            Word::Why => why(rest, walk, speech),
            Word::Table => grid::read(walk, speech),
            Word::Write => self.write(walk, speech),
            Word::Reread => text::reread(walk, speech),
            Word::Points => review::announce(walk, speech),
            Word::Model => model(walk, speech),
            Word::Grid => rcs::read_grid(walk, speech),
            Word::Criterion => self.go_to_criterion(rest, walk, speech),
            _ => {}
        }
    }
}

fn why(rest: &str, walk: &Walk, speech: &mut Speech) {
    match room(walk) {
        Room::Choice => choice::why(walk, speech),
        Room::Review => review::why(rest, walk, speech),
        _ => number::why(walk, speech),
    }
}

fn model(walk: &Walk, speech: &mut Speech) {
    if let Some(state) = walk.writing() {
        speech.say("Réponse modèle");
        speech.paragraphs(&state.asked.model);
    } else if let Some(state) = walk.rcs() {
        rcs::read_plan(state.asked, speech);
    }
}

/// The kind of a step, with its size where it has one.
fn kind(kind: &StepKind) -> String {
    match kind {
        StepKind::Number(_) => "calcul".to_owned(),
        StepKind::Grid(grid) => {
            let cells = grid.rows.iter().flat_map(|row| &row.cells);
            let blanks = cells.filter(|c| matches!(c, crate::model::GridCell::Blank(_))).count();
            format!("tableau à compléter, {}", count(blanks, "case", "cases"))
        }
        StepKind::Choice(choice) if choice.several => "choix, plusieurs réponses".to_owned(),
        StepKind::Choice(_) => "choix, une seule réponse".to_owned(),
        StepKind::Writing(_) => "rédaction".to_owned(),
        StepKind::Rcs(_) => "réflexion commerciale structurée".to_owned(),
    }
}

/// The steps and their state.
pub fn steps(walk: &Walk, speech: &mut Speech) {
    for (at, step) in walk.question().steps.iter().enumerate() {
        let here = if at == walk.step_index() { ", vous y êtes" } else { "" };
        speech.say(format!(
            "Étape {}, {}\u{a0}: {}{here}. {}",
            at + 1,
            kind(&step.kind),
            state(walk.step_state(at)),
            step.prompt
        ));
    }
}
