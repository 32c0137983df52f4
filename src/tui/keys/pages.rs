//! The binding tables of the pages over the screens: palette, mémo, progress, settings.

use super::Binding;
use super::tables::{
    DOWN, ENTER, ERASE_LINE, ERASE_WORD, ESCAPE, LEFT, RIGHT, SPACE, TAB, Table, UP, bind, shift,
};
use crate::tui::msg::{Action, Code, Key};

const FIND_KEYS: &[Key] = &[Key::ctrl('p')];

const fn find(bar: &'static str) -> Binding {
    let about = "Chercher partout\u{a0}: sujets, questions, mémo, actions";
    bind(FIND_KEYS, Action::Palette, bar, about)
}

pub const FIND: Table = &[find("Chercher")];
pub const FIND_QUIETLY: Table = &[find("")];
const LOOK_UP_ONE: Binding = bind(
    &[Key::f(12), Key::ctrl('l')],
    Action::Memo,
    "Mémo",
    "Ouvrir la fiche du mémo sur l’indicateur de l’étape",
);
/// The mémo on what is asked.
pub const LOOK_UP: Table = &[LOOK_UP_ONE];
/// From a question: the mémo, then the search.
pub const SEEK: Table = &[LOOK_UP_ONE, find("Chercher")];
pub const FILTER: Table = &[bind(&[ENTER], Action::Enter, "Ouvrir", "Ouvrir la fiche choisie")];
pub const RUN: Table =
    &[bind(&[ENTER], Action::Enter, "Choisir", "Ouvrir ou faire ce qui est choisi")];
pub const ROWS: Table = &[
    bind(&[UP], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN], Action::Down, "", "Descendre d’une ligne"),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Monter d’une page"),
    bind(&[Key::plain(Code::PageDown)], Action::PageDown, "", "Descendre d’une page"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début de la liste"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin de la liste"),
];
pub const TYPING: Table = &[
    bind(&[LEFT], Action::Left, "", "Aller à gauche dans le texte cherché"),
    bind(&[RIGHT], Action::Right, "", "Aller à droite dans le texte cherché"),
    bind(&[Key::plain(Code::Backspace)], Action::Erase, "", "Effacer le caractère de gauche"),
    bind(&[Key::plain(Code::Delete)], Action::EraseNext, "", "Effacer le caractère de droite"),
    ERASE_WORD,
    ERASE_LINE,
];
pub const LEAVE_FILTER: Table =
    &[bind(&[ESCAPE], Action::Back, "Retour", "Effacer le texte cherché, puis revenir")];
pub const CLOSE_PALETTE: Table =
    &[bind(&[ESCAPE, Key::ctrl('p')], Action::Back, "Fermer", "Fermer la recherche")];
pub const RETURN: Table =
    &[bind(&[ESCAPE, Key::char('q')], Action::Back, "Retour", "Revenir exactement où vous étiez")];
pub const LINKS: Table = &[
    bind(&[TAB], Action::NextField, "Lien", "Choisir le lien suivant de la fiche"),
    bind(&[shift(Code::Tab)], Action::PreviousField, "", "Choisir le lien précédent"),
    bind(&[ENTER], Action::Enter, "Ouvrir", "Ouvrir le lien choisi"),
    bind(&[RIGHT], Action::Right, "Fiche suivante", "Passer à la fiche suivante"),
    bind(&[LEFT], Action::Left, "", "Revenir à la fiche précédente"),
];
pub const VIEWS: Table = &[
    bind(&[TAB], Action::SwitchPane, "Compétences", "Passer de la vue d’ensemble aux compétences"),
    bind(&[ENTER], Action::Enter, "Fiche", "Ouvrir la fiche du mémo de la compétence"),
];
pub const EXPORT: Table = &[bind(
    &[Key::char('x')],
    Action::Export,
    "Exporter",
    "Écrire vos progrès dans deux fichiers, pour un tableur (CSV) et pour d’autres programmes (JSON)",
)];
/// Beside the énoncé.
pub const DRAW_ANNEXES: Binding = bind(
    &[Key::char('g')],
    Action::Charts,
    "Dessins",
    "Dessiner les chiffres des annexes, ou effacer les dessins",
);
/// Beside the answer.
pub const DRAW_RESULTS: Binding = bind(
    &[Key::ctrl('g')],
    Action::Charts,
    "Dessin",
    "Dessiner les résultats trouvés, ou les annexes s’il n’y en a pas encore, puis effacer",
);
const ABOUT_PICK: &str = "Relever un chiffre dans les annexes pour votre calcul";
pub const PICK: Table = &[bind(&[Key::f(5), Key::ctrl('o')], Action::Pick, "Relever", ABOUT_PICK)];
/// Where ↑ is free.
pub const PICK_UP: Table =
    &[bind(&[Key::f(5), Key::ctrl('o'), UP], Action::Pick, "Relever", ABOUT_PICK)];
pub const PICKING: Table = &[
    bind(&[ENTER], Action::Enter, "Insérer", "Mettre le chiffre dans le calcul et y revenir"),
    bind(
        &[Key::char(' ')],
        Action::Toggle,
        "Insérer et rester",
        "Mettre le chiffre dans le calcul, puis en relever un autre",
    ),
    bind(&[UP], Action::Up, "", "Aller au chiffre du dessus"),
    bind(&[DOWN], Action::Down, "", "Aller au chiffre du dessous"),
    bind(&[LEFT], Action::Left, "", "Aller au chiffre de gauche"),
    bind(&[RIGHT], Action::Right, "", "Aller au chiffre de droite"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au premier chiffre"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller au dernier chiffre"),
    bind(
        &[Key::plain(Code::Backspace)],
        Action::Erase,
        "",
        "Effacer le caractère de gauche dans le calcul",
    ),
];
pub const BACK_TO_FIELD: Table = &[bind(
    &[ESCAPE, TAB, Key::f(5), Key::ctrl('o'), Key::f(6), Key::ctrl('d')],
    Action::Back,
    "Réponse",
    "Revenir à la réponse sans rien insérer",
)];
pub const HUNT: Table = &[bind(
    &[Key::f(9), Key::ctrl('f')],
    Action::Hunt,
    "",
    "Trouver l’erreur dans la copie d’un élève",
)];
pub const POINT: Table = &[
    bind(
        &[ENTER],
        Action::Enter,
        "C’est ici",
        "Désigner la ligne ou le chiffre, choisir un nom, continuer",
    ),
    bind(&[UP], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN], Action::Down, "", "Descendre d’une ligne"),
    bind(&[LEFT], Action::Left, "", "Aller au chiffre de gauche"),
    bind(&[RIGHT], Action::Right, "", "Aller au chiffre de droite"),
    bind(&[Key::char('1')], Action::Option(1), "", "Choisir le nom 1"),
    bind(&[Key::char('2')], Action::Option(2), "", "Choisir le nom 2"),
    bind(&[Key::char('3')], Action::Option(3), "", "Choisir le nom 3"),
    bind(&[Key::char('4')], Action::Option(4), "", "Choisir le nom 4"),
    bind(
        &[Key::f(2), Key::ctrl('k')],
        Action::Hint,
        "Montrer",
        "Montrer où est l’erreur, puis donner son nom",
    ),
    bind(
        &[TAB, Key::f(6), Key::ctrl('d')],
        Action::SwitchPane,
        "Énoncé",
        "Passer de la copie à l’énoncé",
    ),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Faire défiler l’énoncé vers le haut"),
    bind(&[Key::plain(Code::PageDown)], Action::PageDown, "", "Faire défiler l’énoncé vers le bas"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début de la copie"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin de la copie"),
];
pub const BACK_TO_COPY: Table = &[bind(
    &[ENTER, TAB, Key::f(6), Key::ctrl('d')],
    Action::SwitchPane,
    "La copie",
    "Revenir à la copie",
)];
pub const CHOOSE: Table =
    &[bind(&[ENTER, SPACE], Action::Enter, "Choisir", "Appliquer le réglage choisi")];
pub const KEYS: Table = &[
    bind(&[ENTER], Action::Enter, "Changer", "Donner une autre touche à l’action choisie"),
    bind(&[TAB], Action::AddKey, "Ajouter", "Donner une touche de plus à l’action choisie"),
    bind(
        &[Key::plain(Code::Delete)],
        Action::RestoreKeys,
        "Rétablir",
        "Rendre à l’action choisie ses touches d’origine",
    ),
];
pub const KEYS_TYPING: Table = &[
    bind(&[LEFT], Action::Left, "", "Aller à gauche dans le texte cherché"),
    bind(&[RIGHT], Action::Right, "", "Aller à droite dans le texte cherché"),
    bind(
        &[Key::plain(Code::Backspace)],
        Action::Erase,
        "",
        "Effacer le texte cherché\u{a0}; quand il est vide, rendre ses touches à l’action",
    ),
];
pub const NEW_KEY: Table =
    &[bind(&[ESCAPE], Action::Cancel, "Renoncer", "Garder les touches comme elles sont")];
pub const AGAIN: Table = &[
    bind(&[ENTER], Action::Enter, "Recommencer", "Recommencer la question depuis le début"),
    bind(&[ESCAPE, Key::char('n'), Key::char('q')], Action::Back, "Garder", "Ne rien changer"),
    bind(&[Key::ctrl('c')], Action::Quit, "", "Quitter le tuteur"),
];
pub const LEAVE: Table = &[
    bind(&[ENTER, Key::ctrl('c')], Action::Quit, "Quitter", "Quitter le tuteur"),
    bind(&[ESCAPE, Key::char('n')], Action::Back, "Rester", "Rester"),
];
/// A card that scrolls.
pub(super) const LINES: Table = &[
    bind(&[UP, Key::char('k')], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN, Key::char('j')], Action::Down, "", "Descendre d’une ligne"),
];
