//! Moving about a question: scrolling, and keeping what matters in sight.

use std::ops::Range;

use ratatui::layout::Rect;

use super::QuestionScreen;
use super::layout::{Layout, Pane, Share};
use super::review::Aside;
use crate::model::StepKind;
use crate::session::chart;
use crate::tui::answer;
use crate::tui::msg::{Action, Size};
use crate::tui::screen::frame::WIDE;
use crate::tui::widget::column::Column;
use crate::tui::widget::pane;

impl QuestionScreen {
    pub(super) fn layout(&self, size: Size) -> Layout {
        if self.large {
            return Layout::one(size, self.pane());
        }
        let share = match self.walk.step().map(|step| &step.kind) {
            _ if self.reads_aside() => Share::Read,
            Some(StepKind::Grid(_) | StepKind::Writing(_) | StepKind::Rcs(_)) => Share::Roomy,
            _ => Share::Even,
        };
        if share == Share::Read && self.aside == Aside::Model && size.width >= WIDE {
            return Layout::compared(size);
        }
        Layout::new(size, self.pane(), share, |width| {
            let area = Rect { width, ..Rect::default() };
            self.document(area).lines.len()
        })
    }

    /// Scrolls the document.
    pub(super) fn read(&mut self, action: Action, size: Size) {
        let layout = self.layout(size);
        let area = layout.document;
        self.scroll_text(&layout, |first, _| match action {
            Action::Up => first.saturating_sub(1),
            Action::Down => first + 1,
            Action::Home => 0,
            Action::End => usize::MAX,
            _ => first,
        });
        let document = self.document(area);
        let height = usize::from(area.height);
        match action {
            Action::Up => self.document_first = self.document_first.saturating_sub(1),
            Action::Down => self.document_first += 1,
            Action::Home => self.document_first = 0,
            Action::End => self.document_first = document.lines.len(),
            Action::Left => self.document_column = self.document_column.saturating_sub(1),
            Action::Right => {
                self.document_column = (self.document_column + 1).min(document.furthest);
            }
            _ => {}
        }
        self.document_first = pane::clamp(self.document_first, document.lines.len(), height);
    }

    /// Draws the charts of the annexes and brings the first ones in sight, or takes them away.
    pub(super) fn toggle_charts(&mut self, size: Size) {
        self.charts = !self.charts && self.has_charts();
        let area = self.layout(size).document;
        let height = usize::from(area.height);
        let document = self.document(area);
        if let Some(lines) = document.charts.clone() {
            let whole = pane::follow(self.document_first, lines.end - 1, height);
            self.document_first = whole.min(lines.start);
        }
        self.settle(size);
    }

    /// Whether some annex of the question is in the document and can be drawn.
    pub(super) fn has_charts(&self) -> bool {
        if self.reads_aside() {
            return false;
        }
        let mut annexes = self.walk.subject().annexes.iter();
        let cited = &self.walk.question().annexes;
        annexes.any(|annex| cited.contains(&annex.id) && !chart::charts(annex).is_empty())
    }

    pub(super) fn column(&self, layout: &Layout, now_ms: i64) -> (Column, Rect) {
        let answering = self.answering(layout, now_ms);
        (answering.column, answering.body)
    }

    /// A page of the pane in focus: of a text that does not show whole, then of the rest of the
    /// answer; of the document where the answer shows whole.
    pub(super) fn page(&mut self, down: bool, size: Size) {
        let written = self.focus == Pane::Answer && self.answer.written().is_some();
        if let Some(editor) = self.answer.editor_mut().filter(|_| written) {
            editor.update(if down { Action::PageDown } else { Action::PageUp });
            return self.settle(size);
        }
        let layout = self.layout(size);
        let (column, place) = self.column(&layout, 0);
        let total = column.lines.len();
        let height = usize::from(place.height);
        if self.focus == Pane::Answer && total > height && !self.reads_aside() {
            let kept = pane::kept(&column.tables, self.answer_first, height).len();
            self.answer_first = moved(self.answer_first, down, height - kept, total, height);
            return;
        }
        self.scroll_text(&layout, |first, height| moved(first, down, height, usize::MAX, height));
        let document = self.document(layout.document);
        let total = document.lines.len();
        let height = usize::from(layout.document.height);
        let kept = pane::kept(&document.tables, self.document_first, height).len();
        self.document_first = moved(self.document_first, down, height - kept, total, height);
    }

    /// Brings the figures in sight when a calculation begins and the document was left at its top.
    pub(super) fn find_figures(&mut self, size: Size) {
        let step = self.walk.step().map(|step| &step.kind);
        let computes = matches!(step, Some(StepKind::Number(_) | StepKind::Grid(_)));
        if self.focus == Pane::Document || !computes || self.document_first > 0 {
            return;
        }
        let area = self.layout(size).document;
        let document = self.document(area);
        if let Some(table) = document.tables.first()
            && table.end > usize::from(area.height)
        {
            self.document_first = table.start;
        }
    }

    /// Brings what has the focus in sight, after anything that may have moved it.
    pub(super) fn settle(&mut self, size: Size) {
        let layout = self.layout(size);
        self.answer.settle(&self.walk, usize::from(layout.answer.width).saturating_sub(2));
        let (column, place) = self.column(&layout, 0);
        let height = usize::from(place.height);
        let mut first = self.first_shown(&column, place);
        if let (Some(focus), Pane::Answer) = (&column.focus, self.focus) {
            first = in_sight(&column, first, focus, height);
        }
        self.answer_first = pane::clamp(first, column.lines.len(), height);
        let text = answer::text_area(self.editor_places(layout.answer, place).0);
        if let Some(editor) = self.answer.editor_mut() {
            editor.fit(text);
        }
        self.follow_picker(&layout);
        let document = self.document(layout.document);
        self.document_column = self.document_column.min(document.furthest);
        let height = usize::from(layout.document.height);
        self.document_first = pane::clamp(self.document_first, document.lines.len(), height);
    }

    /// Shows what was just said: from its first line, as much of what follows as there is room for.
    pub(super) fn reveal(&mut self, size: Size, news: impl Fn(&Column) -> Option<usize>) {
        let (column, place) = self.column(&self.layout(size), 0);
        let Some(start) = news(&column) else { return };
        let (height, last) = (usize::from(place.height), column.lines.len().saturating_sub(1));
        let most = pane::under(&column.tables, start, height);
        self.answer_first = pane::follow(self.answer_first, last, height).min(most);
    }
}

/// Where a window begins so that the focus shows, moving as little as possible.
fn in_sight(column: &Column, first: usize, focus: &Range<usize>, height: usize) -> usize {
    let last = focus.end.saturating_sub(1);
    let first = pane::follow(pane::follow(first, last, height), focus.start, height);
    // Lines kept on top must not hide the focus; a row in hand is itself kept there.
    let most = pane::under(&column.tables, focus.start, height);
    let first = first.min(most);
    // Too tall for the pane: its end says what just happened.
    if last >= first + height { pane::follow(first, last, height) } else { first }
}

/// One page further: `seen` rows of the pane scroll, the others are kept on top.
fn moved(first: usize, down: bool, seen: usize, total: usize, height: usize) -> usize {
    let page = seen.saturating_sub(1).max(1);
    let first = pane::clamp(first, total, height);
    let to = if down { first + page } else { first.saturating_sub(page) };
    pane::clamp(to, total, height)
}
