//! A computation set as on a printed page.

/// A computation as typed, set as on a printed page: `1 940 ÷ 3 695`.
pub fn printed(computation: &str) -> String {
    let mut set = String::new();
    let mut rest = computation;
    while let Some(c) = rest.chars().next() {
        let figures = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let decimals = set.ends_with([',', '.']);
        if figures > 3 && !decimals {
            set.push_str(&grouped(&rest[..figures]));
        } else {
            set.push_str(match c {
                '/' => "÷",
                '*' => "×",
                '-' => "−",
                _ => &rest[..figures.max(c.len_utf8())],
            });
        }
        rest = &rest[figures.max(c.len_utf8())..];
    }
    set
}

/// Figures by three from the right.
fn grouped(figures: &str) -> String {
    let spaced = |(at, c): (usize, char)| {
        let space = at > 0 && (figures.len() - at).is_multiple_of(3);
        space.then_some('\u{a0}').into_iter().chain([c])
    };
    figures.chars().enumerate().flat_map(spaced).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computation_takes_printed_signs() {
        assert_eq!(printed("(450 - 452) / 452 * 2"), "(450 − 452) ÷ 452 × 2");
        assert_eq!(printed("1940 / 13695,12345"), "1\u{a0}940 ÷ 13\u{a0}695,12345");
        assert_eq!(printed("16 000 / 800 é"), "16 000 ÷ 800 é");
    }
}
