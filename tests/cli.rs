//! The real program from the outside: what it prints, where, and its exit code.
#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PAPER: &str = include_str!("data/sujet.ron");

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tuteur-ndrc"));
    command.args(args).env_remove("TUTEUR_NDRC_DONNEES").env("NO_COLOR", "").stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Run {
    let output = program(args).output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " "),
        err: String::from_utf8(output.stderr).unwrap().replace('\u{a0}', " "),
    }
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[track_caller]
fn says(run: &Run, code: i32, out: &[&str]) {
    assert_eq!(run.code, Some(code), "{}{}", run.out, run.err);
    for words in out {
        assert!(run.out.contains(words), "{words:?} in\n{}", run.out);
    }
}

#[test]
fn what_ships_is_valid() {
    says(&run(&["valider"]), 0, &["aucun problème.", "notes (--notes)."]);
    says(&run(&["valider", "--notes"]), 0, &["note[R16]", "erreurs donnent", "notes."]);
}

#[test]
fn a_sound_file_is_valid() {
    let folder = folder(&[("a.ron", PAPER.as_bytes())]);
    says(
        &run(&["valider", name(&folder.path().join("a.ron"))]),
        0,
        &["1 fichier vérifié : aucun problème."],
    );
    says(&run(&["valider", name(folder.path())]), 0, &["1 fichier vérifié : aucun problème."]);
}

#[test]
fn a_bad_file_is_told_by_line_and_column() {
    let bad = PAPER.replace(r#"imprime: "42 €""#, r#"imprime: "43 €""#);
    let folder = folder(&[("a.ron", bad.as_bytes())]);
    let path = folder.path().join("a.ron");
    let run = run(&["valider", name(&path)]);
    let place = format!("{}:80:", path.display());
    says(
        &run,
        1,
        &[
            "erreur[C04]: la formule donne 42 €",
            &place,
            "remède",
            "1 fichier vérifié : 1 erreur, 0 avertissement.",
        ],
    );
    assert!(!run.out.contains('\u{1b}'), "no colour away from a terminal");
}

#[test]
fn every_problem_of_every_file_is_told() {
    let folder = folder(&[
        ("a.ron", PAPER.replace("60 %", "61 %").as_bytes()),
        ("b.ron", b"Sujet("),
        ("sous/c.ron", b"\xff\xfe"),
        ("d.txt", b"not an exercise"),
        ("e.ron", &vec![b' '; 4 * 1024 * 1024 + 1]),
    ]);
    let run = run(&["valider", name(folder.path())]);
    says(&run, 1, &["[C04]", "[S01]", "[F03]", "[F02]", "2 fichiers vérifiés : "]);
    assert!(!run.out.contains("d.txt"));
}

#[test]
fn a_warning_is_told_and_ends_well() {
    let folder =
        folder(&[("a.ron", PAPER.replace(r#"Indicatif("10")"#, r#"Indicatif("9")"#).as_bytes())]);
    says(
        &run(&["valider", name(folder.path())]),
        0,
        &["attention[R11]", "0 erreur, 1 avertissement"],
    );
}

#[test]
fn missing_paths_are_findings() {
    says(
        &run(&["valider", "/nulle/part.ron"]),
        1,
        &["/nulle/part.ron : lecture impossible (introuvable)"],
    );
    says(&run(&["--exercices", "/nulle/part", "valider"]), 1, &["dossier illisible (introuvable)"]);
}

#[test]
fn the_exercices_folder_joins_what_ships() {
    let folder = folder(&[("a.ron", PAPER.replace("60 %", "61 %").as_bytes())]);
    says(&run(&["valider", "--exercices", name(folder.path())]), 1, &["a.ron:", "[C04]"]);
    says(&run(&["valider", "--errata", "--exercices", name(folder.path())]), 1, &["errat"]);
}

#[test]
fn errata_are_listed_paper_by_paper() {
    let folder = folder(&[("a.ron", PAPER.as_bytes())]);
    let run = run(&["valider", "--errata", name(folder.path())]);
    says(
        &run,
        0,
        &[
            "Essai (2099) : 2 errata",
            "Taux de rebond, Évolution : imprimé + 11 pts",
            "imprimé « moins », juste « plus »",
        ],
    );
}

#[test]
fn help_and_version_are_french() {
    let help = run(&["--help"]);
    says(
        &help,
        0,
        &[
            "Utilisation : tuteur-ndrc",
            "Commandes :",
            "valider",
            "Options :",
            "--exercices <DOSSIER>",
            "--profil <NOM>",
            "--invite",
            "Affiche cette aide",
        ],
    );
    for english in ["Usage", "Print", "help for", "Commands", "default"] {
        assert!(!help.out.contains(english), "{english}");
    }
    says(&run(&["valider", "--aide"]), 0, &["Utilisation : tuteur-ndrc valider"]);
    says(&run(&["--version"]), 0, &[concat!("tuteur-ndrc ", env!("CARGO_PKG_VERSION"))]);
}

#[test]
fn bad_usage_is_two_on_standard_error() {
    for (args, words) in [
        (&["valdier"][..], "commande inconnue « valdier »\nVouliez-vous dire « valider » ?"),
        (&["valider", "--erata"], "argument inconnu « --erata »"),
        (&["--donnees"], "il manque une valeur pour « --donnees <DOSSIER> »"),
        (&["completions", "cmd"], "valeur « cmd » refusée"),
        (&["completions"], "il manque <INTERPRÉTEUR>"),
        (&["--donnees", "a", "--donnees", "b"], "est donné deux fois"),
        (&["--profil", "Léa", "--invite"], "« --profil <NOM> » est incompatible avec « --invite »"),
        (&["--profil"], "il manque une valeur pour « --profil <NOM> »"),
        (&["--profil", " \u{1b} "], "nom de profil refusé. Il faut un nom"),
        (&["--profil", "invité"], "nom de profil refusé. Ce mot désigne une séance"),
        (&["--profil", "abcdefghij abcdefghij abcdefghij abcdefghij"], "40 colonnes au plus"),
        (&["valider\u{1b}[31m"], "commande inconnue"),
    ] {
        let run = run(args);
        assert_eq!(run.code, Some(2), "{args:?} {}", run.err);
        assert!(
            run.err.starts_with("erreur : ") && run.err.contains(words),
            "{args:?}\n{}",
            run.err
        );
        assert!(run.out.is_empty() && !run.err.contains('\u{1b}'), "{args:?}");
    }
}

#[test]
fn completions_and_manual_come_out() {
    let names = ["valider", "memo", "progres", "profil", "invite"];
    for wanted in names {
        says(&run(&["completions", "bash"]), 0, &["_tuteur", wanted]);
        says(&run(&["man"]), 0, &[".TH", wanted]);
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = program(&["completions", "zsh"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(unix)]
#[test]
fn odd_folders_never_stop_the_program() {
    let folder = folder(&[("a.ron", PAPER.as_bytes())]);
    let pipe = folder.path().join("p.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    std::os::unix::fs::symlink(folder.path(), folder.path().join("boucle")).unwrap();
    std::os::unix::fs::symlink("/nulle/part", folder.path().join("z.ron")).unwrap();
    let deep: PathBuf = std::iter::repeat_n("d", 30).collect();
    std::fs::create_dir_all(folder.path().join(deep)).unwrap();
    says(&run(&["valider", name(folder.path())]), 1, &["introuvable", "1 fichier vérifié"]);
}

#[test]
fn corriger_answers_line_by_line() {
    let mut child =
        program(&["corriger"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"{\"lire\":\"25,64 %\"}\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"25.64\""));
}

#[test]
fn a_projection_names_one_question_or_says_which_there_are() {
    for (wanted, said) in [
        ("zut", "aucun sujet « zut »"),
        ("2022", "plusieurs sujets répondent à « 2022 »"),
        ("2024/9.9", "pas de question « 9.9 » dans 2024-autour-des-plantes"),
        // What follows is well said, but there is no terminal to show it on.
        ("2024/1.1", "terminal"),
        ("novatech/RCS", "terminal"),
    ] {
        let run = run(&["projeter", wanted]);
        assert_eq!(run.code, Some(2), "{wanted}: {}", run.err);
        assert!(
            run.err.starts_with("erreur : ") && run.err.contains(said),
            "{wanted}: {}",
            run.err
        );
    }
    says(&run(&["projeter", "--help"]), 0, &["[SUJET[/QUESTION]]", "rien n’est"]);
}

#[test]
fn memo_prints_an_entry_or_the_list_found() {
    says(&run(&["memo", "nps"]), 0, &["Mémo : Net Promoter Score.", "Pièges", "Dans les sujets"]);
    says(&run(&["memo", "taux", "de", "rebond"]), 0, &["Formule : Taux de rebond = "]);
    says(&run(&["memo", "TAUX REBOND"]), 0, &["Mémo : Taux de rebond."]);
    says(&run(&["memo", "8"]), 0, &["Mémo : Taux de rebond."]);
    says(&run(&["memo", "cout"]), 0, &["Réseaux sociaux et publicité", "Coût par clic (CPC"]);
    let all = run(&["memo"]);
    says(&all, 0, &["1. Taux d’évolution", "8. Taux de rebond"]);
    assert!(!all.out.contains("« mémo »"), "the words of the text mode:\n{}", all.out);
    let none = run(&["memo", "zut\u{1b}[31m"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(none.err.starts_with("Aucune fiche du mémo ne correspond à « zut"), "{}", none.err);
    assert!(!none.err.contains('\u{1b}'));
}

#[test]
fn progres_tells_what_the_journal_holds_and_leaves_it_alone() {
    let data = tempfile::tempdir().unwrap();
    let at = name(data.path());
    let none = run(&["progres", "--donnees", at]);
    says(&none, 0, &["Rien à montrer encore"]);
    assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 0, "nothing is created");
    let mut sitting = program(&["--texte", "--donnees", at])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    sitting.stdin.take().unwrap().write_all("2024\n1.1\nétape 2\n49,3\n12\n".as_bytes()).unwrap();
    assert!(sitting.wait().unwrap().success());
    says(
        &run(&["progres", "--donnees", at]),
        0,
        &[
            "2 réponses en tout, 2 cette semaine sur 1 jour.",
            "Autour des Plantes 2024 : 0 sur 8.",
            "1 réponse du premier coup et sans aide.",
            "Taux de rebond : ",
        ],
    );
    let csv = run(&["progres", "--donnees", at, "--format", "csv"]);
    says(&csv, 0, &["\u{feff}rubrique;identifiant;", "réponses faites;1;37\r\n"]);
    let json = run(&["progres", "--donnees", at, "--format", "json"]);
    says(&json, 0, &["\"reponses\": 2,", "\"niveau\": \"en cours\""]);
    let other = run(&["progres", "--donnees", at, "--profil", "Zoé"]);
    assert_eq!(other.code, Some(1), "{}", other.out);
    assert!(other.err.contains("aucun profil « Zoé » dans ces données"), "{}", other.err);
    says(&run(&["progres", "--donnees", at, "--invite"]), 0, &["Rien à montrer encore"]);
    let file = data.path().join("progres.json");
    let written = run(&["progres", "--donnees", at, "--format", "json", "--sortie", name(&file)]);
    says(&written, 0, &[]);
    assert_eq!(std::fs::read_to_string(&file).unwrap().replace('\u{a0}', " "), json.out);
    let refused = run(&["progres", "--sortie", at, "--donnees", at]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("impossible d’écrire"), "{}", refused.err);
    let bad = run(&["progres", "--format", "xml"]);
    assert_eq!(bad.code, Some(2), "{}", bad.err);
    std::fs::write(data.path().join("journal.sqlite"), "ceci n’est pas un journal").unwrap();
    let broken = run(&["progres", "--donnees", at]);
    assert_eq!((broken.code, broken.out.as_str()), (Some(1), ""));
    assert!(broken.err.starts_with("erreur : "), "{}", broken.err);
}
