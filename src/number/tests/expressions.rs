//! Computations: order, percentages, units, and the form they leave behind.

use super::*;
use crate::number::Form;

#[test]
fn values() {
    for (raw, value) in [
        ("359/1400", "0.25642857142857142857"),
        ("359 / 1 400", "0.25642857142857142857"),
        ("(450-452)/452*100", "-0.44247787610619469027"),
        ("43,7 × 47", "2053.9"),
        ("43,7 x 47", "2053.9"),
        ("43,7X47", "2053.9"),
        ("43,7·47", "2053.9"),
        ("43,7 ✖\u{fe0f} 47", "2053.9"),
        ("5 : 4", "1.25"),
        ("5÷4", "1.25"),
        ("5 ∕ 4", "1.25"),
        ("½", "0.5"),
        ("3 × ¼", "0.75"),
        ("500 × 80 %", "400"),
        ("500×80%", "400"),
        ("1-20%", "0.8"),
        ("1 – 20 %", "0.8"),
        ("20 % × 20 %", "0.04"),
        ("2+3*4", "14"),
        ("(2+3)*4", "20"),
        ("2-3-4", "-5"),
        ("100/10/2", "5"),
        ("-2+3", "1"),
        ("-3^2", "-9"),
        ("2^10", "1024"),
        ("2²", "4"),
        ("2**3", "8"),
        ("5.-3", "2"),
        ("EUR 100 : EUR 4", "25"),
        ("2^-1", "0.5"),
        ("2*-3", "-6"),
        ("5--3", "8"),
        ("(1/3)*3", "1"),
        ("10000000000/3*3", "10000000000"),
        ("2,5·10^3 + 1", "2501"),
        ("100 / 80 %", "125"),
        ("((((5))))+0", "5"),
        ("1+1+1+1+1+1+1+1+1+1", "10"),
    ] {
        reads(raw, value, None);
        assert!(matches!(quantity(raw).form, Form::Expression { .. }), "{raw:?}");
    }
}

#[test]
fn percentages_of_a_computation() {
    for (raw, value) in [
        ("45 % + 5 %", "50"),
        ("100 % − 20 %", "80"),
        ("45 % / 3", "15"),
        ("(45 % + 55 %) / 2", "50"),
        ("0,2564 × 100 %", "25.64"),
        ("1/4*100%", "25"),
        ("(1/4*100) %", "25"),
        ("1*100/4 %", "25"),
        ("45 % + 5 points", "50"),
    ] {
        reads(raw, value, Unit::Percent);
    }
}

#[test]
fn form_tells_a_ratio_from_a_percentage() {
    for (raw, scaled) in [
        ("359/1400", false),
        ("359/1400*100", true),
        ("100*359/1400", true),
        ("(359/1400)*100", true),
        ("359*100/1400", true),
        ("359×100/1400-100", true),
        ("(450*100)/(452*100)", false),
        ("35/100", false),
        ("35/100*100", true),
        ("1-20%", false),
        ("45 % + 5 %", true),
        ("359/1400 %", true),
        ("100-20", false),
        ("2*50", false),
    ] {
        assert_eq!(quantity(raw).form, Form::Expression { scaled }, "{raw:?}");
    }
}

#[test]
fn a_percentage_is_read_by_form_never_by_size() {
    for (raw, value) in [
        ("25,64", "25.64"),
        ("0,2564", "0.2564"),
        ("(0,2564)", "0.2564"),
        ("25,64 %", "25.64"),
        ("1/4", "25"),
        ("1/4*100", "25"),
        ("1/4*100 %", "25"),
        ("1/4 %", "25"),
        ("1*100/4 %", "25"),
        ("1-20%", "80"),
        ("80 % × 50 %", "40"),
        ("340/100", "340"),
    ] {
        let quantity = quantity_as(raw, Unit::Percent);
        assert_eq!(quantity.value_in(Unit::Percent), Some(d(value)), "{raw:?}");
    }
}

#[test]
fn points_are_differences_of_percentages() {
    for (raw, value) in [
        ("53,3 % − 49,3 %", "4"),
        ("53,3 − 49,3", "4"),
        ("(53,3 − 49,3) points", "4"),
        ("1/2 − 1/4", "25"),
        ("(1/2 − 1/4)*100", "25"),
        ("4", "4"),
    ] {
        let quantity = quantity_as(raw, Unit::Points);
        assert_eq!(quantity.value_in(Unit::Points), Some(d(value)), "{raw:?}");
    }
    assert_eq!(quantity("5 %").value_in(Unit::Points), None);
}

#[test]
fn units_inside() {
    use Unit::{Count, Euro, EuroPerHour, Hour, Minute, Points, Second};
    for (raw, value, unit) in [
        ("43,7 € × 47", "2053.9", Some(Euro)),
        ("47 × 43,7 €", "2053.9", Some(Euro)),
        ("43,7 € × 47 ventes", "2053.9", Some(Euro)),
        ("43,7 × 47 €", "2053.9", Some(Euro)),
        ("2 k€ + 500 €", "2.5", Some(Unit::KiloEuro)),
        ("500 € + 2 k€", "2500", Some(Euro)),
        ("50 € + 10", "60", Some(Euro)),
        ("100 € × 20 %", "20", Some(Euro)),
        ("100 € / 80 %", "125", Some(Euro)),
        ("2053,9 €/47", "43.7", Some(Euro)),
        ("2053,9 / 47 €", "43.7", Some(Euro)),
        ("2053,9 € / 47 ventes", "43.7", Some(Euro)),
        ("2053,9 € / 43,7 €", "47", None),
        ("1140 min + 140 min", "1280", Some(Minute)),
        ("21 h + 20 min", "21.33333333333333333333", Some(Hour)),
        ("1280/60 h", "21.33333333333333333333", Some(Hour)),
        ("3 min 47 × 2", "454", Some(Second)),
        ("21 h 20 × 30 €/h", "640", Some(Euro)),
        ("30 €/h × 21 h 20", "640", Some(Euro)),
        ("640 € / 21 h 20", "30", Some(EuroPerHour)),
        ("640 € / 30 €/h", "21.33333333333333333333", Some(Hour)),
        ("450 € × 3 mois", "1350", Some(Euro)),
        ("7 h × 12 jours", "84", Some(Hour)),
        ("450 visiteurs + 50 visiteurs", "500", Some(Count)),
        ("50 clients / 200 clients", "0.25", None),
        ("5 points × 2", "10", Some(Points)),
    ] {
        reads(raw, value, unit);
    }
    // What a unit written after a quotient belongs to is settled by what is expected.
    reads_as("60 / 3 min", Count, "20", None);
    reads_as("60 / 3 min", Minute, "20", Minute);
}
