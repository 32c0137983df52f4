//! The slides of a table to complete: row by row the help and the results, then the table filled in.

use super::figures::{errata, result, worked};
use super::slide::{Body, Filled, Scope, Slide, Stage};
use super::steps::text;
use crate::check::{self, Paper, SlipCode};
use crate::model::{Expr, Grid, GridCell, GridRow, Node, Numeric, Operand};
use crate::progress::Item;
use crate::session::chart::Chart;
use crate::session::walk::ladder_of;

/// A blank and the heading of its column.
type Blank<'a> = (String, &'a Numeric);

/// The table, then row by row the help and the results, then the table filled in.
///
/// In a hurry, the table itself fills in, a row at a time.
pub fn of_grid(at: usize, grid: &Grid, charts: Vec<Chart>, paper: &Paper) -> Vec<Slide> {
    let put = |(stage, body): (Stage, Body)| Slide::new(Some(at), stage, body);
    let mut slides = vec![put((Stage::Prompt, Body::Sheet { filled: Filled::Nothing }))];
    let mut methods = Vec::new();
    let asked = |row: &GridRow| row.cells.iter().any(|cell| matches!(cell, GridCell::Blank(_)));
    let last = grid.rows.iter().rposition(asked);
    for (place, row) in grid.rows.iter().enumerate().filter(|(_, row)| asked(row)) {
        slides.extend(of_row(at, grid, row, &mut methods, paper));
        // The last row comes with the whole table.
        if Some(place) != last {
            let filled = Filled::Row(place);
            slides.push(put((Stage::Result, Body::Sheet { filled })).only(Scope::Essential));
        }
        slides.extend(after_row(grid, row, paper).into_iter().map(put).map(|slide| {
            // The conclusion of the table stands for those of its rows.
            let told = slide.stage == Stage::Interpretation && !grid.reasoning.is_empty();
            if told { slide.only(Scope::Complete) } else { slide }
        }));
    }
    slides.push(put((Stage::Result, Body::Sheet { filled: Filled::Everything })).leading());
    if !charts.is_empty() {
        slides.push(put((Stage::Result, Body::Charts(charts))));
    }
    if !grid.reasoning.is_empty() {
        slides.push(put((Stage::Interpretation, text(None, &[&grid.reasoning]))));
    }
    slides
}

/// The blanks of a row, those worked out the same way together, each with its column's heading.
fn groups<'a>(grid: &Grid, row: &'a GridRow) -> Vec<Vec<(String, &'a Numeric)>> {
    let mut groups: Vec<Vec<(String, &Numeric)>> = Vec::new();
    for (column, cell) in grid.columns.iter().zip(&row.cells) {
        let GridCell::Blank(item) = cell else { continue };
        let blank = (column.clone(), item.as_ref());
        match groups.last_mut() {
            Some(group) if same_way(group[0].1, item) => group.push(blank),
            _ => groups.push(vec![blank]),
        }
    }
    groups
}

fn same_way(a: &Numeric, b: &Numeric) -> bool {
    a.unit == b.unit
        && a.hints == b.hints
        && a.method == b.method
        && shape(&a.formula.expr) == shape(&b.formula.expr)
}

/// A row: its name, then for each way of computing the help and the results.
fn of_row(
    at: usize,
    grid: &Grid,
    row: &GridRow,
    methods: &mut Vec<String>,
    paper: &Paper,
) -> Vec<Slide> {
    let groups = groups(grid, row);
    let name = match &groups[..] {
        [group] if group.len() == 1 => format!("{}, {}", row.label, group[0].0),
        _ => row.label.clone(),
    };
    let put =
        |(stage, body): (Stage, Body)| Slide::new(Some(at), stage, body).only(Scope::Complete);
    let banner = Body::Banner { above: String::new(), words: name.clone() };
    let mut slides = vec![put((Stage::Prompt, banner)).leading()];
    for group in &groups {
        let part = (groups.len() > 1 && group.len() == 1).then(|| group[0].0.as_str());
        slides.extend(of_group(row, group, part, methods, paper).into_iter().map(put));
    }
    slides
}

/// Hints together, the method where it is new in this table, the computation of the first figure,
/// then all the figures.
fn of_group(
    row: &GridRow,
    group: &[Blank],
    part: Option<&str>,
    methods: &mut Vec<String>,
    paper: &Paper,
) -> Vec<(Stage, Body)> {
    let Some((column, first)) = group.first() else { return Vec::new() };
    let ladder = ladder_of(Item::Number(first), paper);
    let mut slides = Vec::new();
    if !first.hints.is_empty() {
        let hints: Vec<&str> = first.hints.iter().map(String::as_str).collect();
        slides.push((Stage::Hint, text(part, &hints)));
    }
    let known = methods.contains(&way(first));
    if !known {
        methods.push(way(first));
    }
    let heading = (group.len() > 1 || part.is_some()).then_some(column.as_str());
    let worked = worked(&ladder, heading).into_iter();
    slides.extend(worked.filter(|(stage, _)| !(known && *stage == Stage::Method)));
    let name = match group.len() {
        1 => format!("{}, {column}", row.label),
        _ => row.label.clone(),
    };
    slides.push((Stage::Result, result(&name, group, paper)));
    slides
}

/// What tells one method from another: the author's words, or the shape of the formula.
fn way(item: &Numeric) -> String {
    item.method.clone().unwrap_or_else(|| shape(&item.formula.expr))
}

/// Once the figures of a row are known: where one goes wrong, what they mean.
fn after_row(grid: &Grid, row: &GridRow, paper: &Paper) -> Vec<(Stage, Body)> {
    let items: Vec<&Numeric> =
        groups(grid, row).into_iter().flatten().map(|(_, item)| item).collect();
    let mut slides: Vec<(Stage, Body)> = Vec::new();
    slides.extend(items.iter().flat_map(|item| traps(item, paper)));
    slides.extend(items.iter().flat_map(|item| errata(item)));
    let mut told: Vec<&str> = Vec::new();
    for item in items {
        if !item.reasoning.is_empty() && !told.contains(&item.reasoning.as_str()) {
            told.push(&item.reasoning);
        }
    }
    if !told.is_empty() {
        slides.push((Stage::Interpretation, text(None, &told)));
    }
    slides
}

/// The mistakes the author expects.
fn traps(item: &Numeric, paper: &Paper) -> impl Iterator<Item = (Stage, Body)> {
    let likely = check::likely(item, paper, item.traps.len());
    likely.into_iter().filter(|mistake| mistake.code == SlipCode::Trap).map(|mistake| {
        let (figure, sentence) = (mistake.shown, mistake.sentence);
        (Stage::Mistake, Body::Debrief { proposal: None, figure, sentence })
    })
}

/// The operations of a formula without its operands: `(_-_)/_`.
fn shape(expr: &Expr) -> String {
    let all = |list: &[Expr]| list.iter().map(shape).collect::<Vec<_>>().join(" ");
    match &expr.node {
        Node::Literal(literal) => format!("{}", literal.value),
        Node::Operand(Operand::Cell(_) | Operand::Item(_)) => "_".to_owned(),
        Node::Operand(Operand::Cells(_) | Operand::Items(_)) => "__".to_owned(),
        Node::Negate(inner) => format!("-({})", shape(inner)),
        Node::Binary(op, a, b) => format!("({} {op:?} {})", shape(a), shape(b)),
        Node::Call(function, arguments) => format!("{function:?}({})", all(arguments)),
        Node::Lookup { subject, .. } => format!("lookup({})", shape(subject)),
    }
}
