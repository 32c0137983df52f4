//! Slips that belong to a shape: a change, a rate, a gap in points, a product with a percentage.
//! Those of means are in `means`.

use rust_decimal::Decimal;

use super::bench::Bench;
use super::means;
use super::rank;
use super::story::Story;
use super::walk::Rebuild;
use crate::formula::dimension::Dimension;
use crate::formula::eval::is_constant;
use crate::formula::evaluate;
use crate::formula::expand::{addends, change, factors, join, same, total, whole};
use crate::model::{Expr, Node, Op};
use crate::number::Unit;

/// The same formula, `b ÷ a − 1` being written as the change it is.
pub(super) fn as_changes(expr: Expr) -> Expr {
    let again = |e: &Expr| Box::new(as_changes(e.clone()));
    let node = match &expr.node {
        Node::Binary(Op::Subtract, quotient, one) if is_whole(one) => {
            if let Node::Binary(Op::Divide, to, from) = &quotient.node {
                let gap = join(Op::Subtract, (**to).clone(), (**from).clone());
                return join(Op::Divide, gap, (**from).clone());
            }
            return expr;
        }
        Node::Binary(op, a, b) => Node::Binary(*op, again(a), again(b)),
        Node::Negate(inner) => Node::Negate(again(inner)),
        Node::Call(function, arguments) => {
            Node::Call(*function, arguments.iter().cloned().map(as_changes).collect())
        }
        _ => return expr,
    };
    Expr { node, span: expr.span }
}

/// 1, or 100 %.
pub(super) fn is_whole(expr: &Expr) -> bool {
    matches!(&expr.node, Node::Literal(l)
        if l.value == Decimal::ONE && l.unit.is_none()
            || l.value == Decimal::ONE_HUNDRED && l.unit == Some(Unit::Percent))
}

/// The slips of the node `expr`; `rebuild` puts a wrong node back into the whole formula, and
/// `root` tells that it is the whole formula.
pub(super) fn of_node(bench: &mut Bench, expr: &Expr, rebuild: Rebuild, root: bool) {
    let rank = if root { rank::SHAPE } else { rank::PART };
    if let Some((from, to)) = change(expr) {
        of_change(bench, from, to, rebuild, root, rank);
        return;
    }
    match &expr.node {
        Node::Binary(Op::Divide, above, below) => {
            let mean = means::of_quotient(bench, above, below, rebuild, rank);
            if mean || is_constant_beside(above, below) {
                return;
            }
            of_rate(bench, above, below, rebuild, root, rank);
        }
        Node::Binary(Op::Subtract, to, from) if root && bench.is_percent() => {
            of_gap(bench, to, from, rank);
        }
        Node::Binary(Op::Add, ..) => means::of_shares(bench, expr, rebuild, rank),
        _ => {}
    }
}

/// `/ 12` after figures of a table: a scale, not a base.
fn is_constant_beside(above: &Expr, below: &Expr) -> bool {
    let gap = matches!(above.node, Node::Binary(Op::Subtract, ..));
    is_constant(below) && !is_constant(above) && !gap
}

fn of_change(bench: &mut Bench, from: &Expr, to: &Expr, rebuild: Rebuild, root: bool, rank: u8) {
    let ends = || (bench.mention(from), bench.mention(to));
    let (start, end) = ends();
    let story =
        |make: fn(super::Mention, super::Mention) -> Story| make(start.clone(), end.clone());
    let gap = join(Op::Subtract, to.clone(), from.clone());
    bench.tree(
        rebuild(join(Op::Divide, gap.clone(), to.clone())),
        story(|from, to| Story::FinalBase { from, to }),
        rank,
    );
    let multiplier = join(Op::Divide, to.clone(), from.clone());
    let multiplier_story = story(|from, to| Story::MultiplierForRate { from, to });
    bench.tree(rebuild(multiplier.clone()), multiplier_story.clone(), rank);
    let percentages = is_percentage(bench, from) && is_percentage(bench, to);
    if root && percentages {
        bench.tree(gap, story(|from, to| Story::GapForChange { from, to }), rank);
    } else if root {
        bench.bare(gap, story(|from, to| Story::GapOnly { from, to }), rank);
    }
    if root && bench.is_percent() {
        bench.bare(multiplier, multiplier_story, rank + 1);
    }
    let backwards = join(Op::Divide, join(Op::Subtract, from.clone(), to.clone()), to.clone());
    bench.tree(
        rebuild(backwards),
        story(|from, to| Story::Backwards { from, to }),
        rank.max(rank::BACKWARDS),
    );
}

pub(super) fn is_percentage(bench: &Bench, expr: &Expr) -> bool {
    evaluate(expr, bench.data)
        .is_ok_and(|v| matches!(v.dimension, Dimension::Fraction | Dimension::Gap))
}

fn of_rate(bench: &mut Bench, above: &Expr, below: &Expr, rebuild: Rebuild, root: bool, rank: u8) {
    let (up, down) = (bench.mention(above), bench.mention(below));
    let upside_down = join(Op::Divide, below.clone(), above.clone());
    let inverse = Story::Inverse { above: up.clone(), below: down.clone() };
    bench.tree(rebuild(upside_down.clone()), inverse.clone(), rank);
    if root && bench.is_percent() {
        bench.bare(upside_down, inverse, rank::BARE_INVERSE);
    }
    wrong_base(bench, above, below, rebuild, rank);
    if !root {
        return;
    }
    let gap = matches!(above.node, Node::Binary(Op::Subtract, ..));
    let undivided = if gap {
        Story::NotDivided { base: down.clone() }
    } else {
        Story::ForgottenDivisor { divisor: down.clone() }
    };
    bench.bare(above.clone(), undivided, if gap { rank } else { rank::FORGOTTEN });
    // A change written `VF ÷ VI`: the rate where the multiplier is asked.
    // Two bare figures without a unit may be a multiplier; two figures of a table are a mean.
    let bare = bench.unit == Unit::Number && bench.decimals > 0;
    if bench.unit == Unit::Times || bare && is_constant(above) && is_constant(below) {
        let rate =
            join(Op::Divide, join(Op::Subtract, above.clone(), below.clone()), below.clone());
        let story = Story::RateForMultiplier { from: down, to: up };
        bench.tree(rate.clone(), story.clone(), rank);
        if let Ok(rate) = evaluate(&rate, bench.data) {
            bench.value(rate.amount.checked_mul(Decimal::ONE_HUNDRED), story, rank);
        }
    }
}

/// A base with something left out.
fn wrong_base(bench: &mut Bench, above: &Expr, below: &Expr, rebuild: Rebuild, rank: u8) {
    let terms = addends(below);
    for (index, (_, term)) in terms.iter().enumerate().filter(|_| terms.len() > 1) {
        let rest = terms.iter().enumerate().filter(|(i, _)| *i != index);
        let rest = rest.map(|(_, (_, e))| (*e).clone()).collect();
        if let Some(base) = total(rest) {
            let story = Story::LeftOut { term: bench.mention(term) };
            bench.tree(rebuild(join(Op::Divide, above.clone(), base)), story, rank + 1);
        }
    }
    if let Node::Binary(Op::Subtract, one, other) = &above.node
        && !same(one, below)
        && !same(other, below)
    {
        let base = join(Op::Add, (**one).clone(), (**other).clone());
        let story = Story::OnlyCompared { one: bench.mention(one), other: bench.mention(other) };
        bench.tree(rebuild(join(Op::Divide, above.clone(), base)), story, rank + 1);
    }
    super::cells::parts_of_total(bench, above, below, rebuild, rank + 1);
}

/// A gap in points between two percentages.
fn of_gap(bench: &mut Bench, to: &Expr, from: &Expr, rank: u8) {
    if is_whole(to) || is_whole(from) {
        return;
    }
    let gap = join(Op::Subtract, to.clone(), from.clone());
    let relative = join(Op::Divide, gap, from.clone());
    let value = evaluate(&relative, bench.data)
        .ok()
        .and_then(|v| v.amount.checked_mul(Decimal::ONE_HUNDRED));
    if let Some(value) = value {
        let story = Story::ChangeForGap { from: bench.mention(from), to: bench.mention(to) };
        bench.given(value, relative, story, rank);
    }
}

/// Slips of percentages inside products: what remains for what is taken off.
pub(super) fn of_percentages(bench: &mut Bench, expr: &Expr, rebuild: Rebuild) {
    let chain = factors(expr);
    if chain.len() < 2 {
        return;
    }
    for (index, (divided, factor)) in chain.iter().enumerate() {
        if *divided {
            continue;
        }
        let with = |wrong: Expr| rebuild(replaced(&chain, index, Some(wrong)));
        if let Some((percent, adding)) = remainder(factor) {
            let mention = bench.mention(percent);
            let story =
                Story::ComplementOfFactor { percent: mention.clone(), remainder_meant: true };
            let (direct, flipped) = (
                with(percent.clone()),
                with(join(
                    if adding { Op::Subtract } else { Op::Add },
                    whole(1, factor),
                    percent.clone(),
                )),
            );
            if !adding {
                bench.tree(direct, story, rank::PERCENTAGE);
                bench.tree(
                    flipped,
                    Story::AddedPercentage { percent: mention },
                    rank::PERCENTAGE + 1,
                );
            }
        } else if is_percentage(bench, factor) {
            let story = Story::ComplementOfFactor {
                percent: bench.mention(factor),
                remainder_meant: false,
            };
            bench.tree(
                with(join(Op::Subtract, whole(1, factor), (*factor).clone())),
                story,
                rank::PERCENTAGE,
            );
        }
    }
}

/// The percentage in `1 − p`, and whether it is `1 + p`.
fn remainder(expr: &Expr) -> Option<(&Expr, bool)> {
    match &expr.node {
        Node::Binary(op @ (Op::Subtract | Op::Add), one, percent) if is_whole(one) => {
            Some((percent, *op == Op::Add))
        }
        _ => None,
    }
}

/// The chain of factors with one of them changed, or left out.
pub(super) fn replaced(chain: &[(bool, &Expr)], index: usize, wrong: Option<Expr>) -> Expr {
    let like = chain[index].1;
    let mut result: Option<Expr> = None;
    for (i, (divided, factor)) in chain.iter().enumerate() {
        let factor = if i == index { wrong.clone() } else { Some((*factor).clone()) };
        let Some(factor) = factor else { continue };
        result = Some(match (result, divided) {
            (None, false) => factor,
            (None, true) => join(Op::Divide, whole(1, like), factor),
            (Some(left), false) => join(Op::Multiply, left, factor),
            (Some(left), true) => join(Op::Divide, left, factor),
        });
    }
    result.unwrap_or_else(|| whole(1, like))
}
