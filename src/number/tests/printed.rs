//! What is printed, character by character. `_` stands for the no-break space in the tables.

use super::*;
use crate::number::french;

#[track_caller]
fn shows(printed: String, expected: &str) {
    assert_eq!(printed.replace('\u{a0}', "_"), expected);
}

#[test]
fn numbers() {
    for (value, decimals, expected) in [
        ("1400", 0, "1_400"),
        ("1400.5", 2, "1_400,50"),
        ("999", 0, "999"),
        ("1000000", 1, "1_000_000,0"),
        ("25.645", 2, "25,65"),
        ("-25.645", 2, "−_25,65"),
        ("-0.004", 2, "0,00"),
        ("0.5", 0, "1"),
        ("999.999", 2, "1_000,00"),
        ("2", 3, "2,000"),
        ("1.5", 40, &format!("1,5{}", "0".repeat(39))),
    ] {
        shows(french::decimal(d(value), decimals), expected);
    }
    for (value, expected) in [
        ("1400.50", "1_400,5"),
        ("0.2564285714", "0,2564285714"),
        ("-86", "−_86"),
        ("0.00", "0"),
        ("100", "100"),
    ] {
        shows(french::exact(d(value)), expected);
    }
}

#[test]
fn figures_with_their_unit() {
    use Unit::*;
    for (value, unit, decimals, expected) in [
        ("25.64", Percent, 2, "25,64_%"),
        ("2053.9", Euro, 2, "2_053,90_€"),
        ("1.5", Points, 1, "1,5_point"),
        ("1.96", Points, 1, "2,0_points"),
        ("2.3", Points, 1, "2,3_points"),
        ("-2", Points, 0, "−_2_points"),
        ("0", Points, 0, "0_point"),
        ("1", Day, 0, "1_jour"),
        ("12", Day, 0, "12_jours"),
        ("3", Month, 0, "3_mois"),
        ("2.6", Times, 1, "2,6_fois"),
        ("1.2", MegaEuro, 1, "1,2_M€"),
        ("2", KiloEuro, 0, "2_k€"),
        ("30", EuroPerHour, 0, "30_€/h"),
        ("227", Second, 0, "227_s"),
        ("1280", Minute, 0, "1_280_min"),
        ("21.333", Hour, 2, "21,33_h"),
        ("15.5", Mark(20), 1, "15,5/20"),
        ("450", Count, 0, "450"),
        ("3.75", Number, 1, "3,8"),
    ] {
        shows(french::quantity(d(value), unit, decimals), expected);
    }
}

#[test]
fn signs_durations_and_agreement() {
    shows(french::signed(d("4"), Unit::Points, 1), "+_4,0_points");
    shows(french::signed(d("-86"), Unit::Count, 0), "−_86");
    shows(french::signed(d("-0.04"), Unit::Percent, 1), "0,0_%");
    for (seconds, expected) in [
        ("76800", "21_h_20_min"),
        ("227", "3_min_47_s"),
        ("45", "45_s"),
        ("0", "0_s"),
        ("3600", "1_h"),
        ("3605", "1_h_5_s"),
        ("59.5", "1_min"),
        ("-90", "−_1_min_30_s"),
        ("4000000", "1_111_h_6_min_40_s"),
    ] {
        shows(french::clock(d(seconds)), expected);
    }
    assert_eq!(french::plural(1, "point", "points"), "point");
    assert_eq!(french::plural(2, "point", "points"), "points");
    assert_eq!(french::plural(d("1.99"), "point", "points"), "point");
    assert_eq!(french::plural(d("-2"), "point", "points"), "points");
}

#[test]
fn echoes() {
    for (raw, expected) in [
        ("25.6400", "25,6400"),
        ("1400,5 €", "1_400,5_€"),
        ("25,64%", "25,64_%"),
        ("450 visiteurs", "450"),
        ("3'47''", "3_min_47_s"),
        ("21h20", "21_h_20_min"),
        ("359/1400", "0,2564"),
        ("500 × 80 %", "400"),
        ("43,7 € × 47", "2_053,90_€"),
        ("47 € × 2", "94_€"),
        ("45 % + 5 %", "50_%"),
    ] {
        shows(french::echo(&quantity(raw)), expected);
    }
    for (raw, expected_unit, expected) in [
        ("359/1400", Unit::Percent, "25,64_%"),
        ("359/1400*100", Unit::Percent, "25,64_%"),
        ("0,2564", Unit::Percent, "0,2564_%"),
        ("25,64", Unit::Percent, "25,64_%"),
        ("2000", Unit::Euro, "2_000_€"),
        ("450 visiteurs", Unit::Count, "450"),
        ("5 %", Unit::Points, "5_%"),
        ("5", Unit::Points, "5_points"),
        ("1 280 min", Unit::Hour, "1_280_min"),
        ("15", Unit::Mark(20), "15/20"),
    ] {
        shows(french::echo_as(&quantity_as(raw, expected_unit), expected_unit), expected);
    }
}

#[test]
fn author_text_is_set_in_french_typography() {
    for (text, expected) in [
        ("l'offre d'essai, aujourd'hui", "l’offre d’essai, aujourd’hui"),
        ("Que dire ? Ceci : rien !", "Que dire_? Ceci_: rien_!"),
        ("« Bonjour »", "«_Bonjour_»"),
        ("1 400 clients à 25,64 % et 2 000 €", "1_400_clients à 25,64_% et 2_000_€"),
        ("le 9 juin à 21 h 20 min", "le 9_juin à 21_h 20_min"),
        ("une baisse de -5 points", "une baisse de −5_points"),
        ("-86", "−86"),
        ("− 86", "−_86"),
        ("de 2021-2022", "de 2021-2022"),
        ("il est de − 5,06 points", "il est de −_5,06_points"),
        ("(gain - coût) / 2 - 1", "(gain - coût) / 2 − 1"),
        ("rendez-vous", "rendez-vous"),
        ("12 - 5 = 7", "12 − 5 = 7"),
        ("30 €/h", "30_€/h"),
        ("1\u{202f}400", "1_400"),
        ("en 2022 325 clients", "en 2022 325_clients"),
        ("3'47''", "3'47''"),
        ("déjà_juste_: «_oui_»", "déjà_juste_: «_oui_»"),
        ("", ""),
    ] {
        let text = text.replace('_', "\u{a0}");
        shows(french::typeset(&text), expected);
    }
}

#[test]
fn units_have_names_that_read_back() {
    for unit in Unit::ALL {
        let expected = if unit == Unit::Count { Unit::Number } else { unit };
        assert_eq!(Unit::parse(unit.name()), Some(expected), "{unit:?}");
    }
    for (text, unit) in [
        ("", Some(Unit::Number)),
        (" € ", Some(Unit::Euro)),
        ("euros", Some(Unit::Euro)),
        ("pts de %", Some(Unit::Points)),
        ("visiteurs", Some(Unit::Count)),
        ("€ par heure", Some(Unit::EuroPerHour)),
        ("heures", Some(Unit::Hour)),
        ("kilos", None),
        ("€ €", None),
        ("\u{1b}", None),
    ] {
        assert_eq!(Unit::parse(text), unit, "{text:?}");
    }
}

#[test]
fn conversions_stay_inside_a_family() {
    use Unit::*;
    for (value, from, to, expected) in [
        ("1280", Minute, Hour, Some("21.33333333333333333333")),
        ("76800", Second, Hour, Some("21.33333333333333333333")),
        ("21.5", Hour, Minute, Some("1290")),
        ("2", KiloEuro, Euro, Some("2000")),
        ("1500", Euro, MegaEuro, Some("0.0015")),
        ("15", Mark(20), Mark(5), Some("3.75")),
        ("450", Count, Number, Some("450")),
        ("2.6", Number, Times, Some("2.6")),
        ("5", Percent, Points, None),
        ("0.05", Number, Percent, None),
        ("5", Euro, EuroPerHour, None),
        ("1", Day, Hour, None),
        ("79228162514264337593543950335", MegaEuro, Euro, None),
    ] {
        assert_eq!(Unit::convert(d(value), from, to), expected.map(d), "{value} {from:?}→{to:?}");
    }
}

#[test]
fn counts_and_points_are_written_the_french_way() {
    let count = |n| french::count(n, "étape", "étapes");
    assert_eq!([0, 1, 2].map(count), ["0\u{a0}étape", "1\u{a0}étape", "2\u{a0}étapes"]);
    for (hundredths, written) in
        [(725, "7,25"), (750, "7,5"), (305, "3,05"), (600, "6"), (0, "0"), (123_400, "1\u{a0}234")]
    {
        assert_eq!(french::hundredths(hundredths), written);
    }
}

#[test]
fn a_sentence_has_a_capital_and_an_end() {
    for (text, written) in [
        ("au-dessus de 1\u{a0}%", "Au-dessus de 1\u{a0}%."),
        ("Évident !", "Évident !"),
        (" à suivre… ", "À suivre…"),
        ("voici\u{a0}:", "Voici\u{a0}:"),
        ("", "."),
    ] {
        assert_eq!(french::sentence(text), written);
    }
}
