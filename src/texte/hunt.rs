//! Trouver l'erreur, line by line: a copy read aloud, the wrong place pointed at by its number, the slip
//! named.

use super::command::{self, Line, Room, Word};
use super::page::Speech;
use super::words::{index, question_name, typed, unknown_command};
use super::{annex, help};
use crate::model::Catalogue;
use crate::number::french::sentence;
use crate::session::hunt::{CopyCell, CopyRow, Ground, Hunting, Sheet, Stage, TableCopy};
use crate::session::{Changes, Place};

/// A copy in hand.
#[derive(Debug)]
pub struct HuntDesk {
    ground: Ground,
    place: Place,
    play: Hunting,
}

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    Stay,
    Leave,
    Quit,
}

impl HuntDesk {
    /// Takes a copy of this ground at a seed and reads it; `None` where nothing is computed there.
    pub fn open(
        ground: Ground,
        catalogue: &Catalogue,
        seed: u64,
        speech: &mut Speech,
    ) -> Option<HuntDesk> {
        let (copy, place) = ground.draw(catalogue, seed)?;
        let desk = HuntDesk { ground, place, play: Hunting::new(copy) };
        desk.announce(catalogue, speech);
        Some(desk)
    }

    fn announce(&self, catalogue: &Catalogue, speech: &mut Speech) {
        speech.gap();
        if let Some((subject, _, question)) = self.place.find(catalogue) {
            speech.say(format!(
                "Trouver l’erreur, {} {}, {}\u{a0}: {}",
                subject.title,
                subject.session,
                question_name(&question.number),
                sentence(&question.title)
            ));
        }
        speech.say(match &self.play.hunt().sheet {
            Sheet::Lines(_) => {
                "La copie d’un élève, ligne par ligne\u{a0}: une seule erreur s’y est glissée."
            }
            Sheet::Table(_) => "Le tableau d’un élève\u{a0}: une seule erreur s’y est glissée.",
        });
        self.read(speech);
    }

    /// The copy, each place behind its number.
    fn read(&self, speech: &mut Speech) {
        match &self.play.hunt().sheet {
            Sheet::Lines(lines) => {
                for (at, line) in lines.iter().enumerate() {
                    speech.say(format!("{}. {line}{}", at + 1, self.mark(at)));
                }
            }
            Sheet::Table(table) => self.read_table(table, speech),
        }
        if self.play.stage() == Stage::Naming {
            self.names(speech);
        }
    }

    fn read_table(&self, table: &TableCopy, speech: &mut Speech) {
        let mut place = 0;
        for row in &table.rows {
            let cells = self.cells(table, row, &mut place);
            speech.say(format!("{}\u{a0}: {}.", row.label, cells.join("\u{a0}; ")));
        }
    }

    fn cells(&self, table: &TableCopy, row: &CopyRow, place: &mut usize) -> Vec<String> {
        let mut cells = Vec::new();
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            match cell {
                CopyCell::Empty => {}
                CopyCell::Given(words) => cells.push(format!("{column} {words} (donné)")),
                CopyCell::Figure(words) => {
                    let mark = self.mark(*place);
                    *place += 1;
                    cells.push(format!("{column} {words} (chiffre {place}{mark})"));
                }
            }
        }
        cells
    }

    /// What is known of a place.
    fn mark(&self, place: usize) -> &'static str {
        let hunt = self.play.hunt();
        let known = self.play.stage() == Stage::Told || self.play.missed().contains(&place);
        match place == hunt.wrong {
            true if self.play.stage() != Stage::Pointing => ", l’erreur est ici",
            false if known && hunt.following.contains(&place) => ", faussé par ce qui précède",
            false if known => ", juste",
            _ => "",
        }
    }

    fn names(&self, speech: &mut Speech) {
        for (at, code) in self.play.hunt().proposals.iter().enumerate() {
            let refused = self.play.refused().contains(code);
            let mark = if refused { " (ce n’est pas elle)" } else { "" };
            speech.say(format!("{}. {}{mark}", at + 1, code.title()));
        }
    }

    fn noun(&self) -> &'static str {
        match self.play.hunt().sheet {
            Sheet::Lines(_) => "Ligne",
            Sheet::Table(_) => "Chiffre",
        }
    }

    pub fn prompt(&self) -> String {
        let hunt = self.play.hunt();
        match self.play.stage() {
            Stage::Pointing => {
                format!("{} où est l’erreur, de 1 à {}\u{a0}:", self.noun(), hunt.places())
            }
            Stage::Naming => format!("Nom de l’erreur, de 1 à {}\u{a0}:", hunt.proposals.len()),
            Stage::Told => "Entrée pour une autre copie, ou «\u{a0}retour\u{a0}»\u{a0}:".to_owned(),
        }
    }

    /// What is left to record when the copy is left.
    pub fn leave(&mut self, now_ms: i64) -> Changes {
        self.play.leave(now_ms)
    }

    /// Takes a line.
    pub fn take(
        &mut self,
        line: &str,
        catalogue: &Catalogue,
        now_ms: i64,
        speech: &mut Speech,
    ) -> (Changes, After) {
        let changes = match command::read(Room::Hunt, line) {
            Line::Command(Word::Quit, _) => return (Changes::none(), After::Quit),
            Line::Command(Word::Back, _) => return (self.leave(now_ms), After::Leave),
            Line::Command(Word::Next, _) => self.another(catalogue, now_ms, speech),
            Line::Empty if self.play.stage() == Stage::Told => {
                self.another(catalogue, now_ms, speech)
            }
            Line::Empty => Changes::none(),
            Line::Command(Word::Hint, _) => self.show(now_ms, speech),
            Line::Command(word, rest) => {
                self.tell(word, rest, catalogue, speech);
                Changes::none()
            }
            Line::Near(name) => {
                speech.say(unknown_command(line, Some(name)));
                Changes::none()
            }
            Line::Other(answer) => self.answer(answer, now_ms, speech),
        };
        (changes, After::Stay)
    }

    /// A command that changes nothing of the copy.
    fn tell(&self, word: Word, rest: &str, catalogue: &Catalogue, speech: &mut Speech) {
        let found = self.place.find(catalogue);
        match (word, found) {
            (Word::Repeat, _) => self.read(speech),
            (Word::Statement, Some((_, _, question))) => speech.paragraphs(&question.statement),
            (Word::Annexes, Some((subject, _, question))) => {
                annex::obey(&annex::of(subject, question), rest, speech);
            }
            (Word::Find, Some((subject, _, question))) => {
                annex::search(&annex::of(subject, question), rest, speech);
            }
            _ => help::read(Room::Hunt, speech),
        }
    }

    fn answer(&mut self, line: &str, now_ms: i64, speech: &mut Speech) -> Changes {
        let (total, stage) = match self.play.stage() {
            Stage::Pointing => (self.play.hunt().places(), Stage::Pointing),
            Stage::Naming => (self.play.hunt().proposals.len(), Stage::Naming),
            Stage::Told => (0, Stage::Told),
        };
        match (index(line, total), stage) {
            (Some(place), Stage::Pointing) => {
                self.play.point(place);
                self.say_last(speech);
                if self.play.stage() == Stage::Naming {
                    self.names(speech);
                }
                Changes::none()
            }
            (Some(name), _) => {
                let code = self.play.hunt().proposals[name];
                let changes = self.play.name(code, now_ms);
                self.say_last(speech);
                self.conclude(speech);
                changes
            }
            (None, Stage::Told) => {
                speech.say(unknown_command(line, None));
                Changes::none()
            }
            (None, _) => {
                speech.say(format!(
                    "{} n’est pas un numéro de la liste\u{a0}: tapez un numéro de 1 à {total}.",
                    typed(line)
                ));
                Changes::none()
            }
        }
    }

    fn say_last(&self, speech: &mut Speech) {
        if let Some(said) = self.play.said() {
            speech.say(said);
        }
    }

    /// Shows the place, then the name.
    fn show(&mut self, now_ms: i64, speech: &mut Speech) -> Changes {
        let stage = self.play.stage();
        let changes = self.play.show(now_ms);
        match stage {
            Stage::Pointing => {
                let (noun, place) = (self.noun(), self.play.hunt().wrong + 1);
                speech.say(format!("{noun} {place}\u{a0}: c’est là. Quelle erreur est-ce\u{a0}?"));
                self.names(speech);
            }
            Stage::Naming => self.conclude(speech),
            Stage::Told => {
                speech.say("Tout est dit de cette copie\u{a0}; Entrée en donne une autre.")
            }
        }
        changes
    }

    /// All there is to know, once the slip is named or given.
    fn conclude(&self, speech: &mut Speech) {
        if self.play.stage() != Stage::Told {
            return;
        }
        let hunt = self.play.hunt();
        speech.say(format!("{}\u{a0}: {}.", self.play.outcome(), hunt.code.title()));
        speech.say(hunt.explanation.as_str());
        speech.say("Le bon calcul");
        hunt.right.iter().for_each(|line| speech.say(line.as_str()));
    }

    /// Another copy of the same ground.
    fn another(&mut self, catalogue: &Catalogue, now_ms: i64, speech: &mut Speech) -> Changes {
        let changes = self.leave(now_ms);
        match self.ground.another(catalogue, self.play.hunt()) {
            Some((copy, place)) => {
                self.place = place;
                self.play = Hunting::new(copy);
                self.announce(catalogue, speech);
            }
            None => speech.say(
                "Il n’y a pas d’autre copie ici\u{a0}; «\u{a0}retour\u{a0}» revient où vous étiez.",
            ),
        }
        changes
    }
}
