//! One question being worked: its steps, what was answered, what help was seen, what is half typed.
//!
//! A walk is a fold like the history: replaying its events and drafts gives the same walk, so
//! everything resumes exactly where it was.

mod answer;
mod carry;
mod choice;
mod drawing;
mod grid;
mod help;
mod judging;
mod navigate;
mod number;
mod picking;
mod rcs;
mod regrade;
mod summary;
mod writing;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

pub use choice::{ChoiceState, OptionState};
pub use grid::GridMove;
pub use help::RungText;
pub(super) use help::ladder_of;
pub(super) use judging::fingerprint;
pub use number::{NumberState, Standing};
pub use rcs::RcsState;
pub use summary::{ErratumLine, ItemLine, Summary};
pub use writing::{PointState, WritingState};

use super::pick::Takings;
use super::{Changes, Place};
use crate::check::Judgement;
use crate::check::writing::PointMark;
use crate::model::{Catalogue, Dossier, ItemId, Question, Step, Subject};
use crate::progress::{Draft, Drafts, Event, History, Item, Record, What, items};

/// A question being worked.
#[derive(Debug, Clone)]
pub struct Walk {
    catalogue: Arc<Catalogue>,
    place: Place,
    indices: (usize, usize, usize),
    /// The records of the subject.
    history: History,
    drafts: Drafts,
    step: usize,
    /// The item under the cursor of each grid, by step.
    cursors: HashMap<usize, usize>,
    /// What the check says of the last answer of each figure.
    judgements: HashMap<ItemId, Judgement>,
    /// Where the key points were recognised in the text handed in last.
    marks: HashMap<ItemId, Vec<PointMark>>,
    /// An answer that was not an attempt: shown until something else happens.
    notice: Option<(ItemId, Judgement)>,
    /// The figures taken from the annexes into each answer, and what was said of the wrong ones.
    takings: HashMap<ItemId, Takings>,
    foreign: HashMap<ItemId, String>,
    ladders: RefCell<HashMap<ItemId, Rc<[RungText]>>>,
}

impl Walk {
    /// Opens a question where it was left; `None` when the catalogue does not hold it.
    pub fn open(
        catalogue: &Arc<Catalogue>,
        place: &Place,
        history: &History,
        drafts: &Drafts,
    ) -> Option<Walk> {
        let indices = place.indices(catalogue)?;
        let id = place.id();
        let mine = |item: &ItemId| *item == id || item.question() == id.0;
        let mut walk = Walk {
            catalogue: Arc::clone(catalogue),
            place: place.clone(),
            indices,
            history: history.of_subject(&place.subject),
            drafts: drafts.iter().filter(|draft| mine(&draft.item)).cloned().collect(),
            step: 0,
            cursors: HashMap::new(),
            judgements: HashMap::new(),
            marks: HashMap::new(),
            notice: None,
            takings: HashMap::new(),
            foreign: HashMap::new(),
            ladders: RefCell::default(),
        };
        walk.refresh_all();
        walk.restore_position();
        Some(walk)
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    pub fn subject(&self) -> &Subject {
        &self.catalogue.subjects[self.indices.0]
    }

    pub fn dossier(&self) -> &Dossier {
        &self.subject().dossiers[self.indices.1]
    }

    pub fn question(&self) -> &Question {
        &self.dossier().questions[self.indices.2]
    }

    /// The records of this subject so far, this walk's events included.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Takes note of hunts played beside the question: what they showed is help.
    pub fn take_note(&mut self, events: &[Event]) {
        let hunts = events.iter().filter(|event| matches!(event.what, What::Hunt(_)));
        hunts.for_each(|event| self.history.apply(event));
    }

    /// What is known of an item, if anything.
    pub fn record(&self, item: &ItemId) -> Option<&Record> {
        self.history.record(item)
    }

    /// The text of an input as typed: a figure, a text in progress.
    pub fn draft(&self, item: &ItemId) -> &str {
        self.drafts.get(item).unwrap_or_default()
    }

    /// Keeps what is typed in the input in focus.
    pub fn type_text(&mut self, text: &str, now_ms: i64) -> Changes {
        self.notice = None;
        match self.focus().map(|item| item.id().clone()) {
            Some(item) => {
                self.follow_typing(&item, text);
                self.keep(item, text.to_owned(), now_ms)
            }
            None => Changes::none(),
        }
    }

    /// Works the question again from the start; earlier rounds stay in the history.
    pub fn restart(&mut self, now_ms: i64) -> Changes {
        let typed: Vec<ItemId> = self.drafts.iter().map(|draft| draft.item.clone()).collect();
        let mut changes = self.record_one(self.place.id(), What::Restart, now_ms);
        for item in typed {
            changes = changes.and(self.keep(item, String::new(), now_ms));
        }
        self.step = 0;
        self.cursors.clear();
        self.notice = None;
        self.takings.clear();
        self.foreign.clear();
        self.refresh_all();
        changes.and(self.keep_position(now_ms))
    }

    /// The item that answers and help go to.
    pub fn focus(&self) -> Option<Item<'_>> {
        let step = self.question().steps.get(self.step)?;
        let items = Item::of_step(step);
        let index = self.cursor_of(self.step).min(items.len().saturating_sub(1));
        items.get(index).copied()
    }

    fn find_item(&self, id: &ItemId) -> Option<Item<'_>> {
        items(self.question()).find(|item| item.id() == id)
    }

    fn record_one(&mut self, item: ItemId, what: What, now_ms: i64) -> Changes {
        let event = Event { at_ms: now_ms, item, what };
        self.history.apply(&event);
        Changes { events: vec![event], drafts: Vec::new() }
    }

    fn keep(&mut self, item: ItemId, text: String, now_ms: i64) -> Changes {
        if self.draft(&item) == text {
            return Changes::none();
        }
        let draft = Draft { at_ms: now_ms, item, text };
        self.drafts.set(draft.clone());
        Changes { events: Vec::new(), drafts: vec![draft] }
    }

    fn step_at(&self, index: usize) -> Option<&Step> {
        self.question().steps.get(index)
    }
}
