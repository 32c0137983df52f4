//! What stands around a slide: what is being revealed, how far one is, the countdown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::ProjectionScreen;
use crate::model::question_number;
use crate::session::Projection;
use crate::session::projection::{Body, Scope};
use crate::tui::keys::Context;
use crate::tui::msg::{Action, Size};
use crate::tui::screen::frame;
use crate::tui::widget::big::{Big, Type};
use crate::tui::widget::text;

impl ProjectionScreen {
    /// What is being revealed on the left, how far the question has come on the right.
    pub(super) fn draw_header(
        &self,
        shown: &Projection,
        now_ms: i64,
        size: Size,
        buf: &mut Buffer,
    ) {
        let wall = self.wall;
        let slide = shown.slide();
        let stage = if shown.shows_annexes() { "Annexe" } else { slide.stage.label() };
        let small = self.clock(now_ms, size).is_none();
        let right = match shown.left_ms(now_ms) {
            Some(left) if small => Line::styled(format!(" {} ", self.pace.clock(left)), wall.tag()),
            _ => match &slide.body {
                Body::Title { paper, .. } => Line::styled(paper.clone(), wall.quiet()),
                _ => Line::default(),
            },
        };
        let margin = frame::area(size).width - self.body(now_ms, size).width;
        let area =
            Rect { height: 1, ..frame::inset(frame::area(size), (margin / 2).saturating_sub(1)) };
        let taken = text::width(stage) + right.width() + 4;
        let room = usize::from(area.width).saturating_sub(taken);
        let left = vec![
            Span::styled(stage, wall.accent()),
            Span::styled(place_in_question(shown, room), wall.quiet()),
        ];
        frame::header(left, right, area, buf);
    }

    /// The question on the left; on the right the scope, the key that changes it, how far one is.
    pub(super) fn draw_footer(
        &self,
        shown: &Projection,
        page: (usize, usize),
        size: Size,
        buf: &mut Buffer,
    ) {
        let quiet = self.wall.quiet();
        let area = frame::area(size);
        let line = Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area };
        let line = frame::inset(line, if size.width >= 50 { 2 } else { 0 });
        let number = question_number(&shown.question().number);
        let lefts = if shown.at() == 0 {
            // The title says the scope itself.
            let name = |action| self.keys.name(Context::Projection, action);
            let (reveal, help) = (name(Action::Reveal), name(Action::Help));
            let told = format!("{reveal}\u{a0}: révéler   {help}\u{a0}: toutes les touches");
            [told, number.to_owned()]
        } else {
            [format!("{number}  {}", shown.subject().title), number.to_owned()]
        };
        let (rank, all) = shown.progress();
        let progress = format!("{rank}/{all}");
        let right = match page {
            (at, pages) if at + 1 < pages => {
                let more = format!("▼ suite {}/{pages}  ", at + 1);
                Line::from(vec![
                    Span::styled(more, self.wall.accent()),
                    Span::styled(progress, quiet),
                ])
            }
            _ if shown.at() == 0 => Line::styled(progress, quiet),
            _ => self.scope_words(shown.scope(), &progress, line.width),
        };
        // The same room on every slide but the title, so that nothing comes and goes.
        let widest = match shown.at() {
            0 => 0,
            _ => self.scope_words(Scope::Essential, &format!("{all}/{all}"), line.width).width(),
        };
        let room = usize::from(line.width).saturating_sub(widest.max(right.width()) + 4);
        let whole = lefts.iter().find(|left| text::width(left) <= room);
        let left = whole.map_or_else(String::new, Clone::clone);
        frame::header(vec![Span::styled(left, quiet)], right, line, buf);
    }

    /// `complet (e : essentiel)  12/140`.
    fn scope_words(&self, scope: Scope, progress: &str, width: u16) -> Line<'static> {
        let quiet = self.wall.quiet();
        let (now, other) = match scope {
            Scope::Complete => ("complet", "essentiel"),
            Scope::Essential => ("essentiel", "complet"),
        };
        let mut spans = vec![Span::styled(now, quiet)];
        if width >= 50 {
            let key = self.keys.name(Context::Projection, Action::Scope);
            spans.push(Span::styled(format!(" ({key}\u{a0}: {other})"), quiet));
        }
        spans.push(Span::styled(format!("  {progress}"), quiet));
        Line::from(spans)
    }

    /// The countdown in large type, where the wall has room for it.
    pub(super) fn clock(&self, now_ms: i64, size: Size) -> Option<(Big, ratatui::style::Style)> {
        let left = self.shown.as_ref()?.left_ms(now_ms)?;
        if size.height < 18 || size.width < 50 {
            return None;
        }
        let big = Big::fit(&self.pace.clock(left), size.width, 4, 1, &[Type::Quarter])?;
        let style = if left == 0 { self.wall.tag() } else { self.wall.strong() };
        Some((big, style))
    }
}

/// The step and the slide of it, in as many words as there is room for.
fn place_in_question(shown: &Projection, room: usize) -> String {
    let within = shown.step_progress().filter(|_| !shown.shows_annexes());
    let (Some(step), Some((at, all))) = (shown.slide().step, within) else {
        return String::new();
    };
    let (step, steps) = (step + 1, shown.question().steps.len());
    let said = [
        format!("   étape {step} sur {steps} · {at}/{all}"),
        format!("   étape {step} · {at}/{all}"),
        format!("   {at}/{all}"),
    ];
    let from = if steps == 1 { 2 } else { 0 };
    said.into_iter().skip(from).find(|words| text::width(words) <= room).unwrap_or_default()
}
