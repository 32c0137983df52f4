//! Raw text → glyphs: look-alikes become one character, invisible ones go, and each
//! glyph remembers which raw character it comes from. Meaning is the lexer's work.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::quantity::{ReadError, ReadErrorKind};

/// Most raw characters looked at, blanks and invisible ones included.
pub const RAW_LIMIT: usize = 4_000;
/// Most characters that count: a sum of a year of sales fits, a pasted page does not.
pub const GLYPH_LIMIT: usize = 200;

/// One character that counts, and the index of the raw character it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    pub c: char,
    pub at: usize,
}

/// A blank that may group digits.
pub const BLANK: char = ' ';
/// A blank that only separates: a tab or a line break stands between two cells, not two groups of digits.
pub const GAP: char = '\t';

/// Normalises a text, in time and memory bounded by [`RAW_LIMIT`].
pub fn normalise(raw: &str) -> Result<Vec<Glyph>, ReadError> {
    let mut glyphs = Glyphs::default();
    for (at, c) in raw.chars().enumerate() {
        if at >= RAW_LIMIT {
            return Err(ReadError::new(ReadErrorKind::TooLong, at));
        }
        glyphs.push(c, at);
        if let Some(surplus) = glyphs.out.get(GLYPH_LIMIT) {
            return Err(ReadError::new(ReadErrorKind::TooLong, surplus.at));
        }
    }
    Ok(glyphs.out)
}

#[derive(Default)]
struct Glyphs {
    out: Vec<Glyph>,
    /// The last raw character was a superscript: the exponent goes on.
    raised: bool,
}

impl Glyphs {
    fn push(&mut self, c: char, at: usize) {
        if is_invisible(c) {
            return;
        }
        let raised = superscript(c);
        match (raised, blank(c)) {
            (Some(digit), _) => self.exponent(digit, at),
            (None, Some(blank)) => self.blank(blank, at),
            (None, None) => self.visible(c, at),
        }
        self.raised = raised.is_some();
    }

    /// `10³` is written `10^3`.
    fn exponent(&mut self, digit: char, at: usize) {
        if !self.raised {
            self.out.push(Glyph { c: '^', at });
        }
        self.out.push(Glyph { c: digit, at });
    }

    /// Blanks in a row count as one, and a gap wins over a blank.
    fn blank(&mut self, blank: char, at: usize) {
        match self.out.last_mut() {
            Some(last) if matches!(last.c, BLANK | GAP) => {
                if blank == GAP {
                    last.c = GAP;
                }
            }
            _ => self.out.push(Glyph { c: blank, at }),
        }
    }

    fn visible(&mut self, c: char, at: usize) {
        if c.is_ascii() {
            self.out.push(Glyph { c: c.to_ascii_lowercase(), at });
            return;
        }
        if is_combining_mark(c) && self.out.last().is_some_and(|last| last.c.is_alphabetic()) {
            return;
        }
        let symbol = look_alike(c);
        if symbol != c || c == '×' || is_subscript(c) {
            self.out.push(Glyph { c: symbol, at });
            return;
        }
        let compatible: Vec<char> = std::iter::once(c).nfkc().collect();
        let fraction = compatible.contains(&'\u{2044}');
        if fraction {
            self.out.push(Glyph { c: '(', at });
        }
        for c in compatible {
            self.compatible(c, at);
        }
        if fraction {
            self.out.push(Glyph { c: ')', at });
        }
    }

    fn compatible(&mut self, c: char, at: usize) {
        match blank(c) {
            Some(blank) => self.blank(blank, at),
            None => self.out.push(Glyph { c: fold(look_alike(c)), at }),
        }
    }
}

/// Lower case without accent; what is not a letter is left alone (`≠` is not `=`).
fn fold(c: char) -> char {
    if !c.is_alphabetic() {
        return c;
    }
    let mut base = c;
    decompose_canonical(c, |part| {
        if base == c && !is_combining_mark(part) {
            base = part;
        }
    });
    base.to_lowercase().next().unwrap_or(base)
}

/// The blanks of keyboards, pages, spreadsheets and phones.
fn blank(c: char) -> Option<char> {
    match c {
        ' '
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Some(BLANK),
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(GAP),
        _ => None,
    }
}

/// Format characters that leave no trace on screen: soft hyphen, joiners, direction marks, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(c as u32 - '⁰' as u32, 10)?,
        '⁺' => '+',
        '⁻' => '-',
        _ => return None,
    })
}

/// Subscripts would become plain digits under NFKC: `5₂` is not 52.
fn is_subscript(c: char) -> bool {
    matches!(c, '₀'..='₎')
}

/// One character for each family of characters that look the same.
fn look_alike(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{2796}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}'
        | '\u{2d7}'
        | '\u{2043}' => '-',
        '\u{2795}' | '\u{fe62}' | '\u{ff0b}' => '+',
        '×' | '✕' | '✖' | '⨯' | '⨉' | '╳' | '❌' => '×',
        '·' | '⋅' | '∙' | '•' | '∗' | '⁎' | '✱' | '\u{ff0a}' => '*',
        '÷' | '∕' | '⁄' | '➗' | '\u{ff0f}' => '/',
        '∶' | '\u{ff1a}' | '\u{a789}' => ':',
        '’' | '‘' | '‛' | '′' | '´' | '`' | 'ʼ' | 'ʹ' | 'ˈ' | 'ʻ' | '‵' | '\u{ff07}'
        | '\u{ff40}' => '\'',
        '”' | '“' | '‟' | '„' | '″' | '‶' | '〃' | '˝' | 'ʺ' | '\u{ff02}' => '"',
        '≈' | '≃' | '≅' | '≡' | '∼' | '～' | '≒' | '≑' | '⇒' | '→' | '➔' => {
            '='
        }
        '٫' | '，' | '‚' => ',',
        '．' => '.',
        // The exponent sign of calculators.
        'ᴇ' | '⏨' => 'e',
        '٪' | '﹪' | '％' => '%',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        normalise(raw).unwrap().iter().map(|glyph| glyph.c).collect()
    }

    #[test]
    fn look_alikes_become_one_character() {
        for (raw, expected) in [
            ("２５，６４\u{a0}％", "25,64 %"),
            ("1\u{202f}400", "1 400"),
            ("1 \u{a0}\u{2009}400", "1 400"),
            ("25\t%", "25\t%"),
            ("25 \n%", "25\t%"),
            ("−5", "-5"),
            ("‑5", "-5"),
            ("2\u{200b}5\u{feff}", "25"),
            ("10³", "10^3"),
            ("10⁻¹²", "10^-12"),
            ("½", "(1/2)"),
            ("TÉLÉACTEURS", "teleacteurs"),
            ("te\u{301}le\u{301}", "tele"),
            ("5₂", "5₂"),
            ("≠", "≠"),
            ("3’47”", "3'47\""),
            ("✖\u{fe0f}2", "×2"),
        ] {
            assert_eq!(text(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn places_are_those_of_the_raw_text() {
        let glyphs = normalise("\u{feff}a\u{200b}½z").unwrap();
        let places: Vec<usize> = glyphs.iter().map(|glyph| glyph.at).collect();
        assert_eq!(places, [1, 3, 3, 3, 3, 3, 4]);
    }

    #[test]
    fn length_is_bounded_but_blanks_and_invisible_characters_are_cheap() {
        let long = |text: String| normalise(&text).map_err(|error| (error.kind, error.at));
        assert!(long("1".repeat(GLYPH_LIMIT)).is_ok());
        assert_eq!(long("1".repeat(GLYPH_LIMIT + 1)), Err((ReadErrorKind::TooLong, GLYPH_LIMIT)));
        assert!(long(" \u{200b}".repeat(1_000) + "5").is_ok());
        assert_eq!(long(" ".repeat(10_000)), Err((ReadErrorKind::TooLong, RAW_LIMIT)));
    }

    #[test]
    fn memory_stays_bounded_where_one_character_stands_for_many() {
        // U+FDFA is written out as eighteen characters.
        let error = normalise(&"\u{fdfa}".repeat(10_000)).unwrap_err();
        assert!(error.at <= GLYPH_LIMIT, "{error:?}");
    }
}
