//! A request, as it comes on one line of JSON or in one row of a CSV file.

use serde_json::{Map, Value};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Judge an answer to a step of the catalogue.
    Step {
        step: String,
        answer: String,
        /// Earlier results of the learner, by local or full id, as typed.
        earlier: Vec<(String, String)>,
    },
    /// Judge an answer against an expected figure given on the spot.
    AdHoc(AdHoc),
    /// Only say how a text is read.
    Read(String),
}

/// An expected figure given on the spot, every figure in French notation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdHoc {
    pub expected: String,
    pub answer: String,
    pub formula: Option<String>,
    pub unit: Option<String>,
    pub tolerance: Option<RawTolerance>,
}

/// A tolerance whose figures are still to be read in the unit of the expected one.
#[derive(Debug, Clone, PartialEq)]
pub enum RawTolerance {
    Absolute(String),
    Relative(String),
    Decimals(u32),
    Between(String, String),
    OneOf(Vec<String>),
    WholeUp,
    WholeDown,
}

/// The most decimals a tolerance may ask for.
const MOST_DECIMALS: u64 = 20;

/// Reads one line of JSON; the error is a French sentence.
pub fn parse(line: &[u8]) -> Result<Request, String> {
    let text = std::str::from_utf8(line).map_err(|error| {
        format!("la ligne n’est pas en UTF-8 (octet {})", error.valid_up_to() + 1)
    })?;
    let value: Value = serde_json::from_str(text)
        .map_err(|error| format!("JSON illisible (colonne {})", error.column()))?;
    let Value::Object(keys) = value else {
        return Err("une requête est un objet JSON entre accolades".to_owned());
    };
    from_keys(keys)
}

/// Builds a request from its keys; one that is unknown or out of place is an error.
pub fn from_keys(mut keys: Map<String, Value>) -> Result<Request, String> {
    let request = if keys.contains_key("lire") {
        Request::Read(required(&mut keys, "lire")?)
    } else if keys.contains_key("etape") {
        Request::Step {
            step: required(&mut keys, "etape")?,
            answer: required(&mut keys, "reponse")?,
            earlier: earlier(keys.remove("precedentes"))?,
        }
    } else if keys.contains_key("attendu") {
        Request::AdHoc(AdHoc {
            expected: required(&mut keys, "attendu")?,
            answer: required(&mut keys, "reponse")?,
            formula: optional(&mut keys, "formule")?,
            unit: optional(&mut keys, "unite")?,
            tolerance: keys.remove("tolerance").map(tolerance).transpose()?.flatten(),
        })
    } else {
        return Err(match keys.keys().next() {
            Some(key) if !KNOWN.contains(&key.as_str()) => unknown(key),
            _ => "il manque «\u{a0}etape\u{a0}», «\u{a0}attendu\u{a0}» ou «\u{a0}lire\u{a0}»"
                .to_owned(),
        });
    };
    match keys.keys().next() {
        Some(key) if KNOWN.contains(&key.as_str()) => {
            Err(format!("{} n’a pas de sens dans cette requête", quoted(key)))
        }
        Some(key) => Err(unknown(key)),
        None => Ok(request),
    }
}

/// Every key of a request.
const KNOWN: &[&str] =
    &["etape", "reponse", "precedentes", "attendu", "formule", "unite", "tolerance", "lire"];

fn required(keys: &mut Map<String, Value>, key: &str) -> Result<String, String> {
    let value = keys.remove(key).ok_or_else(|| format!("il manque {}", quoted(key)))?;
    text(value, key)
}

fn optional(keys: &mut Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match keys.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => text(value, key).map(Some),
    }
}

/// Figures are strings, so that no digit passes through a float.
fn text(value: Value, key: &str) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(format!("{} doit être un texte entre guillemets", quoted(key))),
    }
}

fn earlier(value: Option<Value>) -> Result<Vec<(String, String)>, String> {
    match value {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Object(results)) => {
            results.into_iter().map(|(id, value)| Ok((id.clone(), text(value, &id)?))).collect()
        }
        Some(_) => {
            Err("«\u{a0}precedentes\u{a0}» doit être un objet\u{a0}: étape, réponse".to_owned())
        }
    }
}

fn tolerance(value: Value) -> Result<Option<RawTolerance>, String> {
    let keys = match value {
        Value::Null => return Ok(None),
        Value::Object(keys) => keys,
        _ => return Err(TOLERANCE.to_owned()),
    };
    let mut keys = keys.into_iter();
    let (Some((key, value)), None) = (keys.next(), keys.next()) else {
        return Err(TOLERANCE.to_owned());
    };
    let tolerance = match (key.as_str(), value) {
        ("absolue", value) => RawTolerance::Absolute(text(value, "absolue")?),
        ("relative", value) => RawTolerance::Relative(text(value, "relative")?),
        ("decimales", value) => RawTolerance::Decimals(decimals(&value)?),
        ("entre", value) => match &texts(value, "entre")?[..] {
            [low, high] => RawTolerance::Between(low.clone(), high.clone()),
            _ => return Err("«\u{a0}entre\u{a0}» attend deux bornes".to_owned()),
        },
        ("parmi", value) => RawTolerance::OneOf(texts(value, "parmi")?),
        ("entier", Value::String(way)) if way == "exces" => RawTolerance::WholeUp,
        ("entier", Value::String(way)) if way == "defaut" => RawTolerance::WholeDown,
        ("entier", _) => return Err("«\u{a0}entier\u{a0}» vaut \"exces\" ou \"defaut\"".to_owned()),
        (key, _) => return Err(format!("tolérance inconnue\u{a0}: {}. {TOLERANCE}", quoted(key))),
    };
    Ok(Some(tolerance))
}

const TOLERANCE: &str = "«\u{a0}tolerance\u{a0}» est un objet à une seule clé\u{a0}: absolue, relative, decimales, entre, parmi ou entier";

fn decimals(value: &Value) -> Result<u32, String> {
    value
        .as_u64()
        .filter(|&decimals| decimals <= MOST_DECIMALS)
        .and_then(|decimals| u32::try_from(decimals).ok())
        .ok_or_else(|| {
            format!("«\u{a0}decimales\u{a0}» attend un nombre entier de 0 à {MOST_DECIMALS}")
        })
}

fn texts(value: Value, key: &str) -> Result<Vec<String>, String> {
    match value {
        Value::Array(values) => values.into_iter().map(|value| text(value, key)).collect(),
        _ => Err(format!("{} attend une liste de textes", quoted(key))),
    }
}

fn unknown(key: &str) -> String {
    format!("clé inconnue\u{a0}: {}", quoted(key))
}

/// Characters of a key or of the name of a step that an error repeats.
const LONGEST_SHOWN: usize = 80;

/// A key as it may be shown: short, and without control characters.
pub fn quoted(key: &str) -> String {
    let mut letters = key.chars().filter(|c| !c.is_control());
    let shown: String = letters.by_ref().take(LONGEST_SHOWN).collect();
    let more = if letters.next().is_some() { "…" } else { "" };
    format!("«\u{a0}{shown}{more}\u{a0}»")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(line: &str, reason: &str) {
        let error = parse(line.as_bytes()).unwrap_err();
        assert!(error.contains(reason), "{line} → {error}");
    }

    #[test]
    fn the_three_requests_of_the_contract() {
        assert_eq!(parse(br#"{"lire":"1 400,50 \u20ac"}"#), Ok(Request::Read("1 400,50 €".into())));
        assert_eq!(
            parse(br#"{"etape":"s/1/a","reponse":"49,3 %","precedentes":{"b":"2 000"}}"#),
            Ok(Request::Step {
                step: "s/1/a".into(),
                answer: "49,3 %".into(),
                earlier: vec![("b".into(), "2 000".into())],
            })
        );
        assert_eq!(
            parse(br#"{"reponse":"25.64","attendu":"25,64 %","tolerance":{"entre":["66","100"]},"formule":null}"#),
            Ok(Request::AdHoc(AdHoc {
                expected: "25,64 %".into(),
                answer: "25.64".into(),
                tolerance: Some(RawTolerance::Between("66".into(), "100".into())),
                ..AdHoc::default()
            }))
        );
    }

    #[test]
    fn malformed_requests_are_named() {
        refuses("", "JSON illisible");
        refuses("[1]", "objet");
        refuses("{}", "il manque «\u{a0}etape\u{a0}»");
        refuses(r#"{"atendu":"1","reponse":"1"}"#, "clé inconnue\u{a0}: «\u{a0}atendu\u{a0}»");
        refuses(r#"{"attendu":"1"}"#, "il manque «\u{a0}reponse\u{a0}»");
        refuses(r#"{"attendu":"1","reponse":1}"#, "«\u{a0}reponse\u{a0}» doit être un texte");
        refuses(r#"{"attendu":"1","reponse":"1","x":2}"#, "«\u{a0}x\u{a0}»");
        refuses(r#"{"lire":"1","reponse":"1"}"#, "«\u{a0}reponse\u{a0}» n’a pas de sens");
        refuses(
            r#"{"attendu":"1","reponse":"1","tolerance":{"absolue":"1","relative":"1 %"}}"#,
            "une seule clé",
        );
        refuses(r#"{"attendu":"1","reponse":"1","tolerance":{"decimales":-1}}"#, "nombre entier");
        refuses(r#"{"attendu":"1","reponse":"1","tolerance":{"entre":["1"]}}"#, "deux bornes");
        refuses(r#"{"attendu":"\ud800","reponse":"1"}"#, "JSON illisible");
        assert!(parse(b"{\"lire\":\"\xff\"}").unwrap_err().contains("UTF-8"));
        assert!(parse("[".repeat(100_000).as_bytes()).is_err());
    }

    #[test]
    fn a_hostile_key_is_not_echoed_raw() {
        let error = parse(br#"{"\u001b[2Jx":"1"}"#).unwrap_err();
        assert!(!error.contains('\u{1b}'));
    }
}
