//! Aide: made of the binding tables, so that it cannot promise a key that does nothing.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::frame::{self, Frame};
use crate::tui::keys::{self, Context, Keymap};
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
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
        let page = height.saturating_sub(1).max(1);
        self.first = match action {
            Action::Up => self.first.saturating_sub(1),
            Action::Down => self.first + 1,
            Action::PageUp => self.first.saturating_sub(page),
            Action::PageDown => self.first + page,
            Action::Home => 0,
            Action::End => total,
            _ => self.first,
        };
        self.first = pane::clamp(self.first, total, height);
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

fn push_context(context: Context, keymap: &Keymap, lines: &mut Lines, theme: Theme) {
    lines.gap();
    lines.rule(context.title(), theme.heading(), theme.quiet());
    let column = if lines.width >= 60 { 24 } else { 16 };
    for binding in keymap.bindings(context) {
        let names = keys::all_names(&binding.keys);
        let name = text::pad(&names, column);
        if text::width(&names) >= column {
            lines.push(Line::styled(names, theme.key()));
            let lead = vec![Span::raw(" ".repeat(column))];
            lines.hanging(lead, binding.about, theme.text());
        } else {
            lines.hanging(vec![Span::styled(name, theme.key())], binding.about, theme.text());
        }
    }
}
