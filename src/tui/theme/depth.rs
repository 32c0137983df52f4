//! How many colours a terminal shows, and what becomes of a colour it does not have.

use ratatui::style::Color;

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Depth {
    #[default]
    Sixteen,
    Indexed,
    True,
}

/// The sixteen as terminals commonly show them (those of xterm).
pub const COMMON: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

impl Depth {
    /// The colour itself, or on a terminal of sixteen the one that comes nearest.
    pub fn nearest(self, colour: Color) -> Color {
        match (self, parts(colour)) {
            (Depth::Sixteen, Some(parts)) => {
                let near = (0u8..16).min_by_key(|n| distance(COMMON[usize::from(*n)], parts));
                Color::Indexed(near.unwrap_or_default())
            }
            _ => colour,
        }
    }
}

/// The place of a colour among the sixteen that have names.
pub fn number(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(n @ 0..16) => n,
        _ => return None,
    })
}

/// Red, green and blue of a colour beyond the sixteen, which terminals are free to choose.
pub fn parts(colour: Color) -> Option<[u8; 3]> {
    Some(match colour {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(n @ 232..) => [8 + 10 * (n - 232); 3],
        Color::Indexed(n @ 16..) => {
            let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            [step((n - 16) / 36), step((n - 16) / 6 % 6), step((n - 16) % 6)]
        }
        _ => return None,
    })
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_becomes_the_nearest_of_the_sixteen_where_there_are_no_more() {
        for (colour, near) in [
            (Color::Indexed(16), 0),
            (Color::Indexed(231), 15),
            (Color::Indexed(226), 11),
            (Color::Indexed(19), 4),
            (Color::Indexed(250), 7),
            (Color::Indexed(244), 8),
            (Color::Rgb(200, 10, 10), 1),
        ] {
            assert_eq!(Depth::Sixteen.nearest(colour), Color::Indexed(near), "{colour:?}");
            for depth in [Depth::Indexed, Depth::True] {
                assert_eq!(depth.nearest(colour), colour);
            }
        }
        for colour in [Color::Reset, Color::Cyan, Color::Indexed(3)] {
            assert_eq!(Depth::Sixteen.nearest(colour), colour);
        }
    }
}
