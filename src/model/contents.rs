//! The table of contents of a catalogue: what lists and progress need of it, and nothing else.
//!
//! It is small enough to be read before the first screen; the catalogue itself comes after it.

use super::{
    Catalogue, Dossier, GridCell, ItemId, Points, Question, Step, StepKind, Subject, Writing,
};

/// Every paper, in the order of the catalogue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    pub subjects: Vec<SubjectEntry>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq)]
pub struct SubjectEntry {
    pub id: String,
    pub title: String,
    /// The exam session, a year.
    pub session: u16,
    pub dossiers: Vec<DossierEntry>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DossierEntry {
    pub title: String,
    pub questions: Vec<QuestionEntry>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct QuestionEntry {
    pub number: String,
    pub title: String,
    pub points: Points,
    pub steps: Vec<StepEntry>,
}

/// What marks depend on in a step.
#[derive(Debug, Clone, PartialEq)]
pub enum StepEntry {
    Number(ItemId),
    /// The blanks of a table, in reading order.
    Grid(Vec<ItemId>),
    Choice(ItemId),
    Writing(ItemId, WritingEntry),
    Rcs(ItemId),
}

/// What the marks of a text depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct WritingEntry {
    /// Ids of the key points.
    pub points: Vec<String>,
    /// See [`Writing::enough`] and [`Writing::open`].
    pub enough: Option<usize>,
    pub open: bool,
}

impl Contents {
    pub fn of(catalogue: &Catalogue) -> Self {
        Contents { subjects: catalogue.subjects.iter().map(SubjectEntry::of).collect() }
    }
}

impl SubjectEntry {
    fn of(subject: &Subject) -> Self {
        SubjectEntry {
            id: subject.id.clone(),
            title: subject.title.clone(),
            session: subject.session,
            dossiers: subject.dossiers.iter().map(DossierEntry::of).collect(),
        }
    }

    pub fn questions(&self) -> impl Iterator<Item = &QuestionEntry> {
        self.dossiers.iter().flat_map(|dossier| &dossier.questions)
    }
}

impl DossierEntry {
    fn of(dossier: &Dossier) -> Self {
        let questions = dossier.questions.iter().map(QuestionEntry::of).collect();
        DossierEntry { title: dossier.title.clone(), questions }
    }
}

impl QuestionEntry {
    pub fn of(question: &Question) -> Self {
        QuestionEntry {
            number: question.number.clone(),
            title: question.title.clone(),
            points: question.points,
            steps: question.steps.iter().map(StepEntry::of).collect(),
        }
    }
}

impl StepEntry {
    fn of(step: &Step) -> Self {
        match &step.kind {
            StepKind::Number(number) => StepEntry::Number(number.id.clone()),
            StepKind::Grid(grid) => {
                let cells = grid.rows.iter().flat_map(|row| &row.cells);
                let blanks = cells.filter_map(|cell| match cell {
                    GridCell::Blank(number) => Some(number.id.clone()),
                    GridCell::Empty | GridCell::Given(_) => None,
                });
                StepEntry::Grid(blanks.collect())
            }
            StepKind::Choice(_) => StepEntry::Choice(step.id.clone()),
            StepKind::Writing(writing) => {
                StepEntry::Writing(step.id.clone(), WritingEntry::of(writing))
            }
            StepKind::Rcs(_) => StepEntry::Rcs(step.id.clone()),
        }
    }
}

impl WritingEntry {
    pub fn of(writing: &Writing) -> Self {
        WritingEntry {
            points: writing.points.iter().map(|point| point.id.clone()).collect(),
            enough: writing.enough,
            open: writing.open,
        }
    }
}
