//! From the text of a formula to tokens, each with its place.

use std::ops::Range;

use super::scan::{self, continues_word, is_blank};
use super::{FormulaError, Name};
use crate::model::Literal;

/// A token and the bytes it takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub kind: Kind,
    pub span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Number(Literal),
    Name(Name),
    /// A word right before a parenthesis.
    Function(String),
    Quoted(String),
    Open,
    Close,
    Comma,
    Colon,
    Plus,
    Minus,
    Times,
    Divide,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    End,
}

/// Cuts `source` into tokens; the last one is [`Kind::End`].
pub(super) fn tokens(source: &str) -> Result<Vec<Token>, FormulaError> {
    let mut lexer = Lexer { source, at: 0 };
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next()?;
        let end = token.kind == Kind::End;
        tokens.push(token);
        if end {
            return Ok(tokens);
        }
    }
}

struct Lexer<'a> {
    source: &'a str,
    at: usize,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_blanks(&mut self) {
        while let Some(c) = self.peek().filter(|c| is_blank(*c)) {
            self.at += c.len_utf8();
        }
    }

    fn next(&mut self) -> Result<Token, FormulaError> {
        self.skip_blanks();
        let start = self.at;
        let Some(first) = self.peek() else {
            return Ok(Token { kind: Kind::End, span: start..start });
        };
        let kind = if first.is_ascii_digit() {
            self.number_or_word()?
        } else if continues_word(first) {
            self.word()?
        } else if first == '"' {
            self.quoted()?
        } else {
            self.sign(first)?
        };
        Ok(Token { kind, span: start..self.at })
    }

    fn sign(&mut self, first: char) -> Result<Kind, FormulaError> {
        let start = self.at;
        self.at += first.len_utf8();
        let equal = self.rest().starts_with('=');
        let kind = match first {
            '(' => Kind::Open,
            ')' => Kind::Close,
            ',' | ';' => Kind::Comma,
            ':' => Kind::Colon,
            '+' => Kind::Plus,
            '-' | '−' | '–' => Kind::Minus,
            '*' | '×' => Kind::Times,
            '/' | '÷' => Kind::Divide,
            '≥' => Kind::AtLeast,
            '≤' => Kind::AtMost,
            '>' if equal => Kind::AtLeast,
            '<' if equal => Kind::AtMost,
            '>' => Kind::MoreThan,
            '<' => Kind::LessThan,
            _ => return Err(unexpected(first, start..self.at)),
        };
        if equal && matches!(first, '>' | '<') {
            self.at += 1;
        }
        Ok(kind)
    }

    /// A figure, unless letters stick to it (`2e-relance` is a name).
    fn number_or_word(&mut self) -> Result<Kind, FormulaError> {
        let (literal, length) = scan::literal(self.rest(), self.at)?;
        let after = self.rest()[length..].chars().next();
        if after.is_some_and(|c| c.is_alphabetic() || c == '_') {
            let word = self.identifier();
            if word.chars().any(char::is_alphabetic) {
                return self.word();
            }
        }
        self.at += length;
        Ok(Kind::Number(literal))
    }

    /// The identifier at the current place, without consuming it: hyphens belong to it where a
    /// letter or a digit follows.
    fn identifier(&self) -> &str {
        let rest = self.rest();
        let mut end = 0;
        for (index, c) in rest.char_indices() {
            let next = rest[index + c.len_utf8()..].chars().next();
            let hyphen = c == '-' && index > 0 && next.is_some_and(char::is_alphanumeric);
            if !(continues_word(c) || hyphen) {
                break;
            }
            end = index + c.len_utf8();
        }
        &rest[..end]
    }

    fn take_identifier(&mut self) -> String {
        let word = self.identifier().to_string();
        self.at += word.len();
        word
    }

    /// A function before a parenthesis, else a name with its table and its selector.
    fn word(&mut self) -> Result<Kind, FormulaError> {
        let first = self.take_identifier();
        if self.rest().starts_with('(') {
            return Ok(Kind::Function(first));
        }
        let mut name = Name { name: first, ..Name::default() };
        let dotted = self.rest().strip_prefix('.').and_then(|tail| tail.chars().next());
        if dotted.is_some_and(continues_word) {
            self.at += 1;
            name.table = Some(std::mem::replace(&mut name.name, self.take_identifier()));
        }
        name.selector = self.selector()?;
        Ok(Kind::Name(name))
    }

    /// `[T4]`: free text up to the closing bracket.
    pub(super) fn selector(&mut self) -> Result<Option<String>, FormulaError> {
        let before = self.at;
        self.skip_blanks();
        if !self.rest().starts_with('[') {
            self.at = before;
            return Ok(None);
        }
        let open = self.at;
        let Some(length) = self.rest().find(']') else {
            return Err(FormulaError::new(open..open + 1, "ce crochet n’est pas fermé")
                .help("ajoutez «\u{a0}]\u{a0}» après le nom de la colonne ou de la ligne"));
        };
        let text = self.rest()[1..length].trim().to_string();
        self.at += length + 1;
        if text.is_empty() {
            return Err(FormulaError::new(open..self.at, "les crochets sont vides")
                .help("nommez la colonne ou la ligne, comme «\u{a0}ca[T4]\u{a0}»"));
        }
        Ok(Some(text))
    }

    fn quoted(&mut self) -> Result<Kind, FormulaError> {
        let open = self.at;
        let Some(length) = self.rest()[1..].find('"') else {
            return Err(FormulaError::new(open..open + 1, "ce guillemet n’est pas fermé"));
        };
        let text = self.rest()[1..=length].to_string();
        self.at += length + 2;
        Ok(Kind::Quoted(text))
    }
}

fn unexpected(c: char, span: Range<usize>) -> FormulaError {
    if c == '%' || c == '€' {
        return FormulaError::new(span, format!("«\u{a0}{c}\u{a0}» ne s’écrit qu’après un nombre"))
            .help("multipliez plutôt, ou donnez l’unité dans le tableau");
    }
    if c == '[' {
        return FormulaError::new(span, "les crochets ne s’écrivent qu’après un nom")
            .help("par exemple «\u{a0}ca[T4]\u{a0}»");
    }
    let visible = !c.is_control() && !c.is_whitespace();
    let shown =
        if visible { format!("«\u{a0}{c}\u{a0}»") } else { format!("U+{:04X}", u32::from(c)) };
    FormulaError::new(span, format!("le caractère {shown} n’a pas de sens dans une formule"))
}
