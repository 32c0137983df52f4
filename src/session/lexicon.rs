//! Finding an entry of the lexicon by what people call it, for lists that are read line by line. (On a
//! screen, where a list follows each key, `tui` searches scattered letters too.)

use crate::check::writing::fold;
use crate::model::{Catalogue, Entry};

/// What was found for some words.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'a> {
    /// The only one, or the one that bears this very name.
    Entry(&'a Entry),
    /// Several, the best first; all of them for no word at all.
    Several(Vec<&'a Entry>),
    Nothing,
}

/// How well an entry answers, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// All words but for a slip of the finger.
    Near,
    /// All words stand somewhere.
    Holds,
    /// All words begin words of one of its names.
    Begins,
    /// The words are one of its names.
    Same,
}

/// Finds entries by name, synonym, sigle or number in the lexicon; accents, case and the order of words
/// do not count.
pub fn find<'a>(lexicon: &'a [Entry], words: &str) -> Found<'a> {
    if let Some(entry) = numbered(lexicon, words) {
        return Found::Entry(entry);
    }
    let wanted = parts(words);
    if wanted.is_empty() {
        return Found::Several(lexicon.iter().collect());
    }
    let known: Vec<Names> = lexicon.iter().map(Names::of).collect();
    let mut found = best(lexicon, |at| known[at].answer(&wanted));
    if found.is_empty() {
        found = best(lexicon, |at| known[at].nearly(&wanted).then_some(Match::Near));
    }
    match found.as_slice() {
        [] => Found::Nothing,
        [(_, only)] => Found::Entry(only),
        [(Match::Same, first), (second, _), ..] if *second < Match::Same => Found::Entry(first),
        _ => Found::Several(found.into_iter().map(|(_, entry)| entry).collect()),
    }
}

/// The place of an entry in the lexicon, from 1: what lists number it by.
pub fn number(lexicon: &[Entry], entry: &Entry) -> usize {
    lexicon.iter().position(|other| other.id == entry.id).map_or(0, |at| at + 1)
}

/// The entries an entry leads to, those of the catalogue only.
pub fn related<'a>(entry: &'a Entry, catalogue: &'a Catalogue) -> impl Iterator<Item = &'a Entry> {
    let find = |id: &String| catalogue.lexicon.iter().find(|entry| entry.id == *id);
    entry.related.iter().filter_map(find)
}

fn numbered<'a>(lexicon: &'a [Entry], words: &str) -> Option<&'a Entry> {
    let number: usize = words.trim().parse().ok()?;
    lexicon.get(number.checked_sub(1)?)
}

fn best(lexicon: &[Entry], answer: impl Fn(usize) -> Option<Match>) -> Vec<(Match, &Entry)> {
    let mut found: Vec<(Match, &Entry)> =
        lexicon.iter().enumerate().filter_map(|(at, entry)| Some((answer(at)?, entry))).collect();
    // Sorting is stable: equal answers stay in the order of the lexicon.
    found.sort_by_key(|(how, _)| std::cmp::Reverse(*how));
    found
}

/// Longest query taken into account, in words.
const LONGEST: usize = 12;

/// The words of a text, folded.
fn parts(text: &str) -> Vec<String> {
    let text: String = text.chars().take(400).collect();
    let folded = fold(&text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(LONGEST).map(str::to_owned).collect()
}

/// What an entry is called, each name in folded words.
struct Names(Vec<Vec<String>>);

impl Names {
    fn of(entry: &Entry) -> Names {
        let names = [&entry.id, &entry.name].into_iter().chain(&entry.synonyms);
        Names(names.map(|name| parts(name)).collect())
    }

    fn answer(&self, wanted: &[String]) -> Option<Match> {
        let begin = |name: &Vec<String>| {
            wanted.iter().all(|word| name.iter().any(|other| other.starts_with(word.as_str())))
        };
        if self.0.iter().any(|name| name == wanted) {
            Some(Match::Same)
        } else if self.0.iter().any(begin) {
            Some(Match::Begins)
        } else {
            self.all(wanted, |word, other| other.contains(word)).then_some(Match::Holds)
        }
    }

    /// One slip in a word of four letters, two from eight on.
    fn nearly(&self, wanted: &[String]) -> bool {
        self.all(wanted, |word, other| {
            let slips = match word.chars().count() {
                0..4 => 0,
                4..8 => 1,
                _ => 2,
            };
            strsim::damerau_levenshtein(word, other) <= slips
        })
    }

    fn all(&self, wanted: &[String], like: impl Fn(&str, &str) -> bool) -> bool {
        wanted.iter().all(|word| self.0.iter().flatten().any(|other| like(word, other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Direction;

    fn entry(id: &str, name: &str, synonyms: &[&str]) -> Entry {
        Entry {
            id: id.into(),
            name: name.into(),
            synonyms: synonyms.iter().map(|word| (*word).into()).collect(),
            chapter: String::new(),
            formula: String::new(),
            unit: String::new(),
            direction: Direction::Depends,
            reading: Vec::new(),
            variants: Vec::new(),
            thresholds: Vec::new(),
            traps: Vec::new(),
            example: None,
            related: Vec::new(),
        }
    }

    fn lexicon() -> Vec<Entry> {
        vec![
            entry("taux-rebond", "Taux de rebond", &["bounce rate"]),
            entry("ctr", "Taux de clic", &["CTR", "click-through rate"]),
            entry("taux-clic-unique", "Taux de clic unique", &[]),
            entry("cout-vente", "Coût par vente", &["CPV"]),
            entry("nps", "Net Promoter Score", &["NPS", "taux net de recommandation"]),
        ]
    }

    #[track_caller]
    fn finds(words: &str, expected: &[&str]) {
        let lexicon = lexicon();
        let found: Vec<&str> = match find(&lexicon, words) {
            Found::Nothing => vec![],
            Found::Entry(entry) => vec![&entry.id],
            Found::Several(entries) => entries.iter().map(|entry| entry.id.as_str()).collect(),
        };
        assert_eq!(found, expected, "{words:?}");
    }

    #[test]
    fn a_name_a_sigle_or_a_number_is_one_entry() {
        finds("ctr", &["ctr"]);
        finds("TAUX DE CLIC", &["ctr"]);
        finds("taux-clic-unique", &["taux-clic-unique"]);
        finds("cout", &["cout-vente"]);
        finds("Coût  par vente !", &["cout-vente"]);
        finds("5", &["nps"]);
        finds("promoter", &["nps"]);
        finds("rebond taux", &["taux-rebond"]);
    }

    #[test]
    fn several_come_the_best_first() {
        finds("taux", &["taux-rebond", "ctr", "taux-clic-unique", "nps"]);
        finds("clic", &["ctr", "taux-clic-unique"]);
        finds("rate", &["taux-rebond", "ctr"]);
        finds("  ", &["taux-rebond", "ctr", "taux-clic-unique", "cout-vente", "nps"]);
    }

    #[test]
    fn a_slip_of_the_finger_is_forgiven_where_nothing_else_is_found() {
        finds("rebnod", &["taux-rebond"]);
        finds("bounse", &["taux-rebond"]);
        finds("recomandatoin", &["nps"]);
        finds("npz", &[]);
        finds("zebre", &[]);
        finds("0", &[]);
        finds("6", &[]);
        finds(&"taux ".repeat(100_000), &["taux-rebond", "ctr", "taux-clic-unique", "nps"]);
        finds("\u{1b}[31m", &[]);
    }

    #[test]
    fn entries_are_numbered_by_their_place() {
        let lexicon = lexicon();
        assert_eq!(number(&lexicon, &lexicon[3]), 4);
        assert_eq!(number(&lexicon[..2], &lexicon[3]), 0);
    }
}
