//! `docs/export-json.md` names every key, no other, with an example that is like its values.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::exported;

const MANUAL: &str = include_str!("../../docs/export-json.md");

fn printed() -> Printed {
    printed_in(exported())
}

/// The keys printed at each place: `sujets[].annexes[]` → `id`, `titre`…, with their values.
pub type Printed = BTreeMap<String, BTreeMap<String, Vec<Value>>>;

pub fn printed_in(document: &Value) -> Printed {
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
    walk("", document, &mut all);
    all
}

fn documented() -> BTreeMap<String, BTreeMap<String, String>> {
    documented_in(MANUAL)
}

/// The tables of a manual: heading with the place between backquotes, then one row per key with
/// its meaning and an example.
pub fn documented_in(manual: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut place = None;
    for line in manual.lines() {
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
