//! Progress in files: the table a spreadsheet opens, the document other programs read, and their manual.

use serde_json::Value;
use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::model::{Catalogue, ItemId};
use tuteur_ndrc::progress::{Answer, Event, History, Hunted, Moment, Report, Way, What, items};

use super::manual::{documented_in, printed_in};
use super::*;

const MANUAL: &str = include_str!("../../docs/progres.md");
/// Monday 16 November 2026, noon UTC.
const NOW: i64 = 20_773 * 86_400_000 + 43_200_000;

fn event(item: &ItemId, what: What) -> Event {
    Event { at_ms: NOW - 1_000, item: item.clone(), what }
}

/// Two answers, one of them wrong in a known way, and a copy read.
fn history(catalogue: &Catalogue) -> History {
    let question = &catalogue.subjects[0].dossiers[0].questions[0];
    let all: Vec<ItemId> = items(question).map(|item| item.id().clone()).collect();
    let mut wrong = Answer::new("2", Verdict::Wrong);
    wrong.slip = Some("inverse".into());
    let mut later = Answer::new("3", Verdict::Wrong);
    later.slip = Some("erreur-de-demain".into());
    let hunted = Hunted {
        seed: 1,
        slip: "inverse".into(),
        found: Some(1),
        named: Some(2),
        shown: Vec::new(),
    };
    History::replay(&[
        event(&all[0], What::Answer(Answer::new("1", Verdict::Right))),
        event(&all[1], What::Answer(wrong)),
        event(&all[1], What::Answer(later)),
        event(&all[1], What::Hunt(hunted)),
    ])
}

fn report(catalogue: &Catalogue) -> Report {
    Report::new(catalogue, &history(catalogue), Moment { now_ms: NOW, offset_ms: 0 })
}

fn written(name: &str, report: &Report) -> Vec<u8> {
    (export::progress_format(name).unwrap().write)(report)
}

fn document(report: &Report) -> Value {
    serde_json::from_slice(&written("json", report)).unwrap()
}

#[test]
fn the_document_holds_what_was_done() {
    let found = document(&report(&shipped()));
    assert_eq!(found["date"], "2026-11-16");
    assert_eq!(found["reponses"], 3);
    assert_eq!(found["autonomie"][Way::Alone as usize]["reponses"], 1);
    let question = &found["sujets"][0]["questions"][0];
    assert_eq!((&question["etat"], &question["reponses_faites"]), (&"en-cours".into(), &1.into()));
    assert_eq!(list(&found["semaines"]).len(), 26);
    assert_eq!(found["semaines"][25]["lundi"], "2026-11-16");
    assert_eq!(found["semaines"][25]["reponses"], 3);
    assert_eq!(found["erreurs"][0]["nom"], Value::Null, "a slip of a later version is kept");
    assert_eq!(found["erreurs"][1]["nom"], "Rapport à l’envers");
    assert_eq!(found["copies"]["trouvees"], 1);
    assert_eq!(found["copies"]["nommees"], 0);
}

#[test]
fn the_manual_names_every_key_and_no_other() {
    let printed = printed_in(&document(&report(&shipped())));
    let documented = documented_in(MANUAL);
    let places: Vec<_> = printed.keys().collect();
    assert_eq!(places, documented.keys().collect::<Vec<_>>());
    for (place, keys) in &printed {
        let told: Vec<_> = documented[place].keys().collect();
        assert_eq!(keys.keys().collect::<Vec<_>>(), told, "{place}");
    }
}

fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.ends_with("\r\n") && !text.contains('\u{1b}'));
    let rows = text.split_terminator("\r\n");
    rows.map(|row| row.split(';').map(str::to_owned).collect()).collect()
}

#[test]
fn the_table_has_a_measure_a_line_and_its_manual_names_them() {
    let rows = table(&written("csv", &report(&shipped())));
    for column in &rows[0] {
        assert!(MANUAL.contains(&format!("| `{column}` |")), "{column}");
    }
    assert!(rows.iter().all(|row| row.len() == 7), "{rows:?}");
    for row in &rows[1..] {
        assert!(MANUAL.contains(&format!("| `{}` |", row[0])), "{row:?}");
        assert!(row[5].replace(',', ".").parse::<Decimal>().is_ok(), "{row:?}");
        assert!(
            row[6].is_empty() || row[6].replace(',', ".").parse::<Decimal>().is_ok(),
            "{row:?}"
        );
    }
    let has = |line: &str| rows.iter().any(|row| row.join(";") == line);
    assert!(has("bilan;2026-11-16;Réponses données;;réponses;3;"));
    assert!(has("semaine;2026-11-16;Semaine du 16/11/2026;;jours;1;7"));
    assert!(has("erreur;inverse;Rapport à l’envers;2026-11-16;fois;1;"));
    assert!(has("copies;trouver-l-erreur;Trouver l’erreur;;trouvées du premier coup;1;1"));
}

#[test]
fn a_title_is_never_a_formula_nor_an_order_to_the_terminal() {
    let mut catalogue = shipped();
    catalogue.subjects[0].dossiers[0].questions[0].title = "=HYPERLINK(\"x\")\u{1b}[2J".into();
    let report = report(&catalogue);
    let text = String::from_utf8(written("csv", &report)).unwrap();
    assert!(text.contains(";\"'=HYPERLINK(\"\"x\"\") [2J\";"), "{text}");
    let json = String::from_utf8(written("json", &report)).unwrap();
    assert!(!json.contains('\u{1b}') && json.contains("\\u001b"));
}
