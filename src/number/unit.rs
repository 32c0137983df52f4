//! Units as types: what a figure counts, and which units convert into each other.

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
