//! Help leads somewhere on every step, and nothing shown before an answer gives it away.

use std::collections::HashSet;
use std::sync::Arc;

use rust_decimal::Decimal;
use tuteur_ndrc::model::{
    Annex, AnnexBody, Cell, Expr, GridCell, Node, Numeric, Question, Step, StepKind, Subject,
};
use tuteur_ndrc::number::{Unit, french, rounding};
use tuteur_ndrc::progress::{Drafts, History, Item, Rung};
use tuteur_ndrc::session::{Place, RungText, Walk};

use super::{questions, shipped};

/// The items of every step with their ladders, as the screens show them.
fn every_ladder(mut look: impl FnMut(&Step, Option<&Numeric>, &[RungText])) {
    let catalogue = Arc::new(shipped());
    for subject in &catalogue.subjects {
        for question in questions(subject) {
            let place = Place::new(&subject.id, &question.number);
            let (history, drafts) = (History::default(), Drafts::default());
            let mut walk = Walk::open(&catalogue, &place, &history, &drafts).unwrap();
            for (index, step) in question.steps.iter().enumerate() {
                let _ = walk.goto(index, 0);
                match &step.kind {
                    StepKind::Number(item) => look(step, Some(item), &walk.ladder()),
                    StepKind::Grid(grid) => {
                        for (row, cells) in grid.rows.iter().enumerate() {
                            for (column, cell) in cells.cells.iter().enumerate() {
                                if let GridCell::Blank(item) = cell {
                                    let _ = walk.goto_cell(row, column, 0);
                                    look(step, Some(item), &walk.ladder());
                                }
                            }
                        }
                    }
                    StepKind::Choice(_) | StepKind::Writing(_) | StepKind::Rcs(_) => {
                        look(step, None, &walk.ladder());
                    }
                }
            }
        }
    }
}

fn needed(step: &Step, item: Option<&Numeric>) -> Vec<Rung> {
    let mut rungs = vec![Rung::Hint(0), Rung::Result, Rung::Interpretation];
    if item.is_some() || matches!(step.kind, StepKind::Rcs(_)) {
        rungs.push(Rung::Method);
    }
    // A figure read off an annex, or carried over from an earlier step, has nothing to lay out.
    if item.is_some_and(|item| !matches!(item.formula.expr.node, Node::Operand(_))) {
        rungs.push(Rung::Substitution);
    }
    rungs
}

#[test]
fn every_ladder_is_complete_and_in_order() {
    let mut wrong = Vec::new();
    every_ladder(|step, item, ladder| {
        let id = item.map_or(&step.id, |item| &item.id);
        let rungs: Vec<Rung> = ladder.iter().map(|rung| rung.rung).collect();
        for rung in needed(step, item) {
            if !rungs.contains(&rung) {
                wrong.push(format!("{id}: no {rung:?}"));
            }
        }
        if !rungs.is_sorted() {
            wrong.push(format!("{id}: {rungs:?}"));
        }
        let blank = |rung: &RungText| rung.paragraphs.iter().any(|text| text.trim().is_empty());
        if ladder.iter().any(blank) {
            wrong.push(format!("{id}: a blank rung"));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_shown_before_an_answer_holds_the_expected_figure() {
    let mut leaks = Vec::new();
    for subject in &shipped().subjects {
        for question in questions(subject) {
            for step in &question.steps {
                for item in figures(step).iter().filter(|item| !item.read_off) {
                    leaks.extend(leaks_of(subject, question, step, item));
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

/// The texts before an answer: énoncé, prompt, headings, hints and method.
fn leaks_of(subject: &Subject, question: &Question, step: &Step, item: &Numeric) -> Vec<String> {
    let before = question.statement.iter().chain([&step.prompt, &item.label, &question.title]);
    let help = item.hints.iter().chain(&item.method);
    let given = given(subject, question, item);
    let answers: Vec<String> = answers(item).into_iter().filter(|a| !given.contains(a)).collect();
    let told = |text: &&String| answers.iter().any(|answer| mentions(text, answer, item.unit));
    before.chain(help).filter(told).map(|text| format!("{}: {text}", item.id)).collect()
}

fn figures(step: &Step) -> Vec<&Numeric> {
    let number = |item| if let Item::Number(number) = item { Some(number) } else { None };
    Item::of_step(step).into_iter().filter_map(number).collect()
}

/// The expected figure and the printed one, without sign or unit.
fn answers(item: &Numeric) -> HashSet<String> {
    let shown = french::decimal(rounding::round(item.exact, item.decimals).abs(), item.decimals);
    let printed = item.printed.iter().map(|printed| french::exact(printed.value.abs()));
    printed.chain([shown, french::exact(item.exact.abs())]).collect()
}

/// Figures that the question states anyway, or that the formula itself holds.
fn given(subject: &Subject, question: &Question, item: &Numeric) -> HashSet<String> {
    let mut given = HashSet::new();
    let cited = subject.annexes.iter().filter(|annex| question.annexes.contains(&annex.id));
    cited.for_each(|annex| annex_figures(annex, &mut given));
    literals(&item.formula.expr, &mut given);
    given
}

fn annex_figures(annex: &Annex, given: &mut HashSet<String>) {
    match &annex.body {
        AnnexBody::Table(table) => {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                match cell {
                    Cell::Figure { quantity, .. } => {
                        given.insert(french::exact(quantity.value.abs()));
                        given.insert(french::decimal(quantity.value.abs(), quantity.decimals));
                    }
                    Cell::Text(words) => given.extend(runs(words)),
                    Cell::Missing => {}
                }
            }
        }
        AnnexBody::TextTable(table) => {
            given.extend(table.rows.iter().flatten().flat_map(|text| runs(text)));
        }
        AnnexBody::Text(paragraphs) => given.extend(paragraphs.iter().flat_map(|text| runs(text))),
    }
}

fn literals(expr: &Expr, given: &mut HashSet<String>) {
    let mut add = |value: Decimal| given.insert(french::exact(value.abs()));
    match &expr.node {
        Node::Literal(literal) => {
            add(literal.value);
        }
        Node::Operand(_) => {}
        Node::Negate(inner) => literals(inner, given),
        Node::Binary(_, left, right) => {
            literals(left, given);
            literals(right, given);
        }
        Node::Call(_, arguments) => arguments.iter().for_each(|each| literals(each, given)),
        Node::Lookup { subject, bands, otherwise } => {
            for bound in bands.iter().flat_map(|band| band.low.iter().chain(&band.high)) {
                add(bound.value.value);
            }
            literals(subject, given);
            bands.iter().for_each(|band| literals(&band.value, given));
            literals(otherwise, given);
        }
    }
}

/// The figures written in a text, as French prints them.
fn runs(text: &str) -> Vec<String> {
    let kept = |c: char| c.is_ascii_digit() || c == ',' || c == '\u{a0}';
    let runs = text.split(|c| !kept(c));
    runs.map(|run| run.trim_matches(|c: char| !c.is_ascii_digit()).to_owned())
        .filter(|run| !run.is_empty())
        .collect()
}

/// Whether a text tells a figure: one with decimals or of three digits wherever it stands, a
/// shorter one where its unit follows.
fn mentions(text: &str, figure: &str, unit: Unit) -> bool {
    let telling = figure.contains(',') || figure.chars().filter(char::is_ascii_digit).count() > 2;
    let hundred = figure == "100" && unit.is_percentlike();
    text.match_indices(figure).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + figure.len()..];
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == ',');
        let longer = rest.starts_with(|c: char| c.is_ascii_digit())
            || (rest.starts_with([',', '\u{a0}', '.'])
                && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit()));
        let marked = !unit.symbol().is_empty()
            && rest.trim_start_matches([' ', '\u{a0}']).starts_with(unit.symbol());
        !inside(before) && !longer && !hundred && (telling || marked)
    })
}

#[test]
fn the_eye_for_leaks_sees() {
    for (text, figure, unit, seen) in [
        ("On trouve 49,3\u{a0}%.", "49,3", Unit::Percent, true),
        ("On trouve 49,35\u{a0}%.", "49,3", Unit::Percent, false),
        ("On trouve 149,3\u{a0}%.", "49,3", Unit::Percent, false),
        ("Environ 8\u{a0}% des clients", "8", Unit::Percent, true),
        ("Les 8 critères", "8", Unit::Percent, false),
        ("Au total, 1\u{a0}400 visiteurs", "1\u{a0}400", Unit::Count, true),
        ("Les parts font 100\u{a0}%", "100", Unit::Percent, false),
    ] {
        assert_eq!(mentions(text, figure, unit), seen, "{text}");
    }
}

#[test]
fn a_right_option_is_not_quoted_before_the_choice() {
    for step in shipped().subjects.iter().flat_map(questions).flat_map(|question| &question.steps) {
        let StepKind::Choice(choice) = &step.kind else { continue };
        let right = || choice.options.iter().filter(|option| option.right);
        for text in choice.hints.iter().chain([&step.prompt]) {
            let quoted = right().find(|o| o.text.chars().count() > 15 && text.contains(&o.text));
            assert!(quoted.is_none(), "{}: {text}", step.id);
        }
    }
}
