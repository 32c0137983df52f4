//! What a class sees, one reveal at a time, as data. Making slides is `deck`'s and `steps`'s work,
//! laying them out on a wall the interface's.

use crate::session::chart::Chart;

/// One reveal.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// The step it belongs to, from 0; `None` for what belongs to the whole question.
    pub step: Option<usize>,
    pub stage: Stage,
    pub body: Body,
    /// Where one lands when going from part to part.
    pub lead: bool,
    /// At which scope it is shown; `None` at both.
    pub only: Option<Scope>,
}

/// How much of a question is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Every rung: hands, hints, method, computation, result, mistakes, conclusion.
    #[default]
    Complete,
    /// What is asked, the result, the conclusion; tables row by row.
    Essential,
}

impl Slide {
    pub fn new(step: Option<usize>, stage: Stage, body: Body) -> Self {
        let only = if stage.is_essential() { None } else { Some(Scope::Complete) };
        Slide { step, stage, body, lead: false, only }
    }

    /// Shown at this scope alone.
    pub fn only(self, scope: Scope) -> Self {
        Slide { only: Some(scope), ..self }
    }

    /// Shown at both paces, whatever its stage.
    pub fn always(self) -> Self {
        Slide { only: None, ..self }
    }

    pub fn is_shown(&self, scope: Scope) -> bool {
        self.only.is_none_or(|only| only == scope)
    }

    pub fn leading(self) -> Self {
        Slide { lead: true, ..self }
    }
}

/// How far the reveal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    Title,
    Statement,
    Annex,
    Prompt,
    Vote,
    Hint,
    Method,
    Substitution,
    Result,
    Mistake,
    /// Why a proposal of a choice is right or wrong.
    Why,
    Erratum,
    Interpretation,
    Points,
    Model,
    Plan,
    Remember,
}

impl Stage {
    /// What a class in a hurry sees too: what is asked, what comes out of it, what it means.
    fn is_essential(self) -> bool {
        match self {
            Stage::Title
            | Stage::Statement
            | Stage::Annex
            | Stage::Prompt
            | Stage::Result
            | Stage::Interpretation
            | Stage::Remember => true,
            Stage::Vote
            | Stage::Hint
            | Stage::Method
            | Stage::Substitution
            | Stage::Mistake
            | Stage::Why
            | Stage::Erratum
            | Stage::Points
            | Stage::Model
            | Stage::Plan => false,
        }
    }

    /// The word that stands in a corner of the slide.
    pub fn label(self) -> &'static str {
        match self {
            Stage::Title => "Question",
            Stage::Statement => "Énoncé",
            Stage::Annex => "Annexe",
            Stage::Prompt => "À vous",
            Stage::Vote => "À main levée",
            Stage::Hint => "Indice",
            Stage::Method => "Méthode",
            Stage::Substitution => "Calcul posé",
            Stage::Result => "Résultat",
            Stage::Mistake => "Erreur fréquente",
            Stage::Why => "Pourquoi\u{a0}?",
            Stage::Erratum => "Erratum du corrigé",
            Stage::Interpretation => "Interprétation",
            Stage::Points => "Points attendus",
            Stage::Model => "Réponse possible",
            Stage::Plan => "Plan",
            Stage::Remember => "À retenir",
        }
    }
}

/// What a slide shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Title {
        paper: String,
        number: String,
        title: String,
    },
    /// Running text, under a heading where there is one.
    Text {
        heading: Option<String>,
        paragraphs: Vec<String>,
    },
    /// A few words in large type.
    Banner {
        above: String,
        words: String,
    },
    /// An annex, by its place in the subject.
    Annex(usize),
    /// A formula in words or in figures, one line each.
    Formula {
        heading: Option<String>,
        lines: Vec<String>,
    },
    /// Results to be read from the last row.
    Figures {
        label: String,
        figures: Vec<Figured>,
        working: Vec<String>,
    },
    /// The table to complete of the step, more or less filled in.
    Sheet {
        filled: Filled,
    },
    /// What the finished table, or the score, looks like.
    Charts(Vec<Chart>),
    /// The proposals of the step, and whether the right ones are marked.
    Ballot {
        revealed: bool,
    },
    /// Why a proposal or a figure is wrong, or why it is right.
    Debrief {
        proposal: Option<usize>,
        figure: String,
        sentence: String,
    },
    /// A list that grows: the last line is new.
    List {
        heading: Option<String>,
        items: Vec<String>,
    },
    /// A list told at once.
    Points {
        heading: Option<String>,
        items: Vec<String>,
    },
}

/// How far a table is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    Nothing,
    /// Down to this row, from 0, which is new.
    Row(usize),
    Everything,
}

/// A figure and the heading it stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figured {
    pub heading: String,
    pub figure: String,
}
