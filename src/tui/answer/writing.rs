//! A rédaction: an editor, then the expected points recognised or missing, each open to dispute.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::editor::Editor;
use super::field::Field;
use super::{Look, Reply, slot, verdict};
use crate::check::Verdict;
use crate::number::french::count;
use crate::session::{Changes, PointState, Walk, WritingState};
use crate::tui::keys::Context;
use crate::tui::msg::Action;
use crate::tui::widget::column::{Column, Spot};
use crate::tui::widget::marked;
use crate::tui::widget::text;

#[derive(Debug)]
pub struct WritingAnswer {
    editor: Editor,
    /// Reading the marks of the text handed in, rather than writing.
    reviewing: bool,
    cursor: usize,
    /// The text handed in shows in a pane of its own.
    apart: bool,
    /// A point of the learner's own, being typed.
    adding: Option<Field>,
}

impl WritingAnswer {
    pub fn new(walk: &Walk) -> Self {
        let state = walk.writing();
        let text = state.as_ref().map_or("", |state| state.text);
        let handed = state.as_ref().and_then(|state| state.submitted);
        WritingAnswer {
            editor: Editor::new(text),
            reviewing: handed == Some(text),
            cursor: 0,
            apart: false,
            adding: None,
        }
    }

    pub fn context(&self) -> Context {
        match (&self.adding, self.reviewing) {
            (Some(_), _) => Context::OwnPoint,
            (None, true) => Context::Review,
            (None, false) => Context::Editor,
        }
    }

    pub fn reviewing(&self) -> bool {
        self.reviewing
    }

    /// Whether the text handed in shows in a pane of its own, rather than below its points.
    pub fn set_apart(&mut self, apart: bool) {
        self.apart = apart;
    }

    /// The text handed in, the words that were recognised underlined.
    pub fn handed_in(&self, walk: &Walk, look: Look, columns: usize) -> Vec<Line<'static>> {
        let Some(state) = walk.writing() else { return Vec::new() };
        let text = state.submitted.unwrap_or_default();
        marked::wrap(text, &self.marks(&state, look), look.theme.text(), columns)
    }

    pub fn editor(&self) -> Option<&Editor> {
        (!self.reviewing).then_some(&self.editor)
    }

    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        if self.reviewing { None } else { Some(&mut self.editor) }
    }

    pub fn update(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        if self.adding.is_some() {
            return self.add(action, walk, now_ms);
        }
        if self.reviewing {
            return self.review(action, walk, now_ms);
        }
        if action == Action::Submit {
            return self.hand_in(walk, now_ms);
        }
        super::write(&mut self.editor, action, walk, now_ms)
    }

    fn hand_in(&mut self, walk: &mut Walk, now_ms: i64) -> Reply {
        let changes = walk.submit_text(now_ms);
        if changes.is_empty() {
            let notice = Some("Écrivez d’abord quelques mots.".to_owned());
            return Reply { notice, ..Reply::default() };
        }
        self.reviewing = true;
        self.cursor = 0;
        changes.into()
    }

    fn review(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        let last = points(walk).len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Toggle => return self.pick(self.cursor, walk, now_ms).into(),
            Action::Edit => self.reviewing = false,
            Action::AddPoint if open(walk) => self.adding = Some(Field::default()),
            Action::Enter => return Reply::go_on(),
            _ => {}
        }
        Reply::default()
    }

    /// Types a point of one's own; Enter counts it.
    fn add(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        let Some(mut field) = self.adding.take() else { return Reply::default() };
        match action {
            Action::Enter => return walk.add_point(field.text(), now_ms).into(),
            Action::Cancel => return Reply::default(),
            other => field.update(other),
        };
        self.adding = Some(field);
        Reply::default()
    }

    /// Disputes a point, or takes the dispute back.
    pub fn pick(&mut self, point: usize, walk: &mut Walk, now_ms: i64) -> Changes {
        self.cursor = point;
        match points(walk).get(point).cloned() {
            Some(id) => walk.contest(&id, now_ms),
            None => Changes::none(),
        }
    }

    pub fn paste(&mut self, text: &str, walk: &mut Walk, now_ms: i64) -> Reply {
        if let Some(field) = &mut self.adding {
            field.type_over(text);
        }
        if self.reviewing {
            return Reply::default();
        }
        super::paste(&mut self.editor, text, walk, now_ms)
    }

    pub fn show(&self, walk: &Walk, look: Look, column: &mut Column) {
        if !self.reviewing {
            return verdict::show_rungs(walk, look, column);
        }
        if let Some(state) = walk.writing() {
            self.show_review(&state, look, column);
            if !self.apart {
                self.show_text(&state, walk, look, column);
            }
        }
        verdict::show_help(walk, look, column);
    }

    fn show_review(&self, state: &WritingState, look: Look, column: &mut Column) {
        let theme = look.theme;
        let enough = state.counted >= state.needed;
        let verdict = match (enough, state.counted) {
            (true, _) => Verdict::Right,
            (false, 0) => Verdict::Wrong,
            (false, _) => Verdict::Close,
        };
        let (sign, _) = verdict::sign(verdict);
        let told = format!(
            "{sign} {} sur {} attendus",
            count(state.counted, "point compté", "points comptés"),
            state.needed
        );
        let short = format!("{sign} {} sur {}", state.counted, state.needed);
        column.lines.large(&[], &short, look.in_hand(), theme.verdict(verdict));
        column.lines.push(Line::styled(told, theme.verdict(verdict)));
        // Once a text stands beside them, the points need the room.
        if !self.apart {
            let key = look.keys.name(Context::Review, Action::Toggle);
            let advice = format!(
                "Le tuteur cherche des mots, il ne remplace pas un correcteur\u{a0}: si une idée \
                 est bien dans votre texte, comptez-la avec {key}."
            );
            column.lines.paragraph(&advice, theme.quiet());
        }
        let mut group = None;
        for (at, point) in state.points.iter().enumerate() {
            if group != point.point.group.as_deref() {
                group = point.point.group.as_deref();
                column.lines.gap();
                column.lines.paragraph(group.unwrap_or_default(), theme.strong());
            } else if at == 0 {
                column.lines.gap();
            }
            if look.apart() {
                column.lines.gap();
            }
            let start = column.lines.len();
            let text = state.submitted.unwrap_or_default();
            self.show_point(at, point, text, look, column);
            column.target_since(start, Spot::Point(at));
            if at == self.cursor {
                column.focus = Some(start..column.lines.len());
            }
        }
        self.show_own_points(state, look, column);
    }

    /// The text handed in, below its points.
    fn show_text(&self, state: &WritingState, walk: &Walk, look: Look, column: &mut Column) {
        let theme = look.theme;
        column.lines.gap();
        let found = state.points.iter().any(|point| point.evidence.is_some());
        let title = if found { "Votre texte, les mots reconnus soulignés" } else { "Votre texte" };
        column.lines.rule(title, theme.quiet(), theme.quiet());
        let width = column.lines.width;
        column.lines.lines.extend(self.handed_in(walk, look, width));
    }

    /// The words each point was recognised by; those of the point in hand stand out.
    fn marks(&self, state: &WritingState, look: Look) -> Vec<(Range<usize>, Style)> {
        let line = look.theme.underlined();
        let in_hand = line.patch(look.theme.heading());
        let points = state.points.iter().enumerate();
        let mut marks: Vec<(usize, (Range<usize>, Style))> = points
            .filter_map(|(at, point)| {
                let style = if at == self.cursor { in_hand } else { line };
                Some((at, (point.evidence.clone()?, style)))
            })
            .collect();
        marks.sort_by_key(|(at, _)| *at != self.cursor);
        marks.into_iter().map(|(_, mark)| mark).collect()
    }

    /// The learner's own points, and the one being typed.
    fn show_own_points(&self, state: &WritingState, look: Look, column: &mut Column) {
        let theme = look.theme;
        if !state.own_points.is_empty() || self.adding.is_some() {
            column.lines.gap();
            column.lines.push(Line::styled("Vos propres points", theme.strong()));
        }
        for (nth, own) in state.own_points.iter().enumerate() {
            if look.apart() && nth > 0 {
                column.lines.gap();
            }
            let (start, at) = (column.lines.len(), state.points.len() + nth);
            let selected = at == self.cursor && look.focused;
            let sign = if own.counted { "✓" } else { "○" };
            let word = if own.counted { "compté par vous" } else { "écarté par vous" };
            let lead = vec![
                Span::styled(if selected { "▌ " } else { "  " }, theme.accent()),
                Span::styled(format!("{sign} "), theme.strong()),
            ];
            let style = if selected { theme.strong() } else { theme.text() };
            column.lines.hanging(lead, &format!("{} ({word})", own.text), style);
            column.target_since(start, Spot::Point(at));
            if at == self.cursor {
                column.focus = Some(start..column.lines.len());
            }
        }
        if let Some(field) = &self.adding {
            let start = column.lines.len();
            let mut spans = vec![Span::styled("› ", theme.accent())];
            let room = column.lines.width.saturating_sub(3).max(1);
            spans.extend(slot::spans(field, room, look));
            column.lines.push(Line::from(spans));
            column.focus = Some(start.saturating_sub(1)..column.lines.len());
        }
    }

    fn show_point(
        &self,
        at: usize,
        point: &PointState,
        text: &str,
        look: Look,
        column: &mut Column,
    ) {
        let theme = look.theme;
        let selected = at == self.cursor && look.focused;
        let (verdict, word) = match (point.counted, point.contested) {
            (true, false) => (Verdict::Right, "reconnu"),
            (true, true) => (Verdict::Right, "compté par vous"),
            (false, true) => (Verdict::Neutral, "écarté par vous"),
            (false, false) => (Verdict::Neutral, "non reconnu"),
        };
        let sign = if point.counted { "✓" } else { "○" };
        let lead = vec![
            Span::styled(if selected { "▌ " } else { "  " }, theme.accent()),
            Span::styled(format!("{sign} "), theme.verdict(verdict)),
        ];
        let style = if selected { theme.strong() } else { theme.text() };
        column.lines.hanging(lead, &format!("{} ({word})", point.point.expected), style);
        if let (true, Some(words)) = (selected, evidence(text, point)) {
            let quoted = format!("Reconnu à «\u{a0}{words}\u{a0}»");
            column.lines.hanging(vec![Span::raw("    ")], &quoted, theme.text());
        }
        if selected && !point.point.why.is_empty() {
            column.lines.hanging(vec![Span::raw("    ")], &point.point.why, theme.quiet());
        }
    }

    /// The point in hand counts at the moment.
    fn counts(&self, walk: &Walk) -> bool {
        let Some(state) = walk.writing() else { return false };
        match state.points.get(self.cursor) {
            Some(point) => point.counted,
            None => {
                let own = state.own_points.get(self.cursor - state.points.len());
                own.is_some_and(|own| own.counted)
            }
        }
    }

    pub fn label(&self, action: Action, label: &'static str, walk: &Walk) -> Option<&'static str> {
        match action {
            Action::Why | Action::Timer => None,
            Action::Hint if self.reviewing => None,
            Action::AddPoint if !open(walk) => None,
            Action::Toggle => Some(if self.counts(walk) { "Écarter" } else { "Compter" }),
            Action::Enter if self.adding.is_some() => Some(label),
            Action::Enter if self.reviewing => Some(super::next_label(walk)),
            Action::NextStep if self.reviewing => None,
            _ => Some(label),
        }
    }
}

/// The words that made the tutor recognise a point, on one line and not too long.
fn evidence(text: &str, point: &PointState) -> Option<String> {
    const LONGEST: usize = 60;
    let words = text.get(point.evidence.clone()?)?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(text::shorten(&words, LONGEST))
}

/// The ids of the points that can be disputed, in the order shown.
fn points(walk: &Walk) -> Vec<String> {
    walk.writing().map_or_else(Vec::new, |state| {
        let expected = state.points.iter().map(|point| point.point.id.clone());
        expected.chain(state.own_points.iter().map(|own| own.id.clone())).collect()
    })
}

/// Any pertinent answer is accepted: points may be added.
fn open(walk: &Walk) -> bool {
    walk.writing().is_some_and(|state| state.asked.open)
}
