//! The réflexion commerciale structurée: its model plan and the official grid of eight criteria.

/// An RCS step.
#[derive(Debug, Clone, PartialEq)]
pub struct Rcs {
    /// Suggested time, in minutes.
    pub minutes: u32,
    /// The problem behind the question, reworded.
    pub problem: String,
    pub introduction: String,
    pub parts: Vec<PlanPart>,
    pub conclusion: String,
    /// What tells the levels apart on this paper, one note per criterion, in the order of [`CRITERIA`].
    pub benchmarks: Vec<String>,
    pub hints: Vec<String>,
    pub reasoning: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PlanPart {
    pub title: String,
    pub ideas: Vec<Idea>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    pub title: String,
    pub argument: String,
    /// An example from the case.
    pub example: String,
}

/// The four levels of the official grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    VeryPoor,
    Poor,
    Good,
    VeryGood,
}

impl Level {
    pub const ALL: [Level; 4] = [Level::VeryPoor, Level::Poor, Level::Good, Level::VeryGood];

    /// The abbreviation printed on the grid.
    pub fn short(self) -> &'static str {
        ["TI", "I", "S", "TS"][self as usize]
    }
}

/// A criterion of the official grid, with the wording of its four levels.
pub struct Criterion {
    pub name: &'static str,
    pub levels: [&'static str; 4],
}

/// The eight criteria printed at the end of every corrigé.
pub const CRITERIA: [Criterion; 8] = [
    Criterion {
        name: "Les idées s’enchaînent selon une logique d’ensemble",
        levels: ["Pas du tout", "En partie", "Plutôt oui", "Tout à fait"],
    },
    Criterion {
        name: "Il y a assez d’idées pour répondre à la question",
        levels: ["Très insuffisant", "Insuffisant", "Satisfaisant", "Très satisfaisant"],
    },
    Criterion {
        name: "Les idées s’appuient sur des connaissances",
        levels: ["Jamais", "Rarement", "Fréquemment", "Toujours"],
    },
    Criterion {
        name: "Le cas étudié nourrit les idées",
        levels: ["Pas du tout", "Partiellement", "Globalement", "Totalement"],
    },
    Criterion {
        name: "Les idées prennent de la distance avec le cas",
        levels: ["Pas du tout", "Partiellement", "Globalement", "Totalement"],
    },
    Criterion {
        name: "Chaque idée est exprimée clairement",
        levels: ["Pas du tout", "En partie", "Plutôt oui", "Tout à fait"],
    },
    Criterion {
        name: "Chaque idée est justifiée",
        levels: ["Jamais", "Rarement", "Fréquemment", "Toujours"],
    },
    Criterion {
        name: "Chaque idée est illustrée",
        levels: ["Jamais", "Rarement", "Fréquemment", "Toujours"],
    },
];
