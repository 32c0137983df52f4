//! The whole interface without a terminal: which screen shows, what covers it, and who gets a key.

mod back;
mod context;
mod go;
mod hands;
mod hunt;
mod keep;
mod profiles;
mod view;
mod wall;

use std::sync::Arc;

use self::back::Origin;
use super::coming::{Coming, Sought};
use super::msg::{Action, Input, Loaded, Size};
use super::pages::Pages;
use super::preferences::Preferences;
use super::screen::Wish;
use super::screen::help::Help;
use super::screen::home::Home;
use super::screen::leave::Question;
use super::screen::palette::{Library, Palette};
use super::screen::projection::ProjectionScreen;
use super::screen::question::QuestionScreen;
use super::screen::summary::SummaryScreen;
use super::screen::why;
use super::seat::{Ask, Seat};
use super::theme::{Abilities, Theme};
use crate::export::ProgressFile;
use crate::model::{Catalogue, Contents};
use crate::progress::{Drafts, History};
use crate::session::projection::Scope;
use crate::session::{Changes, Place, outline};

/// What must be done outside: the loop obeys, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Append events and keep drafts.
    Keep(Changes),
    /// Back to the shell until it calls again.
    Suspend,
    /// Write these files where the learner finds them, and say where.
    Export(Vec<ProgressFile>),
    /// Remember the settings for the next times.
    Remember(Preferences),
    /// Something about the profiles: [`App::seat`], [`App::list_profiles`] or
    /// [`App::refuse_profile`] tells what came of it.
    Profiles(Ask),
    Quit,
}

/// What fills the screen.
#[derive(Debug)]
enum Screen {
    Home,
    Question(Box<QuestionScreen>),
    Summary(Box<SummaryScreen>),
    /// The wall, and the screen it was opened from.
    Projection(Box<ProjectionScreen>, Box<Screen>),
}

/// What stands before it.
#[derive(Debug)]
enum Overlay {
    Palette(Box<Palette>),
    Help(Help),
    /// The explanation, from this line on.
    Why(usize),
    Ask(Question),
}

/// What the settings show and change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    pub preferences: Preferences,
    pub abilities: Abilities,
    /// Where progress is kept.
    pub data: Option<String>,
    /// Who works.
    pub seat: Seat,
}

/// The state of the interface.
#[derive(Debug)]
pub struct App {
    contents: Contents,
    /// Empty while it is coming.
    catalogue: Arc<Catalogue>,
    coming: Option<Coming>,
    history: History,
    drafts: Drafts,
    theme: Theme,
    look: Look,
    size: Size,
    now_ms: i64,
    /// What local time is ahead of UTC.
    offset_ms: i64,
    home: Home,
    screen: Screen,
    /// What was opened over the screen: mémo and the like.
    pages: Pages,
    /// Where the question in hand leads back to, the last one first; empty for the accueil.
    origins: Vec<Origin>,
    overlay: Option<Overlay>,
    notice: Option<String>,
    /// What the palette searches, made when it is first opened.
    library: Option<Arc<Library>>,
    /// Opened for a projection alone: leaving it leaves the tutor, and nothing is recorded.
    guest: bool,
    /// How much the wall shows, from one question to the next.
    scope: Scope,
}

impl App {
    /// The interface on papers already read.
    pub fn new(
        catalogue: Arc<Catalogue>,
        history: History,
        drafts: Drafts,
        theme: Theme,
        size: Size,
    ) -> Self {
        let contents = Contents::of(&catalogue);
        App { catalogue, coming: None, ..App::early(contents, history, drafts, theme, size) }
    }

    /// The interface on a table of contents: the papers follow as [`Input::Loaded`].
    pub fn early(
        contents: Contents,
        history: History,
        drafts: Drafts,
        theme: Theme,
        size: Size,
    ) -> Self {
        let newcomer = history.is_empty() && drafts.latest().is_none();
        let home = Home::new(outline(&contents, &history, &drafts), newcomer);
        App {
            contents,
            catalogue: Arc::default(),
            coming: Some(Coming::default()),
            history,
            drafts,
            theme,
            look: Look::default(),
            size,
            now_ms: 0,
            offset_ms: 0,
            home,
            screen: Screen::Home,
            pages: Pages::default(),
            origins: Vec::new(),
            overlay: None,
            notice: None,
            library: None,
            guest: false,
            scope: Scope::default(),
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

    /// Milliseconds until the screen changes by itself, while a timer runs in sight: the loop
    /// must wake it then. `None` when nothing moves.
    pub fn next_tick(&self, now_ms: i64) -> Option<i64> {
        match &self.screen {
            Screen::Question(question) if self.pages.is_empty() => question.next_tick(now_ms),
            Screen::Projection(projection, _) => projection.next_tick(now_ms),
            Screen::Question(_) | Screen::Home | Screen::Summary(_) => None,
        }
    }

    /// Takes one input at a moment (milliseconds since 1970) and says what must be done outside.
    pub fn update(&mut self, now_ms: i64, input: Input) -> Vec<Effect> {
        self.now_ms = now_ms;
        let input = match &mut self.coming {
            Some(coming) => coming.hold(input),
            None => Some(input),
        };
        let Some(input) = input else { return Vec::new() };
        match input {
            Input::Resize(size) => {
                self.size = size;
                self.resized();
                Vec::new()
            }
            Input::Key(key) => {
                self.notice = None;
                self.press(key)
            }
            Input::Typed(text) => self.typed(&text),
            Input::Paste(text) => self.paste(&text),
            Input::Mouse(mouse) => self.mouse(mouse),
            Input::Tick => Vec::new(),
            Input::Terminate => vec![Effect::Quit],
            Input::Loaded(loaded) => self.arrive(loaded),
            Input::Background(ground) => {
                self.learn_ground(ground);
                Vec::new()
            }
        }
    }

    /// The papers are there: the question asked for meanwhile opens, with what was typed since.
    fn arrive(&mut self, loaded: Loaded) -> Vec<Effect> {
        self.catalogue = loaded.catalogue;
        self.contents = Contents::of(&self.catalogue);
        self.home.complete(outline(&self.contents, &self.history, &self.drafts), self.size);
        self.notice = self.notice.take().or(loaded.notice);
        let Some((sought, held)) = self.coming.take().and_then(Coming::granted) else {
            return Vec::new();
        };
        let mut effects = match sought {
            Sought::Question(place) => self.open(&place),
            Sought::Page(action) => self.act(action),
            Sought::Wall(place, list) => self.project(place.as_ref(), list),
        };
        for input in held {
            effects.extend(self.update(self.now_ms, input));
        }
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if let Some(Overlay::Palette(palette)) = &mut self.overlay
            && palette.takes(action)
        {
            let wish = palette.update(action, self.size);
            return self.obey_palette(wish);
        }
        if let Some(coming) = &mut self.coming
            && matches!(action, Action::Palette | Action::Memo | Action::Progress | Action::Hunt)
        {
            coming.wish_for(Sought::Page(action));
            return Vec::new();
        }
        if action == Action::Palette {
            self.open_palette();
            return Vec::new();
        }
        let home = self.is_home();
        match (action, &mut self.overlay) {
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Quit, Some(Overlay::Ask(asked))) if *asked != Question::Restart => {
                return vec![Effect::Quit];
            }
            (Action::Back, Some(_)) | (Action::Help, Some(Overlay::Help(_))) => self.overlay = None,
            (Action::Enter, Some(Overlay::Ask(Question::Restart))) => return self.restart(),
            (Action::Why, Some(Overlay::Why(_))) => return self.why_again(),
            (Action::Help, _) => {
                let help = Help::new(self.context(), self.keymap().clone());
                self.overlay = Some(Overlay::Help(help));
            }
            // A guest’s work ends here: that is asked.
            (Action::Quit, _) if home && self.look.seat != Seat::Guest => {
                return vec![Effect::Quit];
            }
            (Action::Quit, _) => self.ask_leave(),
            (action, Some(Overlay::Help(help))) => help.update(action, self.size),
            (action, Some(Overlay::Why(first))) => {
                if let Screen::Question(question) = &self.screen {
                    *first = why::scroll(question.walk(), *first, action, self.size);
                }
            }
            (_, Some(Overlay::Ask(_) | Overlay::Palette(_))) => {}
            (Action::Restart, None) => self.overlay = Some(Overlay::Ask(Question::Restart)),
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
            _ if matches!(self.screen, Screen::Projection(..)) => {}
            Action::Memo => return self.open_memo(),
            Action::Hunt => return self.open_hunt(),
            Action::Progress => return self.obey(Some(Wish::Progress)),
            Action::Settings => return self.obey(Some(Wish::Settings)),
            Action::Profiles => return self.obey(Some(Wish::Profiles)),
            _ => {}
        }
        match &mut self.screen {
            Screen::Home if matches!(action, Action::ScrollUp | Action::ScrollDown) => {
                let down = action == Action::ScrollDown;
                self.home.scroll_details(down, 1, &self.catalogue, self.size);
                Vec::new()
            }
            Screen::Home => {
                let wish = self.home.update(action, self.size);
                self.obey(wish)
            }
            Screen::Projection(projection, _) => {
                let stays = projection.update(action, self.now_ms, self.size);
                self.leave_projection_unless(stays)
            }
            Screen::Question(question) if action == Action::Project => {
                let place = question.place().clone();
                self.project(Some(&place), false)
            }
            Screen::Question(question) => {
                let asked = question.update(action, self.now_ms, self.size);
                self.obey_question(asked)
            }
            Screen::Summary(summary) => match action {
                Action::Back => self.go_back(),
                Action::Enter => match summary.next() {
                    Some(place) => self.open(&place),
                    None => self.go_back(),
                },
                Action::Resume => self.complete(),
                action => {
                    summary.update(action, self.size);
                    Vec::new()
                }
            },
        }
    }
}
