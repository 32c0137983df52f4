//! The slides of a question, in the order of the reveal. Those of a step are `steps`'s work.

use super::ballot::Ballot;
use super::slide::{Body, Slide, Stage};
use super::steps;
use crate::check::Paper;
use crate::model::{Question, StepKind, Subject};
use crate::session::chart;

/// Every slide of a question and the show of hands of each step that has one.
pub struct Deck {
    pub slides: Vec<Slide>,
    pub ballots: Vec<Option<Ballot>>,
}

impl Deck {
    pub fn new(subject: &Subject, question: &Question) -> Deck {
        let paper = Paper::new(subject);
        let mut slides = opening(subject, question);
        let mut ballots = Vec::new();
        for (at, step) in question.steps.iter().enumerate() {
            let ballot = match &step.kind {
                StepKind::Number(item) => Ballot::of_number(item, &paper),
                StepKind::Choice(choice) => Some(Ballot::of_choice(&step.id, choice)),
                StepKind::Grid(_) | StepKind::Writing(_) | StepKind::Rcs(_) => None,
            };
            let charts = chart::on_wall(subject, question, step);
            slides.extend(steps::slides(at, step, charts, ballot.as_ref(), &paper));
            ballots.push(ballot);
        }
        slides.extend(closing(question));
        Deck { slides, ballots }
    }
}

/// Title, énoncé, annexes.
fn opening(subject: &Subject, question: &Question) -> Vec<Slide> {
    let title = Body::Title {
        paper: format!("{} · {}", subject.title, subject.session),
        number: question.number.clone(),
        title: question.title.clone(),
    };
    let statement = Body::Text { heading: None, paragraphs: question.statement.clone() };
    let mut slides = vec![
        Slide::new(None, Stage::Title, title).leading(),
        Slide::new(None, Stage::Statement, statement),
    ];
    let annexes = annexes(subject, question).into_iter().map(Body::Annex);
    slides.extend(annexes.map(|body| Slide::new(None, Stage::Annex, body)));
    slides
}

/// The annexes a question is worked with, by their place in the subject.
pub fn annexes(subject: &Subject, question: &Question) -> Vec<usize> {
    let place = |id: &String| subject.annexes.iter().position(|annex| &annex.id == id);
    question.annexes.iter().filter_map(place).collect()
}

/// Slips of the printed sentences, then what to remember.
fn closing(question: &Question) -> Vec<Slide> {
    let errata = question.errata.iter().map(|erratum| {
        let paragraphs = vec![
            format!("Imprimé\u{a0}: «\u{a0}{}\u{a0}»", erratum.printed),
            format!("Juste\u{a0}: «\u{a0}{}\u{a0}»", erratum.right),
            erratum.explanation.clone(),
        ];
        Slide::new(None, Stage::Erratum, Body::Text { heading: None, paragraphs }).always()
    });
    let mut slides: Vec<Slide> = errata.collect();
    if !question.summary.is_empty() {
        let paragraphs = vec![question.summary.clone()];
        let body = Body::Text { heading: None, paragraphs };
        slides.push(Slide::new(None, Stage::Remember, body).leading());
    }
    slides
}
