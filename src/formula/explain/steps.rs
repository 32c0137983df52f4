//! Result after result, one line each, down to the answer in its unit.

use rust_decimal::Decimal;

use super::Heading;
use super::figures::{conversion_unit, factor, leaf};
use super::layout::{Piece, lay, operation, rounding_words};
use super::precision::Precise;
use super::words::condition;
use crate::formula::dimension::Dimension;
use crate::formula::eval::holds;
use crate::formula::expand::{addends, expand, factors};
use crate::formula::text::{self, NBSP};
use crate::formula::{Data, Value, evaluate, exact};
use crate::model::{Band, Expr, Formula, Literal, Node, Op};
use crate::number::{Unit, french};

/// Every intermediate result, line by line, the answer last:
/// `450 − 452 = − 2`, `− 2 ÷ 452 ≈ − 0,0044`, `− 0,0044 × 100 ≈ − 0,44 %`.
/// Empty where the formula has no value.
pub fn steps(formula: &Formula, data: &dyn Data, heading: &Heading) -> Vec<String> {
    let expr = expand(&formula.expr);
    steps_of(&expr, &Precise::of(&expr, data, heading), heading, None)
}

/// An intermediate result written otherwise than it should be, in a copy with a mistake.
#[derive(Debug, Clone)]
pub(in crate::formula) struct Forged {
    /// The computation the result belongs to.
    pub original: Expr,
    /// What stands for it in the rest of the formula.
    pub result: Literal,
}

impl Forged {
    /// Whether a leaf is the forged result.
    fn is(&self, expr: &Expr) -> bool {
        expr.span == self.original.span
            && matches!(&expr.node, Node::Literal(literal) if *literal == self.result)
    }
}

/// The lines of an expanded expression, with the figures of `data` as they are.
pub(in crate::formula) fn steps_of(
    expr: &Expr,
    data: &dyn Data,
    heading: &Heading,
    forged: Option<&Forged>,
) -> Vec<String> {
    let mut board = Board { data, heading, forged, lines: Vec::new() };
    match board.conclude(expr) {
        Some(()) => board.lines,
        None => Vec::new(),
    }
}

/// The lines down to the result as it stands, not brought to the unit asked.
pub(in crate::formula) fn bare_steps(
    expr: &Expr,
    data: &dyn Data,
    heading: &Heading,
) -> Vec<String> {
    let mut board = Board { data, heading, forged: None, lines: Vec::new() };
    match board.work(expr) {
        Some(_) => board.lines,
        None => Vec::new(),
    }
}

struct Board<'a> {
    data: &'a dyn Data,
    heading: &'a Heading<'a>,
    forged: Option<&'a Forged>,
    lines: Vec<String>,
}

impl Board<'_> {
    /// The last lines: those that reach the answer in the unit asked.
    fn conclude(&mut self, expr: &Expr) -> Option<()> {
        let answer = exact(expr, self.heading.unit, self.data).ok()?;
        let show = if self.heading.unit == Unit::Points { french::signed } else { text::quantity };
        let answer_text = show(answer, self.heading.unit, self.heading.decimals);
        let equals = equals(answer, self.heading.decimals);
        if let Node::Call(function, arguments) = &expr.node
            && let Some(rounding) = rounding_words(*function, places(arguments).as_deref())
        {
            let x = arguments.first()?;
            let value = evaluate(x, self.data).ok()?;
            let piece = self.work(x)?;
            let piece = self.convert(piece, &value)?;
            self.write(format!("{}, {rounding}{NBSP}: {answer_text}", piece.text));
            return Some(());
        }
        let value = evaluate(expr, self.data).ok()?;
        if let Some(scaling) = self.scaling(&value) {
            let piece = self.work(expr)?;
            self.write(format!("{} {scaling} {equals} {answer_text}", piece.text));
            return Some(());
        }
        let line = self.line(expr)?;
        self.write(match &expr.node {
            Node::Operand(_) | Node::Literal(_) => answer_text,
            Node::Lookup { .. } => line,
            _ => format!("{line} {equals} {answer_text}"),
        });
        Some(())
    }

    /// Writes a line, unless the same operation was written before.
    fn write(&mut self, line: String) {
        if !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }

    /// `× 100`, `÷ 60`: what is left to do for the answer to be in the unit asked.
    fn scaling(&self, value: &Value) -> Option<String> {
        let percent = matches!(self.heading.unit, Unit::Percent | Unit::Points);
        if percent && matches!(value.dimension, Dimension::Ratio | Dimension::Pure) {
            return Some(format!("× {}", text::decimal(Decimal::ONE_HUNDRED, 0)));
        }
        factor(value.shown, self.heading.unit).map(|(sign, by)| format!("{sign} {by}"))
    }

    /// Brings a result to the unit asked before it is rounded.
    fn convert(&mut self, piece: Piece, value: &Value) -> Option<Piece> {
        let Some((sign, by)) = factor(value.shown, self.heading.unit) else { return Some(piece) };
        let converted = Value { shown: self.heading.unit, ..value.clone() };
        let shown = text::intermediate(&converted, 0)?;
        let equals = if shown.exact { '=' } else { '≈' };
        self.write(format!("{} {sign} {by} {equals} {}", piece.text, shown.text));
        Some(Piece::atom(shown.text))
    }

    /// Works an expression out, line after line, and gives its result.
    fn work(&mut self, expr: &Expr) -> Option<Piece> {
        if let Some(piece) = leaf(expr, self.data) {
            if let Some(forged) = self.forged.filter(|forged| forged.is(expr)) {
                let line = self.line(&forged.original)?;
                self.write(format!("{line} ≈ {}", piece.text));
            }
            return Some(piece);
        }
        let line = self.line(expr)?;
        let value = evaluate(expr, self.data).ok()?;
        // Enough decimals for the percentage that comes of it.
        let least = self.heading.decimals + 2;
        let shown =
            text::intermediate(&value, if value.shown == Unit::Number { least } else { 0 })?;
        let equals = if shown.exact { '=' } else { '≈' };
        self.write(match &expr.node {
            Node::Lookup { .. } => line,
            _ => format!("{line} {equals} {}", shown.text),
        });
        Some(Piece::atom(shown.text))
    }

    /// The last operation of an expression, its operands worked out before.
    fn line(&mut self, expr: &Expr) -> Option<String> {
        match &expr.node {
            Node::Binary(Op::Add | Op::Subtract, ..) => {
                self.chain(&addends(expr), Op::Add, Op::Subtract)
            }
            Node::Binary(Op::Multiply | Op::Divide, ..) => {
                self.chain(&factors(expr), Op::Multiply, Op::Divide)
            }
            Node::Negate(inner) => {
                let inner = self.work(inner)?;
                Some(format!("−{NBSP}({})", inner.text))
            }
            Node::Call(function, arguments) => {
                if let Some(to) = conversion_unit(*function) {
                    let x = arguments.first()?;
                    let from = evaluate(x, self.data).ok()?.shown;
                    let piece = self.work(x)?;
                    return Some(match factor(from, to) {
                        Some((sign, by)) => format!("{} {sign} {by}", piece.text),
                        None => piece.text,
                    });
                }
                let pieces: Option<Vec<Piece>> = arguments.iter().map(|a| self.work(a)).collect();
                Some(called(expr, &pieces?))
            }
            Node::Lookup { subject, bands, otherwise } => self.lookup(subject, bands, otherwise),
            Node::Operand(_) | Node::Literal(_) => leaf(expr, self.data).map(|p| p.text),
        }
    }

    fn chain(&mut self, terms: &[(bool, &Expr)], op: Op, inverse: Op) -> Option<String> {
        let mut line: Option<Piece> = None;
        let pieces: Option<Vec<(bool, Piece)>> =
            terms.iter().map(|(inverted, e)| Some((*inverted, self.work(e)?))).collect();
        for (inverted, piece) in pieces? {
            line = Some(match line {
                None => piece,
                Some(left) => operation(if inverted { inverse } else { op }, &left, &piece),
            });
        }
        line.map(|piece| piece.text)
    }

    fn lookup(&mut self, subject: &Expr, bands: &[Band], otherwise: &Expr) -> Option<String> {
        let value = evaluate(subject, self.data).ok()?;
        let piece = self.work(subject)?;
        let held = bands.iter().find(|band| holds(band, &value) == Ok(true));
        let (condition, result) = match held {
            Some(band) => (condition(band), &band.value),
            None => ("aucune des conditions".to_string(), otherwise),
        };
        let result = self.work(result)?;
        Some(format!("{}{NBSP}: {condition} → {}", piece.text, result.text))
    }
}

/// A call with its arguments worked out.
fn called(expr: &Expr, pieces: &[Piece]) -> String {
    let Node::Call(_, arguments) = &expr.node else { return String::new() };
    let text = lay(expr, &|e| {
        arguments.iter().position(|a| std::ptr::eq(a, e)).map(|i| pieces[i].clone())
    })
    .text;
    match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) => inner.to_string(),
        None => text,
    }
}

fn places(arguments: &[Expr]) -> Option<String> {
    match arguments.get(1).map(|e| &e.node) {
        Some(Node::Literal(literal)) => Some(text::literal(literal)),
        _ => None,
    }
}

fn equals(value: Decimal, decimals: u32) -> char {
    if crate::number::rounding::round(value, decimals) == value { '=' } else { '≈' }
}
