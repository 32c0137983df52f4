//! One figure a candidate computes or reads: what is expected, and what is accepted.

use rust_decimal::Decimal;

use super::{Formula, ItemId};
use crate::number::Unit;

/// A numeric item: a `calcul`, or one cell of a `tableau à compléter`.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeric {
    pub id: ItemId,
    /// What the figure is, in a few words: "Taux de rebond, T1".
    pub label: String,
    pub unit: Unit,
    pub formula: Formula,
    /// The exact value of the formula, in `unit` (49.3362… for a percentage). Computed by the loader.
    pub exact: Decimal,
    /// Decimals a candidate is expected to give: those of the printed figure.
    pub decimals: u32,
    /// The figure as the corrigé prints it.
    pub printed: Option<Printed>,
    pub tolerance: Tolerance,
    pub accepted: Vec<Accepted>,
    /// Other formulas that lead to the same figure ("deux voies").
    pub routes: Vec<Formula>,
    pub traps: Vec<Trap>,
    /// The prompt carries the sign ("baisse de …"): both signs are accepted.
    pub unsigned: bool,
    /// The figure is read off an annex, not computed.
    pub read_off: bool,
    /// Lexicon entry of the indicator; also the skill that mastery is counted by.
    pub skill: Option<String>,
    pub hints: Vec<String>,
    /// The method in words; where the author gives none, it is derived from the formula.
    pub method: Option<String>,
    /// What the figure means for the firm: the last rung of the ladder.
    pub reasoning: String,
}

/// A printed figure, and why it is wrong where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    pub text: String,
    pub value: Decimal,
    /// Set where the printed figure is not the rounding of the formula: the explanation shown to the learner.
    pub erratum: Option<String>,
}

/// How far from the expected value an answer may be.
#[derive(Debug, Clone, PartialEq)]
pub enum Tolerance {
    /// Half a unit of the last decimal shown.
    Default,
    /// ± this much, bounds included, in the item's unit.
    Absolute(Decimal),
    /// ± this fraction of the expected value (0.01 for 1 %), bounds included.
    Relative(Decimal),
    /// The default rule with this number of decimals.
    Decimals(u32),
    /// Any value between the two, bounds included, in the item's unit.
    Between(Decimal, Decimal),
    /// A whole number rounded up ("heures entamées").
    WholeUp,
    /// A whole number rounded down.
    WholeDown,
    /// One of these values ("2 ou 3 ventes").
    OneOf(Vec<Decimal>),
}

/// Another figure that is accepted, with the remark that goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    pub value: AcceptedValue,
    pub remark: String,
    /// The corrigé prints it although it is not right: listed among the errata.
    pub erratum: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum AcceptedValue {
    /// A value in a unit that may differ from the item's (points for a rate).
    Figure { value: Decimal, unit: Unit, decimals: u32 },
    /// Any value of the range, bounds included, in the item's unit.
    Between(Decimal, Decimal),
    /// Another way of computing, which gives another figure.
    Formula { formula: Formula, exact: Decimal, unit: Unit, decimals: u32 },
}

/// A mistake the author expects, with the sentence that answers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Trap {
    /// The value the mistake leads to, in the item's unit.
    pub value: Decimal,
    pub sentence: String,
}
