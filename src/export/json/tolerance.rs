//! How far from the expected value an answer may be, as the author says it and as it works out.

use serde_json::{Value, json};

use super::plain;
use crate::check::{self, Window};
use crate::model::{Numeric, Tolerance};

/// The same keys as in the requests of `corriger`; null for the default rule.
pub fn tolerance(tolerance: &Tolerance) -> Value {
    match tolerance {
        Tolerance::Default => Value::Null,
        Tolerance::Absolute(width) => json!({ "absolue": plain(*width) }),
        Tolerance::Relative(share) => json!({ "relative": plain(*share) }),
        Tolerance::Decimals(decimals) => json!({ "decimales": decimals }),
        Tolerance::Between(low, high) => json!({ "entre": [plain(*low), plain(*high)] }),
        Tolerance::WholeUp => json!({ "entier": "exces" }),
        Tolerance::WholeDown => json!({ "entier": "defaut" }),
        Tolerance::OneOf(values) => {
            json!({ "parmi": values.iter().map(|value| plain(*value)).collect::<Vec<_>>() })
        }
    }
}

/// The values judged right without a remark, when they are written with the decimals asked for.
pub fn interval(item: &Numeric) -> Value {
    match check::window(item) {
        Window::Between(low, high) => json!({ "entre": [plain(low), plain(high)] }),
        Window::OneOf(values) => {
            json!({ "parmi": values.into_iter().map(plain).collect::<Vec<_>>() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tolerance_has_one_key_with_plain_values() {
        let d = |text: &str| text.parse().unwrap();
        for (given, told) in [
            (Tolerance::Default, Value::Null),
            (Tolerance::Absolute(d("0.50")), json!({ "absolue": "0.5" })),
            (Tolerance::Relative(d("0.01")), json!({ "relative": "0.01" })),
            (Tolerance::Decimals(2), json!({ "decimales": 2 })),
            (Tolerance::Between(d("66"), d("100.0")), json!({ "entre": ["66", "100"] })),
            (Tolerance::WholeUp, json!({ "entier": "exces" })),
            (Tolerance::WholeDown, json!({ "entier": "defaut" })),
            (Tolerance::OneOf(vec![d("2"), d("3")]), json!({ "parmi": ["2", "3"] })),
        ] {
            assert_eq!(tolerance(&given), told);
        }
    }
}
