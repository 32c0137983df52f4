use std::sync::LazyLock;

use serde_json::Value;

use super::*;
use crate::content;

/// The replies to these lines, and how the run ended.
fn played(format: Format, input: &[u8]) -> (String, Outcome) {
    static SHIPPED: LazyLock<Catalogue> =
        LazyLock::new(|| content::catalogue(&[content::embedded()]).0);
    let mut output = Vec::new();
    let outcome = run(input, &mut output, &SHIPPED, format).unwrap();
    (String::from_utf8(output).unwrap(), outcome)
}

/// The reply to one line.
fn reply(line: &str) -> Value {
    serde_json::from_str(&played(Format::JsonLines, line.as_bytes()).0).unwrap()
}

/// Verdict, remark and diagnosis of the reply.
#[track_caller]
fn tells(line: &str, verdict: &str, remark: Option<&str>, slip: Option<&str>) {
    let reply = reply(line);
    let said =
        (reply["verdict"].as_str(), reply["remarque"].as_str(), reply["diagnostic"].as_str());
    assert_eq!(said, (Some(verdict), remark, slip), "{line} → {reply}");
}

#[test]
fn keys_come_in_the_order_of_the_contract() {
    let (text, outcome) = played(Format::JsonLines, br#"{"attendu":"49,3 %","reponse":"49,30"}"#);
    assert_eq!(
        text,
        "{\"verdict\":\"juste\",\"valeur\":\"49.30\",\"unite\":\"%\",\"remarque\":null,\"diagnostic\":null,\"reporte\":false,\"message\":\"Juste\u{a0}: 49,3\u{a0}%.\"}\n"
    );
    assert_eq!(outcome, Outcome::Served);
}

#[test]
fn readings_are_told_alone() {
    assert_eq!(
        played(
            Format::JsonLines,
            "{\"lire\":\"1 400,50 €\"}\n{\"lire\":\"1.234\"}\n{\"lire\":\"12\"}".as_bytes()
        )
        .0,
        "{\"valeur\":\"1400.50\",\"unite\":\"€\",\"decimales\":2}\n{\"ambigu\":[\"1234\",\"1.234\"]}\n{\"valeur\":\"12\",\"unite\":null,\"decimales\":0}\n"
    );
    let unread = reply(r#"{"lire":"12 zz"}"#);
    assert_eq!(unread["position"], 3);
    assert!(unread["erreur"].is_string());
    assert_eq!(played(Format::JsonLines, br#"{"lire":"abc"}"#).1, Outcome::Served);
}

#[test]
fn an_expected_figure_is_enough() {
    tells(r#"{"attendu":"25,64 %","reponse":"25.64"}"#, "juste", Some("point-decimal"), None);
    tells(r#"{"attendu":"25,64 %","reponse":"0,2564"}"#, "neutre", Some("forme-decimale"), None);
    tells(
        r#"{"attendu":"25,64","unite":"%","reponse":"0,2564 %"}"#,
        "faux",
        None,
        Some("facteur-100"),
    );
    tells(r#"{"attendu":"25,64 %","reponse":"25,46"}"#, "faux", None, Some("chiffres-inverses"));
    tells(r#"{"attendu":"21 h 20","reponse":"1 280 min"}"#, "juste", None, None);
    tells(r#"{"attendu":"21 h 20","unite":"h","reponse":"21,33"}"#, "juste", None, None);
    tells(
        r#"{"attendu":"45,8","tolerance":{"absolue":"0,2"},"reponse":"46"}"#,
        "juste",
        None,
        None,
    );
    tells(
        r#"{"attendu":"25,64 %","tolerance":{"absolue":"0,5 point"},"reponse":"26,14"}"#,
        "juste",
        None,
        None,
    );
    tells(
        r#"{"attendu":"100","tolerance":{"relative":"1 %"},"reponse":"101,01"}"#,
        "faux",
        None,
        None,
    );
    tells(
        r#"{"attendu":"80 €","tolerance":{"entre":["66 €","0,1 k€"]},"reponse":"100"}"#,
        "juste",
        None,
        None,
    );
}

#[test]
fn a_formula_gives_the_exact_value_and_the_slips() {
    let line = |reponse: &str| {
        format!(
            r#"{{"attendu":"−47,42 %","formule":"(1080-2053,9)/2053,9","reponse":"{reponse}"}}"#
        )
    };
    tells(&line("-47,41"), "juste", Some("tronque"), None);
    tells(&line("-90,18"), "faux", None, Some("base-finale"));
    tells(&line("52,58"), "faux", None, Some("coefficient"));
    tells(&line("-973,9"), "faux", None, Some("difference"));
    tells(&line("47,42"), "faux", None, Some("signe"));
    tells(
        r#"{"attendu":"25,64 %","formule":"359/1400*100","reponse":"389,97"}"#,
        "faux",
        None,
        Some("inverse"),
    );
    tells(
        r#"{"attendu":"25,60 %","formule":"359/1400","reponse":"25,60"}"#,
        "juste",
        Some("erratum"),
        None,
    );
}

#[test]
fn steps_of_the_catalogue_and_results_carried_into_them() {
    let step = |reponse: &str| {
        format!(r#"{{"etape":"2024-autour-des-plantes/1.1/taux-rebond-t1","reponse":"{reponse}"}}"#)
    };
    tells(&step("49,3 %"), "juste", None, None);
    tells(&step("202,7"), "faux", None, Some("inverse"));
    let unknown = reply(r#"{"etape":"2024/9/x","reponse":"1"}"#);
    assert!(unknown["erreur"].as_str().unwrap().contains("étape inconnue"));
    let unknown = reply(
        r#"{"etape":"2024-autour-des-plantes/1.1/taux-rebond-t1","reponse":"1","precedentes":{"zut":"1"}}"#,
    );
    assert!(unknown["erreur"].as_str().unwrap().contains("«\u{a0}zut\u{a0}»"));
    let carried = r#"{"etape":"2024-autour-des-plantes/1.1/taux-rebond-evolution","reponse":"+ 8,3 points","precedentes":{"taux-rebond-t1":"45 %","2024-autour-des-plantes/1.1/taux-rebond-t4":"abc"}}"#;
    let reply = reply(carried);
    assert_eq!((&reply["verdict"], &reply["reporte"]), (&"juste".into(), &true.into()), "{reply}");
}

#[test]
fn bad_lines_are_answered_and_the_run_goes_on() {
    let mut input = b"{\"lire\":\"1\"}\r\n\nzut\n{\"lire\":\"\xff\"}\n{\"lire\":\"".to_vec();
    input.extend(std::iter::repeat_n(b'1', LONGEST));
    input.extend(b"\"}\n{\"lire\":\"2\"}");
    let (text, outcome) = played(Format::JsonLines, &input);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let numbers: Vec<Option<u64>> = lines.iter().map(|line| line["ligne"].as_u64()).collect();
    assert_eq!(numbers, [None, Some(3), Some(4), Some(5), None]);
    assert_eq!(lines[4]["valeur"], "2");
    assert_eq!((outcome, outcome.code()), (Outcome::Refused(3), 1));
}

#[test]
fn control_characters_never_come_back_raw() {
    for raw in [r"\u001b[31mrouge", r"12\u0007", r"\u202e12", r"1\u00002"] {
        let (text, _) = played(
            Format::JsonLines,
            format!(r#"{{"attendu":"12","reponse":"{raw}"}}"#).as_bytes(),
        );
        assert!(!text.trim_end().chars().any(char::is_control), "{text:?}");
        assert!(!text.contains('\u{202e}') && !text.contains("\\u001b"), "{text:?}");
    }
}

#[test]
fn a_teachers_table_gets_its_columns() {
    let table = "Élève;Réponse;attendu;unite\n\"Dupont; Léa\";25,64;25,64;%\nZoé;;25,64 %;\nAli;25,6;zz;\n\nNoé;25,7\n";
    let (text, outcome) = played(Format::Csv, table.as_bytes());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "Élève;Réponse;attendu;unite;verdict;valeur;unite_lu;remarque;diagnostic;reporte;message;erreur"
    );
    assert_eq!(lines[1], "\"Dupont; Léa\";25,64;25,64;%;juste;25.64;%;;;non;Juste.;");
    assert!(lines[2].starts_with("Zoé;;25,64 %;;neutre;;;vide;;non;"));
    assert!(lines[3].starts_with("Ali;25,6;zz;;;;;;;;;ligne 4\u{a0}:"), "{}", lines[3]);
    assert!(lines[4].contains("ligne 6"), "{}", lines[4]);
    assert_eq!((lines.len(), outcome), (5, Outcome::Refused(2)));
}

#[test]
fn an_unclosed_quote_costs_no_more_than_its_bytes() {
    let mut table = b"reponse;attendu\n\"".to_vec();
    table.extend(std::iter::repeat_n(b'\n', 3 * LONGEST));
    let (text, outcome) = played(Format::Csv, &table);
    assert!(text.contains("un guillemet n’est pas refermé"), "{text}");
    assert!(matches!(outcome, Outcome::Refused(1..=3)));
}

#[test]
fn tables_of_other_programs_are_read() {
    let (text, outcome) = played(Format::Csv, b"reponse,attendu\n\"25,64\",\"25,64 %\"\n");
    assert!(
        text.lines().nth(1).unwrap().starts_with("\"25,64\",\"25,64 %\",juste,25.64,%,"),
        "{text}"
    );
    assert_eq!(outcome, Outcome::Served);
    let (text, _) = played(Format::Csv, b"reponse,attendu\n25,64,\"25,64 %\"\n");
    assert!(text.contains("plus de cellules que de colonnes"), "{text}");
    // Windows-1252, quotes over two lines, a mark first, an unclosed quote last.
    let (text, outcome) =
        played(Format::Csv, b"note;r\xe9ponse;attendu\n\"a\nb\";2000 \x80;2 000 \x80\n\"c;1;1\n");
    assert!(text.contains("\"a\nb\";2000 €;2 000 €;juste;2000;€"), "{text}");
    assert_eq!(outcome, Outcome::Refused(1));
    let (text, outcome) = played(Format::Csv, b"nom;prenom\na;b\n");
    assert!(text.contains("reponse"), "{text}");
    assert_eq!(outcome, Outcome::Refused(1));
    assert_eq!(played(Format::Csv, b"").1, Outcome::Served);
}

#[test]
fn an_expected_mark_is_no_quotient() {
    tells(r#"{"attendu":"15/20","reponse":"15"}"#, "juste", None, None);
    tells(r#"{"attendu":"15/20","reponse":"7,5/10"}"#, "juste", Some("autre-unite"), None);
    tells(r#"{"attendu":"4,2/5","reponse":"4,2"}"#, "juste", None, None);
    tells(r#"{"attendu":"4,2/5","reponse":"3,9"}"#, "faux", None, None);
    // Beyond its scale, or with a formula, it is a computation.
    tells(r#"{"attendu":"15/5","reponse":"3"}"#, "juste", None, None);
    tells(r#"{"attendu":"15/20","formule":"15/20","reponse":"0,75"}"#, "juste", None, None);
    tells(r#"{"attendu":"15/20","unite":"%","reponse":"75"}"#, "juste", None, None);
}

#[test]
fn formulas_are_read_however_they_are_written() {
    for formula in [
        "(9280-5680)/5680",
        "(9280-5680)/5680*100",
        "100*(9280-5680)/5680",
        "(9280-5680)*100/5680",
        "9280/5680-1",
        "(9280/5680-1)*100",
        "9280/5680*100-100",
        "9280/5680 - 100 %",
    ] {
        let line = |reponse: &str| {
            format!(r#"{{"attendu":"63,38 %","formule":"{formula}","reponse":"{reponse}"}}"#)
        };
        tells(&line("63,38"), "juste", None, None);
        tells(&line("163,38"), "faux", None, Some("coefficient"));
        tells(&line("38,79"), "faux", None, Some("base-finale"));
        tells(&line("3600"), "faux", None, Some("difference"));
    }
    for formula in ["53,3 % - 48,3 %", "53,3-48,3", "points(48,3 %, 53,3 %)"] {
        let line = format!(r#"{{"attendu":"5 points","formule":"{formula}","reponse":"10,4 %"}}"#);
        tells(&line, "faux", None, Some("points-pourcent"));
    }
    for (formula, answer, slip) in [
        ("1200*20%", "960", "complement"),
        ("1200*(1-20%)", "240", "complement"),
        ("17*22+1200", "1560", "terme-oublie"),
    ] {
        let attendu = if formula == "1200*20%" {
            "240 €"
        } else if slip == "complement" {
            "960 €"
        } else {
            "1 574 €"
        };
        let line =
            format!(r#"{{"attendu":"{attendu}","formule":"{formula}","reponse":"{answer}"}}"#);
        if slip == "complement" {
            tells(&line, "faux", None, Some(slip));
        } else {
            tells(&line, "faux", None, None);
        }
    }
    tells(
        r#"{"attendu":"21 h 20","formule":"1280/60","reponse":"21 h 33"}"#,
        "faux",
        None,
        Some("heures-decimales"),
    );
}

#[test]
fn earlier_results_are_carried_by_any_of_their_names() {
    let line = |step: &str, answer: &str, earlier: &str| {
        format!(
            r#"{{"etape":"2023-novatech/2.3/{step}","reponse":"{answer}","precedentes":{{{earlier}}}}}"#
        )
    };
    let carried = |line: &str, expected: bool| {
        let reply = reply(line);
        assert_eq!(reply["reporte"], expected, "{line} → {reply}");
        assert_eq!(reply["verdict"] == "juste", expected, "{line} → {reply}");
        reply["message"].as_str().unwrap().to_owned()
    };
    // 100 people instead of those that can be called: 5 appointments, 95 without, 285 + 35 min.
    for name in ["exploitables", "2023-novatech/2.3/exploitables"] {
        let own = format!(r#""{name}":"100""#);
        let message = carried(&line("rendez-vous", "5", &own), true);
        assert!(message.contains("Appels réalisés"), "{message}");
        carried(&line("rendez-vous", "6", &own), false);
        // Through three steps left blank, by two branches that join.
        let message = carried(&line("duree-totale", "320 min", &own), true);
        assert!(message.contains("(100)"), "{message}");
        carried(&line("duree-totale", "5 h 20", &own), true);
    }
    // Both branches differ: both are named.
    let own = r#""duree-sans":"1 000 min","duree-avec":"100""#;
    let message = carried(&line("duree-totale", "1 100", own), true);
    assert!(
        message.contains("sans rendez-vous") && message.contains("avec rendez-vous"),
        "{message}"
    );
    // The gate: nobody can call a negative number of people.
    let message = carried(&line("rendez-vous", "-5", r#""exploitables":"-100""#), false);
    assert!(message.contains("Appels réalisés"), "{message}");
    // The corrigé's own figure stays right, and what cannot be read is no result.
    tells(&line("rendez-vous", "20", r#""exploitables":"100""#), "juste", None, None);
    tells(&line("rendez-vous", "20", r#""exploitables":"?""#), "juste", None, None);
}

#[test]
fn what_cannot_be_judged_is_told_by_name() {
    let error = |step: &str| {
        let reply = reply(&format!(r#"{{"etape":"{step}","reponse":"1"}}"#));
        reply["erreur"].as_str().unwrap_or_else(|| panic!("{reply}")).replace('\u{a0}', " ")
    };
    assert!(
        error("2024-autour-des-plantes/1.1/taux-rebond-t9")
            .contains("« 2024-autour-des-plantes/1.1/taux-rebond-t9 »")
    );
    assert!(error(&"x".repeat(200)).contains("x…"));
    assert!(
        error("2024-autour-des-plantes/1.1/indicateurs-utiles")
            .contains("est un choix : seuls les chiffres sont corrigés")
    );
    assert!(error("2024-autour-des-plantes/1.1/indicateurs").contains("est un tableau"));
}
