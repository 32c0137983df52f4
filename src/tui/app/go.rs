//! Going from one place to another: pages over the screen, the palette, back to the accueil.

use std::sync::Arc;

use super::{App, Effect, Look, Overlay, Screen};
use crate::export::progress_files;
use crate::progress::{Moment, Report};
use crate::session::{Place, outline};
use crate::tui::coming::Sought;
use crate::tui::keys::Keymap;
use crate::tui::pace::Pace;
use crate::tui::preferences::Preferences;
use crate::tui::screen::Wish;
use crate::tui::screen::leave::Question;
use crate::tui::screen::palette::{Library, Palette};
use crate::tui::screen::question::{QuestionScreen, Wear};
use crate::tui::screen::settings::Settings;
use crate::tui::seat::Seat;
use crate::tui::theme::{Depth, Ground};

impl App {
    /// The accueil is in sight, nothing over it.
    pub(super) fn is_home(&self) -> bool {
        matches!(self.screen, Screen::Home) && self.pages.is_empty()
    }

    /// Does what a screen or a page asks for.
    pub(super) fn obey(&mut self, wish: Option<Wish>) -> Vec<Effect> {
        match wish {
            None => {}
            Some(Wish::Open(place)) => {
                let mut effects = self.leave_question();
                effects.extend(self.turn_from_pages());
                effects.extend(self.open(&place));
                return effects;
            }
            Some(Wish::Paper(subject)) => {
                let effects = self.leave();
                self.home.show_paper(&subject, self.size);
                return effects;
            }
            Some(Wish::Entry(id)) => {
                self.pages.open_entry(&self.catalogue, &self.history, &id, self.size);
            }
            Some(Wish::Progress) => {
                let report = self.report();
                self.pages.open_progress(&report, self.size);
            }
            Some(Wish::Export) => return self.export(),
            Some(Wish::Settings) => {
                self.pages.open_settings(Settings::new(&self.look));
            }
            Some(Wish::Profiles) => return self.open_profiles(),
            Some(Wish::Profile(ask)) => return self.ask_profiles(ask),
            Some(Wish::Keys) => self.pages.open_keys(self.keymap().clone()),
            Some(Wish::Bind(keys)) => {
                self.look.preferences.keys = keys;
                self.pages.prefer(&self.look.preferences);
                self.dress();
                return vec![Effect::Remember(self.look.preferences.clone())];
            }
            Some(Wish::Prefer(preferences)) => {
                self.look.preferences = preferences.clone();
                self.pages.prefer(&preferences);
                self.wear();
                return vec![Effect::Remember(preferences)];
            }
            Some(Wish::Project(place, list)) => return self.project(Some(&place), list),
            Some(Wish::Memo) => self.pages.open_memo(&self.catalogue, self.size),
            Some(Wish::Home) => return self.leave(),
            Some(Wish::Back) => self.pages.close(),
            Some(Wish::Keep(changes)) => return self.keep(changes),
            Some(Wish::Close(changes)) => {
                self.pages.close();
                return self.keep(changes);
            }
            Some(Wish::Leave) => self.ask_leave(),
            Some(Wish::Do(action)) => return self.act(action),
        }
        Vec::new()
    }

    /// Asks before leaving the tutor.
    pub(super) fn ask_leave(&mut self) {
        let wall = self.guest.then_some(Question::LeaveWall);
        let asked = wall.unwrap_or_else(|| Question::leave(&self.look.seat));
        self.overlay = Some(Overlay::Ask(asked));
    }

    /// Takes what was chosen, and what the settings show.
    pub fn set_look(&mut self, look: Look) {
        self.home.tell_seat(&look.seat);
        self.look = look;
        self.wear();
    }

    /// How many colours the terminal shows.
    pub fn depth(&self) -> Depth {
        self.look.abilities.depth
    }

    /// Whether the terminal must be asked what it writes on.
    pub fn asks_ground(&self) -> bool {
        self.preferences().theme.asks(self.look.abilities)
    }

    /// The terminal told what it writes on: the automatic theme follows.
    pub(super) fn learn_ground(&mut self, ground: Ground) {
        self.look.abilities.ground = Some(ground);
        self.wear();
    }

    /// What was chosen in Réglages.
    pub(super) fn preferences(&self) -> &Preferences {
        &self.look.preferences
    }

    /// The keys in force.
    pub(super) fn keymap(&self) -> &Keymap {
        &self.look.preferences.keys
    }

    /// Shows everything as was chosen.
    fn wear(&mut self) {
        self.theme = self.preferences().theme.theme(self.look.abilities);
        self.dress();
    }

    /// Brings everything back into a window of another size.
    pub(super) fn resized(&mut self) {
        self.pages.resized(self.size);
        self.home.resized(self.size);
        match &mut self.screen {
            Screen::Question(question) => question.resized(self.size),
            Screen::Projection(projection, _) => projection.resized(self.size),
            Screen::Home | Screen::Summary(_) => {}
        }
    }

    /// Tells the screens how to show themselves.
    pub(super) fn dress(&mut self) {
        let theme = self.theme;
        let Preferences { calm, large, keys, .. } = self.look.preferences.clone();
        let pace = Pace::of(calm);
        self.home.take_keys(keys.clone());
        self.home.enlarge(large, self.size);
        self.pages.enlarge(large, self.size);
        match &mut self.screen {
            Screen::Question(question) => {
                question.wear(Wear { theme, pace, large, keys }, self.size);
            }
            Screen::Summary(summary) => summary.wear(theme, large),
            Screen::Projection(projection, _) => projection.wear(pace, keys),
            Screen::Home => {}
        }
    }

    fn export(&mut self) -> Vec<Effect> {
        if self.look.seat == Seat::Guest {
            self.notify("Un invité ne laisse rien sur la machine\u{a0}: rien n’est exporté.");
            return Vec::new();
        }
        let report = self.report();
        if report.is_blank() {
            self.notify("Rien à exporter encore\u{a0}: répondez à une première question.");
            return Vec::new();
        }
        let learner = match &self.look.seat {
            Seat::Learner { profile, alone: false } => Some(profile.name.as_str()),
            _ => None,
        };
        vec![Effect::Export(progress_files(&report, learner))]
    }

    /// Where the learner stands now.
    pub(super) fn report(&self) -> Report {
        let moment = Moment { now_ms: self.now_ms, offset_ms: self.offset_ms };
        Report::new(&self.catalogue, &self.history, moment)
    }

    /// Tells what local time is ahead of UTC.
    pub fn set_offset(&mut self, offset_ms: i64) {
        self.offset_ms = offset_ms;
    }

    pub(super) fn open_palette(&mut self) {
        self.overlay = None;
        let catalogue = &self.catalogue;
        let library = self.library.get_or_insert_with(|| Arc::new(Library::new(catalogue)));
        let palette = Palette::new(
            Arc::clone(library),
            self.context_below(),
            &self.hints(),
            &self.look.preferences.keys,
        );
        self.overlay = Some(Overlay::Palette(Box::new(palette)));
    }

    /// Whatever is chosen in the palette, it closes.
    pub(super) fn obey_palette(&mut self, wish: Option<Wish>) -> Vec<Effect> {
        if wish.is_some() {
            self.overlay = None;
        }
        self.obey(wish.filter(|wish| *wish != Wish::Back))
    }

    /// The mémo; on a step, the entry of its indicator where it has one.
    pub(super) fn open_memo(&mut self) -> Vec<Effect> {
        let skill = match &self.screen {
            Screen::Question(question) => question.walk().skill().map(str::to_owned),
            Screen::Home | Screen::Summary(_) | Screen::Projection(..) => None,
        };
        let opened = skill.is_some_and(|skill| {
            self.pages.open_entry(&self.catalogue, &self.history, &skill, self.size)
        });
        if !opened {
            self.pages.open_memo(&self.catalogue, self.size);
        }
        Vec::new()
    }

    /// Keeps what the question in sight holds, before something else takes its place.
    fn leave_question(&mut self) -> Vec<Effect> {
        let Screen::Question(question) = &mut self.screen else { return Vec::new() };
        let changes = question.leave(self.now_ms);
        self.keep(changes)
    }

    /// Keeps what the question and the pages hold, and leaves them where they are.
    pub(super) fn put_by(&mut self) -> Vec<Effect> {
        let mut effects = self.leave_question();
        let changes = self.pages.leave(self.now_ms);
        effects.extend(self.keep(changes));
        effects
    }

    fn leave_pages(&mut self) -> Vec<Effect> {
        let changes = self.pages.leave(self.now_ms);
        self.pages.clear();
        self.keep(changes)
    }

    /// To the accueil from anywhere.
    fn leave(&mut self) -> Vec<Effect> {
        let mut effects = self.leave_question();
        effects.extend(self.leave_pages());
        self.origins.clear();
        effects.extend(self.go_home());
        effects
    }

    /// Opens a question; its papers may still be coming.
    pub(super) fn open(&mut self, place: &Place) -> Vec<Effect> {
        if let Some(coming) = &mut self.coming {
            coming.wish_for(Sought::Question(place.clone()));
            return Vec::new();
        }
        let opened = QuestionScreen::open(
            &self.catalogue,
            &self.history,
            &self.drafts,
            place,
            (self.theme, self.preferences().large),
            self.size,
        );
        let Some(mut question) = opened else { return Vec::new() };
        let changes = question.regrade(self.now_ms);
        self.screen = Screen::Question(Box::new(question));
        self.dress();
        self.keep(changes)
    }

    /// The question on screen from its start; what was answered stays in the history.
    pub(super) fn restart(&mut self) -> Vec<Effect> {
        self.overlay = None;
        let place = match &self.screen {
            Screen::Question(question) => question.place().clone(),
            Screen::Summary(summary) => summary.place().clone(),
            _ => return Vec::new(),
        };
        let mut effects = self.open(&place);
        if let Screen::Question(question) = &mut self.screen {
            let changes = question.restart(self.now_ms, self.size);
            effects.extend(self.keep(changes));
        }
        effects
    }

    /// Back from the summary to the first step left undone.
    pub(super) fn complete(&mut self) -> Vec<Effect> {
        let Screen::Summary(summary) = &self.screen else { return Vec::new() };
        let (place, step) = (summary.place().clone(), summary.unfinished());
        let mut effects = self.open(&place);
        if let (Screen::Question(question), Some(step)) = (&mut self.screen, step) {
            let changes = question.go_to(step, self.now_ms, self.size);
            effects.extend(self.keep(changes));
        }
        effects
    }

    pub(super) fn go_home(&mut self) -> Vec<Effect> {
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
}
