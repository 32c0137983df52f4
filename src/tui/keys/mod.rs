//! Which key does what, where. One table per context makes the key bar, the help page and the
//! meaning of every key press, so that the three cannot disagree.

mod command;
mod keymap;
mod names;
mod pages;
mod profiles;
mod reading;
mod tables;
mod terminal;
mod text;
mod wall;
mod writing;

pub use command::{Command, sections, together};
pub use keymap::{Bound, Keymap};
pub use names::{all_names, name};
pub use tables::tables;
pub use terminal::input;

use super::msg::{Action, Code, Key};

/// Where keys are being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    Home,
    Document,
    Statement,
    Number,
    Grid,
    Picking,
    Choice,
    Editor,
    Review,
    Compare,
    OwnPoint,
    Marking,
    Summary,
    Projection,
    Jump,
    Memo,
    Entry,
    Progress,
    Settings,
    Profiles,
    ProfileName,
    ProfileErase,
    ProfileEraseSurely,
    Keys,
    NewKey,
    Hunt,
    HuntReading,
    Palette,
    Help,
    Why,
    Restart,
    Leave,
}

impl Context {
    /// In the order of the help page.
    pub const ALL: [Context; 32] = [
        Context::Home,
        Context::Document,
        Context::Statement,
        Context::Number,
        Context::Grid,
        Context::Picking,
        Context::Choice,
        Context::Editor,
        Context::Review,
        Context::Compare,
        Context::OwnPoint,
        Context::Marking,
        Context::Summary,
        Context::Projection,
        Context::Jump,
        Context::Memo,
        Context::Entry,
        Context::Progress,
        Context::Settings,
        Context::Profiles,
        Context::ProfileName,
        Context::ProfileErase,
        Context::ProfileEraseSurely,
        Context::Keys,
        Context::NewKey,
        Context::Hunt,
        Context::HuntReading,
        Context::Palette,
        Context::Help,
        Context::Why,
        Context::Restart,
        Context::Leave,
    ];

    /// The name of the context in the help page.
    pub fn title(self) -> &'static str {
        match self {
            Context::Home => "Accueil",
            Context::Document => "Lire l’énoncé et les annexes",
            Context::Statement => "Lire l’énoncé d’une réponse à écrire",
            Context::Number => "Répondre par un nombre",
            Context::Grid => "Compléter un tableau",
            Context::Picking => "Relever un chiffre dans une annexe",
            Context::Choice => "Choisir une ou plusieurs réponses",
            Context::Editor => "Rédiger",
            Context::Review => "Relire sa rédaction",
            Context::Compare => "Comparer son texte et le modèle",
            Context::OwnPoint => "Ajouter un point à sa rédaction",
            Context::Marking => "Évaluer sa réflexion structurée",
            Context::Summary => "Bilan de la question",
            Context::Projection => "Projeter une question",
            Context::Jump => "Choisir la question à projeter",
            Context::Memo => "Mémo",
            Context::Entry => "Fiche du mémo",
            Context::Progress => "Progrès",
            Context::Settings => "Réglages",
            Context::Profiles => "Profils",
            Context::ProfileName => "Nommer un profil",
            Context::ProfileErase => "Supprimer un profil",
            Context::ProfileEraseSurely => "Supprimer un profil pour toujours",
            Context::Keys => "Choisir les touches",
            Context::NewKey => "Donner une touche",
            Context::Hunt => "Trouver l’erreur",
            Context::HuntReading => "Lire l’énoncé d’une copie",
            Context::Palette => "Chercher partout",
            Context::Help => "Aide",
            Context::Why => "Pourquoi\u{a0}?",
            Context::Restart => "Recommencer la question",
            Context::Leave => "Quitter",
        }
    }

    /// Characters that no binding takes are typed into a field: beside the énoncé of a step that has
    /// one too, the keys go there.
    fn types(self) -> bool {
        matches!(
            self,
            Context::Statement
                | Context::Number
                | Context::Grid
                | Context::Picking
                | Context::Editor
                | Context::OwnPoint
                | Context::Memo
                | Context::ProfileName
                | Context::Keys
                | Context::Palette
        )
    }
}

/// Some keys, what they do, and how this is said.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub keys: &'static [Key],
    pub action: Action,
    /// One or two words for the key bar; empty where the bar does not show it.
    pub bar: &'static str,
    /// A sentence for the help page.
    pub about: &'static str,
}

/// The bindings of a context as the tables have them, in the order of the key bar. What is in
/// force is told by [`Keymap`].
fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> + Clone {
    tables(context).iter().copied().flatten()
}

/// A key that is no command, in a context with a field.
fn typed(context: Context, key: Key) -> Option<Action> {
    match key {
        Key { code: Code::Char(c), ctrl: false, alt: false, .. }
            if context.types() && !c.is_control() =>
        {
            Some(Action::Type(c))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_has_two_meanings_in_a_context() {
        for context in Context::ALL {
            let mut seen = HashSet::new();
            for binding in bindings(context) {
                for key in binding.keys {
                    assert!(seen.insert(*key), "{context:?}: {}", name(*key));
                }
            }
        }
    }

    #[test]
    fn every_binding_is_explained_in_a_sentence() {
        for context in Context::ALL {
            for binding in bindings(context) {
                assert!(!binding.keys.is_empty());
                let about = binding.about;
                assert!(about.chars().next().is_some_and(char::is_uppercase), "{about:?}");
                assert!(!about.ends_with('.'), "{about:?}");
            }
        }
    }

    #[test]
    fn every_context_leads_back_and_to_the_help() {
        for context in Context::ALL {
            let reached: HashSet<Action> = bindings(context).map(|b| b.action).collect();
            let back = [Action::Back, Action::Cancel];
            assert!(back.iter().any(|action| reached.contains(action)), "{context:?}");
            assert!(reached.contains(&Action::Help) || asks(context), "{context:?}");
        }
    }

    /// A question of one line needs no help.
    fn asks(context: Context) -> bool {
        matches!(
            context,
            Context::Leave
                | Context::Restart
                | Context::NewKey
                | Context::ProfileErase
                | Context::ProfileEraseSurely
        )
    }

    #[test]
    fn letters_type_where_there_is_a_field() {
        let keymap = Keymap::default();
        let reads = |context, key| keymap.action(context, key);
        assert_eq!(reads(Context::Number, Key::char('q')), Some(Action::Type('q')));
        assert_eq!(reads(Context::Editor, Key::char('?')), Some(Action::Type('?')));
        assert_eq!(reads(Context::Home, Key::char('q')), Some(Action::Quit));
        assert_eq!(reads(Context::Number, Key::ctrl('q')), None);
        assert_eq!(reads(Context::Number, Key::char('\u{7}')), None);
    }
}
