//! The small charts said in words: where a row rises and falls, how a whole is shared. No figure is
//! computed that a step may ask for.

use std::cmp::Ordering;

use super::page::Speech;
use crate::model::Annex;
use crate::session::Walk;
use crate::session::chart::{Chart, Point, Whole, charts, of_grid};

/// Tells the charts of the annexes, and of the table in hand once it is complete.
pub fn read(annexes: &[&Annex], walk: &Walk, complete: bool, speech: &mut Speech) {
    let mut said = false;
    for annex in annexes {
        let charts = charts(annex);
        if !charts.is_empty() {
            speech.say(format!("{}\u{a0}:", annex.title.trim_end_matches('.')));
        }
        charts.iter().for_each(|chart| tell(chart, speech));
        said |= !charts.is_empty();
    }
    let own = walk.grid().filter(|_| complete).map(of_grid).unwrap_or_default();
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

/// `2021 : Femmes 98 %, puis Hommes 2 %.`, the largest share first.
fn shares(whole: &Whole) -> String {
    let mut shares: Vec<&Point> = whole.shares.iter().collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.value));
    let said: Vec<String> =
        shares.iter().map(|share| format!("{} {}", share.heading, share.shown)).collect();
    format!(
        "{}, de la plus grande part à la plus petite\u{a0}: {}.",
        whole.heading,
        said.join("\u{a0}; ")
    )
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
            "2021, de la plus grande part à la plus petite\u{a0}: F 98\u{a0}; H 2."
        );
    }
}
