//! Slips of the figure itself, whatever the formula: a sign, a power of ten, a unit, hours and
//! minutes, a whole number rounded the wrong way, two digits swapped. Those of the formula's own
//! tree are `formula`'s.

use rust_decimal::Decimal;

use super::SlipCode;
use super::tolerance::{distance, step_of};
use crate::model::{Numeric, Tolerance};
use crate::number::rounding::{ceil, floor, round};
use crate::number::{Unit, french};

/// A mistake and the value it leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slip {
    pub code: SlipCode,
    /// In the item's unit.
    pub value: Decimal,
    /// Decimals it is told apart with.
    pub decimals: u32,
    /// What was probably done, and what to do instead.
    pub sentence: String,
    pub tier: Tier,
}

/// How much a slip says of what was done: the lower tier is named first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The author expects it.
    Trap,
    /// It names a step of the reasoning.
    Specific,
    /// It would fit any figure.
    Generic,
}

/// The slips of the figure of an item, the likeliest first.
pub(super) fn of_figure(item: &Numeric) -> Vec<Slip> {
    let mut slips = Slips { found: Vec::new(), decimals: item.decimals };
    whole_rounding(item, &mut slips);
    sign(item, &mut slips);
    factor_100(item, &mut slips);
    other_units(item, &mut slips);
    hours(item, &mut slips);
    complement(item, &mut slips);
    powers_of_ten(item, &mut slips);
    swapped_digits(item, &mut slips);
    slips.found
}

struct Slips {
    found: Vec<Slip>,
    decimals: u32,
}

impl Slips {
    /// Adds a slip, unless its value overflowed.
    fn add(
        &mut self,
        code: SlipCode,
        tier: Tier,
        value: Option<Decimal>,
        sentence: impl Into<String>,
    ) {
        if let Some(value) = value {
            let (decimals, sentence) = (self.decimals, sentence.into());
            self.found.push(Slip { code, value, decimals, sentence, tier });
        }
    }
}

fn whole_rounding(item: &Numeric, slips: &mut Slips) {
    let (up, way) = match item.tolerance {
        Tolerance::WholeUp => (true, "supérieur"),
        Tolerance::WholeDown => (false, "inférieur"),
        _ => return,
    };
    let exact = round(item.exact, 12);
    // Whole numbers one apart, and the figure between them, need decimals to be told apart.
    slips.decimals = item.decimals.max(2);
    let other = if up { floor(exact) } else { ceil(exact) };
    let code = SlipCode::WholeRounding;
    slips.add(code,
        Tier::Specific,
        Some(other),
        format!(
            "Vous avez arrondi dans l’autre sens\u{a0}: toute unité entamée compte, on arrondit ici à l’entier {way}."
        ),
    );
    slips.add(
        code,
        Tier::Specific,
        Some(exact),
        format!("Le calcul est bon\u{a0}: il reste à arrondir à l’entier {way}."),
    );
    slips.decimals = item.decimals;
}

fn sign(item: &Numeric, slips: &mut Slips) {
    if item.unsigned || item.exact.is_zero() {
        return;
    }
    let sentence = if item.exact.is_sign_negative() {
        "Le nombre est bon, mais pas son signe\u{a0}: la grandeur baisse, le résultat est négatif."
    } else {
        "Le nombre est bon, mais pas son signe\u{a0}: le résultat est positif."
    };
    slips.add(SlipCode::Sign, Tier::Specific, Some(-item.exact), sentence);
}

fn factor_100(item: &Numeric, slips: &mut Slips) {
    let hundred = Decimal::ONE_HUNDRED;
    let code = SlipCode::Factor100;
    let (small, large) = if item.unit.is_percentlike() {
        (
            "Votre résultat est cent fois trop petit\u{a0}: un rapport se multiplie par 100 pour donner un pourcentage.",
            "Votre résultat est cent fois trop grand\u{a0}: on ne multiplie par 100 qu’une fois.",
        )
    } else {
        (
            "Votre résultat est cent fois trop petit\u{a0}: vous avez sans doute divisé par 100 une fois de trop.",
            "Votre résultat est cent fois trop grand\u{a0}: un pourcentage se divise par 100 avant d’entrer dans un calcul.",
        )
    };
    slips.add(code, Tier::Specific, item.exact.checked_div(hundred), small);
    slips.add(code, Tier::Specific, item.exact.checked_mul(hundred), large);
}

fn other_units(item: &Numeric, slips: &mut Slips) {
    let others: &[(Unit, &str)] = match item.unit {
        Unit::Second | Unit::Minute | Unit::Hour => {
            &[(Unit::Second, "secondes"), (Unit::Minute, "minutes"), (Unit::Hour, "heures")]
        }
        Unit::Euro | Unit::KiloEuro | Unit::MegaEuro => &[
            (Unit::Euro, "euros"),
            (Unit::KiloEuro, "milliers d’euros"),
            (Unit::MegaEuro, "millions d’euros"),
        ],
        _ => return,
    };
    let asked = others.iter().find(|(unit, _)| *unit == item.unit).map_or("", |(_, name)| name);
    for (unit, name) in others.iter().filter(|(unit, _)| *unit != item.unit) {
        let value = Unit::convert(item.exact, item.unit, *unit);
        slips.add(SlipCode::Unit,
            Tier::Specific,
            value,
            format!(
                "Ce nombre serait bon en {name}, mais la réponse se compte en {asked}\u{a0}: convertissez, ou écrivez l’unité."
            ),
        );
    }
}

/// 21,33 h read as 21 h 33, and 21 h 20 written 21,20 h.
fn hours(item: &Numeric, slips: &mut Slips) {
    let Some(hours) =
        item.unit.is_duration().then(|| Unit::convert(item.exact, item.unit, Unit::Hour)).flatten()
    else {
        return;
    };
    let sixty = Decimal::from(60);
    let whole = hours.trunc();
    let part = hours.checked_sub(whole).unwrap_or_default();
    let in_item = |value: Option<Decimal>| {
        value.and_then(|value| Unit::convert(value, Unit::Hour, item.unit))
    };
    // Less than one unit of the last decimal away, the answer is a matter of rounding.
    let apart = |value: &Decimal| {
        distance(*value, item.exact).is_some_and(|gap| gap > step_of(item.decimals))
    };
    let rejoin = |part: Option<Decimal>| {
        in_item(part.and_then(|part| whole.checked_add(part))).filter(apart)
    };
    if part.is_zero() || whole.is_zero() {
        return;
    }
    let read_as_minutes = round(part, 2)
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|minutes| minutes.checked_div(sixty));
    slips.add(SlipCode::DecimalHours,
        Tier::Specific,
        rejoin(read_as_minutes),
        "Vous avez lu les décimales comme des minutes\u{a0}: ce qui suit la virgule est une part d’heure, à multiplier par 60 pour avoir des minutes.",
    );
    let minutes = part.checked_mul(sixty).map(|minutes| round(minutes, 0));
    let written_as_decimals = minutes.and_then(|minutes| minutes.checked_div(Decimal::ONE_HUNDRED));
    slips.add(SlipCode::DecimalHours,
        Tier::Specific,
        rejoin(written_as_decimals),
        "Vous avez écrit les minutes comme des décimales\u{a0}: divisez-les par 60 pour avoir la part d’heure.",
    );
}

fn complement(item: &Numeric, slips: &mut Slips) {
    if item.unit == Unit::Percent && item.exact > Decimal::ZERO && item.exact < Decimal::ONE_HUNDRED
    {
        slips.add(SlipCode::Complement,
            Tier::Specific,
            Decimal::ONE_HUNDRED.checked_sub(item.exact),
            "Vous avez donné le complément à 100\u{a0}%\u{a0}: relisez de quelle part parle la question.",
        );
    }
}

fn powers_of_ten(item: &Numeric, slips: &mut Slips) {
    let mut factor = Decimal::ONE;
    for power in 1..=6_u32 {
        let Some(next) = factor.checked_mul(Decimal::TEN) else { return };
        factor = next;
        if power == 2 {
            continue;
        }
        let times = french::exact(factor);
        let code = SlipCode::PowerOfTen;
        slips.add(code,
            Tier::Generic,
            item.exact.checked_mul(factor),
            format!(
                "Les chiffres sont bons, mais le résultat est {times} fois trop grand\u{a0}: replacez la virgule."
            ),
        );
        slips.add(code,
            Tier::Generic,
            item.exact.checked_div(factor),
            format!(
                "Les chiffres sont bons, mais le résultat est {times} fois trop petit\u{a0}: replacez la virgule."
            ),
        );
    }
}

/// Two neighbouring digits of the expected figure exchanged, in figures long enough for it to
/// be no accident.
fn swapped_digits(item: &Numeric, slips: &mut Slips) {
    let shown = round(item.exact, item.decimals);
    let mut scaled = shown;
    scaled.rescale(item.decimals);
    let digits = scaled.mantissa().unsigned_abs().to_string().into_bytes();
    if digits.len() < 3 {
        return;
    }
    for at in 0..digits.len() - 1 {
        if digits[at] == digits[at + 1] {
            continue;
        }
        let mut swapped = digits.clone();
        swapped.swap(at, at + 1);
        let mantissa: Option<i128> =
            std::str::from_utf8(&swapped).ok().and_then(|text| text.parse().ok());
        let value = mantissa.and_then(|mantissa| {
            Decimal::try_from_i128_with_scale(mantissa * shown.mantissa().signum(), item.decimals)
                .ok()
        });
        slips.add(SlipCode::SwappedDigits,
            Tier::Generic,
            value,
            "Deux chiffres semblent inversés\u{a0}: relisez votre calculatrice et ce que vous avez tapé.",
        );
    }
}
