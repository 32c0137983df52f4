//! What is drawn of results, over everything that ships: never a figure that is still to be found.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::HashSet;

use tuteur_ndrc::check;
use tuteur_ndrc::content;
use tuteur_ndrc::model::{AnnexBody, Catalogue, Cell, ItemId, Numeric, Question, Subject};
use tuteur_ndrc::number::french;
use tuteur_ndrc::progress::{Item, items};
use tuteur_ndrc::session::chart::{Chart, Point, of_question, of_step};

fn shipped() -> Catalogue {
    content::catalogue(&[content::embedded()]).0
}

fn questions(catalogue: &Catalogue) -> impl Iterator<Item = (&Subject, &Question)> {
    catalogue.subjects.iter().flat_map(|subject| {
        let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
        questions.map(move |question| (subject, question))
    })
}

fn question<'a>(
    catalogue: &'a Catalogue,
    paper: &str,
    number: &str,
) -> (&'a Subject, &'a Question) {
    let wanted = |(subject, question): &(&Subject, &Question)| {
        subject.id.contains(paper) && question.number == number
    };
    questions(catalogue).find(wanted).unwrap()
}

fn numbers(question: &Question) -> Vec<&Numeric> {
    let number = |item| match item {
        Item::Number(numeric) => Some(numeric),
        _ => None,
    };
    items(question).filter_map(number).collect()
}

/// The charts of every step.
fn drawn(subject: &Subject, question: &Question, known: &dyn Fn(&ItemId) -> bool) -> Vec<Chart> {
    let steps = question.steps.iter();
    steps.flat_map(|step| of_step(subject, question, step, known)).collect()
}

fn points(chart: &Chart) -> Vec<&Point> {
    match chart {
        Chart::Evolution { points, .. } | Chart::Compared { points, .. } => points.iter().collect(),
        Chart::Parts { wholes, .. } => wholes.iter().flat_map(|whole| &whole.shares).collect(),
        Chart::Nps(nps) => nps.groups.iter().flatten().chain(&nps.score).collect(),
    }
}

/// Figures that are on the annexes anyway.
fn printed(subject: &Subject) -> HashSet<String> {
    let tables = subject.annexes.iter().filter_map(|annex| match &annex.body {
        AnnexBody::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let figures = cells.filter_map(|cell| match cell {
        Cell::Figure { quantity, .. } => Some(french::echo(quantity)),
        _ => None,
    });
    figures.collect()
}

#[test]
fn nothing_is_drawn_before_anything_is_found() {
    let catalogue = shipped();
    for (subject, question) in questions(&catalogue) {
        assert_eq!(drawn(subject, question, &|_| false), [], "{}", question.number);
    }
}

#[test]
fn a_figure_still_to_be_found_is_in_no_drawing() {
    let catalogue = shipped();
    let mut checked = 0;
    for (subject, question) in questions(&catalogue) {
        let printed = printed(subject);
        let all = numbers(question);
        for hidden in &all {
            let figure = check::shown(hidden);
            let same = |other: &&Numeric| other.id != hidden.id && check::shown(other) == figure;
            if printed.contains(&figure) || all.iter().copied().any(|other| same(&other)) {
                continue;
            }
            checked += 1;
            for chart in drawn(subject, question, &|id| *id != hidden.id) {
                let told = points(&chart).into_iter().any(|point| point.shown == figure);
                assert!(!told, "{} {figure}: {chart:?}", hidden.id);
            }
        }
    }
    assert!(checked > 150, "{checked}");
}

#[track_caller]
fn draws(paper: &str, number: &str, expected: &[&str]) {
    let catalogue = shipped();
    let (subject, question) = question(&catalogue, paper, number);
    let name = |chart: &Chart| {
        let (kind, label) = match chart {
            Chart::Evolution { label, .. } => ("évolution", label.clone()),
            Chart::Compared { label, .. } => ("comparaison", label.clone()),
            Chart::Parts { labels, .. } => ("parts", labels.join(" + ")),
            Chart::Nps(nps) => ("NPS", nps.score.as_ref().map_or("?", |s| &s.shown).to_owned()),
        };
        format!("{kind} ×{} {label}", points(chart).len()).replace('\u{a0}', " ")
    };
    let charts = of_question(subject, question, &|_| true);
    assert_eq!(charts.iter().map(name).collect::<Vec<_>>(), expected);
}

#[test]
fn each_question_is_drawn_as_a_teacher_would() {
    draws(
        "autour",
        "1.1",
        &[
            "évolution ×4 Taux de rebond",
            "évolution ×4 Taux d’abandon de panier",
            "évolution ×4 Taux de conversion (commandes / visiteurs)",
            "évolution ×4 Conversion des paniers (commandes / paniers)",
            "évolution ×4 Chiffre d’affaires",
            "comparaison ×7 Évolution T1 → T4",
        ],
    );
    draws("arbre", "1.3", &["parts ×6 B to C + B to B"]);
    draws(
        "olympic",
        "2.1",
        &[
            "NPS ×4 − 86 points",
            "parts ×3 Négatives + Neutres + Positives",
            "parts ×3 Effort faible + Effort moyen + Effort important",
        ],
    );
    draws("olympic", "2.2", &["comparaison ×6 Taux d’engagement"]);
    draws("novatech", "2.2", &[]);
}

#[test]
fn before_and_after_are_compared_and_a_part_is_set_in_its_whole() {
    let catalogue = shipped();
    let one = |paper: &str, number: &str, step: &str| {
        let (subject, question) = question(&catalogue, paper, number);
        let step = question.steps.iter().find(|it| it.id.local() == step).unwrap();
        of_step(subject, question, step, &|_| true)
    };
    let shown = |charts: &[Chart]| {
        let points: Vec<String> =
            charts.iter().flat_map(points).map(|p| format!("{} {}", p.heading, p.shown)).collect();
        points.join(", ").replace('\u{a0}', " ")
    };
    assert_eq!(shown(&one("faur", "1.3", "coefficient-ca")), "2019 5 680 €, 2021 14 800 €");
    // The other part may be asked later: it is drawn, not written.
    let part = one("arbre", "1.1", "part-nouveaux");
    assert_eq!(shown(&part), "Part des nouveaux utilisateurs, 2020 99 %, Le reste ");
}
