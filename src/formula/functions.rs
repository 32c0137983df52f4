//! The named functions: how authors write them and how many values they take.

use std::ops::RangeInclusive;

use crate::model::Function;

/// One row of the table of functions.
pub(super) struct Entry {
    pub name: &'static str,
    pub function: Function,
    pub arguments: RangeInclusive<usize>,
    /// How to write it, for error messages.
    pub usage: &'static str,
    /// A name alone stands for its whole row or column.
    pub series: bool,
}

const MANY: usize = usize::MAX;

const fn row(
    name: &'static str,
    function: Function,
    arguments: RangeInclusive<usize>,
    usage: &'static str,
    series: bool,
) -> Entry {
    Entry { name, function, arguments, usage, series }
}

pub(super) const FUNCTIONS: &[Entry] = &[
    row("evolution", Function::Change, 2..=2, "evolution(départ, arrivée)", false),
    row("part", Function::Share, 2..=2, "part(partie, total)", false),
    row("points", Function::Points, 2..=2, "points(départ, arrivée)", false),
    row("coefficient", Function::Coefficient, 2..=2, "coefficient(départ, arrivée)", false),
    row("somme", Function::Sum, 1..=MANY, "somme(ligne)", true),
    row("moyenne", Function::Mean, 1..=MANY, "moyenne(ligne)", true),
    row(
        "moyenne_ponderee",
        Function::WeightedMean,
        2..=2,
        "moyenne_ponderee(valeurs, effectifs)",
        true,
    ),
    row("arrondi", Function::Round, 1..=2, "arrondi(x, 2)", false),
    row("plafond", Function::Ceiling, 1..=1, "plafond(x)", false),
    row("plancher", Function::Floor, 1..=1, "plancher(x)", false),
    row("abs", Function::Absolute, 1..=1, "abs(x)", false),
    row("min", Function::Minimum, 1..=MANY, "min(a, b)", true),
    row("max", Function::Maximum, 1..=MANY, "max(a, b)", true),
    row("heures", Function::Hours, 1..=1, "heures(x)", false),
    row("minutes", Function::Minutes, 1..=1, "minutes(x)", false),
];

/// Names that look like functions but have a syntax of their own.
pub(super) const SPECIAL: &[&str] = &["bareme", "etape"];

/// The function of that name, accents and case aside.
pub(super) fn find(name: &str) -> Option<&'static Entry> {
    let folded = fold(name);
    FUNCTIONS.iter().find(|entry| entry.name == folded)
}

/// The known name closest to `name`, if one is close enough to be meant.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    FUNCTIONS
        .iter()
        .map(|entry| entry.name)
        .chain(SPECIAL.iter().copied())
        .map(|known| (strsim::osa_distance(known, &folded), known))
        .filter(|(distance, known)| *distance <= known.len().div_ceil(3))
        .min()
        .map(|(_, known)| known)
}

/// Lower case, without accents: `Évolution` is `evolution`.
pub(super) fn fold(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_are_unique_and_folded() {
        let names: HashSet<_> = FUNCTIONS.iter().map(|e| e.name).collect();
        assert_eq!(names.len(), FUNCTIONS.len());
        assert!(FUNCTIONS.iter().all(|e| fold(e.name) == e.name));
    }

    #[test]
    fn the_nearest_name_is_a_plausible_one() {
        assert_eq!(nearest("evolutoin"), Some("evolution"));
        assert_eq!(nearest("Moyene"), Some("moyenne"));
        assert_eq!(nearest("barème_"), Some("bareme"));
        assert_eq!(nearest("zzzzzz"), None);
    }
}
