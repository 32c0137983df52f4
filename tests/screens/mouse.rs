//! The mouse on every screen: a click does what the key under it does, the wheel moves what it is over.

use tuteur_ndrc::tui::{Code, Context, Effect, Input, Key, MouseKind};

use crate::play::Play;
use crate::views::{answering, at_work, rcs_open};

/// How each kind of screen is reached, at a size.
type Screen = fn(u16, u16) -> Play;

const SCREENS: [(&str, Screen); 20] = [
    ("accueil", |w, h| Play::open(w, h)),
    ("énoncé", |w, h| answering(w, h, 0).keys("<f6>")),
    ("calcul", |w, h| answering(w, h, 0)),
    ("calcul jugé", |w, h| answering(w, h, 0).keys("12<enter>")),
    ("tableau", |w, h| answering(w, h, 1).keys("12")),
    ("relever", |w, h| answering(w, h, 0).keys("<up>")),
    ("choix", |w, h| answering(w, h, 2)),
    ("rédaction", |w, h| answering(w, h, 3).keys("Un texte")),
    ("relecture", |w, h| answering(w, h, 3).keys("Un texte<c-s>")),
    ("réflexion", |w, h| rcs_open(w, h)),
    ("évaluation", |w, h| rcs_open(w, h).keys("Un plan.<c-s><enter>")),
    ("bilan", |w, h| answering(w, h, 3).keys("<f8>")),
    ("pourquoi", |w, h| answering(w, h, 0).keys("12<enter><f3>")),
    ("quitter", |w, h| answering(w, h, 0).keys("<c-c>")),
    ("recommencer", |w, h| answering(w, h, 0).keys("<c-n>")),
    ("palette", |w, h| Play::open(w, h).keys("<c-p>taux")),
    ("mémo", |w, h| Play::open(w, h).keys("m")),
    ("fiche", |w, h| Play::open(w, h).keys("mrebond<enter>")),
    ("progrès", |w, h| at_work(w, h).keys("<esc>p")),
    ("réglages", |w, h| Play::open(w, h).keys("g")),
];

/// The keys of the key bar, as `Play` writes them, and where each begins.
fn bar(play: &Play) -> Vec<(String, u16)> {
    let screen = play.text();
    let line = screen.lines().last().unwrap_or_default().to_owned();
    let mut hints = Vec::new();
    let mut column = 0;
    for words in line.split("  ") {
        let lead = words.chars().take_while(|c| *c == ' ').count();
        let key = words.trim().split(' ').next().unwrap_or_default();
        if !key.is_empty() {
            hints.push((written(key), (column + lead) as u16));
        }
        column += words.chars().count() + 2;
    }
    hints
}

fn written(key: &str) -> String {
    match key {
        "Entrée" => "<enter>".to_owned(),
        // The mark of the keys left out opens the help, which lists them.
        "…" => "<f1>".to_owned(),
        "Échap" => "<esc>".to_owned(),
        "Espace" => " ".to_owned(),
        "Tab" => "<tab>".to_owned(),
        "↑" => "<up>".to_owned(),
        "↓" => "<down>".to_owned(),
        "→" => "<right>".to_owned(),
        "←" => "<left>".to_owned(),
        key if key.chars().count() == 1 => key.to_owned(),
        key => match key.strip_prefix("Ctrl+") {
            Some(letter) => format!("<c-{}>", letter.to_lowercase()),
            None => format!("<{}>", key.to_lowercase()),
        },
    }
}

#[test]
fn a_click_on_the_key_bar_is_the_key() {
    let mut clicked = 0;
    for (name, screen) in SCREENS {
        for (width, height) in [(80, 24), (140, 36), (40, 12)] {
            for (key, x) in bar(&screen(width, height)) {
                let typed = screen(width, height).keys(&key);
                let mut play = screen(width, height);
                play.mouse(MouseKind::Press, x, height - 1);
                assert_eq!(play.text(), typed.text(), "{name} {width}×{height}: {key}");
                assert_eq!(play.app.context(), typed.app.context(), "{name}: {key}");
                clicked += 1;
            }
        }
    }
    assert!(clicked > 200, "{clicked}");
}

#[test]
fn a_step_is_reached_by_its_sign() {
    for width in [80, 140] {
        let play = answering(width, 24, 0).click(" ○  ○ ");
        assert!(play.text().contains("Étape 2 sur 4"), "{}", play.text());
        let (x, y) = play.place("[○]");
        let mut play = play;
        play.mouse(MouseKind::Press, x + 7, y);
        assert!(play.text().contains("Étape 4 sur 4"), "{}", play.text());
        play.mouse(MouseKind::Press, 3, y);
        assert!(play.text().contains("Étape 4 sur 4"), "the title is not a step");
    }
}

#[test]
fn a_question_asked_in_a_card_is_answered_there() {
    for (width, height) in [(80, 24), (40, 12), (30, 8)] {
        let asked = || answering(width, height, 0).keys("<c-c>");
        let play = asked().click("Rester");
        assert_eq!(play.app.context(), Context::Number);
        let (x, y) = asked().place(if width > 30 { "Entrée Quitter" } else { "Échap Rester" });
        assert!(y < height - 1, "in the card, not in the key bar");
        let mut play = asked();
        play.mouse(MouseKind::Press, x, y);
        assert_eq!(play.effects.last() == Some(&Effect::Quit), width > 30);
        let mut play = asked();
        play.mouse(MouseKind::Press, 0, height / 2);
        assert_eq!(play.app.context(), Context::Number, "a click beside changes nothing");
        let (x, y) = asked().place("Tout est");
        let mut play = asked();
        play.mouse(MouseKind::Press, x, y);
        assert_eq!(play.app.context(), Context::Leave, "a click on the words neither");
    }
}

#[test]
fn an_explanation_closes_beside_it_and_scrolls_where_it_is_long() {
    let why = |width, height| answering(width, height, 0).keys("12<enter><f3>");
    let mut play = why(80, 24).click("Lu ");
    assert_eq!(play.app.context(), Context::Why);
    play.mouse(MouseKind::Press, 1, 1);
    assert_eq!(play.app.context(), Context::Number);
    let play = why(40, 9);
    assert!(!play.text().contains("montré"), "{}", play.text());
    let (wheel, keys) = (play.wheel("Lu ", 9), why(40, 9).keys(&"<down>".repeat(9)));
    assert!(wheel.text().contains("montré"), "{}", wheel.text());
    assert_eq!(wheel.text(), keys.text());
    assert!(wheel.wheel("montré", -9).text().contains("Lu "));
}

#[test]
fn a_click_puts_the_cursor_in_a_field() {
    for (width, height) in [(80, 24), (140, 36), (40, 12)] {
        let play = answering(width, height, 0).keys("1234").click("34").keys("0");
        assert!(play.text().contains("12034"), "{}", play.text());
        let play = answering(width, height, 1).keys("1234");
        let (x, y) = play
            .text()
            .lines()
            .enumerate()
            .find_map(|(y, line)| {
                let at = line.find("› 1234")?;
                Some((line[..at].chars().count() as u16 + 4, y as u16))
            })
            .unwrap();
        let mut play = play;
        play.mouse(MouseKind::Press, x, y);
        assert!(play.keys("0").text().contains("› 12034"), "{width}×{height}");
    }
}

/// The rows of the screen that changed.
fn moved(before: &str, after: &str) -> usize {
    before.lines().zip(after.lines()).filter(|(a, b)| a != b).count()
}

#[test]
fn the_wheel_moves_what_it_is_over() {
    let over = [
        ("énoncé", answering(140, 16, 0), "Mesurez"),
        ("réponse", answering(140, 16, 0).keys("12<enter><f2><f2><f2><f2>"), "Calcul posé"),
        ("aide", Play::open(80, 24).keys("?"), "Chaque question"),
        ("mémo", Play::open(80, 12).keys("m"), "Nétiquette"),
        ("fiche", Play::open(140, 16).keys("mrebond<enter>"), "Unité"),
        ("palette", Play::open(80, 24).keys("<c-p>"), "résultats"),
        ("accueil", Play::open(80, 24), "Boutique"),
        ("réglages", Play::open(80, 12).keys("g"), "Sombre"),
        ("bilan", answering(80, 8, 0).keys("12<enter><f8><f8><f8><f8>"), "Il reste"),
    ];
    for (name, play, words) in over {
        if !play.text().contains(words) {
            panic!("{name}: `{words}`\n{}", play.text());
        }
        let before = play.text();
        // The answer shows its end: only the way up is left there.
        let play = play.wheel(words, if name == "réponse" { -1 } else { 1 });
        assert!(moved(&before, &play.text()) > 0, "{name}:\n{before}");
    }
}

#[test]
fn the_details_of_the_accueil_scroll_under_the_pointer_and_by_keys() {
    let home = || Play::open(110, 8).keys("<down>");
    let before = home().text();
    let (x, y) = (100, 4);
    let mut play = home();
    play.mouse(MouseKind::WheelDown, x, y);
    let scrolled = play.text();
    assert_ne!(scrolled, before);
    let list = |screen: &str| -> Vec<String> {
        screen.lines().map(|line| line.chars().take(60).collect()).collect()
    };
    assert_eq!(list(&scrolled), list(&before), "the selection stays");
    let mut keys = home();
    let down = Key { ctrl: true, ..Key::plain(Code::Down) };
    (0..3).for_each(|_| keys.input(Input::Key(down)));
    assert_eq!(keys.text(), scrolled);
    play.mouse(MouseKind::WheelUp, x, y);
    assert_eq!(play.text(), before);
}

#[test]
fn a_long_text_scrolls_under_the_wheel() {
    let text: String = (1..60).map(|n| format!("ligne {n}\n")).collect();
    let play = answering(80, 24, 3).paste(&text);
    assert!(play.text().contains("ligne 59") && !play.text().contains("ligne 40 "));
    let play = play.wheel("ligne 58", -20);
    assert!(!play.text().contains("ligne 59"), "{}", play.text());
    // A short one stays where it is.
    let play = answering(80, 24, 3).keys("un<enter>deux");
    let before = play.text();
    assert_eq!(play.wheel("deux", -3).text(), before);
}

#[test]
fn nothing_can_be_clicked_on_a_screen_too_small_to_be_read() {
    let mut play = answering(80, 24, 0).resize(20, 6);
    let before = play.app.context();
    for y in 0..6 {
        for x in 0..20 {
            play.mouse(MouseKind::Press, x, y);
        }
    }
    assert_eq!(play.app.context(), before);
}

#[test]
fn a_notice_goes_away_with_a_click() {
    let mut play = answering(80, 24, 3).keys("<c-s>");
    assert!(play.text().contains("Écrivez d’abord"), "{}", play.text());
    play.mouse(MouseKind::Press, 40, 1);
    assert!(!play.text().contains("Écrivez d’abord"));
}
