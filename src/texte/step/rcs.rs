//! The réflexion commerciale structurée: its time, the official grid asked criterion by criterion, the
//! model plan.

use rust_decimal::Decimal;

use super::{Hand, Reply};
use crate::model::{CRITERIA, Level, Rcs};
use crate::number::french;
use crate::session::{Changes, Timer, Walk};
use crate::texte::command::fold;
use crate::texte::page::Speech;
use crate::texte::words::{index, mark};

/// The text in hand is the one handed in.
pub fn handed_in(walk: &Walk) -> bool {
    walk.rcs().is_some_and(|state| state.submitted == Some(state.text))
}

pub fn complete(walk: &Walk) -> bool {
    walk.rcs().is_some_and(|state| state.mark.is_some())
}

/// The time suggested, or what is left of it.
pub fn announce_time(walk: &Walk, now_ms: i64, speech: &mut Speech) {
    let Some(state) = walk.rcs() else { return };
    speech.say(match (state.timer, left(state.timer, now_ms)) {
        (_, None) => format!(
            "Temps conseillé\u{a0}: {}\u{a0}min\u{a0}; «\u{a0}chrono\u{a0}» lance le chronomètre.",
            state.asked.minutes
        ),
        (_, Some(left)) if left.is_zero() => "Le temps conseillé est écoulé.".to_owned(),
        (Timer::Paused { .. }, Some(left)) => {
            format!("Chrono en pause\u{a0}: il reste {}.", french::clock(left))
        }
        (_, Some(left)) => format!("Chrono\u{a0}: il reste {}.", french::clock(left)),
    });
}

/// Seconds left, begun ones counted whole; `None` when off.
fn left(timer: Timer, now_ms: i64) -> Option<Decimal> {
    timer.left_ms(now_ms).map(|left| Decimal::from((left + 999) / 1000))
}

/// Starts the timer, puts it on hold, or lets it go on.
pub fn toggle_timer(walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    let before = walk.timer();
    let changes = walk.toggle_timer(now_ms);
    let Some(left) = left(walk.timer(), now_ms).map(french::clock) else { return changes };
    speech.say(match before {
        Timer::Off => format!("Chrono lancé\u{a0}: {left}."),
        Timer::Running { .. } => format!("Chrono en pause\u{a0}: il reste {left}."),
        Timer::Paused { .. } => format!("Chrono relancé\u{a0}: il reste {left}."),
    });
    changes
}

/// The whole grid with the levels chosen.
pub fn read_grid(walk: &Walk, speech: &mut Speech) {
    let Some(state) = walk.rcs() else { return };
    for (at, criterion) in CRITERIA.iter().enumerate() {
        let level = state.levels[at].map_or("à situer".to_owned(), |level| said(at, level));
        speech.say(format!("{}. {}\u{a0}: {level}.", at + 1, criterion.name));
    }
    say_mark(walk, speech);
}

/// `S, Fréquemment`.
fn said(criterion: usize, level: Level) -> String {
    format!("{}, {}", level.short(), CRITERIA[criterion].levels[level as usize])
}

fn say_mark(walk: &Walk, speech: &mut Speech) {
    if let Some(told) = walk.rcs().and_then(|state| state.mark) {
        speech.say(format!("Note indicative\u{a0}: {}.", mark(told)));
    }
}

/// The model plan.
pub fn read_plan(rcs: &Rcs, speech: &mut Speech) {
    speech.say(format!("Problématique\u{a0}: {}", rcs.problem));
    speech.say(format!("Introduction\u{a0}: {}", rcs.introduction));
    for (number, part) in rcs.parts.iter().enumerate() {
        speech.say(format!("Partie {}\u{a0}: {}", number + 1, part.title));
        for (nth, idea) in part.ideas.iter().enumerate() {
            let place = format!("{}.{}", number + 1, nth + 1);
            speech.say(format!(
                "Idée {place}\u{a0}: {}. {} {}",
                idea.title, idea.argument, idea.example
            ));
        }
    }
    speech.say(format!("Conclusion\u{a0}: {}", rcs.conclusion));
}

/// A level as typed: its number, or the abbreviation of the grid.
fn level(typed: &str) -> Option<Level> {
    let short = |level: &Level| fold(level.short()) == fold(typed);
    let at = index(typed, Level::ALL.len());
    at.map(|at| Level::ALL[at]).or_else(|| Level::ALL.into_iter().find(short))
}

impl Hand {
    /// How the grid works, then the first criterion left.
    pub(super) fn announce_grid(&mut self, walk: &Walk, speech: &mut Speech) {
        let Some(state) = walk.rcs() else { return };
        speech.say(
            "Relisez-vous comme le ferait un correcteur et situez-vous sur chacun des huit critères\u{a0}; \
             «\u{a0}modèle\u{a0}» lit le plan modèle, «\u{a0}relire\u{a0}» votre texte.",
        );
        let open = state.levels.iter().position(Option::is_none);
        self.criterion = open.unwrap_or(0);
        match open {
            Some(_) => self.ask(walk, speech),
            None => read_grid(walk, speech),
        }
    }

    fn ask(&self, walk: &Walk, speech: &mut Speech) {
        let Some(state) = walk.rcs() else { return };
        let criterion = &CRITERIA[self.criterion];
        speech.say(format!("Critère {} sur 8\u{a0}: {}.", self.criterion + 1, criterion.name));
        let levels: Vec<String> = Level::ALL
            .iter()
            .enumerate()
            .map(|(at, level)| format!("{} {} ({})", at + 1, criterion.levels[at], level.short()))
            .collect();
        speech.say(format!("Niveaux\u{a0}: {}.", levels.join("\u{a0}; ")));
        let benchmark = state.asked.benchmarks.get(self.criterion).map_or("", String::as_str);
        if !benchmark.is_empty() {
            speech.say(format!("Repère\u{a0}: {benchmark}"));
        }
        if let Some(level) = state.levels[self.criterion] {
            speech.say(format!("Votre niveau\u{a0}: {}.", said(self.criterion, level)));
        }
    }

    pub(super) fn grid_prompt(&self, walk: &Walk) -> String {
        let at = self.criterion + 1;
        if complete(walk) {
            return format!(
                "Entrée pour continuer, ou un autre niveau pour le critère {at}\u{a0}:"
            );
        }
        format!("Critère {at}, niveau de 1 à 4\u{a0}:")
    }

    /// Sets the level of the criterion in hand and asks the next one left.
    pub(super) fn level(
        &mut self,
        line: &str,
        walk: &mut Walk,
        now_ms: i64,
        speech: &mut Speech,
    ) -> Reply {
        let Some(level) = level(line) else {
            speech.say("Tapez un niveau de 1 à 4, ou TI, I, S, TS.");
            return Reply::default();
        };
        let changes = walk.set_level(self.criterion, Some(level), now_ms);
        speech.say(format!(
            "Critère {}\u{a0}: {}.",
            self.criterion + 1,
            said(self.criterion, level)
        ));
        let open = walk.rcs().and_then(|state| {
            let after = (self.criterion + 1..8).chain(0..self.criterion);
            after.into_iter().find(|at| state.levels[*at].is_none())
        });
        match open {
            Some(at) => {
                self.criterion = at;
                self.ask(walk, speech);
            }
            None => {
                say_mark(walk, speech);
                super::help::conclude(walk, speech);
            }
        }
        changes.into()
    }

    pub(super) fn go_to_criterion(&mut self, rest: &str, walk: &Walk, speech: &mut Speech) {
        match index(rest, CRITERIA.len()) {
            Some(at) => {
                self.criterion = at;
                self.ask(walk, speech);
            }
            None => speech.say("Tapez «\u{a0}critère\u{a0}» et un numéro de 1 à 8."),
        }
    }
}
