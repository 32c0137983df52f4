//! Breaking text into lines the French way, and keeping hostile characters off the terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns a text takes on the screen.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text without anything a terminal could obey: controls and direction marks become `·`,
/// tabs and line ends become a space.
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => ' ',
            c if c.is_control() || is_direction_mark(c) => '·',
            c => c,
        })
        .collect()
}

/// Turns the direction of what is written after it.
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Cuts a text into lines of at most `columns`. Only plain spaces part words: U+00A0 and U+202F
/// hold. A word longer than the line is cut with a hyphen.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(&clean(paragraph), columns, &mut lines);
    }
    lines
}

fn wrap_paragraph(text: &str, columns: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide <= columns {
            line.push(' ');
            line.push_str(word);
            used += 1 + wide;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
        }
        line = cut_long(word, columns, lines);
        used = width(&line);
    }
    lines.push(line);
}

/// Pushes the full lines of a word that is too long and returns what is left of it.
fn cut_long(word: &str, columns: usize, lines: &mut Vec<String>) -> String {
    if width(word) <= columns {
        return word.to_owned();
    }
    let mut line = String::new();
    for grapheme in word.graphemes(true) {
        let room = if columns > 1 { columns - 1 } else { 1 };
        if !line.is_empty() && width(&line) + width(grapheme) > room {
            // A hyphen of the word itself is the best place to part it.
            if let Some(at) = line.rfind('-').filter(|at| *at > 0 && at + 1 < line.len()) {
                let rest = line.split_off(at + 1);
                lines.push(std::mem::replace(&mut line, rest));
                line.push_str(grapheme);
                continue;
            }
            let hyphen = grapheme == "-" && width(&line) < columns;
            if hyphen || (width(&line) < columns && columns > 1 && !line.ends_with('-')) {
                line.push('-');
            }
            lines.push(std::mem::take(&mut line));
            // The word's own hyphen parts it as well as one added.
            if hyphen {
                continue;
            }
        }
        line.push_str(grapheme);
    }
    line
}

/// The text in at most `columns`, ended by `…` where some of it is missing.
pub fn shorten(text: &str, columns: usize) -> String {
    let text = clean(text);
    if width(&text) <= columns {
        return text;
    }
    if columns == 0 {
        return String::new();
    }
    let mut short = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width(grapheme);
        if used + wide > columns - 1 {
            break;
        }
        short.push_str(grapheme);
        used += wide;
    }
    short.truncate(short.trim_end_matches([' ', '\u{a0}']).len());
    short.push('…');
    short
}

/// The text followed by spaces up to `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// The text preceded by spaces up to `columns`.
pub fn pad_left(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{}{text}", " ".repeat(missing))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn wraps(text: &str, columns: usize, expected: &[&str]) {
        assert_eq!(wrap(text, columns), expected, "{text:?} in {columns}");
    }

    #[test]
    fn words_go_to_the_next_line_and_figures_keep_their_unit() {
        wraps("", 10, &[""]);
        wraps("un deux trois", 8, &["un deux", "trois"]);
        wraps("soit 25,64\u{a0}% du total", 10, &["soit", "25,64\u{a0}% du", "total"]);
        wraps("soit 1\u{202f}400 clics", 9, &["soit", "1\u{202f}400", "clics"]);
        wraps("a\n\nb", 9, &["a", "", "b"]);
    }

    #[test]
    fn a_word_too_long_is_cut_with_a_mark() {
        wraps("anticonstitutionnellement", 10, &["anticonst-", "itutionne-", "llement"]);
        wraps("abc", 1, &["a", "b", "c"]);
        wraps("à abcdef b", 4, &["à", "abc-", "def", "b"]);
        wraps("agrandissez-la", 12, &["agrandissez-", "la"]);
        wraps("agrandissez-la", 13, &["agrandissez-", "la"]);
        wraps("au-dessus", 3, &["au-", "de-", "ss-", "us"]);
        wraps("(armagnac-pruneaux,", 18, &["(armagnac-", "pruneaux,"]);
        wraps("a-b", 1, &["a", "-", "b"]);
    }

    #[test]
    fn a_shortened_text_says_so() {
        assert_eq!(shorten("Arbre Cadeau", 12), "Arbre Cadeau");
        assert_eq!(shorten("Arbre Cadeau", 8), "Arbre C…");
        assert_eq!(shorten("Arbre Cadeau", 7), "Arbre…");
        assert_eq!(shorten("Arbre", 1), "…");
        assert_eq!(shorten("Arbre", 0), "");
    }

    #[test]
    fn nothing_a_terminal_would_obey_remains() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\td"), "a·[31mb·c d");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "[a-zé \u{a0}中]{0,60}", columns in 2usize..30) {
            for line in wrap(&text, columns) {
                prop_assert!(width(&line) <= columns, "{line:?} in {columns}");
            }
            prop_assert!(width(&shorten(&text, columns)) <= columns);
        }

        #[test]
        fn no_letter_is_lost(text in "[a-zé ]{0,60}", columns in 2usize..30) {
            let kept: String = wrap(&text, columns).concat().replace([' ', '-'], "");
            prop_assert_eq!(kept, text.replace(' ', ""));
        }
    }
}
