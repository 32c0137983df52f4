//! What cannot be read: why, where, and in which words.

use super::ReadErrorKind::*;
use super::*;

#[test]
fn numbers() {
    for (raw, kind, at) in [
        ("", Blank, 0),
        ("   ", Blank, 0),
        ("\u{200b}\u{feff}", Blank, 0),
        ("\r\n\t", Blank, 0),
        ("1 40", BadGrouping, 2),
        ("14 00", BadGrouping, 3),
        ("1 4000", BadGrouping, 2),
        ("1234 567", BadGrouping, 5),
        ("1 400 50", BadGrouping, 6),
        ("12 345,6 7", BadGrouping, 9),
        ("1 400’000", BadGrouping, 6),
        ("0 400", BadGrouping, 2),
        ("1,2,3", TwoCommas, 3),
        ("1,234,567", TwoCommas, 5),
        ("1,2,", UnexpectedCharacter, 3),
        ("1.2.3", BadGrouping, 3),
        ("1.23.456", BadGrouping, 4),
        ("1.234.5", BadGrouping, 5),
        ("1234.567.890", BadGrouping, 8),
        ("1.234,5.6", BadGrouping, 5),
        ("12.34,5", BadGrouping, 5),
        ("1 234.567,8", BadGrouping, 9),
        ("0.234.567", BadGrouping, 2),
        ("5,,", UnexpectedCharacter, 2),
        ("5 ,5", UnexpectedCharacter, 2),
        ("5, 5", UnexpectedCharacter, 3),
        (",", UnexpectedCharacter, 0),
        ("1\t400", UnexpectedCharacter, 2),
        ("12\n345", UnexpectedCharacter, 3),
        ("5₂", UnexpectedCharacter, 1),
        ("²25", MissingOperand, 0),
        ("٣", UnexpectedCharacter, 0),
        ("10000000000000000000000000000", TooManyDigits, 28),
        ("1 000 000 000 000 000 000 000 000 000 0", BadGrouping, 38),
        ("1e999", Overflow, 1),
        ("1e99999999999999999999", Overflow, 1),
        ("1e-999", TooManyDigits, 0),
        ("5e", UnknownUnit, 1),
        ("5e+", UnknownUnit, 1),
    ] {
        refuses(raw, kind, at);
    }
}

#[test]
fn words_and_units() {
    for (raw, kind, at) in [
        ("abc", NotANumber, 0),
        ("NaN", NotANumber, 0),
        ("inf", NotANumber, 0),
        ("12 zz", UnknownUnit, 3),
        ("12zz", UnknownUnit, 2),
        ("12 €€", UnexpectedCharacter, 4),
        ("12 $", UnexpectedCharacter, 3),
        ("€", NotANumber, 0),
        ("%", MisplacedPercent, 0),
        ("% 12", MisplacedPercent, 0),
        ("12 %%", MisplacedPercent, 4),
        ("(12 %) %", MisplacedPercent, 7),
        ("12 % 5", UnexpectedCharacter, 5),
        ("450 visiteurs 12", UnexpectedCharacter, 14),
        ("12 visiteurs uniques zz", UnknownUnit, 21),
        ("2 k€/h", UnknownUnit, 2),
        ("21 h 80", BadClock, 5),
        ("21 h 60", BadClock, 5),
        ("3'75''", BadClock, 2),
        ("3 min 20 min", BadClock, 6),
        ("1,5 h 20", BadClock, 6),
        ("1 h 2,5", BadClock, 4),
        ("0:60:00", BadClock, 2),
        ("0:00:60", BadClock, 5),
    ] {
        refuses(raw, kind, at);
    }
}

#[test]
fn computations() {
    for (raw, kind, at) in [
        ("1/0", DivisionByZero, 2),
        ("1/(2-2)", DivisionByZero, 2),
        ("5/0 %", DivisionByZero, 2),
        ("0^-1", DivisionByZero, 2),
        ("5+", MissingOperand, 1),
        ("*5", MissingOperand, 0),
        ("402 *", MissingOperand, 4),
        ("/5", MissingOperand, 0),
        ("5*/3", MissingOperand, 2),
        ("--5", MissingOperand, 1),
        ("+-5", MissingOperand, 1),
        ("()", MissingOperand, 1),
        ("(5", UnclosedParenthesis, 0),
        ("2*(5+3", UnclosedParenthesis, 2),
        ("5)", UnopenedParenthesis, 1),
        (")", UnopenedParenthesis, 0),
        ("(5+3))", UnopenedParenthesis, 5),
        ("2(3+4)", UnexpectedCharacter, 1),
        ("2½", UnexpectedCharacter, 1),
        ("(5 zz)", UnknownUnit, 3),
        ("5 € + 3 min", MixedUnits, 6),
        ("5 € × 3 €", MixedUnits, 6),
        ("5 % + 3 €", MixedUnits, 6),
        ("21 h 20 + 5", MixedUnits, 10),
        ("2^0,5", BadPower, 2),
        ("2^65", BadPower, 2),
        ("2^2^2", UnexpectedCharacter, 3),
        ("10^28*10", Overflow, 6),
        ("=", MissingOperand, 0),
        ("= =", MissingOperand, 0),
        ("223/452 = zz", NotANumber, 10),
        ("12 zz = 5", UnknownUnit, 3),
        ("5 + abc", NotANumber, 4),
    ] {
        refuses(raw, kind, at);
    }
}

#[test]
fn hostile_text() {
    for (raw, kind, at) in [
        ("\u{1b}[31m5", UnexpectedCharacter, 0),
        ("5\u{1b}[31m", UnexpectedCharacter, 1),
        ("5\u{7}", UnexpectedCharacter, 1),
        ("\u{0}", UnexpectedCharacter, 0),
        ("12\u{9b}31m", UnexpectedCharacter, 2),
        ("12 zz \u{7}", UnknownUnit, 3),
        ("5\u{202e}zz", UnknownUnit, 2),
        ("❤", UnexpectedCharacter, 0),
    ] {
        refuses(raw, kind, at);
    }
    refuses(&"1".repeat(10_000), TooLong, 200);
    refuses(&" ".repeat(10_000), TooLong, 4_000);
    refuses(&"1".repeat(200), TooManyDigits, 28);
    refuses(&format!("{}1{}", "(".repeat(41), ")".repeat(41)), TooDeep, 40);
    refuses(&"(".repeat(200), TooDeep, 40);
    refuses(&"-".repeat(200), MissingOperand, 1);
    reads(&format!("{}1{}", "(".repeat(40), ")".repeat(40)), "1", None);
}

/// Nothing that could act on a terminal, one sentence, French spacing.
#[test]
fn messages_are_one_safe_sentence() {
    let texts = [
        "",
        "abc",
        "12 zz",
        "1 40",
        "1,2,3",
        "1/0",
        "(5",
        "5)",
        "% 12",
        "21 h 80",
        "2^0,5",
        "5 € + 3 min",
        "1e999",
        "5+",
        "\u{1b}[31m5",
        "5\u{9b}",
        "❤",
        "\u{e000}",
        "5 \u{590}",
        &"1".repeat(200),
        &"1".repeat(999),
        &"(".repeat(99),
    ];
    for raw in texts {
        let message = error(raw).message();
        assert!(message.chars().all(|c| !c.is_control()), "{raw:?}: {message:?}");
        assert!(message.ends_with('.') && message.matches(". ").count() == 0, "{message}");
        assert!(!message.contains(" :") && !message.contains('\''), "{message}");
        assert!(message.chars().count() < 220, "{message}");
    }
    assert_eq!(
        error("12 zz").message(),
        "L’unité «\u{a0}zz\u{a0}» (4e caractère) n’est pas connue\u{a0}: sont lus %, points, €, k€, M€, €/h, h, min, s, jours, mois, fois et les noms de ce que l’on compte."
    );
    assert!(error("\u{1b}[31m5").message().contains('␛'));
}
