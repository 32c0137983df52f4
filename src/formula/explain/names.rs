//! How operands are called: what they share is said once, by the heading, not at each name.

use crate::formula::text::leaf_figure;
use crate::formula::{Data, Figure};
use crate::model::{Expr, Node};

/// Which half of "Visiteurs, T1" tells the operands of a formula apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// One column: "Rebonds ÷ Visiteurs".
    Label,
    /// One row: "T1 + T2 + T3 + T4".
    Place,
    /// "CA T4 − commandes T1".
    Both,
}

impl Naming {
    /// The shortest way of naming the leaves of `expr` without confusion.
    pub fn of(expr: &Expr, data: &dyn Data) -> Naming {
        let mut figures = Vec::new();
        collect(expr, data, &mut figures);
        let differ =
            |f: &dyn Fn(&Figure) -> &str| figures.iter().any(|figure| f(figure) != f(&figures[0]));
        let label = differ(&|f| &f.label);
        let place = differ(&|f| f.place.as_deref().unwrap_or(""));
        match (label, place) {
            (_, false) => Naming::Label,
            (false, true) if figures.iter().any(is_numbered) => Naming::Both,
            (false, true) => Naming::Place,
            (true, true) => Naming::Both,
        }
    }

    /// The name of one figure.
    pub fn name(self, figure: &Figure) -> String {
        match (self, &figure.place) {
            (Naming::Label, _) | (_, None) => quoted(&figure.label),
            (Naming::Place, Some(place)) => quoted(place),
            (Naming::Both, Some(place)) => beside(&quoted(&figure.label), place),
        }
    }
}

/// "2019" or "5" would be taken for a figure.
fn is_numbered(figure: &Figure) -> bool {
    figure.place.as_ref().is_some_and(|place| place.chars().all(|c| c.is_ascii_digit()))
}

/// A heading with signs of its own stands between guillemets.
fn quoted(name: &str) -> String {
    if name.contains(['+', '−', '×', '÷', '=', ':', ',']) {
        return format!("«\u{a0}{name}\u{a0}»");
    }
    name.to_string()
}

/// "CA T4", but "CA (Facebook)".
fn beside(label: &str, place: &str) -> String {
    let year_or_quarter = (2..=4).contains(&place.chars().count()) && !place.contains(' ');
    if !year_or_quarter {
        return format!("{label} ({place})");
    }
    format!("{label}\u{a0}{place}")
}

/// The figures of an expanded expression, from left to right.
fn collect(expr: &Expr, data: &dyn Data, figures: &mut Vec<Figure>) {
    figures.extend(leaf_figure(expr, data));
    match &expr.node {
        Node::Negate(inner) => collect(inner, data, figures),
        Node::Binary(_, a, b) => {
            collect(a, data, figures);
            collect(b, data, figures);
        }
        Node::Call(_, arguments) => arguments.iter().for_each(|a| collect(a, data, figures)),
        Node::Lookup { subject, .. } => collect(subject, data, figures),
        Node::Literal(_) | Node::Operand(_) => {}
    }
}
