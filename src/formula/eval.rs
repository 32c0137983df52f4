//! The value of a formula over the figures of a paper: exact decimals, every operation checked.

use rust_decimal::Decimal;

use super::dimension::{self, DURATION, Dimension, Side};
use super::value::{self, Value};
use super::{Data, EvalError, EvalErrorKind};
use crate::model::{Band, Bound, Expr, Function, Literal, Node, Op, Operand};
use crate::number::{Unit, rounding};

/// The value of an expression, with the unit it is naturally shown in.
pub fn evaluate(expr: &Expr, data: &dyn Data) -> Result<Value, EvalError> {
    match &expr.node {
        Node::Literal(literal) => literal_value(literal).map_err(|e| e.at(expr.span.clone())),
        Node::Operand(operand) => operand_value(expr, operand, data),
        Node::Negate(inner) => {
            let inner = evaluate(inner, data)?;
            Ok(Value { amount: -inner.amount, ..inner })
        }
        Node::Binary(op, left, right) => {
            let (a, b) = (evaluate(left, data)?, evaluate(right, data)?);
            let constant = (is_constant(left), is_constant(right));
            combine(*op, &a, &b, constant).map_err(|e| e.at(expr.span.clone()))
        }
        Node::Call(function, arguments) => call(expr, *function, arguments, data),
        Node::Lookup { subject, bands, otherwise } => lookup(subject, bands, otherwise, data),
    }
}

/// The value of an expression counted in `unit`. A rounding at the root (`plafond(…)`) acts in
/// `unit`, so that minutes asked in hours are rounded up to whole hours.
pub fn exact(expr: &Expr, unit: Unit, data: &dyn Data) -> Result<Decimal, EvalError> {
    let value = match &expr.node {
        Node::Call(
            function @ (Function::Round | Function::Ceiling | Function::Floor),
            arguments,
        ) => {
            let mut values = arguments.iter().map(|a| evaluate(a, data));
            let first =
                values.next().unwrap_or(Err(EvalErrorKind::EmptySeries.at(expr.span.clone())))?;
            let places = values.next().transpose()?;
            let shown = if Dimension::of(unit) == first.dimension { unit } else { first.shown };
            apply_rounding(*function, &Value { shown, ..first }, places.as_ref())
                .map_err(|e| e.at(expr.span.clone()))?
        }
        _ => evaluate(expr, data)?,
    };
    value.in_unit(unit).map_err(|e| e.at(expr.span.clone()))
}

/// Whether only literals make up the expression.
pub(super) fn is_constant(expr: &Expr) -> bool {
    match &expr.node {
        Node::Literal(_) => true,
        Node::Negate(inner) => is_constant(inner),
        Node::Binary(_, left, right) => is_constant(left) && is_constant(right),
        _ => false,
    }
}

pub(super) fn literal_value(literal: &Literal) -> Result<Value, EvalErrorKind> {
    Value::new(literal.value, literal.unit.unwrap_or(Unit::Number))
}

fn operand_value(expr: &Expr, operand: &Operand, data: &dyn Data) -> Result<Value, EvalError> {
    let mut figures = operand_values(expr, operand, data)?;
    match figures.len() {
        1 => Ok(figures.remove(0)),
        _ => Err(EvalErrorKind::Dimensions(
            "plusieurs chiffres à la fois\u{a0}: choisissez-en un entre crochets, ou prenez-en la somme ou la moyenne"
                .into(),
        )
        .at(expr.span.clone())),
    }
}

/// Every figure an operand stands for.
fn operand_values(
    expr: &Expr,
    operand: &Operand,
    data: &dyn Data,
) -> Result<Vec<Value>, EvalError> {
    let cell = |cell| {
        let figure = data.cell(cell).ok_or_else(|| {
            EvalErrorKind::MissingFigure(format!("{}[{}]", cell.row, cell.column))
        })?;
        figure.to_value()
    };
    let item = |id| {
        data.item(id)
            .ok_or_else(|| EvalErrorKind::MissingFigure(id.to_string()))
            .and_then(|figure| figure.to_value())
    };
    match operand {
        Operand::Cell(one) => cell(one).map(|v| vec![v]),
        Operand::Cells(many) => many.iter().map(cell).collect(),
        Operand::Item(one) => item(one).map(|v| vec![v]),
        Operand::Items(many) => many.iter().map(item).collect(),
    }
    .map_err(|e: EvalErrorKind| e.at(expr.span.clone()))
}

/// The values of an argument that may be a series.
pub(super) fn series(argument: &Expr, data: &dyn Data) -> Result<Vec<Value>, EvalError> {
    match &argument.node {
        Node::Operand(operand) => operand_values(argument, operand, data),
        _ => evaluate(argument, data).map(|v| vec![v]),
    }
}

/// One operation. `constant` says which sides are made of literals only.
pub(super) fn combine(
    op: Op,
    a: &Value,
    b: &Value,
    constant: (bool, bool),
) -> Result<Value, EvalErrorKind> {
    let left = Side { dimension: a.dimension, constant: constant.0 };
    let right = Side { dimension: b.dimension, constant: constant.1 };
    let (amount, dimension) = match op {
        Op::Add => (a.amount.checked_add(b.amount), dimension::sum(left, right, false)?),
        Op::Subtract => (a.amount.checked_sub(b.amount), dimension::sum(left, right, true)?),
        Op::Multiply => (a.amount.checked_mul(b.amount), dimension::product(left, right)?),
        Op::Divide if b.amount.is_zero() => return Err(EvalErrorKind::DivisionByZero),
        Op::Divide => (a.amount.checked_div(b.amount), dimension::quotient(left, right)?),
    };
    let amount = amount.ok_or(EvalErrorKind::Overflow)?;
    Ok(Value { amount, dimension, shown: dimension::shown(dimension, a.shown, b.shown) })
}

/// An operation between two computed values.
fn pair(op: Op, a: &Value, b: &Value) -> Result<Value, EvalErrorKind> {
    combine(op, a, b, (false, false))
}

fn call(
    expr: &Expr,
    function: Function,
    arguments: &[Expr],
    data: &dyn Data,
) -> Result<Value, EvalError> {
    let at = |e: EvalErrorKind| e.at(expr.span.clone());
    match function {
        Function::Sum | Function::Mean | Function::Minimum | Function::Maximum => {
            let mut values = Vec::new();
            for argument in arguments {
                values.extend(series(argument, data)?);
            }
            aggregate(function, &values).map_err(at)
        }
        Function::WeightedMean => match arguments {
            [values, weights] => {
                weighted_mean(&series(values, data)?, &series(weights, data)?).map_err(at)
            }
            _ => Err(at(EvalErrorKind::EmptySeries)),
        },
        _ => {
            let values: Vec<Value> =
                arguments.iter().map(|a| evaluate(a, data)).collect::<Result<_, _>>()?;
            scalar_call(function, &values).map_err(at)
        }
    }
}

fn aggregate(function: Function, values: &[Value]) -> Result<Value, EvalErrorKind> {
    let (first, rest) = values.split_first().ok_or(EvalErrorKind::EmptySeries)?;
    let mut result = first.clone();
    for value in rest {
        result = match function {
            Function::Minimum => extreme(&result, value, |a, b| a <= b)?,
            Function::Maximum => extreme(&result, value, |a, b| a >= b)?,
            _ => pair(Op::Add, &result, value)?,
        };
    }
    if function == Function::Mean {
        return divided(&result, values.len());
    }
    Ok(result)
}

fn extreme(
    a: &Value,
    b: &Value,
    keep: fn(Decimal, Decimal) -> bool,
) -> Result<Value, EvalErrorKind> {
    pair(Op::Add, a, b)?;
    Ok(if keep(a.amount, b.amount) { a.clone() } else { b.clone() })
}

fn divided(total: &Value, count: usize) -> Result<Value, EvalErrorKind> {
    let amount =
        total.amount.checked_div(Decimal::from(count)).ok_or(EvalErrorKind::DivisionByZero)?;
    Ok(Value { amount, ..total.clone() })
}

/// Σ(v × n) / Σ n, in the dimension of the values.
fn weighted_mean(values: &[Value], weights: &[Value]) -> Result<Value, EvalErrorKind> {
    if values.len() != weights.len() {
        return Err(EvalErrorKind::Dimensions(format!(
            "{} valeurs pour {} effectifs\u{a0}: il en faut autant",
            values.len(),
            weights.len()
        )));
    }
    let level = aggregate(Function::Sum, values)?;
    let total = aggregate(Function::Sum, weights)?;
    if total.amount.is_zero() {
        return Err(EvalErrorKind::DivisionByZero);
    }
    let mut weighted = Decimal::ZERO;
    for (value, weight) in values.iter().zip(weights) {
        let product = value.amount.checked_mul(weight.amount).ok_or(EvalErrorKind::Overflow)?;
        weighted = weighted.checked_add(product).ok_or(EvalErrorKind::Overflow)?;
    }
    let amount = weighted.checked_div(total.amount).ok_or(EvalErrorKind::Overflow)?;
    Ok(Value { amount, ..level })
}

fn scalar_call(function: Function, values: &[Value]) -> Result<Value, EvalErrorKind> {
    match (function, values) {
        (Function::Change, [from, to]) => {
            let gap = pair(Op::Subtract, to, from)?;
            Ok(percentage(pair(Op::Divide, &gap, from)?))
        }
        (Function::Share, [part, total]) => {
            pair(Op::Add, part, total)?;
            Ok(percentage(pair(Op::Divide, part, total)?))
        }
        (Function::Points, [from, to]) => points(from, to),
        (Function::Coefficient, [from, to]) => {
            pair(Op::Add, from, to)?;
            let ratio = pair(Op::Divide, to, from)?;
            Ok(Value { dimension: Dimension::Ratio, shown: Unit::Times, ..ratio })
        }
        (Function::Absolute, [x]) => Ok(Value { amount: x.amount.abs(), ..x.clone() }),
        (Function::Hours, [x]) => counted_in(x, Unit::Hour),
        (Function::Minutes, [x]) => counted_in(x, Unit::Minute),
        (_, [x]) => apply_rounding(function, x, None),
        (_, [x, places]) => apply_rounding(function, x, Some(places)),
        _ => Err(EvalErrorKind::EmptySeries),
    }
}

fn percentage(ratio: Value) -> Value {
    Value { dimension: Dimension::Fraction, shown: Unit::Percent, ..ratio }
}

fn points(from: &Value, to: &Value) -> Result<Value, EvalErrorKind> {
    let rate =
        |v: &Value| v.dimension != Dimension::Pure && v.dimension.fits(Unit::Percent).is_ok();
    if ![from, to].iter().all(|v| rate(v) || v.dimension == Dimension::Points) {
        return Err(EvalErrorKind::Dimensions(
            "«\u{a0}points\u{a0}» attend deux pourcentages\u{a0}: entre deux nombres, écrivez une soustraction".into(),
        ));
    }
    let gap = pair(Op::Subtract, to, from)?;
    Ok(Value { dimension: Dimension::Points, shown: Unit::Points, ..gap })
}

fn counted_in(x: &Value, unit: Unit) -> Result<Value, EvalErrorKind> {
    if x.dimension != DURATION {
        return Err(EvalErrorKind::Dimensions(format!(
            "on ne peut pas compter {} en heures ou en minutes",
            x.dimension.describe()
        )));
    }
    Ok(Value { shown: unit, ..x.clone() })
}

fn apply_rounding(
    function: Function,
    x: &Value,
    places: Option<&Value>,
) -> Result<Value, EvalErrorKind> {
    match function {
        Function::Ceiling => x.rounded(rounding::ceil),
        Function::Floor => x.rounded(rounding::floor),
        _ => {
            let places = places.and_then(|p| u32::try_from(p.amount).ok()).unwrap_or(0);
            x.rounded_to(places)
        }
    }
}

fn lookup(
    subject: &Expr,
    bands: &[Band],
    otherwise: &Expr,
    data: &dyn Data,
) -> Result<Value, EvalError> {
    let value = evaluate(subject, data)?;
    for band in bands {
        if holds(band, &value).map_err(|e| e.at(subject.span.clone()))? {
            return evaluate(&band.value, data);
        }
    }
    evaluate(otherwise, data)
}

/// Whether every bound of the band holds for `value`.
pub(super) fn holds(band: &Band, value: &Value) -> Result<bool, EvalErrorKind> {
    let amount = value::tidy(value.amount)?;
    let above = |bound: &Bound| -> Result<bool, EvalErrorKind> {
        let limit = bound_amount(bound, value)?;
        Ok(amount > limit || (bound.inclusive && amount == limit))
    };
    let below = |bound: &Bound| -> Result<bool, EvalErrorKind> {
        let limit = bound_amount(bound, value)?;
        Ok(amount < limit || (bound.inclusive && amount == limit))
    };
    Ok(band.low.as_ref().map_or(Ok(true), above)? && band.high.as_ref().map_or(Ok(true), below)?)
}

fn bound_amount(bound: &Bound, subject: &Value) -> Result<Decimal, EvalErrorKind> {
    let unit = bound.value.unit.unwrap_or(subject.shown);
    subject.dimension.fits(unit)?;
    value::tidy(Value::new(bound.value.value, unit)?.amount)
}
