//! Single figures, durations and lead-ins.

use super::*;
use crate::number::Form;

#[test]
fn plain_numbers() {
    for (raw, value) in [
        ("25,64", "25.64"),
        ("25.64", "25.64"),
        ("1400", "1400"),
        ("1 400", "1400"),
        ("1\u{a0}400", "1400"),
        ("1\u{202f}400", "1400"),
        ("1\u{2009}400", "1400"),
        ("1\u{2007}400", "1400"),
        ("1\u{2008}400", "1400"),
        ("1  400", "1400"),
        ("1’400", "1400"),
        ("1'400", "1400"),
        ("1ʼ400", "1400"),
        ("1’400’000,5", "1400000.5"),
        ("1 234 567,89", "1234567.89"),
        ("12 345", "12345"),
        ("123 456", "123456"),
        ("1,234", "1.234"),
        ("0,123", "0.123"),
        ("0.123", "0.123"),
        ("0.234", "0.234"),
        ("00.123", "0.123"),
        ("1234.567", "1234.567"),
        ("1.2345", "1.2345"),
        ("1.23", "1.23"),
        ("1 234.567", "1234.567"),
        ("1.234,5", "1234.5"),
        ("1.234,50", "1234.5"),
        ("1.234.567", "1234567"),
        ("12.345.678,9", "12345678.9"),
        ("1,234.5", "1234.5"),
        ("1,234,567.8", "1234567.8"),
        ("3,141 592", "3.141592"),
        (",5", "0.5"),
        (".5", "0.5"),
        ("5,", "5"),
        ("5.", "5"),
        ("25,64.", "25.64"),
        ("007", "7"),
        ("0", "0"),
        ("0,00", "0"),
        ("−86", "-86"),
        ("–86", "-86"),
        ("—86", "-86"),
        ("- 86", "-86"),
        ("‑86", "-86"),
        ("-86", "-86"),
        ("－86", "-86"),
        ("−\u{a0}86", "-86"),
        ("+86", "86"),
        ("+ 86", "86"),
        ("＋86", "86"),
        ("(86)", "86"),
        ("(-86)", "-86"),
        ("-(86)", "-86"),
        ("２５", "25"),
        ("２５，６４", "25.64"),
        ("25\u{200b}", "25"),
        ("\u{feff}25", "25"),
        ("2\u{ad}5", "25"),
        ("\u{202d}25\u{202c}", "25"),
        ("𝟐𝟓", "25"),
        ("  25\t", "25"),
        ("25\r\n", "25"),
        ("1.5E3", "1500"),
        ("1,5e3", "1500"),
        ("1.5ᴇ3", "1500"),
        ("5.-", "5"),
        ("1’400.—", "1400"),
        ("1’400.--", "1400"),
        ("1,5E+03", "1500"),
        ("1,5E-3", "0.0015"),
        ("1.234E3", "1234"),
        ("2e3", "2000"),
        ("2,5·10^3", "2500"),
        ("2,5×10³", "2500"),
        ("2,5 x 10^3", "2500"),
        ("2,5×10⁻³", "0.0025"),
        ("2,5*10^-3", "0.0025"),
        ("9999999999999999999999999999", "9999999999999999999999999999"),
        ("0000000000000000000000000000000000005", "5"),
        ("2 millions", "2000000"),
        ("1,25 million", "1250000"),
        ("3 mille", "3000"),
    ] {
        reads(raw, value, None);
        assert_eq!(quantity(raw).form, Form::Literal, "{raw:?}");
    }
}

#[test]
fn percentages_points_and_coefficients() {
    use Unit::{Percent, Points, Times};
    for (raw, value, unit) in [
        ("25,64 %", "25.64", Percent),
        ("25,64%", "25.64", Percent),
        ("25,64\u{202f}%", "25.64", Percent),
        ("25,64 ％", "25.64", Percent),
        ("25,64 pourcent", "25.64", Percent),
        ("25,64 pour cent", "25.64", Percent),
        ("25,64 POUR CENT", "25.64", Percent),
        ("+12,6%", "12.6", Percent),
        ("−47,42 %", "-47.42", Percent),
        ("(25 %)", "25", Percent),
        ("1 400 %", "1400", Percent),
        ("+ 5 pts", "5", Points),
        ("5 points", "5", Points),
        ("5 point", "5", Points),
        ("5pts", "5", Points),
        ("−5,06 pt de %", "-5.06", Points),
        ("5 pts de %", "5", Points),
        ("5 points de %", "5", Points),
        ("5 points de pourcentage", "5", Points),
        ("5 pp", "5", Points),
        ("5 pts.", "5", Points),
        ("2 fois", "2", Times),
        ("×2,6", "2.6", Times),
        ("x 2,6", "2.6", Times),
        ("X2,6", "2.6", Times),
        ("× 2,6 fois", "2.6", Times),
        ("2,6x", "2.6", Times),
        ("2,6 ×", "2.6", Times),
    ] {
        reads(raw, value, unit);
    }
}

#[test]
fn money() {
    use Unit::{Euro, EuroPerHour, KiloEuro, MegaEuro};
    for (raw, value, unit) in [
        ("2 000 €", "2000", Euro),
        ("2000€", "2000", Euro),
        ("€2000", "2000", Euro),
        ("€ 2 000,50", "2000.5", Euro),
        ("-€20", "-20", Euro),
        ("€-20", "-20", Euro),
        ("− 20 €", "-20", Euro),
        ("2 000 euros", "2000", Euro),
        ("1 euro", "1", Euro),
        ("2000 EUR", "2000", Euro),
        ("EUR 2000", "2000", Euro),
        ("2 000 € HT", "2000", Euro),
        ("2 000 € TTC", "2000", Euro),
        ("0,50 €/clic", "0.5", Euro),
        ("0,50 € par clic", "0.5", Euro),
        ("450 €/mois", "450", Euro),
        ("450 euros par mois", "450", Euro),
        ("2 k€", "2", KiloEuro),
        ("2K€", "2", KiloEuro),
        ("2 kEUR", "2", KiloEuro),
        ("2 mille euros", "2", KiloEuro),
        ("2 milliers d'euros", "2", KiloEuro),
        ("1,2 M€", "1.2", MegaEuro),
        ("1,2M€", "1.2", MegaEuro),
        ("1,2 million d’euros", "1.2", MegaEuro),
        ("12 millions d'euros", "12", MegaEuro),
        ("12 millions €", "12", MegaEuro),
        ("7 milliards d'euros", "7000", MegaEuro),
        ("30 €/h", "30", EuroPerHour),
        ("30 € / h", "30", EuroPerHour),
        ("30 euros par heure", "30", EuroPerHour),
        ("30 € de l'heure", "30", EuroPerHour),
        ("30 €/heure", "30", EuroPerHour),
    ] {
        reads(raw, value, unit);
    }
}

#[test]
fn counts() {
    for (raw, value) in [
        ("450 visiteurs", "450"),
        ("1 visiteur", "1"),
        ("12 RDV", "12"),
        ("12 rendez-vous", "12"),
        ("12 rendez‑vous", "12"),
        ("340 appels", "340"),
        ("340 appels argumentés", "340"),
        ("12 téléacteurs", "12"),
        ("12 te\u{301}le\u{301}acteurs", "12"),
        ("20 appels par heure", "20"),
        ("20 appels/h", "20"),
        ("2,8 pages par session", "2.8"),
        ("12 points de vente", "12"),
        ("40 nouveaux clients", "40"),
        ("2 000 impressions", "2000"),
        ("3 e-mails", "3"),
    ] {
        reads(raw, value, Unit::Count);
    }
}

#[test]
fn durations() {
    use Unit::{Day, Hour, Minute, Month, Second};
    for (raw, value, unit) in [
        ("3'47''", "227", Second),
        ("3’47’’", "227", Second),
        ("3’47”", "227", Second),
        ("3′47″", "227", Second),
        ("3'47\"", "227", Second),
        ("3'47", "227", Second),
        ("3' 47''", "227", Second),
        ("3 min 47", "227", Second),
        ("3 min 47 s", "227", Second),
        ("3min47s", "227", Second),
        ("3 mn 47 sec", "227", Second),
        ("3m47s", "227", Second),
        ("3 minutes 47", "227", Second),
        ("3 minutes et 47 secondes", "227", Second),
        ("3 min 47,5 s", "227.5", Second),
        ("0:03:47", "227", Second),
        ("00:03:47", "227", Second),
        ("-0:03:47", "-227", Second),
        ("227 s", "227", Second),
        ("227s", "227", Second),
        ("47''", "47", Second),
        ("47 ’’/ session", "47", Second),
        ("3'", "3", Minute),
        ("21 h 20", "76800", Second),
        ("21h20", "76800", Second),
        ("21 H 20", "76800", Second),
        ("21h20min", "76800", Second),
        ("21h20m", "76800", Second),
        ("21 h 20 min", "76800", Second),
        ("21 h 20 min 05 s", "76805", Second),
        ("21 heures 20", "76800", Second),
        ("21 heures et 20 minutes", "76800", Second),
        ("1 h 5", "3900", Second),
        ("1 h 5 s", "3605", Second),
        ("−1 h 30", "-5400", Second),
        ("1 280 min", "1280", Minute),
        ("1280 minutes", "1280", Minute),
        ("21,33 h", "21.33", Hour),
        ("21,33 heures", "21.33", Hour),
        ("21.33 h", "21.33", Hour),
        ("12 jours", "12", Day),
        ("1 jour", "1", Day),
        ("12 j", "12", Day),
        ("3 mois", "3", Month),
    ] {
        reads(raw, value, unit);
    }
    assert_eq!(quantity("21 h 20").form, Form::Clock);
    assert_eq!(quantity("1 280 min").form, Form::Literal);
}

#[test]
fn colons_are_a_clock_only_where_a_duration_is_expected() {
    reads("3:47", "0.06382978723404255319", None);
    reads("5:4", "1.25", None);
    reads_as("3:47", Unit::Second, "227", Unit::Second);
    reads_as("3:47", Unit::Minute, "227", Unit::Second);
    reads_as("21:20", Unit::Hour, "76800", Unit::Second);
    reads_as("5 : 4", Unit::Hour, "1.25", None);
    reads_as("5:4", Unit::Hour, "1.25", None);
    reads_as("21.33", Unit::Hour, "21.33", None);
}

#[test]
fn marks() {
    use Unit::Mark;
    reads("15/20", "0.75", None);
    reads("15 sur 20", "15", Mark(20));
    reads_as("15/20", Mark(20), "15", Mark(20));
    reads_as("15,5 / 20", Mark(20), "15.5", Mark(20));
    reads_as("3,85/5", Mark(5), "3.85", Mark(5));
    reads_as("15/20", Mark(5), "15", Mark(20));
    reads_as("25/20", Mark(20), "1.25", None);
    reads_as("15", Mark(20), "15", None);
    reads_as("(12+15)/2", Mark(20), "13.5", None);
    assert_eq!(quantity_as("15/20", Mark(5)).value_in(Mark(5)), Some(d("3.75")));
}

#[test]
fn lead_ins_are_dropped() {
    for (raw, value) in [
        ("≈ 25,6", "25.6"),
        ("~25", "25"),
        ("∼ 25", "25"),
        ("environ 25", "25"),
        ("Environ 25", "25"),
        ("env. 25", "25"),
        ("25 environ", "25"),
        ("= 25", "25"),
        ("=25", "25"),
        ("= ≈ 25", "25"),
        ("soit 25", "25"),
        ("=> 25", "25"),
        ("→ 25", "25"),
        ("25 =", "25"),
        ("5 × 5 = 25", "25"),
        ("10 × 2,5 = 5 × 5 = 25", "25"),
        ("5 × 5 soit 25", "25"),
        ("résultat = 25", "25"),
        ("CA T4 = 25", "25"),
        ("Chiffre d’affaires (T4) = 25", "25"),
        ("x = 25", "25"),
        ("Panier moyen : 25", "25"),
    ] {
        reads(raw, value, None);
    }
    reads("223/452 = 49,3 %", "49.3", Unit::Percent);
    reads("223/452 ≈ 49,3 %", "49.3", Unit::Percent);
    reads("CA = 2 000 €", "2000", Unit::Euro);
    reads("environ 25 %", "25", Unit::Percent);
    reads("soit environ 25 %.", "25", Unit::Percent);
}

#[test]
fn decimals_are_those_written() {
    for (raw, decimals, dot) in [
        ("9,80", 2, false),
        ("9,8", 1, false),
        ("9.80", 2, true),
        ("9", 0, false),
        ("9,", 0, false),
        ("9,80 %", 2, false),
        ("−9,800 €", 3, false),
        ("1 400,50", 2, false),
        ("1.234,50", 2, false),
        ("1.234.567", 0, false),
        ("1,234.5", 1, true),
        ("1,5E1", 0, false),
        ("1,55E1", 1, false),
        ("1,5E-3", 4, false),
        ("2,55·10^1", 1, false),
        ("9,80 + 1", 0, false),
        ("9.80 + 1", 0, true),
        ("(9,80)", 2, false),
        ("€9,80", 2, false),
    ] {
        let quantity = quantity(raw);
        assert_eq!((quantity.decimals, quantity.dot), (decimals, dot), "{raw:?}");
    }
}

#[test]
fn a_dot_before_three_digits_is_never_guessed() {
    for (raw, thousands, decimal) in [
        ("1.234", "1234", "1.234"),
        ("12.345", "12345", "12.345"),
        ("123.456", "123456", "123.456"),
        ("1.000", "1000", "1"),
        ("-1.234", "-1234", "-1.234"),
        ("+1.234", "1234", "1.234"),
        ("1.234 €", "1234", "1.234"),
        ("€1.234", "1234", "1.234"),
        ("12.345 %", "12345", "12.345"),
        ("≈ 1.234", "1234", "1.234"),
        ("(1.234)", "1234", "1.234"),
        ("1.234/2", "617", "0.617"),
        ("2 × 1.234", "2468", "2.468"),
        ("2+2 = 1.234", "1234", "1.234"),
    ] {
        ambiguous(raw, thousands, decimal);
    }
    reads("1.234 = 5", "5", None);
    reads("0 × 1.234", "0", None);
    reads("1.234 / 1.234", "1", None);
    let Reading::Ambiguous { thousands, decimal } = read("1.234 €") else { panic!() };
    assert_eq!((thousands.decimals, thousands.dot), (0, false));
    assert_eq!((decimal.decimals, decimal.dot), (3, true));
}
