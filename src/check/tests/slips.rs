//! What a wrong answer is told: which slip is named, at which precision, and what is said when
//! none is.

use std::collections::BTreeMap;

use super::super::testing::{Bench, dec, id, item, judged, tells, told, within};
use super::super::{Context, judge};
use crate::model::{Numeric, Tolerance, Trap};

fn trap(value: &str, sentence: &str) -> Trap {
    Trap { value: dec(value), sentence: sentence.to_owned() }
}

#[test]
fn a_slip_is_matched_at_the_precision_typed_never_cut() {
    // 49,336… %, its complement 50,663…, its inverse 202,69… %
    tells(
        &item("223/452", "49,3 %"),
        &[
            ("50,7", "faux complement"),
            ("50,66", "faux complement"),
            ("50,664", "faux complement"),
            ("51", "faux complement"),
            ("50", "faux"),
            ("50,6", "faux"),
            ("50,67", "faux"),
            ("1-223/452", "faux complement"),
            ("202,7", "faux inverse"),
            ("203", "faux inverse"),
            ("452/223", "faux inverse"),
            ("0,5 %", "faux facteur-100"),
            ("0,49 %", "faux facteur-100"),
            ("4 934 %", "faux facteur-100"),
            ("4 930 %", "faux facteur-100"),
            ("0 %", "faux"),
        ],
    );
}

#[test]
fn few_figures_are_left_to_generic_slips() {
    // Among small whole numbers a forgotten term says nothing, another operation does.
    tells(&item("3 * 4", "12"), &[("7", "faux somme"), ("4", "faux"), ("3", "faux")]);
    tells(&item("452+325+402+450", "1 629"), &[("1 304", "faux terme-oublie")]);
    // A comma shows in two digits, or in all there were.
    tells(&item("22", "22"), &[("2,2", "faux puissance-de-dix"), ("2", "faux")]);
    tells(&item("20", "20"), &[("2", "faux puissance-de-dix"), ("200", "faux puissance-de-dix")]);
}

#[test]
fn every_way_to_write_a_change_has_the_same_slips() {
    for formula in ["(9280-5680)/5680", "9280/5680-1", "9280/5680 - 100 %"] {
        tells(
            &item(formula, "63,38 %"),
            &[
                ("163,38", "faux coefficient"),
                ("9280/5680", "faux coefficient"),
                ("38,79", "faux base-finale"),
                ("3 600", "faux difference"),
                ("3 600 €", "faux difference"),
                ("-63,38", "faux signe"),
                ("-38,79", "faux inverse"),
                ("9280-5680/5680", "faux priorites"),
                ("9 279", "faux priorites"),
            ],
        );
    }
}

#[test]
fn gaps_of_bare_percentages() {
    tells(
        &item("53,3 % - 48,3 %", "5,0 points"),
        &[
            ("10,4 %", "faux points-pourcent"),
            ("10,4", "faux points-pourcent"),
            ("-5", "faux signe"),
            ("101,6", "faux somme"),
        ],
    );
}

#[test]
fn means_periods_and_multipliers() {
    let mean = item("(1*30+2*23+3*14+4*18+5*15)/100", "2,65");
    tells(
        &mean,
        &[
            ("3,00", "faux moyenne-simple"),
            ("3", "faux moyenne-simple"),
            ("53", "faux effectif-total"),
            ("265", "faux terme-oublie"),
            ("2,7", "juste"),
        ],
    );
    tells(&item("(30*1+23*2)/53", "1,43"), &[("1,5", "faux moyenne-simple")]);
    tells(&item("(452+325+402+450)/12", "135,75"), &[("407,25", "faux effectif-total")]);
    tells(
        &item("1629/4", "407,25"),
        &[("135,75", "faux effectif-total"), ("31,33", "faux effectif-total")],
    );
    tells(&item("1200/1,2", "1 000"), &[("960", "faux base-finale")]);
    tells(&item("1200*0,8", "960"), &[("240", "faux complement")]);
    tells(&item("1200*1,2", "1 440"), &[("240", "faux complement"), ("1 000", "faux division")]);
    tells(&item("12+3*4", "24"), &[("60", "faux priorites")]);
}

#[test]
fn a_trap_comes_before_a_coarse_rounding() {
    let mean = Numeric {
        traps: vec![trap("3", "c’est la moyenne des notes")],
        ..item("272/100", "2,72")
    };
    tells(&mean, &[("3", "faux piege"), ("3,0", "faux piege"), ("2,7", "juste")]);
    tells(&item("272/100", "2,72"), &[("3", "presque trop-arrondi")]);
    // A trap that has to be rounded to be met is no evidence against a rounding.
    let other = Numeric { traps: vec![trap("3.2", "autre")], ..item("272/100", "2,72") };
    tells(&other, &[("3", "presque trop-arrondi"), ("3,2", "faux piege"), ("3,20", "faux piege")]);
}

#[test]
fn the_whole_number_and_the_figure_left_as_it_was_have_each_their_sentence() {
    let up = within("1280/60", "22", Tolerance::WholeUp);
    assert!(judged(&up, "21").message.contains("dans l’autre sens"));
    assert!(judged(&up, "21,33").message.contains("il reste à arrondir"));
}

#[test]
fn minutes_and_seconds_behind_the_comma() {
    tells(&item("227 s", "227 s"), &[("258", "faux heures-decimales")]);
    tells(&item("1280 min", "1 280 min"), &[("21 h 33", "faux heures-decimales")]);
    assert!(judged(&item("227 s", "227 s"), "258").message.contains("secondes"));
}

#[track_caller]
fn says(item: &Numeric, answers: &[(&str, &str)]) {
    for (raw, words) in answers {
        let judgement = judged(item, raw);
        let message = judgement.message.replace('\u{a0}', " ");
        assert!(message.contains(words), "{raw} ({}) : {message}", told(&judgement));
    }
}

#[test]
fn an_unexplained_answer_is_told_something_useful() {
    says(
        &item("(1080-2053,9)/2053,9", "−47,42 %"),
        &[
            ("-60", "La baisse que vous trouvez est trop forte : vérifiez"),
            ("-30", "La baisse que vous trouvez est trop faible"),
            ("-1", "beaucoup trop faible : l’ordre de grandeur"),
            ("-120", "rien ne peut baisser de plus de 100 %"),
            ("12", "une hausse ou une baisse ?"),
            ("-47,43", "Vous êtes tout près, un peu au-dessous"),
            ("-47,9", "Vous êtes tout près, un peu au-dessous"),
            ("-46,9", "Vous êtes tout près, un peu au-dessus"),
            ("-47,42 €", "est en %, pas en €"),
        ],
    );
    says(
        &item("(9280-5680)/5680", "63,38 %"),
        &[("80", "La hausse que vous trouvez est trop forte")],
    );
    says(
        &item("223/452", "49,3 %"),
        &[
            ("140", "le rapport reste sous 100 %"),
            ("49,4", "C’est l’arrondi qui est à revoir"),
            ("-12", "ne peut pas être négative"),
            ("60", "Votre résultat est trop grand"),
        ],
    );
    says(
        &item("10,40 % - 5,34 %", "5,06 points"),
        &[("7", "L’écart que vous trouvez est trop grand")],
    );
}

/// Nothing that is said of a wrong answer holds the right one.
#[test]
fn the_answer_is_never_given_away() {
    let cases = [
        ("223/452", "49,3 %", "49,3"),
        ("9280/5680-1", "63,38 %", "63,38"),
        ("17*22+1200", "1 574 €", "1 574"),
    ];
    for (formula, printed, figure) in cases {
        let item = item(formula, printed);
        for value in 0..400 {
            let raw = format!("{},{}", value * 5, value % 10);
            let judgement = judged(&item, &raw);
            if judgement.verdict.code() == "faux" {
                let message = judgement.message.replace('\u{a0}', " ");
                assert!(!message.contains(figure), "{raw} : {message}");
            }
        }
    }
}

#[test]
fn a_slip_made_on_ones_own_results_is_told_so() {
    let paper =
        Bench::default().with("depart", "5 000 €", "5 000 €").with("arrivee", "6 000 €", "6 000 €");
    let change = paper.item("evolution", "evolution(depart, arrivee)", "20,00 %");
    let own = BTreeMap::from([(id("depart"), dec("4800"))]);
    let judgement = judge(&change, &Context::new(&paper).carrying(&own).through(&paper), "125");
    assert_eq!((told(&judgement).as_str(), judgement.carried), ("faux coefficient", false));
    assert!(
        judgement.message.starts_with("À partir de vos propres résultats précédents"),
        "{}",
        judgement.message
    );
    assert!(
        judgement.message.contains("4\u{a0}800") || judgement.message.contains("depart"),
        "{}",
        judgement.message
    );
    // On the paper's own figures the same answer is nobody's slip.
    let judgement = judge(&change, &Context::new(&paper).through(&paper), "125");
    assert_eq!(told(&judgement), "faux");
}
