//! What holds whatever the figures: symmetry, monotony, and that nothing ever panics.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::super::Verdict;
use super::super::testing::{item, judged, within};
use super::super::tolerance::{Fit, Target, Typed};
use crate::model::{Numeric, Tolerance};
use crate::number::french;
use crate::number::rounding::{round, truncate};

fn decimal(mantissa: i64, scale: u32) -> Decimal {
    Decimal::new(mantissa, scale)
}

fn default(exact: Decimal, decimals: u32) -> Target {
    Target::new(exact, decimals, &Tolerance::Default)
}

proptest! {
    /// An independent wording of the rule: at k ≥ d decimals, right is between the two halves.
    #[test]
    fn the_default_rule_is_half_a_unit(exact in -10_000_000_i64..10_000_000, scale in 0_u32..7, off in -300_i64..300, d in 0_u32..4, more in 0_u32..3) {
        let exact = decimal(exact, scale);
        let k = d + more;
        let value = round(exact, k) + decimal(off, k);
        let doubled = (value - exact).abs() * Decimal::TWO;
        let right = doubled * Decimal::from(10_i64.pow(d)) <= Decimal::ONE;
        let fit = default(exact, d).fit(Typed::literal(value, k));
        prop_assert_eq!(fit == Fit::Right, right);
        if !right {
            prop_assert_eq!(fit == Fit::Truncated, value == truncate(exact, d));
        }
    }

    /// The expected figure is right at every precision from one decimal short upwards.
    #[test]
    fn the_rounding_is_right_at_every_precision(exact in any::<i64>(), scale in 0_u32..12, d in 1_u32..6, k in 0_u32..10) {
        let exact = decimal(exact, scale);
        prop_assume!(k + 1 >= d);
        for value in [round(exact, k), truncate(exact, k)] {
            let fit = default(exact, d).fit(Typed::literal(value, k));
            prop_assert!(matches!(fit, Fit::Right | Fit::Truncated), "{} for {}: {:?}", value, exact, fit);
        }
        prop_assert_eq!(default(exact, d).fit(Typed::exact(exact)), Fit::Right);
    }

    #[test]
    fn judging_is_symmetric_around_the_value_and_around_zero(exact in -1_000_000_i64..1_000_000, scale in 0_u32..5, gap in 0_i64..200, d in 0_u32..4) {
        let exact = decimal(exact, scale);
        let gap = decimal(gap, d + 2);
        for tolerance in [Tolerance::Absolute(decimal(5, 1)), Tolerance::Relative(decimal(1, 2))] {
            let target = Target::new(exact, d + 3, &tolerance);
            let fits = [exact + gap, exact - gap].map(|value| target.fit(Typed::exact(value)));
            prop_assert_eq!(fits[0], fits[1]);
        }
        let value = Typed::literal(round(exact + gap, d), d);
        let opposite = Typed { value: -value.value, ..value };
        prop_assert_eq!(default(exact, d).fit(value), default(-exact, d).fit(opposite));
    }

    #[test]
    fn a_wider_tolerance_never_turns_right_into_wrong(exact in -1_000_000_i64..1_000_000, value in -1_000_000_i64..1_000_000, width in 0_i64..10_000, more in 0_i64..10_000) {
        let (exact, value) = (decimal(exact, 2), Typed::literal(decimal(value, 2), 2));
        let narrow = Target::new(exact, 2, &Tolerance::Absolute(decimal(width, 2)));
        let wide = Target::new(exact, 2, &Tolerance::Absolute(decimal(width + more, 2)));
        prop_assert!(narrow.fit(value) != Fit::Right || wide.fit(value) == Fit::Right);
        let narrow = Target::new(exact, 2, &Tolerance::Relative(decimal(width, 4)));
        let wide = Target::new(exact, 2, &Tolerance::Relative(decimal(width + more, 4)));
        prop_assert!(narrow.fit(value) != Fit::Right || wide.fit(value) == Fit::Right);
    }

    /// What is printed is read back and right, in French typography.
    #[test]
    fn what_is_shown_is_right(above in 1_i64..100_000, below in 1_i64..100_000, d in 0_u32..5) {
        let share = Numeric { decimals: d, ..item(&format!("{above}/{below}"), "1 %") };
        let shown = french::quantity(share.exact, share.unit, d);
        prop_assert_eq!(judged(&share, &shown).verdict, Verdict::Right, "{}", shown);
    }

    #[test]
    fn any_text_is_judged_without_panic(raw in "\\PC{0,40}", tolerance in 0_usize..6) {
        let tolerance = [
            Tolerance::Default,
            Tolerance::Absolute(Decimal::MAX),
            Tolerance::Relative(Decimal::MAX),
            Tolerance::Decimals(28),
            Tolerance::WholeUp,
            Tolerance::Between(Decimal::MIN, Decimal::MAX),
        ][tolerance].clone();
        judged(&within("1280 min", "21,33 h", tolerance.clone()), &raw);
        judged(&within("359/1400", "25,64 %", tolerance), &raw);
    }

    #[test]
    fn any_figure_is_judged_without_panic(mantissa in any::<i128>(), scale in 0_u32..=28, unit in "( ?(%|points|€|M€|h|min|s|/20|jours))?") {
        let value = Decimal::from_i128_with_scale(mantissa >> 32, scale);
        let raw = format!("{}{unit}", value.to_string().replace('.', ","));
        for one in [item("359/1400", "25,64 %"), item("1280 min", "21,33 h"), item("0", "0"), item("2034 €", "2 034 €")] {
            judged(&one, &raw);
        }
    }
}
