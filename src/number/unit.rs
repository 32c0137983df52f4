//! Units as types: what a figure counts, and which units convert into each other.

use rust_decimal::Decimal;

use super::{rounding, unit_words};

/// The unit of a quantity. Units of one [`Family`] convert into each other; the
/// others never do: percent, percentage points and plain ratio are three units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A plain number without a unit (ratio per session, pages per visit…).
    Number,
    /// A count of things or people (visiteurs, commandes, clics…).
    Count,
    /// `%`
    Percent,
    /// Percentage points, the difference of two percentages.
    Points,
    /// `fois`, a multiplying coefficient.
    Times,
    Euro,
    /// `k€`, 1 000 €.
    KiloEuro,
    /// `M€`, 1 000 000 €.
    MegaEuro,
    /// `€/h`, an hourly cost.
    EuroPerHour,
    Second,
    Minute,
    Hour,
    Day,
    Month,
    /// A mark out of the given maximum (`/5`, `/10`, `/20`).
    Mark(u8),
}

/// What units measure. Conversion is possible inside a family only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    Number,
    Count,
    Percent,
    Points,
    Times,
    Money,
    HourlyCost,
    Duration,
    Days,
    Months,
    Mark,
}

/// The names files use, each with its unit; [`Unit::parse`] and [`Unit::name`] share it.
const NAMES: &[(&str, Unit)] = &[
    ("nombre", Unit::Number),
    ("%", Unit::Percent),
    ("points", Unit::Points),
    ("fois", Unit::Times),
    ("€", Unit::Euro),
    ("k€", Unit::KiloEuro),
    ("M€", Unit::MegaEuro),
    ("€/h", Unit::EuroPerHour),
    ("s", Unit::Second),
    ("min", Unit::Minute),
    ("h", Unit::Hour),
    ("jours", Unit::Day),
    ("mois", Unit::Month),
    ("/5", Unit::Mark(5)),
    ("/10", Unit::Mark(10)),
    ("/20", Unit::Mark(20)),
];

impl Unit {
    /// Every unit, each once: the tables of tests and of the manual walk over it.
    pub const ALL: [Self; 17] = [
        Self::Number,
        Self::Count,
        Self::Percent,
        Self::Points,
        Self::Times,
        Self::Euro,
        Self::KiloEuro,
        Self::MegaEuro,
        Self::EuroPerHour,
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Month,
        Self::Mark(5),
        Self::Mark(10),
        Self::Mark(20),
    ];

    /// What a screen or a JSON line shows for the unit: `%`, `€/h`, `/20`; empty for a number or a count.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Number | Self::Count => "",
            _ => self.name(),
        }
    }

    /// The unit's name in files; a count has the name of a number, `nombre`.
    pub fn name(self) -> &'static str {
        let named = NAMES.iter().find(|(_, unit)| *unit == self);
        named.map_or("nombre", |(name, _)| name)
    }

    /// Reads a unit as a file or a request names it: a name of the list above, an empty
    /// text for a number, or any spelling the reader accepts after a figure (`euros`, `pts`, `visiteurs`).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() {
            return Some(Self::Number);
        }
        let exact = NAMES.iter().find(|(name, _)| *name == text);
        exact.map(|(_, unit)| *unit).or_else(|| unit_words::parse(text))
    }

    pub fn family(self) -> Family {
        match self {
            Self::Number => Family::Number,
            Self::Count => Family::Count,
            Self::Percent => Family::Percent,
            Self::Points => Family::Points,
            Self::Times => Family::Times,
            Self::Euro | Self::KiloEuro | Self::MegaEuro => Family::Money,
            Self::EuroPerHour => Family::HourlyCost,
            Self::Second | Self::Minute | Self::Hour => Family::Duration,
            Self::Day => Family::Days,
            Self::Month => Family::Months,
            Self::Mark(_) => Family::Mark,
        }
    }

    /// Percent or percentage points: the units a learner confuses.
    pub fn is_percentlike(self) -> bool {
        matches!(self, Self::Percent | Self::Points)
    }

    /// A number, a count or a coefficient: the noun adds nothing to the figure.
    pub fn is_plain(self) -> bool {
        matches!(self, Self::Number | Self::Count | Self::Times)
    }

    /// Seconds, minutes or hours.
    pub fn is_duration(self) -> bool {
        self.family() == Family::Duration
    }

    /// Converts `value` from one unit to another of its family (1 280 min → 21,333… h).
    ///
    /// Numbers, counts and coefficients are one figure under three names and convert one to
    /// one; a mark is carried to the other maximum. `None` across families or on overflow.
    pub fn convert(value: Decimal, from: Self, to: Self) -> Option<Decimal> {
        if from == to || (from.is_plain() && to.is_plain()) {
            return Some(value);
        }
        if from.family() != to.family() {
            return None;
        }
        let product = value.checked_mul(from.size())?;
        product.checked_div(to.size()).map(rounding::settle)
    }

    /// How many of the smallest unit of the family one of this unit holds.
    fn size(self) -> Decimal {
        match self {
            Self::KiloEuro => Decimal::from(1_000),
            Self::MegaEuro => Decimal::from(1_000_000),
            Self::Minute => Decimal::from(60),
            Self::Hour => Decimal::from(3_600),
            // One point out of 20 is a twentieth of the whole.
            Self::Mark(max) if max > 0 => {
                Decimal::ONE.checked_div(Decimal::from(max)).unwrap_or(Decimal::ONE)
            }
            _ => Decimal::ONE,
        }
    }
}
