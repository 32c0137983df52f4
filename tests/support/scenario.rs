//! Reads the scenario of a recording: what is pressed, typed, waited for and said, line by line.
//! The grammar is told at the top of `assets/demo.scenario`. Time is the scenario's own: playing
//! it twice gives the same moments.

use tuteur_ndrc::tui::{Code, Key, key_name};

/// A scenario laid out in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    pub title: String,
    pub columns: u16,
    pub rows: u16,
    /// The words of the first screen.
    pub first: Vec<String>,
    pub strokes: Vec<Stroke>,
    /// What the picture says, from which moment on (milliseconds).
    pub captions: Vec<(u32, String)>,
    /// The moment shown where nothing may move.
    pub still: u32,
    /// The end, in milliseconds.
    pub end: u32,
}

/// One key press, and the words it must bring to the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    pub at: u32,
    pub line: usize,
    pub key: Key,
    pub brings: Vec<String>,
}

/// Between two keys of one line, in milliseconds.
const STEP: u32 = 300;
/// Longest pause, in milliseconds.
const LONGEST: u32 = 20_000;
/// Longest recording, in milliseconds.
const WHOLE: u32 = 120_000;

/// What a terminal sends for the keys that are not characters.
const KEYS: [(Key, &str); 28] = [
    (Key::plain(Code::Enter), "\r"),
    (Key::plain(Code::Escape), "\x1b"),
    (Key::plain(Code::Tab), "\t"),
    (Key::plain(Code::Backspace), "\x7f"),
    (Key::plain(Code::Delete), "\x1b[3~"),
    (Key::plain(Code::Left), "\x1b[D"),
    (Key::plain(Code::Right), "\x1b[C"),
    (Key::plain(Code::Up), "\x1b[A"),
    (Key::plain(Code::Down), "\x1b[B"),
    (Key::plain(Code::Home), "\x1b[H"),
    (Key::plain(Code::End), "\x1b[F"),
    (Key::plain(Code::PageUp), "\x1b[5~"),
    (Key::plain(Code::PageDown), "\x1b[6~"),
    (Key::char(' '), " "),
    (Key::f(1), "\x1bOP"),
    (Key::f(2), "\x1bOQ"),
    (Key::f(3), "\x1bOR"),
    (Key::f(4), "\x1bOS"),
    (Key::f(5), "\x1b[15~"),
    (Key::f(6), "\x1b[17~"),
    (Key::f(7), "\x1b[18~"),
    (Key::f(8), "\x1b[19~"),
    (Key::f(9), "\x1b[20~"),
    (Key::f(11), "\x1b[23~"),
    (Key::f(12), "\x1b[24~"),
    (Key::ctrl('p'), "\x10"),
    (Key::ctrl('w'), "\x17"),
    (Key::ctrl('s'), "\x13"),
];

/// The bytes of a key, as terminals send them.
pub fn bytes(key: Key) -> String {
    let known = KEYS.iter().find(|(known, _)| *known == key).map(|(_, bytes)| (*bytes).to_owned());
    known.unwrap_or_else(|| key_name(key))
}

/// Reads a scenario; the message names the line that was refused.
pub fn read(text: &str) -> Result<Scenario, String> {
    let mut reader = Reader::default();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            reader.take(at + 1, line).map_err(|why| format!("ligne {}\u{a0}: {why}", at + 1))?;
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    title: Option<String>,
    size: Option<(u16, u16)>,
    first: Vec<String>,
    strokes: Vec<Stroke>,
    captions: Vec<(u32, String)>,
    still: Option<u32>,
    now: u32,
}

impl Reader {
    fn take(&mut self, line: usize, text: &str) -> Result<(), String> {
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim();
        if rest.contains(char::is_control) {
            return Err("un caractère de contrôle n’a pas sa place ici".into());
        }
        if self.size.is_none() && !matches!(word, "titre" | "écran") {
            return Err("«\u{a0}écran\u{a0}» doit venir d’abord".into());
        }
        match word {
            "image" if !rest.is_empty() => Err("«\u{a0}image\u{a0}» se passe de complément".into()),
            "image" => once(&mut self.still, self.now),
            _ if rest.is_empty() => Err(format!("«\u{a0}{word}\u{a0}» attend un complément")),
            "titre" => once(&mut self.title, rest.to_owned()),
            "écran" => once(&mut self.size, size(rest)?),
            "légende" => {
                self.captions.push((self.now, rest.to_owned()));
                Ok(())
            }
            "pause" => self.advance(pause(rest)?),
            "attend" => {
                let brings = self.strokes.last_mut().map_or(&mut self.first, |s| &mut s.brings);
                brings.push(rest.to_owned());
                Ok(())
            }
            "touche" => rest.split_whitespace().try_for_each(|name| {
                self.advance(STEP)?;
                self.strike(line, key(name)?);
                Ok(())
            }),
            "tape" => rest.chars().try_for_each(|c| {
                self.advance(pace(self.strokes.len(), c))?;
                self.strike(line, Key::char(c));
                Ok(())
            }),
            _ => Err(format!("mot inconnu «\u{a0}{word}\u{a0}»")),
        }
    }

    fn strike(&mut self, line: usize, key: Key) {
        self.strokes.push(Stroke { at: self.now, line, key, brings: Vec::new() });
    }

    fn advance(&mut self, by: u32) -> Result<(), String> {
        self.now += by;
        if self.now > WHOLE {
            return Err(format!("l’enregistrement dépasse {}\u{a0}s", WHOLE / 1000));
        }
        Ok(())
    }

    fn finish(self) -> Result<Scenario, String> {
        let title = self.title.ok_or("il manque «\u{a0}titre\u{a0}»")?;
        let (columns, rows) = self.size.ok_or("il manque «\u{a0}écran\u{a0}»")?;
        let still = self.still.ok_or("il manque «\u{a0}image\u{a0}»")?;
        if self.first.is_empty() {
            return Err("il manque un premier «\u{a0}attend\u{a0}», avant toute touche".into());
        }
        if self.strokes.last().is_none_or(|last| last.at >= self.now) {
            return Err("le scénario doit finir par une pause".into());
        }
        let Reader { first, strokes, captions, now: end, .. } = self;
        Ok(Scenario { title, columns, rows, first, strokes, captions, still, end })
    }
}

fn once<T>(place: &mut Option<T>, value: T) -> Result<(), String> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err("déjà dit plus haut".into()),
    }
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let refused = || format!("«\u{a0}{text}\u{a0}» n’est pas une taille (ex. 112×30)");
    let (columns, rows) = text.split_once('×').ok_or_else(refused)?;
    let columns: u16 = columns.trim().parse().map_err(|_| refused())?;
    let rows: u16 = rows.trim().parse().map_err(|_| refused())?;
    if (30..=200).contains(&columns) && (8..=60).contains(&rows) {
        Ok((columns, rows))
    } else {
        Err(format!("«\u{a0}{text}\u{a0}» est hors de 30×8 à 200×60"))
    }
}

/// Seconds in French, one or two decimals, as milliseconds.
fn pause(text: &str) -> Result<u32, String> {
    let refused = || format!("«\u{a0}{text}\u{a0}» n’est pas une durée en secondes (ex. 1,5)");
    let (whole, part) = text.split_once(',').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.len() > 3 || part.len() > 2 {
        return Err(refused());
    }
    let whole: u32 = whole.parse().map_err(|_| refused())?;
    let hundredths: u32 = format!("{part:0<2}").parse().map_err(|_| refused())?;
    match whole * 1000 + hundredths * 10 {
        0 => Err("une pause dure plus de 0\u{a0}s".into()),
        ms @ ..=LONGEST => Ok(ms),
        _ => Err(format!("une pause dure {}\u{a0}s au plus", LONGEST / 1000)),
    }
}

fn key(name: &str) -> Result<Key, String> {
    if let Some((key, _)) = KEYS.iter().find(|(key, _)| key_name(*key) == name) {
        return Ok(*key);
    }
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(Key::char(letter)),
        _ => Err(format!("touche inconnue «\u{a0}{name}\u{a0}»")),
    }
}

/// How long a hand takes before a character: never quite the same, but the same each time.
fn pace(place: usize, c: char) -> u32 {
    let sway = (place as u32 * 53 + c as u32 * 29) % 90;
    110 + sway + if c.is_alphanumeric() { 0 } else { 60 }
}
