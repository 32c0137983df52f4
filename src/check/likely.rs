//! The mistakes a class is likely to make on a figure, for a show of hands.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::survey::{Known, survey};
use super::{Context, SlipCode, absurd, shown};
use crate::formula::{Data, Figure};
use crate::model::{Numeric, Tolerance};

/// A mistake, where it leads, and what answers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    pub code: SlipCode,
    /// In the item's unit.
    pub value: Decimal,
    /// The value as a candidate would write it.
    pub shown: String,
    /// What was probably done and what to do instead, without the right figure.
    pub sentence: String,
}

/// The likeliest mistakes first, at most `most`, each with a figure of its own.
pub fn likely(item: &Numeric, data: &dyn Data, most: usize) -> Vec<Likely> {
    let mut seen = HashSet::from([shown(item)]);
    survey(item, &Context::new(data))
        .applying
        .into_iter()
        .filter(|known| tempting(known.code) && believable(item, known.figure))
        .map(|known| figure(item, known))
        .filter(|likely| seen.insert(likely.shown.clone()))
        .take(most)
        .collect()
}

/// Slips of the pen are no way of reasoning: nobody would raise a hand for them.
fn tempting(code: SlipCode) -> bool {
    !matches!(
        code,
        SlipCode::SwappedDigits
            | SlipCode::EarlyRounding
            | SlipCode::PowerOfTen
            | SlipCode::Factor100
            | SlipCode::Unit
    )
}

/// A figure that cannot be, for its unit, tempts nobody either.
fn believable(item: &Numeric, value: Decimal) -> bool {
    let Numeric { exact, unit, decimals, .. } = *item;
    let right = Figure { value: exact, unit, decimals, label: item.label.clone(), place: None };
    absurd(&right, Some(item), value).is_none()
}

fn figure(item: &Numeric, known: Known) -> Likely {
    let Known { code, figure: value, sentence, decimals, .. } = known;
    let wrong = Numeric { exact: value, decimals, tolerance: Tolerance::Default, ..item.clone() };
    Likely { code, value, shown: shown(&wrong), sentence }
}
