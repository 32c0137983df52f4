//! `tuteur-ndrc corriger`: answers without a screen, one line out for each line in.
//!
//! Reading is `number`'s work and judging `check`'s; here are the requests, the replies, and
//! the walk over an input of any length in constant memory.

mod adhoc;
mod judge;
mod lines;
mod reply;
mod request;
mod table;
mod tree;

#[cfg(test)]
mod tests;

use std::io::{self, BufRead, Write};

use crate::model::Catalogue;
use judge::Index;
use lines::{LONGEST, Line, Lines};
use reply::Reply;

/// What the input is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    JsonLines,
    /// A teacher's table with a heading, `;`, `,` or tabulation between columns.
    Csv,
}

/// How the run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Every request was served.
    Served,
    /// So many requests were at fault; their replies say why.
    Refused(usize),
}

impl Outcome {
    fn of(refused: usize) -> Self {
        if refused == 0 { Outcome::Served } else { Outcome::Refused(refused) }
    }

    /// The exit code of the command.
    pub fn code(self) -> u8 {
        match self {
            Outcome::Served => 0,
            Outcome::Refused(_) => 1,
        }
    }
}

/// Answers every request of `input`, in order, flushing after each.
///
/// # Errors
/// Reading the input or writing the output failed.
pub fn run(
    input: impl BufRead,
    output: impl Write,
    catalogue: &Catalogue,
    format: Format,
) -> io::Result<Outcome> {
    let index = Index::new(catalogue);
    match format {
        Format::JsonLines => json_lines(Lines::new(input), output, &index),
        Format::Csv => table::run(Lines::new(input), output, &index),
    }
}

fn json_lines(
    mut lines: Lines<impl BufRead>,
    mut output: impl Write,
    index: &Index,
) -> io::Result<Outcome> {
    let mut refused = 0;
    while let Some(line) = lines.read()? {
        let reply = match line {
            // A blank line asks nothing.
            Line::Bytes(bytes) if bytes.trim_ascii().is_empty() => continue,
            Line::Bytes(bytes) => answer(&bytes, lines.number, index),
            Line::TooLong => Reply::Refused { erreur: too_long(), ligne: lines.number },
        };
        refused += usize::from(reply.is_refusal());
        let mut text = serde_json::to_vec(&reply)?;
        text.push(b'\n');
        output.write_all(&text)?;
        output.flush()?;
    }
    Ok(Outcome::of(refused))
}

/// One line of JSON → its reply.
fn answer(line: &[u8], number: usize, index: &Index) -> Reply {
    request::parse(line)
        .and_then(|request| index.answer(&request))
        .unwrap_or_else(|erreur| Reply::Refused { erreur, ligne: number })
}

fn too_long() -> String {
    format!("la ligne dépasse {}\u{a0}Kio", LONGEST / 1024)
}
