//! Who works, line by line: reading what is asked after `profil`, and doing it on the shelf.

use super::command::fold;
use super::session::Session;
use super::words::{index, typed};
use crate::number::french::count;
use crate::store::{Error, Name, NameError, Profile, ProfileLine, Shelf, Who};

/// What is asked of the profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Who there is.
    List,
    /// By its number in the list, or its name.
    Open(String),
    Guest,
    New(String),
    /// The one in hand.
    Rename(String),
    /// What erasing would take away.
    Warn(String),
    Erase(String),
}

impl Ask {
    /// Reads what follows the word `profil`.
    pub fn read(words: &str) -> Ask {
        let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        let rest = rest.trim().to_owned();
        match fold(first).as_str() {
            "" => Ask::List,
            "invite" | "invitee" if rest.is_empty() => Ask::Guest,
            "nouveau" if !rest.is_empty() => Ask::New(rest),
            "renommer" if !rest.is_empty() => Ask::Rename(rest),
            "supprimer" if !rest.is_empty() => Ask::Warn(rest),
            "effacer" if !rest.is_empty() => Ask::Erase(rest),
            _ => Ask::Open(words.to_owned()),
        }
    }
}

/// What to say of who sits, at the start or after a change.
pub fn who(shelf: &Shelf) -> Option<String> {
    let owner = shelf.journal().owner();
    match owner {
        _ if shelf.guest() => {
            Some("Vous êtes invité\u{a0}: aucun profil n’est lu, rien ne sera gardé.".to_owned())
        }
        Some(owner) if owner.created => {
            Some(format!("Nouveau profil «\u{a0}{}\u{a0}».", owner.profile.name))
        }
        Some(owner) if !owner.alone => Some(format!(
            "Profil «\u{a0}{}\u{a0}»\u{a0}; «\u{a0}profil\u{a0}» dit comment en changer.",
            owner.profile.name
        )),
        _ => None,
    }
}

/// Does what is asked, and says what came of it.
pub fn obey(ask: Ask, shelf: &mut Shelf, session: &mut Session) {
    if let Err(why) = done(ask, shelf, session) {
        session.tell(&why);
    }
}

fn done(ask: Ask, shelf: &mut Shelf, session: &mut Session) -> Result<(), String> {
    match ask {
        Ask::List => list(shelf, session),
        Ask::Open(words) => {
            let id = found(shelf, &words)?.id;
            sit(shelf, session, &Who::This(id))
        }
        Ask::Guest => sit(shelf, session, &Who::Guest),
        Ask::New(words) => sit(shelf, session, &Who::New(name(&words)?)),
        Ask::Rename(words) => rename(shelf, session, name(&words)?),
        Ask::Warn(words) => {
            let Profile { name, .. } = found(shelf, &words)?;
            session.tell(&format!(
                "Les réponses, les brouillons et les réglages de «\u{a0}{name}\u{a0}» seront effacés de cet \
                 ordinateur, pour toujours. Pour le faire, tapez «\u{a0}profil effacer {name}\u{a0}»."
            ));
            Ok(())
        }
        Ask::Erase(words) => erase(shelf, session, &found(shelf, &words)?),
    }
}

fn list(shelf: &Shelf, session: &mut Session) -> Result<(), String> {
    let lines = shelf.profiles().map_err(sentence)?;
    let sits = shelf.journal().owner().map(|owner| owner.profile.id);
    session.tell("Profils");
    for (at, ProfileLine { profile, answers, .. }) in lines.iter().enumerate() {
        let here = if sits == Some(profile.id) { ", ouvert" } else { "" };
        let answers = count(usize::try_from(*answers).unwrap_or(usize::MAX), "réponse", "réponses");
        session.tell(&format!("{}. {}{here}\u{a0}: {answers}.", at + 1, profile.name));
    }
    if shelf.guest() {
        session.tell("Vous êtes invité\u{a0}: rien n’est gardé.");
    }
    session.tell(
        "«\u{a0}profil\u{a0}» suivi d’un numéro ou d’un nom ouvre ce profil\u{a0}; «\u{a0}profil nouveau\u{a0}» suivi d’un \
         nom en crée un\u{a0}; «\u{a0}profil invité\u{a0}» ne garde rien\u{a0}; «\u{a0}profil renommer\u{a0}» change le nom de \
         celui qui est ouvert\u{a0}; «\u{a0}profil supprimer\u{a0}» en efface un.",
    );
    Ok(())
}

fn sit(shelf: &mut Shelf, session: &mut Session, who: &Who) -> Result<(), String> {
    shelf.switch(who).map_err(sentence)?;
    seat(shelf, session)
}

/// The session goes on with whoever the shelf is open for.
fn seat(shelf: &Shelf, session: &mut Session) -> Result<(), String> {
    let loaded = shelf.journal().load();
    let (loaded, unread) = match loaded {
        Ok(loaded) => (loaded, None),
        Err(error) => (Default::default(), Some(error)),
    };
    if let Some(owner) = shelf.journal().owner().filter(|owner| owner.alone && !owner.created) {
        session.tell(&format!("Profil «\u{a0}{}\u{a0}».", owner.profile.name));
    }
    who(shelf).into_iter().for_each(|words| session.tell(&words));
    session.seat(loaded.history(), loaded.drafts, shelf.journal().records());
    unread.map_or(Ok(()), |error| Err(sentence(error)))
}

fn rename(shelf: &mut Shelf, session: &mut Session, name: Name) -> Result<(), String> {
    let owner = shelf.journal().owner().ok_or("Aucun profil n’est ouvert.")?;
    let id = owner.profile.id;
    shelf.rename(id, &name).map_err(sentence)?;
    session.tell(&format!("Le profil ouvert s’appelle maintenant «\u{a0}{name}\u{a0}»."));
    Ok(())
}

fn erase(shelf: &mut Shelf, session: &mut Session, profile: &Profile) -> Result<(), String> {
    let own = shelf.erase(profile.id).map_err(sentence)?;
    session.tell(&format!(
        "«\u{a0}{}\u{a0}» et tout ce qui en était gardé sont effacés.",
        profile.name
    ));
    if own { seat(shelf, session) } else { Ok(()) }
}

/// The profile a number of the list or a name stands for.
fn found(shelf: &Shelf, words: &str) -> Result<Profile, String> {
    let lines = shelf.profiles().map_err(sentence)?;
    let named = |key: String| lines.iter().find(|line| line.profile.name.key() == key);
    let named = Name::read(words).ok().and_then(|name| named(name.key()));
    let numbered = || index(words, lines.len()).and_then(|at| lines.get(at));
    let line = named.or_else(numbered);
    line.map(|line| line.profile.clone()).ok_or_else(|| {
        format!(
            "Aucun profil {}\u{a0}; «\u{a0}profil\u{a0}» en donne la liste, «\u{a0}profil nouveau\u{a0}» suivi d’un nom en crée un.",
            typed(words)
        )
    })
}

fn name(words: &str) -> Result<Name, String> {
    Name::read(words).map_err(|error: NameError| format!("{error}."))
}

fn sentence(error: Error) -> String {
    format!("{error}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_word_is_read() {
        for (words, expected) in [
            ("", Ask::List),
            ("2", Ask::Open("2".into())),
            ("Léa Martin", Ask::Open("Léa Martin".into())),
            ("INVITÉ", Ask::Guest),
            ("nouveau  Tom B", Ask::New("Tom B".into())),
            ("nouveau", Ask::Open("nouveau".into())),
            ("renommer Lou", Ask::Rename("Lou".into())),
            ("supprimer 2", Ask::Warn("2".into())),
            ("effacer Tom", Ask::Erase("Tom".into())),
        ] {
            assert_eq!(Ask::read(words), expected, "{words:?}");
        }
    }
}
