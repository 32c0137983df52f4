//! Any size, any key, any paste: the interface holds.

use proptest::prelude::*;
use tuteur_ndrc::tui::{Code, Input, Key, Mouse, MouseKind, Size};

use crate::play::Play;
use crate::views::{answering, at_work, rcs_open};

/// The screens worth resizing.
fn screens() -> Vec<Play> {
    vec![
        Play::open(80, 24),
        Play::open(80, 24).keys("?"),
        answering(80, 24, 0).keys("12<enter><f2>"),
        answering(80, 24, 0).keys("12<enter><f3>"),
        answering(80, 24, 1).keys("12<enter><f6>"),
        answering(80, 24, 2).keys("<enter>"),
        answering(80, 24, 3).keys("texte"),
        answering(80, 24, 3).keys("texte<c-s>m"),
        rcs_open(80, 24).keys("texte<c-s>"),
        answering(80, 24, 0).keys("<f8><f8><f8><f8>"),
        answering(80, 24, 0).keys("<c-c>"),
        Play::open(80, 24).keys("<c-p>taux"),
        Play::open(80, 24).keys("m"),
        Play::open(80, 24).keys("g<down><enter>"),
        Play::open(80, 24).keys("g<end><up><enter><down><enter>"),
        Play::open(80, 24).keys("g<end><up><enter>echelon<enter><f3>"),
        at_work(80, 24).keys("<esc>p"),
        at_work(80, 24).keys("<esc>p<tab>"),
        Play::open(80, 24).keys("mrebond<enter><tab>"),
    ]
}

#[test]
fn every_size_is_drawn() {
    for mut play in screens() {
        for width in (1..40).step_by(3).chain([30, 31, 80, 109, 110, 500]) {
            for height in (1..20).step_by(2).chain([8, 24, 36, 200]) {
                play = play.resize(width, height);
                let _ = play.text();
            }
        }
    }
}

#[test]
fn too_small_says_what_it_needs() {
    let screen = Play::open(28, 6).text();
    assert!(screen.contains("30") && screen.contains('8'), "{screen}");
}

#[test]
fn a_huge_paste_is_one_bounded_event() {
    let huge = "mot ".repeat(250_000);
    for step in 0..4 {
        let play = answering(80, 24, step).paste(&huge);
        assert!(play.text().contains("La Boutique d’essai"), "the screen stands");
    }
}

fn any_key() -> impl Strategy<Value = Input> {
    let code = prop_oneof![
        8 => prop::sample::select(vec!['1', '2', ',', '%', 'q', 'r', 'm', 'e', 'p', 'g', ' ', '/', 'é', '?'])
            .prop_map(Code::Char),
        4 => prop::sample::select(vec![
            Code::Enter, Code::Tab, Code::Backspace, Code::Delete, Code::Left, Code::Right,
            Code::Up, Code::Down, Code::Home, Code::End, Code::PageUp, Code::PageDown,
        ]),
        1 => Just(Code::Escape),
        3 => (1u8..13).prop_map(Code::F),
    ];
    let palette = Just(Input::Key(Key::ctrl('p')));
    let key = (code, prop::bool::weighted(0.1), prop::bool::weighted(0.05))
        .prop_map(|(code, ctrl, alt)| Input::Key(Key { code, ctrl, alt, shift: false }));
    prop_oneof![
        20 => key,
        1 => palette,
        1 => (1u16..130, 1u16..45).prop_map(|(width, height)| Input::Resize(Size { width, height })),
        2 => (0u16..130, 0u16..45, 0usize..3).prop_map(|(x, y, kind)| {
            let kind = [MouseKind::Press, MouseKind::WheelUp, MouseKind::WheelDown][kind];
            Input::Mouse(Mouse { kind, x, y })
        }),
        1 => Just(Input::Paste("12 %\n\u{1b}[2J".to_owned())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_keys_are_survived(inputs in prop::collection::vec(any_key(), 0..80)) {
        let mut play = Play::open(80, 24).keys("<down>");
        for input in inputs {
            play.input(input);
            let _ = play.text();
        }
    }

    #[test]
    fn any_keys_given_to_commands_are_survived(inputs in prop::collection::vec(any_key(), 0..80)) {
        let mut play = Play::open(80, 24).keys("g<end><up><enter>");
        for input in inputs {
            play.input(input);
            let _ = play.text();
        }
    }
}
