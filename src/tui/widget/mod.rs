//! Pieces that several screens draw with. None of them holds state or knows the exercises.

pub mod bar;
pub mod big;
pub mod card;
pub mod chart;
pub mod column;
pub mod highlight;
pub mod histogram;
pub mod lines;
pub mod marked;
pub mod pane;
pub mod rows;
pub mod sheet;
pub mod state;
pub mod text;
pub mod wordtable;
