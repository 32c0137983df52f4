//! From many files to one catalogue: later layers override earlier ones by id.

use std::collections::{HashMap, HashSet};

use super::code::Code;
use super::diagnostic::Diagnostic;
use super::source::SourceFile;
use super::{lexicon, read};
use crate::model::{Catalogue, Entry, Subject};

/// Everything the layers hold, an item of a later layer replacing the one of the same id
/// (what ships with the program, then the user's own files, then `--exercices`).
/// Papers come in chronological order. Bad files are problems; the sound ones still open.
pub fn catalogue(layers: &[Vec<SourceFile>]) -> (Catalogue, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let entries = all_entries(layers, &mut problems);
    let skills: HashSet<String> = entries.iter().map(|entry| entry.id.clone()).collect();
    let subjects = all_subjects(layers, &skills, false, &mut problems);
    (Catalogue { subjects, lexicon: entries }, problems)
}

/// The catalogue and problems of files that are checked, the lexicon that ships with the
/// program being known to them.
pub fn validate(layers: &[Vec<SourceFile>]) -> (Catalogue, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let entries = all_entries(layers, &mut problems);
    let known = all_entries(&[super::embedded()], &mut Vec::new());
    let skills = entries.iter().chain(&known).map(|entry| entry.id.clone()).collect();
    let subjects = all_subjects(layers, &skills, true, &mut problems);
    (Catalogue { subjects, lexicon: entries }, problems)
}

fn all_entries(layers: &[Vec<SourceFile>], problems: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for source in layers.iter().flatten().filter(|source| lexicon::is_lexicon(source)) {
        let loaded = lexicon::load_lexicon(source);
        problems.extend(loaded.problems);
        for entry in loaded.entries {
            match entries.iter_mut().find(|known| known.id == entry.id) {
                Some(known) => *known = entry,
                None => entries.push(entry),
            }
        }
    }
    entries
}

fn all_subjects(
    layers: &[Vec<SourceFile>],
    skills: &HashSet<String>,
    all_rules: bool,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for layer in layers {
        let mut here: HashMap<String, String> = HashMap::new();
        for source in layer.iter().filter(|source| !lexicon::is_lexicon(source)) {
            let loaded = read(source, skills, all_rules || !source.is_shipped());
            problems.extend(loaded.problems);
            let Some(subject) = loaded.subject else { continue };
            if let Some(other) = here.insert(subject.id.clone(), source.name.clone()) {
                problems.push(duplicate(source, &subject.id, &other));
                continue;
            }
            subjects.retain(|known| known.id != subject.id);
            subjects.push(subject);
        }
    }
    subjects.sort_by(|a, b| (a.session, &a.id).cmp(&(b.session, &b.id)));
    subjects
}

fn duplicate(source: &SourceFile, id: &str, other: &str) -> Diagnostic {
    let message = format!("le sujet «\u{a0}{id}\u{a0}» est déjà dans {other}");
    Diagnostic::of(&source.name, Code::DuplicateSubject, message)
        .help("Deux fichiers d’un même dossier ne peuvent pas porter le même identifiant\u{a0}: changez-en un.")
}
