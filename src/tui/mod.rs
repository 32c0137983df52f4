//! The full-screen tutor: screens, keys, and the loop that owns the terminal and the journal.
//!
//! [`run()`] is all the command line needs. [`App`] is the whole interface without a terminal: inputs
//! go in, effects come out, and it draws itself on any buffer, which is how its tests look at it.

mod answer;
mod app;
mod coming;
mod keys;
mod msg;
mod pace;
mod pages;
mod preferences;
mod run;
mod screen;
mod search;
mod seat;
mod theme;
mod wall;
mod widget;

pub use app::{App, Effect, Look};
pub use keys::{Context, name as key_name};
pub use msg::{Action, Code, Input, Key, Loaded, Mouse, MouseKind, PASTE_LIMIT, Size};
pub use preferences::{Preferences, Switch};
pub use run::{Error, Load, Options, Wall, columns, project, run};
pub use search::{Hit, Index as SearchIndex, Matches};
pub use seat::{Ask, Seat, Seating};
pub use theme::{Abilities, Depth, Ground, Theme, ThemeChoice};
