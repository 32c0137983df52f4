//! One line of arithmetic, with parentheses only where they are needed.

use crate::formula::text::NBSP;
use crate::model::{Expr, Function, Node, Op};

/// How tightly a piece of text holds together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hold {
    Sum,
    Product,
    /// Starts with a minus sign: bare in first place, in parentheses elsewhere.
    Negative,
    Atom,
}

/// A piece of a line.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub text: String,
    pub hold: Hold,
}

impl Piece {
    /// A figure or a name; a leading minus sign asks for parentheses after an operator.
    pub fn atom(text: String) -> Piece {
        let hold = if text.starts_with('−') { Hold::Negative } else { Hold::Atom };
        Piece { text, hold }
    }

    fn wrapped(&self, wrap: bool) -> String {
        if wrap { format!("({})", self.text) } else { self.text.clone() }
    }
}

/// The sign of an operation.
pub(super) fn sign(op: Op) -> char {
    match op {
        Op::Add => '+',
        Op::Subtract => '−',
        Op::Multiply => '×',
        Op::Divide => '÷',
    }
}

/// Two pieces and their operation.
pub(super) fn operation(op: Op, left: &Piece, right: &Piece) -> Piece {
    let (hold, wrap_left, wrap_right) = match op {
        Op::Add => (Hold::Sum, false, right.hold == Hold::Negative),
        Op::Subtract => (Hold::Sum, false, matches!(right.hold, Hold::Sum | Hold::Negative)),
        Op::Multiply => {
            let wrap = matches!(right.hold, Hold::Sum | Hold::Negative);
            (Hold::Product, left.hold == Hold::Sum, wrap)
        }
        Op::Divide => (Hold::Product, left.hold == Hold::Sum, right.hold != Hold::Atom),
    };
    let text = format!("{} {} {}", left.wrapped(wrap_left), sign(op), right.wrapped(wrap_right));
    Piece { text, hold }
}

/// Lays an expression out; `leaf` writes names, figures and whatever calls it knows better.
pub(super) fn lay(expr: &Expr, leaf: &dyn Fn(&Expr) -> Option<Piece>) -> Piece {
    if let Some(piece) = leaf(expr) {
        return piece;
    }
    match &expr.node {
        Node::Binary(op, a, b) => operation(*op, &lay(a, leaf), &lay(b, leaf)),
        Node::Negate(inner) => {
            let inner = lay(inner, leaf);
            let wrap = matches!(inner.hold, Hold::Sum | Hold::Negative);
            Piece { text: format!("−{NBSP}{}", inner.wrapped(wrap)), hold: Hold::Negative }
        }
        Node::Call(function, arguments) => {
            let pieces: Vec<Piece> = arguments.iter().map(|a| lay(a, leaf)).collect();
            function_piece(*function, &pieces)
        }
        Node::Lookup { subject, .. } => lay(subject, leaf),
        Node::Literal(_) | Node::Operand(_) => Piece::atom("…".into()),
    }
}

/// What a rounding does, said after the computation.
pub(super) fn rounding_words(function: Function, places: Option<&str>) -> Option<String> {
    Some(match function {
        Function::Ceiling => "arrondi à l’entier supérieur".into(),
        Function::Floor => "arrondi à l’entier inférieur".into(),
        Function::Round => match places {
            None | Some("0") => "arrondi à l’entier".into(),
            Some("1") => format!("arrondi à 1{NBSP}décimale"),
            Some(places) => format!("arrondi à {places}{NBSP}décimales"),
        },
        _ => return None,
    })
}

fn function_piece(function: Function, arguments: &[Piece]) -> Piece {
    let first = arguments.first().map_or("", |p| p.text.as_str());
    if let Some(words) = rounding_words(function, arguments.get(1).map(|p| p.text.as_str())) {
        return Piece { text: format!("({first}, {words})"), hold: Hold::Atom };
    }
    let listed = arguments.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ; ");
    let text = match function {
        Function::Absolute => format!("|{first}|"),
        Function::Minimum => format!("(la plus petite valeur entre {listed})"),
        Function::Maximum => format!("(la plus grande valeur entre {listed})"),
        Function::Hours => format!("({first}, en heures)"),
        Function::Minutes => format!("({first}, en minutes)"),
        _ => format!("({listed})"),
    };
    Piece { text, hold: Hold::Atom }
}

/// A line that is a single call needs no parentheses of its own.
pub(super) fn unwrapped(piece: Piece) -> String {
    match piece.text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) if piece.hold == Hold::Atom => inner.to_string(),
        _ => piece.text,
    }
}
