//! Where a negation stops: clause boundaries, told without a grammar.

use super::token::{Break, Text};

/// A sentence as the negation looks at it.
pub struct Sentence<'a> {
    text: &'a Text,
    tokens: &'a [usize],
}

/// How far a negation reaches.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// Words at most, fillers aside.
    pub words: usize,
    /// A list may go on with an article ("il manque un panier, une adresse").
    pub articles: bool,
    /// After a verb ("n’est pas…"), a bare word that carries on the clause is most often another verb.
    pub verbal: bool,
}

const CONJUNCTIONS: [&str; 17] = [
    "mais",
    "car",
    "donc",
    "cependant",
    "toutefois",
    "pourtant",
    "alors",
    "tandis",
    "puisque",
    "parce",
    "pour",
    "afin",
    "malgre",
    "contre",
    "revanche",
    "lorsque",
    "quand",
];
const ARTICLES: [&str; 8] = ["un", "une", "des", "le", "la", "les", "l", "leur"];
const SUBJECTS: [&str; 21] = [
    "le", "la", "les", "l", "il", "elle", "ils", "elles", "on", "c", "ce", "cela", "ca", "son",
    "sa", "ses", "cette", "ces", "nous", "vous", "je",
];
const VERBS: [&str; 30] = [
    "est",
    "sont",
    "a",
    "ont",
    "permet",
    "permettent",
    "sera",
    "seront",
    "reste",
    "restent",
    "peut",
    "peuvent",
    "fait",
    "font",
    "donne",
    "donnent",
    "augmente",
    "augmentent",
    "baisse",
    "baissent",
    "progresse",
    "diminue",
    "attire",
    "doit",
    "doivent",
    "va",
    "vont",
    "faut",
    "semble",
    "parait",
];

impl<'a> Sentence<'a> {
    pub fn new(text: &'a Text, tokens: &'a [usize]) -> Self {
        Sentence { text, tokens }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.text.folded(*token))
    }

    pub fn word_before(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |at| self.word(at))
    }

    pub fn before(&self, at: usize) -> Break {
        self.tokens.get(at).map_or(Break::Clause, |token| self.text.tokens[*token].before)
    }

    /// The end (excluded) of what follows the word at `cue` and belongs to it.
    pub fn end(&self, cue: usize, reach: Reach) -> usize {
        // What a colon announces is denied to the end: "Il manque : un panier, une adresse".
        let announced = self.before(cue + 1) == Break::Colon;
        let mut words = 0;
        for at in cue + 1..self.len() {
            if !announced && words >= reach.words || self.stops(at, announced, reach) {
                return at;
            }
            words += usize::from(!super::cues::is_filler(self.word(at)));
        }
        self.len()
    }

    /// The end (excluded) of the clause that holds `at`.
    pub fn clause_end(&self, at: usize) -> usize {
        (at + 1..self.len()).find(|next| self.before(*next) > Break::None).unwrap_or(self.len())
    }

    /// The start of the clause that holds `at`, separations alone.
    pub fn clause_start(&self, at: usize) -> usize {
        (1..=at).rev().find(|at| self.before(*at) > Break::None).unwrap_or_default()
    }

    /// The start of what may be the subject of the verb at `at`.
    pub fn start(&self, at: usize) -> usize {
        let opens = |at: &usize| {
            self.before(*at) > Break::None
                || CONJUNCTIONS.contains(&self.word_before(*at, 1))
                || self.word_before(*at, 1) == "et" && ARTICLES.contains(&self.word(*at))
        };
        (1..=at).rev().find(opens).unwrap_or_default()
    }

    fn stops(&self, at: usize, announced: bool, reach: Reach) -> bool {
        let word = self.word(at);
        if CONJUNCTIONS.contains(&word) || word == "ce" && self.word(at + 1) == "qui" {
            return true;
        }
        match self.before(at) {
            Break::Clause => return true,
            Break::Comma if !announced => return !self.goes_on(at, reach),
            _ => {}
        }
        matches!(word, "et" | "ou") && !announced && !self.goes_on(at + 1, reach)
    }

    /// The list goes on at `at`, after a comma or a conjunction.
    fn goes_on(&self, at: usize, reach: Reach) -> bool {
        let word = self.word(at);
        if matches!(word, "de" | "d" | "ni" | "et" | "ou") {
            return true;
        }
        if SUBJECTS.contains(&word) && self.has_verb(at) || self.before(at) == Break::Clause {
            return false;
        }
        if ARTICLES.contains(&word) {
            return reach.articles && !self.has_verb(at);
        }
        // A bare word carries the list on after "et", unless it is a verb; not after a comma.
        let verb = ARTICLES.contains(&self.word(at + 1)) || VERBS.contains(&word);
        let last = self.before(at + 1) != Break::None || matches!(self.word(at + 1), "et" | "ou");
        let carries = if reach.verbal { last } else { !verb };
        self.before(at) == Break::None && carries && !SUBJECTS.contains(&word)
    }

    /// A verb comes before the next separation.
    fn has_verb(&self, at: usize) -> bool {
        (at..self.len())
            .take_while(|i| *i == at || self.before(*i) == Break::None)
            .any(|i| VERBS.contains(&self.word(i)))
    }
}
