//! Asking the terminal for its background (OSC 11), and finding the reply among the keys.
//!
//! The reply comes where keys come from, as the keys `Alt-]`, `1`, `1`, `;`, `r`, `g`, `b`… up to
//! `Alt-\` or `Ctrl-G`. A sieve takes it out and gives every other key back, in order. Nobody waits
//! for it: many terminals never reply, and a learner may type from the first moment.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::tui::msg::{Code, Input, Key};
use crate::tui::theme::Ground;

/// "What is your background?", ended as the standard says.
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// What a reply begins with, after `Alt-]`.
const HEAD: &str = "11;";
/// Most characters of a reply: `11;rgba:ffff/ffff/ffff/ffff` has 27.
const LONGEST: usize = 40;

/// Whether a reply is still expected, known to who asks and to who reads.
#[derive(Debug, Clone, Default)]
pub struct Expected(Arc<AtomicBool>);

impl Expected {
    /// A question goes out: its reply may come at any moment from now on. False where one is
    /// still expected, and nothing need be asked.
    pub fn begin(&self) -> bool {
        !self.0.swap(true, Ordering::SeqCst)
    }

    fn is_on(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    fn end(&self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Takes the reply out of what is typed.
#[derive(Debug)]
pub struct Sieve {
    expected: Expected,
    held: Vec<Key>,
    /// A read may end between the two bytes of `Alt-]`, and then `Escape` comes first. Once one
    /// was held for nothing, the learner's are never held again.
    holds_escape: bool,
}

const ESCAPE: Key = Key::plain(Code::Escape);
const OPENS: Key = alt(']');
const CLOSES: [Key; 2] = [alt('\\'), Key::ctrl('g')];

const fn alt(c: char) -> Key {
    Key { alt: true, ..Key::char(c) }
}

/// What the keys held so far are.
enum Reading {
    Reply(Option<Ground>),
    MayBe,
    Not,
}

impl Sieve {
    pub fn new(expected: Expected) -> Self {
        Sieve { expected, held: Vec::new(), holds_escape: true }
    }

    /// Passes an input on, unless it may be part of the reply.
    pub fn take(&mut self, input: Input, pass: &mut impl FnMut(Input)) {
        match input {
            Input::Key(key) if self.is_holding() || self.begins(key) => {
                self.held.push(key);
                self.settle(pass);
            }
            // A new size, a click or a paste is no part of it, and must not wait for its end.
            other => pass(other),
        }
    }

    /// Keys wait for what follows them.
    pub fn is_holding(&self) -> bool {
        !self.held.is_empty()
    }

    /// Nothing followed: the keys held were a person's.
    pub fn give_back(&mut self, pass: &mut impl FnMut(Input)) {
        self.holds_escape &= self.held.first() != Some(&ESCAPE);
        self.held.drain(..).map(Input::Key).for_each(pass);
    }

    fn begins(&self, key: Key) -> bool {
        self.expected.is_on() && (key == OPENS || self.holds_escape && key == ESCAPE)
    }

    fn settle(&mut self, pass: &mut impl FnMut(Input)) {
        match read(&self.held) {
            Reading::MayBe => {}
            Reading::Reply(ground) => {
                self.held.clear();
                self.expected.end();
                ground.map(Input::Background).into_iter().for_each(pass);
            }
            Reading::Not => self.refuse(pass),
        }
    }

    /// The first key is a person's, and the reply may begin at any of those after it.
    fn refuse(&mut self, pass: &mut impl FnMut(Input)) {
        let held = std::mem::take(&mut self.held);
        let mut keys = held.into_iter();
        if let Some(first) = keys.next() {
            self.holds_escape &= first != ESCAPE;
            pass(Input::Key(first));
        }
        keys.for_each(|key| self.take(Input::Key(key), pass));
    }
}

fn read(keys: &[Key]) -> Reading {
    let body = match keys {
        [OPENS, body @ ..] => body,
        [ESCAPE, second, body @ ..] if *second == Key::char(']') => body,
        [ESCAPE] => return Reading::MayBe,
        _ => return Reading::Not,
    };
    let text: String = body.iter().map_while(|key| plain(*key)).collect();
    let begun = text.starts_with(HEAD);
    match &body[text.chars().count()..] {
        [] if text.len() > LONGEST => Reading::Not,
        [] if begun || HEAD.starts_with(&*text) => Reading::MayBe,
        [ESCAPE] if begun => Reading::MayBe,
        [key] if begun && CLOSES.contains(key) => Reading::Reply(ground(&text[HEAD.len()..])),
        [ESCAPE, key] if begun && *key == Key::char('\\') => {
            Reading::Reply(ground(&text[HEAD.len()..]))
        }
        _ => Reading::Not,
    }
}

/// The character of a key that can be part of a colour's text.
fn plain(key: Key) -> Option<char> {
    match key {
        Key { code: Code::Char(c), ctrl: false, alt: false, .. } if c.is_ascii_graphic() => Some(c),
        _ => None,
    }
}

/// `rgb:` or `rgba:`, then red, green and blue with one to four hexadecimal digits each.
fn ground(colour: &str) -> Option<Ground> {
    let (space, channels) = colour.split_once(':')?;
    let channels: Vec<f64> = channels.split('/').map(channel).collect::<Option<_>>()?;
    match (space, &*channels) {
        ("rgb", [red, green, blue]) | ("rgba", [red, green, blue, _]) => {
            Some(Ground::of(*red, *green, *blue))
        }
        _ => None,
    }
}

/// From 0 to 1.
fn channel(digits: &str) -> Option<f64> {
    let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
    let hexadecimal = digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)?;
    Some(f64::from(value) / f64::from(most))
}

#[cfg(test)]
mod tests;
