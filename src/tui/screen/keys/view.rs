//! Drawing the key list: the field, the rows under their headings, what is said of the selection.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Choice, KeyList, Mode, Told, together};
use crate::number::french::count;
use crate::tui::keys::{self, Command, Keymap};
use crate::tui::msg::{Action, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{highlight, pane, text};

/// The heading of the row that gives all keys back, and its words.
pub const ALL_KEYS: &str = "Toutes les touches";
pub const RESTORE_ALL: &str = "Remettre toutes les touches d’origine";

/// Under this many columns there is less room for keys and more lines of words.
const NARROW: u16 = 60;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Space,
    /// The heading above the nth hit.
    Heading(usize),
    Hit(usize),
}

impl Row {
    pub fn hit(&self) -> Option<usize> {
        match self {
            Row::Hit(hit) => Some(*hit),
            Row::Space | Row::Heading(_) => None,
        }
    }
}

/// Where the field, the list and the words under it stand.
pub struct Places {
    field: Rect,
    pub list: Rect,
    words: Rect,
}

impl Places {
    pub fn new(size: Size) -> Places {
        let body = frame::inset(Frame::new(frame::area(size)).body, 2);
        let body = Rect { width: body.width.min(100), ..body };
        let air = u16::from(size.height >= 16);
        let told = if size.width < NARROW || size.height >= 20 { 3 } else { 2 };
        let told = told.min(body.height.saturating_sub(2));
        let top = (1 + air).min(body.height);
        let height = body.height.saturating_sub(top + told + air);
        Places {
            field: Rect { height: 1.min(body.height), ..body },
            list: Rect { y: body.y + top, height, ..body },
            words: Rect { y: body.bottom() - told, height: told, ..body },
        }
    }
}

impl KeyList {
    /// Under their headings, or from the best while something is looked for.
    pub(super) fn rows(&self) -> Vec<Row> {
        let hits = 0..self.finder.hits().len();
        if !self.finder.is_blank() {
            return hits.map(Row::Hit).collect();
        }
        let mut rows = Vec::new();
        let mut heading = "";
        for hit in hits {
            if self.heading(hit) != heading {
                heading = self.heading(hit);
                rows.extend((!rows.is_empty()).then_some(Row::Space));
                rows.push(Row::Heading(hit));
            }
            rows.push(Row::Hit(hit));
        }
        rows
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let title = vec![Span::styled("Réglages  ›  Touches", theme.heading())];
        let total = self.finder.hits().len();
        let place = format!("{} sur {total}", (self.finder.selected + 1).min(total));
        frame::header(title, Line::styled(place, theme.quiet()), frame.header, buf);
        let places = Places::new(size);
        let invitation = "action ou touche\u{a0}: indice, mémo, F2…";
        let line = self.finder.line(invitation, usize::from(places.field.width), theme);
        line.render(places.field, buf);
        self.draw_list(theme, places.list, buf);
        let Rect { width, height, .. } = places.words;
        let words = self.words(usize::from(width), usize::from(height), theme);
        for (line, row) in words.lines.iter().zip(places.words.rows()) {
            line.render(row, buf);
        }
    }

    fn draw_list(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width).saturating_sub(2);
        let rows = self.rows();
        for (row, place) in rows.iter().skip(self.first).zip(area.rows()) {
            self.line(*row, width, theme).render(place, buf);
        }
        pane::draw_bar(rows.len(), self.first, theme, area, buf);
    }

    fn line(&self, row: Row, width: usize, theme: Theme) -> Line<'static> {
        match row {
            Row::Space => Line::default(),
            Row::Heading(hit) => {
                let heading = text::shorten(self.heading(hit), width);
                Line::styled(format!(" {heading}"), theme.heading())
            }
            Row::Hit(hit) => self.hit_line(hit, width, theme),
        }
    }

    /// `▌ F2 · Ctrl+A      Un échelon d’aide de plus`; a dot marks the keys that were changed.
    fn hit_line(&self, hit: usize, width: usize, theme: Theme) -> Line<'static> {
        let Some(choice) = self.choice(hit) else { return Line::default() };
        let selected = hit == self.finder.selected;
        let column = if width + 6 < usize::from(NARROW) { 12 } else { 22 };
        let (about, names, changed) = match choice {
            Choice::RestoreAll => (RESTORE_ALL, changes(&self.keymap), false),
            Choice::Command(command) => {
                let names = if selected && matches!(self.mode, Mode::Waiting { .. }) {
                    "appuyez…".to_owned()
                } else {
                    match command.action {
                        Action::Paper(1) => "1 … 9".to_owned(),
                        Action::Digit(0) => "0 … 9".to_owned(),
                        _ => keys::all_names(&self.keymap.keys(command)),
                    }
                };
                (together(command).unwrap_or(command.about), names, self.keymap.is_changed(command))
            }
        };
        let (base, found, key) = if selected {
            (theme.selected(), theme.selected_match(), theme.selected())
        } else {
            (theme.text(), theme.found(), theme.key())
        };
        let names = text::pad(&text::shorten(&names, column), column);
        let mut spans = vec![
            Span::styled(if selected { "▌" } else { " " }, theme.accent()),
            Span::styled(if changed { "•" } else { " " }, key),
            Span::styled(format!("{names} "), key),
        ];
        let room = width.saturating_sub(column + 3);
        let letters = about.chars().count();
        let matched = self.finder.hits().get(hit).map_or(&[][..], |found| &found.hit.matched);
        let matched: Vec<usize> = matched.iter().copied().filter(|at| *at < letters).collect();
        spans.extend(highlight::spans(about, &matched, room, base, found));
        Line::from(spans)
    }

    /// What is asked, what came of it, or where the selected command lives.
    fn words(&self, width: usize, height: usize, theme: Theme) -> Lines {
        let mut lines = Lines::new(width);
        let choice = self.choice(self.finder.selected);
        if let Some(told) = &self.told {
            match told {
                Told::Done(words) => lines.paragraph(words, theme.strong()),
                Told::Refused(words) => lines.paragraph(words, theme.warning()),
            }
        }
        match (self.mode, choice) {
            (Mode::Waiting { more }, Some(Choice::Command(command))) => {
                let what = if more { "la touche à ajouter" } else { "la nouvelle touche" };
                let name = command.name();
                let asked = match self.told {
                    None => format!("Appuyez sur {what} pour «\u{a0}{name}\u{a0}»."),
                    Some(_) => "Appuyez sur une autre touche.".to_owned(),
                };
                lines.paragraph(&asked, theme.strong());
            }
            (Mode::Sure, _) => {
                let asked = "Entrée encore une fois\u{a0}: toutes les touches d’origine.";
                lines.paragraph(asked, theme.warning());
            }
            (_, Some(Choice::Command(command))) => {
                if self.told.is_none() {
                    push_sentence(command.about, height.saturating_sub(1), theme, &mut lines);
                }
                self.push_place(command, theme, &mut lines);
            }
            (_, Some(Choice::RestoreAll)) => {
                lines.paragraph("Chaque action retrouve ses touches d’origine.", theme.quiet());
            }
            (_, None) => {
                let words = "Rien ne correspond\u{a0}: essayez moins de lettres.";
                lines.paragraph(words, theme.text());
            }
        }
        lines
    }

    /// The first keys of a command that has others now, or where it lives.
    fn push_place(&self, command: Command, theme: Theme, lines: &mut Lines) {
        let words = if self.keymap.is_changed(command) {
            let first = keys::all_names(&Keymap::default().keys(command));
            format!("Touches d’origine\u{a0}: {first}")
        } else {
            let titles: Vec<&str> = command.contexts().map(keys::Context::title).collect();
            titles.join(", ")
        };
        lines.push(Line::styled(text::shorten(&words, lines.width), theme.quiet()));
    }
}

/// A sentence over `height` lines at most.
fn push_sentence(words: &str, height: usize, theme: Theme, lines: &mut Lines) {
    let height = height.max(1);
    let wrapped = text::wrap(words, lines.width);
    let (shown, rest) = wrapped.split_at(wrapped.len().saturating_sub(1).min(height - 1));
    let last = text::shorten(&rest.join(" "), lines.width);
    for line in shown.iter().chain([&last]) {
        lines.push(Line::styled(line.clone(), theme.text()));
    }
}

/// How many commands have other keys than at first.
fn changes(keymap: &Keymap) -> String {
    match keymap.changes() {
        0 => "rien de changé".to_owned(),
        n => count(n, "changée", "changées"),
    }
}
