//! A paper or a question by the words a person would say: `2024/1.1`, `novatech 2.3`.

use crate::model::{Catalogue, Question, Subject};

/// What `SUJET[/QUESTION]` names; a blank parts them as well.
///
/// # Errors
/// A French sentence that says what there is instead.
pub fn named<'a>(
    catalogue: &'a Catalogue,
    words: &str,
) -> Result<(&'a Subject, Option<&'a Question>), String> {
    let (paper, question) = match words.trim().split_once(|c: char| c == '/' || c.is_whitespace()) {
        Some((paper, question)) => (paper, Some(question.trim())),
        None => (words.trim(), None),
    };
    let subject = subject(catalogue, paper)?;
    let Some(number) = question else { return Ok((subject, None)) };
    let mut questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let found = questions.find(|question| question.number.eq_ignore_ascii_case(number));
    Ok((subject, Some(found.ok_or_else(|| unknown_question(subject, number))?)))
}

/// The paper of this id, else the only one whose id holds these letters (`2024`, `novatech`).
fn subject<'a>(catalogue: &'a Catalogue, words: &str) -> Result<&'a Subject, String> {
    let wanted = words.to_lowercase();
    if let Some(exact) = catalogue.subjects.iter().find(|subject| subject.id == wanted) {
        return Ok(exact);
    }
    let mut close = catalogue.subjects.iter().filter(|s| s.id.to_lowercase().contains(&wanted));
    match (close.next(), close.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(format!("aucun sujet «\u{a0}{words}\u{a0}». {}", known(catalogue, ""))),
        (Some(_), Some(_)) => Err(format!(
            "plusieurs sujets répondent à «\u{a0}{words}\u{a0}». {}",
            known(catalogue, &wanted)
        )),
    }
}

fn known(catalogue: &Catalogue, part: &str) -> String {
    let ids = catalogue.subjects.iter().map(|subject| subject.id.as_str());
    let ids: Vec<&str> = ids.filter(|id| id.to_lowercase().contains(part)).collect();
    format!("Sujets possibles\u{a0}: {}", ids.join(", "))
}

fn unknown_question(subject: &Subject, number: &str) -> String {
    let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let numbers: Vec<&str> = questions.map(|question| question.number.as_str()).collect();
    format!(
        "pas de question «\u{a0}{number}\u{a0}» dans {}. Questions possibles\u{a0}: {}",
        subject.id,
        numbers.join(", ")
    )
}
