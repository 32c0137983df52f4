//! The whole interface without a terminal: which screen shows, what covers it, and who gets a key.

mod ask;
mod edges;
mod wall;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::coming::{Coming, Wanted};
use super::keys::{self, Context};
use super::msg::{Action, Input, Loaded, Mouse, MouseKind, Size};
use super::screen::frame::{self, Frame, SMALLEST};
use super::screen::help::Help;
use super::screen::home::{Home, Wish};
use super::screen::projection::ProjectionScreen;
use super::screen::question::{Asked, QuestionScreen};
use super::screen::summary::SummaryScreen;
use super::screen::{leave, why};
use super::theme::Theme;
use super::widget::bar;
use crate::model::{Catalogue, Contents};
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
    /// The classroom wall, and the screen it was opened from.
    Projection(Box<ProjectionScreen>, Box<Screen>),
}

/// What stands before it.
#[derive(Debug)]
enum Overlay {
    Help(Help),
    Why,
    Restart,
    Leave,
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
    size: Size,
    now_ms: i64,
    home: Home,
    screen: Screen,
    overlay: Option<Overlay>,
    notice: Option<String>,
    /// Opened for a projection alone: leaving it leaves the tutor, and nothing is recorded.
    guest: bool,
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
            size,
            now_ms: 0,
            home,
            screen: Screen::Home,
            overlay: None,
            notice: None,
            guest: false,
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
            Screen::Question(question) => question.ticks(),
            Screen::Projection(projection, _) => projection.ticks(self.now_ms),
            Screen::Home | Screen::Summary(_) => false,
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
                let action = keys::action(self.context(), key);
                action.map_or_else(Vec::new, |action| self.act(action))
            }
            Input::Paste(text) => self.paste(&text),
            Input::Mouse(mouse) => self.mouse(mouse),
            Input::Tick => Vec::new(),
            Input::Terminate => vec![Effect::Quit],
            Input::Loaded(loaded) => self.arrive(loaded),
        }
    }

    /// The papers are there: the question asked for meanwhile opens, with what was typed since.
    fn arrive(&mut self, loaded: Loaded) -> Vec<Effect> {
        self.catalogue = loaded.catalogue;
        self.contents = Contents::of(&self.catalogue);
        self.home.complete(outline(&self.contents, &self.history, &self.drafts), self.size);
        self.notice = self.notice.take().or(loaded.notice);
        let Some((wanted, held)) = self.coming.take().and_then(Coming::granted) else {
            return Vec::new();
        };
        let mut effects = match wanted {
            Wanted::Question(place) => self.open(&place),
            Wanted::Wall(place, list) => self.project(place.as_ref(), list),
        };
        for input in held {
            effects.extend(self.update(self.now_ms, input));
        }
        effects
    }

    /// Where keys are being read.
    pub fn context(&self) -> Context {
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Help(_)), _) => Context::Help,
            (Some(Overlay::Why), _) => Context::Why,
            (Some(Overlay::Restart), _) => Context::Restart,
            (Some(Overlay::Leave), _) => Context::Leave,
            (None, Screen::Home) => Context::Home,
            (None, Screen::Question(question)) => question.context(),
            (None, Screen::Summary(_)) => Context::Summary,
            (None, Screen::Projection(projection, _)) => projection.context(),
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match (action, &mut self.overlay) {
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Quit, Some(Overlay::Leave)) => return vec![Effect::Quit],
            (Action::Back, Some(_)) | (Action::Help, Some(Overlay::Help(_))) => self.overlay = None,
            (Action::Enter, Some(Overlay::Restart)) => return self.restart(),
            (Action::Why, Some(Overlay::Why)) => return self.why_again(),
            (Action::Help, _) => self.overlay = Some(Overlay::Help(Help::new(self.context()))),
            (Action::Quit, _) if matches!(self.screen, Screen::Home) => return vec![Effect::Quit],
            (Action::Quit, _) => self.overlay = Some(Overlay::Leave),
            (action, Some(Overlay::Help(help))) => help.update(action, self.size),
            (_, Some(Overlay::Why | Overlay::Restart | Overlay::Leave)) => {}
            (Action::Restart, None) => self.overlay = Some(Overlay::Restart),
            (action, None) => return self.act_on_screen(action),
        }
        Vec::new()
    }

    fn act_on_screen(&mut self, action: Action) -> Vec<Effect> {
        match &mut self.screen {
            Screen::Home => {
                let wish = self.home.update(action, self.size);
                self.obey_home(wish)
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

    fn obey_home(&mut self, wish: Option<Wish>) -> Vec<Effect> {
        match wish {
            Some(Wish::Open(place)) => return self.open(&place),
            Some(Wish::Project(place, list)) => return self.project(Some(&place), list),
            Some(Wish::Leave) => self.overlay = Some(Overlay::Leave),
            None => {}
        }
        Vec::new()
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
        vec![Effect::Keep(changes)]
    }

    fn open(&mut self, place: &Place) -> Vec<Effect> {
        if let Some(coming) = &mut self.coming {
            coming.wish_for(Wanted::Question(place.clone()));
            return Vec::new();
        }
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

    /// Back from the summary to the first step left undone.
    fn complete(&mut self) -> Vec<Effect> {
        let Screen::Summary(summary) = &self.screen else { return Vec::new() };
        let (place, step) = (summary.place().clone(), summary.unfinished());
        let mut effects = self.open(&place);
        if let (Screen::Question(question), Some(step)) = (&mut self.screen, step) {
            let changes = question.go_to(step, self.now_ms, self.size);
            effects.extend(self.keep(changes));
        }
        effects
    }

    fn go_home(&mut self) -> Vec<Effect> {
        let left = match &self.screen {
            Screen::Question(question) => Some(question.place().clone()),
            Screen::Summary(summary) => Some(summary.place().clone()),
            Screen::Home | Screen::Projection(..) => None,
        };
        self.screen = Screen::Home;
        let outline = outline(&self.contents, &self.history, &self.drafts);
        self.home.refresh(outline, self.history.is_empty(), left.as_ref(), self.size);
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        match (&self.overlay, &mut self.screen) {
            (None, Screen::Question(question)) => {
                let asked = question.paste(text, self.now_ms, self.size);
                self.obey_question(asked)
            }
            _ => Vec::new(),
        }
    }

    fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        let bar = Frame::new(frame::area(self.size)).bar;
        if mouse.kind == MouseKind::Press && mouse.y == bar.y {
            let action = bar::action_at(&self.hints(), bar.width, mouse.x);
            return action.map_or_else(Vec::new, |action| self.act(action));
        }
        match (&mut self.overlay, &mut self.screen) {
            (Some(Overlay::Help(help)), _) => help.mouse(mouse, self.size),
            (Some(_), _) => {}
            (None, Screen::Home) => {
                let wish = self.home.mouse(mouse, self.size);
                return self.obey_home(wish);
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

    /// Draws the whole interface. Changes nothing.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let size = Size { width: area.width, height: area.height };
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return frame::too_small(size, self.theme, buf);
        }
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Help(help)), _) => help.draw(self.theme, size, buf),
            (_, Screen::Home) => self.home.draw(&self.catalogue, self.theme, size, buf),
            (_, Screen::Question(question)) => question.draw(self.now_ms, size, buf),
            (_, Screen::Summary(summary)) => summary.draw(size, buf),
            (_, Screen::Projection(projection, _)) => projection.draw(self.now_ms, size, buf),
        }
        match (&self.overlay, &self.screen) {
            (Some(Overlay::Why), Screen::Question(question)) => {
                why::draw(question.walk(), self.theme, size, buf);
            }
            (Some(Overlay::Restart), _) => leave::draw_restart(self.theme, size, buf),
            (Some(Overlay::Leave), _) => leave::draw(self.theme, size, buf),
            _ => {}
        }
        self.draw_edges(size, buf);
    }
}
