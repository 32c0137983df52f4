//! What the end-to-end tests share: the real program in a pseudo-terminal, its screen, and what is
//! drawn and recorded from it.
#![allow(dead_code)] // Each test binary uses its own part.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod cast;
pub mod film;
pub mod motion;
pub mod scenario;
pub mod svg;
pub mod terminal;
pub mod xml;
