//! What the end-to-end tests share: the real program in a pseudo-terminal, and its screen.
#![allow(dead_code)] // Each test binary uses its own part.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod svg;
pub mod terminal;
