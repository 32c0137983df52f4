//! Réglages: how things look and move, the way to the keys, where the data are.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::Wish;
use super::frame::{self, Frame};
use crate::check::Verdict;
use crate::number::french::count;
use crate::tui::app::Look;
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::preferences::{Preferences, Switch};
use crate::tui::seat::Seat;
use crate::tui::theme::{Theme, ThemeChoice};
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{pane, text};

/// The state of the page.
#[derive(Debug)]
pub struct Settings {
    preferences: Preferences,
    /// Where progress is kept; `None` where it is not.
    data: Option<String>,
    /// Who works.
    seat: Seat,
    selected: usize,
    first: usize,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Profile,
    Theme(ThemeChoice),
    Switch(Switch),
    Keys,
}

/// All of them, from top to bottom.
fn rows() -> impl Iterator<Item = Row> {
    let themes = ThemeChoice::ALL.into_iter().map(Row::Theme);
    let switches = Switch::ALL.into_iter().map(Row::Switch);
    std::iter::once(Row::Profile).chain(themes).chain(switches).chain([Row::Keys])
}

/// The page laid out, and the line of each row.
struct Laid {
    lines: Lines,
    rows: Vec<usize>,
}

impl Settings {
    pub fn new(look: &Look) -> Self {
        let Look { preferences, data, seat, .. } = look.clone();
        let themed = |row: Row| row == Row::Theme(preferences.theme);
        let selected = rows().position(themed).unwrap_or(0);
        Settings { preferences, data, seat, selected, first: 0 }
    }

    /// Who works goes by another name now.
    pub fn tell_seat(&mut self, seat: &Seat) {
        self.seat = seat.clone();
    }

    /// Shows what the settings are now.
    pub fn prefer(&mut self, preferences: Preferences) {
        self.preferences = preferences;
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        let last = rows().count() - 1;
        match action {
            Action::Back => return Some(Wish::Back),
            Action::Enter => {
                let wish = self.choose();
                self.resized(size);
                return wish;
            }
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::PageUp | Action::Home => self.selected = 0,
            Action::PageDown | Action::End => self.selected = last,
            _ => {}
        }
        self.resized(size);
        None
    }

    fn choose(&mut self) -> Option<Wish> {
        match rows().nth(self.selected)? {
            Row::Theme(choice) => self.preferences.theme = choice,
            Row::Switch(switch) => self.preferences.toggle(switch),
            Row::Keys => return Some(Wish::Keys),
            Row::Profile => return Some(Wish::Profiles),
        }
        Some(Wish::Prefer(self.preferences.clone()))
    }

    pub fn resized(&mut self, size: Size) {
        let laid = self.laid(Theme::Plain, size);
        let height = usize::from(Frame::new(frame::area(size)).body.height);
        let line = laid.rows.get(self.selected).copied().unwrap_or(0);
        // The heading above the first row and what follows the last one come along.
        let from = if self.selected == 0 { 0 } else { line };
        let to = if self.selected + 1 == laid.rows.len() {
            laid.lines.len().saturating_sub(1)
        } else {
            line
        };
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
                self.update(Action::Enter, size)
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
        let mut places = Vec::new();
        for (at, row) in rows().enumerate() {
            self.push_heading(row, theme, &mut lines);
            places.push(lines.len());
            self.push_row(row, at == self.selected, theme, &mut lines);
        }
        lines.gap();
        lines.rule("Vos données", theme.heading(), theme.quiet());
        match &self.data {
            Some(data) => {
                let told = "Tout reste sur cet ordinateur, dans ce dossier\u{a0}:";
                lines.paragraph(told, theme.text());
                lines.paragraph(data, theme.quiet());
            }
            None => lines.paragraph("Cette séance n’est pas gardée.", theme.warning()),
        }
        Laid { lines, rows: places }
    }

    /// What stands above a row, where it is the first of its kind.
    fn push_heading(&self, row: Row, theme: Theme, lines: &mut Lines) {
        match row {
            Row::Theme(ThemeChoice::Automatic) => {
                lines.gap();
                lines.rule("Apparence", theme.heading(), theme.quiet());
            }
            Row::Switch(Switch::Large) => {
                lines.gap();
                let sample = sample(lines.width, theme);
                lines.push(sample);
                lines.gap();
            }
            Row::Keys => {
                lines.gap();
                lines.rule("Touches", theme.heading(), theme.quiet());
            }
            Row::Profile | Row::Theme(_) | Row::Switch(_) => {}
        }
    }

    fn push_row(&self, row: Row, selected: bool, theme: Theme, lines: &mut Lines) {
        let keys = match self.preferences.keys.changes() {
            0 => "Les voir, en changer".to_owned(),
            n => format!("Les voir, en changer · {}", count(n, "changée", "changées")),
        };
        let (sign, name, about) = match row {
            Row::Theme(choice) => {
                let sign = if choice == self.preferences.theme { "  ●" } else { "  ○" };
                (sign, choice.label(), choice.about())
            }
            Row::Switch(switch) => {
                let sign = if self.preferences.is_on(switch) { "[x]" } else { "[ ]" };
                (sign, switch.label(), switch.about())
            }
            Row::Keys => ("  ›", "Toutes les touches", &*keys),
            Row::Profile => ("  ›", "Profil", self.seat.name().unwrap_or("Aucun")),
        };
        push(sign, name, about, selected, theme, lines);
    }
}

/// Columns of the name of a choice.
const NAMES: usize = 20;

/// One row; what it does stands beside its name, or under it while it is selected.
fn push(sign: &str, name: &str, about: &str, selected: bool, theme: Theme, lines: &mut Lines) {
    let (base, second) =
        if selected { (theme.selected(), theme.selected()) } else { (theme.text(), theme.quiet()) };
    let room = lines.width.saturating_sub(NAMES + 7);
    let beside = text::width(about) <= room;
    let shown = if beside { about } else { "" };
    lines.push(Line::from(vec![
        Span::styled(if selected { "▌" } else { " " }, theme.accent()),
        Span::styled(format!(" {sign} {}", text::pad(&text::shorten(name, NAMES), NAMES)), base),
        Span::styled(text::pad(&format!(" {shown}"), room + 1), second),
    ]));
    if selected && !beside {
        lines.hanging(vec![Span::raw("      ")], about, theme.quiet());
    }
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
