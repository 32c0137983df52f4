//! Lines in: bounded, whatever comes, and without anything invisible.

use std::io::{self, BufRead};

use unicode_normalization::UnicodeNormalization;

/// Longest line taken, in bytes; the rest of it is left out.
const LONGEST: usize = 100_000;

/// The next line, without its end; `None` at the end of the input.
///
/// # Errors
/// When the input cannot be read.
pub fn next_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut any = false;
    loop {
        let waiting = match input.fill_buf() {
            Ok(waiting) => waiting,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if waiting.is_empty() {
            return Ok(any.then(|| printable(&bytes)));
        }
        any = true;
        let end = waiting.iter().position(|byte| *byte == b'\n');
        let part = end.unwrap_or(waiting.len());
        let room = LONGEST.saturating_sub(bytes.len());
        bytes.extend_from_slice(&waiting[..part.min(room)]);
        input.consume(end.map_or(part, |end| end + 1));
        if end.is_some() {
            return Ok(Some(printable(&bytes)));
        }
    }
}

/// Composed, without control characters; a tab is a space.
fn printable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text: String = text.nfc().map(|c| if c == '\t' { ' ' } else { c }).collect();
    text.trim_start_matches('\u{feff}').chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(mut input: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        while let Some(line) = next_line(&mut input).unwrap() {
            lines.push(line);
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
        assert_eq!(lines(b"\xff\xfe"), ["\u{fffd}\u{fffd}"]);
    }

    #[test]
    fn a_line_without_end_is_bounded() {
        let long = vec![b'a'; 5_000_000];
        assert_eq!(lines(&long)[0].len(), LONGEST);
        let two = [long.as_slice(), b"\nb"].concat();
        assert_eq!(lines(&two)[1], "b");
    }
}
