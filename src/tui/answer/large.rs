//! The field of a figure in large type: what is typed over a rule, its unit beside it.

use std::ops::Range;

use ratatui::text::{Line, Span};

use super::Look;
use super::echo::unit_beside;
use super::field::Field;
use super::slot::reading;
use crate::model::Numeric;
use crate::tui::widget::big::Big;
use crate::tui::widget::lines::{LARGE, LARGE_ROWS, Lines};
use crate::tui::widget::text;

/// A field that fits in large type.
pub struct LargeField<'a> {
    field: &'a Field,
    item: &'a Numeric,
    big: Big,
    /// The unit is drawn too.
    unit: bool,
}

impl<'a> LargeField<'a> {
    /// What is typed, its cursor and its unit in `width` columns, or its cursor alone.
    pub fn fit(field: &'a Field, item: &'a Numeric, width: usize) -> Option<Self> {
        let typed = field.text();
        let unit = unit_beside(item.unit);
        let whole = Big::typed(&format!("{typed} \u{a0}{unit}"), width, &LARGE);
        let whole = whole.filter(|_| !unit.is_empty()).map(|big| (big, true));
        let alone = || Some((Big::typed(&format!("{typed} "), width, &LARGE)?, false));
        let (big, unit) = whole.or_else(alone)?;
        Some(LargeField { field, item, big, unit })
    }

    /// The lines where it is typed, under a label.
    pub fn lines(label: &str, width: usize) -> Range<usize> {
        let above = if label.is_empty() { 0 } else { text::wrap(label, width).len() };
        above..above + LARGE_ROWS
    }

    /// The label above, what is typed, the rule, and below it how it is read, large where that
    /// fits and is wanted.
    pub fn lay(&self, label: &str, example: &str, large: bool, width: usize, look: Look) -> Lines {
        let mut lines = Lines::new(width);
        if !label.is_empty() {
            lines.paragraph(label, look.theme.strong());
        }
        lines.lines.extend(self.typed(look));
        let unit = if self.unit { "" } else { unit_beside(self.item.unit) };
        let rule = "━".repeat(width.saturating_sub(text::width(unit) + 1));
        let rule = Span::styled(rule, look.theme.field(look.focused));
        lines.push(Line::from(vec![rule, Span::raw(format!(" {unit}"))]));
        let read = reading(self.field, self.item, example, look);
        let style = read.style.patch(look.theme.strong());
        if !large || !lines.large(&[], &read.content, 1, style) {
            lines.hanging(Vec::new(), &read.content, style);
        }
        lines
    }

    fn typed(&self, look: Look) -> Vec<Line<'static>> {
        let typed = self.field.text();
        let end = typed.chars().count();
        let before = typed.get(..self.field.place()).unwrap_or_default();
        let cursor = before.chars().count();
        let marked = match look.focused {
            true if self.field.selected() => 0..end,
            true => cursor..cursor + 1,
            false => 0..0,
        };
        self.big.styled(|at| match at {
            at if marked.contains(&at) => look.theme.selected(),
            at if at <= end => look.theme.strong(),
            _ => look.theme.quiet(),
        })
    }

    /// The sign typed under a column.
    pub fn sign_at(&self, column: usize) -> usize {
        column / self.big.letter()
    }
}
