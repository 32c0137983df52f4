//! Cutting a text being written into the rows of a screen.
//!
//! The blanks that end a row hang beyond its width: no row begins with one. A sign that French sets
//! apart from its word (`;`, `?`, `%`…) stays with it, whatever space was typed.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::tui::widget::text::width;

/// The rows of a text, as ranges of bytes that leave out the ends of lines only.
pub fn rows(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut from = 0;
    for paragraph in text.split('\n') {
        cut(paragraph, from, columns.max(1), &mut rows);
        from += paragraph.len() + 1;
    }
    rows
}

/// The row a place of the text shows on.
pub fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

/// The last place of the text that shows on a row: past its last letter, unless the text goes on
/// with the next row.
pub fn last_of(text: &str, rows: &[Range<usize>], row: usize) -> usize {
    let Some(Range { start, end }) = rows.get(row).cloned() else { return text.len() };
    let goes_on = rows.get(row + 1).is_some_and(|next| next.start == end);
    let last = text[start..end].grapheme_indices(true).next_back();
    last.filter(|_| goes_on).map_or(end, |(at, _)| start + at)
}

/// The place of the text under a column of a row.
pub fn place(text: &str, rows: &[Range<usize>], row: usize, column: usize) -> usize {
    let row = row.min(rows.len().saturating_sub(1));
    let last = last_of(text, rows, row);
    let Some(start) = rows.get(row).map(|row| row.start) else { return last };
    let mut used = 0;
    let before = |(_, grapheme): &(usize, &str)| {
        used += width(grapheme);
        used > column
    };
    let found = text[start..last].grapheme_indices(true).find(before);
    found.map_or(last, |(at, _)| start + at)
}

fn cut(paragraph: &str, from: usize, columns: usize, rows: &mut Vec<Range<usize>>) {
    let (mut start, mut at, mut used) = (0, 0, 0);
    for piece in Pieces(paragraph) {
        let wide = width(piece.trim_end_matches(' '));
        if used > 0 && used + wide > columns {
            rows.push(from + start..from + at);
            (start, used) = (at, 0);
        }
        if wide > columns {
            for (offset, grapheme) in piece.grapheme_indices(true) {
                let wide = width(grapheme);
                if used > 0 && used + wide > columns && grapheme != " " {
                    rows.push(from + start..from + at + offset);
                    (start, used) = (at + offset, 0);
                }
                used += wide;
            }
        } else {
            used += width(piece);
        }
        at += piece.len();
    }
    rows.push(from + start..from + paragraph.len());
}

/// What goes on one row: a word and the blanks that follow it.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let mut before = None;
        let mut word = None;
        let end = self.0.char_indices().find(|(_, c)| {
            let begins = before == Some(' ') && *c != ' ' && !holds(word, *c);
            before = Some(*c);
            word = Some(*c).filter(|c| *c != ' ').or(word);
            begins
        });
        let (piece, rest) = self.0.split_at(end.map_or(self.0.len(), |(at, _)| at));
        self.0 = rest;
        (!piece.is_empty()).then_some(piece)
    }
}

/// Whether a sign stays on the row of what comes before it.
fn holds(before: Option<char>, sign: char) -> bool {
    before == Some('«')
        || before.is_some() && matches!(sign, ';' | ':' | '!' | '?' | '»' | '%' | '€')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn cuts(text: &str, columns: usize, expected: &[&str]) {
        let found: Vec<&str> = rows(text, columns).into_iter().map(|row| &text[row]).collect();
        assert_eq!(found, expected, "{text:?} in {columns}");
    }

    #[test]
    fn the_space_between_two_rows_hangs_at_the_end_of_the_first() {
        cuts("", 5, &[""]);
        cuts("un deux trois", 7, &["un deux ", "trois"]);
        cuts("un deux trois", 6, &["un ", "deux ", "trois"]);
        cuts("un deux  ", 7, &["un deux  "]);
        cuts("un deux   x", 7, &["un deux   ", "x"]);
        cuts("  un\n\ndeux", 9, &["  un", "", "deux"]);
        cuts("abcdefgh ij", 3, &["abc", "def", "gh ", "ij"]);
    }

    #[test]
    fn a_sign_stays_with_its_word() {
        cuts("un deux ? trois", 7, &["un ", "deux ? ", "trois"]);
        cuts("soit 25 % net", 7, &["soit ", "25 % ", "net"]);
        cuts("dit « oui » net", 9, &["dit ", "« oui » ", "net"]);
        cuts("a ? b", 3, &["a ? ", "b"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_row_begins_with_a_blank(
            text in "[a-zé中 \u{a0}?%«\n]{0,60}",
            columns in 2usize..20,
        ) {
            let rows = rows(&text, columns);
            let mut at = 0;
            for row in &rows {
                prop_assert!(row.start == at || row.start == at + 1 && &text[at..row.start] == "\n");
                let soft = row.start == at && at > 0;
                prop_assert!(!(soft && text[row.clone()].starts_with(' ')), "{:?}", &text[row.clone()]);
                prop_assert!(width(text[row.clone()].trim_end_matches(' ')) <= columns);
                at = row.end;
            }
            prop_assert_eq!(at, text.len());
        }

        #[test]
        fn every_place_is_found_again_where_it_shows(
            text in "[a-zé 中\n]{0,40}",
            columns in 2usize..12,
        ) {
            let rows = rows(&text, columns);
            for (at, _) in text.grapheme_indices(true).chain([(text.len(), "")]) {
                let row = row_of(&rows, at);
                let column = width(&text[rows[row].start..at]);
                prop_assert_eq!(place(&text, &rows, row, column), at);
            }
        }
    }
}
