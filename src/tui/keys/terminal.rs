//! From the terminal library's events to ours.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::tui::msg::{Code, Input, Key, Mouse, MouseKind, PASTE_LIMIT, Size};

/// Our reading of an event; `None` for those that mean nothing here.
pub fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(event) => key(event).map(Input::Key),
        Event::Mouse(event) => mouse(event).map(Input::Mouse),
        Event::Paste(text) => Some(Input::Paste(bounded(text))),
        Event::Resize(width, height) => Some(Input::Resize(Size { width, height })),
        Event::FocusGained | Event::FocusLost => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let mut alt = event.modifiers.contains(KeyModifiers::ALT);
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(c) => {
            shift = false;
            // AltGr arrives as Ctrl and Alt together on Windows: it makes a character.
            if ctrl && alt {
                (ctrl, alt) = (false, false);
            }
            Code::Char(if ctrl { c.to_ascii_lowercase() } else { c })
        }
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        other => plain(other)?,
    };
    Some(Key { code, ctrl, alt, shift })
}

fn plain(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Escape,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { kind, x: event.column, y: event.row })
}

fn bounded(mut text: String) -> String {
    let mut end = PASTE_LIMIT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(code: KeyCode, modifiers: KeyModifiers, expected: Option<Key>) {
        let event = Event::Key(KeyEvent::new(code, modifiers));
        assert_eq!(input(event), expected.map(Input::Key));
    }

    #[test]
    fn characters_keep_their_case_and_drop_shift() {
        reads(KeyCode::Char('É'), KeyModifiers::SHIFT, Some(Key::char('É')));
        reads(KeyCode::Char('S'), KeyModifiers::CONTROL, Some(Key::ctrl('s')));
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        reads(KeyCode::Char('€'), altgr, Some(Key::char('€')));
        reads(KeyCode::CapsLock, KeyModifiers::NONE, None);
    }

    #[test]
    fn a_released_key_is_not_a_key() {
        let event =
            KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(input(Event::Key(event)), None);
    }

    #[test]
    fn a_paste_is_cut_at_the_limit_between_two_characters() {
        let Some(Input::Paste(text)) = input(Event::Paste("é".repeat(PASTE_LIMIT))) else {
            panic!("a paste is a paste");
        };
        assert_eq!(text.len(), PASTE_LIMIT);
        let Some(Input::Paste(text)) =
            input(Event::Paste("a".to_owned() + &"é".repeat(PASTE_LIMIT)))
        else {
            panic!("a paste is a paste");
        };
        assert_eq!(text.len(), PASTE_LIMIT - 1);
    }
}
