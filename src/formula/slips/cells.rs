//! Figures taken from another row, another column or another period, and totals with a part left out.

use super::bench::Bench;
use super::rank;
use super::story::Story;
use super::walk::{Rebuild, map_leaves};
use crate::formula::dimension::Dimension;
use crate::formula::expand::{change, join, same};
use crate::formula::text::leaf_figure;
use crate::formula::{Data, Figure};
use crate::model::{CellRef, Expr, Node, Op, Operand};

/// The whole formula on another column or row, then one operand at a time.
pub(super) fn of_formula(bench: &mut Bench, expr: &Expr) {
    let leaves = operands(expr);
    shifted(bench, expr, &leaves, |c| &c.column, |c, column| CellRef { column, ..c.clone() });
    shifted(bench, expr, &leaves, |c| &c.row, |c, row| CellRef { row, ..c.clone() });
    for leaf in &leaves {
        replaced(bench, expr, leaf);
    }
    added_rates(bench, expr);
}

/// The distinct operands, from left to right.
fn operands(expr: &Expr) -> Vec<Operand> {
    let mut found = Vec::new();
    super::walk::each_node(expr, &mut |e, _, _| {
        if let Node::Operand(operand) = &e.node
            && !found.contains(operand)
        {
            found.push(operand.clone());
        }
    });
    found
}

/// All the cells of the formula in one column (or row): the same computation in another one.
fn shifted(
    bench: &mut Bench,
    expr: &Expr,
    leaves: &[Operand],
    line: fn(&CellRef) -> &String,
    moved: fn(&CellRef, String) -> CellRef,
) {
    let cells: Option<Vec<&CellRef>> =
        leaves.iter().map(|o| if let Operand::Cell(c) = o { Some(c) } else { None }).collect();
    let Some(cells) = cells.filter(|c| c.len() > 1) else { return };
    let first = cells[0];
    if cells.iter().any(|c| line(c) != line(first) || c.table != first.table) {
        return;
    }
    let expected = line(first).clone();
    for neighbour in bench.data.neighbours(first) {
        let other = line(&neighbour).clone();
        if other == expected || moved(first, other.clone()) != neighbour {
            continue;
        }
        let wrong = map_leaves(expr, &|e| match &e.node {
            Node::Operand(Operand::Cell(cell)) => Some(Expr {
                node: Node::Operand(Operand::Cell(moved(cell, other.clone()))),
                span: e.span.clone(),
            }),
            _ => None,
        });
        let names =
            (heading(bench.data, &neighbour, first), heading(bench.data, first, &neighbour));
        if let (Some(taken), Some(expected)) = names {
            bench.tree(wrong, Story::Shifted { taken, expected }, rank::SHIFTED);
        }
    }
}

/// What tells `cell` from `other` in words: its column or its row heading.
fn heading(data: &dyn Data, cell: &CellRef, other: &CellRef) -> Option<String> {
    let (figure, against) = (data.cell(cell)?, data.cell(other)?);
    if figure.label == against.label { figure.place } else { Some(figure.label) }
}

/// One operand read beside the right one.
fn replaced(bench: &mut Bench, expr: &Expr, leaf: &Operand) {
    let span = expr.span.clone();
    let at = |operand: Operand| Expr { node: Node::Operand(operand), span: span.clone() };
    let neighbours: Vec<Operand> = match leaf {
        Operand::Cell(cell) => bench.data.neighbours(cell).into_iter().map(Operand::Cell).collect(),
        Operand::Item(item) => {
            bench.data.item_neighbours(item).into_iter().map(Operand::Item).collect()
        }
        _ => return,
    };
    let right = at(leaf.clone());
    let taken_already = operands(expr);
    let Some(figure) = leaf_figure(&right, bench.data) else { return };
    for neighbour in neighbours.into_iter().filter(|n| !taken_already.contains(n)) {
        let taken = at(neighbour);
        let Some(other) = leaf_figure(&taken, bench.data) else { continue };
        if !comparable(&figure, &other) || is_the_item_itself(bench, &taken, &other) {
            continue;
        }
        let wrong = map_leaves(expr, &|e| same(e, &right).then(|| taken.clone()));
        let mut mention = bench.mention(&taken);
        if matches!(taken.node, Node::Operand(Operand::Item(_))) {
            mention.figure = None; // It may be a blank still to be filled.
        }
        let story = Story::OtherCell { taken: mention, expected: bench.mention(&right) };
        let order = match (&taken.node, leaf) {
            (Node::Operand(Operand::Cell(a)), Operand::Cell(b)) if bench.data.adjacent(a, b) => {
                rank::NEXT
            }
            (Node::Operand(Operand::Item(a)), Operand::Item(b))
                if bench.data.adjacent_items(a, b) =>
            {
                rank::NEXT
            }
            _ if other.label == figure.label => rank::SAME_ROW,
            _ => rank::OTHER_ROW,
        };
        bench.tree(wrong, story, order);
    }
}

/// The blank being answered is beside the results it is computed from.
fn is_the_item_itself(bench: &Bench, expr: &Expr, figure: &Figure) -> bool {
    let item = matches!(expr.node, Node::Operand(Operand::Item(_)));
    item && figure.unit == bench.unit && figure.value == bench.right
}

/// A count may be taken for another count, not for euros, nor for a ratio per visit.
fn comparable(a: &Figure, b: &Figure) -> bool {
    let kind = |f: &Figure| f.to_value().map(|v| v.dimension);
    let count = |f: &Figure| kind(f) == Ok(Dimension::Pure) && f.decimals == 0;
    kind(a) == kind(b) && count(a) == count(b)
}

/// Successive changes added: a row whose periods stand between start and end.
fn added_rates(bench: &mut Bench, expr: &Expr) {
    let Some((from, to)) = change(expr) else { return };
    let (Node::Operand(Operand::Cell(start)), Node::Operand(Operand::Cell(end))) =
        (&from.node, &to.node)
    else {
        return;
    };
    if start.row != end.row || start.table != end.table {
        return;
    }
    let row: Vec<CellRef> =
        bench.data.neighbours(start).into_iter().filter(|c| c.row == start.row).collect();
    let Some(last) = row.iter().position(|c| c == end) else { return };
    // Neighbours leave the start out, and come in table order: it stands before the first one
    // that the end's own neighbours list after it.
    let order: Vec<CellRef> =
        bench.data.neighbours(end).into_iter().filter(|c| c.row == start.row).collect();
    let Some(first) = order.iter().position(|c| c == start) else { return };
    if first > last {
        return;
    }
    let mut path = vec![start.clone()];
    path.extend(row[first..=last].iter().cloned());
    if path.len() < 3 {
        return;
    }
    let at = |c: &CellRef| Expr {
        node: Node::Operand(Operand::Cell(c.clone())),
        span: expr.span.clone(),
    };
    let rates = path.windows(2).map(|pair| {
        let gap = join(Op::Subtract, at(&pair[1]), at(&pair[0]));
        join(Op::Divide, gap, at(&pair[0]))
    });
    if let Some(sum) = rates.reduce(|a, b| join(Op::Add, a, b)) {
        bench.tree(sum, Story::AddedRates, rank::ADDED_RATES);
    }
}

/// A base cell that is the total of its row or column: what it becomes when a part is left out.
pub(super) fn parts_of_total(
    bench: &mut Bench,
    above: &Expr,
    below: &Expr,
    rebuild: Rebuild,
    rank: u8,
) {
    let Node::Operand(Operand::Cell(cell)) = &below.node else { return };
    let Some(figure) = bench.data.cell(cell) else { return };
    let neighbours = bench.data.neighbours(cell);
    let lines: [Vec<&CellRef>; 2] = [
        neighbours.iter().filter(|c| c.row == cell.row).collect(),
        neighbours.iter().filter(|c| c.column == cell.column).collect(),
    ];
    for parts in lines.iter().filter(|parts| parts.len() > 1) {
        let figures: Option<Vec<Figure>> = parts.iter().map(|c| bench.data.cell(c)).collect();
        let sum = figures.and_then(|f| {
            f.iter().try_fold(rust_decimal::Decimal::ZERO, |sum, x| sum.checked_add(x.value))
        });
        if sum != Some(figure.value) {
            continue;
        }
        let taken = operands(above);
        for part in parts.iter().filter(|c| !taken.contains(&Operand::Cell((***c).clone()))) {
            let part = Expr {
                node: Node::Operand(Operand::Cell((**part).clone())),
                span: below.span.clone(),
            };
            let base = join(Op::Subtract, below.clone(), part.clone());
            let story = Story::LeftOut { term: bench.mention(&part) };
            bench.tree(rebuild(join(Op::Divide, above.clone(), base)), story, rank);
        }
    }
}
