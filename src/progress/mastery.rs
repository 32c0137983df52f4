//! How well each skill is mastered, in four words: few answers allow no finer figure.

use std::collections::BTreeMap;

use super::{History, Item, Record, Way, credit, items, way};
use crate::model::{Catalogue, Question};

/// Where a learner stands in a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mastery {
    /// Never tried.
    ToDiscover,
    Ongoing,
    /// Mostly right, sometimes with help.
    Acquired,
    /// Right at the first try, more than once.
    Solid,
}

impl Mastery {
    pub const ALL: [Mastery; 4] =
        [Mastery::ToDiscover, Mastery::Ongoing, Mastery::Acquired, Mastery::Solid];

    pub fn label(self) -> &'static str {
        ["à découvrir", "en cours", "acquis", "solide"][self as usize]
    }
}

/// A skill that the catalogue trains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillLine {
    /// Id of its entry in the lexicon.
    pub skill: String,
    pub mastery: Mastery,
    /// Questions that train it, and how many of them were tried.
    pub questions: usize,
    pub tried: usize,
}

/// Hundredths a way of getting there is worth.
fn worth(way: Option<Way>) -> u32 {
    match way {
        Some(Way::Alone) => 100,
        Some(Way::AfterError) => 70,
        Some(Way::AfterHelp) => 50,
        Some(Way::Revealed) | None => 0,
    }
}

/// From this many hundredths on, a skill is acquired, then solid.
const ACQUIRED: u32 = 60;
const SOLID: u32 = 85;
/// Sittings it takes to be solid.
const SITTINGS: usize = 2;
/// Sittings looked at, the latest first; each weighs three fifths of the one after it.
const LATEST: usize = 5;

/// The skills the catalogue trains, in the order of the lexicon.
pub fn mastery(catalogue: &Catalogue, history: &History) -> Vec<SkillLine> {
    let mut by_skill: BTreeMap<&str, Skill> = BTreeMap::new();
    let subjects = catalogue.subjects.iter().flat_map(|subject| &subject.dossiers);
    for question in subjects.flat_map(|dossier| &dossier.questions) {
        for (skill, sittings) in sittings(question, history) {
            let known = by_skill.entry(skill).or_default();
            known.questions += 1;
            known.tried += usize::from(!sittings.is_empty());
            known.sittings.extend(sittings);
        }
    }
    let line = |skill: &str| {
        by_skill.remove(skill).map(|known| SkillLine {
            skill: skill.to_owned(),
            mastery: level(known.sittings),
            questions: known.questions,
            tried: known.tried,
        })
    };
    catalogue.lexicon.iter().map(|entry| entry.id.as_str()).filter_map(line).collect()
}

#[derive(Default)]
struct Skill {
    questions: usize,
    tried: usize,
    sittings: Vec<Sitting>,
}

/// What one working of a question came to for one skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sitting {
    at_ms: i64,
    hundredths: u32,
}

/// The sittings of a question by skill; all the cells of a table are one sitting.
fn sittings<'a>(question: &'a Question, history: &History) -> BTreeMap<&'a str, Vec<Sitting>> {
    let mut rounds: BTreeMap<&str, BTreeMap<usize, Vec<Sitting>>> = BTreeMap::new();
    for item in items(question) {
        let Some(skill) = item.skill() else { continue };
        let of_skill = rounds.entry(skill).or_default();
        let Some(record) = history.record(item.id()) else { continue };
        for (round, past) in record.past.iter().enumerate() {
            if past.attempts > 0 || past.way.is_some() {
                let result = Sitting { at_ms: past.at_ms, hundredths: worth(past.way) };
                of_skill.entry(round).or_default().push(result);
            }
        }
        if let Some(hundredths) = now(&item, record) {
            let result = Sitting { at_ms: record.last_ms, hundredths };
            of_skill.entry(record.past.len()).or_default().push(result);
        }
    }
    let means = |rounds: BTreeMap<usize, Vec<Sitting>>| rounds.into_values().map(mean).collect();
    rounds.into_iter().map(|(skill, rounds)| (skill, means(rounds))).collect()
}

/// What the current round of an item is worth; `None` where nothing was answered.
fn now(item: &Item, record: &Record) -> Option<u32> {
    match way(item, record) {
        Some(way) => Some(worth(Some(way))),
        None if record.attempts.is_empty() => None,
        // A text counts for the points it holds.
        None if matches!(item, Item::Writing(..)) => Some(credit(item, record) / 10),
        None => Some(0),
    }
}

fn mean(results: Vec<Sitting>) -> Sitting {
    let total: u32 = results.iter().map(|result| result.hundredths).sum();
    let at_ms = results.iter().map(|result| result.at_ms).max().unwrap_or(0);
    Sitting { at_ms, hundredths: total / (results.len() as u32).max(1) }
}

fn level(mut sittings: Vec<Sitting>) -> Mastery {
    sittings.sort_unstable_by(|a, b| b.cmp(a));
    let (mut weight, mut total, mut weights) = (10_000, 0, 0);
    for sitting in sittings.iter().take(LATEST) {
        total += weight * sitting.hundredths;
        weights += weight;
        weight = weight * 3 / 5;
    }
    match total.checked_div(weights) {
        None => Mastery::ToDiscover,
        Some(mean) if mean >= SOLID && sittings.len() >= SITTINGS => Mastery::Solid,
        Some(mean) if mean >= ACQUIRED => Mastery::Acquired,
        Some(_) => Mastery::Ongoing,
    }
}

/// How many items were got each way, in the order of [`Way::ALL`].
pub fn autonomy(catalogue: &Catalogue, history: &History) -> [usize; 4] {
    let mut counts = [0; 4];
    let dossiers = catalogue.subjects.iter().flat_map(|subject| &subject.dossiers);
    for item in dossiers.flat_map(|dossier| &dossier.questions).flat_map(items) {
        let way = history.record(item.id()).and_then(|record| way(&item, record));
        if let Some(way) = way {
            counts[way as usize] += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sittings from the oldest to the latest.
    #[track_caller]
    fn is(results: &[u32], expected: Mastery) {
        let sitting =
            |(at, hundredths): (usize, &u32)| Sitting { at_ms: at as i64, hundredths: *hundredths };
        let sittings = results.iter().enumerate().map(sitting).collect();
        assert_eq!(level(sittings), expected, "{results:?}");
    }

    #[test]
    fn four_words_by_what_was_got_lately() {
        is(&[], Mastery::ToDiscover);
        is(&[0], Mastery::Ongoing);
        is(&[59], Mastery::Ongoing);
        is(&[60], Mastery::Acquired);
        is(&[100], Mastery::Acquired);
        is(&[84, 84], Mastery::Acquired);
        is(&[85, 85], Mastery::Solid);
        is(&[100, 100], Mastery::Solid);
    }

    #[test]
    fn the_latest_weighs_most_and_old_ones_are_forgotten() {
        is(&[0, 100], Mastery::Acquired);
        is(&[100, 0], Mastery::Ongoing);
        is(&[0, 0, 0, 0, 100, 100, 100, 100, 100], Mastery::Solid);
        is(&[100, 100, 100, 100, 0], Mastery::Ongoing);
    }

    #[test]
    fn words_rise_with_mastery() {
        assert!(Mastery::ALL.is_sorted());
        assert_eq!(Mastery::Solid.label(), "solide");
        assert_eq!(worth(None), worth(Some(Way::Revealed)));
        assert!(Way::ALL.map(|way| worth(Some(way))).is_sorted_by(|a, b| a >= b));
    }
}
