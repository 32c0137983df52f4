//! What the mémo and the palette share: a field, what it finds, and the line selected.

use ratatui::text::{Line, Span};

use crate::tui::answer::Field;
use crate::tui::msg::Action;
use crate::tui::search::{Hit, Index, Matches, stands_beside};
use crate::tui::theme::Theme;
use crate::tui::widget::text;

/// Most lines listed; a better query brings the others.
pub const MOST: usize = 300;

/// A search as it is typed, over one index or several.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    field: Field,
    hits: Vec<Found>,
    matches: Vec<Matches>,
    pub selected: usize,
}

/// A text found, and in which index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub source: usize,
    pub hit: Hit,
}

impl Finder {
    /// A search of nothing yet: everything is listed.
    pub fn new(indexes: &[&Index]) -> Self {
        let mut finder = Finder::default();
        finder.search(indexes);
        finder
    }

    fn search(&mut self, indexes: &[&Index]) {
        self.matches.resize(indexes.len(), Matches::default());
        self.hits.clear();
        for (source, (index, before)) in indexes.iter().zip(&mut self.matches).enumerate() {
            let (hits, matches) = index.search(self.field.text(), before, MOST);
            self.hits.extend(hits.into_iter().map(|hit| Found { source, hit }));
            *before = matches;
        }
        if indexes.len() > 1 && !self.is_blank() {
            self.hits.sort_by_key(|found| std::cmp::Reverse(found.hit.score));
            let best = self.hits.first().map_or(0, |found| found.hit.score);
            self.hits.retain(|found| stands_beside(found.hit.score, best));
        }
        self.hits.truncate(MOST);
        self.selected = 0;
    }

    pub fn hits(&self) -> &[Found] {
        &self.hits
    }

    pub fn hit(&self) -> Option<&Found> {
        self.hits.get(self.selected)
    }

    pub fn is_blank(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// Forgets what was typed.
    pub fn clear(&mut self, indexes: &[&Index]) {
        self.field = Field::default();
        self.search(indexes);
    }

    /// Looks again in texts that changed, the selection where it was.
    pub fn renew(&mut self, indexes: &[&Index]) {
        let selected = self.selected;
        self.matches.clear();
        self.search(indexes);
        self.selected = selected.min(self.hits.len().saturating_sub(1));
    }

    pub fn paste(&mut self, typed: &str, indexes: &[&Index]) {
        self.field.type_over(typed);
        self.search(indexes);
    }

    /// Obeys a movement in the list (of `page` lines) or an edit of the field.
    pub fn update(&mut self, action: Action, page: usize, indexes: &[&Index]) {
        let last = self.hits.len().saturating_sub(1);
        let page = page.max(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::PageUp => self.selected = self.selected.saturating_sub(page),
            Action::PageDown => self.selected = (self.selected + page).min(last),
            Action::Home => self.selected = 0,
            Action::End => self.selected = last,
            other => {
                if self.field.update(other) {
                    self.search(indexes);
                }
            }
        }
    }

    /// `› texte▏`, or what can be looked for where nothing is typed.
    pub fn line(&self, invitation: &str, columns: usize, theme: Theme) -> Line<'static> {
        field_line(&self.field, invitation, columns, theme)
    }
}

/// `› texte▏`, or what can be typed where nothing is.
pub fn field_line(field: &Field, invitation: &str, columns: usize, theme: Theme) -> Line<'static> {
    let room = columns.saturating_sub(3).max(1);
    let (shown, cursor) = field.view(room);
    let shown = text::clean(&shown);
    let at = cursor_char(&shown, cursor);
    let under: String = shown.chars().nth(at).into_iter().collect();
    let before: String = shown.chars().take(at).collect();
    let after: String = shown.chars().skip(at + 1).collect();
    let under = if under.is_empty() { " ".to_owned() } else { under };
    let mut spans = vec![
        Span::styled("› ", theme.accent()),
        Span::styled(before, theme.strong()),
        Span::styled(under, theme.selected()),
        Span::styled(after, theme.strong()),
    ];
    if field.text().is_empty() {
        let invitation = text::shorten(invitation, room.saturating_sub(1));
        spans.push(Span::styled(format!(" {invitation}"), theme.quiet()));
    }
    Line::from(spans)
}

/// The character that stands at a column.
fn cursor_char(shown: &str, column: usize) -> usize {
    let mut used = 0;
    let before = shown.chars().take_while(|c| {
        used += text::width(&c.to_string());
        used <= column
    });
    before.count()
}
