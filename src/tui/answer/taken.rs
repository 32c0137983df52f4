//! Figures of the annexes put into a field: two in a row never run into one.

use std::ops::Range;

use super::field::Field;

/// What is said where a figure would run into the one before it.
pub const SIGN_FIRST: &str = "Tapez d’abord un signe\u{a0}: +, −, × ou ÷.";

/// The figure taken last, and where it begins in the text.
#[derive(Debug, Default)]
pub struct Taken(Option<(usize, String)>);

impl Taken {
    /// Puts a figure at the cursor: in place of the one taken just before, nowhere beside a figure
    /// that was typed. The bytes it takes.
    pub fn put(&mut self, figure: &str, field: &mut Field) -> Option<Range<usize>> {
        let mut start = if field.selected() { 0 } else { field.place() };
        if !field.selected() {
            let before = &field.text()[..start];
            let last = self.0.take().filter(|(at, last)| before.get(*at..) == Some(last.as_str()));
            match last {
                Some((at, _)) => start = at,
                None if runs_on(before, &field.text()[start..]) => return None,
                None => {}
            }
        }
        field.put(start, figure);
        let span = start..field.place();
        self.0 = Some((start, field.text().get(span.clone())?.to_owned()));
        Some(span)
    }
}

/// A figure between these would be read as one with them.
fn runs_on(before: &str, after: &str) -> bool {
    let ends = |c: char| c.is_ascii_digit() || matches!(c, ',' | '%' | '€');
    before.trim_end().ends_with(|c| ends(c) || c == ')') || after.trim_start().starts_with(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_figures_never_run_into_one() {
        for (typed, figures, text) in [
            ("", &["750"][..], "750"),
            ("", &["750", "452"], "452"),
            ("(", &["750", "452"], "(452"),
            ("750", &["452"], "750"),
            ("1 ", &["452"], "1 "),
            ("(1+2)", &["452"], "(1+2)"),
            ("750+", &["452"], "750+452"),
        ] {
            let mut field = Field::new(typed);
            let mut taken = Taken::default();
            figures.iter().for_each(|figure| {
                taken.put(figure, &mut field);
            });
            assert_eq!(field.text(), text);
        }
    }

    #[test]
    fn a_figure_changed_since_is_typed_text() {
        let mut field = Field::default();
        let mut taken = Taken::default();
        assert_eq!(taken.put("750", &mut field), Some(0..3));
        field.type_over("5");
        assert_eq!(taken.put("12", &mut field), None);
        field.type_over("-");
        assert_eq!(taken.put("12", &mut field), Some(5..7));
        field.select();
        assert_eq!(taken.put("9", &mut field), Some(0..1));
    }
}
