//! Accueil: the papers, their dossiers and questions with their state, and where one left off.

mod details;
mod draw;
mod wall;
mod words;

use ratatui::layout::Rect;

use self::details::Details;
use super::Wish;
use super::frame::{self, Frame};
use crate::session::hunt::Ground;
use crate::session::{Outline, Place, QuestionLine, SubjectLine};
use crate::tui::keys::Keymap;
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::seat::Seat;
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Resume,
    Space,
    Paper(usize),
    Dossier(usize, usize),
    Question(usize, usize, usize),
    /// The nth of [`PAGES`].
    Page(usize),
}

/// The pages that open from the accueil: their name, what one finds there.
const PAGES: [(Action, &str, &str); 5] = [
    (Action::Memo, "Mémo", "formules, repères, pièges"),
    (Action::Progress, "Progrès", "ce qui est acquis, ce qui est à revoir"),
    (Action::Hunt, "Trouver l’erreur", "la copie d’un élève, une faute à nommer"),
    (Action::Project, "Projeter", "une question en grand, pour la classe"),
    (Action::Settings, "Réglages", "couleurs, touches, profil, données"),
];

/// Under this many columns states are told in few signs.
const NARROW: usize = 56;

/// The state of the accueil.
#[derive(Debug)]
pub struct Home {
    outline: Outline,
    /// Who works.
    seat: Seat,
    keys: Keymap,
    /// The words of a first visit are shown until something was answered.
    newcomer: bool,
    unfolded: Option<usize>,
    selected: usize,
    /// First line shown.
    first: usize,
    large: bool,
    details: Details,
}

impl Home {
    pub fn new(outline: Outline, newcomer: bool) -> Self {
        let unfolded = if outline.subjects.len() == 1 { Some(0) } else { None };
        let mut home = Home {
            outline,
            seat: Seat::Nobody,
            keys: Keymap::default(),
            newcomer,
            unfolded,
            selected: 0,
            first: 0,
            details: Details::default(),
            large: false,
        };
        home.selected = home.selectable().next().unwrap_or(0);
        home
    }

    /// Tells who works.
    pub fn tell_seat(&mut self, seat: &Seat) {
        self.seat = seat.clone();
    }

    /// Takes the keys in force, which the accueil names.
    pub fn take_keys(&mut self, keys: Keymap) {
        self.keys = keys;
    }

    /// Shows itself in large type or not.
    pub fn enlarge(&mut self, large: bool, size: Size) {
        self.large = large;
        self.follow(size);
    }

    pub fn resized(&mut self, size: Size) {
        self.follow(size);
    }

    /// Takes a new outline and puts the selection on a question just left.
    pub fn refresh(&mut self, outline: Outline, newcomer: bool, left: Option<&Place>, size: Size) {
        self.outline = outline;
        self.newcomer = newcomer;
        if let Some(place) = left {
            let subjects = self.outline.subjects.iter();
            self.unfolded = subjects.into_iter().position(|s| s.id == place.subject);
            let at = self.rows().iter().position(|row| {
                self.question(*row).is_some_and(|question| &question.place == place)
            });
            self.selected = at.unwrap_or(0);
        }
        self.follow(size);
    }

    /// Takes the outline of all papers, those of the user included. The selection stays on what it
    /// was on, or at the top if it never left it.
    pub fn complete(&mut self, outline: Outline, size: Size) {
        let top = self.selectable().next() == Some(self.selected);
        let selected = self.name(self.selected).filter(|_| !top);
        let unfolded = self.unfolded.and_then(|at| Some(self.subject(at)?.id.clone()));
        self.outline = outline;
        let subjects = self.outline.subjects.iter();
        self.unfolded = unfolded.and_then(|id| subjects.into_iter().position(|s| s.id == id));
        let mut places =
            self.selectable().filter(|at| selected.is_some() && self.name(*at) == selected);
        self.selected = places.next().or_else(|| self.selectable().next()).unwrap_or(0);
        self.follow(size);
    }

    /// What a line is about, wherever it stands.
    fn name(&self, row: usize) -> Option<Place> {
        match *self.rows().get(row)? {
            Row::Paper(at) => Some(Place::new(&self.subject(at)?.id, "")),
            Row::Resume => Some(Place::new("", "")),
            Row::Page(at) => Some(Place::new("", PAGES[at].2)),
            row => self.question(row).map(|question| question.place.clone()),
        }
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        let page = self.height(size) / if self.large { 2 } else { 1 };
        let page = page.saturating_sub(1).max(1);
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-(page as isize)),
            Action::PageDown => self.step(page as isize),
            Action::Home => self.step(isize::MIN / 2),
            Action::End => self.step(isize::MAX / 2),
            Action::Right => self.unfold(true),
            Action::Left => self.unfold(false),
            Action::Paper(n) => self.paper(usize::from(n).saturating_sub(1)),
            Action::Resume => return self.outline.resume.clone().map(Wish::Open),
            Action::Project => return self.project(),
            Action::Enter => return self.enter(size),
            Action::Back if self.unfolded.is_some() && self.outline.subjects.len() > 1 => {
                self.unfold(false);
            }
            Action::Back => return Some(Wish::Leave),
            _ => {}
        }
        self.follow(size);
        None
    }

    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Option<Wish> {
        match mouse.kind {
            MouseKind::WheelUp => self.step(-1),
            MouseKind::WheelDown => self.step(1),
            MouseKind::Press if self.header_names(mouse, size) => {
                return Some(Wish::Do(Action::Profiles));
            }
            MouseKind::Press => {
                let list = self.list_area(size);
                if !list.contains((mouse.x, mouse.y).into()) {
                    return None;
                }
                let line = self.first + usize::from(mouse.y - list.y);
                let row = self.laid(Theme::Plain, size).at(line)?;
                if self.rows().get(row).is_some_and(|row| selectable(*row)) {
                    self.selected = row;
                    return self.update(Action::Enter, size);
                }
            }
        }
        self.follow(size);
        None
    }

    /// Whether a click falls on the name of who works.
    fn header_names(&self, mouse: Mouse, size: Size) -> bool {
        let header = Frame::new(frame::area(size)).header;
        self.seat.is_told() && mouse.y == header.y && mouse.x >= header.width / 2
    }

    fn enter(&mut self, size: Size) -> Option<Wish> {
        match self.rows().get(self.selected).copied() {
            Some(Row::Paper(at)) => self.unfold(self.unfolded != Some(at)),
            Some(Row::Page(at)) => return Some(Wish::Do(PAGES[at].0)),
            Some(row) => return self.place(row).cloned().map(Wish::Open),
            None => {}
        }
        self.follow(size);
        None
    }

    /// Moves the selection over the rows that can be selected.
    fn step(&mut self, by: isize) {
        let places: Vec<usize> = self.selectable().collect();
        let at = places.iter().position(|place| *place >= self.selected).unwrap_or(0);
        let last = places.len().saturating_sub(1);
        let to = (at as isize).saturating_add(by).clamp(0, last as isize);
        self.selected = places.get(to as usize).copied().unwrap_or(0);
    }

    fn unfold(&mut self, open: bool) {
        let at = match self.rows().get(self.selected).copied() {
            Some(Row::Paper(at) | Row::Dossier(at, _) | Row::Question(at, ..)) => at,
            _ => return,
        };
        self.unfolded = open.then_some(at);
        self.selected = self.rows().iter().position(|row| *row == Row::Paper(at)).unwrap_or(0);
    }

    fn paper(&mut self, at: usize) {
        if at >= self.outline.subjects.len() {
            return;
        }
        self.unfolded = Some(at);
        self.selected = self.rows().iter().position(|row| *row == Row::Paper(at)).unwrap_or(0);
    }

    /// What copies to read are taken from: the question selected, or the paper; with neither, the
    /// paper last worked on.
    pub fn ground(&self) -> Option<Ground> {
        let row = self.rows().get(self.selected).copied()?;
        let paper = |at| self.subject(at).map(|subject| Ground::Paper(subject.id.clone()));
        match row {
            Row::Paper(at) => paper(at),
            Row::Page(_) => match &self.outline.resume {
                Some(place) => Some(Ground::Paper(place.subject.clone())),
                None => paper(self.unfolded.unwrap_or(0)),
            },
            row => self.place(row).map(|place| Ground::Question(place.clone(), None)),
        }
    }

    /// The question a line leads to.
    fn place(&self, row: Row) -> Option<&Place> {
        match row {
            Row::Resume => self.outline.resume.as_ref(),
            row => self.question(row).map(|question| &question.place),
        }
    }

    /// Unfolds a paper and selects it.
    pub fn show_paper(&mut self, id: &str, size: Size) {
        if let Some(at) = self.outline.subjects.iter().position(|subject| subject.id == id) {
            self.paper(at);
            self.follow(size);
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        if self.outline.resume.is_some() {
            rows.extend([Row::Resume, Row::Space]);
        }
        for (at, subject) in self.outline.subjects.iter().enumerate() {
            rows.push(Row::Paper(at));
            if self.unfolded != Some(at) {
                continue;
            }
            for (dossier, line) in subject.dossiers.iter().enumerate() {
                rows.push(Row::Dossier(at, dossier));
                let questions = 0..line.questions.len();
                rows.extend(questions.map(|question| Row::Question(at, dossier, question)));
            }
            rows.push(Row::Space);
        }
        if self.unfolded.is_none_or(|at| at + 1 < self.outline.subjects.len()) {
            rows.push(Row::Space);
        }
        rows.extend((0..PAGES.len()).map(Row::Page));
        rows
    }

    fn selectable(&self) -> impl Iterator<Item = usize> + use<> {
        let rows = self.rows();
        (0..rows.len()).filter(move |at| selectable(rows[*at]))
    }

    fn subject(&self, at: usize) -> Option<&SubjectLine> {
        self.outline.subjects.get(at)
    }

    fn question(&self, row: Row) -> Option<&QuestionLine> {
        let Row::Question(subject, dossier, question) = row else { return None };
        self.subject(subject)?.dossiers.get(dossier)?.questions.get(question)
    }

    /// Keeps the selection in sight.
    fn follow(&mut self, size: Size) {
        let laid = self.laid(Theme::Plain, size);
        // The heading above the first question of a dossier comes along.
        let heading = self.selected.saturating_sub(1);
        self.first = laid.follow(self.first, heading, self.selected, self.height(size));
    }

    fn height(&self, size: Size) -> usize {
        usize::from(self.list_area(size).height)
    }

    fn list_area(&self, size: Size) -> Rect {
        let body = frame::inset(Frame::new(frame::area(size)).body, 2);
        let top = self.welcome(usize::from(body.width), size).len() as u16;
        let top = top.min(body.height);
        let width = if self.beside(size) { body.width * 3 / 5 } else { body.width };
        Rect { y: body.y + top, height: body.height - top, width, ..body }
    }

    pub fn hints(&self, hints: Vec<Hint>) -> Vec<Hint> {
        let row = self.rows().get(self.selected).copied();
        let resume = self.outline.resume.is_some();
        let named = |mut hint: Hint| match (hint.action, row) {
            (Action::Resume, _) if !resume => None,
            (Action::Enter, Some(Row::Paper(at))) => {
                hint.label = if self.unfolded == Some(at) { "Replier" } else { "Déplier" };
                Some(hint)
            }
            (Action::Enter, Some(Row::Resume)) => {
                hint.label = "Reprendre";
                Some(hint)
            }
            (Action::Enter, Some(Row::Page(at))) => {
                hint.label = PAGES[at].1;
                Some(hint)
            }
            (Action::Resume, Some(Row::Resume)) => None,
            _ => Some(hint),
        };
        hints.into_iter().filter_map(named).collect()
    }
}

fn selectable(row: Row) -> bool {
    matches!(row, Row::Resume | Row::Paper(_) | Row::Question(..) | Row::Page(_))
}
