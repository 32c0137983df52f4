//! One request → one reply. Pure: the catalogue is given, nothing is read or written.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::adhoc::{self, NoPaper};
use super::reply::{Judged, Reply};
use super::request::{AdHoc, Request, quoted};
use crate::check::{Context, Memory, Paper, judge};
use crate::model::{Catalogue, ItemId, Numeric, StepKind};
use crate::number::{self, Reading};

/// Every numeric step of a catalogue, by name, with the paper it belongs to.
pub struct Index<'a> {
    papers: Vec<(Paper<'a>, Memory)>,
    items: HashMap<&'a str, (usize, &'a Numeric)>,
    /// The steps that are no figure, by full name.
    others: HashMap<String, Other>,
}

/// A step that asks for something else than one figure.
enum Other {
    Grid,
    /// Its kind, with an article.
    Words(&'static str),
}

impl<'a> Index<'a> {
    pub fn new(catalogue: &'a Catalogue) -> Self {
        let papers: Vec<(Paper, Memory)> =
            catalogue.subjects.iter().map(|s| (Paper::new(s), Memory::default())).collect();
        let mut items = HashMap::new();
        for (at, (paper, _)) in papers.iter().enumerate() {
            items.extend(paper.items().map(|item| (item.id.0.as_str(), (at, item))));
        }
        Index { papers, items, others: others(catalogue) }
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
        let (at, item) = self.find(step).ok_or_else(|| self.unknown(step))?;
        let (paper, memory) = &self.papers[at];
        let own = self.own(item, earlier)?;
        let context = Context::new(paper).carrying(&own).through(paper).remembering(memory);
        Ok(Reply::Verdict(Judged::new(&judge(item, &context, answer), item.unit)))
    }

    /// Why a step cannot be judged: nobody knows it, or it asks for no figure.
    fn unknown(&self, step: &str) -> String {
        match self.others.get(step) {
            Some(Other::Grid) => format!(
                "{} est un tableau\u{a0}: nommez une de ses cellules, par exemple «\u{a0}ligne-colonne\u{a0}»",
                quoted(step)
            ),
            Some(Other::Words(kind)) => {
                format!("{} est {kind}\u{a0}: seuls les chiffres sont corrigés ici", quoted(step))
            }
            None => format!("étape inconnue\u{a0}: {}", quoted(step)),
        }
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

fn others(catalogue: &Catalogue) -> HashMap<String, Other> {
    let mut others = HashMap::new();
    for subject in &catalogue.subjects {
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            for step in &question.steps {
                let other = match &step.kind {
                    StepKind::Number(_) => continue,
                    StepKind::Grid(_) => Other::Grid,
                    StepKind::Choice(_) => Other::Words("un choix"),
                    StepKind::Writing(_) => Other::Words("une rédaction"),
                    StepKind::Rcs(_) => Other::Words("une réflexion commerciale structurée"),
                };
                others.insert(step.id.0.clone(), other);
            }
        }
    }
    others
}
