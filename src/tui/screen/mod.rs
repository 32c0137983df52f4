//! One file per screen. A screen reads inputs through the bindings of its context, answers with
//! what must be done outside it, and draws itself from its state alone.

use crate::session::{Changes, Place};
use crate::tui::keys::Keymap;
use crate::tui::msg::Action;
use crate::tui::preferences::Preferences;
use crate::tui::seat::Ask;

pub mod finder;
pub mod frame;
pub mod help;
pub mod home;
pub mod hunt;
pub mod keys;
pub mod leave;
pub mod memo;
pub mod palette;
pub mod profiles;
pub mod progress;
pub mod projection;
pub mod question;
pub mod settings;
pub mod summary;
pub mod why;

/// What a screen asks of the interface around it.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Open a question.
    Open(Place),
    /// Put a question on the wall, or the list of all with the selection on it.
    Project(Place, bool),
    /// Show a paper in the accueil, by id.
    Paper(String),
    /// Open an entry of the mémo, by id.
    Entry(String),
    Memo,
    Progress,
    /// Write one's progress to files.
    Export,
    Settings,
    /// Show who works on this machine.
    Profiles,
    /// Ask something of the profiles.
    Profile(Ask),
    /// The list of keys.
    Keys,
    /// Use these keys from now on.
    Bind(Keymap),
    /// Do as these settings say from now on.
    Prefer(Preferences),
    Home,
    /// Close the page and show what was behind it.
    Back,
    /// Record what was done, and stay.
    Keep(Changes),
    /// Record what was done, and close the page.
    Close(Changes),
    /// Ask before leaving the tutor.
    Leave,
    /// Do as the key of this action would.
    Do(Action),
}
