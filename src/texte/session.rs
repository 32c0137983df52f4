//! A sitting without input and output: which menu or question is in hand, and what a line does there.

mod anywhere;

use std::sync::Arc;

use super::command::{self, Line, Room, Word};
use super::hunt::HuntDesk;
use super::page::Speech;
use super::profile::Ask;
use super::question::{Desk, Onward};
use super::words::{question_name, typed, unknown_command};
use super::{help, home, summary};
use crate::model::{Catalogue, Contents};
use crate::progress::{Drafts, History};
use crate::session::{Changes, Outline, Place, SubjectLine, Walk, outline};

/// What is in hand.
#[derive(Debug)]
enum Spot {
    Papers,
    /// The id of a subject.
    Paper(String),
    Question(Box<Desk>),
    Summary(Box<Walk>),
    /// A copy, and where it was opened from.
    Hunt(Box<HuntDesk>, Box<Spot>),
}

/// The state of a sitting. Lines go in by [`Session::take`]; what is said and what is to be recorded
/// come out of [`Session::speech`] and [`Session::changes`].
#[derive(Debug)]
pub struct Session {
    catalogue: Arc<Catalogue>,
    contents: Contents,
    history: History,
    drafts: Drafts,
    spot: Spot,
    speech: Speech,
    changes: Changes,
    now_ms: i64,
    /// What local time is ahead of UTC, in milliseconds.
    offset_ms: i64,
    ended: bool,
    kept: bool,
    /// What is asked of the profiles, for whoever owns the journal.
    ask: Option<Ask>,
}

impl Session {
    /// Begins with the list of papers. `kept` tells whether the journal keeps what is done; `why` says why this mode was chosen, where nobody asked for it.
    pub fn new(
        catalogue: Arc<Catalogue>,
        history: History,
        drafts: Drafts,
        kept: bool,
        why: &str,
        notices: &[String],
    ) -> Session {
        let mut session = Session {
            contents: Contents::of(&catalogue),
            catalogue,
            history,
            drafts,
            spot: Spot::Papers,
            speech: Speech::default(),
            changes: Changes::none(),
            now_ms: 0,
            offset_ms: 0,
            ended: false,
            kept,
            ask: None,
        };
        session.welcome(why);
        notices.iter().for_each(|notice| session.speech.say(notice.as_str()));
        home::papers(&session.outline(), &mut session.speech);
        session
    }

    fn welcome(&mut self, why: &str) {
        let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
        let speech = &mut self.speech;
        speech.say(format!(
            "Tuteur NDRC en mode texte{why}\u{a0}: s’entraîner à l’épreuve E5, une ligne à la fois."
        ));
        speech.say("Tapez un numéro ou un mot, puis Entrée\u{a0}; «\u{a0}aide\u{a0}» dit partout ce qu’on peut taper.");
        speech.say(
            match self.kept {
            true => "Chaque réponse est enregistrée aussitôt\u{a0}; «\u{a0}quitter\u{a0}» ferme le tuteur.",
            false => "Rien ne sera enregistré\u{a0}; «\u{a0}quitter\u{a0}» ferme le tuteur.",
        },
        );
    }

    /// Tells what local time is ahead of UTC, in milliseconds.
    pub fn set_offset(&mut self, offset_ms: i64) {
        self.offset_ms = offset_ms;
    }

    fn outline(&self) -> Outline {
        outline(&self.contents, &self.history, &self.drafts)
    }

    /// Lines to write, oldest first.
    pub fn speech(&mut self) -> Vec<String> {
        self.speech.take()
    }

    /// What is to be recorded.
    pub fn changes(&mut self) -> Changes {
        std::mem::take(&mut self.changes)
    }

    /// What is asked of the profiles.
    pub(super) fn ask(&mut self) -> Option<Ask> {
        self.ask.take()
    }

    /// Goes on with the work of someone else, from the list of papers. `kept` tells whether the
    /// journal keeps what they do.
    pub(super) fn seat(&mut self, history: History, drafts: Drafts, kept: bool) {
        (self.history, self.drafts, self.kept) = (history, drafts, kept);
        self.spot = Spot::Papers;
        home::papers(&self.outline(), &mut self.speech);
    }

    pub fn ended(&self) -> bool {
        self.ended
    }

    /// Says something more.
    pub fn tell(&mut self, words: &str) {
        self.speech.say(words);
    }

    /// What is asked now; empty between two lines of a text.
    pub fn prompt(&self) -> String {
        match &self.spot {
            Spot::Papers => home::papers_prompt(&self.outline()),
            Spot::Paper(id) => self.with_paper(id, home::paper_prompt).unwrap_or_default(),
            Spot::Question(desk) => desk.prompt(),
            Spot::Hunt(desk, _) => desk.prompt(),
            Spot::Summary(walk) => match walk.place().following(&self.catalogue) {
                Some(next) => format!(
                    "Entrée pour la suite ({}), ou «\u{a0}retour\u{a0}»\u{a0}:",
                    question_name(&next.question)
                ),
                None => "Entrée pour revenir à la liste des questions\u{a0}:".to_owned(),
            },
        }
    }

    fn with_paper<T>(&self, id: &str, f: impl FnOnce(&SubjectLine) -> T) -> Option<T> {
        self.outline().subjects.iter().find(|subject| subject.id == id).map(f)
    }

    /// Takes a line typed at a moment (milliseconds since 1970).
    pub fn take(&mut self, line: &str, now_ms: i64) {
        self.now_ms = now_ms;
        if self.anywhere(line) {
            return;
        }
        match &mut self.spot {
            Spot::Hunt(..) => self.at_hunt(line),
            Spot::Question(desk) => {
                let (changes, onward) = desk.take(line, now_ms, &mut self.speech);
                self.keep(changes);
                self.go(onward);
            }
            Spot::Papers => self.at_papers(line),
            Spot::Paper(id) => {
                let id = id.clone();
                self.at_paper(&id, line);
            }
            Spot::Summary(_) => self.at_summary(line),
        }
    }

    fn go(&mut self, onward: Onward) {
        match onward {
            Onward::Stay => {}
            Onward::Quit => self.end(),
            Onward::Leave => self.list_questions(),
            Onward::Summary => {
                if let Spot::Question(desk) = &self.spot {
                    let walk = desk.walk().clone();
                    summary::read(&walk, &mut self.speech);
                    self.spot = Spot::Summary(Box::new(walk));
                }
            }
        }
    }

    fn at_papers(&mut self, line: &str) {
        match command::read(Room::Papers, line) {
            Line::Empty => {}
            Line::Command(Word::Quit, _) => self.end(),
            Line::Command(Word::Resume, _) => match self.outline().resume {
                Some(place) => self.open(&place),
                None => self
                    .speech
                    .say("Rien n’est commencé\u{a0}: choisissez un sujet par son numéro."),
            },
            Line::Command(Word::Profile, words) => self.ask = Some(Ask::read(words)),
            Line::Command(..) => help::read(Room::Papers, &mut self.speech),
            Line::Near(name) => self.near(line, name),
            Line::Other(typed) => {
                let outline = self.outline();
                match home::chosen_paper(&outline, typed) {
                    Some(at) => self.open_paper(&outline.subjects[at].id),
                    None => self.unknown(typed),
                }
            }
        }
    }

    fn at_paper(&mut self, id: &str, line: &str) {
        match command::read(Room::Paper, line) {
            Line::Empty => {}
            Line::Command(Word::Quit, _) => self.end(),
            Line::Command(Word::Back, _) => {
                self.spot = Spot::Papers;
                home::papers(&self.outline(), &mut self.speech);
            }
            Line::Command(Word::Context, _) => {
                let outline = self.outline();
                if let Some(subject) = outline.subjects.iter().find(|subject| subject.id == id) {
                    home::context(&self.catalogue, subject, &mut self.speech);
                }
            }
            Line::Command(Word::Profile, words) => self.ask = Some(Ask::read(words)),
            Line::Command(..) => help::read(Room::Paper, &mut self.speech),
            Line::Near(name) => self.near(line, name),
            Line::Other(typed) => {
                match self.with_paper(id, |subject| home::chosen_question(subject, typed)).flatten()
                {
                    Some(place) => self.open(&place),
                    None => self.unknown(typed),
                }
            }
        }
    }

    fn at_summary(&mut self, line: &str) {
        match command::read(Room::Summary, line) {
            Line::Empty | Line::Command(Word::Next, _) => self.following(),
            Line::Command(Word::Quit, _) => self.end(),
            Line::Command(Word::Back, _) => self.list_questions(),
            Line::Command(Word::Resume, _) => self.complete(),
            Line::Command(Word::Restart, _) => self.restart(),
            Line::Command(..) => help::read(Room::Summary, &mut self.speech),
            Line::Near(name) => self.near(line, name),
            Line::Other(typed) => self.unknown(typed),
        }
    }

    fn near(&mut self, line: &str, name: &str) {
        self.speech.say(unknown_command(line, Some(name)));
    }

    fn unknown(&mut self, line: &str) {
        self.speech.say(format!(
            "{} n’est pas dans la liste\u{a0}; «\u{a0}aide\u{a0}» dit ce qu’on peut taper.",
            typed(line)
        ));
    }

    fn place(&self) -> Option<Place> {
        match &self.spot {
            Spot::Question(desk) => Some(desk.walk().place().clone()),
            Spot::Summary(walk) => Some(walk.place().clone()),
            Spot::Papers | Spot::Paper(_) | Spot::Hunt(..) => None,
        }
    }

    fn list_questions(&mut self) {
        if let Some(place) = self.place() {
            self.open_paper(&place.subject);
        }
    }

    fn open_paper(&mut self, id: &str) {
        let outline = self.outline();
        if let Some(subject) = outline.subjects.iter().find(|subject| subject.id == id) {
            home::paper(subject, &mut self.speech);
            self.spot = Spot::Paper(id.to_owned());
        }
    }

    fn open(&mut self, place: &Place) {
        let opened = Walk::open(&self.catalogue, place, &self.history, &self.drafts);
        let Some(mut walk) = opened else { return };
        let changes = walk.regrade(self.now_ms);
        self.spot = Spot::Question(Box::new(Desk::open(walk, self.now_ms, &mut self.speech)));
        self.keep(changes);
    }

    fn following(&mut self) {
        let next = self.place().and_then(|place| place.following(&self.catalogue));
        match next {
            Some(place) => self.open(&place),
            None => self.list_questions(),
        }
    }

    /// Back from the summary to the first step left undone.
    fn complete(&mut self) {
        let Spot::Summary(walk) = &self.spot else { return };
        let (place, step) = (walk.place().clone(), walk.first_unfinished());
        let Some(step) = step else {
            self.speech.say("Tout est fait\u{a0}; «\u{a0}recommencer\u{a0}» refait la question depuis le début.");
            return;
        };
        let opened = Walk::open(&self.catalogue, &place, &self.history, &self.drafts);
        let Some(mut walk) = opened else { return };
        let changes = walk.goto(step, self.now_ms);
        self.spot = Spot::Question(Box::new(Desk::open(walk, self.now_ms, &mut self.speech)));
        self.keep(changes);
    }

    fn restart(&mut self) {
        let Spot::Summary(walk) = &mut self.spot else { return };
        let changes = walk.restart(self.now_ms);
        let walk = walk.as_ref().clone();
        self.keep(changes);
        self.spot = Spot::Question(Box::new(Desk::open(walk, self.now_ms, &mut self.speech)));
    }

    /// Folds changes into what is known here, and keeps them to be recorded.
    fn keep(&mut self, changes: Changes) {
        changes.events.iter().for_each(|event| self.history.apply(event));
        changes.drafts.iter().for_each(|draft| self.drafts.set(draft.clone()));
        self.changes = std::mem::take(&mut self.changes).and(changes);
    }

    /// Time does not run away from a question that is left.
    pub fn leave(&mut self, now_ms: i64) {
        if let Spot::Hunt(desk, before) = &mut self.spot {
            let changes = desk.leave(now_ms);
            self.spot = std::mem::replace(before.as_mut(), Spot::Papers);
            self.keep(changes);
        }
        if let Spot::Question(desk) = &mut self.spot {
            let changes = desk.walk_mut().leave(now_ms);
            self.keep(changes);
        }
    }

    /// Says goodbye: the learner quits, or the input is over.
    pub fn end(&mut self) {
        if !self.ended {
            self.ended = true;
            self.speech.say(match self.kept {
                true => "À bientôt. Vous reprendrez exactement ici.",
                false => "À bientôt. Cette séance n’est pas gardée.",
            });
        }
    }
}
