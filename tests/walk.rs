//! Working through a question: answers, help, reveals, and resuming exactly where one was.

// The lint knows tests, not their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use proptest::prelude::*;
use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::content::{SourceFile, load};
use tuteur_ndrc::model::{Catalogue, Contents, ItemId, Level};
use tuteur_ndrc::progress::{Draft, Drafts, Event, History, Rung, State, Way, What};
use tuteur_ndrc::session::{Changes, GridMove, Place, Standing, Timer, Walk, outline};

const PAPER: &str = include_str!("data/seance.ron");

fn catalogue_of(text: &str) -> Arc<Catalogue> {
    let loaded = load(&SourceFile::new("seance.ron", text));
    let problems: Vec<String> = loaded.problems.iter().map(|p| format!("{p:?}")).collect();
    let subject = loaded.subject.unwrap_or_else(|| panic!("{}", problems.join("\n")));
    Arc::new(Catalogue { subjects: vec![subject], lexicon: Vec::new() })
}

/// A learner at work, with everything recorded on the way.
struct Learner {
    catalogue: Arc<Catalogue>,
    place: Place,
    walk: Walk,
    events: Vec<Event>,
    drafts: Vec<Draft>,
    now: i64,
}

impl Learner {
    fn at(question: &str) -> Self {
        Learner::with(catalogue_of(PAPER), question, Vec::new(), Vec::new())
    }

    fn with(
        catalogue: Arc<Catalogue>,
        question: &str,
        events: Vec<Event>,
        drafts: Vec<Draft>,
    ) -> Self {
        let place = Place::new("2020-essai", question);
        let kept: Drafts = drafts.iter().cloned().collect();
        let walk = Walk::open(&catalogue, &place, &History::replay(&events), &kept).unwrap();
        Learner { catalogue, place, walk, events, drafts, now: 1_000 }
    }

    fn does(&mut self, act: impl FnOnce(&mut Walk, i64) -> Changes) {
        let _ = self.yields(act);
    }

    fn yields(&mut self, act: impl FnOnce(&mut Walk, i64) -> Changes) -> Changes {
        self.now += 10;
        let changes = act(&mut self.walk, self.now);
        self.events.extend(changes.events.clone());
        self.drafts.extend(changes.drafts.clone());
        changes
    }

    fn answers(&mut self, raw: &str) -> Standing {
        self.does(|walk, now| walk.answer(raw, now));
        self.standing()
    }

    fn standing(&self) -> Standing {
        self.walk.focused_number().unwrap().standing
    }

    fn goes(&mut self, step: usize) -> &mut Self {
        self.does(|walk, now| walk.goto(step, now));
        self
    }

    fn resumed(&self) -> Learner {
        let (events, drafts) = (self.events.clone(), self.drafts.clone());
        Learner::with(Arc::clone(&self.catalogue), &self.place.question, events, drafts)
    }

    fn drafts(&self) -> Drafts {
        self.drafts.iter().cloned().collect()
    }
}

/// Everything a screen can show of a walk.
fn shown(walk: &Walk) -> String {
    let steps: Vec<_> = (0..walk.step_count()).map(|step| walk.step_state(step)).collect();
    let mut cells = String::new();
    for item in tuteur_ndrc::progress::items(walk.question()) {
        let number = walk.number(item.id()).map(|n| {
            let judgement = n.judgement.map(|j| (j.verdict, j.message.clone(), j.carried));
            (n.draft.to_owned(), n.standing, n.way, judgement, n.edited)
        });
        cells += &format!("{:?} {:?} {:?}\n", item.id(), number, walk.draft(item.id()));
    }
    let here = (walk.step_index(), walk.grid_cursor(), walk.seen_rungs(), walk.timer());
    let parts = (walk.choice(), walk.writing(), walk.rcs(), walk.summary());
    format!("{steps:?}\n{cells}{here:?}\n{parts:?}\n{:?}", walk.uses_own_results())
}

#[test]
fn wrong_then_help_then_right() {
    let mut learner = Learner::at("1.1");
    assert_eq!(learner.standing(), Standing::Untouched);
    assert_eq!(learner.answers("9 %"), Standing::Wrong);
    assert_eq!(learner.walk.seen_rungs(), []);
    learner.does(Walk::next_rung);
    let seen: Vec<Rung> = learner.walk.seen_rungs().iter().map(|rung| rung.rung).collect();
    assert_eq!(seen, [Rung::Hint(0)]);
    assert_eq!(learner.walk.conclusion(), None);
    assert_eq!(learner.answers("30/400"), Standing::Solved);
    let state = learner.walk.focused_number().unwrap();
    assert_eq!((state.way, state.attempts), (Some(Way::AfterHelp), 2));
    assert_eq!(learner.walk.conclusion(), Some("Le site convertit mieux."));
    assert!(learner.walk.why().unwrap().interval.is_some());
}

#[test]
fn the_whole_ladder_reveals_the_result_only_near_its_top() {
    let mut learner = Learner::at("1.1");
    let labels: Vec<Rung> = learner.walk.ladder().iter().map(|rung| rung.rung).collect();
    let expected =
        [Rung::Hint(0), Rung::Method, Rung::Substitution, Rung::Result, Rung::Interpretation];
    assert_eq!(labels, expected);
    for left in (1..=5).rev() {
        assert_eq!(learner.walk.next_rung_label().unwrap().1, left);
        let before = learner.walk.seen_rungs();
        let told = before.iter().flat_map(|rung| &rung.paragraphs).any(|text| text.contains("7,5"));
        assert_eq!(told, left == 1, "{before:?}");
        learner.does(Walk::next_rung);
    }
    assert_eq!(learner.walk.next_rung_label(), None);
    assert!(learner.yields(Walk::next_rung).is_empty());
    assert_eq!(learner.standing(), Standing::Revealed);
    assert_eq!(learner.answers("7,5 %"), Standing::Solved);
    assert_eq!(learner.walk.focused_number().unwrap().way, Some(Way::Revealed));
}

#[test]
fn what_cannot_be_read_is_said_and_never_recorded() {
    let mut learner = Learner::at("1.1");
    for raw in ["", "abc", "1.234", "0,075"] {
        let changes = learner.yields(|walk, now| walk.answer(raw, now));
        assert!(changes.events.is_empty(), "{raw}: {changes:?}");
        let state = learner.walk.focused_number().unwrap();
        assert_eq!(state.judgement.unwrap().verdict, Verdict::Neutral, "{raw}");
        assert_eq!((state.standing, state.draft), (Standing::Untouched, raw));
    }
    learner.does(|walk, now| walk.type_text("7", now));
    assert_eq!(learner.walk.focused_number().unwrap().judgement, None);
}

#[test]
fn the_cursor_stands_on_blanks() {
    let mut learner = Learner::at("1.1");
    let mut moves = |to: GridMove| {
        learner.does(|walk, now| walk.move_cell(to, now));
        learner.walk.grid_cursor().unwrap()
    };
    assert_eq!(moves(GridMove::Left), (0, 0));
    assert_eq!(
        moves(GridMove::Down),
        (1, 1),
        "the cell below is given, the nearest blank is beside"
    );
    assert_eq!(moves(GridMove::Left), (1, 1));
    assert_eq!(moves(GridMove::Up), (0, 1));
    assert_eq!(moves(GridMove::Previous), (0, 0));
    assert_eq!(moves(GridMove::Next), (0, 1));
    learner.does(|walk, now| walk.goto_cell(1, 0, now));
    assert_eq!(learner.walk.grid_cursor(), Some((0, 1)), "a given cell takes no cursor");
    learner.does(|walk, now| walk.answer("8 %", now));
    learner.does(|walk, now| walk.goto_cell(0, 0, now));
    learner.does(|walk, now| walk.move_cell(GridMove::NextUnfinished, now));
    assert_eq!(learner.walk.grid_cursor(), Some((1, 1)));
}

#[test]
fn cells_are_answered_by_name() {
    let mut learner = Learner::at("1.1");
    let cell = ItemId::new("2020-essai", "1.1", "ca-t2");
    learner.does(|walk, now| walk.answer_cell(&cell, "2 400 €", now));
    assert_eq!(learner.walk.grid_cursor(), Some((1, 1)));
    assert_eq!(learner.standing(), Standing::Solved);
    let unknown = ItemId::new("2020-essai", "1.1", "depense");
    assert!(learner.yields(|walk, now| walk.answer_cell(&unknown, "1", now)).is_empty());
}

#[test]
fn a_table_concludes_once_every_blank_is_done() {
    let mut learner = Learner::at("1.1");
    for raw in ["7,5 %", "8 %"] {
        learner.answers(raw);
        learner.does(|walk, now| walk.move_cell(GridMove::Next, now));
    }
    assert_eq!(learner.walk.step_state(0), State::InProgress { done: 2, total: 3 });
    assert_eq!(learner.walk.grid_conclusion(), None);
    learner.answers("2400");
    assert_eq!(learner.walk.step_state(0), State::Done);
    assert_eq!(learner.walk.grid_conclusion(), Some("Tout monte."));
}

#[test]
fn an_earlier_error_is_carried_or_not_as_the_learner_likes() {
    let mut learner = Learner::at("1.1");
    learner.does(|walk, now| walk.goto_cell(1, 1, now));
    assert_eq!(learner.answers("2 000 €"), Standing::Wrong);
    assert_eq!(learner.goes(1).answers("4 €"), Standing::Carried);
    assert!(learner.walk.focused_number().unwrap().judgement.unwrap().carried);
    assert_eq!(learner.answers("4,80 €"), Standing::Solved);

    let mut strict = Learner::at("1.1");
    strict.does(|walk, now| walk.use_own_results(false, now));
    strict.does(|walk, now| walk.goto_cell(1, 1, now));
    strict.answers("2 000 €");
    assert_eq!(strict.goes(1).answers("4 €"), Standing::Wrong);
    strict.does(|walk, now| walk.use_own_results(true, now));
    assert!(strict.yields(|walk, now| walk.use_own_results(true, now)).is_empty());
    assert_eq!(strict.answers("4 €"), Standing::Carried);
}

#[test]
fn choosing() {
    let mut learner = Learner::at("1.1");
    learner.goes(2);
    assert!(learner.yields(Walk::submit_choice).is_empty(), "nothing picked");
    learner.does(|walk, now| walk.pick(1, now));
    learner.does(Walk::submit_choice);
    let state = learner.walk.choice().unwrap();
    assert_eq!(state.judgement.as_ref().unwrap().verdict, Verdict::Wrong);
    let explained: Vec<bool> = state.options.iter().map(|option| option.explained).collect();
    assert_eq!(explained, [false, true]);
    learner.does(|walk, now| walk.pick(0, now));
    assert_eq!(learner.walk.choice().unwrap().judgement, None, "the picks changed");
    learner.does(Walk::submit_choice);
    let state = learner.walk.choice().unwrap();
    assert_eq!((state.done, state.way), (true, Some(Way::AfterError)));
    assert!(state.options.iter().all(|option| option.explained));
    assert!(learner.yields(|walk, now| walk.pick(7, now)).is_empty());
}

#[test]
fn writing_contesting_and_adding() {
    let mut learner = Learner::at("1.1");
    learner.goes(3);
    assert!(learner.yields(Walk::submit_text).is_empty(), "a blank text is not handed in");
    assert!(learner.yields(|walk, now| walk.add_point("trop tôt", now)).is_empty());
    learner.does(|walk, now| walk.type_text("Le panier moyen augmente.", now));
    assert!(learner.walk.writing().unwrap().points.is_empty(), "nothing is given away");
    learner.does(Walk::submit_text);
    let state = learner.walk.writing().unwrap();
    let counted: Vec<bool> = state.points.iter().map(|point| point.counted).collect();
    assert_eq!((counted, state.counted, state.needed), (vec![false, true, false], 1, 2));
    let evidence = state.points[1].evidence.clone().unwrap();
    assert_eq!(&state.submitted.unwrap()[evidence], "panier moyen augmente");
    assert_eq!((state.done, state.way), (true, None));
    learner.does(|walk, now| walk.contest("conversion", now));
    let state = learner.walk.writing().unwrap();
    assert_eq!((state.counted, state.way), (2, Some(Way::Alone)));
    assert!(state.points[0].contested);
    learner.does(|walk, now| walk.contest("conversion", now));
    learner.does(|walk, now| walk.add_point("  Les clients sont fidèles. ", now));
    let state = learner.walk.writing().unwrap();
    assert_eq!(
        (state.counted, state.own_points[0].text.as_str()),
        (2, "Les clients sont fidèles.")
    );
    learner.does(|walk, now| walk.contest("propre-1", now));
    assert_eq!(learner.walk.writing().unwrap().counted, 1);
    assert!(learner.yields(|walk, now| walk.contest("inconnu", now)).is_empty());
}

#[test]
fn an_rcs_from_timer_to_mark() {
    let mut learner = Learner::at("rcs");
    learner.does(Walk::toggle_timer);
    assert!(matches!(learner.walk.timer(), Timer::Running { .. }));
    learner.does(|walk, now| walk.type_text("I. Oui\nII. Mais", now));
    learner.does(Walk::leave);
    assert_eq!(learner.walk.timer().left_ms(0), Some(45 * 60_000 - 20));
    learner.does(Walk::submit_text);
    assert_eq!(learner.walk.rcs().unwrap().submitted, Some("I. Oui\nII. Mais"));
    for criterion in 0..8 {
        assert_eq!(learner.walk.rcs().unwrap().mark, None);
        learner.does(|walk, now| walk.set_level(criterion, Some(Level::Good), now));
    }
    assert_eq!(learner.walk.rcs().unwrap().mark.unwrap().quarters, 26);
    assert!(learner.walk.finished());
    assert_eq!(learner.walk.summary().points.hundredths, 650);
    assert!(!learner.walk.summary().remember.is_empty());
    assert!(learner.yields(|walk, now| walk.set_level(8, None, now)).is_empty());
    learner.does(Walk::stop_timer);
    assert_eq!(learner.walk.timer(), Timer::Off);
}

#[test]
fn the_summary_counts_ways_and_points() {
    let mut learner = Learner::at("1.1");
    learner.answers("7,5 %");
    learner.does(|walk, now| walk.move_cell(GridMove::Next, now));
    learner.answers("9 %");
    learner.answers("8 %");
    let summary = learner.walk.summary();
    assert_eq!(
        (summary.count(Way::Alone), summary.count(Way::AfterError), summary.left()),
        (1, 1, 4)
    );
    assert_eq!(summary.points.of_hundredths, 600);
    // Two cells of three in a table that weighs 3 of 11.
    assert_eq!(summary.points.hundredths, 109);
    assert!(!summary.points.official);
    assert_eq!(summary.remember, "", "it quotes figures that are still asked");
    assert!(summary.errata.is_empty());
}

#[test]
fn the_outline_tells_states_and_where_to_resume() {
    let mut learner = Learner::at("1.1");
    let view = |learner: &Learner| {
        outline(
            &Contents::of(&learner.catalogue),
            &History::replay(&learner.events),
            &learner.drafts(),
        )
    };
    let start = view(&learner);
    assert_eq!((start.resume, start.subjects[0].state), (None, State::NotBegun));
    learner.does(|walk, now| walk.type_text("7", now));
    assert_eq!(view(&learner).resume, Some(learner.place.clone()), "a draft is enough to resume");
    learner.answers("7,5 %");
    let outline = view(&learner);
    let line = &outline.subjects[0].dossiers[0].questions[0];
    assert_eq!(line.state, State::InProgress { done: 1, total: 6 });
    assert_eq!(outline.subjects[0].state, State::InProgress { done: 0, total: 2 });
}

#[test]
fn starting_again_keeps_the_past() {
    let mut learner = Learner::at("1.1");
    learner.answers("7,5 %");
    learner.goes(3).does(|walk, now| walk.type_text("brouillon", now));
    learner.does(Walk::restart);
    assert_eq!((learner.walk.step_index(), learner.standing()), (0, Standing::Untouched));
    assert_eq!(learner.walk.focused_number().unwrap().draft, "");
    let first = ItemId::new("2020-essai", "1.1", "conversion-t1");
    assert_eq!(learner.walk.record(&first).unwrap().past[0].way, Some(Way::Alone));
    assert_eq!(shown(&learner.walk), shown(&learner.resumed().walk));
}

#[test]
fn a_corrected_file_judges_old_answers_again() {
    let mut learner = Learner::at("1.1");
    learner.does(|walk, now| walk.goto_cell(1, 1, now));
    learner.answers("2 500 €");
    learner.goes(3).does(|walk, now| walk.type_text("Le site est beau.", now));
    learner.does(Walk::submit_text);
    assert!(learner.yields(Walk::regrade).is_empty(), "nothing changed");
    let corrected = PAPER
        .replace(r#"unite: "€", valeurs: ["50", "60"]"#, r#"unite: "€", valeurs: ["50", "62,5"]"#)
        .replace("2 400 €", "2 500 €")
        .replace("4,80 €", "5,00 €")
        .replace(r#"["conversion hausse"#, r#"["site beau", "conversion hausse"#);
    let (events, drafts) = (learner.events.clone(), learner.drafts.clone());
    let mut learner = Learner::with(catalogue_of(&corrected), "1.1", events, drafts);
    let changes = learner.yields(Walk::regrade);
    assert_eq!(changes.events.len(), 2);
    assert!(changes.events.iter().all(|event| matches!(event.what, What::Regrade(_))));
    let cell = ItemId::new("2020-essai", "1.1", "ca-t2");
    assert_eq!(learner.walk.number(&cell).unwrap().standing, Standing::Solved);
    assert_eq!(learner.walk.writing().unwrap().counted, 1);
    assert!(learner.yields(Walk::regrade).is_empty());
    assert_eq!(shown(&learner.walk), shown(&learner.resumed().walk));
}

#[test]
fn a_place_that_is_gone_does_not_open() {
    let catalogue = catalogue_of(PAPER);
    for (subject, question) in [("2020-essai", "9.9"), ("autre", "1.1")] {
        let place = Place::new(subject, question);
        let walk = Walk::open(&catalogue, &place, &History::default(), &Drafts::default());
        assert!(walk.is_none());
    }
}

/// One act of a learner, whatever the step on screen.
#[derive(Debug, Clone)]
enum Act {
    Answer(&'static str),
    Type(String),
    Move(GridMove),
    Go(usize),
    Help,
    Pick(usize),
    Submit,
    Contest(&'static str),
    Add(&'static str),
    Level(usize, usize),
    Own(bool),
    Timer,
    Restart,
}

fn perform(learner: &mut Learner, act: &Act) {
    learner.does(|walk, now| match act {
        Act::Answer(raw) => walk.answer(raw, now),
        Act::Type(text) => walk.type_text(text, now),
        Act::Move(to) => walk.move_cell(*to, now),
        Act::Go(step) => walk.goto(*step, now),
        Act::Help => walk.next_rung(now),
        Act::Pick(option) => walk.pick(*option, now),
        Act::Submit => walk.submit_choice(now).and(walk.submit_text(now)),
        Act::Contest(point) => walk.contest(point, now),
        Act::Add(text) => walk.add_point(text, now),
        Act::Level(criterion, level) => walk.set_level(*criterion, Some(Level::ALL[*level]), now),
        Act::Own(own) => walk.use_own_results(*own, now),
        Act::Timer => walk.toggle_timer(now),
        Act::Restart => walk.restart(now),
    });
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let raw =
        prop::sample::select(vec!["7,5 %", "8 %", "2 000 €", "2 400 €", "4 €", "4,80 €", "12"]);
    let text =
        prop::sample::select(vec!["le panier monte", "la conversion ne monte pas", "", "7,"]);
    let way = prop::sample::select(vec![
        GridMove::Up,
        GridMove::Down,
        GridMove::Left,
        GridMove::Right,
        GridMove::Next,
        GridMove::NextUnfinished,
    ]);
    let act = prop_oneof![
        4 => raw.prop_map(Act::Answer),
        2 => text.prop_map(|text| Act::Type(text.to_owned())),
        2 => way.prop_map(Act::Move),
        3 => (0..5usize).prop_map(Act::Go),
        2 => Just(Act::Help),
        2 => (0..3usize).prop_map(Act::Pick),
        2 => Just(Act::Submit),
        1 => prop::sample::select(vec!["panier", "conversion", "propre-1"]).prop_map(Act::Contest),
        1 => Just(Act::Add("un point")),
        1 => (0..9usize, 0..4usize).prop_map(|(c, l)| Act::Level(c, l)),
        1 => any::<bool>().prop_map(Act::Own),
        1 => Just(Act::Timer),
        1 => Just(Act::Restart),
    ];
    prop::collection::vec(act, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_session_resumes_exactly_where_it_was(
        acts in acts(),
        question in prop::sample::select(vec!["1.1", "rcs"]),
    ) {
        let mut learner = Learner::at(question);
        for act in &acts {
            perform(&mut learner, act);
        }
        // What only says why an answer was no attempt is not kept.
        learner.does(|walk, now| walk.type_text("∎", now));
        let mut resumed = learner.resumed();
        resumed.does(|walk, now| walk.type_text("∎", now));
        prop_assert_eq!(shown(&learner.walk), shown(&resumed.walk));
        prop_assert!(resumed.yields(Walk::regrade).is_empty());
    }
}

/// Every figure of every paper, answered with the result its own ladder shows.
#[test]
fn every_paper_is_walked_from_help_to_result() {
    let (catalogue, _) = tuteur_ndrc::content::catalogue(&[tuteur_ndrc::content::embedded()]);
    let catalogue = Arc::new(catalogue);
    let mut figures = 0;
    for subject in &catalogue.subjects {
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            let place = Place::new(&subject.id, &question.number);
            let mut walk =
                Walk::open(&catalogue, &place, &History::default(), &Drafts::default()).unwrap();
            for step in 0..walk.step_count() {
                let _ = walk.goto(step, 0);
                figures += reveal_and_answer(&mut walk);
            }
        }
    }
    assert!(figures > 100, "{figures}");
}

fn reveal_and_answer(walk: &mut Walk) -> usize {
    let mut figures = 0;
    loop {
        while walk.next_rung_label().is_some() {
            let _ = walk.next_rung(0);
        }
        if let Some(item) = walk.focused_number().map(|number| number.item.clone()) {
            let rungs: Vec<Rung> = walk.seen_rungs().iter().map(|rung| rung.rung).collect();
            for rung in [Rung::Method, Rung::Result] {
                assert!(rungs.contains(&rung), "{}: {rungs:?}", item.id);
            }
            let shown = tuteur_ndrc::number::french::quantity(item.exact, item.unit, item.decimals);
            let _ = walk.answer(&shown, 0);
            let state = walk.focused_number().unwrap();
            assert_eq!(
                state.standing,
                Standing::Solved,
                "{} {shown} {:?}",
                item.id,
                state.judgement
            );
            figures += 1;
        }
        if walk.move_cell(GridMove::Next, 0).is_empty() {
            return figures;
        }
    }
}
