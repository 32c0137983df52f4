//! Which figures of the annexes a text was written from: each is remembered as long as the text it
//! put there is untouched.

use std::ops::Range;

use crate::model::CellRef;

/// The figures taken into one answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Takings {
    text: String,
    taken: Vec<(CellRef, Range<usize>)>,
}

impl Takings {
    /// Takes note that the text of the field is now this one: what was changed is forgotten, what
    /// stands after it moves along.
    pub fn follow(&mut self, text: &str) {
        if text == self.text {
            return;
        }
        let old = std::mem::replace(&mut self.text, text.to_owned());
        let head = common(old.chars(), text.chars());
        let tail = common(old[head..].chars().rev(), text[head..].chars().rev());
        let (end, grown) = (old.len() - tail, text.len() as isize - old.len() as isize);
        self.taken.retain_mut(|(_, span)| {
            if span.start >= end && grown != 0 {
                let moved = |at: usize| at.saturating_add_signed(grown);
                *span = moved(span.start)..moved(span.end);
                return true;
            }
            span.end <= head || span.start >= end
        });
    }

    /// Takes note that the bytes `span` of `text` were put there from `cell`.
    pub fn take(&mut self, cell: CellRef, span: Range<usize>, text: &str) {
        self.follow(text);
        if text.get(span.clone()).is_some_and(|put| !put.is_empty()) {
            self.taken.push((cell, span));
        }
    }

    /// The cells whose figure still stands in the text as it was taken, once each, from the first
    /// taken on.
    pub fn cells(&self) -> Vec<CellRef> {
        let mut cells: Vec<CellRef> = Vec::new();
        for (cell, _) in self.taken.iter().filter(|(_, span)| self.stands_alone(span)) {
            if !cells.contains(cell) {
                cells.push(cell.clone());
            }
        }
        cells
    }

    #[cfg(test)]
    pub(super) fn spans(&self) -> impl Iterator<Item = &(CellRef, Range<usize>)> {
        self.taken.iter()
    }

    /// A digit typed against a figure makes another figure of it.
    fn stands_alone(&self, span: &Range<usize>) -> bool {
        let part_of_figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        let before = self.text.get(..span.start).and_then(|text| text.chars().next_back());
        let after = self.text.get(span.end..).and_then(|text| text.chars().next());
        !before.is_some_and(part_of_figure) && !after.is_some_and(part_of_figure)
    }
}

/// How many bytes two texts begin with in common.
fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}
