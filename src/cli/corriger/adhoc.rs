//! A step made up on the spot from an expected figure, so that one judge serves them all.

use rust_decimal::Decimal;

use super::request::{AdHoc, RawTolerance, quoted};
use super::tree;
use crate::formula::{self, Data, Figure, Name, NameError, Names};
use crate::model::{
    CellRef, Expr, Formula, ItemId, Literal, Node, Numeric, Operand, Printed, Tolerance,
};
use crate::number::{self, Form, Quantity, Reading, Unit};

/// Decimals expected where the expected figure is a computation, which has none of its own.
const DECIMALS_OF_A_COMPUTATION: u32 = 2;

/// A paper without figures: everything is in the request.
pub struct NoPaper;

impl Data for NoPaper {
    fn cell(&self, _: &CellRef) -> Option<Figure> {
        None
    }

    fn item(&self, _: &ItemId) -> Option<Figure> {
        None
    }

    fn neighbours(&self, _: &CellRef) -> Vec<CellRef> {
        Vec::new()
    }
}

/// Nothing has a name in a request.
struct NoNames;

impl Names for NoNames {
    fn resolve(&self, name: &Name, _: bool) -> Result<Operand, NameError> {
        let message = format!("un nom n’a pas de sens ici\u{a0}: {}", quoted(&name.name));
        Err(NameError { message, help: None })
    }
}

/// Builds the step; the error is a French sentence that names the key at fault.
pub fn item(request: &AdHoc) -> Result<Numeric, String> {
    let asked = request.unit.as_deref().map(unit).transpose()?;
    let asked = asked.or_else(|| mark(request));
    let expected = asked.filter(|_| request.unit.is_none()).map_or(&*request.expected, |_| {
        request.expected.rsplit_once('/').map_or(&*request.expected, |(mark, _)| mark)
    });
    let printed = figure(expected, asked, "attendu")?;
    let unit = asked.unwrap_or_else(|| natural_unit(&printed, request.formula.as_deref()));
    let value = in_unit(&printed, unit, "attendu")?;
    let decimals = decimals(&printed, unit);
    let (exact, formula) = match &request.formula {
        Some(source) => computed(source, unit)?,
        None => (value, literal(expected, value, unit, decimals)),
    };
    let tolerance =
        request.tolerance.as_ref().map_or(Ok(Tolerance::Default), |raw| tolerance(raw, unit))?;
    let misprinted = request.formula.is_some() && !rounds_to(exact, value, decimals);
    Ok(Numeric {
        id: ItemId(String::new()),
        label: String::new(),
        unit,
        formula,
        exact,
        decimals,
        printed: Some(Printed {
            text: request.expected.clone(),
            value,
            erratum: misprinted.then(|| MISPRINT.to_owned()),
        }),
        tolerance,
        accepted: Vec::new(),
        routes: Vec::new(),
        traps: Vec::new(),
        unsigned: false,
        read_off: false,
        skill: None,
        hints: Vec::new(),
        method: None,
        reasoning: String::new(),
    })
}

/// `15/20` alone is a mark, not a quotient.
fn mark(request: &AdHoc) -> Option<Unit> {
    let (mark, scale) = request.expected.rsplit_once('/')?;
    let scale: u8 = scale.trim().parse().ok().filter(|scale| SCALES.contains(scale))?;
    let bare = request.formula.is_none() && mark.chars().all(|c| !"+*/:()".contains(c));
    let value = number::read(mark).quantity().filter(|q| q.form == Form::Literal)?.value;
    let within = value >= Decimal::ZERO && value <= Decimal::from(scale);
    (bare && within).then_some(Unit::Mark(scale))
}

/// The scales marks are given on.
const SCALES: [u8; 3] = [5, 10, 20];

const MISPRINT: &str = "Le chiffre attendu n’est pas l’arrondi de la formule.";

fn unit(name: &str) -> Result<Unit, String> {
    Unit::parse(name)
        .ok_or_else(|| format!("«\u{a0}unite\u{a0}»\u{a0}: unité inconnue {}", quoted(name)))
}

/// The unit a figure is given in; `21 h 20` is precise to the minute, `3 min 47 s` to the second.
/// A formula that comes to hours makes it hours.
fn natural_unit(printed: &Quantity, formula: Option<&str>) -> Unit {
    let hour = Decimal::from(3_600);
    let whole_minutes =
        printed.value.checked_rem(Decimal::from(60)).is_some_and(|rest| rest.is_zero());
    let counts_hours = || {
        let (exact, _) = computed(formula?, Unit::Hour).ok()?;
        Some(rounds_to(exact, number::rounding::round(printed.value_in(Unit::Hour)?, 2), 2))
    };
    match printed.form {
        Form::Clock if counts_hours() == Some(true) => Unit::Hour,
        Form::Clock if whole_minutes && printed.value.abs() >= hour => Unit::Minute,
        Form::Clock => Unit::Second,
        _ => printed.unit.unwrap_or(Unit::Number),
    }
}

/// Reads a figure of the request; only one that a learner could type is accepted.
fn figure(text: &str, unit: Option<Unit>, key: &str) -> Result<Quantity, String> {
    let reading = match unit {
        Some(unit) => number::read_as(text, unit),
        None => number::read(text),
    };
    match reading {
        Reading::Quantity(quantity) => Ok(quantity),
        Reading::Ambiguous { .. } => Err(format!(
            "{}\u{a0}: deux lectures possibles, écrivez les milliers avec une espace ou les décimales avec une virgule",
            quoted(key)
        )),
        Reading::Unreadable(error) => Err(format!("{}\u{a0}: {}", quoted(key), error.message())),
    }
}

fn in_unit(quantity: &Quantity, unit: Unit, key: &str) -> Result<Decimal, String> {
    quantity.value_in(unit).ok_or_else(|| {
        let written = quantity.unit.map_or("", Unit::symbol);
        format!("{}\u{a0}: {written} ne se convertit pas en {}", quoted(key), unit.name())
    })
}

fn decimals(printed: &Quantity, unit: Unit) -> u32 {
    let same = printed.unit.is_none_or(|written| written == unit);
    match printed.form {
        Form::Literal if same => printed.decimals,
        Form::Clock if unit != Unit::Hour => printed.decimals,
        _ => DECIMALS_OF_A_COMPUTATION,
    }
}

fn rounds_to(exact: Decimal, printed: Decimal, decimals: u32) -> bool {
    number::rounding::round(exact, decimals) == printed
        || number::rounding::truncate(exact, decimals) == printed
}

/// The exact value of a formula of bare figures, read as a learner's computation would be, and
/// its tree where the two agree: slips are sought in it. What only authors write, such as
/// `evolution(5680, 9280)`, is read as theirs.
fn computed(source: &str, unit: Unit) -> Result<(Decimal, Formula), String> {
    let tree = formula::parse(source, &NoNames);
    let exact = match (figure(source, Some(unit), "formule"), &tree) {
        (Ok(quantity), _) => in_unit(&quantity, unit, "formule")?,
        (Err(_), Ok(formula)) => formula::exact(&formula.expr, unit, &NoPaper)
            .map_err(|error| format!("{}\u{a0}: {error}", quoted("formule")))?,
        (Err(error), Err(_)) => return Err(error),
    };
    let tree = tree.ok().and_then(|formula| agreeing(formula, exact, unit));
    Ok((exact, tree.unwrap_or_else(|| literal(source, exact, unit, exact.scale()))))
}

/// The formula if it has this value, as it is written or as authors of papers write it.
fn agreeing(formula: Formula, exact: Decimal, unit: Unit) -> Option<Formula> {
    let agrees = |expr: &Expr| {
        let value = formula::exact(expr, unit, &NoPaper).ok();
        value.is_some_and(|value| {
            number::rounding::round(value, 12) == number::rounding::round(exact, 12)
        })
    };
    let expr = tree::forms(&formula.expr, unit).into_iter().find(agrees)?;
    Some(Formula { source: formula.source, expr })
}

fn literal(source: &str, value: Decimal, unit: Unit, decimals: u32) -> Formula {
    let literal = Literal { value, unit: Some(unit), decimals };
    let expr = Expr { node: Node::Literal(literal), span: 0..source.len() };
    Formula { source: source.to_owned(), expr }
}

fn tolerance(raw: &RawTolerance, unit: Unit) -> Result<Tolerance, String> {
    let read = |text: &str, key: &str| in_unit(&figure(text, Some(unit), key)?, unit, key);
    Ok(match raw {
        RawTolerance::Absolute(text) => {
            Tolerance::Absolute(positive(width(text, unit)?, "absolue")?)
        }
        RawTolerance::Relative(text) => Tolerance::Relative(positive(share(text)?, "relative")?),
        RawTolerance::Decimals(decimals) => Tolerance::Decimals(*decimals),
        RawTolerance::Between(low, high) => {
            let (low, high) = (read(low, "entre")?, read(high, "entre")?);
            if low > high {
                return Err(
                    "«\u{a0}entre\u{a0}»\u{a0}: la première borne dépasse la seconde".to_owned()
                );
            }
            Tolerance::Between(low, high)
        }
        RawTolerance::OneOf(texts) if texts.is_empty() => {
            return Err("«\u{a0}parmi\u{a0}» attend au moins une valeur".to_owned());
        }
        RawTolerance::OneOf(texts) => Tolerance::OneOf(
            texts.iter().map(|text| read(text, "parmi")).collect::<Result<_, _>>()?,
        ),
        RawTolerance::WholeUp => Tolerance::WholeUp,
        RawTolerance::WholeDown => Tolerance::WholeDown,
    })
}

/// A distance between percentages may be told in points or in percent.
fn width(text: &str, unit: Unit) -> Result<Decimal, String> {
    let quantity = figure(text, Some(unit), "absolue")?;
    match (quantity.unit, unit) {
        (Some(Unit::Percent | Unit::Points), Unit::Percent | Unit::Points) => Ok(quantity.value),
        _ => in_unit(&quantity, unit, "absolue"),
    }
}

/// `1 %` or `0,01`.
fn share(text: &str) -> Result<Decimal, String> {
    let quantity = figure(text, None, "relative")?;
    match quantity.unit {
        Some(Unit::Percent) => quantity.value.checked_div(Decimal::ONE_HUNDRED),
        None => Some(quantity.value),
        Some(_) => None,
    }
    .ok_or_else(|| {
        "«\u{a0}relative\u{a0}» attend un pourcentage, par exemple \"1\u{a0}%\"".to_owned()
    })
}

fn positive(value: Decimal, key: &str) -> Result<Decimal, String> {
    if value.is_sign_negative() && !value.is_zero() {
        return Err(format!("{} ne peut pas être négative", quoted(key)));
    }
    Ok(value)
}
