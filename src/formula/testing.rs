//! A small paper for the tests of this room: the site of the 2024 paper, a campaign, notes.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Data, Figure, Name, NameError, Names};
use crate::model::{CellRef, Formula, ItemId, Operand};
use crate::number::Unit;

/// One table: rows of figures by column.
struct Table {
    id: &'static str,
    columns: &'static [&'static str],
    rows: &'static [(&'static str, &'static str, Unit, u32, &'static [&'static str])],
}

const TABLES: &[Table] = &[
    Table {
        id: "site",
        columns: &["T1", "T2", "T3", "T4"],
        rows: &[
            ("visiteurs", "Visiteurs", Unit::Count, 0, &["452", "325", "402", "450"]),
            ("rebonds", "Rebonds", Unit::Count, 0, &["223", "188", "220", "240"]),
            ("paniers", "Paniers", Unit::Count, 0, &["58", "20", "49", "48"]),
            ("commandes", "Commandes", Unit::Count, 0, &["47", "8", "23", "24"]),
            ("panier-moyen", "Panier moyen", Unit::Euro, 1, &["43.7", "44.7", "38.3", "45"]),
            ("ca", "CA", Unit::Euro, 1, &["2053.9", "357.6", "880.9", "1080"]),
            (
                "conversion",
                "Taux de conversion",
                Unit::Percent,
                2,
                &["10.40", "2.46", "5.72", "5.33"],
            ),
        ],
    },
    Table {
        id: "phoning",
        columns: &["Valeur"],
        rows: &[
            ("fichier", "Fiches", Unit::Count, 0, &["500"]),
            ("perte", "Fiches inexploitables", Unit::Percent, 0, &["20"]),
            ("appel", "Durée d’un appel", Unit::Minute, 0, &["3"]),
            ("saisie", "Durée d’une saisie", Unit::Minute, 0, &["4"]),
            ("cout", "Coût horaire", Unit::EuroPerHour, 0, &["17"]),
            ("delai", "Délai", Unit::Day, 0, &["12"]),
            ("zero", "Rien", Unit::Count, 0, &["0"]),
        ],
    },
    Table {
        id: "avis",
        columns: &["1", "2", "3", "4", "5"],
        rows: &[
            ("note", "Note", Unit::Mark(5), 0, &["1", "2", "3", "4", "5"]),
            ("effectif", "Effectif", Unit::Count, 0, &["30", "23", "14", "18", "15"]),
        ],
    },
];

/// The paper, and the results of earlier steps by name.
#[derive(Default)]
pub(super) struct Sheet {
    pub items: BTreeMap<String, Figure>,
}

pub(super) fn dec(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

impl Sheet {
    pub(super) fn with(items: &[(&str, &str, Unit, u32)]) -> Sheet {
        let figure = |(name, value, unit, decimals): &(&str, &str, Unit, u32)| {
            let figure = Figure {
                value: dec(value),
                unit: *unit,
                decimals: *decimals,
                label: (*name).to_string(),
                place: None,
            };
            ((*name).to_string(), figure)
        };
        Sheet { items: items.iter().map(figure).collect() }
    }

    #[track_caller]
    pub(super) fn parse(&self, source: &str) -> Formula {
        super::parse(source, self).unwrap_or_else(|e| panic!("{source}: {e:?}"))
    }
}

impl Names for Sheet {
    fn resolve(&self, name: &Name, series: bool) -> Result<Operand, NameError> {
        if self.items.contains_key(&name.name) {
            let question = name.question.as_deref().unwrap_or("1");
            return Ok(Operand::Item(ItemId::new("s", question, &name.name)));
        }
        let known = |t: &&Table| name.table.as_ref().is_none_or(|id| id == t.id);
        for table in TABLES.iter().filter(known) {
            if table.rows.iter().any(|row| row.0 == name.name) {
                let cell = |column: &&str| CellRef {
                    table: table.id.into(),
                    row: name.name.clone(),
                    column: (*column).into(),
                };
                let wanted = |c: &&&str| name.selector.as_deref().is_none_or(|s| s == **c);
                let mut cells: Vec<_> = table.columns.iter().filter(wanted).map(cell).collect();
                match cells.len() {
                    0 => {}
                    1 => return Ok(Operand::Cell(cells.remove(0))),
                    _ if series => return Ok(Operand::Cells(cells)),
                    // As in a grid, the first column is the current one.
                    _ => return Ok(Operand::Cell(cells.remove(0))),
                }
            }
        }
        Err(NameError { message: format!("«\u{a0}{}\u{a0}» est inconnu", name.name), help: None })
    }
}

impl Data for Sheet {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        let table = TABLES.iter().find(|t| t.id == cell.table)?;
        let column = table.columns.iter().position(|c| *c == cell.column)?;
        let (_, label, unit, decimals, values) = table.rows.iter().find(|row| row.0 == cell.row)?;
        let place = (table.columns.len() > 1).then(|| cell.column.clone());
        Some(Figure {
            value: dec(values[column]),
            unit: *unit,
            decimals: *decimals,
            label: (*label).to_string(),
            place,
        })
    }

    fn item(&self, item: &ItemId) -> Option<Figure> {
        self.items.get(item.local()).cloned()
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        let Some(table) = TABLES.iter().find(|t| t.id == cell.table) else { return Vec::new() };
        let at = |row: &str, column: &str| CellRef {
            table: table.id.into(),
            row: row.into(),
            column: column.into(),
        };
        let row = table.columns.iter().map(|c| at(&cell.row, c));
        let column = table.rows.iter().map(|r| at(r.0, &cell.column));
        row.chain(column).filter(|c| c != cell).collect()
    }
}
