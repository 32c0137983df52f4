//! Answer to verdict: one file per step kind, plus tolerance, diagnosis and carried errors.

mod judgement;

pub use judgement::{Judgement, Remark, SlipCode, Verdict, Why};
