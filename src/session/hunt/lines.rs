//! The copy of a calcul: its lines, one of them wrong.

use super::candidate::Candidate;
use super::proposals::{Rival, proposals};
use super::{Hunt, NoHunt, Sheet};
use crate::check::{Paper, SlipCode};
use crate::formula::copy::{self, Copy};
use crate::formula::explain::Heading;
use crate::formula::slips;
use crate::model::Numeric;
use crate::number::french::sentence;
use crate::session::dice::Dice;

pub(super) struct LineSource<'a> {
    paper: Paper<'a>,
    item: &'a Numeric,
    copies: Vec<Candidate<Copy>>,
    right: Vec<String>,
    rivals: Vec<Rival>,
}

impl<'a> LineSource<'a> {
    pub fn new(paper: Paper<'a>, item: &'a Numeric) -> Result<Self, NoHunt> {
        let heading = heading(item);
        let right = copy::right(&item.formula, &paper, &heading);
        if right.is_empty() {
            return Err(NoHunt::ReadOff);
        }
        let copies: Vec<_> = copy::wrong(&item.formula, &paper, &heading)
            .into_iter()
            .filter(|copy| !(item.unsigned && copy.code == SlipCode::Sign))
            .map(|copy| Candidate::new(copy.code, copy.value, copy))
            .collect();
        let rivals = rivals(&paper, item);
        match copies.is_empty() {
            true => Err(NoHunt::NothingToPlant),
            false => Ok(LineSource { paper, item, copies, right, rivals }),
        }
    }

    pub fn hunt(&self, seed: u64, dice: &mut Dice) -> Option<Hunt> {
        let planted = draw(&self.copies, dice, |c| c.is_sound(&self.paper, self.item))?;
        let copy = &planted.what;
        let lines = copy.lines.clone();
        Some(Hunt {
            seed,
            item: self.item.id.clone(),
            label: self.item.label.clone(),
            wrong: copy.wrong,
            following: (copy.wrong + 1..lines.len()).collect(),
            sheet: Sheet::Lines(lines),
            code: copy.code,
            proposals: proposals(copy.code, copy.value, self.item.decimals, &self.rivals, dice),
            explanation: sentence(&copy.sentence),
            right: self.right.clone(),
            in_sight: Vec::new(),
        })
    }
}

pub(super) fn heading(item: &Numeric) -> Heading<'_> {
    Heading { label: &item.label, unit: item.unit, decimals: item.decimals }
}

/// The slips the step invites, for the names that are proposed.
fn rivals(paper: &Paper, item: &Numeric) -> Vec<Rival> {
    let known = slips::enumerate(&item.formula, item.unit, item.decimals, paper);
    known.into_iter().map(|slip| Rival { code: slip.code(), value: slip.value }).collect()
}

fn is_of_the_pen(code: SlipCode) -> bool {
    matches!(code, SlipCode::SwappedDigits | SlipCode::PowerOfTen)
}

/// One that is sound; slips of the method are all as likely, those of the pen less.
pub(super) fn draw<'c, T>(
    candidates: &'c [Candidate<T>],
    dice: &mut Dice,
    sound: impl Fn(&Candidate<T>) -> bool,
) -> Option<&'c Candidate<T>> {
    let mut codes: Vec<SlipCode> = candidates.iter().map(|c| c.code).collect();
    codes.sort_unstable();
    codes.dedup();
    dice.shuffle(&mut codes);
    // A slip of the pen teaches less than one of the method.
    if codes.first().is_some_and(|code| is_of_the_pen(*code)) && dice.below(3) > 0 {
        codes.sort_by_key(|code| is_of_the_pen(*code));
    }
    codes.into_iter().find_map(|code| {
        let mut same: Vec<&Candidate<T>> = candidates.iter().filter(|c| c.code == code).collect();
        dice.shuffle(&mut same);
        same.into_iter().find(|candidate| sound(candidate))
    })
}
