//! The text editor of written answers: word wrap, undo, paste, a word count, everything composed (NFC).

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Padding, Widget};
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use super::Look;
use crate::check::writing;
use crate::number::french::count;
use crate::tui::msg::Action;
use crate::tui::theme::Theme;
use crate::tui::widget::text;

/// Longest text taken, in bytes: far more than an exam copy holds.
const LONGEST: usize = 100_000;
/// Steps back that undo remembers.
const HISTORY: usize = 500;

/// What is said when a text reaches its limit.
pub const FULL: &str = "Le texte a atteint sa longueur maximale (une cinquantaine de pages)\u{a0}: la suite \
                        n’a pas été prise.";

/// A multi-line text being written.
#[derive(Debug)]
pub struct Editor {
    area: TextArea<'static>,
    bytes: usize,
}

impl Editor {
    pub fn new(text: &str) -> Self {
        let text = printable(text);
        let bytes = text.len();
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Theme::Plain.selected());
        area.set_max_histories(HISTORY);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Editor { area, bytes }
    }

    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Words of the text, as a marker would count them.
    pub fn words(&self) -> usize {
        self.area.lines().iter().map(|line| writing::words(line)).sum()
    }

    /// Types or pastes at the cursor; what goes over the limit is left out. False where some was.
    pub fn insert(&mut self, typed: &str) -> bool {
        let typed = printable(typed);
        let mut end = typed.len().min(LONGEST.saturating_sub(self.bytes));
        while !typed.is_char_boundary(end) {
            end -= 1;
        }
        self.area.insert_str(&typed[..end]);
        self.measure();
        end == typed.len()
    }

    /// There is no room left: what is typed is not taken.
    pub fn full(&self) -> bool {
        self.bytes >= LONGEST
    }

    /// Obeys a key; true where the text changed.
    pub fn update(&mut self, action: Action) -> bool {
        let changed = match action {
            Action::Type(c) => self.type_one(c),
            Action::Enter => {
                self.insert("\n");
                true
            }
            Action::Erase => self.area.delete_char(),
            Action::EraseNext => self.area.delete_next_char(),
            Action::EraseWord => self.area.delete_word(),
            Action::Undo => self.by_word(TextArea::undo, TextArea::redo),
            Action::Redo => self.by_word(TextArea::redo, TextArea::undo),
            other => {
                if let Some(to) = movement(other) {
                    self.area.move_cursor(to);
                }
                false
            }
        };
        if changed {
            self.measure();
        }
        changed
    }

    /// Undoes (or redoes) what was typed a word at a time: letters go together, anything else alone.
    fn by_word(&mut self, go: Move, back: Move) -> bool {
        let mut changed = false;
        loop {
            let before = self.text();
            if !go(&mut self.area) {
                return changed;
            }
            match letter_between(&before, &self.text()) {
                Some(c) if c.is_alphanumeric() => changed = true,
                _ if changed => {
                    back(&mut self.area);
                    return true;
                }
                _ => return true,
            }
        }
    }

    /// An accent typed after its letter joins it, so that erasing takes both.
    fn type_one(&mut self, c: char) -> bool {
        if is_combining_mark(c)
            && let Some(joined) = self.before().and_then(|letter| compose(letter, c))
        {
            self.area.delete_char();
            self.area.insert_char(joined);
            return true;
        }
        self.insert(&c.to_string());
        true
    }

    fn before(&self) -> Option<char> {
        let cursor = self.area.cursor();
        self.area.lines().get(cursor.0)?.chars().nth(cursor.1.checked_sub(1)?)
    }

    fn measure(&mut self) {
        self.bytes = self.area.lines().iter().map(|line| line.len() + 1).sum();
    }

    /// Puts the cursor where one clicked, from the corner of the text on screen.
    pub fn click(&mut self, x: u16, y: u16) {
        let (row, column) = self.area.scroll_offset();
        let place =
            self.area.screen_to_data(usize::from(row + y), usize::from(column.saturating_add(x)));
        let (row, column) = (u16::try_from(place.0), u16::try_from(place.1));
        if let (Ok(row), Ok(column)) = (row, column) {
            self.area.move_cursor(CursorMove::Jump(row, column));
        }
    }

    /// Moves the cursor by lines where the text is longer than the place it shows in.
    pub fn wheel(&mut self, lines: isize, shown: Rect) {
        let width = usize::from(shown.width).max(1);
        let rows = |line: &String| text::width(line) / width + 1;
        let total: usize = self.area.lines().iter().map(rows).sum();
        if total <= usize::from(shown.height) {
            return;
        }
        let to = if lines < 0 { CursorMove::Up } else { CursorMove::Down };
        (0..lines.unsigned_abs()).for_each(|_| self.area.move_cursor(to));
    }

    /// Shows or hides the cursor.
    pub fn focus(&mut self, focused: bool) {
        let theme = Theme::Plain;
        self.area.set_cursor_style(if focused { theme.selected() } else { theme.text() });
    }

    /// The place of the text inside the frame drawn in `area`.
    pub fn inner(area: Rect) -> Rect {
        frame(area).inner(area)
    }

    /// Draws the text in a frame that tells the number of words, and `told` (a timer).
    pub fn draw(&self, told: &str, look: Look, area: Rect, buf: &mut Buffer) {
        let words = format!(" {} ", count(self.words(), "mot", "mots"));
        let mut block = frame(area).border_style(look.theme.field(look.focused));
        if area.height >= 3 {
            let style = look.theme.text();
            block = block.title_bottom(Line::styled(words, style).alignment(Alignment::Right));
            if !told.is_empty() {
                let told = Line::styled(format!(" {told} "), look.theme.strong());
                block = block.title_bottom(told.alignment(Alignment::Left));
            }
        }
        let inner = block.inner(area);
        block.render(area, buf);
        if inner.width == 0 || inner.height == 0 {
            return;
        }
        if self.bytes <= 1 && !look.focused {
            Line::styled("Écrivez ici", look.theme.quiet()).render(inner, buf);
            return;
        }
        (&self.area).render(inner, buf);
    }
}

/// One step in the history of a text.
type Move = fn(&mut TextArea<'static>) -> bool;

/// The one character by which two texts differ, where they differ by one.
fn letter_between(a: &str, b: &str) -> Option<char> {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let at = long.bytes().zip(short.bytes()).take_while(|(a, b)| a == b).count();
    let at = (0..=at).rev().find(|at| long.is_char_boundary(*at))?;
    let c = long[at..].chars().next()?;
    (long.len() == short.len() + c.len_utf8()).then_some(c)
}

fn frame(area: Rect) -> Block<'static> {
    if area.height < 3 || area.width < 8 {
        return Block::new();
    }
    Block::bordered().border_type(BorderType::Rounded).padding(Padding::horizontal(1))
}

fn movement(action: Action) -> Option<CursorMove> {
    Some(match action {
        Action::Up => CursorMove::Up,
        Action::Down => CursorMove::Down,
        Action::Left => CursorMove::Back,
        Action::Right => CursorMove::Forward,
        Action::WordLeft => CursorMove::WordBack,
        Action::WordRight => CursorMove::WordForward,
        Action::LineStart => CursorMove::Head,
        Action::LineEnd => CursorMove::End,
        Action::Home => CursorMove::Top,
        Action::End => CursorMove::Bottom,
        _ => return None,
    })
}

/// Composed, lines ended by `\n` alone, nothing a terminal could obey.
fn printable(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.nfc()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| *c == '\n' || !c.is_control())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Editor {
        let mut editor = Editor::new("");
        for c in text.chars() {
            editor.update(Action::Type(c));
        }
        editor
    }

    #[test]
    fn an_accent_typed_apart_joins_its_letter() {
        let mut editor = typed("cafe\u{301}");
        assert_eq!(editor.text(), "café");
        editor.update(Action::Erase);
        assert_eq!(editor.text(), "caf");
    }

    #[test]
    fn undo_and_redo() {
        let mut editor = typed("un deux");
        editor.update(Action::EraseWord);
        assert_eq!(editor.text(), "un ");
        assert!(editor.update(Action::Undo));
        assert_eq!(editor.text(), "un deux");
        assert!(editor.update(Action::Redo));
        assert_eq!(editor.text(), "un ");
    }

    #[test]
    fn what_was_typed_is_undone_a_word_at_a_time() {
        let mut editor = typed("Le taux baissé, net");
        let mut seen = Vec::new();
        while editor.update(Action::Undo) {
            seen.push(editor.text());
        }
        let expected = [
            "Le taux baissé, ",
            "Le taux baissé,",
            "Le taux baissé",
            "Le taux ",
            "Le taux",
            "Le ",
            "Le",
            "",
        ];
        assert_eq!(seen, expected);
        while editor.update(Action::Redo) {}
        assert_eq!(editor.text(), "Le taux baissé, net");
    }

    #[test]
    fn a_paste_is_undone_at_once() {
        let mut editor = typed("Avant ");
        editor.insert("deux mots");
        editor.update(Action::Undo);
        assert_eq!(editor.text(), "Avant ");
    }

    #[test]
    fn a_paste_is_cleaned_and_bounded() {
        let mut editor = Editor::new("");
        editor.insert("a\r\nb\u{1b}[31m\tc");
        assert_eq!(editor.text(), "a\nb[31m c");
        editor.insert(&"é".repeat(1_000_000));
        assert!(editor.text().len() <= LONGEST);
        editor.update(Action::Type('x'));
        assert!(editor.text().len() <= LONGEST + 1);
        assert!(editor.full());
        assert!(!editor.insert("y"), "it says that it took nothing");
        assert!(Editor::new("").insert("y"));
    }

    #[test]
    fn words_are_counted_as_a_marker_would() {
        assert_eq!(typed("Le taux, de rebond : 49 % !").words(), 5);
        assert_eq!(Editor::new("un\n\ndeux").words(), 2);
    }
}
