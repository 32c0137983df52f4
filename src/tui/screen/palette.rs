//! Palette: one field to reach any paper, question, entry of the mémo or action.

use std::collections::HashSet;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::Wish;
use super::finder::{Finder, MOST};
use super::memo;
use crate::model::Catalogue;
use crate::model::question_number;
use crate::number::french::count;
use crate::session::Place;
use crate::tui::keys::{self, Bound, Context, Keymap};
use crate::tui::msg::{Action, Mouse, MouseKind, Size};
use crate::tui::search::Index;
use crate::tui::theme::Theme;
use crate::tui::widget::bar::Hint;
use crate::tui::widget::{highlight, pane, text};

/// Something that can be chosen.
#[derive(Debug, Clone)]
struct Thing {
    words: String,
    /// What it is, or the key that does it.
    kind: String,
    wish: Wish,
}

/// Everything of the catalogue that can be reached, folded once.
#[derive(Debug)]
pub struct Library {
    things: Vec<Thing>,
    index: Index,
}

impl Library {
    pub fn new(catalogue: &Catalogue) -> Self {
        let papers = catalogue.subjects.iter().map(|subject| Thing {
            words: format!("{} {}", subject.title, subject.session),
            kind: "sujet".to_owned(),
            wish: Wish::Paper(subject.id.clone()),
        });
        let entries = catalogue.lexicon.iter().map(|entry| Thing {
            words: memo::searched(entry),
            kind: "mémo".to_owned(),
            wish: Wish::Entry(entry.id.clone()),
        });
        let questions = catalogue.subjects.iter().flat_map(|subject| {
            let questions = subject.dossiers.iter().flat_map(|dossier| &dossier.questions);
            questions.map(|question| {
                let number = question_number(&question.number);
                let (title, session) = (&subject.title, subject.session);
                Thing {
                    words: format!("{title} {session} · {number} {}", question.title),
                    kind: "question".to_owned(),
                    wish: Wish::Open(Place::new(&subject.id, &question.number)),
                }
            })
        });
        Library::of(papers.chain(entries).chain(questions).collect())
    }

    fn of(things: Vec<Thing>) -> Self {
        let index = Index::new(things.iter().map(|thing| thing.words.as_str()));
        Library { things, index }
    }
}

/// The state of the palette, opened over a context.
#[derive(Debug)]
pub struct Palette {
    library: Arc<Library>,
    /// What can be done here; small, made at each opening.
    here: Library,
    finder: Finder,
    first: usize,
}

impl Palette {
    /// Opens over a context; `hints` are what its key bar offers now.
    pub fn new(library: Arc<Library>, context: Context, hints: &[Hint], keymap: &Keymap) -> Self {
        let here = Library::of(actions(context, hints, keymap));
        let finder = Finder::new(&[&here.index, &library.index]);
        Palette { library, here, finder, first: 0 }
    }

    /// Whether an action is for the palette rather than for what stands around it.
    pub fn takes(&self, action: Action) -> bool {
        !matches!(action, Action::Help | Action::Quit | Action::Suspend | Action::Palette)
    }

    pub fn update(&mut self, action: Action, size: Size) -> Option<Wish> {
        match action {
            Action::Back => return Some(Wish::Back),
            Action::Enter => return self.thing(self.finder.selected).map(|t| t.wish.clone()),
            other => {
                let page = usize::from(Places::new(size).list.height).saturating_sub(1);
                self.finder.update(other, page, &[&self.here.index, &self.library.index]);
            }
        }
        self.follow(size);
        None
    }

    pub fn paste(&mut self, typed: &str, size: Size) {
        self.finder.paste(typed, &[&self.here.index, &self.library.index]);
        self.follow(size);
    }

    /// A click beside the window closes it.
    pub fn mouse(&mut self, mouse: Mouse, size: Size) -> Option<Wish> {
        let places = Places::new(size);
        let at = (mouse.x, mouse.y).into();
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, size),
            MouseKind::WheelDown => self.update(Action::Down, size),
            MouseKind::Press if places.list.contains(at) => {
                let row = self.first + usize::from(mouse.y - places.list.y);
                self.thing(row).map(|thing| thing.wish.clone())
            }
            MouseKind::Press if places.window.contains(at) => None,
            MouseKind::Press => Some(Wish::Back),
        }
    }

    fn follow(&mut self, size: Size) {
        let height = usize::from(Places::new(size).list.height);
        let first = pane::follow(self.first, self.finder.selected, height);
        self.first = pane::clamp(first, self.finder.hits().len(), height);
    }

    fn thing(&self, row: usize) -> Option<&Thing> {
        let found = self.finder.hits().get(row)?;
        let library = if found.source == 0 { &self.here } else { &*self.library };
        library.things.get(found.hit.at)
    }

    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let places = Places::new(size);
        let told = match self.finder.hits().len() {
            MOST => format!("plus de {MOST} résultats"),
            n => count(n, "résultat", "résultats"),
        };
        let block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(theme.accent())
            .title(Line::styled(" Chercher ", theme.heading()))
            .title(Line::styled(format!(" {told} "), theme.quiet()).right_aligned())
            .padding(Padding::horizontal(1));
        Clear.render(places.window, buf);
        block.render(places.window, buf);
        let invitation = "sujet, question, indicateur ou action";
        let line = self.finder.line(invitation, usize::from(places.field.width), theme);
        line.render(places.field, buf);
        self.draw_list(theme, places.list, buf);
    }

    fn draw_list(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width).saturating_sub(1);
        if self.finder.hits().is_empty() {
            let words = "Rien ne correspond\u{a0}: essayez moins de lettres.";
            for (line, row) in text::wrap(words, width).into_iter().zip(area.rows()) {
                Line::styled(line, theme.text()).render(row, buf);
            }
            return;
        }
        let rows = self.first..self.finder.hits().len();
        for (row, place) in rows.zip(area.rows()) {
            self.line(row, width, theme).render(place, buf);
        }
        pane::draw_bar(self.finder.hits().len(), self.first, theme, area, buf);
    }

    fn line(&self, row: usize, width: usize, theme: Theme) -> Line<'static> {
        let Some(thing) = self.thing(row) else { return Line::default() };
        let selected = row == self.finder.selected;
        let (base, found, kind) = if selected {
            (theme.selected(), theme.selected_match(), theme.selected())
        } else if matches!(thing.wish, Wish::Do(_)) {
            (theme.text(), theme.found(), theme.key())
        } else {
            (theme.text(), theme.found(), theme.quiet())
        };
        let right = format!("  {} ", thing.kind);
        let room = width.saturating_sub(text::width(&right) + 1);
        let lead = if selected { "▌" } else { " " };
        let mut spans = vec![Span::styled(lead, theme.accent())];
        let matched = &self.finder.hits()[row].hit.matched;
        spans.extend(highlight::spans(&thing.words, matched, room, base, found));
        spans.push(Span::styled(right, kind));
        Line::from(spans)
    }
}

/// What can be done in a context, what its key bar shows first, then the places to go to.
fn actions(context: Context, hints: &[Hint], keymap: &Keymap) -> Vec<Thing> {
    let offered = |binding: &Bound| {
        binding.bar.is_empty() || hints.iter().any(|hint| hint.action == binding.action)
    };
    let mut seen = HashSet::new();
    let worth = keymap
        .bindings(context)
        .into_iter()
        .filter(|binding| !binding.action.is_gesture() && seen.insert(binding.action))
        .filter(offered);
    let (shown, others): (Vec<_>, Vec<_>) = worth.partition(|binding| !binding.bar.is_empty());
    let thing = |binding: Bound| Thing {
        words: binding.about.to_owned(),
        kind: keys::name(binding.keys[0]),
        wish: Wish::Do(binding.action),
    };
    let mut things: Vec<Thing> = shown.into_iter().map(thing).collect();
    if context != Context::Home {
        things.extend(destinations());
    }
    things.extend(others.into_iter().map(thing));
    things
}

/// Where one can go from anywhere.
fn destinations() -> impl Iterator<Item = Thing> {
    let places = [
        ("Aller à l’accueil", Wish::Home),
        ("Ouvrir tout le mémo", Wish::Memo),
        ("Voir vos progrès", Wish::Progress),
        ("Ouvrir les réglages", Wish::Settings),
        ("Changer de profil, ou travailler en invité", Wish::Profiles),
        ("Choisir les touches", Wish::Keys),
    ];
    places.into_iter().map(|(words, wish)| Thing {
        words: words.to_owned(),
        kind: "écran".to_owned(),
        wish,
    })
}

/// Where the window, its field and its list stand.
struct Places {
    window: Rect,
    field: Rect,
    list: Rect,
}

impl Places {
    fn new(size: Size) -> Places {
        let width = size.width.saturating_sub(4).min(84).max(size.width.min(30));
        let height =
            (size.height.saturating_sub(1) * 4 / 5).max(7).min(size.height.saturating_sub(1));
        let x = (size.width - width) / 2;
        let y = (size.height.saturating_sub(1) - height) / 3;
        let window = Rect { x, y, width, height };
        let inner = Rect {
            x: x + 2.min(width),
            y: y + 1,
            width: width.saturating_sub(4),
            height: height.saturating_sub(2),
        };
        let air = u16::from(inner.height >= 8);
        let top = (1 + air).min(inner.height);
        let list = Rect { y: inner.y + top, height: inner.height - top, ..inner };
        Places { window, field: Rect { height: 1.min(inner.height), ..inner }, list }
    }
}
