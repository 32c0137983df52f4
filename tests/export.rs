//! `exporter json` as another program meets it: only the JSON text is looked at, and every figure is
//! worked out again from it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use rust_decimal::Decimal;
use serde_json::Value;
use tuteur_ndrc::content;
use tuteur_ndrc::export;
use tuteur_ndrc::model::Catalogue;
use tuteur_ndrc::number::{self, Form, Unit, french, rounding};

const MANUAL: &str = include_str!("../docs/export-json.md");

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

#[test]
fn every_figure_has_its_formula_its_help_and_its_result() {
    for item in figures(exported()) {
        let id = &item["id"];
        for key in [
            "libelle",
            "formule",
            "formule_en_mots",
            "formule_en_chiffres",
            "resultat",
            "methode",
            "raisonnement",
        ] {
            assert!(!word(&item[key]).trim().is_empty(), "{id}: {key}");
        }
        assert!(!list(&item["indices"]).is_empty(), "{id}: indices");
        assert!(!list(&item["calcul"]).is_empty(), "{id}: calcul");
        // Several values may be right, and the sign may be set apart.
        let bare = |text: &str| text.replace(['\u{a0}', '+'], "");
        let last = bare(word(list(&item["calcul"]).last().unwrap()));
        let ends = last.ends_with(&bare(word(&item["resultat"])));
        assert!(ends || item["tolerance"]["parmi"].is_array(), "{id}: {last}");
    }
}

#[test]
fn the_exact_value_rounds_to_the_printed_figure_or_an_erratum_says_why() {
    let mut errata = 0;
    for item in figures(exported()) {
        let id = &item["id"];
        let exact = decimal(&item["valeur_exacte"]);
        let decimals = u32::try_from(item["decimales"].as_u64().unwrap()).unwrap();
        let rounded = decimal(&item["valeur_arrondie"]);
        assert_eq!(rounded, rounding::round(exact, decimals), "{id}");
        let Some(printed) = item["valeur_imprimee"].as_str() else {
            assert!(item["imprime"].is_null() && item["erratum"].is_null(), "{id}");
            continue;
        };
        let printed: Decimal = printed.parse().unwrap();
        let agrees = printed == rounded
            || (item["signe_libre"] == true && printed.abs() == rounded.abs())
            || inside(&item["tolerance"], printed)
            || (item["tolerance"]["entier"] == "exces" && printed == exact.ceil())
            || (item["tolerance"]["entier"] == "defaut" && printed == exact.floor());
        errata += usize::from(!agrees);
        assert!(
            agrees != item["erratum"].is_string() || inside(&item["tolerance"], printed),
            "{id}: {exact} printed {printed}, erratum {}",
            item["erratum"]
        );
    }
    assert!(errata > 10, "{errata} printed figures have an erratum");
}

fn inside(limits: &Value, value: Decimal) -> bool {
    match (&limits["entre"], &limits["parmi"]) {
        (Value::Array(ends), _) => decimal(&ends[0]) <= value && value <= decimal(&ends[1]),
        (_, Value::Array(values)) => values.iter().any(|each| decimal(each) == value),
        _ => false,
    }
}

#[test]
fn the_accepted_interval_holds_the_expected_value() {
    for item in figures(exported()) {
        let exact = decimal(&item["valeur_exacte"]);
        let limits = &item["intervalle"];
        assert!(
            inside(limits, exact) || inside(limits, exact.ceil()) || inside(limits, exact.floor()),
            "{}: {limits}",
            item["id"]
        );
        if item["tolerance"].is_null() {
            let (low, high) = (decimal(&limits["entre"][0]), decimal(&limits["entre"][1]));
            let unit = Decimal::new(1, item["decimales"].as_u64().unwrap() as u32);
            assert_eq!(rounding::round(high - low, 10), unit, "{}", item["id"]);
        }
    }
}

/// The substitution is a computation anyone can type: the reader works it out again, without the
/// engine of formulas.
#[test]
fn the_formula_in_figures_gives_the_exact_value() {
    let root = exported();
    let (mut checked, mut wrong, mut unread) = (0, Vec::new(), Vec::new());
    for item in figures(root) {
        let expected = unit(&item["unite"]);
        let written = word(&item["formule_en_chiffres"]);
        let reading = number::read_as(written, expected);
        let Some(quantity) = reading.quantity().filter(|q| q.form != Form::Literal) else {
            unread.push(format!("{}: {written}", item["id"]));
            continue;
        };
        let Some(value) = quantity.value_in(expected) else {
            unread.push(format!("{}: {written} in {expected:?}", item["id"]));
            continue;
        };
        // Earlier results are shown rounded: then only the digits asked for agree.
        let exact = decimal(&item["valeur_exacte"]);
        let rounded = list(&item["operandes"]).iter().any(|operand| operand["chiffre"].is_string());
        let close = (value - exact).abs() <= Decimal::new(1, 8) || rounded && close(item, value);
        if !close {
            wrong.push(format!("{}: {written} = {value}, not {exact}", item["id"]));
        }
        checked += 1;
    }
    println!("{checked} worked out again, {} not:\n{}", unread.len(), unread.join("\n"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked * 2 > figures(root).count(), "{}", unread.join("\n"));
}

/// Within one unit of the last decimal asked for.
fn close(item: &Value, value: Decimal) -> bool {
    let decimals = item["decimales"].as_u64().unwrap() as u32;
    (value - decimal(&item["valeur_exacte"])).abs() <= Decimal::new(1, decimals)
}

#[test]
fn operands_are_figures_of_the_annexes_and_of_the_steps() {
    let root = exported();
    let items: HashMap<&str, &Value> =
        figures(root).map(|item| (word(&item["id"]), item)).collect();
    for subject in list(&root["sujets"]) {
        let cells = cells(subject);
        let figures =
            questions(subject).flat_map(|q| list(&q["etapes"])).flat_map(|s| list(&s["chiffres"]));
        for item in figures {
            let operands = list(&item["operandes"]);
            if item["lu"] == true {
                assert_eq!(operands.len(), 1, "{}", item["id"]);
                assert!(operands[0]["annexe"].is_string(), "{}", item["id"]);
            }
            for operand in operands {
                let found = match operand["chiffre"].as_str() {
                    Some(id) => items.get(id).map(|item| (&item["valeur_exacte"], &item["unite"])),
                    None => {
                        let place = ["annexe", "ligne", "colonne"].map(|key| word(&operand[key]));
                        cells.get(&place).map(|cell| (&cell["valeur"], &cell["unite"]))
                    }
                };
                assert_eq!(
                    found,
                    Some((&operand["valeur"], &operand["unite"])),
                    "{}: {operand}",
                    item["id"]
                );
                assert!(!word(&operand["libelle"]).is_empty());
            }
        }
    }
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

/// The keys printed at each place: `sujets[].annexes[]` → `id`, `titre`…, with their values.
fn printed() -> BTreeMap<String, BTreeMap<String, Vec<Value>>> {
    fn walk(place: &str, value: &Value, all: &mut BTreeMap<String, BTreeMap<String, Vec<Value>>>) {
        match value {
            Value::Object(keys) => {
                for (key, inner) in keys {
                    let here = all.entry(place.to_owned()).or_default();
                    here.entry(key.clone()).or_default().push(inner.clone());
                    walk(format!("{place}.{key}").trim_start_matches('.'), inner, all);
                }
            }
            Value::Array(values) => {
                values.iter().for_each(|value| walk(&format!("{place}[]"), value, all))
            }
            _ => {}
        }
    }
    let mut all = BTreeMap::new();
    walk("", exported(), &mut all);
    all
}

/// The tables of the manual: heading with the place between backquotes, then one row per key with
/// its meaning and an example.
fn documented() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut place = None;
    for line in MANUAL.lines() {
        if line.starts_with('#') {
            place =
                line.split('`').nth(1).map(|p| if p == "." { String::new() } else { p.to_owned() });
        } else if let (Some(place), Some(row)) = (&place, line.strip_prefix("| `")) {
            let (key, rest) = row.split_once("` |").unwrap();
            let (_, example) =
                rest.split_once(" | `").unwrap_or_else(|| panic!("no example: {line}"));
            let example = example.strip_suffix("` |").unwrap_or_else(|| panic!("{line}"));
            let example = example.replace("\\|", "|");
            let keys = all.entry(place.clone()).or_default();
            assert!(keys.insert(key.to_owned(), example).is_none(), "{place}: {key} twice");
        }
    }
    all
}

/// Places that hold one key of several, not all of which the shipped papers use.
const ALTERNATIVES: &[&str] = &["tolerance", "intervalle"];

fn alternative(place: &str) -> bool {
    place.rsplit_once('.').is_some_and(|(_, last)| ALTERNATIVES.contains(&last))
}

#[test]
fn the_manual_names_every_key_and_no_other() {
    let (printed, documented) = (printed(), documented());
    for (place, values) in &printed {
        let keys: BTreeSet<&String> = values.keys().collect();
        let known: BTreeSet<&String> =
            documented.get(place).map(|rows| rows.keys().collect()).unwrap_or_default();
        let agree = if alternative(place) { known.is_superset(&keys) } else { known == keys };
        assert!(agree, "`{place}` in docs/export-json.md: {known:?} for {keys:?}");
    }
    let stale: Vec<&String> = documented.keys().filter(|p| !printed.contains_key(*p)).collect();
    assert_eq!(stale, Vec::<&String>::new(), "places that do not exist");
}

#[test]
fn the_examples_of_the_manual_are_values_of_their_keys() {
    let printed = printed();
    for (place, rows) in documented() {
        for (key, example) in rows {
            let example: Value = serde_json::from_str(&example)
                .unwrap_or_else(|error| panic!("{place}.{key}: {example}: {error}"));
            let Some(values) = printed[&place].get(&key) else {
                assert!(alternative(&place), "{place}.{key}");
                continue;
            };
            let same = values.iter().any(|value| shape(value) == shape(&example));
            assert!(same, "{place}.{key}: {example} is not like {}", values[0]);
        }
    }
}

/// What an example must share with the values: their type.
fn shape(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(_) => "bool".into(),
        Value::Number(_) => "number".into(),
        Value::String(_) => "string".into(),
        Value::Array(values) => format!("[{}]", values.first().map(shape).unwrap_or_default()),
        Value::Object(_) => "object".into(),
    }
}

#[cfg(feature = "tui")]
mod command {
    use std::process::{Command, Output};

    fn run(args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tuteur-ndrc"));
        command.args(args).env("TUTEUR_NDRC_DONNEES", "/nonexistent").output().unwrap()
    }

    fn said(output: &Output) -> String {
        String::from_utf8(output.stderr.clone()).unwrap().replace('\u{a0}', " ")
    }

    #[test]
    fn the_command_prints_or_writes_the_same_document() {
        let printed = run(&["exporter", "json"]);
        assert_eq!((printed.status.code(), said(&printed)), (Some(0), String::new()));
        assert_eq!(String::from_utf8(printed.stdout).unwrap(), super::text());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("catalogue.json");
        let written = run(&["exporter", "json", "--sortie", path.to_str().unwrap()]);
        assert_eq!((written.status.code(), written.stdout.len()), (Some(0), 0));
        assert_eq!(std::fs::read_to_string(path).unwrap(), super::text());
    }

    #[test]
    fn a_place_that_cannot_be_written_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("absent/catalogue.json");
        let refused = run(&["exporter", "json", "--sortie", path.to_str().unwrap()]);
        assert_eq!(refused.status.code(), Some(1));
        let said = said(&refused);
        assert!(said.starts_with("erreur : impossible d’écrire «"), "{said}");
        assert!(said.trim_end().ends_with("» : introuvable"), "{said}");
    }

    #[test]
    fn an_unknown_format_is_bad_usage() {
        for args in [&["exporter", "xml"][..], &["exporter"]] {
            let refused = run(args);
            assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0), "{args:?}");
            assert!(said(&refused).starts_with("erreur : "), "{}", said(&refused));
        }
    }

    #[test]
    fn a_bad_file_is_told_and_the_rest_is_exported() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("mauvais.ron"), "Sujet(").unwrap();
        let partial = run(&["exporter", "json", "--exercices", folder.path().to_str().unwrap()]);
        assert_eq!(partial.status.code(), Some(1));
        assert!(said(&partial).contains("mauvais.ron"), "{}", said(&partial));
        assert_eq!(String::from_utf8(partial.stdout).unwrap(), super::text());
    }
}
