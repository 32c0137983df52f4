//! Writing a word the way the search compares it: without accents or case, and reduced to its stem.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, ligatures undone.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            _ => folded.push(c),
        }
    }
    folded
}

/// A word in the forms it is compared in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Form {
    pub folded: String,
    /// Folded stem of the word as written, stem of the folded word (accents that were left out
    /// change what the stemmer cuts), and stem of the verb the word may be a plural of,
    /// and the word without its plural mark.
    pub stems: Vec<String>,
}

/// Makes forms.
pub struct Former(Stemmer);

impl Default for Former {
    fn default() -> Self {
        Former(Stemmer::create(Algorithm::French))
    }
}

impl Former {
    pub fn form(&self, word: &str) -> Form {
        let lower = word.nfc().flat_map(char::to_lowercase).collect::<String>();
        // "ça" is no "CA", "où" no "ou".
        let kept = matches!(lower.as_str(), "ça" | "où");
        let folded = if kept { lower.clone() } else { fold(&lower) };
        let mut stems = vec![fold(&self.0.stem(&lower)), self.0.stem(&folded).into_owned()];
        // The stemmer leaves "augmentent" whole.
        if let Some(verb) = folded.strip_suffix("nt").filter(|verb| verb.ends_with('e')) {
            stems.push(self.0.stem(verb).into_owned());
        }
        // Its stem is too short to keep where the singular has four letters ("pages").
        stems.extend(folded.strip_suffix(['s', 'x']).map(str::to_owned));
        stems.retain(|stem| stem.len() > 3 || *stem == folded);
        stems.dedup();
        Form { folded, stems }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_fold() {
        for (written, folded) in
            [("Fidélité", "fidelite"), ("CŒUR", "coeur"), ("e\u{301}té", "ete"), ("２５", "25")]
        {
            assert_eq!(fold(written), folded);
        }
    }

    #[test]
    fn words_of_one_family_share_a_stem() {
        let former = Former::default();
        let stems = |word: &str| former.form(word).stems;
        let stems = |word: &str| [stems(word), vec![fold(word)]].concat();
        for (a, b) in [
            ("augmente", "augmentation"),
            ("fidéliser", "fidelisation"),
            ("réseaux", "reseau"),
            ("locaux", "local"),
            ("pages", "page"),
            ("améliorée", "ameliorer"),
            ("dépensent", "depense"),
        ] {
            let (a, b) = (stems(a), stems(b));
            assert!(a.iter().any(|stem| b.contains(stem)), "{a:?} {b:?}");
        }
    }
}
