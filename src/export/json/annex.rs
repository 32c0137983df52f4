//! Annexes, every cell with the text shown, the plain value and where it comes from.

use serde_json::{Value, json};

use super::{plain, symbol};
use crate::model::{Annex, AnnexBody, Cell, CellOrigin, Table, TextTable};
use crate::number::french;

pub fn annex(annex: &Annex) -> Value {
    let (kind, table, grid, paragraphs) = match &annex.body {
        AnnexBody::Table(table) => ("tableau", Some(figures(table)), None, None),
        AnnexBody::TextTable(grid) => ("grille", None, Some(words(grid)), None),
        AnnexBody::Text(paragraphs) => ("texte", None, None, Some(paragraphs)),
    };
    json!({
        "id": annex.id,
        "titre": annex.title,
        "source": annex.source,
        "reconstitution": annex.reconstruction,
        "notes": annex.notes,
        "genre": kind,
        "tableau": table,
        "grille": grid,
        "paragraphes": paragraphs,
    })
}

fn figures(table: &Table) -> Value {
    let columns = table.columns.iter();
    let columns = columns.map(|column| json!({ "id": column.id, "libelle": column.label }));
    let rows = table.rows.iter().map(|row| {
        let cells = table.columns.iter().zip(&row.cells);
        let cells = cells.map(|(column, content)| cell(&column.id, content));
        json!({ "id": row.id, "libelle": row.label, "cellules": cells.collect::<Vec<_>>() })
    });
    json!({
        "coin": table.corner,
        "colonnes": columns.collect::<Vec<_>>(),
        "lignes": rows.collect::<Vec<_>>(),
    })
}

fn words(grid: &TextTable) -> Value {
    json!({ "colonnes": grid.columns, "lignes": grid.rows })
}

fn cell(column: &str, cell: &Cell) -> Value {
    let (text, figure, origin) = match cell {
        Cell::Figure { quantity, origin } => {
            (Some(french::echo(quantity)), Some(quantity), self::origin(*origin))
        }
        Cell::Text(words) => (Some(words.clone()), None, "mots"),
        Cell::Missing => (None, None, "manquant"),
    };
    json!({
        "colonne": column,
        "texte": text,
        "valeur": figure.map(|quantity| plain(quantity.value)),
        "unite": figure.and_then(|quantity| quantity.unit).and_then(symbol),
        "decimales": figure.map(|quantity| quantity.decimals),
        "origine": origin,
    })
}

fn origin(origin: CellOrigin) -> &'static str {
    match origin {
        CellOrigin::Printed => "imprime",
        CellOrigin::Deduced => "deduit",
        CellOrigin::Chosen => "choisi",
    }
}
