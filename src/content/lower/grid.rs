//! Tables to complete: cells become figures, computed in the order their formulas need.

use std::collections::HashSet;

use super::annex::{cell_count, columns, unique};
use super::board::{Board, Case, Heading, Here};
use super::compute;
use super::context::Context;
use super::figure;
use super::number::{Draft, complete};
use super::scope::Posed;
use super::walk;
use crate::content::code::Code;
use crate::content::file::{FileBlank, FileCell, FileColumn, FileGrid, FileGridRow, FileTolerance};
use crate::content::located::Located;
use crate::model::{Column, Formula, Grid, GridCell, GridRow, ItemId, Numeric};

/// A blank of the grid, its formula parsed, waiting for the cells it takes.
struct Waiting<'a> {
    row: usize,
    column: usize,
    draft: Draft<'a>,
    formula: Formula,
}

/// Lowers a grid; `question` is `subject/question`, `seen` the items of the question so far.
pub(super) fn grid(
    context: &mut Context,
    file: &FileGrid,
    question: &str,
    seen: &mut HashSet<String>,
) -> Grid {
    let columns = columns(context.report, &file.colonnes);
    let cases = cases(context, file, &columns, question, seen);
    context.scope.pose(Posed::Grid(board(file, &columns, &cases)));
    let mut cells = shown_cells(context, file, columns.len());
    for (row, column, number) in computed(context, blanks(context, file, &columns, &cases), &cases)
    {
        if let Some(place) =
            cells.get_mut(row).and_then(|row: &mut Vec<GridCell>| row.get_mut(column))
        {
            *place = GridCell::Blank(Box::new(number));
        }
    }
    let rows = file.lignes.iter().zip(cells);
    Grid {
        corner: context.report.optional_text(&file.coin),
        columns: columns.into_iter().map(|column| column.label).collect(),
        rows: rows
            .map(|(row, cells)| GridRow { label: context.report.text(&row.libelle), cells })
            .collect(),
        checks: super::checks::checks(context, &file.controles),
        reasoning: context.report.text(&file.raisonnement),
    }
}

/// What each cell is to formulas; ids are told where they are taken.
fn cases(
    context: &Context,
    file: &FileGrid,
    columns: &[Column],
    question: &str,
    seen: &mut HashSet<String>,
) -> Vec<Vec<Case>> {
    let mut rows = HashSet::new();
    let mut lowered = Vec::new();
    for row in &file.lignes {
        unique(context.report, &mut rows, &row.id, "ligne");
        figure::id(context.report, &row.id);
        if row.cellules.len() != columns.len() {
            context.report.push(cell_count(
                context.report,
                &row.id,
                row.cellules.len(),
                columns.len(),
            ));
        }
        let cells = row.cellules.iter().zip(columns).map(|(cell, column)| match cell {
            FileCell::Vide => Case::Empty,
            FileCell::Donnee(_) => Case::Given,
            FileCell::Chiffre(_) | FileCell::Cellule(_) => {
                let local = format!("{}-{}", row.id.text, column.id);
                if !seen.insert(local.clone()) {
                    let message = format!(
                        "le nom de cellule «\u{a0}{local}\u{a0}» est déjà pris dans la question"
                    );
                    context.report.push(context.report.at(&row.id, Code::DuplicateId, message));
                }
                Case::Item(ItemId(format!("{question}/{local}")))
            }
        });
        lowered.push(cells.collect());
    }
    lowered
}

fn board(file: &FileGrid, columns: &[Column], cases: &[Vec<Case>]) -> Board {
    let heading = |id: &str, label: &str| Heading { id: id.to_owned(), label: label.to_owned() };
    Board {
        name: file.id.text.clone(),
        rows: file.lignes.iter().map(|row| heading(&row.id.text, &row.libelle.text)).collect(),
        columns: columns.iter().map(|column| heading(&column.id, &column.label)).collect(),
        cases: cases.to_vec(),
    }
}

/// The cells as they stand before any figure is known.
fn shown_cells(context: &Context, file: &FileGrid, width: usize) -> Vec<Vec<GridCell>> {
    let shown = |cell: &FileCell| match cell {
        FileCell::Donnee(text) => GridCell::Given(context.report.text(text)),
        FileCell::Vide | FileCell::Chiffre(_) | FileCell::Cellule(_) => GridCell::Empty,
    };
    let row = |row: &FileGridRow| {
        let mut cells: Vec<GridCell> = row.cellules.iter().take(width).map(shown).collect();
        cells.resize(width, GridCell::Empty);
        cells
    };
    file.lignes.iter().map(row).collect()
}

fn blanks<'a>(
    context: &Context,
    file: &'a FileGrid,
    columns: &[Column],
    cases: &[Vec<Case>],
) -> Vec<Waiting<'a>> {
    let mut waiting = Vec::new();
    for (r, (row, row_cases)) in file.lignes.iter().zip(cases).enumerate() {
        for (c, (cell, case)) in row.cellules.iter().zip(row_cases).enumerate() {
            let (Case::Item(id), Some(column), Some(headed)) =
                (case, columns.get(c), file.colonnes.get(c))
            else {
                continue;
            };
            let Some(draft) = draft(context, file, row, cell, column, headed, id) else { continue };
            let parsed =
                compute::parse(context.report, &context.scope, draft.here.as_ref(), draft.formula);
            if let Some(formula) = parsed {
                waiting.push(Waiting { row: r, column: c, draft, formula });
            }
        }
    }
    waiting
}

fn draft<'a>(
    context: &Context,
    file: &'a FileGrid,
    row: &'a FileGridRow,
    cell: &'a FileCell,
    column: &Column,
    headed: &'a FileColumn,
    id: &ItemId,
) -> Option<Draft<'a>> {
    let (blank, printed, place) = match cell {
        FileCell::Chiffre(printed) => (None, Some(printed), printed),
        FileCell::Cellule(blank) => {
            let blank: &FileBlank = blank;
            let place = blank.imprime.as_ref().or(blank.formule.as_ref()).unwrap_or(&row.id);
            (Some(blank), blank.imprime.as_ref(), place)
        }
        FileCell::Vide | FileCell::Donnee(_) => return None,
    };
    let Some(formula) = blank.and_then(|blank| blank.formule.as_ref()).or(row.formule.as_ref())
    else {
        let message = format!("pas de formule pour la cellule «\u{a0}{}\u{a0}»", id.local());
        let problem = context.report.at(place, Code::BadFormula, message);
        context.report.push(problem.help("Donnez formule à la ligne, ou à la cellule par Cellule(formule: \"…\", imprime: \"…\")."));
        return None;
    };
    let own = |pick: fn(&FileBlank) -> Option<&Located>| blank.and_then(pick);
    let reasoning =
        [own(|b| Some(&b.raisonnement)), Some(&row.raisonnement), Some(&file.raisonnement)];
    Some(Draft {
        id: id.clone(),
        place,
        label: context.report.optional_text(&row.libelle),
        heading: Some(column.label.clone()),
        here: Some(Here { item: id.clone(), row: row.id.text.clone(), column: column.id.clone() }),
        skill: own(|b| b.competence.as_ref()).or(row.competence.as_ref()),
        formula,
        printed,
        unit: own(|b| b.unite.as_ref()).or(row.unite.as_ref()).or(headed.unite.as_ref()),
        decimals: blank.and_then(|blank| blank.decimales),
        tolerance: blank.map_or(&FileTolerance::Defaut, |blank| &blank.tolerance),
        accepted: blank.map_or(&[], |blank| &blank.accepte),
        routes: blank.map_or(&[], |blank| &blank.voies),
        traps: blank.map_or(&[], |blank| &blank.pieges),
        erratum: own(|b| b.erratum.as_ref()),
        unsigned: blank.is_some_and(|blank| blank.signe_libre),
        hints: blank
            .map(|blank| &blank.indices)
            .filter(|hints| !hints.is_empty())
            .unwrap_or(&row.indices),
        method: own(|b| b.methode.as_ref()).or(row.methode.as_ref()),
        reasoning: reasoning
            .into_iter()
            .flatten()
            .find(|text| !text.is_absent())
            .unwrap_or(&file.raisonnement),
    })
}

/// Computes the cells as soon as those they take are known; what is left runs in a circle.
fn computed(
    context: &mut Context,
    mut waiting: Vec<Waiting>,
    cases: &[Vec<Case>],
) -> Vec<(usize, usize, Numeric)> {
    let mut missing: HashSet<ItemId> = cases
        .iter()
        .flatten()
        .filter_map(|case| match case {
            Case::Item(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    // Cells whose formula could not be read have been told: nothing waits for them.
    let readable: HashSet<ItemId> = waiting.iter().map(|cell| cell.draft.id.clone()).collect();
    missing.retain(|id| {
        let waited = readable.contains(id);
        if !waited {
            context.sheet.fail(id.clone());
        }
        waited
    });
    let mut done = Vec::new();
    loop {
        let (ready, blocked): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|cell| {
            !walk::items(&cell.formula).iter().any(|item| missing.contains(item))
        });
        if ready.is_empty() {
            blocked.iter().for_each(|cell| circle(context, cell));
            return done;
        }
        for cell in ready {
            missing.remove(&cell.draft.id);
            match complete(context, &cell.draft, cell.formula) {
                Some(number) => done.push((cell.row, cell.column, number)),
                None => context.sheet.fail(cell.draft.id),
            }
        }
        waiting = blocked;
    }
}

fn circle(context: &mut Context, cell: &Waiting) {
    let message = format!(
        "la cellule «\u{a0}{}\u{a0}» dépend d’elle-même, directement ou non",
        cell.draft.id.local()
    );
    let problem = context.report.at(cell.draft.formula, Code::Cycle, message);
    context.report.push(
        problem.help(
            "Partez des chiffres de l’annexe, ou d’une cellule qui n’a pas besoin de celle-ci.",
        ),
    );
    context.sheet.fail(cell.draft.id.clone());
}
