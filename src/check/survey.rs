//! What can be known of a step's slips before anybody answers: those that apply, those that
//! share one figure, those that are hidden by the right answer. For `valider` and for measures.

use rust_decimal::Decimal;

use super::answer::Answer;
use super::slip::{self, Slip};
use super::tolerance::step_of;
use super::{Context, SlipCode, applies, numeric};
use crate::model::Numeric;
use crate::number::{Form, Quantity};

/// A known slip and the figure it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    pub code: SlipCode,
    /// In the item's unit, rounded as a learner gives it.
    pub figure: Decimal,
    /// Decimals of `figure`.
    pub decimals: u32,
    pub sentence: String,
    /// The author's own, or one that names a step of the reasoning.
    pub specific: bool,
}

/// Slips of one step that lead to one figure, the likelier first: an answer is named after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Collision {
    pub slips: Vec<Known>,
}

impl Collision {
    pub fn likelier(&self) -> &Known {
        &self.slips[0]
    }
}

/// The slips of one step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survey {
    /// Those that apply, in order of likelihood: their figure is told wrong and means something.
    pub applying: Vec<Known>,
    /// Those among them that share a figure.
    pub collisions: Vec<Collision>,
    /// Those whose figure, at the precision asked, is not told wrong: nobody can tell them
    /// from a right answer.
    pub hidden: Vec<Known>,
    /// Those whose figure would fit too many mistakes at that precision.
    pub silent: Vec<Known>,
}

/// Surveys the slips of an item; `context` is that of a learner who has answered nothing yet.
pub fn survey(item: &Numeric, context: &Context) -> Survey {
    let expected = literal(item.exact, item);
    let answer = Answer { item, context, quantity: &expected };
    let known = slip::all(&answer);
    let telling = applies::telling(&known, item, step_of(item.decimals));
    let mut survey = Survey::default();
    for slip in slip::candidates(&answer) {
        let list = if !is_told_wrong(item, context, &slip) {
            &mut survey.hidden
        } else if telling.contains(&&slip) {
            &mut survey.applying
        } else {
            &mut survey.silent
        };
        list.push(known_of(&slip));
    }
    survey.collisions = collisions(&survey.applying);
    survey
}

fn collisions(applying: &[Known]) -> Vec<Collision> {
    let mut groups: Vec<Collision> = Vec::new();
    for known in applying {
        match groups.iter_mut().find(|group| group.likelier().figure == known.figure) {
            Some(group) => group.slips.push(known.clone()),
            None => groups.push(Collision { slips: vec![known.clone()] }),
        }
    }
    groups.retain(|group| group.slips.len() > 1);
    groups
}

fn known_of(slip: &Slip) -> Known {
    Known {
        code: slip.code,
        figure: slip.rounded(),
        decimals: slip.decimals,
        sentence: slip.sentence.clone(),
        specific: slip.is_specific(),
    }
}

fn is_told_wrong(item: &Numeric, context: &Context, slip: &Slip) -> bool {
    let quantity = Quantity { decimals: slip.decimals, ..literal(slip.rounded(), item) };
    numeric::by_rules(&Answer { item, context, quantity: &quantity }).is_none()
}

/// A figure written with its unit.
fn literal(value: Decimal, item: &Numeric) -> Quantity {
    Quantity {
        value,
        unit: Some(item.unit),
        decimals: item.decimals,
        form: Form::Literal,
        dot: false,
    }
}
