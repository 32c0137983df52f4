//! Items and answers for the tests of this room.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Context, Judgement, judge};
use crate::formula::{self, Data, Figure, Name, NameError, Names};
use crate::model::{CellRef, ItemId, Numeric, Operand, Printed, Tolerance};
use crate::number::{self, Form, Unit};

pub(super) fn dec(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// Results of earlier steps by name; no annexes.
#[derive(Default)]
pub(super) struct Bench {
    pub items: BTreeMap<ItemId, Numeric>,
}

impl Names for Bench {
    fn resolve(&self, name: &Name, _: bool) -> Result<Operand, NameError> {
        let id = id(&name.name);
        match self.items.contains_key(&id) {
            true => Ok(Operand::Item(id)),
            false => Err(NameError { message: "inconnu".into(), help: None }),
        }
    }
}

impl Data for Bench {
    fn cell(&self, _: &CellRef) -> Option<Figure> {
        None
    }

    fn item(&self, id: &ItemId) -> Option<Figure> {
        let item = self.items.get(id)?;
        Some(Figure {
            value: item.exact,
            unit: item.unit,
            decimals: item.decimals,
            label: item.label.clone(),
            place: None,
        })
    }

    fn neighbours(&self, _: &CellRef) -> Vec<CellRef> {
        Vec::new()
    }
}

impl super::Steps for Bench {
    fn numeric(&self, id: &ItemId) -> Option<&Numeric> {
        self.items.get(id)
    }
}

pub(super) fn id(name: &str) -> ItemId {
    ItemId::new("essai", "1", name)
}

impl Bench {
    /// Adds an item; the figure printed gives the unit and the decimals.
    pub(super) fn with(mut self, name: &str, formula: &str, printed: &str) -> Self {
        let item = self.item(name, formula, printed);
        self.items.insert(item.id.clone(), item);
        self
    }

    pub(super) fn item(&self, name: &str, formula: &str, printed: &str) -> Numeric {
        let figure = number::read(printed).quantity().unwrap().clone();
        let unit = figure.unit.unwrap_or(Unit::Number);
        let formula = formula::parse(formula, self).unwrap();
        let exact = formula::exact(&formula.expr, unit, self).unwrap();
        let decimals = if figure.form == Form::Literal { figure.decimals } else { 0 };
        Numeric {
            id: id(name),
            label: name.to_owned(),
            unit,
            formula,
            exact,
            decimals,
            printed: Some(Printed { text: printed.to_owned(), value: figure.value, erratum: None }),
            tolerance: Tolerance::Default,
            accepted: vec![],
            routes: vec![],
            traps: vec![],
            unsigned: false,
            read_off: false,
            skill: None,
            hints: vec![],
            method: None,
            reasoning: String::new(),
        }
    }
}

/// An item whose formula is of bare figures.
pub(super) fn item(formula: &str, printed: &str) -> Numeric {
    Bench::default().item("essai", formula, printed)
}

pub(super) fn within(formula: &str, printed: &str, tolerance: Tolerance) -> Numeric {
    Numeric { tolerance, ..item(formula, printed) }
}

pub(super) fn judged(item: &Numeric, raw: &str) -> Judgement {
    judge(item, &Context::new(&Bench::default()), raw)
}

/// Verdict, remark and slip, as codes: `juste`, `juste tronque`, `faux signe`.
pub(super) fn told(judgement: &Judgement) -> String {
    let remark = judgement.remark.map(|remark| remark.code());
    let slip = judgement.slip.map(|slip| slip.code());
    let parts: Vec<&str> =
        [Some(judgement.verdict.code()), remark, slip].into_iter().flatten().collect();
    parts.join(" ")
}

/// Each answer with what is told of it.
#[track_caller]
pub(super) fn tells(item: &Numeric, answers: &[(&str, &str)]) {
    for (raw, expected) in answers {
        let judgement = judged(item, raw);
        assert_eq!(told(&judgement), *expected, "{raw:?} : {}", judgement.message);
    }
}
