//! The mistakes a formula invites, each with the value it leads to and the sentence that answers it.
//!
//! They come from the tree's own shape, `(b − a) ÷ a` as much as `evolution(a, b)`, with names or
//! bare figures. Which of them a learner made is `check`'s to say.

mod bench;
mod cells;
mod code;
mod constants;
mod means;
mod operations;
pub mod rank;
mod rounding;
mod sentences;
mod shapes;
mod story;
mod third;
mod values;
mod walk;

use rust_decimal::Decimal;

use self::bench::Bench;
use super::expand::{change, expand, same};
use super::{Data, exact};
use crate::model::{Expr, Formula, Function, Node};
use crate::number::Unit;

pub use code::SlipCode;
pub use rounding::rounded_path;
pub use story::{Mention, Story};
pub use values::digit_swaps;
pub(super) use walk::each_node;

/// A mistake and where it leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Slip {
    /// In the item's unit, as it would be typed, not rounded.
    pub value: Decimal,
    pub story: Story,
    /// The lower, the more specific; slips come sorted by it. See [`rank::GENERIC`].
    pub rank: u8,
    /// The wrong computation, where there is one: what "Trouver l'erreur" plants.
    pub expr: Option<Expr>,
}

impl Slip {
    pub fn code(&self) -> SlipCode {
        self.story.code()
    }

    /// What was probably done and what to do instead, without the result and without a final full stop.
    pub fn sentence(&self) -> String {
        sentences::sentence(&self.story)
    }

    /// The same, said of somebody else's copy.
    pub fn sentence_of_copy(&self) -> String {
        third::sentence(&self.story)
    }
}

/// The slips of a formula asked in `unit` with `decimals` decimals, specific before generic,
/// always in the same order. Those that fall on the right value are left out; those that share
/// a value are left to the caller to group. Empty where the formula has no value.
pub fn enumerate(formula: &Formula, unit: Unit, decimals: u32, data: &dyn Data) -> Vec<Slip> {
    let Ok(right) = exact(&formula.expr, unit, data) else { return Vec::new() };
    let (core, rounding) = strip(shapes::as_changes(expand(&formula.expr)));
    let mut bench = Bench { data, unit, decimals, right, rounding, slips: Vec::new() };
    rounding::of_root(&mut bench, &core);
    let mut gap: Option<*const Expr> = None;
    each_node(&core, &mut |expr, rebuild, root| {
        shapes::of_node(&mut bench, expr, rebuild, root);
        shapes::of_percentages(&mut bench, expr, rebuild);
        constants::of_node(&mut bench, expr, rebuild);
        if let (Node::Binary(op, a, b), true) = (&expr.node, change(expr).is_some()) {
            operations::precedence(&mut bench, *op, a, b, rebuild, root);
        }
        if let Node::Binary(_, numerator, _) = &expr.node
            && change(expr).is_some()
        {
            // The shape has said all there is to say of `b − a` in `(b − a) ÷ a`.
            gap = Some(std::ptr::from_ref(numerator));
        } else if gap != Some(std::ptr::from_ref(expr)) {
            operations::of_node(&mut bench, expr, rebuild, root);
        }
    });
    cells::of_formula(&mut bench, &core);
    values::of_result(&mut bench, &core);
    rounding::early(&mut bench, formula);
    bench.slips.sort_by_key(|slip| slip.rank);
    without_repeats(bench.slips)
}

/// One mistake told twice is told under its more specific name: a term forgotten in a base is
/// a total with something left out, a thousandfold amount of euros is in k€.
fn without_repeats(slips: Vec<Slip>) -> Vec<Slip> {
    let mut kept: Vec<Slip> = Vec::with_capacity(slips.len());
    for slip in slips {
        let repeats = |other: &Slip| {
            other.value == slip.value
                && match (&other.expr, &slip.expr) {
                    (Some(a), Some(b)) => same(a, b),
                    (None, None) => true,
                    _ => false,
                }
        };
        if !kept.iter().any(repeats) {
            kept.push(slip);
        }
    }
    kept
}

/// Takes a rounding off the root: slips are made under it.
pub(super) fn strip(expr: Expr) -> (Expr, Option<(Function, Option<Expr>)>) {
    match expr.node {
        Node::Call(f @ (Function::Round | Function::Ceiling | Function::Floor), mut arguments)
            if !arguments.is_empty() =>
        {
            let core = arguments.remove(0);
            (core, Some((f, arguments.into_iter().next())))
        }
        _ => (expr, None),
    }
}

#[cfg(test)]
mod tests;
