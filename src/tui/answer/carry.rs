//! Going on with one's own earlier results or with the corrigé's: offered where it matters.

use super::Look;
use crate::check::Verdict;
use crate::model::{Expr, ItemId, Node, Operand};
use crate::progress::Record;
use crate::session::Walk;
use crate::tui::widget::column::Column;

/// Says on which wrong result the figure in hand rests, and what F4 changes.
pub fn show(walk: &Walk, look: Look, column: &mut Column) {
    let _ = (walk, look, column);
}

/// The words of the key bar; `None` where the figure in hand rests on no wrong result.
pub fn label(walk: &Walk) -> Option<&'static str> {
    let state = walk.focused_number()?;
    let mut earlier = Vec::new();
    collect(&state.item.formula.expr, &mut earlier);
    let wrong = |item: &ItemId| {
        let last = walk.record(item).and_then(Record::last);
        last.is_some_and(|answer| answer.verdict.verdict() == Some(Verdict::Wrong))
    };
    let own = walk.uses_own_results();
    earlier.into_iter().any(wrong).then_some(if own {
        "Suivre le corrigé"
    } else {
        "Mes résultats"
    })
}

/// The earlier results a formula rests on.
fn collect<'a>(expr: &'a Expr, into: &mut Vec<&'a ItemId>) {
    match &expr.node {
        Node::Operand(Operand::Item(item)) => into.push(item),
        Node::Operand(Operand::Items(items)) => into.extend(items),
        Node::Literal(_) | Node::Operand(_) => {}
        Node::Negate(inner) => collect(inner, into),
        Node::Binary(_, left, right) => {
            collect(left, into);
            collect(right, into);
        }
        Node::Call(_, inner) => inner.iter().for_each(|expr| collect(expr, into)),
        Node::Lookup { subject, bands, otherwise } => {
            collect(subject, into);
            bands.iter().for_each(|band| collect(&band.value, into));
            collect(otherwise, into);
        }
    }
}
