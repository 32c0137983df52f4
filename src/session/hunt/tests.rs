//! Playing a hunt to its end, giving up, leaving. Drawing them over every shipped step is
//! `tests/hunts.rs`'s.

use super::*;
use crate::content;
use crate::progress::{Event, History, Hunted, What};

fn hunt(wrong: usize, following: &[usize]) -> Hunting {
    Hunting::new(Hunt {
        seed: 7,
        item: ItemId::new("s", "1.1", "taux"),
        label: "Taux".into(),
        sheet: Sheet::Lines(["a", "b", "c", "d"].map(str::to_owned).into()),
        wrong,
        following: following.to_vec(),
        code: SlipCode::Inverse,
        proposals: vec![SlipCode::Sum, SlipCode::Inverse, SlipCode::Sign, SlipCode::Product],
        explanation: "Parce que.".into(),
        right: vec!["x".into()],
        in_sight: vec![],
    })
}

fn recorded(events: &[Event]) -> &Hunted {
    match events {
        [Event { what: What::Hunt(hunted), .. }] => hunted,
        other => panic!("one hunt, not {other:?}"),
    }
}

#[test]
fn found_then_named_at_once() {
    let mut play = hunt(1, &[2, 3]);
    assert!(play.point(1));
    assert_eq!(play.stage(), Stage::Naming);
    let changes = play.name(SlipCode::Inverse, 5);
    assert_eq!(play.stage(), Stage::Told);
    let expected = Hunted {
        seed: 7,
        slip: "inverse".into(),
        found: Some(1),
        named: Some(1),
        shown: vec!["taux".into()],
    };
    assert_eq!(*recorded(&changes.events), expected);
    assert!(play.leave(6).is_empty(), "recorded once");
    let history = History::replay(&changes.events);
    assert_eq!(history.hunts().total().named, 1);
    assert_eq!(history.last(), None, "no work on the question");
}

#[test]
fn a_miss_says_which_way_to_look() {
    let mut play = hunt(1, &[2, 3]);
    assert!(!play.point(0) && !play.point(0));
    assert!(play.said().is_some_and(|said| said.contains("plus bas")));
    assert!(!play.point(3));
    assert!(play.said().is_some_and(|said| said.contains("plus haut")));
    assert!(!play.point(9) && play.point(1));
    assert_eq!(play.tries().0, Some(3), "a place counts once, what is outside never");
}

#[test]
fn wrong_names_go_out_until_the_last_one_tells_all() {
    let mut play = hunt(0, &[]);
    assert!(play.name(SlipCode::Inverse, 1).is_empty(), "not before it is found");
    play.point(0);
    assert!(play.name(SlipCode::Trap, 1).is_empty(), "not among the names");
    assert!(play.name(SlipCode::Sum, 2).is_empty());
    assert!(play.name(SlipCode::Sum, 2).is_empty());
    assert_eq!(play.refused(), [SlipCode::Sum]);
    play.name(SlipCode::Sign, 3).is_empty().then_some(()).unwrap();
    let changes = play.name(SlipCode::Product, 4);
    assert_eq!(recorded(&changes.events).named, None);
    assert_eq!(play.stage(), Stage::Told);
}

#[test]
fn giving_up_shows_the_place_then_the_name() {
    let mut play = hunt(0, &[]);
    assert!(play.show(1).is_empty());
    let changes = play.show(2);
    let hunted = recorded(&changes.events);
    assert_eq!((hunted.found, hunted.named), (None, None));
    assert!(play.show(3).is_empty());
}

#[test]
fn leaving_a_copy_barely_read_records_nothing() {
    assert!(hunt(0, &[]).leave(1).is_empty());
    let mut tried = hunt(0, &[]);
    tried.point(2);
    let changes = tried.leave(1);
    assert_eq!(recorded(&changes.events).shown, Vec::<String>::new());
}

#[test]
fn a_result_seen_in_a_copy_is_help() {
    use crate::check::Verdict;
    use crate::progress::{Answer, Way};
    let mut play = hunt(0, &[]);
    play.point(0);
    let mut events = play.name(SlipCode::Inverse, 1).events;
    let item = ItemId::new("s", "1.1", "taux");
    let history = History::replay(&events);
    assert!(history.record(&item).is_some_and(|record| record.untouched()));
    let answer = What::Answer(Answer::new("4", Verdict::Right));
    events.push(Event { at_ms: 2, item: item.clone(), what: answer });
    let history = History::replay(&events);
    assert_eq!(history.record(&item).and_then(|record| record.way), Some(Way::AfterHelp));
}

#[test]
fn a_question_and_a_paper_have_their_hunts() {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    for subject in &catalogue.subjects {
        assert!(in_subject(subject, 1).is_some(), "{}", subject.id);
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            let computed =
                question.steps.iter().position(|step| Hunt::new(subject, step, 3).is_ok());
            let hunt = in_question(subject, question, computed, 3);
            assert_eq!(hunt.is_some(), computed.is_some(), "{}", question.number);
            if let (Some(hunt), Some(at)) = (hunt, computed) {
                let expected = Hunt::new(subject, &question.steps[at], 3).unwrap();
                assert_eq!(hunt, expected);
            }
        }
    }
}
