//! Sentences on the wall: in large type as soon as all of them fit, else bold with air between
//! the lines.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::flow::{Block, Page, paginate, paragraph};
use super::view::{Sight, WIDE};
use crate::number::french::count;
use crate::tui::widget::big::{Big, Type};
use crate::tui::widget::text;

/// Pages of large type a wide wall takes rather than small letters.
const PAGES: u16 = 3;
/// Lines of a small text that stand in the middle of the wall.
const SHORT: usize = 3;

/// Something to be read: its sign (`•`) if it has one, its words.
#[derive(Debug, Clone)]
pub struct Said {
    pub sign: &'static str,
    pub words: String,
    pub style: Style,
}

impl Said {
    pub fn new(words: &str, style: Style) -> Said {
        Said { sign: "", words: words.to_owned(), style }
    }
}

impl Sight {
    /// Parts of equal importance: all of them large, or none.
    pub(super) fn said(self, parts: &[Said], sizes: &[Type]) -> Vec<Block> {
        self.grown(parts, sizes).unwrap_or_else(|| self.centred(parts))
    }

    /// Large, on one page or a few; `None` where they stay small.
    pub(super) fn grown(self, parts: &[Said], sizes: &[Type]) -> Option<Vec<Block>> {
        self.large(parts, sizes).or_else(|| self.turned(parts))
    }

    /// All in the largest of `sizes` that leaves them on one page.
    pub(super) fn large(self, parts: &[Said], sizes: &[Type]) -> Option<Vec<Block>> {
        let fits = |blocks: &Vec<Block>| total(blocks) <= self.height;
        sizes.iter().find_map(|size| self.drawn(parts, *size).filter(fits))
    }

    /// On a wide wall, large over a few pages: small letters are not read from the last row.
    fn turned(self, parts: &[Said]) -> Option<Vec<Block>> {
        let few = |blocks: &Vec<Block>| total(blocks) <= self.height.saturating_mul(PAGES);
        if self.width < WIDE { None } else { self.drawn(parts, Type::Quarter).filter(few) }
    }

    /// Every line a block of its own, a row of air between two parts.
    fn drawn(self, parts: &[Said], size: Type) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        for part in parts {
            if !blocks.is_empty() {
                blocks.push(Block::gap());
            }
            blocks.extend(self.part(part, size)?);
        }
        Some(blocks)
    }

    fn part(self, part: &Said, size: Type) -> Option<Vec<Block>> {
        let indent = if part.sign.is_empty() { 0 } else { 2 * size.letter().0 };
        let room = self.width.saturating_sub(indent);
        let big = Big::fit(&part.words, room, u16::MAX, usize::MAX, &[size])?;
        let lines = big.apart().into_iter();
        let mut blocks: Vec<Block> =
            lines.map(|line| Block::default().with_big(indent, 0, line, part.style)).collect();
        if let (Some(sign), Some(first)) =
            (Big::fit(part.sign, indent, u16::MAX, 1, &[size]), blocks.first_mut())
        {
            *first = std::mem::take(first).with_big(0, 0, sign, self.wall.accent());
        }
        Some(blocks)
    }

    /// In the terminal's letters, in the middle where they are few.
    pub(super) fn centred(self, parts: &[Said]) -> Vec<Block> {
        if let [Said { sign: "", words, style }] = parts {
            let lines = text::wrap(words, usize::from(self.width));
            if lines.len() <= SHORT {
                let centred = |words: String| {
                    let left = self.width.saturating_sub(text::width(&words) as u16) / 2;
                    Block::default().with_line(left, 0, Line::styled(words, *style))
                };
                return aired(lines.into_iter().map(centred).collect(), self.height);
            }
        }
        self.small(parts)
    }

    /// In the terminal's letters, with as much air as there is room for.
    pub(super) fn small(self, parts: &[Said]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for Said { sign, words, style } in parts {
            let sign = if sign.is_empty() { String::new() } else { format!("{sign} ") };
            let sign = Span::styled(sign, self.wall.accent());
            blocks.extend(paragraph(sign, words, *style, self.width));
            blocks.push(Block::gap());
        }
        blocks.pop();
        aired(blocks, self.height)
    }

    /// The end of a growing list: its last line is always in sight.
    pub(super) fn list(self, heading: Option<&str>, items: &[String]) -> Vec<Page> {
        let wall = self.wall;
        let wide = self.width >= WIDE;
        let set = |part: Said| {
            let large = if wide { self.part(&part, Type::Quarter) } else { None };
            large.unwrap_or_else(|| {
                let sign = if part.sign.is_empty() { "" } else { "▸ " };
                let lead = match part.sign {
                    "•" => Span::styled("• ", wall.accent()),
                    _ => Span::styled(sign, wall.accent()),
                };
                paragraph(lead, &part.words, part.style, self.width)
            })
        };
        let mut top = Vec::new();
        if let Some(heading) = heading {
            top.extend(set(Said::new(heading, wall.accent())));
            top.push(Block::gap());
        }
        let room = self.height.saturating_sub(total(&top));
        let mut shown: Vec<Vec<Block>> = Vec::new();
        let mut used = 0;
        for (at, words) in items.iter().enumerate().rev() {
            let new = at + 1 == items.len();
            let (sign, style) = if new { ("▸", wall.strong()) } else { ("•", wall.quiet()) };
            let mut lines = set(Said { sign, words: words.clone(), style });
            lines.push(Block::gap());
            used += total(&lines);
            // One row is kept to say that the list begins higher.
            if !shown.is_empty() && used > room {
                let above = count(at + 1, "point plus haut", "points plus haut");
                shown.push(vec![Block::line(Line::styled(format!("↑ {above}"), wall.quiet()))]);
                break;
            }
            shown.push(lines);
        }
        top.extend(shown.into_iter().rev().flatten());
        paginate(top, self.height)
    }
}

/// The rows blocks take.
pub fn total(blocks: &[Block]) -> u16 {
    blocks.iter().fold(0, |sum: u16, block| sum.saturating_add(block.height))
}

/// An empty row between any two lines where all still fit, two between paragraphs.
pub fn aired(blocks: Vec<Block>, height: u16) -> Vec<Block> {
    let mut apart = Vec::with_capacity(blocks.len() * 2);
    for block in &blocks {
        if !apart.is_empty() && !block.is_gap() {
            apart.push(Block::gap());
        }
        apart.push(block.clone());
    }
    if total(&apart) <= height { apart } else { blocks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Theme;
    use crate::tui::wall::Wall;

    fn sight(width: u16, height: u16) -> Sight {
        Sight { wall: Wall::new(Theme::Plain), width, height }
    }

    fn rows(words: &[&str], width: u16, height: u16) -> Vec<u16> {
        let said: Vec<Said> = words.iter().map(|words| Said::new(words, Style::new())).collect();
        let blocks = sight(width, height).said(&said, &[Type::Quarter]);
        blocks.iter().map(|block| block.height).collect()
    }

    #[test]
    fn all_is_large_or_nothing_is() {
        assert_eq!(rows(&["Traduisez", "les sigles"], 54, 16), [4, 1, 4]);
        assert_eq!(rows(&["Traduisez", "les sigles"], 54, 8), [1, 1, 1, 1]);
    }

    #[test]
    fn a_wide_wall_turns_pages_rather_than_use_small_letters() {
        let words = "Traduisez les sigles, puis calculez.";
        assert_eq!(rows(&[words], 96, 4), [4, 4]);
        assert_eq!(rows(&[words], 95, 4), [1]);
    }

    #[test]
    fn lines_stand_apart_where_there_is_room() {
        let lines = || vec![Block::line("a"), Block::line("b")];
        assert_eq!(aired(lines(), 3).len(), 3);
        assert_eq!(aired(lines(), 2).len(), 2);
    }
}
