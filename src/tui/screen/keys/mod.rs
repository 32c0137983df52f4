//! Réglages, touches: every command with its keys, and the way to give it others. What may be
//! given is decided by [`Keymap`].

mod view;

use super::Wish;
use super::finder::Finder;
use crate::tui::keys::{self, Command, Context, Keymap};
use crate::tui::msg::{Action, Key, Mouse, MouseKind, Size};
use crate::tui::search::Index;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::pane;

/// The state of the page.
#[derive(Debug)]
pub struct KeyList {
    keymap: Keymap,
    /// Every command and the heading it stands under; the row after the last gives all keys back.
    commands: Vec<(Command, &'static str)>,
    index: Index,
    finder: Finder,
    first: usize,
    mode: Mode,
    /// What came of the last key.
    told: Option<Told>,
}

/// What is being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Choosing,
    /// The next key pressed is for the selected command: beside the ones it has, or in their place.
    Waiting {
        more: bool,
    },
    /// All keys are given back once it is asked again.
    Sure,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    Done(String),
    Refused(String),
}

/// A row that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Command(Command),
    RestoreAll,
}

impl KeyList {
    pub fn new(keymap: Keymap) -> Self {
        let listed = keys::sections()
            .iter()
            .flat_map(|section| section.commands.iter().map(|command| (*command, section.title)))
            // Digits in a row stand on one line, that of the first.
            .filter(|(command, _)| {
                let further = matches!(command.action, Action::Paper(2..) | Action::Digit(1..));
                !further || keymap.is_changed(*command)
            });
        let commands: Vec<_> = listed.collect();
        let index = searched(&commands, &keymap);
        let finder = Finder::new(&[&index]);
        let mode = Mode::Choosing;
        KeyList { keymap, commands, index, finder, first: 0, mode, told: None }
    }

    /// Shows the keys in force now.
    pub fn prefer(&mut self, keymap: &Keymap) {
        if *keymap != self.keymap {
            self.keymap = keymap.clone();
            self.index = searched(&self.commands, keymap);
            self.finder.renew(&[&self.index]);
        }
    }

    pub fn context(&self) -> Context {
        match self.mode {
            Mode::Waiting { .. } => Context::NewKey,
            Mode::Choosing | Mode::Sure => Context::Keys,
        }
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        let sure = self.mode == Mode::Sure;
        self.mode = Mode::Choosing;
        self.told = None;
        let wish = match (action, self.choice(self.finder.selected)) {
            (Action::Cancel, _) => None,
            (Action::Back, _) if self.finder.is_blank() => return Some(Wish::Back),
            (Action::Back, _) => {
                self.finder.clear(&[&self.index]);
                None
            }
            (Action::Enter, Some(Choice::RestoreAll)) => self.restore_all(sure),
            (Action::Enter | Action::AddKey, Some(Choice::Command(command)))
                if together(command).is_some() =>
            {
                let words = "Ces chiffres vont ensemble\u{a0}: ils gardent leurs touches.";
                self.told = Some(Told::Refused(words.to_owned()));
                None
            }
            (Action::Enter | Action::AddKey, Some(Choice::Command(_))) => {
                self.mode = Mode::Waiting { more: action == Action::AddKey };
                None
            }
            (Action::RestoreKeys, Some(Choice::Command(command))) => self.restore(command),
            (Action::Erase, Some(Choice::Command(command))) if self.finder.is_blank() => {
                self.restore(command)
            }
            (other, _) => {
                let page = usize::from(view::Places::new(size).list.height).saturating_sub(1);
                self.finder.update(other, page, &[&self.index]);
                None
            }
        };
        self.follow(size);
        wish
    }

    /// The key pressed when one was asked for. Refused, the question stays.
    pub fn take_key(&mut self, key: Key, size: Size) -> Option<Wish> {
        let Mode::Waiting { more } = self.mode else { return None };
        let Some(Choice::Command(command)) = self.choice(self.finder.selected) else { return None };
        let asked =
            if more { self.keymap.add(command, key) } else { self.keymap.give(command, key) };
        match asked {
            Ok(keymap) => {
                self.mode = Mode::Choosing;
                let words = format!("{}\u{a0}: «\u{a0}{}\u{a0}».", keys::name(key), command.name());
                let wish = self.adopt(keymap, words);
                self.follow(size);
                wish
            }
            Err(refusal) => {
                self.told = Some(Told::Refused(refusal.sentence()));
                None
            }
        }
    }

    fn restore(&mut self, command: Command) -> Option<Wish> {
        if !self.keymap.is_changed(command) {
            self.told = Some(Told::Done("Ce sont ses touches d’origine.".to_owned()));
            return None;
        }
        match self.keymap.restore(command) {
            Ok(keymap) => {
                let names = keys::all_names(&keymap.keys(command));
                let words = format!("C’est comme à l’origine\u{a0}: {names}.");
                self.adopt(keymap, words)
            }
            Err(refusal) => {
                self.told = Some(Told::Refused(refusal.sentence()));
                None
            }
        }
    }

    fn restore_all(&mut self, sure: bool) -> Option<Wish> {
        if self.keymap.changes() == 0 {
            self.told = Some(Told::Done("Toutes les touches sont celles d’origine.".to_owned()));
            return None;
        }
        if !sure {
            self.mode = Mode::Sure;
            return None;
        }
        self.adopt(Keymap::default(), "Toutes les touches d’origine sont rendues.".to_owned())
    }

    /// Takes new keys, says so, and asks the interface to do the same.
    fn adopt(&mut self, keymap: Keymap, words: String) -> Option<Wish> {
        self.prefer(&keymap);
        self.told = Some(Told::Done(words));
        Some(Wish::Bind(keymap))
    }

    pub fn paste(&mut self, typed: &str, size: Size) {
        if self.context() == Context::Keys {
            self.finder.paste(typed, &[&self.index]);
            self.follow(size);
        }
    }

    /// A click does as Enter would; beside the list it gives up.
    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Option<Wish> {
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press => {
                let list = view::Places::new(size).list;
                let row = usize::from(mouse.y.saturating_sub(list.y)) + self.first;
                let inside = list.contains((mouse.x, mouse.y).into());
                let hit = self.rows().get(row).and_then(view::Row::hit).filter(|_| inside);
                let Some(hit) = hit else { return self.update(Action::Cancel, size) };
                let waits = matches!(self.mode, Mode::Waiting { .. });
                if hit == self.finder.selected && waits {
                    return self.update(Action::Cancel, size);
                }
                if hit != self.finder.selected {
                    self.mode = Mode::Choosing;
                }
                self.finder.selected = hit;
                self.update(Action::Enter, size)
            }
        }
    }

    pub fn resized(&mut self, size: Size) {
        self.follow(size);
    }

    pub fn hints(&self, hints: Vec<Hint>) -> Vec<Hint> {
        let choice = self.choice(self.finder.selected);
        let named = |mut hint: Hint| {
            let shown = match (hint.action, choice) {
                (Action::Enter, None) => false,
                (Action::Enter, Some(Choice::RestoreAll)) => {
                    hint.label = "Tout rétablir";
                    true
                }
                (Action::RestoreKeys, Some(Choice::Command(command))) => {
                    self.keymap.is_changed(command)
                }
                (Action::AddKey | Action::RestoreKeys, _) => {
                    matches!(choice, Some(Choice::Command(_)))
                }
                (Action::Back, _) if !self.finder.is_blank() => {
                    hint.label = "Effacer";
                    true
                }
                _ => true,
            };
            shown.then_some(hint)
        };
        hints.into_iter().filter_map(named).collect()
    }

    /// What a hit stands for.
    fn choice(&self, hit: usize) -> Option<Choice> {
        let at = self.finder.hits().get(hit)?.hit.at;
        Some(self.commands.get(at).map_or(Choice::RestoreAll, |(c, _)| Choice::Command(*c)))
    }

    /// The heading a hit stands under.
    fn heading(&self, hit: usize) -> &'static str {
        let at = self.finder.hits().get(hit).map_or(0, |found| found.hit.at);
        self.commands.get(at).map_or(view::ALL_KEYS, |(_, heading)| heading)
    }

    /// Keeps the selected line in sight, with the heading just above it.
    fn follow(&mut self, size: Size) {
        let rows = self.rows();
        let height = usize::from(view::Places::new(size).list.height);
        let selected = Some(self.finder.selected);
        let at = rows.iter().position(|row| row.hit() == selected).unwrap_or(0);
        let heading = at.checked_sub(1).filter(|above| rows[*above].hit().is_none());
        let first = pane::follow(self.first, heading.unwrap_or(at), height);
        self.first = pane::clamp(pane::follow(first, at, height), rows.len(), height);
    }
}

/// What the row of the first of several digits says of all of them.
fn together(command: Command) -> Option<&'static str> {
    let first = matches!(command.action, Action::Paper(1) | Action::Digit(0));
    keys::together(command.action).filter(|_| first)
}

/// What the rows are found by: what the commands do, and their keys.
fn searched(commands: &[(Command, &str)], keymap: &Keymap) -> Index {
    let words = commands.iter().map(|(command, _)| {
        format!(
            "{} {}",
            together(*command).unwrap_or(command.about),
            keys::all_names(&keymap.keys(*command))
        )
    });
    let texts: Vec<String> = words.chain([view::RESTORE_ALL.to_owned()]).collect();
    Index::new(texts.iter().map(String::as_str))
}
