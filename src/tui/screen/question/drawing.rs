//! What is drawn of the results found: under what was said of them, where there is room for it; else
//! a mark that it exists, and a key. The answer is never pushed out of sight by it.

use ratatui::text::{Line, Span};

use super::QuestionScreen;
use super::layout::Pane;
use crate::tui::msg::{Action, Size};
use crate::tui::widget::column::{Column, Spot};
use crate::tui::widget::{chart, pane};

/// Columns a drawing is set in by: it is no part of the paper.
const MARGIN: usize = 2;

const SHOWN: &str = "▂▅█ En dessin";

impl QuestionScreen {
    /// Adds the drawing of the results known to a column shown over `height` rows.
    pub(super) fn push_drawing(&self, column: &mut Column, height: usize) {
        let charts = self.walk.charts();
        if charts.is_empty() {
            return;
        }
        let theme = self.theme;
        let drawn = chart::small(&charts, column.lines.width.saturating_sub(MARGIN), theme);
        column.lines.gap();
        let start = column.lines.len();
        if !self.drawing.unwrap_or(start + 1 + drawn.len() <= height) {
            let hidden = format!("▂▅█ À voir en dessin\u{a0}: {}", self.drawing_key());
            column.lines.push(Line::styled(hidden, theme.quiet()));
            column.target_since(start, Spot::Drawing);
            return;
        }
        column.lines.push(Line::styled(SHOWN, theme.heading()));
        column.target_since(start, Spot::Drawing);
        for line in drawn {
            let mut spans = vec![Span::raw(" ".repeat(MARGIN))];
            spans.extend(line.spans.into_iter().map(|span| span.patch_style(line.style)));
            column.lines.push(Line::from(spans));
        }
        column.drawing = Some(start..column.lines.len());
    }

    /// Whether the step in hand has results to draw.
    pub(super) fn has_drawing(&self) -> bool {
        !self.walk.charts().is_empty()
    }

    /// Says in a title that results can be drawn, where they are not.
    pub(super) fn drawing_mark(&self, column: &Column) -> String {
        let hidden = column.drawing.is_none() && self.has_drawing();
        if hidden { format!(" ▂▅█ {} ", self.drawing_key()) } else { String::new() }
    }

    fn drawing_key(&self) -> String {
        self.keys.name(self.answer.context(), Action::Charts)
    }

    /// Draws the results beside the answer, the charts of the annexes beside the énoncé; or takes
    /// them away.
    pub(super) fn draw_or_clear(&mut self, size: Size) {
        if self.focus == Pane::Document || !self.has_drawing() {
            return self.toggle_charts(size);
        }
        let shown = self.column(&self.layout(size), 0).0.drawing.is_some();
        self.drawing = Some(!shown);
        self.settle(size);
        let (column, place) = self.column(&self.layout(size), 0);
        if let Some(lines) = column.drawing {
            let height = usize::from(place.height);
            let whole = pane::follow(self.answer_first, lines.end - 1, height);
            self.answer_first = whole.min(pane::under(&column.tables, lines.start, height));
        }
    }
}
