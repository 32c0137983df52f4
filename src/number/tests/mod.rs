//! Tables of what is read, what is not, and where; one helper for each outcome.

mod bad;
mod expressions;
mod good;
mod printed;
mod properties;

use rust_decimal::Decimal;

use super::{Quantity, ReadError, ReadErrorKind, Reading, Unit, read, read_as};

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[track_caller]
fn quantity(raw: &str) -> Quantity {
    match read(raw) {
        Reading::Quantity(quantity) => quantity,
        other => panic!("{raw:?} → {other:?}"),
    }
}

#[track_caller]
fn quantity_as(raw: &str, expected: Unit) -> Quantity {
    match read_as(raw, expected) {
        Reading::Quantity(quantity) => quantity,
        other => panic!("{raw:?} as {expected:?} → {other:?}"),
    }
}

/// Reads as this value, to the last decimal, in this unit (`None` for a bare figure).
#[track_caller]
fn reads(raw: &str, value: &str, unit: impl Into<Option<Unit>>) {
    let quantity = quantity(raw);
    assert_eq!((quantity.value, quantity.unit), (d(value), unit.into()), "{raw:?}");
}

#[track_caller]
fn reads_as(raw: &str, expected: Unit, value: &str, unit: impl Into<Option<Unit>>) {
    let quantity = quantity_as(raw, expected);
    assert_eq!((quantity.value, quantity.unit), (d(value), unit.into()), "{raw:?}");
}

#[track_caller]
fn error(raw: &str) -> ReadError {
    match read(raw) {
        Reading::Unreadable(error) => error,
        other => panic!("{raw:?} → {other:?}"),
    }
}

/// Cannot be read, for this reason, from this character on.
#[track_caller]
fn refuses(raw: &str, kind: ReadErrorKind, at: usize) {
    let error = error(raw);
    assert_eq!((error.kind, error.at), (kind, at), "{raw:?}: {}", error.message());
}

#[track_caller]
fn ambiguous(raw: &str, thousands: &str, decimal: &str) {
    match read(raw) {
        Reading::Ambiguous { thousands: t, decimal: c } => {
            assert_eq!((t.value, c.value), (d(thousands), d(decimal)), "{raw:?}");
            assert_eq!(t.unit, c.unit, "{raw:?}");
        }
        other => panic!("{raw:?} → {other:?}"),
    }
}
