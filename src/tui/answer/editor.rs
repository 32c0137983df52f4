//! The text editor of written answers: word wrap, undo, paste, a word count, everything composed (NFC).

mod magnified;
mod rows;
mod text;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Padding, Widget};
use unicode_normalization::UnicodeNormalization;

use self::text::Text;
use super::Look;
use crate::check::writing;
use crate::number::french::count;
use crate::tui::msg::Action;
use crate::tui::theme::Theme;
use crate::tui::widget::{pane, text as words};

/// Longest text taken, in bytes: far more than an exam copy holds.
const LONGEST: usize = 100_000;

/// What is said when a text reaches its limit: one line at eighty columns, the word count stays in sight.
pub const FULL: &str =
    "Le texte est plein (une cinquantaine de pages)\u{a0}: la suite n’a pas été prise.";

/// A multi-line text being written.
#[derive(Debug)]
pub struct Editor {
    text: Text,
    focused: bool,
    /// First row shown, and the columns and rows of the place it shows in.
    first: usize,
    columns: usize,
    height: usize,
    /// The column that the cursor keeps while it goes up and down.
    goal: Option<usize>,
}

impl Editor {
    pub fn new(text: &str) -> Self {
        let text = Text::new(printable(text));
        Editor { text, focused: true, first: 0, columns: 72, height: 10, goal: None }
    }

    pub fn text(&self) -> String {
        self.text.as_str().to_owned()
    }

    /// Words of the text, as a marker would count them.
    pub fn words(&self) -> usize {
        writing::words(self.text.as_str())
    }

    /// Pastes at the cursor; what goes over the limit is left out. False where some was.
    pub fn insert(&mut self, typed: &str) -> bool {
        let typed = printable(typed);
        let mut end = typed.len().min(self.room());
        while !typed.is_char_boundary(end) {
            end -= 1;
        }
        self.text.paste(&typed[..end]);
        self.goal = None;
        end == typed.len()
    }

    fn room(&self) -> usize {
        LONGEST.saturating_sub(self.text.as_str().len())
    }

    /// There is no room left: what is typed is not taken.
    pub fn full(&self) -> bool {
        self.room() == 0
    }

    /// Obeys a key; true where the text changed.
    pub fn update(&mut self, action: Action) -> bool {
        let goal = self.goal.take();
        match action {
            Action::Type(c) => self.type_one(c),
            Action::Enter => self.type_one('\n'),
            Action::Erase => self.text.erase(self.text.left()),
            Action::EraseNext => self.text.erase(self.text.right()),
            Action::EraseWord => self.text.erase_whole(self.text.erased_word()),
            Action::EraseLine => self.text.erase_whole(self.erased_line()),
            Action::Undo => self.text.undo(),
            Action::Redo => self.text.redo(),
            other => {
                match other {
                    Action::PageUp => self.wheel(-self.page()),
                    Action::PageDown => self.wheel(self.page()),
                    _ => {}
                }
                self.travel(other, goal);
                false
            }
        }
    }

    fn type_one(&mut self, c: char) -> bool {
        let typed = printable(c.encode_utf8(&mut [0; 4]));
        let fits = typed.len() <= self.room() && !typed.is_empty();
        if fits {
            typed.chars().for_each(|c| self.text.type_one(c));
        }
        fits
    }

    fn travel(&mut self, action: Action, goal: Option<usize>) {
        let (text, at) = (&self.text, self.text.cursor());
        let to = match action {
            Action::Left => text.left(),
            Action::Right => text.right(),
            Action::WordLeft => text.word_left(),
            Action::WordRight => text.word_right(),
            Action::LineStart => self.row().start,
            Action::LineEnd => self.row().end,
            Action::Home => 0,
            Action::End => text.as_str().len(),
            Action::Up => self.by_rows(-1, goal),
            Action::Down => self.by_rows(1, goal),
            Action::PageUp => self.by_rows(-self.page(), goal),
            Action::PageDown => self.by_rows(self.page(), goal),
            _ => at,
        };
        self.text.move_to(to);
    }

    fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1)).unwrap_or(1).max(1)
    }

    /// The row of the cursor, as the places of the text it shows.
    fn row(&self) -> std::ops::Range<usize> {
        let (text, rows) = (self.text.as_str(), self.rows(self.columns));
        let row = rows::row_of(&rows, self.text.cursor());
        rows[row].start..rows::last_of(text, &rows, row)
    }

    /// Where erasing a line stops: its start, or that of the row above where it goes on from it.
    fn erased_line(&self) -> usize {
        let (at, rows) = (self.text.cursor(), self.rows(self.columns));
        let row = rows::row_of(&rows, at);
        match row.checked_sub(1).map(|above| &rows[above]) {
            Some(above) if rows[row].start == at && above.end == at => above.start,
            _ => rows[row].start,
        }
    }

    /// Some rows up or down, on the same column where there is one; past the first row the start
    /// of the text, past the last one its end.
    fn by_rows(&mut self, count: isize, goal: Option<usize>) -> usize {
        let (text, at, rows) = (self.text.as_str(), self.text.cursor(), self.rows(self.columns));
        let row = rows::row_of(&rows, at);
        let column = goal.unwrap_or_else(|| words::width(&text[rows[row].start..at]));
        self.goal = Some(column);
        match row.checked_add_signed(count) {
            Some(to) if to < rows.len() => rows::place(text, &rows, to, column),
            None if row > 0 => rows::place(text, &rows, 0, column),
            Some(_) if row + 1 < rows.len() => rows::place(text, &rows, rows.len() - 1, column),
            None => 0,
            Some(_) => text.len(),
        }
    }

    fn rows(&self, columns: usize) -> Vec<std::ops::Range<usize>> {
        rows::rows(self.text.as_str(), columns)
    }

    /// Takes note of the place the text shows in, and brings the cursor in sight.
    pub fn fit(&mut self, shown: Rect) {
        (self.columns, self.height) = (columns(shown), usize::from(shown.height));
        let rows = self.rows(self.columns);
        let row = rows::row_of(&rows, self.text.cursor());
        let first = pane::clamp(self.first, rows.len(), self.height);
        self.first = pane::follow(first, row, self.height);
    }

    /// Puts the cursor where one clicked, from the corner of the text on screen.
    pub fn click(&mut self, x: u16, y: u16) {
        let rows = self.rows(self.columns);
        let row = self.first + usize::from(y);
        let to = match row < rows.len() {
            true => rows::place(self.text.as_str(), &rows, row, usize::from(x)),
            false => self.text.as_str().len(),
        };
        self.goal = None;
        self.text.move_to(to);
    }

    /// Scrolls the text; the cursor stays where it is.
    pub fn wheel(&mut self, lines: isize) {
        let first = self.first.saturating_add_signed(lines);
        self.first = pane::clamp(first, self.rows(self.columns).len(), self.height);
    }

    /// The first row shown, how many there are and how many fit.
    pub fn window(&self) -> (usize, usize, usize) {
        (self.first, self.rows(self.columns).len(), self.height)
    }

    /// Shows or hides the cursor.
    pub fn focus(&mut self, focused: bool) {
        self.focused = focused;
    }

    /// The place of the text inside the frame drawn in `area`.
    pub fn inner(area: Rect) -> Rect {
        match framed(area) {
            true => frame(area).inner(area),
            // The last column is for the bar.
            false => Rect { width: area.width.saturating_sub(1), ..area },
        }
    }

    /// Draws the text in a frame that tells the number of words, and `told` (a timer).
    pub fn draw(&self, told: &str, look: Look, area: Rect, buf: &mut Buffer) {
        let mut block = frame(area).border_style(look.theme.field(look.focused));
        if framed(area) {
            let style = look.theme.text();
            let words = format!(" {} ", count(self.words(), "mot", "mots"));
            block = block.title_bottom(Line::styled(words, style).alignment(Alignment::Right));
            if !told.is_empty() {
                let told = Line::styled(format!(" {told} "), look.theme.strong());
                block = block.title_bottom(told.alignment(Alignment::Left));
            }
        }
        block.render(area, buf);
        let inner = Editor::inner(area);
        if inner.width == 0 || inner.height == 0 {
            return;
        }
        if self.text.as_str().is_empty() && !look.focused {
            Line::styled("Écrivez ici", look.theme.quiet()).render(inner, buf);
            return;
        }
        self.draw_text(look, inner, buf);
    }

    fn draw_text(&self, look: Look, area: Rect, buf: &mut Buffer) {
        let (text, at) = (self.text.as_str(), self.text.cursor());
        let (columns, height) = (columns(area), usize::from(area.height));
        let rows = self.rows(columns);
        let row = rows::row_of(&rows, at);
        let mut first = pane::clamp(self.first, rows.len(), height);
        if (columns, height) != (self.columns, self.height) {
            first = pane::follow(first, row, height);
        }
        for (line, shown) in rows.iter().skip(first).zip(area.rows()) {
            Line::styled(&text[line.clone()], look.theme.text()).render(shown, buf);
        }
        if self.focused && (first..first + height).contains(&row) {
            // Blanks hang beyond the width: the cursor waits at the edge.
            let column = words::width(&text[rows[row].start..at]).min(columns);
            let x = area.x + (column as u16).min(area.width - 1);
            let cell = Rect { x, y: area.y + (row - first) as u16, width: 1, height: 1 };
            buf.set_style(cell, Theme::Plain.selected());
        }
        let bar = Rect { width: area.width + 1, ..area };
        pane::draw_bar(rows.len(), first, look.theme, bar, buf);
    }
}

/// Columns of text: the last one of its place is for the cursor past the end of a full row.
fn columns(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(1).max(1)
}

fn framed(area: Rect) -> bool {
    area.height >= 3 && area.width >= 8
}

fn frame(area: Rect) -> Block<'static> {
    if !framed(area) {
        return Block::new();
    }
    Block::bordered().border_type(BorderType::Rounded).padding(Padding::horizontal(1))
}

/// Composed, lines ended by `\n` alone, nothing a terminal could obey.
fn printable(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.nfc()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| *c == '\n' || !(c.is_control() || words::is_direction_mark(*c)))
        .collect()
}

#[cfg(test)]
mod tests;
