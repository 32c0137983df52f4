//! The charts of an annex: nothing in it is asked, everything may be drawn.

use super::{Chart, FEWEST, Point, Whole, full, is_period};
use crate::model::{Annex, AnnexBody, Cell, Row, Table};
use crate::number::{Quantity, Unit, french};

/// The charts of an annex, in the order of its rows.
pub fn charts(annex: &Annex) -> Vec<Chart> {
    let AnnexBody::Table(table) = &annex.body else { return Vec::new() };
    let mut charts = Vec::new();
    let mut at = 0;
    while at < table.rows.len() {
        if let Some((chart, rows)) = parts_from(table, at) {
            charts.push(chart);
            at += rows;
        } else {
            charts.extend(evolution(table, &table.rows[at]));
            at += 1;
        }
    }
    charts
}

/// The shortest run of rows from `at` on that makes a whole in some column, and its length.
fn parts_from(table: &Table, at: usize) -> Option<(Chart, usize)> {
    (2..=table.rows.len() - at).find_map(|long| {
        let rows = &table.rows[at..at + long];
        let wholes: Vec<Whole> =
            (0..table.columns.len()).filter_map(|column| whole(table, rows, column)).collect();
        let labels = rows.iter().map(|row| row.label.clone()).collect();
        (!wholes.is_empty()).then_some((Chart::Parts { labels, wholes }, long))
    })
}

fn whole(table: &Table, rows: &[Row], column: usize) -> Option<Whole> {
    let heading = &table.columns.get(column)?.label;
    let shares: Option<Vec<Point>> = rows
        .iter()
        .map(|row| {
            let figure = figure(row.cells.get(column)?)?;
            let percent = figure.unit == Some(Unit::Percent) && !figure.value.is_sign_negative();
            percent.then(|| point(&row.label, figure))
        })
        .collect();
    let whole = Whole { heading: heading.clone(), shares: shares? };
    full(&whole).then_some(whole)
}

/// A row over its periods.
fn evolution(table: &Table, row: &Row) -> Option<Chart> {
    if !table.columns.iter().all(|column| is_period(&column.label)) {
        return None;
    }
    let figures = table.columns.iter().zip(&row.cells).filter_map(|(column, cell)| {
        let figure = figure(cell)?;
        (!figure.value.is_sign_negative()).then(|| point(&column.label, figure))
    });
    let points: Vec<Point> = figures.collect();
    let flat = points.iter().all(|point| point.value.is_zero());
    let whole = points.len() == table.columns.len() && points.len() >= FEWEST && !flat;
    whole.then(|| Chart::Evolution { label: row.label.clone(), points })
}

fn figure(cell: &Cell) -> Option<&Quantity> {
    match cell {
        Cell::Figure { quantity, .. } => Some(quantity),
        Cell::Text(_) | Cell::Missing => None,
    }
}

fn point(heading: &str, figure: &Quantity) -> Point {
    Point { heading: heading.to_owned(), value: figure.value, shown: french::echo(figure) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CellOrigin, Column};
    use crate::number::{Reading, read};

    fn annex(columns: &[&str], rows: &[(&str, &[&str])]) -> Annex {
        let cell = |text: &&str| match read(text) {
            Reading::Quantity(quantity) => Cell::Figure { quantity, origin: CellOrigin::Printed },
            _ => Cell::Missing,
        };
        let column = |label: &&str| Column { id: (*label).into(), label: (*label).into() };
        let row = |(label, cells): &(&str, &[&str])| Row {
            id: (*label).into(),
            label: (*label).into(),
            cells: cells.iter().map(cell).collect(),
        };
        Annex {
            id: "a".into(),
            title: "A".into(),
            source: None,
            reconstruction: None,
            notes: Vec::new(),
            body: AnnexBody::Table(Table {
                corner: String::new(),
                columns: columns.iter().map(column).collect(),
                rows: rows.iter().map(row).collect(),
            }),
        }
    }

    #[track_caller]
    fn drawn(columns: &[&str], rows: &[(&str, &[&str])], expected: &[&str]) {
        let name = |chart: Chart| match chart {
            Chart::Evolution { label, points } => format!("{label} ×{}", points.len()),
            Chart::Parts { labels, wholes } => {
                let headings: Vec<String> = wholes.into_iter().map(|w| w.heading).collect();
                format!("{} = {}", labels.join(" + "), headings.join(", "))
            }
            other => panic!("an annex draws no {other:?}"),
        };
        let charts = charts(&annex(columns, rows)).into_iter();
        assert_eq!(charts.map(name).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn rows_over_periods_evolve() {
        drawn(&["T1", "T2", "T3"], &[("V", &["4", "5", "6"])], &["V ×3"]);
        drawn(&["2019", "2020", "2021"], &[("V", &["4", "", "6"])], &[]);
        drawn(&["2019", "2020"], &[("V", &["4", "6"])], &[]);
        drawn(&["Clics", "Ventes", "Vues"], &[("V", &["4", "5", "6"])], &[]);
        drawn(&["T1", "T2", "T3"], &[("V", &["0", "0", "0"]), ("W", &["1", "-2", "3"])], &[]);
    }

    #[test]
    fn percentages_that_make_a_whole_are_shared() {
        let rows: &[(&str, &[&str])] =
            &[("H", &["2 %", "15 %"]), ("F", &["98 %", "85 %"]), ("P", &["25 €", "32 €"])];
        drawn(&["2021", "2023"], rows, &["H + F = 2021, 2023"]);
        drawn(
            &["Part", "Évolution"],
            &[("A", &["60 %", "11 %"]), ("B", &["40 %", "5 %"])],
            &["A + B = Part"],
        );
        drawn(&["Part"], &[("A", &["60 %"]), ("B", &["39,8 %"])], &["A + B = Part"]);
        drawn(&["Part"], &[("A", &["60 %"]), ("B", &["39,6 %"])], &[]);
        drawn(&["Part"], &[("A", &["100 %"]), ("B", &["0 %"])], &[]);
        drawn(&["Effectif"], &[("A", &["60"]), ("B", &["40"])], &[]);
    }
}
