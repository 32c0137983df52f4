//! What things look like, by meaning. No screen names a colour.
//!
//! Only the terminal's own sixteen colours and attributes are used, so that the reader's palette,
//! dark or light, decides; whatever a colour says is also said by a sign, a word or an attribute.

use ratatui::style::{Color, Modifier, Style};

use crate::check::Verdict;

/// The set of styles in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own colours: fine on a dark and on a light background.
    #[default]
    Colours,
    /// Attributes only (`NO_COLOR`, monochrome terminals).
    Plain,
}

impl Theme {
    fn colour(self, colour: Color) -> Style {
        match self {
            Theme::Colours => Style::new().fg(colour),
            Theme::Plain => Style::new(),
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
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The one accent colour: where one is, what one may press.
    pub fn accent(self) -> Style {
        self.colour(Color::Cyan)
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
        let colour = match verdict {
            Verdict::Right => Color::Green,
            Verdict::Close => Color::Yellow,
            Verdict::Wrong => Color::Red,
            Verdict::Neutral => return self.strong(),
        };
        self.colour(colour).add_modifier(Modifier::BOLD)
    }

    /// Something went wrong outside the exercise (disk, journal).
    pub fn warning(self) -> Style {
        self.colour(Color::Yellow).add_modifier(Modifier::BOLD)
    }
}
