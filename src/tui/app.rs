//! The whole interface without a terminal: which screen shows, what covers it, and who gets a key.

mod go;
mod hunt;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::keys::{self, Context};
use super::msg::{Action, Input, Mouse, MouseKind, Size};
use super::pages::Pages;
use super::screen::frame::{self, Frame, SMALLEST};
use super::screen::help::Help;
use super::screen::home::Home;
use super::screen::palette::{Library, Palette};
use super::screen::question::{Asked, QuestionScreen};
use super::screen::summary::SummaryScreen;
use super::screen::{leave, why};
use super::theme::Theme;
use super::widget::bar::{self, Hint};
use super::widget::text;
use crate::model::Catalogue;
use crate::progress::{Drafts, History};
use crate::session::{Changes, Place, outline};

/// What must be done outside: the loop obeys, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Append events and keep drafts.
    Keep(Changes),
    /// Back to the shell until it calls again.
    Suspend,
    Quit,
}

/// What fills the screen.
#[derive(Debug)]
enum Screen {
    Home,
    Question(Box<QuestionScreen>),
    Summary(Box<SummaryScreen>),
}

/// What stands before it.
#[derive(Debug)]
enum Overlay {
    Palette(Box<Palette>),
    Help(Help),
    Why,
    Leave,
}

/// The state of the interface.
#[derive(Debug)]
pub struct App {
    catalogue: Arc<Catalogue>,
    history: History,
    drafts: Drafts,
    theme: Theme,
    size: Size,
    now_ms: i64,
    home: Home,
    screen: Screen,
    /// What was opened over the screen: mémo and the like.
    pages: Pages,
    overlay: Option<Overlay>,
    notice: Option<String>,
    /// What the palette searches, made when it is first opened.
    library: Option<Arc<Library>>,
}

impl App {
    pub fn new(
        catalogue: Arc<Catalogue>,
        history: History,
        drafts: Drafts,
        theme: Theme,
        size: Size,
    ) -> Self {
        let newcomer = history.is_empty() && drafts.latest().is_none();
        let home = Home::new(outline(&catalogue, &history, &drafts), newcomer);
        App {
            catalogue,
            history,
            drafts,
            theme,
            size,
            now_ms: 0,
            home,
            screen: Screen::Home,
            pages: Pages::default(),
            overlay: None,
            notice: None,
            library: None,
        }
    }

    /// Opens a question directly, as `Reprendre` does.
    pub fn go_to(&mut self, now_ms: i64, place: &Place) -> Vec<Effect> {
        self.now_ms = now_ms;
        self.open(place)
    }

    /// Shows one line above the key bar until the next key.
    pub fn notify(&mut self, notice: impl Into<String>) {
        self.notice = Some(notice.into());
    }

    /// A timer is on screen: the loop must wake it once a second.
    pub fn ticks(&self) -> bool {
        match &self.screen {
            Screen::Question(question) => self.pages.is_empty() && question.ticks(),
            Screen::Home | Screen::Summary(_) => false,
        }
    }

    /// Takes one input at a moment (milliseconds since 1970) and says what must be done outside.
    pub fn update(&mut self, now_ms: i64, input: Input) -> Vec<Effect> {
        self.now_ms = now_ms;
        match input {
            Input::Resize(size) => {
                self.size = size;
                self.resized();
                Vec::new()
            }
            Input::Key(key) => {
                self.notice = None;
                let action = keys::action(self.context(), key);
                action.map_or_else(Vec::new, |action| self.act(action))
            }
            Input::Paste(text) => self.paste(&text),
            Input::Mouse(mouse) => self.mouse(mouse),
            Input::Tick => Vec::new(),
            Input::Terminate => vec![Effect::Quit],
        }
    }

    fn resized(&mut self) {
        self.pages.resized(self.size);
        if let Screen::Question(question) = &mut self.screen {
            question.resized(self.size);
        }
    }

    /// Where keys are being read.
    pub fn context(&self) -> Context {
        match &self.overlay {
            Some(Overlay::Palette(_)) => Context::Palette,
            Some(Overlay::Help(_)) => Context::Help,
            Some(Overlay::Why) => Context::Why,
            Some(Overlay::Leave) => Context::Leave,
            None => self.context_below(),
        }
    }

    /// The context of what the overlay covers.
    fn context_below(&self) -> Context {
        self.pages.context().unwrap_or_else(|| match &self.screen {
            Screen::Home => Context::Home,
            Screen::Question(question) => question.context(),
            Screen::Summary(_) => Context::Summary,
        })
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if let Some(Overlay::Palette(palette)) = &mut self.overlay
            && palette.takes(action)
        {
            let wish = palette.update(action, self.size);
            return self.obey_palette(wish);
        }
        if action == Action::Palette {
            self.open_palette();
            return Vec::new();
        }
        let home = self.is_home();
        match (action, &mut self.overlay) {
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Quit, Some(Overlay::Leave)) => return vec![Effect::Quit],
            (Action::Back | Action::Help, Some(Overlay::Help(_)))
            | (Action::Back, Some(Overlay::Why | Overlay::Leave)) => self.overlay = None,
            (Action::Help, _) => self.overlay = Some(Overlay::Help(Help::new(self.context()))),
            (Action::Quit, _) if home => return vec![Effect::Quit],
            (Action::Quit, _) => self.overlay = Some(Overlay::Leave),
            (action, Some(Overlay::Help(help))) => help.update(action, self.size),
            (_, Some(Overlay::Why | Overlay::Leave | Overlay::Palette(_))) => {}
            (action, None) => return self.act_on_screen(action),
        }
        Vec::new()
    }

    fn act_on_screen(&mut self, action: Action) -> Vec<Effect> {
        if !self.pages.is_empty() {
            let wish = self.pages.update(action, &self.history, self.now_ms, self.size);
            return self.obey(wish);
        }
        match action {
            Action::Memo => return self.open_memo(),
            Action::Hunt => return self.open_hunt(),
            _ => {}
        }
        match &mut self.screen {
            Screen::Home => {
                let wish = self.home.update(action, self.size);
                self.obey(wish)
            }
            Screen::Question(question) => {
                let asked = question.update(action, self.now_ms, self.size);
                self.obey_question(asked)
            }
            Screen::Summary(summary) => match action {
                Action::Back => self.go_home(),
                Action::Enter => match summary.next() {
                    Some(place) => self.open(&place),
                    None => self.go_home(),
                },
                Action::Resume => self.complete(),
                action => {
                    summary.update(action, self.size);
                    Vec::new()
                }
            },
        }
    }

    fn obey_question(&mut self, asked: Asked) -> Vec<Effect> {
        match asked {
            Asked::Nothing => Vec::new(),
            Asked::Keep(changes) => self.keep(changes),
            Asked::Tell(changes, notice) => {
                self.notify(notice);
                self.keep(changes)
            }
            Asked::Why => {
                self.overlay = Some(Overlay::Why);
                Vec::new()
            }
            Asked::Finish(changes) => {
                let effects = self.keep(changes);
                if let Screen::Question(question) = &self.screen {
                    let summary = SummaryScreen::new(question.walk(), &self.catalogue, self.theme);
                    self.screen = Screen::Summary(Box::new(summary));
                }
                effects
            }
            Asked::Leave(changes) => {
                let mut effects = self.keep(changes);
                effects.extend(self.go_home());
                effects
            }
        }
    }

    /// Folds changes into what is known here, and passes them on to be written.
    fn keep(&mut self, changes: Changes) -> Vec<Effect> {
        if changes.is_empty() {
            return Vec::new();
        }
        changes.events.iter().for_each(|event| self.history.apply(event));
        changes.drafts.iter().for_each(|draft| self.drafts.set(draft.clone()));
        if let Screen::Question(question) = &mut self.screen {
            question.take_note(&changes.events);
        }
        vec![Effect::Keep(changes)]
    }

    fn open(&mut self, place: &Place) -> Vec<Effect> {
        let opened = QuestionScreen::open(
            &self.catalogue,
            &self.history,
            &self.drafts,
            place,
            self.theme,
            self.size,
        );
        let Some(mut question) = opened else { return Vec::new() };
        let changes = question.regrade(self.now_ms);
        self.screen = Screen::Question(Box::new(question));
        self.keep(changes)
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
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

    fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
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
            (Some(_), _) => {}
            (None, _) if !self.pages.is_empty() => {
                let wish = self.pages.mouse(mouse, &self.history, self.now_ms, self.size);
                return self.obey(wish);
            }
            (None, Screen::Home) => {
                let wish = self.home.mouse(mouse, self.size);
                return self.obey(wish);
            }
            (None, Screen::Question(question)) => {
                let asked = question.mouse(mouse, self.now_ms, self.size);
                return self.obey_question(asked);
            }
            (None, Screen::Summary(summary)) => summary.mouse(mouse, self.size),
        }
        Vec::new()
    }

    /// The key bar: the bindings of the context that apply now, in the words of the moment.
    fn hints(&self) -> Vec<Hint> {
        let context = self.context();
        let shown = keys::bindings(context).filter(|binding| !binding.bar.is_empty());
        let hints = shown
            .map(|binding| Hint {
                key: keys::name(binding.keys[0]),
                label: binding.bar,
                action: binding.action,
            })
            .collect();
        match (&self.overlay, &self.screen) {
            (None, _) if !self.pages.is_empty() => self.pages.hints(hints),
            (None, Screen::Home) => self.home.hints(hints),
            (None, Screen::Question(question)) => question.hints(hints, self.size),
            (None, Screen::Summary(summary)) => summary.hints(hints),
            (Some(_), _) => hints,
        }
    }

    /// Draws the whole interface. Changes nothing.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let size = Size { width: area.width, height: area.height };
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return frame::too_small(size, self.theme, buf);
        }
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Help(help)), _) => help.draw(self.theme, size, buf),
            _ if !self.pages.is_empty() => self.pages.draw(self.theme, size, buf),
            (_, Screen::Home) => self.home.draw(&self.catalogue, self.theme, size, buf),
            (_, Screen::Question(question)) => question.draw(self.now_ms, size, buf),
            (_, Screen::Summary(summary)) => summary.draw(size, buf),
        }
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Why), Screen::Question(question)) => {
                why::draw(question.walk(), self.theme, size, buf);
            }
            (Some(Overlay::Leave), _) => leave::draw(self.theme, size, buf),
            (Some(Overlay::Palette(palette)), _) => palette.draw(self.theme, size, buf),
            _ => {}
        }
        self.draw_edges(size, buf);
    }

    /// A notice stands just above the key bar, over as many lines as it needs.
    fn draw_notice(&self, notice: &str, bar: Rect, buf: &mut Buffer) {
        let area = frame::inset(bar, 1);
        let lines = text::wrap(notice, usize::from(area.width));
        let height = (lines.len() as u16).min(bar.y);
        let over = Rect { y: bar.y - height, height, ..bar };
        Clear.render(over, buf);
        for (line, row) in lines.into_iter().zip(frame::inset(over, 1).rows()) {
            Line::styled(line, self.theme.warning()).render(row, buf);
        }
    }

    fn draw_edges(&self, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        if let Some(notice) = &self.notice {
            self.draw_notice(notice, frame.bar, buf);
        }
        bar::draw(&self.hints(), self.theme, frame.bar, buf);
    }
}
