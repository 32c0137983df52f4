//! One entry of the mémo: what it says, the entries near it, the questions that train it.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::blocks;
use crate::model::question_number;
use crate::model::{Catalogue, Entry, QuestionEntry};
use crate::progress::{History, question_state, question_way};
use crate::session::lexicon::related;
use crate::session::{Place, uses};
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::screen::Wish;
use crate::tui::screen::frame::{self, Frame};
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{pane, rows, state, text};

/// Something the entry leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Link {
    Entry(String),
    Question(Place),
}

/// A line of links, ready to be written.
#[derive(Debug, Clone)]
struct Row {
    link: Link,
    left: String,
    right: String,
}

/// The state of the page.
#[derive(Debug)]
pub struct EntryPage {
    catalogue: Arc<Catalogue>,
    at: usize,
    related: Vec<Row>,
    questions: Vec<Row>,
    selected: Option<usize>,
    first: usize,
    large: bool,
    /// The first line of the links beside the entry, on a wide screen.
    side_first: usize,
}

/// The page laid out: its lines, and where its links are among them.
struct Laid {
    main: Lines,
    /// Beside the main lines on a wide screen, below them elsewhere.
    side: Lines,
    /// Lines of the links, in `side`.
    links: Vec<usize>,
}

/// Readable lines are not longer.
const LONGEST: usize = 92;

/// What leads to an entry, in its title.
const PATH: &str = "Mémo  ›  ";

impl EntryPage {
    /// Opens an entry; `None` when the lexicon holds no such one.
    pub fn open(catalogue: &Arc<Catalogue>, history: &History, id: &str) -> Option<Self> {
        let at = catalogue.lexicon.iter().position(|entry| entry.id == id)?;
        let mut page = EntryPage {
            catalogue: Arc::clone(catalogue),
            at,
            related: Vec::new(),
            questions: Vec::new(),
            selected: None,
            first: 0,
            large: false,
            side_first: 0,
        };
        page.turn_to(at, history);
        Some(page)
    }

    fn entry(&self) -> Option<&Entry> {
        self.catalogue.lexicon.get(self.at)
    }

    fn turn_to(&mut self, at: usize, history: &History) {
        let Some(entry) = self.catalogue.lexicon.get(at) else { return };
        let near = related(entry, &self.catalogue).map(|near| Row {
            link: Link::Entry(near.id.clone()),
            left: near.name.clone(),
            right: String::new(),
        });
        self.related = near.collect();
        let places = uses(&self.catalogue, &entry.id).into_iter();
        self.questions =
            places.filter_map(|place| question_row(place, &self.catalogue, history)).collect();
        (self.at, self.selected, self.first, self.side_first) = (at, None, 0, 0);
    }

    /// Tells the state of its questions anew.
    pub fn refresh(&mut self, history: &History) {
        let row = |row: &Row| match &row.link {
            Link::Question(place) => question_row(place.clone(), &self.catalogue, history),
            Link::Entry(_) => None,
        };
        self.questions = self.questions.iter().filter_map(row).collect();
    }

    /// Shows itself in large type or not.
    pub fn enlarge(&mut self, large: bool, size: Size) {
        self.large = large;
        self.resized(size);
    }

    pub fn resized(&mut self, size: Size) {
        self.first = pane::clamp(self.first, self.total(size), self.height(size));
    }

    pub fn update(&mut self, action: Action, history: &History, size: Size) -> Option<Wish> {
        let (total, height) = (self.total(size), self.height(size));
        match action {
            Action::Back => return Some(Wish::Back),
            Action::Enter => return self.followed(),
            Action::NextField | Action::PreviousField => {
                self.select(action == Action::NextField, size);
                return None;
            }
            Action::Right | Action::Left => {
                self.neighbour(action == Action::Right, history);
                return None;
            }
            _ => self.first = pane::scrolled(self.first, action, total, height),
        }
        None
    }

    fn neighbour(&mut self, next: bool, history: &History) {
        let count = self.catalogue.lexicon.len().max(1);
        let by = if next { 1 } else { count - 1 };
        self.turn_to((self.at + by) % count, history);
    }

    fn links(&self) -> impl Iterator<Item = &Row> {
        self.related.iter().chain(&self.questions)
    }

    fn followed(&self) -> Option<Wish> {
        let row = self.links().nth(self.selected?)?;
        Some(match &row.link {
            Link::Entry(id) => Wish::Entry(id.clone()),
            Link::Question(place) => Wish::Open(place.clone()),
        })
    }

    fn select(&mut self, next: bool, size: Size) {
        let count = self.links().count();
        if count == 0 {
            return;
        }
        self.selected = Some(match self.selected {
            None if next => 0,
            None => count - 1,
            Some(at) if next => (at + 1) % count,
            Some(at) => (at + count - 1) % count,
        });
        let laid = self.laid(Theme::Plain, size);
        let line = self.selected.and_then(|at| laid.links.get(at)).copied().unwrap_or(0);
        let height = self.height(size);
        if self.wide(size) {
            self.side_first = pane::follow(self.side_first, line, height);
        } else {
            let line = laid.main.len() + 1 + line;
            self.first = pane::follow(self.first, line, height);
        }
    }

    pub fn mouse(&mut self, mouse: Mouse, history: &History, size: Size) -> Option<Wish> {
        let over_side =
            self.areas(size).1.is_some_and(|side| side.contains((mouse.x, mouse.y).into()));
        match mouse.kind {
            MouseKind::WheelUp | MouseKind::WheelDown if over_side => {
                let first = self.side_first;
                let up = mouse.kind == MouseKind::WheelUp;
                let to = if up { first.saturating_sub(1) } else { first + 1 };
                let total = self.laid(Theme::Plain, size).side.len();
                self.side_first = pane::clamp(to, total, self.height(size));
                None
            }
            MouseKind::WheelUp => self.update(Action::Up, history, size),
            MouseKind::WheelDown => self.update(Action::Down, history, size),
            MouseKind::Press => {
                let (main, side) = self.areas(size);
                let laid = self.laid(Theme::Plain, size);
                let area = side.unwrap_or(main);
                if !area.contains((mouse.x, mouse.y).into()) {
                    return None;
                }
                let row = usize::from(mouse.y - area.y);
                let line = match side {
                    Some(_) => Some(self.side_first + row),
                    None => (self.first + row).checked_sub(laid.main.len() + 1),
                };
                self.selected = Some(laid.links.iter().position(|at| Some(*at) == line)?);
                self.followed()
            }
        }
    }

    pub fn hints(&self, hints: Vec<Hint>, size: Size) -> Vec<Hint> {
        let scrolls = self.total(size) > self.height(size);
        let applies = |hint: &Hint| match hint.action {
            Action::Enter => self.selected.is_some(),
            Action::Down => scrolls,
            Action::NextField => self.links().next().is_some(),
            _ => true,
        };
        hints.into_iter().filter(applies).collect()
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let Some(entry) = self.entry() else { return };
        let frame = Frame::new(frame::area(size));
        // The name goes first; the chapter has what it leaves, and a third at least.
        let columns = usize::from(size.width);
        let spare = columns.saturating_sub(text::width(PATH) + text::width(&entry.name) + 4);
        let chapter = text::shorten(&entry.chapter, spare.max(columns / 3));
        let right = Line::styled(chapter, theme.quiet());
        let room = usize::from(size.width).saturating_sub(right.width() + 4);
        let mut left = Vec::new();
        if text::width(PATH) + text::width(&entry.name) <= room {
            left.push(Span::styled(PATH, theme.quiet()));
        }
        left.push(Span::styled(text::shorten(&entry.name, room), theme.heading()));
        frame::header(left, right, frame.header, buf);
        let laid = self.laid(theme, size);
        let (main, side) = self.areas(size);
        match side {
            Some(side) => {
                pane::draw(&laid.main.lines, self.first, theme, main, buf);
                pane::draw(&laid.side.lines, self.side_first, theme, side, buf);
            }
            None => pane::draw(&joined(laid).lines, self.first, theme, main, buf),
        }
    }

    fn laid(&self, theme: Theme, size: Size) -> Laid {
        let (main_area, side_area) = self.areas(size);
        let width = |area: Rect| usize::from(area.width).saturating_sub(2).min(LONGEST);
        let mut main = Lines::new(width(main_area));
        let most = rows::in_hand(self.large, self.height(size));
        if let Some(entry) = self.entry() {
            if main.large(&[], &entry.name, most, theme.heading()) {
                main.gap();
            }
            blocks::push(entry, most, theme, &mut main);
        }
        let mut side = Lines::new(width(side_area.unwrap_or(main_area)));
        let mut links = Vec::new();
        for (title, rows) in [("Voir aussi", &self.related), ("Dans les sujets", &self.questions)] {
            if rows.is_empty() {
                continue;
            }
            side.gap();
            side.rule(title, theme.heading(), theme.quiet());
            for row in rows {
                let selected = self.selected == Some(links.len());
                if most > 0 {
                    side.gap();
                }
                links.push(side.len());
                let line = link_line(row, selected, side.width, theme);
                side.push(line);
            }
        }
        Laid { main, side, links }
    }

    fn total(&self, size: Size) -> usize {
        let laid = self.laid(Theme::Plain, size);
        if self.wide(size) { laid.main.len() } else { joined(laid).len() }
    }

    fn height(&self, size: Size) -> usize {
        usize::from(self.areas(size).0.height)
    }

    /// Where the entry and, on a wide screen, its links stand.
    fn areas(&self, size: Size) -> (Rect, Option<Rect>) {
        let body = frame::inset(Frame::new(frame::area(size)).body, 2);
        if !self.wide(size) {
            return (body, None);
        }
        let width = (body.width * 11 / 20).min(LONGEST as u16 + 2);
        let x = body.x + width + 3;
        let side = Rect { x, width: body.right().saturating_sub(x), ..body };
        (Rect { width, ..body }, Some(side))
    }

    fn wide(&self, size: Size) -> bool {
        size.width >= frame::WIDE && !self.large
    }
}

/// The links below the rest, one empty line apart.
fn joined(laid: Laid) -> Lines {
    let mut lines = laid.main;
    if !laid.side.is_empty() {
        lines.push(Line::default());
        lines.lines.extend(laid.side.lines);
    }
    lines
}

fn link_line(row: &Row, selected: bool, width: usize, theme: Theme) -> Line<'static> {
    let right = if row.right.is_empty() { String::new() } else { format!("  {} ", row.right) };
    let room = width.saturating_sub(text::width(&right) + 2);
    let left = text::pad(&text::shorten(&row.left, room), room);
    let style = if selected { theme.selected() } else { theme.text() };
    let second = if selected { theme.selected() } else { theme.quiet() };
    let lead = if selected { "▌ " } else { "› " };
    Line::from(vec![
        Span::styled(lead, theme.accent()),
        Span::styled(left, style),
        Span::styled(right, second),
    ])
}

fn question_row(place: Place, catalogue: &Catalogue, history: &History) -> Option<Row> {
    let (subject, _, question) = place.find(catalogue)?;
    let number = question_number(&question.number);
    let left = format!("{} {} · {number} {}", subject.title, subject.session, question.title);
    let entry = &QuestionEntry::of(question);
    let right = state::short_question(question_state(entry, history), question_way(entry, history));
    Some(Row { left, right, link: Link::Question(place) })
}
