//! Answer to verdict: one file per step kind, plus tolerance, diagnosis and carried errors.
//!
//! `docs/judging.md` lists the rules with examples. Reading what was typed is `number`'s work.

mod accepted;
mod answer;
mod applies;
mod carried;
mod choice;
mod context;
mod diagnosis;
mod form;
mod judgement;
mod likely;
mod memory;
mod numeric;
mod own;
mod paper;
mod path;
mod placed;
mod plausible;
pub mod rcs;
mod shown;
mod slip;
mod survey;
mod taken;
mod tolerance;
mod tree;
mod undiagnosed;
mod why;
mod wording;
pub mod writing;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use crate::formula::slips::SlipCode;
pub use choice::{ChoiceJudgement, Picked, judge_choice};
pub use context::{Context, NoSteps, Steps};
pub use judgement::{Judgement, Remark, Verdict, Why};
pub use likely::{Likely, likely};
pub use memory::Memory;
pub use numeric::{judge, judge_reading};
pub use paper::Paper;
pub use plausible::absurd;
pub use shown::{shown, window};
pub use survey::{Collision, Known, Survey, survey};
pub use taken::foreign_figures;
pub use tolerance::Window;
pub use tree::items as earlier_items;
