//! A choice: one or several proposals, explained once they are submitted.

use ratatui::text::Span;

use super::{Look, Reply, verdict};
use crate::check::Verdict;
use crate::session::{Changes, ChoiceState, OptionState, Walk};
use crate::tui::msg::Action;
use crate::tui::widget::column::{Column, Spot};

#[derive(Debug)]
pub struct ChoiceAnswer {
    cursor: usize,
    /// The cursor was moved, so that the option in hand is one the learner went to.
    moved: bool,
}

const TICK_FIRST: &str = "Cochez d’abord une proposition (Espace).";

impl ChoiceAnswer {
    pub fn new(walk: &Walk) -> Self {
        let picked = walk.choice().and_then(|choice| choice.options.iter().position(|o| o.picked));
        ChoiceAnswer { cursor: picked.unwrap_or(0), moved: false }
    }

    pub fn update(&mut self, action: Action, walk: &mut Walk, now_ms: i64) -> Reply {
        let Some(state) = walk.choice() else { return Reply::default() };
        let last = state.options.len().saturating_sub(1);
        self.moved |= matches!(action, Action::Up | Action::Down);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Toggle | Action::Option(_) if solved(&state) => {
                let notice = Some("C’est déjà juste\u{a0}: Entrée passe à la suite.".to_owned());
                return Reply { notice, ..Reply::default() };
            }
            Action::Toggle => return walk.pick(self.cursor, now_ms).into(),
            Action::Option(n) => {
                return self.pick(usize::from(n).saturating_sub(1), walk, now_ms).into();
            }
            Action::Enter if over(&state) => return Reply::go_on(),
            Action::Enter => {
                let chosen = state.options.iter().any(|option| option.picked);
                if !chosen && (state.several || !self.moved) {
                    return Reply { notice: Some(TICK_FIRST.to_owned()), ..Reply::default() };
                }
                let picked = if chosen { Changes::none() } else { walk.pick(self.cursor, now_ms) };
                return picked.and(walk.submit_choice(now_ms)).into();
            }
            _ => {}
        }
        Reply::default()
    }

    pub fn pick(&mut self, option: usize, walk: &mut Walk, now_ms: i64) -> Changes {
        let open =
            walk.choice().is_some_and(|choice| option < choice.options.len() && !solved(&choice));
        if !open {
            return Changes::none();
        }
        self.cursor = option;
        walk.pick(option, now_ms)
    }

    pub fn show(&self, walk: &Walk, look: Look, column: &mut Column) {
        let Some(state) = walk.choice() else { return };
        let hint =
            if state.several { "Plusieurs réponses possibles" } else { "Une seule réponse" };
        column.lines.paragraph(hint, look.theme.quiet());
        column.lines.gap();
        for (at, option) in state.options.iter().enumerate() {
            let start = column.lines.len();
            self.show_option(at, option, state.several, look, column);
            column.target_since(start, Spot::Option(at));
            if at == self.cursor {
                column.focus_since(start);
            }
            if look.apart() {
                column.lines.gap();
            }
        }
        let start = column.lines.len();
        if let Some(judgement) = &state.judgement {
            let (_, word) = verdict::sign(judgement.verdict);
            verdict::show(judgement.verdict, word, &judgement.message, look, column);
            column.focus_since(start);
        }
        verdict::show_help(walk, look, column);
    }

    fn show_option(
        &self,
        at: usize,
        option: &OptionState,
        several: bool,
        look: Look,
        column: &mut Column,
    ) {
        let selected = at == self.cursor && look.focused;
        let sign = match (several, option.picked) {
            (true, true) => "[x] ",
            (true, false) => "[ ] ",
            (false, true) => "(•) ",
            (false, false) => "( ) ",
        };
        let style = match (selected, option.picked) {
            (true, _) => look.theme.accent().patch(look.theme.strong()),
            (false, true) => look.theme.strong(),
            (false, false) => look.theme.text(),
        };
        let lead = vec![
            Span::styled(if selected { "▌ " } else { "  " }, look.theme.accent()),
            Span::styled(format!("{} ", at + 1), look.theme.quiet()),
            Span::styled(sign, style),
        ];
        let most = if selected { look.in_hand() } else { 0 };
        if !column.lines.large(&lead, &option.option.text, most, style) {
            column.lines.hanging(lead, &option.option.text, style);
        }
        if option.explained {
            let verdict = if option.option.right { Verdict::Right } else { Verdict::Wrong };
            let (sign, _) = verdict::sign(verdict);
            let word = if option.option.right { "À retenir" } else { "À écarter" };
            let lead = vec![
                Span::raw("        "),
                Span::styled(format!("{sign} "), look.theme.verdict(verdict)),
            ];
            let words = format!("{word}\u{a0}: {}", option.option.why);
            column.lines.hanging(lead, &words, look.theme.text());
        }
    }

    pub fn label(&self, action: Action, label: &'static str, walk: &Walk) -> Option<&'static str> {
        let state = walk.choice()?;
        match action {
            Action::Enter if over(&state) => Some(super::next_label(walk)),
            Action::Why => None,
            Action::NextStep | Action::Hint if over(&state) => None,
            Action::Toggle if solved(&state) => None,
            Action::Toggle if !state.several => Some("Choisir"),
            _ => Some(label),
        }
    }
}

/// The right answer stands: its explanations show, and it is not to be undone by a stray key.
fn solved(state: &ChoiceState) -> bool {
    state.done && state.judgement.as_ref().is_some_and(|said| said.verdict == Verdict::Right)
}

fn over(state: &ChoiceState) -> bool {
    let right = solved(state);
    let untouched = state.options.iter().all(|option| !option.picked);
    state.done && (right || untouched || state.way == Some(crate::progress::Way::Revealed))
}
