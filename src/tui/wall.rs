//! What things look like on a classroom wall: black and white, one accent, nothing faint.
//!
//! The reader's own palette would decide the contrast, so the fixed part of the 256 colours is
//! used; without colours, plain and reversed video stand for dark and light.

use ratatui::style::{Color, Modifier, Style};

use super::theme::Theme;

const BLACK: Color = Color::Indexed(16);
const WHITE: Color = Color::Indexed(231);

/// The two looks of the wall, each with or without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wall {
    light: bool,
    colours: bool,
}

impl Wall {
    /// The dark look, with colours where the theme has some.
    pub fn new(theme: Theme) -> Wall {
        Wall { light: false, colours: theme != Theme::Plain }
    }

    /// From dark to light and back.
    pub fn toggled(self) -> Wall {
        Wall { light: !self.light, ..self }
    }

    /// The whole wall, running text included.
    pub fn ground(self) -> Style {
        match (self.colours, self.light) {
            (true, false) => Style::new().fg(WHITE).bg(BLACK),
            (true, true) => Style::new().fg(BLACK).bg(WHITE),
            (false, false) => Style::new(),
            (false, true) => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// What is read from the last row.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Where one is; never what there is to read. Still seven times its ground.
    pub fn quiet(self) -> Style {
        self.colour(250, 237)
    }

    /// The figure, the stage: what is new.
    pub fn accent(self) -> Style {
        self.colour(226, 19).add_modifier(Modifier::BOLD)
    }

    /// The name of a proposal, the time that has run out.
    pub fn tag(self) -> Style {
        if self.colours {
            let (fg, bg) = if self.light { (231, 19) } else { (16, 226) };
            return Style::new()
                .fg(Color::Indexed(fg))
                .bg(Color::Indexed(bg))
                .add_modifier(Modifier::BOLD);
        }
        if self.light {
            Style::new().remove_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD)
        } else {
            Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
        }
    }

    fn colour(self, dark: u8, light: u8) -> Style {
        match (self.colours, self.light) {
            (false, _) => Style::new(),
            (true, false) => Style::new().fg(Color::Indexed(dark)),
            (true, true) => Style::new().fg(Color::Indexed(light)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Depth;
    use crate::tui::theme::contrast::ratio;

    #[test]
    fn the_wall_is_read_from_the_last_row_at_any_depth() {
        let dark = Wall::new(Theme::Colours);
        for wall in [dark, dark.toggled()] {
            let ground = wall.ground();
            for style in [ground, wall.quiet(), wall.accent(), wall.tag()] {
                let style = ground.patch(style);
                let (fg, bg) = (style.fg.unwrap(), style.bg.unwrap());
                assert!(ratio(fg, bg) >= 7.0, "{style:?}: {:.2}", ratio(fg, bg));
                let [fg, bg] = [fg, bg].map(|colour| Depth::Sixteen.nearest(colour));
                assert!(ratio(fg, bg) >= 7.0, "{fg:?} on {bg:?}: {:.2}", ratio(fg, bg));
            }
        }
    }

    #[test]
    fn without_colours_light_and_dark_are_reversed() {
        let dark = Wall::new(Theme::Plain);
        for wall in [dark, dark.toggled()] {
            for style in [wall.ground(), wall.strong(), wall.quiet(), wall.accent(), wall.tag()] {
                assert_eq!((style.fg, style.bg), (None, None));
            }
            let turned = |style: Style| style.add_modifier.contains(Modifier::REVERSED);
            let tag = wall.ground().patch(wall.tag());
            assert_ne!(turned(wall.ground()), turned(tag), "a tag stands out");
        }
        assert_ne!(dark.ground(), dark.toggled().ground());
    }
}
