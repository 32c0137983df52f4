//! An author's plain text → French typography: apostrophes, no-break spaces, true minus.
//! A text that is already right comes back unchanged.

/// Sets a text: `l'offre : 1 400 €` gets ’ and U+00A0 where French wants them.
///
/// Never removes or adds a letter or a digit, and setting a set text changes nothing.
pub fn typeset(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut set = String::with_capacity(text.len() + 16);
    for index in 0..chars.len() {
        set.push(glyph(&chars, index));
    }
    set
}

const NO_BREAK: char = '\u{a0}';

/// The character that stands at `index` once the text is set; one for one.
fn glyph(chars: &[char], index: usize) -> char {
    let Some(&c) = chars.get(index) else { return NO_BREAK };
    let before = index.checked_sub(1).and_then(|index| chars.get(index)).copied();
    let after = chars.get(index + 1).copied();
    match c {
        '\'' if is_elision(before, after) => '’',
        '-' if is_minus(chars, index, before, after) => '−',
        '\u{202f}' => NO_BREAK,
        ' ' | '\u{2009}' if holds(chars, index, before, after) => NO_BREAK,
        _ => c,
    }
}

/// `l'offre`, `aujourd'hui`, `l'« offre »`.
fn is_elision(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_alphabetic)
        && after.is_some_and(|c| c.is_alphanumeric() || c == '«')
}

/// A hyphen before a digit, at the start or after a blank or a parenthesis, is a minus. Between
/// two figures (`2 - 5`) too.
fn is_minus(chars: &[char], index: usize, before: Option<char>, after: Option<char>) -> bool {
    let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '=' | '≈'));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let spaced = after.is_some_and(is_space) && digit(chars.get(index + 2).copied());
    let figure = index
        .checked_sub(2)
        .and_then(|index| chars.get(index))
        .is_none_or(|c| c.is_ascii_digit() || matches!(c, '%' | '€' | ')' | '(' | '=' | '≈' | ':'));
    opens && (digit(after) || (spaced && figure))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | '\u{202f}' | '\u{2009}')
}

/// Words that a figure keeps on its line.
const UNITS: &[&str] = &[
    "h",
    "min",
    "s",
    "ms",
    "j",
    "jour",
    "jours",
    "mois",
    "an",
    "ans",
    "point",
    "points",
    "pt",
    "pts",
    "fois",
    "euro",
    "euros",
    "k€",
    "M€",
    "€",
    "%",
    "‰",
    "€/h",
    "million",
    "millions",
    "milliard",
    "milliards",
    "mille",
    "heure",
    "heures",
    "minute",
    "minutes",
    "seconde",
    "secondes",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "km",
    "m",
    "cm",
    "kg",
    "g",
    "clients",
    "visiteurs",
    "ventes",
    "commandes",
    "appels",
    "téléacteurs",
    "pages",
    "clics",
];

/// Whether the space at `index` must not break.
fn holds(chars: &[char], index: usize, before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    if before == '«' || matches!(after, ':' | ';' | '?' | '!' | '%' | '‰' | '€' | '»') {
        // A space that opens a line or follows another one is not typography.
        return before == '«' || !before.is_whitespace();
    }
    let digit_before = before.is_ascii_digit();
    (digit_before && (is_group(chars, index) || is_unit(chars, index + 1)))
        || (is_sign(chars, index - 1) && after.is_ascii_digit())
}

/// `1 400`: at most three digits before, exactly three after.
fn is_group(chars: &[char], index: usize) -> bool {
    let digits = |run: &mut dyn Iterator<Item = &char>| {
        run.take_while(|c| c.is_ascii_digit()).take(4).count()
    };
    let before = digits(&mut chars.iter().take(index).rev());
    let after = digits(&mut chars.iter().skip(index + 1));
    (1..=3).contains(&before) && after == 3
}

fn is_unit(chars: &[char], start: usize) -> bool {
    let word: String = chars
        .iter()
        .skip(start)
        .take_while(|c| c.is_alphabetic() || matches!(c, '€' | '/'))
        .take(16)
        .collect();
    UNITS.contains(&word.as_str())
}

/// A sign that stands apart before its figure: `− 86`, `+ 4`, `≈ 5`.
fn is_sign(chars: &[char], index: usize) -> bool {
    let sign = chars.get(index).is_some_and(|c| matches!(c, '−' | '+' | '±' | '≈' | '-'));
    let opens = index
        .checked_sub(1)
        .and_then(|index| chars.get(index))
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
    let operator = index
        .checked_sub(2)
        .and_then(|index| chars.get(index))
        .is_some_and(|c| c.is_ascii_digit() || matches!(c, ')' | '%' | '€'));
    sign && opens && !operator
}
