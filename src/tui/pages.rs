//! The pages opened over a screen, one upon another: closing one shows what was behind it.

use std::sync::Arc;

use ratatui::buffer::Buffer;

use super::keys::{Context, Keymap};
use super::msg::{Action, Key, Mouse, Size};
use super::preferences::Preferences;
use super::screen::Wish;
use super::screen::hunt::HuntScreen;
use super::screen::keys::KeyList;
use super::screen::memo::{Memo, entry::EntryPage};
use super::screen::profiles::Profiles;
use super::screen::progress::Progress;
use super::screen::settings::Settings;
use super::seat::Seat;
use super::theme::Theme;
use super::widget::bar::Hint;
use crate::model::Catalogue;
use crate::progress::{History, Report};
use crate::session::Changes;

/// A page that covers the screen.
#[derive(Debug)]
enum Page {
    Memo(Box<Memo>),
    Entry(Box<EntryPage>),
    Progress(Box<Progress>),
    Settings(Settings),
    Profiles(Profiles),
    Keys(Box<KeyList>),
    Hunt(Box<HuntScreen>),
}

/// The pages open now, the last one in sight.
#[derive(Debug, Default)]
pub struct Pages {
    stack: Vec<Page>,
    large: bool,
}

impl Pages {
    pub fn is_empty(&self) -> bool {
        self.stack.is_empty()
    }

    pub fn clear(&mut self) {
        self.stack.clear();
    }

    /// An entry of the mémo is in sight.
    pub fn show_entry(&self) -> bool {
        matches!(self.stack.last(), Some(Page::Entry(_)))
    }

    /// In sight again after a question was worked on.
    pub fn come_back(&mut self, history: &History, size: Size) {
        for page in &mut self.stack {
            if let Page::Entry(entry) = page {
                entry.refresh(history);
            }
        }
        self.resized(size);
    }

    /// Closes the page in sight.
    pub fn close(&mut self) {
        self.stack.pop();
    }

    fn open(&mut self, page: Page, size: Size) {
        self.stack.push(page);
        self.enlarge(self.large, size);
    }

    pub fn open_memo(&mut self, catalogue: &Arc<Catalogue>, size: Size) {
        self.open(Page::Memo(Box::new(Memo::new(Arc::clone(catalogue)))), size);
    }

    /// Opens an entry; false when there is no such one.
    pub fn open_entry(
        &mut self,
        catalogue: &Arc<Catalogue>,
        history: &History,
        id: &str,
        size: Size,
    ) -> bool {
        let Some(page) = EntryPage::open(catalogue, history, id) else { return false };
        self.open(Page::Entry(Box::new(page)), size);
        true
    }

    pub fn open_hunt(&mut self, hunt: HuntScreen, size: Size) {
        self.open(Page::Hunt(Box::new(hunt)), size);
    }

    /// Shows the pages in large type or not.
    pub fn enlarge(&mut self, large: bool, size: Size) {
        self.large = large;
        for page in &mut self.stack {
            match page {
                Page::Memo(memo) => memo.enlarge(large, size),
                Page::Entry(entry) => entry.enlarge(large, size),
                Page::Hunt(hunt) => hunt.enlarge(large, size),
                Page::Progress(progress) => progress.enlarge(large, size),
                Page::Settings(_) | Page::Profiles(_) | Page::Keys(_) => {}
            }
        }
    }

    /// What is left to record of the pages before they close.
    pub fn leave(&mut self, now_ms: i64) -> Changes {
        self.stack.iter_mut().fold(Changes::none(), |changes, page| match page {
            Page::Hunt(hunt) => changes.and(hunt.leave(now_ms)),
            _ => changes,
        })
    }

    pub fn open_progress(&mut self, report: &Report, size: Size) {
        self.open(Page::Progress(Box::new(Progress::new(report))), size);
    }

    pub fn open_settings(&mut self, settings: Settings) {
        self.stack.push(Page::Settings(settings));
    }

    pub fn open_profiles(&mut self, profiles: Profiles) {
        self.stack.push(Page::Profiles(profiles));
    }

    /// The page of the profiles, where it is in sight.
    pub fn profiles(&mut self) -> Option<&mut Profiles> {
        match self.stack.last_mut()? {
            Page::Profiles(profiles) => Some(profiles),
            _ => None,
        }
    }

    /// The settings behind the page in sight show who works.
    pub fn tell_seat(&mut self, seat: &Seat) {
        for page in &mut self.stack {
            if let Page::Settings(settings) = page {
                settings.tell_seat(seat);
            }
        }
    }

    pub fn open_keys(&mut self, keymap: Keymap) {
        self.stack.push(Page::Keys(Box::new(KeyList::new(keymap))));
    }

    /// Tells the pages that show them what the settings are now.
    pub fn prefer(&mut self, preferences: &Preferences) {
        for page in &mut self.stack {
            match page {
                Page::Settings(settings) => settings.prefer(preferences.clone()),
                Page::Keys(keys) => keys.prefer(&preferences.keys),
                _ => {}
            }
        }
    }

    /// Gives a key to the page that asked for one.
    pub fn take_key(&mut self, key: Key, size: Size) -> Option<Wish> {
        match self.stack.last_mut() {
            Some(Page::Keys(keys)) => keys.take_key(key, size),
            _ => None,
        }
    }

    pub fn context(&self) -> Option<Context> {
        self.stack.last().map(|page| match page {
            Page::Memo(_) => Context::Memo,
            Page::Entry(_) => Context::Entry,
            Page::Progress(_) => Context::Progress,
            Page::Settings(_) => Context::Settings,
            Page::Profiles(profiles) => profiles.context(),
            Page::Keys(keys) => keys.context(),
            Page::Hunt(hunt) => hunt.context(),
        })
    }

    pub fn update(
        &mut self,
        action: Action,
        history: &History,
        now_ms: i64,
        size: Size,
    ) -> Option<Wish> {
        match self.stack.last_mut()? {
            Page::Memo(memo) => memo.update(action, size),
            Page::Entry(entry) => entry.update(action, history, size),
            Page::Progress(progress) => progress.update(action, size),
            Page::Settings(settings) => settings.update(action, size),
            Page::Profiles(profiles) => profiles.update(action, size),
            Page::Keys(keys) => keys.update(action, size),
            Page::Hunt(hunt) => hunt.update(action, now_ms, size),
        }
    }

    pub fn mouse(
        &mut self,
        mouse: Mouse,
        history: &History,
        now_ms: i64,
        size: Size,
    ) -> Option<Wish> {
        match self.stack.last_mut()? {
            Page::Memo(memo) => memo.mouse(mouse, size),
            Page::Entry(entry) => entry.mouse(mouse, history, size),
            Page::Progress(progress) => progress.mouse(mouse, size),
            Page::Settings(settings) => settings.mouse(mouse, size),
            Page::Profiles(profiles) => profiles.mouse(mouse, size),
            Page::Keys(keys) => keys.mouse(mouse, size),
            Page::Hunt(hunt) => hunt.mouse(mouse, now_ms, size),
        }
    }

    pub fn paste(&mut self, text: &str, size: Size) {
        match self.stack.last_mut() {
            Some(Page::Memo(memo)) => memo.paste(text, size),
            Some(Page::Profiles(profiles)) => profiles.paste(text),
            Some(Page::Keys(keys)) => keys.paste(text, size),
            _ => {}
        }
    }

    /// Brings what is in sight back into the window after a change of size.
    pub fn resized(&mut self, size: Size) {
        for page in &mut self.stack {
            match page {
                Page::Memo(memo) => memo.resized(size),
                Page::Entry(entry) => entry.resized(size),
                Page::Progress(progress) => progress.resized(size),
                Page::Settings(settings) => settings.resized(size),
                Page::Profiles(profiles) => profiles.resized(size),
                Page::Keys(keys) => keys.resized(size),
                Page::Hunt(hunt) => hunt.resized(size),
            }
        }
    }

    pub fn hints(&self, hints: Vec<Hint>, size: Size) -> Vec<Hint> {
        match self.stack.last() {
            Some(Page::Memo(memo)) => memo.hints(hints),
            Some(Page::Entry(entry)) => entry.hints(hints, size),
            Some(Page::Progress(progress)) => progress.hints(hints, size),
            Some(Page::Hunt(hunt)) => hunt.hints(hints),
            Some(Page::Profiles(profiles)) => profiles.hints(hints),
            Some(Page::Keys(keys)) => keys.hints(hints),
            Some(Page::Settings(_)) | None => hints,
        }
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        match self.stack.last() {
            Some(Page::Memo(memo)) => memo.draw(theme, size, buf),
            Some(Page::Entry(entry)) => entry.draw(theme, size, buf),
            Some(Page::Progress(progress)) => progress.draw(theme, size, buf),
            Some(Page::Settings(settings)) => settings.draw(theme, size, buf),
            Some(Page::Profiles(profiles)) => profiles.draw(theme, size, buf),
            Some(Page::Keys(keys)) => keys.draw(theme, size, buf),
            Some(Page::Hunt(hunt)) => hunt.draw(theme, size, buf),
            None => {}
        }
    }
}
