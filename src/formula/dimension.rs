//! The algebra of dimensions: what may be added, and what a product or a quotient measures.

use super::EvalErrorKind;
use super::value::Fit;
use crate::number::Unit;

/// What an amount measures, so that adding euros to a percentage is an error with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// A plain number: a count, a mark without a scale, a figure whose unit is not given.
    Pure,
    /// The quotient of two like amounts, or a coefficient.
    Ratio,
    /// A percentage, held as a fraction.
    Fraction,
    /// The difference of two percentages: a percentage (100 % − 20 %) or points, as it is asked.
    Gap,
    /// A difference of percentages that is in points whatever is asked, held as a fraction.
    Points,
    /// Euros to the power `money`, seconds to the power `time`.
    Physical {
        money: i8,
        time: i8,
    },
    Days,
    Months,
    Mark(u8),
}

use Dimension::{Days, Fraction, Gap, Mark, Months, Physical, Points, Pure, Ratio};

pub(super) const MONEY: Dimension = Physical { money: 1, time: 0 };
pub(super) const DURATION: Dimension = Physical { money: 0, time: 1 };
const HOURLY_COST: Dimension = Physical { money: 1, time: -1 };
const PER_TIME: Dimension = Physical { money: 0, time: -1 };
const PER_EURO: Dimension = Physical { money: -1, time: 0 };

/// Highest power of euros or seconds: formulas of the field stay at one.
const MAX_POWER: i8 = 4;

impl Dimension {
    /// What a figure in `unit` measures.
    pub fn of(unit: Unit) -> Dimension {
        match unit {
            Unit::Number | Unit::Count => Pure,
            Unit::Times => Ratio,
            Unit::Percent => Fraction,
            Unit::Points => Points,
            Unit::Euro | Unit::KiloEuro | Unit::MegaEuro => MONEY,
            Unit::EuroPerHour => HOURLY_COST,
            Unit::Second | Unit::Minute | Unit::Hour => DURATION,
            Unit::Day => Days,
            Unit::Month => Months,
            Unit::Mark(maximum) => Mark(maximum),
        }
    }

    /// So many per hour or per euro: no unit of its own, counted in the divisor's.
    pub(super) fn is_rate(self) -> bool {
        matches!(self, PER_TIME | PER_EURO)
    }

    /// Whether an amount of this dimension may be given in `unit`, and how.
    pub(super) fn fits(self, unit: Unit) -> Result<Fit, EvalErrorKind> {
        let plain = matches!(unit, Unit::Number | Unit::Count | Unit::Times);
        match (self, unit) {
            (Pure | Ratio | Gap, Unit::Percent | Unit::Points) => Ok(Fit::Converts),
            (Pure | Ratio, _) => Ok(Fit::AsIs),
            (Fraction, Unit::Percent) => Ok(Fit::Converts),
            (Fraction | Gap | Days | Months | Mark(_), _) if plain => Ok(Fit::AsIs),
            _ if Dimension::of(unit) == self => Ok(Fit::Converts),
            _ => Err(self.misfit(unit)),
        }
    }

    fn misfit(self, unit: Unit) -> EvalErrorKind {
        let what = self.describe();
        EvalErrorKind::Dimensions(match (self, unit) {
            (Points, Unit::Percent) => {
                "ce résultat est un écart entre deux pourcentages\u{a0}: il se donne en points, pas en %"
                    .into()
            }
            (Fraction, Unit::Points) => {
                "ce résultat est un pourcentage\u{a0}: seul un écart entre deux pourcentages se donne en points"
                    .into()
            }
            _ => format!(
                "ce résultat est {what}, alors que l’unité demandée est celle d’{}",
                Dimension::of(unit).describe()
            ),
        })
    }

    /// "un montant en euros", for error messages.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Pure => "un nombre sans unité",
            Ratio => "un rapport",
            Fraction | Gap => "un pourcentage",
            Points => "un écart en points",
            MONEY => "un montant en euros",
            DURATION => "une durée",
            HOURLY_COST => "un coût horaire",
            Physical { .. } => "une grandeur composée",
            Days => "un nombre de jours",
            Months => "un nombre de mois",
            Mark(_) => "une note",
        }
    }

    fn is_scalar(self) -> bool {
        matches!(self, Pure | Ratio | Fraction | Gap | Points | Days | Months)
    }
}

/// One operand of an operation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    pub dimension: Dimension,
    /// Only literals: `1` in `1 − 20 %` stands for 100 %.
    pub constant: bool,
}

impl Side {
    fn is_like_percent(self) -> bool {
        matches!(self.dimension, Fraction | Gap | Ratio)
            || (self.constant && self.dimension == Pure)
    }
}

/// What a sum (`subtract` false) or a difference measures.
pub(super) fn sum(left: Side, right: Side, subtract: bool) -> Result<Dimension, EvalErrorKind> {
    Ok(match (left.dimension, right.dimension) {
        (Fraction, Fraction) if subtract => Gap,
        (a, b) if a == b => a,
        (Points, Gap) | (Gap, Points) => Points,
        (Fraction | Ratio, Points) | (Points, Fraction | Ratio) => Fraction,
        (Pure, Ratio) | (Ratio, Pure) if left.constant || right.constant => Ratio,
        (Pure, Ratio) | (Ratio, Pure) => Pure,
        _ if left.is_like_percent() && right.is_like_percent() => {
            let either_constant = left.constant || right.constant;
            if subtract && !either_constant { Gap } else { Fraction }
        }
        (a, b) => return Err(mismatch(a, b, subtract)),
    })
}

fn mismatch(a: Dimension, b: Dimension, subtract: bool) -> EvalErrorKind {
    let verb = if subtract { "soustraire" } else { "additionner" };
    let remedy = match (a, b) {
        (Fraction | Gap, _) | (_, Fraction | Gap) => {
            "\u{a0}; pour augmenter un montant de 20\u{a0}%, multipliez-le par (1 + 20\u{a0}%)"
        }
        (Pure, _) | (_, Pure) => "\u{a0}; donnez une unité à chaque chiffre",
        _ => "",
    };
    EvalErrorKind::Dimensions(format!(
        "on ne peut pas {verb} {} et {}{remedy}",
        a.describe(),
        b.describe()
    ))
}

/// What a product measures.
pub(super) fn product(left: Side, right: Side) -> Result<Dimension, EvalErrorKind> {
    let bare = |side: Side| side.constant && side.dimension == Pure;
    Ok(match (left.dimension, right.dimension) {
        (a, _) if bare(right) => a,
        (_, b) if bare(left) => b,
        (Physical { money, time }, Physical { money: m, time: t }) => powers(money + m, time + t)?,
        (Mark(_), Mark(_) | Physical { .. }) | (Physical { .. }, Mark(_)) | (Points, Points) => {
            return Err(EvalErrorKind::Dimensions(format!(
                "multiplier {} par {} n’a pas de sens",
                left.dimension.describe(),
                right.dimension.describe()
            )));
        }
        (a, b) if !b.is_scalar() && a.is_scalar() => b,
        (a, b) if !a.is_scalar() && b.is_scalar() => a,
        (a, b) => scalar_product(a, b),
    })
}

/// The product of two scalars measures what the weightier of the two does.
fn scalar_product(a: Dimension, b: Dimension) -> Dimension {
    [Days, Months, Points, Pure, Fraction, Gap, Ratio]
        .into_iter()
        .find(|dimension| *dimension == a || *dimension == b)
        .unwrap_or(Pure)
}

/// What a quotient measures.
pub(super) fn quotient(left: Side, right: Side) -> Result<Dimension, EvalErrorKind> {
    Ok(match (left.dimension, right.dimension) {
        (a, Pure) if right.constant && !left.constant => a,
        (Physical { money, time }, Physical { money: m, time: t }) => powers(money - m, time - t)?,
        (a, b) if a == b => Ratio,
        (a, Physical { money, time }) if a.is_scalar() => powers(-money, -time)?,
        (a, Mark(_)) if a.is_scalar() => Pure,
        (Points | Fraction | Gap, Points | Fraction | Gap) => Ratio,
        (a, b) if b.is_scalar() => a,
        (a, b) => {
            return Err(EvalErrorKind::Dimensions(format!(
                "diviser {} par {} n’a pas de sens",
                a.describe(),
                b.describe()
            )));
        }
    })
}

fn powers(money: i8, time: i8) -> Result<Dimension, EvalErrorKind> {
    if money.abs() > MAX_POWER || time.abs() > MAX_POWER {
        return Err(EvalErrorKind::Dimensions(
            "des euros ou des heures multipliés trop de fois entre eux".into(),
        ));
    }
    Ok(if (money, time) == (0, 0) { Ratio } else { Physical { money, time } })
}

/// The unit a result is naturally shown in, from those of the two operands.
pub(super) fn shown(dimension: Dimension, left: Unit, right: Unit) -> Unit {
    let among =
        |family: Dimension| [left, right].into_iter().find(|unit| Dimension::of(*unit) == family);
    match dimension {
        Pure => among(Pure).unwrap_or(Unit::Number),
        Ratio => Unit::Number,
        Fraction | Gap => Unit::Percent,
        Points => Unit::Points,
        MONEY => among(MONEY).unwrap_or(Unit::Euro),
        DURATION => among(DURATION).unwrap_or(Unit::Hour),
        HOURLY_COST => Unit::EuroPerHour,
        PER_TIME => among(DURATION).unwrap_or(Unit::Hour),
        PER_EURO => Unit::Euro,
        Physical { .. } => left,
        Days => Unit::Day,
        Months => Unit::Month,
        Mark(maximum) => Unit::Mark(maximum),
    }
}
