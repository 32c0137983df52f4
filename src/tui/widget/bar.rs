//! The key bar: what can be pressed now, at the bottom of every screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use crate::tui::keys::{self, Bound, Context, Keymap};
use crate::tui::msg::Action;
use crate::tui::theme::Theme;

/// One key and what it does now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub key: String,
    pub label: &'static str,
    pub action: Action,
}

/// What the bar of a context says with these keys, before its screen has a word in it.
pub fn hints(keymap: &Keymap, context: Context) -> Vec<Hint> {
    let shown = keymap.bindings(context).into_iter().filter(|binding| !binding.bar.is_empty());
    let hint = |binding: Bound| {
        let key = binding.keys.first().map(|key| keys::name(*key)).unwrap_or_default();
        Hint { key, label: binding.bar, action: binding.action }
    };
    shown.map(hint).collect()
}

/// Spaces between two hints: less where it lets one more fit.
const GAPS: [usize; 2] = [3, 2];
/// Under this many columns only the help is sure of its place.
const NARROW: usize = 60;

/// How many of the hints fit, and where each begins. The last ones (the way back, the help)
/// always stay.
pub fn layout(hints: &[Hint], width: u16) -> Vec<(u16, &Hint)> {
    let wide = place(hints, width, GAPS[0]);
    if wide.len() == hints.len() { wide } else { place(hints, width, GAPS[1]) }
}

fn place(hints: &[Hint], width: u16, gap: usize) -> Vec<(u16, &Hint)> {
    let right = usize::from(width);
    let back = |hint: &Hint| matches!(hint.action, Action::Back | Action::Help | Action::Quit);
    let mut kept = hints.iter().rev().take_while(|hint| back(hint)).count();
    if right < NARROW {
        kept = kept.min(1);
    }
    let (others, last) = hints.split_at(hints.len() - kept);
    let reserve: usize = last.iter().map(|hint| gap + needed(hint)).sum();
    let mut x = 1;
    let mut placed = Vec::new();
    for (at, hint) in others.iter().chain(last).enumerate() {
        let reserve = if at < others.len() { reserve } else { 0 };
        if x + needed(hint) + reserve <= right {
            placed.push((x as u16, hint));
            x += needed(hint) + gap;
        }
    }
    placed
}

fn needed(hint: &Hint) -> usize {
    text::width(&hint.key) + 1 + text::width(hint.label)
}

/// What a click at column `x` of the bar means.
pub fn action_at(hints: &[Hint], width: u16, x: u16) -> Option<Action> {
    layout(hints, width).into_iter().find_map(|(start, hint)| {
        (start..start.saturating_add(needed(hint) as u16)).contains(&x).then_some(hint.action)
    })
}

pub fn draw(hints: &[Hint], theme: Theme, area: Rect, buf: &mut Buffer) {
    for (x, hint) in layout(hints, area.width) {
        let line = Line::from(vec![
            Span::styled(hint.key.clone(), theme.key()),
            Span::raw(" "),
            Span::styled(hint.label, theme.quiet()),
        ]);
        let area = Rect { x: area.x + x, width: area.width.saturating_sub(x), ..area };
        line.render(area, buf);
    }
}
