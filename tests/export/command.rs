//! The command from the outside: what it prints, where, and its exit code.

use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tuteur-ndrc"));
    command.args(args).env("TUTEUR_NDRC_DONNEES", "/nonexistent").output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().replace('\u{a0}', " ")
}

#[test]
fn the_command_prints_or_writes_the_same_document() {
    let printed = run(&["exporter", "json"]);
    assert_eq!((printed.status.code(), said(&printed)), (Some(0), String::new()));
    assert_eq!(String::from_utf8(printed.stdout).unwrap(), super::text());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("catalogue.json");
    let written = run(&["exporter", "json", "--sortie", path.to_str().unwrap()]);
    assert_eq!((written.status.code(), written.stdout.len()), (Some(0), 0));
    assert_eq!(std::fs::read_to_string(path).unwrap(), super::text());
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("absent/catalogue.json");
    let refused = run(&["exporter", "json", "--sortie", path.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    let said = said(&refused);
    assert!(said.starts_with("erreur : impossible d’écrire «"), "{said}");
    assert!(said.trim_end().ends_with("» : introuvable"), "{said}");
}

#[test]
fn an_unknown_format_is_bad_usage() {
    for args in [&["exporter", "xml"][..], &["exporter"]] {
        let refused = run(args);
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0), "{args:?}");
        assert!(said(&refused).starts_with("erreur : "), "{}", said(&refused));
    }
}

#[test]
fn a_bad_file_is_told_and_the_rest_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mauvais.ron"), "Sujet(").unwrap();
    let partial = run(&["exporter", "json", "--exercices", folder.path().to_str().unwrap()]);
    assert_eq!(partial.status.code(), Some(1));
    assert!(said(&partial).contains("mauvais.ron"), "{}", said(&partial));
    assert_eq!(String::from_utf8(partial.stdout).unwrap(), super::text());
}
