//! Cutting a text into sentences of tokens.

use std::collections::HashMap;
use std::ops::Range;

use super::fold::{Form, Former};

/// What separates a token from the one before it in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    None,
    /// A comma or a slash: a list may go on.
    Comma,
    /// A colon: what was announced follows.
    Colon,
    /// Parenthesis, dash, arrow: another clause.
    Clause,
}

#[derive(Debug, Clone)]
pub struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Index of its form.
    pub form: usize,
    pub before: Break,
}

/// A text, cut.
pub struct Text {
    pub tokens: Vec<Token>,
    /// Distinct words.
    pub forms: Vec<Form>,
    /// Tokens of each sentence; the heading of a list comes before each of its lines.
    pub sentences: Vec<Vec<usize>>,
}

/// Tokens of a heading repeated before the lines of its list.
const LONGEST_HEADING: usize = 12;

/// Full stops after these do not end a sentence.
const ABBREVIATIONS: [&str; 9] = ["ex", "cf", "env", "max", "min", "nb", "nbre", "p", "vs"];

impl Text {
    pub fn new(text: &str) -> Text {
        let mut cut = Cutter::new(text);
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            cut.line(offset, line);
            offset += line.len();
        }
        cut.done
    }

    pub fn folded(&self, token: usize) -> &str {
        &self.forms[self.tokens[token].form].folded
    }
}

struct Cutter<'a> {
    text: &'a str,
    former: Former,
    known: HashMap<&'a str, usize>,
    heading: Vec<usize>,
    done: Text,
}

impl<'a> Cutter<'a> {
    fn new(text: &'a str) -> Self {
        let done = Text { tokens: Vec::new(), forms: Vec::new(), sentences: Vec::new() };
        Cutter { text, former: Former::default(), known: HashMap::new(), heading: Vec::new(), done }
    }

    fn line(&mut self, offset: usize, line: &str) {
        let body = line.trim();
        let start = offset + (line.len() - line.trim_start().len());
        let marker = bullet(body);
        if body.is_empty() {
            // A blank line between a heading and its list is common.
            return;
        }
        if marker == 0 {
            self.heading.clear();
        }
        let first = self.done.sentences.len();
        self.sentences(start + marker, start + body.len());
        if marker == 0 && body.ends_with(':') {
            self.heading = self.done.sentences[first..].last().cloned().unwrap_or_default();
            self.heading.truncate(LONGEST_HEADING);
        }
    }

    fn sentences(&mut self, start: usize, end: usize) {
        let mut sentence = self.heading.clone();
        let own = sentence.len();
        let mut before = if own == 0 { Break::None } else { Break::Colon };
        let mut at = start;
        while at < end {
            let rest = &self.text[at..end];
            let word = word_length(rest);
            if word > 0 {
                self.push(at..at + word, before, &mut sentence);
                before = Break::None;
                at += word;
                continue;
            }
            let c = rest.chars().next().unwrap_or(' ');
            if self.ends_sentence(c, at, end) {
                self.close(&mut sentence, own);
                before = if own == 0 { Break::None } else { Break::Colon };
            } else {
                before = before.max(separator(c, rest));
            }
            at += c.len_utf8();
        }
        self.close(&mut sentence, own);
    }

    fn push(&mut self, range: Range<usize>, before: Break, sentence: &mut Vec<usize>) {
        let word = &self.text[range.clone()];
        let next = self.done.forms.len();
        let form = *self.known.entry(word).or_insert(next);
        if form == next {
            self.done.forms.push(self.former.form(&word.replace('.', ",")));
        }
        sentence.push(self.done.tokens.len());
        self.done.tokens.push(Token { range, form, before });
    }

    /// Closes a sentence; the heading stays before the next one.
    fn close(&mut self, sentence: &mut Vec<usize>, own: usize) {
        if sentence.len() > own {
            self.done.sentences.push(sentence.clone());
            sentence.truncate(own);
        }
    }

    fn ends_sentence(&self, c: char, at: usize, end: usize) -> bool {
        match c {
            '!' | '?' | ';' | '…' | '•' => true,
            '.' => {
                let rest = &self.text[at + 1..end];
                let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
                let last = self.done.tokens.last().filter(|token| token.range.end == at);
                let short = last.is_some_and(|t| {
                    ABBREVIATIONS.contains(&self.done.forms[t.form].folded.as_str())
                });
                spaced && !short || rest.starts_with(|c: char| c.is_uppercase() || c == '.')
            }
            _ => false,
        }
    }
}

/// Length of the bullet or number that opens a line of a list; nothing for a plain line.
fn bullet(line: &str) -> usize {
    let mark =
        |c: char| matches!(c, '-' | '–' | '—' | '•' | '*' | '>' | '→' | '·' | '◦' | '▪' | '+');
    let length = match line.chars().next() {
        Some(c) if mark(c) => c.len_utf8(),
        Some(c) if c.is_ascii_alphanumeric() => {
            let digits = line.chars().take_while(char::is_ascii_digit).count().max(1);
            let close = line[digits..].starts_with([')', '.', '°']);
            if close && line[digits + 1..].starts_with([' ', '\u{a0}']) { digits + 1 } else { 0 }
        }
        _ => 0,
    };
    if line[length..].trim().is_empty() { 0 } else { length }
}

/// Length of the word a text starts with: letters, or a number with its decimals, or a sign that counts.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    if matches!(first, '%' | '€') {
        return first.len_utf8();
    }
    if first.is_numeric() {
        return number_length(text);
    }
    let letter = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
    text.char_indices().find(|(_, c)| !letter(*c)).map_or(text.len(), |(at, _)| at)
}

fn number_length(text: &str) -> usize {
    let digits = |from: usize| {
        let rest = &text[from..];
        from + rest.find(|c: char| !c.is_numeric()).unwrap_or(rest.len())
    };
    let whole = digits(0);
    let decimal = text[whole..].starts_with([',', '.'])
        && text[whole + 1..].starts_with(|c: char| c.is_ascii_digit());
    if decimal { digits(whole + 1) } else { whole }
}

fn separator(c: char, rest: &str) -> Break {
    match c {
        ',' | '/' => Break::Comma,
        ':' => Break::Colon,
        '(' | ')' | '—' | '→' | '⇒' | '=' | '>' | '[' | ']' | '|' => Break::Clause,
        // A dash between blanks; a hyphen inside a word separates nothing.
        '-' | '–' if rest[c.len_utf8()..].starts_with([' ', '>']) => Break::Clause,
        _ => Break::None,
    }
}
