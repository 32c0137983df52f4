//! A bounded, seeded run of the fuzz target `reading` on a stable toolchain: the same corpus,
//! the same invariants, the same texts every time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../fuzz/invariants.rs"]
mod invariants;

use std::fs;
use std::path::Path;

/// Texts tried on each run. Raise it with the variable `FUZZ_READING` for a longer one.
const RUNS: usize = 25_000;

/// Pieces that figures are made of, and pieces that break them.
const PIECES: &[&str] = &[
    "0",
    "1",
    "9",
    "400",
    "1.234",
    ",",
    ".",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\t",
    "\n",
    "'",
    "’",
    "''",
    "”",
    "%",
    "€",
    "k€",
    "M€",
    "/h",
    "h",
    "min",
    "s",
    "pts",
    "points de %",
    "pour cent",
    "(",
    ")",
    "+",
    "-",
    "−",
    "*",
    "×",
    "x",
    "÷",
    "/",
    ":",
    "=",
    "≈",
    "^",
    "³",
    "⁻",
    "½",
    "e",
    "E3",
    "·10^",
    "visiteurs",
    "par",
    "d'",
    "euros",
    "millions",
    "environ",
    "soit",
    "sur 20",
    "et",
    "\u{200b}",
    "\u{301}",
    "\u{202e}",
    "\u{1b}[31m",
    "\0",
    "zz",
    "é",
    "５",
    "\u{fdfa}",
    "99999999999999",
];

/// SplitMix64: small, seeded, good enough to choose mutations.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }
}

fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/reading");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned())
        .collect()
}

/// One to four changes: a piece put in, a part removed, doubled or swapped for part of another text.
fn mutate(text: &str, other: &str, chance: &mut Chance) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=chance.below(4) {
        let start = chance.below(chars.len() + 1);
        let end = (start + chance.below(6)).min(chars.len());
        let piece: Vec<char> = match chance.below(5) {
            0 | 1 => PIECES[chance.below(PIECES.len())].chars().collect(),
            2 => Vec::new(),
            3 => chars[start..end].repeat(1 + chance.below(40)),
            _ => other.chars().skip(chance.below(8)).take(8).collect(),
        };
        let end = if chance.below(2) == 0 { start } else { end };
        chars.splice(start..end, piece);
        chars.truncate(500);
    }
    chars.into_iter().collect()
}

#[test]
fn mutations_of_the_corpus_hold_the_invariants() {
    let corpus = corpus();
    assert!(corpus.len() > 100, "the corpus is missing");
    let runs = std::env::var("FUZZ_READING").ok().and_then(|runs| runs.parse().ok());
    let mut chance = Chance(2024);
    for text in &corpus {
        invariants::hold(text, chance.below(99));
    }
    let mut pool = corpus.clone();
    for _ in 0..runs.unwrap_or(RUNS) {
        let text = mutate(
            &pool[chance.below(pool.len())],
            &corpus[chance.below(corpus.len())],
            &mut chance,
        );
        invariants::hold(&text, chance.below(99));
        // Mutations of mutations go further than one step from the corpus.
        if pool.len() < 4_000 {
            pool.push(text);
        } else {
            let place = corpus.len() + chance.below(pool.len() - corpus.len());
            pool[place] = text;
        }
    }
}
