//! Where the document and the answer stand: side by side, one above the other, or in turn.

use ratatui::layout::Rect;

use crate::tui::msg::Size;
use crate::tui::screen::frame::{self, Frame, WIDE};

/// Which of the two panes has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    Document,
    Answer,
}

/// How the two panes share the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    Beside,
    Above,
    /// One at a time, under a strip of tabs.
    Tabs,
}

/// The two panes, each below its title line. A pane out of sight is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    pub arrangement: Arrangement,
    pub document: Rect,
    pub answer: Rect,
    /// The text handed in, on the left of the model; empty where it has no pane of its own.
    pub text: Rect,
}

/// What an answer needs beside the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    Even,
    /// Tables and texts get the larger part.
    Roomy,
    /// What is ticked about a text that is read in place of the document.
    Read,
}

/// From this many body rows the panes stand one above the other.
const STACKED: u16 = 17;
/// Columns between two panes side by side.
const GUTTER: u16 = 3;

impl Layout {
    /// Shares the screen between the document and the answer.
    ///
    /// `rows` tells how many lines the document would take at a width: it never gets more.
    pub fn new(size: Size, focus: Pane, share: Share, rows: impl Fn(u16) -> usize) -> Layout {
        let body = frame::inset(Frame::new(frame::area(size)).body, 1);
        if size.width >= WIDE {
            return beside(body, share != Share::Even);
        }
        if body.height >= STACKED {
            return above(body, focus, share, rows(body.width));
        }
        in_turn(body, focus)
    }

    /// One pane at a time, whatever the size.
    pub fn one(size: Size, focus: Pane) -> Layout {
        in_turn(frame::inset(Frame::new(frame::area(size)).body, 1), focus)
    }

    /// A text and its model side by side, what is ticked below over the whole width.
    pub fn compared(size: Size) -> Layout {
        let body = frame::inset(Frame::new(frame::area(size)).body, 1);
        let below = (body.height * 9 / 20).max(4);
        let above = Rect { height: body.height.saturating_sub(below), ..body };
        let it = beside(above, true);
        let y = above.bottom() + 1;
        let answer = Rect { y, height: body.bottom().saturating_sub(y), ..body };
        Layout { text: it.document, document: it.answer, answer, ..it }
    }

    /// The line above a pane, where its title stands.
    pub fn title(pane: Rect) -> Rect {
        Rect { y: pane.y.saturating_sub(1), height: 1, ..pane }
    }
}

fn in_turn(body: Rect, focus: Pane) -> Layout {
    let below = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    let hidden = Rect { height: 0, ..below };
    let (document, answer) = match focus {
        Pane::Document => (below, hidden),
        Pane::Answer => (hidden, below),
    };
    Layout { arrangement: Arrangement::Tabs, document, answer, text: Rect::ZERO }
}

fn beside(body: Rect, roomy: bool) -> Layout {
    let share = if roomy { 9 } else { 10 };
    let left = (body.width - GUTTER) * share / 20;
    let below = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    let x = below.x + left + GUTTER;
    Layout {
        arrangement: Arrangement::Beside,
        document: Rect { width: left, ..below },
        answer: Rect { x, width: below.right() - x, ..below },
        text: Rect::ZERO,
    }
}

fn above(body: Rect, focus: Pane, share: Share, rows: usize) -> Layout {
    let share = match (focus, share) {
        (Pane::Document, _) => 7,
        (Pane::Answer, Share::Read) => 5,
        (Pane::Answer, Share::Even) => 4,
        (Pane::Answer, Share::Roomy) => 3,
    };
    // Rows of the document with its title.
    let most = (body.height * share / 10).max(5);
    let top = u16::try_from(rows + 2).map_or(most, |whole| whole.clamp(3, most));
    let document = Rect { y: body.y + 1, height: top - 1, ..body };
    let answer = Rect { y: body.y + top + 1, height: body.height - top - 1, ..body };
    Layout { arrangement: Arrangement::Above, document, answer, text: Rect::ZERO }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: u16, height: u16, focus: Pane) -> Layout {
        Layout::new(Size { width, height }, focus, Share::Even, |_| 100)
    }

    #[test]
    fn the_arrangement_follows_the_size() {
        assert_eq!(layout(110, 24, Pane::Answer).arrangement, Arrangement::Beside);
        assert_eq!(layout(109, 24, Pane::Answer).arrangement, Arrangement::Above);
        assert_eq!(layout(80, 24, Pane::Answer).arrangement, Arrangement::Above);
        assert_eq!(layout(40, 12, Pane::Answer).arrangement, Arrangement::Tabs);
    }

    #[test]
    fn panes_stay_on_the_screen_and_apart() {
        for width in 30..200 {
            for height in 8..70 {
                for focus in [Pane::Document, Pane::Answer] {
                    let it = layout(width, height, focus);
                    let screen = Rect::new(0, 0, width, height - 1);
                    for pane in [it.document, it.answer] {
                        assert_eq!(pane.intersection(screen).area(), pane.area(), "{it:?}");
                    }
                    assert_eq!(it.document.intersection(it.answer).area(), 0, "{it:?}");
                    let seen = if focus == Pane::Answer { it.answer } else { it.document };
                    assert!(seen.height >= 3, "{width}×{height}: {it:?}");
                }
            }
        }
    }
}
