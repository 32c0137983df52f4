//! A whole table on one wall with its figures in large type: for walls that have room for it.

use ratatui::style::Style;
use ratatui::text::Line;

use super::flow::{Block, Page};
use crate::tui::wall::Wall;
use crate::tui::widget::big::{Big, Type};
use crate::tui::widget::sheet::{Sheet, SheetCell};
use crate::tui::widget::text;

/// Columns between two columns of figures.
const APART: u16 = 3;
/// Longest line of a row's name: longer ones wrap.
const NAME: usize = 26;
/// Lines of a heading at most.
const HEADING: usize = 2;

/// The table under what stands on top of it; `None` where it does not fit whole, or where a cell
/// cannot be drawn large.
pub fn sheet(sheet: &Sheet, top: Vec<Block>, wall: Wall, width: u16, height: u16) -> Option<Page> {
    let figures: Vec<Vec<Option<Big>>> =
        sheet.rows.iter().map(|row| row.cells.iter().map(big).collect()).collect::<Option<_>>()?;
    let names: Vec<Vec<String>> =
        sheet.rows.iter().map(|row| text::wrap(&row.label, NAME)).collect();
    let widest = |lines: &[String]| lines.iter().map(|line| text::width(line)).max().unwrap_or(0);
    let label = names.iter().map(|lines| widest(lines)).max()? as u16;
    let columns = columns(sheet, &figures);
    let wide: u16 = label + columns.iter().map(|column| column.width + APART).sum::<u16>();
    let deep = columns.iter().map(|column| column.heading.len()).max().unwrap_or(0) as u16;
    if wide > width || columns.iter().any(|column| column.heading.len() > HEADING) {
        return None;
    }
    let mut blocks = top;
    blocks.push(headings(&columns, label, deep, wall));
    for ((row, bigs), lines) in sheet.rows.iter().zip(figures).zip(names) {
        blocks.push(line(&row.cells, bigs, lines, label, &columns, wall));
    }
    let tall: u16 = blocks.iter().map(|block| block.height).sum();
    (tall <= height).then_some(Page { blocks })
}

/// A cell in large type, nothing for an empty one; `None` where it cannot be drawn.
fn big(cell: &SheetCell) -> Option<Option<Big>> {
    if cell.text.trim().is_empty() {
        return Some(None);
    }
    Big::fit(&cell.text, u16::MAX, u16::MAX, 1, &[Type::Quarter]).map(Some)
}

/// A column: its heading cut into lines, the room it takes, that of the marks on its right.
struct Column {
    heading: Vec<String>,
    width: u16,
    marks: u16,
}

fn columns(sheet: &Sheet, figures: &[Vec<Option<Big>>]) -> Vec<Column> {
    let column = |(at, label): (usize, &String)| {
        let cells =
            sheet.rows.iter().zip(figures).filter_map(|(row, bigs)| {
                row.cells.get(at).zip(bigs.get(at).and_then(Option::as_ref))
            });
        let (mut figure, mut marks) = (8, 0);
        for (cell, big) in cells {
            // A blank keeps the room of its figure: spaces before it count.
            let spaces = text::width(&cell.text).saturating_sub(text::width(cell.text.trim()));
            figure = figure.max(big.width() + spaces as u16 * Type::Quarter.letter().0);
            marks = marks.max(text::width(&cell.mark) as u16);
        }
        let heading = text::wrap(label, usize::from(figure));
        let word = heading.iter().map(|line| text::width(line)).max().unwrap_or(0) as u16;
        Column { width: figure.max(word) + marks, heading, marks }
    };
    sheet.columns.iter().enumerate().map(column).collect()
}

/// The headings, each above the right end of its figures.
fn headings(columns: &[Column], label: u16, deep: u16, wall: Wall) -> Block {
    let mut block = Block::gap();
    let mut right = label;
    for column in columns {
        right += APART + column.width;
        let first = deep - column.heading.len() as u16;
        for (row, words) in (first..).zip(&column.heading) {
            let x = right - column.marks - text::width(words) as u16;
            block = block.with_line(x, row, Line::styled(words.clone(), wall.strong()));
        }
    }
    block
}

fn line(
    cells: &[SheetCell],
    bigs: Vec<Option<Big>>,
    names: Vec<String>,
    label: u16,
    columns: &[Column],
    wall: Wall,
) -> Block {
    let mut block = Block::default();
    // A name of one line stands at the middle of the figures.
    let first = u16::from(names.len() < 3);
    for (row, words) in (first..).zip(names) {
        block = block.with_line(0, row, Line::styled(words, wall.strong()));
    }
    let mut right = label;
    for ((cell, big), column) in cells.iter().zip(bigs).zip(columns) {
        right += APART + column.width;
        let Some(big) = big else { continue };
        let end = right - column.marks;
        let x = end - big.width();
        let style = if cell.style == Style::new() { wall.strong() } else { cell.style };
        block = block.with_big(x, 0, big, style);
        if !cell.mark.is_empty() {
            block = block.with_line(end, 0, Line::styled(cell.mark.clone(), wall.accent()));
        }
    }
    block
}
