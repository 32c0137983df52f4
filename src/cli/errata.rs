//! `valider --errata`: the slips of the printed mark schemes, paper by paper.

use std::fmt::Write as _;

use crate::model::{AcceptedValue, Catalogue, GridCell, Numeric, Question, StepKind};
use crate::number::french;

/// Every erratum of every paper, as text.
pub fn list(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for subject in &catalogue.subjects {
        let lines: Vec<String> = subject
            .dossiers
            .iter()
            .flat_map(|dossier| &dossier.questions)
            .flat_map(question_errata)
            .collect();
        let _ =
            writeln!(text, "{} ({})\u{a0}: {}", subject.title, subject.session, count(lines.len()));
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
        text.push('\n');
    }
    text
}

fn count(n: usize) -> String {
    match n {
        0 => "aucun erratum".to_owned(),
        n => french::count(n, "erratum", "errata"),
    }
}

fn question_errata(question: &Question) -> Vec<String> {
    let mut lines = Vec::new();
    for step in &question.steps {
        match &step.kind {
            StepKind::Number(number) => number_errata(question, number, &mut lines),
            StepKind::Grid(grid) => {
                let cells = grid.rows.iter().flat_map(|row| &row.cells);
                for cell in cells {
                    if let GridCell::Blank(number) = cell {
                        number_errata(question, number, &mut lines);
                    }
                }
            }
            StepKind::Choice(_) | StepKind::Writing(_) | StepKind::Rcs(_) => {}
        }
    }
    for erratum in &question.errata {
        lines.push(format!(
            "{}\u{a0}: imprimé «\u{a0}{}\u{a0}», juste «\u{a0}{}\u{a0}». {}",
            question.number, erratum.printed, erratum.right, erratum.explanation
        ));
    }
    lines
}

fn number_errata(question: &Question, number: &Numeric, lines: &mut Vec<String>) {
    let place = format!("{}, {}", question.number, number.label);
    if let Some(printed) = &number.printed
        && let Some(why) = &printed.erratum
    {
        lines.push(format!("{place}\u{a0}: imprimé {}. {why}", printed.text));
    }
    for accepted in number.accepted.iter().filter(|accepted| accepted.erratum) {
        let value = match &accepted.value {
            AcceptedValue::Figure { value, unit, decimals } => {
                french::quantity(*value, *unit, *decimals)
            }
            AcceptedValue::Between(low, high) => {
                format!("de {} à {}", french::exact(*low), french::exact(*high))
            }
            AcceptedValue::Formula { exact, unit, decimals, .. } => {
                french::quantity(*exact, *unit, *decimals)
            }
        };
        lines.push(format!("{place}\u{a0}: imprimé aussi {value}. {}", accepted.remark));
    }
}
