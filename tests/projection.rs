//! Projection, over everything that ships: nothing is told before its time, hands are asked fairly.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use tuteur_ndrc::check;
use tuteur_ndrc::content;
use tuteur_ndrc::model::{AnnexBody, Catalogue, Cell, GridCell, Numeric, Question, Step, StepKind};
use tuteur_ndrc::number::french;
use tuteur_ndrc::session::projection::{Ballot, Body, Filled, Projection, Scope, Slide, Stage};
use tuteur_ndrc::session::{Place, Timer};

fn shipped() -> Arc<Catalogue> {
    Arc::new(content::catalogue(&[content::embedded()]).0)
}

fn places(catalogue: &Catalogue) -> Vec<Place> {
    let subjects = catalogue.subjects.iter();
    let questions = subjects.flat_map(|subject| {
        let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
        questions.map(|question| Place::new(&subject.id, &question.number))
    });
    questions.collect()
}

fn all(catalogue: &Arc<Catalogue>) -> impl Iterator<Item = Projection> {
    let open = |place| Projection::open(catalogue, &place).unwrap();
    places(catalogue).into_iter().map(open)
}

fn open(question: &str) -> Projection {
    let place = Place::new("2024-autour-des-plantes", question);
    Projection::open(&shipped(), &place).unwrap()
}

/// Every word a slide writes, hands and tables left out.
fn words(slide: &Slide) -> String {
    let join = |heading: &Option<String>, lines: &[String]| {
        format!("{} {}", heading.as_deref().unwrap_or_default(), lines.join(" "))
    };
    match &slide.body {
        Body::Title { paper, number, title } => format!("{paper} {number} {title}"),
        Body::Text { heading, paragraphs } => join(heading, paragraphs),
        Body::Banner { above, words } => format!("{above} {words}"),
        Body::Formula { heading, lines } => join(heading, lines),
        Body::Figures { label, figures, working } => {
            let figures: Vec<&str> = figures.iter().map(|f| f.figure.as_str()).collect();
            format!("{label} {} {}", figures.join(" "), working.join(" "))
        }
        Body::Debrief { figure, sentence, .. } => format!("{figure} {sentence}"),
        Body::List { heading, items } | Body::Points { heading, items } => join(heading, items),
        Body::Annex(_) | Body::Sheet { .. } | Body::Ballot { .. } | Body::Charts(_) => {
            String::new()
        }
    }
}

/// Whether a figure stands in a text as a whole, not as a part of another.
fn holds(text: &str, figure: &str) -> bool {
    let text = text.replace('\u{a0}', " ");
    let figure = figure.replace('\u{a0}', " ");
    let part = |c: char| c.is_ascii_digit() || c == ',';
    text.match_indices(&figure).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + figure.len()..].chars();
        let after = (after.next(), after.next());
        // "12, puis" holds 12; "12,5" and "12 500" do not.
        let goes_on = match after {
            (Some(c), _) if c.is_ascii_digit() => true,
            (Some(',' | ' '), Some(next)) => next.is_ascii_digit(),
            _ => false,
        };
        !before.is_some_and(part) && !goes_on
    })
}

fn numbers(step: &Step) -> Vec<&Numeric> {
    match &step.kind {
        StepKind::Number(item) => vec![item],
        StepKind::Grid(grid) => {
            let cells = grid.rows.iter().flat_map(|row| &row.cells);
            let blanks = cells.filter_map(|cell| match cell {
                GridCell::Blank(item) => Some(item.as_ref()),
                _ => None,
            });
            blanks.collect()
        }
        _ => Vec::new(),
    }
}

/// All that the annexes of a question hold, which is no secret.
fn given(projection: &Projection) -> String {
    let mut text = String::new();
    for annex in projection.annexes() {
        let AnnexBody::Table(table) = &annex.body else { continue };
        let columns = table.columns.iter().map(|column| column.label.clone());
        text.extend(columns.map(|label| label + " ; "));
        for row in &table.rows {
            text.push_str(&format!("{} ; ", row.label));
            for cell in &row.cells {
                if let Cell::Figure { quantity, .. } = cell {
                    text.push_str(&format!("{} ; ", french::echo(quantity)));
                }
            }
        }
    }
    text
}

/// A figure without its unit.
fn bare(figure: &str) -> &str {
    figure.trim_end_matches(|c: char| !c.is_ascii_digit())
}

/// The slide that shows a figure as a result.
fn result(slides: &[Slide], step: usize, figure: &str) -> Option<usize> {
    slides.iter().position(|slide| {
        let Body::Figures { figures, .. } = &slide.body else { return false };
        slide.step == Some(step) && figures.iter().any(|shown| shown.figure == figure)
    })
}

#[test]
fn no_result_is_told_before_its_slide() {
    let catalogue = shipped();
    let mut told = Vec::new();
    let mut checked = 0;
    for projection in all(&catalogue) {
        let slides = projection.slides();
        let given = given(&projection);
        for (at, step) in projection.question().steps.iter().enumerate() {
            for item in numbers(step) {
                let figure = check::shown(item);
                let end = result(slides, at, &figure)
                    .unwrap_or_else(|| panic!("{} is never shown", item.id));
                let before = slides[..end].iter().filter(|slide| slide.step == Some(at));
                // Rows done before may hold the same figure; the help of this one may not.
                let help = [Stage::Prompt, Stage::Hint, Stage::Method, Stage::Substitution];
                for slide in before.filter(|slide| help.contains(&slide.stage)) {
                    checked += 1;
                    // 72,16 € ÷ 1 and 6 February tell nothing: they are on the annexes.
                    if !holds(&given, bare(&figure)) && holds(&words(slide), &figure) {
                        told.push(format!("{} {figure}: {}", item.id, words(slide)));
                    }
                }
            }
        }
    }
    assert!(checked > 1000, "{checked}");
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn blanks_stay_blank_and_answers_unmarked_until_the_result() {
    for projection in all(&shipped()) {
        let mut sealed = true;
        let mut step = None;
        for slide in projection.slides() {
            if slide.step != step {
                (sealed, step) = (true, slide.step);
            }
            sealed &= slide.stage != Stage::Result;
            let filled = matches!(
                slide.body,
                Body::Sheet { filled: Filled::Row(_) | Filled::Everything }
                    | Body::Ballot { revealed: true }
            );
            assert!(!(sealed && filled), "{slide:?}");
            let early = matches!(slide.stage, Stage::Mistake | Stage::Why | Stage::Erratum);
            assert!(!(sealed && early && step.is_some()), "{slide:?}");
        }
    }
}

#[test]
fn every_question_begins_with_its_title_and_shows_all_its_steps_at_both_scopes() {
    let catalogue = shipped();
    assert!(places(&catalogue).len() > 30);
    for mut projection in all(&catalogue) {
        for scope in [Scope::Complete, Scope::Essential] {
            projection.set_scope(scope);
            let mut stages = vec![projection.slide().stage];
            let mut shown = BTreeSet::new();
            while projection.reveal() {
                assert!(projection.slide().is_shown(scope));
                stages.push(projection.slide().stage);
                shown.extend(projection.slide().step);
            }
            assert_eq!(stages[..2], [Stage::Title, Stage::Statement]);
            assert_eq!(shown.len(), projection.question().steps.len());
            assert_eq!(stages.len(), projection.count(scope));
            assert_eq!(projection.progress(), (stages.len(), stages.len()));
            while projection.cover() {}
            assert_eq!(projection.at(), 0);
        }
    }
}

/// The slides of a scope, in order.
fn shown(projection: &Projection, scope: Scope) -> impl Iterator<Item = &Slide> {
    projection.slides().iter().filter(move |slide| slide.is_shown(scope))
}

#[test]
fn the_essential_asks_answers_and_concludes_every_step_briskly() {
    for projection in all(&shipped()) {
        let count = projection.count(Scope::Essential);
        let place = projection.place();
        assert!(count <= 70, "{place:?}: {count}");
        for (at, step) in projection.question().steps.iter().enumerate() {
            let slides: Vec<&Slide> =
                shown(&projection, Scope::Essential).filter(|it| it.step == Some(at)).collect();
            assert_eq!(slides[0].stage, Stage::Prompt, "{place:?} {at}");
            let answered = slides.iter().any(|slide| match (&step.kind, &slide.body) {
                (StepKind::Number(_), Body::Figures { .. }) => true,
                (StepKind::Grid(_), Body::Sheet { filled }) => *filled == Filled::Everything,
                (StepKind::Choice(_), Body::Ballot { revealed }) => *revealed,
                (StepKind::Writing(_), body) => {
                    matches!(body, Body::Points { .. }) || slide.stage == Stage::Model
                }
                (StepKind::Rcs(_), body) => matches!(body, Body::Points { .. }),
                _ => false,
            });
            assert!(answered, "{place:?} step {at}: {slides:?}");
            let rungs = [Stage::Hint, Stage::Method, Stage::Substitution, Stage::Mistake];
            assert!(slides.iter().all(|slide| !rungs.contains(&slide.stage)), "{slides:?}");
        }
    }
}

#[test]
fn a_table_fills_in_row_by_row_and_every_row_once() {
    for projection in all(&shipped()) {
        for (at, step) in projection.question().steps.iter().enumerate() {
            let StepKind::Grid(grid) = &step.kind else { continue };
            let blank = |cell: &GridCell| matches!(cell, GridCell::Blank(_));
            let rows = grid.rows.iter().enumerate();
            let mut asked: Vec<usize> =
                rows.filter(|(_, row)| row.cells.iter().any(blank)).map(|(at, _)| at).collect();
            asked.pop();
            let slides = shown(&projection, Scope::Essential).filter(|it| it.step == Some(at));
            let filled: Vec<Filled> = slides
                .filter_map(|slide| match slide.body {
                    Body::Sheet { filled } => Some(filled),
                    _ => None,
                })
                .collect();
            let mut expected = vec![Filled::Nothing];
            expected.extend(asked.into_iter().map(Filled::Row));
            expected.push(Filled::Everything);
            assert_eq!(filled, expected);
        }
    }
}

#[test]
fn a_change_of_scope_keeps_the_place_and_tells_nothing_more() {
    for mut projection in all(&shipped()) {
        loop {
            let at = projection.at();
            projection.toggle_scope();
            assert!(projection.at() <= at, "what comes later would be told");
            assert!(projection.slide().is_shown(Scope::Essential));
            let step = projection.slides()[at].step;
            assert!(projection.slide().step == step || step.is_none(), "another step");
            projection.toggle_scope();
            assert_eq!(projection.at(), at, "back where one was");
            if !projection.reveal() {
                break;
            }
        }
    }
}

#[test]
fn steps_are_reached_and_counted_one_by_one() {
    for scope in [Scope::Complete, Scope::Essential] {
        let mut projection = open("1.1");
        projection.set_scope(scope);
        let steps = projection.question().steps.len();
        for step in (0..steps).rev() {
            projection.go_to_step(step);
            assert_eq!(projection.slide().step, Some(step));
            assert_eq!(projection.slide().stage, Stage::Prompt);
            let (at, all) = projection.step_progress().unwrap();
            assert_eq!(at, 1);
            assert!(all > 1);
        }
        let mut seen = vec![0];
        while projection.slide().step.is_some() {
            projection.skip_step(false);
            seen.extend(projection.slide().step);
        }
        assert_eq!(seen, (0..steps).collect::<Vec<_>>());
        projection.go_to_step(2);
        projection.reveal();
        projection.skip_step(true);
        assert_eq!(projection.step_progress().map(|(at, _)| at), Some(1));
        assert_eq!(projection.slide().step, Some(2), "first to the beginning of the step");
        projection.skip_step(true);
        assert_eq!(projection.slide().step, Some(1));
        let before = projection.at();
        projection.go_to_step(99);
        assert_eq!(projection.at(), before);
    }
}

/// The shows of hands of a question, each with whether it is about a figure.
fn ballots(projection: &mut Projection) -> Vec<Ballot> {
    let mut ballots = Vec::new();
    loop {
        if let Some(ballot) = projection.counting() {
            ballots.push(ballot.clone());
        }
        if !projection.reveal() {
            return ballots;
        }
    }
}

#[test]
fn hands_are_asked_fairly() {
    let catalogue = shipped();
    let (mut figures, mut right_places) = (0, HashSet::new());
    for mut projection in all(&catalogue) {
        for ballot in ballots(&mut projection) {
            let texts: HashSet<&str> =
                ballot.proposals.iter().map(|proposal| proposal.text.as_str()).collect();
            assert_eq!(texts.len(), ballot.proposals.len(), "{texts:?}");
            let right = ballot.proposals.iter().filter(|proposal| proposal.right).count();
            assert!(right == 1 || ballot.several && right > 0, "{ballot:?}");
            if ballot.figures {
                figures += 1;
                assert!((2..=4).contains(&ballot.proposals.len()));
                let wrong = ballot.proposals.iter().filter(|proposal| !proposal.right);
                assert!(wrong.into_iter().all(|proposal| !proposal.why.is_empty()));
                right_places.insert(ballot.proposals.iter().position(|p| p.right));
            }
        }
    }
    assert!(figures > 30, "{figures}");
    assert_eq!(right_places.len(), 4, "the right figure stands in every place");
}

#[test]
fn the_same_question_is_always_shown_the_same_way() {
    let catalogue = shipped();
    for place in places(&catalogue) {
        let [mut a, mut b] = [(); 2].map(|()| Projection::open(&catalogue, &place).unwrap());
        assert_eq!(a.slides(), b.slides());
        assert_eq!(ballots(&mut a), ballots(&mut b));
    }
}

#[test]
fn a_question_the_catalogue_does_not_hold_is_not_opened() {
    let catalogue = shipped();
    for (subject, question) in [("2024-autour-des-plantes", "9.9"), ("", "")] {
        assert!(Projection::open(&catalogue, &Place::new(subject, question)).is_none());
    }
}

#[test]
fn parts_are_skipped_both_ways_and_stop_at_the_ends() {
    let mut projection = open("1.1");
    projection.skip(true);
    assert_eq!(projection.at(), 0);
    let mut seen = vec![projection.slide().step];
    for _ in 0..1000 {
        projection.skip(false);
        seen.push(projection.slide().step);
    }
    seen.dedup();
    let steps: Vec<Option<usize>> = (0..question(&projection).steps.len()).map(Some).collect();
    assert_eq!(seen.iter().copied().filter(Option::is_some).collect::<Vec<_>>(), steps);
    projection.rush(false);
    assert_eq!(projection.at(), 0);
    projection.rush(true);
    assert!(!projection.reveal());
}

fn question(projection: &Projection) -> &Question {
    projection.question()
}

#[test]
fn the_countdown_goes_round_and_ticks_only_in_sight() {
    let mut projection = open("1.1");
    assert!(projection.running_ms(0).is_none());
    let minutes = [Some(60_000), Some(120_000), Some(300_000), None, Some(60_000)];
    for left in minutes {
        projection.next_countdown(5_000);
        assert_eq!(projection.left_ms(5_000), left);
    }
    assert!(projection.running_ms(64_999).is_some());
    projection.toggle_blank();
    assert!(projection.running_ms(6_000).is_none(), "a blank screen shows no countdown");
    projection.toggle_blank();
    assert!(projection.running_ms(65_000).is_none(), "time has run out");
    assert_eq!(Timer::Off.left_ms(0), None);
}

#[test]
fn annexes_come_and_go_where_there_are_some() {
    let mut projection = open("1.1");
    let at = projection.at();
    projection.toggle_annexes();
    assert!(projection.shows_annexes() && projection.annexes().len() == 2);
    projection.toggle_annexes();
    assert!(!projection.shows_annexes() && projection.at() == at);
    let mut none = open("rcs");
    none.toggle_annexes();
    assert_eq!(none.shows_annexes(), !none.annexes().is_empty());
}
