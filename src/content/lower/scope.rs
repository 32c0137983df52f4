//! What the names of a formula stand for, at the place it is written.

use std::collections::{BTreeMap, BTreeSet};

use super::board::{Board, Case, Found, Here};
use super::slug::nearest;
use crate::formula::{Name, NameError, Names};
use crate::model::{ItemId, Operand};

/// A step already posed, as formulas may name it.
#[derive(Debug, Clone)]
pub(super) enum Posed {
    Number(ItemId),
    Grid(Board),
}

/// All that can be named, question after question.
#[derive(Default)]
pub(super) struct Scope {
    /// Every annex of figures of the paper.
    pub boards: Vec<Board>,
    /// Steps of the questions already lowered, by question number.
    past: BTreeMap<String, Vec<Posed>>,
    /// Ids of the annexes the current question cites.
    cited: Vec<String>,
    question: String,
    posed: Vec<Posed>,
    /// Names of steps that come later in the question, and numbers of later questions.
    later: BTreeSet<String>,
    later_questions: BTreeSet<String>,
}

impl Scope {
    /// Announces all question numbers, so that a forward reference is told as one.
    pub fn announce(&mut self, numbers: impl Iterator<Item = String>) {
        self.later_questions = numbers.collect();
    }

    /// Enters a question; `steps` are the names it will pose.
    pub fn enter(&mut self, number: &str, cited: Vec<String>, steps: impl Iterator<Item = String>) {
        let posed = std::mem::take(&mut self.posed);
        let number_before = std::mem::replace(&mut self.question, number.to_owned());
        self.past.entry(number_before).or_default().extend(posed);
        self.later_questions.remove(number);
        self.cited = cited;
        self.later = steps.collect();
    }

    /// Enters an annex: only its own lines can be named.
    pub fn enter_annex(&mut self, annex: &str) {
        self.cited = vec![annex.to_owned()];
    }

    pub fn pose(&mut self, posed: Posed) {
        match &posed {
            Posed::Number(id) => {
                self.later.remove(id.local());
            }
            Posed::Grid(board) => {
                for name in board.names() {
                    self.later.remove(name);
                }
            }
        }
        self.posed.push(posed);
    }

    /// The names as seen from a cell of a grid, or from a step of its own.
    pub fn view<'a>(&'a self, here: Option<&'a Here>) -> View<'a> {
        View { scope: self, here }
    }

    fn annexes(&self) -> impl Iterator<Item = &Board> {
        self.boards.iter().filter(|board| self.cited.contains(&board.name))
    }
}

/// The scope at one place.
pub(super) struct View<'a> {
    scope: &'a Scope,
    here: Option<&'a Here>,
}

impl Names for View<'_> {
    fn resolve(&self, name: &Name, series: bool) -> Result<Operand, NameError> {
        if let Some(question) = &name.question {
            return self.elsewhere(question, name, series);
        }
        if let Some(table) = &name.table {
            return self.in_table(table, name, series);
        }
        let mut given = false;
        match find_posed(&self.scope.posed, name, series, self.here)? {
            Found::Operand(operand) => return Ok(operand),
            Found::Given => given = true,
            Found::Nothing => {}
        }
        match self.in_annexes(name, series)? {
            Some(operand) => Ok(operand),
            None if given => Err(NameError {
                message: format!(
                    "la case «\u{a0}{}\u{a0}» n’est pas un chiffre à calculer",
                    name.name
                ),
                help: Some("Citez la case de l’annexe qui donne ce chiffre.".to_owned()),
            }),
            None => Err(self.unknown(&name.name)),
        }
    }
}

impl View<'_> {
    fn elsewhere(&self, question: &str, name: &Name, series: bool) -> Result<Operand, NameError> {
        let posed = if *question == self.scope.question {
            &self.scope.posed
        } else if let Some(posed) = self.scope.past.get(question) {
            posed
        } else {
            return Err(self.no_question(question));
        };
        match find_posed(posed, name, series, self.here)? {
            Found::Operand(operand) => Ok(operand),
            Found::Given | Found::Nothing => Err(NameError {
                message: format!(
                    "la question {question} n’a pas d’étape «\u{a0}{}\u{a0}»",
                    name.name
                ),
                help: nearest(&name.name, posed.iter().flat_map(names_of)).map(meant),
            }),
        }
    }

    fn no_question(&self, question: &str) -> NameError {
        if self.scope.later_questions.contains(question) {
            return NameError {
                message: format!("la question {question} vient plus loin"),
                help: Some("Une formule ne se sert que de ce qui est déjà posé.".to_owned()),
            };
        }
        NameError {
            message: format!("il n’y a pas de question {question}"),
            help: nearest(question, self.scope.past.keys().map(String::as_str)).map(meant),
        }
    }

    fn in_table(&self, table: &str, name: &Name, series: bool) -> Result<Operand, NameError> {
        let grids = self.scope.posed.iter().filter_map(|posed| match posed {
            Posed::Grid(board) => Some(board),
            Posed::Number(_) => None,
        });
        let Some(board) = self.scope.annexes().chain(grids).find(|board| board.name == table)
        else {
            return Err(self.no_table(table));
        };
        match board.find(&name.name, name.selector.as_deref(), series, self.here)? {
            Found::Operand(operand) => Ok(operand),
            Found::Given | Found::Nothing => Err(NameError {
                message: format!(
                    "«\u{a0}{table}\u{a0}» n’a pas de chiffre «\u{a0}{}\u{a0}»",
                    name.name
                ),
                help: nearest(&name.name, board.names())
                    .map(meant)
                    .or_else(|| Some(list(board.names()))),
            }),
        }
    }

    fn no_table(&self, table: &str) -> NameError {
        if self.scope.boards.iter().any(|board| board.name == table) {
            return uncited(table);
        }
        let names = self.scope.annexes().map(|board| board.name.as_str());
        NameError {
            message: format!("il n’y a pas d’annexe «\u{a0}{table}\u{a0}»"),
            help: nearest(table, names).map(meant),
        }
    }

    fn in_annexes(&self, name: &Name, series: bool) -> Result<Option<Operand>, NameError> {
        let holders: Vec<&Board> =
            self.scope.annexes().filter(|board| board.has(&name.name)).collect();
        if let [_, _, ..] = holders.as_slice() {
            let names: Vec<String> =
                holders.iter().map(|board| format!("{}.{}", board.name, name.name)).collect();
            return Err(NameError {
                message: format!("«\u{a0}{}\u{a0}» est dans plusieurs annexes", name.name),
                help: Some(format!("Précisez\u{a0}: {}.", names.join(" ou "))),
            });
        }
        let Some(board) = holders.first() else { return Ok(None) };
        match board.find(&name.name, name.selector.as_deref(), series, self.here)? {
            Found::Operand(operand) => Ok(Some(operand)),
            Found::Given | Found::Nothing => Ok(None),
        }
    }

    fn unknown(&self, name: &str) -> NameError {
        let message = format!("nom inconnu «\u{a0}{name}\u{a0}»");
        if self.scope.later.contains(name) {
            return NameError {
                message: format!("l’étape «\u{a0}{name}\u{a0}» vient plus loin"),
                help: Some("Une formule ne se sert que de ce qui est déjà posé.".to_owned()),
            };
        }
        if let Some(board) = self.scope.boards.iter().find(|board| board.has(name)) {
            return NameError { message, ..uncited(&board.name) };
        }
        let steps = self.scope.posed.iter().flat_map(names_of);
        let lines = self.scope.annexes().flat_map(Board::names);
        let near = nearest(name, steps.chain(lines));
        NameError { message, help: near.map(meant) }
    }
}

fn meant(name: &str) -> String {
    format!("Vouliez-vous dire «\u{a0}{name}\u{a0}»\u{a0}?")
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    format!("Noms possibles\u{a0}: {}.", names.collect::<Vec<_>>().join(", "))
}

fn uncited(annex: &str) -> NameError {
    NameError {
        message: format!("la question ne cite pas l’annexe «\u{a0}{annex}\u{a0}»"),
        help: Some(format!(
            "Ce nom est dans l’annexe «\u{a0}{annex}\u{a0}»\u{a0}: ajoutez-la à annexes: […]."
        )),
    }
}

fn names_of(posed: &Posed) -> Vec<&str> {
    match posed {
        Posed::Number(id) => vec![id.local()],
        Posed::Grid(board) => board.names().collect(),
    }
}

/// The latest step of that name: a number, a cell by its full name, a line of a grid.
fn find_posed(
    posed: &[Posed],
    name: &Name,
    series: bool,
    here: Option<&Here>,
) -> Result<Found, NameError> {
    let mut found = Found::Nothing;
    for step in posed.iter().rev() {
        let here_found = match step {
            Posed::Number(id) if id.local() == name.name && name.selector.is_none() => {
                Found::Operand(Operand::Item(id.clone()))
            }
            Posed::Number(_) => Found::Nothing,
            Posed::Grid(board) => match named_case(board, name, here) {
                Some(id) => Found::Operand(Operand::Item(id)),
                None => board.find(&name.name, name.selector.as_deref(), series, here)?,
            },
        };
        match here_found {
            Found::Operand(_) => return Ok(here_found),
            Found::Given => found = Found::Given,
            Found::Nothing => {}
        }
    }
    Ok(found)
}

fn named_case(board: &Board, name: &Name, here: Option<&Here>) -> Option<ItemId> {
    if name.selector.is_some() {
        return None;
    }
    board.cases.iter().flatten().find_map(|case| match case {
        Case::Item(id) if id.local() == name.name && here.is_none_or(|here| here.item != *id) => {
            Some(id.clone())
        }
        _ => None,
    })
}
