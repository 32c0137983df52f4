//! Whether a value is close enough to the expected one: rounding, truncation and the
//! tolerances an author may set. Knows nothing of units, of reading or of sentences.

use rust_decimal::Decimal;

use crate::model::Tolerance;
use crate::number::rounding::round;

/// Decimals kept of a computed value, or so many more than are expected: `1/3 × 3` must be 1
/// for a tie or a whole number rounded up to fall right, and a tiny figure must not become zero.
const KEPT: u32 = 14;
const SPARE: u32 = 6;

/// Decimals that a change of unit may spoil: an hour is 3 600 s.
const LOST: u32 = 4;

/// The finest step a [`Decimal`] can hold.
const FINEST: u32 = 28;

/// What an answer is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The exact value.
    exact: Decimal,
    /// One unit of the last decimal a candidate is expected to give.
    step: Decimal,
    tolerance: Tolerance,
    /// Decimals beyond which a computed value is noise.
    places: u32,
}

/// A value as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Typed {
    pub value: Decimal,
    /// One unit of its last written decimal; zero for an expression, which is exact.
    pub step: Decimal,
}

/// How a value stands to the expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    Right,
    /// Cut at the last decimal instead of rounded.
    Truncated,
    /// The right value, rounded more coarsely than asked.
    TooCoarse,
    Off,
}

/// The values accepted, bounds included.
#[derive(Debug, Clone, PartialEq)]
pub enum Window {
    Between(Decimal, Decimal),
    OneOf(Vec<Decimal>),
}

/// One unit of the `decimals`-th decimal.
pub fn step_of(decimals: u32) -> Decimal {
    Decimal::try_from_i128_with_scale(1, decimals.min(FINEST)).unwrap_or(Decimal::ZERO)
}

impl Typed {
    /// A literal with so many decimals.
    pub fn literal(value: Decimal, decimals: u32) -> Self {
        Typed { value, step: step_of(decimals) }
    }

    /// The value of an expression: exact, so nothing was rounded.
    pub fn exact(value: Decimal) -> Self {
        Typed { value, step: Decimal::ZERO }
    }

    /// The same amount counted in a unit `factor` times smaller; `None` where it overflows.
    pub fn scaled(self, factor: Decimal) -> Option<Self> {
        Some(Typed { value: self.value.checked_mul(factor)?, step: self.step.checked_mul(factor)? })
    }
}

impl Target {
    /// `exact` is the value of a formula, `decimals` those a candidate is expected to give.
    pub fn new(exact: Decimal, decimals: u32, tolerance: &Tolerance) -> Self {
        let (decimals, tolerance) = match tolerance {
            Tolerance::Decimals(other) => (*other, Tolerance::Default),
            same => (decimals, same.clone()),
        };
        let places = decimals.saturating_add(SPARE).clamp(KEPT, FINEST);
        Target { exact: round(exact, places), step: step_of(decimals), tolerance, places }
    }

    /// The same target counted in a unit `factor` times smaller; `None` where it overflows.
    pub fn scaled(&self, factor: Decimal) -> Option<Self> {
        let times = |value: Decimal| value.checked_mul(factor);
        let tolerance = match &self.tolerance {
            Tolerance::Absolute(width) => Tolerance::Absolute(times(*width)?),
            Tolerance::Between(low, high) => Tolerance::Between(times(*low)?, times(*high)?),
            Tolerance::OneOf(values) => {
                Tolerance::OneOf(values.iter().map(|value| times(*value)).collect::<Option<_>>()?)
            }
            // The whole number is one of the item's unit: settle it before the scale is lost.
            Tolerance::WholeUp => Tolerance::OneOf(vec![times(self.exact.ceil())?]),
            Tolerance::WholeDown => Tolerance::OneOf(vec![times(self.exact.floor())?]),
            same => same.clone(),
        };
        Some(Target {
            // A repeating decimal loses as many digits as the factor has.
            exact: round(times(self.exact)?, self.places.saturating_sub(LOST)),
            step: times(self.step)?,
            tolerance,
            places: self.places.saturating_sub(LOST),
        })
    }

    /// Judges one value.
    pub fn fit(&self, typed: Typed) -> Fit {
        let typed = self.settled(typed);
        if self.holds(typed) {
            return Fit::Right;
        }
        if !matches!(self.tolerance, Tolerance::Default) {
            return Fit::Off;
        }
        if self.too_coarse(typed.step) {
            // A zero that stands for something has lost all of it.
            return if !typed.value.is_zero() && within(typed.value, self.exact, typed.step) {
                Fit::TooCoarse
            } else {
                Fit::Off
            };
        }
        let step = typed.step.max(self.step);
        if truncate(self.exact, step) == Some(typed.value) { Fit::Truncated } else { Fit::Off }
    }

    /// An expression without the noise of its divisions.
    fn settled(&self, typed: Typed) -> Typed {
        if typed.step.is_zero() {
            return Typed { value: round(typed.value, self.places), ..typed };
        }
        typed
    }

    /// The values accepted when they are written to this step.
    pub fn window(&self, step: Decimal) -> Window {
        match &self.tolerance {
            Tolerance::Default | Tolerance::Decimals(_) => {
                let step = if self.too_coarse(step) { self.step } else { step.max(self.step) };
                self.around(step.checked_div(Decimal::TWO).unwrap_or_default())
            }
            Tolerance::Absolute(width) => self.around(*width),
            Tolerance::Relative(share) => self.around(self.share(*share).unwrap_or_default()),
            Tolerance::Between(low, high) => Window::Between(*low, *high),
            Tolerance::WholeUp => Window::OneOf(vec![self.exact.ceil()]),
            Tolerance::WholeDown => Window::OneOf(vec![self.exact.floor()]),
            Tolerance::OneOf(values) => Window::OneOf(values.clone()),
        }
    }

    /// The expected value to the expected precision: always accepted, whatever the tolerance
    /// around the exact value, since it is what the corrigé shows.
    fn shown(&self) -> Option<Decimal> {
        round_to(self.exact, self.step)
    }

    fn holds(&self, typed: Typed) -> bool {
        let value = typed.value;
        match &self.tolerance {
            // The exact value is not rounded, so it cannot be rounded too coarsely.
            Tolerance::Default | Tolerance::Decimals(_) => {
                value == self.exact
                    || !self.too_coarse(typed.step)
                        && within(value, self.exact, typed.step.max(self.step))
            }
            Tolerance::Absolute(width) => self.near(value, Some(*width)),
            Tolerance::Relative(share) => self.near(value, self.share(*share)),
            Tolerance::Between(low, high) => *low <= value && value <= *high,
            Tolerance::WholeUp => value == self.exact.ceil(),
            Tolerance::WholeDown => value == self.exact.floor(),
            Tolerance::OneOf(values) => values.contains(&value),
        }
    }

    fn near(&self, value: Decimal, width: Option<Decimal>) -> bool {
        let inside =
            width.zip(distance(value, self.exact)).is_some_and(|(width, gap)| gap <= width);
        inside || self.shown() == Some(value)
    }

    fn share(&self, share: Decimal) -> Option<Decimal> {
        self.exact.abs().checked_mul(share)
    }

    /// More than one decimal short of what is expected.
    fn too_coarse(&self, step: Decimal) -> bool {
        self.step.checked_mul(Decimal::TEN).is_some_and(|coarsest| step > coarsest)
    }

    fn around(&self, width: Decimal) -> Window {
        Window::Between(
            self.exact.checked_sub(width).unwrap_or(Decimal::MIN),
            self.exact.checked_add(width).unwrap_or(Decimal::MAX),
        )
    }
}

/// |a − b|, or `None` where it overflows.
pub fn distance(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_sub(b).map(|gap| gap.abs())
}

/// |value − exact| ≤ step / 2, doubled so that the finest step needs no halving.
pub fn within(value: Decimal, exact: Decimal, step: Decimal) -> bool {
    distance(value, exact)
        .and_then(|gap| gap.checked_mul(Decimal::TWO))
        .is_some_and(|doubled| doubled <= step)
}

/// The multiple of `step` next to `value` on the side of zero.
fn truncate(value: Decimal, step: Decimal) -> Option<Decimal> {
    round(value.checked_div(step)?, KEPT).trunc().checked_mul(step)
}

/// The multiple of `step` nearest to `value`, half away from zero.
pub fn round_to(value: Decimal, step: Decimal) -> Option<Decimal> {
    round(round(value.checked_div(step)?, KEPT), 0).checked_mul(step)
}
