//! Fuzzy search over short texts: accents, case and word order do not count. The only module that
//! knows `fuzzy-matcher`.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest query taken into account, in characters.
const LONGEST: usize = 80;

/// What each letter of a word is worth where the word stands in one piece, and what it is worth to
/// begin a word of the text, then the text. Scattered letters get at most two thirds of it.
const LETTER: i64 = 24;
const BEGINS_WORD: i64 = 16;
const BEGINS_TEXT: i64 = 4;

/// A text found, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Place of the text among those of the index.
    pub at: usize,
    pub score: i64,
    /// Characters of the text that match, in order.
    pub matched: Vec<usize>,
}

/// Texts folded once, to be searched at every key.
pub struct Index {
    texts: Vec<Folded>,
    matcher: SkimMatcherV2,
}

/// A text without accents or capitals.
struct Folded {
    text: String,
    /// Which letters and digits it holds, one bit each.
    letters: u64,
    /// The character of the original behind each of its characters; empty where they are the same.
    back: Vec<u32>,
}

/// What a query leaves: the texts that match it, before the best are chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matches {
    query: String,
    found: Vec<usize>,
}

impl Matches {
    pub fn len(&self) -> usize {
        self.found.len()
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

impl Index {
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let texts = texts.into_iter().map(fold).collect();
        Index { texts, matcher: SkimMatcherV2::default().ignore_case() }
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The best `top` texts for a query, best first, every word of it being found in any order; all
    /// texts in their order for an empty query. `before` is what the last query found: a query
    /// that only goes on typing looks no further.
    pub fn search(&self, query: &str, before: &Matches, top: usize) -> (Vec<Hit>, Matches) {
        let query: String = fold(query).text.chars().take(LONGEST).collect();
        let words: Vec<Folded> = query.split_whitespace().map(fold).collect();
        if words.is_empty() {
            let found: Vec<usize> = (0..self.texts.len()).collect();
            let hits = found.iter().take(top).map(|at| Hit { at: *at, score: 0, matched: vec![] });
            return (hits.collect(), Matches { query, found });
        }
        let narrows = !before.query.trim().is_empty() && query.starts_with(&before.query);
        let holds = |at: &usize| self.texts.get(*at).is_some_and(|text| text.may_hold(&words));
        let found: Vec<usize> = if narrows {
            before.found.iter().copied().filter(holds).collect()
        } else {
            (0..self.texts.len()).filter(holds).collect()
        };
        let mut scored = self.scored(&found, &words, top);
        keep_best(&mut scored, top);
        let hit = |(score, at)| Hit { at, score, matched: self.matched(at, &words) };
        (scored.into_iter().map(hit).collect(), Matches { query, found })
    }

    /// Scores of texts. Scattered letters are only looked at where whole words find too little:
    /// they cost most and come last.
    fn scored(&self, found: &[usize], words: &[Folded], top: usize) -> Vec<(i64, usize)> {
        let whole = |at: &usize| Some((self.texts.get(*at)?.whole_score(words)?, *at));
        let scored: Vec<(i64, usize)> = found.iter().filter_map(whole).collect();
        if scored.len() >= top {
            return scored;
        }
        let any = |at: &usize| Some((self.score(self.texts.get(*at)?, words)?, *at));
        found.iter().filter_map(any).collect()
    }

    fn score(&self, text: &Folded, words: &[Folded]) -> Option<i64> {
        words.iter().try_fold(0, |score, word| {
            let whole = text.place_of(&word.text).map(|place| text.worth(&word.text, place));
            let word = whole.or_else(|| self.matcher.fuzzy_match(&text.text, &word.text))?;
            Some(score + word)
        })
    }

    /// The characters of the original that match.
    fn matched(&self, at: usize, words: &[Folded]) -> Vec<usize> {
        let Some(text) = self.texts.get(at) else { return Vec::new() };
        let found = words.iter().filter_map(|word| match text.place_of(&word.text) {
            Some(place) => {
                let before = text.text[..place].chars().count();
                Some((before..before + word.text.chars().count()).collect())
            }
            None => self.matcher.fuzzy_indices(&text.text, &word.text).map(|(_, places)| places),
        });
        let original = |place: usize| text.back.get(place).map_or(place, |back| *back as usize);
        let mut places: Vec<usize> =
            found.flat_map(|places: Vec<usize>| places).map(original).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Letters scattered here and there score far below words: they are left out beside these.
pub fn stands_beside(score: i64, best: i64) -> bool {
    score * 4 >= best * 3
}

/// The best `top` that stand beside the best, best first.
fn keep_best(scored: &mut Vec<(i64, usize)>, top: usize) {
    let best = scored.iter().map(|(score, _)| *score).max().unwrap_or(0);
    scored.retain(|(score, _)| stands_beside(*score, best));
    let best_first = |a: &(i64, usize), b: &(i64, usize)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
    if scored.len() > top && top > 0 {
        scored.select_nth_unstable_by(top - 1, best_first);
    }
    scored.truncate(top);
    scored.sort_unstable_by(best_first);
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Index({} texts)", self.texts.len())
    }
}

impl Folded {
    /// Every letter of every word is there, in order: what any match needs.
    fn may_hold(&self, words: &[Folded]) -> bool {
        words.iter().all(|word| {
            word.letters & !self.letters == 0 && {
                let mut letters = self.text.bytes();
                word.text.bytes().all(|letter| letters.any(|other| other == letter))
            }
        })
    }

    /// Where a word stands in one piece, at the beginning of a word if it can.
    fn place_of(&self, word: &str) -> Option<usize> {
        let mut places = self.text.match_indices(word).map(|(place, _)| place);
        let first = places.next()?;
        if self.begins(first) {
            return Some(first);
        }
        Some(places.find(|place| self.begins(*place)).unwrap_or(first))
    }

    fn begins(&self, place: usize) -> bool {
        !self.text[..place].chars().next_back().is_some_and(char::is_alphanumeric)
    }

    fn worth(&self, word: &str, place: usize) -> i64 {
        let begins = if self.begins(place) { BEGINS_WORD } else { 0 };
        let opens = if place == 0 { BEGINS_TEXT } else { 0 };
        LETTER * word.len() as i64 + begins + opens
    }

    /// The score of a text that holds every word in one piece.
    fn whole_score(&self, words: &[Folded]) -> Option<i64> {
        let worth = |word: &Folded| Some(self.worth(&word.text, self.place_of(&word.text)?));
        words.iter().map(worth).sum()
    }
}

/// One bit per letter and digit; other characters share what is left.
fn bit(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        '0'..='9' => 1 << (26 + c as u32 - '0' as u32),
        c => 1 << (36 + c as u32 % 28),
    }
}

/// Takes accents, capitals, ligatures and typographic spaces and signs out of a text.
fn fold(text: &str) -> Folded {
    let (mut folded, mut back) = (String::with_capacity(text.len()), Vec::new());
    let mut same = true;
    for (at, c) in text.chars().enumerate() {
        let put = |c: char| {
            same &= back.len() == at;
            folded.push(c);
            back.push(at as u32);
        };
        fold_char(c, put);
    }
    let letters = folded.chars().fold(0, |bits, c| bits | bit(c));
    if same && back.len() == text.chars().count() {
        back = Vec::new();
    }
    Folded { text: folded, letters, back }
}

fn fold_char(c: char, mut put: impl FnMut(char)) {
    match c {
        'œ' | 'Œ' => ['o', 'e'].into_iter().for_each(put),
        'æ' | 'Æ' => ['a', 'e'].into_iter().for_each(put),
        '’' | '‘' | 'ʼ' => put('\''),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => put(' '),
        '\u{2010}'..='\u{2015}' | '−' => put('-'),
        c if c.is_ascii() => put(c.to_ascii_lowercase()),
        c => {
            let parts = c.nfkd().filter(|part| !is_combining_mark(*part));
            parts.flat_map(char::to_lowercase).for_each(put);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 6] = [
        "Taux de rebond",
        "Coût par vente",
        "Cœur de cible · fidélité",
        "Net Promoter Score (NPS)",
        "Taux de conversion des paniers ouverts",
        "Évolutions successives",
    ];

    fn found(query: &str) -> Vec<Hit> {
        Index::new(TEXTS).search(query, &Matches::default(), 10).0
    }

    /// The best text for a query, its matching characters in brackets.
    #[track_caller]
    fn finds(query: &str, expected: &str) {
        let hits = found(query);
        let hit = hits.first().unwrap_or_else(|| panic!("nothing for {query:?}"));
        let shown: String = TEXTS[hit.at]
            .chars()
            .enumerate()
            .map(|(at, c)| if hit.matched.contains(&at) { format!("[{c}]") } else { c.to_string() })
            .collect();
        assert_eq!(shown.replace("][", ""), expected, "{query:?}");
    }

    #[test]
    fn accents_case_ligatures_and_order_do_not_count() {
        finds("cout", "[Coût] par vente");
        finds("COÛT", "[Coût] par vente");
        finds("coeur", "[Cœur] de cible · fidélité");
        finds("fidelite coeur", "[Cœur] de cible · [fidélité]");
        finds("rebond taux", "[Taux] de [rebond]");
        finds("e\u{301}vol", "[Évol]utions successives");
        finds("nps", "Net Promoter Score ([NPS])");
    }

    #[test]
    fn scattered_letters_do_not_stand_beside_a_word() {
        let hits = found("nps");
        assert_eq!(hits.len(), 1, "{hits:?}");
    }

    #[test]
    fn nothing_matches_what_is_not_there() {
        assert_eq!(found("zebre"), []);
        assert_eq!(found("taux zebre"), []);
        assert_eq!(found("\u{1b}[31m"), []);
        assert!(found(&"taux ".repeat(100_000)).len() <= 2);
    }

    #[test]
    fn an_empty_query_lists_all_in_order() {
        let places: Vec<usize> = found("  ").into_iter().map(|hit| hit.at).collect();
        assert_eq!(places, [0, 1, 2, 3, 4, 5]);
        assert_eq!(Index::new(TEXTS).search("", &Matches::default(), 2).0.len(), 2);
        assert_eq!(Index::new([]).search("a", &Matches::default(), 2).0, []);
    }

    #[test]
    fn going_on_typing_finds_what_a_fresh_search_finds() {
        let index = Index::new(TEXTS);
        let mut before = Matches::default();
        for end in 1.."taux conv pan".len() {
            let query = &"taux conv pan"[..end];
            let (hits, matches) = index.search(query, &before, 10);
            let fresh = index.search(query, &Matches::default(), 10);
            assert_eq!((hits, matches.clone()), fresh, "{query}");
            before = matches;
        }
        assert_eq!(before.len(), 1);
        let (hits, _) = index.search("tau", &before, 10);
        assert_eq!(hits.len(), 2, "erasing looks at everything again");
    }
}
