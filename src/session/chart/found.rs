//! The charts of a step, from the figures of it that are known: found, or shown.

use rust_decimal::Decimal;

use super::{Chart, FEWEST, Nps, Point, Whole, full, is_period};
use crate::check;
use crate::model::{
    AnnexBody, Cell, CellRef, Expr, Function, Grid, GridCell, GridRow, ItemId, Node, Numeric,
    Operand, Question, Step, StepKind, Subject,
};
use crate::number::{self, Reading, Unit, french};
use crate::progress::{Item, items};

/// Whether the figure of an item may be drawn.
type Known<'a> = &'a dyn Fn(&ItemId) -> bool;

/// The entry of the lexicon that is drawn as a score.
const NPS: &str = "nps";

/// What can be drawn of a step.
pub fn of_step(subject: &Subject, question: &Question, step: &Step, known: Known) -> Vec<Chart> {
    match &step.kind {
        StepKind::Grid(grid) => of_grid(grid, known),
        StepKind::Number(item) if known(&item.id) => {
            of_number(subject, question, item, known).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// What a class is shown of a step: its table, its score.
pub fn on_wall(subject: &Subject, question: &Question, step: &Step) -> Vec<Chart> {
    let charts = of_step(subject, question, step, &|_| true);
    match &step.kind {
        StepKind::Number(_) => {
            charts.into_iter().filter(|chart| matches!(chart, Chart::Nps(_))).collect()
        }
        _ => charts,
    }
}

/// What a whole question draws: its tables and its scores, each once.
pub fn of_question(subject: &Subject, question: &Question, known: Known) -> Vec<Chart> {
    let steps = question.steps.iter();
    let charts: Vec<Chart> =
        steps.flat_map(|step| of_step(subject, question, step, known)).collect();
    let scored = |chart: &Chart| matches!(chart, Chart::Nps(nps) if nps.score.is_some());
    let complete = |nps: &Nps| nps.score.is_some() && nps.groups.is_some();
    let whole = charts.iter().any(|chart| matches!(chart, Chart::Nps(nps) if complete(nps)));
    let tables = |chart: &Chart| match chart {
        // The groups come again with the score.
        Chart::Nps(_) => scored(chart) || !whole,
        Chart::Evolution { .. } => true,
        Chart::Compared { points, .. } => points.len() >= FEWEST,
        Chart::Parts { wholes, .. } => wholes.iter().all(|whole| !named_rest(whole)),
    };
    charts.into_iter().filter(tables).collect()
}

/// What can be drawn of a table to complete: its rows where they evolve or share a whole, its
/// columns where they compare figures of one kind.
fn of_grid(grid: &Grid, known: Known) -> Vec<Chart> {
    let rows = by_rows(grid, known);
    if !rows.is_empty() || !by_rows(grid, &|_| true).is_empty() {
        return rows;
    }
    by_columns(grid, known)
}

fn by_rows(grid: &Grid, known: Known) -> Vec<Chart> {
    let mut charts: Vec<Chart> = Vec::new();
    for row in &grid.rows {
        let Some(chart) = whole_row(grid, row, known).or_else(|| evolution(grid, row, known))
        else {
            continue;
        };
        // Rows that share their wholes alike are read together.
        match (charts.last_mut(), chart) {
            (
                Some(Chart::Parts { labels, wholes }),
                Chart::Parts { labels: same, wholes: more },
            ) if *labels == same => {
                wholes.extend(more);
            }
            (_, chart) => charts.push(chart),
        }
    }
    charts
}

/// The cells of a row that hold something, each under its column.
fn filled<'a>(
    grid: &'a Grid,
    row: &'a GridRow,
) -> impl Iterator<Item = (&'a str, &'a GridCell)> + use<'a> {
    let columns = grid.columns.iter().map(String::as_str).zip(&row.cells);
    columns.filter(|(_, cell)| !matches!(cell, GridCell::Empty))
}

/// A row that makes 100 %, whatever its total is.
fn whole_row(grid: &Grid, row: &GridRow, known: Known) -> Option<Chart> {
    let parts = || filled(grid, row).filter(|(_, cell)| !is_total(cell));
    let percent = |(column, cell): (&str, &GridCell)| match cell {
        GridCell::Blank(item) if item.unit == Unit::Percent => point(column, cell, known),
        _ => None,
    };
    let shares: Vec<Point> = parts().map(percent).collect::<Option<_>>()?;
    let labels: Vec<String> = parts().map(|(column, _)| column.to_owned()).collect();
    if let Some(groups) = groups(&shares) {
        return Some(Chart::Nps(Box::new(Nps { groups: Some(groups), score: None })));
    }
    let whole = Whole { heading: row.label.clone(), shares };
    let positive = whole.shares.iter().all(|share| !share.value.is_sign_negative());
    (positive && full(&whole)).then(|| Chart::Parts { labels, wholes: vec![whole] })
}

/// `100 %`, given.
fn is_total(cell: &GridCell) -> bool {
    let GridCell::Given(words) = cell else { return false };
    match number::read(words) {
        Reading::Quantity(quantity) => {
            quantity.unit == Some(Unit::Percent) && quantity.value == Decimal::ONE_HUNDRED
        }
        _ => false,
    }
}

/// Detractors, passives, promoters, whatever their order.
fn groups(shares: &[Point]) -> Option<[Point; 3]> {
    let find = |name: &str| {
        shares.iter().find(|share| share.heading.to_lowercase().starts_with(name)).cloned()
    };
    match shares.len() {
        3 => Some([find("détract")?, find("passif")?, find("promot")?]),
        _ => None,
    }
}

/// A row over the periods of the table, its other columns left out.
fn evolution(grid: &Grid, row: &GridRow, known: Known) -> Option<Chart> {
    let periods = || filled(grid, row).filter(|(column, _)| is_period(column));
    // What is not found rules the row out before its given figures are read.
    if periods().any(|(_, cell)| matches!(cell, GridCell::Blank(item) if !known(&item.id))) {
        return None;
    }
    let points: Vec<Point> =
        periods().map(|(column, cell)| point(column, cell, known)).collect::<Option<_>>()?;
    let drawn = points.iter().all(|point| !point.value.is_sign_negative())
        && points.iter().any(|point| !point.value.is_zero());
    (drawn && points.len() >= FEWEST).then(|| Chart::Evolution { label: row.label.clone(), points })
}

fn point(heading: &str, cell: &GridCell, known: Known) -> Option<Point> {
    let (value, shown) = match cell {
        GridCell::Blank(item) if known(&item.id) => (item.exact, check::shown(item)),
        GridCell::Given(words) => match number::read(words) {
            Reading::Quantity(quantity) => (quantity.value, french::echo(&quantity)),
            _ => return None,
        },
        GridCell::Blank(_) | GridCell::Empty => return None,
    };
    Some(Point { heading: heading.to_owned(), value, shown })
}

/// What makes figures of a column comparable.
#[derive(PartialEq)]
enum Kind<'a> {
    Computed(Function, Unit),
    Skill(&'a str, Unit),
}

fn kind(item: &Numeric) -> Option<Kind<'_>> {
    if !matches!(item.unit, Unit::Percent | Unit::Points | Unit::Euro) {
        return None;
    }
    match &item.formula.expr.node {
        Node::Call(function @ (Function::Change | Function::Points), _) => {
            Some(Kind::Computed(*function, item.unit))
        }
        _ => item.skill.as_deref().map(|skill| Kind::Skill(skill, item.unit)),
    }
}

fn by_columns(grid: &Grid, known: Known) -> Vec<Chart> {
    let columns = grid.columns.iter().enumerate();
    columns.flat_map(|(at, column)| column_charts(grid, at, column, known)).collect()
}

/// The figures of one kind of a column, in the order of the rows.
fn column_charts(grid: &Grid, at: usize, column: &str, known: Known) -> Vec<Chart> {
    let mut kinds: Vec<(Kind, Vec<(&GridRow, &Numeric)>)> = Vec::new();
    for row in &grid.rows {
        let Some(GridCell::Blank(item)) = row.cells.get(at) else { continue };
        let Some(kind) = kind(item) else { continue };
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, members)) => members.push((row, item)),
            None => kinds.push((kind, vec![(row, item)])),
        }
    }
    let chart = |members: Vec<(&GridRow, &Numeric)>| {
        let all = members.iter().all(|(_, item)| known(&item.id));
        if !all || members.len() < FEWEST {
            return None;
        }
        let points: Vec<Point> =
            members.iter().map(|(row, item)| drawn(&row.label, item)).collect();
        let shared = Whole { heading: String::new(), shares: points };
        let percent = members.iter().all(|(_, item)| item.unit == Unit::Percent);
        let positive = shared.shares.iter().all(|share| !share.value.is_sign_negative());
        if percent && positive && full(&shared) {
            let labels = members.iter().map(|(row, _)| row.label.clone()).collect();
            return Some(Chart::Parts { labels, wholes: vec![shared] });
        }
        Some(Chart::Compared { label: column.to_owned(), points: shared.shares })
    };
    kinds.into_iter().filter_map(|(_, members)| chart(members)).collect()
}

fn drawn(heading: &str, item: &Numeric) -> Point {
    Point { heading: heading.to_owned(), value: item.exact, shown: check::shown(item) }
}

/// What one computed figure shows: a score on its scale, a part of its whole, two figures compared.
fn of_number(
    subject: &Subject,
    question: &Question,
    item: &Numeric,
    known: Known,
) -> Option<Chart> {
    if item.skill.as_deref() == Some(NPS) && item.unit == Unit::Points {
        return Some(Chart::Nps(Box::new(score(question, item, known))));
    }
    match &item.formula.expr.node {
        Node::Call(Function::Share, _) => part(item),
        Node::Call(Function::Change | Function::Points | Function::Coefficient, operands) => {
            compared(subject, operands, known)
        }
        _ => None,
    }
}

/// The score, with the groups it is made of where they are known too.
fn score(question: &Question, item: &Numeric, known: Known) -> Nps {
    let grids = question.steps.iter().filter_map(|step| match &step.kind {
        StepKind::Grid(grid) => Some(grid),
        _ => None,
    });
    let groups = grids.flat_map(|grid| grid.rows.iter().map(move |row| (grid, row))).find_map(
        |(grid, row)| match whole_row(grid, row, known)? {
            Chart::Nps(nps) => nps.groups,
            _ => None,
        },
    );
    Nps { groups, score: Some(drawn(&item.label, item)) }
}

/// What stands for the other part of a whole: its figure may be asked later.
const REST: &str = "Le reste";

fn named_rest(whole: &Whole) -> bool {
    whole.shares.iter().any(|share| share.heading == REST)
}

fn part(item: &Numeric) -> Option<Chart> {
    let inside = item.exact > Decimal::ZERO && item.exact < Decimal::ONE_HUNDRED;
    if !inside || item.unit != Unit::Percent {
        return None;
    }
    let value = Decimal::ONE_HUNDRED - item.exact;
    let rest = Point { heading: REST.to_owned(), value, shown: String::new() };
    let shares = vec![drawn(&item.label, item), rest];
    let labels = vec![item.label.clone(), REST.to_owned()];
    Some(Chart::Parts { labels, wholes: vec![Whole { heading: String::new(), shares }] })
}

/// A figure with the names of its row and of its column.
struct Named {
    row: String,
    column: String,
    value: Decimal,
    unit: Unit,
    shown: String,
}

/// The two figures an evolution, a difference or a coefficient goes between.
fn compared(subject: &Subject, operands: &[Expr], known: Known) -> Option<Chart> {
    let [a, b] = operands else { return None };
    let [a, b] = [named(subject, a, known)?, named(subject, b, known)?];
    if a.unit != b.unit || a.value.is_sign_negative() || b.value.is_sign_negative() {
        return None;
    }
    let row = a.row == b.row && !a.column.is_empty();
    let column = a.column == b.column;
    let label = if row { a.row.clone() } else { String::new() };
    let heading = |it: &Named| match (row, column || it.column.is_empty()) {
        (true, _) => it.column.clone(),
        (false, true) => it.row.clone(),
        (false, false) => format!("{}, {}", it.row, it.column),
    };
    let point = |it: Named| Point { heading: heading(&it), value: it.value, shown: it.shown };
    Some(Chart::Compared { label, points: vec![point(a), point(b)] })
}

fn named(subject: &Subject, operand: &Expr, known: Known) -> Option<Named> {
    match &operand.node {
        Node::Operand(Operand::Cell(cell)) => of_cell(subject, cell),
        Node::Operand(Operand::Item(id)) if known(id) => of_item(subject, id),
        _ => None,
    }
}

fn of_cell(subject: &Subject, cell: &CellRef) -> Option<Named> {
    let annex = subject.annexes.iter().find(|annex| annex.id == cell.table)?;
    let AnnexBody::Table(table) = &annex.body else { return None };
    let row = table.rows.iter().find(|row| row.id == cell.row)?;
    let at = table.columns.iter().position(|column| column.id == cell.column)?;
    let Cell::Figure { quantity, .. } = row.cells.get(at)? else { return None };
    let (column, shown) = (table.columns[at].label.clone(), french::echo(quantity));
    let unit = quantity.unit.unwrap_or(Unit::Number);
    Some(Named { row: row.label.clone(), column, value: quantity.value, unit, shown })
}

fn of_item(subject: &Subject, id: &ItemId) -> Option<Named> {
    let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
    let steps = questions.filter(|question| items(question).any(|item| item.id() == id));
    steps.flat_map(|question| &question.steps).find_map(|step| in_step(step, id))
}

fn in_step(step: &Step, id: &ItemId) -> Option<Named> {
    let of = |item: &Numeric, row: &str, column: &str| Named {
        row: row.to_owned(),
        column: column.to_owned(),
        value: item.exact,
        unit: item.unit,
        shown: check::shown(item),
    };
    match &step.kind {
        StepKind::Grid(grid) => grid.rows.iter().find_map(|row| {
            filled(grid, row).find_map(|(column, cell)| match cell {
                GridCell::Blank(item) if item.id == *id => Some(of(item, &row.label, column)),
                _ => None,
            })
        }),
        _ => Item::of_step(step).into_iter().find_map(|item| match item {
            Item::Number(item) if item.id == *id => Some(of(item, &item.label, "")),
            _ => None,
        }),
    }
}
