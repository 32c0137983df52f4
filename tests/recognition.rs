//! Recognition measured on answers as students write them: good, partial, beside the point, denied.
//!
//! `tests/data/recognition/*.txt` holds them. `%% étape ID` opens a step, `%% attendu a b` opens an answer in
//! which a marker counts these points (`-` for none). They were written from the questions alone, without
//! looking at the patterns (those of 1.1 to 1.3 of the 2024 paper had been glimpsed).
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tuteur_ndrc::check::writing::analyse;
use tuteur_ndrc::content::{embedded, is_lexicon, load};
use tuteur_ndrc::model::{StepKind, Writing};

struct Answer {
    step: String,
    expected: BTreeSet<String>,
    text: String,
}

#[derive(Default)]
struct Tally {
    right: usize,
    spurious: usize,
    missed: usize,
}

impl Tally {
    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.spurious).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

fn answers() -> Vec<Answer> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/recognition");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| read(&std::fs::read_to_string(file).unwrap())).collect()
}

fn read(text: &str) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    let mut step = String::new();
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("%% étape ") {
            id.clone_into(&mut step);
        } else if let Some(ids) = line.strip_prefix("%% attendu ") {
            let expected = ids.split(' ').filter(|id| *id != "-").map(str::to_owned).collect();
            answers.push(Answer { step: step.clone(), expected, text: String::new() });
        } else if let Some(answer) = answers.last_mut() {
            answer.text += line;
            answer.text.push('\n');
        }
    }
    answers
}

fn writings() -> BTreeMap<String, Writing> {
    let sources = embedded();
    let subjects =
        sources.iter().filter(|source| !is_lexicon(source)).filter_map(|s| load(s).subject);
    let mut writings = BTreeMap::new();
    for subject in subjects {
        let questions = subject.dossiers.into_iter().flat_map(|dossier| dossier.questions);
        for step in questions.flat_map(|question| question.steps) {
            if let StepKind::Writing(writing) = step.kind {
                writings.insert(step.id.0, writing);
            }
        }
    }
    writings
}

#[test]
fn recognition_is_precise_and_finds_most_points() {
    let writings = writings();
    let mut total = Tally::default();
    let mut by_step: BTreeMap<String, Tally> = BTreeMap::new();
    for answer in answers() {
        let writing = writings.get(&answer.step).unwrap_or_else(|| panic!("{}", answer.step));
        let known: BTreeSet<&String> = writing.points.iter().map(|point| &point.id).collect();
        let unknown: Vec<_> = answer.expected.iter().filter(|id| !known.contains(id)).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", answer.step);
        let tally = by_step.entry(answer.step.clone()).or_default();
        for mark in analyse(writing, &answer.text) {
            let expected = answer.expected.contains(&mark.id);
            match (expected, mark.found) {
                (true, true) => tally.right += 1,
                (true, false) => tally.missed += 1,
                (false, true) => tally.spurious += 1,
                (false, false) => {}
            }
            if expected != mark.found {
                let sign = if mark.found { "en trop" } else { "manqué" };
                let place = mark.evidence.map_or("", |range| &answer.text[range]);
                println!("{sign}\t{}\t{}\t{place}", answer.step, mark.id);
            }
        }
    }
    for (step, tally) in &by_step {
        println!("{:.2}\t{:.2}\t{step}", tally.precision(), tally.recall());
        total.right += tally.right;
        total.spurious += tally.spurious;
        total.missed += tally.missed;
    }
    println!(
        "précision {:.3}, rappel {:.3}, {} étapes",
        total.precision(),
        total.recall(),
        by_step.len()
    );
    assert!(by_step.len() >= 12);
    assert!(total.precision() >= 0.9, "{:.3}", total.precision());
    assert!(total.recall() >= 0.8, "{:.3}", total.recall());
}
