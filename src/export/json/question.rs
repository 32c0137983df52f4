//! A question: its énoncé, its points, the slips of its corrigé and its steps.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{plain, step};
use crate::check::Paper;
use crate::model::{Erratum, Question};

/// Quarters of a point in a point.
const QUARTERS: u32 = 4;

pub fn question(subject: &str, question: &Question, paper: &Paper) -> Value {
    json!({
        "id": id(subject, question),
        "numero": question.number,
        "titre": question.title,
        "enonce": question.statement,
        "annexes": question.annexes,
        "points": points(question.points.quarters),
        "points_officiels": question.points.official,
        "bilan": question.summary,
        "errata": question.errata.iter().map(erratum).collect::<Vec<_>>(),
        "etapes": question.steps.iter().map(|step| step::step(step, paper)).collect::<Vec<_>>(),
    })
}

/// `2024-autour-des-plantes/1.1`, what the ids of its steps begin with.
pub fn id(subject: &str, question: &Question) -> String {
    format!("{subject}/{}", question.number)
}

fn points(quarters: u32) -> String {
    plain(Decimal::from(quarters).checked_div(Decimal::from(QUARTERS)).unwrap_or_default())
}

fn erratum(erratum: &Erratum) -> Value {
    json!({
        "imprime": erratum.printed,
        "juste": erratum.right,
        "explication": erratum.explanation,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn points_are_plain_decimals() {
        for (quarters, text) in [(0, "0"), (1, "0.25"), (6, "1.5"), (20, "5"), (40, "10")] {
            assert_eq!(super::points(quarters), text);
        }
    }
}
