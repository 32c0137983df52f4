//! What an exam is: subject, dossier, question, step, data table, tolerance, model answer.
//!
//! Plain data, built by `content` from files and read by every other room.

mod annex;
mod contents;
mod formula;
mod id;
mod lexicon;
mod numeric;
mod question;
mod rcs;
mod writing;

pub use annex::{Annex, AnnexBody, Cell, CellOrigin, Column, Row, Table, TextTable};
pub use contents::{Contents, DossierEntry, QuestionEntry, StepEntry, SubjectEntry, WritingEntry};
pub use formula::{Band, Bound, Expr, Formula, Function, Literal, Node, Op, Operand};
pub use id::{CellRef, ItemId};
pub use lexicon::{Direction, Entry, Example, Threshold};
pub use numeric::{Accepted, AcceptedValue, Numeric, Printed, Tolerance, Trap};
pub use question::{
    Catalogue, Check, Choice, ChoiceOption, Dossier, Erratum, Grid, GridCell, GridRow, Points,
    Question, Step, StepKind, Subject, question_number,
};
pub use rcs::{CRITERIA, Criterion, Idea, Level, PlanPart, Rcs};
pub use writing::{KeyPoint, Writing};
