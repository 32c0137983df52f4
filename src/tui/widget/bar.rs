//! The key bar: what can be pressed now, at the bottom of every screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::text;
use crate::tui::msg::Action;
use crate::tui::theme::Theme;

/// One key and what it does now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub key: String,
    pub label: &'static str,
    pub action: Action,
}

/// Spaces between two hints.
const GAP: usize = 3;

/// How many of the hints fit, and where each begins. The last hint (help) always stays.
pub fn layout(hints: &[Hint], width: u16) -> Vec<(u16, &Hint)> {
    let width = usize::from(width).saturating_sub(1);
    let needed = |hint: &Hint| text::width(&hint.key) + 1 + text::width(hint.label);
    let Some((last, others)) = hints.split_last() else { return Vec::new() };
    let mut x = 1;
    let mut placed = Vec::new();
    let reserve = needed(last);
    for hint in others {
        if x + needed(hint) + GAP + reserve > width + 1 {
            continue;
        }
        placed.push((x as u16, hint));
        x += needed(hint) + GAP;
    }
    if x + reserve <= width + 1 {
        placed.push((x as u16, last));
    }
    placed
}

/// What a click at column `x` of the bar means.
pub fn action_at(hints: &[Hint], width: u16, x: u16) -> Option<Action> {
    layout(hints, width).into_iter().find_map(|(start, hint)| {
        let wide = (text::width(&hint.key) + 1 + text::width(hint.label)) as u16;
        (start..start.saturating_add(wide)).contains(&x).then_some(hint.action)
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
