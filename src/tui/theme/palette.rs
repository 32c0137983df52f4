//! The colours of the themes that bring their own, for terminals of every depth.

use ratatui::style::Color;

use super::Depth;

/// Colours by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub ground: Color,
    pub text: Color,
    pub accent: Color,
    pub right: Color,
    pub close: Color,
    pub wrong: Color,
    /// Second-rank text; that of all text where `None`.
    pub quiet: Option<Color>,
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn index(n: u8) -> Color {
    Color::Indexed(n)
}

/// The palette for a dark background.
pub fn dark(depth: Depth) -> &'static Palette {
    match depth {
        Depth::True => &DARK,
        Depth::Indexed => &DARK_256,
        Depth::Sixteen => &DARK_16,
    }
}

/// The palette for a light background.
pub fn light(depth: Depth) -> &'static Palette {
    match depth {
        Depth::True => &LIGHT,
        Depth::Indexed => &LIGHT_256,
        Depth::Sixteen => &LIGHT_16,
    }
}

/// The palette of the highest contrast.
pub fn contrast(depth: Depth) -> &'static Palette {
    match depth {
        Depth::True => &CONTRAST,
        Depth::Indexed => &CONTRAST_256,
        Depth::Sixteen => &CONTRAST_16,
    }
}

const DARK: Palette = Palette {
    ground: rgb(0x14171c),
    text: rgb(0xd9dde3),
    accent: rgb(0x6cc0f5),
    right: rgb(0x3fc59a),
    close: rgb(0xf0b93a),
    wrong: rgb(0xff8552),
    quiet: Some(rgb(0x8f98a5)),
};
const DARK_256: Palette = Palette {
    ground: index(234),
    text: index(253),
    accent: index(117),
    right: index(79),
    close: index(221),
    wrong: index(209),
    quiet: Some(index(247)),
};
const DARK_16: Palette = Palette {
    ground: Color::Black,
    text: Color::Gray,
    accent: Color::LightCyan,
    right: Color::LightGreen,
    close: Color::LightYellow,
    wrong: Color::LightRed,
    quiet: None,
};
const LIGHT: Palette = Palette {
    ground: rgb(0xfbfaf7),
    text: rgb(0x20242a),
    accent: rgb(0x00599c),
    right: rgb(0x00694c),
    close: rgb(0x7d5200),
    wrong: rgb(0xa83200),
    quiet: Some(rgb(0x5c6470)),
};
const LIGHT_256: Palette = Palette {
    ground: index(231),
    text: index(235),
    accent: index(25),
    right: index(23),
    close: index(94),
    wrong: index(124),
    quiet: Some(index(241)),
};
const LIGHT_16: Palette = Palette {
    ground: Color::White,
    text: Color::Black,
    accent: Color::Blue,
    // Green is too pale on white for terminals to be trusted with it; the sign and the word tell
    // a right answer from a heading.
    right: Color::Blue,
    close: Color::Magenta,
    wrong: Color::Red,
    quiet: None,
};
const CONTRAST: Palette = Palette {
    ground: rgb(0x000000),
    text: rgb(0xffffff),
    accent: rgb(0x7fd4ff),
    right: rgb(0x5dffb0),
    close: rgb(0xffe14d),
    wrong: rgb(0xff9a6b),
    quiet: None,
};
const CONTRAST_256: Palette = Palette {
    ground: index(16),
    text: index(231),
    accent: index(117),
    right: index(85),
    close: index(227),
    wrong: index(215),
    quiet: None,
};
const CONTRAST_16: Palette = Palette {
    ground: Color::Black,
    text: Color::White,
    accent: Color::LightCyan,
    right: Color::LightGreen,
    close: Color::LightYellow,
    wrong: Color::LightRed,
    quiet: None,
};

#[cfg(test)]
mod tests {
    use super::super::contrast::{linear, ratio};
    use super::super::depth::{number, parts};
    use super::*;

    #[track_caller]
    fn stands_out(palette: &Palette, least: f64) {
        let Palette { ground, text, accent, right, close, wrong, quiet } = *palette;
        for colour in [text, accent, right, close, wrong, quiet.unwrap_or(text)] {
            let found = ratio(colour, ground);
            assert!(found >= least, "{colour:?} on {ground:?}: {found:.2}");
        }
    }

    #[test]
    fn every_colour_is_readable_on_its_ground() {
        for palette in [DARK, DARK_256, LIGHT, LIGHT_256] {
            stands_out(&palette, 4.5);
        }
        for palette in [CONTRAST, CONTRAST_256] {
            stands_out(&palette, 7.0);
        }
        // The terminal decides what these look like; this is what it commonly decides.
        for palette in [DARK_16, LIGHT_16, CONTRAST_16] {
            stands_out(&palette, 4.5);
        }
    }

    /// What is left of a colour to an eye without one kind of cone (Viénot, Brettel and Mollon,
    /// 1999, on linear parts): the red-blind and the green-blind see one yellow-blue plane.
    fn seen(colour: Color, blind: [[f64; 3]; 3]) -> [f64; 3] {
        let linear = parts(colour).expect("a colour beyond the sixteen").map(linear);
        let dot = |row: [f64; 3]| row.iter().zip(linear).map(|(a, b)| a * b).sum::<f64>();
        blind.map(|row| dot(row).clamp(0.0, 1.0).powf(1.0 / 2.2) * 255.0)
    }

    const PROTAN: [[f64; 3]; 3] =
        [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]];
    const DEUTAN: [[f64; 3]; 3] =
        [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]];

    #[test]
    fn right_and_wrong_stay_apart_for_the_colour_blind() {
        for palette in [DARK, DARK_256, LIGHT, LIGHT_256, CONTRAST, CONTRAST_256] {
            for blind in [PROTAN, DEUTAN] {
                let (a, b) = (seen(palette.right, blind), seen(palette.wrong, blind));
                let apart = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                assert!(apart >= 40.0, "{palette:?}: {a:.0?} and {b:.0?}, {apart:.0} apart");
            }
        }
    }

    #[test]
    fn the_sixteen_are_asked_for_by_their_own_codes() {
        for palette in [DARK_16, LIGHT_16, CONTRAST_16] {
            let Palette { ground, text, accent, right, close, wrong, quiet } = palette;
            for colour in [ground, text, accent, right, close, wrong, quiet.unwrap_or(text)] {
                assert!(number(colour).is_some(), "{colour:?}");
            }
        }
        for palette in [DARK_256, LIGHT_256, CONTRAST_256] {
            let Palette { ground, text, accent, right, close, wrong, quiet } = palette;
            for colour in [ground, text, accent, right, close, wrong, quiet.unwrap_or(text)] {
                assert!(matches!(colour, Color::Indexed(16..)), "{colour:?}");
            }
        }
    }

    #[test]
    fn verdicts_differ_in_every_palette() {
        for depth in [Depth::Sixteen, Depth::Indexed, Depth::True] {
            for palette in [dark(depth), light(depth), contrast(depth)] {
                let Palette { text, right, close, wrong, .. } = *palette;
                let colours = [text, right, close, wrong];
                for (at, colour) in colours.iter().enumerate() {
                    assert!(!colours[at + 1..].contains(colour), "{palette:?}");
                }
            }
        }
    }
}
