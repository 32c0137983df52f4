//! Annexes and tables to complete on the wall: pages that keep their headings, columns in turn
//! where the table is too wide.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::flow::{Block, Page, paginate, paragraph};
use super::large;
use crate::check;
use crate::model::{Annex, AnnexBody, Grid, GridCell};
use crate::session::chart::Chart;
use crate::session::projection::Filled;
use crate::tui::screen::question::document;
use crate::tui::theme::Theme;
use crate::tui::wall::Wall;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::sheet::{Sheet, SheetCell, SheetRow, sideways};
use crate::tui::widget::{self, text, wordtable};

/// What stands for a blank.
const BLANK: &str = "?";

/// The pages of an annex: its body under its title, then what is written below it.
pub fn annex(annex: &Annex, wall: Wall, width: u16, height: u16) -> Vec<Page> {
    let title = |first: bool| match first {
        true => title(&annex.title, wall, width),
        false => title(&format!("{} (suite)", annex.title), wall, width),
    };
    let mut pages = match &annex.body {
        AnnexBody::Table(table) => {
            pages(&document::figures(table, Theme::Plain), title, wall, width, height)
        }
        AnnexBody::TextTable(table) => {
            let rows: Vec<Vec<String>> =
                table.rows.iter().map(|row| row.iter().map(|cell| held(cell)).collect()).collect();
            let laid = wordtable::lay(&table.columns, &rows, usize::from(width), Theme::Plain);
            let block = |line: Line<'static>| match line.width() {
                0 => Block::gap(),
                _ => block(line, wall),
            };
            words(laid.into_iter().map(block).collect(), title, height)
        }
        AnnexBody::Text(words) => {
            let mut blocks = title(true);
            for words in words {
                blocks.extend(paragraph(Span::raw(""), &held(words), wall.strong(), width));
                blocks.push(Block::gap());
            }
            paginate(blocks, height)
        }
    };
    let below = below(annex, wall, width);
    match pages.last_mut() {
        _ if below.is_empty() => {}
        Some(last) if last.height() + 1 + total(&below) <= height => {
            last.blocks.push(Block::gap());
            last.blocks.extend(below);
        }
        _ => pages.extend(paginate(title(false).into_iter().chain(below).collect(), height)),
    }
    pages
}

/// A table of words: its headings on every page, no row parted that fits a page.
fn words(lines: Vec<Block>, title: impl Fn(bool) -> Vec<Block>, height: u16) -> Vec<Page> {
    let rule = lines.iter().position(Block::is_rule).map_or(0, |at| at + 1);
    let (headings, rows) = lines.split_at(rule);
    let top = |first: bool| {
        let mut top = title(first);
        top.extend_from_slice(headings);
        // Headings that leave no room for a row give way.
        if total(&top) + 2 > height { Vec::new() } else { top }
    };
    let mut pages = Vec::new();
    let mut page = Page { blocks: top(true) };
    let mut bare = page.blocks.len();
    for row in rows.split(Block::is_gap) {
        let apart = u16::from(page.blocks.len() > bare);
        let room = height.saturating_sub(page.height() + apart);
        let whole = total(&top(false)) + total(row) <= height;
        if apart == 1 && (room == 0 || (whole && total(row) > room)) {
            pages.push(std::mem::replace(&mut page, Page { blocks: top(false) }));
            bare = page.blocks.len();
        } else if apart == 1 {
            page.blocks.push(Block::gap());
        }
        for line in row {
            if page.height() + line.height > height {
                pages.push(std::mem::replace(&mut page, Page { blocks: top(false) }));
                bare = page.blocks.len();
            }
            page.blocks.push(line.clone());
        }
    }
    pages.push(page);
    pages
}

/// The digits of one number kept on one line: `05 61 66 87 35`.
fn held(words: &str) -> String {
    let signs: Vec<char> = words.chars().collect();
    let digit =
        |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let hold = |(at, sign): (usize, &char)| match sign {
        ' ' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => '\u{a0}',
        sign => *sign,
    };
    signs.iter().enumerate().map(hold).collect()
}

pub fn title(words: &str, wall: Wall, width: u16) -> Vec<Block> {
    let mut blocks = paragraph(Span::raw(""), words, wall.accent(), width);
    blocks.push(Block::gap());
    blocks
}

fn total(blocks: &[Block]) -> u16 {
    blocks.iter().map(|block| block.height).sum()
}

/// What the marks mean, and the notes. How figures were reconstructed is no matter for a wall.
fn below(annex: &Annex, wall: Wall, width: u16) -> Vec<Block> {
    let mut lines = Lines::new(usize::from(width));
    document::push_marks(annex, &mut lines, Theme::Plain);
    for note in &annex.notes {
        lines.paragraph(note, Theme::Plain.text());
    }
    lines.lines.into_iter().map(|line| block(line, wall)).collect()
}

/// A line of a widget, nothing faint left in it.
fn block(line: Line<'static>, wall: Wall) -> Block {
    Block::line(clear(line, wall))
}

fn clear(line: Line<'static>, wall: Wall) -> Line<'static> {
    let clear = |style: ratatui::style::Style| {
        if style.add_modifier.contains(Modifier::DIM) {
            style.remove_modifier(Modifier::DIM).patch(wall.quiet())
        } else {
            style
        }
    };
    let style = clear(line.style);
    let spans: Vec<Span> =
        line.spans.into_iter().map(|span| Span { style: clear(span.style), ..span }).collect();
    Line::from(spans).style(style)
}

/// Charts, what is between two empty lines of one kept on one page where it fits.
pub fn charts(charts: &[Chart], wall: Wall, width: u16, height: u16) -> Vec<Block> {
    // A bar one row thick is a thread from the last row of the class.
    let drawn = |thick| {
        let (width, theme) = (usize::from(width), Theme::Plain);
        let brush = widget::chart::Brush { width, thick, longest: width, theme };
        let mut lines = Vec::new();
        for chart in charts {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.extend(widget::chart::large(chart, brush));
        }
        lines
    };
    let fits = |lines: &Vec<Line>| lines.len() <= usize::from(height);
    let lines = [3, 2].map(drawn).into_iter().find(fits).unwrap_or_else(|| drawn(1));
    let mut blocks = Vec::new();
    for part in lines.split(|line| line.width() == 0) {
        let lines = part.iter().map(|line| clear(line.clone(), wall));
        if part.len() > usize::from(height) {
            blocks.extend(lines.map(Block::line));
        } else {
            let rows = (0..).zip(lines);
            let whole = |block: Block, (row, line)| block.with_line(0, row, line);
            blocks.push(rows.fold(Block::default(), whole));
        }
        blocks.push(Block::gap());
    }
    blocks
}

/// The table of a step, filled in so far. One that fits a page keeps its shape as it fills; of
/// another, `None` stands for a row that is better seen by itself.
pub fn grid(grid: &Grid, filled: Filled, wall: Wall, width: u16, height: u16) -> Option<Vec<Page>> {
    let still = cells(grid, filled, true, wall);
    if let Some(page) = large::sheet(&still, Vec::new(), wall, width, height) {
        return Some(vec![page]);
    }
    let pages = |table: &Sheet| sheet(table, |_| Vec::new(), wall, width, height);
    let whole = pages(&still);
    match filled {
        _ if whole.len() == 1 => Some(whole),
        Filled::Row(_) => None,
        Filled::Nothing | Filled::Everything => Some(pages(&cells(grid, filled, false, wall))),
    }
}

/// The cells of a table; a blank takes the room of its figure where the table stands `still`.
fn cells(grid: &Grid, filled: Filled, still: bool, wall: Wall) -> Sheet {
    let plain = Theme::Plain;
    let cell = |row: usize, cell: &GridCell| {
        let (known, old) = match filled {
            Filled::Nothing => (false, false),
            Filled::Row(last) => (row <= last, row < last),
            Filled::Everything => (true, false),
        };
        let (text, style) = match cell {
            GridCell::Empty => (String::new(), plain.text()),
            GridCell::Given(words) => (words.clone(), plain.text()),
            GridCell::Blank(item) if !known => {
                let room = if still { text::width(&check::shown(item)) } else { 0 };
                (text::pad_left(BLANK, room), wall.accent())
            }
            GridCell::Blank(item) if old => (check::shown(item), wall.strong()),
            GridCell::Blank(item) => (check::shown(item), wall.accent()),
        };
        SheetCell { text, style, ..SheetCell::default() }
    };
    let row = |(at, row): (usize, &crate::model::GridRow)| SheetRow {
        label: row.label.clone(),
        cells: row.cells.iter().map(|it| cell(at, it)).collect(),
    };
    Sheet {
        corner: grid.corner.clone(),
        columns: grid.columns.clone(),
        rows: grid.rows.iter().enumerate().map(row).collect(),
    }
}

/// A table in large type where it fits, else page by page.
fn pages(
    table: &Sheet,
    title: impl Fn(bool) -> Vec<Block>,
    wall: Wall,
    width: u16,
    height: u16,
) -> Vec<Page> {
    match large::sheet(table, title(true), wall, width, height) {
        Some(page) => vec![page],
        None => sheet(table, title, wall, width, height),
    }
}

/// Every column and every row, under the headings.
fn sheet(
    sheet: &Sheet,
    title: impl Fn(bool) -> Vec<Block>,
    wall: Wall,
    width: u16,
    height: u16,
) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut first = 0;
    loop {
        let laid = sheet.lay(usize::from(width), first, Theme::Plain);
        let lines: Vec<Block> = laid.lines.iter().map(|line| block(line.clone(), wall)).collect();
        let head = |first: bool| {
            let mut top = title(first);
            if let Some(told) = sideways(&laid) {
                // The other columns come with the next pages.
                let told = text::shorten(&told, usize::from(width));
                top.push(Block::line(Line::styled(told, wall.accent())));
            }
            top.extend(lines[..laid.headings].iter().cloned());
            // Headings that leave no room for a row give way.
            match total(&top) + 2 > height {
                true => lines[..laid.headings.min(usize::from(height / 2))].to_vec(),
                false => top,
            }
        };
        let (top, next) = (head(pages.is_empty()), head(false));
        let mut starts: Vec<usize> = laid.places.iter().map(|place| place.y).collect();
        starts.dedup();
        starts.push(lines.len());
        let rows = starts.windows(2).map(|pair| &lines[pair[0]..pair[1]]);
        let mut page = Page { blocks: top.clone() };
        for row in rows {
            if page.height() + total(row) > height && page.height() > total(&next).max(total(&top))
            {
                pages.push(std::mem::replace(&mut page, Page { blocks: next.clone() }));
            }
            // A row too tall for a page of its own goes on with the next one.
            for line in row {
                if page.height() + line.height > height {
                    pages.push(std::mem::replace(&mut page, Page { blocks: next.clone() }));
                }
                page.blocks.push(line.clone());
            }
        }
        pages.push(page);
        let shown = sheet.columns.len() - laid.before - laid.after;
        if laid.after == 0 || shown == 0 {
            return pages;
        }
        first = laid.before + shown;
        // The last window begins where its columns just fit: no column is left out.
        first = first.min(sheet.furthest(usize::from(width)).max(laid.before + 1));
    }
}
