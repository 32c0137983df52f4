//! The rules of `docs/judging.md`, one table each, with both sides of every bound.

use super::super::testing::{dec, item, tells, within};
use crate::model::{Accepted, AcceptedValue, Numeric, Printed, Tolerance};
use crate::number::Unit;

#[test]
fn the_default_rule_rounds_to_the_decimals_shown() {
    // 25,642857… %
    tells(
        &item("359/1400", "25,64 %"),
        &[
            ("25,64", "juste"),
            ("25,64 %", "juste"),
            ("25,640", "juste"),
            ("25,6", "juste"),
            ("25,643", "juste"),
            ("25,6379", "juste"),
            ("25,6478", "juste"),
            ("25,6479", "faux"),
            ("25,6378", "faux"),
            ("25,65", "faux"),
            ("25,63", "faux"),
            ("25,7", "faux"),
            ("25,5", "faux"),
            ("359/1400", "juste"),
            ("359/1400*100", "juste"),
            ("359 : 1400", "juste"),
        ],
    );
}

#[test]
fn more_than_one_decimal_short_is_too_coarse() {
    tells(
        &item("359/1400", "25,64 %"),
        &[
            ("26", "presque trop-arrondi"),
            ("26 %", "presque trop-arrondi"),
            ("25", "faux"),
            ("27", "faux"),
        ],
    );
    // One decimal printed: none is only one short.
    tells(&item("223/452", "49,3 %"), &[("49", "juste"), ("50", "faux"), ("48", "faux")]);
    // An exact value is not rounded at all.
    tells(&item("1/2", "50,00 %"), &[("50", "juste"), ("1/2", "juste"), ("50,00", "juste")]);
}

#[test]
fn both_neighbours_of_a_tie_are_right() {
    // 12,8125 %
    let tie = Numeric { decimals: 3, ..item("41/320", "12,813 %") };
    tells(
        &tie,
        &[("12,813", "juste"), ("12,812", "juste"), ("12,814", "faux"), ("12,811", "faux")],
    );
    tells(
        &item("-2,5 + 0", "−3"),
        &[("-2", "juste"), ("-3", "juste"), ("-4", "faux"), ("-1", "faux")],
    );
}

#[test]
fn a_truncation_is_right_with_a_remark() {
    // −47,4171…, then 79,487…
    tells(
        &item("(1080-2053,9)/2053,9", "−47,42 %"),
        &[
            ("-47,42", "juste"),
            ("-47,41", "juste tronque"),
            ("-47,4", "juste"),
            ("-47,43", "faux"),
            ("−47", "presque trop-arrondi"),
        ],
    );
    tells(
        &item("31/39", "79,5 %"),
        &[
            ("79,4", "juste tronque"),
            ("79", "juste"),
            ("79,40", "juste tronque"),
            ("79,41", "faux"),
            ("79,3", "faux"),
        ],
    );
    tells(&item("199/200", "99,5 %"), &[("99", "juste"), ("100", "juste"), ("98", "faux")]);
    tells(&item("1996/2000", "99,80 %"), &[("99,7", "faux"), ("99,8", "juste")]);
}

#[test]
fn form_decides_how_a_percentage_is_read() {
    tells(
        &item("359/1400", "25,64 %"),
        &[
            ("0,2564", "neutre forme-decimale"),
            ("0.2564", "neutre forme-decimale"),
            ("0,256", "neutre forme-decimale"),
            ("0,26", "neutre forme-decimale"),
            ("0,25", "faux"),
            ("0,2564 %", "faux facteur-100"),
            ("0,26 %", "faux facteur-100"),
            ("2564 %", "faux facteur-100"),
            ("25,64 points", "presque points-pourcent"),
            ("25,64 €", "faux unite"),
            ("25,64+0", "neutre forme-decimale"),
            ("25,64 % + 0 %", "juste"),
        ],
    );
    tells(
        &item("1/200", "0,5 %"),
        &[("0,5", "juste"), ("0,005", "neutre forme-decimale"), ("1/200", "juste")],
    );
    tells(
        &item("120/100", "120 %"),
        &[("120", "juste"), ("1,2", "neutre forme-decimale"), ("1,2 %", "faux facteur-100")],
    );
}

#[test]
fn points_are_not_percent() {
    tells(
        &item("10,40 % - 5,34 %", "5,06 points"),
        &[
            ("5,06", "juste"),
            ("5,06 pts", "juste"),
            ("+5,06 points", "juste"),
            ("5,06 %", "presque points-pourcent"),
            ("10,40 - 5,34", "juste"),
            ("10,40 % − 5,34 %", "juste"),
            ("-5,06", "faux signe"),
            ("0,0506", "neutre forme-decimale"),
        ],
    );
}

#[test]
fn amounts_convert_inside_their_family() {
    tells(
        &item("2034 €", "2 034 €"),
        &[
            ("2 034", "juste"),
            ("2034,00 €", "juste"),
            ("2,034 k€", "juste autre-unite"),
            ("0,002034 M€", "juste autre-unite"),
            ("2 k€", "presque trop-arrondi"),
            ("2,034 €", "faux unite"),
            ("2034 h", "faux unite"),
        ],
    );
    tells(
        &item("1280 min", "21,33 h"),
        &[
            ("21,33", "juste"),
            ("21 h 20", "juste autre-unite"),
            ("21h20", "juste autre-unite"),
            ("1 280 min", "juste autre-unite"),
            ("1280", "faux unite"),
            ("21 h 33", "faux heures-decimales"),
            ("21,20", "presque forme-duree"),
            ("21,2", "faux heures-decimales"),
            ("21 h 21", "faux"),
        ],
    );
    let seconds = Numeric { unit: Unit::Second, ..item("227 s", "227 s") };
    tells(
        &seconds,
        &[
            ("227", "juste"),
            ("3'47''", "juste"),
            ("3 min 47", "juste"),
            ("0:03:47", "juste"),
            ("3 min 48 s", "faux"),
            ("3,47", "presque forme-duree"),
            ("3,47 min", "presque forme-duree"),
        ],
    );
}

#[test]
fn tolerances_include_their_bounds() {
    let around = within("45,8", "45,8", Tolerance::Absolute(dec("0.2")));
    tells(
        &around,
        &[
            ("46", "juste"),
            ("45,6", "juste"),
            ("46,01", "faux"),
            ("45,59", "faux"),
            ("46,0000000000000000000001", "faux"),
        ],
    );
    let share = within("100", "100", Tolerance::Relative(dec("0.01")));
    tells(&share, &[("101", "juste"), ("99", "juste"), ("101,01", "faux"), ("98,99", "faux")]);
    let below = within("0-100", "−100", Tolerance::Relative(dec("0.01")));
    tells(
        &below,
        &[("-101", "juste"), ("-99", "juste"), ("-101,01", "faux"), ("100", "faux signe")],
    );
    let nothing = within("0", "0", Tolerance::Relative(dec("0.01")));
    tells(&nothing, &[("0", "juste"), ("0,001", "faux")]);
    let range = within("80", "80", Tolerance::Between(dec("66"), dec("100")));
    tells(&range, &[("66", "juste"), ("100", "juste"), ("65,99", "faux"), ("100,01", "faux")]);
    let digits = within("34,125", "34,125", Tolerance::Decimals(2));
    tells(
        &digits,
        &[
            ("34,12", "juste"),
            ("34,13", "juste"),
            ("34,1", "juste"),
            ("34,14", "faux"),
            ("34", "presque trop-arrondi"),
        ],
    );
}

#[test]
fn whole_numbers_and_sets() {
    let up = within("1280 min", "22 h", Tolerance::WholeUp);
    tells(
        &up,
        &[
            ("22", "juste"),
            ("22,0 h", "juste"),
            ("21", "faux arrondi-entier"),
            ("21,33", "faux arrondi-entier"),
            ("21 h 20", "faux arrondi-entier"),
            ("1 320 min", "juste autre-unite"),
            ("23", "faux"),
        ],
    );
    let whole = within("2 * 11", "22", Tolerance::WholeUp);
    tells(&whole, &[("22", "juste"), ("23", "faux"), ("21", "faux")]);
    let thirds = within("1/3*3", "1", Tolerance::WholeUp);
    tells(&thirds, &[("1", "juste"), ("2", "faux")]);
    let down = within("7/2", "3", Tolerance::WholeDown);
    tells(&down, &[("3", "juste"), ("4", "faux arrondi-entier")]);
    let set = within("49/20", "2", Tolerance::OneOf(vec![dec("2"), dec("3")]));
    tells(
        &set,
        &[
            ("2", "juste"),
            ("3", "juste"),
            ("2,0", "juste"),
            ("2,45", "faux arrondi-entier"),
            ("4", "faux"),
            ("1", "faux"),
        ],
    );
}

#[test]
fn zero_sign_tiny_and_huge() {
    tells(
        &item("0 %", "0 %"),
        &[("0", "juste"), ("-0", "juste"), ("0,00", "juste"), ("1", "faux"), ("0,4", "juste")],
    );
    tells(
        &item("0,000000001", "0,000000001"),
        &[("0,000000001", "juste"), ("0,000000002", "faux"), ("0", "faux")],
    );
    let huge = item("12345678901234567890", "12345678901234567890");
    tells(&huge, &[("12345678901234567890", "juste"), ("12345678901234567892", "faux")]);
    tells(
        &item("1 €", "1 €"),
        &[
            ("9999999999999999999999999999", "faux"),
            ("79228162514264337593543950335 M€", "neutre illisible"),
        ],
    );
    let either = Numeric { unsigned: true, ..item("0-47,42 %", "−47,42 %") };
    tells(
        &either,
        &[
            ("47,42", "juste"),
            ("-47,42", "juste"),
            ("0,4742", "neutre forme-decimale"),
            ("47,41", "faux"),
        ],
    );
}

#[test]
fn accepted_figures_routes_and_misprints() {
    let figure = |value: &str, unit, remark: &str, erratum| Accepted {
        value: AcceptedValue::Figure { value: dec(value), unit, decimals: 0 },
        remark: remark.to_owned(),
        erratum,
    };
    let rate = Numeric {
        accepted: vec![
            figure("4", Unit::Points, "un écart en points", false),
            figure("10", Unit::Percent, "imprimé", true),
        ],
        ..item("8,2 %", "8,2 %")
    };
    tells(
        &rate,
        &[
            ("8,2", "juste"),
            ("4 points", "juste autre-valeur"),
            ("4 %", "presque points-pourcent"),
            ("4", "presque points-pourcent"),
            ("10 %", "juste erratum"),
            ("5 points", "faux"),
        ],
    );
    let printed = Printed {
        text: "15,05 %".into(),
        value: dec("15.05"),
        erratum: Some("moyenne mal recopiée".into()),
    };
    let misprint = Numeric { printed: Some(printed), ..item("15,03 %", "15,03 %") };
    tells(
        &misprint,
        &[
            ("15,03", "juste"),
            ("15,05", "juste erratum"),
            ("15,04", "faux"),
            ("15", "presque trop-arrondi"),
        ],
    );
}

#[test]
fn a_difference_of_rounded_rates_is_the_corriges_path() {
    // 5,333… − 10,398… = −5,0649… ; 5,33 − 10,40 = −5,07.
    let gap = item("points(47/452, 24/450)", "−5,06 points");
    tells(&gap, &[("-5,06", "juste"), ("-5,07", "juste arrondi-intermediaire"), ("-5,08", "faux")]);
}

#[test]
fn what_is_not_an_answer_is_neutral() {
    tells(
        &item("1400", "1 400"),
        &[
            ("", "neutre vide"),
            ("   ", "neutre vide"),
            ("abc", "neutre illisible"),
            ("1.400", "neutre ambigu"),
            ("1400.0", "juste point-decimal"),
            ("1/0", "neutre illisible"),
            ("\u{1b}[2J", "neutre illisible"),
            ("NaN", "neutre illisible"),
        ],
    );
}
