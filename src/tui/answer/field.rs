//! A one-line field: what is typed, where the cursor is, and how a long text slides under it.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::msg::Action;
use crate::tui::widget::text;

/// Longest answer a field takes, in characters; the reader refuses longer ones anyway.
const LONGEST: usize = 400;

/// A text and a cursor, counted in graphemes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    cursor: usize,
    /// What is typed next takes the place of the whole text; any other key only lets go of it.
    selected: bool,
    /// Texts to come back to, and those come back from.
    past: Vec<Kept>,
    future: Vec<Kept>,
    /// The last change was a character typed: the next one belongs to the same typing.
    running: bool,
}

/// A text and its cursor, as they were.
type Kept = (String, usize);

impl Field {
    pub fn new(text: &str) -> Self {
        let text: String = text.nfc().collect();
        let cursor = text.graphemes(true).count();
        Field { text, cursor, ..Field::default() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes of the text.
    pub fn place(&self) -> usize {
        self.byte(self.cursor)
    }

    /// Selects the whole text.
    pub fn select(&mut self) {
        self.selected = !self.text.is_empty();
    }

    pub fn selected(&self) -> bool {
        self.selected
    }

    /// Types or pastes a text, in place of the text where it is selected.
    pub fn type_over(&mut self, typed: &str) {
        self.changing(false);
        self.replace(typed);
    }

    /// Puts a text in place of what stands between a byte and the cursor.
    pub fn put(&mut self, start: usize, typed: &str) {
        self.changing(false);
        if !self.selected && start < self.place() {
            let from = self.text[..start].graphemes(true).count();
            self.remove(from, self.cursor);
        }
        self.replace(typed);
    }

    fn replace(&mut self, typed: &str) {
        if std::mem::take(&mut self.selected) {
            (self.text, self.cursor) = (String::new(), 0);
        }
        self.insert(typed);
    }

    /// Keeps the text as it is before a change; characters typed in a row are one change.
    fn changing(&mut self, typing: bool) {
        if !(typing && self.running) {
            self.past.push((self.text.clone(), self.cursor));
            self.future.clear();
        }
        self.running = typing;
    }

    fn go_back(&mut self, redo: bool) {
        let (from, to) = if redo {
            (&mut self.future, &mut self.past)
        } else {
            (&mut self.past, &mut self.future)
        };
        // A change that changed nothing is no step.
        let text = &self.text;
        while from.last().is_some_and(|(kept, _)| kept == text) {
            from.pop();
        }
        if let Some((text, cursor)) = from.pop() {
            to.push((std::mem::replace(&mut self.text, text), self.cursor));
            self.cursor = cursor;
        }
        self.running = false;
    }

    /// Types a text at the cursor: line ends become spaces, controls are dropped.
    fn insert(&mut self, typed: &str) {
        let room = LONGEST.saturating_sub(self.text.chars().count());
        let typed: String = typed
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
            .filter(|c| !c.is_control())
            .take(room)
            .collect();
        let at = self.byte(self.cursor);
        let before: String = self.text[..at].chars().chain(typed.chars()).nfc().collect();
        self.cursor = before.graphemes(true).count();
        self.text = before + &self.text[at..];
    }

    /// Obeys a movement or an erasure; true where the text changed.
    pub fn update(&mut self, action: Action) -> bool {
        let before = self.text.clone();
        if let Action::Type(c) = action {
            self.changing(true);
            self.replace(&c.to_string());
            return self.text != before;
        }
        self.selected = false;
        let erases = matches!(
            action,
            Action::Erase | Action::EraseNext | Action::EraseWord | Action::EraseLine
        );
        if erases {
            self.changing(false);
        }
        self.running = false;
        match action {
            Action::Undo | Action::Redo => self.go_back(action == Action::Redo),
            Action::Left => self.cursor = self.cursor.saturating_sub(1),
            Action::Right => self.cursor = (self.cursor + 1).min(self.count()),
            Action::LineStart => self.cursor = 0,
            Action::LineEnd => self.cursor = self.count(),
            Action::Erase if self.cursor > 0 => self.remove(self.cursor - 1, self.cursor),
            Action::EraseNext => self.remove(self.cursor, (self.cursor + 1).min(self.count())),
            Action::EraseWord => self.remove(self.word_start(), self.cursor),
            Action::EraseLine => self.remove(0, self.cursor),
            _ => {}
        }
        self.text != before
    }

    fn remove(&mut self, from: usize, to: usize) {
        let (start, end) = (self.byte(from), self.byte(to));
        self.text.replace_range(start..end, "");
        self.cursor = from;
    }

    fn word_start(&self) -> usize {
        let graphemes: Vec<&str> = self.text.graphemes(true).take(self.cursor).collect();
        let blank = |g: &&&str| g.trim().is_empty();
        let spaces = graphemes.iter().rev().take_while(blank).count();
        let word = graphemes.iter().rev().skip(spaces).take_while(|g| !blank(g)).count();
        self.cursor - spaces - word
    }

    fn count(&self) -> usize {
        self.text.graphemes(true).count()
    }

    fn byte(&self, grapheme: usize) -> usize {
        self.text.grapheme_indices(true).nth(grapheme).map_or(self.text.len(), |(at, _)| at)
    }

    /// The first grapheme seen through `columns`, and the column of the cursor from there.
    fn first_seen(&self, graphemes: &[&str], columns: usize) -> (usize, usize) {
        let mut first = 0;
        let span = |from: usize| -> usize {
            graphemes[from..self.cursor].iter().map(|g| text::width(g)).sum()
        };
        while first < self.cursor && span(first) + 1 > columns {
            first += 1;
        }
        (first, span(first))
    }

    /// Puts the cursor on a column of the text seen through `columns`.
    pub fn click(&mut self, column: usize, columns: usize) {
        let graphemes: Vec<&str> = self.text.graphemes(true).collect();
        let (first, _) = self.first_seen(&graphemes, columns.max(1));
        let mut used = 0;
        let before = graphemes[first..].iter().take_while(|grapheme| {
            used += text::width(grapheme);
            used <= column
        });
        self.cursor = first + before.count();
        self.selected = false;
    }

    /// The part of the text seen through `columns`, `…` where more is hidden, and the column of the
    /// cursor in it.
    pub fn view(&self, columns: usize) -> (String, usize) {
        let columns = columns.max(1);
        let graphemes: Vec<&str> = self.text.graphemes(true).collect();
        let (first, cursor) = self.first_seen(&graphemes, columns);
        let mut used = 0;
        let fits = graphemes[first..].iter().take_while(|grapheme| {
            used += text::width(grapheme);
            used <= columns
        });
        let mut seen: Vec<String> = fits.map(|grapheme| (*grapheme).to_owned()).collect();
        let (last, more) = (seen.len(), first + seen.len() < graphemes.len());
        if columns >= MARKED && first > 0 && cursor > 0 {
            hide(seen.first_mut());
        }
        if columns >= MARKED && more && self.cursor + 1 < first + last {
            hide(seen.last_mut());
        }
        (seen.concat(), cursor)
    }
}

/// From this many columns a field says that some of its text is hidden.
const MARKED: usize = 3;

/// Puts the mark of what is hidden in place of a character, as wide as it was.
fn hide(grapheme: Option<&mut String>) {
    if let Some(grapheme) = grapheme {
        *grapheme = text::pad("…", text::width(grapheme));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn typing_moving_and_erasing() {
        let mut field = Field::new("12 %");
        field.update(Action::LineStart);
        field.update(Action::Right);
        field.insert(",5\n\u{1b}");
        assert_eq!(field.text(), "1,5 2 %");
        field.update(Action::EraseWord);
        assert_eq!(field.text(), "2 %");
        assert!(field.update(Action::EraseNext));
        assert!(!field.update(Action::Erase));
        assert_eq!(field.text(), " %");
    }

    #[test]
    fn the_last_typing_is_undone_and_done_again() {
        let mut field = Field::new("12");
        field.select();
        "3,4".chars().for_each(|c| assert!(field.update(Action::Type(c))));
        field.update(Action::Erase);
        assert_eq!(field.text(), "3,");
        let mut states = Vec::new();
        for action in [Action::Undo, Action::Undo, Action::Undo, Action::Redo, Action::Redo] {
            field.update(action);
            states.push(field.text().to_owned());
        }
        assert_eq!(states, ["3,4", "12", "12", "3,4", "3,"]);
        field.update(Action::Undo);
        field.update(Action::Type('5'));
        assert!(!field.update(Action::Redo), "what was typed since is kept");
        assert_eq!(field.text(), "3,45");
    }

    #[test]
    fn an_accent_typed_apart_joins_its_letter() {
        let mut field = Field::new("e");
        field.insert("\u{301}");
        assert_eq!(field.text(), "é");
        field.update(Action::Erase);
        assert_eq!(field.text(), "");
    }

    #[test]
    fn typing_takes_the_place_of_a_selected_text_and_other_keys_let_go_of_it() {
        let mut field = Field::new("12 %");
        field.select();
        field.update(Action::Type('4'));
        field.update(Action::Type('2'));
        assert_eq!(field.text(), "42");
        field.select();
        field.update(Action::Erase);
        field.update(Action::Type('5'));
        assert_eq!(field.text(), "45");
        field.select();
        field.type_over("7");
        assert_eq!((field.text(), field.selected()), ("7", false));
    }

    #[test]
    fn a_long_text_slides_under_the_cursor() {
        let mut field = Field::new("abcdefghij");
        assert_eq!(field.view(4), ("…ij".to_owned(), 3));
        assert_eq!(field.view(2), ("j".to_owned(), 1), "no room for a mark");
        field.update(Action::LineStart);
        assert_eq!(field.view(4), ("abc…".to_owned(), 0));
        assert_eq!(field.view(10), ("abcdefghij".to_owned(), 0));
        assert_eq!(field.view(0), ("a".to_owned(), 0));
        (0..3).for_each(|_| assert!(!field.update(Action::Right)));
        assert_eq!(field.view(4), ("abcd".to_owned(), 3), "the cursor is on the last one seen");
        let wide = Field::new("語語語語");
        assert_eq!(wide.view(5), ("… 語".to_owned(), 4));
    }

    #[test]
    fn a_click_puts_the_cursor_under_the_pointer() {
        let mut field = Field::new("abcdefghij");
        field.select();
        // Seen through four columns: `hij` and the cursor.
        field.click(1, 4);
        assert_eq!((field.cursor, field.selected()), (8, false));
        field.click(3, 20);
        assert_eq!(field.cursor, 3);
        field.click(15, 20);
        assert_eq!(field.cursor, 10);
    }

    #[test]
    fn a_huge_paste_is_bounded() {
        let mut field = Field::default();
        field.insert(&"9".repeat(1_000_000));
        assert_eq!(field.text().len(), LONGEST);
    }

    proptest! {
        #[test]
        fn the_cursor_stays_in_the_text(typed in prop::collection::vec(0u8..9, 0..60)) {
            let mut field = Field::default();
            for key in typed {
                let action = match key {
                    0 => Action::Left, 1 => Action::Right, 2 => Action::Erase,
                    3 => Action::EraseNext, 4 => Action::EraseWord, 5 => Action::Type('é'),
                    6 => Action::Type('\u{301}'), 7 => Action::Type(' '), _ => Action::LineStart,
                };
                field.update(action);
                prop_assert!(field.cursor <= field.count());
                let (_, x) = field.view(5);
                prop_assert!(x < 5);
            }
        }
    }
}
