//! All the content that ships with the program: sound, complete, and listed in the binary.
// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "exercises/ladders.rs"]
mod ladders;
#[path = "exercises/play.rs"]
mod play;

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use tuteur_ndrc::content::{self, Severity};
use tuteur_ndrc::model::{Catalogue, Contents, GridCell, Numeric, Question, StepKind, Subject};

fn shipped() -> Catalogue {
    let (catalogue, problems) = content::validate(&[content::embedded()]);
    let problems: Vec<String> = problems.iter().map(|problem| problem.render(false)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
    catalogue
}

fn questions(subject: &Subject) -> impl Iterator<Item = &Question> {
    subject.dossiers.iter().flat_map(|dossier| &dossier.questions)
}

fn numbers(question: &Question) -> Vec<&Numeric> {
    let mut numbers = Vec::new();
    for step in &question.steps {
        match &step.kind {
            StepKind::Number(number) => numbers.push(number.as_ref()),
            StepKind::Grid(grid) => {
                for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                    if let GridCell::Blank(number) = cell {
                        numbers.push(number);
                    }
                }
            }
            StepKind::Choice(_) | StepKind::Writing(_) | StepKind::Rcs(_) => {}
        }
    }
    numbers
}

#[test]
fn every_file_of_the_folder_is_in_the_binary_and_the_other_way_round() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("exercises");
    let (files, problems) = content::read_folder(&folder);
    assert!(problems.is_empty());
    let on_disk: BTreeSet<(String, String)> = files
        .into_iter()
        .map(|file| {
            let name = Path::new(&file.name).strip_prefix(&folder).unwrap().display().to_string();
            (name, file.text.to_string())
        })
        .collect();
    let embedded =
        content::embedded().into_iter().map(|file| (file.name, file.text.to_string())).collect();
    assert_eq!(on_disk, embedded, "list every file of exercises/ in src/content/embedded.rs");
}

#[test]
fn the_shipped_content_has_no_problem() {
    assert!(!shipped().subjects.is_empty());
}

#[test]
fn ids_are_unique_over_the_whole_catalogue() {
    let catalogue = shipped();
    let mut seen = HashSet::new();
    for subject in &catalogue.subjects {
        assert!(seen.insert(subject.id.clone()), "{}", subject.id);
        for question in questions(subject) {
            for step in &question.steps {
                assert!(seen.insert(step.id.0.clone()), "{}", step.id);
            }
            for number in numbers(question) {
                let step = question.steps.iter().any(|step| step.id == number.id);
                assert!(step || seen.insert(number.id.0.clone()), "{}", number.id);
                assert_eq!(number.id.question(), format!("{}/{}", subject.id, question.number));
            }
        }
    }
}

#[test]
fn papers_come_in_chronological_order_each_ending_with_its_rcs() {
    let catalogue = shipped();
    assert!(catalogue.subjects.is_sorted_by_key(|subject| subject.session));
    for subject in &catalogue.subjects {
        let last = questions(subject).last().and_then(|question| question.steps.last());
        assert!(matches!(last.map(|step| &step.kind), Some(StepKind::Rcs(_))), "{}", subject.id);
    }
}

#[test]
fn every_skill_is_an_entry_of_the_lexicon() {
    let catalogue = shipped();
    let entries: HashSet<&str> = catalogue.lexicon.iter().map(|entry| entry.id.as_str()).collect();
    for subject in &catalogue.subjects {
        for number in questions(subject).flat_map(numbers) {
            if let Some(skill) = &number.skill {
                assert!(entries.contains(skill.as_str()), "{}: {skill}", number.id);
            }
        }
    }
}

#[test]
fn the_samples_of_the_tests_are_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    for file in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if file.extension().is_some_and(|extension| extension == "ron") {
            let source = content::read_file(&file).unwrap();
            let problems = match content::is_lexicon(&source) {
                true => content::load_lexicon(&source).problems,
                false => content::load(&source).problems,
            };
            let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
            assert_eq!(errors.count(), 0, "{}: {problems:?}", file.display());
        }
    }
}

const CONTENTS: &str = "exercises/sommaire.txt";

#[test]
fn the_contents_tell_what_the_papers_hold() {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    assert!(
        content::contents() == Contents::of(&catalogue),
        "{CONTENTS} is out of date; `cargo test --test exercises -- --ignored` writes it again"
    );
}

#[test]
#[ignore = "writes exercises/sommaire.txt again; to be run after a change of a paper"]
fn write_the_contents() {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CONTENTS);
    fs::write(path, content::contents_text(&Contents::of(&catalogue))).unwrap();
}
