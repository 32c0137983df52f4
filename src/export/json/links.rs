//! From each entry of the lexicon to the figures, steps and questions that use it.

use serde_json::{Value, json};

use super::question;
use crate::model::{Catalogue, Grid, GridCell, Numeric, Question, Step, StepKind, Subject};

/// The entry of the lexicon that every RCS uses.
const RCS: &str = "rcs";

/// One link per entry, in the order of the lexicon.
pub fn all(catalogue: &Catalogue) -> Vec<Value> {
    catalogue.lexicon.iter().map(|entry| link(catalogue, &entry.id)).collect()
}

fn link(catalogue: &Catalogue, skill: &str) -> Value {
    let (mut figures, mut steps, mut used) = (Vec::new(), Vec::new(), Vec::new());
    for subject in &catalogue.subjects {
        for question in questions(subject) {
            let before = steps.len();
            for step in &question.steps {
                let items =
                    numbers(step).into_iter().filter(|item| item.skill.as_deref() == Some(skill));
                let known = figures.len();
                figures.extend(items.map(|item| item.id.0.as_str()));
                if figures.len() > known || own_skill(step) == Some(skill) {
                    steps.push(step.id.0.as_str());
                }
            }
            if steps.len() > before {
                used.push(question::id(&subject.id, question));
            }
        }
    }
    json!({ "fiche": skill, "questions": used, "etapes": steps, "chiffres": figures })
}

/// The entry used by a step that holds no figure.
fn own_skill(step: &Step) -> Option<&str> {
    match &step.kind {
        StepKind::Choice(choice) => choice.skill.as_deref(),
        StepKind::Writing(writing) => writing.skill.as_deref(),
        StepKind::Rcs(_) => Some(RCS),
        StepKind::Number(_) | StepKind::Grid(_) => None,
    }
}

pub fn questions(subject: &Subject) -> impl Iterator<Item = &Question> {
    subject.dossiers.iter().flat_map(|dossier| &dossier.questions)
}

/// Every figure of a step, in the order of the table.
pub fn numbers(step: &Step) -> Vec<&Numeric> {
    match &step.kind {
        StepKind::Number(item) => vec![item],
        StepKind::Grid(grid) => blanks(grid).collect(),
        StepKind::Choice(_) | StepKind::Writing(_) | StepKind::Rcs(_) => Vec::new(),
    }
}

fn blanks(grid: &Grid) -> impl Iterator<Item = &Numeric> {
    grid.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
        GridCell::Blank(item) => Some(item.as_ref()),
        GridCell::Empty | GridCell::Given(_) => None,
    })
}
