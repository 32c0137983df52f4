//! Results on the wall: one figure as large as can be, several side by side, or a list.

use ratatui::text::{Line, Span};

use super::flow::{Block, Page, paginate, paragraph};
use super::prose::{Said, total};
use super::view::{Sight, WIDE, held};
use crate::check;
use crate::model::{Grid, GridCell};
use crate::session::projection::{Figured, Filled};
use crate::tui::widget::big::Type;
use crate::tui::widget::text;

impl Sight {
    pub(super) fn figures(
        self,
        label: &str,
        figures: &[Figured],
        working: &[String],
    ) -> Vec<Block> {
        let words = [Said::new(label, self.wall.strong())];
        let lines = |line: &String| Said::new(&held(line), self.wall.strong());
        let working: Vec<Said> = working.iter().map(lines).collect();
        let small = |said: &[Said]| said.iter().flat_map(|it| self.plain(&it.words)).collect();
        // The result first: the words around it grow where it stays as large as it can be.
        let label = self.large(&words, &[Type::Quarter]);
        let large = label.filter(|_| self.width >= WIDE).and_then(|label| {
            let below = self.large(&working, &[Type::Quarter])?;
            let blocks = self.around(label, figures, below);
            (total(&blocks) <= self.height).then_some(blocks)
        });
        large.unwrap_or_else(|| self.around(small(&words), figures, small(&working)))
    }

    /// Figures under their name, above how they were found.
    fn around(self, label: Vec<Block>, figures: &[Figured], working: Vec<Block>) -> Vec<Block> {
        let mut blocks = label;
        blocks.push(Block::gap());
        let spare = total(&blocks);
        match figures {
            [one] => match self.big(&one.figure, 1, spare, &Type::ALL) {
                Some(big) => blocks.push(Block::big(big, self.wall.accent())),
                None => blocks.extend(self.headline(&one.figure, spare)),
            },
            several => blocks.extend(self.rack(several, spare)),
        }
        if !working.is_empty() {
            blocks.push(Block::gap());
            blocks.extend(working);
        }
        blocks
    }

    /// Figures side by side, each under its heading, `used` rows above them; a list where they do
    /// not fit together.
    fn rack(self, figures: &[Figured], used: u16) -> Vec<Block> {
        const APART: u16 = 4;
        let mut blocks = Vec::new();
        let (mut block, mut x) = (Block::default(), 0);
        for figure in figures {
            let Some(big) = self.big(&figure.figure, 1, 3, &[Type::Quarter]) else {
                return self.listed(figures);
            };
            let wide = big.width().max(text::width(&figure.heading) as u16);
            if x > 0 && x + wide > self.width {
                blocks.extend([std::mem::take(&mut block), Block::gap()]);
                x = 0;
            }
            let heading = Line::styled(figure.heading.clone(), self.wall.strong());
            block = block.with_line(x, 0, heading).with_big(x, 1, big, self.wall.accent());
            x += wide + APART;
        }
        blocks.push(block);
        let tall: u16 = blocks.iter().map(|block| block.height).sum();
        if used + tall <= self.height { blocks } else { self.listed(figures) }
    }

    /// Headings and figures in two columns.
    fn listed(self, figures: &[Figured]) -> Vec<Block> {
        let widest = |of: fn(&Figured) -> &str| {
            figures.iter().map(|figure| text::width(of(figure))).max().unwrap_or(0)
        };
        let (names, room) = (widest(|it| &it.heading), widest(|it| &it.figure));
        let aligned = names + 2 + room <= usize::from(self.width);
        let lines = figures.iter().flat_map(|figure| {
            let (heading, shown) = match aligned {
                true => (text::pad(&figure.heading, names), text::pad_left(&figure.figure, room)),
                false => (figure.heading.clone(), figure.figure.clone()),
            };
            let lead = Span::styled(format!("{heading}  "), self.wall.strong());
            let mut blocks = match aligned {
                true => {
                    let figure = Span::styled(shown, self.wall.accent());
                    vec![Block::line(Line::from(vec![lead, figure]))]
                }
                false => paragraph(lead, &shown, self.wall.accent(), self.width),
            };
            blocks.push(Block::gap());
            blocks
        });
        lines.collect()
    }

    /// The row just filled in, by itself.
    pub(super) fn row(self, grid: &Grid, filled: Filled) -> Vec<Page> {
        let Filled::Row(at) = filled else { return vec![Page::default()] };
        let Some(row) = grid.rows.get(at) else { return vec![Page::default()] };
        let cells = grid.columns.iter().zip(&row.cells);
        let figures = cells.filter_map(|(column, cell)| match cell {
            GridCell::Blank(item) => {
                Some(Figured { heading: column.clone(), figure: check::shown(item) })
            }
            GridCell::Given(_) | GridCell::Empty => None,
        });
        let figures: Vec<Figured> = figures.collect();
        paginate(self.figures(&row.label, &figures, &[]), self.height)
    }
}
