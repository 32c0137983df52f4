//! The figures a text mentions, read loosely: enough to notice an answer given away.

use std::ops::Range;

use rust_decimal::Decimal;

/// A figure found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    /// Without its sign.
    pub value: Decimal,
    pub decimals: u32,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The word or sign that follows: `%`, `€`, `visiteurs`.
    pub unit: String,
}

/// Figures of a text, left to right. Digits glued to a letter (`T1`, `B2`) are names, not figures.
pub(super) fn mentions(text: &str) -> Vec<Mention> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].1.is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = figure_end(&chars, at);
        let glued = at > 0 && (chars[at - 1].1.is_alphabetic() || ".,_/".contains(chars[at - 1].1));
        if !glued {
            found.extend(mention(text, &chars, at, end));
        }
        at = end;
    }
    found
}

/// Where the figure that starts at `at` ends: groups of three after a blank, one decimal mark.
fn figure_end(chars: &[(usize, char)], at: usize) -> usize {
    let digit = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_ascii_digit());
    let mut end = at;
    while digit(end) {
        end += 1;
    }
    while chars.get(end).is_some_and(|(_, c)| is_blank(*c))
        && digit(end + 1)
        && digit(end + 2)
        && digit(end + 3)
        && !digit(end + 4)
    {
        end += 4;
    }
    if chars.get(end).is_some_and(|(_, c)| matches!(c, ',' | '.')) && digit(end + 1) {
        end += 1;
        while digit(end) {
            end += 1;
        }
    }
    end
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

fn mention(text: &str, chars: &[(usize, char)], start: usize, end: usize) -> Option<Mention> {
    let place = |i: usize| chars.get(i).map_or(text.len(), |(at, _)| *at);
    let span = place(start)..place(end);
    let plain: String = text[span.clone()]
        .chars()
        .filter(|c| !is_blank(*c))
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    let value = Decimal::from_str_exact(&plain).ok()?;
    let unit: String = text[span.end..]
        .trim_start_matches(is_blank)
        .chars()
        .take_while(|c| c.is_alphabetic() || "%€/".contains(*c))
        .collect();
    Some(Mention { value: value.normalize(), decimals: value.scale(), span, unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<(String, String)> =
            mentions(text).into_iter().map(|m| (m.value.to_string(), m.unit)).collect();
        let expected: Vec<(String, String)> =
            expected.iter().map(|(v, u)| ((*v).to_owned(), (*u).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn figures_are_found_with_their_unit() {
        finds("de 25,64 % à 2 053,9 €", &[("25.64", "%"), ("2053.9", "€")]);
        finds("T1, B2 et 1 400 visiteurs", &[("1400", "visiteurs")]);
        finds("en 2022, 3 trimestres", &[("2022", ""), ("3", "trimestres")]);
        finds("12 345 6", &[("12345", ""), ("6", "")]);
        finds("1.5 ou 1,50.", &[("1.5", "ou"), ("1.5", "")]);
        finds("aucun", &[]);
    }
}
