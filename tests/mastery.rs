//! Mastery by skill, on a whole paper: what was answered, how, and which word it earns.

#![allow(clippy::unwrap_used)]

use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::content::{SourceFile, catalogue};
use tuteur_ndrc::model::{Catalogue, ItemId};
use tuteur_ndrc::progress::{
    Answer, Event, History, Mastery, Rung, What, autonomy, items, mastery,
};
use tuteur_ndrc::session::{Place, uses};

fn sample() -> Catalogue {
    let paper = SourceFile::new("sample.ron", include_str!("screens/sample.ron"));
    let lexicon = SourceFile::new("lexicon.ron", include_str!("screens/lexicon.ron"));
    catalogue(&[vec![paper, lexicon]]).0
}

/// The items of a skill, in the order of the paper.
fn of_skill(catalogue: &Catalogue, skill: &str) -> Vec<ItemId> {
    let dossiers = catalogue.subjects.iter().flat_map(|subject| &subject.dossiers);
    let all = dossiers.flat_map(|dossier| &dossier.questions).flat_map(items);
    all.filter(|item| item.skill() == Some(skill)).map(|item| item.id().clone()).collect()
}

/// Plays a script on each item in turn: `juste`, `faux`, `aide`, `solution`; `|` starts the
/// question again.
fn history(items: &[ItemId], script: &str) -> History {
    let mut events = Vec::new();
    for word in script.split_whitespace() {
        let whole = ItemId(items[0].question().to_owned());
        let targets = if word == "|" { &[whole][..] } else { items };
        for item in targets {
            let what = match word {
                "juste" => What::Answer(Answer::new("1", Verdict::Right)),
                "faux" => What::Answer(Answer::new("2", Verdict::Wrong)),
                "aide" => What::Help(Rung::Hint(0)),
                "solution" => What::Help(Rung::Result),
                _ => What::Restart,
            };
            events.push(Event { at_ms: events.len() as i64, item: item.clone(), what });
        }
    }
    History::replay(&events)
}

#[track_caller]
fn earns(script: &str, expected: Mastery) {
    let catalogue = sample();
    let rebound = of_skill(&catalogue, "taux-rebond");
    assert!(rebound.len() > 2, "a whole row of a table");
    let lines = mastery(&catalogue, &history(&rebound, script));
    let found: Vec<_> = lines.iter().map(|line| (line.skill.as_str(), line.mastery)).collect();
    assert_eq!(
        found,
        [("taux-evolution", Mastery::ToDiscover), ("taux-rebond", expected)],
        "{script:?}"
    );
    let tried = usize::from(expected != Mastery::ToDiscover);
    assert_eq!((lines[1].questions, lines[1].tried), (1, tried), "{script:?}");
}

#[test]
fn a_row_of_a_table_is_one_sitting() {
    earns("", Mastery::ToDiscover);
    earns("juste", Mastery::Acquired);
    earns("juste | juste", Mastery::Solid);
}

#[test]
fn help_and_errors_count_less_and_the_solution_not_at_all() {
    earns("aide", Mastery::ToDiscover);
    earns("faux", Mastery::Ongoing);
    earns("faux juste", Mastery::Acquired);
    earns("aide juste", Mastery::Ongoing);
    earns("solution", Mastery::Ongoing);
    earns("solution juste", Mastery::Ongoing);
    earns("juste | solution", Mastery::Ongoing);
    earns("solution | juste", Mastery::Acquired);
}

#[test]
fn autonomy_counts_items_by_the_way_they_were_got() {
    let catalogue = sample();
    let rebound = of_skill(&catalogue, "taux-rebond");
    let n = rebound.len();
    assert_eq!(autonomy(&catalogue, &history(&rebound, "juste")), [n, 0, 0, 0]);
    assert_eq!(autonomy(&catalogue, &history(&rebound, "faux juste")), [0, n, 0, 0]);
    assert_eq!(autonomy(&catalogue, &history(&rebound, "aide juste")), [0, 0, n, 0]);
    assert_eq!(autonomy(&catalogue, &history(&rebound, "solution")), [0, 0, 0, n]);
    assert_eq!(autonomy(&catalogue, &history(&rebound, "faux")), [0; 4]);
}

#[test]
fn a_skill_knows_the_questions_that_train_it() {
    let catalogue = sample();
    assert_eq!(uses(&catalogue, "taux-rebond"), [Place::new("2025-essai", "1.1")]);
    assert_eq!(uses(&catalogue, "netiquette"), []);
}
