//! Putting one slip into a copy: where it would really be made, so that the lines before it are
//! right and the lines after it follow from it.

use rust_decimal::Decimal;

use super::{Copy, Desk, operands};
use crate::formula::dimension::Dimension;
use crate::formula::expand::{change, join, whole};
use crate::formula::explain::{Forged, bare_steps, steps_of};
use crate::formula::slips::{Slip, SlipCode, Story, digit_swaps, each_node};
use crate::formula::text::leaf_figure;
use crate::formula::{Figure, evaluate, exact};
use crate::model::{Expr, Function, Literal, Node, Op, Operand};
use crate::number::rounding::round;
use crate::number::{Unit, french};

/// Roundings on the way are tried from this many decimals up.
const COARSEST: u32 = 0;
const FINEST: u32 = 2;

impl Desk<'_> {
    /// The copy of somebody who made this slip; `None` where it would not show, or would take two.
    pub(super) fn plant(&self, slip: &Slip) -> Option<Copy> {
        match &slip.story {
            Story::OtherCell { .. } => self.other_cell(slip),
            Story::Sign { ends: Some(_) } => self.turned_round(slip),
            Story::ComplementOfResult { .. } => self.complement(slip),
            Story::Whole { .. } => self.other_whole(slip),
            Story::OverHundred | Story::OtherUnit { .. } => self.not_converted(slip),
            Story::DecimalsAsMinutes => self.hours_misread(slip),
            Story::ChangeForGap { .. } => self.change_for_gap(slip),
            Story::GapOnly { .. } | Story::NotDivided { .. } | Story::ForgottenDivisor { .. } => {
                self.tree(slip).or_else(|| self.stopped_short(slip))
            }
            Story::SwappedDigits | Story::PowerOfTen { .. } => self.miswritten(slip),
            Story::AddedRates | Story::MeanOfRates { .. } => self.rates_added(slip),
            // Several figures at once, the whole sense of the answer, or no line to put it on.
            Story::Shifted { .. }
            | Story::TimesHundred
            | Story::Sign { ends: None }
            | Story::Negative
            | Story::Unrounded { .. }
            | Story::MinutesAsDecimals
            | Story::DecimalsAsSeconds
            | Story::SecondsAsDecimals
            | Story::EarlyRounding => None,
            _ => self.tree(slip),
        }
    }

    /// A wrong computation brought to the unit asked.
    fn tree(&self, slip: &Slip) -> Option<Copy> {
        let whole = |expr: &Expr| !is_leaf(expr) && !matches!(expr.node, Node::Negate(_));
        let expr = slip.expr.clone().filter(whole)?;
        let expr = self.wrapped(expr);
        let Ok(value) = exact(&expr, self.heading.unit, self.data) else {
            // Euros where a number is asked: nothing brings them there.
            return self.stopped_short(slip);
        };
        (value == slip.value).then_some(())?;
        self.told(self.page(self.data, &self.steps(&expr, self.data), value), slip)
    }

    fn told(&self, lines: Vec<String>, slip: &Slip) -> Option<Copy> {
        let copy = self.copy(lines, slip.value, slip.code(), slip.sentence_of_copy())?;
        // The same computation with its result written otherwise is no mistake yet.
        let wrong = copy.lines.iter().position(|line| !self.is_right(line))?;
        Some(Copy { wrong, ..copy })
    }

    /// Under the rounding of the formula.
    fn wrapped(&self, expr: Expr) -> Expr {
        match &self.rounding {
            Some((function, places)) => rounded(*function, expr, places.clone()),
            None => expr,
        }
    }

    /// A right computation that stops too soon, its result given as the answer.
    fn stopped_short(&self, slip: &Slip) -> Option<Copy> {
        let expr = slip.expr.as_ref()?;
        self.told(
            self.page(self.data, &bare_steps(expr, self.data, self.heading), slip.value),
            slip,
        )
    }

    /// Successive rates are right one by one: adding them is not.
    fn rates_added(&self, slip: &Slip) -> Option<Copy> {
        let copy = self.tree(slip)?;
        let sums = |line: &String| line.contains(" + ") && !self.right.contains(line);
        let wrong = copy.lines.iter().position(sums)?;
        Some(Copy { wrong, ..copy })
    }

    /// One figure read beside the right one.
    fn other_cell(&self, slip: &Slip) -> Option<Copy> {
        let mistaken = slip.expr.as_ref()?;
        let (right, read) = (operands(&self.core), operands(mistaken));
        let expected = right.iter().find(|e| !read.iter().any(|o| o.node == e.node))?;
        let taken = read.iter().find(|e| !right.iter().any(|o| o.node == e.node))?;
        let (own, other) = (leaf_figure(expected, self.data)?, leaf_figure(taken, self.data)?);
        let figure = Figure { label: own.label, place: own.place, ..other };
        let (lines, value) = self.misread(expected, figure)?;
        (value == slip.value).then_some(())?;
        self.told(lines, slip)
    }

    /// The copy written from one figure that is not the paper's.
    fn misread(&self, operand: &Expr, figure: Figure) -> Option<(Vec<String>, Decimal)> {
        let Node::Operand(operand @ (Operand::Cell(_) | Operand::Item(_))) = &operand.node else {
            return None;
        };
        let altered = self.altered(operand, figure);
        let value = exact(&self.whole, self.heading.unit, &altered).ok()?;
        Some((self.page(&altered, &self.steps(&self.whole, &altered), value), value))
    }

    /// Figures of the paper copied with two digits swapped.
    pub(super) fn miscopied_figures(&self) -> Vec<Copy> {
        let mut copies = Vec::new();
        for operand in &self.listed {
            let Some(figure) = leaf_figure(operand, self.data) else { continue };
            for value in digit_swaps(figure.value, figure.decimals) {
                let misread = self.misread(operand, Figure { value, ..figure.clone() });
                // A figure copied with a digit less would be seen before anything is computed.
                let alike = value.abs() * Decimal::TEN > figure.value.abs();
                let Some((lines, result)) = misread.filter(|_| alike) else { continue };
                let sentence = format!(
                    "En recopiant «\u{a0}{}\u{a0}», l’élève a inversé deux chiffres\u{a0}: le document donne {}",
                    figure.full_label(),
                    crate::formula::text::figure(&figure)
                );
                copies.extend(self.copy(lines, result, SlipCode::SwappedDigits, sentence));
            }
        }
        copies
    }

    /// `450 − 452` written the other way round: only the sign is lost.
    fn turned_round(&self, slip: &Slip) -> Option<Copy> {
        let gap = |to: &Expr, from: &Expr| join(Op::Subtract, from.clone(), to.clone());
        let expr = match (&self.core.node, change(&self.core)) {
            (_, Some((from, to))) => join(Op::Divide, gap(to, from), from.clone()),
            (Node::Binary(Op::Subtract, to, from), None) => gap(to, from),
            _ => return None,
        };
        self.tree(&Slip { expr: Some(expr), ..slip.clone() })
    }

    /// What is left of the whole, taken off at the end.
    fn complement(&self, slip: &Slip) -> Option<Copy> {
        let percentage = evaluate(&self.core, self.data).ok()?.dimension == Dimension::Fraction;
        let literal =
            Literal { value: Decimal::ONE_HUNDRED, unit: Some(Unit::Percent), decimals: 0 };
        let all = if percentage {
            Expr { node: Node::Literal(literal), span: self.core.span.clone() }
        } else {
            whole(1, &self.core)
        };
        let expr = join(Op::Subtract, all, self.core.clone());
        self.tree(&Slip { expr: Some(expr), ..slip.clone() })
    }

    /// Rounded to the whole number on the other side.
    fn other_whole(&self, slip: &Slip) -> Option<Copy> {
        let other = match self.rounding.as_ref()?.0 {
            Function::Ceiling => Function::Floor,
            Function::Floor => Function::Ceiling,
            _ => return None,
        };
        let expr = rounded(other, self.core.clone(), None);
        let value = exact(&expr, self.heading.unit, self.data).ok()?;
        (value == slip.value).then_some(())?;
        self.told(self.page(self.data, &self.steps(&expr, self.data), value), slip)
    }

    /// The last conversion forgotten: `× 100`, `÷ 60`.
    fn not_converted(&self, slip: &Slip) -> Option<Copy> {
        self.rounding.is_none().then_some(())?;
        let value = evaluate(&self.core, self.data).ok()?;
        let ratio = matches!(value.dimension, Dimension::Ratio | Dimension::Pure);
        let forgotten = match slip.story {
            Story::OtherUnit { taken, .. } => value.shown == taken,
            _ => ratio && self.heading.unit == Unit::Percent,
        };
        let steps = bare_steps(&self.core, self.data, self.heading);
        forgotten.then(|| self.told(self.page(self.data, &steps, slip.value), slip))?
    }

    /// `21,33 h` given as `21 h 33 min`.
    fn hours_misread(&self, slip: &Slip) -> Option<Copy> {
        (self.heading.unit == Unit::Hour).then_some(())?;
        let mut lines = self.right.clone();
        let seconds = slip.value.checked_mul(Decimal::from(3_600))?;
        *lines.last_mut()? = super::said(self.heading.label, &french::clock(seconds));
        self.told(lines, slip)
    }

    /// A relative change worked out where a gap in points is asked.
    fn change_for_gap(&self, slip: &Slip) -> Option<Copy> {
        let expr = slip.expr.as_ref()?;
        let heading = crate::formula::explain::Heading { unit: Unit::Percent, ..*self.heading };
        let steps = steps_of(expr, self.data, &heading, None);
        let copy = self.told(self.page(self.data, &steps, slip.value), slip)?;
        // The gap is what was asked: dividing it is not.
        let divides = |line: &String| line.contains(" ÷ ") && !self.is_right(line);
        let wrong = copy.lines.iter().position(divides)?;
        Some(Copy { wrong, ..copy })
    }

    /// The right result, badly copied on the last line.
    fn miswritten(&self, slip: &Slip) -> Option<Copy> {
        let moved = matches!(slip.story, Story::PowerOfTen { .. });
        if moved && !same_digits(&self.answer(self.value), &self.answer(slip.value)) {
            return None;
        }
        let mut lines = self.right.clone();
        *lines.last_mut()? = super::said(self.heading.label, &self.answer(slip.value));
        self.told(lines, slip)
    }

    /// One intermediate result cut short, and what follows from it.
    pub(super) fn early_roundings(&self) -> Vec<Copy> {
        let mut copies = Vec::new();
        each_node(&self.whole, &mut |expr, rebuild, root| {
            let last = root && !self.is_scaled();
            if last || !matches!(expr.node, Node::Binary(..)) {
                return;
            }
            for places in COARSEST..=FINEST {
                copies.extend(self.rounded_early(expr, places, rebuild));
            }
        });
        copies
    }

    /// Whether the result of the formula is still to be multiplied by 100.
    fn is_scaled(&self) -> bool {
        let ratio =
            |v: crate::formula::Value| matches!(v.dimension, Dimension::Ratio | Dimension::Pure);
        self.heading.unit == Unit::Percent
            && self.rounding.is_none()
            && evaluate(&self.core, self.data).is_ok_and(ratio)
    }

    fn rounded_early(
        &self,
        expr: &Expr,
        places: u32,
        rebuild: &dyn Fn(Expr) -> Expr,
    ) -> Option<Copy> {
        let value = evaluate(expr, self.data).ok()?;
        let shown = value.shown_value().ok()?;
        let cut = round(shown, places);
        if cut == shown || cut.is_zero() {
            return None;
        }
        let unit = Some(value.shown).filter(|unit| !matches!(unit, Unit::Number | Unit::Times));
        let result = Literal { value: cut, unit, decimals: places };
        let literal = Expr { node: Node::Literal(result.clone()), span: expr.span.clone() };
        let wrong = rebuild(literal);
        let forged = Forged { original: expr.clone(), result };
        let value = exact(&wrong, self.heading.unit, self.data).ok()?;
        let steps = steps_of(&wrong, self.data, self.heading, Some(&forged));
        let sentence =
            Slip { value, story: Story::EarlyRounding, rank: 0, expr: None }.sentence_of_copy();
        self.copy(self.page(self.data, &steps, value), value, SlipCode::EarlyRounding, sentence)
    }
}

pub(super) fn is_leaf(expr: &Expr) -> bool {
    matches!(expr.node, Node::Operand(_) | Node::Literal(_))
}

/// Whether two figures differ by the place of their comma alone, as far as both go.
pub fn same_digits(one: &str, other: &str) -> bool {
    let digits = |text: &str| -> String {
        let all: String = text.chars().filter(char::is_ascii_digit).collect();
        all.trim_start_matches('0').trim_end_matches('0').to_owned()
    };
    let (one, other) = (digits(one), digits(other));
    let alike = one.starts_with(&other) || other.starts_with(&one);
    alike && !one.is_empty() && !other.is_empty()
}

fn rounded(function: Function, expr: Expr, places: Option<Expr>) -> Expr {
    let span = expr.span.clone();
    let arguments = std::iter::once(expr).chain(places).collect();
    Expr { node: Node::Call(function, arguments), span }
}
