//! The réflexion commerciale structurée: a text against the clock, then the official grid of eight
//! criteria filled in by the learner, with the model plan at hand.

use ratatui::text::{Line, Span};

use super::editor::Editor;
use super::{Look, Reply, verdict};
use crate::check::rcs::Mark;
use crate::model::{CRITERIA, Level};
use crate::session::{Changes, RcsState, Timer, Walk};
use crate::tui::keys::Context;
use crate::tui::msg::Action;
use crate::tui::widget::column::{Column, Spot, Target};
use crate::tui::widget::{marked, text};

#[derive(Debug)]
pub struct RcsAnswer {
    editor: Editor,
    marking: bool,
    criterion: usize,
}

impl RcsAnswer {
    pub fn new(walk: &Walk) -> Self {
        let state = walk.rcs();
        let text = state.as_ref().map_or("", |state| state.text);
        let handed = state.as_ref().and_then(|state| state.submitted);
        RcsAnswer { editor: Editor::new(text), marking: handed == Some(text), criterion: 0 }
    }

    pub fn context(&self) -> Context {
        if self.marking { Context::Marking } else { Context::Editor }
    }

    pub fn editor(&self) -> Option<&Editor> {
        (!self.marking).then_some(&self.editor)
    }

    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        if self.marking { None } else { Some(&mut self.editor) }
    }

    pub fn reviewing(&self) -> bool {
        self.marking
    }

    /// The text handed in.
    pub fn handed_in(&self, walk: &Walk, look: Look, columns: usize) -> Vec<Line<'static>> {
        let text = walk.rcs().and_then(|state| state.submitted).unwrap_or_default();
        marked::wrap(text, &[], look.theme.text(), columns)
    }

    pub fn update(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        if self.marking {
            return self.mark(action, walk, now_ms);
        }
        match action {
            Action::Timer => walk.toggle_timer(now_ms).into(),
            Action::Submit => {
                let changes = walk.submit_text(now_ms);
                if changes.is_empty() {
                    let notice = Some("Écrivez d’abord votre réflexion.".to_owned());
                    return Reply { notice, ..Reply::default() };
                }
                self.marking = true;
                changes.and(walk.stop_timer(now_ms)).into()
            }
            other => super::write(&mut self.editor, other, walk, now_ms),
        }
    }

    fn mark(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        let Some(state) = walk.rcs() else { return Reply::default() };
        let level = state.levels.get(self.criterion).copied().flatten();
        let complete = state.mark.is_some();
        match action {
            Action::Up => self.criterion = self.criterion.saturating_sub(1),
            Action::Down => self.criterion = (self.criterion + 1).min(CRITERIA.len() - 1),
            Action::Right | Action::Left => {
                let to = next_level(level, action == Action::Right);
                return walk.set_level(self.criterion, Some(to), now_ms).into();
            }
            Action::Option(n) => {
                let level = usize::from(n).saturating_sub(1);
                return self.pick(self.criterion, level, walk, now_ms).into();
            }
            Action::Edit => self.marking = false,
            Action::Enter if complete => return Reply::go_on(),
            Action::Enter => {
                let open = state.levels.iter().position(Option::is_none);
                self.criterion = open.unwrap_or(0);
                let notice = Some("Situez-vous d’abord sur chacun des huit critères.".to_owned());
                return Reply { notice, ..Reply::default() };
            }
            _ => {}
        }
        Reply::default()
    }

    pub fn pick(
        &mut self,
        criterion: usize,
        level: usize,
        walk: &mut Walk,
        now_ms: i64,
    ) -> Changes {
        self.criterion = criterion;
        match Level::ALL.get(level) {
            Some(level) => walk.set_level(criterion, Some(*level), now_ms),
            None => Changes::none(),
        }
    }

    pub fn paste(&mut self, text: &str, walk: &mut Walk, now_ms: i64) -> Reply {
        if self.marking {
            return Reply::default();
        }
        super::paste(&mut self.editor, text, walk, now_ms)
    }

    /// The timer, in words.
    pub fn told(&self, walk: &Walk, look: Look) -> String {
        let Some(state) = walk.rcs() else { return String::new() };
        let Some(left) = state.timer.left_ms(look.now_ms) else {
            return format!("conseillé\u{a0}: {}\u{a0}min", state.asked.minutes);
        };
        let paused = if matches!(state.timer, Timer::Paused { .. }) { " (pause)" } else { "" };
        if left == 0 {
            return "temps conseillé écoulé".to_owned();
        }
        format!("reste {}{paused}", look.pace.words(left))
    }

    /// What is left on a timer that runs in sight: the screen changes by itself.
    pub fn running_ms(&self, walk: &Walk, now_ms: i64) -> Option<i64> {
        let timer = Some(walk.timer()).filter(|timer| matches!(timer, Timer::Running { .. }))?;
        timer.left_ms(now_ms).filter(|_| !self.marking)
    }

    pub fn show(&self, walk: &Walk, look: Look, column: &mut Column) {
        if !self.marking {
            return verdict::show_rungs(walk, look, column);
        }
        if let Some(state) = walk.rcs() {
            self.show_grid(&state, look, column);
        }
        verdict::show_help(walk, look, column);
    }

    fn show_grid(&self, state: &RcsState, look: Look, column: &mut Column) {
        let theme = look.theme;
        column.lines.paragraph(
            "Relisez-vous comme le ferait un correcteur et situez-vous sur chaque critère.",
            theme.quiet(),
        );
        column.lines.gap();
        for (at, criterion) in CRITERIA.iter().enumerate() {
            let start = column.lines.len();
            self.show_criterion(at, criterion.name, state, look, column);
            if at == self.criterion {
                let level = state.levels[at];
                let words = level.map_or("", |level| criterion.levels[level as usize]);
                let lead = vec![Span::raw("    ")];
                let benchmark = state.asked.benchmarks.get(at).map_or("", String::as_str);
                if words.is_empty() {
                    let keys = "Situez-vous avec ← et →, ou de 1 (TI) à 4 (TS).";
                    column.lines.hanging(lead.clone(), keys, theme.quiet());
                } else {
                    column.lines.hanging(lead.clone(), words, theme.strong());
                }
                if !benchmark.is_empty() {
                    column.lines.hanging(lead, benchmark, theme.quiet());
                }
                column.focus = Some(start..column.lines.len());
            }
            if look.apart() {
                column.lines.gap();
            }
        }
        column.lines.gap();
        if let Some(mark) = state.mark {
            let (told, figure) = ("Note indicative", self::mark(mark));
            if column.lines.large(&[], &figure, look.in_hand(), theme.heading()) {
                column.lines.push(Line::styled(told, theme.heading()));
            } else {
                let words = format!("{told}\u{a0}: {figure}");
                column.lines.push(Line::styled(words, theme.heading()));
            }
        }
    }

    /// One criterion and its four levels, the chosen one in brackets.
    fn show_criterion(
        &self,
        at: usize,
        name: &str,
        state: &RcsState,
        look: Look,
        column: &mut Column,
    ) {
        const LEVELS: usize = 18;
        let theme = look.theme;
        let selected = at == self.criterion && look.focused;
        let style = if selected { theme.strong() } else { theme.text() };
        let room = column.lines.width.saturating_sub(LEVELS + 3).max(8);
        let names = text::wrap(name, room);
        let line = column.lines.len();
        for (nth, part) in names.iter().enumerate() {
            let lead = if selected && nth == 0 { "▌ " } else { "  " };
            let mut spans = vec![
                Span::styled(lead, theme.accent()),
                Span::styled(text::pad(part, room), style),
            ];
            if nth == 0 {
                for level in Level::ALL {
                    let chosen = state.levels[at] == Some(level);
                    let (words, style) = if chosen {
                        (format!("[{}]", level.short()), theme.heading())
                    } else {
                        (format!(" {} ", level.short()), theme.quiet())
                    };
                    let x = spans.iter().map(Span::width).sum::<usize>();
                    let wide = words.chars().count();
                    let spot = Spot::Level { criterion: at, level: level as usize };
                    column.targets.push(Target { line, columns: x..x + wide, spot });
                    spans.push(Span::styled(words, style));
                    spans.push(Span::raw(" "));
                }
            }
            column.lines.push(Line::from(spans));
        }
    }

    pub fn label(&self, action: Action, label: &'static str, walk: &Walk) -> Option<&'static str> {
        let timer = walk.timer();
        match action {
            Action::Why => None,
            Action::Hint if self.marking => None,
            Action::Submit => Some("S’évaluer"),
            Action::Timer => Some(match timer {
                Timer::Off => "Chrono",
                Timer::Running { .. } => "Pause",
                Timer::Paused { .. } => "Reprise",
            }),
            Action::Enter if self.marking => match walk.rcs().and_then(|rcs| rcs.mark) {
                Some(_) => Some(super::next_label(walk)),
                None => Some("Critère à situer"),
            },
            Action::NextStep if self.marking => None,
            _ => Some(label),
        }
    }
}

fn next_level(level: Option<Level>, up: bool) -> Level {
    let at = level.map_or(if up { 0 } else { 3 }, |level| {
        let at = level as usize;
        if up { (at + 1).min(3) } else { at.saturating_sub(1) }
    });
    Level::ALL[at]
}

/// A mark out of 10: `6,5 / 10`.
pub fn mark(mark: Mark) -> String {
    let rest = ["", ",25", ",5", ",75"][(mark.quarters % 4) as usize];
    format!("{}{rest} / 10", mark.quarters / 4)
}
