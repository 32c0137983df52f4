//! The learners of a shared machine: what a profile is, and what its name may be.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

use crate::check::writing::fold;

/// Longest name, in columns of a terminal.
pub const LONGEST_NAME: usize = 40;

/// Names that mean a sitting nothing is kept of.
const GUESTS: [&str; 2] = ["invite", "invitee"];

/// Tells a profile apart from all others of the journal, gone ones included: never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileId(pub(super) i64);

impl ProfileId {
    /// The profile every journal begins with, and the owner of what was recorded before there were any.
    pub const FIRST: ProfileId = ProfileId(0);

    /// As the rows of the journal say it.
    pub(super) fn column(self) -> String {
        if self == ProfileId::FIRST { String::new() } else { self.0.to_string() }
    }
}

/// What a learner is called: one line of 1 to 40 columns that a terminal shows as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(String);

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameError {
    Empty,
    TooLong,
    /// The word for a sitting nothing is kept of.
    Guest,
}

impl Name {
    /// Reads a name: blanks become single spaces, what a terminal could obey is left out.
    ///
    /// # Errors
    /// When nothing is left of it, when it is longer than [`LONGEST_NAME`] columns, or says "invité".
    pub fn read(typed: &str) -> Result<Name, NameError> {
        let blank = |c: char| c.is_whitespace() || c.is_control();
        let seen: String = typed.chars().filter(|c| !unseen(*c)).nfc().collect();
        let words: Vec<&str> = seen.split(blank).filter(|word| !word.is_empty()).collect();
        let name = Name(words.join(" "));
        match name.0.width() {
            0 => Err(NameError::Empty),
            n if n > LONGEST_NAME => Err(NameError::TooLong),
            _ if GUESTS.contains(&name.key().as_str()) => Err(NameError::Guest),
            _ => Ok(name),
        }
    }

    /// A name the journal holds; a hand may have changed it there.
    pub(super) fn kept(text: &str) -> Name {
        Name::read(text).unwrap_or_else(|_| Name::unnamed())
    }

    /// The name of the first profile until its learner chooses one.
    pub fn unnamed() -> Name {
        Name("Moi".to_owned())
    }

    /// What two names of the same learner share: neither case nor accents count.
    pub fn key(&self) -> String {
        fold(&self.0)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters without a place of their own on the screen: direction marks and the like.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NameError::Empty => f.write_str("Il faut un nom"),
            NameError::TooLong => write!(f, "Un nom tient en {LONGEST_NAME}\u{a0}colonnes au plus"),
            NameError::Guest => f.write_str(
                "Ce mot désigne une séance dont rien n’est gardé\u{a0}: choisissez un autre nom",
            ),
        }
    }
}

impl std::error::Error for NameError {}

/// A learner of this journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub id: ProfileId,
    pub name: Name,
}

/// A learner, and how much is kept of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileLine {
    pub profile: Profile,
    /// Answers given so far.
    pub answers: u64,
    /// When the last thing was done, in milliseconds since 1970.
    pub last_ms: Option<i64>,
}

/// Whose journal to open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Who {
    /// Whoever had it open last.
    #[default]
    Last,
    This(ProfileId),
    /// The learner of this name, made where there is none.
    Named(Name),
    /// A new learner of this name.
    New(Name),
    /// Nobody: nothing is read, nothing is kept.
    Guest,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn reads(typed: &str, expected: Result<&str, NameError>) {
        let name = Name::read(typed);
        assert_eq!(
            name.as_ref().map(Name::as_str),
            expected.as_ref().map(|name| *name),
            "{typed:?}"
        );
    }

    #[test]
    fn names_are_one_line_a_terminal_shows_as_it_is() {
        reads("  Léa  Martin\t\u{a0}", Ok("Léa Martin"));
        reads("Le\u{301}a", Ok("Léa"));
        reads("Ana\u{1b}[31m", Ok("Ana [31m"));
        reads("A\u{202e}n\u{200b}a\n", Ok("Ana"));
        reads("2TS NDRC · poste 4", Ok("2TS NDRC · poste 4"));
        reads("李小龙", Ok("李小龙"));
    }

    #[test]
    fn lengths_are_counted_in_columns_both_sides_of_the_bound() {
        let (fits, over) = ("é".repeat(40), "é".repeat(41));
        reads(&fits, Ok(&fits));
        reads(&over, Err(NameError::TooLong));
        let (fits, over) = ("李".repeat(20), "李".repeat(21));
        reads(&fits, Ok(&fits));
        reads(&over, Err(NameError::TooLong));
        for nothing in ["", "   ", "\u{200b}\u{202e}", "\u{7}\n"] {
            reads(nothing, Err(NameError::Empty));
        }
        reads("x", Ok("x"));
    }

    #[test]
    fn the_word_for_a_guest_is_no_name() {
        for word in ["Invité", "INVITE", "invitée"] {
            reads(word, Err(NameError::Guest));
        }
        reads("Invité 2", Ok("Invité 2"));
    }

    #[test]
    fn case_and_accents_do_not_tell_two_learners_apart() {
        let key = |name: &str| Name::read(name).unwrap().key();
        assert_eq!(key("Zoé"), key("ZOE"));
        assert_eq!(key("Cœur"), key("coeur"));
        assert_ne!(key("Zoé"), key("Zoé B"));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_a_name_reads_back_the_same(typed in "\\PC{0,60}|.{0,60}") {
            if let Ok(name) = Name::read(&typed) {
                prop_assert!(!name.as_str().chars().any(|c| c.is_control() || unseen(c)));
                prop_assert_eq!(Name::read(name.as_str()), Ok(name.clone()));
                prop_assert_eq!(Name::kept(name.as_str()), name);
            }
        }
    }
}
