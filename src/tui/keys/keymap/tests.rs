//! Whatever is given and given back, the keys in force stay sound.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::*;
use crate::tui::keys::sections;

fn command(code: &str) -> Command {
    Command::from_code(code).unwrap_or_else(|| panic!("no command is called {code}"))
}

fn key(word: &str) -> Key {
    text::read(word).unwrap_or_else(|| panic!("no key is called {word}"))
}

fn keys(keymap: &Keymap, code: &str) -> String {
    keymap.keys(command(code)).into_iter().map(text::write).collect::<Vec<_>>().join(" ")
}

/// Each key has one meaning in a context, each action of the tables a key, and the keys kept for
/// ever their meaning.
fn is_sound(keymap: &Keymap) {
    for context in Context::ALL {
        let mut meant: HashMap<Key, Command> = HashMap::new();
        let bound = keymap.bindings(context);
        for bound in &bound {
            assert!(!bound.keys.is_empty());
            for key in &bound.keys {
                let before = meant.insert(*key, bound.command());
                assert_eq!(before, None, "{context:?} {} {:?}", name(*key), bound.command());
            }
        }
        let reached: HashSet<Command> = bound.iter().map(Bound::command).collect();
        for binding in bindings(context) {
            assert!(reached.contains(&Command::of(binding)), "{context:?} {}", binding.about);
            for key in binding.keys.iter().filter(|key| is_kept(**key)) {
                assert_eq!(keymap.action(context, *key), Some(binding.action), "{context:?}");
            }
        }
        if context.types() {
            for key in ['a', 'é', '7', '?', '-'].map(Key::char) {
                let first = bindings(context).any(|binding| binding.keys.contains(&key));
                let means = keymap.action(context, key);
                let types = matches!(means, Some(Action::Type(_)));
                assert!(types || first, "{context:?} {} {means:?}", name(key));
            }
        }
    }
}

#[test]
fn a_given_key_takes_the_place_of_the_others_wherever_the_command_lives() {
    let keymap = Keymap::default();
    assert_eq!(keys(&keymap, "number.hint"), "f2 ctrl+k");
    let changed = keymap.give(command("number.hint"), Key::f(10)).unwrap();
    assert_eq!(keys(&changed, "number.hint"), "f10");
    for context in [Context::Number, Context::Grid, Context::Choice, Context::Editor] {
        assert_eq!(changed.action(context, Key::f(10)), Some(Action::Hint), "{context:?}");
        assert_eq!(changed.action(context, Key::f(2)), None, "{context:?}");
        assert_eq!(changed.name(context, Action::Hint), "F10");
    }
    assert!(changed.is_changed(command("number.hint")) && changed.changes() == 1);
    assert_eq!(changed.restore(command("number.hint")), Ok(keymap));
    is_sound(&changed);
}

#[test]
fn a_key_freed_can_be_given_and_must_be_given_back_first() {
    let (hint, why) = (command("number.hint"), command("number.why"));
    let keymap = Keymap::default().give(hint, Key::f(10)).unwrap();
    let keymap = keymap.give(why, Key::f(2)).unwrap();
    assert_eq!(
        keymap.restore(hint),
        Err(Refusal::Taken(Key::f(2), why, Context::Number)),
        "F2 is another's now"
    );
    // The two have changed places: neither could come first, both read back.
    let swapped = keymap.give(hint, Key::f(3)).unwrap();
    assert_eq!(Keymap::from_text(&swapped.to_text()), swapped);
    is_sound(&swapped);
}

#[test]
fn one_key_more_leaves_the_first_ones() {
    let keymap = Keymap::default().add(command("projection.reveal"), Key::f(5)).unwrap();
    assert_eq!(keys(&keymap, "projection.reveal"), "space pagedown right enter f5");
    let keymap = keymap.add(command("home.help"), Key::f(10)).unwrap();
    assert_eq!(keymap.action(Context::Number, Key::f(10)), Some(Action::Help));
    assert_eq!(keymap.action(Context::Editor, Key::char('?')), Some(Action::Type('?')));
    assert_eq!(keymap.action(Context::Home, Key::char('?')), Some(Action::Help));
    // In a table ↑ moves, where it may pick in a field: one more key changes neither.
    let keymap = keymap.add(command("number.pick"), Key::ctrl('b')).unwrap();
    assert_eq!(keymap.action(Context::Number, key("up")), Some(Action::Pick));
    assert_eq!(keymap.action(Context::Grid, key("up")), Some(Action::Up));
    assert_eq!(Keymap::from_text(&keymap.to_text()), keymap);
    is_sound(&keymap);
    // A key it has already is not had twice.
    let keymap = Keymap::default().add(command("number.hint"), Key::f(2)).unwrap();
    assert_eq!(keys(&keymap, "number.hint"), "f2 ctrl+k");
    is_sound(&keymap);
    let full = (1..=9).map(|n| char::from(b'0' + n)).try_fold(Keymap::default(), |keymap, c| {
        keymap.add(command("choice.toggle"), Key { alt: true, ..Key::char(c) })
    });
    assert_eq!(full, Err(Refusal::Full));
}

#[test]
fn enter_escape_and_ctrl_c_are_never_given_nor_taken_away() {
    for word in ["enter", "escape", "ctrl+c"] {
        let refused = Keymap::default().give(command("home.memo"), key(word));
        assert_eq!(refused, Err(Refusal::Kept));
    }
    let keymap = Keymap::default().give(command("home.quit"), Key::ctrl('q')).unwrap();
    assert_eq!(keymap.action(Context::Home, Key::char('q')), None);
    for context in Context::ALL {
        assert_eq!(keymap.action(context, Key::ctrl('c')), Some(Action::Quit), "{context:?}");
    }
    let keymap = keymap.give(command("number.enter"), Key::ctrl('b')).unwrap();
    assert_eq!(keys(&keymap, "number.enter"), "enter ctrl+b");
    is_sound(&keymap);
}

#[test]
fn a_character_is_no_key_where_it_is_typed() {
    let refused = Keymap::default().give(command("number.hint"), Key::char('h'));
    assert_eq!(refused, Err(Refusal::Types(Key::char('h'))));
    // Where Escape remains, the letter may stand beside it on the screens without a field.
    let keymap = Keymap::default().give(command("document.back"), Key::char('x')).unwrap();
    assert_eq!(keymap.action(Context::Review, Key::char('x')), Some(Action::Back));
    assert_eq!(keymap.action(Context::Review, Key::char('q')), None);
    assert_eq!(keymap.action(Context::Number, Key::char('x')), Some(Action::Type('x')));
    is_sound(&keymap);
    for c in ['\u{7}', '\u{301}', '\u{a0}', '\u{200b}'] {
        let refused = Keymap::default().give(command("home.memo"), Key::char(c));
        assert_eq!(refused, Err(Refusal::Nameless), "{c:?}");
    }
}

#[test]
fn a_refusal_names_what_is_there_and_where() {
    let refused = Keymap::default().give(command("number.hint"), Key::f(3)).unwrap_err();
    assert_eq!(
        refused.sentence(),
        "F3 sert déjà à «\u{a0}Comprendre le verdict\u{a0}» (Répondre par un nombre)."
    );
    let refused = Keymap::default().give(command("home.memo"), Key::char('p')).unwrap_err();
    assert_eq!(refused.sentence(), "p sert déjà à «\u{a0}Voir vos progrès\u{a0}» (Accueil).");
}

#[test]
fn what_is_kept_badly_is_left_out() {
    for bad in [
        "",
        "\n\n",
        "home.memo",
        "home.memo aussi",
        "home.memo f99",
        "home.memo enter",
        "home.memo ctrl+c escape",
        "home.dance f10",
        "number.hint h",
        "number.hint f3",
        "home.memo \u{1b}[31m",
        "dance",
    ] {
        assert_eq!(Keymap::from_text(bad), Keymap::default(), "{bad:?}");
    }
    // The sound line stands, the one in its way and the second for the same command do not.
    let kept = "home.memo f10\nhome.progress f10\nnumber.hint ctrl+c f10\nhome.memo f12";
    let keymap = Keymap::from_text(kept);
    assert_eq!(keys(&keymap, "home.memo"), "f10");
    assert_eq!(keys(&keymap, "home.progress"), "p");
    assert_eq!(keys(&keymap, "number.hint"), "f10");
    is_sound(&keymap);
}

fn any_command() -> impl Strategy<Value = Command> {
    let all: Vec<Command> =
        sections().iter().flat_map(|section| section.commands.clone()).collect();
    prop::sample::select(all)
}

fn any_key() -> impl Strategy<Value = Key> {
    let mut codes = vec![
        Code::Enter,
        Code::Escape,
        Code::Tab,
        Code::Backspace,
        Code::Delete,
        Code::Left,
        Code::Up,
        Code::Home,
        Code::PageDown,
    ];
    codes.extend((1..=12).map(Code::F));
    codes.extend("abcdegkmpqrx09?. é".chars().map(Code::Char));
    (prop::sample::select(codes), any::<bool>(), prop::bool::weighted(0.2), any::<bool>()).prop_map(
        |(code, ctrl, alt, shift)| {
            let shift = shift && !matches!(code, Code::Char(_));
            Key { code, ctrl, alt, shift }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_sequence_of_changes_makes_the_keys_unsound(
        steps in prop::collection::vec((any_command(), any_key(), 0..3), 1..40),
    ) {
        let mut keymap = Keymap::default();
        for (command, key, what) in steps {
            let changed = match what {
                0 => keymap.give(command, key),
                1 => keymap.add(command, key),
                _ => keymap.restore(command),
            };
            keymap = changed.unwrap_or(keymap);
        }
        is_sound(&keymap);
        prop_assert_eq!(Keymap::from_text(&keymap.to_text()), keymap);
    }

    #[test]
    fn whatever_the_journal_holds_the_keys_are_sound(
        lines in prop::collection::vec((any_command(), prop::collection::vec(any_key(), 0..4)), 0..12),
        noise in ".{0,40}",
    ) {
        let mut kept: Vec<String> = lines
            .into_iter()
            .map(|(command, keys)| {
                let keys: Vec<String> = keys.into_iter().map(text::write).collect();
                format!("{} {}", command.code(), keys.join(" "))
            })
            .collect();
        kept.push(noise);
        is_sound(&Keymap::from_text(&kept.join("\n")));
    }
}
