//! What a check answers: verdict, remark, diagnosis, and the reasons behind them.

use rust_decimal::Decimal;

use crate::number::Reading;

/// The outcome of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Juste, possibly with a remark.
    Right,
    /// Presque: the right value in the wrong form or too coarsely rounded.
    Close,
    /// Faux.
    Wrong,
    /// Unreadable, ambiguous, blank, or a percentage in decimal form: never an attempt.
    Neutral,
}

/// A remark that goes with a verdict. Its name in JSON is `Remark::code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remark {
    /// `tronque`: truncated instead of rounded; accepted.
    Truncated,
    /// `erratum`: the figure the corrigé misprints; accepted.
    Erratum,
    /// `arrondi-intermediaire`: reached by rounding intermediate results; accepted.
    RoundedPath,
    /// `autre-valeur`: another accepted figure or route.
    OtherAccepted,
    /// `trop-arrondi`: right value, too coarsely rounded.
    TooCoarse,
    /// `points-pourcent`: percent written for points or the other way round.
    PercentPoints,
    /// `point-decimal`: the dot was read as a decimal comma; soft note.
    Dot,
    /// `forme-decimale`: the percentage was written as a fraction (0,2564 for 25,64 %).
    DecimalForm,
    /// `autre-unite`: right once converted (1 280 min for 21 h 20).
    Converted,
    /// `vide`, `illisible`, `ambigu`.
    Blank,
    Unreadable,
    Ambiguous,
}

/// A known mistake; codes are those of `docs/diagnostics.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SlipCode {
    Trap,
    Inverse,
    FinalBase,
    Difference,
    Coefficient,
    Factor100,
    PowerOfTen,
    Sign,
    Complement,
    PercentPoints,
    NeighbourCell,
    SimpleMean,
    WrongTotal,
    OperatorSwap,
    ForgottenTerm,
    WholeRounding,
    DecimalHours,
    EarlyRounding,
    SwappedDigits,
    Unit,
    AddedRates,
}

/// Everything the screen, the journal and the headless command need to know of one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub reading: Reading,
    /// The value as understood, in the item's unit.
    pub value: Option<Decimal>,
    pub remark: Option<Remark>,
    pub slip: Option<SlipCode>,
    /// Right given the learner's own earlier results.
    pub carried: bool,
    /// One or two French sentences, kind and precise, that never give the answer away.
    pub message: String,
    pub why: Why,
}

/// The answer to "Pourquoi ?".
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Why {
    /// How the answer was read: "25,64 %".
    pub read_as: Option<String>,
    /// The accepted interval, bounds included: "de 25,635 % à 25,645 %".
    pub interval: Option<String>,
    /// Distance to the expected value.
    pub distance: Option<String>,
    /// The nearest known slip, as a sentence.
    pub nearest_slip: Option<String>,
}

impl Remark {
    pub fn code(self) -> &'static str {
        ""
    }
}
impl SlipCode {
    pub fn code(self) -> &'static str {
        ""
    }
}
