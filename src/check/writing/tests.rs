//! Patterns against sentences as students write them.

use super::*;
use crate::model::KeyPoint;

fn writing(patterns: &[&str]) -> Writing {
    Writing {
        points: vec![KeyPoint {
            id: "p".to_owned(),
            group: None,
            expected: String::new(),
            why: String::new(),
            patterns: patterns.iter().map(|p| (*p).to_owned()).collect(),
        }],
        enough: None,
        open: false,
        model: Vec::new(),
        skill: None,
        hints: Vec::new(),
        reasoning: String::new(),
    }
}

fn evidence<'a>(pattern: &str, text: &'a str) -> Option<&'a str> {
    assert_eq!(check_pattern(pattern), Ok(()), "{pattern}");
    analyse(&writing(&[pattern]), text)[0].evidence.clone().map(|range| &text[range])
}

#[track_caller]
fn finds(pattern: &str, text: &str) {
    assert!(evidence(pattern, text).is_some(), "`{pattern}` not found in {text:?}");
}

#[track_caller]
fn misses(pattern: &str, text: &str) {
    let found = evidence(pattern, text);
    assert!(found.is_none(), "`{pattern}` found in {text:?}: {found:?}");
}

#[test]
fn accents_case_number_conjugation_and_one_mistake_do_not_matter() {
    for text in [
        "Le panier moyen augmente",
        "LES PANIERS MOYENS AUGMENTENT",
        "augmentation du panier moyen",
        "Le panier moyen a augmenté de 3 %.",
        "le pannier moyen augmante",
        "Panier moyen : en augmentation",
    ] {
        finds("panier_moyen augmente", text);
    }
    misses("panier_moyen augmente", "Le panier moyen baisse");
    misses("panier_moyen augmente", "Le panier augmente. Le délai moyen aussi");
    misses("manque", "La marque est connue");
    misses("publicite", "Le public est jeune");
    misses("ca baisse", "ça baisse");
    finds("ca baisse", "Le CA a baissé");
}

#[test]
fn phrases_skip_small_words_and_hyphens() {
    finds("barre_recherche", "une barre de recherche");
    finds("page_d_accueil", "la page d’accueil");
    finds("page_d_accueil", "la page accueil".replace("page accueil", "page d'accueil").as_str());
    finds("e_mailing", "un e-mailing");
    finds("e_mailing", "un emailing");
    finds("emailing", "un e-mailing");
    finds("market_place", "la marketplace");
    finds("marketplace", "la market place");
    finds("18500", "18 500 vendeurs");
    finds("3,5 millions", "3.5 millions de visiteurs");
    misses("barre_recherche", "la recherche dans la barre");
    misses(
        "panier_moyen",
        "le panier est dans la moyenne basse".replace("moyenne", "zone").as_str(),
    );
}

#[test]
fn what_is_denied_is_not_affirmed() {
    for text in [
        "Il n’y a pas de barre de recherche",
        "il n'y a aucune barre de recherche",
        "Absence de barre de recherche",
        "absence d'une barre de recherche",
        "pas de recherche",
        "Site sans barre de recherche",
        "Il manque une barre de recherche",
        "Manque : barre de recherche",
        "La barre de recherche n'est pas visible",
        "la barre de recherche n’existe pas",
        "barre de recherche absente",
        "La barre de recherche manque",
        "barre de recherche non présente",
        "y a pas de barre de recherche",
        "Absence de logo, de panier et de barre de recherche",
        "Ni panier ni barre de recherche",
        "Il manque un panier, une barre de recherche",
        "Le site ne dispose pas d’une barre de recherche",
        "Il manque :\n- un panier\n- une barre de recherche",
        "Aucun compte client, aucune barre de recherche",
        "On ne sait pas où est la barre de recherche",
        "L’adresse et la barre de recherche ne sont pas mises en avant",
    ] {
        finds("!recherche", text);
    }
    for text in [
        "Présence d’une barre de recherche",
        "barre de recherche visible",
        "Il manque un panier mais la barre de recherche est bien placée",
        "absence de logo, la barre de recherche est visible",
        "Pas de panier et la barre de recherche est trop petite",
        "Il ne manque pas de barre de recherche",
        "Pas seulement un panier mais aussi une barre de recherche",
        "Sans oublier la barre de recherche",
        "Il n'y a que la barre de recherche",
        "plus de recherche",
        "Pas de panier. Barre de recherche centrale",
        "Il n’a plus de panier et risque d’oublier la recherche",
        "non seulement une barre de recherche mais un panier",
    ] {
        misses("!recherche", text);
        finds("recherche", text);
    }
}

#[test]
fn affirmed_words_are_not_found_denied() {
    for text in [
        "Les visiteurs n'augmentent pas",
        "pas d’augmentation des visiteurs",
        "aucune augmentation des visiteurs",
        "le nombre de visiteurs n’a jamais augmenté",
        "les visiteurs n'ont plus augmenté",
    ] {
        misses("visiteurs augmente", text);
        finds("visiteurs !augmente", text);
        finds("visiteurs ?augmente", text);
    }
    finds("facile", "La commande se fait facilement");
    finds("!difficulte", "On commande sans difficulté");
    finds("!difficulte", "sans aucune difficulté");
    misses("difficulte", "sans aucune difficulté");
    finds("visible", "Le panier ne manque pas d’être visible");
    finds("!visible", "le panier est invisible");
    finds("!visible", "le panier est peu visible");
    finds("visible", "un peu visible");
    misses("visible", "mal visible");
    misses("performant", "Le site n’est pas très performant");
    finds("!performant", "Le site n’est pas très performant");
    finds("site !performant", "le site est pas performant");
}

#[test]
fn a_pattern_that_names_the_absence_leaves_its_other_words_free() {
    finds("!contact client", "pas de contact avec le client");
    finds("manque|absence photos", "Il y a un manque de photos");
    finds("peu|pas_assez visiteurs", "il y a peu de visiteurs");
    finds("peu|pas_assez visiteurs", "pas assez de visiteurs");
    misses("manque photos", "Il ne manque pas de photos");
}

#[test]
fn excluded_words_exclude_their_clause_only() {
    finds("paniers baisse -abandon", "Le nombre de paniers baisse.");
    misses("paniers baisse -abandon", "L’abandon de paniers baisse.");
    finds("paniers baisse -abandon", "Les abandons montent. Les paniers baissent.");
    finds("paniers baisse -abandon", "Les paniers baissent, surtout faute de suivi des abandons.");
    misses("paniers baisse -abandon", "Les abandons de panier, eux, baissent.");
}

#[test]
fn a_prefix_holds_until_the_next_one() {
    let pattern = "menu terne|!attirant|attrayant";
    finds(pattern, "Le menu n’est pas très attrayant");
    finds(pattern, "Le menu est terne");
    misses(pattern, "Le menu est attrayant");
}

#[test]
fn the_heading_of_a_list_goes_with_its_lines() {
    finds("ameliorer newsletter", "À améliorer :\n- le design\n- la newsletter\n");
    misses("ameliorer newsletter", "À améliorer :\n- le design\nLa newsletter est bonne\n");
    let text = "Il manque :\n- un logo\n- un panier";
    assert_eq!(evidence("!panier", text), Some("panier"));
}

#[test]
fn the_evidence_is_the_shortest_stretch() {
    let text = "Le panier est grand, et le panier moyen augmente beaucoup.";
    assert_eq!(evidence("panier augmente", text), Some("panier moyen augmente"));
    assert_eq!(evidence("été", "L’Été."), Some("Été"));
}

#[test]
fn words_far_apart_in_a_run_on_sentence_are_two_ideas() {
    let filler = "et puis on voit que ".repeat(8);
    misses("panier augmente", &format!("le panier {filler} ça augmente"));
}

#[test]
fn long_and_odd_texts_are_bounded() {
    let long = "Le panier n’est pas visible, ni la recherche ; ".repeat(2_500);
    let start = std::time::Instant::now();
    assert!(analyse(&writing(&["!panier", "absent"]), &long)[0].found);
    assert!(start.elapsed().as_secs() < 3);
    for text in [
        "",
        "\n\n:\n- ",
        "é".repeat(60_000).as_str(),
        "\u{301}",
        "1.",
        "- :",
        "...",
        "a) b",
        "é) b",
    ] {
        assert!(!analyse(&writing(&["panier"]), text)[0].found);
    }
}
