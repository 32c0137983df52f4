//! What marks depend on in an item, whether it comes from the catalogue or from its contents alone.

use super::Item;
use crate::model::{ItemId, StepEntry, Writing, WritingEntry};

/// How an item is marked.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask<'a> {
    /// Each answer is right or wrong.
    Checked,
    Writing(Expected<'a>),
    Rcs,
}

/// What the marks of a text depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected<'a> {
    /// Ids of the key points.
    pub points: Vec<&'a str>,
    /// How many earn full marks.
    pub enough: usize,
    /// Points of the learner's own count.
    pub open: bool,
}

impl<'a> Expected<'a> {
    fn new(points: Vec<&'a str>, enough: Option<usize>, open: bool) -> Self {
        let enough = enough.unwrap_or(points.len()).min(points.len());
        Expected { points, enough, open }
    }
}

impl<'a> From<&'a Writing> for Expected<'a> {
    fn from(writing: &'a Writing) -> Self {
        let points = writing.points.iter().map(|point| point.id.as_str()).collect();
        Expected::new(points, writing.enough, writing.open)
    }
}

impl<'a> From<&'a WritingEntry> for Expected<'a> {
    fn from(writing: &'a WritingEntry) -> Self {
        let points = writing.points.iter().map(String::as_str).collect();
        Expected::new(points, writing.enough, writing.open)
    }
}

impl<'a> From<&Item<'a>> for Ask<'a> {
    fn from(item: &Item<'a>) -> Self {
        match *item {
            Item::Number(_) | Item::Choice(..) => Ask::Checked,
            Item::Writing(_, writing) => Ask::Writing(writing.into()),
            Item::Rcs(..) => Ask::Rcs,
        }
    }
}

/// The items of a step, and how each is marked.
pub(super) fn asks(step: &StepEntry) -> Vec<(&ItemId, Ask<'_>)> {
    match step {
        StepEntry::Number(id) | StepEntry::Choice(id) => vec![(id, Ask::Checked)],
        StepEntry::Grid(ids) => ids.iter().map(|id| (id, Ask::Checked)).collect(),
        StepEntry::Writing(id, writing) => vec![(id, Ask::Writing(writing.into()))],
        StepEntry::Rcs(id) => vec![(id, Ask::Rcs)],
    }
}
