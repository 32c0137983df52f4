//! Expression trees: parse (with places), evaluate over named cells, explain, enumerate slips.

mod value;

pub use value::{Data, Dimension, EvalError, Figure, Value};
