//! Keys as text, for the journal: `ctrl+s`, `shift+tab`, `f10`, `é`, `space`.

use crate::tui::msg::{Code, Key};

const CODES: [(Code, &str); 14] = [
    (Code::Char(' '), "space"),
    (Code::Enter, "enter"),
    (Code::Escape, "escape"),
    (Code::Tab, "tab"),
    (Code::Backspace, "backspace"),
    (Code::Delete, "delete"),
    (Code::Left, "left"),
    (Code::Right, "right"),
    (Code::Up, "up"),
    (Code::Down, "down"),
    (Code::Home, "home"),
    (Code::End, "end"),
    (Code::PageUp, "pageup"),
    (Code::PageDown, "pagedown"),
];

/// A key in one word.
pub fn write(key: Key) -> String {
    let mut word = String::new();
    for (held, prefix) in [(key.ctrl, "ctrl+"), (key.alt, "alt+"), (key.shift, "shift+")] {
        if held {
            word.push_str(prefix);
        }
    }
    match CODES.iter().find(|(code, _)| *code == key.code) {
        Some((_, name)) => word.push_str(name),
        None => match key.code {
            Code::F(n) => word.push_str(&format!("f{n}")),
            Code::Char(c) => word.push(c),
            _ => {}
        },
    }
    word
}

/// The key of a word; `None` where it is none.
pub fn read(word: &str) -> Option<Key> {
    let (ctrl, rest) = without(word, "ctrl+");
    let (alt, rest) = without(rest, "alt+");
    let (shift, rest) = without(rest, "shift+");
    let named = CODES.iter().find(|(_, name)| *name == rest).map(|(code, _)| *code);
    let code = named.or_else(|| function(rest)).or_else(|| letter(rest))?;
    Some(Key { code, ctrl, alt, shift })
}

fn without<'a>(word: &'a str, prefix: &str) -> (bool, &'a str) {
    word.strip_prefix(prefix).map_or((false, word), |rest| (true, rest))
}

fn function(word: &str) -> Option<Code> {
    let n: u8 = word.strip_prefix('f')?.parse().ok()?;
    (1..=35).contains(&n).then_some(Code::F(n))
}

fn letter(word: &str) -> Option<Code> {
    let mut letters = word.chars();
    let only = letters.next().filter(|c| !c.is_control() && !c.is_whitespace())?;
    letters.next().is_none().then_some(Code::Char(only))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::{Context, bindings};

    #[test]
    fn every_key_of_the_tables_reads_back() {
        for binding in Context::ALL.into_iter().flat_map(bindings) {
            for key in binding.keys {
                assert_eq!(read(&write(*key)), Some(*key));
            }
        }
        for key in [Key::ctrl('+'), Key::char('+'), Key::char('f'), Key::char('é'), Key::f(24)] {
            assert_eq!(read(&write(key)), Some(key));
        }
        assert_eq!(write(Key::ctrl('s')), "ctrl+s");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for word in
            ["", "ctrl+", "f0", "f99", "f1x", "entrée", "ab", "\u{1b}", "\u{7}", "alt+ctrl+x"]
        {
            assert_eq!(read(word), None, "{word:?}");
        }
    }
}
