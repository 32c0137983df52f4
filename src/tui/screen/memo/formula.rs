//! A formula in words laid out as on paper: numerator, bar, denominator.

use crate::tui::widget::text;

/// A formula that is one fraction, with what multiplies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction {
    pub above: String,
    pub below: String,
    /// `× 1 000`; empty where nothing follows.
    pub after: String,
}

/// Reads `(a − b) ÷ c × 1 000`; `None` where the formula is no single fraction.
pub fn fraction(formula: &str) -> Option<Fraction> {
    let mut divisions = top_level(formula, '÷');
    let at = divisions.next()?;
    if divisions.next().is_some() || formula.contains('=') {
        return None;
    }
    let (above, rest) = (&formula[..at], &formula[at + '÷'.len_utf8()..]);
    // `heures × coût + a ÷ b` is a sum, not a fraction.
    if ['+', '−'].into_iter().any(|sign| {
        top_level(above, sign).next().is_some() || top_level(rest, sign).next().is_some()
    }) {
        return None;
    }
    let (below, after) = match top_level(rest, '×').next() {
        Some(times) => (&rest[..times], rest[times..].trim()),
        None => (rest, ""),
    };
    let part = |part: &str| bare(part.trim()).to_owned();
    let fraction = Fraction { above: part(above), below: part(below), after: after.to_owned() };
    (!fraction.above.is_empty() && !fraction.below.is_empty()).then_some(fraction)
}

/// Places of a sign outside parentheses.
fn top_level(formula: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut depth = 0i32;
    formula.char_indices().filter_map(move |(at, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        (c == sign && depth == 0).then_some(at)
    })
}

/// A part without the parentheses that hold all of it.
fn bare(part: &str) -> &str {
    let inner = part.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    match inner {
        Some(inner) if !inner.contains(['(', ')']) => inner,
        _ => part,
    }
}

impl Fraction {
    /// Three lines behind `name = `, or `None` where they do not fit in `columns`.
    pub fn lines(&self, name: &str, columns: usize) -> Option<[String; 3]> {
        let inner = text::width(&self.above).max(text::width(&self.below)) + 2;
        let lead = format!("{name}  =  ");
        let after = if self.after.is_empty() { String::new() } else { format!("  {}", self.after) };
        let lead = match text::width(&lead) + inner + text::width(&after) <= columns {
            true => lead,
            false => "=  ".to_owned(),
        };
        if text::width(&lead) + inner + text::width(&after) > columns {
            return None;
        }
        let blank = " ".repeat(text::width(&lead));
        let centred = |part: &str| {
            let left = (inner - text::width(part)) / 2;
            format!("{blank}{}{part}", " ".repeat(left))
        };
        let bar = format!("{lead}{}{after}", "─".repeat(inner));
        Some([centred(&self.above), bar, centred(&self.below)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(formula: &str, expected: Option<(&str, &str, &str)>) {
        let found = fraction(formula);
        let found = found.as_ref().map(|f| (&*f.above, &*f.below, &*f.after));
        assert_eq!(found, expected, "{formula}");
    }

    #[test]
    fn one_fraction_is_read_and_nothing_else() {
        reads("clics ÷ impressions", Some(("clics", "impressions", "")));
        reads("(gain − coût) ÷ coût", Some(("gain − coût", "coût", "")));
        reads("dépense ÷ impressions × 1 000", Some(("dépense", "impressions", "× 1 000")));
        let ratings = "Σ (note × effectif) ÷ Σ effectifs";
        reads(ratings, Some(("Σ (note × effectif)", "Σ effectifs", "")));
        let satisfied = "réponses satisfaites (4 et 5) ÷ réponses";
        reads(satisfied, Some(("réponses satisfaites (4 et 5)", "réponses", "")));
        reads("panier moyen × commandes", None);
        reads("(1 + a ÷ b) × c", None);
        reads("a + b ÷ c", None);
        reads("a ÷ b ÷ c", None);
        reads("÷ b", None);
        reads("", None);
    }

    #[test]
    fn a_fraction_is_centred_on_its_bar_or_left_out() {
        let lines = fraction("clics ÷ impressions").unwrap().lines("CTR", 40).unwrap();
        assert_eq!(lines, ["            clics", "CTR  =  ─────────────", "         impressions"]);
        let narrow = fraction("clics ÷ impressions").unwrap().lines("CTR", 17).unwrap();
        assert_eq!(narrow[1], "=  ─────────────");
        assert_eq!(fraction("clics ÷ impressions").unwrap().lines("CTR", 15), None);
    }
}
