//! Small turns of French that several screens need.

/// `1 étape`, `2 étapes`: the noun takes its plural from 2 on.
pub fn count(n: usize, singular: &str, plural: &str) -> String {
    format!("{n}\u{a0}{}", if n >= 2 { plural } else { singular })
}

/// `rcs` is shown `RCS`; other numbers as they are.
pub fn question_number(number: &str) -> String {
    if number == "rcs" { "RCS".to_owned() } else { number.to_owned() }
}
