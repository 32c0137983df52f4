//! From the interface to bytes: what differs from the frame before, and nothing where nothing does.
//!
//! A frame is one write between the two marks of a synchronized update, so that no terminal shows
//! half of it; one that does not know the marks ignores them.

use std::io;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::ink;
use crate::tui::app::App;

/// Remembers what is on the terminal.
#[derive(Default)]
pub struct Painter {
    shown: Buffer,
    next: Buffer,
    bytes: Vec<u8>,
    /// What is on the terminal is known.
    known: bool,
}

impl Painter {
    /// The bytes that bring the terminal from the last frame to this one.
    pub fn frame(&mut self, app: &App) -> io::Result<&[u8]> {
        let size = app.size();
        let area = Rect::new(0, 0, size.width, size.height);
        self.next.resize(area);
        self.next.reset();
        app.draw(area, &mut self.next);
        self.bytes.clear();
        let wiped = !self.known || self.shown.area != area;
        if wiped {
            self.shown = Buffer::empty(area);
        }
        let mut changes = self.shown.diff_iter(&self.next).peekable();
        if wiped || changes.peek().is_some() {
            queue!(self.bytes, BeginSynchronizedUpdate)?;
            if wiped {
                queue!(self.bytes, Clear(ClearType::All))?;
            }
            ink::write(&mut self.bytes, app.depth(), changes)?;
            queue!(self.bytes, EndSynchronizedUpdate)?;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        self.known = true;
        Ok(&self.bytes)
    }

    /// Something else was written since: the next frame begins from an empty screen.
    pub fn forget(&mut self) {
        self.known = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Contents;
    use crate::progress::{Drafts, History};
    use crate::tui::msg::{Code, Input, Key, Size};
    use crate::tui::theme::Theme;

    fn app(width: u16, height: u16) -> App {
        let (history, drafts) = (History::default(), Drafts::default());
        App::early(Contents::default(), history, drafts, Theme::Colours, Size { width, height })
    }

    fn frame(painter: &mut Painter, app: &App) -> String {
        String::from_utf8(painter.frame(app).unwrap().to_vec()).unwrap()
    }

    #[test]
    fn a_frame_is_one_synchronized_update_and_the_same_again_is_nothing() {
        let (mut painter, mut app) = (Painter::default(), app(80, 24));
        let first = frame(&mut painter, &app);
        assert!(first.starts_with("\u{1b}[?2026h\u{1b}[2J"), "{first:?}");
        assert!(first.ends_with("\u{1b}[?2026l"), "{first:?}");
        assert_eq!(first.matches("2026").count(), 2);
        assert_eq!(frame(&mut painter, &app), "");
        app.update(1, Input::Key(Key::char('?')));
        let changed = frame(&mut painter, &app);
        assert!(changed.contains("Répondez, vérifiez") && !changed.contains("[2J"), "{changed:?}");
        app.update(2, Input::Key(Key::plain(Code::Escape)));
        assert_ne!(frame(&mut painter, &app), "");
    }

    #[test]
    fn a_key_that_does_nothing_writes_nothing() {
        let (mut painter, mut app) = (Painter::default(), app(80, 24));
        frame(&mut painter, &app);
        for code in [Code::F(10), Code::Char('ù'), Code::Left, Code::Delete] {
            app.update(1, Input::Key(Key::plain(code)));
            assert_eq!(frame(&mut painter, &app), "", "{code:?}");
        }
    }

    #[test]
    fn a_new_size_or_a_terminal_lent_begins_from_an_empty_screen() {
        let (mut painter, mut app) = (Painter::default(), app(80, 24));
        frame(&mut painter, &app);
        painter.forget();
        assert!(frame(&mut painter, &app).contains("[2J"));
        for (width, height) in [(81, 24), (1, 1), (0, 0), (500, 200)] {
            app.update(1, Input::Resize(Size { width, height }));
            assert!(frame(&mut painter, &app).contains("[2J"), "{width}×{height}");
            assert_eq!(frame(&mut painter, &app), "");
        }
    }
}
