//! A text of one's own with some of its words pointed at, cut into lines.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;

/// Wraps a text to `columns`; the bytes in `marks` take the style that goes with them, the first
/// that holds a byte winning.
pub fn wrap(
    words: &str,
    marks: &[(Range<usize>, Style)],
    base: Style,
    columns: usize,
) -> Vec<Line<'static>> {
    let mut source = words.char_indices().peekable();
    let mut lines = Vec::new();
    for line in text::wrap(words, columns) {
        let mut spans: Vec<Span<'static>> = Vec::new();
        for c in line.chars() {
            let style = match place_of(c, &mut source) {
                Some(at) => style_at(at, marks, base),
                None => base,
            };
            match spans.last_mut() {
                Some(span) if span.style == style => span.content.to_mut().push(c),
                _ => spans.push(Span::styled(c.to_string(), style)),
            }
        }
        lines.push(Line::from(spans));
    }
    lines
}

fn style_at(at: usize, marks: &[(Range<usize>, Style)], base: Style) -> Style {
    let mark = marks.iter().find(|(range, _)| range.contains(&at));
    mark.map_or(base, |(_, style)| base.patch(*style))
}

/// Where a character of a wrapped line stands in the text; `None` for a hyphen that wrapping added.
/// Wrapping drops blanks and puts a sign in place of what a terminal could obey.
fn place_of(
    shown: char,
    source: &mut std::iter::Peekable<std::str::CharIndices<'_>>,
) -> Option<usize> {
    let cleaned = |c: char| text::clean(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c);
    loop {
        let (at, c) = *source.peek()?;
        let c = cleaned(c);
        if c == shown {
            source.next();
            return Some(at);
        }
        if c != ' ' {
            return None;
        }
        source.next();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::theme::Theme;

    /// The lines, marked words between brackets.
    fn shown(words: &str, marks: &[&str], columns: usize) -> Vec<String> {
        let line = Theme::Plain.underlined();
        let range = |mark: &&str| {
            let at = words.find(*mark).unwrap();
            (at..at + mark.len(), line)
        };
        let marks: Vec<_> = marks.iter().map(range).collect();
        let show = |span: &Span| match span.style == line {
            true => format!("[{}]", span.content),
            false => span.content.to_string(),
        };
        let lines = wrap(words, &marks, Style::new(), columns);
        lines.iter().map(|line| line.spans.iter().map(show).collect()).collect()
    }

    #[test]
    fn marks_follow_their_words_from_line_to_line() {
        assert_eq!(
            shown("Le panier  moyen\nrecule, hélas, de 2 €", &["moyen", "hélas, de"], 12),
            ["Le panier", "[moyen]", "recule,", "[hélas, de] 2", "€"]
        );
        assert_eq!(shown("ab abcdefgh ij", &["efgh"], 6), ["ab", "abcd[e]-", "[fgh] ij"]);
        assert_eq!(shown("a\u{1b}b c", &["c"], 9), ["a·b [c]"]);
    }

    proptest! {
        #[test]
        fn the_words_are_those_of_plain_wrapping(words in "[a-zé \u{a0}\n-]{0,60}", columns in 1usize..20) {
            let lines = wrap(&words, &[(0..words.len(), Theme::Plain.underlined())], Style::new(), columns);
            let plain: Vec<String> = lines.iter().map(ToString::to_string).collect();
            prop_assert_eq!(plain, text::wrap(&words, columns));
        }
    }
}
