//! Slips of means: simple for weighted, of rates for the rate of the whole, by the count for the total.

use rust_decimal::Decimal;

use super::bench::Bench;
use super::shapes::is_percentage;
use super::story::Story;
use super::walk::Rebuild;
use crate::formula::evaluate;
use crate::formula::expand::{addends, join, same, total, whole};
use crate::model::{Expr, Node, Op};
use crate::number::Unit;

/// Slips of a mean, weighted or not. Tells whether the quotient is one.
pub(super) fn of_quotient(
    bench: &mut Bench,
    above: &Expr,
    below: &Expr,
    rebuild: Rebuild,
    rank: u8,
) -> bool {
    let (numerator, base) = (addends(above), addends(below));
    let count = numerator.len();
    if count < 2 || count != base.len() {
        return count > 1 && over_total(bench, &numerator, above, below, rebuild, rank);
    }
    let by_count = |sum: Expr| join(Op::Divide, sum, whole(count, below));
    let values: Option<Vec<Expr>> = numerator
        .iter()
        .zip(&base)
        .map(|((_, product), (_, weight))| weighed(product, weight))
        .collect();
    if let Some(values) = values {
        if let Some(sum) = total(values) {
            bench.tree(rebuild(by_count(sum)), Story::SimpleMean { count }, rank);
        }
        bench.tree(rebuild(by_count(above.clone())), Story::ByTheCount { count }, rank + 1);
        let divisor = bench.mention(below);
        bench.bare(above.clone(), Story::ForgottenDivisor { divisor }, rank + 2);
        return true;
    }
    let rates = numerator
        .iter()
        .zip(&base)
        .map(|((_, x), (_, t))| join(Op::Divide, (*x).clone(), (*t).clone()))
        .collect();
    if let Some(sum) = total(rates) {
        bench.tree(rebuild(by_count(sum)), Story::MeanOfRates { count }, rank);
    }
    false
}

/// `(4×12 + 5×30) ÷ 42`: the weights are the side of the products that adds up to the divisor.
fn over_total(
    bench: &mut Bench,
    products: &[(bool, &Expr)],
    above: &Expr,
    below: &Expr,
    rebuild: Rebuild,
    rank: u8,
) -> bool {
    let amount = |expr: &Expr| evaluate(expr, bench.data).ok().map(|value| value.amount);
    let pairs: Option<Vec<(&Expr, &Expr)>> = products
        .iter()
        .map(|(minus, product)| match &product.node {
            Node::Binary(Op::Multiply, a, b) if !minus => Some((&**a, &**b)),
            _ => None,
        })
        .collect();
    let (Some(pairs), Some(divisor)) = (pairs, amount(below)) else { return false };
    let adds_up = |weights: Vec<&Expr>| {
        let sum = weights.into_iter().try_fold(Decimal::ZERO, |sum, w| sum.checked_add(amount(w)?));
        sum == Some(divisor)
    };
    let values: Vec<Expr> = if adds_up(pairs.iter().map(|(_, b)| *b).collect()) {
        pairs.iter().map(|(a, _)| (*a).clone()).collect()
    } else if adds_up(pairs.iter().map(|(a, _)| *a).collect()) {
        pairs.iter().map(|(_, b)| (*b).clone()).collect()
    } else {
        return false;
    };
    let count = values.len();
    let by_count = |sum: Expr| join(Op::Divide, sum, whole(count, below));
    if let Some(sum) = total(values) {
        bench.tree(rebuild(by_count(sum)), Story::SimpleMean { count }, rank);
    }
    bench.tree(rebuild(by_count(above.clone())), Story::ByTheCount { count }, rank + 1);
    let divisor = bench.mention(below);
    bench.bare(above.clone(), Story::ForgottenDivisor { divisor }, rank + 2);
    true
}

/// The value in `value × weight`, on either side.
fn weighed(product: &Expr, weight: &Expr) -> Option<Expr> {
    let Node::Binary(Op::Multiply, a, b) = &product.node else { return None };
    if same(b, weight) {
        return Some((**a).clone());
    }
    same(a, weight).then(|| (**b).clone())
}

/// Σ(v × share) where the shares make 100 %: the simple mean of the values.
pub(super) fn of_shares(bench: &mut Bench, expr: &Expr, rebuild: Rebuild, rank: u8) {
    let terms = addends(expr);
    let mut whole_share = Decimal::ZERO;
    let mut values = Vec::new();
    for (minus, term) in &terms {
        let Node::Binary(Op::Multiply, a, b) = &term.node else { return };
        let (value, share) = if is_percentage(bench, b) { (a, b) } else { (b, a) };
        let share = evaluate(share, bench.data).ok().filter(|v| v.shown == Unit::Percent);
        let sum = share.and_then(|s| whole_share.checked_add(s.amount));
        let Some(sum) = sum.filter(|_| !minus) else { return };
        whole_share = sum;
        values.push((**value).clone());
    }
    let count = values.len();
    if whole_share == Decimal::ONE
        && let Some(sum) = total(values)
    {
        let mean = join(Op::Divide, sum, whole(count, expr));
        bench.tree(rebuild(mean), Story::SimpleMean { count }, rank);
    }
}
