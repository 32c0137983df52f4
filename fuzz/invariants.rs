//! What must hold of any text a reader is given. Shared by the fuzz target and by
//! `tests/fuzz_reading.rs`, which runs on a stable toolchain.

use tuteur_ndrc::number::{Form, Reading, Unit, french, read, read_as};

/// Reads `raw` with and without an expected unit and checks what came of it.
pub fn hold(raw: &str, choice: usize) {
    let unit = Unit::ALL[choice % Unit::ALL.len()];
    let alone = read(raw);
    sound(raw, &alone, unit);
    let expected = read_as(raw, unit);
    sound(raw, &expected, unit);
    read_back(&expected, unit);
    invisible_characters_change_nothing(raw, &alone);
}

fn sound(raw: &str, reading: &Reading, unit: Unit) {
    match reading {
        Reading::Unreadable(error) => {
            assert!(error.at <= raw.chars().count(), "{raw:?}: {error:?}");
            let message = error.message();
            assert!(message.chars().count() < 400, "{raw:?}: {message}");
            assert!(!message.chars().any(char::is_control), "{raw:?}: {message:?}");
        }
        Reading::Quantity(quantity) => {
            for echo in [french::echo(quantity), french::echo_as(quantity, unit)] {
                assert!(echo.contains(|c: char| c.is_ascii_digit()), "{raw:?}: {echo}");
                assert!(!echo.chars().any(char::is_control), "{raw:?}: {echo:?}");
            }
        }
        Reading::Ambiguous { thousands, decimal } => {
            assert_ne!(thousands.value, decimal.value, "{raw:?}");
            assert_eq!(thousands.unit, decimal.unit, "{raw:?}");
        }
    }
}

/// The echo of a literal is read as the literal.
fn read_back(reading: &Reading, unit: Unit) {
    let Reading::Quantity(first) = reading else { return };
    if first.form != Form::Literal {
        return;
    }
    let echo = french::echo(first);
    match read_as(&echo, first.unit.unwrap_or(unit)) {
        Reading::Quantity(second) => {
            assert_eq!((second.value, second.decimals), (first.value, first.decimals), "{echo}");
        }
        other => panic!("{echo:?} is not read back: {other:?}"),
    }
}

fn invisible_characters_change_nothing(raw: &str, alone: &Reading) {
    let wrapped = read(&format!("\u{200b}{raw}\u{feff}"));
    match (alone, wrapped) {
        (Reading::Unreadable(a), Reading::Unreadable(b)) => assert_eq!(a.kind, b.kind, "{raw:?}"),
        (a, b) => assert_eq!(a, &b, "{raw:?}"),
    }
}
