//! The document pane: énoncé and annexes of a question, cut into lines for a width.

use std::ops::Range;

use ratatui::text::{Line, Span};

use super::memo::Cut;
use crate::model::{
    Annex, AnnexBody, Cell, CellOrigin, CellRef, Question, Subject, Table, TextTable,
};
use crate::number::french;
use crate::session::{Walk, chart};
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::pane::Stretch;
use crate::tui::widget::sheet::{self, Sheet, SheetCell, SheetRow};
use crate::tui::widget::{self, wordtable};

/// Columns and rows from which a short text is readable in large type.
const GLANCE: (usize, usize) = (100, 24);

/// A document ready to be shown.
#[derive(Debug, Default)]
pub struct Document {
    pub lines: Vec<Line<'static>>,
    /// Tables of figures, whose headings stay in sight while their rows do.
    pub tables: Vec<Stretch>,
    /// Largest useful number of columns to leave out on the left.
    pub furthest: usize,
    /// The lines of the first charts, where some are drawn.
    pub charts: Option<Range<usize>>,
    /// Where each figure in sight is.
    pub figures: Vec<Spot>,
}

/// A figure of an annex, and where it is in the document.
#[derive(Debug, Clone)]
pub struct Spot {
    pub cell: CellRef,
    pub line: usize,
    pub columns: Range<usize>,
}

impl Document {
    /// The énoncé and the annexes of a question.
    pub fn new(subject: &Subject, question: &Question, cut: &Cut) -> Self {
        let mut document = Document::default();
        let mut lines = Lines::new(cut.width);
        push_statement(&question.statement, cut, &mut lines);
        for id in &question.annexes {
            if let Some(annex) = subject.annexes.iter().find(|annex| &annex.id == id) {
                document.push_annex(annex, &mut lines, cut);
            }
        }
        document.lines = lines.lines;
        document
    }

    fn push_annex(&mut self, annex: &Annex, lines: &mut Lines, cut: &Cut) {
        let theme = cut.theme;
        lines.gap();
        lines.headline(&annex.title, if glances(cut) { 2 } else { 0 }, theme.heading());
        if let Some(source) = &annex.source {
            lines.paragraph(&format!("Source\u{a0}: {source}"), theme.quiet());
        }
        lines.gap();
        match &annex.body {
            AnnexBody::Table(table) => self.push_table(&annex.id, table, lines, cut),
            AnnexBody::TextTable(table) => push_words(table, lines, cut),
            AnnexBody::Text(paragraphs) => lines.paragraphs(paragraphs, theme.text()),
        }
        if cut.charts {
            self.push_charts(annex, lines, theme);
        }
        push_legend(annex, lines, theme);
        for note in &annex.notes {
            lines.paragraph(note, theme.quiet());
        }
    }

    /// The charts of an annex, set in a little: they are no part of the paper.
    fn push_charts(&mut self, annex: &Annex, lines: &mut Lines, theme: Theme) {
        const MARGIN: usize = 2;
        let charts = chart::charts(annex);
        if charts.is_empty() {
            return;
        }
        lines.gap();
        let start = lines.len();
        for line in widget::chart::small(&charts, lines.width.saturating_sub(MARGIN), theme) {
            let mut spans = vec![Span::raw(" ".repeat(MARGIN))];
            let style = line.style;
            spans.extend(line.spans);
            lines.push(Line::from(spans).style(style));
        }
        self.charts.get_or_insert(start..lines.len());
        lines.gap();
    }

    fn push_table(&mut self, id: &str, table: &Table, lines: &mut Lines, cut: &Cut) {
        let theme = cut.theme;
        let cursor = cut.cursor.as_ref().filter(|cell| cell.table == id);
        let mut sheet = figures(table, theme);
        let mut first = cut.column;
        if let Some((row, column)) = cursor.and_then(|cell| place_of(table, cell)) {
            sheet.rows[row].cells[column].style = theme.selected();
            first = sheet.first_to_show(lines.width, column, first);
        }
        let laid = sheet.lay(lines.width, first, theme).aired(cut.large.unwrap_or(0));
        self.furthest = self.furthest.max(sheet.furthest(lines.width));
        let start = lines.len();
        self.figures.extend(laid.places.iter().filter_map(|place| {
            let (row, column) = (&table.rows[place.row], &table.columns[place.column]);
            let figure = matches!(row.cells.get(place.column), Some(Cell::Figure { .. }));
            let cell =
                CellRef { table: id.to_owned(), row: row.id.clone(), column: column.id.clone() };
            let columns = place.x..place.x + place.width;
            figure.then_some(Spot { cell, line: start + place.y, columns })
        }));
        let told = sheet::sideways(&laid);
        self.tables.push(laid.stretch(start, None));
        lines.lines.extend(laid.lines);
        if let Some(told) = told {
            lines.paragraph(&told, theme.accent());
        }
    }
}

/// Row and column of a cell in its table.
fn place_of(table: &Table, cell: &CellRef) -> Option<(usize, usize)> {
    let row = table.rows.iter().position(|row| row.id == cell.row)?;
    let column = table.columns.iter().position(|column| column.id == cell.column)?;
    (column < table.rows[row].cells.len()).then_some((row, column))
}

fn push_words(table: &TextTable, lines: &mut Lines, cut: &Cut) {
    let lay = if cut.large.is_some() { wordtable::lay_aired } else { wordtable::lay };
    lines.lines.extend(lay(&table.columns, &table.rows, lines.width, cut.theme));
}

/// The énoncé, in large type where all of it is seen at one glance.
fn push_statement(statement: &[String], cut: &Cut, lines: &mut Lines) {
    let style = cut.theme.text();
    if let Some(height) = cut.large.filter(|_| glances(cut)) {
        let mut large = Lines::new(lines.width);
        let whole = statement.iter().all(|words| {
            large.gap();
            large.large(&[], words, height, style)
        });
        if whole && large.len() <= height {
            lines.lines.extend(large.lines);
            return;
        }
    }
    lines.paragraphs(statement, style);
}

/// The pane is in large type and has room for some lines of it.
fn glances(cut: &Cut) -> bool {
    cut.width >= GLANCE.0 && cut.large.is_some_and(|height| height >= GLANCE.1)
}

/// A table of figures with its marks.
pub fn figures(table: &Table, theme: Theme) -> Sheet {
    Sheet {
        corner: table.corner.clone(),
        columns: table.columns.iter().map(|column| column.label.clone()).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| SheetRow {
                label: row.label.clone(),
                cells: row.cells.iter().map(|cell| figure(cell, theme)).collect(),
            })
            .collect(),
    }
}

fn figure(cell: &Cell, theme: Theme) -> SheetCell {
    let (text, mark) = match cell {
        Cell::Figure { quantity, origin } => (french::echo(quantity), mark(*origin)),
        Cell::Text(words) => (words.clone(), ""),
        Cell::Missing => ("–".to_owned(), ""),
    };
    SheetCell { text, mark: mark.to_owned(), style: theme.text(), mark_style: theme.accent() }
}

fn mark(origin: CellOrigin) -> &'static str {
    match origin {
        CellOrigin::Printed => "",
        CellOrigin::Deduced => "*",
        CellOrigin::Chosen => "**",
    }
}

/// What `*` and `**` mean and how such figures were found, under a table that has some.
fn push_legend(annex: &Annex, lines: &mut Lines, theme: Theme) {
    push_marks(annex, lines, theme);
    if let (AnnexBody::Table(_), Some(how)) = (&annex.body, &annex.reconstruction) {
        lines.paragraph(how, theme.quiet());
    }
}

/// What `*` and `**` mean, under a table that has some.
pub fn push_marks(annex: &Annex, lines: &mut Lines, theme: Theme) {
    let AnnexBody::Table(table) = &annex.body else { return };
    let has = |wanted| {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        cells.into_iter().any(|c| matches!(c, Cell::Figure { origin, .. } if *origin == wanted))
    };
    let mut legend = |sign: &'static str, words: &str| {
        let lead = vec![Span::styled(format!("{sign:<3}"), theme.accent())];
        lines.hanging(lead, words, theme.quiet());
    };
    if has(CellOrigin::Deduced) {
        legend("*", "chiffre reconstitué à partir du corrigé\u{a0}: seule valeur possible");
    }
    if has(CellOrigin::Chosen) {
        legend(
            "**",
            "chiffre reconstitué\u{a0}: plusieurs valeurs conviennent, celle-ci est un choix",
        );
    }
}

impl Document {
    /// The model answer of a written step, in place of the document.
    pub fn of_model(walk: &Walk, width: usize, theme: Theme) -> Self {
        let mut lines = Lines::new(width);
        if let Some(state) = walk.writing() {
            lines.paragraphs(&state.asked.model, theme.text());
        }
        Document { lines: lines.lines, ..Document::default() }
    }

    /// The model plan of an RCS, in place of the document.
    pub fn of_plan(walk: &Walk, width: usize, theme: Theme) -> Self {
        let mut lines = Lines::new(width);
        if let Some(state) = walk.rcs() {
            let rcs = state.asked;
            lines.push(Line::styled("Problématique", theme.heading()));
            lines.paragraph(&rcs.problem, theme.text());
            lines.gap();
            lines.push(Line::styled("Introduction", theme.heading()));
            lines.paragraph(&rcs.introduction, theme.text());
            for (number, part) in rcs.parts.iter().enumerate() {
                lines.gap();
                lines.paragraph(&format!("{}. {}", number + 1, part.title), theme.heading());
                for idea in &part.ideas {
                    lines.gap();
                    lines.paragraph(&idea.title, theme.strong());
                    lines.paragraph(&idea.argument, theme.text());
                    lines.hanging(vec![Span::raw("  ")], &idea.example, theme.quiet());
                }
            }
            lines.gap();
            lines.push(Line::styled("Conclusion", theme.heading()));
            lines.paragraph(&rcs.conclusion, theme.text());
        }
        Document { lines: lines.lines, ..Document::default() }
    }
}
