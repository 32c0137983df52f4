//! Lines in: bounded, whatever comes, and without anything invisible.

use std::io::{self, BufRead};

use unicode_normalization::UnicodeNormalization;

/// Longest line taken, in bytes; the rest of it is left out.
const LONGEST: usize = 100_000;

/// A line as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub text: String,
    /// What had to be done to read it, where the learner must know.
    pub mended: Option<&'static str>,
}

/// The next line, without its end; `None` at the end of the input.
///
/// # Errors
/// When the input cannot be read.
pub fn next_line(input: &mut impl BufRead) -> io::Result<Option<Typed>> {
    let mut bytes = Vec::new();
    let (mut any, mut cut) = (false, false);
    loop {
        let waiting = match input.fill_buf() {
            Ok(waiting) => waiting,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if waiting.is_empty() {
            return Ok(any.then(|| typed(&bytes, cut)));
        }
        any = true;
        let end = waiting.iter().position(|byte| *byte == b'\n');
        let part = end.unwrap_or(waiting.len());
        let room = LONGEST.saturating_sub(bytes.len());
        cut |= part > room;
        bytes.extend_from_slice(&waiting[..part.min(room)]);
        input.consume(end.map_or(part, |end| end + 1));
        if end.is_some() {
            return Ok(Some(typed(&bytes, cut)));
        }
    }
}

const CUT: &str = "Cette ligne est trop longue\u{a0}: seul son début est pris en compte.";
const OTHER: &str = "Cette ligne n’est pas en UTF-8\u{a0}: elle est lue en latin-1.";

fn typed(bytes: &[u8], cut: bool) -> Typed {
    // A line that was cut may end in the middle of a letter.
    let whole = match std::str::from_utf8(bytes) {
        Err(error) if cut && error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    };
    match std::str::from_utf8(whole) {
        Ok(text) => Typed { text: printable(text), mended: cut.then_some(CUT) },
        Err(_) => {
            // What old terminals send: a byte a letter.
            let text: String = whole.iter().map(|byte| char::from(*byte)).collect();
            Typed { text: printable(&text), mended: Some(if cut { CUT } else { OTHER }) }
        }
    }
}

/// Composed, without control characters; a tab is a space.
fn printable(text: &str) -> String {
    let text: String = text.nfc().map(|c| if c == '\t' { ' ' } else { c }).collect();
    text.trim_start_matches('\u{feff}').chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(mut input: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        while let Some(line) = next_line(&mut input).unwrap() {
            lines.push(line.text);
        }
        lines
    }

    #[test]
    fn ends_of_lines_and_of_input() {
        assert_eq!(lines(b""), [""; 0]);
        assert_eq!(lines(b"a\r\nb\n\nc"), ["a", "b", "", "c"]);
        assert_eq!(lines(b"\n"), [""]);
    }

    #[test]
    fn odd_bytes_and_escapes_are_tamed() {
        assert_eq!(lines(b"a\x1b[31m\tb\0"), ["a[31m b"]);
        assert_eq!(lines("cafe\u{301}".as_bytes()), ["café"]);
    }

    fn mended(mut input: &[u8]) -> Vec<(String, Option<&'static str>)> {
        let mut lines = Vec::new();
        while let Some(line) = next_line(&mut input).unwrap() {
            lines.push((line.text, line.mended));
        }
        lines
    }

    #[test]
    fn another_encoding_is_read_and_told() {
        let read = mended(b"co\xfbt \xe9lev\xe9\nco\xc3\xbbt\n");
        assert_eq!(read, [("coût élevé".to_owned(), Some(OTHER)), ("coût".to_owned(), None)]);
    }

    #[test]
    fn a_line_that_is_cut_is_told_and_ends_on_a_letter() {
        let long = "é".repeat(LONGEST);
        let read = mended(format!("a{long}\n{}\nb", &long[..LONGEST]).as_bytes());
        let told: Vec<_> = read.iter().map(|(_, mended)| *mended).collect();
        assert_eq!(told, [Some(CUT), None, None]);
        assert!(read[0].0.ends_with('é') && read[0].0.len() < LONGEST);
    }

    #[test]
    fn a_line_without_end_is_bounded() {
        let long = vec![b'a'; 5_000_000];
        assert_eq!(lines(&long)[0].len(), LONGEST);
        let two = [long.as_slice(), b"\nb"].concat();
        assert_eq!(lines(&two)[1], "b");
    }
}
