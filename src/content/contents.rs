//! The table of contents of what ships, in a form that is read in no time: one thing a line, its
//! fields separated by tabs, each line belonging to the last one of the level above.
//!
//! It is derived from the files of `exercises/` and holds nothing of its own.

use std::fmt::Write;
use std::str::{FromStr, Split};

use super::embedded::CONTENTS;
use crate::model::{
    Contents, DossierEntry, ItemId, Points, QuestionEntry, StepEntry, SubjectEntry, WritingEntry,
};

const HEADING: &str = "# Sommaire de ce dossier, lu au démarrage. Ne pas l’écrire à la main :\n\
                       # cargo test --test exercises -- --ignored\n";
const ALL: &str = "tous";
const OPEN: &str = "ouvert";
const OFFICIAL: &str = "officiel";

/// The contents of the papers that ship with the program. A line that cannot be read is left out.
pub fn contents() -> Contents {
    read(CONTENTS)
}

/// Contents as the file that ships holds them.
pub fn contents_text(contents: &Contents) -> String {
    let mut text = HEADING.to_owned();
    contents.subjects.iter().for_each(|subject| write_subject(&mut text, subject));
    text
}

/// Writing to a string never fails.
fn line(text: &mut String, kind: &str, fields: &[&str]) {
    let _ = write!(text, "{kind}");
    fields.iter().for_each(|field| {
        let _ = write!(text, "\t{}", field.replace(['\t', '\n'], " "));
    });
    text.push('\n');
}

fn write_subject(text: &mut String, subject: &SubjectEntry) {
    line(text, "sujet", &[&subject.id, &subject.session.to_string(), &subject.title]);
    for dossier in &subject.dossiers {
        line(text, "dossier", &[&dossier.title]);
        for question in &dossier.questions {
            let quarters = question.points.quarters.to_string();
            let scale = if question.points.official { OFFICIAL } else { "indicatif" };
            line(text, "question", &[&question.number, &quarters, scale, &question.title]);
            question.steps.iter().for_each(|step| write_step(text, step));
        }
    }
}

fn write_step(text: &mut String, step: &StepEntry) {
    match step {
        StepEntry::Number(id) => line(text, "calcul", &[id.local()]),
        StepEntry::Grid(ids) => {
            line(text, "tableau", &ids.iter().map(ItemId::local).collect::<Vec<_>>());
        }
        StepEntry::Choice(id) => line(text, "choix", &[id.local()]),
        StepEntry::Writing(id, writing) => {
            let enough = writing.enough.map_or(ALL.to_owned(), |enough| enough.to_string());
            let open = if writing.open { OPEN } else { "fermé" };
            let mut fields = vec![id.local(), &enough, open];
            fields.extend(writing.points.iter().map(String::as_str));
            line(text, "redaction", &fields);
        }
        StepEntry::Rcs(id) => line(text, "rcs", &[id.local()]),
    }
}

fn read(text: &str) -> Contents {
    let mut contents = Contents::default();
    for line in text.lines() {
        let mut fields = line.split('\t');
        let kind = fields.next().unwrap_or_default();
        let _ = read_line(&mut contents, kind, fields);
    }
    contents
}

/// `None` for a line that does not belong where it stands.
fn read_line(contents: &mut Contents, kind: &str, mut fields: Split<'_, char>) -> Option<()> {
    if kind == "sujet" {
        let id = fields.next()?.to_owned();
        let session = number(&mut fields)?;
        let title = fields.next()?.to_owned();
        contents.subjects.push(SubjectEntry { id, title, session, dossiers: Vec::new() });
        return Some(());
    }
    let subject = contents.subjects.last_mut()?;
    if kind == "dossier" {
        let title = fields.next()?.to_owned();
        subject.dossiers.push(DossierEntry { title, questions: Vec::new() });
        return Some(());
    }
    let dossier = subject.dossiers.last_mut()?;
    if kind == "question" {
        dossier.questions.push(read_question(fields)?);
        return Some(());
    }
    let question = dossier.questions.last_mut()?;
    let id = |local: &str| ItemId::new(&subject.id, &question.number, local);
    question.steps.push(read_step(kind, fields, id)?);
    Some(())
}

fn read_question(mut fields: Split<'_, char>) -> Option<QuestionEntry> {
    let number = fields.next()?.to_owned();
    let points =
        Points { quarters: self::number(&mut fields)?, official: fields.next()? == OFFICIAL };
    Some(QuestionEntry { number, points, title: fields.next()?.to_owned(), steps: Vec::new() })
}

fn read_step(
    kind: &str,
    mut fields: Split<'_, char>,
    id: impl Fn(&str) -> ItemId,
) -> Option<StepEntry> {
    Some(match kind {
        "calcul" => StepEntry::Number(id(fields.next()?)),
        "tableau" => StepEntry::Grid(fields.map(id).collect()),
        "choix" => StepEntry::Choice(id(fields.next()?)),
        "redaction" => {
            let id = id(fields.next()?);
            let enough = match fields.next()? {
                ALL => None,
                enough => Some(enough.parse().ok()?),
            };
            let open = fields.next()? == OPEN;
            let points = fields.map(str::to_owned).collect();
            StepEntry::Writing(id, WritingEntry { points, enough, open })
        }
        "rcs" => StepEntry::Rcs(id(fields.next()?)),
        _ => return None,
    })
}

fn number<T: FromStr>(fields: &mut Split<'_, char>) -> Option<T> {
    fields.next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Contents {
        let id = |local| ItemId::new("2020-x", "1.1", local);
        let writing = |enough, open, points: &[&str]| {
            let points = points.iter().map(|point| (*point).to_owned()).collect();
            WritingEntry { points, enough, open }
        };
        let steps = vec![
            StepEntry::Number(id("a")),
            StepEntry::Grid(vec![id("b-t1"), id("b-t2")]),
            StepEntry::Choice(id("c")),
            StepEntry::Writing(id("d"), writing(Some(2), true, &["un", "deux", "trois"])),
            StepEntry::Writing(id("e"), writing(None, false, &["un"])),
            StepEntry::Rcs(id("f")),
        ];
        let question = |number: &str, official, steps| QuestionEntry {
            number: number.to_owned(),
            title: "Le prix de l’offre\u{a0}: 2\u{a0}€".to_owned(),
            points: Points { quarters: 9, official },
            steps,
        };
        let dossiers = vec![
            DossierEntry { title: "Un".to_owned(), questions: vec![question("1.1", true, steps)] },
            DossierEntry { title: "Deux".to_owned(), questions: vec![] },
            DossierEntry {
                title: "Trois".to_owned(),
                questions: vec![question("rcs", false, vec![])],
            },
        ];
        let subject = |id: &str, dossiers| SubjectEntry {
            id: id.to_owned(),
            title: "Essai".to_owned(),
            session: 2020,
            dossiers,
        };
        Contents { subjects: vec![subject("2020-x", dossiers), subject("2021-y", vec![])] }
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(read(&contents_text(&sample())), sample());
    }

    #[test]
    fn lines_that_make_no_sense_are_left_out() {
        let text = contents_text(&sample());
        for stray in ["", "rien", "sujet\t2020", "question\t1.2", "redaction\ta\tbeaucoup\touvert"]
        {
            let text = text.replacen("dossier\tDeux", &format!("{stray}\ndossier\tDeux"), 1);
            assert_eq!(read(&text), sample(), "{stray}");
        }
        assert_eq!(read("question\t1.1\t4\tofficiel\tSeule\ncalcul\ta"), Contents::default());
    }
}
