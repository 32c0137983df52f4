//! The slides of figures: one computation, or the rows of a table to complete.

use super::ballot::Ballot;
use super::slide::{Body, Figured, Slide, Stage};
use super::steps::{hints, interpretation, text};
use crate::check::{self, Paper, SlipCode};
use crate::formula::explain::{self, Heading};
use crate::model::{AcceptedValue, Expr, Grid, GridCell, GridRow, Node, Numeric, Operand};
use crate::number::french;
use crate::progress::{Item, Rung};
use crate::session::walk::ladder_of;
use crate::session::{RungText, chart};

/// One computation: hands, help, result, then the mistakes that lead elsewhere.
///
/// The mistakes come after the result: told before, they would leave one proposal standing.
pub fn of_number(item: &Numeric, ballot: Option<&Ballot>, paper: &Paper) -> Vec<(Stage, Body)> {
    let ladder = ladder_of(Item::Number(item), paper);
    let mut slides = Vec::new();
    if ballot.is_some() {
        slides.push((Stage::Vote, Body::Ballot { revealed: false }));
    }
    slides.extend(hints(&ladder));
    slides.extend(worked(&ladder, None));
    slides.push((Stage::Result, result(&item.label, &[(String::new(), item)], paper)));
    slides.extend(ballot.into_iter().flat_map(mistakes));
    slides.extend(errata(item));
    slides.extend(interpretation(&ladder));
    slides
}

fn mistakes(ballot: &Ballot) -> impl Iterator<Item = (Stage, Body)> {
    let wrong = ballot.proposals.iter().enumerate().filter(|(_, proposal)| !proposal.right);
    wrong.map(|(at, proposal)| {
        let (figure, sentence) = (proposal.text.clone(), proposal.why.clone());
        (Stage::Mistake, Body::Debrief { proposal: Some(at), figure, sentence })
    })
}

/// Method and substitution.
fn worked(ladder: &[RungText], heading: Option<&str>) -> Vec<(Stage, Body)> {
    let slide = |rung: Rung, stage: Stage, heading: Option<&str>| {
        let found = ladder.iter().find(|text| text.rung == rung)?;
        let heading = heading.map(str::to_owned);
        Some((stage, Body::Formula { heading, lines: found.paragraphs.clone() }))
    };
    let method = slide(Rung::Method, Stage::Method, None);
    let substitution = slide(Rung::Substitution, Stage::Substitution, heading);
    method.into_iter().chain(substitution).collect()
}

/// Figures under their headings; the working only where there is one figure.
fn result(label: &str, items: &[(String, &Numeric)], paper: &Paper) -> Body {
    let figures = items
        .iter()
        .map(|(heading, item)| Figured { heading: heading.clone(), figure: check::shown(item) });
    let working = match items {
        [(_, item)] => working(item, paper),
        _ => Vec::new(),
    };
    Body::Figures { label: label.to_owned(), figures: figures.collect(), working }
}

fn working(item: &Numeric, paper: &Paper) -> Vec<String> {
    let heading = Heading { label: &item.label, unit: item.unit, decimals: item.decimals };
    let lines = explain::steps(&item.formula, paper, &heading);
    // A figure read off a table has no working but itself.
    if lines.iter().any(|line| line.contains(['=', '≈', ':'])) { lines } else { Vec::new() }
}

/// What the corrigé prints wrongly about a figure.
fn errata(item: &Numeric) -> Vec<(Stage, Body)> {
    let debrief = |figure: String, sentence: &str| {
        let sentence = sentence.to_owned();
        (Stage::Erratum, Body::Debrief { proposal: None, figure, sentence })
    };
    let printed = item.printed.as_ref().and_then(|printed| {
        let why = printed.erratum.as_deref()?;
        Some(debrief(format!("{}, imprimé {}", item.label, printed.text), why))
    });
    let others = item.accepted.iter().filter(|accepted| accepted.erratum).map(|accepted| {
        let value = match &accepted.value {
            AcceptedValue::Figure { value, unit, decimals } => {
                french::quantity(*value, *unit, *decimals)
            }
            AcceptedValue::Between(low, high) => {
                format!("de {} à {}", french::exact(*low), french::exact(*high))
            }
            AcceptedValue::Formula { exact, unit, decimals, .. } => {
                french::quantity(*exact, *unit, *decimals)
            }
        };
        debrief(format!("{}, imprimé aussi {value}", item.label), &accepted.remark)
    });
    printed.into_iter().chain(others).collect()
}

/// The table, then row by row the help and the results, then the table filled in.
pub fn of_grid(at: usize, grid: &Grid, paper: &Paper) -> Vec<Slide> {
    let put = |(stage, body): (Stage, Body)| Slide::new(Some(at), stage, body);
    let mut slides = vec![put((Stage::Prompt, Body::Sheet { filled: false }))];
    for row in &grid.rows {
        for group in groups(grid, row) {
            let mut told = of_group(row, &group, paper).into_iter().map(put);
            slides.extend(told.next().map(Slide::leading));
            slides.extend(told);
        }
    }
    slides.push(put((Stage::Result, Body::Sheet { filled: true })).leading());
    for chart in chart::of_grid(grid, &|_| true) {
        slides.push(put((Stage::Result, Body::Chart(chart))));
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

fn of_group(row: &GridRow, group: &[(String, &Numeric)], paper: &Paper) -> Vec<(Stage, Body)> {
    let Some((column, first)) = group.first() else { return Vec::new() };
    let ladder = ladder_of(Item::Number(first), paper);
    let single = format!("{}, {column}", row.label);
    let name = if group.len() == 1 { &single } else { &row.label };
    let mut slides =
        vec![(Stage::Prompt, Body::Banner { above: String::new(), words: name.clone() })];
    slides.extend(hints(&ladder));
    slides.extend(worked(&ladder, (group.len() > 1).then_some(column)));
    slides.push((Stage::Result, result(name, group, paper)));
    for (_, item) in group {
        slides.extend(traps(item, paper));
    }
    for (_, item) in group {
        slides.extend(errata(item));
    }
    let mut told: Vec<&str> = Vec::new();
    for (_, item) in group {
        if !item.reasoning.is_empty() && !told.contains(&item.reasoning.as_str()) {
            told.push(&item.reasoning);
            slides.push((Stage::Interpretation, text(None, &[&item.reasoning])));
        }
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
