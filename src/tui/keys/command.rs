//! Commands: what can be given another key. A command is an action as one sentence says it; it
//! lives in every context whose tables say that sentence, and has the same keys in all of them.

use std::sync::OnceLock;

use super::{Binding, Context, bindings};
use crate::tui::msg::{Action, Code, Key};

/// An action, and the sentence that says what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Command {
    pub action: Action,
    pub about: &'static str,
}

/// The commands of the key list under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub title: &'static str,
    pub commands: Vec<Command>,
}

impl Command {
    pub fn of(binding: &Binding) -> Command {
        Command { action: binding.action, about: binding.about }
    }

    /// Where it lives, in the order of the help page.
    pub fn contexts(self) -> impl Iterator<Item = Context> {
        let says = move |context: &Context| bindings(*context).any(|b| Command::of(b) == self);
        Context::ALL.into_iter().filter(says)
    }

    /// Its sentence up to a colon or a bracket: a name for it inside another sentence.
    pub fn name(self) -> &'static str {
        let end = self.about.find(['\u{a0}', '(', ',']).unwrap_or(self.about.len());
        self.about[..end].trim_end()
    }

    /// Its name in the journal: a place where it lives, and the action. Renaming either in the
    /// code forgets the keys given to it.
    pub fn code(self) -> String {
        let named = self.contexts().map(|context| code(context, self.action));
        named.into_iter().find(|code| Command::from_code(code) == Some(self)).unwrap_or_default()
    }

    /// The command called so.
    pub fn from_code(wanted: &str) -> Option<Command> {
        let (place, _) = wanted.split_once('.')?;
        let context = Context::ALL.into_iter().find(|context| slug(context) == place)?;
        let named = bindings(context).find(|b| code(context, b.action) == wanted)?;
        Some(Command::of(named))
    }
}

/// What actions that differ by their number alone do together; `None` for all others.
pub fn together(action: Action) -> Option<&'static str> {
    match action {
        Action::Paper(_) => Some("Aller au sujet de ce numéro"),
        Action::Digit(_) => Some("Compter les mains levées de la proposition en cours"),
        _ => None,
    }
}

fn code(context: Context, action: Action) -> String {
    format!("{}.{}", slug(context), slug(action))
}

/// `OwnPoint` and `Option(1)` as `ownpoint` and `option1`.
fn slug(named: impl std::fmt::Debug) -> String {
    let shown = format!("{named:?}");
    shown.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// Keys that mean the same for ever: the way on, the way back, the way out.
pub fn is_kept(key: Key) -> bool {
    key == Key::plain(Code::Enter) || key == Key::plain(Code::Escape) || key == Key::ctrl('c')
}

/// From this many contexts on a command is at home everywhere.
const EVERYWHERE: usize = 5;

/// Those of a question.
const QUESTION: [Context; 12] = [
    Context::Document,
    Context::Statement,
    Context::Number,
    Context::Grid,
    Context::Picking,
    Context::Choice,
    Context::Editor,
    Context::Review,
    Context::Compare,
    Context::OwnPoint,
    Context::Marking,
    Context::Summary,
];

/// All commands, under the place where they live: everywhere, in a question, in one context.
pub fn sections() -> &'static [Section] {
    static SECTIONS: OnceLock<Vec<Section>> = OnceLock::new();
    SECTIONS.get_or_init(|| {
        let mut sections: Vec<Section> = Vec::new();
        for title in titles() {
            let commands: Vec<Command> =
                all().into_iter().filter(|command| heading(*command) == title).collect();
            if !commands.is_empty() {
                sections.push(Section { title, commands });
            }
        }
        sections
    })
}

const ALL_OVER: &str = "Partout";
const IN_QUESTIONS: &str = "Dans une question";

fn titles() -> impl Iterator<Item = &'static str> {
    [ALL_OVER, IN_QUESTIONS].into_iter().chain(Context::ALL.map(Context::title))
}

fn heading(command: Command) -> &'static str {
    let contexts: Vec<Context> = command.contexts().collect();
    match contexts.as_slice() {
        some if some.len() > 1 && some.iter().all(|c| QUESTION.contains(c)) => IN_QUESTIONS,
        many if many.len() >= EVERYWHERE => ALL_OVER,
        first => first.first().map_or(ALL_OVER, |context| context.title()),
    }
}

fn all() -> Vec<Command> {
    let mut all: Vec<Command> = Vec::new();
    for binding in Context::ALL.into_iter().flat_map(bindings) {
        let command = Command::of(binding);
        if !all.contains(&command) {
            all.push(command);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_are_unique_and_read_back() {
        let mut seen = HashSet::new();
        for command in all() {
            let code = command.code();
            assert_eq!(Command::from_code(&code), Some(command), "{code} {command:?}");
            assert!(seen.insert(code), "{command:?}");
        }
        for nothing in ["", "home", "home.", ".memo", "home.dance", "nowhere.memo", "home.memo.x"] {
            assert_eq!(Command::from_code(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn codes_kept_in_journals_are_not_renamed() {
        for (code, action) in [
            ("home.memo", Action::Memo),
            ("number.hint", Action::Hint),
            ("grid.switchpane", Action::SwitchPane),
            ("choice.option1", Action::Option(1)),
            ("projection.reveal", Action::Reveal),
        ] {
            assert_eq!(Command::from_code(code).map(|c| c.action), Some(action), "{code}");
        }
    }

    #[test]
    fn the_sections_hold_every_command_once() {
        let listed: Vec<Command> =
            sections().iter().flat_map(|section| section.commands.clone()).collect();
        let known: HashSet<Command> = all().into_iter().collect();
        assert_eq!(listed.len(), known.len());
        assert_eq!(listed.into_iter().collect::<HashSet<_>>(), known);
    }

    #[test]
    fn commands_stand_where_one_looks_for_them() {
        for (code, title) in [
            ("home.help", "Partout"),
            ("home.quit", "Partout"),
            ("number.hint", "Dans une question"),
            ("home.memo", "Accueil"),
            ("projection.reveal", "Projeter une question"),
        ] {
            let command = Command::from_code(code).unwrap();
            assert_eq!(heading(command), title, "{code}");
        }
        let hint = Command::from_code("number.hint").unwrap();
        assert_eq!(hint.name(), "Un échelon d’aide de plus");
    }
}
