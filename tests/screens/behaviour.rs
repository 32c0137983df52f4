//! What keys do: verdicts recorded, drafts kept, everything found again.

use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::progress::{Rung, What};
use tuteur_ndrc::tui::{Context, Effect, Input, Look, Preferences};

use crate::play::Play;
use crate::views::{answering, rcs_open};

#[track_caller]
fn shows(play: &Play, words: &str) {
    let screen = play.text();
    assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
}

fn verdicts(play: &Play) -> Vec<Verdict> {
    let answers = play.events.iter().filter_map(|event| match &event.what {
        What::Answer(answer) => answer.verdict.verdict(),
        _ => None,
    });
    answers.collect()
}

#[test]
fn a_right_answer_is_said_recorded_and_leads_on() {
    let play = answering(80, 24, 0).keys("(450-452)/452<enter>");
    shows(&play, "✓ Juste");
    shows(&play, "Entrée Étape suivante");
    assert_eq!(verdicts(&play), [Verdict::Right]);
    shows(&play.keys("<enter>"), "Étape 2 sur 4");
}

#[test]
fn a_wrong_answer_is_explained_and_can_be_tried_again() {
    let play = answering(80, 24, 0).keys("0,44<enter>");
    shows(&play, "✗ Faux");
    let play = play.keys("<c-w>-0,44<enter>");
    shows(&play, "✓ Juste");
    assert_eq!(verdicts(&play), [Verdict::Wrong, Verdict::Right]);
}

#[test]
fn an_unreadable_answer_is_not_an_attempt() {
    let play = answering(80, 24, 0).keys("abc<enter>");
    shows(&play, "À préciser");
    assert_eq!(verdicts(&play), []);
}

#[test]
fn what_is_said_once_is_not_said_again() {
    let play = answering(80, 24, 0).keys("12..5<enter>");
    assert_eq!(play.text().matches("La lecture s’arrête").count(), 1, "{}", play.text());
    shows(&play, "? À préciser");
    let play = answering(80, 24, 0).keys("-0,442<enter>");
    assert_eq!(play.text().matches("Juste").count(), 1, "{}", play.text());
    shows(&play, "−\u{a0}0,44\u{a0}%.");
}

#[test]
fn a_result_that_was_shown_does_not_count_as_found_in_the_title() {
    let play = answering(80, 24, 0).keys("<f2><f2><f2><f2><f2><f2>");
    shows(&play, "[◆]");
    shows(&play.keys("-0,44<enter>"), "[✓]");
    shows(&answering(80, 24, 0).keys("-0,44<enter>"), "[✓]");
}

#[test]
fn the_echo_follows_the_typing() {
    shows(&answering(80, 24, 0).keys("359/1400"), "= 25,64\u{a0}%");
}

#[test]
fn help_climbs_one_rung_per_key_and_is_recorded() {
    let play = answering(80, 24, 0).keys("<f2>");
    shows(&play, "Indice 1");
    shows(&play, "F2 Autre indice");
    let play = play.keys("<f2><f2>");
    shows(&play, "Méthode");
    let helps = play.events.iter().filter(|event| matches!(event.what, What::Help(_)));
    assert_eq!(helps.count(), 3);
}

#[test]
fn letters_type_where_there_is_a_field() {
    let play = answering(80, 24, 0).keys("q?");
    assert_eq!(play.app.context(), Context::Help, "« ? » is help in a number field");
    let play = answering(80, 24, 3).keys("q?");
    assert_eq!(play.app.context(), Context::Editor);
    shows(&play, "q?");
}

#[test]
fn typing_beside_the_enonce_goes_to_the_answer() {
    for (step, typed) in [(0, "qmejkg12"), (1, "qmg5"), (3, "Dans quelle mesure")] {
        let play = answering(80, 24, step).keys("<f6>");
        assert_eq!(play.app.context(), Context::Statement);
        let play = play.keys(typed);
        shows(&play, typed);
    }
    // A step without a field keeps its letters, and a blank field the space that turns pages.
    assert_eq!(answering(80, 24, 2).keys("<f6>").app.context(), Context::Document);
    let play = answering(80, 24, 3).keys("<f6> ");
    assert_eq!(play.app.context(), Context::Statement);
    let play = play.keys("Un<f6> mot");
    shows(&play, "Un mot");
    let pasted = answering(80, 24, 3).keys("<f6>").paste("Un texte collé");
    shows(&pasted, "Un texte collé");
    assert_eq!(answering(80, 24, 3).keys("<f6><esc>").app.context(), Context::Home);
}

#[test]
fn enter_on_an_untouched_choice_records_nothing() {
    let play = answering(80, 24, 2).keys("<enter>");
    shows(&play, "Cochez d’abord une proposition (Espace).");
    assert_eq!((verdicts(&play), play.text().contains("(•)")), (vec![], false));
    // The option one moved to is chosen by Enter; one ticked, as well.
    assert_eq!(verdicts(&play.keys("<down><enter>")).len(), 1);
    assert_eq!(verdicts(&answering(80, 24, 2).keys(" <enter>")).len(), 1);
}

#[test]
fn the_last_typing_in_a_field_is_undone_without_leaving() {
    for (step, typed) in [(0, "12+3"), (1, "55,5")] {
        let play = answering(80, 24, step).keys(typed).keys("<c-z>");
        assert!(!play.effects.contains(&Effect::Suspend));
        assert!(!play.text().contains(typed), "{}", play.text());
        shows(&play.keys("<c-y>"), typed);
    }
    assert!(answering(80, 24, 2).keys("<c-z>").effects.contains(&Effect::Suspend));
}

#[test]
fn what_is_typed_after_a_verdict_takes_the_place_of_the_answer() {
    for judged in ["-0,44", "12", "0,44", "12..5"] {
        let play = answering(80, 24, 0).keys(judged).keys("<enter>7,25");
        shows(&play, " 7,25 ");
        // Moving or erasing first corrects the answer instead.
        let play = answering(80, 24, 0).keys(judged).keys("<enter><back>9");
        shows(&play, &format!(" {}9 ", &judged[..judged.len() - 1]));
        let play = answering(80, 24, 0).keys(judged).keys("<enter><home>8");
        shows(&play, &format!(" 8{judged} "));
    }
}

#[test]
fn a_cell_carries_the_mark_of_its_own_text_alone() {
    let play = answering(80, 24, 1).keys("12<enter>");
    shows(&play, "12 ✗");
    let play = play.keys("1..2<enter>");
    shows(&play, "À préciser");
    assert!(!play.text().contains("1..2 ✗"), "{}", play.text());
}

#[test]
fn an_empty_field_is_told_of_quietly() {
    for step in [0, 1] {
        let play = answering(80, 24, step).keys("<enter>");
        shows(&play, "Rien n’est écrit\u{a0}: tapez votre réponse, puis Entrée.");
        assert!(!play.text().contains("À préciser"), "{}", play.text());
        assert_eq!(verdicts(&play), []);
    }
    let play = answering(80, 24, 1).keys("49,3<enter><enter>");
    shows(&play, "Rien n’est écrit");
}

#[test]
fn a_table_fills_cell_by_cell() {
    let play = answering(80, 24, 1).keys("49,3<enter>57,8<enter>");
    shows(&play, "49,3\u{a0}% ✓");
    shows(&play, "Taux de rebond, T4");
    let play = play.keys("240/450<enter>");
    shows(&play, "Ce que montre le tableau");
    assert_eq!(verdicts(&play), [Verdict::Right; 3]);
    shows(&play.keys("<enter>"), "Étape 3 sur 4");
}

#[test]
fn what_a_cell_means_shows_while_the_next_one_is_ready() {
    let play = answering(80, 24, 1).keys("49,34<enter>");
    shows(&play, "Interprétation\u{a0}: Taux de rebond, T1");
    shows(&play, "Un visiteur sur deux repart aussitôt.");
    shows(&play, "Taux de rebond, T2 ›");
    let typing = play.keys("5");
    assert!(!typing.text().contains("Un visiteur sur deux"), "{}", typing.text());
}

#[test]
fn an_interpretation_in_sight_is_not_offered_again() {
    let play = answering(80, 24, 0).keys("-0,44<enter>");
    shows(&play, "Interprétation");
    assert!(!play.text().contains("À retenir"), "{}", play.text());
    for keys in ["1", "<back>", "12..<enter>"] {
        let play = answering(80, 24, 0).keys("-0,44<enter>").keys(keys);
        assert!(!play.text().contains("F2 Interprétation"), "{}", play.text());
    }
}

#[test]
fn a_result_is_named_the_same_in_the_summary() {
    let play = answering(80, 24, 0).keys("0,4<enter><f8><f8>1<enter><f8><f8>");
    assert_eq!(play.app.context(), Context::Summary);
    shows(&play, "faux");
}

#[test]
fn what_is_typed_after_a_remark_is_for_the_next_blank() {
    let play = answering(80, 24, 1).keys("49.3<enter>");
    shows(&play, "Taux de rebond, T1 ›");
    let play = play.keys("57,8<enter>");
    shows(&play, "Taux de rebond, T4 ›");
    assert_eq!(verdicts(&play), [Verdict::Right; 2]);
    // A blank one comes back to is the one that is written.
    let play = play.keys("<left>0");
    shows(&play, "Taux de rebond, T2 ›");
}

#[test]
fn the_mouse_reaches_cells_options_panes_and_the_key_bar() {
    let play = answering(80, 24, 1).click("······");
    shows(&play, "Taux de rebond, T2 ›");
    let play = answering(80, 24, 2).click("Non, davantage").keys("<enter>");
    assert_eq!(verdicts(&play), [Verdict::Right]);
    let play = play.click("Énoncé et annexes");
    assert_eq!(play.app.context(), Context::Document);
    let play = play.click("F1 Aide");
    assert_eq!(play.app.context(), Context::Help);
}

#[test]
fn a_text_is_reviewed_point_by_point_and_marks_can_be_disputed() {
    let play = answering(80, 24, 3).keys("La fréquentation stagne.<c-s>");
    shows(&play, "1\u{a0}point compté sur 2");
    let play = play.keys("<down> ");
    shows(&play, "2\u{a0}points comptés sur 2");
    shows(&play, "compté par vous");
    let play = play.keys("e");
    assert_eq!(play.app.context(), Context::Editor);
}

#[test]
fn an_empty_text_is_not_handed_in() {
    let play = answering(80, 24, 3).keys("<c-s>");
    assert_eq!(play.app.context(), Context::Editor);
    assert!(play.events.is_empty());
}

#[test]
fn an_rcs_is_marked_on_eight_criteria() {
    let play = rcs_open(80, 24).keys("Un plan.<c-s><enter>");
    shows(&play, "huit critères");
    let play = play.keys(&"<right><right><right><down>".repeat(8));
    shows(&play, "6,5 / 10");
    shows(&play.keys("<enter>"), "Bilan");
}

#[test]
fn a_timer_asks_for_ticks_only_while_it_runs() {
    let play = rcs_open(80, 24);
    assert_eq!(play.next_tick(), None);
    let play = play.keys("<f9>");
    assert!(play.next_tick().is_some_and(|ms| (1..=1000).contains(&ms)));
    let play = play.wait(60);
    shows(&play, "reste 43\u{a0}min");
    assert_eq!(play.keys("<f9>").next_tick(), None);
}

/// A minute between two changes at least.
fn by_the_minute(play: &Play) -> bool {
    play.next_tick().is_some_and(|ms| (59_000..=60_000).contains(&ms))
}

#[test]
fn without_motion_a_timer_changes_once_a_minute() {
    let mut play = rcs_open(80, 24);
    play.app.set_look(calm());
    let play = play.keys("<f9>");
    assert!(by_the_minute(&play), "{:?}", play.next_tick());
    shows(&play, "reste 45\u{a0}min ");
    let screen = play.text();
    let play = play.wait(50);
    assert_eq!(play.text(), screen, "nothing moves within the minute");
    let play = play.wait(15);
    shows(&play, "reste 44\u{a0}min ");
    // A question opened after the choice keeps to it too.
    let play = play.keys("<esc><enter>");
    shows(&play, "reste 44\u{a0}min ");
}

#[test]
fn without_motion_the_countdown_of_the_wall_changes_once_a_minute() {
    let mut play = Play::open(80, 24);
    play.app.set_look(calm());
    let play = play.keys("<down><f11>cc");
    assert!(by_the_minute(&play), "{:?}", play.next_tick());
    let screen = play.text();
    assert_eq!(play.wait(50).text(), screen);
    let small = Play::open(40, 12).keys("g<end><up><up><enter><esc><down><f11>cc");
    shows(&small, " 2 min");
    shows(&small.wait(65), " 1 min");
}

fn calm() -> Look {
    let preferences = Preferences { calm: true, ..Preferences::default() };
    Look { preferences, ..Look::default() }
}

#[test]
fn everything_is_found_again_where_it_was() {
    let play = answering(80, 24, 0).keys("12<enter><f8>49,3<enter>57,").again();
    shows(&play, "Reprendre");
    let play = play.keys("r");
    shows(&play, "Étape 2 sur 4");
    shows(&play, "Taux de rebond, T2 › 57,");
    let play = play.keys("<f8><f8>Un texte à moitié").again().keys("r");
    shows(&play, "Un texte à moitié");
}

#[test]
fn leaving_asks_first_unless_at_home() {
    let play = Play::open(80, 24).keys("q");
    assert_eq!(play.effects, [Effect::Quit]);
    let play = answering(80, 24, 0).keys("<c-c>");
    assert_eq!(play.app.context(), Context::Leave);
    assert!(!play.effects.contains(&Effect::Quit));
    let play = play.keys("<esc>");
    assert_eq!(play.app.context(), Context::Number);
    assert_eq!(play.keys("<c-c><c-c>").effects.last(), Some(&Effect::Quit));
}

#[test]
fn escape_always_leads_back() {
    let play = answering(80, 24, 1).keys("?<esc><esc>");
    assert_eq!(play.app.context(), Context::Home);
    shows(&play, "1.1");
}

#[test]
fn what_a_terminal_would_obey_never_reaches_the_screen() {
    let play = answering(80, 24, 3).paste("avant\u{1b}[31mapres\u{7}");
    let screen = play.text();
    assert!(!screen.contains(['\u{1b}', '\u{7}']), "{screen:?}");
    shows(&play, "avant[31mapres");
}

#[test]
fn a_point_of_ones_own_is_added_and_counts() {
    let play = answering(80, 24, 3).keys("La fréquentation stagne.<c-s>a");
    assert_eq!(play.app.context(), Context::OwnPoint);
    let play = play.keys("Le panier tient<enter>");
    assert_eq!(play.app.context(), Context::Review);
    shows(&play, "2\u{a0}points comptés sur 2");
    shows(&play, "Le panier tient (compté par vous)");
    let play = play.keys("aRien<esc>");
    assert_eq!(play.app.context(), Context::Review);
    assert!(!play.text().contains("Rien"));
}

#[test]
fn the_field_stays_in_sight_whatever_is_said_below() {
    for (width, height) in [(80, 24), (140, 40), (40, 12), (60, 16), (30, 8)] {
        for step in [0, 1] {
            let play = answering(width, height, step).keys("12<enter>");
            let play = play.keys("<f2><f2><f2><f2>3456<enter><pagedown><pageup><f2>");
            shows(&play, "3456");
        }
    }
}

#[test]
fn a_wrong_answer_is_replaced_by_typing_and_its_explanation_stays() {
    let play = answering(80, 24, 0).keys("12<enter>-");
    shows(&play, "│ -  ");
    shows(&play, "Essai précédent\u{a0}: ✗ Faux");
    shows(&play.keys("0,44<enter>"), "✓ Juste");
    let play = answering(80, 24, 0).keys("12<enter><back>");
    shows(&play, "│ 1  ");
}

#[test]
fn why_gives_nothing_away_before_it_is_asked_to() {
    let revealed = |play: &Play| play.events.iter().any(|e| e.what == What::Help(Rung::Result));
    let play = answering(80, 24, 0).keys("12<enter><f3>");
    shows(&play, "le signe n’est pas le bon");
    assert!(!play.text().contains("0,44") && !revealed(&play), "{}", play.text());
    let play = play.keys("<f3>");
    shows(&play, "0,44");
    assert!(revealed(&play));
    assert_eq!(play.keys("<f3>").app.context(), Context::Number);
    let play = answering(80, 24, 0).keys("-0,44<enter><f3>");
    shows(&play, "Accepté");
    assert!(!revealed(&play), "the value is known already");
}

#[test]
fn a_question_is_worked_again_once_confirmed() {
    let restarted = |play: &Play| play.events.iter().any(|e| e.what == What::Restart);
    let play = answering(80, 24, 0).keys("12<enter><c-n>");
    shows(&play, "Recommencer cette question");
    let play = play.keys("<esc>");
    assert!(!restarted(&play) && play.app.context() == Context::Number);
    let play = play.keys("<f8><c-n><enter>");
    assert!(restarted(&play));
    shows(&play, "Étape 1 sur 4");
    assert!(!play.text().contains("12  "), "{}", play.text());
    let play = answering(80, 24, 3).keys("<f8>n<enter>");
    assert!(restarted(&play));
    shows(&play, "Étape 1 sur 4");
}

#[test]
fn a_right_choice_is_not_undone_by_a_stray_key() {
    let play = answering(80, 24, 2).keys("2<enter>");
    shows(&play, "✓ Juste");
    let play = play.keys("1 <up> ");
    shows(&play, "(•) Non, davantage");
    shows(&play, "C’est déjà juste");
    shows(&play.keys("<enter>"), "Étape 4 sur 4");
    assert_eq!(verdicts(&answering(80, 24, 2).keys("2<enter>1<enter>")), [Verdict::Right]);
}

#[test]
fn a_text_shows_the_words_a_point_was_recognised_by() {
    let play = answering(80, 24, 3).keys("Hélas la fréquentation stagne un peu.<c-s>");
    shows(&play, "Reconnu à «\u{a0}");
    let play = play.keys("<pagedown><pagedown>");
    shows(&play, "les mots reconnus soulignés");
    let picture = play.picture();
    let (_, styles) = picture.split_once("styles").unwrap();
    assert!(styles.contains("UUU"), "{picture}");
}

#[test]
fn a_full_text_says_so() {
    let play = answering(80, 24, 3).paste(&"mot ".repeat(40_000));
    shows(&play, "Le texte est plein");
    let play = play.keys("x");
    shows(&play, "Le texte est plein");
}

#[test]
fn the_page_keys_are_named_where_they_move_something() {
    shows(&answering(80, 24, 0), "Énoncé et annexes ");
    let play = Play::open(80, 24).keys("<down><enter>");
    shows(&play, " Page↓ ━");
    shows(&play.keys("<pagedown>"), " Page↑ ");
}

#[test]
fn the_summary_gives_nothing_away_of_what_is_left_to_do() {
    let play = answering(120, 60, 3).keys("<f8>");
    shows(&play, "Il reste 6\u{a0}réponses à faire");
    assert!(!play.text().contains("118,18"), "{}", play.text());
    let play = answering(120, 60, 0).keys("-0,44<enter><enter>49,3<enter>57,8<enter>53,3<enter>");
    let play = play.keys("<enter>2<enter><enter>La fréquentation stagne, le rebond augmente.<c-s>");
    shows(&play.keys("<enter>"), "118,18");
}

#[test]
fn rows_of_a_table_never_go_out_of_sight_without_a_word() {
    let play = Play::shipped(80, 24).keys("<enter><down><down><enter><f6>25<enter>");
    let lines = |play: &Play| play.text().lines().map(str::to_owned).collect::<Vec<_>>();
    let at = |play: &Play, words: &str| {
        let found = lines(play).iter().position(|line| line.contains(words));
        found.unwrap_or_else(|| panic!("{words}\n{}", play.text()))
    };
    // The row in hand, the rows out of sight below it, then those in sight.
    let row = at(&play, "25 ✗");
    assert_eq!(at(&play, "⋯ 4\u{a0}lignes"), row + 1);
    assert_eq!(at(&play, "Coût par clic"), row + 2);
    // Nothing happens where one clicks on what is no row.
    let same = play.click("⋯ 4\u{a0}lignes");
    shows(&same, "Chiffre d’affaires, Facebook ›");
    // Further down, those above are counted under the headings.
    let play = same.keys("<down><down><down><f2><f2>");
    let rule = at(&play, "⋯ 3\u{a0}lignes ──");
    assert!(lines(&play)[rule + 1].contains("Budget"), "{}", play.text());
}

#[test]
fn many_keys_at_once_do_what_they_do_one_by_one() {
    let typed = |mut play: Play, text: &str| {
        play.input(Input::Typed(text.to_owned()));
        play
    };
    let text = "Le rebond monte.\nLe panier tient.";
    let keys = text.replace('\n', "<enter>");
    let (at_once, by_keys) = (typed(answering(80, 24, 3), text), answering(80, 24, 3).keys(&keys));
    assert_eq!(at_once.text(), by_keys.text());
    // In a field Enter checks, and what follows goes on from there.
    let (at_once, by_keys) = (
        typed(answering(80, 24, 1), "49,3\n57,8\n"),
        answering(80, 24, 1).keys("49,3<enter>57,8<enter>"),
    );
    assert_eq!(at_once.text(), by_keys.text());
    assert_eq!(verdicts(&at_once), [Verdict::Right; 2]);
}
