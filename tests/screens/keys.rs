//! Réglages and its key list: what it looks like, and keys given, refused and given back.

use tuteur_ndrc::progress::{Drafts, History};
use tuteur_ndrc::tui::{Context, Effect, Preferences, Theme};

use crate::play::Play;
use crate::views::answering;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (40, 12)];
/// From the accueil to the key list.
const KEYS: &str = "g<end><up><enter>";

fn looks(name: &str, keys: &str) {
    for (width, height) in SIZES {
        for (theme, called) in [(Theme::Colours, ""), (Theme::Plain, "_plain")] {
            let play = Play::with(width, height, theme, History::default(), Drafts::default());
            let picture = play.keys(keys).picture();
            insta::assert_snapshot!(format!("{name}{called}_{width}x{height}"), picture);
        }
    }
}

#[track_caller]
fn shows(play: &Play, words: &str) {
    let screen = play.text();
    assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
}

fn remembered(play: &Play) -> &Preferences {
    let last = play.effects.iter().rev().find_map(|effect| match effect {
        Effect::Remember(preferences) => Some(preferences),
        _ => None,
    });
    last.expect("something was remembered")
}

/// In the key list, the selection on the help ladder's first rung.
fn on_hint(width: u16, height: u16) -> Play {
    Play::open(width, height).keys(KEYS).keys("echelon")
}

#[test]
fn the_pages() {
    looks("settings_calm", "g<end><up><up><enter>");
    looks("keys", KEYS);
    looks("keys_found", &format!("{KEYS}echelon"));
    looks("keys_waiting", &format!("{KEYS}echelon<enter>"));
    looks("keys_refused", &format!("{KEYS}echelon<enter><f3>"));
    looks("keys_given", &format!("{KEYS}echelon<enter><f10>"));
    looks("keys_sure", &format!("{KEYS}echelon<enter><f10><esc><end><enter>"));
}

#[test]
fn a_given_key_is_in_force_everywhere_at_once() {
    let play = on_hint(80, 24).keys("<enter>");
    assert_eq!(play.app.context(), Context::NewKey);
    let play = play.keys("<f10>");
    assert_eq!(play.app.context(), Context::Keys);
    shows(&play, "•F10");
    let play = play.keys("<esc><esc>");
    shows(&play, "1\u{a0}changée");
    let play = play.keys("<esc><down><enter><f6>");
    shows(&play, "F10 Indice");
    let helped = play.keys("<f2>");
    assert!(!helped.text().contains("Indice 1"), "F2 is free: {}", helped.text());
    let helped = helped.keys("<f10>");
    shows(&helped, "Indice 1");
    shows(&helped.keys("<f1><end>"), "F10 donne un coup de pouce");
}

#[test]
fn the_palette_shows_the_key_in_force() {
    let play = on_hint(80, 24).keys("<enter><f10><esc><esc><esc><down><enter><f6><c-p>echelon");
    let screen = play.text();
    let line = screen.lines().find(|line| line.contains("Un échelon")).expect("a line");
    assert!(line.contains("F10"), "{line}");
}

#[test]
fn the_accueil_names_the_keys_in_force() {
    let play = Play::open(80, 24).keys(KEYS).keys("ouvrir le memo<enter>w<esc><esc><esc>");
    shows(&play, "w Mémo");
    assert_eq!(play.keys("w").app.context(), Context::Memo);
    let play = Play::open(80, 24).keys(KEYS).keys("afficher<enter><f10><esc><esc><esc>");
    shows(&play, "F10 explique tout");
}

#[test]
fn what_is_refused_is_explained_and_asked_again() {
    let play = on_hint(80, 24).keys("<enter><f3>");
    shows(&play, "F3 sert déjà à «\u{a0}Comprendre le verdict\u{a0}»");
    let play = play.keys("h");
    shows(&play, "«\u{a0}h\u{a0}» s’écrit dans un champ");
    let play = play.keys("<enter>");
    shows(&play, "gardent toujours leur sens");
    assert_eq!(play.app.context(), Context::NewKey);
    let play = play.keys("<esc>");
    assert_eq!(play.app.context(), Context::Keys);
    shows(&play, "F2 · Ctrl+A");
    assert_eq!(play.effects, []);
    let leaving = play.keys("<enter><c-c>");
    assert_eq!(leaving.app.context(), Context::Leave);
    assert_eq!(leaving.keys("<esc>").app.context(), Context::NewKey, "the question stays");
}

#[test]
fn a_key_can_be_added_and_all_given_back() {
    let play = Play::open(80, 24).keys(KEYS).keys("reveler<tab>");
    shows(&play, "la touche à ajouter");
    let play = play.keys("<f5>");
    shows(&play, "F5");
    let keys = &remembered(&play).keys;
    assert_eq!(keys.to_text(), "projection.reveal aussi f5");
    for back in ["<delete>", "<esc><end><enter><enter>"] {
        let play = Play::open(80, 24).keys(KEYS).keys("reveler<tab><f5>").keys(back);
        assert_eq!(remembered(&play).keys, Preferences::default().keys, "{back}");
    }
    // Backspace erases what is looked for, then gives back.
    let play = play.keys("<esc><down><enter><f10><back>");
    assert_eq!(remembered(&play).keys.to_text(), "projection.reveal aussi f5");
}

#[test]
fn all_keys_are_given_back_only_once_sure() {
    let play = on_hint(80, 24).keys("<enter><f10><esc><end><enter>");
    shows(&play, "Entrée encore une fois");
    assert_eq!(remembered(&play).keys.changes(), 1);
    let play = play.keys("<up><end><enter>");
    shows(&play, "Entrée encore une fois");
    let play = play.keys("<enter>");
    shows(&play, "Toutes les touches d’origine sont rendues");
    assert_eq!(remembered(&play).keys.changes(), 0);
    shows(&play.keys("<enter>"), "Toutes les touches sont celles d’origine");
}

#[test]
fn other_settings_and_keys_do_not_undo_each_other() {
    let play = on_hint(80, 24).keys("<enter><f10><esc><esc><home><down><enter>");
    assert_eq!(remembered(&play).keys.changes(), 1);
    let play = play.keys("<end><up><enter>echelon<delete>");
    assert_eq!(remembered(&play).theme, tuteur_ndrc::tui::ThemeChoice::Dark);
}

#[test]
fn a_page_opened_twice_shows_what_was_chosen_since() {
    let again = "<c-p>choisir les touches<enter>echelon<enter><f10><esc><esc>";
    let play = Play::open(80, 24).keys(KEYS).keys(again).keys("echelon");
    shows(&play, "•F10");
    let twice = "<c-p>ouvrir les reglages<enter><down><enter><esc><end><up><up><enter>";
    let play = Play::open(80, 24).keys("g").keys(twice);
    assert_eq!(remembered(&play).theme, tuteur_ndrc::tui::ThemeChoice::Dark);
    assert!(remembered(&play).calm);
}

#[test]
fn the_mouse_chooses_a_command_and_gives_up() {
    let play = on_hint(80, 24).click("Un échelon");
    assert_eq!(play.app.context(), Context::NewKey);
    assert_eq!(play.keys("").click("Un échelon").app.context(), Context::Keys);
    let play = on_hint(80, 24).keys("<enter>").click("Renoncer");
    assert_eq!(play.app.context(), Context::Keys);
    let play = Play::open(80, 24).keys("g").click("Toutes les touches");
    assert_eq!(play.app.context(), Context::Keys);
    let play = play.click("Monter d’une page").keys("<f10>");
    assert_eq!(remembered(&play).keys.to_text(), "home.pageup f10");
    let play = play.keys("<end>").click("Remettre").click("Remettre");
    assert_eq!(remembered(&play).keys.changes(), 0);
}

#[test]
fn keys_are_found_by_their_names() {
    let play = Play::open(80, 24).keys(KEYS).keys("f12");
    shows(&play, "Ouvrir la fiche du mémo sur l’indicateur");
    shows(&Play::open(80, 24).keys(KEYS).keys("zzzz"), "Rien ne correspond");
    // Nothing is selected: nothing happens.
    let play = Play::open(80, 24).keys(KEYS).keys("zzzz<enter><tab><delete><f10>");
    assert_eq!((play.app.context(), play.effects.len()), (Context::Keys, 0));
}

#[test]
fn a_question_names_the_keys_in_force_in_its_sentences() {
    let play = Play::open(80, 24).keys(KEYS).keys("contester<enter>x<esc><esc><esc>");
    let mut play = play.keys("<down><enter><f6>");
    for _ in 0..3 {
        play = play.keys("<f8>");
    }
    let play = play.keys("La fréquentation stagne.<c-s>");
    shows(&play, "comptez-la avec x");
    let usual = answering(80, 24, 3).keys("La fréquentation stagne.<c-s>");
    shows(&usual, "comptez-la avec Espace");
}
