//! Drawing the accueil: the list, the line of each row, what is said of the selection.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Home, NARROW, PAGES, Row};
use crate::model::Catalogue;
use crate::tui::keys::Context;
use crate::tui::msg::{Action, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::seat::Seat;
use crate::tui::theme::Theme;
use crate::tui::widget::lines::Lines;
use crate::tui::widget::rows::{self, Rows};
use crate::tui::widget::{pane, text};

/// Papers reached by the key of their rank.
const LAST_RANK: u8 = 9;

impl Home {
    pub fn draw(&self, catalogue: &Catalogue, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        let right = self.whose(usize::from(size.width), theme);
        let title = vec![Span::styled("Tuteur NDRC", theme.heading())];
        frame::header(title, right, frame.header, buf);
        let body = frame::inset(frame.body, 2);
        let welcome = self.welcome(usize::from(body.width), size);
        for (line, row) in welcome.iter().zip(body.rows()) {
            line.render(row, buf);
        }
        let list = self.list_area(size);
        self.draw_list(theme, list, size, buf);
        if let Some(details) = self.details_area(size) {
            self.draw_details(catalogue, theme, details, buf);
        }
    }

    /// Who works, where it may be someone else; the key that changes it stands beside the name.
    fn whose(&self, width: usize, theme: Theme) -> Line<'static> {
        let (name, told) = match &self.seat {
            Seat::Nobody | Seat::Learner { alone: true, .. } => {
                return Line::styled("Épreuve E5 · hors ligne", theme.quiet());
            }
            Seat::Guest => ("Invité", "\u{a0}: rien n’est gardé"),
            Seat::Learner { profile, .. } => (profile.name.as_str(), ""),
        };
        let key = format!(" · {} changer", self.keys.name(Context::Home, Action::Profiles));
        // The name of the tutor stands on the left.
        let room = width.saturating_sub(16 + text::width(&key));
        let told = if text::width(name) + text::width(told) <= room { told } else { "" };
        let room = room.saturating_sub(text::width(told));
        Line::from(vec![
            Span::styled(text::shorten(name, room), theme.strong()),
            Span::styled(format!("{told}{key}"), theme.quiet()),
        ])
    }

    fn draw_list(&self, theme: Theme, area: Rect, size: Size, buf: &mut Buffer) {
        if self.outline.subjects.is_empty() {
            let mut lines = Lines::new(usize::from(area.width));
            lines.paragraph("Aucun sujet n’a pu être ouvert.", theme.strong());
            lines.paragraph(
                "La commande «\u{a0}tuteur-ndrc valider\u{a0}» dit pourquoi.",
                theme.text(),
            );
            pane::draw(&lines.lines, 0, theme, area, buf);
            return;
        }
        pane::draw(&self.laid(theme, size).lines.lines, self.first, theme, area, buf);
    }

    /// The list cut into lines; in large type its rows stand apart and the selected one is large.
    pub(super) fn laid(&self, theme: Theme, size: Size) -> Rows {
        let area = self.list_area(size);
        let (width, height) = (usize::from(area.width).saturating_sub(3), usize::from(area.height));
        let most = rows::in_hand(self.large, height);
        let mut laid = Rows::new(width, most > 0, self.first, height);
        for (at, row) in self.rows().into_iter().enumerate() {
            let selected = at == self.selected;
            match row {
                Row::Space => laid.space(),
                row if selected && most > 0 => {
                    laid.row(|lines| self.push_large(row, most, theme, lines));
                }
                row => laid.line(|width| self.line(row, selected, width, theme)),
            }
        }
        laid
    }

    /// The selected row: its title large, what is known of it below.
    fn push_large(&self, row: Row, most: usize, theme: Theme, lines: &mut Lines) {
        let (title, about) = self.large_words(row);
        let lead = [Span::styled("▌ ", theme.accent())];
        if lines.large(&lead, &title, most, theme.heading()) {
            lines.hanging(lead.to_vec(), &about, theme.strong());
        } else {
            let width = lines.width;
            lines.push(self.line(row, true, width, theme));
        }
    }

    fn line(&self, row: Row, selected: bool, width: usize, theme: Theme) -> Line<'static> {
        let (left, right) = match row {
            Row::Space => return Line::default(),
            Row::Resume => (format!("↩ Reprendre   {}", self.resume_words()), String::new()),
            Row::Paper(at) => self.paper_words(at, width < NARROW),
            Row::Dossier(at, dossier) => {
                let title = self.subject(at).and_then(|s| s.dossiers.get(dossier));
                let title = title.map_or("", |dossier| dossier.title.as_str());
                return Line::styled(text::shorten(&format!("    {title}"), width), theme.quiet());
            }
            Row::Question(..) => self.question_words(row, width < NARROW),
            Row::Page(at) => return self.page_line(at, selected, width, theme),
        };
        let key = self.key_of(row);
        let right_width = if right.is_empty() { 0 } else { text::width(&right) + 2 };
        let room = width.saturating_sub(right_width + text::width(&key));
        let left = text::pad(&text::shorten(&left, room), room);
        let gap = if right.is_empty() { "" } else { "  " };
        let mut style =
            if matches!(row, Row::Paper(_) | Row::Resume) { theme.strong() } else { theme.text() };
        let lead = if selected { "▌" } else { " " };
        if selected {
            style = theme.selected();
        }
        let quiet = if selected { theme.selected() } else { theme.text() };
        let key_style = if selected { theme.selected() } else { theme.key() };
        Line::from(vec![
            Span::styled(lead, theme.accent()),
            Span::styled(key, key_style),
            Span::styled(left, style),
            Span::styled(format!("{gap}{right} "), quiet),
        ])
    }

    /// The key that leads to a row, and a space; nothing where there is none.
    fn key_of(&self, row: Row) -> String {
        let action = match row {
            Row::Resume => Action::Resume,
            Row::Paper(at) => match u8::try_from(at + 1) {
                Ok(rank) if rank <= LAST_RANK => Action::Paper(rank),
                _ => return "  ".to_owned(),
            },
            _ => return String::new(),
        };
        format!("{} ", self.keys.name(Context::Home, action))
    }

    /// `m    Mémo               formules, repères, pièges`.
    fn page_line(&self, at: usize, selected: bool, width: usize, theme: Theme) -> Line<'static> {
        let (_, name, about) = PAGES[at];
        let keys = PAGES.map(|(action, ..)| self.keys.name(Context::Home, action));
        let column = keys.iter().map(|key| text::width(key)).max().unwrap_or(0) + 2;
        let names = PAGES.iter().map(|(_, name, _)| text::width(name)).max().unwrap_or(0) + 2;
        let room = width.saturating_sub(column + names);
        // Half a list of what a page holds helps no one.
        let about = if text::width(about) <= room { about } else { "" };
        let about = text::pad(about, room);
        let styles = [theme.key(), theme.text(), theme.quiet()];
        let [key_style, name_style, about_style] =
            if selected { [theme.selected(); 3] } else { styles };
        Line::from(vec![
            Span::styled(if selected { "▌" } else { " " }, theme.accent()),
            Span::styled(text::pad(&keys[at], column), key_style),
            Span::styled(text::pad(name, names), name_style),
            Span::styled(format!("{about} "), about_style),
        ])
    }
}
