//! The colours of the themes that bring their own, for terminals of every depth.

use ratatui::style::Color;

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Depth {
    #[default]
    Sixteen,
    Indexed,
    True,
}

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
    right: Color::Green,
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
    use super::*;

    /// Red, green and blue of a colour beyond the sixteen, which terminals are free to choose.
    fn parts(colour: Color) -> [f64; 3] {
        let parts = match colour {
            Color::Rgb(r, g, b) => [r, g, b],
            Color::Indexed(n @ 232..) => [8 + 10 * (n - 232); 3],
            Color::Indexed(n @ 16..) => {
                let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
                [step((n - 16) / 36), step((n - 16) / 6 % 6), step((n - 16) % 6)]
            }
            other => panic!("{other:?} has no fixed value"),
        };
        parts.map(f64::from)
    }

    /// Relative luminance, as the web's accessibility guidelines (WCAG 2) define it.
    fn luminance(colour: Color) -> f64 {
        let linear = |part: f64| {
            let part = part / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = parts(colour).map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn ratio(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

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
    }

    #[test]
    fn verdicts_differ_in_every_palette() {
        for depth in [Depth::Sixteen, Depth::Indexed, Depth::True] {
            for palette in [dark(depth), light(depth), contrast(depth)] {
                let Palette { accent, right, close, wrong, .. } = *palette;
                let colours = [accent, right, close, wrong];
                for (at, colour) in colours.iter().enumerate() {
                    assert!(!colours[at + 1..].contains(colour), "{palette:?}");
                }
            }
        }
    }
}
