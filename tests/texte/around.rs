//! What stands around the questions: the mémo, progress, copies to check, search, other questions.

use std::process::Output;

use super::*;

fn with_lexicon() -> Learner {
    let small = small();
    let lexicon = shipped().lexicon.clone();
    Learner::on(Arc::new(Catalogue { subjects: small.subjects.clone(), lexicon }))
}

#[test]
fn the_memo_is_found_by_word_by_sigle_by_number_and_from_a_step() {
    let mut learner = Learner::on(shipped());
    let out =
        learner.plays(&["mémo CTR", "mémo 8", "mémo rebnod", "mémo taux", "mémo zzz", "mémo"]);
    says(
        &out,
        &[
            "Mémo : Taux de clic.",
            "Formule : Taux de clic = clics ÷ impressions.",
            "Plus c’est haut, mieux c’est.",
            "Pièges",
            "936 ÷ 55 000 vaut environ 1,70 %.",
            "Novatech 2023, question 1.4, « La campagne Google Ads »",
            "Mémo : Taux de rebond.",
            "Mémo : Taux de rebond.",
            "8. Taux de rebond (bounce rate, rebond)",
            "Aucune fiche du mémo ne correspond à « zzz ». « mémo tout » en donne la liste.",
            "72 fiches. « mémo » suivi d’un numéro ou d’un nom lit la fiche.",
        ],
    );
    let out = learner.plays(&["ouvrir 2024 1.1", "mémo", "étape 2", "mémo", "énoncé"]);
    says(
        &out,
        &[
            "Cette étape n’a pas d’indicateur à montrer. « mémo » suivi d’un mot cherche une fiche, « mémo tout » en donne la liste.",
            "Mémo : Taux de rebond.",
        ],
    );
    assert!(from(&out, "Mémo :").contains("Case 1 sur 25."), "one stays in the step:\n{out}");
    let out = Learner::new().plays(&["mémo rebond"]);
    says(&out, &["Le mémo est vide : aucun lexique n’a pu être lu."]);
}

#[test]
fn progress_is_told_in_words() {
    let mut learner = with_lexicon();
    let out = learner.plays(&["progrès"]);
    says(
        &out,
        &["Progrès au 01/01/1970", "Rien à montrer encore : répondez à une première question."],
    );
    let out = learner.plays(&["1", "1", "7,5", "9", "8", "progrès", "progrès comp", "progrès zut"]);
    says(
        &out,
        &[
            "Progrès au 01/01/1970",
            "3 réponses en tout, 3 cette semaine sur 1 jour.",
            "Questions terminées",
            "Essai 2020 : 0 sur 2.",
            "Comment vous y arrivez",
            "1 réponse du premier coup et sans aide.",
            "1 réponse après une erreur.",
            "Réponses par semaine",
            "Cette semaine : 3 réponses sur 1 jour.",
            "Je ne connais pas « zut ». Tapez « progrès », ou « progrès compétences ».",
        ],
    );
}

#[test]
fn an_error_is_looked_for_in_a_copy_and_named() {
    let mut learner = Learner::new();
    let out =
        learner.plays(&["1", "1", "étape 2", "erreur", "indice", "9", "indice", "", "retour"]);
    says(
        &out,
        &[
            "Trouver l’erreur, Essai 2020, question 1.1 : Les chiffres du site.",
            "« 9 » n’est pas un numéro de la liste : tapez un numéro de 1 à 4.",
            "Le bon calcul",
            "Étape 2 sur 4, calcul : à faire.",
        ],
    );
    assert!(out.contains(" : c’est là. Quelle erreur est-ce ?"), "{out}");
    assert!(out.contains("Nom de l’erreur, de 1 à 4 :"), "{out}");
    assert!(out.contains("Voici l’erreur : "), "{out}");
    assert!(out.matches("Trouver l’erreur, ").count() >= 2, "another copy was asked for:\n{out}");
    let hunts: Vec<_> = learner
        .journal()
        .events
        .into_iter()
        .filter(|event| matches!(event.what, What::Hunt(_)))
        .collect();
    assert!(!hunts.is_empty());
    // What the copy showed is help: the answer is no longer got alone.
    learner.plays(&["1", "1", "étape 2", "4,80"]);
    assert_eq!(learner.way("depense"), Some(Way::AfterHelp));
}

#[test]
fn every_place_of_a_copy_can_be_pointed_at() {
    let mut learner = Learner::on(shipped());
    let places: Vec<String> = (1..=30).map(|place| place.to_string()).collect();
    let mut script = vec!["ouvrir 2024 1.1", "étape 2", "erreur"];
    script.extend(places.iter().map(String::as_str));
    let out = learner.plays(&script);
    assert!(out.contains("C’est bien là"), "{out}");
    plain(&out);
}

#[test]
fn a_question_without_figures_has_no_copy() {
    let out = Learner::new().plays(&["1", "rcs", "erreur"]);
    says(&out, &["Rien ne se calcule ici : choisissez une autre question."]);
}

#[test]
fn why_asked_twice_tells_what_is_accepted_and_counts() {
    let mut learner = Learner::new();
    let out = learner.plays(&["1", "1", "étape 2", "6", "pourquoi", "consigne", "pourquoi"]);
    assert!(!out.contains("Accepté : "), "something else was asked between:\n{out}");
    let out = learner.plays(&["r", "pourquoi", "pourquoi", "4,80"]);
    assert!(from(&out, "Accepté : de ").contains("Écart : "), "{out}");
    assert_eq!(learner.way("depense"), Some(Way::Revealed));
}

#[test]
fn a_question_begins_again_once_it_is_confirmed() {
    let mut learner = Learner::new();
    let out =
        learner.plays(&["1", "1", "7,5", "recommencer", "tableau", "recommencer oui", "tableau"]);
    says(
        &out,
        &[
            "Taux de conversion : T1 7,5 % (juste) ; T2 à faire.",
            "Étape 1 sur 4, tableau à compléter, 3 cases : à faire.",
            "Taux de conversion : T1 à faire ; T2 à faire.",
        ],
    );
    assert!(out.contains("Tapez « recommencer oui »"), "{out}");
    assert_eq!(learner.state("1.1"), State::NotBegun);
}

#[test]
fn charts_are_said_in_words() {
    let mut learner = Learner::on(shipped());
    let out = learner.plays(&["ouvrir 2024/1.1", "graphiques"]);
    says(
        &out,
        &[
            "Visiteurs, de T1 à T4 : baisse, hausse, hausse. Au plus haut : T1, 452 ; au plus bas : T2, 325.",
        ],
    );
    let out = learner.plays(&["ouvrir novatech 2.1", "graphiques"]);
    assert!(out.contains("Rien ne se dessine ici"), "{out}");
}

#[test]
fn any_question_is_found_and_opened_by_its_name() {
    let mut learner = Learner::on(shipped());
    let out = learner.plays(&[
        "chercher google ads",
        "chercher",
        "chercher zzz",
        "ouvrir",
        "ouvrir zut",
        "ouvrir 2022 1.1",
        "ouvrir novatech 9.9",
        "ouvrir novatech",
        "ouvrir novatech 1.4",
        "12",
        "ouvrir 2024 1.1",
        "ouvrir novatech 1.4",
    ]);
    says(
        &out,
        &[
            "Novatech 2023, question 1.4, « La campagne Google Ads ». « ouvrir 2023-novatech/1.4 » l’ouvre.",
            "Tapez « chercher » suivi d’un mot, par exemple « chercher rebond ».",
            "Rien ne correspond à « zzz ».",
            "Tapez « ouvrir » suivi d’un sujet et d’un numéro, par exemple « ouvrir 2024 1.1 ».",
            "Novatech, session 2023",
        ],
    );
    assert!(out.contains("Aucun sujet « zut ». Sujets possibles : "), "{out}");
    assert!(out.contains("Plusieurs sujets répondent à « 2022 »"), "{out}");
    assert!(out.contains("Pas de question « 9.9 » dans 2023-novatech."), "{out}");
    assert_eq!(out.matches("Novatech 2023, question 1.4 : ").count(), 2, "{out}");
}

#[test]
fn a_line_that_is_long_or_foreign_is_told_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut script = b"2024\n1.1\n".to_vec();
    script.extend(vec![b'9'; 1_000_000]);
    script.extend(b"\n\xe9nonc\xe9\nquitter\n");
    let Output { status, stdout, stderr } = fed(folder.path(), &script);
    let out = String::from_utf8(stdout).unwrap().replace('\u{a0}', " ");
    assert_eq!(status.code(), Some(0), "{}", String::from_utf8_lossy(&stderr));
    says(
        &out,
        &[
            "Cette ligne est trop longue : seul son début est pris en compte.",
            "Cette ligne n’est pas en UTF-8 : elle est lue en latin-1.",
            "Votre responsable veut savoir si le site marchand a bien travaillé en 2022.",
            "À bientôt. Vous reprendrez exactement ici.",
        ],
    );
    assert!(out.len() < 50_000, "{}", out.len());
}

fn fed(folder: &Path, script: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tuteur-ndrc"))
        .arg("--texte")
        .arg("--donnees")
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(script).unwrap();
    child.wait_with_output().unwrap()
}
