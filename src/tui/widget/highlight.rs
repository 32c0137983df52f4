//! A text with the characters that match a search made visible.

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;

use super::text;

/// The text over exactly `columns`, the characters at the places `matched` in the style `hit`;
/// a text that is too long is ended by `…`.
pub fn spans(
    text: &str,
    matched: &[usize],
    columns: usize,
    base: Style,
    hit: Style,
) -> Vec<Span<'static>> {
    let cut = text::width(&text::clean(text)) > columns;
    let room = if cut { columns.saturating_sub(1) } else { columns };
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let (mut at, mut used) = (0, 0);
    for grapheme in text.graphemes(true) {
        let shown = text::clean(grapheme);
        let wide = text::width(&shown);
        if used + wide > room {
            break;
        }
        let count = grapheme.chars().count();
        let found = (at..at + count).any(|place| matched.binary_search(&place).is_ok());
        at += count;
        used += wide;
        match pieces.last_mut() {
            Some((piece, same)) if *same == found => piece.push_str(&shown),
            _ => pieces.push((shown, found)),
        }
    }
    let mut rest = String::new();
    if cut && columns > 0 {
        rest.push('…');
        used += 1;
    }
    rest.push_str(&" ".repeat(columns.saturating_sub(used)));
    pieces.push((rest, false));
    let styled = |(piece, found)| Span::styled(piece, if found { hit } else { base });
    pieces.into_iter().map(styled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shows(text: &str, matched: &[usize], columns: usize, expected: &str) {
        let hit = Style::new().bold();
        let spans = spans(text, matched, columns, Style::new(), hit);
        let shown: String = spans
            .iter()
            .map(|span| match span.style == hit {
                true => format!("[{}]", span.content),
                false => span.content.to_string(),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_matches_stands_out_at_an_exact_width() {
        shows("Coût moyen", &[0, 1, 2, 3], 12, "[Coût] moyen  ");
        shows("Coût moyen", &[5, 6], 7, "Coût [m]…");
        shows("Coût moyen", &[], 10, "Coût moyen");
        shows("e\u{301}vol", &[0], 4, "[e\u{301}]vol");
        shows("a\u{1b}b", &[], 3, "a·b");
        shows("abc", &[0], 0, "");
    }
}
