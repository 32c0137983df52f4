//! How well wrong answers are explained, over every figure that ships: known slips are
//! recognised, and random wrong values are seldom given a cause.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use tuteur_ndrc::check::{Context, Paper, SlipCode, Verdict, judge, survey};
use tuteur_ndrc::content;
use tuteur_ndrc::model::{Catalogue, Numeric};
use tuteur_ndrc::number::french;
use tuteur_ndrc::number::rounding::round;

fn shipped() -> Catalogue {
    let (catalogue, problems) = content::catalogue(&[content::embedded()]);
    // What is wrong with a file is another test's business; here it must only open.
    assert!(!catalogue.subjects.is_empty(), "{problems:?}");
    catalogue
}

/// Every numeric item of a paper, in a fixed order.
fn items<'a>(paper: &Paper<'a>) -> Vec<&'a Numeric> {
    let mut items: Vec<&Numeric> = paper.items().collect();
    items.sort_by(|a, b| a.id.cmp(&b.id));
    items
}

/// What a learner types for a value of the item: its decimals and its unit.
fn typed(item: &Numeric, value: Decimal) -> String {
    written(item, value, item.decimals)
}

fn written(item: &Numeric, value: Decimal, decimals: u32) -> String {
    let text = french::decimal(value, decimals);
    let symbol = item.unit.symbol();
    if symbol.starts_with('/') { text } else { format!("{text} {symbol}") }
}

#[test]
fn what_is_expected_is_always_right() {
    let catalogue = shipped();
    for subject in &catalogue.subjects {
        let paper = Paper::new(subject);
        for item in items(&paper) {
            let context = Context::new(&paper).through(&paper);
            let shown = item
                .printed
                .as_ref()
                .map_or_else(|| typed(item, item.exact), |p| typed(item, p.value));
            let judgement = judge(item, &context, &shown);
            assert_eq!(
                judgement.verdict,
                Verdict::Right,
                "{} : {shown}, {}",
                item.id,
                judgement.message
            );
        }
    }
}

/// How the slips of one code fared.
#[derive(Default)]
struct Tally {
    applying: usize,
    named: usize,
    collided: usize,
    hidden: usize,
    silent: usize,
}

/// Every slip that applies is named under its own code, or another likelier one of the same
/// figure is, and that collision is declared to the author.
#[test]
fn every_slip_that_applies_is_recognised_or_its_collision_declared() {
    let mut tallies = BTreeMap::<SlipCode, Tally>::new();
    let mut failures = Vec::new();
    let catalogue = shipped();
    for subject in &catalogue.subjects {
        let paper = Paper::new(subject);
        for item in items(&paper) {
            let context = Context::new(&paper).through(&paper);
            let survey = survey(item, &context);
            for known in &survey.applying {
                let text = written(item, known.figure, known.decimals);
                let judgement = judge(item, &context, &text);
                let said = judgement.slip;
                let declared = survey.collisions.iter().find(|c| c.slips.contains(known));
                let tally = tallies.entry(known.code).or_default();
                tally.applying += 1;
                if said == Some(known.code) {
                    tally.named += 1;
                } else if declared.is_some_and(|c| said == Some(c.likelier().code)) {
                    tally.collided += 1;
                } else {
                    failures.push(format!(
                        "{} {} : {text}, {said:?} {declared:?} {}",
                        item.id,
                        known.code.code(),
                        judgement.message
                    ));
                }
            }
            for known in &survey.hidden {
                tallies.entry(known.code).or_default().hidden += 1;
            }
            for known in &survey.silent {
                tallies.entry(known.code).or_default().silent += 1;
                // A clear mistake is left in silence where nothing is left of it, no sooner.
                let lost = known.figure.is_zero()
                    || matches!(
                        known.code,
                        SlipCode::PowerOfTen | SlipCode::Factor100 | SlipCode::Unit
                    );
                assert!(lost || !known.specific, "{} {known:?}", item.id);
            }
        }
    }
    println!(
        "| code | applies | under its own name | under that of a declared collision | hidden | silent |"
    );
    println!("|---|---|---|---|---|---|");
    let mut all = Tally::default();
    for (code, t) in &tallies {
        println!(
            "| `{}` | {} | {} | {} | {} | {} |",
            code.code(),
            t.applying,
            t.named,
            t.collided,
            t.hidden,
            t.silent
        );
        all.applying += t.applying;
        all.named += t.named;
        all.collided += t.collided;
        all.hidden += t.hidden;
        all.silent += t.silent;
    }
    println!(
        "| all | {} | {} | {} | {} | {} |",
        all.applying, all.named, all.collided, all.hidden, all.silent
    );
    println!("{}", failures.join("\n"));
    assert!(failures.is_empty(), "{} slips", failures.len());
    assert!(all.applying > 5_000 && all.named * 100 >= all.applying * 85, "too few are told apart");
}

#[test]
fn random_values_are_seldom_explained() {
    let mut seed = 42_u64;
    let mut random = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let (mut wrong, mut alarms) = (0, 0);
    let mut codes = BTreeMap::<&str, usize>::new();
    let catalogue = shipped();
    for subject in &catalogue.subjects {
        let paper = Paper::new(subject);
        for item in items(&paper) {
            let context = Context::new(&paper).through(&paper);
            for _ in 0..12 {
                // From a tenth to three times the right value.
                let share = Decimal::new(100 + (random() % 2_900) as i64, 3);
                let value = round(item.exact * share, item.decimals);
                let judgement = judge(item, &context, &typed(item, value));
                if judgement.verdict == Verdict::Wrong {
                    wrong += 1;
                    if let Some(slip) = judgement.slip {
                        alarms += 1;
                        *codes.entry(slip.code()).or_default() += 1;
                    }
                }
            }
        }
    }
    println!("{wrong} random wrong values, {alarms} explained");
    println!("{codes:?}");
    assert!(alarms * 100 <= wrong * 4, "{alarms} of {wrong}");
}

/// The manual lists every code, and no other.
#[test]
fn the_manual_lists_every_code() {
    let manual = include_str!("../docs/diagnostics.md");
    let table = manual.split("## When a slip is named").next().unwrap();
    let listed: Vec<SlipCode> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .flat_map(|line| line.split('|').nth(1).unwrap().split('`').skip(1).step_by(2))
        .map(|code| SlipCode::parse(code).unwrap_or_else(|| panic!("{code}")))
        .collect();
    assert_eq!(listed, SlipCode::ALL);
}
