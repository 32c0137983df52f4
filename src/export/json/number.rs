//! One figure a candidate computes or reads, with all it takes to check it from outside.

use serde_json::{Value, json};

use super::{operands, plain, symbol, tolerance};
use crate::check::{self, Paper};
use crate::formula::explain::{self, Heading};
use crate::model::{Accepted, AcceptedValue, Numeric, Trap};
use crate::number::rounding::round;

/// `place` is the row and the column of a figure that stands in a table.
pub fn item(item: &Numeric, place: Option<(&str, &str)>, paper: &Paper) -> Value {
    let heading = Heading { label: &item.label, unit: item.unit, decimals: item.decimals };
    let in_words = lines(explain::in_words(&item.formula, paper, &heading));
    let worked = explain::steps(&item.formula, paper, &heading);
    let printed = item.printed.as_ref();
    json!({
        "id": item.id.0,
        "libelle": item.label,
        "ligne": place.map(|(row, _)| row),
        "colonne": place.map(|(_, column)| column),
        "unite": symbol(item.unit),
        "valeur_exacte": plain(item.exact),
        "decimales": item.decimals,
        "valeur_arrondie": plain(round(item.exact, item.decimals)),
        "resultat": check::shown(item),
        "imprime": printed.map(|printed| &printed.text),
        "valeur_imprimee": printed.map(|printed| plain(printed.value)),
        "erratum": printed.and_then(|printed| printed.erratum.as_ref()),
        "tolerance": tolerance::tolerance(&item.tolerance),
        "intervalle": tolerance::interval(item),
        "signe_libre": item.unsigned,
        "lu": item.read_off,
        "formule": item.formula.source,
        "formule_en_mots": in_words,
        "formule_en_chiffres": in_figures(item, paper, &heading, &worked),
        "calcul": worked,
        "operandes": operands::of(&item.formula, paper),
        "voies": item.routes.iter().map(|route| &route.source).collect::<Vec<_>>(),
        "accepte": item.accepted.iter().map(accepted).collect::<Vec<_>>(),
        "pieges": item.traps.iter().map(trap).collect::<Vec<_>>(),
        "competence": item.skill,
        "indices": item.hints,
        "methode": item.method.as_ref().unwrap_or(&in_words),
        "raisonnement": item.reasoning,
    })
}

/// The substitution; for a figure that is read off a table, the figure itself.
fn in_figures(item: &Numeric, paper: &Paper, heading: &Heading, worked: &[String]) -> String {
    explain::with_figures(&item.formula, paper, heading).unwrap_or_else(|| lines(worked.to_vec()))
}

fn lines(lines: Vec<String>) -> String {
    lines.join("\n")
}

/// Another figure that is accepted: one of `valeur`, `entre` and `formule` with its `valeur`.
fn accepted(accepted: &Accepted) -> Value {
    let (value, between, formula, unit, decimals) = match &accepted.value {
        AcceptedValue::Figure { value, unit, decimals } => {
            (Some(*value), None, None, Some(*unit), Some(*decimals))
        }
        AcceptedValue::Between(low, high) => {
            (None, Some([plain(*low), plain(*high)]), None, None, None)
        }
        AcceptedValue::Formula { formula, exact, unit, decimals } => {
            (Some(*exact), None, Some(&formula.source), Some(*unit), Some(*decimals))
        }
    };
    json!({
        "valeur": value.map(plain),
        "unite": unit.and_then(symbol),
        "decimales": decimals,
        "entre": between,
        "formule": formula,
        "remarque": accepted.remark,
        "erratum": accepted.erratum,
    })
}

fn trap(trap: &Trap) -> Value {
    json!({ "valeur": plain(trap.value), "phrase": trap.sentence })
}
