//! Trouver l'erreur over everything that ships: every computed step has its hunts, in each of
//! them one place is wrong and can be told from the others, and a seed gives the same for ever.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tuteur_ndrc::check::{Context, Paper, SlipCode, Verdict, earlier_items, judge};
use tuteur_ndrc::content;
use tuteur_ndrc::formula::copy;
use tuteur_ndrc::formula::explain::Heading;
use tuteur_ndrc::model::{Catalogue, Grid, GridCell, ItemId, Numeric, Step, StepKind, Subject};
use tuteur_ndrc::session::hunt::{CopyCell, Hunt, NoHunt, PROPOSALS, Sheet, Source};

const SEEDS: u64 = 200;

fn shipped() -> Catalogue {
    let (catalogue, problems) = content::catalogue(&[content::embedded()]);
    assert!(!catalogue.subjects.is_empty(), "{problems:?}");
    catalogue
}

fn steps(subject: &Subject) -> impl Iterator<Item = &Step> {
    let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    questions.flat_map(|question| &question.steps)
}

fn computed(step: &Step) -> bool {
    matches!(step.kind, StepKind::Number(_) | StepKind::Grid(_))
}

#[test]
fn every_computed_step_has_a_hunt_or_a_reason() {
    let catalogue = shipped();
    let (mut hunted, mut without) = (0, Vec::new());
    for subject in &catalogue.subjects {
        for step in steps(subject) {
            match Hunt::new(subject, step, 1) {
                Ok(_) => hunted += 1,
                Err(NoHunt::NotComputed) => assert!(!computed(step), "{}", step.id),
                Err(reason) => without.push((step.id.to_string(), reason)),
            }
        }
    }
    println!("{hunted} steps hunted, without: {without:#?}");
    let silent = without.iter().filter(|(_, reason)| *reason == NoHunt::NothingToPlant).count();
    assert_eq!(silent, 0, "{without:#?}");
    assert!(without.len() * 10 <= hunted, "{without:#?}");
}

#[test]
fn one_place_is_wrong_at_every_seed() {
    let catalogue = shipped();
    let mut varied = Vec::new();
    let mut planted = BTreeMap::<SlipCode, usize>::new();
    for subject in &catalogue.subjects {
        let paper = Paper::new(subject);
        let mut bench = Bench { paper: &paper, known: HashMap::new() };
        for step in steps(subject).filter(|step| computed(step)) {
            let Ok(source) = Source::new(subject, step) else { continue };
            let mut different = BTreeSet::new();
            for seed in 0..SEEDS {
                let hunt = source.hunt(seed).unwrap();
                *planted.entry(hunt.code).or_default() += 1;
                different.insert(format!("{:?}", hunt.sheet));
                is_fair(&hunt);
                match (&hunt.sheet, &step.kind) {
                    (Sheet::Lines(lines), StepKind::Number(item)) => {
                        one_line(&mut bench, item, &hunt, lines);
                    }
                    (Sheet::Table(_), StepKind::Grid(grid)) => one_cell(&mut bench, grid, &hunt),
                    other => panic!("{other:?}"),
                }
                if seed % 67 == 0 {
                    assert_eq!(Hunt::new(subject, step, seed).as_ref(), Ok(&hunt));
                }
            }
            varied.push((different.len(), step.id.to_string()));
        }
    }
    varied.sort();
    println!("{planted:#?} {varied:#?}");
    assert!(varied.iter().all(|(n, _)| *n >= 3), "{:?}", varied.first());
    assert!(planted.len() >= 15, "{planted:?}");
}

/// Judges each figure once: the same ones come back at every seed.
struct Bench<'a> {
    paper: &'a Paper<'a>,
    known: HashMap<(ItemId, String), Verdict>,
}

impl Bench<'_> {
    fn verdict(&mut self, item: &Numeric, typed: &str) -> Verdict {
        let judged = || judge(item, &Context::new(self.paper), typed).verdict;
        *self.known.entry((item.id.clone(), typed.to_owned())).or_insert_with(judged)
    }
}

fn is_fair(hunt: &Hunt) {
    let names: BTreeSet<SlipCode> = hunt.proposals.iter().copied().collect();
    assert_eq!((names.len(), hunt.proposals.len()), (PROPOSALS, PROPOSALS), "{hunt:#?}");
    assert!(names.contains(&hunt.code) && !names.contains(&SlipCode::Trap), "{hunt:#?}");
    assert!(hunt.wrong < hunt.places() && !hunt.following.contains(&hunt.wrong), "{hunt:#?}");
    assert!(hunt.explanation.ends_with('.') && !hunt.right.is_empty(), "{hunt:#?}");
    for said in ["Vous ", " vous ", " votre ", "Votre "] {
        assert!(!hunt.explanation.contains(said), "{}", hunt.explanation);
    }
}

fn one_line(bench: &mut Bench, item: &Numeric, hunt: &Hunt, lines: &[String]) {
    let heading = Heading { label: &item.label, unit: item.unit, decimals: item.decimals };
    let right = copy::right(&item.formula, bench.paper, &heading);
    assert_eq!(right, hunt.right);
    assert!(!right.contains(&lines[hunt.wrong]), "{}: {hunt:#?}", item.id);
    // Rates that are added up one by one are right until they are added up.
    if !matches!(hunt.code, SlipCode::AddedRates | SlipCode::SimpleMean | SlipCode::PercentPoints) {
        for line in &lines[..hunt.wrong] {
            let same_work = |known: &String| work(known).is_some() && work(known) == work(line);
            assert!(right.iter().any(|r| r == line || same_work(r)), "{}: {hunt:#?}", item.id);
        }
    }
    let last = lines.last().unwrap();
    assert_ne!(Some(last), right.last(), "{}", item.id);
    let answer = last.rsplit("\u{a0}: ").next().unwrap();
    let verdict = bench.verdict(item, answer);
    assert!(matches!(verdict, Verdict::Wrong | Verdict::Neutral), "{}: {answer}", item.id);
}

fn work(line: &str) -> Option<&str> {
    line.split_once(" = ").or_else(|| line.split_once(" ≈ ")).map(|(work, _)| work)
}

fn one_cell(bench: &mut Bench, grid: &Grid, hunt: &Hunt) {
    let Sheet::Table(table) = &hunt.sheet else { return };
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    let blanks: Vec<&Numeric> = cells
        .filter_map(|cell| match cell {
            GridCell::Blank(item) => Some(&**item),
            _ => None,
        })
        .collect();
    let figures: Vec<&String> = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| match cell {
            CopyCell::Figure(text) => Some(text),
            _ => None,
        })
        .collect();
    assert_eq!(blanks.len(), figures.len());
    assert_eq!(blanks[hunt.wrong].id, hunt.item);
    for (at, (item, figure)) in blanks.iter().zip(figures).enumerate() {
        let verdict = bench.verdict(item, figure);
        if at == hunt.wrong {
            assert_eq!(verdict, Verdict::Wrong, "{}: {figure}", item.id);
        } else if hunt.following.contains(&at) {
            assert!(depends(bench.paper, item, &hunt.item), "{}: {figure}", item.id);
        } else {
            assert_eq!(verdict, Verdict::Right, "{}: {figure}", item.id);
            assert!(hunt.in_sight.contains(&item.id));
        }
    }
}

fn depends(paper: &Paper, item: &Numeric, on: &ItemId) -> bool {
    let earlier = earlier_items(&item.formula.expr);
    let known: Vec<&Numeric> = paper.items().filter(|other| earlier.contains(&&other.id)).collect();
    known.into_iter().any(|other| other.id == *on || depends(paper, other, on))
}
