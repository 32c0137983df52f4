//! Drawing a hunt: the énoncé and its annexes, the copy with its marks, the names, the verdict.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::HuntScreen;
use crate::check::Verdict;
use crate::model::question_number;
use crate::session::hunt::{CopyCell, Sheet, Stage, TableCopy};
use crate::tui::msg::{Mouse, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::screen::question::document::Document;
use crate::tui::screen::question::layout::{Arrangement, Layout, Pane, Share};
use crate::tui::screen::question::memo::Cut;
use crate::tui::screen::question::view::{draw_window, tabs, title_line};
use crate::tui::theme::Theme;
use crate::tui::widget::column::{Column, Spot, Target};
use crate::tui::widget::pane;
use crate::tui::widget::sheet::{self, Sheet as Grid, SheetCell, SheetRow};
use crate::tui::widget::text;

const DOCUMENT: &str = "Énoncé et annexes";
const COPY: &str = "La copie";
/// Rows from which the lines of a copy stand apart in large type.
const AIRY: u16 = 14;

impl HuntScreen {
    pub fn draw(&self, theme: Theme, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        self.draw_header(theme, frame.header, buf);
        let layout = self.layout(size);
        self.draw_titles(&layout, theme, frame.body, buf);
        if layout.document.height > 0 {
            let area = layout.document;
            let document = self.document(area, theme);
            let height = usize::from(area.height);
            let first = pane::clamp(self.document_first, document.lines.len(), height);
            let shown = pane::window(&document.lines, &document.tables, first, height);
            draw_window(&shown, document.lines.len(), first, theme, area, buf);
        }
        if layout.answer.height > 0 {
            let column = self.column(&layout, theme);
            let first = self.first_shown(&column, layout.answer);
            let height = usize::from(layout.answer.height);
            let lines = &column.lines.lines;
            let shown = pane::window(lines, &column.tables, first, height);
            draw_window(&shown, lines.len(), first, theme, layout.answer, buf);
        }
    }

    /// Shows itself in large type or not.
    pub fn enlarge(&mut self, large: bool, size: Size) {
        self.large = large;
        self.settle(size);
    }

    pub(super) fn layout(&self, size: Size) -> Layout {
        if self.large {
            return Layout::one(size, self.focus);
        }
        let share = if matches!(self.play.hunt().sheet, Sheet::Table(_)) {
            Share::Roomy
        } else {
            Share::Even
        };
        Layout::new(size, self.focus, share, |width| {
            self.document(Rect { width, ..Rect::default() }, Theme::Plain).lines.len()
        })
    }

    pub(super) fn document(&self, area: Rect, theme: Theme) -> Document {
        let Some((subject, question)) = self.subject() else { return Document::default() };
        let width = usize::from(area.width).saturating_sub(2);
        let large = self.large.then_some(usize::from(area.height));
        let cut = Cut { width, column: self.document_column, theme, large, ..Cut::default() };
        Document::new(subject, question, &cut)
    }

    fn draw_header(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        let right = match self.told {
            0 => Line::default(),
            told => Line::styled(format!("✓ {} sur {told}", self.perfect), theme.strong()),
        };
        let room = usize::from(area.width).saturating_sub(right.width() + 6);
        let mut title = "Trouver l’erreur".to_owned();
        if let Some((subject, question)) = self.subject() {
            let number = question_number(&question.number);
            title = format!("{title}  ›  {} {}  {number}", subject.title, subject.session);
        }
        let left = vec![Span::styled(text::shorten(&title, room), theme.heading())];
        frame::header(left, right, area, buf);
    }

    fn draw_titles(&self, layout: &Layout, theme: Theme, body: Rect, buf: &mut Buffer) {
        if layout.arrangement == Arrangement::Tabs {
            let strip = Rect { height: 1, ..frame::inset(body, 1) };
            let titles = ["Énoncé".to_owned(), COPY.to_owned()];
            return tabs(&titles, self.focus, theme).render(strip, buf);
        }
        for (area, title, which) in
            [(layout.document, DOCUMENT, Pane::Document), (layout.answer, COPY, Pane::Answer)]
        {
            let line = title_line(title, "", self.focus == which, area.width, theme);
            line.render(Layout::title(area), buf);
        }
    }

    /// Whether a click falls on the title of the pane that does not have the keys.
    pub(super) fn title_at(&self, layout: &Layout, mouse: Mouse) -> bool {
        let at = (mouse.x, mouse.y).into();
        if layout.arrangement == Arrangement::Tabs {
            let shown = if layout.document.height > 0 { layout.document } else { layout.answer };
            return Layout::title(shown).contains(at);
        }
        let other = if self.focus == Pane::Document { layout.answer } else { layout.document };
        Layout::title(other).contains(at)
    }

    pub(super) fn column(&self, layout: &Layout, theme: Theme) -> Column {
        let mut column = Column::new(usize::from(layout.answer.width).saturating_sub(2));
        let hunt = self.play.hunt();
        if self.play.stage() != Stage::Told {
            let words = match &hunt.sheet {
                Sheet::Lines(_) => {
                    "Un élève a rendu cette copie. Une erreur s’y cache\u{a0}: à quelle ligne commence-t-elle\u{a0}?"
                }
                Sheet::Table(_) => {
                    "Un élève a rempli ce tableau. Un chiffre est faux, et d’autres peut-être à cause de lui\u{a0}: d’où vient l’erreur\u{a0}?"
                }
            };
            column.lines.paragraph(words, theme.strong());
            column.lines.gap();
        }
        match &hunt.sheet {
            Sheet::Lines(lines) => {
                let air = self.large && layout.answer.height >= AIRY;
                self.push_lines(lines, air, theme, &mut column);
            }
            Sheet::Table(table) => {
                // What is said below the table keeps some rows.
                let height = usize::from(layout.answer.height).saturating_sub(8);
                self.push_table(table, height, theme, &mut column);
            }
        }
        let start = column.lines.len();
        if let Some(said) = self.play.said() {
            column.lines.gap();
            let missed = self.play.stage() == Stage::Pointing || !self.play.refused().is_empty();
            let (sign, verdict) = match (missed, self.play.tries().0) {
                (true, _) => ("✗ ", Verdict::Wrong),
                (false, Some(_)) => ("✓ ", Verdict::Right),
                (false, None) => ("◆ ", Verdict::Neutral),
            };
            let lead = vec![Span::styled(sign, theme.verdict(verdict))];
            column.lines.hanging(lead, said, theme.text());
        }
        match self.play.stage() {
            Stage::Pointing => {}
            Stage::Naming => self.push_names(theme, &mut column),
            Stage::Told => self.push_verdict(theme, &mut column),
        }
        if column.lines.len() > start {
            column.focus = Some(match &column.focus {
                Some(cursor) if self.play.stage() == Stage::Pointing => {
                    cursor.start..column.lines.len()
                }
                _ => start..column.lines.len(),
            });
        }
        column
    }

    fn push_lines(&self, lines: &[String], air: bool, theme: Theme, column: &mut Column) {
        for (place, words) in lines.iter().enumerate() {
            let start = column.lines.len();
            let (sign, verdict) = self.mark(place);
            let here = self.play.stage() == Stage::Pointing && place == self.cursor;
            let pointer = if here { "▸ " } else { "  " };
            let lead = vec![
                Span::styled(pointer, theme.accent()),
                Span::styled(format!("{sign:<2}"), theme.verdict(verdict)),
            ];
            let style = match (here, sign) {
                (true, _) => theme.selected(),
                (false, "✗") => theme.strong(),
                _ => theme.text(),
            };
            column.lines.hanging(lead, words, style);
            column.target_since(start, Spot::Point(place));
            if air {
                column.lines.gap();
            }
            if here {
                column.focus = Some(start..column.lines.len());
            }
        }
    }

    /// What is known of a place: `✗` where the slip is, `✓` for a right one, `↳` for one that follows.
    fn mark(&self, place: usize) -> (&'static str, Verdict) {
        let hunt = self.play.hunt();
        let following = hunt.following.contains(&place);
        let known = self.play.stage() == Stage::Told || self.play.missed().contains(&place);
        match place == hunt.wrong {
            true if self.play.stage() != Stage::Pointing => ("✗", Verdict::Wrong),
            false if known && following => ("↳", Verdict::Close),
            false if known => ("✓", Verdict::Right),
            _ => ("", Verdict::Neutral),
        }
    }

    fn grid(&self, table: &TableCopy, theme: Theme) -> Grid {
        let mut place = 0;
        let mut cell = |cell: &CopyCell| match cell {
            CopyCell::Empty => SheetCell::default(),
            CopyCell::Given(words) => {
                SheetCell { text: words.clone(), style: theme.quiet(), ..SheetCell::default() }
            }
            CopyCell::Figure(words) => {
                let here = self.play.stage() == Stage::Pointing && place == self.cursor;
                let (sign, verdict) = self.mark(place);
                place += 1;
                SheetCell {
                    text: words.clone(),
                    mark: if sign.is_empty() { " " } else { sign }.to_owned(),
                    style: if here { theme.selected() } else { theme.text() },
                    mark_style: theme.verdict(verdict),
                }
            }
        };
        let rows = table.rows.iter().map(|row| SheetRow {
            label: row.label.clone(),
            cells: row.cells.iter().map(&mut cell).collect(),
        });
        Grid { corner: table.corner.clone(), columns: table.columns.clone(), rows: rows.collect() }
    }

    fn push_table(&self, table: &TableCopy, height: usize, theme: Theme, column: &mut Column) {
        let laid = self.grid(table, theme).lay(column.lines.width, self.table_first, theme);
        let laid = laid.aired(if self.large { height } else { 0 });
        let start = column.lines.len();
        let figures: Vec<(usize, usize)> = table.figures().collect();
        // The row in question stays in sight while the slip is being named.
        let pointing = self.play.stage() == Stage::Pointing;
        let anchor = if pointing { self.cursor } else { self.play.hunt().wrong };
        let mut row = None;
        for spot in &laid.places {
            let at = figures.iter().position(|place| *place == (spot.row, spot.column));
            let Some(at) = at else { continue };
            let line = start + spot.y;
            let columns = spot.x..spot.x + spot.width;
            column.targets.push(Target { line, columns, spot: Spot::Point(at) });
            if at == anchor {
                row = Some(line..start + laid.below(spot.row));
            }
        }
        column.focus = row.clone();
        let told = sheet::sideways(&laid);
        column.tables.push(laid.stretch(start, row));
        column.lines.lines.extend(laid.lines);
        if let Some(told) = told {
            column.lines.push(Line::styled(told, theme.accent()));
        }
    }

    fn push_names(&self, theme: Theme, column: &mut Column) {
        column.lines.gap();
        for (at, code) in self.play.hunt().proposals.iter().enumerate() {
            let start = column.lines.len();
            let refused = self.play.refused().contains(code);
            let sign = match (refused, at == self.name) {
                (true, _) => "✗",
                (false, true) => "▸",
                (false, false) => " ",
            };
            let style = match (refused, at == self.name) {
                (true, _) => theme.quiet(),
                (false, true) => theme.selected(),
                (false, false) => theme.text(),
            };
            let lead = vec![Span::styled(format!("{sign} {}. ", at + 1), theme.accent())];
            column.lines.hanging(lead, code.title(), style);
            column.target_since(start, Spot::Option(at));
        }
    }

    fn push_verdict(&self, theme: Theme, column: &mut Column) {
        let hunt = self.play.hunt();
        column.lines.gap();
        let (sign, verdict) = match self.play.tries() {
            (Some(_), Some(_)) => ("✓", Verdict::Right),
            (None, None) => ("◆", Verdict::Neutral),
            _ => ("≈", Verdict::Close),
        };
        let said = format!("{sign} {}", self.play.outcome());
        column.lines.push(Line::styled(said, theme.verdict(verdict)));
        column.lines.headline(hunt.code.title(), usize::from(self.large), theme.strong());
        column.lines.paragraph(&hunt.explanation, theme.text());
        column.lines.gap();
        column.lines.rule("Le bon calcul", theme.heading(), theme.quiet());
        for line in &hunt.right {
            column.lines.hanging(vec![Span::raw("  ")], line, theme.text());
        }
    }

    pub(super) fn first_shown(&self, column: &Column, area: Rect) -> usize {
        pane::clamp(self.copy_first, column.lines.len(), usize::from(area.height))
    }

    /// Keeps the scrolling within the text.
    pub(super) fn settle_first(&mut self, size: Size) {
        let layout = self.layout(size);
        let column = self.column(&layout, Theme::Plain);
        self.copy_first = self.first_shown(&column, layout.answer);
    }

    /// Brings in sight what was just pointed at or said.
    pub(super) fn settle(&mut self, size: Size) {
        let layout = self.layout(size);
        let width = usize::from(layout.answer.width).saturating_sub(2);
        if let Sheet::Table(table) = &self.play.hunt().sheet
            && let Some((_, column)) = table.figures().nth(self.cursor)
        {
            let grid = self.grid(table, Theme::Plain);
            self.table_first = grid.first_to_show(width, column, self.table_first);
        }
        let column = self.column(&layout, Theme::Plain);
        let height = usize::from(layout.answer.height);
        if let Some(focus) = &column.focus {
            let first = pane::follow(self.copy_first, focus.end.saturating_sub(1), height);
            self.copy_first = pane::follow(first, focus.start, height);
        }
        self.copy_first = self.first_shown(&column, layout.answer);
        let document = self.document(layout.document, Theme::Plain);
        let height = usize::from(layout.document.height);
        self.document_column = self.document_column.min(document.furthest);
        self.document_first = pane::clamp(self.document_first, document.lines.len(), height);
    }
}
