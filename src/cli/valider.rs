//! `valider`: every problem of every file, with an excerpt and the remedy. It is the loader itself.

use std::fmt::Write as _;
use std::io::{self, IsTerminal};

use super::args::{Library, ValiderArgs};
use super::output::{Outcome, print};
use super::paths::{self, Layers};
use crate::content::{self, Diagnostic, Severity};

/// Checks the files asked for, or everything that ships with the program and `--exercices`.
pub fn run(args: &ValiderArgs, library: &Library) -> Outcome {
    let layers = if args.chemins.is_empty() { paths::layers(library, None) } else { asked(args) };
    let files: usize = layers.sources.iter().map(Vec::len).sum();
    let (catalogue, mut problems) = content::validate(&layers.sources);
    problems.splice(0..0, layers.problems);
    let mut text = String::new();
    for problem in &problems {
        let _ = writeln!(text, "{}\n", problem.render(colour()));
    }
    let notes: Vec<Diagnostic> = layers.sources.iter().flatten().flat_map(content::notes).collect();
    for note in notes.iter().filter(|_| args.notes) {
        let _ = writeln!(text, "{}\n", note.render(colour()));
    }
    if args.errata {
        text += &super::errata::list(&catalogue);
    }
    text += &summary(files, &problems);
    text += &told(&notes, args.notes);
    let printed = print(&text);
    if errors(&problems) > 0 { Outcome::Findings } else { printed }
}

fn asked(args: &ValiderArgs) -> Layers {
    let mut layers = Layers::default();
    let mut sources = Vec::new();
    for path in &args.chemins {
        if path.is_dir() {
            let (found, problems) = content::read_folder(path);
            sources.extend(found);
            layers.problems.extend(problems);
        } else {
            match content::read_file(path) {
                Ok(source) => sources.push(source),
                Err(problem) => layers.problems.push(*problem),
            }
        }
    }
    layers.sources.push(sources);
    layers
}

/// Colour only on a terminal that did not refuse it.
fn colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn errors(problems: &[Diagnostic]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

fn summary(files: usize, problems: &[Diagnostic]) -> String {
    let errors = errors(problems);
    let warnings = problems.len() - errors;
    let files = counted(files, "fichier vérifié", "fichiers vérifiés");
    if problems.is_empty() {
        return format!("{files}\u{a0}: aucun problème.\n");
    }
    let errors = counted(errors, "erreur", "erreurs");
    let warnings = counted(warnings, "avertissement", "avertissements");
    format!("{files}\u{a0}: {errors}, {warnings}.\n")
}

/// How many notes there are, and how to read those that were left out.
fn told(notes: &[Diagnostic], shown: bool) -> String {
    let count = counted(notes.len(), "note", "notes");
    match (notes.is_empty(), shown) {
        (true, _) => String::new(),
        (false, true) => format!("{count}.\n"),
        (false, false) => format!("{count} (--notes).\n"),
    }
}

/// French counts zero and one as singular.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", if n < 2 { one } else { many })
}
