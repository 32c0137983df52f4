//! One sitting, pure: working through a question, and the outline of all there is to work on.
//!
//! Every operation returns the [`Changes`] to record; time comes in as a parameter. Keeping them is
//! `store`'s work, showing them `tui`'s.

mod changes;
pub mod chart;
mod dice;
pub mod hunt;
pub mod lexicon;
mod named;
mod outline;
pub mod pick;
mod place;
pub mod projection;
mod timer;
mod uses;
mod walk;

pub use changes::Changes;
pub use named::named;
pub use outline::{DossierLine, Outline, QuestionLine, SubjectLine, outline};
pub use place::Place;
pub use projection::Projection;
pub use timer::Timer;
pub use uses::uses;
pub use walk::{
    ChoiceState, ErratumLine, GridMove, ItemLine, NumberState, OptionState, PointState, RcsState,
    RungText, Standing, Summary, Walk, WritingState,
};
