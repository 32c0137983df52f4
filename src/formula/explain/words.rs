//! The method: the formula in words, with the headings of the tables.

use super::Heading;
use super::layout::{Hold, Piece, lay, operation, rounding_words, unwrapped};
use super::names::Naming;
use crate::formula::eval::is_constant;
use crate::formula::expand::{change, expand, terms};
use crate::formula::text::{self, NBSP, leaf_figure};
use crate::formula::{Data, Figure};
use crate::model::{Band, Bound, Expr, Formula, Function, Literal, Node, Op, Operand};
use crate::number::Unit;

/// The formula in words, one line or a few: `Taux de rebond = Rebonds ÷ Visiteurs`.
pub fn in_words(formula: &Formula, data: &dyn Data, heading: &Heading) -> Vec<String> {
    let expanded = expand(&formula.expr);
    if let Some(figure) = leaf_figure(&expanded, data) {
        return vec![
            format!(
                "{} : se lit directement, «{NBSP}{}{NBSP}»",
                heading.label,
                figure.full_label()
            )
            .replace(" :", "\u{a0}:"),
        ];
    }
    if let Some(lines) = of_change(&expanded, data, heading) {
        return lines;
    }
    let naming = match Naming::of(&expanded, data) {
        // A series is said by its name: its terms then need theirs.
        Naming::Place if has_series(&formula.expr) || is_gap(&formula.expr) => Naming::Both,
        naming => naming,
    };
    match &formula.expr.node {
        Node::Lookup { subject, bands, otherwise } => {
            let subject = words(subject, data, naming).text;
            lookup_lines(heading.label, &subject, bands, otherwise, data)
        }
        Node::Call(function, arguments) => {
            let places = arguments.get(1).map(|p| words(p, data, naming).text);
            match (rounding_words(*function, places.as_deref()), arguments.first()) {
                (Some(rounding), Some(x)) => {
                    vec![format!("{} = {}, {rounding}", heading.label, words(x, data, naming).text)]
                }
                _ => {
                    vec![format!(
                        "{} = {}",
                        heading.label,
                        unwrapped(words(&formula.expr, data, naming))
                    )]
                }
            }
        }
        _ => vec![format!("{} = {}", heading.label, unwrapped(words(&formula.expr, data, naming)))],
    }
}

/// A computation named in a sentence: `Panier moyen T1 × Commandes T1`.
pub(in crate::formula) fn expression_in_words(expr: &Expr, data: &dyn Data) -> String {
    let naming = match Naming::of(expr, data) {
        Naming::Place => Naming::Both,
        naming => naming,
    };
    unwrapped(words(expr, data, naming))
}

/// A change: the general rule, then which value is which.
fn of_change(expanded: &Expr, data: &dyn Data, heading: &Heading) -> Option<Vec<String>> {
    let (from, to) = change(expanded)?;
    let rule = "(valeur finale − valeur de départ) ÷ valeur de départ";
    let mut lines = vec![format!("{} = {rule}", heading.label)];
    if !is_constant(expanded) {
        let naming = Naming::of(expanded, data);
        let naming = if naming == Naming::Place { Naming::Both } else { naming };
        let name = |e: &Expr| words(e, data, naming).text;
        lines.push(
            format!("valeur de départ{NBSP}: {} ; valeur finale{NBSP}: {}", name(from), name(to))
                .replace(" ;", "\u{a0};"),
        );
    }
    Some(lines)
}

/// An expression in words; series are said by their name, not term by term.
fn words(expr: &Expr, data: &dyn Data, naming: Naming) -> Piece {
    lay(expr, &|e| match &e.node {
        Node::Literal(literal) => Some(Piece::atom(text::literal(literal))),
        Node::Operand(_) => {
            leaf_figure(e, data).map(|f| Piece { text: naming.name(&f), hold: Hold::Atom })
        }
        Node::Call(function, arguments) => call_words(e, *function, arguments, data, naming),
        _ => None,
    })
}

fn call_words(
    expr: &Expr,
    function: Function,
    arguments: &[Expr],
    data: &dyn Data,
    naming: Naming,
) -> Option<Piece> {
    let product = |text| Some(Piece { text, hold: Hold::Product });
    match function {
        Function::Sum | Function::Mean => {
            let terms = terms(arguments);
            let common = common_name(&terms, data);
            match (function, common) {
                (Function::Sum, Some(name)) => Some(Piece {
                    text: format!("somme de «{NBSP}{name}{NBSP}»"),
                    hold: Hold::Atom,
                }),
                (Function::Mean, Some(name)) => {
                    product(format!("somme de «{NBSP}{name}{NBSP}» ÷ {}", terms.len()))
                }
                _ => Some(words(&expand(expr), data, naming)),
            }
        }
        Function::WeightedMean => {
            let [values, weights] = arguments else { return None };
            let name = |e: &Expr| common_name(&terms(std::slice::from_ref(e)), data);
            let (v, n) = (name(values)?, name(weights)?);
            product(format!(
                "somme des produits «{NBSP}{v} × {n}{NBSP}» ÷ somme de «{NBSP}{n}{NBSP}»"
            ))
        }
        Function::Share => {
            let [part, total] = arguments else { return None };
            Some(operation(Op::Divide, &words(part, data, naming), &words(total, data, naming)))
        }
        Function::Change | Function::Points | Function::Coefficient => {
            Some(words(&expand(expr), data, naming))
        }
        Function::Minimum | Function::Maximum => {
            let name = common_name(&terms(arguments), data)?;
            let which = if function == Function::Minimum { "petite" } else { "grande" };
            let text = format!("(la plus {which} valeur de «{NBSP}{name}{NBSP}»)");
            Some(Piece { text, hold: Hold::Atom })
        }
        _ => None,
    }
}

/// `points(a, b)`, where "T4 − T1" alone would not say what is compared.
fn is_gap(expr: &Expr) -> bool {
    matches!(&expr.node, Node::Call(Function::Points | Function::Coefficient, _))
}

fn has_series(expr: &Expr) -> bool {
    match &expr.node {
        Node::Operand(operand) => matches!(operand, Operand::Cells(_) | Operand::Items(_)),
        Node::Negate(inner) => has_series(inner),
        Node::Binary(_, a, b) => has_series(a) || has_series(b),
        Node::Call(function, arguments) => {
            // Terms named one by one in a sum are not said by the name of their row.
            arguments.iter().any(has_series) && *function != Function::WeightedMean
        }
        _ => false,
    }
}

/// The heading all the terms of a series share, where there are enough of them for a name to help.
fn common_name(terms: &[Expr], data: &dyn Data) -> Option<String> {
    let figures: Option<Vec<Figure>> = terms.iter().map(|t| leaf_figure(t, data)).collect();
    let figures = figures?;
    let first = figures.first().filter(|_| figures.len() > 1)?;
    if figures.iter().all(|f| f.label == first.label) {
        return Some(first.label.clone());
    }
    let place = first.place.clone()?;
    figures.iter().all(|f| f.place.as_ref() == Some(&place)).then_some(place)
}

fn lookup_lines(
    label: &str,
    subject: &str,
    bands: &[Band],
    otherwise: &Expr,
    data: &dyn Data,
) -> Vec<String> {
    let mut lines = vec![format!("{label}{NBSP}: barème selon «{NBSP}{subject}{NBSP}»")];
    let value = |e: &Expr| words(e, data, Naming::Both).text;
    lines.extend(bands.iter().map(|band| format!("{} → {}", condition(band), value(&band.value))));
    lines.push(format!("sinon → {}", value(otherwise)));
    lines
}

/// `> 10 et < 15`.
pub(super) fn condition(band: &Band) -> String {
    let side = |bound: &Option<Bound>, strict: char, loose: char| {
        bound.as_ref().map(|b| {
            let sign = if b.inclusive { loose } else { strict };
            format!("{sign}{NBSP}{}", bound_text(&b.value))
        })
    };
    let sides = [side(&band.low, '>', '≥'), side(&band.high, '<', '≤')];
    sides.into_iter().flatten().collect::<Vec<_>>().join(" et ")
}

fn bound_text(literal: &Literal) -> String {
    text::quantity(literal.value, literal.unit.unwrap_or(Unit::Number), literal.decimals)
}
