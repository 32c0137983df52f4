//! Lines of an input of any length, in constant memory: a line that is too long is skipped to
//! its end and said to be so.

use std::io::{self, BufRead};

/// The longest line that is read, in bytes.
pub const LONGEST: usize = 1 << 20;

/// One line of input, without its end.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Bytes(Vec<u8>),
    /// Longer than [`LONGEST`]; its bytes are gone.
    TooLong,
}

/// Reads lines and counts them.
pub struct Lines<R> {
    input: R,
    /// Number of the line last read, from 1.
    pub number: usize,
    longest: usize,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R) -> Self {
        Self::bounded(input, LONGEST)
    }

    fn bounded(input: R, longest: usize) -> Self {
        Lines { input, number: 0, longest }
    }

    /// The next line; `None` at the end of the input.
    pub fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let (mut too_long, mut any) = (false, false);
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|&byte| byte == b'\n');
            let taken = end.map_or(chunk.len(), |end| end + 1);
            let text = &chunk[..end.unwrap_or(chunk.len())];
            if bytes.len() + text.len() > self.longest {
                too_long = true;
                bytes = Vec::new();
            } else if !too_long {
                bytes.extend_from_slice(text);
            }
            self.input.consume(taken);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(if too_long { Line::TooLong } else { Line::Bytes(self.trimmed(bytes)) }))
    }

    /// Without the carriage return of Windows, nor the mark some editors put first in a file.
    fn trimmed(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn all(input: &[u8], longest: usize) -> Vec<Line> {
        // A buffer of three bytes cuts every line.
        let mut lines = Lines::bounded(BufReader::with_capacity(3, input), longest);
        std::iter::from_fn(|| lines.read().unwrap()).collect()
    }

    fn bytes(text: &str) -> Line {
        Line::Bytes(text.as_bytes().to_vec())
    }

    #[test]
    fn ends_of_lines_and_the_byte_order_mark_are_dropped() {
        assert_eq!(
            all(b"\xef\xbb\xbfab\r\ncd\n\nefghij", 100),
            ["ab", "cd", "", "efghij"].map(bytes)
        );
        assert_eq!(all(b"", 100), []);
        assert_eq!(all(b"\n", 100), [bytes("")]);
    }

    #[test]
    fn a_line_at_the_bound_is_read_and_one_byte_more_is_skipped() {
        assert_eq!(all(b"12345\nok\n", 5), [bytes("12345"), bytes("ok")]);
        assert_eq!(all(b"123456\nok\n", 5), [Line::TooLong, bytes("ok")]);
        assert_eq!(all(b"1234567890123\nok", 5), [Line::TooLong, bytes("ok")]);
    }
}
