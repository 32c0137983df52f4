//! Which theme is in use: the learner's choice, or what the terminal says of itself.

use super::{Depth, Theme};

/// What a learner may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    #[default]
    Automatic,
    Dark,
    Light,
    Contrast,
    Plain,
}

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Abilities {
    pub depth: Depth,
    /// Its background, once known.
    pub ground: Option<Ground>,
    /// It may be asked what it does not say: neither a console nor a terminal without sequences.
    pub answers: bool,
    /// The user wants no colour from any program (`NO_COLOR`).
    pub no_color: bool,
}

/// What a terminal writes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Dark,
    Light,
}

impl Ground {
    /// Of a colour, its channels from 0 to 1: light where black reads better on it than white
    /// (relative luminance and contrast ratio of WCAG 2).
    pub fn of(red: f64, green: f64, blue: f64) -> Self {
        let linear = |channel: f64| channel.powf(2.2);
        let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        let (on_white, on_black) = (1.05 / (luminance + 0.05), (luminance + 0.05) / 0.05);
        if on_black > on_white { Ground::Light } else { Ground::Dark }
    }
}

/// One row per choice: its name in the journal, on screen, and what it does.
const ROWS: [(ThemeChoice, &str, &str, &str); 5] = [
    (ThemeChoice::Automatic, "automatique", "Automatique", "Les couleurs de votre terminal"),
    (ThemeChoice::Dark, "sombre", "Sombre", "Texte clair sur fond sombre"),
    (ThemeChoice::Light, "clair", "Clair", "Texte sombre sur fond clair"),
    (ThemeChoice::Contrast, "contraste", "Contraste élevé", "Blanc sur noir, couleurs vives"),
    (ThemeChoice::Plain, "monochrome", "Monochrome", "Sans couleur\u{a0}: gras et inversé seuls"),
];

impl ThemeChoice {
    pub const ALL: [ThemeChoice; 5] = [
        ThemeChoice::Automatic,
        ThemeChoice::Dark,
        ThemeChoice::Light,
        ThemeChoice::Contrast,
        ThemeChoice::Plain,
    ];

    pub fn code(self) -> &'static str {
        ROWS[self as usize].1
    }

    pub fn from_code(code: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    pub fn label(self) -> &'static str {
        ROWS[self as usize].2
    }

    pub fn about(self) -> &'static str {
        ROWS[self as usize].3
    }

    /// The styles of a choice on a terminal. A theme chosen by hand is shown whatever `NO_COLOR` says.
    pub fn theme(self, terminal: Abilities) -> Theme {
        let depth = terminal.depth;
        match self {
            ThemeChoice::Automatic if terminal.no_color => Theme::Plain,
            // The sixteen colours of a light terminal are chosen for it; more can be made darker.
            ThemeChoice::Automatic
                if terminal.ground == Some(Ground::Light) && depth != Depth::Sixteen =>
            {
                Theme::OnLight(depth)
            }
            ThemeChoice::Automatic => Theme::Colours,
            ThemeChoice::Dark => Theme::Dark(depth),
            ThemeChoice::Light => Theme::Light(depth),
            ThemeChoice::Contrast => Theme::Contrast(depth),
            ThemeChoice::Plain => Theme::Plain,
        }
    }

    /// Whether the terminal's background decides, and only the terminal can tell it.
    pub fn asks(self, terminal: Abilities) -> bool {
        let silent = terminal.ground.is_none() && !terminal.no_color;
        self == ThemeChoice::Automatic && silent && terminal.answers
    }
}

impl Abilities {
    /// Reads the environment through `variable`: `COLORTERM`, `TERM`, `COLORFGBG`, `NO_COLOR`.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| variable(name).unwrap_or_default();
        let colorterm = value("COLORTERM");
        let term = value("TERM");
        let depth = if matches!(&*colorterm, "truecolor" | "24bit") {
            Depth::True
        } else if term.contains("256color") {
            Depth::Indexed
        } else {
            Depth::Sixteen
        };
        // `15;0`, `0;default;15`: the background comes last, 7 and 15 being the light greys.
        let ground = match value("COLORFGBG").rsplit(';').next() {
            Some("7" | "15") => Some(Ground::Light),
            Some(number) if number.parse::<u8>().is_ok_and(|n| n < 16) => Some(Ground::Dark),
            _ => None,
        };
        let answers = !matches!(&*term, "" | "dumb" | "linux");
        Abilities { depth, ground, answers, no_color: !value("NO_COLOR").is_empty() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_in_order_and_codes_read_back() {
        for (at, choice) in ThemeChoice::ALL.into_iter().enumerate() {
            assert_eq!((choice as usize, ROWS[at].0), (at, choice));
            assert_eq!(ThemeChoice::from_code(choice.code()), Some(choice));
        }
        assert_eq!(ThemeChoice::from_code("rose"), None);
    }

    #[track_caller]
    fn is(environment: &[(&str, &str)], expected: Theme) {
        let find = |name: &str| {
            let found = environment.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let theme = ThemeChoice::Automatic.theme(Abilities::of(find));
        assert_eq!(theme, expected, "{environment:?}");
    }

    #[test]
    fn the_terminal_is_believed_when_nothing_is_chosen() {
        is(&[], Theme::Colours);
        is(&[("TERM", "xterm-256color"), ("COLORFGBG", "15;0")], Theme::Colours);
        is(&[("TERM", "xterm-256color"), ("COLORFGBG", "0;15")], Theme::OnLight(Depth::Indexed));
        let light = [("COLORTERM", "truecolor"), ("COLORFGBG", "0;default;15")];
        is(&light, Theme::OnLight(Depth::True));
        is(&[("TERM", "linux"), ("COLORFGBG", "0;15")], Theme::Colours);
        is(&[("COLORFGBG", "0;default")], Theme::Colours);
        is(&[("NO_COLOR", "1"), ("COLORTERM", "24bit")], Theme::Plain);
        is(&[("NO_COLOR", "")], Theme::Colours);
    }

    #[test]
    fn a_choice_by_hand_wins_over_the_environment() {
        let terminal = Abilities {
            depth: Depth::True,
            ground: Some(Ground::Light),
            no_color: true,
            ..Abilities::default()
        };
        assert_eq!(ThemeChoice::Dark.theme(terminal), Theme::Dark(Depth::True));
        assert_eq!(ThemeChoice::Plain.theme(Abilities::default()), Theme::Plain);
    }

    #[test]
    fn the_terminal_is_asked_only_where_its_answer_would_decide() {
        let abilities = |environment: &[(&str, &str)]| {
            let find = |name: &str| environment.iter().find(|(known, _)| *known == name);
            Abilities::of(|name| find(name).map(|(_, value)| (*value).to_owned()))
        };
        let asks =
            |environment: &[(&str, &str)]| ThemeChoice::Automatic.asks(abilities(environment));
        let xterm = ("TERM", "xterm-256color");
        assert!(asks(&[xterm]));
        assert!(asks(&[xterm, ("COLORFGBG", "0;default")]));
        assert!(!asks(&[xterm, ("COLORFGBG", "15;0")]));
        assert!(!asks(&[xterm, ("COLORFGBG", "0;15")]));
        assert!(!asks(&[xterm, ("NO_COLOR", "1")]));
        for quiet in ["linux", "dumb", ""] {
            assert!(!asks(&[("TERM", quiet)]), "{quiet:?}");
        }
        assert!(!ThemeChoice::Dark.asks(abilities(&[xterm])));
    }
}
