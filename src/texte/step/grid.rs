//! A table to complete, blank by blank; the whole table on request, row by row.

use super::{Reply, help, number};
use crate::check::Verdict;
use crate::model::{Grid, GridCell, Numeric};
use crate::progress::{Item, State};
use crate::session::{Changes, GridMove, Standing, Walk};
use crate::texte::page::Speech;
use crate::texte::words::{self, index, standing};

pub fn announce(walk: &Walk, speech: &mut Speech) {
    speech.say(
        "Les cases sont demandées une par une\u{a0}; «\u{a0}tableau\u{a0}» lit tout le tableau.",
    );
    number::announce(walk, speech);
}

/// `Case 3 sur 8. Taux de rebond, T1, en % :`.
pub fn prompt(walk: &Walk) -> String {
    let Some(state) = walk.focused_number() else { return number::prompt(walk) };
    if number::over_now(&state) && done(walk) {
        return "Entrée pour continuer, ou une autre réponse\u{a0}:".to_owned();
    }
    let (at, total) = place(walk);
    if number::over_now(&state) {
        return format!(
            "Case {} sur {total}. Entrée pour la prochaine case à faire, ou une autre réponse\u{a0}:",
            at + 1
        );
    }
    format!("Case {} sur {total}. {}", at + 1, number::question(&state))
}

/// The blank in hand and how many there are.
fn place(walk: &Walk) -> (usize, usize) {
    let items = walk.step().map(Item::of_step).unwrap_or_default();
    let here = walk.focus().map(|item| item.id());
    let at = items.iter().position(|item| Some(item.id()) == here);
    (at.unwrap_or(0), items.len())
}

/// An empty line in a blank already found goes to the next one, then to the next step.
pub fn enter(walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Reply {
    if !number::over(walk) {
        return Reply::nothing();
    }
    if done(walk) {
        return Reply::go_on();
    }
    let changes = walk.move_cell(GridMove::NextUnfinished, now_ms);
    arrive(walk, speech);
    changes.into()
}

/// Judges the blank; a plain right answer moves on to the next one by itself.
pub fn answer(line: &str, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Reply {
    let (finished, known) = (done(walk), row_done(walk));
    let changes = walk.answer(line, now_ms);
    number::verdict(walk, speech);
    if row_done(walk) && !known {
        help::conclude(walk, speech);
    }
    if done(walk) {
        if !finished {
            conclude(walk, speech);
        }
        return changes.into();
    }
    let plain = walk
        .focused_number()
        .and_then(|state| state.judgement)
        .is_some_and(|judgement| judgement.verdict == Verdict::Right && judgement.remark.is_none());
    if !plain {
        return changes.into();
    }
    let moved = walk.move_cell(GridMove::NextUnfinished, now_ms);
    arrive(walk, speech);
    changes.and(moved).into()
}

/// What the finished table shows.
pub fn conclude(walk: &Walk, speech: &mut Speech) {
    if done(walk) {
        speech.say("Le tableau est complet.");
    }
    if let Some(words) = walk.grid_conclusion() {
        speech.say(format!("Ce que montre le tableau\u{a0}: {words}"));
    }
}

fn arrive(walk: &Walk, speech: &mut Speech) {
    number::announce(walk, speech);
}

/// Every blank of the row in hand is done: what it shows is said once, not at each blank.
fn row_done(walk: &Walk) -> bool {
    let (Some(grid), Some((row, _))) = (walk.grid(), walk.grid_cursor()) else { return false };
    let cells = grid.rows.get(row).map(|row| row.cells.as_slice()).unwrap_or_default();
    cells.iter().all(|cell| match cell {
        GridCell::Blank(numeric) => matches!(
            walk.number_state(numeric).standing,
            Standing::Solved | Standing::Carried | Standing::Revealed
        ),
        GridCell::Empty | GridCell::Given(_) => true,
    })
}

pub fn done(walk: &Walk) -> bool {
    walk.step_state(walk.step_index()) == State::Done
}

/// Moves to the blank after or before; nothing at the ends of the table.
pub fn travel(forward: bool, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Option<Changes> {
    walk.grid()?;
    let (at, total) = place(walk);
    if if forward { at + 1 >= total } else { at == 0 } {
        return None;
    }
    let to = if forward { GridMove::Next } else { GridMove::Previous };
    let changes = walk.move_cell(to, now_ms);
    arrive(walk, speech);
    Some(changes)
}

/// Reads the whole table.
pub fn read(walk: &Walk, speech: &mut Speech) {
    let Some(grid) = walk.grid() else { return };
    for row in &grid.rows {
        let cells: Vec<String> = grid
            .columns
            .iter()
            .zip(&row.cells)
            .filter_map(|(column, cell)| Some(format!("{column} {}", cell_words(cell, walk)?)))
            .collect();
        speech.say(format!("{}\u{a0}: {}.", row.label, cells.join("\u{a0}; ")));
    }
}

fn cell_words(cell: &GridCell, walk: &Walk) -> Option<String> {
    match cell {
        GridCell::Empty => None,
        GridCell::Given(words) => Some(format!("{words} (donné)")),
        GridCell::Blank(numeric) => Some(blank_words(numeric, walk)),
    }
}

fn blank_words(numeric: &Numeric, walk: &Walk) -> String {
    let state = walk.number_state(numeric);
    let words = standing(state.standing);
    match state.draft.trim() {
        "" => words.to_owned(),
        typed if state.attempts == 0 || state.edited => {
            format!("{} (pas encore jugé)", words::typed(typed))
        }
        typed => format!("{} ({words})", number::read_back(typed, &state)),
    }
}

/// The list of the blanks, or a blank to go to.
pub fn cells(asked: &str, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    let Some(grid) = walk.grid() else { return Changes::none() };
    let blanks = blanks(grid);
    if asked.is_empty() {
        for (at, (_, _, numeric)) in blanks.iter().enumerate() {
            speech.say(format!(
                "{}. {}\u{a0}: {}.",
                at + 1,
                numeric.label,
                blank_words(numeric, walk)
            ));
        }
        speech.say("«\u{a0}case 1\u{a0}» va à la première.");
        return Changes::none();
    }
    let Some((row, column, _)) = index(asked, blanks.len()).map(|at| blanks[at]) else {
        speech.say(format!(
            "Il n’y a pas de case {}\u{a0}: tapez un numéro de 1 à {}.",
            words::typed(asked),
            blanks.len()
        ));
        return Changes::none();
    };
    let changes = walk.goto_cell(row, column, now_ms);
    arrive(walk, speech);
    changes
}

fn blanks(grid: &Grid) -> Vec<(usize, usize, &Numeric)> {
    let rows = grid.rows.iter().enumerate();
    rows.flat_map(|(r, row)| {
        row.cells.iter().enumerate().filter_map(move |(c, cell)| match cell {
            GridCell::Blank(numeric) => Some((r, c, numeric.as_ref())),
            GridCell::Empty | GridCell::Given(_) => None,
        })
    })
    .collect()
}
