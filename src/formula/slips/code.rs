//! The known slips, and the names they go by in JSON, in the journal and on screen.

/// A known mistake; codes are those of `docs/diagnostics.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SlipCode {
    /// The author's own trap.
    Trap,
    /// The quotient upside down, or a change computed backwards.
    Inverse,
    /// A change divided by the final value.
    FinalBase,
    /// A gap that was not divided.
    Difference,
    /// The multiplier for the rate, or the other way round.
    Coefficient,
    Factor100,
    PowerOfTen,
    Sign,
    /// 1 − x for x.
    Complement,
    /// A relative change for a gap in points, or the other way round.
    PercentPoints,
    /// A figure of another row, column or period.
    NeighbourCell,
    SimpleMean,
    /// A wrong base: part of the total left out, or the number of rows for the total.
    WrongTotal,
    /// Added where another operation was called for; the next three likewise.
    Sum,
    Subtraction,
    Product,
    Division,
    ForgottenTerm,
    /// Rounded to the wrong whole number.
    WholeRounding,
    /// 21,33 h read as 21 h 33 min.
    DecimalHours,
    EarlyRounding,
    SwappedDigits,
    /// Another unit of the same family.
    Unit,
    /// Successive changes added instead of multiplied.
    AddedRates,
    /// An operation done out of turn, for want of parentheses or of order.
    Precedence,
}

/// One row per slip: its name in files and its short French name.
const NAMES: &[(SlipCode, &str, &str)] = &[
    (SlipCode::Trap, "piege", "Piège de l’énoncé"),
    (SlipCode::Inverse, "inverse", "Rapport à l’envers"),
    (SlipCode::FinalBase, "base-finale", "Division par la valeur finale"),
    (SlipCode::Difference, "difference", "Écart non divisé"),
    (SlipCode::Coefficient, "coefficient", "Coefficient et taux confondus"),
    (SlipCode::Factor100, "facteur-100", "Facteur 100"),
    (SlipCode::PowerOfTen, "puissance-de-dix", "Virgule déplacée"),
    (SlipCode::Sign, "signe", "Signe inversé"),
    (SlipCode::Complement, "complement", "Complément à 100\u{a0}%"),
    (SlipCode::PercentPoints, "points-pourcent", "Points et % confondus"),
    (SlipCode::NeighbourCell, "cellule-voisine", "Mauvaise ligne ou colonne"),
    (SlipCode::SimpleMean, "moyenne-simple", "Moyenne simple au lieu de pondérée"),
    (SlipCode::WrongTotal, "effectif-total", "Mauvais total"),
    (SlipCode::Sum, "somme", "Addition à tort"),
    (SlipCode::Subtraction, "soustraction", "Soustraction à tort"),
    (SlipCode::Product, "produit", "Multiplication à tort"),
    (SlipCode::Division, "division", "Division à tort"),
    (SlipCode::ForgottenTerm, "terme-oublie", "Élément oublié"),
    (SlipCode::WholeRounding, "arrondi-entier", "Arrondi à l’entier"),
    (SlipCode::DecimalHours, "heures-decimales", "Heures décimales et minutes"),
    (SlipCode::EarlyRounding, "arrondi-premature", "Arrondi trop tôt"),
    (SlipCode::SwappedDigits, "chiffres-inverses", "Chiffres inversés"),
    (SlipCode::Unit, "unite", "Mauvaise unité"),
    (SlipCode::AddedRates, "taux-additionnes", "Taux additionnés"),
    (SlipCode::Precedence, "priorites", "Priorités de calcul"),
];

impl SlipCode {
    /// Every code, in the order of declaration.
    pub const ALL: [SlipCode; 25] = {
        let mut all = [SlipCode::Trap; 25];
        let mut index = 0;
        while index < all.len() {
            all[index] = NAMES[index].0;
            index += 1;
        }
        all
    };

    /// The name of the slip in JSON, in the journal and in `docs/diagnostics.md`.
    pub fn code(self) -> &'static str {
        NAMES[self as usize].1
    }

    /// A few words for lists and for "Trouver l'erreur": "Division par la valeur finale".
    pub fn title(self) -> &'static str {
        NAMES[self as usize].2
    }

    /// The slip a name of JSON or of the journal stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slip| slip.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_is_in_order_and_names_are_unique() {
        for (index, slip) in SlipCode::ALL.into_iter().enumerate() {
            assert_eq!(slip as usize, index);
            assert_eq!(SlipCode::parse(slip.code()), Some(slip));
        }
        assert_eq!(NAMES.len(), SlipCode::ALL.len());
        let titles: HashSet<_> = SlipCode::ALL.iter().map(|s| s.title()).collect();
        assert_eq!(titles.len(), SlipCode::ALL.len());
        assert_eq!(SlipCode::parse("zut"), None);
    }
}
