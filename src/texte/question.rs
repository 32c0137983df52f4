//! A question being worked: its énoncé, its annexes, going from step to step.

use super::command::{self, Line, Room, Word};
use super::page::Speech;
use super::step::{self, Hand};
use super::words::{index, question_name, typed, unknown_command};
use super::{annex, chart, help};
use crate::number::french::sentence;
use crate::number::french::{count, hundredths};
use crate::session::{Changes, Walk};

/// The question in hand.
#[derive(Debug)]
pub struct Desk {
    walk: Walk,
    hand: Hand,
}

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    Stay,
    Summary,
    Leave,
    Quit,
}

impl Desk {
    /// Takes a question and reads it; one already begun is read from the step in hand.
    pub fn open(walk: Walk, now_ms: i64, speech: &mut Speech) -> Desk {
        let mut desk = Desk { walk, hand: Hand::at(now_ms) };
        desk.heading(speech);
        if desk.walk.begun() {
            speech.say("«\u{a0}énoncé\u{a0}» et «\u{a0}annexes\u{a0}» relisent le sujet.");
        } else {
            desk.statement(speech);
            desk.annexes("", true, speech);
        }
        desk.hand.announce(&desk.walk, speech);
        desk
    }

    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// Where words are read; `None` between two lines of a text.
    pub fn room(&self) -> Option<Room> {
        (!self.hand.composing).then(|| step::room(&self.walk))
    }

    pub fn walk_mut(&mut self) -> &mut Walk {
        &mut self.walk
    }

    fn heading(&self, speech: &mut Speech) {
        let (subject, question) = (self.walk.subject(), self.walk.question());
        let points = hundredths(question.points.quarters * 25);
        let scale = if question.points.official { "" } else { ", barème indicatif" };
        let plural = if question.points.quarters >= 8 { "points" } else { "point" };
        speech.gap();
        speech.say(format!(
            "{} {}, {}\u{a0}: {} {}, {points} {plural}{scale}.",
            subject.title,
            subject.session,
            question_name(&question.number),
            sentence(&question.title),
            count(self.walk.step_count(), "étape", "étapes"),
        ));
    }

    fn statement(&self, speech: &mut Speech) {
        speech.paragraphs(&self.walk.question().statement);
    }

    fn annexes(&self, asked: &str, only_titles: bool, speech: &mut Speech) {
        let annexes = annex::of(self.walk.subject(), self.walk.question());
        match (only_titles, annexes.is_empty()) {
            (true, true) => {}
            (true, false) => annex::list(&annexes, speech),
            (false, _) => annex::obey(&annexes, asked, speech),
        }
    }

    /// Reads the step in hand again.
    pub fn announce(&mut self, speech: &mut Speech) {
        self.hand.announce(&self.walk, speech);
    }

    pub fn prompt(&self) -> String {
        self.hand.prompt(&self.walk)
    }

    /// Takes a line.
    pub fn take(&mut self, line: &str, now_ms: i64, speech: &mut Speech) -> (Changes, Onward) {
        self.hand.now_ms = now_ms;
        if self.hand.composing {
            let reply = self.hand.compose(line, &mut self.walk, now_ms, speech);
            return (reply.changes, Onward::Stay);
        }
        let room = step::room(&self.walk);
        let read = command::read(room, line);
        if !matches!(read, Line::Command(Word::Why, _)) {
            self.hand.forget_why();
        }
        let reply = match read {
            Line::Command(word, rest) => return self.obey(room, word, rest, now_ms, speech),
            Line::Near(name) => {
                speech.say(unknown_command(line, Some(name)));
                return (Changes::none(), Onward::Stay);
            }
            Line::Empty => self.hand.enter(&mut self.walk, now_ms, speech),
            Line::Other(answer) => self.hand.answer(answer, &mut self.walk, now_ms, speech),
        };
        if reply.go_on {
            let (changes, onward) = self.go_on(now_ms, speech);
            return (reply.changes.and(changes), onward);
        }
        (reply.changes, Onward::Stay)
    }

    fn obey(
        &mut self,
        room: Room,
        word: Word,
        rest: &str,
        now_ms: i64,
        speech: &mut Speech,
    ) -> (Changes, Onward) {
        let changes = match word {
            Word::Help => {
                help::read(room, speech);
                Changes::none()
            }
            Word::Quit => return (Changes::none(), Onward::Quit),
            Word::Back => return (self.walk.leave(now_ms), Onward::Leave),
            Word::Summary => return (self.walk.leave(now_ms), Onward::Summary),
            Word::Next => return self.next(now_ms, speech),
            Word::Previous => self.previous(now_ms, speech),
            Word::Steps => self.steps(rest, now_ms, speech),
            Word::Hint => step::next_rung(&mut self.walk, now_ms, speech),
            Word::Repeat => {
                self.hand.announce(&self.walk, speech);
                step::seen(&self.walk, speech);
                Changes::none()
            }
            Word::Statement => {
                self.statement(speech);
                Changes::none()
            }
            Word::Annexes => {
                self.annexes(rest, false, speech);
                Changes::none()
            }
            Word::Restart => self.restart(rest, now_ms, speech),
            Word::Charts => {
                let annexes = annex::of(self.walk.subject(), self.walk.question());
                chart::read(&annexes, &self.walk, speech);
                Changes::none()
            }
            Word::Find => {
                let annexes = annex::of(self.walk.subject(), self.walk.question());
                annex::search(&annexes, rest, speech);
                Changes::none()
            }
            word => self.hand.obey(word, rest, &mut self.walk, now_ms, speech),
        };
        (changes, Onward::Stay)
    }

    fn next(&mut self, now_ms: i64, speech: &mut Speech) -> (Changes, Onward) {
        match step::travel(true, &mut self.walk, now_ms, speech) {
            Some(changes) => (changes, Onward::Stay),
            None => self.go_on(now_ms, speech),
        }
    }

    /// To the next step, or to the summary after the last one.
    fn go_on(&mut self, now_ms: i64, speech: &mut Speech) -> (Changes, Onward) {
        if self.walk.step_index() + 1 >= self.walk.step_count() {
            return (self.walk.leave(now_ms), Onward::Summary);
        }
        let changes = self.walk.next(now_ms);
        self.hand.announce(&self.walk, speech);
        (changes, Onward::Stay)
    }

    fn previous(&mut self, now_ms: i64, speech: &mut Speech) -> Changes {
        if let Some(changes) = step::travel(false, &mut self.walk, now_ms, speech) {
            return changes;
        }
        if self.walk.step_index() == 0 {
            speech.say("C’est la première étape.");
            return Changes::none();
        }
        self.go_to(self.walk.step_index() - 1, now_ms, speech)
    }

    fn steps(&mut self, rest: &str, now_ms: i64, speech: &mut Speech) -> Changes {
        match (rest, index(rest, self.walk.step_count())) {
            ("", _) => {
                step::steps(&self.walk, speech);
                Changes::none()
            }
            (_, Some(at)) => self.go_to(at, now_ms, speech),
            (_, None) => {
                let last = self.walk.step_count();
                speech.say(format!(
                    "Il n’y a pas d’étape {}\u{a0}: tapez un numéro de 1 à {last}.",
                    typed(rest)
                ));
                Changes::none()
            }
        }
    }

    /// The whole question again, once it is confirmed.
    fn restart(&mut self, rest: &str, now_ms: i64, speech: &mut Speech) -> Changes {
        if command::fold(rest) != "oui" {
            speech.say(
                "Toute la question repartirait du début\u{a0}; ce que vous avez déjà fait reste dans vos progrès. \
                 Tapez «\u{a0}recommencer oui\u{a0}» pour le vouloir vraiment.",
            );
            return Changes::none();
        }
        let changes = self.walk.restart(now_ms);
        self.hand = Hand::at(now_ms);
        self.heading(speech);
        self.statement(speech);
        self.annexes("", true, speech);
        self.hand.announce(&self.walk, speech);
        changes
    }

    /// To a step by its index.
    pub fn go_to(&mut self, step: usize, now_ms: i64, speech: &mut Speech) -> Changes {
        let changes = self.walk.goto(step, now_ms);
        self.hand.announce(&self.walk, speech);
        changes
    }
}
