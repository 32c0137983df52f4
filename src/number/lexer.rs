//! Glyphs → tokens, in one pass. What a run of digits is worth is `literal`'s work; what a
//! word means is `unit_words`'.

use super::literal::{self, Literal};
use super::normalise::{BLANK, GAP, Glyph};
use super::quantity::ReadErrorKind;

/// One piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub kind: Kind,
    /// Index, in characters of the raw text, of its first character.
    pub at: usize,
    /// No blank stands between this token and the one before.
    pub tight: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Number(Literal),
    /// Letters, in lower case and without accents.
    Word(String),
    Percent,
    Euro,
    /// `'`: minutes, or an elision inside words.
    Quote,
    /// `''` or `"`: seconds.
    DoubleQuote,
    Plus,
    Minus,
    /// `×` or `x`: also announces a coefficient.
    Times,
    /// `*` or `·`.
    Star,
    Divide,
    /// A division, or what separates the parts of a clock.
    Colon,
    Power,
    Open,
    Close,
    /// `=` and the signs and words that announce a result: `≈`, `~`, `environ`, `soit`.
    Equals,
    /// What cannot be read. The parser reports it only if nothing before it is wrong.
    Bad(ReadErrorKind),
}

/// Words that announce a figure and add nothing to it.
const LEAD_INS: &[&str] = &["environ", "env", "soit", "donc", "vaut", "approximativement"];

/// Cuts a text into tokens. Never fails: what is unreadable becomes [`Kind::Bad`].
pub fn tokens(glyphs: &[Glyph]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut next = 0;
    let mut tight = false;
    while let Some(glyph) = glyphs.get(next) {
        if matches!(glyph.c, BLANK | GAP) {
            tight = false;
            next += 1;
            continue;
        }
        let (kind, length, shift) = piece(glyphs, next);
        if let Some(kind) = kind {
            let at = glyphs.get(next + shift).map_or(glyph.at, |glyph| glyph.at);
            tokens.push(Token { kind, at, tight });
        }
        tight = true;
        next += length.max(1);
    }
    tokens
}

/// The token at `start`, how many glyphs it takes, and how far inside it its error lies.
fn piece(glyphs: &[Glyph], start: usize) -> (Option<Kind>, usize, usize) {
    let rest = glyphs.get(start..).unwrap_or_default();
    if let Some(scan) = literal::scan(rest) {
        return match scan.value {
            Ok(value) => (Some(Kind::Number(value)), scan.length, 0),
            Err((kind, shift)) => (Some(Kind::Bad(kind)), scan.length, shift),
        };
    }
    match rest.first().map(|glyph| glyph.c) {
        Some(c) if c.is_alphabetic() => {
            let (kind, length) = word(rest);
            (Some(kind), length, 0)
        }
        Some('.') if is_full_stop(glyphs, start) => (None, 1, 0),
        Some('\'') if second(rest) == Some('\'') => (Some(Kind::DoubleQuote), 2, 0),
        Some('*') if second(rest) == Some('*') => (Some(Kind::Power), 2, 0),
        Some('=') if second(rest) == Some('>') => (Some(Kind::Equals), 2, 0),
        Some(c) => (Some(sign(c)), 1, 0),
        None => (None, 1, 0),
    }
}

fn second(rest: &[Glyph]) -> Option<char> {
    rest.get(1).map(|glyph| glyph.c)
}

/// The dot of an abbreviation (`env.`, `pts.`) or of the end of a sentence.
fn is_full_stop(glyphs: &[Glyph], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| glyphs.get(at)).map(|glyph| glyph.c);
    let last = glyphs.iter().skip(at + 1).all(|glyph| matches!(glyph.c, BLANK | GAP));
    before.is_some_and(|c| c.is_alphabetic() || (last && !matches!(c, BLANK | GAP | '.')))
}

fn word(rest: &[Glyph]) -> (Kind, usize) {
    let text: String = rest.iter().map(|glyph| glyph.c).take_while(|c| c.is_alphabetic()).collect();
    let length = text.chars().count();
    let kind = match text.as_str() {
        "x" => Kind::Times,
        text if LEAD_INS.contains(&text) => Kind::Equals,
        _ => Kind::Word(text),
    };
    (kind, length)
}

fn sign(c: char) -> Kind {
    match c {
        '%' => Kind::Percent,
        '€' => Kind::Euro,
        '\'' => Kind::Quote,
        '"' => Kind::DoubleQuote,
        '+' => Kind::Plus,
        '-' => Kind::Minus,
        '×' => Kind::Times,
        '*' => Kind::Star,
        '/' => Kind::Divide,
        ':' => Kind::Colon,
        '^' => Kind::Power,
        '(' => Kind::Open,
        ')' => Kind::Close,
        '=' | '~' => Kind::Equals,
        _ => Kind::Bad(ReadErrorKind::UnexpectedCharacter),
    }
}
