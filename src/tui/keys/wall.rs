//! The bindings of the projection: those of clickers and remote controls among them.

use super::Binding;
use super::tables::{ENTER, ESCAPE, LEFT, RIGHT, SPACE, TAB, Table, bind, shift};
use crate::tui::msg::{Action, Code, Key};

pub const PROJECTION: Table = &[
    bind(
        &[SPACE, Key::plain(Code::PageDown), RIGHT, ENTER],
        Action::Reveal,
        "Révéler",
        "Révéler la suite",
    ),
    bind(&[Key::plain(Code::PageUp), LEFT], Action::Cover, "", "Revenir d’un pas"),
    bind(
        &[Key::char('e')],
        Action::Scope,
        "",
        "Ne montrer que l’essentiel (question, résultats, conclusion), ou tout",
    ),
    bind(&[Key::plain(Code::Down)], Action::NextRow, "", "Aller à la ligne ou à l’étape suivante"),
    bind(
        &[Key::plain(Code::Up)],
        Action::PreviousRow,
        "",
        "Revenir à la ligne ou à l’étape d’avant",
    ),
    bind(&[Key::char('n')], Action::NextStep, "", "Aller à l’étape suivante"),
    bind(
        &[Key::char('p')],
        Action::PreviousStep,
        "",
        "Revenir au début de l’étape, puis à la précédente",
    ),
    bind(&[Key::char('a')], Action::Annexes, "", "Montrer les annexes, puis revenir"),
    bind(
        &[Key::char('b'), Key::char('.')],
        Action::Blank,
        "",
        "Éteindre l’écran, puis le rallumer",
    ),
    bind(
        &[Key::char('c')],
        Action::Countdown,
        "",
        "Lancer un compte à rebours\u{a0}: 1, 2, puis 5\u{a0}minutes, puis aucun",
    ),
    bind(&[Key::char('t')], Action::Contrast, "", "Passer de fond sombre à fond clair"),
    bind(
        &[Key::char('d')],
        Action::Charts,
        "",
        "Dessiner les chiffres à la suite de chaque annexe, ou non",
    ),
    bind(&[Key::char('g')], Action::Jump, "", "Choisir une étape ou une autre question"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Revenir au titre"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin"),
    digit(&[Key::char('0')], 0),
    digit(&[Key::char('1')], 1),
    digit(&[Key::char('2')], 2),
    digit(&[Key::char('3')], 3),
    digit(&[Key::char('4')], 4),
    digit(&[Key::char('5')], 5),
    digit(&[Key::char('6')], 6),
    digit(&[Key::char('7')], 7),
    digit(&[Key::char('8')], 8),
    digit(&[Key::char('9')], 9),
    bind(&[TAB], Action::NextField, "", "Compter les mains de la proposition suivante"),
    bind(&[shift(Code::Tab)], Action::PreviousField, "", "Compter celles de la précédente"),
    bind(&[Key::plain(Code::Backspace)], Action::Erase, "", "Effacer un chiffre du compte"),
    bind(&[ESCAPE, Key::char('q')], Action::Back, "Quitter", "Quitter la projection"),
];

const fn digit(keys: &'static [Key], digit: u8) -> Binding {
    bind(keys, Action::Digit(digit), "", "Compter les mains levées de la proposition en cours")
}

pub const JUMP: Table = &[
    bind(&[ENTER], Action::Enter, "Projeter", "Projeter la question, ou aller à l’étape"),
    bind(&[Key::plain(Code::Up), Key::char('k')], Action::Up, "", "Monter d’une ligne"),
    bind(&[Key::plain(Code::Down), Key::char('j')], Action::Down, "", "Descendre d’une ligne"),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Monter d’une page"),
    bind(&[Key::plain(Code::PageDown), SPACE], Action::PageDown, "", "Descendre d’une page"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin"),
    bind(&[Key::char('g')], Action::Jump, "", "Revenir à la question projetée"),
    bind(&[ESCAPE, Key::char('q')], Action::Back, "Fermer", "Fermer la liste"),
];
