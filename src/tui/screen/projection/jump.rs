//! The list of all questions, to put any of them on the wall.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::model::Catalogue;
use crate::model::question_number;
use crate::session::Place;
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::theme::Theme;
use crate::tui::widget::{pane, text};

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    Space,
    Paper(String),
    Question(Place, String),
}

/// The list and the row in hand.
#[derive(Debug, Clone)]
pub struct Jump {
    rows: Vec<Row>,
    selected: usize,
    first: usize,
}

/// What the list asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Chosen {
    Nothing,
    Question(Place),
    Close,
}

impl Jump {
    /// Every question of the catalogue, the selection on `place` where it is one of them.
    pub fn new(catalogue: &Catalogue, place: Option<&Place>, size: Size) -> Jump {
        let rows = rows(catalogue);
        let question = |row: &Row| matches!(row, Row::Question(..));
        let here = |row: &Row| matches!(row, Row::Question(at, _) if Some(at) == place);
        let selected = rows.iter().position(here).or_else(|| rows.iter().position(question));
        let mut jump = Jump { rows, selected: selected.unwrap_or(0), first: 0 };
        // The name of the paper and what comes before it stay in sight.
        jump.first = jump.selected.saturating_sub(jump.height(size) / 3);
        jump.follow(size);
        jump
    }

    pub fn update(&mut self, action: Action, size: Size) -> Chosen {
        let page = self.height(size).saturating_sub(1).max(1) as isize;
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-page),
            Action::PageDown => self.step(page),
            Action::Home => self.step(isize::MIN / 2),
            Action::End => self.step(isize::MAX / 2),
            Action::Back | Action::Jump => return Chosen::Close,
            Action::Enter => {
                if let Some(Row::Question(place, _)) = self.rows.get(self.selected) {
                    return Chosen::Question(place.clone());
                }
            }
            _ => {}
        }
        self.follow(size);
        Chosen::Nothing
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Chosen {
        match mouse.kind {
            MouseKind::WheelUp => return self.update(Action::Up, size),
            MouseKind::WheelDown => return self.update(Action::Down, size),
            MouseKind::Press => {}
        }
        let area = area(size);
        let row = self.first + usize::from(mouse.y.saturating_sub(area.y));
        let inside = area.contains((mouse.x, mouse.y).into());
        match self.rows.get(row) {
            Some(Row::Question(place, _)) if inside => Chosen::Question(place.clone()),
            _ => Chosen::Nothing,
        }
    }

    /// Moves over the questions.
    fn step(&mut self, by: isize) {
        let questions: Vec<usize> =
            (0..self.rows.len()).filter(|at| matches!(self.rows[*at], Row::Question(..))).collect();
        let at = questions.iter().position(|at| *at >= self.selected).unwrap_or(0);
        let last = questions.len().saturating_sub(1) as isize;
        let to = (at as isize).saturating_add(by).clamp(0, last);
        self.selected = questions.get(to as usize).copied().unwrap_or(0);
    }

    pub fn follow(&mut self, size: Size) {
        let (height, total) = (self.height(size), self.rows.len());
        // The name of the paper above its first question comes along.
        let first = pane::follow(self.first, self.selected.saturating_sub(1), height);
        self.first = pane::clamp(pane::follow(first, self.selected, height), total, height);
    }

    fn height(&self, size: Size) -> usize {
        usize::from(area(size).height)
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let title = vec![Span::styled("Projeter une question", theme.heading())];
        let right = Line::styled("Projection", theme.quiet());
        frame::header(title, right, Frame::new(frame::area(size)).header, buf);
        let area = area(size);
        let width = usize::from(area.width).saturating_sub(3);
        let line = |(at, row): (usize, &Row)| {
            let selected = at == self.selected;
            match row {
                Row::Space => Line::default(),
                Row::Paper(words) => Line::styled(text::shorten(words, width), theme.strong()),
                Row::Question(_, words) => {
                    let style = if selected { theme.selected() } else { theme.text() };
                    let lead = if selected { "▌" } else { " " };
                    let words = text::pad(&text::shorten(words, width), width);
                    Line::from(vec![Span::styled(lead, theme.accent()), Span::styled(words, style)])
                }
            }
        };
        let lines: Vec<Line> = self.rows.iter().enumerate().map(line).collect();
        pane::draw(&lines, self.first, theme, area, buf);
    }
}

fn rows(catalogue: &Catalogue) -> Vec<Row> {
    let mut rows = Vec::new();
    for subject in &catalogue.subjects {
        if !rows.is_empty() {
            rows.push(Row::Space);
        }
        rows.push(Row::Paper(format!("{}  {}", subject.session, subject.title)));
        let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
        rows.extend(questions.map(|question| {
            let words = format!(" {:<4} {}", question_number(&question.number), question.title);
            Row::Question(Place::new(&subject.id, &question.number), words)
        }));
    }
    rows
}

fn area(size: Size) -> Rect {
    frame::inset(Frame::new(frame::area(size)).body, 2)
}
