//! Judging, from the outside.

mod rules;
