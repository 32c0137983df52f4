//! The slides of one step: what is asked, the help rung by rung, the result, what it means.

use super::ballot::Ballot;
use super::slide::{Body, Scope, Slide, Stage};
use super::{figures, table};
use crate::check::Paper;
use crate::model::{PlanPart, Rcs, Step, StepKind, Writing};
use crate::progress::{Item, Rung};
use crate::session::RungText;
use crate::session::chart::Chart;
use crate::session::walk::ladder_of;

/// The slides of step number `at`.
pub fn slides(
    at: usize,
    step: &Step,
    charts: Vec<Chart>,
    ballot: Option<&Ballot>,
    paper: &Paper,
) -> Vec<Slide> {
    let prompt = text(None, &[&step.prompt]);
    let mut slides = vec![Slide::new(Some(at), Stage::Prompt, prompt).leading()];
    let put = |(stage, body): (Stage, Body)| Slide::new(Some(at), stage, body);
    match &step.kind {
        StepKind::Number(item) => {
            slides.extend(figures::of_number(item, charts, ballot, paper).into_iter().map(put));
        }
        StepKind::Grid(grid) => {
            slides.extend(table::of_grid(at, grid, charts, paper));
        }
        StepKind::Choice(choice) => {
            let ladder = ladder_of(Item::Choice(&step.id, choice), paper);
            slides.extend(of_choice(&ladder, ballot).into_iter().map(put).map(asked));
        }
        StepKind::Writing(writing) => {
            let ladder = ladder_of(Item::Writing(&step.id, writing), paper);
            slides.extend(of_writing(at, writing, &ladder));
        }
        StepKind::Rcs(rcs) => {
            let ladder = ladder_of(Item::Rcs(&step.id, rcs), paper);
            slides.extend(of_rcs(at, rcs, &ladder));
        }
    }
    slides
}

pub(super) fn text(heading: Option<&str>, paragraphs: &[&str]) -> Body {
    Body::Text {
        heading: heading.map(str::to_owned),
        paragraphs: paragraphs.iter().map(|&words| words.to_owned()).collect(),
    }
}

/// The hints of a ladder, one slide each.
pub(super) fn hints(ladder: &[RungText]) -> Vec<(Stage, Body)> {
    let hints = ladder.iter().filter(|rung| matches!(rung.rung, Rung::Hint(_)));
    hints.map(|rung| (Stage::Hint, paragraphs(rung))).collect()
}

/// What the result means, where the author says it.
pub(super) fn interpretation(ladder: &[RungText]) -> Option<(Stage, Body)> {
    let rung = ladder.iter().find(|rung| rung.rung == Rung::Interpretation)?;
    Some((Stage::Interpretation, paragraphs(rung)))
}

fn paragraphs(rung: &RungText) -> Body {
    Body::Text { heading: None, paragraphs: rung.paragraphs.clone() }
}

fn of_choice(ladder: &[RungText], ballot: Option<&Ballot>) -> Vec<(Stage, Body)> {
    let mut slides = vec![(Stage::Vote, Body::Ballot { revealed: false })];
    slides.extend(hints(ladder));
    slides.push((Stage::Result, Body::Ballot { revealed: true }));
    let proposals = ballot.map_or(&[][..], |ballot| &ballot.proposals);
    let mut explained: Vec<_> =
        proposals.iter().enumerate().filter(|(_, proposal)| !proposal.why.is_empty()).collect();
    explained.sort_by_key(|(_, proposal)| !proposal.right);
    slides.extend(explained.into_iter().map(|(at, proposal)| {
        let (figure, sentence) = (proposal.text.clone(), proposal.why.clone());
        (Stage::Why, Body::Debrief { proposal: Some(at), figure, sentence })
    }));
    slides.extend(interpretation(ladder));
    slides
}

/// What a choice asks is among its proposals.
fn asked(slide: Slide) -> Slide {
    if slide.stage == Stage::Vote { slide.always() } else { slide }
}

fn of_writing(at: usize, writing: &Writing, ladder: &[RungText]) -> Vec<Slide> {
    let put = |(stage, body): (Stage, Body)| Slide::new(Some(at), stage, body);
    let mut slides: Vec<Slide> = hints(ladder).into_iter().map(put).collect();
    for (point, rest) in writing.points.iter().enumerate().map(|(n, point)| (point, n + 1)) {
        // A list holds the points of one heading.
        let before = writing.points[..rest].iter().filter(|other| other.group == point.group);
        let items: Vec<String> = before.map(|point| point.expected.clone()).collect();
        let last = !writing.points[rest..].iter().any(|other| other.group == point.group);
        let heading = point.group.clone();
        let whole = last.then(|| Body::Points { heading: heading.clone(), items: items.clone() });
        slides.push(put((Stage::Points, Body::List { heading, items })));
        slides.extend(whole.map(|body| put((Stage::Points, body)).only(Scope::Essential)));
    }
    if writing.open && !writing.points.is_empty() {
        let words = "Toute autre idée pertinente compte aussi.";
        slides.push(put((Stage::Points, text(None, &[words]))));
    }
    if !writing.model.is_empty() {
        let body = Body::Text { heading: None, paragraphs: writing.model.clone() };
        let model = put((Stage::Model, body));
        slides.push(if writing.points.is_empty() { model.always() } else { model });
    }
    slides.extend(interpretation(ladder).map(put));
    slides
}

fn of_rcs(at: usize, rcs: &Rcs, ladder: &[RungText]) -> Vec<Slide> {
    let put = |(stage, body): (Stage, Body)| Slide::new(Some(at), stage, body);
    let plan = |heading: &str, words: &str| put((Stage::Plan, text(Some(heading), &[words])));
    let mut slides: Vec<Slide> = hints(ladder).into_iter().map(put).collect();
    slides.push(plan("Problématique", &rcs.problem).always());
    slides.push(plan("Introduction", &rcs.introduction));
    for (at, part) in rcs.parts.iter().enumerate() {
        slides.extend(of_part(at, part).into_iter().map(put));
    }
    slides.push(plan("Conclusion", &rcs.conclusion));
    let items = rcs.parts.iter().enumerate().map(|(at, part)| numbered(at, &part.title));
    let heading = Some("Le plan d’un coup d’œil".to_owned());
    let glance = Body::Points { heading, items: items.collect() };
    slides.push(put((Stage::Plan, glance)).always());
    slides.extend(interpretation(ladder).map(put));
    slides
}

/// The title of a part in large type, then its ideas one by one.
fn of_part(at: usize, part: &PlanPart) -> Vec<(Stage, Body)> {
    let above = format!("Partie {}", roman(at));
    let mut slides = vec![(Stage::Plan, Body::Banner { above, words: part.title.clone() })];
    slides.extend(part.ideas.iter().map(|idea| {
        let paragraphs: Vec<&str> = [idea.argument.as_str(), idea.example.as_str()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        (Stage::Plan, text(Some(&idea.title), &paragraphs))
    }));
    slides
}

fn numbered(at: usize, title: &str) -> String {
    format!("{}. {title}", roman(at))
}

fn roman(at: usize) -> &'static str {
    ["I", "II", "III", "IV", "V"].get(at).copied().unwrap_or("·")
}
