//! Trouver l'erreur: a copy with one slip beside the énoncé; pointing at it, naming it, being told.

mod view;

use std::sync::Arc;

use crate::check::SlipCode;
use crate::model::{Catalogue, Question, Subject};
use crate::session::hunt::{Ground, Hunting, Sheet, Stage};
use crate::session::{Changes, Place};
use crate::tui::keys::Context;
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::screen::Wish;
use crate::tui::screen::question::layout::Pane;
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::column::Spot;
use crate::tui::widget::pane;

/// The state of the screen.
#[derive(Debug)]
pub struct HuntScreen {
    catalogue: Arc<Catalogue>,
    ground: Ground,
    /// Where the question of the copy is.
    place: Place,
    play: Hunting,
    focus: Pane,
    /// The place pointed at, and the name chosen.
    cursor: usize,
    name: usize,
    document_first: usize,
    document_column: usize,
    copy_first: usize,
    /// Columns left out on the left of a table too wide.
    table_first: usize,
    /// Copies told so far, and those found and named at the first try.
    told: u32,
    perfect: u32,
    large: bool,
}

impl HuntScreen {
    /// A copy of this ground at a seed; `None` where nothing is computed there.
    pub fn open(
        catalogue: &Arc<Catalogue>,
        ground: Ground,
        seed: u64,
        size: Size,
    ) -> Option<HuntScreen> {
        let (drawn, place) = ground.draw(catalogue, seed)?;
        let mut screen = HuntScreen {
            catalogue: Arc::clone(catalogue),
            ground,
            place,
            play: Hunting::new(drawn),
            focus: Pane::Answer,
            cursor: 0,
            name: 0,
            document_first: 0,
            document_column: 0,
            copy_first: 0,
            table_first: 0,
            told: 0,
            perfect: 0,
            large: false,
        };
        screen.begin(size);
        Some(screen)
    }

    pub fn context(&self) -> Context {
        match self.focus {
            Pane::Document => Context::HuntReading,
            Pane::Answer => Context::Hunt,
        }
    }

    /// What is left to record when the screen is left.
    pub fn leave(&mut self, now_ms: i64) -> Changes {
        self.play.leave(now_ms)
    }

    pub fn update(&mut self, action: Action, now_ms: i64, size: Size) -> Option<Wish> {
        let changes = match action {
            Action::Back => return Some(Wish::Close(self.leave(now_ms))),
            Action::SwitchPane => {
                self.focus = match self.focus {
                    Pane::Document => Pane::Answer,
                    Pane::Answer => Pane::Document,
                };
                Changes::none()
            }
            Action::PageUp | Action::PageDown => {
                self.turn_page(action == Action::PageDown, size);
                return None;
            }
            other if self.focus == Pane::Document => {
                self.read(other, size);
                return None;
            }
            Action::Enter => self.enter(now_ms, size),
            Action::Hint => self.show(now_ms),
            Action::Option(n) => self.choose(usize::from(n).saturating_sub(1), now_ms),
            other => {
                self.travel(other);
                Changes::none()
            }
        };
        self.settle(size);
        (!changes.is_empty()).then_some(Wish::Keep(changes))
    }

    fn enter(&mut self, now_ms: i64, size: Size) -> Changes {
        match self.play.stage() {
            Stage::Pointing => {
                self.play.point(self.cursor);
                Changes::none()
            }
            Stage::Naming => self.choose(self.name, now_ms),
            Stage::Told => {
                self.next(size);
                Changes::none()
            }
        }
    }

    fn show(&mut self, now_ms: i64) -> Changes {
        let changes = self.play.show(now_ms);
        self.cursor = self.play.hunt().wrong;
        self.count();
        changes
    }

    fn choose(&mut self, name: usize, now_ms: i64) -> Changes {
        let Some(code) = self.play.hunt().proposals.get(name).copied() else {
            return Changes::none();
        };
        if self.play.stage() != Stage::Naming {
            return Changes::none();
        }
        self.name = name;
        let changes = self.play.name(code, now_ms);
        if self.refused(name) {
            self.step_name(1);
        }
        self.count();
        changes
    }

    fn count(&mut self) {
        if self.play.stage() == Stage::Told {
            self.told += 1;
            self.perfect += u32::from(self.play.tries() == (Some(1), Some(1)));
        }
    }

    /// Another copy of the same ground, not the one just seen.
    fn next(&mut self, size: Size) {
        let seen = self.play.hunt();
        let Some((copy, place)) = self.ground.another(&self.catalogue, seen) else { return };
        if place != self.place {
            self.document_first = 0;
            self.document_column = 0;
        }
        self.place = place;
        self.play = Hunting::new(copy);
        self.begin(size);
    }

    fn begin(&mut self, size: Size) {
        (self.cursor, self.name, self.copy_first, self.table_first) = (0, 0, 0, 0);
        self.find_figures(size);
        self.settle(size);
    }

    /// Moves over the copy, then over the names.
    fn travel(&mut self, action: Action) {
        match (self.play.stage(), action) {
            (Stage::Pointing, action) => self.cursor = self.moved(action),
            (Stage::Naming, Action::Up) => self.step_name(-1),
            (Stage::Naming, Action::Down) => self.step_name(1),
            (Stage::Told, Action::Up) => self.copy_first = self.copy_first.saturating_sub(1),
            (Stage::Told, Action::Down) => self.copy_first += 1,
            _ => {}
        }
    }

    fn moved(&self, action: Action) -> usize {
        let last = self.play.hunt().places().saturating_sub(1);
        let table = match &self.play.hunt().sheet {
            Sheet::Table(table) => table.figures().collect(),
            Sheet::Lines(_) => Vec::new(),
        };
        match action {
            Action::Home => 0,
            Action::End => last,
            Action::Up if table.is_empty() => self.cursor.saturating_sub(1),
            Action::Down if table.is_empty() => (self.cursor + 1).min(last),
            Action::NextField => (self.cursor + 1).min(last),
            Action::PreviousField => self.cursor.saturating_sub(1),
            other => beside(&table, self.cursor, other).unwrap_or(self.cursor),
        }
    }

    /// To the next name that was not refused.
    fn step_name(&mut self, by: isize) {
        let all = self.play.hunt().proposals.len() as isize;
        for _ in 0..all {
            self.name = (self.name as isize + by).rem_euclid(all.max(1)) as usize;
            if !self.refused(self.name) {
                return;
            }
        }
    }

    fn refused(&self, name: usize) -> bool {
        let code: Option<&SlipCode> = self.play.hunt().proposals.get(name);
        code.is_some_and(|code| self.play.refused().contains(code))
    }

    fn subject(&self) -> Option<(&Subject, &Question)> {
        let (subject, _, question) = self.place.find(&self.catalogue)?;
        Some((subject, question))
    }

    /// Brings the annexes in sight: the énoncé matters less here.
    fn find_figures(&mut self, size: Size) {
        let area = self.layout(size).document;
        let document = self.document(area, Theme::Plain);
        if let Some(table) = document.tables.first()
            && self.document_first == 0
            && table.end > usize::from(area.height)
        {
            self.document_first = table.start;
        }
    }

    fn read(&mut self, action: Action, size: Size) {
        let area = self.layout(size).document;
        let document = self.document(area, Theme::Plain);
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
        self.document_first =
            pane::clamp(self.document_first, document.lines.len(), usize::from(area.height));
    }

    /// A page of the document, the copy being short.
    fn turn_page(&mut self, down: bool, size: Size) {
        let area = self.layout(size).document;
        let total = self.document(area, Theme::Plain).lines.len();
        let page = usize::from(area.height).saturating_sub(1).max(1);
        let first = pane::clamp(self.document_first, total, usize::from(area.height));
        let to = if down { first + page } else { first.saturating_sub(page) };
        self.document_first = pane::clamp(to, total, usize::from(area.height));
    }

    pub fn mouse(&mut self, mouse: Mouse, now_ms: i64, size: Size) -> Option<Wish> {
        let layout = self.layout(size);
        let at = (mouse.x, mouse.y).into();
        match mouse.kind {
            MouseKind::WheelUp | MouseKind::WheelDown if layout.document.contains(at) => {
                let down = mouse.kind == MouseKind::WheelDown;
                self.read(if down { Action::Down } else { Action::Up }, size);
            }
            MouseKind::WheelUp => self.copy_first = self.copy_first.saturating_sub(1),
            MouseKind::WheelDown => self.copy_first += 1,
            MouseKind::Press if layout.answer.contains(at) => {
                self.focus = Pane::Answer;
                let column = self.column(&layout, Theme::Plain);
                let first = self.first_shown(&column, layout.answer);
                let height = usize::from(layout.answer.height);
                let y = usize::from(mouse.y - layout.answer.y);
                let line = pane::line_at(&column.tables, first, height, y);
                let spot = column.spot_at(line?, usize::from(mouse.x - layout.answer.x));
                return self.click(spot?, now_ms, size);
            }
            MouseKind::Press if self.title_at(&layout, mouse) => {
                return self.update(Action::SwitchPane, now_ms, size);
            }
            MouseKind::Press if layout.document.contains(at) => self.focus = Pane::Document,
            MouseKind::Press => {}
        }
        self.settle_first(size);
        None
    }

    fn click(&mut self, spot: Spot, now_ms: i64, size: Size) -> Option<Wish> {
        match (spot, self.play.stage()) {
            (Spot::Point(place), Stage::Pointing) => {
                self.cursor = place;
                self.update(Action::Enter, now_ms, size)
            }
            (Spot::Option(name), Stage::Naming) => {
                self.update(Action::Option(name as u8 + 1), now_ms, size)
            }
            _ => None,
        }
    }

    pub fn resized(&mut self, size: Size) {
        self.settle(size);
    }

    pub fn hints(&self, hints: Vec<Hint>) -> Vec<Hint> {
        let named = |mut hint: Hint| {
            match (hint.action, self.play.stage()) {
                (Action::Enter, Stage::Naming) => hint.label = "Nommer",
                (Action::Enter, Stage::Told) => hint.label = "Autre copie",
                (Action::Hint, Stage::Naming) => hint.label = "Donner le nom",
                (Action::Hint, Stage::Told) => return None,
                _ => {}
            }
            Some(hint)
        };
        hints.into_iter().filter_map(named).collect()
    }
}

/// The figure of a table beside another one.
fn beside(places: &[(usize, usize)], from: usize, action: Action) -> Option<usize> {
    let (row, column) = *places.get(from)?;
    let mut others = places.iter().enumerate();
    match action {
        Action::Left => others.rev().find(|(_, (r, c))| *r == row && *c < column).map(|(at, _)| at),
        Action::Right => others.find(|(_, (r, c))| *r == row && *c > column).map(|(at, _)| at),
        Action::Up => others
            .filter(|(_, (r, _))| *r < row)
            .min_by_key(|(_, (r, c))| (row - r, c.abs_diff(column)))
            .map(|(at, _)| at),
        Action::Down => others
            .filter(|(_, (r, _))| *r > row)
            .min_by_key(|(_, (r, c))| (r - row, c.abs_diff(column)))
            .map(|(at, _)| at),
        _ => None,
    }
}
