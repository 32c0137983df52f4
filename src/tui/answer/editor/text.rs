//! A text being written: its cursor, what erasing and moving mean, and what was done to undo it.
//!
//! One undo takes back what was done in one go: a word typed, a run of letters erased, a paste.
//! Moving the cursor ends it, so that what was typed elsewhere stays.

use std::collections::VecDeque;
use std::ops::Range;

use unicode_normalization::char::{compose, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// Steps back that undo remembers.
const HISTORY: usize = 500;

/// What an edit was, and so which others it goes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Typed,
    Erased,
    /// Goes with no other.
    Alone,
}

/// Some text put in place of another.
#[derive(Debug)]
struct Edit {
    kind: Kind,
    at: usize,
    removed: String,
    inserted: String,
    /// Where the cursor was before.
    cursor: usize,
}

#[derive(Debug, Default)]
pub struct Text {
    text: String,
    /// In bytes, between two graphemes.
    cursor: usize,
    done: VecDeque<Edit>,
    undone: Vec<Edit>,
    /// The last edit may still grow.
    open: bool,
}

impl Text {
    /// A text written before, the cursor at its end.
    pub fn new(text: String) -> Self {
        Text { cursor: text.len(), text, ..Text::default() }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }

    pub fn move_to(&mut self, at: usize) {
        self.open &= at == self.cursor;
        self.cursor = at.min(self.text.len());
    }

    /// Types a character; an accent typed after its letter joins it, so that erasing takes both.
    pub fn type_one(&mut self, c: char) {
        let letter = self.text[..self.cursor].chars().next_back();
        let joined = letter.filter(|_| is_combining_mark(c)).and_then(|letter| compose(letter, c));
        let from = match (joined, letter) {
            (Some(_), Some(letter)) => self.cursor - letter.len_utf8(),
            _ => self.cursor,
        };
        let kind = if c == '\n' { Kind::Alone } else { Kind::Typed };
        self.replace(from..self.cursor, joined.unwrap_or(c).encode_utf8(&mut [0; 4]), kind);
    }

    pub fn paste(&mut self, text: &str) {
        self.replace(self.cursor..self.cursor, text, Kind::Alone);
    }

    /// Erases from the cursor to `to`, on either side; true where there was something.
    pub fn erase(&mut self, to: usize) -> bool {
        self.replace(self.cursor.min(to)..self.cursor.max(to), "", Kind::Erased)
    }

    /// Erases more than a letter: undone by itself.
    pub fn erase_whole(&mut self, to: usize) -> bool {
        self.replace(self.cursor.min(to)..self.cursor.max(to), "", Kind::Alone)
    }

    fn replace(&mut self, range: Range<usize>, with: &str, kind: Kind) -> bool {
        if range.is_empty() && with.is_empty() {
            return false;
        }
        let edit = Edit {
            kind,
            at: range.start,
            removed: self.text[range.clone()].to_owned(),
            inserted: with.to_owned(),
            cursor: self.cursor,
        };
        self.text.replace_range(range, with);
        self.cursor = edit.at + with.len();
        self.undone.clear();
        let goes_on = self.open && self.done.back_mut().is_some_and(|last| last.join(&edit));
        if !goes_on {
            self.done.push_back(edit);
        }
        if self.done.len() > HISTORY {
            self.done.pop_front();
        }
        self.open = true;
        true
    }

    pub fn undo(&mut self) -> bool {
        let Some(edit) = self.done.pop_back() else { return false };
        self.text.replace_range(edit.at..edit.at + edit.inserted.len(), &edit.removed);
        self.cursor = edit.cursor;
        self.undone.push(edit);
        self.open = false;
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(edit) = self.undone.pop() else { return false };
        self.text.replace_range(edit.at..edit.at + edit.removed.len(), &edit.inserted);
        self.cursor = edit.at + edit.inserted.len();
        self.done.push_back(edit);
        self.open = false;
        true
    }

    pub fn left(&self) -> usize {
        let before = self.text[..self.cursor].grapheme_indices(true).next_back();
        before.map_or(0, |(at, _)| at)
    }

    pub fn right(&self) -> usize {
        let after = self.text[self.cursor..].graphemes(true).next();
        self.cursor + after.map_or(0, str::len)
    }

    /// The start of the word before the cursor.
    pub fn word_left(&self) -> usize {
        let before = &self.text[..self.cursor];
        let word = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        word.trim_end_matches(char::is_alphanumeric).len()
    }

    /// The start of the word after the cursor.
    pub fn word_right(&self) -> usize {
        let after = &self.text[self.cursor..];
        let rest = after.trim_start_matches(char::is_alphanumeric);
        let next = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        self.text.len() - next.len()
    }

    /// Where erasing a word stops: before it and the blanks that follow it, or at the end of the
    /// line above.
    pub fn erased_word(&self) -> usize {
        let before = &self.text[..self.cursor];
        if before.ends_with('\n') {
            return self.cursor - 1;
        }
        let word = before.trim_end_matches(|c: char| c != '\n' && c.is_whitespace());
        word.trim_end_matches(|c: char| !c.is_whitespace()).len()
    }
}

impl Edit {
    /// Takes in the edit that follows; false where it is another thing to undo.
    fn join(&mut self, next: &Edit) -> bool {
        match (self.kind, next.kind) {
            (Kind::Typed, Kind::Typed) => self.join_typed(next),
            (Kind::Erased, Kind::Erased) if next.at + next.removed.len() == self.at => {
                self.removed.insert_str(0, &next.removed);
                self.at = next.at;
                true
            }
            (Kind::Erased, Kind::Erased) if next.at == self.at => {
                self.removed.push_str(&next.removed);
                true
            }
            _ => false,
        }
    }

    /// Letters go with what follows them up to the next word.
    fn join_typed(&mut self, next: &Edit) -> bool {
        let kept = next.at.checked_sub(self.at);
        let ends = next.at + next.removed.len() == self.at + self.inserted.len();
        let Some(kept) = kept.filter(|_| ends) else { return false };
        let before = self.inserted.chars().next_back();
        let begins = next.inserted.starts_with(letter) && !before.is_some_and(letter);
        if begins {
            return false;
        }
        self.inserted.truncate(kept);
        self.inserted.push_str(&next.inserted);
        true
    }
}

fn letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')
}
