//! Sound files made bad one change at a time: every problem has its code, place and words.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::model::{GridCell, StepKind};

const PAPER: &str = include_str!("../../tests/data/sujet.ron");
const LEXICON: &str = include_str!("../../tests/data/lexique.ron");

/// Problems of a text that is a paper or a lexicon, as `code line:column message`.
fn problems(text: &str) -> Vec<String> {
    let source = SourceFile::new("essai.ron", text);
    let problems = if is_lexicon(&source) {
        load_lexicon(&source).problems
    } else {
        let skills = HashSet::from(["taux-rebond".to_owned()]);
        load_with(&source, &skills).problems
    };
    let told = |p: &Diagnostic| format!("{} {}:{} {}", p.code.short(), p.line, p.column, p.message);
    problems.iter().map(told).collect()
}

/// Replaces `from`, which stands once in `text`, by `to`; the place of the problem is marked
/// `§` in `to`, or stands where `at` does. One problem must have this code, place and words.
#[track_caller]
fn refuses_at(text: &str, from: &str, to: &str, at: &str, code: Code, words: &str) {
    assert_eq!(text.matches(from).count(), 1, "{from:?} stands once");
    let changed = text.replace(from, to);
    let place = changed.find(at).expect("the place is in the text");
    let before = &changed[..place];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let found = problems(&changed.replace('§', ""));
    let start = format!("{} {line}:{column} ", code.short());
    let told = |problem: &String| {
        problem.starts_with(&start) && problem.replace('\u{a0}', " ").contains(words)
    };
    let context = format!("{from:?} → {to:?}\nexpected {start}{words}\nfound {found:#?}");
    assert!(found.iter().any(told), "{context}");
}

#[track_caller]
fn refuses(text: &str, from: &str, to: &str, code: Code, words: &str) {
    refuses_at(text, from, to, "§", code, words);
}

#[track_caller]
fn paper(from: &str, to: &str, code: Code, words: &str) {
    refuses(PAPER, from, to, code, words);
}

/// For what is missing: the problem stands at something else.
#[track_caller]
fn lacking(from: &str, to: &str, at: &str, code: Code, words: &str) {
    refuses_at(PAPER, from, to, at, code, words);
}

#[test]
fn the_samples_are_sound() {
    assert_eq!(problems(PAPER), Vec::<String>::new());
    assert_eq!(problems(LEXICON), Vec::<String>::new());
}

#[test]
fn syntax_errors_have_a_place_and_french_words() {
    paper(r#"imprime: "3 €""#, "imprime: §3,50 €", Code::Unquoted, "sans guillemets");
    paper(r#"imprime: "3 €""#, "imprime: §3", Code::WrongType, "entre guillemets droits");
    paper("session: 2099", "§sesion: 2099", Code::UnknownField, "champ inconnu « sesion »");
    lacking(
        r#"bilan: "Compter.","#,
        "",
        "),\n            (\n                numero: \"rcs\"",
        Code::MissingField,
        "il manque le champ « bilan »",
    );
    paper(
        "suffisant: 1",
        "suffisant: 1, §suffisant: 1",
        Code::RepeatedField,
        "« suffisant » donné deux fois",
    );
    paper("Choix(", "§Choi(", Code::UnknownVariant, "forme inconnue « Choi »");
    paper("format: 1,", "format §1,", Code::Syntax, "");
    paper(r#"titre: "La suite", "#, r#"titre: "La suite" §"#, Code::Syntax, "virgule");
    paper("session: 2099", "session: §\"2099\"", Code::Syntax, "entier");
    refuses(PAPER, "suffisant: 1", "suffisant: §1,5", Code::Unquoted, "sans guillemets");
}

#[test]
fn names_and_ids() {
    paper(r#"id: "2099-essai""#, r#"id: §"2099 Essai""#, Code::BadId, "identifiant refusé");
    paper(r#"numero: "2.1""#, r#"numero: §"2/1""#, Code::BadId, "numéro refusé");
    paper(r#"numero: "2.1""#, r#"numero: §"1.1""#, Code::DuplicateId, "« 1.1 » est déjà pris");
    paper(r#"id: "reseau""#, r#"id: §"panier""#, Code::DuplicateId, "déjà pris");
    paper(r#"id: "panier""#, r#"id: §"rebond-t1""#, Code::DuplicateId, "déjà pris");
    paper(r#"id: "rebonds""#, r#"id: §"visiteurs""#, Code::DuplicateId, "déjà pris");
    paper(
        r#"annexes: ["boutique"]"#,
        r#"annexes: [§"boutiqe"]"#,
        Code::UnknownAnnex,
        "« boutiqe » n’existe pas",
    );
    paper(
        r#"competence: "taux-rebond""#,
        r#"competence: §"taux-rebon""#,
        Code::UnknownSkill,
        "compétence inconnue",
    );
    lacking("format: 1", "format: 2", "\"2099-essai\"", Code::Version, "format 2 inconnu");
}

#[test]
fn formulas_are_resolved_where_they_stand() {
    let bad = Code::BadFormula;
    paper(r#""rebonds / visiteurs""#, r#""rebonds / §visiteur""#, bad, "nom inconnu « visiteur »");
    paper("ca[T1] / visiteurs[T1]", "§ca[T3] / visiteurs[T1]", bad, "pas de case « T3 »");
    paper("ca[T1] / visiteurs[T1]", "ca[T1] / §visiteurs", bad, "quelle case");
    paper("ca[T1] / visiteurs[T1]", "ca[T1] / §frais", bad, "nom inconnu");
    paper(r#"formule: "frais − "#, r#"formule: "§visiteurs[T1] − "#, bad, "nom inconnu");
    paper("etape(\\\"1.1/panier\\\")", "§etape(\\\"1.1/panie\\\")", bad, "n’a pas d’étape");
    paper("etape(\\\"1.1/panier\\\")", "§etape(\\\"rcs/panier\\\")", bad, "vient plus loin");
    paper(r#"formule: "frais − "#, r#"formule: "§avis − "#, bad, "vient plus loin");
    paper("points(rebond[T1], rebond[T2])", "points(rebond[T1], §rebond)", bad, "");
}

#[test]
fn figures_are_recomputed() {
    paper(
        r#"Chiffre("60 %")"#,
        r#"Chiffre(§"61 %")"#,
        Code::PrintMismatch,
        "la formule donne 60 %",
    );
    paper(
        r#"imprime: "42 €""#,
        r#"imprime: §"42,5 €""#,
        Code::PrintMismatch,
        "la formule donne 42,0 €",
    );
    paper("\"− 24,96 %\"", "§\"− 24,95 %\"", Code::PrintMismatch, "− 24,96 %");
    paper(
        r#""+ 11 pts", erratum: "Le"#,
        r#""+ 10 pts", erratum: §"Le"#,
        Code::NeedlessErratum,
        "erratum déclaré",
    );
    paper(
        r#"voies: ["ca[T2] / ca[T1] − 1"]"#,
        r#"voies: [§"ca[T2] / ca[T1]"]"#,
        Code::RouteMismatch,
        "cette voie donne 75,04 %",
    );
    paper(
        "\"evolution(ca[T2], ca[T1])\", phrase",
        "§\"evolution(ca[T1], ca[T2])\", phrase",
        Code::TrapIsRight,
        "",
    );
    paper(r#"vaut: "900""#, r#"vaut: §"901""#, Code::CheckFails, "ce contrôle donne 900");
    paper(
        r#"vaut: "10 pts""#,
        r#"vaut: §"11 pts""#,
        Code::CheckFails,
        "ce contrôle donne 10 points",
    );
    paper(
        "\"1 200\", \"900,50 **\"",
        "\"1 200\", §\"900;50 **\"",
        Code::BadFigure,
        "chiffre illisible",
    );
    paper("\"1 200\", \"900,50 **\"", "§\"1.200\", \"900,50 **\"", Code::BadFigure, "ambigu");
    paper(
        r#"valeurs: ["200", "300"]"#,
        r#"valeurs: ["200", §"600/2"]"#,
        Code::BadFigure,
        "pas un calcul",
    );
    paper(
        r#"(id: "rebonds", libelle: "Rebonds", unite: "nombre", valeurs: ["200", "300"])"#,
        r#"(id: §"rebonds", libelle: "Rebonds", valeurs: ["200"])"#,
        Code::CellCount,
        "1 valeurs pour 2 colonnes",
    );
    paper(r#"unite: "€", valeurs"#, r#"unite: §"euroz", valeurs"#, Code::BadUnit, "unité inconnue");
    lacking(r#"imprime: "42 €""#, r#"imprime: "42 %""#, "frais − etape", Code::BadUnit, "");
    paper(r#"Entre("2,5 €", "3,5 €")"#, r#"Entre("2,5 €", §"2,5 €")"#, Code::BadTolerance, "borne");
    paper(
        r#"Entre("2,5 €", "3,5 €")"#,
        r#"Entre(§"3,1 €", "3,5 €")"#,
        Code::BadTolerance,
        "pas dans cet intervalle",
    );
    paper(
        r#"Entre("2,5 €", "3,5 €")"#,
        r#"Absolue(§"0 €")"#,
        Code::BadTolerance,
        "plus grande que zéro",
    );
    paper(r#"Indicatif("10")"#, r#"Indicatif(§"10,1")"#, Code::BadPoints, "quart");
    paper(r#"Indicatif("10")"#, r#"Indicatif(§"40,25")"#, Code::BadPoints, "quart");
    let from = r#"valeurs: ["200", "300"]"#;
    lacking(from, r#"valeurs: ["200", ""]"#, "rebonds / visiteurs", Code::NoValue, "pas de valeur");
}

#[test]
fn a_cell_may_not_depend_on_itself() {
    let from = r#"formule: "rebonds / visiteurs""#;
    let text = PAPER.replace(from, r#"formule: "rebond[evolution] + rebonds / visiteurs""#);
    let found = problems(&text);
    assert!(found.iter().any(|problem| problem.starts_with("C14 ")), "{found:#?}");
}

#[test]
fn one_fault_is_told_once_not_at_every_figure_it_feeds() {
    let found = problems(&PAPER.replace("rebonds / visiteurs", "rebonds / visiteur"));
    assert!(found.iter().all(|problem| problem.contains("visiteur")), "{found:#?}");
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn every_problem_of_a_file_is_told() {
    let text =
        PAPER.replace(r#"Chiffre("60 %")"#, r#"Chiffre("61 %")"#).replace(r#""42 €""#, r#""43 €""#);
    let found = problems(&text);
    assert_eq!(found.iter().filter(|problem| problem.starts_with("C04")).count(), 2, "{found:#?}");
}

#[test]
fn the_ladder_is_complete() {
    lacking(r#"indices: ["Soustrayez."], "#, "", r#""marge""#, Code::NoHint, "aucun indice");
    lacking(
        r#"indices: ["Divisez les rebonds par les visiteurs."], "#,
        "",
        r#""rebond""#,
        Code::NoHint,
        "aucun indice",
    );
    lacking(
        r#"indices: ["Pensez aux clients."], "#,
        "",
        r#""reseau""#,
        Code::NoHint,
        "aucun indice",
    );
    lacking(
        r#"raisonnement: "Il reste peu.","#,
        "",
        r#""marge""#,
        Code::NoReasoning,
        "pas de raisonnement",
    );
    lacking(r#"juste: true, "#, "", r#""reseau""#, Code::NoRightOption, "aucune option juste");
    lacking(
        r#"(texte: "X", pourquoi"#,
        r#"(texte: "X", juste: true, pourquoi"#,
        r#""reseau""#,
        Code::NoRightOption,
        "plusieurs options justes",
    );
    paper(r#"pourquoi: "Trop cher.""#, r#"pourquoi: §"""#, Code::NoWhy, "sans explication");
    lacking(
        r#"modele: ["Le prix est haut."]"#,
        "modele: []",
        r#""avis", consigne"#,
        Code::NoModel,
        "pas de réponse modèle",
    );
    lacking(
        r#"reconnaitre: ["prix haut|élevé"]"#,
        "reconnaitre: []",
        r#""prix", attendu"#,
        Code::BadPattern,
        "jamais reconnu",
    );
    paper("\"prix haut|élevé\"", "§\"-prix\"", Code::BadPattern, "sans mot à trouver");
    lacking("suffisant: 1", "suffisant: 2", r#""avis", consigne"#, Code::Enough, "suffisant: 2");
    lacking(r#", "8"]"#, "]", r#""rcs", consigne"#, Code::Benchmarks, "7 repères pour 8 critères");
    paper(r#"titre: "La suite""#, r#"titre: §"""#, Code::EmptyText, "texte vide");
    paper("\"Rien de plus.\"", "§\"Rien \\u{7} plus.\"", Code::ControlCharacter, "U+0007");
}

#[test]
fn advice_does_not_close_a_paper() {
    lacking(
        r#"annexes: ["site", "page", "note"]"#,
        r#"annexes: ["site", "page"]"#,
        r#""note""#,
        Code::UnusedAnnex,
        "aucune question",
    );
    lacking(
        r#"Indicatif("10")"#,
        r#"Indicatif("9,25")"#,
        r#""2099-essai""#,
        Code::Total,
        "barème de 39,25 points, dont 10",
    );
    let source =
        SourceFile::new("essai.ron", PAPER.replace(r#"Indicatif("10")"#, r#"Indicatif("9")"#));
    assert!(load(&source).subject.is_some());
    let source = SourceFile::new("essai.ron", PAPER.replace(r#""42 €""#, r#""43 €""#));
    assert!(load(&source).subject.is_none());
}

#[test]
fn the_answer_is_never_given_away() {
    paper(r#""Soustrayez.""#, r#""Vous trouverez §42 euros.""#, Code::Leak, "donne la réponse");
    paper(
        r#""Étudiez les frais.""#,
        r#""Étudiez les frais, soit §42 €.""#,
        Code::Leak,
        "donne la réponse",
    );
    paper(
        "Calculez la marge.\", formule",
        "Montrez que la marge est de §42,00 €.\", formule",
        Code::Leak,
        "donne la réponse",
    );
    paper(
        "Divisez les rebonds par les visiteurs.",
        "On passe de §50 % à 60 %.",
        Code::Leak,
        "Taux de rebond, T1",
    );
    for innocent in ["En 42 étapes.", "T42, B42, 42,5 € et 45 €.", "En 2042.", "42 % du total."]
    {
        let found = problems(&PAPER.replace("Soustrayez.", innocent));
        assert_eq!(found, Vec::<String>::new(), "{innocent}");
    }
}

#[test]
fn the_lexicon_is_checked_too() {
    refuses(
        LEXICON,
        r#"voir: ["points"]"#,
        r#"voir: [§"point"]"#,
        Code::UnknownSkill,
        "entrée inconnue",
    );
    refuses(
        LEXICON,
        r#"resultat: "49,3 %""#,
        r#"resultat: §"49,4 %""#,
        Code::PrintMismatch,
        "le calcul donne 49,3 %",
    );
    refuses(
        LEXICON,
        r#"calcul: "223 / 452""#,
        r#"calcul: §"rebonds / 452""#,
        Code::BadFormula,
        "illisible",
    );
    refuses(LEXICON, r#"id: "points""#, r#"id: §"taux-rebond""#, Code::DuplicateId, "déjà pris");
    refuses(LEXICON, "sens: Selon", "sens: §Nul", Code::UnknownVariant, "forme inconnue");
    let from = r#"lecture: ["Une différence de pourcentages."]"#;
    refuses_at(LEXICON, from, "lecture: []", r#""points", nom"#, Code::NoReasoning, "sans lecture");
}

#[test]
fn the_manual_shows_what_the_reader_reads() {
    let manual = include_str!("../../docs/format.md");
    let example =
        manual.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let source = SourceFile::new("format.md", example);
    assert!(parse::parse::<file::FileSubject>(&source).is_ok());
}

#[test]
fn the_manual_names_every_code_and_its_lexicon_is_read() {
    let manual = include_str!("../../docs/format.md");
    for code in Code::ALL {
        let (family, number) = code.short().split_at(1);
        let range = |last: &str| manual.contains(&format!("| {family}01 à {family}{last} |"));
        let named = manual.contains(code.short())
            || ["04", "06", "08"].iter().any(|l| number <= *l && range(l));
        assert!(named, "{}", code.short());
    }
    let example =
        manual.split("```ron\n").nth(2).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(problems(example), Vec::<String>::new());
}

#[test]
fn a_lowered_paper_is_what_was_written() {
    let subject = load(&SourceFile::new("essai.ron", PAPER)).subject.unwrap();
    let question = &subject.dossiers[0].questions[0];
    assert_eq!((question.points.quarters, question.points.official), (80, true));
    let StepKind::Grid(grid) = &question.steps[0].kind else { panic!("a grid") };
    let GridCell::Blank(change) = &grid.rows[0].cells[2] else { panic!("a blank") };
    assert_eq!(change.id.0, "2099-essai/1.1/rebond-evolution");
    assert_eq!(change.label, "Taux de rebond, Évolution");
    assert_eq!((change.exact.to_string().as_str(), change.decimals), ("10", 0));
    assert_eq!(grid.rows[1].cells[0], GridCell::Given("1\u{a0}200\u{a0}€".to_owned()));
    let GridCell::Blank(revenue) = &grid.rows[1].cells[1] else { panic!("a blank") };
    assert!(revenue.read_off && !change.read_off);
    let StepKind::Number(margin) = &subject.dossiers[1].questions[0].steps[0].kind else {
        panic!("a number")
    };
    assert_eq!(margin.exact.to_string(), "42");
}

fn layer(files: &[(&str, &str)]) -> Vec<SourceFile> {
    files.iter().map(|(name, text)| SourceFile::new(*name, *text)).collect()
}

#[test]
fn later_layers_override_by_id_and_bad_files_leave_the_rest() {
    let newer = PAPER.replace(r#"titre: "Essai", "#, r#"titre: "Mien", "#);
    let layers = [
        layer(&[("a.ron", PAPER), ("l.ron", LEXICON)]),
        layer(&[("b.ron", "Sujet(")]),
        layer(&[("c.ron", &newer)]),
    ];
    let (catalogue, problems) = catalogue(&layers);
    assert_eq!(catalogue.subjects.len(), 1);
    assert_eq!(catalogue.subjects[0].title, "Mien");
    assert_eq!(catalogue.lexicon.len(), 2);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].file, "b.ron");
}

#[test]
fn two_files_of_one_folder_may_not_hold_one_paper() {
    let (catalogue, problems) = catalogue(&[layer(&[("a.ron", PAPER), ("b.ron", PAPER)])]);
    assert_eq!(catalogue.subjects.len(), 1);
    assert!(problems.iter().any(|p| p.code == Code::DuplicateSubject && p.file == "b.ron"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_the_loader_panic(text in "\\PC{0,200}") {
        let source = SourceFile::new("essai.ron", text);
        for problem in load(&source).problems.iter().chain(&load_lexicon(&source).problems) {
            problem.render(false);
        }
    }

    #[test]
    fn no_damage_to_a_paper_makes_the_loader_panic(at in 0..PAPER.len(), cut in 0..40usize, put in "[\\[\\]()\",:a-z0-9é€% −]{0,6}") {
        let start = (0..=at).rev().find(|&i| PAPER.is_char_boundary(i)).unwrap();
        let end = (at + cut..).find(|&i| i >= PAPER.len() || PAPER.is_char_boundary(i)).unwrap().min(PAPER.len());
        let text = format!("{}{put}{}", &PAPER[..start], &PAPER[end..]);
        for problem in load(&SourceFile::new("essai.ron", text)).problems {
            prop_assert!(problem.line > 0 && problem.column > 0);
            problem.render(true);
        }
    }
}
