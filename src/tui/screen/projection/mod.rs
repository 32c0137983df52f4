//! Projection: a question on the classroom wall, one reveal a key, readable from the last row.
//!
//! Nothing of the learner is read or recorded here: the screen asks for nothing but to be left.

mod edges;
mod figures;
mod flow;
mod jump;
mod large;
mod prose;
mod table;
mod view;
mod vote;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use self::flow::Page;
use self::jump::{Chosen, Jump};
use self::view::Sight;
use super::frame;
use crate::model::Catalogue;
use crate::session::projection::Scope;
use crate::session::{Place, Projection};
use crate::tui::keys::{Context, Keymap};
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::pace::Pace;
use crate::tui::theme::Theme;
use crate::tui::wall::Wall;
use crate::tui::widget::big::Type;

/// The state of the screen.
#[derive(Debug)]
pub struct ProjectionScreen {
    catalogue: Arc<Catalogue>,
    /// The question on the wall; none before the first is chosen.
    shown: Option<Projection>,
    jump: Option<Jump>,
    theme: Theme,
    wall: Wall,
    /// How time that runs is told.
    pace: Pace,
    keys: Keymap,
    /// How much is shown, of this question and of those that follow.
    scope: Scope,
    /// The page of the slide, and that of the annexes before it.
    page: usize,
    annex_page: usize,
}

impl ProjectionScreen {
    /// Puts a question on the wall; the list of all of them where there is none.
    pub fn open(
        catalogue: &Arc<Catalogue>,
        place: Option<&Place>,
        theme: Theme,
        size: Size,
    ) -> ProjectionScreen {
        let shown = place.and_then(|place| Projection::open(catalogue, place));
        let jump = shown.is_none().then(|| Jump::new(catalogue, place, None, size));
        let catalogue = Arc::clone(catalogue);
        let (wall, pace, scope) = (Wall::new(theme), Pace::default(), Scope::default());
        let (keys, page, annex_page) = (Keymap::default(), 0, 0);
        ProjectionScreen {
            catalogue,
            shown,
            jump,
            theme,
            wall,
            pace,
            keys,
            scope,
            page,
            annex_page,
        }
    }

    /// At this scope from now on.
    pub fn at_scope(mut self, scope: Scope) -> ProjectionScreen {
        self.scope = scope;
        if let Some(shown) = &mut self.shown {
            shown.set_scope(scope);
        }
        self
    }

    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The list of all questions, the selection on `place`.
    pub fn list(
        catalogue: &Arc<Catalogue>,
        place: Option<&Place>,
        theme: Theme,
        size: Size,
    ) -> ProjectionScreen {
        let jump = Some(Jump::new(catalogue, place, None, size));
        ProjectionScreen { jump, ..ProjectionScreen::open(catalogue, None, theme, size) }
    }

    pub fn context(&self) -> Context {
        if self.jump.is_some() { Context::Jump } else { Context::Projection }
    }

    /// Milliseconds until the wall changes by itself; `None` when it does not.
    pub fn next_tick(&self, now_ms: i64) -> Option<i64> {
        let shown = self.shown.as_ref().filter(|_| self.jump.is_none())?;
        self.pace.next_change(shown.running_ms(now_ms)?)
    }

    pub fn wear(&mut self, pace: Pace, keys: Keymap) {
        self.pace = pace;
        self.keys = keys;
    }

    pub fn resized(&mut self, size: Size) {
        if let Some(jump) = &mut self.jump {
            jump.follow(size);
        }
    }

    /// Obeys an action; false when the screen is to be left.
    pub fn update(&mut self, action: Action, now_ms: i64, size: Size) -> bool {
        if let Some(jump) = &mut self.jump {
            let chosen = jump.update(action, size);
            return self.choose(chosen);
        }
        let (page, annex_page) =
            (self.pages(now_ms, size).len(), self.annex_pages(now_ms, size).len());
        let Some(shown) = &mut self.shown else { return action != Action::Back };
        match action {
            Action::Blank => shown.toggle_blank(),
            Action::Contrast => self.wall = self.wall.toggled(),
            Action::Charts => shown.toggle_charts(),
            Action::Countdown => shown.next_countdown(now_ms),
            // Any other key brings a blank screen back and does nothing else.
            _ if shown.is_blank() => shown.toggle_blank(),
            Action::Annexes => {
                shown.toggle_annexes();
                self.annex_page = 0;
            }
            Action::Back if shown.shows_annexes() => shown.toggle_annexes(),
            Action::Back => return false,
            Action::Jump => {
                let place = Some(shown.place());
                self.jump = Some(Jump::new(&self.catalogue, place, Some(shown), size));
            }
            // Nothing moves under the annexes.
            Action::Reveal | Action::NextRow if shown.shows_annexes() => {
                self.annex_page = (self.annex_page + 1).min(annex_page.saturating_sub(1));
            }
            Action::Cover | Action::PreviousRow if shown.shows_annexes() => {
                self.annex_page = self.annex_page.saturating_sub(1);
            }
            Action::Home if shown.shows_annexes() => self.annex_page = 0,
            Action::End if shown.shows_annexes() => {
                self.annex_page = annex_page.saturating_sub(1);
            }
            _ if shown.shows_annexes() => {}
            Action::Reveal if self.page + 1 < page => self.page += 1,
            Action::Reveal => {
                if shown.reveal() {
                    self.page = 0;
                }
            }
            Action::Cover if self.page > 0 => self.page = self.page.min(page) - 1,
            Action::Cover => {
                if shown.cover() {
                    self.page = usize::MAX;
                }
            }
            other => self.rest(other),
        }
        self.settle(now_ms, size);
        true
    }

    /// Moves from part to part, counts hands.
    fn rest(&mut self, action: Action) {
        let Some(shown) = &mut self.shown else { return };
        match action {
            Action::NextRow | Action::PreviousRow => {
                shown.skip(action == Action::PreviousRow);
                self.page = 0;
            }
            Action::NextStep | Action::PreviousStep => {
                shown.skip_step(action == Action::PreviousStep);
                self.page = 0;
            }
            Action::Scope => {
                shown.toggle_scope();
                self.scope = shown.scope();
                self.page = 0;
            }
            Action::Home | Action::End => {
                shown.rush(action == Action::End);
                self.page = 0;
            }
            Action::Digit(digit) => {
                if let Some(ballot) = shown.counting() {
                    ballot.count(digit);
                }
            }
            Action::Erase => {
                if let Some(ballot) = shown.counting() {
                    ballot.uncount();
                }
            }
            Action::NextField | Action::PreviousField => {
                if let Some(ballot) = shown.counting() {
                    ballot.turn(action == Action::PreviousField);
                }
            }
            _ => {}
        }
    }

    fn choose(&mut self, chosen: Chosen) -> bool {
        match chosen {
            Chosen::Nothing => {}
            Chosen::Question(place) => {
                self.shown = Projection::open(&self.catalogue, &place);
                if let Some(shown) = &mut self.shown {
                    shown.set_scope(self.scope);
                }
                self.jump = None;
                self.page = 0;
            }
            Chosen::Step(step) => {
                if let Some(shown) = &mut self.shown {
                    if shown.shows_annexes() {
                        shown.toggle_annexes();
                    }
                    shown.go_to_step(step);
                }
                self.jump = None;
                self.page = 0;
            }
            Chosen::Close => {
                self.jump = None;
                return self.shown.is_some();
            }
        }
        true
    }

    /// A click reveals, the wheel goes both ways; false when the screen is to be left.
    pub fn mouse(&mut self, mouse: Mouse, now_ms: i64, size: Size) -> bool {
        if let Some(jump) = &mut self.jump {
            let chosen = jump.mouse(mouse, size);
            return self.choose(chosen);
        }
        let action = match mouse.kind {
            MouseKind::Press | MouseKind::WheelDown => Action::Reveal,
            MouseKind::WheelUp => Action::Cover,
        };
        self.update(action, now_ms, size)
    }

    /// Keeps the page among those there are.
    fn settle(&mut self, now_ms: i64, size: Size) {
        self.page = self.page.min(self.pages(now_ms, size).len().saturating_sub(1));
    }

    fn sight(&self, now_ms: i64, size: Size) -> Sight {
        let body = self.body(now_ms, size);
        Sight { wall: self.wall, width: body.width, height: body.height }
    }

    fn pages(&self, now_ms: i64, size: Size) -> Vec<Page> {
        let sight = self.sight(now_ms, size);
        let scope = self.keys.name(Context::Projection, Action::Scope);
        self.shown.as_ref().map_or_else(Vec::new, |shown| view::slide(shown, sight, &scope))
    }

    fn annex_pages(&self, now_ms: i64, size: Size) -> Vec<Page> {
        let sight = self.sight(now_ms, size);
        let shown = self.shown.as_ref().filter(|shown| shown.shows_annexes());
        shown.map_or_else(Vec::new, |shown| view::annexes(shown, sight))
    }

    /// Where slides are laid out: wide margins, and room for a countdown in large type.
    fn body(&self, now_ms: i64, size: Size) -> Rect {
        let margin = if size.width >= 50 { 3 } else { 1 };
        let air = u16::from(size.height >= 14);
        let clock = if self.clock(now_ms, size).is_some() { Type::Quarter.letter().1 } else { 0 };
        let top = 1 + air;
        let height = size.height.saturating_sub(top + 1 + air + clock);
        frame::inset(Rect { y: top, height, ..frame::area(size) }, margin)
    }

    pub fn draw(&self, now_ms: i64, size: Size, buf: &mut Buffer) {
        if let Some(jump) = &self.jump {
            return jump.draw(self.theme, size, buf);
        }
        let area = frame::area(size);
        Clear.render(area, buf);
        buf.set_style(area, self.wall.ground());
        let Some(shown) = &self.shown else { return };
        if shown.is_blank() {
            return;
        }
        let (pages, at) = if shown.shows_annexes() {
            (self.annex_pages(now_ms, size), self.annex_page)
        } else {
            (self.pages(now_ms, size), self.page)
        };
        let at = at.min(pages.len().saturating_sub(1));
        let body = self.body(now_ms, size);
        if let Some(page) = pages.get(at) {
            page.draw(centred(page, &pages, body), buf);
        }
        self.draw_header(shown, now_ms, size, buf);
        self.draw_footer(shown, (at, pages.len()), size, buf);
        if let Some((big, style)) = self.clock(now_ms, size) {
            let x = body.right().saturating_sub(big.width());
            big.draw(
                style,
                Rect { x, y: body.bottom(), width: big.width(), height: big.height() },
                buf,
            );
        }
    }
}

/// A short page stands a little above the middle; pages of a long slide all begin at the top.
fn centred(page: &Page, pages: &[Page], body: Rect) -> Rect {
    if pages.len() > 1 {
        return body;
    }
    let above = body.height.saturating_sub(page.height()) * 2 / 5;
    Rect { y: body.y + above, height: body.height - above, ..body }
}

#[cfg(test)]
mod tests;
