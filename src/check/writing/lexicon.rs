//! The words of all patterns of a question, and which of them a written word stands for.

use std::collections::HashMap;

use super::cues;
use super::fold::{Form, Former};

/// Words of patterns, each with its number.
#[derive(Default)]
pub struct Lexicon {
    former: Former,
    words: Vec<Form>,
    numbers: HashMap<String, usize>,
    /// Numbers of the words that have this folded form or stem.
    by_key: HashMap<String, Vec<usize>>,
    by_initial: HashMap<char, Vec<usize>>,
}

/// A word of a pattern found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub word: usize,
    /// The contrary was found: "invisible" for `visible`.
    pub opposite: bool,
}

/// Letters of the shortest word that may hold a typing mistake, and of the shortest that may hold two.
const ONE_MISTAKE: usize = 6;
const TWO_MISTAKES: usize = 11;
/// Letters of the shortest stem compared by its beginning.
const FAMILY: usize = 5;

/// Words and stems that look alike and mean something else.
const CONFUSED: [(&str, &str); 16] = [
    ("manque", "marque"),
    ("panier", "papier"),
    ("public", "publicit"),
    ("commun", "communic"),
    ("commun", "communiqu"),
    ("commerce", "commence"),
    ("commerc", "commenc"),
    ("notation", "rotation"),
    ("image", "imagine"),
    ("contrat", "contact"),
    ("augment", "argument"),
    ("attend", "attent"),
    ("complet", "complex"),
    ("adapt", "adopt"),
    ("compens", "depens"),
    ("service", "serveur"),
];

impl Lexicon {
    /// The number of a word.
    pub fn intern(&mut self, word: &str) -> usize {
        let form = self.former.form(word);
        if let Some(number) = self.numbers.get(&form.folded) {
            return *number;
        }
        let number = self.words.len();
        self.numbers.insert(form.folded.clone(), number);
        for key in form.stems.iter().chain([&form.folded]) {
            let numbers = self.by_key.entry(key.clone()).or_default();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        self.by_initial.entry(initial(&form)).or_default().push(number);
        self.words.push(form);
        number
    }

    /// Every word, in the order of their numbers.
    pub fn folded_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.folded.as_str())
    }

    /// The words of patterns that a written word stands for.
    pub fn hits(&self, form: &Form) -> Vec<Hit> {
        let mut hits = self.same(form);
        // A word that is in the patterns is no typing mistake for another one.
        if !self.numbers.contains_key(&form.folded) && !cues::is_cue(&form.folded) {
            let alike = self.by_initial.get(&initial(form)).into_iter().flatten();
            let alike = alike.filter(|word| alike_forms(&self.words[**word], form));
            hits.extend(alike.map(|word| Hit { word: *word, opposite: false }));
        }
        hits.extend(self.opposites(form));
        hits.sort_unstable_by_key(|hit| (hit.word, hit.opposite));
        hits.dedup();
        hits
    }

    /// The word whose letters are exactly these.
    pub fn exact(&self, folded: &str) -> Option<usize> {
        self.numbers.get(folded).copied()
    }

    fn same(&self, form: &Form) -> Vec<Hit> {
        let short = form.folded.chars().count() <= 3;
        let keys = form.stems.iter().chain([&form.folded]);
        let words = keys.filter_map(|key| self.by_key.get(key)).flatten();
        words
            .filter(|word| !short || self.words[**word].folded == form.folded)
            .map(|word| Hit { word: *word, opposite: false })
            .collect()
    }

    fn opposites(&self, form: &Form) -> Vec<Hit> {
        let bare = ["in", "im", "il", "ir"].iter().find_map(|p| form.folded.strip_prefix(p));
        let Some(bare) = bare.filter(|bare| bare.len() >= 6) else { return Vec::new() };
        let same = self.same(&self.former.form(bare));
        same.into_iter()
            .filter(|hit| self.words[hit.word].folded.len() >= 6)
            .map(|hit| Hit { opposite: true, ..hit })
            .collect()
    }
}

fn initial(form: &Form) -> char {
    form.folded.chars().next().unwrap_or(' ')
}

/// One family, or one typing mistake apart.
fn alike_forms(word: &Form, written: &Form) -> bool {
    if !word.folded.chars().all(char::is_alphabetic) || confused(word, written) {
        return false;
    }
    let family = |a: &String, b: &String| {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        short.len() >= FAMILY && long.len() - short.len() <= 2 && long.starts_with(short.as_str())
    };
    let stems = || word.stems.iter().flat_map(|a| written.stems.iter().map(move |b| (a, b)));
    stems().any(|(a, b)| family(a, b))
        || mistaken(&word.folded, &written.folded)
        || stems().any(|(a, b)| a.len() >= ONE_MISTAKE && mistaken(a, b))
}

fn mistaken(word: &str, written: &str) -> bool {
    let length = word.len();
    let allowed = match length {
        TWO_MISTAKES.. => 2,
        ONE_MISTAKE.. => 1,
        _ => return false,
    };
    length.abs_diff(written.len()) <= allowed
        && written.len() >= ONE_MISTAKE - 1
        && strsim::osa_distance(word, written) <= allowed
}

fn confused(word: &Form, written: &Form) -> bool {
    let names =
        |form: &Form, name: &str| form.folded == name || form.stems.iter().any(|s| s == name);
    CONFUSED
        .iter()
        .any(|(a, b)| names(word, a) && names(written, b) || names(word, b) && names(written, a))
}
