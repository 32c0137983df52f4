//! One screen in every theme and at every depth of colour: the runs of style, line by line.

use std::collections::HashMap;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use tuteur_ndrc::progress::{Drafts, History};
use tuteur_ndrc::tui::{Depth, Theme};

use crate::play::Play;

const DEPTHS: [(Depth, &str); 3] =
    [(Depth::Sixteen, "16"), (Depth::Indexed, "256"), (Depth::True, "true")];

/// A table with a right cell, a wrong one, one accepted with a remark and some help.
fn screen(theme: Theme) -> Play {
    let play = Play::with(64, 22, theme, History::default(), Drafts::default());
    play.keys("<down><enter><f6><f8>49,3<enter>57,8 points<enter><tab>12<enter><f2>")
}

#[test]
fn one_screen_in_every_theme_and_depth() {
    let mut looks =
        vec![("colours".to_owned(), Theme::Colours), ("plain".to_owned(), Theme::Plain)];
    for (depth, name) in DEPTHS {
        looks.push((format!("on_light_{name}"), Theme::OnLight(depth)));
        looks.push((format!("dark_{name}"), Theme::Dark(depth)));
        looks.push((format!("light_{name}"), Theme::Light(depth)));
        looks.push((format!("contrast_{name}"), Theme::Contrast(depth)));
    }
    let glyphs = screen(Theme::Colours).text();
    insta::assert_snapshot!("theme_glyphs", glyphs);
    for (name, theme) in looks {
        let play = screen(theme);
        assert_eq!(play.text(), glyphs, "{name}: the glyphs do not depend on the theme");
        insta::assert_snapshot!(format!("theme_{name}"), runs(&play.buffer()));
    }
}

/// What a mark says is never said by its colour alone: the same screen without any tells the same.
#[test]
fn verdicts_are_told_by_sign_and_word() {
    for theme in [Theme::Plain, Theme::Dark(Depth::True), Theme::Light(Depth::Sixteen)] {
        let open = || {
            let play = Play::with(80, 24, theme, History::default(), Drafts::default());
            play.keys("<down><enter><f6>")
        };
        for (keys, words) in [
            ("-0,44<enter>", ["✓ Juste", "[✓]"]),
            ("-0,44 points<enter>", ["≈ Presque", "[◐]"]),
            ("12<enter>", ["✗ Faux", "[◐]"]),
            ("abc<enter>", ["? À préciser", "[○]"]),
        ] {
            let screen = open().keys(keys).text();
            for words in words {
                assert!(screen.contains(words), "{theme:?}: `{words}`\n{screen}");
            }
        }
    }
}

/// The commonest style of the screen, then each run of another, by line: column, style, words.
fn runs(buffer: &Buffer) -> String {
    let mut count: HashMap<String, usize> = HashMap::new();
    for cell in &buffer.content {
        *count.entry(style(cell)).or_default() += 1;
    }
    let base = count.iter().max_by_key(|(style, count)| (**count, *style)).unwrap().0.clone();
    let mut text = format!("ground: {base}\n");
    let width = usize::from(buffer.area.width);
    for (y, row) in buffer.content.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| style(a) == style(b)) {
            let (at, words): (usize, String) = (x, run.iter().map(Cell::symbol).collect());
            x += run.len();
            let seen = !words.trim().is_empty() || style(&run[0]).contains("reversed");
            if seen && style(&run[0]) != base {
                let words: String = words.trim_end().chars().take(40).collect();
                text.push_str(&format!("{y:>2},{at:<2} {:<24} {words}\n", style(&run[0])));
            }
        }
    }
    text
}

/// `cyan on reset bold`, the parts that say something.
fn style(cell: &Cell) -> String {
    let mut words = vec![colour(cell.fg)];
    if cell.bg != Color::Reset {
        words.push(format!("on {}", colour(cell.bg)));
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(name.to_owned());
        }
    }
    words.join(" ")
}

fn colour(colour: Color) -> String {
    match colour {
        Color::Reset => "own".to_owned(),
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Indexed(n) => n.to_string(),
        named => named.to_string().to_lowercase(),
    }
}
