//! The states a screen goes through besides its first look: answers close, unreadable, carried,
//! finished, notices, questions to the user, what is too small, what is still coming.

use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::progress::What;

use crate::play::Play;
use crate::views::{answering, at_work, rcs_open};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (40, 12)];

/// Looks at one state at the three sizes.
#[track_caller]
fn looks(name: &str, play: impl Fn(u16, u16) -> Play) {
    for (width, height) in SIZES {
        let picture = play(width, height).picture();
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), picture);
    }
}

#[test]
fn the_accueil_again() {
    looks("home_resume", |w, h| at_work(w, h).again());
    looks("home_done", |w, h| everything_done(w, h).keys("<esc>"));
    looks("home_notice", |w, h| Play::open(w, h).keys("<down><down>e"));
}

#[test]
fn a_number_in_every_state() {
    looks("number_blank", |w, h| answering(w, h, 0));
    looks("number_unreadable", |w, h| answering(w, h, 0).keys("12..5 z<enter>"));
    looks("number_close", |w, h| answering(w, h, 0).keys("-0,44 points<enter>"));
    looks("number_again", |w, h| answering(w, h, 0).keys("12<enter>-0,"));
    looks("number_last_rung", |w, h| answering(w, h, 0).keys("<f2><f2><f2><f2><f2><f2>"));
    looks("number_interval", |w, h| answering(w, h, 0).keys("12<enter><f3><f3>"));
}

#[test]
fn a_result_carried_on() {
    let carried = |w: u16, h: u16| {
        let play = Play::shipped(w, h).keys("1<down><down><down><down><down><enter>");
        let play = if w >= 110 { play } else { play.keys("<f6>") };
        play.keys("90<enter><f8>90*2,74%<enter>")
    };
    let verdict = |play: &Play| {
        let answers = play.events.iter().filter_map(|event| match &event.what {
            What::Answer(answer) => answer.verdict.verdict(),
            _ => None,
        });
        answers.collect::<Vec<_>>()
    };
    assert_eq!(verdict(&carried(80, 24))[0], Verdict::Wrong);
    looks("number_carried", carried);
}

#[test]
fn a_table_in_every_state() {
    looks("grid_blank", |w, h| answering(w, h, 1));
    looks("grid_helped", |w, h| answering(w, h, 1).keys("49,3<enter><f2><f2>"));
    looks("grid_done", |w, h| answering(w, h, 1).keys("49,3<enter>57,8<enter>53,3<enter>"));
}

#[test]
fn a_choice_in_every_state() {
    looks("choice_blank", |w, h| answering(w, h, 2));
    looks("choice_right", |w, h| answering(w, h, 2).keys("2<enter>"));
    looks("choice_none", |w, h| answering(w, h, 2).keys("<enter>"));
    // Several answers, some of them right.
    looks("choice_several", |w, h| {
        let play = Play::shipped(w, h).keys("5<down><enter>");
        let play = if w >= 110 { play } else { play.keys("<f6>") };
        play.keys("14<enter>")
    });
}

#[test]
fn a_text_in_every_state() {
    looks("writing_blank", |w, h| answering(w, h, 3));
    looks("writing_helped", |w, h| answering(w, h, 3).keys("Un début.<f2><f2>"));
    looks("review_disputed", |w, h| {
        answering(w, h, 3).keys("La fréquentation stagne.<c-s><down> ")
    });
    looks("own_point", |w, h| answering(w, h, 3).keys("La fréquentation stagne.<c-s>aLe panier"));
    looks("rcs_blank", rcs_open);
    looks("marking_done", |w, h| {
        rcs_open(w, h).keys("Un plan.<c-s>").keys(&"<right><right><right><down>".repeat(8))
    });
}

#[test]
fn questions_to_the_user_and_ends() {
    looks("restart", |w, h| answering(w, h, 0).keys("12<enter><c-n>"));
    looks("summary_done", everything_done);
    looks("summary_done_end", |w, h| everything_done(w, h).keys("<end>"));
    looks("help_number", |w, h| answering(w, h, 0).keys("?"));
    looks("help_end", |w, h| Play::open(w, h).keys("?<end>"));
}

#[test]
fn a_hunt_in_every_state() {
    looks("hunt_refused", |w, h| answering(w, h, 0).keys("<f9><enter>"));
    looks("hunt_shown", |w, h| answering(w, h, 0).keys("<f9><f2>"));
    looks("hunt_reading", |w, h| answering(w, h, 0).keys("<f9><tab><home>"));
}

#[test]
fn what_is_too_small_or_turned() {
    for (width, height) in [(28, 7), (29, 30), (100, 6), (12, 4), (3, 2), (1, 1)] {
        let picture = Play::open(width, height).picture();
        insta::assert_snapshot!(format!("too_small_{width}x{height}"), picture);
    }
}

/// The first question of the sample, all right but for help and a slip.
fn everything_done(width: u16, height: u16) -> Play {
    let play = answering(width, height, 0).keys("12<enter>-0,44<enter><enter>");
    let play = play.keys("<f2>49,3<enter>57,8<enter>53,3<enter><enter>2<enter><enter>");
    play.keys("La fréquentation stagne, le rebond augmente.<c-s><enter>")
}
