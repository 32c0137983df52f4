//! The expected figure as it is shown once it may be: on the ladder, in a finished table, in exports.

use super::tolerance::{Target, Window};
use crate::model::{Numeric, Tolerance};
use crate::number::{Unit, french};

/// The expected figure, with its unit and the decimals a candidate gives it.
pub fn shown(item: &Numeric) -> String {
    let shown = match item.unit {
        Unit::Points => french::signed(item.exact, item.unit, item.decimals),
        _ => french::quantity(item.exact, item.unit, item.decimals),
    };
    match &item.tolerance {
        Tolerance::OneOf(values) if !values.is_empty() => {
            let values: Vec<String> = values.iter().map(|v| french::exact(*v)).collect();
            format!("{} ({shown})", values.join(" ou "))
        }
        _ => shown,
    }
}

/// The values judged right without a remark, in the item's unit, when they are written with at
/// least the decimals expected.
pub fn window(item: &Numeric) -> Window {
    Target::new(item.exact, item.decimals, &item.tolerance).window(rust_decimal::Decimal::ZERO)
}
