//! Progress as one table, a measure a line, for a French spreadsheet: byte order mark, semicolons,
//! decimal commas, and no cell that it would take for a formula.

use crate::number::french::hundredths;
use crate::progress::{PaperReport, Report, State, Way, Week};

/// The columns, in order.
const COLUMNS: [&str; 7] =
    ["rubrique", "identifiant", "intitulé", "détail", "mesure", "nombre", "sur"];

/// Spreadsheets tell UTF-8 by it.
const MARK: &[u8] = "\u{feff}".as_bytes();

type Line = [String; COLUMNS.len()];

/// The whole file.
pub fn write(report: &Report) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    let heading = COLUMNS.map(str::to_owned);
    for line in std::iter::once(heading).chain(lines(report)) {
        // Memory does not refuse, and every line has as many cells.
        let _ = writer.write_record(line.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

fn lines(report: &Report) -> Vec<Line> {
    let mut lines = vec![measure(
        ["bilan", &report.date.iso(), "Réponses données", ""],
        "réponses",
        report.answers,
        None,
    )];
    report.papers.iter().for_each(|paper| of_paper(paper, &mut lines));
    for way in Way::ALL {
        let names = ["autonomie", way.code(), way.told(), ""];
        lines.push(measure(names, "réponses", report.ways[way as usize], None));
    }
    report.weeks.iter().for_each(|week| of_week(week, &mut lines));
    for skill in &report.skills {
        let names = ["compétence", &skill.id, &skill.name, skill.mastery.label()];
        lines.push(measure(names, "questions essayées", skill.tried, Some(skill.questions)));
    }
    for slip in &report.slips {
        let names = ["erreur", &slip.code, slip.title.unwrap_or_default(), &slip.last.iso()];
        lines.push(measure(names, "fois", slip.times, None));
    }
    let hunts = ["copies", "trouver-l-erreur", "Trouver l’erreur", ""];
    let played = Some(report.hunts.played);
    lines.push(measure(hunts, "trouvées du premier coup", report.hunts.found, played));
    lines.push(measure(hunts, "nommées du premier coup", report.hunts.named, played));
    lines
}

fn of_paper(paper: &PaperReport, lines: &mut Vec<Line>) {
    let title = format!("{} {}", paper.title, paper.session);
    let names = ["sujet", &paper.id, &title, state(paper.state)];
    lines.push(measure(names, "questions terminées", paper.done, Some(paper.total)));
    for question in &paper.questions {
        let id = format!("{}/{}", paper.id, question.number);
        let names = ["question", &id, &question.title, state(question.state)];
        lines.push(measure(names, "réponses faites", question.done, Some(question.total)));
        let points = &question.points;
        let scale = match points.official {
            true => "points, barème officiel",
            false => "points, barème indicatif",
        };
        let of = Some(figure(points.of_hundredths));
        lines.push(measure(names, scale, figure(points.hundredths), of));
    }
}

fn of_week(week: &Week, lines: &mut Vec<Line>) {
    let (id, title) = (week.date().iso(), format!("Semaine du {}", week.date().french()));
    let names = ["semaine", &id, &title, ""];
    lines.push(measure(names, "réponses", week.answers, None));
    lines.push(measure(names, "jours", week.days, Some(7)));
}

/// A line of the table.
fn measure<T: ToString>(names: [&str; 4], what: &str, n: T, of: Option<T>) -> Line {
    let [section, id, title, state] = names.map(str::to_owned);
    let of = of.map(|of| of.to_string()).unwrap_or_default();
    [section, id, title, state, what.to_owned(), n.to_string(), of]
}

/// A figure that spreadsheets read: no blank between thousands.
fn figure(points: u32) -> String {
    hundredths(points).replace('\u{a0}', "")
}

fn state(state: State) -> &'static str {
    match state {
        State::NotBegun => "à faire",
        State::InProgress { .. } => "en cours",
        State::Done => "terminé",
    }
}

/// A cell no spreadsheet computes and no terminal obeys: an apostrophe before what begins a formula.
fn harmless(cell: &str) -> String {
    let plain: String =
        cell.chars().map(|c| if super::super::obeyed(c) { ' ' } else { c }).collect();
    let formula = plain.trim_start().starts_with(['=', '+', '-', '@', '−', '＝', '＋', '－', '＠']);
    if formula { format!("'{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_and_controls_are_made_harmless() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+33", "'+33"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =cmd|'/c calc'!A0", "' =cmd|'/c calc'!A0"),
            ("\t=1", "' =1"),
            ("\r=1", "' =1"),
            ("a\u{1b}[2Jb\nc", "a [2Jb c"),
            ("taux = a/b", "taux = a/b"),
            ("", ""),
            ("12", "12"),
        ] {
            assert_eq!(harmless(cell), written, "{cell:?}");
        }
    }
}
