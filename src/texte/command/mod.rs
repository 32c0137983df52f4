//! The words one can type, place by place: one table that reads them and makes the help.
//!
//! Every name is a word or a sign that no figure is written with, so that a command never takes the
//! place of an answer.

mod table;

use self::table::COMMANDS;

/// What a typed word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Word {
    Help,
    Quit,
    Back,
    Resume,
    Restart,
    Context,
    Statement,
    Annexes,
    Find,
    Repeat,
    Steps,
    Next,
    Previous,
    Summary,
    Hint,
    Why,
    Table,
    Cells,
    Mine,
    Corrige,
    Write,
    Reread,
    Replace,
    Erase,
    HandIn,
    Points,
    Count,
    Discard,
    Add,
    Model,
    Grid,
    Criterion,
    Timer,
    Memo,
    Progress,
    Hunt,
    Open,
    Charts,
    Profile,
}

/// Where words are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Room {
    Papers,
    Paper,
    Number,
    Cell,
    Choice,
    /// A rédaction being prepared.
    Text,
    /// A rédaction handed in.
    Review,
    /// An RCS being prepared.
    Plan,
    /// An RCS handed in.
    Marking,
    Summary,
    /// A copy where an error is looked for.
    Hunt,
}

impl Room {
    pub const ALL: [Room; 11] = [
        Room::Papers,
        Room::Paper,
        Room::Number,
        Room::Cell,
        Room::Choice,
        Room::Text,
        Room::Review,
        Room::Plan,
        Room::Marking,
        Room::Summary,
        Room::Hunt,
    ];
}

/// A command: its names, the one to show first, what it does, and where.
pub struct Command {
    pub word: Word,
    pub names: &'static [&'static str],
    /// What may follow the name, in the words of the help; empty where nothing does.
    pub argument: &'static str,
    pub about: &'static str,
    pub rooms: &'static [Room],
}

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'a> {
    Empty,
    Command(Word, &'a str),
    /// Not a command, but close to one.
    Near(&'static str),
    Other(&'a str),
}

/// The commands of a place, in the order of the help.
pub fn commands(room: Room) -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().filter(move |command| command.rooms.contains(&room))
}

/// Reads a line. A word with something after it is a command only where the command takes it.
pub fn read(room: Room, line: &str) -> Line<'_> {
    let line = line.trim();
    if line.is_empty() {
        return Line::Empty;
    }
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (word, rest) = (fold(first), rest.trim());
    match find(room, &word) {
        Some(command) if rest.is_empty() || !command.argument.is_empty() => {
            Line::Command(command.word, rest)
        }
        _ => near(room, &word, rest).map_or(Line::Other(line), Line::Near),
    }
}

/// By name, else by the first letters of one name, three at least.
fn find(room: Room, word: &str) -> Option<&'static Command> {
    let exact = |command: &&Command| command.names.iter().any(|name| fold(name) == word);
    if let Some(command) = commands(room).find(exact) {
        return Some(command);
    }
    let begins = |command: &&Command| command.names.iter().any(|name| fold(name).starts_with(word));
    let mut found = commands(room).filter(begins);
    let only = found.next().filter(|_| word.chars().count() >= 3)?;
    found.next().is_none().then_some(only)
}

/// A slip of the finger in a command typed alone.
fn near(room: Room, word: &str, rest: &str) -> Option<&'static str> {
    if !rest.is_empty() || !(4..=20).contains(&word.chars().count()) {
        return None;
    }
    let names = commands(room).map(|command| command.names[0]);
    names.into_iter().find(|name| strsim::damerau_levenshtein(&fold(name), word) <= 2)
}

/// Small letters without accents.
pub fn fold(text: &str) -> String {
    crate::check::writing::fold(text).replace('’', "'")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::number::{self, Reading};

    #[test]
    fn a_name_means_one_thing_in_a_place() {
        for room in Room::ALL {
            let mut names = HashSet::new();
            for name in commands(room).flat_map(|command| command.names) {
                assert!(names.insert(fold(name)), "{name} twice in {room:?}");
            }
        }
    }

    #[test]
    fn no_command_can_be_a_figure() {
        for name in COMMANDS.iter().flat_map(|command| command.names) {
            for typed in [(*name).to_owned(), format!("{name} 2")] {
                let reading = number::read(&typed);
                assert!(matches!(reading, Reading::Unreadable(_)), "{typed}: {reading:?}");
            }
        }
    }

    #[track_caller]
    fn reads(room: Room, line: &str, expected: Line) {
        assert_eq!(read(room, line), expected, "{line:?}");
    }

    #[test]
    fn words_are_read_with_or_without_accents() {
        reads(Room::Number, "  Énoncé ", Line::Command(Word::Statement, ""));
        reads(Room::Number, "enonce", Line::Command(Word::Statement, ""));
        reads(Room::Number, "?", Line::Command(Word::Help, ""));
        reads(Room::Number, "annexe 2", Line::Command(Word::Annexes, "2"));
        reads(Room::Number, "prec", Line::Command(Word::Previous, ""));
        reads(Room::Cell, "case 4", Line::Command(Word::Cells, "4"));
        reads(Room::Number, "", Line::Empty);
        reads(Room::Number, " \u{a0} ", Line::Empty);
    }

    #[test]
    fn anything_else_is_an_answer() {
        for answer in ["25,64\u{a0}%", "359/1400", "-86", "12 s", "3 min 47", "environ 25", "2"] {
            reads(Room::Number, answer, Line::Other(answer));
        }
        reads(Room::Text, "aide aux clients", Line::Other("aide aux clients"));
        reads(Room::Number, "indcie", Line::Near("indice"));
        reads(Room::Papers, "xyz", Line::Other("xyz"));
    }
}
