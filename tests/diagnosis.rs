//! How well wrong answers are explained, over every figure that ships: known slips are
//! recognised, and random wrong values are seldom given a cause.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use tuteur_ndrc::check::{Context, Paper, SlipCode, Verdict, judge};
use tuteur_ndrc::content;
use tuteur_ndrc::formula::slips;
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
    let text = french::decimal(value, item.decimals);
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

/// A comma moved by two places is told as a factor of 100 in every unit.
fn same_name(said: SlipCode, slip: SlipCode) -> bool {
    said == slip || (said, slip) == (SlipCode::Factor100, SlipCode::PowerOfTen)
}

#[test]
fn known_slips_are_recognised() {
    let (mut known, mut named, mut shared) = (0, 0, 0);
    let mut missed = BTreeMap::<(SlipCode, Option<SlipCode>), usize>::new();
    let catalogue = shipped();
    for subject in &catalogue.subjects {
        let paper = Paper::new(subject);
        for item in items(&paper) {
            let context = Context::new(&paper).through(&paper);
            for slip in slips::enumerate(&item.formula, item.unit, item.decimals, &paper) {
                let judgement = judge(item, &context, &typed(item, slip.value));
                if judgement.verdict != Verdict::Wrong {
                    continue;
                }
                known += 1;
                match judgement.slip {
                    Some(code) if same_name(code, slip.code()) => named += 1,
                    Some(code) => {
                        shared += 1;
                        *missed.entry((slip.code(), Some(code))).or_default() += 1
                    }
                    None => *missed.entry((slip.code(), None)).or_default() += 1,
                }
            }
        }
    }
    println!("{known} slips, {named} named, {shared} under another name");
    for ((slip, said), count) in &missed {
        println!("{} -> {}\u{a0}: {count}", slip.code(), said.map_or("rien", SlipCode::code));
    }
    // The rest is silence: too few digits are left at the printed precision to be sure.
    assert!(named * 100 >= known * 78, "{named} of {known}");
    assert!(shared * 100 <= known * 6, "{shared} of {known}");
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
