//! A teacher's table: every row is a request, and comes back with its verdict in added columns.

use std::io::{self, BufRead, Write};

use super::judge::Index;
use super::lines::{LONGEST, Line, Lines};
use super::reply::{Judged, Reply};
use super::request::{self, Request};
use super::{Outcome, too_long};

/// The columns a row of requests may have; others are carried along.
const KEYS: &[&str] = &["etape", "reponse", "attendu", "formule", "unite", "lire"];

/// The columns added.
const ADDED: [&str; 8] =
    ["verdict", "valeur", "unite", "remarque", "diagnostic", "reporte", "message", "erreur"];

/// Answers every row of a table.
pub fn run(
    lines: Lines<impl BufRead>,
    mut output: impl Write,
    index: &Index,
) -> io::Result<Outcome> {
    let mut records = Records { lines };
    let Some((_, heading)) = records.next()? else { return Ok(Outcome::Served) };
    let heading = match heading {
        Ok(text) => text,
        Err(reason) => return refuse(output, b';', &reason),
    };
    let delimiter = delimiter(&heading);
    let columns = fields(&heading, delimiter);
    let names: Vec<String> = columns.iter().map(|name| column_name(name)).collect();
    if !names.iter().any(|name| name == "reponse" || name == "lire") {
        return refuse(output, delimiter, NO_COLUMN);
    }
    write_row(&mut output, delimiter, columns.iter().chain(&headings_added(&names)))?;
    let mut refused = 0;
    while let Some((number, record)) = records.next()? {
        if record.as_ref().is_ok_and(|text| text.trim().is_empty()) {
            continue;
        }
        let mut row = record.as_ref().map(|text| fields(text, delimiter)).unwrap_or_default();
        let reply =
            record.and_then(|_| request(&names, &row)).and_then(|request| index.answer(&request));
        let cells = reply.map(cells).unwrap_or_else(|reason| {
            refused += 1;
            error_cells(format!("ligne {number}\u{a0}: {reason}"))
        });
        row.resize(columns.len(), String::new());
        write_row(&mut output, delimiter, row.iter().chain(&cells))?;
    }
    Ok(Outcome::of(refused))
}

/// An input column keeps its name; the one that is added tells what was read.
fn headings_added(names: &[String]) -> [String; 8] {
    ADDED.map(|name| {
        let taken = names.iter().any(|taken| taken == name);
        if taken { format!("{name}_lu") } else { name.to_owned() }
    })
}

const NO_COLUMN: &str = "la première ligne doit nommer les colonnes, dont «\u{a0}reponse\u{a0}» (et «\u{a0}etape\u{a0}» ou «\u{a0}attendu\u{a0}»)";

fn refuse(mut output: impl Write, delimiter: u8, reason: &str) -> io::Result<Outcome> {
    write_row(
        &mut output,
        delimiter,
        [&"erreur".to_owned(), &format!("ligne 1\u{a0}: {reason}")].into_iter(),
    )?;
    Ok(Outcome::of(1))
}

/// Rows, which may span lines inside quotes; no more is held than one row.
struct Records<R> {
    lines: Lines<R>,
}

type Record = (usize, Result<String, String>);

impl<R: BufRead> Records<R> {
    fn next(&mut self) -> io::Result<Option<Record>> {
        let mut text = String::new();
        let mut first = None;
        let mut quoted = false;
        loop {
            let Some(line) = self.lines.read()? else {
                return Ok(first.map(|number| (number, Ok(text))));
            };
            let number = *first.get_or_insert(self.lines.number);
            match line {
                Line::TooLong => return Ok(Some((number, Err(too_long())))),
                Line::Bytes(bytes) => {
                    quoted ^= bytes.iter().filter(|&&byte| byte == b'"').count() % 2 == 1;
                    text.push_str(&decoded(bytes));
                }
            }
            if text.len() > LONGEST {
                return Ok(Some((number, Err("un guillemet n’est pas refermé".to_owned()))));
            }
            if !quoted {
                return Ok(Some((number, Ok(text))));
            }
            text.push('\n');
        }
    }
}

/// UTF-8, or what French spreadsheets write where they do not.
fn decoded(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| error.as_bytes().iter().map(|&byte| windows_1252(byte)).collect())
}

/// A character of Windows-1252; it differs from Latin-1 between 0x80 and 0x9f only.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The mark between columns: the one the heading uses most, `;` first.
fn delimiter(heading: &str) -> u8 {
    let count = |mark: u8| heading.bytes().filter(|&byte| byte == mark).count();
    let best = [b';', b'\t', b','].into_iter().rev().max_by_key(|&mark| count(mark));
    best.filter(|&mark| count(mark) > 0).unwrap_or(b';')
}

fn fields(record: &str, delimiter: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(record.as_bytes());
    let first = reader.records().next().and_then(Result::ok);
    first.map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default()
}

/// `Réponse` is the column `reponse`.
fn column_name(name: &str) -> String {
    let plain = name.trim().to_lowercase().replace(['é', 'è', 'ê'], "e");
    if KEYS.contains(&plain.as_str()) { plain } else { name.trim().to_owned() }
}

/// The request of a row: the same keys as in JSON, an empty cell being an absent key.
fn request(names: &[String], row: &[String]) -> Result<Request, String> {
    if row.iter().skip(names.len()).any(|cell| !cell.trim().is_empty()) {
        return Err(
            "plus de cellules que de colonnes\u{a0}: une virgule décimale se met entre guillemets"
                .to_owned(),
        );
    }
    let keys = names.iter().zip(row.iter().map(String::as_str).chain(std::iter::repeat("")));
    let keys = keys.take(names.len()).filter(|(name, _)| KEYS.contains(&name.as_str()));
    let kept = keys.filter(|(name, text)| *name == "reponse" || !text.trim().is_empty());
    request::from_keys(kept.map(|(name, text)| (name.clone(), text.into())).collect())
}

fn cells(reply: Reply) -> [String; 8] {
    let text = |word: Option<&str>| word.unwrap_or_default().to_owned();
    match reply {
        Reply::Verdict(Judged {
            verdict,
            valeur,
            unite,
            remarque,
            diagnostic,
            reporte,
            message,
        }) => [
            verdict.to_owned(),
            valeur.unwrap_or_default(),
            text(unite),
            text(remarque),
            text(diagnostic),
            text(Some(if reporte { "oui" } else { "non" })),
            message,
            String::new(),
        ],
        Reply::Read { valeur, unite, .. } => {
            let mut cells: [String; 8] = Default::default();
            (cells[1], cells[2]) = (valeur, text(unite));
            cells
        }
        Reply::Ambiguous { ambigu } => {
            error_cells(format!("deux lectures\u{a0}: {}", ambigu.join(" ou ")))
        }
        Reply::Unread { erreur, .. } | Reply::Refused { erreur, .. } => error_cells(erreur),
    }
}

fn error_cells(error: String) -> [String; 8] {
    let mut cells: [String; 8] = Default::default();
    cells[7] = error;
    cells
}

fn write_row<'a>(
    output: &mut impl Write,
    delimiter: u8,
    cells: impl Iterator<Item = &'a String>,
) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(cells.map(String::as_bytes)).map_err(io::Error::other)?;
    let row = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    output.write_all(&row)?;
    output.flush()
}
