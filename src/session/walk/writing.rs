//! A written answer: handing it in, contesting marks, adding a point of one's own.

use std::ops::Range;

use super::{Changes, Walk, judging};
use crate::check::{Verdict, writing};
use crate::model::{ItemId, KeyPoint, Writing};
use crate::progress::{Answer, Item, OwnPoint, Record, Way, What, counted, done, way};

/// Longest text kept of an answer, in bytes: far more than an exam copy holds.
const LONGEST: usize = 100_000;

/// A key point and whether it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct PointState<'a> {
    pub point: &'a KeyPoint,
    /// Recognised in the text handed in last.
    pub found: bool,
    /// Where, in bytes of that text.
    pub evidence: Option<Range<usize>>,
    /// Counts: recognised, unless the learner said otherwise.
    pub counted: bool,
    /// The learner decided.
    pub contested: bool,
}

/// What a screen shows of a written answer.
#[derive(Debug, Clone, PartialEq)]
pub struct WritingState<'a> {
    pub asked: &'a Writing,
    /// The text in the editor.
    pub text: &'a str,
    /// The text handed in last, which the marks are about.
    pub submitted: Option<&'a str>,
    /// Empty until a text is handed in: showing them would give them away.
    pub points: Vec<PointState<'a>>,
    pub own_points: &'a [OwnPoint],
    /// Points that count, and how many earn full marks.
    pub counted: usize,
    pub needed: usize,
    pub way: Option<Way>,
    pub done: bool,
}

impl Walk {
    /// The written answer of the step on screen.
    pub fn writing(&self) -> Option<WritingState<'_>> {
        let (id, asked) = self.focused_writing()?;
        let record = self.record(id);
        let submitted = record.and_then(Record::last).map(|answer| answer.raw.as_str());
        let item = Item::Writing(id, asked);
        let (counted, needed) =
            record.map_or((0, asked.enough.unwrap_or(asked.points.len())), |r| counted(asked, r));
        Some(WritingState {
            asked,
            text: self.draft(id),
            submitted,
            points: submitted.and(record).map(|r| self.points(id, asked, r)).unwrap_or_default(),
            own_points: record.map_or(&[], |record| &record.own_points),
            counted,
            needed,
            way: record.and_then(|record| way(&item, record)),
            done: record.is_some_and(|record| done(&item, record)),
        })
    }

    /// Hands the text in the editor in: a written answer is searched for its key points, an RCS is
    /// kept for the self-assessment. A blank text is not handed in.
    pub fn submit_text(&mut self, now_ms: i64) -> Changes {
        let Some(item) = self.focus() else { return Changes::none() };
        let text = clip(self.draft(item.id())).to_owned();
        if text.trim().is_empty() {
            return Changes::none();
        }
        let (id, what) = match item {
            Item::Writing(id, asked) => (id.clone(), What::Answer(answer_of(asked, &text))),
            Item::Rcs(id, _) => (id.clone(), What::Text(text)),
            Item::Number(_) | Item::Choice(..) => return Changes::none(),
        };
        let changes = self.record_one(id.clone(), what, now_ms);
        self.refresh(&id);
        changes
    }

    /// Counts a point that does not, or the other way round: the learner has the last word. Takes the
    /// id of a key point or of a point of the learner's own.
    pub fn contest(&mut self, point: &str, now_ms: i64) -> Changes {
        let Some(state) = self.writing() else { return Changes::none() };
        let key = state.points.iter().find(|p| p.point.id == point).map(|p| p.counted);
        let own = state.own_points.iter().find(|own| own.id == point).map(|own| own.counted);
        let (Some(now), Some(item)) = (own.or(key), self.focus()) else { return Changes::none() };
        let mark = What::Mark { point: point.to_owned(), counted: !now };
        self.record_one(item.id().clone(), mark, now_ms)
    }

    /// Adds a point of the learner's own, counted; only where any pertinent answer is accepted and a
    /// text was handed in.
    pub fn add_point(&mut self, text: &str, now_ms: i64) -> Changes {
        let text = clip(text.trim());
        let open =
            self.writing().is_some_and(|state| state.asked.open && state.submitted.is_some());
        match self.focus() {
            Some(item) if open && !text.is_empty() => {
                let what = What::OwnPoint { text: text.to_owned() };
                self.record_one(item.id().clone(), what, now_ms)
            }
            _ => Changes::none(),
        }
    }

    fn focused_writing(&self) -> Option<(&ItemId, &Writing)> {
        match self.focus()? {
            Item::Writing(id, writing) => Some((id, writing)),
            _ => None,
        }
    }

    fn points<'a>(&self, id: &ItemId, asked: &'a Writing, record: &Record) -> Vec<PointState<'a>> {
        let recorded = record.last().map(|answer| answer.points.as_slice()).unwrap_or_default();
        let marks = self.marks.get(id).map(Vec::as_slice).unwrap_or_default();
        let state = |point: &'a KeyPoint| {
            let found = recorded.contains(&point.id);
            let decided = record.marks.get(&point.id).copied();
            let mark = marks.iter().find(|mark| mark.id == point.id && found);
            PointState {
                point,
                found,
                evidence: mark.and_then(|mark| mark.evidence.clone()),
                counted: decided.unwrap_or(found),
                contested: decided.is_some_and(|counted| counted != found),
            }
        };
        asked.points.iter().map(state).collect()
    }
}

/// The row of the journal for a text handed in.
pub(super) fn answer_of(asked: &Writing, text: &str) -> Answer {
    let marks = writing::analyse(asked, text);
    let points: Vec<String> =
        marks.into_iter().filter(|mark| mark.found).map(|mark| mark.id).collect();
    let needed = asked.enough.unwrap_or(asked.points.len()).min(asked.points.len());
    let verdict = match points.len() {
        found if found >= needed => Verdict::Right,
        0 => Verdict::Wrong,
        _ => Verdict::Close,
    };
    Answer { points, key: Some(judging::key_of_writing(asked)), ..Answer::new(text, verdict) }
}

/// The start of a text, cut between two characters.
fn clip(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
