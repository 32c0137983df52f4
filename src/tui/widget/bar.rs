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
/// Stands before the help where other keys had to be left out: it lists them all.
const MORE: &str = "… ";

/// How many of the hints fit, and where each begins. The last ones (the way back, the help)
/// always stay.
pub fn layout(hints: &[Hint], width: u16) -> Vec<(u16, &Hint)> {
    let all: Vec<usize> = (0..hints.len()).collect();
    let right = usize::from(width);
    let gap = GAPS.into_iter().find(|gap| span(hints, &all, *gap) <= right);
    match gap {
        Some(gap) => place(hints, &all, gap),
        None => place(hints, &kept(hints, right), GAPS[1]),
    }
}

/// The hints that fit beside the mark of those that do not: the most useful ones first.
fn kept(hints: &[Hint], right: usize) -> Vec<usize> {
    let narrow = right < NARROW;
    let back = |hint: &&Hint| matches!(hint.action, Action::Back | Action::Help | Action::Quit);
    let last = hints.iter().rev().take_while(back).count();
    let sure = hints.len() - if narrow { last.min(1) } else { last };
    let rank = |at: &usize| match hints[*at].action {
        _ if *at >= sure => 0,
        _ if !narrow || *at == 0 => 1,
        Action::Hint => 2,
        Action::Back => 3,
        _ => 4,
    };
    let mut ranked: Vec<usize> = (0..hints.len()).collect();
    ranked.sort_by_key(rank);
    let mut kept: Vec<usize> = Vec::new();
    for at in ranked {
        kept.push(at);
        if at < sure && span(hints, &kept, GAPS[1]) + text::width(MORE) > right {
            kept.pop();
        }
    }
    kept.sort_unstable();
    kept
}

/// Columns up to the end of the last of these hints.
fn span(hints: &[Hint], shown: &[usize], gap: usize) -> usize {
    let words: usize = shown.iter().map(|at| needed(&hints[*at])).sum();
    1 + words + shown.len().saturating_sub(1) * gap
}

fn place<'a>(hints: &'a [Hint], shown: &[usize], gap: usize) -> Vec<(u16, &'a Hint)> {
    let mut x = 1;
    let mut placed = Vec::new();
    for at in shown {
        let hint = &hints[*at];
        if hint.action == Action::Help && shown.len() < hints.len() {
            x += text::width(MORE);
        }
        placed.push((x as u16, hint));
        x += needed(hint) + gap;
    }
    placed
}

fn needed(hint: &Hint) -> usize {
    text::width(&hint.key) + 1 + text::width(hint.label)
}

/// What a click at column `x` of the bar means.
pub fn action_at(hints: &[Hint], width: u16, x: u16) -> Option<Action> {
    let shown = layout(hints, width);
    let more = shown.len() < hints.len();
    shown.into_iter().find_map(|(start, hint)| {
        let end = start.saturating_add(needed(hint) as u16);
        // The mark of the keys left out leads to the help, which lists them.
        let marked = more && hint.action == Action::Help;
        let start = if marked { start.saturating_sub(text::width(MORE) as u16) } else { start };
        (start..end).contains(&x).then_some(hint.action)
    })
}

pub fn draw(hints: &[Hint], theme: Theme, area: Rect, buf: &mut Buffer) {
    let shown = layout(hints, area.width);
    let more = shown.len() < hints.len();
    for (x, hint) in shown {
        if more && hint.action == Action::Help {
            let x = area.x + x.saturating_sub(text::width(MORE) as u16);
            Span::styled(MORE, theme.quiet()).render(Rect { x, width: 2, ..area }, buf);
        }
        let line = Line::from(vec![
            Span::styled(hint.key.clone(), theme.key()),
            Span::raw(" "),
            Span::styled(hint.label, theme.quiet()),
        ]);
        let area = Rect { x: area.x + x, width: area.width.saturating_sub(x), ..area };
        line.render(area, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: u16) -> String {
        let hint = |key: &str, label, action| Hint { key: key.to_owned(), label, action };
        let hints = [
            hint("Entrée", "Vérifier", Action::Enter),
            hint("Tab", "Énoncé", Action::SwitchPane),
            hint("F2", "Indice", Action::Hint),
            hint("F12", "Mémo", Action::Memo),
            hint("Échap", "Accueil", Action::Back),
            hint("F1", "Aide", Action::Help),
        ];
        let area = Rect::new(0, 0, width, 1);
        let mut buf = Buffer::empty(area);
        draw(&hints, Theme::Plain, area, &mut buf);
        let shown: String = buf.content().iter().map(|cell| cell.symbol()).collect();
        for (x, hint) in layout(&hints, width) {
            assert_eq!(action_at(&hints, width, x), Some(hint.action));
        }
        shown.trim().to_owned()
    }

    #[test]
    fn keys_left_out_are_told_of_before_the_help() {
        for (width, bar) in [
            (90, "Entrée Vérifier   Tab Énoncé   F2 Indice   F12 Mémo   Échap Accueil   F1 Aide"),
            (73, "Entrée Vérifier  Tab Énoncé  F2 Indice  F12 Mémo  Échap Accueil  F1 Aide"),
            (72, "Entrée Vérifier  Tab Énoncé  F2 Indice  Échap Accueil  … F1 Aide"),
            (55, "Entrée Vérifier  F2 Indice  Échap Accueil  … F1 Aide"),
            (40, "Entrée Vérifier  F2 Indice  … F1 Aide"),
            (20, "F12 Mémo  … F1 Aide"),
            (12, "… F1 Aide"),
        ] {
            assert_eq!(shown(width), bar, "{width}");
        }
    }
}
