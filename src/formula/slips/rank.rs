//! How specific a slip is: it is told before those of a higher rank.

/// A rounding to the wrong whole number.
pub(super) const WHOLE: u8 = 5;
/// Hours and minutes confused.
pub(super) const HOURS: u8 = 8;
/// The shape of the whole formula: a wrong base, an inverted quotient.
pub(super) const SHAPE: u8 = 10;
/// Successive changes added.
pub(super) const ADDED_RATES: u8 = 12;
/// A percentage and what remains of it confused.
pub(super) const PERCENTAGE: u8 = 15;
/// The shape of a part of the formula.
pub(super) const PART: u8 = 20;
/// Operations out of turn.
pub(super) const PRECEDENCE: u8 = 23;
/// Another unit of the family.
pub(super) const UNIT: u8 = 24;
pub(super) const HUNDRED: u8 = 26;
pub(super) const SIGN: u8 = 28;
/// A change computed from its end: told after the sign, which it often comes close to.
pub(super) const BACKWARDS: u8 = 29;
/// The whole computation on another row or column.
pub(super) const SHIFTED: u8 = 30;
pub(super) const COMPLEMENT: u8 = 32;
/// An inverted quotient that was not multiplied by 100 either.
pub(super) const BARE_INVERSE: u8 = 33;
/// The figure next to the right one.
pub(super) const NEXT: u8 = 34;
/// One operation for another, at the root.
pub(super) const SWAPPED: u8 = 36;
/// A comma out of place, by other powers than those of a percentage.
pub const POWER_OF_TEN: u8 = 38;
/// From here on, slips would fit many figures: a match means less.
pub const GENERIC: u8 = 40;
/// A figure of the same row, further away.
pub(super) const SAME_ROW: u8 = 42;
pub(super) const OTHER_ROW: u8 = 44;
pub(super) const FORGOTTEN: u8 = 46;
pub(super) const FORGOTTEN_INSIDE: u8 = 48;
pub(super) const SWAPPED_INSIDE: u8 = 50;
pub(super) const EARLY_ROUNDING: u8 = 60;
pub(super) const DIGITS: u8 = 70;
