//! Progress as one JSON document. A change that is not an added key raises [`SCHEMA`].

use serde_json::{Value, json};

use super::super::json::neutral;
use crate::progress::{
    PaperReport, QuestionReport, Report, SkillReport, SlipReport, State, Way, Week,
};

/// The version of the schema.
const SCHEMA: u32 = 1;

/// The document, indented, with a final line break.
pub fn write(report: &Report) -> Vec<u8> {
    let mut text = format!("{:#}", document(report));
    text.push('\n');
    neutral(&text).into_bytes()
}

fn document(report: &Report) -> Value {
    let way = |way: Way| json!({ "code": way.code(), "nom": way.label(), "reponses": report.ways[way as usize] });
    json!({
        "schema": SCHEMA,
        "logiciel": { "nom": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "date": report.date.iso(),
        "reponses": report.answers,
        "autonomie": Way::ALL.map(way),
        "sujets": report.papers.iter().map(paper).collect::<Vec<_>>(),
        "semaines": report.weeks.iter().map(week).collect::<Vec<_>>(),
        "competences": report.skills.iter().map(skill).collect::<Vec<_>>(),
        "erreurs": report.slips.iter().map(slip).collect::<Vec<_>>(),
        "copies": {
            "lues": report.hunts.played,
            "trouvees": report.hunts.found,
            "nommees": report.hunts.named,
        },
    })
}

fn paper(paper: &PaperReport) -> Value {
    json!({
        "id": paper.id,
        "titre": paper.title,
        "session": paper.session,
        "etat": state(paper.state),
        "questions_terminees": paper.done,
        "questions_total": paper.total,
        "questions": paper.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

fn question(question: &QuestionReport) -> Value {
    json!({
        "numero": question.number,
        "titre": question.title,
        "etat": state(question.state),
        "reponses_faites": question.done,
        "reponses_total": question.total,
        "points": points(question.points.hundredths),
        "bareme": points(question.points.of_hundredths),
        "bareme_officiel": question.points.official,
    })
}

/// A plain decimal in a string, so that no digit passes through a float.
fn points(hundredths: u32) -> String {
    let value = rust_decimal::Decimal::new(i64::from(hundredths), 2);
    super::super::json::plain(value)
}

fn week(week: &Week) -> Value {
    json!({ "lundi": week.date().iso(), "reponses": week.answers, "jours": week.days })
}

fn skill(skill: &SkillReport) -> Value {
    json!({
        "id": skill.id,
        "nom": skill.name,
        "chapitre": skill.chapter,
        "niveau": skill.mastery.label(),
        "questions_essayees": skill.tried,
        "questions_total": skill.questions,
    })
}

fn slip(slip: &SlipReport) -> Value {
    json!({
        "code": slip.code,
        "nom": slip.title,
        "fois": slip.times,
        "derniere": slip.last.iso(),
    })
}

fn state(state: State) -> &'static str {
    match state {
        State::NotBegun => "a-faire",
        State::InProgress { .. } => "en-cours",
        State::Done => "termine",
    }
}
