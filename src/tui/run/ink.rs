//! Cells as bytes: moves, styles, symbols, in the codes a terminal of this depth knows.
//!
//! A terminal of sixteen colours gets the sixteen old codes and no other: one that does not know
//! the longer ones reads blinking or dimness into them. Nothing is said of colours where none is
//! used.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::tui::theme::{Depth, number};

/// Writes cells at their places, and leaves the terminal without style.
pub fn write<'a>(
    out: &mut Vec<u8>,
    depth: Depth,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let mut pen = Pen { out, depth, style: Style::default() };
    let mut next = None;
    for (x, y, cell) in cells {
        if next != Some((x, y)) {
            write!(pen.out, "\x1b[{};{}H", y + 1, x + 1)?;
        }
        next = Some((x + 1, y));
        let (fg, bg) = (depth.nearest(cell.fg), depth.nearest(cell.bg));
        pen.take(Style { fg, bg, modifier: cell.modifier })?;
        pen.out.write_all(cell.symbol().as_bytes())?;
    }
    pen.take(Style::default())
}

/// What the terminal writes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Style {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

struct Pen<'a> {
    out: &'a mut Vec<u8>,
    depth: Depth,
    style: Style,
}

impl Pen<'_> {
    /// Takes a style: adds what is new, or begins again where something must go away.
    fn take(&mut self, to: Style) -> io::Result<()> {
        if self.style == to {
            return Ok(());
        }
        let mut codes = String::new();
        if self.style.loses(to) {
            self.style = Style::default();
            codes.push_str("0;");
        }
        let added = to.modifier.difference(self.style.modifier);
        for (_, code) in MODIFIERS.iter().filter(|(modifier, _)| added.contains(*modifier)) {
            codes.push_str(code);
        }
        if to.fg != self.style.fg {
            codes.push_str(&self.colour(to.fg, 30));
        }
        if to.bg != self.style.bg {
            codes.push_str(&self.colour(to.bg, 40));
        }
        self.style = to;
        write!(self.out, "\x1b[{}m", codes.trim_end_matches(';'))
    }

    /// The code of a colour, for text from 30 on, for the ground from 40 on. Where longer codes are
    /// known they also name the sixteen: bold then stays bold and does not become another colour.
    fn colour(&self, colour: Color, from: u8) -> String {
        let long = from + 8;
        match (colour, number(colour)) {
            (_, Some(n @ 0..8)) if self.depth == Depth::Sixteen => format!("{};", from + n),
            (_, Some(n)) if self.depth == Depth::Sixteen => format!("{};", from + 60 + n - 8),
            (_, Some(n)) | (Color::Indexed(n), None) => format!("{long};5;{n};"),
            (Color::Rgb(r, g, b), None) => format!("{long};2;{r};{g};{b};"),
            _ => String::new(),
        }
    }
}

impl Style {
    /// Something of this style is not in the other.
    fn loses(self, to: Style) -> bool {
        let gone = |from: Color, to: Color| from != Color::Reset && to == Color::Reset;
        gone(self.fg, to.fg) || gone(self.bg, to.bg) || !to.modifier.contains(self.modifier)
    }
}

const MODIFIERS: [(Modifier, &str); 6] = [
    (Modifier::BOLD, "1;"),
    (Modifier::DIM, "2;"),
    (Modifier::ITALIC, "3;"),
    (Modifier::UNDERLINED, "4;"),
    (Modifier::REVERSED, "7;"),
    (Modifier::CROSSED_OUT, "9;"),
];

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::style::Style as Look;

    use super::*;

    #[track_caller]
    fn writes(depth: Depth, cells: &[(u16, &str, Look)], expected: &str) {
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 9, 1));
        for (x, text, look) in cells {
            buffer.set_string(*x, 0, text, *look);
        }
        let empty = Buffer::empty(buffer.area);
        let mut out = Vec::new();
        write(&mut out, depth, empty.diff(&buffer).into_iter()).unwrap();
        assert_eq!(String::from_utf8(out).unwrap().replace('\x1b', "^"), expected);
    }

    #[test]
    fn cells_side_by_side_share_a_move_and_a_style() {
        let (plain, bold) = (Look::new(), Look::new().bold());
        writes(Depth::True, &[(0, "ab", plain), (4, "c", plain)], "^[1;1Hab^[1;5Hc");
        let parts = [(0, "a", plain), (1, "b", bold), (2, "c", bold.reversed()), (3, "d", bold)];
        writes(Depth::True, &parts, "^[1;1Ha^[1mb^[7mc^[0;1md^[0m");
        writes(Depth::True, &[], "");
    }

    #[test]
    fn colours_come_in_the_codes_of_the_terminal() {
        let cyan = [(0, "a", Look::new().fg(Color::Cyan).bold())];
        writes(Depth::Sixteen, &cyan, "^[1;1H^[1;36ma^[0m");
        writes(Depth::Indexed, &cyan, "^[1;1H^[1;38;5;6ma^[0m");
        let bright = [(0, "a", Look::new().fg(Color::LightRed).bg(Color::White))];
        writes(Depth::Sixteen, &bright, "^[1;1H^[91;107ma^[0m");
        let indexed = [(0, "a", Look::new().fg(Color::Indexed(226)).bg(Color::Indexed(16)))];
        writes(Depth::Sixteen, &indexed, "^[1;1H^[93;40ma^[0m");
        writes(Depth::Indexed, &indexed, "^[1;1H^[38;5;226;48;5;16ma^[0m");
        let rgb = [(0, "a", Look::new().fg(Color::Rgb(1, 2, 3)))];
        writes(Depth::True, &rgb, "^[1;1H^[38;2;1;2;3ma^[0m");
    }

    #[test]
    fn a_colour_follows_another_without_beginning_again_and_a_wide_letter_takes_its_room() {
        let (red, blue) = (Look::new().fg(Color::Red), Look::new().fg(Color::Blue));
        writes(Depth::Sixteen, &[(0, "a", red), (1, "b", blue)], "^[1;1H^[31ma^[34mb^[0m");
        writes(Depth::Sixteen, &[(0, "語", red), (2, "b", red)], "^[1;1H^[31m語^[1;3Hb^[0m");
    }
}
