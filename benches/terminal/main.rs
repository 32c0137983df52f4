//! What the other benches cannot see: the real program in a real pseudo-terminal, beside about the
//! smallest program on the same libraries. Prints the table of `docs/performance.md`.
//!
//! `cargo bench --bench terminal`; figures of one run compare with each other only.
// A measure that fails stops here, and there is nobody to tell it to but the terminal.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[cfg(target_os = "linux")]
mod measure;
#[cfg(target_os = "linux")]
mod process;
#[cfg(target_os = "linux")]
mod program;
#[cfg(target_os = "linux")]
mod report;

#[cfg(target_os = "linux")]
fn main() {
    report::print();
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("This bench reads /proc: it runs on Linux only.");
}
