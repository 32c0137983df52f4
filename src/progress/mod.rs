//! What a learner did, and what follows from it. Pure: events go in, history comes out.
//!
//! Events are never changed; records, states, points and slips are folds over them. Keeping the
//! events on disk is `store`'s work, producing them is `session`'s.

mod activity;
mod ask;
mod date;
mod draft;
mod event;
mod history;
mod hunt;
mod items;
mod mastery;
mod outcome;
mod points;
mod record;
mod report;
mod slips;
mod state;

pub use activity::{Week, activity};
pub use ask::{Ask, Expected};
pub use date::{Date, Moment};
pub use draft::{Draft, Drafts};
pub use event::{Answer, Carry, Event, Levels, Pick, Rung, What};
pub use history::History;
pub use hunt::{Hunted, Hunts, Tally};
pub use items::{Item, items};
pub use mastery::{Mastery, SkillLine, autonomy, mastery};
pub use outcome::Outcome;
pub use points::{Earned, counted, credit, earned};
pub use record::{Attempt, OwnPoint, Past, Record, Way};
pub use report::{PaperReport, QuestionReport, Report, SkillReport, SlipReport};
pub use slips::SlipLog;
pub use state::{State, done, question_state, question_way, standing, subject_state, way};
