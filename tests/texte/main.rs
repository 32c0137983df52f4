//! The text mode played by scripts: lines in, lines out, the journal in between.
#![cfg(feature = "tui")]
// The lint knows tests, not their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

mod around;

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use proptest::prelude::*;
use tuteur_ndrc::content::{SourceFile, catalogue, embedded, load};
use tuteur_ndrc::model::{Catalogue, ItemId, QuestionEntry};
use tuteur_ndrc::progress::{Rung, State, Way, What, question_state};
use tuteur_ndrc::session::Place;
use tuteur_ndrc::store::{Journal, Shelf, Who};
use tuteur_ndrc::texte::{self, Layout, Opening};

const PAPER: &str = include_str!("../data/seance.ron");

fn small() -> Arc<Catalogue> {
    let subject = load(&SourceFile::new("seance.ron", PAPER)).subject.unwrap();
    Arc::new(Catalogue { subjects: vec![subject], lexicon: Vec::new() })
}

fn shipped() -> Arc<Catalogue> {
    Arc::new(catalogue(&[embedded()]).0)
}

/// A learner, whose journal outlives each sitting.
struct Learner {
    catalogue: Arc<Catalogue>,
    folder: tempfile::TempDir,
    /// Who opens it.
    who: Who,
    now: i64,
}

impl Learner {
    fn on(catalogue: Arc<Catalogue>) -> Self {
        Learner { catalogue, folder: tempfile::tempdir().unwrap(), who: Who::Last, now: 1_000 }
    }

    fn new() -> Self {
        Learner::on(small())
    }

    /// Plays lines in one sitting and returns all that was written, plain spaces for no-break ones.
    fn plays(&mut self, lines: &[&str]) -> String {
        self.plays_on(lines, Layout::default())
    }

    fn plays_on(&mut self, lines: &[&str], layout: Layout) -> String {
        let script: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let mut out = Vec::new();
        let (mut shelf, refused) = Shelf::open(Some(self.folder.path()), &self.who);
        assert!(refused.is_none());
        let opening = Opening { layout, ..Opening::default() };
        let now = &mut self.now;
        let clock = || {
            *now += 1_000;
            *now
        };
        let catalogue = Arc::clone(&self.catalogue);
        texte::run(script.as_bytes(), &mut out, catalogue, &mut shelf, opening, clock).unwrap();
        shelf.close().unwrap();
        String::from_utf8(out).unwrap().replace('\u{a0}', " ")
    }

    fn journal(&self) -> tuteur_ndrc::store::Loaded {
        Journal::open(self.folder.path()).unwrap().load().unwrap()
    }

    fn way(&self, item: &str) -> Option<Way> {
        let item = ItemId::new("2020-essai", "1.1", item);
        self.journal().history().record(&item).and_then(|record| record.way)
    }

    fn draft(&self, question: &str, item: &str) -> Option<String> {
        let item = ItemId::new("2020-essai", question, item);
        self.journal().drafts.get(&item).map(str::to_owned)
    }

    fn state(&self, question: &str) -> State {
        let place = Place::new("2020-essai", question);
        let (_, _, question) = place.find(&self.catalogue).unwrap();
        question_state(&QuestionEntry::of(question), &self.journal().history())
    }
}

/// Each of these is a whole line of the output, in this order.
#[track_caller]
fn says(out: &str, expected: &[&str]) {
    let mut lines = out.lines();
    for wanted in expected {
        assert!(lines.any(|line| line == *wanted), "{wanted:?} not found in order in\n{out}");
    }
}

/// The lines from the first that holds `start`.
fn from<'a>(out: &'a str, start: &str) -> &'a str {
    let at = out.find(start).unwrap_or_else(|| panic!("{start:?} is not in\n{out}"));
    &out[at..]
}

#[test]
fn three_lines_say_what_it_is_then_a_numbered_menu() {
    let out = Learner::new().plays(&[]);
    assert_eq!(
        out.lines().collect::<Vec<_>>(),
        [
            "Tuteur NDRC en mode texte : s’entraîner à l’épreuve E5, une ligne à la fois.",
            "Tapez un numéro ou un mot, puis Entrée ; « aide » dit partout ce qu’on peut taper.",
            "Chaque réponse est enregistrée aussitôt ; « quitter » ferme le tuteur.",
            "",
            "Sujets",
            "1. Essai, session 2020 : 2 questions, à faire.",
            "Sujet, 1 :",
            "À bientôt. Vous reprendrez exactement ici.",
        ]
    );
}

#[test]
fn a_table_is_asked_blank_by_blank_and_heard_row_by_row() {
    let mut learner = Learner::new();
    let out = learner.plays(&["1", "1", "tableau", "7,5 %", "40/500", "9", "tableau", "2400", ""]);
    says(
        &out,
        &[
            "Étape 1 sur 4, tableau à compléter, 3 cases : à faire.",
            "Complétez le tableau.",
            "Case 1 sur 3. Taux de conversion, T1, en % :",
            "Taux de conversion : T1 à faire ; T2 à faire.",
            "Chiffre d’affaires : T1 1 500 € (donné) ; T2 à faire.",
            "Lu : 7,5 %.",
            "Juste.",
            "Case 2 sur 3. Taux de conversion, T2, en % :",
            "Lu : 8 %.",
            "À retenir : Le site convertit mieux.",
            "Case 3 sur 3. Chiffre d’affaires, T2, en € :",
            "Lu : 9 €.",
            "Taux de conversion : T1 7,5 % (juste) ; T2 8 % (juste).",
            "Chiffre d’affaires : T1 1 500 € (donné) ; T2 9 € (faux).",
            "Lu : 2 400 €.",
            "Le tableau est complet.",
            "Ce que montre le tableau : Tout monte.",
            "Entrée pour continuer, ou une autre réponse :",
            "Étape 2 sur 4, calcul : à faire.",
        ],
    );
    assert_eq!(out.matches("À retenir : Le site convertit mieux.").count(), 1);
    assert_eq!(learner.way("conversion-t1"), Some(Way::Alone));
    assert_eq!(learner.way("ca-t2"), Some(Way::AfterError));
}

#[test]
fn the_blanks_are_numbered_and_can_be_visited() {
    let out = Learner::new().plays(&["1", "1", "case", "case 3", "précédent", ">", ">", "case 9"]);
    says(
        &out,
        &[
            "1. Taux de conversion, T1 : à faire.",
            "3. Chiffre d’affaires, T2 : à faire.",
            "Case 3 sur 3. Chiffre d’affaires, T2, en € :",
            "Case 2 sur 3. Taux de conversion, T2, en % :",
            "Case 3 sur 3. Chiffre d’affaires, T2, en € :",
            "Étape 2 sur 4, calcul : à faire.",
        ],
    );
    let out = Learner::new().plays(&["1", "1", "case 9"]);
    says(&out, &["Il n’y a pas de case « 9 » : tapez un numéro de 1 à 3."]);
}

#[test]
fn wrong_then_help_then_right() {
    let mut learner = Learner::new();
    let out = learner.plays(&["1", "1", "étape 2", "6", "pourquoi", "indice", "4,8", "b"]);
    says(
        &out,
        &[
            "Étape 2 sur 4, calcul : à faire.",
            "Lu : 6 €.",
            "Indice 1 : Partez du chiffre d’affaires.",
            "Ensuite, « indice » donnera : un autre indice.",
            "Lu : 4,8 €.",
            "À retenir : Chaque visite compte.",
            "Entrée pour continuer, ou une autre réponse :",
        ],
    );
    assert!(from(&out, "Lu : 6 €.").lines().nth(1).unwrap().starts_with("Faux. "), "{out}");
    // What is accepted would give the answer away.
    says(&out, &["Écart : nettement trop grand."]);
    assert!(!out.contains("Accepté : "), "{out}");
    let later = learner.plays(&["1", "1", "étape 2", "pourquoi"]);
    assert!(from(&later, "Accepté : de ").contains("Écart : "), "known now:\n{later}");
    assert!(from(&out, "Bilan").contains("1 réponse avec de l’aide."), "{out}");
    assert_eq!(learner.way("depense"), Some(Way::AfterHelp));
}

#[test]
fn the_ladder_is_climbed_to_its_top_and_remembered() {
    let mut learner = Learner::new();
    let rungs = ["indice"; 8];
    let out = learner.plays(&[&["1", "1", "étape 2"][..], &rungs].concat());
    says(
        &out,
        &[
            "Indice 1 : Partez du chiffre d’affaires.",
            "Indice 2 : Divisez par les visiteurs.",
            "Ensuite, « indice » donnera : la méthode.",
            "Ensuite, « indice » donnera : le calcul posé.",
            "Ensuite, « indice » donnera : le résultat.",
            "Ensuite, « indice » donnera : l’interprétation.",
            "Interprétation : Chaque visite compte.",
            "Toute l’aide a été donnée ; « consigne » la relit.",
        ],
    );
    assert!(from(&out, "Résultat").contains("4,80 €"), "{out}");
    let asked: Vec<Rung> = learner
        .journal()
        .events
        .iter()
        .filter_map(|event| match event.what {
            What::Help(rung) => Some(rung),
            _ => None,
        })
        .collect();
    assert_eq!(asked.len(), 6);
    let out = learner.plays(&["reprendre", "consigne"]);
    says(
        &out,
        &[
            "Résultat montré : vous pouvez encore le donner pour vous exercer.",
            "Indice 2 : Divisez par les visiteurs.",
            "Interprétation : Chaque visite compte.",
        ],
    );
}

#[test]
fn a_number_is_an_answer_and_a_word_a_command() {
    let mut learner = Learner::new();
    let out = learner.plays(&["1", "1", "étape 2", "abc", "indcie", "1", "?"]);
    says(
        &out,
        &[
            "« aide » donne la liste des commandes.",
            "Commande inconnue : « indcie ». Vouliez-vous dire « indice » ?",
            "Lu : 1 €.",
        ],
    );
    assert!(out.contains("un nombre est toujours une réponse"), "{out}");
    let answers = learner.journal().events.len();
    assert_eq!(answers, 1, "neither the unreadable answer nor the slip is an attempt");
}

#[test]
fn a_choice_is_answered_by_its_number() {
    let mut learner = Learner::new();
    let out = learner.plays(&["1", "1", "étape 3", "1 2", "7", "2", "1", "p", ""]);
    says(
        &out,
        &[
            "Étape 3 sur 4, choix, une seule réponse : à faire.",
            "1. Hausse",
            "2. Baisse",
            "Numéro, de 1 à 2 :",
            "Une seule réponse est demandée.",
            "« 7 » n’est pas un numéro de la liste : tapez un numéro de 1 à 2.",
            "Lu : 2.",
            "2. Baisse, à écarter : Rien ne baisse.",
            "Lu : 1.",
            "Juste.",
            "1. Hausse, à retenir : Tout monte.",
            "À retenir : La hausse est nette.",
            "Entrée pour continuer :",
            "Étape 4 sur 4, rédaction : à faire.",
        ],
    );
    assert_eq!(learner.way("tendance"), Some(Way::AfterError));
}

#[test]
fn several_options_are_one_line_of_numbers() {
    let mut learner = Learner::on(shipped());
    let out = learner.plays(&["2024", "1.1", "1 2", "1, 2, 3 et 6"]);
    says(&out, &["Lu : 1, 2.", "Lu : 1, 2, 3, 6.", "Juste."]);
    assert!(from(&out, "Lu : 1, 2.").lines().nth(1).unwrap().starts_with("Presque. "), "{out}");
}

#[test]
fn a_text_is_written_line_by_line_and_its_marks_disputed() {
    let mut learner = Learner::new();
    let out = learner.plays(&[
        "1",
        "1",
        "étape 4",
        "rendre",
        "écrire",
        "La conversion augmente.",
        "Le panier baisse.",
        ".",
        "pourquoi 1",
        "compter 2",
        "compter 2",
        "écarter 2",
        "ajouter Les clients reviennent.",
        "écarter 4",
        "modèle",
    ]);
    says(
        &out,
        &[
            "Écrivez d’abord quelques mots : « écrire » commence le texte.",
            "Texte rendu : 2 lignes, 6 mots.",
            "1 point compté sur 2 attendus : presque.",
            "1. Reconnu : La conversion monte.",
            "2. Non reconnu : Le panier moyen monte.",
            "À retenir : Un bon trimestre.",
            "Le tableau le montre.",
            "Reconnu dans : « conversion augmente ».",
            "Point 2 compté par vous. 2 points comptés sur 2 attendus : juste.",
            "Le point 2 est déjà compté.",
            "Point 2 écarté par vous. 1 point compté sur 2 attendus : presque.",
            "Point ajouté et compté : Les clients reviennent. 2 points comptés sur 2 attendus : juste.",
            "Point 4 écarté par vous. 1 point compté sur 2 attendus : presque.",
            "Réponse modèle",
            "La conversion, le panier et les visites montent.",
        ],
    );
    let before = out.split("Texte rendu").next().unwrap();
    assert!(!before.contains("Le panier moyen monte."), "points are not given away");
}

#[test]
fn the_lines_of_a_text_can_be_changed() {
    let mut learner = Learner::new();
    let out = learner.plays(&[
        "1",
        "1",
        "étape 4",
        "Une première phrase sans commande.",
        "aide",
        "..",
        "remplacer 2 Le panier monte.",
        "effacer 1",
        "relire",
        "effacer",
        "remplacer 5 x",
    ]);
    says(
        &out,
        &[
            "Texte en cours : 2 lignes, 6 mots. « écrire » le continue, « relire » le lit, « rendre » le rend.",
            "Ligne 2 remplacée ; elle disait : « aide ».",
            "Ligne 1 effacée ; elle disait : « Une première phrase sans commande ».",
            "1. Le panier monte.",
        ],
    );
    assert_eq!(learner.draft("1.1", "bilan").as_deref(), Some("Le panier monte."));
    learner.plays(&["r", "effacer tout"]);
    assert_eq!(learner.draft("1.1", "bilan"), None);
}

#[test]
fn the_end_of_the_input_keeps_everything() {
    let mut learner = Learner::new();
    learner.plays(&["1", "1", "étape 4", "écrire", "La conversion augmente.", "Et puis"]);
    assert_eq!(learner.draft("1.1", "bilan").as_deref(), Some("La conversion augmente.\nEt puis"));
    let out = learner.plays(&["r", "écrire", "les visites progressent.", "."]);
    says(
        &out,
        &[
            "« reprendre » retourne où vous en étiez : Essai 2020, question 1.1, Les chiffres du site.",
            "Essai 2020, question 1.1 : Les chiffres du site. 4 étapes, 6 points, barème indicatif.",
            "Étape 4 sur 4, rédaction : à faire.",
            "Texte rendu : 3 lignes, 8 mots.",
            "2 points comptés sur 2 attendus : juste.",
        ],
    );
}

#[test]
fn an_error_is_carried_until_told_otherwise() {
    let mut learner = Learner::new();
    let out = learner.plays(&[
        "1", "1", "case 3", "2500", "étape 2", "5,00", "corrigé", "corrigé", "miens", "4,80",
    ]);
    let carried = from(&out, "Erreur reportée").lines().next().unwrap().to_owned();
    assert!(carried.contains("méthode est juste"), "{carried}");
    says(
        &out,
        &[
            "Lu : 2 500 €.",
            "Lu : 5,00 €.",
            &carried,
            "Vous continuez avec vos propres résultats ; « corrigé » fait continuer avec ceux du corrigé.",
            "Vos réponses sont jugées à partir des résultats du corrigé.",
            "Les résultats du corrigé comptent déjà.",
            "Vos réponses sont jugées aussi à partir de vos propres résultats.",
            &carried,
            "Lu : 4,80 €.",
        ],
    );
    let strict = from(&out, "Vos réponses sont jugées à partir des résultats du corrigé.");
    assert!(strict.lines().nth(2).unwrap().starts_with("Faux. "), "{out}");
}

#[test]
fn an_rcs_is_written_then_assessed_on_the_official_grid() {
    let mut learner = Learner::new();
    let out = learner.plays(&[
        "1",
        "rcs",
        "chrono",
        "chrono",
        "écrire",
        "I. Oui, pour la portée.",
        "II. Mais le contact.",
        ".",
        "9",
        "4",
        "S",
        "ti",
        "2",
        "3",
        "3",
        "3",
        "critère 3",
        "i",
        "4",
        "modèle",
        "grille",
        "",
    ]);
    says(
        &out,
        &[
            "Temps conseillé : 45 min ; « chrono » lance le chronomètre.",
            "Chrono lancé : 45 min.",
            "Chrono en pause : il reste 44 min 59 s.",
            "Texte rendu : 2 lignes, 9 mots.",
            "Critère 1 sur 8 : Les idées s’enchaînent selon une logique d’ensemble.",
            "Niveaux : 1 Pas du tout (TI) ; 2 En partie (I) ; 3 Plutôt oui (S) ; 4 Tout à fait (TS).",
            "Repère : a",
            "Tapez un niveau de 1 à 4, ou TI, I, S, TS.",
            "Critère 1 : TS, Tout à fait.",
            "Critère 2 : S, Satisfaisant.",
            "Critère 3 : TI, Jamais.",
            "Votre niveau : TI, Jamais.",
            "Critère 3 : I, Rarement.",
            "Critère 8 sur 8 : Chaque idée est illustrée.",
            "Critère 8 : TS, Toujours.",
            "Note indicative : 6,5 sur 10.",
            "Problématique : Le canal.",
            "Idée 2.2 : Logistique. Il faut livrer. Les colis.",
            "8. Chaque idée est illustrée : TS, Toujours.",
            "Bilan, RCS : Réflexion.",
        ],
    );
    assert_eq!(learner.state("rcs"), State::Done);
}

#[test]
fn annexes_are_read_row_by_row_and_searched() {
    let mut learner = Learner::on(shipped());
    let out = learner.plays(&["2024", "1.1", "annexes", "annexe 1", "chercher REBOND", "annexe 9"]);
    says(
        &out,
        &[
            "Annexe 1 : Activité du site marchand par trimestre, 2022, 7 lignes.",
            "« annexe 1 » lit la première, « annexes tout » les lit toutes.",
            "Annexe : Activité du site marchand par trimestre, 2022.",
            "Visiteurs : T1 452 ; T2 325 (reconstitué, choisi) ; T3 402 (reconstitué) ; T4 450 (reconstitué).",
            "Annexe 1. Visites d’une seule page (rebonds) : T1 223 ; T2 188 (reconstitué, choisi) ; T3 220 (reconstitué) ; T4 240 (reconstitué).",
            "Il n’y a pas d’annexe « 9 » : 2 annexes.",
        ],
    );
}

#[test]
fn a_finished_question_is_summed_up_then_worked_again() {
    let mut learner = Learner::new();
    let out = learner.plays(&[
        "1",
        "1.1",
        "7,5",
        "8",
        "2400",
        "",
        "4,80",
        "",
        "1",
        "",
        "écrire",
        "Les visites et la conversion augmentent.",
        "La conversion augmente, le panier monte.",
        ".",
        "",
        "r",
        "recommencer",
        "..",
    ]);
    says(
        &out,
        &[
            "Bilan, question 1.1 : Les chiffres du site.",
            "Tout juste, du premier coup et sans aide : bravo !",
            "6 sur 6 points. Barème indicatif : l’officiel n’est pas publié.",
            "6 réponses du premier coup et sans aide.",
            "À retenir : Un taux se rapporte aux visiteurs.",
            "Entrée pour la suite (RCS), ou « retour » :",
            "Tout est fait ; « recommencer » refait la question depuis le début.",
            "Étape 1 sur 4, tableau à compléter, 3 cases : à faire.",
            "1. Question 1.1, Les chiffres du site : à faire.",
        ],
    );
}

#[test]
fn the_summary_leads_back_to_what_is_left() {
    let mut learner = Learner::new();
    let out =
        learner.plays(&["1", "1", "7,5", "étape 3", "bilan", "r", "b", "", "..", "..", "q", "1"]);
    says(
        &out,
        &[
            "Il reste 5 réponses à faire sur 6.",
            "Étape 1 sur 4, tableau à compléter, 3 cases : 1 réponse faite sur 3.",
            "Il reste 5 réponses à faire sur 6.",
            "Essai 2020, RCS : Réflexion. 1 étape, 10 points.",
            "Question, de 1 à 2 :",
            "Sujet, 1 :",
            "À bientôt. Vous reprendrez exactement ici.",
        ],
    );
    assert!(out.ends_with("ici.\n"), "nothing is read after leaving");
}

#[test]
fn a_terminal_gets_wrapped_lines_and_open_prompts() {
    let layout = Layout { columns: Some(40), typed: true };
    let out = Learner::new().plays_on(&["1"], layout);
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    assert!(out.contains("Sujet, 1 : "), "{out}");
    let wide = Learner::new().plays(&["1"]);
    assert!(wide.lines().any(|line| line.chars().count() > 60), "{wide}");
}

#[test]
fn what_is_typed_never_reaches_the_terminal_raw() {
    let mut learner = Learner::new();
    let hostile = "\u{1b}[31m<\u{202e}\u{7}┃>";
    let out = learner.plays(&[
        hostile,
        "1",
        hostile,
        "1",
        hostile,
        "étape 3",
        hostile,
        "étape 4",
        "écrire",
        hostile,
        "..",
        "relire",
        "effacer 1",
    ]);
    plain(&out);
}

/// No byte a terminal obeys, no drawing, no sign in place of a word.
#[track_caller]
fn plain(out: &str) {
    let bad = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{2500}'..='\u{259f}' | '\u{202a}'..='\u{202e}' | '\u{1b}')
            || "✓✗○◆●◐→←".contains(c)
    };
    if let Some(line) = out.lines().find(|line| line.contains(bad)) {
        panic!("{line:?}");
    }
}

/// Every énoncé, annex, step, rung and summary that ships, as it is read.
#[test]
fn everything_that_ships_reads_in_plain_lines() {
    let catalogue = shipped();
    for (at, subject) in catalogue.subjects.iter().enumerate() {
        let mut learner = Learner::on(Arc::clone(&catalogue));
        let mut script = vec![(at + 1).to_string(), "contexte".to_owned()];
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            script.extend([question.number.clone(), "énoncé".into(), "annexes tout".into()]);
            for (step, known) in question.steps.iter().enumerate() {
                script.push(format!("étape {}", step + 1));
                let blanks = tuteur_ndrc::progress::Item::of_step(known).len();
                for blank in 1..=blanks {
                    if blanks > 1 {
                        script.push(format!("case {blank}"));
                    }
                    script.extend(vec!["indice".to_owned(); 9]);
                }
                script.extend(["aide".into(), "tableau".into(), "consigne".into()]);
                script.extend(["mémo".into(), "graphiques".into()]);
            }
            // A question without figures has no copy to read: it is opened again either way.
            script.extend(["erreur", "consigne", "indice", "indice", "aide"].map(str::to_owned));
            script.push(format!("ouvrir {}/{}", subject.id, question.number));
            script.extend(["bilan".into(), "retour".into()]);
        }
        let lines: Vec<&str> = script.iter().map(String::as_str).collect();
        let out = learner.plays(&lines);
        plain(&out);
        assert!(out.contains("\nTrouver l’erreur, "), "{}", subject.title);
        let questions: usize = subject.dossiers.iter().map(|dossier| dossier.questions.len()).sum();
        assert_eq!(out.matches("\nBilan, ").count(), questions, "{}", subject.title);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed, the sitting ends well and what it left opens again.
    #[test]
    fn any_script_ends_well(lines in proptest::collection::vec(typed(), 0..40)) {
        let mut learner = Learner::new();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let out = learner.plays(&lines);
        plain(&out);
        let again = learner.plays(&["reprendre", "consigne"]);
        plain(&again);
        prop_assert!(again.ends_with("ici.\n"));
    }
}

fn typed() -> impl Strategy<Value = String> {
    let words = [
        "",
        "mémo",
        "mémo 3",
        "mémo rebond",
        "erreur",
        "graphiques",
        "progrès",
        "progrès compétences",
        "chercher chiffres",
        "ouvrir 2020 1.1",
        "ouvrir 2020",
        "recommencer",
        "recommencer oui",
        "pourquoi",
        "1",
        "2",
        "3",
        "4",
        "1 2",
        "7,5",
        "0,075",
        "2400",
        "4,8",
        "rcs",
        "1.1",
        "r",
        "i",
        "p",
        "s",
        "<",
        "t",
        "c",
        "e",
        "a",
        "b",
        "..",
        ".",
        "?",
        "écrire",
        "relire",
        "rendre",
        "effacer 1",
        "effacer tout",
        "remplacer 1 panier",
        "compter 2",
        "écarter 1",
        "ajouter une idée",
        "modèle",
        "grille",
        "critère 4",
        "chrono",
        "corrigé",
        "miens",
        "case 2",
        "étape 4",
        "étape 2",
        "recommencer",
        "annexes",
        "chercher panier",
        "La conversion augmente.",
    ];
    prop_oneof![9 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => ".{0,12}"]
}

/// An output whose reader goes away after some bytes.
struct Gone(usize);

impl Write for Gone {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.0 {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.0 -= bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut shelf = Shelf::open(Some(folder.path()), &Who::Last).0;
    let script = "1\n1\n7,5\nétape 4\nécrire\nLa conversion augmente.\n";
    for room in [0, 10, 700, 1_400, 1_500] {
        let opening = Opening::default();
        let ran = texte::run(script.as_bytes(), Gone(room), small(), &mut shelf, opening, || 5);
        assert!(ran.is_ok(), "{room}: {ran:?}");
    }
    assert!(!shelf.journal().load().unwrap().events.is_empty());
}

#[test]
fn a_guest_is_told_that_nothing_is_kept() {
    let mut out = Vec::new();
    let mut shelf = Shelf::open(None, &Who::Guest).0;
    let opening = Opening::default();
    texte::run("1\n".as_bytes(), &mut out, small(), &mut shelf, opening, || 5).unwrap();
    assert!(String::from_utf8(out).unwrap().ends_with("Cette séance n’est pas gardée.\n"));
}

fn program(folder: &Path, arguments: &[&str], script: &str) -> std::process::Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tuteur-ndrc"))
        .arg("--donnees")
        .arg(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_real_program_works_in_a_pipe_and_resumes() {
    let folder = tempfile::tempdir().unwrap();
    let run = program(folder.path(), &[], "2024\n1.1\nétape 2\n49,3 %\n");
    let out = String::from_utf8(run.stdout).unwrap().replace('\u{a0}', " ");
    assert_eq!(run.status.code(), Some(0), "{out}");
    assert!(run.stderr.is_empty());
    assert!(out.starts_with("Tuteur NDRC en mode texte (l’entrée n’est pas un terminal)"), "{out}");
    says(&out, &["Lu : 49,3 %.", "Juste.", "Case 2 sur 25. Taux de rebond, T2, en % :"]);
    plain(&out);

    let run = program(folder.path(), &["--texte"], "r\nquitter\n");
    let out = String::from_utf8(run.stdout).unwrap().replace('\u{a0}', " ");
    assert_eq!(run.status.code(), Some(0), "{out}");
    says(&out, &["Case 2 sur 25. Taux de rebond, T2, en % :"]);
}

#[test]
fn each_profile_finds_its_own_work_again() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], script: &str| {
        let run = program(folder.path(), arguments, script);
        assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap().replace('\u{a0}', " ")
    };
    let lea = run(&["--profil", " Léa "], "2024\n1.1\nétape 2\n49,3 %\n");
    says(&lea, &["Nouveau profil « Léa ».", "Juste."]);
    let tom = run(&["--profil", "Tom"], "r\n");
    says(
        &tom,
        &["Nouveau profil « Tom ».", "Rien n’est commencé : choisissez un sujet par son numéro."],
    );
    // The last one, then another by a name written otherwise.
    let last = run(&[], "r\n");
    says(&last, &["Profil « Tom » ; « profil » dit comment en changer."]);
    assert!(!last.contains("Case 2"), "{last}");
    let lea = run(&["--profil", "LEA"], "r\n");
    says(
        &lea,
        &[
            "Profil « Léa » ; « profil » dit comment en changer.",
            "Case 2 sur 25. Taux de rebond, T2, en % :",
        ],
    );
}

#[test]
fn a_guest_reads_nothing_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("neuf");
    let run = program(&data, &["--invite"], "2024\n1.1\nétape 2\n49,3 %\n");
    let out = String::from_utf8(run.stdout).unwrap().replace('\u{a0}', " ");
    says(
        &out,
        &[
            "Rien ne sera enregistré ; « quitter » ferme le tuteur.",
            "Vous êtes invité : aucun profil n’est lu, rien ne sera gardé.",
            "Juste.",
            "À bientôt. Cette séance n’est pas gardée.",
        ],
    );
    assert!(!data.exists());
    program(&data, &["--profil", "Léa"], "2024\n1.1\nétape 2\n49,3 %\n");
    let before = std::fs::read(data.join("journal.sqlite")).unwrap();
    let run = program(&data, &["--invite"], "r\n1\n1\n12\n");
    let out = String::from_utf8(run.stdout).unwrap().replace('\u{a0}', " ");
    says(&out, &["Rien n’est commencé : choisissez un sujet par son numéro."]);
    assert_eq!(std::fs::read(data.join("journal.sqlite")).unwrap(), before);
}

#[test]
fn profiles_are_made_named_and_left_by_words() {
    let mut learner = Learner::new();
    let out = learner.plays(&["1", "1", "7,5", "retour", "profil"]);
    says(&out, &["Profils", "1. Moi, ouvert : 1 réponse."]);
    let out = learner.plays(&["profil Zoé", "profil nouveau Zoé", "reprendre", "profil"]);
    says(
        &out,
        &[
            "Aucun profil « Zoé » ; « profil » en donne la liste, « profil nouveau » suivi d’un nom en crée un.",
            "Nouveau profil « Zoé ».",
            "1. Essai, session 2020 : 2 questions, à faire.",
            "Rien n’est commencé : choisissez un sujet par son numéro.",
            "1. Moi : 1 réponse.",
            "2. Zoé, ouvert : 0 réponse.",
        ],
    );
    let out =
        learner.plays(&["profil nouveau MOI", "profil renommer Zoé B", "profil 1", "reprendre"]);
    says(
        &out,
        &[
            "Profil « Zoé » ; « profil » dit comment en changer.",
            "Ce nom est déjà celui d’un autre profil.",
            "Le profil ouvert s’appelle maintenant « Zoé B ».",
            "Profil « Moi » ; « profil » dit comment en changer.",
        ],
    );
    let out = learner.plays(&["profil invité", "1", "1", "9", "profil", "..", "profil moi"]);
    says(&out, &["Vous êtes invité : aucun profil n’est lu, rien ne sera gardé."]);
    assert_eq!(learner.journal().events.len(), 1, "the guest's answer is nobody's");
}

#[test]
fn erasing_a_profile_takes_two_different_words() {
    let mut learner = Learner::new();
    learner.plays(&["1", "1", "7,5"]);
    let out = learner.plays(&["profil supprimer Léa", "profil supprimer 1", "profil"]);
    says(
        &out,
        &[
            "Aucun profil « Léa » ; « profil » en donne la liste, « profil nouveau » suivi d’un nom en crée un.",
            "Les réponses, les brouillons et les réglages de « Moi » seront effacés de cet ordinateur, pour \
             toujours. Pour le faire, tapez « profil effacer Moi ».",
            "1. Moi, ouvert : 1 réponse.",
        ],
    );
    let out = learner.plays(&["profil effacer moi", "reprendre", "profil"]);
    says(
        &out,
        &[
            "« Moi » et tout ce qui en était gardé sont effacés.",
            "Rien n’est commencé : choisissez un sujet par son numéro.",
            "1. Moi, ouvert : 0 réponse.",
        ],
    );
}
