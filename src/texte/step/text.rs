//! A text written line by line: a rédaction or an RCS before it is handed in. Each line is kept as it
//! comes.

use super::{Hand, Reply, rcs, review};
use crate::check::writing::words;
use crate::number::french::count;
use crate::session::{Changes, Walk};
use crate::texte::page::Speech;
use crate::texte::words::{index, quoted, unknown_command};

/// Longest text taken, in bytes: far more than an exam copy holds.
const LONGEST: usize = 100_000;

const HOW: &str = "Un point seul sur une ligne rend le texte\u{a0}; deux points de suite (..) le mettent de côté.";

/// The text in progress.
pub fn draft(walk: &Walk) -> &str {
    walk.focus().map_or("", |item| walk.draft(item.id()))
}

pub fn announce(walk: &Walk, now_ms: i64, speech: &mut Speech) {
    rcs::announce_time(walk, now_ms, speech);
    match draft(walk) {
        "" => speech.say("Tapez «\u{a0}écrire\u{a0}» pour commencer votre texte, ou une commande."),
        text => speech.say(format!(
            "Texte en cours\u{a0}: {}. «\u{a0}écrire\u{a0}» le continue, «\u{a0}relire\u{a0}» le lit, «\u{a0}rendre\u{a0}» le rend.",
            size(text)
        )),
    }
}

pub fn prompt(walk: &Walk) -> String {
    match draft(walk) {
        "" => "«\u{a0}écrire\u{a0}», ou une commande\u{a0}:".to_owned(),
        _ => "«\u{a0}écrire\u{a0}», «\u{a0}rendre\u{a0}», ou une commande\u{a0}:".to_owned(),
    }
}

fn size(text: &str) -> String {
    let lines = text.lines().count();
    format!("{}, {}", count(lines, "ligne", "lignes"), count(words(text), "mot", "mots"))
}

pub fn reread(walk: &Walk, speech: &mut Speech) {
    match draft(walk) {
        "" => speech.say("Le texte est vide."),
        text => text.lines().enumerate().for_each(|(at, line)| {
            speech.say(format!("{}. {line}", at + 1));
        }),
    }
}

/// `remplacer 3 Le taux de rebond…`.
pub fn replace(rest: &str, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    let (number, line) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let mut lines: Vec<String> = draft(walk).lines().map(str::to_owned).collect();
    match index(number, lines.len()) {
        Some(at) if !line.trim().is_empty() => {
            let before = std::mem::replace(&mut lines[at], line.trim().to_owned());
            speech.say(format!(
                "Ligne {} remplacée\u{a0}; elle disait\u{a0}: {}.",
                at + 1,
                quoted(&before)
            ));
            keep(lines.join("\n"), walk, now_ms, speech)
        }
        _ => {
            speech.say(
                "Tapez «\u{a0}remplacer\u{a0}», le numéro de la ligne, puis le nouveau texte.",
            );
            Changes::none()
        }
    }
}

/// `effacer 3`, `effacer tout`.
pub fn erase(rest: &str, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    if rest == "tout" {
        speech.say("Tout le texte en cours est effacé.");
        return keep(String::new(), walk, now_ms, speech);
    }
    let mut lines: Vec<String> = draft(walk).lines().map(str::to_owned).collect();
    let Some(at) = index(rest, lines.len()) else {
        speech.say(
            "Tapez «\u{a0}effacer\u{a0}» et le numéro de la ligne, ou «\u{a0}effacer tout\u{a0}».",
        );
        return Changes::none();
    };
    let before = lines.remove(at);
    speech.say(format!("Ligne {} effacée\u{a0}; elle disait\u{a0}: {}.", at + 1, quoted(&before)));
    keep(lines.join("\n"), walk, now_ms, speech)
}

fn keep(text: String, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
    if text.len() > LONGEST {
        speech.say("Le texte est trop long\u{a0}: cette ligne n’est pas gardée.");
        return Changes::none();
    }
    walk.type_text(&text, now_ms)
}

impl Hand {
    /// Lines typed from now on are lines of the text.
    pub(super) fn write(&mut self, walk: &Walk, speech: &mut Speech) {
        self.composing = true;
        let begun = if draft(walk).is_empty() { "Écrivez" } else { "Écrivez la suite" };
        speech.say(format!("{begun}, une ligne après l’autre. {HOW}"));
    }

    /// A line of several words typed where a command was asked is the beginning of the text.
    pub(super) fn begin_with(
        &mut self,
        line: &str,
        walk: &mut Walk,
        now_ms: i64,
        speech: &mut Speech,
    ) -> Reply {
        if words(line) < 2 {
            speech.say(unknown_command(line, None));
            return Reply::default();
        }
        self.composing = true;
        speech.say(format!("Cette ligne est ajoutée à votre texte. {HOW}"));
        self.compose(line, walk, now_ms, speech)
    }

    /// A line of the text, or the end of it.
    pub fn compose(
        &mut self,
        line: &str,
        walk: &mut Walk,
        now_ms: i64,
        speech: &mut Speech,
    ) -> Reply {
        match line.trim() {
            "." => self.hand_in(walk, now_ms, speech).into(),
            ".." => {
                self.composing = false;
                announce(walk, now_ms, speech);
                Reply::default()
            }
            _ => {
                let text = match draft(walk) {
                    "" => line.to_owned(),
                    before => format!("{before}\n{line}"),
                };
                keep(text, walk, now_ms, speech).into()
            }
        }
    }

    /// Hands the text in: key points are looked for, or the grid is asked.
    pub(super) fn hand_in(&mut self, walk: &mut Walk, now_ms: i64, speech: &mut Speech) -> Changes {
        self.composing = false;
        let read = size(draft(walk));
        let changes = walk.submit_text(now_ms);
        if changes.is_empty() {
            speech.say(
                "Écrivez d’abord quelques mots\u{a0}: «\u{a0}écrire\u{a0}» commence le texte.",
            );
            return changes;
        }
        speech.say(format!("Texte rendu\u{a0}: {read}."));
        if walk.rcs().is_some() {
            let stopped = walk.stop_timer(now_ms);
            self.announce_grid(walk, speech);
            return changes.and(stopped);
        }
        review::announce(walk, speech);
        super::help::conclude(walk, speech);
        changes
    }
}
