//! The sentences of a verdict. Those of a slip are `diagnosis`'s, those of a carried error
//! `carried`'s. Nothing here gives the expected figure away before the answer is right.

use rust_decimal::Decimal;

use super::answer::Answer;
use super::slip::Slip;
use crate::model::{Formula, Numeric, Tolerance};
use crate::number::french::sentence;
use crate::number::rounding::{ceil, floor, round};
use crate::number::{Form, Quantity, Unit, french};

pub(super) const BLANK: &str = "Rien n’est écrit\u{a0}: tapez un nombre, ou le calcul qui y mène.";

pub(super) const DOT: &str = " Le point a été lu comme une virgule décimale.";

/// A figure as a learner reads it: `1 400`, `25,64 %`.
pub(super) fn figure(value: Decimal, decimals: u32, unit: Unit) -> String {
    french::quantity(value, unit, decimals)
}

/// The same with as many decimals as it needs, and no more than `most`.
pub(super) fn short_figure(value: Decimal, most: u32, unit: Unit) -> String {
    let value = round(value, most).normalize();
    french::quantity(value, unit, value.scale())
}

/// The figure a candidate was expected to give.
pub(super) fn expected(item: &Numeric) -> String {
    match item.tolerance {
        Tolerance::WholeUp => figure(ceil(item.exact), 0, item.unit),
        Tolerance::WholeDown => figure(floor(item.exact), 0, item.unit),
        Tolerance::Decimals(decimals) => figure(item.exact, decimals, item.unit),
        _ => figure(item.exact, item.decimals, item.unit),
    }
}

pub(super) fn right(answer: &Answer) -> String {
    let item = answer.item;
    let quantity = answer.quantity;
    let as_shown = quantity.form == Form::Literal
        && quantity.decimals == item.decimals
        && quantity.unit.is_none_or(|unit| unit == item.unit);
    let open = matches!(
        item.tolerance,
        Tolerance::Absolute(_)
            | Tolerance::Relative(_)
            | Tolerance::Between(..)
            | Tolerance::OneOf(_)
    );
    if as_shown || open {
        return "Juste.".to_owned();
    }
    format!("Juste\u{a0}: {}.", expected(item))
}

pub(super) fn truncated(answer: &Answer) -> String {
    let item = answer.item;
    format!(
        "Juste. Vous avez coupé les décimales sans arrondir\u{a0}: l’arrondi est {}.",
        expected(item)
    )
}

pub(super) fn misprint(item: &Numeric, reason: &str) -> String {
    format!(
        "Accepté\u{a0}: c’est le chiffre imprimé dans le corrigé. {} Le calcul donne {}.",
        sentence(reason),
        expected(item)
    )
}

pub(super) fn other_route(route: &Formula) -> String {
    format!("Juste, par une autre voie\u{a0}: {}.", route.source.trim())
}

pub(super) fn too_coarse(item: &Numeric) -> String {
    let decimals = match item.tolerance {
        Tolerance::Decimals(decimals) => decimals,
        _ => item.decimals,
    };
    format!("La valeur est bonne, mais trop arrondie\u{a0}: {}.", precision(decimals))
}

pub(super) fn precision(decimals: u32) -> String {
    match decimals {
        0 => "arrondissez à l’unité".to_owned(),
        1 => "gardez une décimale".to_owned(),
        n => format!("gardez {n} décimales"),
    }
}

pub(super) fn percent_points(asked: Unit) -> String {
    if asked == Unit::Points {
        "Le nombre est bon, mais l’écart entre deux pourcentages se compte en points, pas en\u{a0}%."
    } else {
        "Le nombre est bon, mais il s’agit d’un taux\u{a0}: il s’écrit en\u{a0}%, pas en points."
    }
    .to_owned()
}

pub(super) fn duration_form(whole: Decimal, parts: Decimal, smaller: Unit) -> String {
    let (name, unit, parts) = match smaller {
        Unit::Minute => ("d’heure", "h", format!("{:02}", parts.abs().trunc())),
        _ => ("de minute", "min", format!("{:02}\u{a0}s", parts.abs().trunc())),
    };
    format!(
        "C’est la bonne durée, mal écrite\u{a0}: après la virgule viennent des centièmes {name}. Écrivez {}\u{a0}{unit}\u{a0}{parts}.",
        whole.trunc()
    )
}

pub(super) fn bare_computation(value: Decimal, unit: Unit) -> String {
    let ratio = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
    format!(
        "Sans\u{a0}% ni ×\u{a0}100, ce calcul est lu comme un rapport, soit {}. S’il porte sur des pourcentages, ajoutez le signe\u{a0}%.",
        short_figure(ratio, 2, unit)
    )
}

pub(super) fn decimal_form(quantity: &Quantity, larger: Decimal, unit: Unit) -> String {
    let most = if quantity.form == Form::Literal { quantity.decimals } else { 4 };
    format!(
        "{}, c’est {}\u{a0}: écrivez le résultat en\u{a0}{}.",
        short_figure(quantity.value, most, Unit::Number),
        short_figure(larger, most.max(2), unit),
        unit.symbol()
    )
}

pub(super) fn ambiguous(thousands: &Quantity, decimal: &Quantity) -> String {
    let shown = |quantity: &Quantity| {
        figure(quantity.value, quantity.decimals, quantity.unit.unwrap_or(Unit::Number))
    };
    format!(
        "{} ou {}\u{a0}? Récrivez le nombre avec une espace pour les milliers ou une virgule décimale.",
        shown(thousands),
        shown(decimal)
    )
}

/// What the slips say that explain an answer: one, or two that are as likely.
pub(super) fn explained(slips: &[&Slip]) -> String {
    match slips {
        [one, other] => {
            format!(
                "Deux explications possibles. {} Ou bien\u{a0}: {}",
                one.sentence,
                lower(&other.sentence)
            )
        }
        slips => slips.iter().map(|slip| slip.sentence.as_str()).collect(),
    }
}

/// A slip made on earlier results of the learner's own.
pub(super) fn on_own_figures(sentence: &str) -> String {
    format!("À partir de vos propres résultats précédents\u{a0}: {}", lower(sentence))
}

/// The same sentence inside another one.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first: String = letters.next().map(|c| c.to_lowercase().collect()).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}
