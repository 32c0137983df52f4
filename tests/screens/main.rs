//! Every screen, played by keys and looked at: glyphs, styles and what was asked to be recorded.

mod behaviour;
mod play;
mod robust;
mod views;
