//! Building lines of styled text: paragraphs, labelled paragraphs, blanks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;

/// A column of lines being written, at a fixed width.
#[derive(Debug, Default, Clone)]
pub struct Lines {
    pub lines: Vec<Line<'static>>,
    pub width: usize,
}

impl Lines {
    pub fn new(width: usize) -> Self {
        Lines { lines: Vec::new(), width }
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn push(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push(line.into());
    }

    /// One empty line, never two in a row and never first.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    pub fn paragraph(&mut self, words: &str, style: Style) {
        self.hanging(Vec::new(), words, style);
    }

    pub fn paragraphs(&mut self, paragraphs: &[String], style: Style) {
        for (at, words) in paragraphs.iter().enumerate() {
            if at > 0 {
                self.gap();
            }
            self.paragraph(words, style);
        }
    }

    /// A paragraph behind a lead ("✓ ", "Indice  "); the following lines are set in from it.
    pub fn hanging(&mut self, lead: Vec<Span<'static>>, words: &str, style: Style) {
        let indent: usize = lead.iter().map(Span::width).sum();
        let room = self.width.saturating_sub(indent).max(1);
        let mut lead = Some(lead);
        for line in text::wrap(words, room) {
            let mut spans = lead.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.push(Span::styled(line, style));
            self.lines.push(Line::from(spans));
        }
    }

    /// A thin rule with a title in it: `── Aide ─────`.
    pub fn rule(&mut self, title: &str, style: Style, rule: Style) {
        let title = text::shorten(title, self.width.saturating_sub(6));
        let rest = self.width.saturating_sub(text::width(&title) + 4);
        self.lines.push(Line::from(vec![
            Span::styled("── ", rule),
            Span::styled(title, style),
            Span::styled(format!(" {}", "─".repeat(rest)), rule),
        ]));
    }
}
