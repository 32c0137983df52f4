//! The answer to "Pourquoi ?": how an answer was read, what was accepted, and how far it was.
//! The interval and the distance give the value away, so a screen shows them once it is known or
//! asked for; the distance in words (`rough`) gives nothing away.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Why;
use super::answer::Answer;
use super::placed::{Kinship, is_bare_ratio};
use super::tolerance::{Target, Window, distance};
use super::wording::{figure, short_figure};
use crate::model::Numeric;
use crate::number::{Form, Unit};

/// Decimals shown beyond the expected ones.
const SPARE: u32 = 2;

/// `nearest` is the sentence of the known slip nearest to a wrong answer.
pub(super) fn explain(answer: &Answer, nearest: Option<String>) -> Why {
    Why {
        read_as: Some(read_as(answer)),
        rough: rough(answer),
        interval: Some(interval(answer)),
        distance: gap(answer),
        nearest_slip: nearest,
    }
}

fn read_as(answer: &Answer) -> String {
    let quantity = answer.quantity;
    let item = answer.item;
    let unit = quantity.unit.unwrap_or(item.unit);
    let most = item.decimals + SPARE;
    let read = match quantity.form {
        Form::Literal => figure(quantity.value, quantity.decimals, unit),
        _ if is_bare_ratio(quantity, item.unit) => {
            let percent =
                quantity.value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(quantity.value);
            short_figure(percent, most, unit)
        }
        _ => short_figure(quantity.value, most, unit),
    };
    match answer.placed(item.unit) {
        Some(placed) if placed.kinship == Kinship::Converted => match placed.value() {
            Some(value) => format!("{read}, soit {}", short_figure(value, most, item.unit)),
            None => read,
        },
        _ => read,
    }
}

fn interval(answer: &Answer) -> String {
    let item = answer.item;
    let target = Target::new(item.exact, item.decimals, &item.tolerance);
    // A duration counted in another unit has a step of its own; the item's is shown.
    let step = answer
        .placed(item.unit)
        .filter(|placed| placed.target_factor == Decimal::ONE)
        .map_or(Decimal::ZERO, |placed| placed.typed.step);
    let text = match target.window(step) {
        Window::Between(low, high) => between(item, low, high),
        Window::OneOf(values) => one_of(item, &values),
    };
    if item.unsigned { format!("{text}, avec ou sans le signe") } else { text }
}

/// Bounds that are shown rounded are rounded inwards: what is printed is accepted.
fn between(item: &Numeric, low: Decimal, high: Decimal) -> String {
    let places = item.decimals + SPARE;
    let low = low.round_dp_with_strategy(places, RoundingStrategy::ToPositiveInfinity);
    let high = high.round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity);
    format!(
        "de {} à {}",
        short_figure(low, places, item.unit),
        short_figure(high, places, item.unit)
    )
}

fn one_of(item: &Numeric, values: &[Decimal]) -> String {
    let shown: Vec<String> =
        values.iter().map(|value| short_figure(*value, item.decimals + SPARE, item.unit)).collect();
    match shown.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} ou {last}", before.join(", ")),
        None => String::new(),
    }
}

fn gap(answer: &Answer) -> Option<String> {
    let item = answer.item;
    let value = answer.value()?;
    let gap = distance(value, item.exact)?;
    let unit = if item.unit == Unit::Percent { Unit::Points } else { item.unit };
    let shown = short_figure(gap, item.decimals + SPARE, unit);
    Some(match value.cmp(&item.exact) {
        std::cmp::Ordering::Equal => "aucun écart".to_owned(),
        std::cmp::Ordering::Greater => format!("{shown} au-dessus de la valeur exacte"),
        std::cmp::Ordering::Less => format!("{shown} au-dessous de la valeur exacte"),
    })
}

/// Direction and order of magnitude of the distance, in steps too wide to find the value from.
fn rough(answer: &Answer) -> Option<String> {
    let exact = answer.item.exact;
    let value = answer.value()?;
    if value == exact {
        return None;
    }
    // Of two falls, the larger is the smaller number: zero is the better landmark.
    let side = match (exact.is_sign_negative(), value.abs() > exact.abs()) {
        (true, true) => "trop loin de zéro",
        (true, false) => "trop près de zéro",
        (false, _) if value > exact => "trop grand",
        (false, _) => "trop petit",
    };
    if !exact.is_zero() && !value.is_zero() && exact.is_sign_negative() != value.is_sign_negative()
    {
        return Some("le signe n’est pas le bon".to_owned());
    }
    if exact.is_zero() || value.is_zero() {
        return Some(side.to_owned());
    }
    let (typed, right) = (value.abs(), exact.abs());
    let ratio = typed.max(right).checked_div(typed.min(right))?;
    let far = [
        (Decimal::new(102, 2), "tout près, à peine"),
        (Decimal::new(12, 1), "dans les parages, un peu"),
        (Decimal::TWO, "nettement"),
        (Decimal::new(9, 0), "plusieurs fois"),
    ];
    let words = far.iter().find(|(most, _)| ratio < *most).map(|(_, words)| *words);
    Some(match words {
        Some(words) => format!("{words} {side}"),
        None => format!("d’un autre ordre de grandeur, bien {side}"),
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{item, judged};

    #[track_caller]
    fn says(formula: &str, printed: &str, typed: &str, expected: Option<&str>) {
        let why = judged(&item(formula, printed), typed).why;
        assert_eq!(why.rough.as_deref(), expected, "{typed}");
    }

    #[test]
    fn the_distance_in_words_gives_nothing_away() {
        says("120", "120", "120", None);
        says("120", "120", "121", Some("tout près, à peine trop grand"));
        says("120", "120", "123", Some("dans les parages, un peu trop grand"));
        says("120", "120", "100", Some("nettement trop petit"));
        says("120", "120", "60", Some("plusieurs fois trop petit"));
        says("120", "120", "1080", Some("d’un autre ordre de grandeur, bien trop grand"));
        says("120", "120", "-120", Some("le signe n’est pas le bon"));
        says("120", "120", "0", Some("trop petit"));
        says("0 - 120", "− 120", "-200", Some("nettement trop loin de zéro"));
        says(
            "0 - 120",
            "− 120",
            "-1",
            Some("d’un autre ordre de grandeur, bien trop près de zéro"),
        );
    }
}
