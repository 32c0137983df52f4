//! Every screen, played by keys and looked at: glyphs, styles and what was asked to be recorded.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod behaviour;
mod early;
mod hunts;
mod keys;
mod pages;
mod picking;
mod play;
mod profiles;
mod robust;
mod views;
mod wall;
