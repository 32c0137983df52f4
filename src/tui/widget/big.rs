//! Large type, drawn with blocks: choosing the size that fits, and the few signs the font lacks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

/// Sizes of type, the largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Eight columns by eight rows.
    Full,
    /// Eight columns by four rows.
    Half,
    /// Four columns by four rows.
    Quarter,
}

impl Type {
    pub const ALL: [Type; 3] = [Type::Full, Type::Half, Type::Quarter];

    /// Columns and rows of one letter.
    pub fn letter(self) -> (u16, u16) {
        match self {
            Type::Full => (8, 8),
            Type::Half => (8, 4),
            Type::Quarter => (4, 4),
        }
    }

    fn pixel(self) -> PixelSize {
        match self {
            Type::Full => PixelSize::Full,
            Type::Half => PixelSize::HalfHeight,
            Type::Quarter => PixelSize::Quadrant,
        }
    }
}

/// Words in large type, cut into lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Big {
    lines: Vec<String>,
    size: Type,
}

impl Big {
    /// The words in the largest of `sizes` that fits in `width` and `height` over at most
    /// `lines` lines, no word cut. `None` where none fits or some sign cannot be drawn.
    pub fn fit(words: &str, width: u16, height: u16, lines: usize, sizes: &[Type]) -> Option<Big> {
        let words = drawable(words)?;
        sizes.iter().find_map(|&size| {
            let (wide, tall) = size.letter();
            let cut = cut(&words, usize::from(width / wide))?;
            let fits = cut.len() <= lines && cut.len() * usize::from(tall) <= usize::from(height);
            fits.then_some(Big { lines: cut, size })
        })
    }

    /// The words on one line, each sign where it was, spaces at the ends included: something
    /// being typed. `None` where they do not fit in `width` or some sign has no glyph of its own.
    pub fn typed(words: &str, width: usize, sizes: &[Type]) -> Option<Big> {
        let own = |c: char| matches!(c, ' '..='~' | '\u{a0}'..='ÿ') || own(c).is_some();
        let letters = words.chars().count();
        let size = sizes.iter().find(|size| letters * usize::from(size.letter().0) <= width)?;
        let whole = letters > 0 && words.chars().all(own);
        whole.then(|| Big { lines: vec![words.to_owned()], size: *size })
    }

    /// Every line by itself.
    pub fn apart(self) -> Vec<Big> {
        let size = self.size;
        self.lines.into_iter().map(|line| Big { lines: vec![line], size }).collect()
    }

    /// Columns of one letter.
    pub fn letter(&self) -> usize {
        usize::from(self.size.letter().0)
    }

    /// The rows of words of one line, each letter in the style of its place.
    pub fn styled(&self, style: impl Fn(usize) -> Style) -> Vec<Line<'static>> {
        let letter = self.letter();
        let line = |row: String| {
            let signs: Vec<char> = row.chars().collect();
            let letters = signs.chunks(letter).enumerate();
            let spans = letters.map(|(at, sign)| Span::styled(String::from_iter(sign), style(at)));
            Line::from(spans.collect::<Vec<_>>())
        };
        self.rows().into_iter().map(line).collect()
    }

    /// The rows of the screen that the words take, each as wide as the widest line.
    pub fn rows(&self) -> Vec<String> {
        let area = Rect::new(0, 0, self.width(), self.height());
        let mut buf = Buffer::empty(area);
        self.draw(Style::new(), area, &mut buf);
        let row = |y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect();
        (0..area.height).map(row).collect()
    }

    pub fn width(&self) -> u16 {
        let longest = self.lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        u16::try_from(longest).unwrap_or(u16::MAX).saturating_mul(self.size.letter().0)
    }

    pub fn height(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_mul(self.size.letter().1)
    }

    pub fn draw(&self, style: Style, area: Rect, buf: &mut Buffer) {
        let shown = |line: &String| {
            let font: String =
                line.chars().map(|c| if own(c).is_some() { ' ' } else { c }).collect();
            Line::from(font)
        };
        let lines: Vec<Line> = self.lines.iter().map(shown).collect();
        let area = area.intersection(buf.area);
        BigText::builder()
            .pixel_size(self.size.pixel())
            .style(style)
            .lines(lines)
            .build()
            .render(area, buf);
        let (wide, tall) = self.size.letter();
        for (row, line) in (0u16..).zip(&self.lines) {
            for (column, c) in (0u16..).zip(line.chars()) {
                let Some(glyph) = own(c) else { continue };
                let place = Rect {
                    x: area.x.saturating_add(column.saturating_mul(wide)),
                    y: area.y.saturating_add(row.saturating_mul(tall)),
                    width: wide,
                    height: tall,
                };
                self.stamp(glyph, place.intersection(area), buf);
            }
        }
    }

    /// Draws one of our own signs as the font's are drawn.
    fn stamp(&self, glyph: [u8; 8], area: Rect, buf: &mut Buffer) {
        let (wide, tall) = self.size.letter();
        let (across, down) = (8 / wide, 8 / tall);
        for y in 0..area.height {
            for x in 0..area.width {
                let lit = |dx: u16, dy: u16| {
                    let (column, row) =
                        (x * across + dx.min(across - 1), y * down + dy.min(down - 1));
                    usize::from(glyph[usize::from(row)] >> column & 1)
                };
                let index = lit(0, 0) | lit(1, 0) << 1 | lit(0, 1) << 2 | lit(1, 1) << 3;
                buf[(area.x + x, area.y + y)].set_char(QUARTERS[index]);
            }
        }
    }
}

/// Four pixels in a cell: upper left 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [char; 16] =
    [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// Signs the font lacks, one byte a row, the leftmost pixel in the lowest bit.
fn own(c: char) -> Option<[u8; 8]> {
    Some(match c {
        '€' => [0x3c, 0x66, 0x0f, 0x06, 0x0f, 0x66, 0x3c, 0x00],
        '−' => [0x00, 0x00, 0x00, 0x7e, 0x00, 0x00, 0x00, 0x00],
        '≈' => [0x00, 0x6e, 0x3b, 0x00, 0x6e, 0x3b, 0x00, 0x00],
        '≤' => [0x30, 0x18, 0x0c, 0x18, 0x30, 0x00, 0x7e, 0x00],
        '≥' => [0x0c, 0x18, 0x30, 0x18, 0x0c, 0x00, 0x7e, 0x00],
        '→' => [0x00, 0x10, 0x30, 0x7f, 0x30, 0x10, 0x00, 0x00],
        '’' => [0x0c, 0x0c, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00],
        '✓' => [0x00, 0xc0, 0x60, 0x33, 0x1e, 0x0c, 0x00, 0x00],
        '✗' => [0x00, 0x63, 0x36, 0x1c, 0x36, 0x63, 0x00, 0x00],
        '•' => [0x00, 0x00, 0x18, 0x3c, 0x3c, 0x18, 0x00, 0x00],
        '▸' => [0x02, 0x06, 0x0e, 0x1e, 0x0e, 0x06, 0x02, 0x00],
        '◆' => [0x08, 0x1c, 0x3e, 0x7f, 0x3e, 0x1c, 0x08, 0x00],
        _ => return None,
    })
}

/// The words in signs that can be drawn; `None` where one has no likeness.
fn drawable(words: &str) -> Option<String> {
    let mut drawn = String::with_capacity(words.len());
    for c in words.trim().chars() {
        drawn.push_str(&likeness(c)?);
    }
    (!drawn.is_empty()).then_some(drawn)
}

/// The signs that stand for one in large type.
fn likeness(c: char) -> Option<String> {
    Some(match c {
        'œ' => "oe".to_owned(),
        'Œ' => "OE".to_owned(),
        '…' => "...".to_owned(),
        '–' | '‑' => "-".to_owned(),
        '\u{202f}' => "\u{a0}".to_owned(),
        ' '..='~' | '\u{a0}'..='ÿ' => c.to_string(),
        c if own(c).is_some() => c.to_string(),
        _ => return None,
    })
}

/// A text in signs that can be drawn, `·` for those that cannot.
pub fn likened(words: &str) -> String {
    words.chars().map(|c| likeness(c).unwrap_or_else(|| "·".to_owned())).collect()
}

/// Cuts at plain spaces into lines of at most `letters`; `None` where a word is longer.
fn cut(words: &str, letters: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let long = word.chars().count();
        if long > letters {
            return None;
        }
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + long <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    (!lines.is_empty()).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(words: &str, size: Type) -> Vec<String> {
        let (wide, tall) = size.letter();
        let width = wide * u16::try_from(words.chars().count()).unwrap();
        let big = Big::fit(words, width, tall, 1, &[size]).unwrap();
        let area = Rect::new(0, 0, big.width(), big.height());
        let mut buf = Buffer::empty(area);
        big.draw(Style::new(), area, &mut buf);
        let row = |y| (0..area.width).map(|x| buf[(x, y)].symbol().to_owned()).collect::<String>();
        (0..area.height).map(row).map(|line: String| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn signs_the_font_lacks_are_drawn_at_every_size() {
        assert_eq!(drawn("€", Type::Quarter), ["▗▛▜▖", "▜▛", "▜▛▗▖", " ▀▀"]);
        for size in Type::ALL {
            for sign in "€−≈≤≥→’✓✗•▸◆éÉàç×÷%".chars() {
                let ink: String = drawn(&sign.to_string(), size).concat();
                assert!(!ink.trim().is_empty(), "{sign} {size:?}");
            }
        }
    }

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        let fit = |width, height, lines| {
            Big::fit("12\u{a0}%", width, height, lines, &Type::ALL).map(|big| big.size)
        };
        assert_eq!(fit(32, 8, 1), Some(Type::Full));
        assert_eq!(fit(32, 7, 1), Some(Type::Half));
        assert_eq!(fit(31, 8, 1), Some(Type::Quarter));
        assert_eq!(fit(16, 4, 1), Some(Type::Quarter));
        assert_eq!(fit(15, 4, 1), None);
        assert_eq!(fit(16, 3, 1), None);
    }

    #[test]
    fn words_go_to_the_next_line_and_are_never_cut() {
        let fit = |lines| Big::fit("le taux de rebond", 28, 99, lines, &[Type::Quarter]);
        assert_eq!(fit(3).unwrap().lines, ["le taux", "de", "rebond"]);
        assert_eq!(fit(2), None);
        assert_eq!(Big::fit("rebonds", 27, 99, 9, &[Type::Quarter]), None);
    }

    #[test]
    fn what_is_typed_keeps_its_spaces_and_is_never_cut() {
        let sizes = [Type::Half, Type::Quarter];
        let typed = |words, width| Big::typed(words, width, &sizes);
        assert_eq!(typed("1 2 ", 32).unwrap().width(), 32);
        assert_eq!(typed("1 2 ", 31).unwrap().size, Type::Quarter);
        assert_eq!(typed("1 2 ", 15), None);
        assert_eq!(typed("œ", 99), None, "two letters would stand for one");
        assert_eq!(typed("", 99), None);
        let rows = typed("12", 8).unwrap().rows();
        assert_eq!(rows.iter().map(|row| row.chars().count()).collect::<Vec<_>>(), [8; 4]);
    }

    #[test]
    fn what_has_no_likeness_is_not_drawn() {
        assert_eq!(drawable("cœur… 1\u{202f}400"), Some("coeur... 1\u{a0}400".to_owned()));
        assert_eq!(drawable("中"), None);
        assert_eq!(drawable("a\u{1b}"), None);
        assert_eq!(drawable("  "), None);
        assert_eq!(likened(" cœur 中 "), " coeur · ");
    }
}
