//! The slides of one figure. Those of a table to complete are `table`'s work.

use super::ballot::Ballot;
use super::slide::{Body, Figured, Stage};
use super::steps::{hints, interpretation};
use crate::check::{self, Paper};
use crate::formula::explain::{self, Heading};
use crate::model::{AcceptedValue, Numeric};
use crate::number::french;
use crate::progress::{Item, Rung};
use crate::session::RungText;
use crate::session::chart::Chart;
use crate::session::walk::ladder_of;

/// One computation: hands, help, result, then the mistakes that lead elsewhere.
///
/// The mistakes come after the result: told before, they would leave one proposal standing.
pub fn of_number(
    item: &Numeric,
    charts: Vec<Chart>,
    ballot: Option<&Ballot>,
    paper: &Paper,
) -> Vec<(Stage, Body)> {
    let ladder = ladder_of(Item::Number(item), paper);
    let mut slides = Vec::new();
    if ballot.is_some() {
        slides.push((Stage::Vote, Body::Ballot { revealed: false }));
    }
    slides.extend(hints(&ladder));
    slides.extend(worked(&ladder, None));
    slides.push((Stage::Result, result(&item.label, &[(String::new(), item)], paper)));
    slides.extend(ballot.into_iter().flat_map(mistakes));
    slides.extend(errata(item));
    if !charts.is_empty() {
        slides.push((Stage::Result, Body::Charts(charts)));
    }
    slides.extend(interpretation(&ladder));
    slides
}

fn mistakes(ballot: &Ballot) -> impl Iterator<Item = (Stage, Body)> {
    let wrong = ballot.proposals.iter().enumerate().filter(|(_, proposal)| !proposal.right);
    wrong.map(|(at, proposal)| {
        let (figure, sentence) = (proposal.text.clone(), proposal.why.clone());
        (Stage::Mistake, Body::Debrief { proposal: Some(at), figure, sentence })
    })
}

/// Method and substitution.
pub(super) fn worked(ladder: &[RungText], heading: Option<&str>) -> Vec<(Stage, Body)> {
    let slide = |rung: Rung, stage: Stage, heading: Option<&str>| {
        let found = ladder.iter().find(|text| text.rung == rung)?;
        let heading = heading.map(str::to_owned);
        Some((stage, Body::Formula { heading, lines: found.paragraphs.clone() }))
    };
    let method = slide(Rung::Method, Stage::Method, None);
    let substitution = slide(Rung::Substitution, Stage::Substitution, heading);
    method.into_iter().chain(substitution).collect()
}

/// Figures under their headings; the working only where there is one figure.
pub(super) fn result(label: &str, items: &[(String, &Numeric)], paper: &Paper) -> Body {
    let figures = items
        .iter()
        .map(|(heading, item)| Figured { heading: heading.clone(), figure: check::shown(item) });
    let working = match items {
        [(_, item)] => working(item, paper),
        _ => Vec::new(),
    };
    Body::Figures { label: label.to_owned(), figures: figures.collect(), working }
}

fn working(item: &Numeric, paper: &Paper) -> Vec<String> {
    let heading = Heading { label: &item.label, unit: item.unit, decimals: item.decimals };
    let lines = explain::steps(&item.formula, paper, &heading);
    // A figure read off a table has no working but itself.
    if lines.iter().any(|line| line.contains(['=', '≈', ':'])) { lines } else { Vec::new() }
}

/// What the corrigé prints wrongly about a figure.
pub(super) fn errata(item: &Numeric) -> Vec<(Stage, Body)> {
    let debrief = |figure: String, sentence: &str| {
        let sentence = sentence.to_owned();
        (Stage::Erratum, Body::Debrief { proposal: None, figure, sentence })
    };
    let printed = item.printed.as_ref().and_then(|printed| {
        let why = printed.erratum.as_deref()?;
        Some(debrief(format!("{}, imprimé {}", item.label, printed.text), why))
    });
    let others = item.accepted.iter().filter(|accepted| accepted.erratum).map(|accepted| {
        let value = match &accepted.value {
            AcceptedValue::Figure { value, unit, decimals } => {
                french::quantity(*value, *unit, *decimals)
            }
            AcceptedValue::Between(low, high) => {
                format!("de {} à {}", french::exact(*low), french::exact(*high))
            }
            AcceptedValue::Formula { exact, unit, decimals, .. } => {
                french::quantity(*exact, *unit, *decimals)
            }
        };
        debrief(format!("{}, imprimé aussi {value}", item.label), &accepted.remark)
    });
    printed.into_iter().chain(others).collect()
}
