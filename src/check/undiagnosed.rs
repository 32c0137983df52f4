//! What is said of a wrong answer that no known slip explains: its unit, its sign, its size,
//! the rounding, and where to look again. Never the right figure.

use rust_decimal::Decimal;

use super::answer::Answer;
use super::placed::Kinship;
use super::tolerance::{distance, step_of};
use super::wording::precision;
use super::{plausible, tree};
use crate::model::{Numeric, Tolerance};
use crate::number::Unit;
use crate::number::french::capital;
use crate::number::rounding::truncate;

/// Beyond this ratio the order of magnitude itself is wrong.
const FAR: Decimal = Decimal::from_parts(8, 0, 0, false, 0);

/// Within a fiftieth of the right value, the method is likely right.
const NEAR: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// One or two sentences.
pub(super) fn sentence(answer: &Answer) -> String {
    let item = answer.item;
    let placed = answer.placed(item.unit);
    if placed.as_ref().is_some_and(|placed| placed.kinship == Kinship::Foreign) {
        return foreign(answer.quantity.unit.unwrap_or(item.unit), item.unit);
    }
    match placed.and_then(|placed| placed.typed.value.checked_div(placed.target_factor)) {
        Some(value) => of_value(item, value),
        None => {
            "Ce nombre est hors de toute mesure\u{a0}: vérifiez ce que vous avez tapé.".to_owned()
        }
    }
}

/// Hours, minutes and seconds, which one answer may mix.
fn is_duration(unit: Unit) -> bool {
    matches!(unit, Unit::Hour | Unit::Minute | Unit::Second)
}

fn foreign(typed: Unit, asked: Unit) -> String {
    match (typed.symbol(), asked.symbol()) {
        (_, "") if is_duration(typed) => {
            "Ce résultat n’est pas une durée\u{a0}: un nombre sans unité est attendu.".to_owned()
        }
        (_, asked) if is_duration(typed) => {
            format!("Le résultat attendu est en {asked}\u{a0}: ce n’est pas une durée.")
        }
        (typed, "") => format!(
            "Ce résultat ne se compte pas en {typed}\u{a0}: un nombre sans unité est attendu."
        ),
        ("", asked) => format!("Le résultat attendu est en {asked}."),
        (typed, asked) => format!("Le résultat attendu est en {asked}, pas en {typed}."),
    }
}

fn of_value(item: &Numeric, value: Decimal) -> String {
    let rules: [fn(&Numeric, Decimal) -> Option<String>; 5] =
        [cut_short, opposite, impossible, misrounded, near];
    rules.iter().find_map(|rule| rule(item, value)).unwrap_or_else(|| {
        let large = value.abs() > item.exact.abs();
        format!("{}{}.", size(item, large, is_far(item, value)), advice(item, is_far(item, value)))
    })
}

/// `25` for 25,64: cut, and far too short.
fn cut_short(item: &Numeric, value: Decimal) -> Option<String> {
    let decimals = value.normalize().scale();
    let cut = is_rounded(item)
        && decimals + 1 < item.decimals
        && !value.is_zero()
        && truncate(item.exact, decimals) == value;
    cut.then(|| {
        format!(
            "Vous avez coupé les décimales trop tôt au lieu d’arrondir\u{a0}: {}.",
            precision(item.decimals)
        )
    })
}

fn is_rounded(item: &Numeric) -> bool {
    matches!(item.tolerance, Tolerance::Default | Tolerance::Decimals(_))
}

fn opposite(item: &Numeric, value: Decimal) -> Option<String> {
    let zero = value.is_zero() || item.exact.is_zero() || item.unsigned;
    if zero || value.is_sign_negative() == item.exact.is_sign_negative() {
        return None;
    }
    let sentence = if tree::is_rate_of_change(&item.formula.expr) {
        "Le signe n’est pas le bon\u{a0}: de la valeur de départ à celle d’arrivée, est-ce une hausse ou une baisse\u{a0}?"
    } else if tree::is_change(&item.formula.expr) || item.exact.is_sign_negative() {
        "Le signe n’est pas le bon\u{a0}: vérifiez dans quel sens se fait la soustraction."
    } else {
        "Le signe n’est pas le bon\u{a0}: cette grandeur ne peut pas être négative."
    };
    Some(sentence.to_owned())
}

/// A part above its whole, a mark off its scale.
fn impossible(item: &Numeric, value: Decimal) -> Option<String> {
    let reason = plausible::beyond(item, value)?;
    Some(format!("Ce résultat n’est pas possible\u{a0}: {reason}. {}.", capital(&look_again(item))))
}

/// One unit of the last decimal away: 25,65 for 25,64.
fn misrounded(item: &Numeric, value: Decimal) -> Option<String> {
    let step = step_of(item.decimals);
    let beside = is_rounded(item)
        && item.decimals > 0
        && value.normalize().scale() <= item.decimals
        && distance(value, item.exact).is_some_and(|gap| gap < step);
    beside.then(|| {
        "C’est l’arrondi qui est à revoir\u{a0}: regardez la première décimale que vous laissez. De 0 à 4, on garde la précédente\u{a0}; de 5 à 9, on lui ajoute 1.".to_owned()
    })
}

fn near(item: &Numeric, value: Decimal) -> Option<String> {
    let wanted = item.exact.abs();
    let gap = distance(value.abs(), wanted)?.checked_mul(NEAR)?;
    (gap <= wanted).then(|| {
        let side = if value > item.exact { "au-dessus" } else { "au-dessous" };
        format!(
            "Vous êtes tout près, un peu {side}\u{a0}: gardez toutes les décimales pendant le calcul, n’arrondissez qu’à la fin, et relisez les chiffres recopiés."
        )
    })
}

fn is_far(item: &Numeric, value: Decimal) -> bool {
    let (size, wanted) = (value.abs(), item.exact.abs());
    let (least, most) = if size > wanted { (wanted, size) } else { (size, wanted) };
    !wanted.is_zero() && least.checked_mul(FAR).is_some_and(|bound| most >= bound)
}

/// "La baisse que vous trouvez est trop forte".
fn size(item: &Numeric, large: bool, far: bool) -> String {
    let fall = item.exact.is_sign_negative();
    let much = if far { "beaucoup " } else { "" };
    let change = tree::is_rate_of_change(&item.formula.expr);
    match (item.unit, fall) {
        (Unit::Points, _) => {
            format!("L’écart que vous trouvez est {much}trop {}", grown(large, "grand", "petit"))
        }
        (_, true) => {
            let noun = if change { "La baisse" } else { "La diminution" };
            format!("{noun} que vous trouvez est {much}trop {}", grown(large, "forte", "faible"))
        }
        (_, false) if change => {
            format!("La hausse que vous trouvez est {much}trop {}", grown(large, "forte", "faible"))
        }
        _ => format!("Votre résultat est {much}trop {}", grown(large, "grand", "petit")),
    }
}

fn grown(large: bool, yes: &'static str, no: &'static str) -> &'static str {
    if large { yes } else { no }
}

fn advice(item: &Numeric, far: bool) -> String {
    if far {
        "\u{a0}: l’ordre de grandeur n’est pas le bon. Refaites le calcul de tête avec des chiffres ronds, puis comparez".to_owned()
    } else {
        format!("\u{a0}: {}", look_again(item))
    }
}

/// Where the figures of the formula come from.
fn look_again(item: &Numeric) -> String {
    let expr = &item.formula.expr;
    let (annexes, earlier) = (tree::reads_cells(expr), !tree::items(expr).is_empty());
    match (annexes, earlier) {
        (true, true) => "vérifiez les chiffres pris dans les annexes, les résultats repris des étapes précédentes, puis l’ordre du calcul",
        (true, false) => "vérifiez les chiffres pris dans les annexes, puis l’ordre du calcul",
        (false, true) => "vérifiez les résultats repris des étapes précédentes, puis l’ordre du calcul",
        (false, false) => "vérifiez les chiffres de départ, puis l’ordre du calcul",
    }
    .to_owned()
}
