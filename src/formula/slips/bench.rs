//! The bench slips are made on: evaluates wrong trees as a learner would type their result, and
//! keeps those that do not fall on the right value.

use rust_decimal::Decimal;

use super::Slip;
use super::story::{Mention, Story};
use crate::formula::dimension::Dimension;
use crate::formula::expand::addends;
use crate::formula::explain::expression_in_words;
use crate::formula::text::{self, leaf_figure};
use crate::formula::value::tidy;
use crate::formula::{Data, Value, evaluate, exact};
use crate::model::{Expr, Function, Node};
use crate::number::Unit;
use crate::number::rounding::round;

/// A sum of more terms is named by its total.
const MANY_TERMS: usize = 2;

/// Where slips are collected.
pub(super) struct Bench<'a> {
    pub data: &'a dyn Data,
    pub unit: Unit,
    pub decimals: u32,
    pub right: Decimal,
    /// A rounding at the root and its number of decimals: applied to every wrong tree as well.
    pub rounding: Option<(Function, Option<Expr>)>,
    pub slips: Vec<Slip>,
}

impl Bench<'_> {
    /// Whether results are percentages, where ×100 and its absence matter.
    pub fn is_percent(&self) -> bool {
        matches!(self.unit, Unit::Percent | Unit::Points)
    }

    /// A wrong tree, given in the unit asked.
    pub fn tree(&mut self, expr: Expr, story: Story, rank: u8) {
        if let Some(value) = self.typed(&expr) {
            self.keep(value, Some(expr), story, rank);
        }
    }

    /// A wrong tree whose result is typed as the calculator shows it, without × 100.
    pub fn bare(&mut self, expr: Expr, story: Story, rank: u8) {
        let value = evaluate(&expr, self.data).ok().and_then(|v| {
            if v.dimension == Dimension::Ratio { tidy(v.amount).ok() } else { v.shown_value().ok() }
        });
        if let Some(value) = value {
            self.keep(value, Some(expr), story, rank);
        }
    }

    /// A wrong tree whose result is typed in a way of its own.
    pub fn given(&mut self, value: Decimal, expr: Expr, story: Story, rank: u8) {
        if let Ok(value) = tidy(value) {
            self.keep(value, Some(expr), story, rank);
        }
    }

    /// A wrong value that needs no tree.
    pub fn value(&mut self, value: Option<Decimal>, story: Story, rank: u8) {
        if let Some(value) = value.and_then(|v| tidy(v).ok()) {
            self.keep(value, None, story, rank);
        }
    }

    fn keep(&mut self, value: Decimal, expr: Option<Expr>, story: Story, rank: u8) {
        let decimals = self.decimals;
        let known = self.slips.iter().any(|s| s.value == value && s.code() == story.code());
        if round(value, decimals) != round(self.right, decimals) && !known {
            self.slips.push(Slip { value, story, rank, expr });
        }
    }

    /// The result of a wrong tree as it would be typed beside the unit asked.
    fn typed(&self, expr: &Expr) -> Option<Decimal> {
        let wrapped = self.wrapped(expr.clone());
        let value = evaluate(expr, self.data).ok()?;
        if self.is_percent() && !self.is_rate(&value) {
            return value.shown_value().ok();
        }
        exact(&wrapped, self.unit, self.data).ok().or_else(|| value.shown_value().ok())
    }

    fn is_rate(&self, value: &Value) -> bool {
        matches!(
            value.dimension,
            Dimension::Ratio | Dimension::Fraction | Dimension::Gap | Dimension::Points
        )
    }

    fn wrapped(&self, expr: Expr) -> Expr {
        let Some((function, places)) = &self.rounding else { return expr };
        let span = expr.span.clone();
        let arguments = std::iter::once(expr).chain(places.clone()).collect();
        Expr { node: Node::Call(*function, arguments), span }
    }

    /// How a sentence names an expression; a figure that is the answer is not shown.
    pub fn mention(&self, expr: &Expr) -> Mention {
        if let Some(figure) = leaf_figure(expr, self.data) {
            let amount = figure.to_value().ok().and_then(|v| v.in_unit(self.unit).ok());
            let answer = amount.is_some_and(|a| self.is_answer(a)) || self.is_answer(figure.value);
            return Mention {
                name: figure.full_label(),
                figure: (!answer).then(|| text::figure(&figure)),
            };
        }
        if let Node::Literal(literal) = &expr.node {
            let text = text::literal(literal);
            return Mention { name: text.clone(), figure: Some(text) };
        }
        let terms = addends(expr);
        if terms.len() > MANY_TERMS && terms.iter().all(|(minus, _)| !minus) {
            return self.total(expr, terms.len());
        }
        Mention { name: expression_in_words(expr, self.data), figure: None }
    }

    /// A long sum, by what it comes to.
    fn total(&self, expr: &Expr, count: usize) -> Mention {
        let sum = evaluate(expr, self.data).ok();
        let amount = sum.as_ref().and_then(|sum| sum.shown_value().ok());
        let told = amount.filter(|amount| !self.is_answer(*amount)).zip(sum);
        let figure = told.map(|(amount, sum)| {
            text::quantity(amount, sum.shown, amount.normalize().scale().min(2))
        });
        Mention { name: format!("total des {count} valeurs"), figure }
    }

    fn is_answer(&self, value: Decimal) -> bool {
        round(value.abs(), self.decimals) == round(self.right.abs(), self.decimals)
    }
}
