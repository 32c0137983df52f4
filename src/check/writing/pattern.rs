//! The little language of `reconnaitre`: terms, alternatives, phrases, prefixes.

use super::lexicon::Lexicon;
use super::token::Text;

/// What polarity a term asks of the words it finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// No prefix.
    Affirmed,
    /// `!`
    Negated,
    /// `?`
    Either,
    /// `-`: must not be in the sentence.
    Absent,
}

/// One alternative: a word, or words in a row. `W` is a string when parsed, the number of a word of
/// the lexicon when ready to search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase<W> {
    pub asked: Asked,
    pub words: Vec<W>,
    /// The words written as one: `e_mailing` is found in "emailing".
    pub joined: Option<W>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term<W> {
    pub asked: Asked,
    pub alternatives: Vec<Phrase<W>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    pub terms: Vec<Term<String>>,
}

/// A pattern ready to search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub terms: Vec<Term<usize>>,
}

/// Longest pattern, in bytes.
const LONGEST: usize = 1_000;

/// Reads a pattern; the error is the French sentence shown to the author.
pub fn parse(pattern: &str) -> Result<Parsed, String> {
    if pattern.len() > LONGEST {
        return Err("motif trop long\u{a0}: répartissez-le en plusieurs motifs".to_owned());
    }
    let terms: Vec<_> = pattern.split_whitespace().map(term).collect::<Result<_, _>>()?;
    match terms.iter().any(|term| term.asked != Asked::Absent) {
        true => Ok(Parsed { terms }),
        false if terms.is_empty() => {
            Err("motif vide\u{a0}: écrivez au moins un mot à reconnaître".to_owned())
        }
        false => Err("motif sans mot à trouver\u{a0}: il ne contient que des mots exclus par «\u{a0}-\u{a0}»"
            .to_owned()),
    }
}

fn term(text: &str) -> Result<Term<String>, String> {
    let (asked, rest) = prefix(text);
    if rest.starts_with(['!', '?', '-']) {
        return Err(misplaced(text));
    }
    // A prefix holds for its alternative and for those after it, until another prefix.
    let mut current = asked;
    let mut alternatives = Vec::new();
    for alternative in rest.split('|') {
        let (own, bare) = prefix(alternative);
        if own == Asked::Absent && asked != Asked::Absent {
            return Err(misplaced(text));
        }
        if own != Asked::Affirmed {
            current = own;
        }
        alternatives.push(phrase(bare, current, text)?);
    }
    Ok(Term { asked, alternatives })
}

fn prefix(text: &str) -> (Asked, &str) {
    let known = [('!', Asked::Negated), ('?', Asked::Either), ('-', Asked::Absent)];
    let found = known.iter().find_map(|(mark, asked)| Some((*asked, text.strip_prefix(*mark)?)));
    found.unwrap_or((Asked::Affirmed, text))
}

fn phrase(alternative: &str, asked: Asked, term: &str) -> Result<Phrase<String>, String> {
    if alternative.is_empty() {
        return Err(format!(
            "alternative vide dans «\u{a0}{term}\u{a0}»\u{a0}: écrivez un mot de chaque côté de «\u{a0}|\u{a0}»"
        ));
    }
    if alternative.starts_with(['!', '?', '-']) {
        return Err(misplaced(term));
    }
    let spaced = alternative.replace('_', " ");
    let text = Text::new(&spaced);
    let words: Vec<String> = (0..text.tokens.len())
        .map(|token| spaced[text.tokens[token].range.clone()].to_owned())
        .collect();
    if words.is_empty() {
        return Err(format!("«\u{a0}{alternative}\u{a0}» ne contient ni lettre ni chiffre"));
    }
    let joined = (words.len() > 1).then(|| words.concat());
    Ok(Phrase { asked, words, joined })
}

fn misplaced(term: &str) -> String {
    format!(
        "préfixe mal placé dans «\u{a0}{term}\u{a0}»\u{a0}: «\u{a0}-\u{a0}» ouvre un terme, et un mot n’a qu’un préfixe"
    )
}

impl Parsed {
    /// Gives every word its number.
    pub fn intern(self, lexicon: &mut Lexicon) -> Pattern {
        let mut phrase = |phrase: Phrase<String>| Phrase {
            asked: phrase.asked,
            words: phrase.words.iter().map(|word| lexicon.intern(word)).collect(),
            joined: phrase.joined.map(|joined| lexicon.intern(&joined)),
        };
        let terms = self.terms.into_iter().map(|term| Term {
            asked: term.asked,
            alternatives: term.alternatives.into_iter().map(&mut phrase).collect(),
        });
        Pattern { terms: terms.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_alternatives_and_phrases() {
        let parsed = parse("panier_moyen !hausse|monte ?clair -prix").unwrap();
        let asked: Vec<Asked> = parsed.terms.iter().map(|term| term.asked).collect();
        assert_eq!(asked, [Asked::Affirmed, Asked::Negated, Asked::Either, Asked::Absent]);
        assert_eq!(parsed.terms[0].alternatives[0].words, ["panier", "moyen"]);
        assert_eq!(parsed.terms[1].alternatives.len(), 2);
        let asked: Vec<Asked> = parse("peu|!clair|net").unwrap().terms[0]
            .alternatives
            .iter()
            .map(|a| a.asked)
            .collect();
        assert_eq!(asked, [Asked::Affirmed, Asked::Negated, Asked::Negated]);
        let words = |p: &str| parse(p).unwrap().terms[0].alternatives[0].words.clone();
        assert_eq!(words("l'accueil"), ["l", "accueil"]);
        assert_eq!(words("e-commerce"), ["e", "commerce"]);
        assert_eq!(words("25,64_%"), ["25,64", "%"]);
    }

    #[test]
    fn mistakes_are_told() {
        for (pattern, said) in [
            ("", "motif vide"),
            ("   ", "motif vide"),
            ("-prix", "sans mot à trouver"),
            ("a||b", "alternative vide"),
            ("!", "alternative vide"),
            ("a|-b", "préfixe"),
            ("!!b", "préfixe"),
            ("-a|!-b", "préfixe"),
            ("-a|!", "alternative vide"),
            ("a|_", "ni lettre ni chiffre"),
            (&"a".repeat(1001), "trop long"),
        ] {
            let error = parse(pattern).unwrap_err();
            assert!(error.contains(said), "{pattern:?}: {error}");
        }
    }
}
