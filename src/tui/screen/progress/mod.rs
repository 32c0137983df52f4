//! Progrès: what was covered, how, when, and which skills to work on.

mod overview;
mod skills;

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use self::overview::Overview;
use self::skills::Skills;
use super::Wish;
use super::frame::{self, Frame};
use crate::progress::Report;
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::{pane, rows};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Overview,
    Skills,
}

/// The state of the page; its figures are those of the moment it was opened.
#[derive(Debug)]
pub struct Progress {
    overview: Overview,
    skills: Skills,
    view: View,
    first: usize,
    begun: bool,
    large: bool,
}

impl Progress {
    pub fn new(report: &Report) -> Self {
        Progress {
            overview: Overview::new(report),
            skills: Skills::new(report),
            view: View::Overview,
            first: 0,
            begun: !report.is_blank(),
            large: false,
        }
    }

    /// Shows itself in large type or not.
    pub fn enlarge(&mut self, large: bool, size: Size) {
        self.large = large;
        self.settle(size);
    }

    /// Lines of large type for what is in hand.
    fn most(&self, size: Size) -> usize {
        rows::in_hand(self.large, height(size))
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        match action {
            Action::Back => return Some(Wish::Back),
            Action::Export => return Some(Wish::Export),
            Action::SwitchPane if self.begun => {
                self.view = match self.view {
                    View::Overview => View::Skills,
                    View::Skills => View::Overview,
                };
                self.first = 0;
            }
            Action::Enter if self.view == View::Skills => {
                return self.skills.chosen().map(|id| Wish::Entry(id.to_owned()));
            }
            action if self.view == View::Skills => {
                let page = height(size) / if self.large { 2 } else { 1 };
                self.skills.update(action, page);
            }
            action => self.scroll(action, size),
        }
        self.settle(size);
        None
    }

    fn scroll(&mut self, action: Action, size: Size) {
        let page = height(size).saturating_sub(1).max(1);
        self.first = match action {
            Action::Up => self.first.saturating_sub(1),
            Action::Down => self.first + 1,
            Action::PageUp => self.first.saturating_sub(page),
            Action::PageDown => self.first + page,
            Action::Home => 0,
            Action::End => usize::MAX / 2,
            _ => self.first,
        };
    }

    fn settle(&mut self, size: Size) {
        let total = self.lines(Theme::Plain, size).len();
        if self.view == View::Skills {
            let (most, height) = (self.most(size), height(size));
            self.first = self.skills.follow(self.first, width(size), most, height);
        }
        self.first = pane::clamp(self.first, total, height(size));
    }

    pub fn resized(&mut self, size: Size) {
        self.settle(size);
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Option<Wish> {
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press => {
                let body = frame::inset(Frame::new(frame::area(size)).body, 2);
                let inside = body.contains((mouse.x, mouse.y).into());
                if !inside || self.view != View::Skills {
                    return None;
                }
                let line = self.first + usize::from(mouse.y - body.y);
                let most = self.most(size);
                self.skills
                    .pick(line, width(size), most)
                    .then(|| self.update(Action::Enter, size))
                    .flatten()
            }
        }
    }

    pub fn hints(&self, hints: Vec<Hint>, size: Size) -> Vec<Hint> {
        let scrolls = self.lines(Theme::Plain, size).len() > height(size);
        let named = |mut hint: Hint| {
            match hint.action {
                Action::SwitchPane | Action::Export if !self.begun => return None,
                Action::SwitchPane if self.view == View::Skills => hint.label = "Vue d’ensemble",
                Action::Enter if self.view == View::Overview => return None,
                Action::Down if self.view == View::Skills || !scrolls => return None,
                _ => {}
            }
            Some(hint)
        };
        hints.into_iter().filter_map(named).collect()
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let view = match self.view {
            View::Overview => "Vue d’ensemble",
            View::Skills => "Compétences",
        };
        let title = vec![Span::styled("Progrès", theme.heading())];
        frame::header(title, Line::styled(view, theme.quiet()), frame.header, buf);
        let body = frame::inset(frame.body, 2);
        pane::draw(&self.lines(theme, size).lines, self.first, theme, body, buf);
    }

    fn lines(&self, theme: Theme, size: Size) -> Lines {
        let width = width(size);
        if !self.begun {
            return nothing_yet(width, theme);
        }
        match self.view {
            View::Overview => self.overview.lines(width, self.most(size), theme),
            View::Skills => self.skills.lines(width, self.most(size), theme),
        }
    }
}

/// What to do when there is nothing to show.
fn nothing_yet(width: usize, theme: Theme) -> Lines {
    let mut lines = Lines::new(width);
    lines.paragraph("Rien à montrer encore.", theme.strong());
    lines.gap();
    for words in [
        "Répondez à une première question\u{a0}: vous verrez ici les sujets avancés, ce que vous \
         réussissez seul ou avec de l’aide, vos erreurs les plus fréquentes et les compétences à \
         reprendre.",
        "Échap revient à l’accueil\u{a0}; choisissez-y un sujet, puis Entrée.",
    ] {
        lines.paragraph(words, theme.text());
        lines.gap();
    }
    lines
}

/// Columns of the text.
fn width(size: Size) -> usize {
    usize::from(size.width).saturating_sub(6).min(112)
}

fn height(size: Size) -> usize {
    usize::from(Frame::new(frame::area(size)).body.height)
}
