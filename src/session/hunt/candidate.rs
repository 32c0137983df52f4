//! Whether a slip may be planted: it must change the answer for good, and stay believable.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use crate::check::{self, Context, Paper, SlipCode, Verdict};
use crate::formula::Data;
use crate::model::Numeric;
use crate::number::french;
use crate::number::rounding::round;

/// A slip, and whether it was found fit for a hunt.
pub(super) struct Candidate<T> {
    pub code: SlipCode,
    pub value: Decimal,
    pub what: T,
    sound: OnceCell<bool>,
}

impl<T> Candidate<T> {
    pub fn new(code: SlipCode, value: Decimal, what: T) -> Self {
        Candidate { code, value, what, sound: OnceCell::new() }
    }

    /// The check would call the value wrong, and nobody would laugh at it.
    pub fn is_sound(&self, paper: &Paper, item: &Numeric) -> bool {
        *self.sound.get_or_init(|| {
            !round(self.value, item.decimals).is_zero()
                && is_wrong(paper, item, self.value)
                && (is_typical(self.code)
                    || is_believable(paper, item, self.value)
                        && is_near(item.exact, self.value, most_times(self.code)))
        })
    }
}

fn is_wrong(paper: &Paper, item: &Numeric, value: Decimal) -> bool {
    let figure = french::decimal(value, item.decimals);
    let symbol = item.unit.symbol();
    let typed = if symbol.starts_with('/') { figure } else { format!("{figure} {symbol}") };
    let context = Context::new(paper).through(paper);
    check::judge(item, &context, &typed).verdict == Verdict::Wrong
}

/// Slips of the method itself lead where they lead: that is how they are noticed.
fn is_typical(code: SlipCode) -> bool {
    matches!(
        code,
        SlipCode::Inverse
            | SlipCode::FinalBase
            | SlipCode::Difference
            | SlipCode::Coefficient
            | SlipCode::Factor100
            | SlipCode::PercentPoints
            | SlipCode::Sign
    )
}

fn is_believable(paper: &Paper, item: &Numeric, value: Decimal) -> bool {
    let right = paper.item(&item.id);
    right.is_some_and(|right| check::absurd(&right, Some(item), value).is_none())
}

/// How many times larger or smaller than the right one a result may be: a figure is not taken for
/// one of another size altogether, and whoever adds instead of dividing looks twice at thousands.
fn most_times(code: SlipCode) -> u32 {
    match code {
        SlipCode::NeighbourCell => 20,
        _ => 100,
    }
}

fn is_near(right: Decimal, value: Decimal, times: u32) -> bool {
    let (right, value) = (right.abs(), value.abs());
    let times = Decimal::from(times);
    let within = |a: Decimal, b: Decimal| b.checked_mul(times).is_some_and(|most| a <= most);
    within(right, value) && within(value, right)
}
