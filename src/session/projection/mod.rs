//! A question on the wall: one reveal at a time, for a class. Nothing private is read and nothing
//! is recorded; a slide that does not fit a screen is paged by the interface.

mod ballot;
mod deck;
mod figures;
mod slide;
mod steps;
mod table;

use std::sync::Arc;

pub use ballot::{Ballot, Proposal, letter};
use deck::Deck;
pub use slide::{Body, Figured, Filled, Scope, Slide, Stage};

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
    scope: Scope,
    /// The slide left at the other scope, while one has not moved since.
    left: Option<usize>,
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
            scope: Scope::default(),
            left: None,
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

    /// The number of the slide, from 0, whatever the scope.
    pub fn at(&self) -> usize {
        self.at
    }

    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// How many slides a scope shows.
    pub fn count(&self, scope: Scope) -> usize {
        self.slides.iter().filter(|slide| slide.is_shown(scope)).count()
    }

    /// How far one is at this scope: the rank of the slide, from 1, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        self.rank(|_| true)
    }

    /// How far one is in the step on the wall; `None` between the steps.
    pub fn step_progress(&self) -> Option<(usize, usize)> {
        let step = self.slide().step?;
        Some(self.rank(|slide| slide.step == Some(step)))
    }

    fn rank(&self, among: impl Fn(&Slide) -> bool) -> (usize, usize) {
        let counted = |slides: &[Slide]| {
            slides.iter().filter(|slide| slide.is_shown(self.scope) && among(slide)).count()
        };
        (counted(&self.slides[..=self.at]), counted(&self.slides))
    }

    /// Shows a question at this scope, from where one is: nothing more is told by it.
    pub fn set_scope(&mut self, scope: Scope) {
        if scope == self.scope {
            return;
        }
        self.scope = scope;
        let here = self.at;
        let before = self.left.take().filter(|at| self.slides[*at].is_shown(scope));
        self.at = before.unwrap_or_else(|| self.shown_before(here + 1).unwrap_or(0));
        self.left = Some(here);
    }

    /// From every rung to the essential, and back.
    pub fn toggle_scope(&mut self) {
        self.set_scope(match self.scope {
            Scope::Complete => Scope::Essential,
            Scope::Essential => Scope::Complete,
        });
    }

    fn shown_before(&self, end: usize) -> Option<usize> {
        (0..end).rev().find(|at| self.slides[*at].is_shown(self.scope))
    }

    fn shown_after(&self, at: usize) -> Option<usize> {
        (at + 1..self.slides.len()).find(|at| self.slides[*at].is_shown(self.scope))
    }

    /// Goes to a slide; false where there is none.
    fn go(&mut self, to: Option<usize>) -> bool {
        if let Some(to) = to {
            self.at = to;
            self.left = None;
        }
        to.is_some()
    }

    /// One reveal further; false at the end.
    pub fn reveal(&mut self) -> bool {
        self.go(self.shown_after(self.at))
    }

    /// One reveal back; false at the beginning.
    pub fn cover(&mut self) -> bool {
        self.go(self.shown_before(self.at))
    }

    /// To the next step or row, or back to the one before.
    pub fn skip(&mut self, back: bool) {
        let leads = |at: &usize| self.slides[*at].lead && self.slides[*at].is_shown(self.scope);
        let to = if back {
            (0..self.at).rev().find(leads)
        } else {
            (self.at + 1..self.slides.len()).find(leads)
        };
        if !self.go(to) {
            self.rush(!back);
        }
    }

    /// To the beginning of the next step, or back to that of the one before.
    pub fn skip_step(&mut self, back: bool) {
        let begins = |at: &usize| {
            let (slide, before) = (&self.slides[*at], at.checked_sub(1));
            slide.is_shown(self.scope) && before.is_none_or(|at| self.slides[at].step != slide.step)
        };
        let to = if back {
            (0..self.at).rev().find(begins)
        } else {
            (self.at + 1..self.slides.len()).find(begins)
        };
        if !self.go(to) {
            self.rush(!back);
        }
    }

    /// To the beginning of a step, from 0.
    pub fn go_to_step(&mut self, step: usize) {
        let begins = |slide: &Slide| slide.step == Some(step) && slide.is_shown(self.scope);
        self.go(self.slides.iter().position(begins));
    }

    /// To the first slide, or to the last.
    pub fn rush(&mut self, end: bool) {
        let to = if end { self.shown_before(self.slides.len()) } else { Some(0) };
        self.go(to);
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
