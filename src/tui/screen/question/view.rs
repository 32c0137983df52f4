//! Drawing a question: header, titles of the panes, their content.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::QuestionScreen;
use super::answering::Answering;
use super::document::Document;
use super::layout::{Arrangement, Layout, Pane};
use super::review::Aside;
use crate::model::StepKind;
use crate::model::question_number;
use crate::progress::{Rung, State};
use crate::tui::answer::{self, Answer};
use crate::tui::msg::{Mouse, Size};
use crate::tui::screen::frame::{self, Frame};
use crate::tui::theme::Theme;
use crate::tui::widget::{pane, state, text};

/// Columns of the sign of a step.
pub(super) const MARK: u16 = 3;

const DOCUMENT: &str = "Énoncé et annexes";
const OWN: &str = "Votre texte";

impl QuestionScreen {
    pub fn draw(&self, now_ms: i64, size: Size, buf: &mut Buffer) {
        let frame = Frame::new(frame::area(size));
        self.draw_header(frame.header, buf);
        let layout = self.layout(size);
        let document = self.document(layout.document);
        let answering = self.answering(&layout, now_ms);
        let paging = self.paging(&layout, &document, &answering);
        let mark = self.drawing_mark(&answering.column);
        self.draw_titles(&layout, frame.body, paging, &mark, buf);
        if layout.document.height > 0 {
            self.draw_document(&document, layout.document, buf);
        }
        if layout.text.height > 0 {
            self.draw_text(layout.text, buf);
        }
        if layout.answer.height > 0 {
            self.draw_answer(answering, layout.answer, now_ms, buf);
        }
    }

    /// The pane that the page keys move, and which of them have something to show.
    fn paging(
        &self,
        layout: &Layout,
        document: &Document,
        answering: &Answering,
    ) -> Option<(Pane, &'static str)> {
        if let (Some((first, total, height)), Pane::Answer) = (self.answer.written(), self.focus) {
            return pages(first, total, height).map(|keys| (Pane::Answer, keys));
        }
        let (total, height) = (answering.column.lines.len(), usize::from(answering.body.height));
        if self.focus == Pane::Answer && total > height && !self.reads_aside() {
            let first = self.first_shown(&answering.column, answering.body);
            return pages(first, total, height).map(|keys| (Pane::Answer, keys));
        }
        let (total, height) = (document.lines.len(), usize::from(layout.document.height));
        let first = pane::clamp(self.document_first, total, height);
        let shows = height > 0;
        pages(first, total, height).filter(|_| shows).map(|keys| (Pane::Document, keys))
    }

    fn draw_header(&self, area: Rect, buf: &mut Buffer) {
        let theme = self.theme;
        let (subject, question) = (self.walk.subject(), self.walk.question());
        let number = question_number(&question.number);
        let marks = self.marks(area.width);
        let room = usize::from(area.width).saturating_sub(marks.width() + 6);
        let title = format!("{number}  {}", question.title);
        let paper = format!("{} {}  ›  ", subject.title, subject.session);
        let left = if text::width(&paper) + text::width(&title) <= room {
            vec![Span::styled(paper, theme.quiet()), Span::styled(title, theme.heading())]
        } else {
            vec![Span::styled(text::shorten(&title, room), theme.heading())]
        };
        frame::header(left, marks, area, buf);
    }

    /// The columns of the signs of the steps in a header of `width`, where they are shown.
    pub(super) fn marks_room(&self, width: u16) -> Option<u16> {
        let total = self.walk.step_count() as u16;
        (total * 2 + 2 <= width / 3).then_some(total * MARK)
    }

    /// One sign per step, the one in hand between brackets; counts where there are too many.
    fn marks(&self, width: u16) -> Line<'static> {
        let theme = self.theme;
        let (now, total) = (self.walk.step_index(), self.walk.step_count());
        if self.marks_room(width).is_none() {
            return Line::styled(format!("{} / {total}", now + 1), theme.text());
        }
        let mut spans = Vec::new();
        for step in 0..total {
            let sign = match self.walk.step_state(step) {
                State::NotBegun => "○",
                State::InProgress { .. } => "◐",
                State::Done => state::done(self.walk.step_way(step)),
            };
            let shown = if step == now { format!("[{sign}]") } else { format!(" {sign} ") };
            let style = if step == now { theme.heading() } else { theme.quiet() };
            spans.push(Span::styled(shown, style));
        }
        Line::from(spans)
    }

    /// The titles of the panes; the one that the page keys move names them.
    fn draw_titles(
        &self,
        layout: &Layout,
        body: Rect,
        paging: Option<(Pane, &'static str)>,
        mark: &str,
        buf: &mut Buffer,
    ) {
        let step = self.step_title();
        if layout.arrangement == Arrangement::Tabs {
            let strip = Rect { height: 1, ..frame::inset(body, 1) };
            let titles = self.tab_titles(strip.width);
            let mut line = tabs(&titles, self.pane(), self.theme);
            if line.width() + text::width(mark) <= usize::from(strip.width) {
                line.push_span(Span::styled(mark, self.theme.accent()));
            }
            return line.render(strip, buf);
        }
        let panes = [
            (layout.document, self.document_title(), Pane::Document),
            (layout.answer, step, Pane::Answer),
        ];
        for (area, title, which) in panes {
            let keys = paging.filter(|(pane, _)| *pane == which).map_or("", |(_, keys)| keys);
            let mark = if which == Pane::Answer { mark } else { "" };
            let both = format!("{mark}{keys}");
            let line = title_line(&title, &both, self.pane() == which, area.width, self.theme);
            line.render(Layout::title(area), buf);
        }
    }

    fn document_title(&self) -> String {
        let title = match (self.aside, &self.answer) {
            _ if !self.reads_aside() => DOCUMENT,
            (Aside::Own, _) => OWN,
            (_, Answer::Rcs(_)) => "Plan modèle",
            _ => "Une réponse possible",
        };
        title.to_owned()
    }

    /// The text handed in, on the left of its model.
    fn draw_text(&self, area: Rect, buf: &mut Buffer) {
        let (lines, height) = (self.handed_in(area), usize::from(area.height));
        let first = pane::clamp(self.text_first, lines.len(), height);
        let keys = pages(first, lines.len(), height).unwrap_or_default();
        title_line(OWN, keys, false, area.width, self.theme).render(Layout::title(area), buf);
        pane::draw(&lines, first, self.theme, area, buf);
    }

    /// `Étape 2 sur 5 · Tableau à compléter`.
    pub(super) fn step_title(&self) -> String {
        let Some(step) = self.walk.step() else { return "Réponse".to_owned() };
        let kind = match &step.kind {
            StepKind::Number(_) => "Calcul",
            StepKind::Grid(_) => "Tableau à compléter",
            StepKind::Choice(_) => "Choix",
            StepKind::Writing(_) => "Rédaction",
            StepKind::Rcs(_) => "Réflexion structurée",
        };
        let mark = self.walk.rcs().and_then(|rcs| rcs.mark);
        let kind = match mark {
            Some(mark) => format!("{kind} · {}", answer::rcs_mark(mark)),
            None => kind.to_owned(),
        };
        match self.walk.step_count() {
            1 => kind,
            total => format!("Étape {} sur {total} · {kind}", self.walk.step_index() + 1),
        }
    }

    /// The name of the next rung, for the key bar. What a known result means shows by itself, but
    /// over an editor.
    pub(super) fn next_help(&self) -> Option<&'static str> {
        let (rung, _) = self.walk.next_rung_label()?;
        let told = self.walk.conclusion().is_some() && !self.answer.edits();
        (rung != Rung::Interpretation || !told).then(|| rung_name(rung))
    }

    /// The titles of the tabs, shorter where the strip is.
    fn tab_titles(&self, width: u16) -> [String; 2] {
        let mut step = self.step_title();
        if self.pick.on {
            // The field is out of sight: what is being typed takes the place of its title.
            step = format!("› {}", text::clean(self.answer.typed()));
        }
        let document = self.document_title();
        if text::width(&document) + text::width(&step) + 5 <= usize::from(width) {
            return [document, step];
        }
        let document = if document == DOCUMENT { "Énoncé".to_owned() } else { document };
        let room = usize::from(width).saturating_sub(text::width(&document) + 5);
        let short = step.split(" · ").next().unwrap_or_default();
        [document, text::shorten(short, room)]
    }

    fn draw_document(&self, document: &Document, area: Rect, buf: &mut Buffer) {
        let height = usize::from(area.height);
        let first = pane::clamp(self.document_first, document.lines.len(), height);
        let shown = pane::window(&document.lines, &document.tables, first, height);
        draw_window(&shown, document.lines.len(), first, self.theme, area, buf);
    }

    fn draw_answer(&self, answering: Answering, whole: Rect, now_ms: i64, buf: &mut Buffer) {
        let Answering { head, column, body, foot, .. } = answering;
        for (line, row) in head.lines.iter().zip(whole.rows()) {
            line.render(row, buf);
        }
        let below = Rect { y: body.bottom(), height: foot.len() as u16, ..whole };
        for (line, row) in foot.lines.iter().zip(below.intersection(whole).rows()) {
            line.render(row, buf);
        }
        let first = self.first_shown(&column, body);
        let (lines, height) = (&column.lines.lines, usize::from(body.height));
        let shown = pane::window(lines, &column.tables, first, height);
        draw_window(&shown, lines.len(), first, self.theme, body, buf);
        if self.answer.edits() {
            let look = self.look(now_ms);
            let (area, below) = self.editor_places(whole, body);
            self.answer.draw_editor(&self.walk, look, area, buf);
            self.answer.magnify(look, below, buf);
        }
    }

    /// Whether a click falls on the title of a pane (or on its tab).
    pub(super) fn title_at(&self, layout: &Layout, mouse: Mouse, which: Pane) -> bool {
        let area = if which == Pane::Document { layout.document } else { layout.answer };
        if layout.arrangement != Arrangement::Tabs {
            return Layout::title(area).contains((mouse.x, mouse.y).into());
        }
        let shown = if layout.document.height > 0 { layout.document } else { layout.answer };
        let strip = Layout::title(shown);
        let [document, _] = self.tab_titles(strip.width);
        let middle = strip.x + text::width(&document) as u16 + 2;
        mouse.y == strip.y && (mouse.x < middle) == (which == Pane::Document)
    }
}

pub fn draw_window(
    shown: &[Line],
    total: usize,
    first: usize,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    for (line, row) in shown.iter().zip(area.rows()) {
        line.render(Rect { width: row.width.saturating_sub(1), ..row }, buf);
    }
    pane::draw_bar(total, first, theme, area, buf);
}

/// The page keys that have something to show.
fn pages(first: usize, total: usize, height: usize) -> Option<&'static str> {
    match (first > 0, first + height < total) {
        (true, true) => Some(" Page↑ Page↓ "),
        (true, false) => Some(" Page↑ "),
        (false, true) => Some(" Page↓ "),
        (false, false) => None,
    }
}

/// `── Title ───── Page↓ ─`, in the accent colour where the pane has the keys.
pub fn title_line(
    title: &str,
    keys: &str,
    focused: bool,
    width: u16,
    theme: Theme,
) -> Line<'static> {
    let width = usize::from(width).saturating_sub(1);
    let keys = if width >= text::width(title) + text::width(keys) + 8 { keys } else { "" };
    let title = text::shorten(title, width.saturating_sub(6));
    let end = if keys.is_empty() { 0 } else { 1 };
    let taken = text::width(&title) + 4 + text::width(keys) + end;
    let rest = width.saturating_sub(taken);
    let (rule, style, lead) = if focused {
        (theme.accent(), theme.heading(), "━━ ")
    } else {
        (theme.quiet(), theme.quiet(), "── ")
    };
    let line = if focused { "━" } else { "─" };
    Line::from(vec![
        Span::styled(lead, rule),
        Span::styled(title, style),
        Span::styled(format!(" {}", line.repeat(rest)), rule),
        Span::styled(keys.to_owned(), theme.quiet()),
        Span::styled(line.repeat(end), rule),
    ])
}

/// Two tabs, the one in sight inverted and in brackets of space.
pub fn tabs(titles: &[String; 2], focus: Pane, theme: Theme) -> Line<'static> {
    let [document, step] = titles;
    let style = |pane| if focus == pane { theme.selected() } else { theme.quiet() };
    Line::from(vec![
        Span::styled(format!(" {document} "), style(Pane::Document)),
        Span::styled("│", theme.quiet()),
        Span::styled(format!(" {step} "), style(Pane::Answer)),
    ])
}

/// The name of the next rung, for the key bar.
fn rung_name(rung: Rung) -> &'static str {
    match rung {
        Rung::Hint(0) => "Indice",
        Rung::Hint(_) => "Autre indice",
        Rung::Method => "Méthode",
        Rung::Substitution => "Calcul posé",
        Rung::Result => "Résultat",
        Rung::Interpretation => "Interprétation",
    }
}
