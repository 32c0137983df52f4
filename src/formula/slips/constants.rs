//! Slips of the figures that stand in the formula itself: a divisor of another period, a
//! multiplier such as 1,2 or 0,8 taken for the percentage behind it.

use rust_decimal::Decimal;

use super::bench::Bench;
use super::rank;
use super::shapes::replaced;
use super::story::Story;
use super::walk::Rebuild;
use crate::formula::expand::{addends, factors, join, whole};
use crate::formula::text;
use crate::model::{Expr, Literal, Node, Op};
use crate::number::Unit;

/// How many quarters, months, weeks or days a year has: taken one for the other.
const PERIODS: [u32; 4] = [4, 12, 52, 365];

pub(super) fn of_node(bench: &mut Bench, expr: &Expr, rebuild: Rebuild) {
    if let Node::Binary(Op::Divide, above, below) = &expr.node {
        divisors(bench, above, below, rebuild);
    }
    if matches!(expr.node, Node::Binary(Op::Multiply | Op::Divide, ..)) {
        multipliers(bench, expr, rebuild);
    }
}

/// `÷ 12` of a year, divided by 4; `÷ 12` of four figures, divided by the number of figures.
fn divisors(bench: &mut Bench, above: &Expr, below: &Expr, rebuild: Rebuild) {
    let Some(divisor) = bare(below) else { return };
    let count = addends(above).len();
    let counted = u32::try_from(count).ok().filter(|count| *count > 1);
    let period = PERIODS.iter().any(|p| divisor == Decimal::from(*p));
    if !period && counted.is_none_or(|count| divisor != Decimal::from(count)) {
        return;
    }
    let periods = PERIODS.iter().copied().filter(|_| period);
    for taken in periods.chain(counted).filter(|taken| divisor != Decimal::from(*taken)) {
        let wrong = join(Op::Divide, above.clone(), whole(taken as usize, below));
        let story = Story::OtherDivisor { taken, expected: bench.mention(below) };
        bench.tree(rebuild(wrong), story, rank::PART);
    }
}

/// `× 1,2` and `÷ 1,2` stand for a rise of 20 %, `× 0,8` for a fall of as much.
fn multipliers(bench: &mut Bench, expr: &Expr, rebuild: Rebuild) {
    let chain = factors(expr);
    for (index, (divided, factor)) in chain.iter().enumerate() {
        let Some(multiplier) = bare(factor).filter(|m| !m.fract().is_zero()) else { continue };
        if multiplier <= Decimal::ZERO || multiplier >= Decimal::TWO {
            continue;
        }
        let share = (multiplier - Decimal::ONE).abs();
        let percent = share * Decimal::ONE_HUNDRED;
        let percent = text::quantity(percent, Unit::Percent, percent.normalize().scale());
        let figure = text::decimal(multiplier, multiplier.normalize().scale());
        if *divided {
            // The rise taken off the result: 20 % of another amount.
            let back = if multiplier > Decimal::ONE {
                Decimal::TWO - multiplier
            } else {
                Decimal::ONE + share
            };
            let mut chain = chain.clone();
            let wrong = literal(back, factor);
            chain[index] = (false, factor);
            let story = Story::PercentageUndone { multiplier: figure, percent };
            bench.tree(rebuild(replaced(&chain, index, Some(wrong))), story, rank::PERCENTAGE);
            continue;
        }
        let story = Story::PartForWhole {
            multiplier: figure,
            part: text::decimal(share, share.normalize().scale()),
        };
        let wrong = replaced(&chain, index, Some(literal(share, factor)));
        bench.tree(rebuild(wrong), story, rank::PERCENTAGE);
    }
}

/// A figure written without a unit.
fn bare(expr: &Expr) -> Option<Decimal> {
    match &expr.node {
        Node::Literal(literal) if literal.unit.is_none() => Some(literal.value),
        _ => None,
    }
}

fn literal(value: Decimal, like: &Expr) -> Expr {
    let literal = Literal { value, unit: None, decimals: value.scale() };
    Expr { node: Node::Literal(literal), span: like.span.clone() }
}
