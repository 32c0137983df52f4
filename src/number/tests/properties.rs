//! What holds of every text and every figure.

use proptest::prelude::*;

use super::*;
use crate::number::{french, rounding};

fn unit() -> impl Strategy<Value = Unit> {
    proptest::sample::select(Unit::ALL.to_vec())
}

/// A figure that fits its unit: a mark is not above its maximum.
fn figure() -> impl Strategy<Value = (Decimal, Unit, u32)> {
    (-10_i128.pow(15)..10_i128.pow(15), 0_u32..9, unit(), 0_u32..7).prop_map(
        |(mantissa, scale, unit, decimals)| {
            let value = Decimal::from_i128_with_scale(mantissa, scale);
            let value = match unit {
                Unit::Mark(maximum) => (value % Decimal::from(maximum)).abs(),
                _ => value,
            };
            (value, unit, decimals)
        },
    )
}

/// Text made of what figures are made of: far likelier to go deep than any Unicode.
fn figure_like() -> impl Strategy<Value = String> {
    let pieces = [
        "1",
        "2",
        "400",
        "0",
        ",",
        ".",
        " ",
        "\u{a0}",
        "\u{202f}",
        "'",
        "’",
        "''",
        "%",
        "€",
        "k",
        "M",
        "h",
        "min",
        "s",
        "points",
        "de",
        "pts",
        "(",
        ")",
        "+",
        "-",
        "−",
        "*",
        "×",
        "x",
        "/",
        ":",
        "=",
        "≈",
        "^",
        "³",
        "e",
        "E3",
        "½",
        "visiteurs",
        "par",
        "d'euros",
        "millions",
        "environ",
        "sur",
        "et",
        "\u{200b}",
        "\t",
        "\u{1b}",
        "zz",
        "20",
    ];
    prop::collection::vec(proptest::sample::select(pieces.to_vec()), 0..30)
        .prop_map(|pieces| pieces.concat())
}

/// Holds of every reading of every text.
fn sound(raw: &str, reading: &Reading) -> Result<(), TestCaseError> {
    match reading {
        Reading::Unreadable(error) => {
            prop_assert!(error.at <= raw.chars().count());
            let message = error.message();
            prop_assert!(message.chars().count() < 400 && !message.chars().any(char::is_control));
        }
        Reading::Quantity(quantity) => {
            let echo = french::echo(quantity);
            prop_assert!(echo.chars().any(|c| c.is_ascii_digit()), "{echo:?}");
        }
        Reading::Ambiguous { thousands, decimal } => {
            prop_assert!(thousands.value != decimal.value);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back((value, unit, decimals) in figure()) {
        let rounded = rounding::round(value, decimals);
        for text in [french::quantity(value, unit, decimals), french::signed(value, unit, decimals)] {
            let quantity = quantity_as(&text, unit);
            prop_assert_eq!(quantity.value, rounded, "{}", text);
            prop_assert_eq!(quantity.decimals, decimals, "{}", text);
            let plain = matches!(unit, Unit::Number | Unit::Count);
            prop_assert_eq!(quantity.unit, (!plain).then_some(unit), "{}", text);
            prop_assert!(!quantity.dot);
        }
        let exact = quantity(&french::exact(value));
        prop_assert_eq!(exact.value, value);
    }

    #[test]
    fn a_printed_duration_is_read_back(seconds in -10_000_000_i64..10_000_000) {
        let text = french::clock(Decimal::from(seconds));
        prop_assert_eq!(quantity(&text).value_in(Unit::Second), Some(Decimal::from(seconds)), "{}", text);
    }

    #[test]
    fn the_echo_of_a_literal_reads_as_the_literal(raw in figure_like(), unit in unit()) {
        let Reading::Quantity(first) = read_as(&raw, unit) else { return Ok(()) };
        if first.form == crate::number::Form::Literal {
            let echo = french::echo(&first);
            let second = quantity_as(&echo, first.unit.unwrap_or(unit));
            prop_assert_eq!(second.value, first.value, "{} → {}", raw, echo);
            prop_assert_eq!(second.decimals, first.decimals, "{} → {}", raw, echo);
        }
    }

    #[test]
    fn reading_is_sound_on_any_text(raw in any::<String>(), unit in unit()) {
        sound(&raw, &read(&raw))?;
        sound(&raw, &read_as(&raw, unit))?;
    }

    #[test]
    fn reading_is_sound_on_text_like_figures(raw in figure_like(), unit in unit()) {
        sound(&raw, &read(&raw))?;
        sound(&raw, &read_as(&raw, unit))?;
    }

    #[test]
    fn blanks_of_every_kind_group_alike(groups in prop::collection::vec(100_u32..1000, 1..6), blank in proptest::sample::select(vec![' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}', '’', '\''])) {
        let texts: Vec<String> = groups.iter().map(u32::to_string).collect();
        let grouped = texts.join(&blank.to_string());
        prop_assert_eq!(quantity(&grouped), quantity(&texts.concat()));
    }

    #[test]
    fn setting_a_set_text_changes_nothing(text in "[ a'’«»:;?!%€0-9\u{a0}\u{202f}\u{2009}\\-−(=h.,\n]{0,24}") {
        let once = french::typeset(&text);
        prop_assert_eq!(&french::typeset(&once), &once);
        prop_assert_eq!(once.chars().count(), text.chars().count());
    }
}
