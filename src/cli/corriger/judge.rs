//! One request → one reply. Pure: the catalogue is given, nothing is read or written.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::adhoc::{self, NoPaper};
use super::reply::{Judged, Reply};
use super::request::{AdHoc, Request, quoted};
use crate::check::{Context, Paper, judge};
use crate::model::{Catalogue, ItemId, Numeric};
use crate::number::{self, Reading};

/// Every numeric step of a catalogue, by name, with the paper it belongs to.
pub struct Index<'a> {
    papers: Vec<Paper<'a>>,
    items: HashMap<&'a str, (usize, &'a Numeric)>,
}

impl<'a> Index<'a> {
    pub fn new(catalogue: &'a Catalogue) -> Self {
        let papers: Vec<Paper> = catalogue.subjects.iter().map(Paper::new).collect();
        let mut items = HashMap::new();
        for (at, paper) in papers.iter().enumerate() {
            items.extend(paper.items().map(|item| (item.id.0.as_str(), (at, item))));
        }
        Index { papers, items }
    }

    /// Answers a request; the error is a French sentence.
    pub fn answer(&self, request: &Request) -> Result<Reply, String> {
        match request {
            Request::Read(text) => Ok(Reply::reading(&number::read(text))),
            Request::AdHoc(request) => ad_hoc(request),
            Request::Step { step, answer, earlier } => self.step(step, answer, earlier),
        }
    }

    fn step(
        &self,
        step: &str,
        answer: &str,
        earlier: &[(String, String)],
    ) -> Result<Reply, String> {
        let (at, item) =
            self.find(step).ok_or_else(|| format!("étape inconnue\u{a0}: {}", quoted(step)))?;
        let paper = &self.papers[at];
        let own = self.own(item, earlier)?;
        let context = Context::new(paper).carrying(&own).through(paper);
        Ok(Reply::Verdict(Judged::new(&judge(item, &context, answer), item.unit)))
    }

    fn find(&self, id: &str) -> Option<(usize, &'a Numeric)> {
        self.items.get(id).copied()
    }

    /// The learner's earlier results, named by local id within the question or by full id. What
    /// cannot be read is left out: an unreadable cell must not stop the next computation.
    fn own(
        &self,
        item: &Numeric,
        earlier: &[(String, String)],
    ) -> Result<BTreeMap<ItemId, Decimal>, String> {
        let mut own = BTreeMap::new();
        for (name, text) in earlier {
            let local = format!("{}/{name}", item.id.question());
            let (_, before) = self
                .find(&local)
                .or_else(|| self.find(name))
                .ok_or_else(|| format!("étape précédente inconnue\u{a0}: {}", quoted(name)))?;
            if let Reading::Quantity(quantity) = number::read_as(text, before.unit)
                && let Some(value) = quantity.value_in(before.unit)
            {
                own.insert(before.id.clone(), value);
            }
        }
        Ok(own)
    }
}

fn ad_hoc(request: &AdHoc) -> Result<Reply, String> {
    let item = adhoc::item(request)?;
    let judgement = judge(&item, &Context::new(&NoPaper), &request.answer);
    Ok(Reply::Verdict(Judged::new(&judgement, item.unit)))
}
