//! The list of all questions, to put any of them on the wall; under the one on the wall, its steps.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::model::{Catalogue, Question, question_number};
use crate::session::{Place, Projection};
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
    /// A step of the question on the wall, from 0.
    Step(usize, String),
}

impl Row {
    fn is_chosen(&self) -> bool {
        matches!(self, Row::Question(..) | Row::Step(..))
    }
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
    /// A step of the question on the wall.
    Step(usize),
    Close,
}

impl Jump {
    /// Every question of the catalogue, the selection on `place` where it is one of them, or on
    /// the step on the wall.
    pub fn new(
        catalogue: &Catalogue,
        place: Option<&Place>,
        shown: Option<&Projection>,
        size: Size,
    ) -> Jump {
        let rows = rows(catalogue, shown);
        let step = shown.and_then(|shown| shown.slide().step);
        let here = |row: &Row| match row {
            Row::Step(at, _) => Some(*at) == step,
            Row::Question(at, _) => step.is_none() && Some(at) == place,
            _ => false,
        };
        let selected = rows.iter().position(here);
        let selected = selected.or_else(|| rows.iter().position(Row::is_chosen));
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
                return self.rows.get(self.selected).map_or(Chosen::Nothing, chosen);
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
        self.rows.get(row).filter(|_| inside).map_or(Chosen::Nothing, chosen)
    }

    /// Moves over the questions and the steps.
    fn step(&mut self, by: isize) {
        let questions: Vec<usize> =
            (0..self.rows.len()).filter(|at| self.rows[*at].is_chosen()).collect();
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
                Row::Question(_, words) | Row::Step(_, words) => {
                    let style = match row {
                        _ if selected => theme.selected(),
                        Row::Step(..) => theme.quiet(),
                        _ => theme.text(),
                    };
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

fn chosen(row: &Row) -> Chosen {
    match row {
        Row::Question(place, _) => Chosen::Question(place.clone()),
        Row::Step(step, _) => Chosen::Step(*step),
        Row::Space | Row::Paper(_) => Chosen::Nothing,
    }
}

fn rows(catalogue: &Catalogue, shown: Option<&Projection>) -> Vec<Row> {
    let mut rows = Vec::new();
    for subject in &catalogue.subjects {
        if !rows.is_empty() {
            rows.push(Row::Space);
        }
        rows.push(Row::Paper(format!("{}  {}", subject.session, subject.title)));
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            let place = Place::new(&subject.id, &question.number);
            let words = format!(" {:<4} {}", question_number(&question.number), question.title);
            let unfolded = shown.is_some_and(|shown| *shown.place() == place);
            rows.push(Row::Question(place, words));
            if unfolded {
                rows.extend(steps(question));
            }
        }
    }
    rows
}

/// The steps of a question in a few words each.
fn steps(question: &Question) -> impl Iterator<Item = Row> {
    question
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| Row::Step(at, format!("      étape {}\u{a0}: {}", at + 1, step.prompt)))
}

fn area(size: Size) -> Rect {
    frame::inset(Frame::new(frame::area(size)).body, 2)
}
