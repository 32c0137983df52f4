//! The lexicon's own file: entries, their links and their worked examples.

use std::collections::HashSet;

use super::code::{Code, Severity};
use super::diagnostic::Diagnostic;
use super::file::{FileDirection, FileEntry, FileExample, FileLexicon};
use super::lower::{self, nearest};
use super::parse::parse;
use super::report::Report;
use super::source::SourceFile;
use crate::model::{Direction, Entry, Example, Threshold};
use crate::number::rounding::round;
use crate::number::{Unit, french, read_as};

/// The entries of a lexicon file, where it has no error, and its problems.
#[derive(Debug, Clone, Default)]
pub struct LoadedLexicon {
    pub entries: Vec<Entry>,
    pub problems: Vec<Diagnostic>,
}

/// A lexicon file begins with `Lexique(`; every other file is a paper.
pub fn is_lexicon(source: &SourceFile) -> bool {
    let mut rest = source.text.trim_start();
    while let Some(comment) = rest.strip_prefix("//") {
        rest = comment.split_once('\n').map_or("", |(_, after)| after).trim_start();
    }
    rest.starts_with("Lexique")
}

/// Reads a lexicon.
pub fn load_lexicon(source: &SourceFile) -> LoadedLexicon {
    let file = match parse::<FileLexicon>(source) {
        Ok(file) => file,
        Err(problem) => return LoadedLexicon { entries: Vec::new(), problems: vec![*problem] },
    };
    let report = Report::new(source);
    if let Some(first) = file.entrees.first() {
        lower::version(&report, file.format, &first.id);
    }
    let mut seen = HashSet::new();
    for entry in &file.entrees {
        lower::unique(&report, &mut seen, &entry.id, "entrée");
    }
    let entries = file.entrees.iter().map(|entry| lowered(&report, entry, &seen)).collect();
    let problems = report.into_problems();
    let sound = problems.iter().all(|problem| problem.severity != Severity::Error);
    LoadedLexicon { entries: if sound { entries } else { Vec::new() }, problems }
}

fn lowered(report: &Report, file: &FileEntry, ids: &HashSet<String>) -> Entry {
    if file.lecture.is_empty() {
        report.push(
            report.at(&file.id, Code::NoReasoning, "entrée sans lecture").help(
                "Ajoutez lecture: [\"…\"]\u{a0}: ce que l’indicateur dit et comment le lire.",
            ),
        );
    }
    let thresholds = file.seuils.iter().map(|threshold| Threshold {
        text: report.text(&threshold.texte),
        source: report.text(&threshold.source),
        year: threshold.annee,
    });
    Entry {
        id: lower::id(report, &file.id),
        name: report.text(&file.nom),
        synonyms: report.texts(&file.synonymes),
        chapter: report.text(&file.chapitre),
        formula: report.optional_text(&file.formule),
        unit: report.optional_text(&file.unite),
        direction: match file.sens {
            FileDirection::Hausse => Direction::HigherIsBetter,
            FileDirection::Baisse => Direction::LowerIsBetter,
            FileDirection::Selon => Direction::Depends,
        },
        reading: report.texts(&file.lecture),
        variants: report.texts(&file.variantes),
        thresholds: thresholds.collect(),
        traps: report.texts(&file.pieges),
        example: file.exemple.as_ref().map(|example| self::example(report, example)),
        related: related(report, file, ids),
    }
}

fn related(report: &Report, file: &FileEntry, ids: &HashSet<String>) -> Vec<String> {
    for link in &file.voir {
        if !ids.contains(&link.text) {
            let mut names: Vec<&str> = ids.iter().map(String::as_str).collect();
            names.sort_unstable();
            let problem = report.at(
                link,
                Code::UnknownSkill,
                format!("entrée inconnue «\u{a0}{}\u{a0}»", link.text),
            );
            report.push(match nearest(&link.text, names) {
                Some(name) => {
                    problem.help(format!("Vouliez-vous dire «\u{a0}{name}\u{a0}»\u{a0}?"))
                }
                None => problem.help("voir: […] cite des identifiants d’entrées de ce lexique."),
            });
        }
    }
    file.voir.iter().map(|link| link.text.clone()).collect()
}

/// A worked example is typed as a learner would, and must give the result it announces.
fn example(report: &Report, file: &FileExample) -> Example {
    let mut example = Example {
        statement: report.text(&file.enonce),
        computation: report.text(&file.calcul),
        result: report.text(&file.resultat),
        exact: true,
    };
    let Some(result) = lower::quantity(report, &file.resultat) else { return example };
    let unit = result.unit.unwrap_or(Unit::Number);
    let computed =
        read_as(&file.calcul.text, unit).quantity().and_then(|quantity| quantity.value_in(unit));
    match computed {
        None => report.push(
            report
                .at(&file.calcul, Code::BadFormula, "calcul illisible")
                .help("Écrivez-le avec des chiffres, comme un élève\u{a0}: \"223 / 452\"."),
        ),
        Some(value) if round(value, result.decimals) != result.value => {
            let found = french::quantity(value, unit, result.decimals);
            report.push(
                report
                    .at(&file.resultat, Code::PrintMismatch, format!("le calcul donne {found}"))
                    .help("Corrigez le calcul ou le résultat."),
            );
        }
        Some(value) => example.exact = value == result.value,
    }
    example
}
