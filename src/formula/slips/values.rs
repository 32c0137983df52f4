//! Slips of the result itself, whatever the formula: sign, power of ten, digits, minutes, unit.

use rust_decimal::Decimal;

use super::bench::Bench;
use super::rank;
use super::story::{Mention, Story};
use super::walk::each_node;
use crate::formula::dimension::{DURATION, Dimension, MONEY};
use crate::formula::expand::change;
use crate::formula::value::base;
use crate::model::{Expr, Node, Op, Operand};
use crate::number::Unit;
use crate::number::rounding::round;

/// Longest figure whose digits are swapped two by two.
const MOST_DIGITS: usize = 8;

pub(super) fn of_result(bench: &mut Bench, expr: &Expr) {
    let right = bench.right;
    bench.value(Some(-right), sign(bench, expr), rank::SIGN);
    let percent = bench.unit == Unit::Percent;
    if percent && change(expr).is_none() && right > Decimal::ZERO && right < Decimal::ONE_HUNDRED {
        bench.value(
            Some(Decimal::ONE_HUNDRED - right),
            Story::ComplementOfResult { asked: asked(bench, expr) },
            rank::COMPLEMENT,
        );
    }
    for power in [100_i64, 10, 1_000] {
        let hundred = power == 100 && bench.is_percent();
        let order = if hundred { rank::HUNDRED } else { rank::POWER_OF_TEN };
        let power = Decimal::from(power);
        let (large, small) = match hundred {
            true => (Story::TimesHundred, Story::OverHundred),
            false => {
                (Story::PowerOfTen { too_large: true }, Story::PowerOfTen { too_large: false })
            }
        };
        bench.value(right.checked_mul(power), large, order);
        bench.value(right.checked_div(power), small, order);
    }
    hours(bench);
    other_units(bench);
    for swapped in digit_swaps(right, bench.decimals) {
        bench.value(Some(swapped), Story::SwappedDigits, rank::DIGITS);
    }
}

/// The part a rate counts, where it is a figure of the paper.
fn asked(bench: &Bench, expr: &Expr) -> Option<Mention> {
    match &expr.node {
        Node::Binary(Op::Divide, part, _) if matches!(part.node, Node::Operand(_)) => {
            Some(bench.mention(part))
        }
        _ => None,
    }
}

/// Two figures of one row: the same thing at two moments, not two parts set against each other.
fn one_row(from: &Expr, to: &Expr) -> bool {
    match (&from.node, &to.node) {
        (Node::Operand(Operand::Cell(from)), Node::Operand(Operand::Cell(to))) => {
            (&from.table, &from.row) == (&to.table, &to.row)
        }
        _ => false,
    }
}

/// What a wrong sign says: which way a change goes, or the order of a subtraction.
fn sign(bench: &Bench, expr: &Expr) -> Story {
    let gap = match &expr.node {
        Node::Binary(Op::Subtract, to, from) if bench.unit == Unit::Points && one_row(from, to) => {
            Some((&**from, &**to))
        }
        _ => None,
    };
    let mut subtracts = false;
    each_node(expr, &mut |e, _, _| {
        subtracts |= matches!(&e.node, Node::Binary(Op::Subtract, ..) | Node::Negate(_));
    });
    match change(expr).or(gap) {
        Some((from, to)) => Story::Sign { ends: Some((bench.mention(from), bench.mention(to))) },
        None if subtracts || bench.right < Decimal::ZERO => Story::Sign { ends: None },
        None => Story::Negative,
    }
}

/// 21,33 h taken for 21 h 33 min, and 21 h 20 min written 21,20 h; minutes and seconds likewise.
fn hours(bench: &mut Bench) {
    let sixty = Decimal::from(60);
    let in_hours = (Story::DecimalsAsMinutes, Story::MinutesAsDecimals);
    let in_minutes = (Story::DecimalsAsSeconds, Story::SecondsAsDecimals);
    let (large, factor, (read, written)) = match bench.unit {
        Unit::Hour => (bench.right, Decimal::ONE, in_hours),
        Unit::Minute if bench.right.abs() >= sixty => (bench.right / sixty, sixty, in_hours),
        Unit::Minute => (bench.right, Decimal::ONE, in_minutes),
        Unit::Second if bench.right.abs() >= sixty => (bench.right / sixty, sixty, in_minutes),
        _ => return,
    };
    let hundred = Decimal::ONE_HUNDRED;
    let rounded = round(large, bench.decimals.max(2));
    let part = rounded.fract().checked_mul(hundred).map(|part| round(part, 0));
    let misread = part
        .and_then(|part| part.checked_div(sixty))
        .and_then(|part| rounded.trunc().checked_add(part))
        .and_then(|value| value.checked_mul(factor));
    bench.value(misread, read, rank::HOURS);
    let minutes = large.fract().checked_mul(sixty).map(|m| round(m, 0));
    let value = minutes
        .and_then(|m| m.checked_div(hundred))
        .and_then(|m| large.trunc().checked_add(m))
        .and_then(|value| value.checked_mul(factor));
    bench.value(value, written, rank::HOURS + 1);
}

/// The same amount counted in another unit of its family.
fn other_units(bench: &mut Bench) {
    let family: &[Unit] = match Dimension::of(bench.unit) {
        DURATION => &[Unit::Hour, Unit::Minute, Unit::Second],
        MONEY => &[Unit::Euro, Unit::KiloEuro, Unit::MegaEuro],
        _ => return,
    };
    let expected = bench.unit;
    for taken in family.iter().filter(|u| **u != expected) {
        let value = bench
            .right
            .checked_mul(base(bench.unit))
            .and_then(|amount| amount.checked_div(base(*taken)));
        let story = Story::OtherUnit { taken: *taken, expected };
        bench.value(value, story, rank::UNIT);
    }
}

/// The rounded value with two neighbouring digits swapped, each way that changes it.
pub fn digit_swaps(value: Decimal, decimals: u32) -> Vec<Decimal> {
    let rounded = round(value, decimals);
    let mut rescaled = rounded.abs();
    rescaled.rescale(decimals);
    let digits = format!("{:01$}", rescaled.mantissa(), decimals as usize + 1);
    if digits.len() > MOST_DIGITS {
        return Vec::new();
    }
    let bytes = digits.as_bytes();
    let mut swaps = Vec::new();
    for index in 1..bytes.len() {
        if bytes[index - 1] == bytes[index] {
            continue;
        }
        let mut changed = bytes.to_vec();
        changed.swap(index - 1, index);
        let mantissa = std::str::from_utf8(&changed).ok().and_then(|s| s.parse::<i64>().ok());
        if let Some(mantissa) = mantissa {
            let mut swapped = Decimal::new(mantissa, decimals);
            swapped.set_sign_negative(rounded.is_sign_negative());
            swaps.push(swapped.normalize());
        }
    }
    swaps
}
