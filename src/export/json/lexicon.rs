//! The entries of the lexicon.

use serde_json::{Value, json};

use crate::model::{Direction, Entry, Example, Threshold};

pub fn entry(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "nom": entry.name,
        "synonymes": entry.synonyms,
        "chapitre": entry.chapter,
        "formule": entry.formula,
        "unite": entry.unit,
        "sens": direction(entry.direction),
        "lecture": entry.reading,
        "variantes": entry.variants,
        "seuils": entry.thresholds.iter().map(threshold).collect::<Vec<_>>(),
        "pieges": entry.traps,
        "exemple": entry.example.as_ref().map(example),
        "voir": entry.related,
    })
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::HigherIsBetter => "hausse",
        Direction::LowerIsBetter => "baisse",
        Direction::Depends => "selon",
    }
}

fn threshold(threshold: &Threshold) -> Value {
    json!({ "texte": threshold.text, "source": threshold.source, "annee": threshold.year })
}

fn example(example: &Example) -> Value {
    json!({
        "enonce": example.statement,
        "calcul": example.computation,
        "resultat": example.result,
    })
}
