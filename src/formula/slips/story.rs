//! What was done wrong, with the labels and figures the sentence needs.

use super::SlipCode;
use crate::model::Op;
use crate::number::Unit;

/// A figure or a computation as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// "Visiteurs, T1", or the words of a computation.
    pub name: String,
    /// "452"; `None` for a computation, and where it would give the answer away.
    pub figure: Option<String>,
}

/// What was probably done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Story {
    Inverse {
        above: Mention,
        below: Mention,
    },
    Backwards {
        from: Mention,
        to: Mention,
    },
    FinalBase {
        from: Mention,
        to: Mention,
    },
    GapOnly {
        from: Mention,
        to: Mention,
    },
    NotDivided {
        base: Mention,
    },
    MultiplierForRate {
        from: Mention,
        to: Mention,
    },
    RateForMultiplier {
        from: Mention,
        to: Mention,
    },
    TimesHundred,
    OverHundred,
    PowerOfTen {
        too_large: bool,
    },
    Sign {
        ends: Option<(Mention, Mention)>,
    },
    /// A minus sign where nothing is subtracted.
    Negative,
    /// What is missing to make 100 %; the part that is asked for, where the question names one.
    ComplementOfResult {
        asked: Option<Mention>,
    },
    /// A percentage taken where what remains was meant, or the other way round.
    ComplementOfFactor {
        percent: Mention,
        remainder_meant: bool,
    },
    /// A percentage added where it is taken off.
    AddedPercentage {
        percent: Mention,
    },
    ChangeForGap {
        from: Mention,
        to: Mention,
    },
    GapForChange {
        from: Mention,
        to: Mention,
    },
    /// The whole computation on another row or column.
    Shifted {
        taken: String,
        expected: String,
    },
    OtherCell {
        taken: Mention,
        expected: Mention,
    },
    SimpleMean {
        count: usize,
    },
    MeanOfRates {
        count: usize,
    },
    LeftOut {
        term: Mention,
    },
    /// Only the two sides of a difference in the base: promoters and detractors.
    OnlyCompared {
        one: Mention,
        other: Mention,
    },
    ByTheCount {
        count: usize,
    },
    Swapped {
        done: Op,
        expected: Op,
        left: Mention,
        right: Mention,
    },
    ForgottenTerm {
        term: Mention,
    },
    ForgottenFactor {
        factor: Mention,
    },
    ForgottenDivisor {
        divisor: Mention,
    },
    Whole {
        up_expected: bool,
    },
    Unrounded {
        up_expected: bool,
    },
    DecimalsAsMinutes,
    MinutesAsDecimals,
    /// The same of minutes and seconds.
    DecimalsAsSeconds,
    SecondsAsDecimals,
    EarlyRounding,
    SwappedDigits,
    OtherUnit {
        taken: Unit,
        expected: Unit,
    },
    AddedRates,
    /// Divided by the number of other periods, or of figures.
    OtherDivisor {
        taken: u32,
        expected: Mention,
    },
    /// `÷ 1,2` undone by taking 20 % off.
    PercentageUndone {
        multiplier: String,
        percent: String,
    },
    /// `× 1,2` or `× 0,8` done with 0,2.
    PartForWhole {
        multiplier: String,
        part: String,
    },
    /// An operation done before the one that parentheses put first, or after one it comes behind.
    Precedence {
        first: Op,
        expected: Op,
    },
}

impl Story {
    /// The code the slip is recorded under.
    pub fn code(&self) -> SlipCode {
        match self {
            Story::Inverse { .. } | Story::Backwards { .. } => SlipCode::Inverse,
            Story::FinalBase { .. } => SlipCode::FinalBase,
            Story::GapOnly { .. } | Story::NotDivided { .. } => SlipCode::Difference,
            Story::MultiplierForRate { .. } | Story::RateForMultiplier { .. } => {
                SlipCode::Coefficient
            }
            Story::TimesHundred | Story::OverHundred => SlipCode::Factor100,
            Story::PowerOfTen { .. } => SlipCode::PowerOfTen,
            Story::Sign { .. } | Story::Negative => SlipCode::Sign,
            Story::ComplementOfResult { .. } | Story::ComplementOfFactor { .. } => {
                SlipCode::Complement
            }
            Story::ChangeForGap { .. } | Story::GapForChange { .. } => SlipCode::PercentPoints,
            Story::Shifted { .. } | Story::OtherCell { .. } => SlipCode::NeighbourCell,
            Story::SimpleMean { .. } | Story::MeanOfRates { .. } => SlipCode::SimpleMean,
            Story::LeftOut { .. }
            | Story::OnlyCompared { .. }
            | Story::ByTheCount { .. }
            | Story::OtherDivisor { .. } => SlipCode::WrongTotal,
            Story::AddedPercentage { .. } => SlipCode::Sum,
            Story::PartForWhole { .. } => SlipCode::Complement,
            Story::PercentageUndone { .. } => SlipCode::FinalBase,
            Story::Precedence { .. } => SlipCode::Precedence,
            Story::Swapped { done, .. } => operation_code(*done),
            Story::ForgottenTerm { .. }
            | Story::ForgottenFactor { .. }
            | Story::ForgottenDivisor { .. } => SlipCode::ForgottenTerm,
            Story::Whole { .. } | Story::Unrounded { .. } => SlipCode::WholeRounding,
            Story::DecimalsAsMinutes
            | Story::MinutesAsDecimals
            | Story::DecimalsAsSeconds
            | Story::SecondsAsDecimals => SlipCode::DecimalHours,
            Story::EarlyRounding => SlipCode::EarlyRounding,
            Story::SwappedDigits => SlipCode::SwappedDigits,
            Story::OtherUnit { .. } => SlipCode::Unit,
            Story::AddedRates => SlipCode::AddedRates,
        }
    }
}

fn operation_code(done: Op) -> SlipCode {
    match done {
        Op::Add => SlipCode::Sum,
        Op::Subtract => SlipCode::Subtraction,
        Op::Multiply => SlipCode::Product,
        Op::Divide => SlipCode::Division,
    }
}
