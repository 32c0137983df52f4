//! The small charts a teacher would draw from figures already known: how a row evolves, how a
//! whole is shared, how figures compare, where a score stands. Never from a figure that is asked,
//! unless it was found.

mod annex;
mod found;

use rust_decimal::Decimal;

pub use annex::charts;
pub use found::{of_question, of_step, on_wall};

/// A chart, as data.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// One row over its periods.
    Evolution { label: String, points: Vec<Point> },
    /// One or several wholes and their parts, which sum to 100 % in each.
    Parts { labels: Vec<String>, wholes: Vec<Whole> },
    /// Figures of one kind side by side; some may be negative. The label may be empty.
    Compared { label: String, points: Vec<Point> },
    /// A recommendation score.
    Nps(Box<Nps>),
}

/// A figure at a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub heading: String,
    pub value: Decimal,
    /// As it is written; empty where it is drawn only.
    pub shown: String,
}

/// The shares of a whole, in percent, in the order of the labels. The heading may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    pub heading: String,
    pub shares: Vec<Point>,
}

/// What is known of a Net Promoter Score: one of the two at least.
#[derive(Debug, Clone, PartialEq)]
pub struct Nps {
    /// Detractors, passives, promoters, in percent.
    pub groups: Option<[Point; 3]>,
    /// From −100 to 100.
    pub score: Option<Point>,
}

/// Fewer points say no more than the table.
const FEWEST: usize = 3;

/// Printed percentages of a whole may miss 100 by so much, in hundredths.
const SLACK: i64 = 30;

/// Whether the shares make 100 %, none of them all by itself.
fn full(whole: &Whole) -> bool {
    let sum: Decimal = whole.shares.iter().map(|share| share.value).sum();
    let most = whole.shares.iter().map(|share| share.value).max().unwrap_or_default();
    whole.shares.len() > 1
        && (sum - Decimal::ONE_HUNDRED).abs() <= Decimal::new(SLACK, 2)
        && most < Decimal::ONE_HUNDRED
}

/// `T1`, `2021`, `S+3`, `janvier`: columns that follow one another in time.
fn is_period(label: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "janv", "févr", "mars", "avri", "mai", "juin", "juil", "août", "sept", "octo", "nove",
        "déce",
    ];
    let label = label.to_lowercase();
    let number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let year = number(&label) && label.len() == 4;
    let rank = ["t", "s", "s+", "m", "m+", "j", "j+"]
        .iter()
        .any(|letter| label.strip_prefix(letter).is_some_and(number));
    year || rank || MONTHS.iter().any(|month| label.starts_with(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_recognised() {
        for label in ["T1", "2021", "S+3", "Janvier", "mars 2020", "J7"] {
            assert!(is_period(label), "{label}");
        }
        for label in ["Part", "Total", "12", "Trimestre", "Sessions", ""] {
            assert!(!is_period(label), "{label}");
        }
    }
}
