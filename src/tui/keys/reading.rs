//! The binding tables of a text handed in: its points, its grid, the texts to compare.

use super::Binding;
use super::tables::{DOWN, ENTER, LEFT, RIGHT, SPACE, TAB, Table, UP, bind};
use crate::tui::msg::{Action, Code, Key};

const MODEL: Binding = bind(
    &[Key::char('m')],
    Action::Model,
    "Modèle",
    "Comparer avec une réponse possible (le plan modèle), ou la cacher",
);
const OWN: Binding = bind(
    &[Key::char('t')],
    Action::OwnText,
    "Texte",
    "Relire votre texte à la place de l’énoncé, ou revenir à l’énoncé",
);
const EDIT: Binding = bind(&[Key::char('e')], Action::Edit, "Modifier", "Reprendre la rédaction");

pub const REVIEW: Table = &[
    bind(&[ENTER], Action::Enter, "Continuer", "Passer à la suite"),
    MODEL,
    OWN,
    bind(&[SPACE], Action::Toggle, "Contester", "Contester la marque d’un point, ou la rétablir"),
    EDIT,
    bind(&[Key::char('a')], Action::AddPoint, "Ajouter", "Ajouter un point pertinent de votre cru"),
    bind(&[UP, Key::char('k')], Action::Up, "", "Aller au point précédent"),
    bind(&[DOWN, Key::char('j')], Action::Down, "", "Aller au point suivant"),
];
pub const MARKING: Table = &[
    bind(&[ENTER], Action::Enter, "Continuer", "Valider l’évaluation et passer à la suite"),
    MODEL,
    OWN,
    bind(&[LEFT], Action::Left, "", "Choisir le niveau inférieur"),
    bind(&[RIGHT, SPACE], Action::Right, "Niveau", "Choisir le niveau supérieur"),
    bind(&[UP, Key::char('k')], Action::Up, "", "Aller au critère précédent"),
    bind(&[DOWN, Key::char('j')], Action::Down, "Critère", "Aller au critère suivant"),
    bind(&[Key::char('1')], Action::Option(1), "", "Très insuffisant (TI)"),
    bind(&[Key::char('2')], Action::Option(2), "", "Insuffisant (I)"),
    bind(&[Key::char('3')], Action::Option(3), "", "Satisfaisant (S)"),
    bind(&[Key::char('4')], Action::Option(4), "", "Très satisfaisant (TS)"),
    EDIT,
];
/// The keys are in the text above: these lead back to what is ticked.
pub const COMPARE: Table = &[
    bind(&[ENTER, TAB], Action::SwitchPane, "Évaluer", "Revenir aux points, ou à la grille"),
    MODEL,
    OWN,
];
pub const SCROLL_TEXTS: Table = &[
    bind(&[UP, Key::char('k')], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN, Key::char('j')], Action::Down, "Défiler", "Descendre d’une ligne"),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Monter d’une page"),
    bind(&[Key::plain(Code::PageDown), SPACE], Action::PageDown, "", "Descendre d’une page"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin"),
];
