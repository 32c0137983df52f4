//! The binding tables of writing: the editor, a point of one's own.

use super::tables::{
    DOWN, ENTER, ERASE_LINE, ERASE_WORD, ESCAPE, LEFT, RIGHT, Table, UP, bind, ctrl,
};
use crate::tui::msg::{Action, Code, Key};

pub const WRITE: Table = &[
    bind(&[Key::ctrl('s'), Key::f(5)], Action::Submit, "Vérifier", "Faire relire le texte"),
    bind(&[Key::f(9)], Action::Timer, "Chrono", "Lancer ou arrêter le chronomètre (RCS)"),
];
pub const EDIT: Table = &[
    bind(&[ENTER], Action::Enter, "", "Aller à la ligne"),
    bind(&[Key::plain(Code::Backspace)], Action::Erase, "", "Effacer le caractère de gauche"),
    bind(&[Key::plain(Code::Delete)], Action::EraseNext, "", "Effacer le caractère de droite"),
    ERASE_WORD,
    ERASE_LINE,
    bind(&[UP], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN], Action::Down, "", "Descendre d’une ligne"),
    bind(&[LEFT], Action::Left, "", "Aller à gauche"),
    bind(&[RIGHT], Action::Right, "", "Aller à droite"),
    bind(&[ctrl(Code::Left)], Action::WordLeft, "", "Aller au mot précédent"),
    bind(&[ctrl(Code::Right)], Action::WordRight, "", "Aller au mot suivant"),
    bind(
        &[Key::plain(Code::Home), Key::ctrl('a')],
        Action::LineStart,
        "",
        "Aller au début de la ligne",
    ),
    bind(
        &[Key::plain(Code::End), Key::ctrl('e')],
        Action::LineEnd,
        "",
        "Aller à la fin de la ligne",
    ),
    bind(&[ctrl(Code::Home)], Action::Home, "", "Aller au début du texte"),
    bind(&[ctrl(Code::End)], Action::End, "", "Aller à la fin du texte"),
];
/// Where a text or a figure is written.
pub const UNDO: Table = &[
    bind(&[Key::ctrl('z')], Action::Undo, "", "Annuler ce qu’on vient de faire"),
    bind(&[Key::ctrl('y')], Action::Redo, "", "Rétablir ce qu’on vient d’annuler"),
];
pub const ADD: Table = &[
    bind(&[ENTER], Action::Enter, "Ajouter", "Compter ce point parmi les vôtres"),
    bind(&[ESCAPE], Action::Cancel, "Renoncer", "Renoncer à ce point"),
];
