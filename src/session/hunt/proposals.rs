//! The names proposed for a slip: the right one, and others the step invites that could not be
//! said of the same copy.

use rust_decimal::Decimal;

use super::PROPOSALS;
use crate::check::SlipCode;
use crate::number::rounding::round;
use crate::session::dice::Dice;

/// A slip the step invites, and where it leads.
pub(super) struct Rival {
    pub code: SlipCode,
    pub value: Decimal,
}

/// Names that a fair reader could give to one and the same line.
const ALIKE: &[(SlipCode, SlipCode)] = &[
    (SlipCode::Sign, SlipCode::Inverse),
    (SlipCode::Sign, SlipCode::Subtraction),
    (SlipCode::Sign, SlipCode::Sum),
    (SlipCode::Inverse, SlipCode::FinalBase),
    (SlipCode::Inverse, SlipCode::Division),
    (SlipCode::ForgottenTerm, SlipCode::WrongTotal),
    (SlipCode::ForgottenTerm, SlipCode::Difference),
    (SlipCode::ForgottenTerm, SlipCode::Coefficient),
    (SlipCode::ForgottenTerm, SlipCode::PercentPoints),
    (SlipCode::ForgottenTerm, SlipCode::SimpleMean),
    (SlipCode::ForgottenTerm, SlipCode::Complement),
    (SlipCode::ForgottenTerm, SlipCode::Unit),
    (SlipCode::ForgottenTerm, SlipCode::Factor100),
    (SlipCode::Difference, SlipCode::Subtraction),
    (SlipCode::Difference, SlipCode::PercentPoints),
    (SlipCode::Difference, SlipCode::Factor100),
    (SlipCode::Coefficient, SlipCode::Division),
    (SlipCode::Coefficient, SlipCode::Inverse),
    (SlipCode::Coefficient, SlipCode::PercentPoints),
    (SlipCode::PercentPoints, SlipCode::Division),
    (SlipCode::PercentPoints, SlipCode::Subtraction),
    (SlipCode::PercentPoints, SlipCode::Unit),
    (SlipCode::Factor100, SlipCode::PowerOfTen),
    (SlipCode::Factor100, SlipCode::Unit),
    (SlipCode::Factor100, SlipCode::Division),
    (SlipCode::PowerOfTen, SlipCode::Unit),
    (SlipCode::NeighbourCell, SlipCode::SwappedDigits),
    (SlipCode::NeighbourCell, SlipCode::WrongTotal),
    (SlipCode::NeighbourCell, SlipCode::FinalBase),
    (SlipCode::SimpleMean, SlipCode::WrongTotal),
    (SlipCode::SimpleMean, SlipCode::AddedRates),
    (SlipCode::AddedRates, SlipCode::Sum),
    (SlipCode::Complement, SlipCode::Sum),
    (SlipCode::Complement, SlipCode::Subtraction),
    (SlipCode::WrongTotal, SlipCode::Subtraction),
    (SlipCode::WrongTotal, SlipCode::Sum),
    (SlipCode::WrongTotal, SlipCode::Division),
    (SlipCode::Precedence, SlipCode::ForgottenTerm),
    (SlipCode::Precedence, SlipCode::Complement),
    (SlipCode::Precedence, SlipCode::FinalBase),
    (SlipCode::WholeRounding, SlipCode::EarlyRounding),
    (SlipCode::DecimalHours, SlipCode::Unit),
];

/// What completes the list where the step invites too few: slips anybody makes anywhere.
const COMMON: &[SlipCode] = &[
    SlipCode::SwappedDigits,
    SlipCode::NeighbourCell,
    SlipCode::ForgottenTerm,
    SlipCode::PowerOfTen,
    SlipCode::Sum,
    SlipCode::Inverse,
    SlipCode::EarlyRounding,
    SlipCode::Product,
];

/// Four names, the right one among them, in an order of chance.
pub(super) fn proposals(
    code: SlipCode,
    value: Decimal,
    decimals: u32,
    rivals: &[Rival],
    dice: &mut Dice,
) -> Vec<SlipCode> {
    let shown = round(value, decimals);
    let mut invited: Vec<SlipCode> = rivals.iter().map(|rival| rival.code).collect();
    invited.sort_unstable();
    invited.dedup();
    dice.shuffle(&mut invited);
    let leads_there =
        |code: SlipCode| rivals.iter().any(|r| r.code == code && round(r.value, decimals) == shown);
    let mut others: Vec<SlipCode> = Vec::new();
    for other in invited.into_iter().chain(COMMON.iter().copied()) {
        let fair = other != code && !alike(other, code) && !leads_there(other);
        if fair && !others.contains(&other) && others.len() + 1 < PROPOSALS {
            others.push(other);
        }
    }
    others.insert(dice.below(others.len() + 1), code);
    others
}

fn alike(a: SlipCode, b: SlipCode) -> bool {
    ALIKE.contains(&(a, b)) || ALIKE.contains(&(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn another_name_for_the_same_figure_is_not_proposed() {
        let rivals: Vec<Rival> = [
            (SlipCode::FinalBase, "12.31"),
            (SlipCode::Product, "12.29"),
            (SlipCode::Sum, "80"),
            (SlipCode::Coefficient, "90"),
            (SlipCode::Sign, "-3"),
        ]
        .map(|(code, value)| Rival { code, value: dec(value) })
        .into();
        for seed in 0..50 {
            let mut dice = Dice::new(seed);
            let names = proposals(SlipCode::FinalBase, dec("12.31"), 1, &rivals, &mut dice);
            assert_eq!(names.len(), PROPOSALS);
            assert_eq!(names.iter().filter(|n| **n == SlipCode::FinalBase).count(), 1);
            assert!(!names.contains(&SlipCode::Product), "{names:?}");
            assert!(!names.contains(&SlipCode::Inverse), "{names:?}");
        }
    }

    #[test]
    fn there_are_always_enough_names() {
        for code in SlipCode::ALL {
            let names = proposals(code, Decimal::ONE, 0, &[], &mut Dice::new(1));
            assert_eq!(names.len(), PROPOSALS, "{code:?}");
        }
    }
}
