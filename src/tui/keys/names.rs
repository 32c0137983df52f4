//! How keys are called in French, on screen.

use crate::tui::msg::{Code, Key};

/// `Ctrl+S`, `Maj+Tab`, `Entrée`, `↑`.
pub fn name(key: Key) -> String {
    let mut name = String::new();
    for (held, prefix) in [(key.ctrl, "Ctrl+"), (key.alt, "Alt+"), (key.shift, "Maj+")] {
        if held {
            name.push_str(prefix);
        }
    }
    match key.code {
        Code::Char(' ') => name.push_str("Espace"),
        Code::Char(c) if key.ctrl || key.alt => name.extend(c.to_uppercase()),
        Code::Char(c) => name.push(c),
        Code::F(n) => name.push_str(&format!("F{n}")),
        code => name.push_str(special(code)),
    }
    name
}

/// All the keys of a binding: `F2 · Ctrl+K`.
pub fn all_names(keys: &[Key]) -> String {
    keys.iter().map(|key| name(*key)).collect::<Vec<_>>().join(" · ")
}

fn special(code: Code) -> &'static str {
    match code {
        Code::Enter => "Entrée",
        Code::Escape => "Échap",
        Code::Tab => "Tab",
        Code::Backspace => "Effacer",
        Code::Delete => "Suppr",
        Code::Left => "←",
        Code::Right => "→",
        Code::Up => "↑",
        Code::Down => "↓",
        Code::Home => "Début",
        Code::End => "Fin",
        Code::PageUp => "Page↑",
        Code::PageDown => "Page↓",
        Code::Char(_) | Code::F(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_french_names() {
        assert_eq!(name(Key::ctrl('s')), "Ctrl+S");
        assert_eq!(name(Key { shift: true, ..Key::plain(Code::Tab) }), "Maj+Tab");
        assert_eq!(name(Key::char(' ')), "Espace");
        assert_eq!(name(Key::f(2)), "F2");
        assert_eq!(all_names(&[Key::plain(Code::Enter), Key::char('q')]), "Entrée · q");
    }
}
