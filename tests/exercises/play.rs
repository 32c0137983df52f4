//! Every paper is played from its first step to its last, as a learner would, and earns full marks.

use std::cell::Cell;
use std::sync::Arc;

use rust_decimal::Decimal;
use tuteur_ndrc::check::{Context, Paper, Verdict, judge, shown, writing};
use tuteur_ndrc::formula::explain::{self, Heading};
use tuteur_ndrc::model::{
    AcceptedValue, Catalogue, Level, Numeric, Question, QuestionEntry, Step, StepKind, Tolerance,
};
use tuteur_ndrc::number::{self, french};
use tuteur_ndrc::progress::{Drafts, History, Item, Way, earned};
use tuteur_ndrc::session::{Place, Walk};

use super::{questions, shipped};

const NOW: i64 = 1_700_000_000_000;

/// What is typed for a figure of a paper.
type Typed<'a> = &'a dyn Fn(&Paper, &Numeric) -> String;

/// Plays everything, each figure answered with `typed`; tells what was not accepted.
fn play(typed: Typed) -> Vec<String> {
    let catalogue = Arc::new(shipped());
    let mut wrong = Vec::new();
    for subject in &catalogue.subjects {
        let paper = Paper::new(subject);
        let mut history = History::default();
        let mut played = 0;
        for question in questions(subject) {
            let place = Place::new(&subject.id, &question.number);
            let mut walk = Walk::open(&catalogue, &place, &history, &Drafts::default()).unwrap();
            for (index, step) in question.steps.iter().enumerate() {
                let _ = walk.goto(index, NOW);
                answer(&mut walk, step, &|item| typed(&paper, item), &mut wrong);
            }
            history = walk.history().clone();
            played += 1;
            full_marks(question, &place, &walk, &mut wrong);
        }
        assert!(played > 0, "{}", subject.id);
    }
    wrong
}

fn answer(
    walk: &mut Walk,
    step: &Step,
    figure: &dyn Fn(&Numeric) -> String,
    wrong: &mut Vec<String>,
) {
    match &step.kind {
        StepKind::Number(_) | StepKind::Grid(_) => {
            for item in Item::of_step(step) {
                let Item::Number(item) = item else { unreachable!() };
                number(walk, item, &figure(item), wrong);
            }
        }
        StepKind::Choice(choice) => {
            let right = (0..choice.options.len()).filter(|option| choice.options[*option].right);
            for option in right.take(if choice.several { usize::MAX } else { 1 }) {
                let _ = walk.pick(option, NOW);
            }
            let _ = walk.submit_choice(NOW);
            let state = walk.choice().unwrap();
            let verdict = state.judgement.map(|judgement| judgement.verdict);
            if verdict != Some(Verdict::Right) {
                wrong.push(format!("{}: the right options are {verdict:?}", step.id));
            }
        }
        StepKind::Writing(asked) => {
            let _ = walk.type_text(&asked.model.join("\n\n"), NOW);
            let _ = walk.submit_text(NOW);
        }
        StepKind::Rcs(asked) => {
            let _ = walk.type_text(&asked.introduction, NOW);
            let _ = walk.submit_text(NOW);
            for criterion in 0..8 {
                let _ = walk.set_level(criterion, Some(Level::VeryGood), NOW);
            }
        }
    }
}

fn number(walk: &mut Walk, item: &Numeric, raw: &str, wrong: &mut Vec<String>) {
    let _ = walk.answer_cell(&item.id, raw, NOW);
    let state = walk.number(&item.id).unwrap();
    if state.way != Some(Way::Alone) {
        let said = state.judgement.map(|judgement| (judgement.verdict, judgement.message.clone()));
        wrong.push(format!("{}: {raw:?} for {} is {said:?}", item.id, shown(item)));
    }
}

fn full_marks(question: &Question, place: &Place, walk: &Walk, wrong: &mut Vec<String>) {
    let marks = earned(&QuestionEntry::of(question), walk.history());
    if !walk.finished() || marks.hundredths != marks.of_hundredths || marks.of_hundredths == 0 {
        wrong.push(format!("{}: finished {}, {marks:?}", place.id(), walk.finished()));
    }
}

/// What the ladder gives as the result.
fn model(item: &Numeric) -> String {
    match &item.tolerance {
        Tolerance::OneOf(values) => french::exact(values[0]),
        _ => shown(item),
    }
}

#[track_caller]
fn nothing_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} refused:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_model_answers_earn_full_marks_on_every_paper() {
    nothing_wrong(&play(&|_, item| model(item)));
}

#[test]
fn the_printed_figures_earn_full_marks_on_every_paper() {
    nothing_wrong(&play(&|_, item| match &item.printed {
        Some(printed) => printed.text.clone(),
        None => model(item),
    }));
}

#[test]
fn the_exact_values_are_accepted_with_all_their_digits() {
    nothing_wrong(&play(&|_, item| match item.tolerance {
        // A whole number is asked for: 21,33 hours is not an answer.
        Tolerance::WholeUp | Tolerance::WholeDown | Tolerance::OneOf(_) => model(item),
        _ => item.exact.normalize().to_string().replace('.', ","),
    }));
}

/// The substitution of the help ladder, typed as it is written.
#[test]
fn the_computation_shown_by_the_help_is_accepted() {
    let computed = Cell::new(0);
    let wrong = play(&|paper, item| {
        let heading = Heading { label: &item.label, unit: item.unit, decimals: item.decimals };
        match explain::with_figures(&item.formula, paper, &heading) {
            Some(text) if number::read_as(&text, item.unit).quantity().is_some() => {
                computed.set(computed.get() + 1);
                text
            }
            _ => model(item),
        }
    });
    nothing_wrong(&wrong);
    assert!(computed.get() > 200, "{} computations", computed.get());
}

#[test]
fn a_figure_of_no_step_is_not_accepted_everywhere() {
    let refused = play(&|_, _| "987 654 321".to_owned());
    let figures: usize = figures(&shipped());
    assert!(refused.iter().filter(|line| line.contains("987 654 321")).count() == figures);
}

fn figures(catalogue: &Catalogue) -> usize {
    let questions = catalogue.subjects.iter().flat_map(questions);
    questions.map(|question| super::numbers(question).len()).sum()
}

#[test]
fn every_other_accepted_value_and_both_signs_are_accepted() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for subject in &shipped().subjects {
        let paper = Paper::new(subject);
        for item in questions(subject).flat_map(super::numbers) {
            let free =
                item.unsigned.then(|| french::quantity(-item.exact, item.unit, item.decimals));
            for raw in item.accepted.iter().flat_map(|each| values(&each.value, item)).chain(free) {
                tried += 1;
                let judgement = judge(item, &Context::new(&paper), &raw);
                if judgement.verdict != Verdict::Right {
                    wrong.push(format!("{}: {raw} {}", item.id, judgement.message));
                }
            }
        }
    }
    nothing_wrong(&wrong);
    assert!(tried > 10, "{tried} values");
}

fn values(accepted: &AcceptedValue, item: &Numeric) -> Vec<String> {
    match accepted {
        AcceptedValue::Figure { value, unit, decimals }
        | AcceptedValue::Formula { exact: value, unit, decimals, .. } => {
            vec![french::quantity(*value, *unit, *decimals)]
        }
        AcceptedValue::Between(low, high) => {
            let text = |bound: &Decimal| french::quantity(*bound, item.unit, bound.scale());
            vec![text(low), text(high)]
        }
    }
}

#[test]
fn every_expected_point_is_recognised_in_its_model_answer() {
    let mut missing = Vec::new();
    for step in shipped().subjects.iter().flat_map(questions).flat_map(|question| &question.steps) {
        if let StepKind::Writing(asked) = &step.kind {
            let marks = writing::analyse(asked, &asked.model.join("\n\n"));
            assert_eq!(marks.len(), asked.points.len(), "{}", step.id);
            let lost = marks.iter().filter(|mark| !mark.found);
            missing.extend(lost.map(|mark| format!("{}: {}", step.id, mark.id)));
            let enough = asked.enough.unwrap_or(asked.points.len());
            assert!((1..=asked.points.len()).contains(&enough), "{}: {enough} points", step.id);
        }
    }
    nothing_wrong(&missing);
}
