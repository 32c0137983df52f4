//! What the names of a formula stand for, each once, in the order of the formula.

use serde_json::{Value, json};

use super::{plain, symbol};
use crate::formula::{Data, Figure};
use crate::model::{CellRef, Expr, Formula, ItemId, Node, Operand};

/// A figure of an annex or the result of an earlier step.
#[derive(PartialEq)]
enum Leaf<'a> {
    Cell(&'a CellRef),
    Item(&'a ItemId),
}

/// The operands of a formula, with their values.
pub fn of(formula: &Formula, data: &dyn Data) -> Vec<Value> {
    let mut leaves = Vec::new();
    collect(&formula.expr, &mut leaves);
    leaves.iter().map(|leaf| operand(leaf, data)).collect()
}

fn collect<'a>(expr: &'a Expr, leaves: &mut Vec<Leaf<'a>>) {
    match &expr.node {
        Node::Literal(_) => {}
        Node::Operand(Operand::Cell(cell)) => add(Leaf::Cell(cell), leaves),
        Node::Operand(Operand::Cells(cells)) => {
            cells.iter().for_each(|cell| add(Leaf::Cell(cell), leaves));
        }
        Node::Operand(Operand::Item(id)) => add(Leaf::Item(id), leaves),
        Node::Operand(Operand::Items(ids)) => ids.iter().for_each(|id| add(Leaf::Item(id), leaves)),
        Node::Negate(inner) => collect(inner, leaves),
        Node::Binary(_, left, right) => {
            collect(left, leaves);
            collect(right, leaves);
        }
        Node::Call(_, arguments) => arguments.iter().for_each(|each| collect(each, leaves)),
        Node::Lookup { subject, bands, otherwise } => {
            collect(subject, leaves);
            bands.iter().for_each(|band| collect(&band.value, leaves));
            collect(otherwise, leaves);
        }
    }
}

fn add<'a>(leaf: Leaf<'a>, leaves: &mut Vec<Leaf<'a>>) {
    if !leaves.contains(&leaf) {
        leaves.push(leaf);
    }
}

fn operand(leaf: &Leaf, data: &dyn Data) -> Value {
    let (cell, item, figure) = match leaf {
        Leaf::Cell(cell) => (Some(*cell), None, data.cell(cell)),
        Leaf::Item(id) => (None, Some(*id), data.item(id)),
    };
    let figure = figure.as_ref();
    json!({
        "annexe": cell.map(|cell| &cell.table),
        "ligne": cell.map(|cell| &cell.row),
        "colonne": cell.map(|cell| &cell.column),
        "chiffre": item.map(|id| &id.0),
        "libelle": figure.map(Figure::full_label),
        "valeur": figure.map(|figure| plain(figure.value)),
        "unite": figure.and_then(|figure| symbol(figure.unit)),
    })
}
