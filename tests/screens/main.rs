//! Every screen, played by keys and looked at: glyphs, styles and what was asked to be recorded.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod behaviour;
mod coverage;
mod drawings;
mod early;
mod hunts;
mod keys;
mod large;
mod mouse;
mod pages;
mod picking;
mod play;
mod profiles;
mod review;
mod robust;
mod slides;
mod states;
mod themes;
mod views;
mod wall;
