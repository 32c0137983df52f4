//! Collects the problems of one file while it is lowered, and the small checks every text gets.

use std::cell::RefCell;
use std::ops::Range;

use super::code::Code;
use super::diagnostic::Diagnostic;
use super::located::Located;
use super::source::SourceFile;
use crate::number::french;

/// The file being read and its problems so far.
pub(super) struct Report<'a> {
    pub source: &'a SourceFile,
    problems: RefCell<Vec<Diagnostic>>,
}

impl<'a> Report<'a> {
    pub fn new(source: &'a SourceFile) -> Self {
        Report { source, problems: RefCell::new(Vec::new()) }
    }

    /// The problems, in the order of the file.
    pub fn into_problems(self) -> Vec<Diagnostic> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| (problem.line, problem.column, problem.code));
        problems
    }

    pub fn push(&self, problem: Diagnostic) {
        let mut problems = self.problems.borrow_mut();
        // A row's hint is shared by its cells: it is told once.
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// A problem at a text of the file.
    pub fn at(&self, place: &Located, code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic::at(self.source, self.span(place), code, message)
    }

    /// A problem at a part of a text, in bytes of the text.
    pub fn inside(
        &self,
        place: &Located,
        part: &Range<usize>,
        code: Code,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::at(self.source, place.part(&self.source.text, part), code, message)
    }

    fn span(&self, place: &Located) -> Range<usize> {
        place.span(&self.source.text)
    }

    /// A text as it is shown, in French typography. Control characters and emptiness are problems.
    pub fn text(&self, text: &Located) -> String {
        if text.text.trim().is_empty() && !text.is_absent() {
            self.push(
                self.at(text, Code::EmptyText, "texte vide")
                    .help("Écrivez-le, ou retirez le champ."),
            );
        }
        self.optional_text(text)
    }

    /// The same, where nothing is a fair answer.
    pub fn optional_text(&self, text: &Located) -> String {
        let control = text.text.char_indices().find(|(_, c)| c.is_control() && *c != '\n');
        if let Some((at, c)) = control {
            let part = at..at + c.len_utf8();
            let message = format!("caractère de contrôle U+{:04X} dans un texte", u32::from(c));
            self.push(
                self.inside(text, &part, Code::ControlCharacter, message).help("Retirez-le."),
            );
        }
        french::typeset(&text.text)
    }

    pub fn texts(&self, texts: &[Located]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    pub fn maybe(&self, text: Option<&Located>) -> Option<String> {
        text.map(|text| self.text(text))
    }
}
