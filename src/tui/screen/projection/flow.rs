//! From pieces to pages: nothing is cut, what does not fit goes to the next page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::widget::big::Big;
use crate::tui::widget::text;

/// Something that stays on one page.
#[derive(Debug, Clone, Default)]
pub struct Block {
    pub height: u16,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
struct Piece {
    x: u16,
    y: u16,
    ink: Ink,
}

#[derive(Debug, Clone)]
enum Ink {
    Line(Line<'static>),
    Big(Big, Style),
}

impl Block {
    /// An empty row, dropped at the top of a page.
    pub fn gap() -> Block {
        Block { height: 1, pieces: Vec::new() }
    }

    pub fn line(line: impl Into<Line<'static>>) -> Block {
        Block::default().with_line(0, 0, line)
    }

    pub fn big(big: Big, style: Style) -> Block {
        Block::default().with_big(0, 0, big, style)
    }

    pub fn with_line(mut self, x: u16, y: u16, line: impl Into<Line<'static>>) -> Block {
        self.height = self.height.max(y + 1);
        self.pieces.push(Piece { x, y, ink: Ink::Line(line.into()) });
        self
    }

    pub fn with_big(mut self, x: u16, y: u16, big: Big, style: Style) -> Block {
        self.height = self.height.max(y + big.height());
        self.pieces.push(Piece { x, y, ink: Ink::Big(big, style) });
        self
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        for piece in &self.pieces {
            let place = Rect {
                x: area.x.saturating_add(piece.x),
                y: area.y.saturating_add(piece.y),
                width: area.width.saturating_sub(piece.x),
                height: area.height.saturating_sub(piece.y),
            };
            match &piece.ink {
                Ink::Line(line) => line.render(Rect { height: place.height.min(1), ..place }, buf),
                Ink::Big(big, style) => big.draw(*style, place, buf),
            }
        }
    }

    /// Columns the block takes.
    #[cfg(test)]
    fn width(&self) -> u16 {
        let wide = |piece: &Piece| match &piece.ink {
            Ink::Line(line) => piece.x + line.width() as u16,
            Ink::Big(big, _) => piece.x + big.width(),
        };
        self.pieces.iter().map(wide).max().unwrap_or(0)
    }

    /// A line drawn under headings.
    pub fn is_rule(&self) -> bool {
        let drawn = |piece: &Piece| match &piece.ink {
            Ink::Line(line) => line.spans.first().is_some_and(|it| it.content.starts_with('─')),
            Ink::Big(..) => false,
        };
        self.pieces.first().is_some_and(drawn)
    }

    pub fn is_gap(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// The lines of a text, a lead before the first, the others set in under it.
pub fn paragraph(lead: Span<'static>, words: &str, style: Style, width: u16) -> Vec<Block> {
    let indent = lead.width();
    let room = usize::from(width).saturating_sub(indent).max(1);
    let mut lead = Some(lead);
    let lines = text::wrap(words, room).into_iter().map(|line| {
        let before = lead.take().unwrap_or_else(|| Span::raw(" ".repeat(indent)));
        Block::line(Line::from(vec![before, Span::styled(line, style)]))
    });
    lines.collect()
}

/// Blocks that are seen together.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub blocks: Vec<Block>,
}

impl Page {
    pub fn height(&self) -> u16 {
        self.blocks.iter().map(|block| block.height).sum()
    }

    #[cfg(test)]
    pub fn width(&self) -> u16 {
        self.blocks.iter().map(Block::width).max().unwrap_or(0)
    }

    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let mut y = area.y;
        for block in &self.blocks {
            let left = area.bottom().saturating_sub(y);
            block.draw(Rect { y, height: block.height.min(left), ..area }, buf);
            y = y.saturating_add(block.height).min(area.bottom());
        }
    }
}

/// Shares blocks among pages of `height` rows. Always one page at least.
pub fn paginate(blocks: Vec<Block>, height: u16) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    for block in blocks {
        let used = pages.last().map_or(0, Page::height);
        if used > 0 && used + block.height > height {
            pages.push(Page::default());
        }
        if let Some(page) = pages.last_mut()
            && !(block.is_gap() && page.blocks.is_empty())
        {
            page.blocks.push(block);
        }
    }
    for page in &mut pages {
        while page.blocks.last().is_some_and(Block::is_gap) {
            page.blocks.pop();
        }
    }
    pages.retain(|page| !page.blocks.is_empty());
    if pages.is_empty() { vec![Page::default()] } else { pages }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize) -> Vec<Block> {
        let line = |at: usize| if at % 3 == 2 { Block::gap() } else { Block::line(at.to_string()) };
        (0..count).map(line).collect()
    }

    #[test]
    fn pages_hold_everything_and_never_more_than_their_height() {
        for height in 1..12 {
            let pages = paginate(lines(30), height);
            let kept: usize = pages.iter().flat_map(|p| &p.blocks).filter(|b| !b.is_gap()).count();
            assert_eq!(kept, 20, "{height}");
            assert!(pages.iter().all(|page| page.height() <= height));
            assert!(pages.iter().all(|page| !page.blocks[0].is_gap()));
        }
    }

    #[test]
    fn nothing_is_one_empty_page() {
        assert_eq!(paginate(Vec::new(), 5).len(), 1);
        assert_eq!(paginate(vec![Block::gap()], 5).len(), 1);
    }
}
