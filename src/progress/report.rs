//! Everything progress has to tell, gathered once: a page, a text, a file only choose how to say it.

use super::ask::asks;
use super::{
    Date, Earned, History, Mastery, Moment, State, Tally, Week, activity, autonomy, done, earned,
    mastery, question_state, subject_state,
};
use crate::check::SlipCode;
use crate::model::{Catalogue, Contents, QuestionEntry, SubjectEntry};
use crate::number::french::count;

/// Weeks told: half a year.
const WEEKS: usize = 26;

/// Where a learner stands at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub date: Date,
    /// Answers given in all, texts handed in included.
    pub answers: u64,
    /// Items by the way they were got, in the order of [`super::Way::ALL`].
    pub ways: [usize; 4],
    pub papers: Vec<PaperReport>,
    /// The oldest first, this one last.
    pub weeks: Vec<Week>,
    /// In the order of the lexicon.
    pub skills: Vec<SkillReport>,
    /// The most frequent first.
    pub slips: Vec<SlipReport>,
    /// Errors looked for in other people's copies.
    pub hunts: Tally,
}

/// A paper.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperReport {
    pub id: String,
    pub title: String,
    pub session: u16,
    pub state: State,
    /// Questions finished, and all of them.
    pub done: usize,
    pub total: usize,
    pub questions: Vec<QuestionReport>,
}

/// A question of a paper.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionReport {
    pub number: String,
    pub title: String,
    pub state: State,
    /// Answers done, and all of them.
    pub done: usize,
    pub total: usize,
    pub points: Earned,
}

/// A skill some question trains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillReport {
    /// Id of its entry in the lexicon.
    pub id: String,
    pub name: String,
    pub chapter: String,
    pub mastery: Mastery,
    /// Questions that train it, and how many of them were tried.
    pub questions: usize,
    pub tried: usize,
}

/// A slip that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipReport {
    pub code: String,
    /// Its name; `None` for a slip of a later version.
    pub title: Option<&'static str>,
    pub times: u32,
    /// The learner's day it was made last.
    pub last: Date,
}

impl Report {
    /// What a history comes to at a moment.
    pub fn new(catalogue: &Catalogue, history: &History, moment: Moment) -> Report {
        let contents = Contents::of(catalogue);
        Report {
            date: moment.date(),
            answers: history.moments().map(|(_, answers)| u64::from(answers)).sum(),
            ways: autonomy(catalogue, history),
            papers: contents
                .subjects
                .iter()
                .map(|paper| PaperReport::new(paper, history))
                .collect(),
            weeks: activity(history, moment.now_ms, moment.offset_ms, WEEKS),
            skills: skills(catalogue, history),
            slips: slips(history, moment),
            hunts: history.hunts().total(),
        }
    }

    /// Nothing was answered yet.
    pub fn is_blank(&self) -> bool {
        self.answers == 0
    }

    /// `40 réponses en tout, 12 cette semaine sur 3 jours.`
    pub fn headline(&self) -> String {
        let plural = if self.answers >= 2 { "réponses" } else { "réponse" };
        let all = format!("{}\u{a0}{plural} en tout", self.answers);
        match self.weeks.last() {
            Some(week) if week.answers > 0 => format!(
                "{all}, {} cette semaine sur {}.",
                week.answers,
                count(week.days as usize, "jour", "jours")
            ),
            _ => format!("{all}, aucune cette semaine."),
        }
    }

    /// How many skills stand at each level, the best first: `3 solides`, `5 acquises`…
    pub fn levels(&self) -> Vec<String> {
        let words = |mastery: Mastery| {
            let n = self.skills_at(mastery);
            let word = match mastery {
                Mastery::Solid if n >= 2 => "solides",
                Mastery::Acquired if n >= 2 => "acquises",
                Mastery::Acquired => "acquise",
                other => other.label(),
            };
            format!("{n}\u{a0}{word}")
        };
        Mastery::ALL.into_iter().rev().map(words).collect()
    }

    /// The last `n` weeks, the oldest first.
    pub fn last_weeks(&self, n: usize) -> &[Week] {
        &self.weeks[self.weeks.len().saturating_sub(n)..]
    }

    fn skills_at(&self, mastery: Mastery) -> usize {
        self.skills.iter().filter(|skill| skill.mastery == mastery).count()
    }
}

impl PaperReport {
    fn new(paper: &SubjectEntry, history: &History) -> PaperReport {
        let questions: Vec<QuestionReport> =
            paper.questions().map(|question| QuestionReport::new(question, history)).collect();
        PaperReport {
            id: paper.id.clone(),
            title: paper.title.clone(),
            session: paper.session,
            state: subject_state(paper, history),
            done: questions.iter().filter(|question| question.state == State::Done).count(),
            total: questions.len(),
            questions,
        }
    }
}

impl QuestionReport {
    fn new(question: &QuestionEntry, history: &History) -> QuestionReport {
        let items = || question.steps.iter().flat_map(asks);
        let through = |(id, ask)| history.record(id).is_some_and(|record| done(ask, record));
        QuestionReport {
            number: question.number.clone(),
            title: question.title.clone(),
            state: question_state(question, history),
            done: items().filter(|(id, ask)| through((id, ask.clone()))).count(),
            total: items().count(),
            points: earned(question, history),
        }
    }
}

fn skills(catalogue: &Catalogue, history: &History) -> Vec<SkillReport> {
    let report = |line: super::SkillLine| {
        let entry = catalogue.lexicon.iter().find(|entry| entry.id == line.skill)?;
        Some(SkillReport {
            id: line.skill,
            name: entry.name.clone(),
            chapter: entry.chapter.clone(),
            mastery: line.mastery,
            questions: line.questions,
            tried: line.tried,
        })
    };
    mastery(catalogue, history).into_iter().filter_map(report).collect()
}

fn slips(history: &History, moment: Moment) -> Vec<SlipReport> {
    let report = |(code, times): (&str, u32)| SlipReport {
        code: code.to_owned(),
        title: SlipCode::parse(code).map(SlipCode::title),
        times,
        last: Moment { now_ms: history.slip_log().last(code).unwrap_or(0), ..moment }.date(),
    };
    history.slips().into_iter().map(report).collect()
}
