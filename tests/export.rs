//! `exporter json` as another program meets it: only the JSON text is looked at, and every figure is
//! worked out again from it.
// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::panic)]

#[cfg(feature = "tui")]
#[path = "export/command.rs"]
mod command;
#[path = "export/manual.rs"]
mod manual;
#[path = "export/progress.rs"]
mod progress;
#[path = "export/worked.rs"]
mod worked;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use rust_decimal::Decimal;
use serde_json::Value;
use tuteur_ndrc::content;
use tuteur_ndrc::export;
use tuteur_ndrc::model::Catalogue;
use tuteur_ndrc::number::{self, Unit, french};

fn shipped() -> Catalogue {
    content::catalogue(&[content::embedded()]).0
}

fn text() -> String {
    let format = export::format("json").unwrap();
    String::from_utf8((format.write)(&shipped())).unwrap()
}

/// Loading every paper takes a while: once for all tests.
fn exported() -> &'static Value {
    static ROOT: OnceLock<Value> = OnceLock::new();
    ROOT.get_or_init(|| serde_json::from_str(&text()).unwrap())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("a list, not {value}"))
}

#[track_caller]
fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}"))
}

#[track_caller]
fn decimal(value: &Value) -> Decimal {
    word(value).parse().unwrap_or_else(|_| panic!("a plain decimal, not {value}"))
}

fn unit(value: &Value) -> Unit {
    Unit::parse(value.as_str().unwrap_or_default()).unwrap()
}

fn questions(subject: &Value) -> impl Iterator<Item = &Value> {
    list(&subject["dossiers"]).iter().flat_map(|dossier| list(&dossier["questions"]))
}

fn all_questions(root: &Value) -> impl Iterator<Item = &Value> {
    list(&root["sujets"]).iter().flat_map(questions)
}

fn steps(root: &Value) -> impl Iterator<Item = &Value> {
    all_questions(root).flat_map(|question| list(&question["etapes"]))
}

fn figures(root: &Value) -> impl Iterator<Item = &Value> {
    steps(root).flat_map(|step| list(&step["chiffres"]))
}

fn ids<'a>(values: impl IntoIterator<Item = &'a Value>) -> Vec<&'a str> {
    values.into_iter().map(|value| word(&value["id"])).collect()
}

#[track_caller]
fn unique(ids: &[&str]) {
    let mut seen = HashSet::new();
    for id in ids {
        assert!(!id.is_empty() && seen.insert(id), "{id:?} twice or empty");
    }
}

#[test]
fn the_totals_are_those_of_the_catalogue_and_of_the_document() {
    let (catalogue, root) = (shipped(), exported());
    let totals = |key: &str| root["totaux"][key].as_u64().unwrap() as usize;
    assert_eq!(root["schema"], 1);
    assert_eq!(totals("sujets"), catalogue.subjects.len());
    assert_eq!(totals("fiches"), catalogue.lexicon.len());
    let dossiers = catalogue.subjects.iter().flat_map(|subject| &subject.dossiers);
    let questions = dossiers.flat_map(|dossier| &dossier.questions);
    assert_eq!(totals("questions"), questions.clone().count());
    assert_eq!(totals("etapes"), questions.map(|question| question.steps.len()).sum::<usize>());
    assert_eq!(totals("sujets"), list(&root["sujets"]).len());
    assert_eq!(totals("questions"), all_questions(root).count());
    assert_eq!(totals("etapes"), steps(root).count());
    assert_eq!(totals("chiffres"), figures(root).count());
    assert_eq!(totals("fiches"), list(&root["lexique"]).len());
}

#[test]
fn it_is_the_same_text_every_time() {
    let text = text();
    assert_eq!(text, self::text());
    assert!(text.ends_with("}\n"));
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
}

#[test]
fn every_id_is_unique() {
    let root = exported();
    unique(&ids(list(&root["sujets"])));
    unique(&ids(list(&root["lexique"])));
    unique(&ids(all_questions(root)));
    unique(&ids(steps(root)));
    unique(&ids(figures(root)));
    for subject in list(&root["sujets"]) {
        unique(&ids(list(&subject["annexes"])));
    }
    for step in steps(root).filter(|step| step["genre"] == "redaction") {
        unique(&ids(list(&step["redaction"]["points"])));
    }
}

#[test]
fn every_step_holds_what_its_kind_asks_for_and_nothing_else() {
    for step in steps(exported()) {
        let kind = word(&step["genre"]);
        let own = match kind {
            "completer" => "tableau",
            other => other,
        };
        assert!(["calcul", "tableau", "choix", "redaction", "rcs"].contains(&own), "{kind}");
        for key in ["tableau", "choix", "redaction", "rcs"] {
            assert_eq!(step[key].is_null(), key != own, "{}: {key}", step["id"]);
        }
        let figures = list(&step["chiffres"]);
        match kind {
            "calcul" => assert_eq!(ids(figures), [word(&step["id"])]),
            "completer" => assert_eq!(ids(figures), blanks(&step["tableau"]), "{}", step["id"]),
            _ => assert!(figures.is_empty(), "{}", step["id"]),
        }
    }
}

fn blanks(table: &Value) -> Vec<&str> {
    let rows = list(&table["lignes"]).iter();
    let width = list(&table["colonnes"]).len();
    let cells = rows.flat_map(|row| {
        assert_eq!(list(&row["cellules"]).len(), width, "{row}");
        list(&row["cellules"])
    });
    let blank = |cell: &&Value| cell["genre"] == "chiffre";
    cells.filter(blank).map(|cell| word(&cell["chiffre"])).collect()
}

/// The cells of a subject, by annex, row and column.
fn cells(subject: &Value) -> BTreeMap<[&str; 3], &Value> {
    let mut cells = BTreeMap::new();
    for annex in list(&subject["annexes"]).iter().filter(|annex| annex["genre"] == "tableau") {
        for row in list(&annex["tableau"]["lignes"]) {
            for cell in list(&row["cellules"]) {
                let place = [word(&annex["id"]), word(&row["id"]), word(&cell["colonne"])];
                assert!(cells.insert(place, cell).is_none(), "{place:?}");
            }
        }
    }
    cells
}

#[test]
fn every_cell_says_what_it_shows_and_where_it_comes_from() {
    let root = exported();
    let mut origins = BTreeSet::new();
    for (place, cell) in list(&root["sujets"]).iter().flat_map(cells) {
        let origin = word(&cell["origine"]);
        origins.insert(origin.to_owned());
        let figure = ["imprime", "deduit", "choisi"].contains(&origin);
        assert_eq!(cell["valeur"].is_string(), figure, "{place:?}");
        assert_eq!(cell["texte"].is_null(), origin == "manquant", "{place:?}");
        if figure {
            let shown = number::read(word(&cell["texte"]));
            let value = decimal(&cell["valeur"]);
            let read =
                shown.quantity().and_then(|quantity| quantity.value_in(unit(&cell["unite"])));
            assert_eq!(read, Some(value), "{place:?}: {}", cell["texte"]);
        }
    }
    for origin in ["imprime", "deduit", "mots"] {
        assert!(origins.contains(origin), "{origins:?}");
    }
}

#[test]
fn links_resolve_and_miss_nothing() {
    let root = exported();
    let entries: BTreeSet<&str> = ids(list(&root["lexique"])).into_iter().collect();
    let steps_known: HashSet<&str> = ids(steps(root)).into_iter().collect();
    let questions_known: HashSet<&str> = ids(all_questions(root)).into_iter().collect();
    let skill: HashMap<&str, &Value> =
        figures(root).map(|item| (word(&item["id"]), &item["competence"])).collect();
    let links = list(&root["liens"]);
    let linked: Vec<&str> = links.iter().map(|link| word(&link["fiche"])).collect();
    unique(&linked);
    assert_eq!(linked.iter().copied().collect::<BTreeSet<_>>(), entries);
    let mut figures_linked = 0;
    for link in links {
        for figure in list(&link["chiffres"]) {
            assert_eq!(skill.get(word(figure)), Some(&&link["fiche"]), "{figure}");
            figures_linked += 1;
        }
        assert!(
            list(&link["etapes"]).iter().all(|step| steps_known.contains(word(step))),
            "{link}"
        );
        let questions: BTreeSet<&str> = list(&link["etapes"])
            .iter()
            .filter_map(|step| word(step).rsplit_once('/'))
            .map(|(q, _)| q)
            .collect();
        assert_eq!(list(&link["questions"]).iter().map(word).collect::<BTreeSet<_>>(), questions);
        assert!(questions.iter().all(|question| questions_known.contains(question)), "{link}");
    }
    assert_eq!(figures_linked, skill.values().filter(|skill| skill.is_string()).count());
    for entry in list(&root["lexique"]) {
        assert!(
            list(&entry["voir"]).iter().all(|id| entries.contains(word(id))),
            "{}",
            entry["id"]
        );
    }
    for step in steps(root) {
        for kind in ["choix", "redaction"] {
            if let Some(skill) = step[kind]["competence"].as_str() {
                let link = links.iter().find(|link| link["fiche"] == skill).unwrap();
                assert!(list(&link["etapes"]).contains(&step["id"]), "{}", step["id"]);
            }
        }
    }
}

#[test]
fn references_inside_a_subject_resolve() {
    for subject in list(&exported()["sujets"]) {
        let annexes = ids(list(&subject["annexes"]));
        for question in questions(subject) {
            let id = word(&question["id"]);
            assert_eq!(id, format!("{}/{}", word(&subject["id"]), word(&question["numero"])));
            assert!(list(&question["annexes"]).iter().all(|a| annexes.contains(&word(a))), "{id}");
            decimal(&question["points"]);
            for step in list(&question["etapes"]) {
                assert!(word(&step["id"]).starts_with(&format!("{id}/")), "{}", step["id"]);
                let known = ids(list(&step["chiffres"]));
                for check in step["tableau"]["controles"].as_array().into_iter().flatten() {
                    let named = list(&check["chiffres"]);
                    assert!(named.iter().all(|figure| known.contains(&word(figure))), "{check}");
                }
                if step["genre"] == "rcs" {
                    let criteria = list(&step["rcs"]["criteres"]);
                    assert_eq!(criteria.len(), 8);
                    assert!(criteria.iter().all(|c| list(&c["niveaux"]).len() == 4));
                    assert!(criteria.iter().all(|c| c["repere"].is_string()), "{}", step["id"]);
                }
            }
        }
    }
}

/// Keys whose texts are for machines or authors, or are laid out by the engine of formulas, which
/// knows an operator from a sign.
const RAW: &[&str] = &[
    "formule",
    "formule_en_chiffres",
    "calcul",
    "voies",
    "reconnaitre",
    "id",
    "annexe",
    "ligne",
    "colonne",
];

#[test]
fn texts_are_set_as_the_learner_sees_them() {
    fn walk(key: &str, value: &Value) {
        match value {
            Value::String(text) if !RAW.contains(&key) && text.parse::<Decimal>().is_err() => {
                assert_eq!(&french::typeset(text), text, "{key}");
            }
            Value::Array(values) => values.iter().for_each(|value| walk(key, value)),
            Value::Object(keys) => keys.iter().for_each(|(key, value)| walk(key, value)),
            _ => {}
        }
    }
    let root = exported();
    walk("sujets", &root["sujets"]);
    for entry in list(&root["lexique"]) {
        for key in ["nom", "lecture", "pieges", "formule"] {
            walk(if key == "formule" { "lecture" } else { key }, &entry[key]);
        }
    }
}
