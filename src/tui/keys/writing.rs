//! The binding tables of writing: the editor, the review of a text, the marking of a structured one.

use super::tables::{DOWN, ENTER, ESCAPE, LEFT, RIGHT, SPACE, Table, UP, alt, bind, ctrl};
use crate::tui::msg::{Action, Code, Key};

pub const WRITE: Table = &[
    bind(&[Key::ctrl('s'), Key::f(5)], Action::Submit, "Vérifier", "Faire relire le texte"),
    bind(&[Key::f(9)], Action::Timer, "Chrono", "Lancer ou arrêter le chronomètre (RCS)"),
];
pub const EDIT: Table = &[
    bind(&[ENTER], Action::Enter, "", "Aller à la ligne"),
    bind(&[Key::ctrl('z'), Key::ctrl('u')], Action::Undo, "", "Annuler la dernière frappe"),
    bind(&[Key::ctrl('y')], Action::Redo, "", "Rétablir"),
    bind(&[Key::plain(Code::Backspace)], Action::Erase, "", "Effacer le caractère de gauche"),
    bind(&[Key::plain(Code::Delete)], Action::EraseNext, "", "Effacer le caractère de droite"),
    bind(
        &[Key::ctrl('w'), ctrl(Code::Backspace), alt(Code::Backspace)],
        Action::EraseWord,
        "",
        "Effacer le mot de gauche",
    ),
    bind(&[UP], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN], Action::Down, "", "Descendre d’une ligne"),
    bind(&[LEFT], Action::Left, "", "Aller à gauche"),
    bind(&[RIGHT], Action::Right, "", "Aller à droite"),
    bind(&[ctrl(Code::Left)], Action::WordLeft, "", "Aller au mot précédent"),
    bind(&[ctrl(Code::Right)], Action::WordRight, "", "Aller au mot suivant"),
    bind(&[Key::plain(Code::Home)], Action::LineStart, "", "Aller au début de la ligne"),
    bind(&[Key::plain(Code::End)], Action::LineEnd, "", "Aller à la fin de la ligne"),
    bind(&[ctrl(Code::Home)], Action::Home, "", "Aller au début du texte"),
    bind(&[ctrl(Code::End)], Action::End, "", "Aller à la fin du texte"),
];
pub const REVIEW: Table = &[
    bind(&[ENTER], Action::Enter, "Continuer", "Passer à la suite"),
    bind(&[SPACE], Action::Toggle, "Contester", "Contester la marque d’un point, ou la rétablir"),
    bind(&[UP, Key::char('k')], Action::Up, "", "Aller au point précédent"),
    bind(&[DOWN, Key::char('j')], Action::Down, "", "Aller au point suivant"),
    bind(&[Key::char('m')], Action::Model, "Modèle", "Comparer avec une réponse possible"),
    bind(&[Key::char('e')], Action::Edit, "Modifier", "Reprendre la rédaction"),
    bind(&[Key::char('a')], Action::AddPoint, "Ajouter", "Ajouter un point pertinent de votre cru"),
];
pub const ADD: Table = &[
    bind(&[ENTER], Action::Enter, "Ajouter", "Compter ce point parmi les vôtres"),
    bind(&[ESCAPE], Action::Cancel, "Renoncer", "Renoncer à ce point"),
];
pub const MARKING: Table = &[
    bind(&[ENTER], Action::Enter, "Continuer", "Valider l’évaluation et passer à la suite"),
    bind(&[LEFT], Action::Left, "", "Choisir le niveau inférieur"),
    bind(&[RIGHT, SPACE], Action::Right, "Niveau", "Choisir le niveau supérieur"),
    bind(&[UP, Key::char('k')], Action::Up, "", "Aller au critère précédent"),
    bind(&[DOWN, Key::char('j')], Action::Down, "Critère", "Aller au critère suivant"),
    bind(&[Key::char('1')], Action::Option(1), "", "Très insuffisant (TI)"),
    bind(&[Key::char('2')], Action::Option(2), "", "Insuffisant (I)"),
    bind(&[Key::char('3')], Action::Option(3), "", "Satisfaisant (S)"),
    bind(&[Key::char('4')], Action::Option(4), "", "Très satisfaisant (TS)"),
    bind(&[Key::char('m')], Action::Model, "Plan modèle", "Comparer avec le plan modèle"),
    bind(&[Key::char('e')], Action::Edit, "Modifier", "Reprendre la rédaction"),
];
