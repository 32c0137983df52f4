//! A question on the wall: one reveal at a time, for a class. Nothing private is read and nothing
//! is recorded; a slide that does not fit a screen is paged by the interface.

mod ballot;
mod deck;
mod figures;
mod slide;
mod steps;

use std::sync::Arc;

pub use ballot::{Ballot, Proposal, letter};
use deck::Deck;
pub use slide::{Body, Figured, Slide, Stage};

use super::{Place, Timer};
use crate::model::{Annex, Catalogue, Question, Subject};

/// Minutes a countdown starts with, one after the other.
const MINUTES: [u32; 3] = [1, 2, 5];

/// A question being shown.
#[derive(Debug, Clone)]
pub struct Projection {
    catalogue: Arc<Catalogue>,
    place: Place,
    indices: (usize, usize, usize),
    slides: Vec<Slide>,
    ballots: Vec<Option<Ballot>>,
    at: usize,
    blank: bool,
    /// Charts follow each annex.
    charts: bool,
    /// The annexes stand before the slide.
    annexes: bool,
    countdown: Timer,
    /// Which of [`MINUTES`] runs.
    minutes: Option<usize>,
}

impl Projection {
    /// Opens a question on its title; `None` when the catalogue does not hold it.
    pub fn open(catalogue: &Arc<Catalogue>, place: &Place) -> Option<Projection> {
        let indices = place.indices(catalogue)?;
        let (subject, _, question) = place.find(catalogue)?;
        let Deck { slides, ballots } = Deck::new(subject, question);
        Some(Projection {
            catalogue: Arc::clone(catalogue),
            place: place.clone(),
            indices,
            slides,
            ballots,
            at: 0,
            blank: false,
            charts: false,
            annexes: false,
            countdown: Timer::Off,
            minutes: None,
        })
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    pub fn subject(&self) -> &Subject {
        &self.catalogue.subjects[self.indices.0]
    }

    pub fn question(&self) -> &Question {
        &self.subject().dossiers[self.indices.1].questions[self.indices.2]
    }

    pub fn slides(&self) -> &[Slide] {
        &self.slides
    }

    /// The slide on the wall. A deck always has a title.
    pub fn slide(&self) -> &Slide {
        &self.slides[self.at]
    }

    /// The number of the slide, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// One reveal further; false at the end.
    pub fn reveal(&mut self) -> bool {
        let more = self.at + 1 < self.slides.len();
        self.at += usize::from(more);
        more
    }

    /// One reveal back; false at the beginning.
    pub fn cover(&mut self) -> bool {
        let more = self.at > 0;
        self.at -= usize::from(more);
        more
    }

    /// To the next step or row, or back to the one before.
    pub fn skip(&mut self, back: bool) {
        let leads = |at: &usize| self.slides[*at].lead;
        let to = if back {
            (0..self.at).rev().find(leads)
        } else {
            (self.at + 1..self.slides.len()).find(leads)
        };
        self.at = to.unwrap_or(if back { 0 } else { self.slides.len() - 1 });
    }

    /// To the first slide, or to the last.
    pub fn rush(&mut self, end: bool) {
        self.at = if end { self.slides.len() - 1 } else { 0 };
    }

    /// The show of hands of the step on the wall.
    pub fn ballot(&self) -> Option<&Ballot> {
        self.ballots.get(self.slide().step?)?.as_ref()
    }

    /// The show of hands while it is being counted.
    pub fn counting(&mut self) -> Option<&mut Ballot> {
        let Body::Ballot { revealed: false } = self.slide().body else { return None };
        let step = self.slide().step?;
        self.ballots.get_mut(step)?.as_mut()
    }

    /// The annexes of the question.
    pub fn annexes(&self) -> Vec<&Annex> {
        let subject = self.subject();
        let places = deck::annexes(subject, self.question());
        places.into_iter().map(|place| &subject.annexes[place]).collect()
    }

    /// Whether the annexes stand before the slide.
    pub fn shows_annexes(&self) -> bool {
        self.annexes
    }

    /// Puts the annexes before the slide, or takes them away; nothing where there is none.
    pub fn toggle_annexes(&mut self) {
        self.annexes = !self.annexes && !self.annexes().is_empty();
    }

    /// Whether charts follow each annex.
    pub fn draws(&self) -> bool {
        self.charts
    }

    /// Draws charts after each annex, or no more.
    pub fn toggle_charts(&mut self) {
        self.charts = !self.charts;
    }

    pub fn is_blank(&self) -> bool {
        self.blank
    }

    /// Blanks the screen, or brings it back.
    pub fn toggle_blank(&mut self) {
        self.blank = !self.blank;
    }

    /// The next countdown: one minute, two, five, then none.
    pub fn next_countdown(&mut self, now_ms: i64) {
        let next = self.minutes.map_or(0, |at| at + 1);
        self.minutes = (next < MINUTES.len()).then_some(next);
        self.countdown = self.minutes.map_or(Timer::Off, |at| Timer::start(MINUTES[at], now_ms));
    }

    /// Milliseconds left on the countdown; `None` where there is none.
    pub fn left_ms(&self, now_ms: i64) -> Option<i64> {
        self.countdown.left_ms(now_ms)
    }

    /// What is left of a countdown that runs in sight: the screen changes by itself.
    pub fn running_ms(&self, now_ms: i64) -> Option<i64> {
        self.left_ms(now_ms).filter(|left| !self.blank && *left > 0)
    }
}
