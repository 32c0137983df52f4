//! Who sits at the tutor: what the screens know of it, what they ask of the journal, and what comes back.

use super::preferences::Preferences;
use crate::progress::{Drafts, History};
use crate::store::{Name, Profile, ProfileId, Who};

/// Who sits at the tutor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Seat {
    /// There is no journal to tell.
    #[default]
    Nobody,
    /// Someone who wants nothing kept.
    Guest,
    Learner {
        profile: Profile,
        /// No one else works on this machine: there is no need to name them.
        alone: bool,
    },
}

impl Seat {
    /// What the learner is called.
    pub fn name(&self) -> Option<&str> {
        match self {
            Seat::Nobody => None,
            Seat::Guest => Some("Invité"),
            Seat::Learner { profile, .. } => Some(profile.name.as_str()),
        }
    }

    /// Whether the accueil names who works: it may be someone else, or nothing is kept.
    pub fn is_told(&self) -> bool {
        !matches!(self, Seat::Nobody | Seat::Learner { alone: true, .. })
    }

    pub fn id(&self) -> Option<ProfileId> {
        match self {
            Seat::Learner { profile, .. } => Some(profile.id),
            Seat::Nobody | Seat::Guest => None,
        }
    }
}

/// What is asked of the profiles; the loop, which owns the journal, obeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Who there is.
    List,
    /// Let this one sit.
    Sit(Who),
    Rename(ProfileId, Name),
    /// Erase a profile and all that was kept of it.
    Erase(ProfileId),
}

/// A learner who sits down, and all that was kept of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seating {
    pub seat: Seat,
    pub history: History,
    pub drafts: Drafts,
    pub preferences: Preferences,
    /// Where progress is kept; `None` where it is not.
    pub data: Option<String>,
    /// Something the learner must know.
    pub notice: Option<String>,
}
