//! A question: its document on one side, the step in hand on the other.

mod answering;
pub mod document;
mod drawing;
mod large;
pub mod layout;
pub mod memo;
mod picking;
mod pointing;
mod review;
mod travel;
pub mod view;

use std::rc::Rc;
use std::sync::Arc;

use ratatui::layout::Rect;

use self::document::Document;
use self::layout::{Arrangement, Pane};
use self::memo::{Cut, Memo};
use self::picking::Picker;
use self::review::Aside;
use crate::model::Catalogue;
use crate::progress::{Drafts, Event, History};
use crate::session::{Changes, Place, Walk};
use crate::tui::answer::{Answer, Look, Reply};
use crate::tui::keys::{Context, Keymap};
use crate::tui::msg::{Action, Size};
use crate::tui::pace::Pace;
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::column::Column;
use crate::tui::widget::pane;

/// What the screen asks of the interface around it.
#[derive(Debug, PartialEq)]
pub enum Asked {
    Nothing,
    Keep(Changes),
    Tell(Changes, String),
    Why,
    /// Every step was gone through: to the summary.
    Finish(Changes),
    Leave(Changes),
}

/// The state of the screen.
#[derive(Debug)]
pub struct QuestionScreen {
    walk: Walk,
    answer: Answer,
    theme: Theme,
    large: bool,
    pace: Pace,
    keys: Keymap,
    focus: Pane,
    /// First line shown of the document, and columns of its tables left out.
    document_first: usize,
    document_column: usize,
    memo: Memo,
    /// The charts of the annexes are drawn.
    charts: bool,
    /// The drawing of the results is wanted, or not; where neither was said, it shows if it fits.
    drawing: Option<bool>,
    /// First line shown of the answer.
    answer_first: usize,
    aside: Aside,
    /// First line shown of the text handed in, where it has a pane of its own.
    text_first: usize,
    pick: Picker,
}

/// How a question shows itself: in which colours and size, clocks at which pace, under which keys.
#[derive(Debug, Clone)]
pub struct Wear {
    pub theme: Theme,
    pub pace: Pace,
    pub large: bool,
    pub keys: Keymap,
}

impl QuestionScreen {
    /// Opens a question where it was left; `None` when there is no such question.
    pub fn open(
        catalogue: &Arc<Catalogue>,
        history: &History,
        drafts: &Drafts,
        place: &Place,
        (theme, large): (Theme, bool),
        size: Size,
    ) -> Option<Self> {
        let walk = Walk::open(catalogue, place, history, drafts)?;
        let answer = Answer::new(&walk);
        let mut screen = QuestionScreen {
            walk,
            answer,
            theme,
            large,
            pace: Pace::default(),
            keys: Keymap::default(),
            focus: Pane::Answer,
            document_first: 0,
            document_column: 0,
            memo: Memo::default(),
            charts: false,
            drawing: None,
            answer_first: 0,
            aside: Aside::Statement,
            text_first: 0,
            pick: Picker::default(),
        };
        // A question never seen begins with its énoncé, unless both are in sight.
        if !screen.walk.begun() && screen.layout(size).arrangement != Arrangement::Beside {
            screen.focus = Pane::Document;
        }
        screen.begin_review(size);
        screen.turn(screen.focus, size);
        screen.settle(size);
        Some(screen)
    }

    /// Judges old answers again where the paper was corrected since.
    pub fn regrade(&mut self, now_ms: i64) -> Changes {
        self.walk.regrade(now_ms)
    }

    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// Takes note of what was seen in somebody else's copy.
    pub fn take_note(&mut self, events: &[Event]) {
        self.walk.take_note(events);
    }

    /// Shows itself as was chosen.
    pub fn wear(&mut self, wear: Wear, size: Size) {
        let Wear { theme, pace, large, keys } = wear;
        (self.theme, self.pace, self.large, self.keys) = (theme, pace, large, keys);
        self.settle(size);
    }

    pub fn place(&self) -> &Place {
        self.walk.place()
    }

    pub fn context(&self) -> Context {
        match self.focus {
            _ if self.pick.on => Context::Picking,
            Pane::Document if self.answer.reviewing() => Context::Compare,
            Pane::Document if self.answer.has_field() => Context::Statement,
            Pane::Document => Context::Document,
            Pane::Answer => self.answer.context(),
        }
    }

    /// Milliseconds until the screen changes by itself; `None` when it does not.
    pub fn next_tick(&self, now_ms: i64) -> Option<i64> {
        let Answer::Rcs(rcs) = &self.answer else { return None };
        self.pace.next_change(rcs.running_ms(&self.walk, now_ms)?)
    }

    pub fn resized(&mut self, size: Size) {
        self.settle(size);
    }

    /// Obeys an action.
    pub fn update(&mut self, action: Action, now_ms: i64, size: Size) -> Asked {
        if self.pick.on {
            return self.picking(action, now_ms, size);
        }
        if self.answer.reviewing()
            && let Some(asked) = self.compare(action, size)
        {
            return asked;
        }
        let asked = match action {
            Action::Pick => return self.begin_picking(size),
            Action::Back => return Asked::Leave(self.leave(now_ms)),
            Action::Why => {
                return if self.walk.why().is_some() { Asked::Why } else { Asked::Nothing };
            }
            Action::SwitchPane => {
                let other = match self.focus {
                    Pane::Document => Pane::Answer,
                    Pane::Answer => Pane::Document,
                };
                self.turn(other, size);
                Asked::Nothing
            }
            Action::Hint => {
                let changes = self.walk.next_rung(now_ms);
                self.settle(size);
                self.reveal(size, |column| column.rung);
                return Asked::Keep(changes);
            }
            Action::Carry => {
                let own = !self.walk.uses_own_results();
                let told = if own {
                    "La suite se juge aussi sur vos propres résultats."
                } else {
                    "La suite se juge sur les résultats du corrigé."
                };
                Asked::Tell(self.walk.use_own_results(own, now_ms), told.to_owned())
            }
            Action::Charts => {
                self.draw_or_clear(size);
                return Asked::Nothing;
            }
            Action::NextStep => self.go_on(now_ms, size),
            Action::PreviousStep => {
                let changes = self.walk.previous(now_ms);
                self.reload(size);
                Asked::Keep(changes)
            }
            Action::PageUp | Action::PageDown => {
                self.page(action == Action::PageDown, size);
                return Asked::Nothing;
            }
            Action::Type(' ') if self.focus == Pane::Document && self.answer.is_blank() => {
                self.page(true, size);
                return Asked::Nothing;
            }
            Action::Type(_) if self.focus == Pane::Document => {
                self.turn(Pane::Answer, size);
                self.answer(action, now_ms, size)
            }
            other if self.focus == Pane::Document => {
                self.read(other, size);
                return Asked::Nothing;
            }
            other => self.answer(other, now_ms, size),
        };
        if matches!(action, Action::Submit | Action::Edit) {
            self.begin_review(size);
        }
        self.settle(size);
        if matches!(action, Action::Enter | Action::Submit) && !self.answer.edits() {
            self.reveal(size, |column| column.verdict);
        }
        asked
    }

    /// Shows the result of the figure in focus.
    pub fn show_result(&mut self, now_ms: i64) -> Changes {
        self.walk.show_result(now_ms)
    }

    /// To call when the question is left, whatever it shows.
    pub fn leave(&mut self, now_ms: i64) -> Changes {
        self.walk.leave(now_ms)
    }

    fn answer(&mut self, action: Action, now_ms: i64, size: Size) -> Asked {
        let reply = self.answer.update(action, &mut self.walk, now_ms);
        if reply.go_on {
            return match self.go_on(now_ms, size) {
                Asked::Finish(changes) => Asked::Finish(reply.changes.and(changes)),
                Asked::Keep(changes) => Asked::Keep(reply.changes.and(changes)),
                other => other,
            };
        }
        told(reply)
    }

    /// To the next step, or to the summary after the last one.
    fn go_on(&mut self, now_ms: i64, size: Size) -> Asked {
        if self.walk.step_index() + 1 >= self.walk.step_count() {
            return Asked::Finish(self.walk.leave(now_ms));
        }
        let changes = self.walk.next(now_ms);
        self.reload(size);
        Asked::Keep(changes)
    }

    /// To a step by its index.
    pub fn go_to(&mut self, step: usize, now_ms: i64, size: Size) -> Changes {
        let changes = self.walk.goto(step, now_ms);
        self.reload(size);
        self.turn(Pane::Answer, size);
        self.settle(size);
        changes
    }

    /// Works the question again from its start.
    pub fn restart(&mut self, now_ms: i64, size: Size) -> Changes {
        let changes = self.walk.restart(now_ms);
        self.reload(size);
        self.turn(Pane::Answer, size);
        self.settle(size);
        changes
    }

    fn reload(&mut self, size: Size) {
        self.answer = Answer::new(&self.walk);
        self.answer_first = 0;
        self.begin_review(size);
        self.drawing = None;
        self.turn(self.focus, size);
    }

    fn turn(&mut self, focus: Pane, size: Size) {
        self.focus = focus;
        self.pick.on = false;
        self.find_figures(size);
        if let Some(editor) = self.answer.editor_mut() {
            editor.focus(focus == Pane::Answer);
        }
    }

    pub fn paste(&mut self, text: &str, now_ms: i64, size: Size) -> Asked {
        if self.focus != Pane::Answer {
            if !self.answer.has_field() {
                return Asked::Nothing;
            }
            self.turn(Pane::Answer, size);
        }
        let reply = self.answer.paste(text, &mut self.walk, now_ms);
        self.settle(size);
        told(reply)
    }

    /// The pane that has the keys.
    fn pane(&self) -> Pane {
        if self.pick.on { Pane::Document } else { self.focus }
    }

    fn document(&self, area: Rect) -> Rc<Document> {
        let (width, theme) = (usize::from(area.width).saturating_sub(2), self.theme);
        match (self.aside, &self.answer) {
            _ if !self.reads_aside() => {}
            (Aside::Own, _) => {
                let lines = self.handed_in(area);
                return Rc::new(Document { lines, ..Document::default() });
            }
            (_, Answer::Rcs(_)) => return Rc::new(Document::of_plan(&self.walk, width, theme)),
            _ => return Rc::new(Document::of_model(&self.walk, width, theme)),
        }
        let (column, charts) = (self.document_column, self.charts);
        let cursor = self.pick.cursor().cloned();
        let large = self.large.then_some(usize::from(area.height));
        let cut = Cut { width, column, charts, cursor, theme, large };
        self.memo.get(cut, |cut| Document::new(self.walk.subject(), self.walk.question(), cut))
    }

    fn look(&self, now_ms: i64) -> Look<'_> {
        let focused = self.pane() == Pane::Answer;
        let (theme, pace, large) = (self.theme, self.pace, self.large);
        Look { theme, focused, now_ms, pace, keys: &self.keys, large, height: 0 }
    }

    fn first_shown(&self, column: &Column, place: Rect) -> usize {
        pane::clamp(self.answer_first, column.lines.len(), usize::from(place.height))
    }

    pub fn hints(&self, hints: Vec<Hint>, size: Size) -> Vec<Hint> {
        let layout = self.layout(size);
        let named = |mut hint: Hint| {
            hint.label = match self.pane() {
                Pane::Answer => self.answer.label(hint.action, hint.label, &self.walk)?,
                Pane::Document => hint.label,
            };
            if self.answer.reviewing() {
                hint.label = self.review_label(hint.action, hint.label);
            }
            match hint.action {
                Action::OwnText if layout.text.height > 0 => return None,
                Action::Hint => hint.label = self.next_help()?,
                Action::Pick if !self.walk.has_figures() => return None,
                Action::Right if self.focus == Pane::Document => {
                    let document = self.document(layout.document);
                    (document.furthest > 0).then_some(())?;
                }
                Action::Charts if self.pane() == Pane::Answer => self.has_drawing().then_some(())?,
                Action::Charts => self.has_charts().then_some(())?,
                Action::NextStep if self.walk.step_index() + 1 >= self.walk.step_count() => {
                    hint.label = "Bilan";
                }
                _ => {}
            }
            Some(hint)
        };
        hints.into_iter().filter_map(named).collect()
    }
}

fn told(reply: Reply) -> Asked {
    match reply.notice {
        Some(notice) => Asked::Tell(reply.changes, notice),
        None => Asked::Keep(reply.changes),
    }
}
