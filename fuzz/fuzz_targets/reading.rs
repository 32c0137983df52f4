//! `cargo +nightly fuzz run reading`: any bytes, the same invariants as `tests/fuzz_reading.rs`.

#![no_main]

#[path = "../invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let choice = bytes.first().copied().unwrap_or(0);
    invariants::hold(&String::from_utf8_lossy(bytes), usize::from(choice));
});
