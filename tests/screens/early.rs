//! The first screen comes from a table of contents; the papers arrive a moment later.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tuteur_ndrc::content::{self, SourceFile};
use tuteur_ndrc::model::{Catalogue, Contents};
use tuteur_ndrc::progress::{Drafts, History};
use tuteur_ndrc::tui::{App, Code, Effect, Input, Key, Loaded, Mouse, MouseKind, Size, Theme};

const SIZE: Size = Size { width: 80, height: 24 };

fn early(contents: Contents) -> App {
    App::early(contents, History::default(), Drafts::default(), Theme::Colours, SIZE)
}

fn shipped() -> Catalogue {
    content::catalogue(&[content::embedded()]).0
}

fn screen(app: &App) -> String {
    screen_of(app, SIZE.width, SIZE.height)
}

fn screen_of(app: &App, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    app.draw(area, &mut buffer);
    let line = |row: &[ratatui::buffer::Cell]| row.iter().map(|cell| cell.symbol()).collect();
    buffer.content.chunks(usize::from(width)).map(line).collect::<Vec<String>>().join("\n")
}

fn press(app: &mut App, code: Code) -> Vec<Effect> {
    app.update(1, Input::Key(Key::plain(code)))
}

fn arrive(app: &mut App, catalogue: Catalogue) -> Vec<Effect> {
    app.update(2, Input::Loaded(Loaded { catalogue: Arc::new(catalogue), notice: None }))
}

/// From the accueil to the first question of the second paper.
fn ask_for_a_question(app: &mut App) {
    for code in [Code::Char('2'), Code::Down, Code::Enter] {
        press(app, code);
    }
}

#[test]
fn the_first_screen_does_not_change_when_the_papers_arrive() {
    let mut app = early(content::contents());
    let first = screen(&app);
    assert!(first.contains("Autour des Plantes"), "{first}");
    arrive(&mut app, shipped());
    assert_eq!(first, screen(&app));
}

#[test]
fn a_question_asked_for_early_opens_when_the_papers_arrive() {
    let mut app = early(content::contents());
    ask_for_a_question(&mut app);
    let waiting = screen(&app);
    assert!(waiting.contains("dès qu’ils sont prêts"), "{waiting}");
    arrive(&mut app, shipped());
    let opened = screen(&app);
    assert!(opened.contains("Philippe Faur") && !opened.contains("prêts"), "{opened}");
}

#[test]
fn waiting_looks_right() {
    for (width, height) in [(80, 24), (120, 36), (40, 12)] {
        let mut app = early(content::contents());
        app.update(1, Input::Resize(Size { width, height }));
        let first = screen_of(&app, width, height);
        insta::assert_snapshot!(format!("early_{width}x{height}"), first);
        ask_for_a_question(&mut app);
        let waiting = screen_of(&app, width, height);
        insta::assert_snapshot!(format!("coming_{width}x{height}"), waiting);
    }
}

#[test]
fn what_is_typed_meanwhile_is_played_on_the_question() {
    let mut app = early(content::contents());
    ask_for_a_question(&mut app);
    press(&mut app, Code::Enter);
    assert!(press(&mut app, Code::Char('4')).is_empty());
    assert!(app.update(1, Input::Paste("21".to_owned())).is_empty());
    let effects = arrive(&mut app, shipped());
    assert!(screen(&app).contains("421"), "{}", screen(&app));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Keep(_))), "{effects:?}");
}

#[test]
fn escape_or_a_click_is_a_change_of_mind_and_control_c_still_leaves() {
    let click = Input::Mouse(Mouse { kind: MouseKind::Press, x: 70, y: 20 });
    for change in [Input::Key(Key::plain(Code::Escape)), click] {
        let mut app = early(content::contents());
        ask_for_a_question(&mut app);
        app.update(1, change);
        arrive(&mut app, shipped());
        assert!(screen(&app).contains("Épreuve E5"), "{}", screen(&app));
    }
    let mut app = early(content::contents());
    ask_for_a_question(&mut app);
    assert_eq!(app.update(1, Input::Key(Key::ctrl('c'))), [Effect::Quit]);
    assert_eq!(app.update(1, Input::Terminate), [Effect::Quit]);
}

#[test]
fn papers_of_the_user_join_the_list_and_the_selection_stays_where_it_was() {
    let sample = SourceFile::new("sample.ron", include_str!("sample.ron"));
    let whole = || content::catalogue(&[content::embedded(), vec![sample.clone()]]).0;
    let marked = |app: &App| {
        let screen = screen(app);
        let line = screen.lines().find(|line| line.contains('▌')).unwrap();
        line.trim().to_owned()
    };
    let mut app = early(content::contents());
    press(&mut app, Code::Down);
    let before = marked(&app);
    arrive(&mut app, whole());
    assert_eq!(marked(&app), before);

    let mut untouched = early(content::contents());
    arrive(&mut untouched, whole());
    let first = &Contents::of(&whole()).subjects[0];
    assert!(marked(&untouched).contains(&first.title), "{}", screen(&untouched));
}

#[test]
fn a_question_that_is_gone_with_the_papers_leaves_the_accueil() {
    let mut app = early(content::contents());
    ask_for_a_question(&mut app);
    arrive(&mut app, Catalogue::default());
    assert!(screen(&app).contains("Aucun sujet"), "{}", screen(&app));
}

#[test]
fn a_page_asked_for_early_opens_with_what_was_typed_for_it() {
    let mut app = early(content::contents());
    for code in [Code::Char('m'), Code::Char('n'), Code::Char('p'), Code::Char('s')] {
        press(&mut app, code);
    }
    assert!(screen(&app).contains("La page s’ouvre"), "{}", screen(&app));
    arrive(&mut app, shipped());
    assert!(screen(&app).contains("Net Promoter Score"), "{}", screen(&app));
}
