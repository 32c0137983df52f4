//! What comes from the hands: keys, pastes, clicks and the wheel; and the second "Pourquoi ?".

use super::{App, Effect, Overlay, Screen};
use crate::tui::keys::Context;
use crate::tui::msg::{Action, Input, Key, Mouse, MouseKind};
use crate::tui::screen::frame::{self, Frame, SMALLEST};
use crate::tui::screen::why;
use crate::tui::widget::bar;

impl App {
    /// A second "Pourquoi ?" shows what is accepted, and says so to the journal; a third closes.
    pub(super) fn why_again(&mut self) -> Vec<Effect> {
        let changes = match &mut self.screen {
            Screen::Question(question) if question.walk().why_hides() => {
                question.show_result(self.now_ms)
            }
            _ => {
                self.overlay = None;
                return Vec::new();
            }
        };
        self.keep(changes)
    }

    /// What a key means where keys are being read; any other is for whoever asked for one.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        let context = self.context();
        match self.keymap().action(context, key) {
            Some(action) => self.act(action),
            None if context == Context::NewKey => {
                let wish = self.pages.take_key(key, self.size);
                self.obey(wish)
            }
            None => Vec::new(),
        }
    }

    /// Many keys at once: the editor takes them as one text, other places key by key.
    pub(super) fn typed(&mut self, text: &str) -> Vec<Effect> {
        if self.context() == Context::Editor {
            self.notice = None;
            return self.paste(text);
        }
        let keys = text.chars().map(|c| Input::Key(Key::typing(c)));
        keys.flat_map(|key| self.update(self.now_ms, key)).collect()
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match (&mut self.overlay, &mut self.screen) {
            (Some(Overlay::Palette(palette)), _) => palette.paste(text, self.size),
            (None, _) if !self.pages.is_empty() => self.pages.paste(text, self.size),
            (None, Screen::Question(question)) => {
                let asked = question.paste(text, self.now_ms, self.size);
                return self.obey_question(asked);
            }
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        let size = self.size;
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return Vec::new();
        }
        if mouse.kind == MouseKind::Press {
            self.notice = None;
        }
        let bar = Frame::new(frame::area(self.size)).bar;
        if mouse.kind == MouseKind::Press && mouse.y == bar.y {
            let action = bar::action_at(&self.hints(), bar.width, mouse.x);
            return action.map_or_else(Vec::new, |action| self.act(action));
        }
        match (&mut self.overlay, &mut self.screen) {
            (Some(Overlay::Help(help)), _) => help.mouse(mouse, self.size),
            (Some(Overlay::Palette(palette)), _) => {
                let wish = palette.mouse(mouse, self.size);
                return self.obey_palette(wish);
            }
            (Some(Overlay::Ask(_) | Overlay::Why(_)), _) => {
                return self.mouse_on_card(mouse).map_or_else(Vec::new, |action| self.act(action));
            }
            (None, _) if !self.pages.is_empty() => {
                let wish = self.pages.mouse(mouse, &self.history, self.now_ms, self.size);
                return self.obey(wish);
            }
            (None, Screen::Home) => {
                if self.home.wheel_details(mouse, &self.catalogue, size) {
                    return Vec::new();
                }
                let wish = self.home.mouse(mouse, self.size);
                return self.obey(wish);
            }
            (None, Screen::Question(question)) => {
                let asked = question.mouse(mouse, self.now_ms, self.size);
                return self.obey_question(asked);
            }
            (None, Screen::Summary(summary)) => summary.mouse(mouse, self.size),
            (None, Screen::Projection(projection, _)) => {
                let stays = projection.mouse(mouse, self.now_ms, self.size);
                return self.leave_projection_unless(stays);
            }
        }
        Vec::new()
    }

    /// What a click or a turn of the wheel means on a card, or beside it.
    fn mouse_on_card(&self, mouse: Mouse) -> Option<Action> {
        let (x, y, size) = (mouse.x, mouse.y, self.size);
        match (mouse.kind, self.overlay.as_ref()?, &self.screen) {
            (MouseKind::Press, Overlay::Ask(asked), _) => {
                asked.asked().action_at(&self.hints(), x, y, size)
            }
            (MouseKind::Press, Overlay::Why(_), Screen::Question(question)) => {
                why::beside(question.walk(), x, y, size).then_some(Action::Back)
            }
            (MouseKind::WheelUp, Overlay::Why(_), _) => Some(Action::Up),
            (MouseKind::WheelDown, Overlay::Why(_), _) => Some(Action::Down),
            _ => None,
        }
    }
}
