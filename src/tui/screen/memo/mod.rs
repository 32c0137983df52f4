//! Mémo: the entries of the lexicon by chapter, found as one types.

mod blocks;
pub mod entry;
mod formula;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::Wish;
use super::finder::Finder;
use super::frame::{self, Frame};
use crate::model::{Catalogue, Entry};
use crate::number::french::count;
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::search::Index;
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::rows::{self, Rows};
use crate::tui::widget::{highlight, pane, text};

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Space,
    /// The heading above the nth hit.
    Chapter(usize),
    Hit(usize),
}

/// Columns of a name where its formula stands beside it.
const NAMES: usize = 34;
/// From this many columns the formula stands beside the name.
const BESIDE: usize = 64;

/// The state of the list.
#[derive(Debug)]
pub struct Memo {
    catalogue: Arc<Catalogue>,
    index: Index,
    finder: Finder,
    /// First line shown.
    first: usize,
    large: bool,
}

/// The text an entry is found by.
pub fn searched(entry: &Entry) -> String {
    let mut words = entry.name.clone();
    if !entry.synonyms.is_empty() {
        words.push_str(" · ");
        words.push_str(&entry.synonyms.join(", "));
    }
    words
}

impl Memo {
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        let texts: Vec<String> = catalogue.lexicon.iter().map(searched).collect();
        let index = Index::new(texts.iter().map(String::as_str));
        let finder = Finder::new(&[&index]);
        Memo { catalogue, index, finder, first: 0, large: false }
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        match action {
            Action::Enter => return self.chosen(),
            Action::Back if self.finder.is_blank() => return Some(Wish::Back),
            Action::Back => self.finder.clear(&[&self.index]),
            other => {
                let lines = usize::from(self.list(size).height);
                let page = (lines / if self.large { 2 } else { 1 }).saturating_sub(1);
                self.finder.update(other, page, &[&self.index]);
            }
        }
        self.follow(size);
        None
    }

    pub fn paste(&mut self, typed: &str, size: Size) {
        self.finder.paste(typed, &[&self.index]);
        self.follow(size);
    }

    pub fn resized(&mut self, size: Size) {
        self.follow(size);
    }

    /// Shows itself in large type or not.
    pub fn enlarge(&mut self, large: bool, size: Size) {
        self.large = large;
        self.follow(size);
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Option<Wish> {
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press => {
                let list = self.list(size);
                if !list.contains((mouse.x, mouse.y).into()) {
                    return None;
                }
                let line = self.first + usize::from(mouse.y - list.y);
                let row = self.laid(Theme::Plain, size).at(line)?;
                let Some(Row::Hit(hit)) = self.rows().get(row).copied() else { return None };
                self.finder.selected = hit;
                self.chosen()
            }
        }
    }

    pub fn hints(&self, hints: Vec<Hint>) -> Vec<Hint> {
        let named = |mut hint: Hint| {
            if hint.action == Action::Back && !self.finder.is_blank() {
                hint.label = "Effacer";
            }
            (hint.action != Action::Enter || self.finder.hit().is_some()).then_some(hint)
        };
        hints.into_iter().filter_map(named).collect()
    }

    fn chosen(&self) -> Option<Wish> {
        self.entry(self.finder.selected).map(|entry| Wish::Entry(entry.id.clone()))
    }

    /// The entry of a hit.
    fn entry(&self, hit: usize) -> Option<&Entry> {
        self.catalogue.lexicon.get(self.finder.hits().get(hit)?.hit.at)
    }

    /// By chapter, or from the best while something is looked for.
    fn rows(&self) -> Vec<Row> {
        let hits = 0..self.finder.hits().len();
        if !self.finder.is_blank() {
            return hits.map(Row::Hit).collect();
        }
        let mut rows = Vec::new();
        let mut chapter = "";
        for hit in hits {
            let here = self.entry(hit).map_or("", |entry| entry.chapter.as_str());
            if here != chapter {
                if !rows.is_empty() {
                    rows.push(Row::Space);
                }
                rows.push(Row::Chapter(hit));
                chapter = here;
            }
            rows.push(Row::Hit(hit));
        }
        rows
    }

    /// Keeps the selected line in sight, with the heading just above it.
    fn follow(&mut self, size: Size) {
        let rows = self.rows();
        let at = rows.iter().position(|row| *row == Row::Hit(self.finder.selected)).unwrap_or(0);
        let heading = at.checked_sub(1).filter(|above| matches!(rows[*above], Row::Chapter(_)));
        let height = usize::from(self.list(size).height);
        let laid = self.laid(Theme::Plain, size);
        self.first = laid.follow(self.first, heading.unwrap_or(at), at, height);
    }

    /// The selected entry stands beside the list.
    fn previews(&self, size: Size) -> bool {
        size.width >= frame::WIDE && !self.large
    }

    /// Where the list stands: below the field, and beside the preview on a wide screen.
    fn list(&self, size: Size) -> Rect {
        let body = frame::inset(Frame::new(frame::area(size)).body, 2);
        let top = if size.height < 16 { 1 } else { 2 }.min(body.height);
        let width = if self.previews(size) { body.width * 2 / 5 } else { body.width };
        Rect { y: body.y + top, height: body.height - top, width, ..body }
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let title = vec![Span::styled("Mémo", theme.heading())];
        let told = count(self.finder.hits().len(), "fiche", "fiches");
        frame::header(title, Line::styled(told, theme.quiet()), frame.header, buf);
        let body = frame::inset(frame.body, 2);
        let invitation = "nom, synonyme ou sigle\u{a0}: rebond, NPS, coût…";
        let line = self.finder.line(invitation, usize::from(body.width), theme);
        line.render(Rect { height: 1.min(body.height), ..body }, buf);
        let list = self.list(size);
        self.draw_list(theme, list, size, buf);
        if self.previews(size) {
            let x = list.right() + 3;
            let aside = Rect { x, width: body.right().saturating_sub(x), ..list };
            if let Some(entry) = self.entry(self.finder.selected) {
                let width = usize::from(aside.width).saturating_sub(2);
                let lines = blocks::preview(entry, &self.catalogue, width, theme);
                pane::draw(&lines.lines, 0, theme, aside, buf);
            }
        }
    }

    fn draw_list(&self, theme: Theme, area: Rect, size: Size, buf: &mut Buffer) {
        let width = usize::from(area.width).saturating_sub(2);
        if self.finder.hits().is_empty() {
            let words = if self.catalogue.lexicon.is_empty() {
                "Le mémo est vide\u{a0}: aucun lexique n’a pu être lu."
            } else {
                "Aucune fiche ne correspond. Échap efface la recherche."
            };
            for (line, row) in text::wrap(words, width).into_iter().zip(area.rows()) {
                Line::styled(line, theme.text()).render(row, buf);
            }
            return;
        }
        pane::draw(&self.laid(theme, size).lines.lines, self.first, theme, area, buf);
    }

    /// The list cut into lines; in large type its rows stand apart and the selected one is large.
    fn laid(&self, theme: Theme, size: Size) -> Rows {
        let area = self.list(size);
        let (width, height) = (usize::from(area.width).saturating_sub(2), usize::from(area.height));
        let most = rows::in_hand(self.large, height);
        // Only the lines in sight are made: a lexicon may be long.
        let mut laid = Rows::new(width, most > 0, self.first, height);
        for row in self.rows() {
            match row {
                Row::Space => laid.space(),
                Row::Chapter(hit) => laid.line(|width| self.chapter(hit, width, theme)),
                Row::Hit(hit) if hit == self.finder.selected && most > 0 => {
                    laid.row(|lines| self.push_large(hit, most, theme, lines));
                }
                Row::Hit(hit) => laid.line(|width| self.line(hit, width, theme)),
            }
        }
        laid
    }

    fn chapter(&self, hit: usize, width: usize, theme: Theme) -> Line<'static> {
        let chapter = self.entry(hit).map_or("", |entry| entry.chapter.as_str());
        Line::styled(format!(" {}", text::shorten(chapter, width)), theme.heading())
    }

    /// The selected entry: its name large, its formula below.
    fn push_large(&self, hit: usize, most: usize, theme: Theme, lines: &mut Lines) {
        let Some(entry) = self.entry(hit) else { return };
        let lead = [Span::styled("▌ ", theme.accent())];
        if !lines.large(&lead, &entry.name, most, theme.heading()) {
            let width = lines.width;
            lines.push(self.line(hit, width, theme));
        } else if !entry.formula.is_empty() {
            lines.hanging(lead.to_vec(), &entry.formula, theme.strong());
        }
    }

    fn line(&self, hit: usize, width: usize, theme: Theme) -> Line<'static> {
        let Some(entry) = self.entry(hit) else { return Line::default() };
        let selected = hit == self.finder.selected;
        let (base, found, second) = if selected {
            (theme.selected(), theme.selected_match(), theme.selected())
        } else {
            (theme.text(), theme.found(), theme.quiet())
        };
        let mut spans = vec![Span::styled(if selected { "▌" } else { " " }, theme.accent())];
        let width = width.saturating_sub(1);
        if !self.finder.is_blank() {
            let matched = &self.finder.hits()[hit].hit.matched;
            spans.extend(highlight::spans(&searched(entry), matched, width, base, found));
            return Line::from(spans);
        }
        if width < BESIDE || entry.formula.is_empty() {
            let name = text::pad(&text::shorten(&entry.name, width), width);
            spans.push(Span::styled(name, base));
            return Line::from(spans);
        }
        let name = text::pad(&text::shorten(&entry.name, NAMES), NAMES);
        let room = width - NAMES - 2;
        let formula = text::pad(&text::shorten(&entry.formula, room), room);
        spans.push(Span::styled(format!("{name}  "), base));
        spans.push(Span::styled(formula, second));
        Line::from(spans)
    }
}
