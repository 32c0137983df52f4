//! What ships inside the program, packed by `build.rs`: one row per file of `exercises/`, in the
//! order of their names.

use miniz_oxide::inflate::decompress_slice_iter_to_slice;

use super::source::SourceFile;

/// A row of [`FILES`].
macro_rules! packed {
    ($name:literal) => {
        (
            concat!($name, ".ron"),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".pack")).as_slice(),
        )
    };
}

/// Names and packed texts. `tests/exercises.rs` holds this list against the folder.
const FILES: &[(&str, &[u8])] = &[
    packed!("2021-arbre-cadeau"),
    packed!("2022-faur"),
    packed!("2022-olympic-location"),
    packed!("2023-novatech"),
    packed!("2024-autour-des-plantes"),
    packed!("lexique"),
];

/// Their table of contents, which `tests/exercises.rs` holds against them.
pub(super) const CONTENTS: &str = include_str!("../../exercises/sommaire.txt");

/// The papers and the lexicon of the program itself.
pub fn embedded() -> Vec<SourceFile> {
    FILES.iter().map(|(name, packed)| SourceFile::shipped(name, text(packed))).collect()
}

/// Room for any text of the program. So large a block is a mapping of its own, of which only what
/// is written to takes memory, and which goes back to the system whole once the papers are read.
const ROOM: usize = 256 * 1024;

/// A text that does not unpack is empty, which loading reports as in any other file.
fn text(packed: &[u8]) -> String {
    let mut bytes = vec![0; ROOM];
    let pieces = std::iter::once(packed);
    let length = decompress_slice_iter_to_slice(&mut bytes, pieces, false, true).unwrap_or(0);
    bytes.truncate(length);
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_the_file() {
        for file in embedded() {
            let path = format!("{}/exercises/{}", env!("CARGO_MANIFEST_DIR"), file.name);
            assert_eq!(*file.text, std::fs::read_to_string(path).unwrap(), "{}", file.name);
        }
        assert!(FILES.iter().map(|(_, packed)| packed.len()).sum::<usize>() < 300_000);
    }
}
