//! The colour codes the real program writes: none where none are wanted, and only those the
//! terminal knows, whatever the theme and whatever the screen.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::terminal::{Start, Terminal};

/// The numbers of every style sequence written (`ESC [ … m`).
fn styles(written: &[u8]) -> Vec<Vec<u16>> {
    let text = String::from_utf8_lossy(written);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..]
            .starts_with('m')
            .then(|| rest[..end].split(';').map(|number| number.parse().unwrap_or(0)).collect())
    });
    sequences.collect()
}

/// What a sequence says of colours, its attributes left out.
fn colours(style: &[u16]) -> Vec<u16> {
    let mut said = Vec::new();
    let mut rest = style;
    while let Some((code, tail)) = rest.split_first() {
        match code {
            0..=29 => rest = tail,
            _ => {
                said.extend_from_slice(rest);
                break;
            }
        }
    }
    said
}

fn short(codes: &[u16]) -> bool {
    codes.iter().all(|code| matches!(code, 30..=37 | 40..=47 | 90..=97 | 100..=107))
}

/// Text, ground, or both, each as `38;5;n`; `38;2;…` besides where `deep`.
fn long(codes: &[u16], deep: bool) -> bool {
    match codes {
        [] => true,
        [38 | 48, 5, n, rest @ ..] => *n < 256 && long(rest, deep),
        [38 | 48, 2, r, g, b, rest @ ..] => deep && (r.max(g).max(b) < &256) && long(rest, deep),
        _ => false,
    }
}

/// Walks through every kind of screen and answers what was written.
fn tour(environment: &[(&str, &str)], theme: usize) -> Vec<Vec<u16>> {
    let data = tempfile::tempdir().unwrap();
    let start = Start { arguments: &[], data: data.path(), columns: 100, rows: 30, environment };
    let mut terminal = Terminal::start(&start);
    terminal.wait("Autour des Plantes");
    let mut press = |keys: &[&str], words: &str| {
        for key in keys {
            terminal.send(key);
            // Escape and the next key at once would be one key, with Alt.
            if *key == "\x1b" {
                terminal.settle();
            }
        }
        terminal.wait(words);
    };
    press(&["g"], "Apparence");
    (0..theme).for_each(|_| press(&["\x1b[B"], "Apparence"));
    press(&["\r", "\x1b"], "Arbre Cadeau");
    press(&["4", "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[B", "\r"], "La campagne Google Ads");
    press(&["1", "\r"], "Étape 1 sur 12");
    press(&["936/55", "\r"], "✗ Faux");
    press(&["\x1bOQ"], "Indice 1");
    press(&["\x1bOR"], "Pourquoi");
    press(&["\x1b", "936/55000", "\r"], "✓ Juste");
    press(&["\x1b[24~"], "Mémo");
    press(&["\x1b", "\x10"], "Chercher");
    press(&["taux", "\x1b", "\x07"], "Étape 1 sur 12");
    press(&["\x1b[23~", " ", " ", " ", " ", "t", " ", " "], "Novatech");
    press(&["g"], "Projeter une question");
    press(&["\x1b", "\x1b", "\x1b[20~"], "copie");
    press(&["\x1b", "\x1b", "p"], "Progrès");
    press(&["\t", "\x1b", "?"], "Échap");
    styles(&terminal.written())
}

#[track_caller]
fn only(environment: &[(&str, &str)], theme: usize, known: impl Fn(&[u16]) -> bool) {
    let styles = tour(environment, theme);
    assert!(styles.len() > 300, "{} styles only", styles.len());
    for style in styles {
        let said = colours(&style);
        assert!(known(&said), "{environment:?}, theme {theme}: {style:?}");
    }
}

#[test]
fn no_color_writes_no_colour_on_any_screen() {
    only(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")], 0, <[u16]>::is_empty);
}

#[test]
fn monochrome_writes_no_colour_once_chosen() {
    let styles = tour(&[("TERM", "xterm")], 4);
    let last = styles.iter().rposition(|style| !colours(style).is_empty());
    let accueil_and_settings = styles.len() / 3;
    assert!(last.is_none_or(|at| at < accueil_and_settings), "{last:?} of {}", styles.len());
}

#[test]
fn a_terminal_of_sixteen_colours_gets_their_codes_only() {
    for theme in 0..4 {
        only(&[("TERM", "xterm")], theme, short);
    }
}

#[test]
fn a_terminal_of_256_colours_gets_no_true_colour() {
    for theme in [0, 2] {
        only(&[("TERM", "xterm-256color")], theme, |codes| long(codes, false));
    }
}

#[test]
fn true_colours_are_used_where_the_terminal_has_them() {
    let deep = [("TERM", "xterm-256color"), ("COLORTERM", "truecolor")];
    let styles = tour(&deep, 1);
    assert!(styles.iter().all(|style| long(&colours(style), true)));
    assert!(styles.iter().any(|style| colours(style).starts_with(&[38, 2])), "no true colour");
}

#[test]
fn codes_are_told_apart() {
    let written = b"\x1b[1;36ma\x1b[0m\x1b[2J\x1b[38;5;226;48;5;16mb\x1b[38;2;1;2;3mc\x1b[?25l";
    let found: Vec<Vec<u16>> = styles(written).iter().map(|style| colours(style)).collect();
    assert_eq!(found, [vec![36], vec![], vec![38, 5, 226, 48, 5, 16], vec![38, 2, 1, 2, 3]]);
    assert!(short(&found[0]) && !short(&found[2]) && long(&found[2], false));
    assert!(long(&found[3], true) && !long(&found[3], false) && !long(&found[0], true));
    assert!(!short(&[39]) && !long(&[59], true));
}
