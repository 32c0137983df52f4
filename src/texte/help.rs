//! The help of each place: how to answer there, then the commands, from their table.

use super::command::{Room, commands};
use super::page::Speech;

/// Reads the help of a place.
pub fn read(room: Room, speech: &mut Speech) {
    speech.gap();
    speech.say(answering(room));
    for command in commands(room) {
        let mut told = command.names[0].to_owned();
        if let Some(short) = command.names.iter().find(|name| name.chars().count() <= 2) {
            told += &format!(" ou {short}");
        }
        if !command.argument.is_empty() {
            told += &format!(", {}", command.argument);
        }
        speech.say(format!("{told}\u{a0}: {}.", command.about));
    }
}

fn answering(room: Room) -> &'static str {
    match room {
        Room::Papers => "Tapez le numéro d’un sujet, ou une commande.",
        Room::Paper => {
            "Tapez le numéro d’une question, celui de la liste ou le sien (1.1), ou une commande."
        }
        Room::Number => {
            "Tapez un nombre ou le calcul qui y mène\u{a0}: 12,5\u{a0}; 359/1400\u{a0}; (450−452)/452. Les commandes sont des \
             mots\u{a0}: un nombre est toujours une réponse."
        }
        Room::Cell => {
            "Tapez le nombre de la case, ou le calcul qui y mène. Les commandes sont des mots\u{a0}: un nombre est \
             toujours une réponse."
        }
        Room::Choice => "Tapez le numéro de votre réponse, ou les numéros séparés par des espaces.",
        Room::Text | Room::Plan => {
            "«\u{a0}écrire\u{a0}» commence le texte\u{a0}: chaque ligne est gardée, un point seul sur une ligne le rend."
        }
        Room::Review => "Les points attendus sont marqués\u{a0}; Entrée continue.",
        Room::Marking => "Tapez un niveau de 1 à 4, ou TI, I, S, TS.",
        Room::Hunt => {
            "Tapez le numéro de la ligne ou du chiffre où est l’erreur, puis celui de son nom."
        }
        Room::Summary => "Entrée passe à la question suivante.",
    }
}
