//! A show of hands: the proposals of a step, in an order that gives nothing away, and the count.

use rust_decimal::Decimal;

use crate::check::{self, Likely, Paper};
use crate::model::{Choice, ItemId, Numeric};
use crate::session::walk::fingerprint;

/// Mistakes offered beside the right figure.
const MISTAKES: usize = 3;

/// Most hands a class can raise for one proposal: three digits.
const MOST_HANDS: u16 = 999;

/// One thing to raise a hand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub text: String,
    pub right: bool,
    /// Why it is right or wrong; empty where the method says it.
    pub why: String,
    /// Hands counted; never recorded.
    pub hands: Option<u16>,
}

/// The proposals of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    pub proposals: Vec<Proposal>,
    /// Several proposals may be right.
    pub several: bool,
    /// The proposals are figures.
    pub figures: bool,
    /// The proposal whose hands are being counted.
    pub counting: usize,
}

impl Ballot {
    /// The right figure among the likely mistakes, by ascending value; `None` where no mistake is likely.
    pub fn of_number(item: &Numeric, paper: &Paper) -> Option<Ballot> {
        let mistakes = check::likely(item, paper, MISTAKES);
        if mistakes.is_empty() {
            return None;
        }
        let wrong = |Likely { value, shown, sentence, .. }: Likely| {
            (value, Proposal { text: shown, right: false, why: sentence, hands: None })
        };
        let right =
            Proposal { text: check::shown(item), right: true, why: String::new(), hands: None };
        let mut valued: Vec<(Decimal, Proposal)> = mistakes.into_iter().map(wrong).collect();
        valued.push((item.exact, right));
        valued.sort_by_key(|(value, _)| *value);
        let proposals = valued.into_iter().map(|(_, proposal)| proposal).collect();
        Some(Ballot { proposals, several: false, figures: true, counting: 0 })
    }

    /// The options of a choice, shuffled the same way on every machine.
    pub fn of_choice(id: &ItemId, choice: &Choice) -> Ballot {
        let mut options: Vec<_> = choice.options.iter().collect();
        options.sort_by_key(|option| fingerprint(&format!("{id} {}", option.text)));
        let proposals = options.into_iter().map(|option| Proposal {
            text: option.text.clone(),
            right: option.right,
            why: option.why.clone(),
            hands: None,
        });
        Ballot {
            proposals: proposals.collect(),
            several: choice.several,
            figures: false,
            counting: 0,
        }
    }

    /// Another digit of the count.
    pub fn count(&mut self, digit: u8) {
        let Some(proposal) = self.proposals.get_mut(self.counting) else { return };
        let hands = proposal.hands.unwrap_or_default();
        let longer = hands.saturating_mul(10).saturating_add(u16::from(digit));
        proposal.hands = Some(if longer > MOST_HANDS { hands } else { longer });
    }

    /// Takes a digit back; the count itself when none is left.
    pub fn uncount(&mut self) {
        let Some(proposal) = self.proposals.get_mut(self.counting) else { return };
        proposal.hands = proposal.hands.map(|hands| hands / 10).filter(|hands| *hands > 0);
    }

    /// To the next proposal, round to the first; to the one before when `back`.
    pub fn turn(&mut self, back: bool) {
        let all = self.proposals.len().max(1);
        self.counting = (self.counting + if back { all - 1 } else { 1 }) % all;
    }

    /// Whether any hand was counted.
    pub fn counted(&self) -> bool {
        self.proposals.iter().any(|proposal| proposal.hands.is_some())
    }
}

/// `A`, `B`… the name of a proposal.
pub fn letter(proposal: usize) -> char {
    u8::try_from(proposal).ok().filter(|at| *at < 26).map_or('?', |at| char::from(b'A' + at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ballot(count: usize) -> Ballot {
        let proposal = Proposal { text: "x".into(), right: false, why: String::new(), hands: None };
        Ballot { proposals: vec![proposal; count], several: false, figures: false, counting: 0 }
    }

    #[test]
    fn hands_are_counted_digit_by_digit() {
        let mut ballot = ballot(2);
        assert!(!ballot.counted());
        for digit in [1, 2, 9, 9] {
            ballot.count(digit);
        }
        assert_eq!(ballot.proposals[0].hands, Some(129));
        ballot.uncount();
        assert_eq!(ballot.proposals[0].hands, Some(12));
        ballot.uncount();
        ballot.uncount();
        assert_eq!(ballot.proposals[0].hands, None);
        ballot.turn(true);
        ballot.count(0);
        assert_eq!(ballot.proposals[1].hands, Some(0));
        ballot.turn(false);
        assert_eq!(ballot.counting, 0);
    }

    #[test]
    fn an_empty_ballot_counts_nothing() {
        let mut ballot = ballot(0);
        ballot.turn(false);
        ballot.count(1);
        ballot.uncount();
        assert!(!ballot.counted());
    }

    #[test]
    fn proposals_are_called_by_letters() {
        assert_eq!((letter(0), letter(25), letter(26)), ('A', 'Z', '?'));
    }
}
