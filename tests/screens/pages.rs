//! The palette, the mémo and the other pages: how one reaches them, and how one comes back.

use ratatui::style::Color;
use tuteur_ndrc::tui::{Context, Effect, Look, Preferences, ThemeChoice};

use crate::play::Play;
use crate::views::{answering, at_work};

#[track_caller]
fn shows(play: &Play, words: &str) {
    let screen = play.text();
    assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
}

#[test]
fn the_palette_opens_everywhere_and_closes_where_it_was() {
    for keys in ["", "m", "mrebond<enter>", "?"] {
        let play = Play::open(80, 24).keys(keys).keys("<c-p>");
        assert_eq!(play.app.context(), Context::Palette, "{keys}");
    }
    for step in 0..4 {
        let before = answering(80, 24, step);
        let (screen, context) = (before.text(), before.app.context());
        let play = before.keys("<c-p>xyz<esc>");
        assert_eq!(play.text(), screen);
        assert_eq!(play.app.context(), context);
    }
}

#[test]
fn the_palette_opens_questions_papers_and_entries() {
    let play = Play::open(80, 24).keys("<c-p>resultats site<enter>");
    assert_eq!(play.app.context(), Context::Statement);
    shows(&play, "Les résultats du site");
    let play = play.keys("<c-p>bounce<enter>");
    assert_eq!(play.app.context(), Context::Entry);
    shows(&play, "Mémo  ›  Taux de rebond");
    let play = play.keys("<c-p>boutique essai 2025<enter>");
    assert_eq!(play.app.context(), Context::Home);
    shows(&play, "▾ 2025");
}

#[test]
fn the_palette_runs_the_actions_of_the_moment() {
    let play = answering(80, 24, 0).keys("12<enter><c-p>coup de pouce");
    shows(&play, "Rien ne correspond");
    let play = play.keys("<esc><c-p>echelon<enter>");
    shows(&play, "Indice 1");
    let play = play.keys("<c-p>quitter le tuteur<enter>");
    assert_eq!(play.app.context(), Context::Leave);
    let play = Play::open(80, 24).keys("<c-p>accueil");
    assert!(!play.text().contains("Aller à l’accueil"), "one is there already");
}

#[test]
fn actions_that_do_nothing_now_are_not_offered() {
    let play = Play::open(80, 24).keys("<c-p>reprendre");
    assert!(!play.text().contains("Reprendre là où"), "{}", play.text());
    let play = answering(80, 24, 0).keys("12<esc><c-p>reprendre la");
    shows(&play, "Reprendre là où vous en étiez");
}

#[test]
fn leaving_a_question_by_the_palette_loses_nothing() {
    let play = answering(80, 24, 0).keys("359/14<c-p>vendre demain<enter>");
    shows(&play, "Vendre en ligne demain");
    let play = play.keys("<c-p>resultats site<enter>");
    shows(&play, "359/14");
}

#[test]
fn the_mouse_chooses_in_the_palette_and_beside_it_closes() {
    let play = Play::open(80, 24).keys("<c-p>taux").click("Taux de rebond");
    assert_eq!(play.app.context(), Context::Entry);
    let play = play.keys("<c-p>").click("Fermer");
    assert_eq!(play.app.context(), Context::Entry);
}

#[test]
fn the_memo_is_filtered_as_one_types() {
    let play = Play::open(80, 24).keys("m");
    shows(&play, "Site et e-commerce");
    let play = play.keys("COUT");
    shows(&play, "Coût par clic · CPC");
    assert!(!play.text().contains("Nétiquette"));
    let play = play.keys("<esc>");
    shows(&play, "Nétiquette");
    assert_eq!(play.keys("<esc>").app.context(), Context::Home);
}

#[test]
fn a_step_leads_to_its_entry_and_back_to_the_very_place() {
    let before = answering(80, 24, 1).keys("49,3<enter>57,");
    let screen = before.text();
    let play = before.keys("<c-l>");
    shows(&play, "Mémo  ›  Taux de rebond");
    let play = play.keys("<down><tab><enter>");
    shows(&play, "Mémo  ›  Taux d’évolution");
    let play = play.keys("<esc><esc>");
    assert_eq!(play.text(), screen);
    // A step without an indicator leads to the whole mémo.
    assert_eq!(answering(80, 24, 3).keys("<c-l>").app.context(), Context::Memo);
}

#[test]
fn an_entry_leads_to_its_neighbours_and_its_questions() {
    let play = Play::open(120, 36).keys("mrebond<enter><right>");
    shows(&play, "Coût par clic");
    let play = play.keys("<left><left><left>");
    shows(&play, "Nétiquette");
    let play = play.keys("<esc><enter>").click("Boutique d’essai 2025");
    shows(&play, "De combien le nombre de visiteurs");
}

#[test]
fn a_question_opened_from_an_entry_leads_back_to_it() {
    let entry = Play::open(80, 24).keys("mrebond<enter><tab><tab><tab>");
    let screen = entry.text();
    let play = entry.keys("<enter>");
    shows(&play, "De combien le nombre de visiteurs");
    shows(&play, "Échap Fiche");
    let play = play.keys("<esc>");
    assert_eq!(play.text(), screen, "the very entry, its link still chosen");
    let play = play.keys("<esc>");
    assert_eq!(play.app.context(), Context::Memo);
    assert_eq!(play.keys("<esc><esc>").app.context(), Context::Home);
}

#[test]
fn an_entry_opened_from_a_step_leads_back_to_the_step() {
    let before = answering(80, 24, 1).keys("49,3<enter>57,");
    let screen = before.text();
    let play = before.keys("<c-l><tab><tab><tab><enter>");
    assert_ne!(play.app.context(), Context::Entry, "the question of the entry is this one");
    let play = play.keys("<esc>");
    assert_eq!(play.app.context(), Context::Entry);
    assert_eq!(play.keys("<esc>").text(), screen);
}

#[test]
fn a_jump_by_the_palette_leads_back_to_the_accueil() {
    let play = Play::open(80, 24).keys("mrebond<enter><tab><tab><tab><enter>");
    let play = play.keys("<c-p>vendre demain<enter>");
    shows(&play, "Échap Accueil");
    assert_eq!(play.keys("<esc>").app.context(), Context::Home);
}

#[test]
fn progress_is_written_to_files_on_request() {
    let play = at_work(80, 24).keys("<esc>px");
    let Some(Effect::Export(files)) = play.effects.last() else { panic!("{:?}", play.effects) };
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["progres-1970-01-01.csv", "progres-1970-01-01.json"]);
    assert!(files.iter().all(|file| file.bytes.len() > 500));
    shows(&play, "Exporter");
    let blank = Play::open(80, 24).keys("px");
    assert!(!blank.effects.iter().any(|effect| matches!(effect, Effect::Export(_))));
    shows(&blank, "Rien à exporter encore");
}

#[test]
fn progress_tells_what_was_done_and_leads_to_the_memo() {
    let play = at_work(80, 24).keys("<esc>p");
    shows(&play, "5\u{a0}réponses en tout, 5 cette semaine sur 1\u{a0}jour.");
    shows(&play, "✓ après erreur");
    shows(&play, "Rapport à l’envers");
    let play = play.keys("<tab>");
    shows(&play, "Taux d’évolution");
    let play = play.keys("<down><enter>");
    shows(&play, "Mémo  ›  Taux de rebond");
    let play = play.keys("<esc>");
    assert_eq!(play.app.context(), Context::Progress);
    shows(&play, "Compétences");
    assert_eq!(play.click("Taux de rebond").app.context(), Context::Entry);
}

#[test]
fn progress_says_what_to_do_when_there_is_none() {
    let play = Play::open(80, 24).keys("p");
    shows(&play, "Rien à montrer encore");
    let play = play.keys("<tab><enter>");
    shows(&play, "Rien à montrer encore");
    assert_eq!(play.keys("q").app.context(), Context::Home);
}

fn remember(theme: ThemeChoice) -> Effect {
    Effect::Remember(Preferences { theme, ..Preferences::default() })
}

/// Cells that leave their background to the terminal.
fn bare(play: &Play) -> usize {
    play.buffer().content.iter().filter(|cell| cell.bg == Color::Reset).count()
}

#[test]
fn a_theme_is_worn_at_once_everywhere_and_remembered() {
    let play = answering(80, 24, 0).keys("12<enter>");
    assert_eq!(bare(&play), 80 * 24, "the terminal's own colours are left alone");
    let play = play.keys("<c-p>reglages<enter>");
    assert_eq!(play.app.context(), Context::Settings);
    let play = play.keys("<down><enter>");
    shows(&play, "● Sombre");
    assert_eq!(play.effects.last(), Some(&remember(ThemeChoice::Dark)));
    assert_eq!(bare(&play), 0);
    let play = play.keys("<esc>");
    shows(&play, "✗ Faux");
    assert_eq!(bare(&play), 0);
    assert_eq!(bare(&play.keys("<c-p>")), 0, "windows too");
}

#[test]
fn a_theme_can_be_clicked_and_given_back_to_the_terminal() {
    let play = Play::open(80, 24).keys("g").click("○ Clair");
    assert_eq!(play.effects, [remember(ThemeChoice::Light)]);
    let play = play.click("○ Automatique");
    assert_eq!(bare(&play), 80 * 24);
    let play = play.keys("<end><up><enter>");
    assert_eq!(play.app.context(), Context::Keys);
    assert_eq!(play.keys("<esc><esc>").app.context(), Context::Home);
}

#[test]
fn a_switch_is_turned_by_key_or_click_says_what_it_does_and_is_remembered() {
    let play = Play::open(80, 24).keys("g").click("Grands caractères");
    shows(&play, "[x] Grands caractères");
    let large = Preferences { large: true, ..Preferences::default() };
    assert_eq!(play.effects, [Effect::Remember(large)]);
    let play = play.keys("<down><enter>");
    let both = Preferences { large: true, calm: true, ..Preferences::default() };
    assert_eq!(play.effects.last(), Some(&Effect::Remember(both)));
    let play = play.keys("<esc>g").click("[x] Grands caractères");
    shows(&play, "[ ] Grands caractères");
    shows(&play, "[x] Sans mouvement");
    let narrow = Play::open(40, 12).keys("g<end><up><up>");
    shows(&narrow, "Chronomètre à la minute");
}

#[test]
fn the_settings_say_where_the_data_are() {
    let mut play = Play::open(80, 24);
    shows(&play, "g    Réglages");
    play.app.set_look(Look { data: Some("/chez/moi\u{1b}[31m".to_owned()), ..Look::default() });
    let play = play.keys("g");
    shows(&play, "/chez/moi·[31m");
    shows(&Play::open(80, 24).keys("g"), "n’est pas gardée");
}

#[test]
fn the_accueil_leads_to_its_pages_by_its_lines() {
    for (words, context) in [
        ("formules, repères", Context::Memo),
        ("ce qui est acquis", Context::Progress),
        ("couleurs, touches", Context::Settings),
    ] {
        assert_eq!(Play::open(80, 24).click(words).app.context(), context);
    }
    assert_eq!(Play::open(80, 24).keys("<end><enter>").app.context(), Context::Settings);
}

#[test]
fn pasting_into_a_search_is_bounded_and_harmless() {
    let huge = "taux \u{1b}[31m".repeat(100_000);
    for keys in ["m", "<c-p>"] {
        let play = Play::open(80, 24).keys(keys).paste(&huge);
        assert!(!play.text().contains('\u{1b}'));
        assert!(!play.effects.contains(&Effect::Quit));
    }
}

#[test]
fn the_memo_does_not_answer_a_choice_before_it_is_made() {
    let play = answering(80, 24, 2).keys("<c-l>");
    assert_eq!(play.app.context(), Context::Memo);
    let play = play.keys("<esc>2<enter><c-l>");
    shows(&play, "Mémo  ›  Taux de rebond");
}
