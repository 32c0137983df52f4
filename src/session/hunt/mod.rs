//! Trouver l'erreur: one slip planted at a seed in a worked copy of a step or in a whole table. A
//! hunt is a pure function of the step and the seed; playing it is `play`'s work.

mod candidate;
mod ground;
mod lines;
mod play;
mod proposals;
mod table;

pub use ground::Ground;
pub use play::{Hunting, Stage};

use self::lines::LineSource;
use self::table::TableSource;
use super::dice::Dice;
use crate::check::{Paper, SlipCode};
use crate::model::{ItemId, Question, Step, StepKind, Subject};

/// How many names are proposed for the slip.
pub const PROPOSALS: usize = 4;

/// A copy with one slip, and what is to be known of it in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunt {
    pub seed: u64,
    /// The figure whose computation the slip is in.
    pub item: ItemId,
    /// What that figure is.
    pub label: String,
    pub sheet: Sheet,
    /// The place of the slip: a line, or a figure of the table in reading order.
    pub wrong: usize,
    /// Places that are wrong only because of it.
    pub following: Vec<usize>,
    pub code: SlipCode,
    /// The names proposed, the right one among them.
    pub proposals: Vec<SlipCode>,
    /// What was done and what was to be done.
    pub explanation: String,
    /// The right computation, line by line.
    pub right: Vec<String>,
    /// Items whose right result can be read in the copy.
    pub in_sight: Vec<ItemId>,
}

/// A copy as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheet {
    Lines(Vec<String>),
    Table(TableCopy),
}

/// A completed table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCopy {
    pub corner: String,
    pub columns: Vec<String>,
    pub rows: Vec<CopyRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyRow {
    pub label: String,
    pub cells: Vec<CopyCell>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyCell {
    Empty,
    /// Given by the paper: never wrong.
    Given(String),
    /// Worked out by whoever filled the table in.
    Figure(String),
}

/// Why there is nothing to hunt in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHunt {
    /// A choice or a text: there is no computation.
    NotComputed,
    /// The figure is read off a table as it stands.
    ReadOff,
    /// No slip of this step can be seen and told from the others.
    NothingToPlant,
}

impl Hunt {
    /// The hunt of a step at a seed: the same for ever.
    ///
    /// # Errors
    /// Why there is none.
    pub fn new(subject: &Subject, step: &Step, seed: u64) -> Result<Hunt, NoHunt> {
        Source::new(subject, step)?.hunt(seed)
    }

    /// How many places can be pointed at.
    pub fn places(&self) -> usize {
        match &self.sheet {
            Sheet::Lines(lines) => lines.len(),
            Sheet::Table(table) => table.figures().count(),
        }
    }
}

impl TableCopy {
    /// Row and column of each figure that can be pointed at, in reading order.
    pub fn figures(&self) -> impl Iterator<Item = (usize, usize)> {
        self.rows.iter().enumerate().flat_map(|(row, line)| {
            let cells = line.cells.iter().enumerate();
            cells
                .filter(|(_, cell)| matches!(cell, CopyCell::Figure(_)))
                .map(move |(column, _)| (row, column))
        })
    }
}

/// A step and every slip that may be planted in it, to draw hunts from.
pub struct Source<'a>(Kind<'a>);

enum Kind<'a> {
    Lines(Box<LineSource<'a>>),
    Table(Box<TableSource<'a>>),
}

impl<'a> Source<'a> {
    /// # Errors
    /// Why there is no hunt in this step, as far as it can be told without drawing one.
    pub fn new(subject: &'a Subject, step: &'a Step) -> Result<Source<'a>, NoHunt> {
        match &step.kind {
            StepKind::Number(item) => {
                Ok(Source(Kind::Lines(Box::new(LineSource::new(Paper::new(subject), item)?))))
            }
            StepKind::Grid(grid) => {
                Ok(Source(Kind::Table(Box::new(TableSource::new(Paper::new(subject), grid)))))
            }
            StepKind::Choice(_) | StepKind::Writing(_) | StepKind::Rcs(_) => {
                Err(NoHunt::NotComputed)
            }
        }
    }

    /// Draws the hunt of a seed.
    ///
    /// # Errors
    /// [`NoHunt::NothingToPlant`], whatever the seed.
    pub fn hunt(&self, seed: u64) -> Result<Hunt, NoHunt> {
        let mut dice = Dice::new(seed);
        let hunt = match &self.0 {
            Kind::Lines(lines) => lines.hunt(seed, &mut dice),
            Kind::Table(table) => table.hunt(seed, &mut dice),
        };
        hunt.ok_or(NoHunt::NothingToPlant)
    }
}

/// A hunt somewhere in a question, `preferred` being the step to take where it has one; another
/// seed gives another step.
pub fn in_question(
    subject: &Subject,
    question: &Question,
    preferred: Option<usize>,
    seed: u64,
) -> Option<Hunt> {
    let mut steps: Vec<&Step> = question.steps.iter().collect();
    Dice::new(seed).shuffle(&mut steps);
    let first = preferred.and_then(|index| question.steps.get(index));
    first.into_iter().chain(steps).find_map(|step| Hunt::new(subject, step, seed).ok())
}

/// A hunt somewhere in a paper.
pub fn in_subject(subject: &Subject, seed: u64) -> Option<Hunt> {
    let mut questions: Vec<&Question> =
        subject.dossiers.iter().flat_map(|dossier| &dossier.questions).collect();
    Dice::new(seed).shuffle(&mut questions);
    questions.into_iter().find_map(|question| in_question(subject, question, None, seed))
}

#[cfg(test)]
mod tests;
