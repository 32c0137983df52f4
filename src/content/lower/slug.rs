//! Identifiers: how one is made from a label, and what one may look like.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The label in lower case, accents dropped, anything else turned into single hyphens:
/// `Évolution T1 → T4` gives `evolution-t1-t4`.
pub(crate) fn slug(label: &str) -> String {
    let mut slug = String::with_capacity(label.len());
    let letters = label.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    for c in letters {
        match c {
            'œ' => slug.push_str("oe"),
            'æ' => slug.push_str("ae"),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Lower case letters, digits and single hyphens, neither first nor last.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= 80 && slug(text) == text
}

/// Like an id, with dots: `1.1`, `rcs`.
pub(crate) fn is_number(text: &str) -> bool {
    text.split('.').all(is_id)
}

/// The name nearest to `found`, where one is near enough to be meant.
pub(crate) fn nearest<'a>(
    found: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::osa_distance(found, name), name))
        .min()
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 4)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_become_ids() {
        for (label, id) in [
            ("T1", "t1"),
            ("Panier moyen", "panier-moyen"),
            ("Évolution T1 → T4", "evolution-t1-t4"),
            ("Chiffre d’affaires (k€)", "chiffre-d-affaires-k"),
            ("Cœur de cible", "coeur-de-cible"),
            ("2021", "2021"),
            ("%", ""),
        ] {
            assert_eq!(slug(label), id, "{label}");
        }
    }

    #[test]
    fn ids_are_plain() {
        for good in ["t1", "panier-moyen", "2024-autour-des-plantes"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "T1", "a b", "-a", "a-", "a--b", "é", "a/b", "a.b", &"a".repeat(81)] {
            assert!(!is_id(bad), "{bad}");
        }
        assert!(is_number("1.1") && is_number("rcs") && !is_number("1.") && !is_number("1/2"));
    }

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("visiteur", ["rebonds", "visiteurs"]), Some("visiteurs"));
        assert_eq!(nearest("ca", ["rebonds", "visiteurs"]), None);
    }
}
