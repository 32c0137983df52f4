//! Events in, records out.

use super::*;
use crate::check::Verdict;
use crate::progress::{Answer, Carry, Outcome, Rung, Way};

fn item() -> ItemId {
    ItemId::new("s", "1.1", "a")
}

fn answer(verdict: Verdict) -> What {
    What::Answer(Answer::new("x", verdict))
}

/// The events of a script: one word each.
fn what(word: &str) -> What {
    match word {
        "juste" => answer(Verdict::Right),
        "presque" => answer(Verdict::Close),
        "faux" => answer(Verdict::Wrong),
        "neutre" => answer(Verdict::Neutral),
        "reporté" => What::Answer(Answer { carried: true, ..Answer::new("x", Verdict::Wrong) }),
        "inconnu" => What::Answer(Answer::new("x", Outcome::Other("superbe".into()))),
        "indice" => What::Help(Rung::Hint(0)),
        "méthode" => What::Help(Rung::Method),
        "calcul" => What::Help(Rung::Substitution),
        "résultat" => What::Help(Rung::Result),
        "interprétation" => What::Help(Rung::Interpretation),
        "reprise" => What::Restart,
        "revu-juste" => What::Regrade(Answer::new("x", Verdict::Right)),
        "revu-faux" => What::Regrade(Answer::new("x", Verdict::Wrong)),
        _ => What::Other { kind: word.to_owned(), detail: String::new() },
    }
}

fn script(words: &str) -> History {
    let event = |(n, word): (usize, &str)| {
        let what = what(word);
        let item = if what == What::Restart { ItemId("s/1.1".into()) } else { item() };
        Event { at_ms: n as i64, item, what }
    };
    let events: Vec<Event> = words.split_whitespace().enumerate().map(event).collect();
    History::replay(&events)
}

#[track_caller]
fn leads_to(words: &str, way: Option<Way>, attempts: usize) {
    let history = script(words);
    let record = history.record(&item()).cloned().unwrap_or_default();
    assert_eq!((record.way, record.attempts.len()), (way, attempts), "{words}");
}

#[test]
fn the_four_ways() {
    leads_to("juste", Some(Way::Alone), 1);
    leads_to("neutre juste", Some(Way::Alone), 1);
    leads_to("faux juste", Some(Way::AfterError), 2);
    leads_to("presque juste", Some(Way::AfterError), 2);
    leads_to("inconnu juste", Some(Way::AfterError), 2);
    leads_to("indice juste", Some(Way::AfterHelp), 1);
    leads_to("calcul juste", Some(Way::AfterHelp), 1);
    leads_to("faux indice juste", Some(Way::AfterHelp), 2);
    leads_to("indice faux juste", Some(Way::AfterHelp), 2);
    leads_to("résultat juste", Some(Way::Revealed), 1);
    leads_to("faux indice méthode calcul résultat interprétation juste", Some(Way::Revealed), 2);
    leads_to("reporté", Some(Way::Alone), 1);
    leads_to("faux reporté", Some(Way::AfterError), 2);
}

#[test]
fn the_first_right_answer_decides() {
    leads_to("juste indice faux", Some(Way::Alone), 2);
    leads_to("juste résultat juste", Some(Way::Alone), 2);
    leads_to("faux juste indice juste", Some(Way::AfterError), 3);
}

#[test]
fn no_right_answer_no_way() {
    leads_to("", None, 0);
    leads_to("faux faux", None, 2);
    leads_to("presque", None, 1);
    leads_to("neutre", None, 0);
    leads_to("résultat", None, 0);
    leads_to("inconnu", None, 1);
    leads_to("geste-de-demain", None, 0);
}

#[test]
fn a_restart_opens_a_new_round() {
    leads_to("faux juste reprise", None, 0);
    leads_to("faux juste reprise juste", Some(Way::Alone), 1);
    let history = script("faux indice juste reprise faux reprise reprise");
    let record = history.record(&item()).unwrap();
    let past: Vec<_> = record.past.iter().map(|past| (past.way, past.attempts)).collect();
    assert_eq!(past, [(Some(Way::AfterHelp), 2), (None, 1)]);
    assert!(record.untouched());
}

#[test]
fn regrading_changes_the_last_answer_only() {
    leads_to("faux revu-juste", Some(Way::Alone), 1);
    leads_to("faux faux revu-juste", Some(Way::AfterError), 2);
    leads_to("juste revu-faux", None, 1);
    leads_to("indice faux revu-juste", Some(Way::AfterHelp), 1);
    leads_to("revu-juste", None, 0);
}

#[test]
fn the_best_verdict_and_the_last_answer() {
    let best = |words: &str| script(words).record(&item()).and_then(Record::best);
    assert_eq!(best("faux presque faux"), Some(Verdict::Close));
    assert_eq!(best("presque juste faux"), Some(Verdict::Right));
    assert_eq!(best("inconnu"), None);
    let history = script("faux juste");
    let record = history.record(&item()).unwrap();
    assert!(record.last().unwrap().verdict.is(Verdict::Right));
    assert!(record.last_before(2).unwrap().verdict.is(Verdict::Wrong));
    assert_eq!(record.last_before(1), None);
}

#[test]
fn carried_only_while_no_plain_right_answer() {
    let carried = |words: &str| script(words).record(&item()).unwrap().carried();
    assert!(carried("faux reporté"));
    assert!(!carried("reporté juste"));
    assert!(!carried("faux"));
}

#[test]
fn slips_are_counted_the_most_frequent_first() {
    let slip = |code: &str| {
        let what =
            What::Answer(Answer { slip: Some(code.into()), ..Answer::new("x", Verdict::Wrong) });
        Event { at_ms: 0, item: item(), what }
    };
    let history = History::replay(&[slip("signe"), slip("inverse"), slip("inverse")]);
    assert_eq!(history.slips(), [("inverse", 2), ("signe", 1)]);
}

#[test]
fn marks_and_own_points() {
    let event = |what| Event { at_ms: 0, item: item(), what };
    let mark = |point: &str, counted| event(What::Mark { point: point.into(), counted });
    let history = History::replay(&[
        event(What::OwnPoint { text: "un".into() }),
        event(What::OwnPoint { text: "deux".into() }),
        mark("propre-2", false),
        mark("logo", true),
        mark("logo", false),
    ]);
    let record = history.record(&item()).unwrap();
    let own: Vec<_> = record.own_points.iter().map(|o| (o.id.as_str(), o.counted)).collect();
    assert_eq!(own, [("propre-1", true), ("propre-2", false)]);
    assert_eq!(record.marks.get("logo"), Some(&false));
    assert_eq!(record.marks.len(), 1);
}

#[test]
fn what_concerns_a_question_stays_with_it() {
    let event = |item: &str, what| Event { at_ms: 5, item: ItemId(item.into()), what };
    let history = History::replay(&[
        event("s/1.1/a", answer(Verdict::Right)),
        event("s/1.10/a", answer(Verdict::Right)),
        event("s/1.1", What::ChooseCarry(Carry::Corrige)),
        event("s/1.1", What::Restart),
    ]);
    let way = |item: &str| history.record(&ItemId(item.into())).unwrap().way;
    assert_eq!((way("s/1.1/a"), way("s/1.10/a")), (None, Some(Way::Alone)));
    assert_eq!(history.record(&ItemId("s/1.1".into())).unwrap().carry, None);
    assert_eq!(history.last(), Some((5, &ItemId("s/1.1".into()))));
}
