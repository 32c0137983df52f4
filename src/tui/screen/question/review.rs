//! Reading a text again once it is handed in: beside its points or its grid stand the énoncé, the
//! text or the model, and on a wide screen the text and the model together.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::layout::{Arrangement, Layout, Pane};
use super::{Asked, QuestionScreen};
use crate::tui::answer::Answer;
use crate::tui::msg::{Action, Size};
use crate::tui::screen::frame::WIDE;
use crate::tui::widget::pane;

/// What stands in the pane of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    Statement,
    /// The text handed in.
    Own,
    /// The model, beside the text where there is room for both.
    Model,
}

impl QuestionScreen {
    /// What stands beside a text while it is written, and when its review begins. One marks oneself
    /// on a structured reflection with one's text in sight, and the plan too where both fit.
    pub(super) fn begin_review(&mut self, size: Size) {
        let both = matches!(self.answer, Answer::Rcs(_)) && self.answer.reviewing();
        self.set_aside(if both && size.width >= WIDE { Aside::Model } else { self.usual() });
    }

    /// What stands in the pane of the document when nothing else is asked for.
    fn usual(&self) -> Aside {
        match &self.answer {
            Answer::Rcs(rcs) if rcs.reviewing() => Aside::Own,
            _ => Aside::Statement,
        }
    }

    fn set_aside(&mut self, aside: Aside) {
        if self.aside != aside {
            (self.document_first, self.text_first) = (0, 0);
        }
        self.aside = aside;
        if let Answer::Writing(writing) = &mut self.answer {
            writing.set_apart(aside != Aside::Statement);
        }
    }

    /// Obeys what changes the pane of the document; `None` where the action is for others.
    pub(super) fn compare(&mut self, action: Action, size: Size) -> Option<Asked> {
        let other = |wanted, instead| if self.aside == wanted { instead } else { wanted };
        let aside = match action {
            Action::Model => other(Aside::Model, self.usual()),
            Action::OwnText => other(Aside::Own, Aside::Statement),
            Action::Back if self.aside != self.usual() => self.usual(),
            _ => return None,
        };
        let opened = aside != self.usual();
        self.set_aside(aside);
        // One pane at a time: what was asked for comes in sight, then the points again.
        if self.layout(size).arrangement == Arrangement::Tabs {
            self.turn(if opened { Pane::Document } else { Pane::Answer }, size);
        }
        self.settle(size);
        Some(Asked::Nothing)
    }

    /// The name of what a key of the review does now.
    pub(super) fn review_label(&self, action: Action, label: &'static str) -> &'static str {
        match action {
            Action::Model if self.aside == Aside::Model => "Cacher",
            Action::OwnText if self.aside == Aside::Own => "Énoncé",
            Action::Back if self.aside != self.usual() => "Fermer",
            Action::SwitchPane if self.focus == Pane::Answer && self.aside != Aside::Statement => {
                "Défiler"
            }
            _ => label,
        }
    }

    /// The page keys move what is read, not what is ticked: the arrows do that.
    pub(super) fn reads_aside(&self) -> bool {
        self.answer.reviewing() && self.aside != Aside::Statement
    }

    /// The text handed in, cut into the lines of its pane.
    pub(super) fn handed_in(&self, area: Rect) -> Vec<Line<'static>> {
        let columns = usize::from(area.width).saturating_sub(2);
        self.answer.handed_in(&self.walk, self.look(0), columns)
    }

    /// Scrolls the text beside its model by as much as the model.
    pub(super) fn scroll_text(&mut self, layout: &Layout, to: impl Fn(usize, usize) -> usize) {
        if layout.text.height == 0 {
            return;
        }
        let (total, height) = (self.handed_in(layout.text).len(), usize::from(layout.text.height));
        let first = pane::clamp(self.text_first, total, height);
        self.text_first = pane::clamp(to(first, height), total, height);
    }
}
