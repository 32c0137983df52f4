//! The binding tables of the profiles: the page, naming one, erasing one.

use super::tables::{ENTER, ERASE_LINE, ERASE_WORD, ESCAPE, LEFT, RIGHT, Table, bind};
use crate::tui::msg::{Action, Code, Key};

const DELETE: Key = Key::plain(Code::Delete);

pub const WHO: Table =
    &[bind(&[Key::char('u')], Action::Profiles, "", "Changer de profil, ou travailler en invité")];
pub const PROFILES: Table = &[
    bind(&[ENTER], Action::Enter, "Ouvrir", "Travailler sous le profil choisi, ou en invité"),
    bind(&[Key::char('n')], Action::NewProfile, "Nouveau", "Créer un profil et l’ouvrir"),
    bind(&[Key::char('r')], Action::Rename, "Renommer", "Donner un autre nom au profil choisi"),
    bind(
        &[DELETE, Key::char('x')],
        Action::EraseProfile,
        "Supprimer",
        "Effacer le profil choisi et tout ce qui en est gardé, après deux confirmations",
    ),
];
pub const NAME: Table = &[
    bind(&[ENTER], Action::Enter, "Valider", "Donner ce nom au profil"),
    bind(&[ESCAPE], Action::Cancel, "Renoncer", "Revenir à la liste sans rien changer"),
];
pub const NAMING: Table = &[
    bind(&[Key::plain(Code::Backspace)], Action::Erase, "", "Effacer le caractère de gauche"),
    bind(&[DELETE], Action::EraseNext, "", "Effacer le caractère de droite"),
    ERASE_WORD,
    ERASE_LINE,
    bind(&[LEFT], Action::Left, "", "Aller à gauche dans le nom"),
    bind(&[RIGHT], Action::Right, "", "Aller à droite dans le nom"),
    bind(&[Key::plain(Code::Home), Key::ctrl('a')], Action::LineStart, "", "Aller au début du nom"),
    bind(&[Key::plain(Code::End), Key::ctrl('e')], Action::LineEnd, "", "Aller à la fin du nom"),
];
pub const ERASE_PROFILE: Table = &[
    bind(&[ENTER], Action::Enter, "Continuer", "Passer à la dernière confirmation"),
    bind(&[ESCAPE, Key::char('n'), Key::char('q')], Action::Back, "Garder", "Ne rien supprimer"),
];
/// Not the key of the first confirmation: one held down keeps everything.
pub const ERASE_SURELY: Table = &[
    bind(
        &[DELETE, Key::char('x')],
        Action::EraseProfile,
        "Tout effacer",
        "Effacer le profil pour toujours",
    ),
    bind(
        &[ENTER, ESCAPE, Key::char('n'), Key::char('q')],
        Action::Back,
        "Garder",
        "Ne rien supprimer",
    ),
];
