//! Réglages: the theme, where the data are, and the way to the keys.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::Wish;
use super::frame::{self, Frame};
use crate::check::Verdict;
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::theme::{Theme, ThemeChoice};
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{pane, text};

/// The state of the page.
#[derive(Debug)]
pub struct Settings {
    chosen: ThemeChoice,
    /// Where progress is kept; `None` where it is not.
    data: Option<String>,
    selected: usize,
    first: usize,
}

/// The rows that can be chosen: the themes, then the keys.
const ROWS: usize = ThemeChoice::ALL.len() + 1;

/// The page laid out, and the lines of its rows.
struct Laid {
    lines: Lines,
    rows: Vec<usize>,
}

impl Settings {
    pub fn new(chosen: ThemeChoice, data: Option<String>) -> Self {
        Settings { chosen, data, selected: chosen as usize, first: 0 }
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        match action {
            Action::Back => return Some(Wish::Back),
            Action::Enter => return Some(self.choose()),
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(ROWS - 1),
            Action::PageUp | Action::Home => self.selected = 0,
            Action::PageDown | Action::End => self.selected = ROWS - 1,
            _ => {}
        }
        self.resized(size);
        None
    }

    fn choose(&mut self) -> Wish {
        match ThemeChoice::ALL.get(self.selected) {
            Some(choice) => {
                self.chosen = *choice;
                Wish::Theme(*choice)
            }
            None => Wish::Do(Action::Help),
        }
    }

    pub fn resized(&mut self, size: Size) {
        let laid = self.laid(Theme::Plain, size);
        let height = usize::from(Frame::new(frame::area(size)).body.height);
        let line = laid.rows.get(self.selected).copied().unwrap_or(0);
        // The heading above the first row and what follows the last one come along.
        let from = if self.selected == 0 { 0 } else { line };
        let to = if self.selected == ROWS - 1 { laid.lines.len().saturating_sub(1) } else { line };
        self.first = pane::follow(pane::follow(self.first, to, height), from, height);
        self.first = pane::clamp(self.first, laid.lines.len(), height);
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Option<Wish> {
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press => {
                let body = frame::inset(Frame::new(frame::area(size)).body, 2);
                if !body.contains((mouse.x, mouse.y).into()) {
                    return None;
                }
                let line = self.first + usize::from(mouse.y - body.y);
                self.selected =
                    self.laid(Theme::Plain, size).rows.iter().position(|r| *r == line)?;
                Some(self.choose())
            }
        }
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let title = vec![Span::styled("Réglages", theme.heading())];
        let version = format!("Tuteur NDRC {}", env!("CARGO_PKG_VERSION"));
        frame::header(title, Line::styled(version, theme.quiet()), frame.header, buf);
        let body = frame::inset(frame.body, 2);
        pane::draw(&self.laid(theme, size).lines.lines, self.first, theme, body, buf);
    }

    fn laid(&self, theme: Theme, size: Size) -> Laid {
        let mut lines = Lines::new(usize::from(size.width).saturating_sub(6).min(84));
        let mut rows = Vec::new();
        lines.rule("Apparence", theme.heading(), theme.quiet());
        for choice in ThemeChoice::ALL {
            let sign = if choice == self.chosen { "●" } else { "○" };
            rows.push(lines.len());
            let selected = rows.len() - 1 == self.selected;
            let line = row(sign, choice.label(), choice.about(), selected, lines.width, theme);
            lines.push(line);
        }
        lines.gap();
        let sample = sample(lines.width, theme);
        lines.push(sample);
        lines.gap();
        lines.rule("Touches", theme.heading(), theme.quiet());
        rows.push(lines.len());
        let selected = self.selected == ROWS - 1;
        let line = row("?", "Toutes les touches", "Écran par écran", selected, lines.width, theme);
        lines.push(line);
        lines.gap();
        lines.rule("Vos données", theme.heading(), theme.quiet());
        match &self.data {
            Some(data) => {
                lines.paragraph(
                    "Tout reste sur cet ordinateur, dans ce dossier\u{a0}:",
                    theme.text(),
                );
                lines.paragraph(data, theme.quiet());
            }
            None => lines.paragraph("Cette séance n’est pas gardée.", theme.warning()),
        }
        Laid { lines, rows }
    }
}

/// Columns of the name of a choice.
const NAMES: usize = 20;

fn row(
    sign: &str,
    name: &str,
    about: &str,
    selected: bool,
    width: usize,
    theme: Theme,
) -> Line<'static> {
    let (base, second) =
        if selected { (theme.selected(), theme.selected()) } else { (theme.text(), theme.quiet()) };
    let room = width.saturating_sub(NAMES + 5);
    let about = if text::width(about) <= room { about } else { "" };
    Line::from(vec![
        Span::styled(if selected { "▌" } else { " " }, theme.accent()),
        Span::styled(format!(" {sign} {}", text::pad(&text::shorten(name, NAMES), NAMES)), base),
        Span::styled(text::pad(&format!(" {about}"), room + 1), second),
    ])
}

/// What the theme in use looks like.
fn sample(width: usize, theme: Theme) -> Line<'static> {
    let verdicts =
        [("✓ juste", Verdict::Right), ("≈ presque", Verdict::Close), ("✗ faux", Verdict::Wrong)];
    let mut spans = vec![Span::raw("   ")];
    for (words, verdict) in verdicts {
        spans.push(Span::styled(words, theme.verdict(verdict)));
        spans.push(Span::raw("  "));
    }
    if width >= 48 {
        spans.push(Span::styled("titre", theme.heading()));
        spans.push(Span::styled("  discret", theme.quiet()));
    }
    Line::from(spans)
}
