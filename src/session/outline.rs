//! The outline of the accueil: subjects, dossiers and questions with their state.

use super::Place;
use crate::model::{Contents, DossierEntry, Points, QuestionEntry, SubjectEntry};
use crate::progress::{
    Drafts, Earned, History, State, Way, earned, question_state, question_way, subject_state,
};

#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    pub subjects: Vec<SubjectLine>,
    /// Where the learner was last.
    pub resume: Option<Place>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SubjectLine {
    pub id: String,
    pub title: String,
    pub session: u16,
    /// In questions.
    pub state: State,
    pub dossiers: Vec<DossierLine>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DossierLine {
    pub title: String,
    pub questions: Vec<QuestionLine>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct QuestionLine {
    pub place: Place,
    pub title: String,
    /// In items.
    pub state: State,
    /// How it was got, once done; `None` where some of it is right in part only.
    pub way: Option<Way>,
    pub points: Points,
    pub earned: Earned,
}

/// Every paper and where the learner stands in it.
pub fn outline(contents: &Contents, history: &History, drafts: &Drafts) -> Outline {
    let line = |subject: &SubjectEntry| SubjectLine {
        id: subject.id.clone(),
        title: subject.title.clone(),
        session: subject.session,
        state: subject_state(subject, history),
        dossiers: subject.dossiers.iter().map(|d| dossier_line(subject, d, history)).collect(),
    };
    Outline {
        subjects: contents.subjects.iter().map(line).collect(),
        resume: resume(contents, history, drafts),
    }
}

fn dossier_line(subject: &SubjectEntry, dossier: &DossierEntry, history: &History) -> DossierLine {
    let line = |question: &QuestionEntry| QuestionLine {
        place: Place::new(&subject.id, &question.number),
        title: question.title.clone(),
        state: question_state(question, history),
        way: question_way(question, history),
        points: question.points,
        earned: earned(question, history),
    };
    DossierLine {
        title: dossier.title.clone(),
        questions: dossier.questions.iter().map(line).collect(),
    }
}

/// The question touched last, by an event or by typing, if it is still among the papers.
fn resume(contents: &Contents, history: &History, drafts: &Drafts) -> Option<Place> {
    let typed = drafts.latest().map(|draft| (draft.at_ms, &draft.item));
    let (_, item) = history.last().into_iter().chain(typed).max_by_key(|(at_ms, _)| *at_ms)?;
    Place::of(item).filter(|place| holds(contents, place))
}

fn holds(contents: &Contents, place: &Place) -> bool {
    let subject = contents.subjects.iter().find(|subject| subject.id == place.subject);
    subject.is_some_and(|s| s.questions().any(|question| question.number == place.question))
}
