use super::*;
use crate::tui::msg::{Mouse, MouseKind, Size};

/// The keys the terminal library makes of bytes that come together.
fn keys(bytes: &str) -> Vec<Input> {
    let mut keys = Vec::new();
    let mut rest = bytes.chars().peekable();
    while let Some(c) = rest.next() {
        keys.push(match c {
            '\x1b' => rest.next().map_or(ESCAPE, alt),
            '\x07' => Key::ctrl('g'),
            c => Key::char(c),
        });
    }
    keys.into_iter().map(Input::Key).collect()
}

/// What passes when these reads come one after another, and whether keys are held at the end.
fn sieve(reads: &[&str]) -> (Vec<Input>, bool) {
    let (mut sieve, _) = asked();
    let mut passed = Vec::new();
    for read in reads {
        keys(read).into_iter().for_each(|key| sieve.take(key, &mut |input| passed.push(input)));
    }
    (passed, sieve.is_holding())
}

fn asked() -> (Sieve, Expected) {
    let expected = Expected::default();
    assert!(expected.begin());
    (Sieve::new(expected.clone()), expected)
}

fn found(ground: Ground) -> Vec<Input> {
    vec![Input::Background(ground)]
}

#[track_caller]
fn reads(reply: &str, expected: Option<Ground>) {
    for end in ["\x1b\\", "\x07"] {
        let reply = format!("\x1b]11;{reply}{end}");
        let expected: Vec<Input> = expected.map(Input::Background).into_iter().collect();
        assert_eq!(sieve(&[&reply]), (expected, false), "{reply:?}");
    }
}

#[test]
fn colours_of_one_to_four_digits_are_read() {
    reads("rgb:ffff/ffff/ffff", Some(Ground::Light));
    reads("rgb:0000/0000/0000", Some(Ground::Dark));
    reads("rgb:FF/FF/FF", Some(Ground::Light));
    reads("rgb:1e/1e/2e", Some(Ground::Dark));
    reads("rgb:f/f/e", Some(Ground::Light));
    reads("rgba:fdfd/f6f6/e3e3/ffff", Some(Ground::Light));
    reads("rgba:0000/2b2b/3636/ffff", Some(Ground::Dark));
}

#[test]
fn a_reply_that_names_no_colour_we_know_says_nothing_and_types_nothing() {
    for colour in ["", "?", "#ffffff", "rgb:ffff/ffff", "rgb:fffff/0/0", "rgb:+f/0/0", "rgb:/0/0"] {
        reads(colour, None);
    }
    reads("rgba:ffff/ffff/ffff", None);
    reads("hsl:ffff/ffff/ffff", None);
}

#[test]
fn the_eye_decides_between_light_and_dark() {
    // Yellow is light and blue is dark, whatever their numbers say together.
    reads("rgb:ffff/ffff/0000", Some(Ground::Light));
    reads("rgb:0000/0000/ffff", Some(Ground::Dark));
    reads("rgb:70/70/70", Some(Ground::Dark));
    reads("rgb:80/80/80", Some(Ground::Light));
}

#[test]
fn a_reply_cut_anywhere_by_the_reads_is_the_same_reply() {
    for reply in ["\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:ffff/ffff/ffff\x07"] {
        for at in 1..reply.len() {
            let (one, two) = reply.split_at(at);
            assert_eq!(sieve(&[one, two]), (found(Ground::Light), false), "{one:?} {two:?}");
        }
        let bytes: Vec<String> = reply.chars().map(String::from).collect();
        let bytes: Vec<&str> = bytes.iter().map(String::as_str).collect();
        assert_eq!(sieve(&bytes), (found(Ground::Light), false));
    }
}

#[test]
fn keys_before_and_after_the_reply_pass_in_order() {
    let (passed, holds) = sieve(&["m12\x1b]11;rgb:00/00/00\x1b\\34"]);
    let expected = [keys("m12"), found(Ground::Dark), keys("34")].concat();
    assert_eq!((passed, holds), (expected, false));
}

#[test]
fn what_is_not_a_key_does_not_wait_for_the_end_of_the_reply() {
    let (mut sieve, _) = asked();
    let mut passed = Vec::new();
    let size = Input::Resize(Size { width: 90, height: 30 });
    let click = Input::Mouse(Mouse { kind: MouseKind::Press, x: 1, y: 1 });
    let mut inputs = keys("\x1b]11;rgb:ff/f");
    inputs.extend([size.clone(), click.clone()]);
    inputs.extend(keys("f/ff\x07"));
    inputs.into_iter().for_each(|input| sieve.take(input, &mut |input| passed.push(input)));
    assert_eq!(passed, [size, click, Input::Background(Ground::Light)]);
}

#[track_caller]
fn is_typing(typed: &str) {
    let (mut sieve, expected) = asked();
    let mut passed = Vec::new();
    for key in keys(typed) {
        sieve.take(key, &mut |input| passed.push(input));
    }
    sieve.give_back(&mut |input| passed.push(input));
    assert_eq!(passed, keys(typed), "{typed:?}");
    assert!(expected.is_on(), "{typed:?}: the reply may still come");
}

#[test]
fn what_turns_out_not_to_be_a_reply_is_given_back_whole() {
    is_typing("");
    is_typing("12,5");
    is_typing("\x1b]");
    is_typing("\x1b]11");
    is_typing("\x1b]11;rgb:ffff/ff");
    is_typing("\x1b]12;rgb:ffff/ffff/ffff\x1b\\");
    is_typing("\x1b]1 400\r");
    is_typing("\x1b]11;rgb:ff é");
    is_typing("\x1b]\x1b\\");
    is_typing("\x1b]11\x07");
    is_typing(&format!("\x1b]11;{}\x1b\\", "f".repeat(LONGEST)));
}

#[test]
fn a_reply_that_follows_the_beginning_of_one_is_found() {
    let (passed, holds) = sieve(&["\x1b]11;rgb:\x1b]11;rgb:ff/ff/ff\x07"]);
    let expected = [keys("\x1b]11;rgb:"), found(Ground::Light)].concat();
    assert_eq!((passed, holds), (expected, false));
}

#[test]
fn only_one_reply_is_taken_and_none_when_nothing_was_asked() {
    let reply = "\x1b]11;rgb:ff/ff/ff\x07";
    let (passed, _) = sieve(&[reply, reply]);
    assert_eq!(passed, [found(Ground::Light), keys(reply)].concat());

    let mut unasked = Sieve::new(Expected::default());
    let mut passed = Vec::new();
    keys(reply).into_iter().for_each(|key| unasked.take(key, &mut |input| passed.push(input)));
    assert_eq!(passed, keys(reply));
}

#[test]
fn a_late_reply_is_found_after_any_typing() {
    let (passed, _) = sieve(&["m", "nps", "\r", "\x1b]11;rgb:ff/ff/ff\x1b\\"]);
    assert_eq!(passed, [keys("mnps\r"), found(Ground::Light)].concat());
}

#[test]
fn escape_is_held_for_nothing_once_only() {
    let (mut sieve, _) = asked();
    let mut passed = Vec::new();
    let mut pass = |input| passed.push(input);
    sieve.take(Input::Key(ESCAPE), &mut pass);
    assert!(sieve.is_holding());
    sieve.give_back(&mut pass);
    sieve.take(Input::Key(ESCAPE), &mut pass);
    assert!(!sieve.is_holding());
    assert_eq!(passed, [Input::Key(ESCAPE), Input::Key(ESCAPE)]);
}

proptest::proptest! {
    /// Whatever is typed around a reply, nothing is lost, added or moved.
    #[test]
    fn nothing_typed_is_ever_swallowed(
        before in "[0-9a-g;:/\\]\u{1b}]{0,12}",
        after in "[0-9a-g;:/\\]\u{1b}]{0,12}",
    ) {
        let (mut sieve, _) = asked();
        let mut passed = Vec::new();
        let mut pass = |input| passed.push(input);
        keys(&before).into_iter().for_each(|key| sieve.take(key, &mut pass));
        sieve.give_back(&mut pass);
        let reply = "\x1b]11;rgb:ff/ff/ff\x1b\\";
        keys(reply).into_iter().for_each(|key| sieve.take(key, &mut pass));
        keys(&after).into_iter().for_each(|key| sieve.take(key, &mut pass));
        let expected = [keys(&before), found(Ground::Light), keys(&after)].concat();
        proptest::prop_assert_eq!(passed, expected);
    }
}
