//! The words that deny, and those that only seem to.

/// What a word does to the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// `pas`, `aucun`, `jamais`…: what follows, and the verb between `ne` and it.
    Adverb,
    /// `absence`, `sans`, `dépourvu`…: what follows.
    Forward,
    /// `absent`, `manquant`, `introuvable`…: what comes before.
    Backward,
    /// `manque`: what follows or what comes before, according to the sentence.
    Manque,
    /// `peu`, `mal`, `non`: the next words only.
    Near,
}

const ADVERBS: [&str; 10] =
    ["pas", "aucun", "aucune", "aucuns", "jamais", "guere", "ni", "rien", "plus", "personne"];
const FORWARD: [&str; 23] = [
    "absence",
    "absences",
    "sans",
    "depourvu",
    "depourvue",
    "depourvus",
    "depourvues",
    "denue",
    "denuee",
    "prive",
    "privee",
    "inexistence",
    "oubli",
    "carence",
    "penurie",
    "faute",
    "impossible",
    "impossibilite",
    "exempt",
    "zero",
    "indisponibilite",
    "disparition",
    "suppression",
];
const BACKWARD: [&str; 22] = [
    "absent",
    "absente",
    "absents",
    "absentes",
    "manquant",
    "manquante",
    "manquants",
    "manquantes",
    "inexistant",
    "inexistante",
    "inexistants",
    "inexistantes",
    "introuvable",
    "introuvables",
    "invisible",
    "invisibles",
    "indisponible",
    "indisponibles",
    "inaccessible",
    "inaccessibles",
    "oublie",
    "oubliee",
];
const MANQUE: [&str; 6] = ["manque", "manquent", "manques", "manquait", "manquer", "manquerait"];
const NEAR: [&str; 4] = ["peu", "mal", "non", "insuffisamment"];

/// The predicates that say whether something is there: denied, they deny their subject.
const EXISTENCE: &[&str] = &[
    "existe",
    "existent",
    "exister",
    "present",
    "presente",
    "presents",
    "presentes",
    "visible",
    "visibles",
    "apparait",
    "apparaissent",
    "figure",
    "figurent",
    "disponible",
    "disponibles",
    "affiche",
    "affichee",
    "affiches",
    "affichees",
    "propose",
    "proposee",
    "proposes",
    "proposees",
    "indique",
    "indiquee",
    "indiques",
    "indiquees",
    "mentionne",
    "mentionnee",
    "mentionnes",
    "mentionnees",
    "precise",
    "precisee",
    "precises",
    "precisees",
    "prevu",
    "prevue",
    "inclus",
    "incluse",
    "integre",
    "integree",
    "la",
    "voit",
    "trouve",
    "mis",
    "mise",
    "mises",
];

/// What the word does, context aside.
pub fn cue(word: &str) -> Option<Cue> {
    let tables: [(&[&str], Cue); 5] = [
        (&ADVERBS, Cue::Adverb),
        (&FORWARD, Cue::Forward),
        (&BACKWARD, Cue::Backward),
        (&MANQUE, Cue::Manque),
        (&NEAR, Cue::Near),
    ];
    tables.iter().find(|(words, _)| words.contains(&word)).map(|(_, cue)| *cue)
}

/// A word that denies, by itself.
pub fn is_cue(word: &str) -> bool {
    word == "ne" || word == "n" || cue(word).is_some_and(|_| !matches!(word, "plus" | "personne"))
}

pub fn tells_existence(word: &str) -> bool {
    EXISTENCE.contains(&word)
}

/// `ne` and what is left of it before a vowel.
pub fn is_ne(word: &str) -> bool {
    matches!(word, "ne" | "n")
}

/// Words that carry no meaning of their own, skipped inside a phrase.
pub fn is_filler(word: &str) -> bool {
    const FILLERS: [&str; 34] = [
        "le", "la", "les", "l", "un", "une", "des", "de", "d", "du", "au", "aux", "a", "en", "et",
        "ou", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "ces", "sur", "par", "pour",
        "avec", "dans", "y", "se", "s", "est", "sont",
    ];
    FILLERS.contains(&word)
}
