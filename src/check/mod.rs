//! Answer to verdict: one file per step kind, plus tolerance, diagnosis and carried errors.

mod choice;
mod judgement;
pub mod rcs;
pub mod writing;

pub use choice::{ChoiceJudgement, Picked, judge_choice};
pub use judgement::{Judgement, Remark, SlipCode, Verdict, Why};
