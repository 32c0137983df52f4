//! The binding tables, and which of them apply in each context.

use super::pages::{
    AGAIN, BACK_TO_COPY, BACK_TO_FIELD, CHOOSE, CLOSE_PALETTE, DRAW_ANNEXES, DRAW_RESULTS, EXPORT,
    FILTER, FIND, FIND_QUIETLY, HUNT, KEYS, KEYS_TYPING, LEAVE, LEAVE_FILTER, LINES, LINKS,
    LOOK_UP, NEW_KEY, PICK, PICK_UP, PICKING, POINT, RETURN, ROWS, RUN, SEEK, TYPING, VIEWS,
};
use super::profiles::{ERASE_PROFILE, ERASE_SURELY, NAME, NAMING, PROFILES, WHO};
use super::reading::{COMPARE, MARKING, REVIEW, SCROLL_TEXTS};
use super::wall::{JUMP, PROJECTION};
use super::writing::{ADD, EDIT, UNDO, WRITE};
use super::{Binding, Context};
use crate::tui::msg::{Action, Code, Key};

pub(super) type Table = &'static [Binding];

/// The tables of a context, in the order of the key bar. Help comes last: it always stays in sight.
pub fn tables(context: Context) -> &'static [Table] {
    match context {
        Context::Home => &[HOME, WHO, LIST, SHELL, ASK],
        Context::Document => &[READ, SCROLL, STEPS, PANE, HUNT, SEEK, LETTERS_BACK, SHELL, ASK],
        Context::Statement => &[READ, SCROLL_ONLY, STEPS, PANE, HUNT, SEEK, BACK, SHELL, ASK],
        Context::Number => &[
            CHECK, TAB_PANE, CARRY, LADDER, LOOK_UP, PICK_UP, HUNT, STEPS, PANE, LINE, UNDO, PAGES,
            FIND, BACK, STOP, ASK,
        ],
        Context::Grid => &[
            CHECK, CELLS, CARRY, LADDER, LOOK_UP, PICK, HUNT, PANE_SHOWN, STEPS, ERASE, UNDO,
            PAGES, FIND, BACK, STOP, ASK,
        ],
        Context::Picking => &[PICKING, BACK_TO_FIELD, STOP, F1],
        Context::Choice => &[
            CHECK,
            OPTIONS,
            TAB_PANE,
            LADDER,
            HUNT,
            STEPS,
            PANE,
            PAGES,
            SEEK,
            LETTERS_BACK,
            SHELL,
            ASK,
        ],
        Context::Editor => {
            &[WRITE, LADDER, TAB_PANE, STEPS, PANE, EDIT, UNDO, PAGES, SEEK, BACK, STOP, F1]
        }
        Context::Review => {
            &[REVIEW, TAB_PANE, LADDER, STEPS, PANE, PAGES, SEEK, LETTERS_BACK, SHELL, ASK]
        }
        Context::Compare => &[COMPARE, SCROLL_TEXTS, STEPS, PANE, SEEK, LETTERS_BACK, SHELL, ASK],
        Context::OwnPoint => &[ADD, LINE, UNDO, STOP, F1],
        Context::Marking => {
            &[MARKING, TAB_PANE, LADDER, STEPS, PANE, PAGES, SEEK, LETTERS_BACK, SHELL, ASK]
        }
        Context::Summary => &[GO_ON, HUNT_HERE, SCROLL_PAGE, FIND, LETTERS_BACK, SHELL, ASK],
        Context::Projection => &[PROJECTION, SHELL, ASK],
        Context::Jump => &[JUMP, SHELL, ASK],
        Context::Memo => &[FILTER, ROWS, TYPING, FIND, LEAVE_FILTER, SHELL, F1],
        Context::Entry => &[LINKS, SCROLL_PAGE, FIND, RETURN, SHELL, ASK],
        Context::Progress => &[VIEWS, SCROLL_PAGE, EXPORT, FIND, RETURN, SHELL, ASK],
        Context::Settings => &[CHOOSE, ROWS, FIND, RETURN, SHELL, ASK],
        Context::Profiles => &[PROFILES, ROWS, FIND_QUIETLY, RETURN, SHELL, ASK],
        Context::ProfileName => &[NAME, NAMING, STOP, F1],
        Context::ProfileErase => &[ERASE_PROFILE, STOP],
        Context::ProfileEraseSurely => &[ERASE_SURELY, STOP],
        Context::Keys => &[KEYS, ROWS, KEYS_TYPING, FIND, LEAVE_FILTER, SHELL, F1],
        Context::NewKey => &[NEW_KEY, STOP],
        Context::Hunt => &[POINT, FIND, RETURN, SHELL, ASK],
        Context::HuntReading => &[BACK_TO_COPY, SCROLL, FIND, RETURN, SHELL, ASK],
        Context::Palette => &[RUN, ROWS, TYPING, CLOSE_PALETTE, SHELL, F1],
        Context::Help => &[CLOSE_HELP, SCROLL_PAGE, FIND_QUIETLY, SHELL],
        Context::Why => &[CLOSE, LINES, FIND_QUIETLY, SHELL, ASK],
        Context::Restart => &[AGAIN],
        Context::Leave => &[LEAVE],
    }
}

pub(super) const fn bind(
    keys: &'static [Key],
    action: Action,
    bar: &'static str,
    about: &'static str,
) -> Binding {
    Binding { keys, action, bar, about }
}

pub(super) const fn shift(code: Code) -> Key {
    Key { shift: true, ..Key::plain(code) }
}

pub(super) const fn alt(code: Code) -> Key {
    Key { alt: true, ..Key::plain(code) }
}

pub(super) const fn ctrl(code: Code) -> Key {
    Key { ctrl: true, ..Key::plain(code) }
}

pub(super) const ENTER: Key = Key::plain(Code::Enter);
pub(super) const ESCAPE: Key = Key::plain(Code::Escape);
pub(super) const TAB: Key = Key::plain(Code::Tab);
pub(super) const UP: Key = Key::plain(Code::Up);
pub(super) const DOWN: Key = Key::plain(Code::Down);
pub(super) const LEFT: Key = Key::plain(Code::Left);
pub(super) const RIGHT: Key = Key::plain(Code::Right);
pub(super) const SPACE: Key = Key::char(' ');

pub(super) const ERASE_WORD: Binding = bind(
    &[Key::ctrl('w'), ctrl(Code::Backspace), alt(Code::Backspace)],
    Action::EraseWord,
    "",
    "Effacer le mot de gauche",
);
pub(super) const ERASE_LINE: Binding =
    bind(&[Key::ctrl('u')], Action::EraseLine, "", "Effacer jusqu’au début de la ligne");

const ASK: Table =
    &[bind(&[Key::f(1), Key::char('?')], Action::Help, "Aide", "Afficher ou fermer l’aide")];
const F1: Table = &[bind(&[Key::f(1)], Action::Help, "Aide", "Afficher ou fermer l’aide")];
const STOP: Table = &[bind(&[Key::ctrl('c')], Action::Quit, "", "Quitter le tuteur")];
const SHELL: Table = &[
    bind(&[Key::ctrl('c')], Action::Quit, "", "Quitter le tuteur"),
    bind(
        &[Key::ctrl('z')],
        Action::Suspend,
        "",
        "Revenir au terminal sans quitter (fg pour revenir)",
    ),
];
const BACK: Table = &[bind(
    &[ESCAPE],
    Action::Back,
    "Accueil",
    "Revenir à l’accueil, ou à la fiche du mémo d’où l’on vient\u{a0}; tout est gardé",
)];
const LETTERS_BACK: Table = &[bind(
    &[ESCAPE, Key::char('q')],
    Action::Back,
    "Accueil",
    "Revenir à l’accueil, ou à la fiche du mémo d’où l’on vient\u{a0}; tout est gardé",
)];

const HUNT_KEY: Binding = bind(
    &[Key::char('e'), Key::f(9), Key::ctrl('f')],
    Action::Hunt,
    "Trouver l’erreur",
    "Trouver l’erreur dans la copie d’un élève, sur le sujet ou la question choisie",
);
const HUNT_HERE: Table = &[HUNT_KEY];
const HOME: Table = &[
    bind(&[ENTER], Action::Enter, "Ouvrir", "Ouvrir la question, ou déplier le sujet"),
    bind(&[Key::char('r')], Action::Resume, "Reprendre", "Reprendre là où vous en étiez"),
    bind(
        &[Key::char('m')],
        Action::Memo,
        "Mémo",
        "Ouvrir le mémo\u{a0}: formules, repères, pièges",
    ),
    HUNT_KEY,
    bind(&[Key::char('p')], Action::Progress, "Progrès", "Voir vos progrès"),
    bind(
        &[Key::char('/'), Key::ctrl('p')],
        Action::Palette,
        "Chercher",
        "Chercher partout\u{a0}: sujets, questions, mémo, actions",
    ),
    bind(&[Key::char('g')], Action::Settings, "Réglages", "Ouvrir les réglages"),
    project("Projeter"),
    bind(&[Key::char('q')], Action::Quit, "Quitter", "Quitter le tuteur"),
    bind(&[ESCAPE], Action::Back, "", "Replier le sujet, puis quitter"),
    bind(&[Key::char('1')], Action::Paper(1), "", "Aller au premier sujet"),
    bind(&[Key::char('2')], Action::Paper(2), "", "Aller au deuxième sujet"),
    bind(&[Key::char('3')], Action::Paper(3), "", "Aller au troisième sujet"),
    bind(&[Key::char('4')], Action::Paper(4), "", "Aller au quatrième sujet"),
    bind(&[Key::char('5')], Action::Paper(5), "", "Aller au cinquième sujet"),
    bind(&[Key::char('6')], Action::Paper(6), "", "Aller au sixième sujet"),
    bind(&[Key::char('7')], Action::Paper(7), "", "Aller au septième sujet"),
    bind(&[Key::char('8')], Action::Paper(8), "", "Aller au huitième sujet"),
    bind(&[Key::char('9')], Action::Paper(9), "", "Aller au neuvième sujet"),
];
const LIST: Table = &[
    bind(&[UP, Key::char('k')], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN, Key::char('j')], Action::Down, "", "Descendre d’une ligne"),
    bind(&[ctrl(Code::Up)], Action::ScrollUp, "", "Remonter dans le texte affiché à côté"),
    bind(&[ctrl(Code::Down)], Action::ScrollDown, "", "Descendre dans le texte affiché à côté"),
    bind(&[RIGHT], Action::Right, "", "Déplier le sujet"),
    bind(&[LEFT], Action::Left, "", "Replier le sujet"),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Monter d’une page"),
    bind(&[Key::plain(Code::PageDown)], Action::PageDown, "", "Descendre d’une page"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin"),
];

/// Many terminals keep F11 for themselves.
const fn project(bar: &'static str) -> Binding {
    const KEYS: &[Key] = &[Key::f(11), Key::ctrl('t')];
    bind(KEYS, Action::Project, bar, "Projeter la question en grand, pour une classe")
}

const READ: Table = &[bind(&[ENTER, TAB], Action::SwitchPane, "Répondre", "Passer à la réponse")];
const SCROLL: Table = &[
    bind(&[UP, Key::char('k')], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN, Key::char('j')], Action::Down, "Défiler", "Descendre d’une ligne"),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Monter d’une page"),
    bind(&[Key::plain(Code::PageDown), SPACE], Action::PageDown, "", "Descendre d’une page"),
    bind(&[LEFT], Action::Left, "", "Voir les colonnes de gauche d’un tableau large"),
    bind(&[RIGHT], Action::Right, "Colonnes", "Voir les colonnes de droite d’un tableau large"),
    DRAW_ANNEXES,
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin"),
];
/// The same without a letter: those are typed.
const SCROLL_ONLY: Table = &[
    bind(&[UP], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN], Action::Down, "Défiler", "Descendre d’une ligne"),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Monter d’une page"),
    bind(&[Key::plain(Code::PageDown)], Action::PageDown, "", "Descendre d’une page"),
    bind(&[LEFT], Action::Left, "", "Voir les colonnes de gauche d’un tableau large"),
    bind(&[RIGHT], Action::Right, "Colonnes", "Voir les colonnes de droite d’un tableau large"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin"),
];
const SCROLL_PAGE: Table = &[
    bind(&[UP, Key::char('k')], Action::Up, "", "Monter d’une ligne"),
    bind(&[DOWN, Key::char('j')], Action::Down, "Défiler", "Descendre d’une ligne"),
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Monter d’une page"),
    bind(&[Key::plain(Code::PageDown), SPACE], Action::PageDown, "", "Descendre d’une page"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller au début"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la fin"),
];
const PAGES: Table = &[
    bind(&[Key::plain(Code::PageUp)], Action::PageUp, "", "Remonter d’une page"),
    bind(&[Key::plain(Code::PageDown)], Action::PageDown, "", "Descendre d’une page"),
];
const CHECK: Table =
    &[bind(&[ENTER], Action::Enter, "Vérifier", "Vérifier la réponse, puis continuer")];
const TAB_PANE: Table =
    &[bind(&[TAB], Action::SwitchPane, "Énoncé", "Passer de la réponse à l’énoncé")];
/// The pane key where Tab is taken: shown in the bar there, in the help everywhere.
const PANE_SHOWN: Table = &[pane("Énoncé")];
const PANE: Table = &[pane("")];

const PANE_KEYS: &[Key] = &[Key::f(6), Key::ctrl('d')];

const fn pane(bar: &'static str) -> Binding {
    bind(PANE_KEYS, Action::SwitchPane, bar, "Passer de l’énoncé à la réponse et retour")
}

const LADDER: Table = &[
    bind(
        &[Key::f(2), Key::ctrl('k')],
        Action::Hint,
        "Indice",
        "Un échelon d’aide de plus\u{a0}: indice, méthode, calcul posé, résultat, interprétation",
    ),
    bind(
        &[Key::f(3), Key::ctrl('r')],
        Action::Why,
        "Pourquoi\u{a0}?",
        "Comprendre le verdict\u{a0}: ce qui a été lu, à quelle distance on est",
    ),
];
const CARRY: Table = &[bind(
    &[Key::f(4)],
    Action::Carry,
    "Résultat du corrigé",
    "Continuer avec vos résultats précédents, ou avec ceux du corrigé",
)];
const STEPS: Table = &[
    bind(&[Key::f(7), alt(Code::Left)], Action::PreviousStep, "", "Revenir à l’étape précédente"),
    bind(&[Key::f(8), alt(Code::Right)], Action::NextStep, "Passer", "Passer à l’étape suivante"),
    project(""),
    DRAW_RESULTS,
    bind(&[RESTART], Action::Restart, "", "Recommencer la question depuis le début"),
];
const ERASE: Table = &[
    bind(&[Key::plain(Code::Backspace)], Action::Erase, "", "Effacer le caractère de gauche"),
    bind(&[Key::plain(Code::Delete)], Action::EraseNext, "", "Effacer le caractère de droite"),
    ERASE_WORD,
    ERASE_LINE,
];
const LINE: Table = &[
    bind(&[Key::plain(Code::Backspace)], Action::Erase, "", "Effacer le caractère de gauche"),
    bind(&[Key::plain(Code::Delete)], Action::EraseNext, "", "Effacer le caractère de droite"),
    ERASE_WORD,
    ERASE_LINE,
    bind(&[LEFT], Action::Left, "", "Aller à gauche"),
    bind(&[RIGHT], Action::Right, "", "Aller à droite"),
    bind(&[DOWN], Action::Down, "", "Faire défiler d’une ligne vers le bas"),
    bind(
        &[Key::plain(Code::Home), Key::ctrl('a')],
        Action::LineStart,
        "",
        "Aller au début du champ",
    ),
    bind(&[Key::plain(Code::End), Key::ctrl('e')], Action::LineEnd, "", "Aller à la fin du champ"),
];
const CELLS: Table = &[
    bind(&[TAB], Action::NextField, "Suivante", "Aller à la case vide suivante"),
    bind(&[shift(Code::Tab)], Action::PreviousField, "", "Aller à la case vide précédente"),
    bind(&[UP], Action::Up, "", "Aller à la case du dessus"),
    bind(&[DOWN], Action::Down, "", "Aller à la case du dessous"),
    bind(&[LEFT], Action::Left, "", "Aller à la case de gauche"),
    bind(&[RIGHT], Action::Right, "", "Aller à la case de droite"),
    bind(&[Key::plain(Code::Home)], Action::Home, "", "Aller à la première case"),
    bind(&[Key::plain(Code::End)], Action::End, "", "Aller à la dernière case"),
];
const OPTIONS: Table = &[
    bind(&[SPACE], Action::Toggle, "Cocher", "Cocher ou décocher la proposition"),
    bind(&[UP, Key::char('k')], Action::Up, "", "Aller à la proposition du dessus"),
    bind(&[DOWN, Key::char('j')], Action::Down, "", "Aller à la proposition du dessous"),
    bind(&[Key::char('1')], Action::Option(1), "", "Cocher la proposition 1"),
    bind(&[Key::char('2')], Action::Option(2), "", "Cocher la proposition 2"),
    bind(&[Key::char('3')], Action::Option(3), "", "Cocher la proposition 3"),
    bind(&[Key::char('4')], Action::Option(4), "", "Cocher la proposition 4"),
    bind(&[Key::char('5')], Action::Option(5), "", "Cocher la proposition 5"),
    bind(&[Key::char('6')], Action::Option(6), "", "Cocher la proposition 6"),
    bind(&[Key::char('7')], Action::Option(7), "", "Cocher la proposition 7"),
    bind(&[Key::char('8')], Action::Option(8), "", "Cocher la proposition 8"),
    bind(&[Key::char('9')], Action::Option(9), "", "Cocher la proposition 9"),
];
const GO_ON: Table = &[
    bind(&[ENTER], Action::Enter, "Question suivante", "Passer à la question suivante"),
    bind(&[Key::char('r')], Action::Resume, "Compléter", "Reprendre la première étape inachevée"),
    bind(
        &[Key::char('n'), RESTART],
        Action::Restart,
        "Recommencer",
        "Recommencer la question depuis le début",
    ),
];
const CLOSE_HELP: Table = &[
    bind(&[ESCAPE, ENTER, Key::char('q')], Action::Back, "Fermer", "Fermer l’aide"),
    bind(&[Key::f(1), Key::char('?')], Action::Help, "", "Fermer l’aide"),
];
const CLOSE: Table = &[
    bind(
        &[Key::f(3), Key::ctrl('r')],
        Action::Why,
        "Voir l’intervalle accepté",
        "Voir l’intervalle accepté (compte comme résultat montré), puis fermer",
    ),
    bind(&[ESCAPE, ENTER, Key::char('q')], Action::Back, "Fermer", "Fermer l’explication"),
];
const RESTART: Key = Key::ctrl('n');
