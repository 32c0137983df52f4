//! What ships inside the program: one row per file of `exercises/`, in the order of their names.

use super::source::SourceFile;

/// Names and texts. `tests/exercises.rs` holds this list against the folder.
const FILES: &[(&str, &str)] = &[
    ("2021-arbre-cadeau.ron", include_str!("../../exercises/2021-arbre-cadeau.ron")),
    ("2022-faur.ron", include_str!("../../exercises/2022-faur.ron")),
    ("2022-olympic-location.ron", include_str!("../../exercises/2022-olympic-location.ron")),
    ("2023-novatech.ron", include_str!("../../exercises/2023-novatech.ron")),
    ("2024-autour-des-plantes.ron", include_str!("../../exercises/2024-autour-des-plantes.ron")),
    ("lexique.ron", include_str!("../../exercises/lexique.ron")),
];

/// Their table of contents, which `tests/exercises.rs` holds against them.
pub(super) const CONTENTS: &str = include_str!("../../exercises/sommaire.txt");

/// The papers and the lexicon of the program itself.
pub fn embedded() -> Vec<SourceFile> {
    FILES.iter().map(|(name, text)| SourceFile::shipped(name, text)).collect()
}
