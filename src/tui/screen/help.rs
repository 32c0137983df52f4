//! Aide: made of the binding tables, so that it cannot promise a key that does nothing.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::frame::{self, Frame};
use crate::tui::keys::{self, Bound, Context, Keymap};
use crate::tui::msg::{Action, Key, Mouse, MouseKind, Size};
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{pane, text};

/// The help page, opened from a context.
#[derive(Debug)]
pub struct Help {
    from: Context,
    keymap: Keymap,
    first: usize,
}

impl Help {
    pub fn new(from: Context, keymap: Keymap) -> Self {
        Help { from, keymap, first: 0 }
    }

    pub fn update(&mut self, action: Action, size: Size) {
        let height = usize::from(Frame::new(frame::area(size)).body.height);
        let total = self.lines(Theme::Plain, size).len();
        self.first = pane::scrolled(self.first, action, total, height);
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) {
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press => {}
        }
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let title = vec![Span::styled("Aide", theme.heading())];
        let right = Line::styled("Tuteur NDRC", theme.quiet());
        frame::header(title, right, frame.header, buf);
        let body = frame::inset(frame.body, 2);
        pane::draw(&self.lines(theme, size), self.first, theme, body, buf);
    }

    fn lines(&self, theme: Theme, size: Size) -> Vec<Line<'static>> {
        let width = usize::from(size.width).saturating_sub(6).min(100);
        let mut lines = Lines::new(width);
        // Away from the accueil, the keys of what is in hand are wanted at once.
        let newcomer = self.from == Context::Home;
        if newcomer {
            push_primer(&self.keymap, &mut lines, theme);
        }
        // The context one comes from is what one wants to know about.
        let others = Context::ALL.into_iter().filter(|context| *context != self.from);
        for context in std::iter::once(self.from).chain(others) {
            push_context(context, &self.keymap, &mut lines, theme);
        }
        if !newcomer {
            lines.gap();
            push_primer(&self.keymap, &mut lines, theme);
        }
        lines.gap();
        let words =
            "Une touche ne vous va pas\u{a0}? Les réglages permettent d’en choisir une autre.";
        lines.paragraph(words, theme.text());
        lines.lines
    }
}

/// How the tutor works, in four sentences.
fn push_primer(keymap: &Keymap, lines: &mut Lines, theme: Theme) {
    let hint = keymap.name(Context::Number, Action::Hint);
    let hint = format!(
        "En panne\u{a0}? {hint} donne un coup de pouce, puis un autre, jusqu’au résultat expliqué."
    );
    for words in [
        "Chaque question se travaille étape par étape. Répondez, vérifiez avec Entrée\u{a0}: le \
         tuteur dit si c’est juste et, sinon, ce qui s’est sans doute passé.",
        "Un nombre s’écrit comme vous voulez\u{a0}: 25,64\u{a0}% · 359/1400 · 2\u{a0}000\u{a0}€ · \
         3\u{a0}min\u{a0}47 · (450−452)/452. La ligne sous le champ montre comment il est lu.",
        &hint,
        "Tout est enregistré à mesure, sauf pour un invité\u{a0}: vous pouvez quitter à tout moment.",
    ] {
        lines.gap();
        lines.paragraph(words, theme.text());
    }
    lines.gap();
    for (sign, words) in [
        ("✓", "juste"),
        ("≈", "presque\u{a0}: la bonne valeur, mal présentée, ou une partie de l’attendu"),
        ("✗", "faux"),
        ("◆", "résultat montré"),
        ("◐", "en cours"),
        ("○", "à faire"),
    ] {
        lines.push(Line::from(format!("{sign}  {words}")));
    }
}

/// The keys and what they do, digits in a row told at once: `0 … 9`.
fn told(bindings: &[Bound]) -> Vec<(String, &'static str)> {
    let mut told = Vec::new();
    let mut rest = bindings;
    while let Some(bound) = rest.first() {
        let run = 1 + rest.windows(2).take_while(|pair| follows(&pair[0], &pair[1])).count();
        let (group, after) = rest.split_at(run);
        rest = after;
        match (keys::together(bound.action), group.last()) {
            (Some(about), Some(last)) if run > 1 => {
                let ends = [bound, last].map(|end| keys::all_names(&end.keys));
                told.push((ends.join(" … "), about));
            }
            _ => told.extend(group.iter().map(|it| (keys::all_names(&it.keys), it.about))),
        }
    }
    told
}

/// Whether a digit does for its number what the one before does for its own.
fn follows(one: &Bound, next: &Bound) -> bool {
    let digit = |bound: &Bound| match bound.keys.as_slice() {
        [key] if *key == Key::char('0') => Some(0),
        [key] => (1..=9).find(|digit| *key == Key::char(char::from(b'0' + digit))),
        _ => None,
    };
    let about = keys::together(one.action);
    let both = digit(one).zip(digit(next));
    about.is_some()
        && about == keys::together(next.action)
        && both.is_some_and(|(one, next)| one + 1 == next)
}

fn push_context(context: Context, keymap: &Keymap, lines: &mut Lines, theme: Theme) {
    lines.gap();
    lines.rule(context.title(), theme.heading(), theme.quiet());
    let column = if lines.width >= 60 { 24 } else { 16 };
    for (names, about) in told(&keymap.bindings(context)) {
        let name = text::pad(&names, column);
        if text::width(&names) >= column {
            lines.push(Line::styled(names, theme.key()));
            let lead = vec![Span::raw(" ".repeat(column))];
            lines.hanging(lead, about, theme.text());
        } else {
            lines.hanging(vec![Span::styled(name, theme.key())], about, theme.text());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_a_row_are_told_on_one_line() {
        let shown = |context| {
            let told = told(&Keymap::default().bindings(context));
            let digits = told
                .into_iter()
                .filter(|(names, _)| names.starts_with(|c: char| c.is_ascii_digit()));
            digits.map(|(names, _)| names).collect::<Vec<_>>()
        };
        assert_eq!(shown(Context::Projection), ["0 … 9"]);
        assert_eq!(shown(Context::Home), ["1 … 9"]);
    }

    #[test]
    fn a_digit_given_another_key_is_told_apart() {
        let keymap = Keymap::default();
        let mut bindings = keymap.bindings(Context::Projection);
        let two = bindings.iter_mut().find(|it| it.action == Action::Digit(2)).unwrap();
        two.keys = vec![Key::char('x')];
        let told: Vec<String> = told(&bindings).into_iter().map(|(names, _)| names).collect();
        for line in ["0 … 1", "x", "3 … 9"] {
            assert!(told.iter().any(|it| it == line), "{line}: {told:?}");
        }
    }
}
