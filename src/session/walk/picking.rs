//! Figures put into an answer from the annexes: remembered with it, and told of when it is wrong.

use std::ops::Range;

use super::{Changes, Walk};
use crate::check::{self, Context, Judgement, Paper, Verdict};
use crate::model::{AnnexBody, CellRef, ItemId, Numeric};
use crate::progress::Item;
use crate::session::pick::Figures;

impl Walk {
    /// The figures of the annexes of this question.
    pub fn figures(&self) -> Figures {
        Figures::of(self.subject(), self.question())
    }

    /// Whether the annexes of this question have figures.
    pub fn has_figures(&self) -> bool {
        let mut annexes = self.question().annexes.iter();
        annexes.any(|id| {
            let annex = self.subject().annexes.iter().find(|annex| &annex.id == id);
            annex.is_some_and(|annex| matches!(annex.body, AnnexBody::Table(_)))
        })
    }

    /// Keeps what is now typed in the input in focus, the bytes `span` of it put there from `cell`.
    pub fn take_figure(
        &mut self,
        cell: CellRef,
        span: Range<usize>,
        text: &str,
        now_ms: i64,
    ) -> Changes {
        let changes = self.type_text(text, now_ms);
        if let Some(item) = self.focus().map(|item| item.id().clone()) {
            self.takings.entry(item).or_default().take(cell, span, text);
        }
        changes
    }

    /// Follows what is typed, so that a figure that was changed is no longer one that was taken.
    pub(super) fn follow_typing(&mut self, item: &ItemId, text: &str) {
        if let Some(takings) = self.takings.get_mut(item) {
            takings.follow(text);
        }
    }

    /// What is to be said of the figures taken into a wrong answer, where one has no place in it and
    /// the verdict did not name it already.
    pub(super) fn tell_of_takings(&mut self, item: &Numeric, judgement: &Judgement) {
        self.foreign.remove(&item.id);
        let Some(takings) = self.takings.get(&item.id) else { return };
        if judgement.verdict != Verdict::Wrong {
            return;
        }
        let paper = Paper::new(self.subject());
        let context = Context::new(&paper).through(&paper);
        let told = check::foreign_figures(item, &context, &takings.cells());
        if let Some(told) = told.filter(|told| !is_said(&judgement.message, told)) {
            self.foreign.insert(item.id.clone(), told);
        }
    }

    /// What was said of the figures taken into the last answer of the figure in focus.
    pub fn foreign_figures(&self) -> Option<&str> {
        match self.focus()? {
            Item::Number(item) => self.foreign.get(&item.id).map(String::as_str),
            _ => None,
        }
    }
}

/// Whether a message names the very figures that `told` would.
fn is_said(message: &str, told: &str) -> bool {
    let mut names = told.split('«').skip(1).filter_map(|part| part.split('»').next());
    names.all(|name| message.contains(name))
}
