//! Building lines of styled text: paragraphs, labelled paragraphs, blanks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::big::{Big, Type};
use super::text;

/// Types that take four rows a line, the widest first.
pub const LARGE: [Type; 2] = [Type::Half, Type::Quarter];
/// Rows of a line in large type.
pub const LARGE_ROWS: usize = 4;

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

    /// Words in large type over at most `most` lines, behind a lead that stands on their second
    /// row (a bar `▌` on all of them); false, and nothing written, where they do not fit.
    pub fn large(
        &mut self,
        lead: &[Span<'static>],
        words: &str,
        most: usize,
        style: Style,
    ) -> bool {
        let indent: usize = lead.iter().map(Span::width).sum();
        let room = u16::try_from(self.width.saturating_sub(indent)).unwrap_or(u16::MAX);
        let mut fits = (1..=most).filter_map(|n| Big::fit(words, room, u16::MAX, n, &LARGE));
        let Some(big) = fits.next() else { return false };
        for (nth, row) in big.rows().into_iter().enumerate() {
            let mut spans = lead.to_vec();
            if nth != 1 {
                spans.retain(|span| span.content.starts_with('▌'));
                let bar: usize = spans.iter().map(Span::width).sum();
                spans.push(Span::raw(" ".repeat(indent - bar)));
            }
            spans.push(Span::styled(row, style));
            self.lines.push(Line::from(spans));
        }
        true
    }

    /// A paragraph in large type where it takes at most `most` lines, else in the type of the rest.
    pub fn headline(&mut self, words: &str, most: usize, style: Style) {
        if !self.large(&[], words, most, style) {
            self.paragraph(words, style);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lines: &Lines) -> Vec<String> {
        lines.lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn large_words_take_the_fewest_lines_then_the_widest_type() {
        let size = |width, most| {
            let mut lines = Lines::new(width);
            let written = lines.large(&[], "un an", most, Style::new());
            assert_eq!(written, !lines.is_empty());
            (lines.len(), lines.lines.first().map_or(0, Line::width))
        };
        assert_eq!(size(40, 2), (4, 40));
        assert_eq!(size(39, 2), (4, 20));
        assert_eq!(size(19, 2), (8, 16));
        assert_eq!(size(19, 1), (0, 0));
        assert_eq!(size(40, 0), (0, 0));
    }

    #[test]
    fn a_lead_stands_once_and_its_bar_on_every_row() {
        let mut lines = Lines::new(20);
        let lead = [Span::raw("▌ "), Span::raw("1 ")];
        assert!(lines.large(&lead, "%", 1, Style::new()));
        let first = |line: &Line| line.to_string().chars().take(4).collect::<String>();
        let starts: Vec<String> = lines.lines.iter().map(first).collect();
        assert_eq!(starts, ["▌   ", "▌ 1 ", "▌   ", "▌   "]);
        assert!(lines.lines.iter().all(|line| line.width() == 12));
    }

    #[test]
    fn what_does_not_fit_large_is_a_paragraph() {
        let mut lines = Lines::new(10);
        lines.headline("un deux trois", 2, Style::new());
        assert_eq!(shown(&lines), ["un deux", "trois"]);
    }
}
