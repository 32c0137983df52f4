//! What things look like, by meaning. No screen names a colour.
//!
//! Whatever a colour says is also said by a sign, a word or an attribute. Left to itself the tutor
//! uses the terminal's own sixteen colours, so that the reader's palette decides; the other themes
//! bring their own, told apart by the colour-blind too (blue-green, amber, vermilion).

mod choice;
#[cfg(test)]
#[allow(clippy::expect_used)]
pub mod contrast;
mod depth;
mod palette;

pub use choice::{Abilities, Ground, ThemeChoice};
pub use depth::{Depth, number};

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use self::palette::Palette;
use crate::check::Verdict;

/// The set of styles in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own colours: fine on a dark background and on most light ones.
    #[default]
    Colours,
    /// Darker colours on the terminal's own light background.
    OnLight(Depth),
    /// A dark background of its own.
    Dark(Depth),
    /// A light background of its own.
    Light(Depth),
    /// White on black, bright colours, nothing dimmed.
    Contrast(Depth),
    /// Attributes only (`NO_COLOR`, monochrome terminals).
    Plain,
}

impl Theme {
    /// The colours of a theme that brings its own.
    fn palette(self) -> Option<&'static Palette> {
        match self {
            Theme::Colours | Theme::Plain => None,
            Theme::OnLight(depth) | Theme::Light(depth) => Some(palette::light(depth)),
            Theme::Dark(depth) => Some(palette::dark(depth)),
            Theme::Contrast(depth) => Some(palette::contrast(depth)),
        }
    }

    /// A colour of the palette, or the terminal's own that comes nearest.
    fn colour(self, own: Color, pick: impl Fn(&Palette) -> Color) -> Style {
        match (self, self.palette()) {
            (Theme::Plain, _) => Style::new(),
            (_, Some(palette)) => Style::new().fg(pick(palette)),
            (_, None) => Style::new().fg(own),
        }
    }

    /// Gives cells without a colour of their own those of the theme, once all is drawn.
    pub fn paint(self, buf: &mut Buffer) {
        if matches!(self, Theme::OnLight(_)) {
            return;
        }
        let Some(palette) = self.palette() else { return };
        for cell in &mut buf.content {
            if cell.bg == Color::Reset {
                cell.bg = palette.ground;
            }
            if cell.fg == Color::Reset {
                cell.fg = palette.text;
            }
        }
    }

    /// Running text.
    pub fn text(self) -> Style {
        Style::new()
    }

    /// What matters in running text.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Second-rank information: sources, rules, keys that are not the point.
    pub fn quiet(self) -> Style {
        match self.palette() {
            Some(palette) => palette.quiet.map_or_else(Style::new, |quiet| Style::new().fg(quiet)),
            None => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// The one accent colour: where one is, what one may press.
    pub fn accent(self) -> Style {
        self.colour(Color::Cyan, |palette| palette.accent)
    }

    /// Headings.
    pub fn heading(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// The selected row or cell.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// Characters that match what is looked for.
    pub fn found(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The same on the selected row.
    pub fn selected_match(self) -> Style {
        self.selected().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Words pointed at in a text, and the extent of a bare field.
    pub fn underlined(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// The name of a key in the key bar.
    pub fn key(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// The frame of the field being filled.
    pub fn field(self, focused: bool) -> Style {
        if focused { self.accent() } else { self.quiet() }
    }

    /// A verdict: always shown with its sign and its word.
    pub fn verdict(self, verdict: Verdict) -> Style {
        let style = match verdict {
            Verdict::Right => self.colour(Color::Green, |palette| palette.right),
            Verdict::Close => self.colour(Color::Yellow, |palette| palette.close),
            Verdict::Wrong => self.colour(Color::Red, |palette| palette.wrong),
            Verdict::Neutral => return self.strong(),
        };
        style.add_modifier(Modifier::BOLD)
    }

    /// Something went wrong outside the exercise (disk, journal).
    pub fn warning(self) -> Style {
        self.colour(Color::Yellow, |palette| palette.close).add_modifier(Modifier::BOLD)
    }
}
