//! Events as rows: a kind and its detail in JSON. Kinds of a later version pass through unchanged.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::model::Level;
use crate::progress::{Answer, Carry, Hunted, Levels, Outcome, Pick, Rung, What};

/// An answer as the journal writes it.
#[derive(Serialize, Deserialize)]
struct AnswerDetail {
    brut: String,
    verdict: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remarque: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    erreur: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    reporte: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    valeur: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    points: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    attendu: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct PickDetail {
    rang: usize,
    texte: String,
}

/// A hunt as the journal writes it.
#[derive(Serialize, Deserialize)]
struct HuntDetail {
    graine: u64,
    erreur: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trouve: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nomme: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    vus: Vec<String>,
}

/// Kind and detail of an event.
pub fn write(what: &What) -> (&str, String) {
    match what {
        What::Answer(answer) => ("reponse", answer_detail(answer)),
        What::Regrade(answer) => ("recorrection", answer_detail(answer)),
        What::Help(rung) => ("aide", rung.code()),
        What::Mark { point, counted } => {
            ("point", json!({ "point": point, "compte": counted }).to_string())
        }
        What::OwnPoint { text } => ("point-propre", text.clone()),
        What::Choice { picked } => ("choix", picks_detail(picked)),
        What::Levels(levels) => ("niveaux", levels_detail(levels)),
        What::ChooseCarry(carry) => ("report", carry.code().to_owned()),
        What::Text(text) => ("texte", text.clone()),
        What::Restart => ("reprise", String::new()),
        What::Hunt(hunted) => ("chasse", hunt_detail(hunted)),
        What::Other { kind, detail } => (kind, detail.clone()),
    }
}

/// Reads an event back; what this version cannot read is kept as it is.
pub fn read(kind: &str, detail: &str) -> What {
    let known = match kind {
        "reponse" => read_answer(detail).map(What::Answer),
        "recorrection" => read_answer(detail).map(What::Regrade),
        "aide" => Rung::from_code(detail).map(What::Help),
        "point" => read_mark(detail),
        "point-propre" => Some(What::OwnPoint { text: detail.to_owned() }),
        "choix" => read_picks(detail),
        "niveaux" => read_levels(detail).map(What::Levels),
        "report" => Carry::from_code(detail).map(What::ChooseCarry),
        "texte" => Some(What::Text(detail.to_owned())),
        "reprise" => Some(What::Restart),
        "chasse" => read_hunt(detail).map(What::Hunt),
        _ => None,
    };
    known.unwrap_or_else(|| What::Other { kind: kind.to_owned(), detail: detail.to_owned() })
}

fn answer_detail(answer: &Answer) -> String {
    let detail = AnswerDetail {
        brut: answer.raw.clone(),
        verdict: answer.verdict.code().to_owned(),
        remarque: answer.remark.clone(),
        erreur: answer.slip.clone(),
        reporte: answer.carried,
        valeur: answer.value.clone(),
        points: answer.points.clone(),
        attendu: answer.key.clone(),
    };
    json!(detail).to_string()
}

fn read_answer(detail: &str) -> Option<Answer> {
    let detail: AnswerDetail = serde_json::from_str(detail).ok()?;
    Some(Answer {
        raw: detail.brut,
        verdict: Outcome::from_code(&detail.verdict),
        remark: detail.remarque,
        slip: detail.erreur,
        carried: detail.reporte,
        value: detail.valeur,
        points: detail.points,
        key: detail.attendu,
    })
}

fn hunt_detail(hunted: &Hunted) -> String {
    let detail = HuntDetail {
        graine: hunted.seed,
        erreur: hunted.slip.clone(),
        trouve: hunted.found,
        nomme: hunted.named,
        vus: hunted.shown.clone(),
    };
    json!(detail).to_string()
}

fn read_hunt(detail: &str) -> Option<Hunted> {
    let detail: HuntDetail = serde_json::from_str(detail).ok()?;
    Some(Hunted {
        seed: detail.graine,
        slip: detail.erreur,
        found: detail.trouve,
        named: detail.nomme,
        shown: detail.vus,
    })
}

fn read_mark(detail: &str) -> Option<What> {
    let value: Value = serde_json::from_str(detail).ok()?;
    let point = value.get("point")?.as_str()?.to_owned();
    Some(What::Mark { point, counted: value.get("compte")?.as_bool()? })
}

fn picks_detail(picked: &[Pick]) -> String {
    let picks: Vec<PickDetail> = picked
        .iter()
        .map(|pick| PickDetail { rang: pick.index, texte: pick.text.clone() })
        .collect();
    json!(picks).to_string()
}

fn read_picks(detail: &str) -> Option<What> {
    let picks: Vec<PickDetail> = serde_json::from_str(detail).ok()?;
    let pick = |pick: PickDetail| Pick { index: pick.rang, text: pick.texte };
    Some(What::Choice { picked: picks.into_iter().map(pick).collect() })
}

/// One abbreviation per criterion, `-` where there is none yet: `TS S - - - - - -`.
fn levels_detail(levels: &Levels) -> String {
    levels.map(|level| level.map_or("-", Level::short)).join(" ")
}

fn read_levels(detail: &str) -> Option<Levels> {
    let level = |word: &str| match word {
        "-" => Some(None),
        _ => Level::ALL.into_iter().find(|level| level.short() == word).map(Some),
    };
    let levels: Vec<Option<Level>> = detail.split(' ').map(level).collect::<Option<_>>()?;
    levels.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Verdict;

    #[track_caller]
    fn reads_back(what: &What) {
        let (kind, detail) = write(what);
        assert_eq!(read(kind, &detail), *what);
    }

    #[test]
    fn every_kind_reads_back() {
        let answer = Answer {
            remark: Some("tronque".into()),
            slip: Some("inverse".into()),
            carried: true,
            value: Some("-0.44".into()),
            points: vec!["a".into(), "é b".into()],
            key: Some("00ff".into()),
            ..Answer::new("«\u{a0}− 0,44 %\u{a0}»\n\"\u{1b}[31m", Verdict::Close)
        };
        reads_back(&What::Answer(answer.clone()));
        reads_back(&What::Regrade(Answer::new("", Outcome::Other("superbe".into()))));
        for rung in [Rung::Hint(0), Rung::Method, Rung::Substitution, Rung::Result] {
            reads_back(&What::Help(rung));
        }
        reads_back(&What::Mark { point: "a\"b".into(), counted: false });
        reads_back(&What::OwnPoint { text: "{".into() });
        reads_back(&What::Choice {
            picked: vec![Pick { index: 2, text: "Oui, «\u{a0}bis\u{a0}»".into() }],
        });
        let mut levels = [None; 8];
        levels[0] = Some(Level::VeryGood);
        levels[7] = Some(Level::VeryPoor);
        reads_back(&What::Levels(levels));
        reads_back(&What::ChooseCarry(Carry::Corrige));
        reads_back(&What::Text(String::new()));
        reads_back(&What::Restart);
        let hunted = Hunted {
            seed: u64::MAX,
            slip: "base-finale".into(),
            found: Some(2),
            named: None,
            shown: vec!["taux \"1\"".into()],
        };
        reads_back(&What::Hunt(hunted.clone()));
        reads_back(&What::Hunt(Hunted { found: None, shown: Vec::new(), ..hunted }));
    }

    #[test]
    fn what_is_not_understood_is_kept() {
        for (kind, detail) in [
            ("revision", "{\"note\":3}"),
            ("aide", "solution"),
            ("reponse", "pas du json"),
            ("reponse", "{\"brut\":1}"),
            ("niveaux", "TS"),
            ("chasse", "{\"graine\":-1,\"erreur\":\"signe\"}"),
            ("niveaux", "X - - - - - - -"),
            ("report", "ni-l-un-ni-l-autre"),
        ] {
            let what = read(kind, detail);
            assert!(matches!(what, What::Other { .. }), "{kind} {detail}");
            assert_eq!(write(&what), (kind, detail.to_owned()));
        }
    }

    #[test]
    fn fields_of_a_later_version_are_no_obstacle() {
        let read = read("reponse", r#"{"brut":"4","verdict":"juste","duree":12}"#);
        assert_eq!(read, What::Answer(Answer::new("4", Verdict::Right)));
    }
}
