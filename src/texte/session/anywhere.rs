//! The commands that mean the same wherever one is: the mémo, progress, a copy to read, another question.

use super::{Session, Spot};
use crate::number::french::sentence;
use crate::progress::{Moment, Report};
use crate::session::hunt::Ground;
use crate::session::{self, Changes, Place};
use crate::texte::command::{self, Line, Room, Word};
use crate::texte::hunt::{After, HuntDesk};
use crate::texte::{help, memo, progress, search};

impl Session {
    /// Where words are read; `None` between two lines of a text.
    fn room(&self) -> Option<Room> {
        match &self.spot {
            Spot::Papers => Some(Room::Papers),
            Spot::Paper(_) => Some(Room::Paper),
            Spot::Question(desk) => desk.room(),
            Spot::Summary(_) => Some(Room::Summary),
            Spot::Hunt(..) => Some(Room::Hunt),
        }
    }

    /// Obeys a line that means the same everywhere; false for any other.
    pub(super) fn anywhere(&mut self, line: &str) -> bool {
        let Some(room) = self.room() else { return false };
        let Line::Command(word, rest) = command::read(room, line) else { return false };
        match word {
            Word::Memo => self.memo(rest),
            Word::Progress => progress::obey(&self.report(), rest, &mut self.speech),
            Word::Hunt => self.hunt(),
            Word::Open => self.open_named(rest),
            Word::Find if matches!(room, Room::Papers | Room::Paper) => {
                search::read(&self.catalogue, rest, &mut self.speech);
            }
            _ => return false,
        }
        true
    }

    fn memo(&mut self, rest: &str) {
        match (&self.spot, rest) {
            (Spot::Question(desk), "") => {
                memo::of_skill(&self.catalogue, desk.walk().skill(), &mut self.speech);
            }
            _ => memo::obey(&self.catalogue, rest, &mut self.speech),
        }
    }

    fn report(&self) -> Report {
        let moment = Moment { now_ms: self.now_ms, offset_ms: self.offset_ms };
        Report::new(&self.catalogue, &self.history, moment)
    }

    /// A copy of the step in hand, of the question or of the paper.
    fn hunt(&mut self) {
        let ground = match &self.spot {
            Spot::Paper(id) => Ground::Paper(id.clone()),
            Spot::Question(desk) => {
                let step = desk.walk().step_index();
                Ground::Question(desk.walk().place().clone(), Some(step))
            }
            Spot::Summary(walk) => Ground::Question(walk.place().clone(), None),
            Spot::Papers | Spot::Hunt(..) => return,
        };
        let seed = self.now_ms.unsigned_abs();
        match HuntDesk::open(ground, &self.catalogue, seed, &mut self.speech) {
            Some(desk) => {
                let before = std::mem::replace(&mut self.spot, Spot::Papers);
                self.spot = Spot::Hunt(Box::new(desk), Box::new(before));
            }
            None => self.speech.say("Rien ne se calcule ici\u{a0}: choisissez une autre question."),
        }
    }

    pub(super) fn at_hunt(&mut self, line: &str) {
        let Spot::Hunt(desk, _) = &mut self.spot else { return };
        let (changes, after) = desk.take(line, &self.catalogue, self.now_ms, &mut self.speech);
        self.keep_of_hunt(changes);
        match after {
            After::Stay => {}
            After::Leave => self.leave_hunt(),
            After::Quit => self.end(),
        }
    }

    /// What a copy showed counts as help in the question it was opened from.
    pub(super) fn keep_of_hunt(&mut self, changes: Changes) {
        if let Spot::Hunt(_, before) = &mut self.spot {
            match before.as_mut() {
                Spot::Question(desk) => desk.walk_mut().take_note(&changes.events),
                Spot::Summary(walk) => walk.take_note(&changes.events),
                Spot::Papers | Spot::Paper(_) | Spot::Hunt(..) => {}
            }
        }
        self.keep(changes);
    }

    /// Back where the copy was opened, which is read again.
    fn leave_hunt(&mut self) {
        let Spot::Hunt(_, before) = std::mem::replace(&mut self.spot, Spot::Papers) else { return };
        self.spot = *before;
        match &mut self.spot {
            Spot::Question(desk) => desk.announce(&mut self.speech),
            Spot::Summary(walk) => crate::texte::summary::read(walk, &mut self.speech),
            Spot::Paper(id) => {
                let id = id.clone();
                self.open_paper(&id);
            }
            Spot::Papers | Spot::Hunt(..) => help::read(Room::Papers, &mut self.speech),
        }
    }

    /// Goes to a paper or a question by its name; what is in hand is kept.
    fn open_named(&mut self, words: &str) {
        if words.is_empty() {
            self.speech.say("Tapez «\u{a0}ouvrir\u{a0}» suivi d’un sujet et d’un numéro, par exemple «\u{a0}ouvrir 2024 1.1\u{a0}».");
            return;
        }
        let named = session::named(&self.catalogue, words).map(|(subject, question)| {
            (subject.id.clone(), question.map(|question| question.number.clone()))
        });
        match named {
            Err(refusal) => self.speech.say(sentence(&refusal)),
            Ok((subject, question)) => {
                self.leave(self.now_ms);
                match question {
                    Some(number) => self.open(&Place::new(&subject, &number)),
                    None => self.open_paper(&subject),
                }
            }
        }
    }
}
