//! The table of commands: names, what may follow, what each does, and where.

use super::{Command, Room, Word};

const STEPS: &[Room] =
    &[Room::Number, Room::Cell, Room::Choice, Room::Text, Room::Review, Room::Plan, Room::Marking];
/// A question, from its first step to its summary.
const QUESTION: &[Room] = &[
    Room::Number,
    Room::Cell,
    Room::Choice,
    Room::Text,
    Room::Review,
    Room::Plan,
    Room::Marking,
    Room::Summary,
];
/// Where an énoncé and annexes are at hand.
const READING: &[Room] = &[
    Room::Number,
    Room::Cell,
    Room::Choice,
    Room::Text,
    Room::Review,
    Room::Plan,
    Room::Marking,
    Room::Hunt,
];
const EVERYWHERE: &[Room] = &Room::ALL;
const FIGURES: &[Room] = &[Room::Number, Room::Cell];
const DRAFTS: &[Room] = &[Room::Text, Room::Plan];
const TEXTS: &[Room] = &[Room::Text, Room::Review, Room::Plan, Room::Marking];

macro_rules! command {
    ($word:ident, $names:expr, $argument:expr, $about:expr, $rooms:expr) => {
        Command {
            word: Word::$word,
            names: &$names,
            argument: $argument,
            about: $about,
            rooms: $rooms,
        }
    };
}

/// Every command, in the order of the help.
pub const COMMANDS: &[Command] = &[
    command!(Resume, ["reprendre", "r"], "", "retourner où vous en étiez", &[Room::Papers]),
    command!(
        Resume,
        ["reprendre", "r"],
        "",
        "aller à la première étape qui reste à faire",
        &[Room::Summary]
    ),
    command!(
        Restart,
        ["recommencer"],
        "",
        "refaire toute la question depuis le début\u{a0}; l’historique est gardé",
        &[Room::Summary]
    ),
    command!(Context, ["contexte"], "", "lire la présentation de l’entreprise", &[Room::Paper]),
    command!(
        Profile,
        ["profil", "profils"],
        "suivi d’un nom",
        "ouvrir le profil de ce nom\u{a0}; sans nom, la liste des profils et tout ce qu’on peut en faire",
        &[Room::Papers, Room::Paper]
    ),
    command!(
        Hint,
        ["indice", "i"],
        "",
        "recevoir l’aide suivante\u{a0}: indices, méthode, calcul posé, résultat, interprétation",
        &[Room::Number, Room::Cell, Room::Choice, Room::Text, Room::Plan]
    ),
    command!(
        Why,
        ["pourquoi", "p"],
        "",
        "savoir comment la réponse a été lue, l’écart\u{a0}; une seconde fois, ce qui est accepté",
        FIGURES
    ),
    command!(Why, ["pourquoi", "p"], "", "relire les explications données", &[Room::Choice]),
    command!(
        Why,
        ["pourquoi", "p"],
        "suivi de N",
        "savoir pourquoi le point N compte et où il a été reconnu",
        &[Room::Review]
    ),
    command!(
        Table,
        ["tableau", "t"],
        "",
        "entendre tout le tableau, ligne par ligne",
        &[Room::Cell]
    ),
    command!(
        Cells,
        ["case", "cases"],
        "suivi de N",
        "aller à la case N\u{a0}; sans numéro, la liste des cases",
        &[Room::Cell]
    ),
    command!(
        Corrige,
        ["corrigé"],
        "",
        "continuer avec les résultats du corrigé plutôt qu’avec les vôtres",
        FIGURES
    ),
    command!(Mine, ["miens"], "", "continuer avec vos propres résultats", FIGURES),
    command!(
        Write,
        ["écrire"],
        "",
        "écrire la suite du texte\u{a0}; un point seul sur une ligne le rend, deux points de suite (..) le mettent de côté",
        TEXTS
    ),
    command!(Reread, ["relire", "l"], "", "entendre votre texte, ligne par ligne", TEXTS),
    command!(
        Replace,
        ["remplacer"],
        "suivi de N et d’un texte",
        "remplacer la ligne N par ce texte",
        DRAFTS
    ),
    command!(
        Erase,
        ["effacer"],
        "suivi de N",
        "effacer la ligne N\u{a0}; «\u{a0}effacer tout\u{a0}» efface tout le texte",
        DRAFTS
    ),
    command!(HandIn, ["rendre", "."], "", "rendre le texte", DRAFTS),
    command!(Points, ["points"], "", "entendre les points attendus, un par un", &[Room::Review]),
    command!(
        Count,
        ["compter"],
        "suivi de N",
        "compter le point N, que le tuteur n’a pas reconnu",
        &[Room::Review]
    ),
    command!(Discard, ["écarter"], "suivi de N", "ne pas compter le point N", &[Room::Review]),
    command!(
        Add,
        ["ajouter"],
        "suivi d’un texte",
        "ajouter et compter un point à vous, où toute idée pertinente est acceptée",
        &[Room::Review]
    ),
    command!(
        Model,
        ["modèle", "m"],
        "",
        "entendre la réponse modèle",
        &[Room::Review, Room::Marking]
    ),
    command!(Grid, ["grille", "g"], "", "entendre toute la grille", &[Room::Marking]),
    command!(Criterion, ["critère"], "suivi de N", "aller au critère N", &[Room::Marking]),
    command!(
        Timer,
        ["chrono"],
        "",
        "lancer le chronomètre, le mettre en pause, le relancer",
        &[Room::Plan]
    ),
    command!(
        Hint,
        ["indice", "i"],
        "",
        "savoir où est l’erreur, puis quel est son nom",
        &[Room::Hunt]
    ),
    command!(Repeat, ["consigne", "c"], "", "relire la copie", &[Room::Hunt]),
    command!(
        Repeat,
        ["consigne", "c"],
        "",
        "relire la consigne, votre réponse et l’aide déjà vue",
        STEPS
    ),
    command!(Statement, ["énoncé", "e"], "", "relire l’énoncé", READING),
    command!(
        Annexes,
        ["annexes", "annexe", "a"],
        "suivi de N",
        "lire l’annexe N\u{a0}; sans numéro, la liste\u{a0}; «\u{a0}annexes tout\u{a0}» lit tout",
        READING
    ),
    command!(
        Find,
        ["chercher"],
        "suivi d’un mot",
        "trouver les lignes des annexes qui contiennent ce mot",
        READING
    ),
    command!(
        Find,
        ["chercher"],
        "suivi d’un mot",
        "trouver les questions et les fiches du mémo qui portent ce mot",
        &[Room::Papers, Room::Paper]
    ),
    command!(
        Charts,
        ["graphiques", "graphique"],
        "",
        "entendre ce que montreraient les courbes et les parts des annexes",
        STEPS
    ),
    command!(
        Memo,
        ["mémo"],
        "suivi d’un mot",
        "lire la fiche du mémo que ce mot désigne\u{a0}; seul, celle de l’indicateur de l’étape",
        STEPS
    ),
    command!(
        Memo,
        ["mémo"],
        "suivi d’un mot",
        "lire la fiche du mémo que ce mot désigne\u{a0}; seul, la liste des fiches",
        &[Room::Papers, Room::Paper, Room::Summary, Room::Hunt]
    ),
    command!(
        Hunt,
        ["erreur"],
        "",
        "trouver l’erreur glissée dans la copie d’un élève, sur cette question",
        QUESTION
    ),
    command!(
        Hunt,
        ["erreur"],
        "",
        "trouver l’erreur glissée dans la copie d’un élève, sur ce sujet",
        &[Room::Paper]
    ),
    command!(Next, ["suivant", "s", ">"], "", "passer à une autre copie", &[Room::Hunt]),
    command!(
        Progress,
        ["progrès"],
        "seul ou suivi de compétences",
        "entendre vos progrès, ou les compétences une par une",
        EVERYWHERE
    ),
    command!(
        Open,
        ["ouvrir"],
        "suivi d’un sujet et d’un numéro",
        "aller à une question d’un sujet, par exemple «\u{a0}ouvrir novatech 2.1\u{a0}»",
        EVERYWHERE
    ),
    command!(
        Restart,
        ["recommencer"],
        "suivi de oui",
        "refaire toute la question depuis le début\u{a0}; l’historique est gardé",
        STEPS
    ),
    command!(
        Next,
        ["suivant", "s", ">"],
        "",
        "passer à la case suivante, puis à l’étape suivante",
        &[Room::Cell]
    ),
    command!(
        Next,
        ["suivant", "s", ">"],
        "",
        "passer à l’étape suivante",
        &[Room::Number, Room::Choice, Room::Text, Room::Review, Room::Plan]
    ),
    // `s` and `i` are levels of the grid there.
    command!(Next, ["suivant", ">"], "", "passer à l’étape suivante", &[Room::Marking]),
    command!(Next, ["suivant", "s", ">"], "", "passer à la question suivante", &[Room::Summary]),
    command!(
        Previous,
        ["précédent", "<"],
        "",
        "revenir à la case ou à l’étape d’avant",
        &[Room::Cell]
    ),
    command!(
        Previous,
        ["précédent", "<"],
        "",
        "revenir à l’étape d’avant",
        &[Room::Number, Room::Choice, Room::Text, Room::Review, Room::Plan, Room::Marking]
    ),
    command!(
        Steps,
        ["étapes", "étape"],
        "suivi de N",
        "aller à l’étape N\u{a0}; sans numéro, la liste des étapes",
        STEPS
    ),
    command!(Summary, ["bilan", "b"], "", "entendre le bilan de la question", STEPS),
    command!(Back, ["retour", ".."], "", "revenir à la liste des questions", QUESTION),
    command!(Back, ["retour", ".."], "", "revenir à la liste des sujets", &[Room::Paper]),
    command!(Back, ["retour", ".."], "", "revenir où vous étiez", &[Room::Hunt]),
    command!(Help, ["aide", "?"], "", "entendre cette liste", &Room::ALL),
    command!(
        Quit,
        ["quitter", "q"],
        "",
        "quitter\u{a0}; tout est enregistré, sauf pour un invité",
        &Room::ALL
    ),
];
