//! The copy of a whole table: one figure wrong, those computed from it consistent with it.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::candidate::Candidate;
use super::lines::{draw, heading};
use super::proposals::{Rival, proposals};
use super::{CopyCell, CopyRow, Hunt, Sheet, TableCopy};
use crate::check::{Paper, SlipCode, Steps, earlier_items};
use crate::formula::{self, Data, Figure, Slip, copy, explain, slips};
use crate::model::{CellRef, Grid, GridCell, ItemId, Node, Numeric};
use crate::number::french::sentence;
use crate::number::rounding::round;
use crate::number::{Unit, french};
use crate::session::dice::Dice;

pub(super) struct TableSource<'a> {
    paper: Paper<'a>,
    grid: &'a Grid,
    /// Each blank in reading order, and the slips that may be planted in it.
    blanks: Vec<Blank<'a>>,
}

struct Blank<'a> {
    item: &'a Numeric,
    invited: OnceCell<Invited>,
}

/// The slips a blank invites: those that may be planted, and all of them for the names proposed.
struct Invited {
    slips: Vec<Candidate<String>>,
    rivals: Vec<Rival>,
}

impl<'a> TableSource<'a> {
    pub fn new(paper: Paper<'a>, grid: &'a Grid) -> Self {
        let cells = grid.rows.iter().flat_map(|row| &row.cells);
        let blanks = cells.filter_map(|cell| match cell {
            GridCell::Blank(item) => Some(Blank { item, invited: OnceCell::new() }),
            GridCell::Empty | GridCell::Given(_) => None,
        });
        TableSource { paper, grid, blanks: blanks.collect() }
    }

    pub fn hunt(&self, seed: u64, dice: &mut Dice) -> Option<Hunt> {
        let mut order: Vec<usize> = (0..self.blanks.len()).collect();
        dice.shuffle(&mut order);
        order.into_iter().find_map(|wrong| self.plant(wrong, seed, dice))
    }

    fn plant(&self, wrong: usize, seed: u64, dice: &mut Dice) -> Option<Hunt> {
        let item = self.blanks[wrong].item;
        let invited = self.invited(wrong);
        let sound = |c: &Candidate<String>| {
            c.is_sound(&self.paper, item)
                && stands_out(item.exact, c.value)
                && self.spread(item, c.value).is_some()
        };
        let slip = draw(&invited.slips, dice, sound)?;
        let values = self.spread(item, slip.value)?;
        let changed = |(at, Blank { item: other, .. }): (usize, &Blank)| {
            let same = round(values[at], other.decimals) == round(other.exact, other.decimals);
            (at != wrong && !same).then_some(at)
        };
        let following: Vec<usize> = self.blanks.iter().enumerate().filter_map(changed).collect();
        let unharmed = |at: &usize| *at != wrong && !following.contains(at);
        let in_sight = (0..self.blanks.len()).filter(unharmed);
        Some(Hunt {
            seed,
            item: item.id.clone(),
            label: item.label.clone(),
            sheet: Sheet::Table(self.shown(&values)),
            wrong,
            code: slip.code,
            proposals: proposals(slip.code, slip.value, item.decimals, &invited.rivals, dice),
            explanation: sentence(&slip.what),
            right: self.right(item),
            in_sight: in_sight.map(|at| self.blanks[at].item.id.clone()).collect(),
            following,
        })
    }

    fn invited(&self, blank: usize) -> &Invited {
        let Blank { item, invited } = &self.blanks[blank];
        invited.get_or_init(|| {
            let known = slips::enumerate(&item.formula, item.unit, item.decimals, &self.paper);
            let rival = |slip: &Slip| Rival { code: slip.code(), value: slip.value };
            let rivals = known.iter().map(rival).collect();
            let fit = known.into_iter().filter(|slip| shows_in_a_table(slip, item));
            let slips = fit
                .map(|slip| Candidate::new(slip.code(), slip.value, slip.sentence_of_copy()))
                .collect();
            Invited { slips, rivals }
        })
    }

    /// Every figure of the table once `item` is worth `value`; `None` where one has no value any more.
    fn spread(&self, item: &Numeric, value: Decimal) -> Option<Vec<Decimal>> {
        let spread = Spread {
            paper: &self.paper,
            wrong: &item.id,
            value,
            known: RefCell::new(BTreeMap::new()),
        };
        self.blanks.iter().map(|blank| spread.value(blank.item)).collect()
    }

    fn shown(&self, values: &[Decimal]) -> TableCopy {
        let mut values = self.blanks.iter().zip(values);
        let mut cell = |cell: &GridCell| match cell {
            GridCell::Empty => CopyCell::Empty,
            GridCell::Given(words) => CopyCell::Given(words.clone()),
            GridCell::Blank(_) => match values.next() {
                Some((blank, value)) => CopyCell::Figure(figure(blank.item, *value)),
                None => CopyCell::Empty,
            },
        };
        let rows = self.grid.rows.iter().map(|row| CopyRow {
            label: row.label.clone(),
            cells: row.cells.iter().map(&mut cell).collect(),
        });
        TableCopy {
            corner: self.grid.corner.clone(),
            columns: self.grid.columns.clone(),
            rows: rows.collect(),
        }
    }

    /// The right computation of a blank, or where it is read.
    fn right(&self, item: &Numeric) -> Vec<String> {
        let lines = copy::right(&item.formula, &self.paper, &heading(item));
        if !lines.is_empty() {
            return lines;
        }
        let mut lines = explain::in_words(&item.formula, &self.paper, &heading(item));
        lines.push(format!("{}\u{a0}: {}", item.label, figure(item, item.exact)));
        lines
    }
}

/// In a table only figures show, so what is told by lines alone is left out.
fn shows_in_a_table(slip: &Slip, item: &Numeric) -> bool {
    use slips::Story;
    let moved = matches!(slip.story, Story::PowerOfTen { .. })
        && !copy::same_digits(&figure(item, item.exact), &figure(item, slip.value));
    let quotient = slip.story == Story::OverHundred && item.unit != Unit::Percent;
    let hidden = matches!(
        slip.story,
        Story::Negative
            | Story::Unrounded { .. }
            | Story::EarlyRounding
            | Story::DecimalsAsMinutes
            | Story::MinutesAsDecimals
            | Story::DecimalsAsSeconds
            | Story::SecondsAsDecimals
            | Story::TimesHundred
    );
    let beheaded = slip.code() == SlipCode::ForgottenTerm
        && slip.expr.as_ref().is_some_and(|expr| matches!(expr.node, Node::Negate(_)));
    let unsigned = item.unsigned && slip.code() == SlipCode::Sign;
    !(hidden || beheaded || moved || quotient || unsigned)
}

/// A last decimal that differs says nothing of what was done.
fn stands_out(right: Decimal, value: Decimal) -> bool {
    let gap = value.checked_sub(right).and_then(|gap| gap.abs().checked_mul(Decimal::ONE_HUNDRED));
    gap.is_some_and(|gap| gap >= right.abs())
}

fn figure(item: &Numeric, value: Decimal) -> String {
    match item.unit {
        Unit::Points => french::signed(value, item.unit, item.decimals),
        _ => french::quantity(value, item.unit, item.decimals),
    }
}

/// A paper where one result is wrong and those that rest on it follow, through any depth.
struct Spread<'a> {
    paper: &'a Paper<'a>,
    wrong: &'a ItemId,
    value: Decimal,
    /// Results that were worked out once; `None` for one without a value.
    known: RefCell<BTreeMap<ItemId, Option<Decimal>>>,
}

impl Spread<'_> {
    fn value(&self, item: &Numeric) -> Option<Decimal> {
        if item.id == *self.wrong {
            return Some(self.value);
        }
        match self.depends(item) {
            true => formula::exact(&item.formula.expr, item.unit, self).ok(),
            false => Some(item.exact),
        }
    }

    fn depends(&self, item: &Numeric) -> bool {
        earlier_items(&item.formula.expr).into_iter().any(|id| {
            id == self.wrong || self.paper.numeric(id).is_some_and(|earlier| self.depends(earlier))
        })
    }
}

impl Data for Spread<'_> {
    fn cell(&self, cell: &CellRef) -> Option<Figure> {
        self.paper.cell(cell)
    }

    fn item(&self, id: &ItemId) -> Option<Figure> {
        let right = self.paper.item(id)?;
        if let Some(known) = self.known.borrow().get(id) {
            return Some(Figure { value: (*known)?, ..right });
        }
        let value = self.paper.numeric(id).and_then(|item| self.value(item));
        self.known.borrow_mut().insert(id.clone(), value);
        Some(Figure { value: value?, ..right })
    }

    fn neighbours(&self, cell: &CellRef) -> Vec<CellRef> {
        self.paper.neighbours(cell)
    }

    fn item_neighbours(&self, item: &ItemId) -> Vec<ItemId> {
        self.paper.item_neighbours(item)
    }
}
