//! The answerable things of a question, in the order they are worked through.

use crate::model::{Choice, GridCell, ItemId, Numeric, Question, Rcs, Step, StepKind, Writing};

/// One answerable thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Item<'a> {
    Number(&'a Numeric),
    Choice(&'a ItemId, &'a Choice),
    Writing(&'a ItemId, &'a Writing),
    Rcs(&'a ItemId, &'a Rcs),
}

impl<'a> Item<'a> {
    pub fn id(&self) -> &'a ItemId {
        match self {
            Item::Number(numeric) => &numeric.id,
            Item::Choice(id, _) | Item::Writing(id, _) | Item::Rcs(id, _) => id,
        }
    }

    /// The entry of the lexicon it trains, where it trains one.
    pub fn skill(&self) -> Option<&'a str> {
        match self {
            Item::Number(numeric) => numeric.skill.as_deref(),
            Item::Choice(_, choice) => choice.skill.as_deref(),
            Item::Writing(_, writing) => writing.skill.as_deref(),
            Item::Rcs(..) => None,
        }
    }

    /// The items of one step: one, or the blanks of a grid in reading order.
    pub fn of_step(step: &'a Step) -> Vec<Item<'a>> {
        match &step.kind {
            StepKind::Number(numeric) => vec![Item::Number(numeric)],
            StepKind::Grid(grid) => {
                let cells = grid.rows.iter().flat_map(|row| &row.cells);
                cells.filter_map(blank).map(Item::Number).collect()
            }
            StepKind::Choice(choice) => vec![Item::Choice(&step.id, choice)],
            StepKind::Writing(writing) => vec![Item::Writing(&step.id, writing)],
            StepKind::Rcs(rcs) => vec![Item::Rcs(&step.id, rcs)],
        }
    }
}

/// All items of a question.
pub fn items(question: &Question) -> impl Iterator<Item = Item<'_>> {
    question.steps.iter().flat_map(Item::of_step)
}

fn blank(cell: &GridCell) -> Option<&Numeric> {
    match cell {
        GridCell::Blank(numeric) => Some(numeric),
        GridCell::Empty | GridCell::Given(_) => None,
    }
}
