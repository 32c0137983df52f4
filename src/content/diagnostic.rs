//! A problem of a file: where it is, what is wrong, and what to do about it.

use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::code::{Code, Severity};
use super::source::{SourceFile, Text};

/// One problem. Lines and columns count from 1, columns in characters; both are 0 where the
/// problem is the file itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub file: String,
    /// Bytes of the file's text.
    pub span: Range<usize>,
    pub line: usize,
    pub column: usize,
    pub severity: Severity,
    pub code: Code,
    /// What is wrong, one sentence without a final stop.
    pub message: String,
    /// What stands at the place, in a few words.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
    text: Text,
}

impl Diagnostic {
    /// A problem at a place of a file.
    pub(super) fn at(
        source: &SourceFile,
        span: Range<usize>,
        code: Code,
        message: impl Into<String>,
    ) -> Self {
        let span = visible(&source.text, span);
        let (line, column) = line_column(&source.text, span.start);
        Diagnostic {
            span,
            line,
            column,
            text: source.text.clone(),
            ..Self::of(&source.name, code, message)
        }
    }

    /// A problem of a file or folder as a whole.
    pub(super) fn of(file: &str, code: Code, message: impl Into<String>) -> Self {
        Diagnostic {
            file: file.to_owned(),
            span: 0..0,
            line: 0,
            column: 0,
            severity: code.severity(),
            code,
            message: message.into(),
            label: String::new(),
            help: None,
            text: Text::Shipped(Arc::default()),
        }
    }

    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The problem with an excerpt of the file, as printed by `valider`; no final line break.
    /// Colours are escape sequences: only for a terminal.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let level = match self.severity {
            Severity::Error => Level::ERROR.with_name("erreur"),
            Severity::Warning => Level::WARNING.with_name("attention"),
            Severity::Note => Level::NOTE.with_name("note"),
        };
        let (file, message, label) =
            (printable(&self.file), printable(&self.message), printable(&self.label));
        let help = self.help.as_deref().map(printable);
        if self.line == 0 {
            let title = format!("{file}\u{a0}: {message}");
            let group = Group::with_title(level.primary_title(title).id(self.code.short()));
            return renderer.render(&[with_help(group, help.as_deref())]);
        }
        let annotation = AnnotationKind::Primary.span(self.span.clone());
        let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
        let snippet = Snippet::source(&*self.text).path(file).annotation(annotation);
        let group = level.primary_title(message).id(self.code.short()).element(snippet);
        renderer.decor_style(DecorStyle::Unicode).render(&[with_help(group, help.as_deref())])
    }

    /// The place and the sentence on one line: `fichier.ron:3:25: erreur[C04]: …`.
    pub fn one_line(&self) -> String {
        let name = match self.severity {
            Severity::Error => "erreur",
            Severity::Warning => "attention",
            Severity::Note => "note",
        };
        let place =
            if self.line == 0 { String::new() } else { format!(":{}:{}", self.line, self.column) };
        format!(
            "{}{place}: {name}[{}]: {}",
            printable(&self.file),
            self.code.short(),
            printable(&self.message)
        )
    }
}

fn with_help<'a>(group: Group<'a>, help: Option<&'a str>) -> Group<'a> {
    match help {
        Some(help) => group.element(Level::HELP.with_name("remède").message(help)),
        None => group,
    }
}

/// Text of a file or a path as a terminal may receive it: no control character passes.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// A range that lies in `text`, on character boundaries, and holds at least one character where it can.
fn visible(text: &str, span: Range<usize>) -> Range<usize> {
    let start = floor_boundary(text, span.start);
    let end = floor_boundary(text, span.end).max(start);
    if end > start {
        return start..end;
    }
    match text[start..].chars().next() {
        Some(c) => start..start + c.len_utf8(),
        None => start..start,
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// Line and column, both from 1, of a byte of `text` that is a character boundary.
fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> SourceFile {
        SourceFile::new("essai.ron", text)
    }

    #[test]
    fn columns_count_characters() {
        let diagnostic = Diagnostic::at(&source("é = 1\nàé x"), 12..13, Code::Syntax, "ici");
        assert_eq!((diagnostic.line, diagnostic.column), (2, 4));
    }

    #[test]
    fn any_range_is_brought_back_into_the_text() {
        for span in [0..0, 1..1, 99..120, 1..2] {
            let diagnostic = Diagnostic::at(&source("é€"), span, Code::Syntax, "ici");
            assert!(diagnostic.render(false).contains("essai.ron:1:"), "{diagnostic:?}");
        }
        assert!(
            Diagnostic::at(&source(""), 0..3, Code::Syntax, "vide").render(false).contains("vide")
        );
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let bad = SourceFile::new("a\u{1b}[31m.ron", "x \u{1b}[2J \u{7} y");
        let text = Diagnostic::at(&bad, 0..1, Code::Syntax, "\u{1b}]0;t\u{7}")
            .help("\u{9b}31m")
            .render(false);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    }
}
