//! Profils: who works on this machine. Opening a profile, making, naming and erasing one; asking the
//! journal for it is the loop's work.

mod view;

use super::Wish;
use super::frame::{self, Frame};
use crate::progress::Moment;
use crate::store::{Name, Profile, ProfileId, ProfileLine, Who};
use crate::tui::answer::Field;
use crate::tui::keys::{Context, Keymap};
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::seat::{Ask, Seat};
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::pane;

/// The state of the page.
#[derive(Debug)]
pub struct Profiles {
    lines: Vec<ProfileLine>,
    seat: Seat,
    moment: Moment,
    keys: Keymap,
    /// A place in `lines`; the one after the last is the guest's.
    selected: usize,
    first: usize,
    doing: Doing,
}

/// What is being done to a profile.
#[derive(Debug, Default)]
enum Doing {
    #[default]
    Nothing,
    Naming {
        /// `None` for a new profile.
        whose: Option<ProfileId>,
        field: Field,
        /// Why the name was refused.
        refused: Option<String>,
        /// It is asked for, and what comes of it not known yet.
        sent: bool,
    },
    Erasing {
        profile: Profile,
        /// The first confirmation is given.
        surely: bool,
    },
}

impl Profiles {
    /// The page before the list is known.
    pub fn new(seat: Seat, moment: Moment, keys: Keymap) -> Self {
        let doing = Doing::Nothing;
        Profiles { lines: Vec::new(), seat, moment, keys, selected: 0, first: 0, doing }
    }

    /// Takes the list of profiles, and who sits. The selection stays on whom it was on, and begins on
    /// who sits.
    pub fn list(&mut self, lines: Vec<ProfileLine>, seat: Seat, size: Size) {
        let before = if self.lines.is_empty() { None } else { self.profile().map(|p| p.id) };
        let wanted = before.or(seat.id());
        let place = |id| lines.iter().position(|line: &ProfileLine| line.profile.id == id);
        let at = wanted.and_then(place);
        self.selected = at.unwrap_or_else(|| self.selected.min(lines.len()));
        (self.lines, self.seat) = (lines, seat);
        // A name that is still being typed stays.
        if matches!(self.doing, Doing::Naming { sent: true, .. }) {
            self.doing = Doing::Nothing;
        }
        self.resized(size);
    }

    /// What was asked for is refused; gives the sentence back where there is no field to show it under.
    pub fn refuse(&mut self, why: String) -> Option<String> {
        let Doing::Naming { refused, sent, .. } = &mut self.doing else { return Some(why) };
        (*refused, *sent) = (Some(why), false);
        None
    }

    pub fn context(&self) -> Context {
        match self.doing {
            Doing::Nothing => Context::Profiles,
            Doing::Naming { .. } => Context::ProfileName,
            Doing::Erasing { surely: false, .. } => Context::ProfileErase,
            Doing::Erasing { surely: true, .. } => Context::ProfileEraseSurely,
        }
    }

    /// The profile selected; `None` on the guest.
    fn profile(&self) -> Option<&Profile> {
        self.lines.get(self.selected).map(|line| &line.profile)
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        match &mut self.doing {
            Doing::Naming { .. } => self.name(action),
            Doing::Erasing { .. } => self.erase(action),
            Doing::Nothing => self.browse(action, size),
        }
    }

    fn browse(&mut self, action: Action, size: Size) -> Option<Wish> {
        let last = self.lines.len();
        let page = self.height(size).saturating_sub(1).max(1);
        match action {
            Action::Back => return Some(Wish::Back),
            Action::Enter => return Some(self.open()),
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::PageUp => self.selected = self.selected.saturating_sub(page),
            Action::PageDown => self.selected = (self.selected + page).min(last),
            Action::Home => self.selected = 0,
            Action::End => self.selected = last,
            Action::NewProfile => self.ask_name(None, ""),
            Action::Rename => {
                if let Some(Profile { id, name }) = self.profile().cloned() {
                    self.ask_name(Some(id), name.as_str());
                }
            }
            Action::EraseProfile => {
                if let Some(profile) = self.profile().cloned() {
                    self.doing = Doing::Erasing { profile, surely: false };
                }
            }
            _ => {}
        }
        self.resized(size);
        None
    }

    /// Whoever sits already stays.
    fn open(&self) -> Wish {
        match self.profile() {
            _ if self.sits(self.selected) => Wish::Back,
            Some(profile) => Wish::Profile(Ask::Sit(Who::This(profile.id))),
            None => Wish::Profile(Ask::Sit(Who::Guest)),
        }
    }

    /// Whether the one at this place of the list works now.
    fn sits(&self, at: usize) -> bool {
        match self.lines.get(at) {
            Some(line) => self.seat.id() == Some(line.profile.id),
            None => self.seat == Seat::Guest,
        }
    }

    fn ask_name(&mut self, whose: Option<ProfileId>, name: &str) {
        self.doing = Doing::Naming { whose, field: Field::new(name), refused: None, sent: false };
    }

    fn name(&mut self, action: Action) -> Option<Wish> {
        let Doing::Naming { whose, field, refused, sent } = &mut self.doing else { return None };
        match action {
            Action::Cancel => self.doing = Doing::Nothing,
            Action::Enter => match Name::read(field.text()) {
                Err(error) => *refused = Some(format!("{error}.")),
                Ok(name) => {
                    *sent = true;
                    return Some(Wish::Profile(match *whose {
                        Some(id) => Ask::Rename(id, name),
                        None => Ask::Sit(Who::New(name)),
                    }));
                }
            },
            other => {
                if field.update(other) {
                    *refused = None;
                }
            }
        }
        None
    }

    fn erase(&mut self, action: Action) -> Option<Wish> {
        let Doing::Erasing { profile, surely } = &mut self.doing else { return None };
        match action {
            Action::Back => self.doing = Doing::Nothing,
            Action::Enter => *surely = true,
            Action::EraseProfile if *surely => {
                let id = profile.id;
                self.doing = Doing::Nothing;
                return Some(Wish::Profile(Ask::Erase(id)));
            }
            _ => {}
        }
        None
    }

    pub fn paste(&mut self, text: &str) {
        if let Doing::Naming { field, refused, .. } = &mut self.doing {
            field.type_over(text);
            *refused = None;
        }
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Option<Wish> {
        if let (Some(asked), MouseKind::Press) = (self.asked(), mouse.kind) {
            let action = asked.action_at(&self.answers(), mouse.x, mouse.y, size);
            return action.and_then(|action| self.update(action, size));
        }
        if !matches!(self.doing, Doing::Nothing) {
            return None;
        }
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press => {
                let body = view::body(size);
                if !body.contains((mouse.x, mouse.y).into()) {
                    return None;
                }
                let line = self.first + usize::from(mouse.y - body.y);
                let laid = self.laid(Theme::Plain, size);
                self.selected = laid.rows.iter().position(|row| *row == line)?;
                self.update(Action::Enter, size)
            }
        }
    }

    pub fn resized(&mut self, size: Size) {
        let laid = self.laid(Theme::Plain, size);
        let height = self.height(size);
        let line = laid.rows.get(self.selected).copied().unwrap_or(0);
        // What stands above the first row and under the last one come along.
        let from = if self.selected == 0 { 0 } else { line };
        let below = laid.rows.get(self.selected + 1).copied();
        let to = below.unwrap_or(laid.lines.len()).saturating_sub(1);
        self.first = pane::follow(pane::follow(self.first, to, height), from, height);
        self.first = pane::clamp(self.first, laid.lines.len(), height);
    }

    fn height(&self, size: Size) -> usize {
        usize::from(Frame::new(frame::area(size)).body.height)
    }

    /// A guest has no name to change and nothing to erase.
    pub fn hints(&self, hints: Vec<Hint>) -> Vec<Hint> {
        let applies = |hint: &Hint| {
            self.profile().is_some()
                || !matches!(hint.action, Action::Rename | Action::EraseProfile)
        };
        let mut hints: Vec<Hint> = hints.into_iter().filter(applies).collect();
        if matches!(self.doing, Doing::Nothing) && self.sits(self.selected) {
            let enter = hints.iter_mut().filter(|hint| hint.action == Action::Enter);
            enter.for_each(|hint| hint.label = "Rester");
        }
        hints
    }
}
