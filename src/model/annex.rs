//! Annexes of a paper: figures in tables, tables of text, and plain text.

use crate::number::Quantity;

/// One annex, as a candidate receives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex {
    pub id: String,
    pub title: String,
    /// Where the data come from ("Google Analytics", "source interne").
    pub source: Option<String>,
    /// How reconstructed figures were obtained; shown with the table that has some.
    pub reconstruction: Option<String>,
    /// Remarks printed under the annex.
    pub notes: Vec<String>,
    pub body: AnnexBody,
}

/// The three shapes of an annex.
#[derive(Debug, Clone, PartialEq)]
pub enum AnnexBody {
    Table(Table),
    TextTable(TextTable),
    Text(Vec<String>),
}

/// A table of figures; every row has one cell per column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Heading of the first column.
    pub corner: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub id: String,
    pub label: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: String,
    pub label: String,
    pub cells: Vec<Cell>,
}

/// A cell of a table of figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Figure {
        quantity: Quantity,
        origin: CellOrigin,
    },
    /// Words in a table of figures ("à partir de 24,95 €").
    Text(String),
    /// The paper does not give this figure.
    Missing,
}

/// Whether a figure is printed in the sources or was worked out from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellOrigin {
    Printed,
    /// Reconstructed, and the only value that fits (marked `*`).
    Deduced,
    /// Reconstructed, several values fit and this one was chosen (marked `**`).
    Chosen,
}

/// A table of words.
#[derive(Debug, Clone, PartialEq)]
pub struct TextTable {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}
