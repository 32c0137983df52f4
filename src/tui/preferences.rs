//! What a learner chooses once for all times: how things look and move, which keys do what.
//!
//! The only place that says how each setting is called in the journal and on screen. What a
//! setting changes is the work of the screens, which read it here.

use super::keys::Keymap;
use super::theme::ThemeChoice;

/// The name of the setting that holds the theme.
const THEME: &str = "theme";
/// That of the keys given to commands.
const KEYS: &str = "touches";

/// Everything that is chosen in Réglages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    pub theme: ThemeChoice,
    /// Titles and figures in large type.
    pub large: bool,
    /// Nothing on screen moves or blinks by itself.
    pub calm: bool,
    pub keys: Keymap,
}

/// A setting that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    Large,
    Calm,
}

/// One row per switch: its name in the journal, on screen, and what it does when on.
const SWITCHES: [(Switch, &str, &str, &str); 2] = [
    (Switch::Large, "grands-caracteres", "Grands caractères", "Titres et chiffres écrits en grand"),
    (
        Switch::Calm,
        "sans-mouvement",
        "Sans mouvement",
        "Chronomètre à la minute\u{a0}: rien ne bouge seul",
    ),
];

impl Switch {
    pub const ALL: [Switch; 2] = [Switch::Large, Switch::Calm];

    /// Its name in the journal.
    pub fn code(self) -> &'static str {
        SWITCHES[self as usize].1
    }

    pub fn label(self) -> &'static str {
        SWITCHES[self as usize].2
    }

    /// What it does when it is on.
    pub fn about(self) -> &'static str {
        SWITCHES[self as usize].3
    }
}

impl Preferences {
    pub fn is_on(&self, switch: Switch) -> bool {
        match switch {
            Switch::Large => self.large,
            Switch::Calm => self.calm,
        }
    }

    pub fn toggle(&mut self, switch: Switch) {
        match switch {
            Switch::Large => self.large = !self.large,
            Switch::Calm => self.calm = !self.calm,
        }
    }

    /// The name and the text of each setting, as the journal keeps them.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let switches = Switch::ALL.map(|switch| {
            let value = if self.is_on(switch) { "oui" } else { "non" };
            (switch.code(), value.to_owned())
        });
        let theme = (THEME, self.theme.code().to_owned());
        let keys = (KEYS, self.keys.to_text());
        std::iter::once(theme).chain(switches).chain([keys]).collect()
    }

    /// Reads the settings back, `setting` giving the text kept under a name. What was never kept
    /// or means nothing is as it is at first.
    pub fn read(setting: impl Fn(&str) -> Option<String>) -> Preferences {
        let mut preferences = Preferences {
            theme: setting(THEME)
                .and_then(|code| ThemeChoice::from_code(&code))
                .unwrap_or_default(),
            keys: setting(KEYS).map(|kept| Keymap::from_text(&kept)).unwrap_or_default(),
            ..Preferences::default()
        };
        for switch in Switch::ALL {
            if setting(switch.code()).as_deref() == Some("oui") {
                preferences.toggle(switch);
            }
        }
        preferences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(kept: &[(&'static str, String)]) -> Preferences {
        Preferences::read(|name| {
            kept.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
        })
    }

    #[test]
    fn rows_are_in_order() {
        for (at, switch) in Switch::ALL.into_iter().enumerate() {
            assert_eq!((switch as usize, SWITCHES[at].0), (at, switch));
        }
    }

    #[test]
    fn what_is_kept_reads_back() {
        for theme in ThemeChoice::ALL {
            for (large, calm) in [(false, false), (true, false), (false, true), (true, true)] {
                let preferences = Preferences { theme, large, calm, ..Preferences::default() };
                assert_eq!(read_back(&preferences.settings()), preferences);
            }
        }
    }

    #[test]
    fn what_means_nothing_is_as_at_first() {
        assert_eq!(read_back(&[]), Preferences::default());
        let kept = [("theme", "rose".to_owned()), ("grands-caracteres", "1".to_owned())];
        assert_eq!(read_back(&kept), Preferences::default());
    }
}
