//! Rounding exact decimals the way a corrigé does. Choosing how many decimals is the caller's work.

use rust_decimal::{Decimal, RoundingStrategy};

/// Rounds to `decimals` decimals, ties half away from zero (2.675 → 2.68, −0.5 → −1).
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Drops the decimals after the first `decimals` ones (2.679 → 2.67, −2.679 → −2.67).
pub fn truncate(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::ToZero)
}

/// The smallest whole number that is not below `value` (21.33 → 22, −1.5 → −1).
pub fn ceil(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity)
}

/// The largest whole number that is not above `value` (21.99 → 21, −1.5 → −2).
pub fn floor(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(0, RoundingStrategy::ToNegativeInfinity)
}

/// Removes the noise that divisions leave in the last of 28 digits, so that (1/3)×3 is 1.
///
/// Keeps 20 decimals, fewer when the whole part is long; the result has no trailing zeros.
pub fn settle(value: Decimal) -> Decimal {
    let whole = value.trunc().abs();
    let digits = if whole.is_zero() { 0 } else { whole.mantissa().to_string().len() as u32 };
    round(value, 25_u32.saturating_sub(digits).min(20)).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn ties_go_away_from_zero() {
        for (value, decimals, expected) in [
            ("2.675", 2, "2.68"),
            ("-2.675", 2, "-2.68"),
            ("419.5675", 3, "419.568"),
            ("34.125", 2, "34.13"),
            ("0.5", 0, "1"),
            ("-0.5", 0, "-1"),
            ("0.4999999", 0, "0"),
            ("2.5", 4, "2.5"),
        ] {
            assert_eq!(round(d(value), decimals), d(expected), "{value} to {decimals}");
        }
    }

    #[test]
    fn whole_numbers_up_and_down() {
        for (value, down, up, cut) in [
            ("21.33", "21", "22", "21"),
            ("-1.5", "-2", "-1", "-1"),
            ("3", "3", "3", "3"),
            ("0.0001", "0", "1", "0"),
        ] {
            assert_eq!((floor(d(value)), ceil(d(value))), (d(down), d(up)), "{value}");
            assert_eq!(truncate(d(value), 0), d(cut), "{value}");
        }
    }

    #[test]
    fn the_noise_of_divisions_is_settled() {
        for (a, b) in [("1", "3"), ("10000000000", "3"), ("22", "7"), ("123456789012", "9.7")] {
            let quotient = d(a).checked_div(d(b)).unwrap();
            assert_eq!(settle(quotient.checked_mul(d(b)).unwrap()), d(a).normalize(), "{a}/{b}");
        }
    }

    proptest! {
        /// The independent definition: whole arithmetic on the mantissa.
        #[test]
        fn agrees_with_whole_arithmetic(mantissa in -10_i128.pow(20)..10_i128.pow(20), scale in 0_u32..12, decimals in 0_u32..12) {
            let value = Decimal::from_i128_with_scale(mantissa, scale);
            let drop = 10_i128.pow(scale.saturating_sub(decimals));
            let away = (mantissa.abs() + drop / 2) / drop * mantissa.signum();
            let cut = mantissa / drop;
            let kept = scale.min(decimals);
            prop_assert_eq!(round(value, decimals), Decimal::from_i128_with_scale(away, kept));
            prop_assert_eq!(truncate(value, decimals), Decimal::from_i128_with_scale(cut, kept));
            prop_assert_eq!(floor(value), Decimal::from(mantissa.div_euclid(10_i128.pow(scale))));
            prop_assert_eq!(ceil(value), Decimal::from(-(-mantissa).div_euclid(10_i128.pow(scale))));
        }
    }
}
