//! What a check answers: verdict, remark, diagnosis, and the reasons behind them.

use rust_decimal::Decimal;

use crate::formula::slips::SlipCode;
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

impl Verdict {
    /// The word of the headless command and of exports.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Right => "juste",
            Verdict::Close => "presque",
            Verdict::Wrong => "faux",
            Verdict::Neutral => "neutre",
        }
    }
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
    /// `forme-duree`: the right duration, its hours and minutes written as decimals (21,20 for 21 h 20).
    DurationForm,
    /// `vide`: nothing was typed.
    Blank,
    /// `illisible`: not a quantity.
    Unreadable,
    /// `ambigu`: two readings exist (1.234).
    Ambiguous,
}

impl Remark {
    /// The name of the remark in JSON and in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Remark::Truncated => "tronque",
            Remark::Erratum => "erratum",
            Remark::RoundedPath => "arrondi-intermediaire",
            Remark::OtherAccepted => "autre-valeur",
            Remark::TooCoarse => "trop-arrondi",
            Remark::PercentPoints => "points-pourcent",
            Remark::Dot => "point-decimal",
            Remark::DecimalForm => "forme-decimale",
            Remark::Converted => "autre-unite",
            Remark::DurationForm => "forme-duree",
            Remark::Blank => "vide",
            Remark::Unreadable => "illisible",
            Remark::Ambiguous => "ambigu",
        }
    }
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
    /// How far a wrong answer is, in words that give nothing away: "plusieurs fois trop grand".
    pub rough: Option<String>,
    /// The accepted interval, bounds included: "de 25,635 % à 25,645 %".
    pub interval: Option<String>,
    /// Distance to the expected value.
    pub distance: Option<String>,
    /// The nearest known slip, as a sentence.
    pub nearest_slip: Option<String>,
}
