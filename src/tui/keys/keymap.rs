//! The keys in force: those of the tables, but for the commands that were given others. Whatever
//! was given, no key has two meanings in a context and everything keeps a key.

use std::sync::Arc;

use super::command::{Command, is_kept};
use super::{Binding, Context, bindings, name, text};
use crate::tui::msg::{Action, Code, Key};
use crate::tui::widget::text as words;

/// Most keys given to a command.
const MOST: usize = 4;

/// The keys in force; cheap to clone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    /// Commands with other keys than at first, in the order they were changed.
    given: Arc<Vec<Given>>,
}

/// What a command was given.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    command: Command,
    keys: Vec<Key>,
    /// Beside its first keys, not in their place.
    beside: bool,
}

/// A binding as it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    pub keys: Vec<Key>,
    pub action: Action,
    pub bar: &'static str,
    pub about: &'static str,
}

impl Bound {
    pub fn command(&self) -> Command {
        Command { action: self.action, about: self.about }
    }
}

/// Why a command cannot have a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Enter, Escape and Ctrl+C mean the same for ever.
    Kept,
    /// It cannot be shown.
    Nameless,
    /// It writes a character where the command lives.
    Types(Key),
    /// It is the key of another command where this one lives.
    Taken(Key, Command, Context),
    /// The command has as many keys as it may.
    Full,
}

impl Refusal {
    /// The refusal in a French sentence.
    pub fn sentence(self) -> String {
        match self {
            Refusal::Kept => "Entrée, Échap et Ctrl+C gardent toujours leur sens.".to_owned(),
            Refusal::Nameless => "Cette touche n’a pas de nom à l’écran.".to_owned(),
            Refusal::Types(key) => format!(
                "«\u{a0}{}\u{a0}» s’écrit dans un champ\u{a0}: prenez une touche F, ou Ctrl avec une \
                 lettre.",
                name(key),
            ),
            Refusal::Taken(key, command, context) => format!(
                "{} sert déjà à «\u{a0}{}\u{a0}» ({}).",
                name(key),
                command.name(),
                context.title(),
            ),
            Refusal::Full => format!("Pas plus de {MOST}\u{a0}touches pour une action."),
        }
    }
}

impl Keymap {
    /// The bindings in force in a context, in the order of the key bar.
    pub fn bindings(&self, context: Context) -> Vec<Bound> {
        let mut bound = Vec::new();
        for (at, binding) in bindings(context).enumerate() {
            let command = Command::of(binding);
            let mut keys = binding.keys.to_vec();
            if let Some(given) = self.given(command, context) {
                let carries = carrier(command, context) == Some(at);
                keys = given.applied(binding, context, carries);
            }
            if !keys.is_empty() {
                let (action, bar, about) = (binding.action, binding.bar, binding.about);
                bound.push(Bound { keys, action, bar, about });
            }
        }
        bound
    }

    /// What a key means in a context.
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        let bound = self.bindings(context).into_iter().find(|bound| bound.keys.contains(&key));
        bound.map(|bound| bound.action).or_else(|| super::typed(context, key))
    }

    /// How the first key of an action is called in a context; empty where it has none.
    pub fn name(&self, context: Context, action: Action) -> String {
        let bound = self.bindings(context).into_iter().find(|bound| bound.action == action);
        bound.and_then(|bound| bound.keys.first().map(|key| name(*key))).unwrap_or_default()
    }

    /// The keys of a command, wherever it lives; those kept for ever where they are its own
    /// everywhere.
    pub fn keys(&self, command: Command) -> Vec<Key> {
        let places: Vec<Vec<Key>> = command
            .contexts()
            .map(|context| {
                let bound = self.bindings(context).into_iter();
                bound.filter(|b| b.command() == command).flat_map(|b| b.keys).collect()
            })
            .collect();
        let mut keys: Vec<Key> = Vec::new();
        for key in places.iter().flatten() {
            let own = !is_kept(*key) || places.iter().all(|place| place.contains(key));
            if own && !keys.contains(key) {
                keys.push(*key);
            }
        }
        keys
    }

    /// Whether a command has other keys than at first.
    pub fn is_changed(&self, command: Command) -> bool {
        self.given.iter().any(|given| given.command == command)
    }

    /// How many commands have.
    pub fn changes(&self) -> usize {
        self.given.len()
    }

    /// Gives a command this key in place of its own.
    pub fn give(&self, command: Command, key: Key) -> Result<Keymap, Refusal> {
        self.with(Given { command, keys: vec![key], beside: false })
    }

    /// Gives a command one key more.
    pub fn add(&self, command: Command, key: Key) -> Result<Keymap, Refusal> {
        let first = Given { command, keys: Vec::new(), beside: true };
        let before = self.given.iter().find(|given| given.command == command);
        let mut given = before.cloned().unwrap_or(first);
        if !given.keys.contains(&key) {
            given.keys.push(key);
        }
        self.with(given)
    }

    /// Gives a command its first keys back.
    pub fn restore(&self, command: Command) -> Result<Keymap, Refusal> {
        let restored = self.without(command);
        restored.refusal(command).map_or(Ok(restored), Err)
    }

    fn with(&self, given: Given) -> Result<Keymap, Refusal> {
        let command = given.command;
        if given.keys.len() > MOST {
            return Err(Refusal::Full);
        }
        given.keys.iter().try_for_each(|key| allowed(*key))?;
        let mut keymap = self.without(command);
        Arc::make_mut(&mut keymap.given).push(given);
        keymap.refusal(command).map_or(Ok(keymap), Err)
    }

    fn without(&self, command: Command) -> Keymap {
        let others = self.given.iter().filter(|given| given.command != command);
        Keymap { given: Arc::new(others.cloned().collect()) }
    }

    /// Why the keys of a command cannot stay as they are.
    fn refusal(&self, command: Command) -> Option<Refusal> {
        command.contexts().find_map(|context| {
            let bound = self.bindings(context);
            let (own, others): (Vec<_>, Vec<_>) =
                bound.iter().partition(|bound| bound.command() == command);
            if own.is_empty() {
                let given = self.given(command, context)?;
                return given.keys.first().map(|key| Refusal::Types(*key));
            }
            own.iter().flat_map(|bound| &bound.keys).find_map(|key| {
                let other = others.iter().find(|other| other.keys.contains(key))?;
                Some(Refusal::Taken(*key, other.command(), context))
            })
        })
    }

    fn given(&self, command: Command, context: Context) -> Option<&Given> {
        // The question about a new key listens to all others.
        self.given.iter().find(|given| given.command == command && context != Context::NewKey)
    }

    /// The keys given, as the journal keeps them: a command and its keys on each line.
    pub fn to_text(&self) -> String {
        self.given.iter().map(Given::to_text).collect::<Vec<_>>().join("\n")
    }

    /// Reads them back. What is unknown, not allowed or in each other's way is left out.
    pub fn from_text(kept: &str) -> Keymap {
        let mut all: Vec<Given> = Vec::new();
        for given in kept.lines().filter_map(Given::from_text) {
            if all.iter().all(|known| known.command != given.command) {
                all.push(given);
            }
        }
        Keymap { given: Arc::new(all) }.settled()
    }

    /// Without the latest of the commands that are in each other's way, until none is: the tables
    /// alone never are.
    fn settled(self) -> Keymap {
        let mut latest = self.given.iter().rev().map(|given| given.command);
        match latest.find(|command| self.refusal(*command).is_some()) {
            Some(command) => self.without(command).settled(),
            None => self,
        }
    }
}

/// The word of the journal for keys given beside the first ones.
const BESIDE: &str = "aussi";

impl Given {
    /// The keys of a binding of the command, once given. A character that is typed into a field
    /// there is no key there, unless the table says so.
    fn applied(&self, binding: &Binding, context: Context, carries: bool) -> Vec<Key> {
        let own = |key: &Key| {
            let mut own = bindings(context).filter(|b| Command::of(b) == self.command);
            own.any(|binding| binding.keys.contains(key))
        };
        let applies = |key: &Key| match own(key) {
            true => !self.beside,
            false => super::typed(context, *key).is_none(),
        };
        let new = self.keys.iter().copied().filter(|key| carries && applies(key));
        let free = binding.keys.iter().position(|key| !is_kept(*key));
        let (before, after) = match free {
            _ if self.beside => (binding.keys, &[][..]),
            Some(at) => binding.keys.split_at(at),
            None => (binding.keys, &[][..]),
        };
        let after = after.iter().copied().filter(|key| is_kept(*key));
        before.iter().copied().chain(new).chain(after).collect()
    }

    fn to_text(&self) -> String {
        let mut words = vec![self.command.code()];
        words.extend(self.beside.then(|| BESIDE.to_owned()));
        words.extend(self.keys.iter().map(|key| text::write(*key)));
        words.join(" ")
    }

    fn from_text(line: &str) -> Option<Given> {
        let mut words = line.split_whitespace().peekable();
        let command = Command::from_code(words.next()?)?;
        let beside = words.next_if_eq(&BESIDE).is_some();
        let mut keys: Vec<Key> = Vec::new();
        for key in words.filter_map(text::read) {
            if allowed(key).is_ok() && !keys.contains(&key) && keys.len() < MOST {
                keys.push(key);
            }
        }
        (!keys.is_empty()).then_some(Given { command, keys, beside })
    }
}

/// Whether any command may have a key.
fn allowed(key: Key) -> Result<(), Refusal> {
    match key.code {
        _ if is_kept(key) => Err(Refusal::Kept),
        Code::Char(' ') => Ok(()),
        Code::Char(c) if c.is_control() || c.is_whitespace() => Err(Refusal::Nameless),
        Code::Char(c) if words::width(&c.to_string()) == 0 => Err(Refusal::Nameless),
        _ => Ok(()),
    }
}

/// The binding of a context that takes the keys given to a command: the first whose keys can be
/// changed, or the first of all.
fn carrier(command: Command, context: Context) -> Option<usize> {
    let mut own = bindings(context).enumerate().filter(|(_, b)| Command::of(b) == command);
    let first = own.clone().next();
    let free = own.find(|(_, binding)| binding.keys.iter().any(|key| !is_kept(*key)));
    free.or(first).map(|(at, _)| at)
}

#[cfg(test)]
mod tests;
