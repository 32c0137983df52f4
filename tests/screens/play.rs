//! Keys in, screen out: the whole interface played without a terminal.

use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use tuteur_ndrc::content::{Severity, SourceFile, catalogue, embedded};
use tuteur_ndrc::model::Catalogue;
use tuteur_ndrc::progress::{Drafts, Event, History};
use tuteur_ndrc::tui::{App, Code, Effect, Input, Key, Mouse, MouseKind, Size, Theme};

const SAMPLE: &str = include_str!("sample.ron");
const LEXICON: &str = include_str!("lexicon.ron");

/// The interface being played, and everything it asked for.
pub struct Play {
    pub app: App,
    pub events: Vec<Event>,
    pub effects: Vec<Effect>,
    drafts: Drafts,
    size: Size,
    theme: Theme,
    now_ms: i64,
}

impl Play {
    /// Opens the sample paper on a screen of this size.
    pub fn open(width: u16, height: u16) -> Play {
        Play::with(width, height, Theme::Colours, History::default(), Drafts::default())
    }

    pub fn with(width: u16, height: u16, theme: Theme, history: History, drafts: Drafts) -> Play {
        let sources =
            vec![SourceFile::new("sample.ron", SAMPLE), SourceFile::new("lexicon.ron", LEXICON)];
        let (catalogue, problems) = catalogue(&[sources]);
        assert!(problems.iter().all(|problem| problem.severity != Severity::Error), "{problems:?}");
        Play::on(catalogue, Size { width, height }, theme, history, drafts)
    }

    /// Opens the papers of the tutor themselves.
    pub fn shipped(width: u16, height: u16) -> Play {
        Play::shipped_in(width, height, Theme::Colours)
    }

    pub fn shipped_in(width: u16, height: u16, theme: Theme) -> Play {
        let (papers, _) = catalogue(&[embedded()]);
        let (history, drafts) = (History::default(), Drafts::default());
        Play::on(papers, Size { width, height }, theme, history, drafts)
    }

    fn on(
        catalogue: Catalogue,
        size: Size,
        theme: Theme,
        history: History,
        drafts: Drafts,
    ) -> Play {
        let app = App::new(Arc::new(catalogue), history, drafts.clone(), theme, size);
        Play { app, events: vec![], effects: vec![], drafts, size, theme, now_ms: 1_000_000 }
    }

    /// Leaves and opens again with what was kept, as a later start of the program does.
    pub fn again(self) -> Play {
        let history = History::replay(&self.events);
        let mut later =
            Play::with(self.size.width, self.size.height, self.theme, history, self.drafts);
        later.events = self.events;
        later
    }

    /// Plays keys: letters as they are, others as `<enter>`, `<f2>`, `<c-s>`.
    pub fn keys(mut self, keys: &str) -> Play {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
            let (key, tail) = match named {
                Some((name, tail)) => (named_key(name), tail),
                None => (Key::char(c), &rest[c.len_utf8()..]),
            };
            rest = tail;
            self.input(Input::Key(key));
        }
        self
    }

    pub fn input(&mut self, input: Input) {
        self.now_ms += 1000;
        if let Input::Resize(size) = input {
            self.size = size;
        }
        for effect in self.app.update(self.now_ms, input) {
            if let Effect::Keep(changes) = &effect {
                self.events.extend(changes.events.clone());
                changes.drafts.iter().for_each(|draft| self.drafts.set(draft.clone()));
            }
            self.effects.push(effect);
        }
    }

    /// Milliseconds until the screen changes by itself.
    pub fn next_tick(&self) -> Option<i64> {
        self.app.next_tick(self.now_ms)
    }

    pub fn paste(mut self, text: &str) -> Play {
        self.input(Input::Paste(text.to_owned()));
        self
    }

    pub fn wait(mut self, seconds: i64) -> Play {
        self.now_ms += seconds * 1000;
        self.input(Input::Tick);
        self
    }

    pub fn resize(mut self, width: u16, height: u16) -> Play {
        self.input(Input::Resize(Size { width, height }));
        self
    }

    /// Clicks on the first place where `words` stand.
    #[track_caller]
    pub fn click(mut self, words: &str) -> Play {
        let (x, y) = self.place(words);
        self.mouse(MouseKind::Press, x, y);
        self
    }

    /// Turns the wheel down `notches` times (up, under zero) over the first place of `words`.
    #[track_caller]
    pub fn wheel(mut self, words: &str, notches: i32) -> Play {
        let (x, y) = self.place(words);
        let kind = if notches < 0 { MouseKind::WheelUp } else { MouseKind::WheelDown };
        (0..notches.unsigned_abs()).for_each(|_| self.mouse(kind, x, y));
        self
    }

    pub fn mouse(&mut self, kind: MouseKind, x: u16, y: u16) {
        self.input(Input::Mouse(Mouse { kind, x, y }));
    }

    /// Where `words` first stand.
    #[track_caller]
    pub fn place(&self, words: &str) -> (u16, u16) {
        let screen = self.text();
        let found = screen.lines().enumerate().find_map(|(y, line)| {
            let at = line.find(words)?;
            Some((line[..at].chars().count() as u16, y as u16))
        });
        found.unwrap_or_else(|| panic!("`{words}` is not on the screen:\n{screen}"))
    }

    pub fn buffer(&self) -> Buffer {
        let area = Rect::new(0, 0, self.size.width, self.size.height);
        let mut buffer = Buffer::empty(area);
        self.app.draw(area, &mut buffer);
        buffer
    }

    /// The characters on the screen.
    pub fn text(&self) -> String {
        rows(&self.buffer(), |cell| cell.symbol().to_owned())
    }

    /// The characters, then a map of the styles (one letter a cell).
    pub fn picture(&self) -> String {
        let buffer = self.buffer();
        let text = rows(&buffer, |cell| cell.symbol().to_owned());
        let styles = rows(&buffer, |cell| style(cell).to_string());
        assert!(!styles.contains('?'), "a style without a letter:\n{text}\n{styles}");
        format!("{text}\n┄┄┄ styles\n{styles}")
    }
}

fn rows(buffer: &Buffer, show: impl Fn(&Cell) -> String) -> String {
    let width = usize::from(buffer.area.width);
    let lines = buffer.content.chunks(width.max(1)).map(|row| {
        let line: String = row.iter().map(&show).collect();
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// One letter for a style: capitals are bold, `r` is reversed, `q` quiet, `u` underlined.
fn style(cell: &Cell) -> char {
    let bold = cell.modifier.contains(Modifier::BOLD);
    if cell.modifier.contains(Modifier::REVERSED) {
        return 'r';
    }
    if cell.modifier.contains(Modifier::UNDERLINED) {
        return if bold { 'U' } else { 'u' };
    }
    match (cell.fg, bold) {
        (Color::Reset, true) => 'B',
        (Color::Reset, false) if cell.modifier.contains(Modifier::DIM) => 'q',
        (Color::Reset, false) => ' ',
        (Color::Cyan, true) => 'A',
        (Color::Cyan, false) => 'a',
        (Color::Green, _) => 'G',
        (Color::Yellow, _) => 'Y',
        (Color::Red, _) => 'R',
        // The wall: white or black text, its accent, what is quiet.
        (Color::Indexed(16 | 231), true) => 'W',
        (Color::Indexed(16 | 231), false) => 'w',
        (Color::Indexed(226 | 19), _) => 'H',
        (Color::Indexed(250 | 237), _) => 'h',
        _ => '?',
    }
}

fn named_key(name: &str) -> Key {
    if let Some(c) = name.strip_prefix("c-") {
        return Key::ctrl(c.chars().next().unwrap());
    }
    if let Some(n) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
        return Key::f(n);
    }
    let code = match name {
        "enter" => Code::Enter,
        "esc" => Code::Escape,
        "tab" => Code::Tab,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pageup" => Code::PageUp,
        "pagedown" => Code::PageDown,
        "back" => Code::Backspace,
        "delete" => Code::Delete,
        "lt" => return Key::char('<'),
        other => panic!("no key is called {other}"),
    };
    Key::plain(code)
}
