//! The small charts said in words: where a row rises and falls, how a whole is shared, how figures
//! rank, where a score stands. No figure is computed that a step may ask for.

use std::cmp::Ordering;

use super::page::Speech;
use crate::model::Annex;
use crate::number::french::capital;
use crate::session::Walk;
use crate::session::chart::{Chart, Nps, Point, Whole, charts};

/// Tells the charts of the annexes, and of the results known of the step in hand.
pub fn read(annexes: &[&Annex], walk: &Walk, speech: &mut Speech) {
    let mut said = false;
    for annex in annexes {
        let charts = charts(annex);
        if !charts.is_empty() {
            speech.say(format!("{}\u{a0}:", annex.title.trim_end_matches('.')));
        }
        charts.iter().for_each(|chart| tell(chart, speech));
        said |= !charts.is_empty();
    }
    let own = walk.charts();
    if !own.is_empty() {
        speech.say("Vos résultats\u{a0}:");
    }
    own.iter().for_each(|chart| tell(chart, speech));
    if !said && own.is_empty() {
        speech.say(
            "Rien ne se dessine ici\u{a0}: les annexes n’ont ni suite de périodes, ni parts d’un tout.",
        );
    }
}

fn tell(chart: &Chart, speech: &mut Speech) {
    match chart {
        Chart::Evolution { label, points } => speech.say(evolution(label, points)),
        Chart::Parts { wholes, .. } => wholes.iter().for_each(|whole| speech.say(shares(whole))),
        Chart::Compared { label, points } => speech.say(ranked(label, points)),
        Chart::Nps(nps) => score(nps, speech),
    }
}

/// `Visiteurs, de T1 à T4 : baisse, hausse, hausse. Le plus haut en T1, 452 ; le plus bas en T2, 325.`
fn evolution(label: &str, points: &[Point]) -> String {
    let moves: Vec<&str> = points
        .windows(2)
        .map(|pair| match pair[1].value.cmp(&pair[0].value) {
            Ordering::Greater => "hausse",
            Ordering::Less => "baisse",
            Ordering::Equal => "stable",
        })
        .collect();
    let ends = |n: usize| points.get(n).map_or("", |point| point.heading.as_str());
    let (first, last) = (ends(0), ends(points.len().saturating_sub(1)));
    let place = |point: Option<&Point>| {
        point.map_or_else(String::new, |point| format!("{}, {}", point.heading, point.shown))
    };
    let highest = place(points.iter().rev().max_by_key(|point| point.value));
    let lowest = place(points.iter().min_by_key(|point| point.value));
    format!(
        "{label}, de {first} à {last}\u{a0}: {}. Au plus haut\u{a0}: {highest}\u{a0}; au plus bas\u{a0}: {lowest}.",
        moves.join(", ")
    )
}

/// `2021, de la plus grande part à la plus petite : Femmes, 98 % ; Hommes, 2 %.`
fn shares(whole: &Whole) -> String {
    let order = "de la plus grande part à la plus petite";
    format!("{}\u{a0}: {}.", headed(&whole.heading, order), largest_first(&whole.shares))
}

/// `Coût par vente, du plus grand au plus petit : Google Ads, 75 € ; Facebook, 6,06 €.`
fn ranked(label: &str, points: &[Point]) -> String {
    format!("{}\u{a0}: {}.", headed(label, "du plus grand au plus petit"), largest_first(points))
}

fn headed(heading: &str, order: &str) -> String {
    match heading {
        "" => capital(order),
        heading => format!("{heading}, {order}"),
    }
}

fn largest_first(points: &[Point]) -> String {
    let mut points: Vec<&Point> = points.iter().collect();
    points.sort_by_key(|point| std::cmp::Reverse(point.value));
    points.into_iter().map(told).collect::<Vec<_>>().join("\u{a0}; ")
}

/// `Google Ads, 75 €`; the heading alone where the figure is drawn only.
fn told(point: &Point) -> String {
    match &*point.shown {
        "" => point.heading.clone(),
        shown => format!("{}, {shown}", point.heading),
    }
}

/// The groups of a recommendation score, then the score on its scale.
fn score(nps: &Nps, speech: &mut Speech) {
    if let Some(groups) = &nps.groups {
        let groups: Vec<String> = groups.iter().map(told).collect();
        speech.say(format!("Réponses\u{a0}: {}.", groups.join("\u{a0}; ")));
    }
    if let Some(score) = &nps.score {
        speech.say(format!("NPS\u{a0}: {}, entre moins 100 et plus 100.", score.shown));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[(&str, i64)]) -> Vec<Point> {
        let point = |(heading, value): &(&str, i64)| Point {
            heading: (*heading).into(),
            value: (*value).into(),
            shown: value.to_string(),
        };
        values.iter().map(point).collect()
    }

    #[test]
    fn a_row_is_told_by_its_moves_and_its_ends() {
        let row = points(&[("T1", 452), ("T2", 325), ("T3", 325), ("T4", 452)]);
        assert_eq!(
            evolution("Visiteurs", &row),
            "Visiteurs, de T1 à T4\u{a0}: baisse, stable, hausse. Au plus haut\u{a0}: T1, 452\u{a0}; au plus \
             bas\u{a0}: T2, 325."
        );
        assert!(evolution("V", &[]).starts_with("V, de "));
    }

    #[test]
    fn a_whole_is_told_from_its_largest_share() {
        let whole = Whole { heading: "2021".into(), shares: points(&[("H", 2), ("F", 98)]) };
        assert_eq!(
            shares(&whole),
            "2021, de la plus grande part à la plus petite\u{a0}: F, 98\u{a0}; H, 2."
        );
    }
}
