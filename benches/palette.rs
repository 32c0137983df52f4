//! How long the palette takes at each key on a library of 100 000 entries.

use tuteur_ndrc::tui::{Matches, SearchIndex};

fn main() {
    divan::main();
}

/// Plausible titles: every pair of words of a small vocabulary, numbered.
fn titles() -> Vec<String> {
    const WORDS: [&str; 20] = [
        "Taux",
        "Coût",
        "Évolution",
        "Panier",
        "Clients",
        "Conversion",
        "Fidélité",
        "Réseaux",
        "Campagne",
        "Téléphone",
        "Abandon",
        "Chiffre",
        "Satisfaction",
        "Visites",
        "Rebond",
        "Œuvre",
        "Qualité",
        "Élève",
        "Site",
        "Budget",
    ];
    let title = |n: usize| {
        let word = |by: usize| WORDS[n / by % WORDS.len()];
        format!("{} {} de la {} — sujet n° {n}", word(1), word(20), word(400))
    };
    (0..100_000).map(title).collect()
}

fn index() -> SearchIndex {
    SearchIndex::new(titles().iter().map(String::as_str))
}

#[divan::bench(sample_count = 10)]
fn fold_once(bencher: divan::Bencher) {
    let titles = titles();
    bencher.bench(|| SearchIndex::new(titles.iter().map(String::as_str)));
}

/// The first letter of a query, the whole library being searched.
#[divan::bench(args = ["t", "e", "taux rebond", "cout panier 99", "zzz"], sample_count = 20)]
fn fresh(bencher: divan::Bencher, query: &str) {
    let index = index();
    bencher.bench(|| index.search(query, &Matches::default(), 200));
}

/// One more letter, the last result being at hand.
#[divan::bench(args = ["ta", "taux re", "cout panier 99"], sample_count = 20)]
fn one_more_letter(bencher: divan::Bencher, query: &str) {
    let index = index();
    let before: String = query.chars().take(query.chars().count() - 1).collect();
    let (_, matches) = index.search(&before, &Matches::default(), 200);
    bencher.bench(|| index.search(query, &matches, 200));
}
