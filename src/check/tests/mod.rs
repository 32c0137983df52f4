//! Judging, from the outside.

mod carry;
mod laws;
mod rules;
mod slips;
