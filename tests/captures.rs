//! The README's pictures, drawn from the real program. They are remade by
//! `cargo test --locked --test captures -- --ignored`; plain test runs leave them alone.
#![cfg(unix)]

mod support;
