//! The tree of a formula. Parsing, evaluating, explaining and mutating it is `formula`'s work.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{CellRef, ItemId};
use crate::number::Unit;

/// A formula as its author wrote it, with every name resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    pub source: String,
    pub expr: Expr,
}

/// A node of the tree and the bytes of the source it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    pub node: Node,
    pub span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Literal(Literal),
    Operand(Operand),
    Negate(Box<Expr>),
    Binary(Op, Box<Expr>, Box<Expr>),
    Call(Function, Vec<Expr>),
    /// A lookup by thresholds: the first band that holds `subject` gives the value.
    Lookup {
        subject: Box<Expr>,
        bands: Vec<Band>,
        otherwise: Box<Expr>,
    },
}

/// A figure written in a formula: `100`, `20 %`, `1 200 €`, `60 min`.
#[derive(Debug, Clone, PartialEq)]
pub struct Literal {
    pub value: Decimal,
    pub unit: Option<Unit>,
    pub decimals: u32,
}

/// What a name in a formula stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// One figure of an annex.
    Cell(CellRef),
    /// Several figures of an annex (a whole row or column), in table order; only inside a function that takes a series.
    Cells(Vec<CellRef>),
    /// The result of an earlier step.
    Item(ItemId),
    /// The results of a whole row or column of an earlier grid, in grid order.
    Items(Vec<ItemId>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// The named functions of the field, written in French in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Function {
    /// `evolution(a, b)` = (b − a) / a, a fraction shown in %.
    Change,
    /// `part(x, total)` = x / total, a fraction shown in %.
    Share,
    /// `points(a, b)` = b − a for two percentages, in percentage points.
    Points,
    /// `coefficient(a, b)` = b / a.
    Coefficient,
    /// `somme(…)` of a series or of several values.
    Sum,
    /// `moyenne(…)`, simple mean of a series or of several values.
    Mean,
    /// `moyenne_ponderee(valeurs, effectifs)` = Σ(v × n) / Σ n.
    WeightedMean,
    /// `arrondi(x, n)`: n decimals, half away from zero.
    Round,
    /// `plafond(x)`: up to the next whole number, in the unit x is shown in (the unit asked, at the root).
    Ceiling,
    /// `plancher(x)`: down to the whole number below, in the unit of x.
    Floor,
    /// `abs(x)`.
    Absolute,
    /// `min(…)`.
    Minimum,
    /// `max(…)`.
    Maximum,
    /// `heures(x)`: the same duration, counted in hours.
    Hours,
    /// `minutes(x)`: the same duration, counted in minutes.
    Minutes,
}

/// One band of a lookup: holds `x` when every bound does.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    pub low: Option<Bound>,
    pub high: Option<Bound>,
    pub value: Expr,
}

/// One end of a band; a bare number is in the unit the subject is shown in.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    pub value: Literal,
    pub inclusive: bool,
}
